using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Alerts;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Whether it is the school's business, by the policy's own division. The numbers are stored and are never changed.</summary>
public enum IncidentScope
{
    /// <summary>Clause SCOPE-2.</summary>
    [Display(Name = "Professional", Description = "It was said through an account of the school, or in the school’s name. It is always in scope")]
    Professional = 1,

    /// <summary>Clause SCOPE-3.</summary>
    [Display(Name = "Personal, and in scope", Description = "Somebody’s own communication that names the school, or affects the school, its pupils or its staff")]
    PersonalInScope = 2,

    /// <summary>Clause SCOPE-4.</summary>
    [Display(Name = "Personal, and out of scope", Description = "Somebody’s own communication that does neither. It is left alone, and nothing of what was recorded is kept")]
    PersonalOutOfScope = 3,
}

/// <summary>The initial assessment, as it was typed.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Scope">Whether it is the school's business; not for what is left alone.</param>
/// <param name="Because">Why it is judged like that.</param>
/// <param name="ImmediateActions">What is done at once, or was.</param>
/// <param name="NextSteps">What comes next, and who does it.</param>
public sealed record AssessmentAnswers(IncidentSeverity? Severity, IncidentScope? Scope, string? Because, string? ImmediateActions, string? NextSteps);

/// <summary>
/// When an incident has to be assessed (setting <c>Incidents:AssessWithinWorkingDays</c>): by the end of that working day in London. It is due
/// soon from a time of that day on, and escalated at that time of the next working day: nobody is called in the night because a day has ended.
/// </summary>
public static class AssessmentDeadline
{
    /// <summary>When the alerts about an assessment are raised.</summary>
    /// <param name="reportedAt">When it was reported, UTC.</param>
    /// <param name="calendar">The school's working days.</param>
    /// <param name="workingDays">Within how many working days after the day of the report; at least one.</param>
    /// <param name="dueSoonFrom">The time of day, London, from which it is due soon.</param>
    public static AlertTimes TimesOf(DateTime reportedAt, WorkingCalendar calendar, int workingDays, TimeOnly dueSoonFrom)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var day = calendar.AddWorkingDays(LondonTime.DateOf(reportedAt), workingDays);
        var dueAt = LondonTime.StartOfDay(day.AddDays(1));
        return new AlertTimes(On(day, dueSoonFrom), dueAt, On(calendar.AddWorkingDays(day, 1), dueSoonFrom));
    }

    // A time that the clocks skip in spring is an hour later: no working day has one, but a setting may be anything.
    private static DateTime On(DateOnly day, TimeOnly time) =>
        LondonTime.TryToUtc(day.ToDateTime(time), out var there) ? there : LondonTime.StartOfDay(day).AddHours(time.Hour);
}
