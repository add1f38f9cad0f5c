using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Alerts;

/// <summary>How urgent an alert about a deadline is. The numbers grow with the urgency and are never changed.</summary>
public enum AlertLevel
{
    /// <summary>The deadline comes near.</summary>
    [Display(Name = "Due soon")]
    DueSoon = 1,

    /// <summary>The deadline has passed.</summary>
    [Display(Name = "Overdue")]
    Overdue = 2,

    /// <summary>It passed a while ago, and whoever answers for the school hears of it.</summary>
    [Display(Name = "Escalated")]
    Escalated = 3,
}

/// <summary>When the alerts of one deadline are raised. Each is the first instant of its level, UTC.</summary>
/// <param name="DueSoonAt">When it is due soon; not after <paramref name="DueAt"/>.</param>
/// <param name="DueAt">When it is due, and overdue from then on.</param>
/// <param name="EscalatesAt">When it is escalated; not before <paramref name="DueAt"/>.</param>
public sealed record AlertTimes(DateTime DueSoonAt, DateTime DueAt, DateTime EscalatesAt)
{
    /// <summary>Whether no level begins before the one below it. A deadline takes no others. Of two that begin at once the higher is raised.</summary>
    public bool AreInOrder => DueSoonAt <= DueAt && DueAt <= EscalatesAt;

    /// <summary>When this level begins, UTC.</summary>
    public DateTime Of(AlertLevel level) => level switch
    {
        AlertLevel.DueSoon => DueSoonAt,
        AlertLevel.Overdue => DueAt,
        AlertLevel.Escalated => EscalatesAt,
    };
}

/// <summary>What became of one level of one deadline. It is there once per deadline, level and due time: a unique index holds it.</summary>
public sealed class DeadlineAlert
{
    private DeadlineAlert()
    {
    }

    internal DeadlineAlert(AlertLevel level, DateTime dueAt, DateTime at, bool isSkipped)
    {
        Level = level;
        DueAt = dueAt;
        At = at;
        IsSkipped = isSkipped;
    }

    /// <summary>The alert's number.</summary>
    public int Id { get; private set; }

    /// <summary>Its level.</summary>
    public AlertLevel Level { get; private set; }

    /// <summary>The due time that it is of, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When it was raised or skipped, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether nobody was told, because a higher level had passed as well: after a downtime, for instance.</summary>
    public bool IsSkipped { get; private set; }
}
