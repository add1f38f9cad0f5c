using System.Globalization;
using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>
/// Keeps a secret that was typed in a form that is refused for another reason, so that nothing typed is lost, and the page shows it to nobody:
/// it lies in the form encrypted, for this person, account and kind, for an hour.
/// </summary>
public sealed class HeldSecrets(IDataProtectionProvider protection, CurrentPerson person)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>What the form holds: the secret typed now, else the one held so far.</summary>
    public string? Hold(string? typed, string? held, int accountId, SecretKind kind) =>
        Resolve(typed, held, accountId, kind) is { Length: > 0 } secret ? Protector(accountId, kind).Protect(secret, Lifetime) : null;

    /// <summary>The secret typed now, else the one held; <see langword="null"/> for none, or one that was held too long or for something else.</summary>
    public string? Resolve(string? typed, string? held, int accountId, SecretKind kind)
    {
        if (!string.IsNullOrEmpty(typed) || string.IsNullOrEmpty(held))
        {
            return typed;
        }

        try
        {
            return Protector(accountId, kind).Unprotect(held);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(int accountId, SecretKind kind) => protection.CreateProtector(
        "BrierleyHill.SocialGov.HeldSecret",
        person.Id.ToString(CultureInfo.InvariantCulture),
        accountId.ToString(CultureInfo.InvariantCulture),
        kind.ToString()).ToTimeLimitedDataProtector();
}
