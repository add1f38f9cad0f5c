using BrierleyHill.SocialGov.Domain.SignIn;
using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// The password, the second factor and the lockout of one person, as ASP.NET Core Identity keeps them. It has the number of its person
/// (<see cref="Domain.People.Person"/>), who owns everything else: name, address, roles and whether they may sign in.
/// <see cref="IdentityUser{TKey}.TwoFactorEnabled"/> is true exactly while there is an authenticator app or a passkey.
/// </summary>
public sealed class SignInAccount : IdentityUser<int>
{
    /// <summary>Longest protected key of an authenticator app, in characters.</summary>
    public const int ProtectedKeyMaximumLength = 1000;

    /// <summary>Longest list of hashed recovery codes, in characters: ten hashes of 64 with a space between.</summary>
    public const int RecoveryCodeHashesMaximumLength = 700;

    /// <summary>For the database alone.</summary>
    public SignInAccount()
    {
    }

    /// <summary>The sign-in of a person who takes up an invitation.</summary>
    /// <param name="personId">The person's number, which becomes this record's.</param>
    public SignInAccount(int personId)
    {
        Id = personId;
        UserName = $"person-{personId.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        NormalizedUserName = UserName.ToUpperInvariant();
        LockoutEnabled = true;
        EndSessions();
    }

    /// <summary>The key of the authenticator app, encrypted; <see langword="null"/> where there is none.</summary>
    public string? ProtectedAuthenticatorKey { get; private set; }

    /// <summary>When the authenticator app was set up, UTC.</summary>
    public DateTime? AuthenticatorSetUpAt { get; private set; }

    /// <summary>The step of the last code that was accepted: neither it nor an older one is accepted again.</summary>
    public long? LastAcceptedStep { get; private set; }

    /// <summary>The hashes of the recovery codes that are left, with spaces between; <see langword="null"/> where there is no set.</summary>
    public string? RecoveryCodeHashes { get; private set; }

    /// <summary>When the recovery codes were made, UTC.</summary>
    public DateTime? RecoveryCodesMadeAt { get; private set; }

    /// <summary>Whether an authenticator app is set up.</summary>
    public bool HasAuthenticator => ProtectedAuthenticatorKey is not null;

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryCodesLeft => HashesLeft().Length;

    /// <summary>Whether sign-in is locked at the given instant, UTC. Identity's own check reads the machine's clock; this one is told the time.</summary>
    public bool IsLocked(DateTime at) => LockoutEnd is { } end && at < end.UtcDateTime;

    /// <summary>Counts a wrong password or code.</summary>
    /// <param name="at">When, UTC.</param>
    /// <param name="limits">How many are allowed, and for how long sign-in is locked after them.</param>
    /// <returns>Whether this one locked the sign-in.</returns>
    public bool CountWrongTry(DateTime at, LockoutOptions limits)
    {
        Touch();
        AccessFailedCount++;
        if (AccessFailedCount < limits.MaxFailedAccessAttempts)
        {
            return false;
        }

        AccessFailedCount = 0;
        LockoutEnd = new DateTimeOffset(at, TimeSpan.Zero) + limits.DefaultLockoutTimeSpan;
        return true;
    }

    /// <summary>Forgets wrong tries, once the person has given everything that is asked of them.</summary>
    public void ForgetWrongTries()
    {
        if (AccessFailedCount > 0 || LockoutEnd is not null)
        {
            Touch();
            AccessFailedCount = 0;
            LockoutEnd = null;
        }
    }

    /// <summary>
    /// Takes a new password. Every session of the person ends. So does a lock, unless there is a second factor: whoever can set new
    /// passwords, as with a stolen mailbox, must not win new tries at the codes by it.
    /// </summary>
    /// <param name="hash">The password's hash.</param>
    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        if (!TwoFactorEnabled)
        {
            ForgetWrongTries();
        }

        EndSessions();
    }

    /// <summary>Ends every session of the person: each request is held against this stamp.</summary>
    public void EndSessions()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        Touch();
    }

    /// <summary>Takes a new authenticator app, also in place of another. Every session ends.</summary>
    /// <param name="protectedKey">Its key, encrypted.</param>
    /// <param name="step">The step of the code that confirmed it, which is thereby used.</param>
    /// <param name="at">When, UTC.</param>
    public void SetUpAuthenticator(string protectedKey, long step, DateTime at)
    {
        (ProtectedAuthenticatorKey, AuthenticatorSetUpAt, LastAcceptedStep) = (protectedKey, at, step);
        TwoFactorEnabled = true;
        EndSessions();
    }

    /// <summary>Writes down that a code was accepted.</summary>
    /// <param name="step">Its step.</param>
    public void AcceptCode(long step)
    {
        LastAcceptedStep = step;
        Touch();
    }

    /// <summary>Gives up the authenticator app. Every session ends.</summary>
    /// <param name="hasPasskeys">Whether a passkey is left; without one the recovery codes, which stand in for nothing then, go too.</param>
    public void RemoveAuthenticator(bool hasPasskeys)
    {
        (ProtectedAuthenticatorKey, AuthenticatorSetUpAt, LastAcceptedStep) = (null, null, null);
        KeepSecondFactorWhile(hasPasskeys);
    }

    /// <summary>Says that a passkey was added. Every session ends.</summary>
    public void AddPasskey()
    {
        TwoFactorEnabled = true;
        EndSessions();
    }

    /// <summary>Says that a passkey was removed. Every session ends.</summary>
    /// <param name="hasOtherPasskeys">Whether another is left.</param>
    public void RemovePasskey(bool hasOtherPasskeys) => KeepSecondFactorWhile(hasOtherPasskeys || HasAuthenticator);

    /// <summary>Takes a new set of recovery codes; the old set stops working.</summary>
    /// <param name="codes">The codes as the person sees them. Their hashes alone are kept.</param>
    /// <param name="at">When, UTC.</param>
    public void KeepRecoveryCodes(IEnumerable<string> codes, DateTime at)
    {
        RecoveryCodeHashes = string.Join(' ', codes.Select(code => RecoveryCodes.HashOf(Id, code)));
        RecoveryCodesMadeAt = at;
        Touch();
    }

    /// <summary>Uses a recovery code up.</summary>
    /// <param name="code">What was typed.</param>
    /// <returns>Whether it was one of those left.</returns>
    public bool UseRecoveryCode(string? code)
    {
        var hash = RecoveryCodes.HashOf(Id, code);
        var left = HashesLeft();
        if (!left.Contains(hash, StringComparer.Ordinal))
        {
            return false;
        }

        RecoveryCodeHashes = string.Join(' ', left.Where(other => !string.Equals(other, hash, StringComparison.Ordinal)));
        Touch();
        return true;
    }

    /// <summary>Takes everything of the second factor away but the passkeys, which are rows of their own. Every session ends, and so does a lock.</summary>
    public void ForgetSecondFactor()
    {
        RemoveAuthenticator(hasPasskeys: false);
        ForgetWrongTries();
    }

    private void KeepSecondFactorWhile(bool anythingIsLeft)
    {
        TwoFactorEnabled = anythingIsLeft;
        if (!anythingIsLeft)
        {
            (RecoveryCodeHashes, RecoveryCodesMadeAt) = (null, null);
        }

        EndSessions();
    }

    private string[] HashesLeft() => (RecoveryCodeHashes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Two who change the account at once meet at this stamp, and one of them is told so.
    private void Touch() => ConcurrencyStamp = Guid.NewGuid().ToString("N");
}
