namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>That a person administers one account or posts to it. It is ended, never deleted.</summary>
public sealed class AccountAssignment
{
    private AccountAssignment()
    {
    }

    internal AccountAssignment(int personId, AssignmentRole role, DateTime from)
    {
        PersonId = personId;
        Role = role;
        From = from;
    }

    /// <summary>The assignment's number.</summary>
    public int Id { get; private set; }

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>As what.</summary>
    public AssignmentRole Role { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>Until when, UTC; <see langword="null"/> while it lasts.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Whether it lasts.</summary>
    public bool IsCurrent => Until is null;

    /// <summary>Whether it is to administer the account, as lead or deputy.</summary>
    public bool IsToAdminister => Role is AssignmentRole.LeadAdministrator or AssignmentRole.DeputyAdministrator;

    internal void End(DateTime at) => Until = at;
}
