using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>Who administers the account and who posts to it (clauses BC-4, SLT-7, STF-1).</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>What the person is assigned to do now, or <see langword="null"/>.</summary>
    public AssignmentRole? RoleOf(int personId) => _assignments.Find(assignment => assignment.PersonId == personId && assignment.IsCurrent)?.Role;

    /// <summary>
    /// The people who administer the account now: assigned as lead or deputy, able to sign in, and not past their last day. They alone
    /// open its credentials (ADM-3).
    /// </summary>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="today">Today, London.</param>
    public IReadOnlySet<int> CurrentAdministrators(PeopleDirectory directory, DateOnly today) => _assignments
        .Where(assignment => assignment.IsCurrent && assignment.IsToAdminister && directory.Find(assignment.PersonId) is { IsActive: true } person
            && (person.LeavingDate is null || person.LeavingDate >= today))
        .Select(assignment => assignment.PersonId)
        .ToHashSet();

    /// <summary>
    /// Assigns a person, or gives them another role: the role so far then ends. A new lead makes the lead so far a deputy. Nobody assigns
    /// themselves: an assignment opens the vault, so it takes two people.
    /// </summary>
    /// <param name="personId">Whom.</param>
    /// <param name="role">As what.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">An administrator or a senior leader, not the person.</param>
    /// <param name="at">When, UTC.</param>
    public Result Assign(int personId, AssignmentRole role, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayAssign(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!Enum.IsDefined(role))
        {
            return AccountErrors.Missing("Role", "Choose what the person does on the account.");
        }

        if (!directory.IsActive(personId))
        {
            return AccountErrors.PersonNotActive;
        }

        if (by.Is(personId))
        {
            return AccountErrors.AssignsThemselves;
        }

        var before = RoleOf(personId);
        if (before == role)
        {
            return AccountErrors.AssignedAlready;
        }

        if (role == AssignmentRole.LeadAdministrator
            && _assignments.Find(assignment => assignment.IsCurrent && assignment.Role == AssignmentRole.LeadAdministrator) is { } lead)
        {
            lead.End(at);
            _assignments.Add(new AccountAssignment(lead.PersonId, AssignmentRole.DeputyAdministrator, at));
            Happened(new PersonAssigned(
                lead.PersonId, directory.NameOf(lead.PersonId), AssignmentRole.LeadAdministrator, AssignmentRole.DeputyAdministrator, by, at));
        }

        _assignments.Find(assignment => assignment.PersonId == personId && assignment.IsCurrent)?.End(at);
        _assignments.Add(new AccountAssignment(personId, role, at));
        Happened(new PersonAssigned(personId, directory.NameOf(personId), before, role, by, at));
        return Result.Done;
    }

    /// <summary>Ends a person's assignment. That too few administrators are left shows as out of policy; it does not hold anybody back.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="because">Why.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">An administrator or a senior leader; a person may end their own.</param>
    /// <param name="at">When, UTC.</param>
    public Result EndAssignment(int personId, string? because, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayEndAssignment(personId, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (ReasonOf(because, "Enter why the assignment ends. It stays on the record.", out var why) is { IsRefused: true } missing)
        {
            return missing;
        }

        var own = _assignments.Find(assignment => assignment.PersonId == personId && assignment.IsCurrent)!;
        own.End(at);
        Happened(new AssignmentEnded(personId, directory.NameOf(personId), own.Role, why, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may end that person's assignment: who may assign, and everybody their own.</summary>
    public Result CheckMayEndAssignment(int personId, Actor by)
    {
        if (CheckMayAssign(by) is { IsRefused: true } refusal && !by.Is(personId))
        {
            return refusal;
        }

        return RoleOf(personId) is null ? AccountErrors.NotAssigned : Result.Done;
    }

    /// <summary>Whether this person may say who looks after the account: administrators and senior leaders, while it is not closed.</summary>
    public Result CheckMayAssign(Actor by)
    {
        if (!by.Holds(Roles.Administrator) && !by.Holds(Roles.SeniorLeader))
        {
            return AccountErrors.OnlyAdministratorsAndLeaders;
        }

        return Status == AccountStatus.Closed ? AccountErrors.Closed : Result.Done;
    }
}
