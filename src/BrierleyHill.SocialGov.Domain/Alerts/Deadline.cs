using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Alerts;

/// <summary>What a deadline is of. The names are stored and are never changed.</summary>
public enum DeadlineSubject
{
    /// <summary>An enquiry that waits for an answer.</summary>
    [Display(Name = "Enquiry")]
    Enquiry,

    /// <summary>An e-mail of a platform that waits to be logged as an enquiry.</summary>
    [Display(Name = "Enquiry draft")]
    EnquiryDraft,

    /// <summary>A check of the monitoring rota.</summary>
    [Display(Name = "Monitoring check")]
    MonitoringCheck,

    /// <summary>Something to be done because of what a check found.</summary>
    [Display(Name = "Follow-up of a monitoring check")]
    MonitoringFollowUp,

    /// <summary>An incident that waits for its assessment.</summary>
    [Display(Name = "Assessment of an incident")]
    IncidentAssessment,

    /// <summary>The next contact with an agency about an incident.</summary>
    [Display(Name = "Referral")]
    Referral,

    /// <summary>A personal data breach, 24 hours after the school knew of it.</summary>
    [Display(Name = "Personal data breach after 24 hours")]
    BreachAfter24Hours,

    /// <summary>A personal data breach, 48 hours after the school knew of it.</summary>
    [Display(Name = "Personal data breach after 48 hours")]
    BreachAfter48Hours,

    /// <summary>The notification of a personal data breach, due 72 hours after the school knew of it.</summary>
    [Display(Name = "Notification of a personal data breach")]
    BreachNotification,
}

/// <summary>
/// A time by which something has to be done, and the alerts about it. It is a record of its own beside the one it is of: an alert that is
/// raised while somebody types an answer must not make that answer stale. Each level is raised at most once per due time; after a
/// downtime only the highest that has passed is raised, and the lower ones are kept as skipped. What it is of begins, moves and ends it.
/// </summary>
public sealed class Deadline : Entity
{
    private readonly List<DeadlineAlert> _alerts = [];

    private Deadline()
    {
    }

    /// <summary>The reference of what it is of: people, and the audit, know it by that.</summary>
    public override string Reference => SubjectReference;

    /// <summary>What it is of.</summary>
    public DeadlineSubject Subject { get; private set; }

    /// <summary>The number of what it is of.</summary>
    public int SubjectId { get; private set; }

    /// <summary>The reference of what it is of.</summary>
    public string SubjectReference { get; private set; } = "";

    /// <summary>From when it is due soon, UTC.</summary>
    public DateTime DueSoonAt { get; private set; }

    /// <summary>When it is due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>From when it is escalated, UTC.</summary>
    public DateTime EscalatesAt { get; private set; }

    /// <summary>When the next level begins, UTC; <see langword="null"/> when there is none, or it has ended. The job that raises alerts looks for this alone.</summary>
    public DateTime? NextAlertAt { get; private set; }

    /// <summary>When what it is of was done, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What became of each level, for every due time there was.</summary>
    public IReadOnlyList<DeadlineAlert> Alerts => _alerts;

    /// <summary>A deadline of a record that is saved already.</summary>
    /// <param name="subject">What it is of.</param>
    /// <param name="record">The record, with its number.</param>
    /// <param name="times">When its alerts are raised.</param>
    /// <exception cref="ArgumentException">The times are not in order.</exception>
    public static Deadline Of(DeadlineSubject subject, Entity record, AlertTimes times)
    {
        ArgumentNullException.ThrowIfNull(record);
        var deadline = new Deadline { Subject = subject, SubjectId = record.Id, SubjectReference = record.Reference };
        deadline.Take(times);
        return deadline;
    }

    /// <summary>Sets another due time. Alerts of the time so far stay on record; those of the new one start from there.</summary>
    /// <param name="times">When its alerts are raised.</param>
    /// <exception cref="ArgumentException">The times are not in order.</exception>
    public Result Move(AlertTimes times)
    {
        if (EndedAt is not null)
        {
            return AlertErrors.Ended;
        }

        Take(times);
        return Result.Done;
    }

    /// <summary>What it is of was done: no further alert is raised. Ending it twice keeps the first time.</summary>
    /// <param name="at">When, UTC.</param>
    public void End(DateTime at)
    {
        EndedAt ??= at;
        NextAlertAt = null;
    }

    /// <summary>What it is of is to be done again: it was reopened.</summary>
    /// <param name="times">When its alerts are raised.</param>
    /// <exception cref="ArgumentException">The times are not in order.</exception>
    public void Resume(AlertTimes times)
    {
        EndedAt = null;
        Take(times);
    }

    /// <summary>
    /// Raises the highest level that has passed and was not handled for this due time. Every level below it that was not handled is kept as
    /// skipped, so that nothing lower can follow, whatever the clock does afterwards.
    /// </summary>
    /// <param name="by">The part of the portal that raises it.</param>
    /// <param name="at">Now, UTC.</param>
    public Result RaiseAlert(Actor by, DateTime at)
    {
        if (EndedAt is not null || NextAlertAt is null || NextAlertAt > at)
        {
            return AlertErrors.NoneDue;
        }

        var times = Times;
        var open = LevelsLeft();
        // The first that is left is the one for which NextAlertAt stands, so at least that one has passed.
        var highest = open.Last(level => times.Of(level) <= at);
        foreach (var level in open.Where(level => level <= highest))
        {
            _alerts.Add(new DeadlineAlert(level, DueAt, at, level != highest));
        }

        NextAlertAt = NextAfter();
        Record(new AlertRaised(Subject, SubjectId, highest, DueAt, by, at));
        return Result.Done;
    }

    private AlertTimes Times => new(DueSoonAt, DueAt, EscalatesAt);

    private void Take(AlertTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (!times.AreInOrder)
        {
            throw new ArgumentException("A deadline is due soon before it is due, and escalated after that.", nameof(times));
        }

        (DueSoonAt, DueAt, EscalatesAt) = (times.DueSoonAt, times.DueAt, times.EscalatesAt);
        NextAlertAt = NextAfter();
    }

    // Of this due time, those above the highest that was handled: nothing lower is ever raised after something higher.
    private List<AlertLevel> LevelsLeft()
    {
        var last = _alerts.Where(alert => alert.DueAt == DueAt).Select(alert => (int)alert.Level).DefaultIfEmpty(0).Max();
        return [.. Enum.GetValues<AlertLevel>().Where(level => (int)level > last).Order()];
    }

    private DateTime? NextAfter() => LevelsLeft() is [var next, ..] ? Times.Of(next) : null;
}

/// <summary>Why something cannot be done to a deadline.</summary>
public static class AlertErrors
{
    /// <summary>What it is of was done.</summary>
    public static Error Ended { get; } = new("Alert.Ended", "This has been done, so its deadline cannot be moved.", ErrorKind.Conflict);

    /// <summary>No level has passed that was not raised.</summary>
    public static Error NoneDue { get; } = new("Alert.NoneDue", "No alert is due.", ErrorKind.Conflict);
}

/// <summary>An alert about a deadline was raised. The features that own what it is of tell whom it concerns.</summary>
/// <param name="Subject">What the deadline is of.</param>
/// <param name="SubjectId">The number of that.</param>
/// <param name="Level">How urgent it is.</param>
/// <param name="DueAt">When it is or was due, UTC.</param>
/// <param name="By">The part of the portal that raised it.</param>
/// <param name="At">When, UTC.</param>
[Description("Raised an alert about a deadline")]
public sealed record AlertRaised(DeadlineSubject Subject, int SubjectId, AlertLevel Level, DateTime DueAt, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Level", null, Level.InWords()), new("Due", null, LondonTime.Display(DueAt))];
}
