using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// The password and its lockout of one person, as ASP.NET Core Identity keeps them. It has the number of its person
/// (<see cref="Domain.People.Person"/>), who owns everything else: name, address, roles and whether they may sign in.
/// </summary>
public sealed class SignInAccount : IdentityUser<int>
{
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

    /// <summary>Whether sign-in is locked at the given instant, UTC. Identity's own check reads the machine's clock; this one is told the time.</summary>
    public bool IsLocked(DateTime at) => LockoutEnd is { } end && at < end.UtcDateTime;

    /// <summary>Counts a wrong password.</summary>
    /// <param name="at">When, UTC.</param>
    /// <param name="limits">How many are allowed, and for how long sign-in is locked after them.</param>
    /// <returns>Whether this one locked the sign-in.</returns>
    public bool CountWrongTry(DateTime at, LockoutOptions limits)
    {
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
        AccessFailedCount++;
        if (AccessFailedCount < limits.MaxFailedAccessAttempts)
        {
            return false;
        }

        AccessFailedCount = 0;
        LockoutEnd = new DateTimeOffset(at, TimeSpan.Zero) + limits.DefaultLockoutTimeSpan;
        return true;
    }

    /// <summary>Forgets wrong passwords after a right one.</summary>
    public void ForgetWrongTries()
    {
        if (AccessFailedCount > 0 || LockoutEnd is not null)
        {
            ConcurrencyStamp = Guid.NewGuid().ToString("N");
            AccessFailedCount = 0;
            LockoutEnd = null;
        }
    }

    /// <summary>Takes a new password. Every session of the person ends, and so does a lock.</summary>
    /// <param name="hash">The password's hash.</param>
    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        ForgetWrongTries();
        EndSessions();
    }

    /// <summary>Ends every session of the person: each request is held against this stamp.</summary>
    public void EndSessions()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
