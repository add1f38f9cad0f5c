namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>When the account is looked at again.</content>
public sealed partial class SocialMediaAccount
{
    private const int DaysToVerification = 180;

    /// <summary>The day on which its next yearly review is due, London; <see langword="null"/> until it goes live.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>The day on which it is due to be verified again, London; <see langword="null"/> until it goes live.</summary>
    public DateOnly? VerificationDueOn { get; private set; }

    /// <summary>The day on which it was last verified, London.</summary>
    public DateOnly? LastVerifiedOn { get; private set; }

    /// <summary>Going live begins both dates.</summary>
    internal void BeginDates(DateTime wentLiveAt)
    {
        var day = Calendar.LondonTime.DateOf(wentLiveAt);
        (NextReviewOn, VerificationDueOn) = (day.AddYears(1), day.AddDays(DaysToVerification));
    }
}
