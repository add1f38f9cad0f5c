using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>Why somebody who has seen a secret should no longer be able to use it.</summary>
public enum RotationCauseKind
{
    /// <summary>They do not administer the account now, and perhaps never did.</summary>
    [Display(Name = "does not administer the account")]
    NotAssigned,

    /// <summary>Their last day has passed.</summary>
    [Display(Name = "has left")]
    Left,

    /// <summary>They are deactivated.</summary>
    [Display(Name = "has been deactivated")]
    Deactivated,
}

/// <summary>One person because of whom a secret is due for rotation.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Kind">Why they should not be able to use it.</param>
/// <param name="LastSawAt">When they last saw it, UTC: by a reveal, or by storing it.</param>
public sealed record RotationCause(int PersonId, string Name, RotationCauseKind Kind, DateTime LastSawAt);

/// <summary>
/// That a secret is due for rotation: somebody who does not administer the account now has seen it since it was last changed. Worked out
/// each time that somebody asks, never stored; only a new secret clears it. It never blocks access.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="CredentialId">The credential.</param>
/// <param name="Label">The credential's label.</param>
/// <param name="Kind">The kind of secret. All recovery codes of a credential together are one.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
/// <param name="Because">Those because of whom, the earliest first.</param>
public sealed record RotationDue(
    int AccountId, int CredentialId, string Label, SecretKind Kind, DateTime ChangedAt, IReadOnlyList<RotationCause> Because)
{
    /// <summary>The secret in words: "password", "recovery codes".</summary>
    public string SecretInWords => Kind.InSentence();

    /// <summary>The names of those because of whom, in a sentence.</summary>
    public string NamesInWords => string.Join(", ", Because.Select(cause => cause.Name));
}
