using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>What a one-time link is for.</summary>
public enum OneTimeLinkPurpose
{
    /// <summary>Take up an invitation: set a first password.</summary>
    [Display(Name = "Invitation")]
    Invitation,

    /// <summary>Set a new password after the old one was forgotten.</summary>
    [Display(Name = "Password reset")]
    PasswordReset,
}

/// <summary>
/// A link that lets one person do one thing once, before it runs out. The secret part is in the link alone: the database keeps
/// its SHA-256, so whoever reads the database cannot use the link. Making a new link of the same purpose ends the older ones.
/// </summary>
public sealed class OneTimeLink : Entity
{
    /// <summary>How long an invitation can be taken up.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>How long a password reset can be used.</summary>
    public static readonly TimeSpan PasswordResetLifetime = TimeSpan.FromHours(1);

    private OneTimeLink()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf("LNK");

    /// <summary>Whom it lets in.</summary>
    public int PersonId { get; private set; }

    /// <summary>What for.</summary>
    public OneTimeLinkPurpose Purpose { get; private set; }

    /// <summary>SHA-256 of the secret part, in hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When it runs out, UTC: the first instant at which it no longer works.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used or ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Makes a link.</summary>
    /// <param name="personId">Whom it lets in.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The record to keep, and the secret part for the link, which is kept nowhere.</returns>
    public static (OneTimeLink Link, string Token) Make(int personId, OneTimeLinkPurpose purpose, DateTime at)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var lifetime = purpose switch
        {
            OneTimeLinkPurpose.Invitation => InvitationLifetime,
            OneTimeLinkPurpose.PasswordReset => PasswordResetLifetime,
        };
        var link = new OneTimeLink
        {
            PersonId = personId,
            Purpose = purpose,
            TokenHash = HashOf(token),
            MadeAt = at,
            ExpiresAt = at + lifetime,
        };
        return (link, token);
    }

    /// <summary>The hash by which a presented secret is looked up.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether it still works at the given instant, UTC.</summary>
    public bool IsUsable(DateTime at) => EndedAt is null && at < ExpiresAt;

    /// <summary>Uses it up. Two uses at once are told apart by the version: one of them is refused when it is saved.</summary>
    public Result Use(DateTime at)
    {
        if (!IsUsable(at))
        {
            return PeopleErrors.LinkNotValid;
        }

        EndedAt = at;
        return Result.Done;
    }

    /// <summary>Ends it unused: a newer one takes its place, or the person was deactivated.</summary>
    public void End(DateTime at) => EndedAt ??= at;
}
