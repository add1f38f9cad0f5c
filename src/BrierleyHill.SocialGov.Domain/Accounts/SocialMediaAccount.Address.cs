using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>Where the account is found on its platform.</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>The handle, as the platform shows it; <see langword="null"/> until it is recorded.</summary>
    public string? Handle { get; private set; }

    /// <summary>The web address; <see langword="null"/> until it is recorded.</summary>
    public string? WebAddress { get; private set; }

    /// <summary>What a lookup compares. Among the accounts that are not closed it is unique: an index holds it.</summary>
    public string? NormalisedAddress { get; private set; }

    /// <summary>Records where the account is found. It can be corrected later, also while the account is live.</summary>
    /// <param name="address">The address, as the platform's rules have it.</param>
    /// <param name="by">An administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result RecordAddress(PlatformAddress address, Actor by, DateTime at)
    {
        if (CheckMayPrepare(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var changes = new ChangeList()
            .Value("Handle", Handle, address.Handle)
            .Value("Web address", WebAddress, address.WebAddress);
        if (!changes.Any)
        {
            return AccountErrors.SameAddress;
        }

        (Handle, WebAddress, NormalisedAddress) = (address.Handle, address.WebAddress, address.Normalised);
        Happened(new AccountAddressRecorded(changes.Changes, by, at));
        return Result.Done;
    }
}
