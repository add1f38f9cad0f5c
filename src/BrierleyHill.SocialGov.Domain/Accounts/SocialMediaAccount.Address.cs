using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>Where it is found on its platform.</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>The handle; <see langword="null"/> until it is recorded, "" where the account has none.</summary>
    public string? Handle { get; private set; }

    /// <summary>The canonical web address, or <see langword="null"/> until it is recorded.</summary>
    public string? WebAddress { get; private set; }

    /// <summary>The address in the form in which two spellings are equal (<see cref="PlatformAddress.Normalised"/>).</summary>
    public string? NormalisedAddress { get; private set; }

    /// <summary>Records where it is found.</summary>
    /// <param name="address">As <see cref="PlatformAddress.Parse"/> read it.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    public Result RecordAddress(PlatformAddress address, Actor by, DateTime at)
    {
        if (Status == AccountStatus.Closed)
        {
            return AccountErrors.Closed;
        }

        var before = WebAddress;
        (Handle, WebAddress, NormalisedAddress) = (address.Handle, address.WebAddress, address.Normalised);
        Record(new AccountAddressRecorded(before, address.WebAddress, by, at));
        return Result.Done;
    }
}
