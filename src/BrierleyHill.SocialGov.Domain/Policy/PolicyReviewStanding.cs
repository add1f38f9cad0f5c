using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>How the review of the version in force stands on a day (REV-1).</summary>
/// <param name="Number">The version's number.</param>
/// <param name="NextReviewOn">The day by which it is to be reviewed, London.</param>
/// <param name="Today">The day on which it is asked, London.</param>
public sealed record PolicyReviewStanding(int Number, DateOnly NextReviewOn, DateOnly Today)
{
    /// <summary>Whether the day has passed.</summary>
    public bool IsOverdue => NextReviewOn < Today;

    /// <summary>Whether it is near enough to be reminded of, or has passed.</summary>
    public bool IsNear => NextReviewOn.DayNumber - Today.DayNumber <= ReminderSchedule.DaysBefore[0];

    /// <summary>How it stands, in a few words: "Overdue since 3 March 2026", "Due by 3 March 2026".</summary>
    public string InWords => (IsOverdue ? "Overdue since " : "Due by ") + LondonTime.DisplayDate(NextReviewOn);
}
