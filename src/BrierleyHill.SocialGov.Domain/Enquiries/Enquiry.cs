using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>What somebody logs about an enquiry, as it was typed.</summary>
/// <param name="AccountId">The account through which it came.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Place">Where it was made.</param>
/// <param name="From">Who wrote it: as little as possible.</param>
/// <param name="Text">What it says.</param>
/// <param name="Link">Where it stands.</param>
public sealed record EnquiryAnswers(int? AccountId, EnquiryKind? Kind, EnquiryPlace? Place, string? From, string? Text, string? Link);

/// <summary>
/// A comment, query or complaint that came through an account of the school, or a journalist's contact (clauses MON-2, BEH-3, OFF-2).
/// Lifecycle: see <see cref="EnquiryStatus"/>. When it is due is worked out once, when it is logged, and again when the time at which
/// it was received is corrected.
/// </summary>
public sealed class Enquiry : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ENQ";

    private Enquiry()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account through which it came.</summary>
    public int AccountId { get; private set; }

    /// <summary>What kind it is.</summary>
    public EnquiryKind Kind { get; private set; }

    /// <summary>Where it was made.</summary>
    public EnquiryPlace Place { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string From { get; private set; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where it stands, or "".</summary>
    public string Link { get; private set; } = "";

    /// <summary>Where it stands in its life.</summary>
    public EnquiryStatus Status { get; private set; }

    /// <summary>When it was received, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>When an answer is due, UTC: the first instant that is late.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Which part of clause MON-2 decided when it is due.</summary>
    public ResponseRule Rule { get; private set; }

    /// <summary>When the clock was stopped, UTC: by the first acknowledgement, reply or explained removal.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Whom it is assigned to.</summary>
    public int? AssigneeId { get; private set; }

    /// <summary>Who logged it.</summary>
    public int LoggedById { get; private set; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTime LoggedAt { get; private set; }

    /// <summary>The monitoring check from which it was raised.</summary>
    public int? MonitoringCheckId { get; private set; }
}

/// <summary>An enquiry was logged.</summary>
[Description("Logged an enquiry")]
public sealed record EnquiryLogged(Actor By, DateTime At) : DomainEvent(By, At);
