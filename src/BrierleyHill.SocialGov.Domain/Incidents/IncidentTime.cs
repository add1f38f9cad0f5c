using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// When something happened, as a person types it (<see cref="TypedMoment"/>). The future is refused.
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
        var read = TypedMoment.Read(date, time, IncidentErrors.HappenedOnMissing, IncidentErrors.HappenedTimeMissing, IncidentErrors.HappenedTimeSkipped);
        if (read.IsRefused)
        {
            return read;
        }

        if (TypedMoment.LiesAhead(read.Value, now))
        {
            return IncidentErrors.HappenedInFuture;
        }

        return read.Value < ResponseDeadline.Earliest ? IncidentErrors.HappenedTooEarly : TypedMoment.NotAfter(read.Value, now);
    }
}
