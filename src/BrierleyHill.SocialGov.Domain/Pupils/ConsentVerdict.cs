using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>Why a pupil may or may not appear. The names are stored with a verdict and are never changed.</summary>
public enum CoverReason
{
    /// <summary>What was given covers it.</summary>
    [Display(Name = "Consent on record")]
    Covered,

    /// <summary>Nobody has answered.</summary>
    [Display(Name = "Not asked")]
    NotAsked,

    /// <summary>Refused.</summary>
    [Display(Name = "Refused")]
    Refused,

    /// <summary>Taken back.</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,

    /// <summary>It held until a day that has passed, or was ended for the new school year.</summary>
    [Display(Name = "Run out")]
    Expired,

    /// <summary>The pupil has left the school.</summary>
    [Display(Name = "Left the school")]
    Left,

    /// <summary>The pupil is protected.</summary>
    [Display(Name = "Protected")]
    Protected,
}

/// <summary>
/// What staff are shown. A protected pupil and one for whom it was refused are shown alike, so that nobody can tell one from the other
/// (the policy's need to know; ADR 49).
/// </summary>
public enum ShownAnswer
{
    /// <summary>May appear.</summary>
    [Display(Name = "May appear")]
    MayAppear,

    /// <summary>May not, and nothing is said of why.</summary>
    [Display(Name = "Do not publish")]
    DoNotPublish,

    /// <summary>May not: nobody has answered.</summary>
    [Display(Name = "Not asked: no")]
    NotAsked,

    /// <summary>May not: what was given has run out.</summary>
    [Display(Name = "Run out: no")]
    AskAgain,

    /// <summary>May not: the pupil has left.</summary>
    [Display(Name = "Left the school")]
    Left,
}

/// <summary>Whether a pupil may appear in a use on a day.</summary>
/// <param name="Because">Why. Shown to those alone who may know of protection; everybody else sees <see cref="Shown"/>.</param>
/// <param name="Decision">The number of the decision on which it rests, or <see langword="null"/>.</param>
/// <param name="Until">The last day on which it holds, where it is covered up to a day.</param>
public sealed record ConsentVerdict(CoverReason Because, int? Decision, DateOnly? Until)
{
    /// <summary>Whether the pupil may appear.</summary>
    public bool MayAppear => Because == CoverReason.Covered;

    /// <summary>What staff are shown.</summary>
    public ShownAnswer Shown { get; init; } = Because switch
    {
        CoverReason.Covered => ShownAnswer.MayAppear,
        CoverReason.NotAsked => ShownAnswer.NotAsked,
        CoverReason.Expired => ShownAnswer.AskAgain,
        CoverReason.Left => ShownAnswer.Left,
        CoverReason.Refused or CoverReason.Withdrawn or CoverReason.Protected => ShownAnswer.DoNotPublish,
    };
}

/// <summary>The rule of who may appear where (clause IMG-1). It fails closed: what is not plainly covered is not covered.</summary>
public static class ConsentCover
{
    /// <summary>
    /// Whether a pupil may appear. A yes covers only where no other decision about that use was recorded after it, and none that says no bears a later date:
    /// a form that lay in a drawer does not undo a withdrawal.
    /// </summary>
    /// <param name="isProtected">Whether the pupil is protected: it overrides every answer.</param>
    /// <param name="leavingOn">The pupil's last day at the school, or <see langword="null"/>.</param>
    /// <param name="decisions">The pupil's decisions about this use, in any order.</param>
    /// <param name="on">The day, London.</param>
    public static ConsentVerdict Of(bool isProtected, DateOnly? leavingOn, IEnumerable<ConsentDecision> decisions, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (isProtected)
        {
            return new ConsentVerdict(CoverReason.Protected, null, null);
        }

        // Somebody who leaves with a refusal on record keeps it: "left" would tell a refusal from protection.
        if (Governing(decisions) is not { } governing)
        {
            return new ConsentVerdict(leavingOn < on ? CoverReason.Left : CoverReason.NotAsked, null, null);
        }

        var because = governing.Answer switch
        {
            ConsentAnswer.Refused => CoverReason.Refused,
            ConsentAnswer.Withdrawn => CoverReason.Withdrawn,
            ConsentAnswer.Ended => leavingOn < on ? CoverReason.Left : CoverReason.Expired,
            ConsentAnswer.Given => OfGiven(governing, leavingOn, on),
        };
        return new ConsentVerdict(because, governing.Number, because == CoverReason.Covered ? Earlier(governing.ValidUntil, leavingOn) : null);
    }

    /// <summary>The decision that counts, or <see langword="null"/> where nobody has answered.</summary>
    /// <param name="decisions">The pupil's decisions about one use, in any order.</param>
    public static ConsentDecision? Governing(IEnumerable<ConsentDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ConsentDecision? governing = null;
        DateOnly? lastNo = null;
        foreach (var decision in decisions.OrderBy(one => one.Number))
        {
            if (decision.Answer == ConsentAnswer.Ended)
            {
                // Nobody said no: a form of July for the year from September still counts.
                governing = decision;
            }
            else if (decision.IsNo)
            {
                governing = decision;
                lastNo = lastNo > decision.DecidedOn ? lastNo : decision.DecidedOn;
            }
            else if (lastNo is null || decision.DecidedOn >= lastNo)
            {
                governing = decision;
            }
        }

        return governing;
    }

    private static CoverReason OfGiven(ConsentDecision given, DateOnly? leavingOn, DateOnly on) => leavingOn < on ? CoverReason.Left
        // Dated ahead, it covers from that day.
        : given.DecidedOn > on ? CoverReason.NotAsked
        : given.ValidUntil < on ? CoverReason.Expired
        : CoverReason.Covered;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
