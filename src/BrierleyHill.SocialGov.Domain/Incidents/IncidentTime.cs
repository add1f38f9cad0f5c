using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// When something happened, as a person types it: London's date and time. The hour that occurs twice in autumn means its first occurrence; the hour
/// that does not exist in spring is refused, and so is the future.
/// </summary>
public static class IncidentTime
{
    /// <summary>Reads it.</summary>
    /// <param name="date">The date, London.</param>
    /// <param name="time">The time of day, London.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The instant, UTC, or why there is none.</returns>
    public static Result<DateTime> Read(DateOnly? date, TimeOnly? time, DateTime now)
    {
        if (date is not { } day)
        {
            return IncidentErrors.HappenedOnMissing;
        }

        if (time is not { } hour)
        {
            return IncidentErrors.HappenedTimeMissing;
        }

        if (!LondonTime.TryToUtc(day.ToDateTime(hour), out var happened))
        {
            return IncidentErrors.HappenedTimeSkipped;
        }

        if (happened > now + ReceivedTime.Ahead)
        {
            return IncidentErrors.HappenedInFuture;
        }

        // What is typed of this very minute lies at most in this minute, not after it.
        return happened < ResponseDeadline.Earliest ? IncidentErrors.HappenedTooEarly : happened > now ? now : happened;
    }
}
