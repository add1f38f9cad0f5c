using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// That a person holds a role on the platform itself, by their own profile there: a Facebook page hangs on personal profiles, and no
/// password of the school's takes them off it. Whoever has left can be recorded as well: that is exactly what has to be found (clause ADM-5).
/// It is removed, never deleted.
/// </summary>
public sealed class PlatformRole : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ROL";

    /// <summary>Longest role, in characters.</summary>
    public const int RoleMaximumLength = 100;

    // Facebook, the oldest of the platforms, began.
    private static readonly DateOnly Earliest = new(2004, 1, 1);

    private PlatformRole()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account.</summary>
    public int AccountId { get; private set; }

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>What the platform calls the role.</summary>
    public string Role { get; private set; } = "";

    /// <summary>The same in capitals: nobody is recorded twice with one role, alike on every database.</summary>
    public string NormalisedRole { get; private set; } = "";

    /// <summary>Since when, London, if anybody knows.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Who recorded it.</summary>
    public int RecordedById { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded that it was removed.</summary>
    public int? RemovedById { get; private set; }

    /// <summary>When that was recorded, UTC; <see langword="null"/> while it is held.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>Whether it is held.</summary>
    public bool IsHeld => RemovedAt is null;

    /// <summary>Records a role. That nobody has it twice is decided by a unique index.</summary>
    /// <param name="personId">Who holds it.</param>
    /// <param name="role">What the platform calls it.</param>
    /// <param name="since">Since when, if anybody knows.</param>
    /// <param name="access">What the person who records it may do in this vault.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<PlatformRole> Add(int? personId, string? role, DateOnly? since, VaultAccess access, PeopleDirectory directory, DateTime at)
    {
        if (access.CheckMayStore() is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (personId is not { } holder || directory.Find(holder) is null)
        {
            return VaultErrors.PersonUnknown;
        }

        var words = string.Join(' ', PlainText.CleanLine(role).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
        {
            return VaultErrors.RoleMissing;
        }

        if (words.Length > RoleMaximumLength)
        {
            return VaultErrors.RoleTooLong;
        }

        if (since > LondonTime.DateOf(at) || since < Earliest)
        {
            return VaultErrors.SinceWrong;
        }

        var added = new PlatformRole
        {
            AccountId = access.AccountId,
            PersonId = holder,
            Role = words,
            NormalisedRole = words.ToUpperInvariant(),
            Since = since,
            RecordedById = access.By.PersonId!.Value,
            RecordedAt = at,
        };
        added.Record(new PlatformRoleRecorded(directory.NameOf(holder), words, access.By, at));
        return added;
    }

    /// <summary>Records that the role was taken away on the platform.</summary>
    /// <param name="access">What the person who records it may do in this vault.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="at">When, UTC.</param>
    public Result Remove(VaultAccess access, PeopleDirectory directory, DateTime at)
    {
        if (access.CheckMayStore() is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsHeld)
        {
            return VaultErrors.RoleRemoved;
        }

        (RemovedById, RemovedAt) = (access.By.PersonId, at);
        Record(new PlatformRoleRemoved(directory.NameOf(PersonId), Role, access.By, at));
        return Result.Done;
    }
}
