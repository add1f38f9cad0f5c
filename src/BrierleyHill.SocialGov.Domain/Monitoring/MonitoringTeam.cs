using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Monitoring;

/// <summary>Somebody who looks after an account now.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">As what.</param>
public sealed record TeamMember(int PersonId, AssignmentRole Role);

/// <summary>The people who look after one account, as the rules of monitoring need them: who they are, and who of them is there on a day.</summary>
/// <param name="members">The assignments that last.</param>
/// <param name="directory">Everybody the school knows.</param>
public sealed class MonitoringTeam(IEnumerable<TeamMember> members, PeopleDirectory directory)
{
    private readonly IReadOnlyList<TeamMember> _members = [.. members.OrderBy(member => member.Role).ThenBy(member => member.PersonId)];

    /// <summary>Everybody who is assigned: the lead first, then deputies, then posters.</summary>
    public IReadOnlyList<TeamMember> Members => _members;

    /// <summary>Everybody the school knows.</summary>
    public PeopleDirectory Directory => directory;

    /// <summary>The team of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    public static MonitoringTeam Of(SocialMediaAccount account, PeopleDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new MonitoringTeam(
            account.Assignments.Where(assignment => assignment.IsCurrent).Select(assignment => new TeamMember(assignment.PersonId, assignment.Role)), directory);
    }

    /// <summary>What the person does on the account, or <see langword="null"/>.</summary>
    public AssignmentRole? RoleOf(int personId) => _members.FirstOrDefault(member => member.PersonId == personId)?.Role;

    /// <summary>Whether the person administers the account, as lead or deputy.</summary>
    public bool IsAdministeredBy(int personId) => RoleOf(personId) is AssignmentRole.LeadAdministrator or AssignmentRole.DeputyAdministrator;

    /// <summary>Whether the person can be on duty on a day: assigned to the account, able to sign in, and not past their last day.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="date">The day, London.</param>
    public bool IsThere(int personId, DateOnly date) =>
        RoleOf(personId) is not null && directory.Find(personId) is { IsActive: true } person && (person.LeavingDate is null || person.LeavingDate >= date);

    /// <summary>The administrators of the account who are there on a day, the lead first.</summary>
    /// <param name="date">The day, London.</param>
    public IEnumerable<int> AdministratorsOn(DateOnly date) =>
        _members.Where(member => member.Role != AssignmentRole.Poster && IsThere(member.PersonId, date)).Select(member => member.PersonId);

    /// <summary>Whether the person may see what monitoring of this account found: those who look after it, administrators by role and senior leaders.</summary>
    public bool MayBeSeenBy(Actor person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(Roles.SeniorLeader) || MayBeCheckedBy(person);
    }

    /// <summary>Whether the person may do a check: those who look after the account, and administrators by role.</summary>
    public bool MayBeCheckedBy(Actor person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(Roles.Administrator) || (person.PersonId is { } id && RoleOf(id) is not null);
    }

    /// <summary>Whether the person may change the rota: the account's administrators, administrators by role and senior leaders.</summary>
    public bool MayBePlannedBy(Actor person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator) || (person.PersonId is { } id && IsAdministeredBy(id));
    }
}

/// <summary>What monitoring needs to know of an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Status">Where it stands: only an active one is looked at.</param>
/// <param name="WebAddress">Where it is on its platform.</param>
/// <param name="Team">Who looks after it.</param>
public sealed record MonitoredAccount(int Id, string Name, AccountStatus Status, string? WebAddress, MonitoringTeam Team)
{
    /// <summary>What monitoring needs to know of an account of the register.</summary>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    public static MonitoredAccount Of(SocialMediaAccount account, PeopleDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new MonitoredAccount(account.Id, account.Name, account.Status, account.WebAddress, MonitoringTeam.Of(account, directory));
    }

    /// <summary>Its reference.</summary>
    public string Reference => Shared.Reference.Of(SocialMediaAccount.ReferenceKind, Id);
}
