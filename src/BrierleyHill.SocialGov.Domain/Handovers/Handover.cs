using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>The controlled hand-over of one account (clause ADM-5). Lifecycle: see <see cref="HandoverStatus"/>.</summary>
public sealed class Handover : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "HND";

    private Handover()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account.</summary>
    public int AccountId { get; private set; }

    /// <summary>Who leaves it; <see langword="null"/> where an account is closed although nobody leaves.</summary>
    public int? LeaverId { get; private set; }

    /// <summary>Where it stands.</summary>
    public HandoverStatus Status { get; private set; }

    /// <summary>What it is to end in.</summary>
    public HandoverOutcome Outcome { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime OpenedAt { get; private set; }
}
