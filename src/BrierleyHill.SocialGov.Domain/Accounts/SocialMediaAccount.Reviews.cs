using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>When the account is looked at again.</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>Within how many days an account is verified again.</summary>
    public const int DaysBetweenVerifications = 180;

    /// <summary>The day on which its next yearly review is due, London; <see langword="null"/> until it goes live.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>The day on which it is due to be verified again, London; <see langword="null"/> until it goes live.</summary>
    public DateOnly? VerificationDueOn { get; private set; }

    /// <summary>When it first went live, UTC; <see langword="null"/> until then.</summary>
    public DateTime? WentLiveAt { get; private set; }

    /// <summary>The day on which it was last verified, London.</summary>
    public DateOnly? LastVerifiedOn => null;

    /// <summary>Going live begins both dates.</summary>
    internal void BeginDates(DateTime wentLiveAt)
    {
        var day = LondonTime.DateOf(wentLiveAt);
        (WentLiveAt, NextReviewOn, VerificationDueOn) = (wentLiveAt, day.AddYears(1), day.AddDays(DaysBetweenVerifications));
    }
}
