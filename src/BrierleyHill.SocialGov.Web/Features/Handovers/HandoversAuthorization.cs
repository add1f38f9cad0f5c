using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>How much of a hand-over somebody sees.</summary>
public enum HandoverSight
{
    /// <summary>There is none, as far as they may know.</summary>
    None,

    /// <summary>What the leaver is asked to do, without the notes of others.</summary>
    Leaver,

    /// <summary>All of it.</summary>
    Whole,
}

/// <summary>
/// Who may see which hand-over: administrators, senior leaders and whoever administers the account now see all of it; the leaver, whatever
/// their roles, sees what they are asked to do; for everybody else it does not exist (404).
/// </summary>
public static class HandoversAuthorization
{
    /// <summary>How much this person sees.</summary>
    public static HandoverSight SightOf(this Handover handover, SocialMediaAccount account, PeopleDirectory directory, Actor person, DateTime at)
    {
        if (handover.IsLeaver(person))
        {
            return HandoverSight.Leaver;
        }

        return person.Holds(Roles.Administrator) || person.Holds(Roles.SeniorLeader)
            || (person.PersonId is { } id && account.CurrentAdministrators(directory, LondonTime.DateOf(at)).Contains(id))
                ? HandoverSight.Whole
                : HandoverSight.None;
    }

    /// <summary>The hand-overs of which this person sees anything.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    /// <param name="isPastLastDay">Whether their own last day has passed: then they administer nothing any more.</param>
    public static IQueryable<Handover> HandoversSeenBy(this SocialGovDbContext database, Actor person, bool isPastLastDay)
    {
        var handovers = database.Handovers.AsNoTracking();
        if (person.Holds(Roles.Administrator) || person.Holds(Roles.SeniorLeader))
        {
            return handovers;
        }

        var id = person.PersonId;
        return isPastLastDay
            ? handovers.Where(handover => handover.LeaverId == id)
            : handovers.Where(handover => handover.LeaverId == id
                || database.Accounts.Any(account => account.Id == handover.AccountId
                    && account.Assignments.Any(assignment => assignment.PersonId == id && assignment.Until == null && assignment.Role != AssignmentRole.Poster)));
    }

    /// <summary>Loads a hand-over with its account to work on it, or says that there is none: also where there is one of which this person does not see all.</summary>
    public static async Task<(Handover Handover, SocialMediaAccount Account, HandoverCircumstances Circumstances)?> FindHandoverToWorkOnAsync(
        this SocialGovDbContext database, int id, Actor person, DateTime at, CancellationToken cancellationToken)
    {
        if (await database.Handovers.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } handover)
        {
            return null;
        }

        var account = await database.Accounts.SingleAsync(found => found.Id == handover.AccountId, cancellationToken);
        var circumstances = await database.LoadHandoverCircumstancesAsync(handover, at, cancellationToken);
        return handover.SightOf(account, circumstances.Directory, person, at) == HandoverSight.Whole ? (handover, account, circumstances) : null;
    }
}
