using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Opens a hand-over for every account of somebody who leaves, moves those that are open, and cancels them when the date is taken away (ADM-5).</summary>
public sealed class FollowLeavingDate : EventRule<Person, LeavingDateRecorded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Person record, LeavingDateRecorded happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.After is { } lastDay)
        {
            foreach (var open in await database.LoadOpenHandoversOfAsync(record.Id, cancellationToken))
            {
                _ = open.MoveLeavingDate(lastDay, happened.By, happened.At);
            }

            await database.OpenForLeaverAsync(record, lastDay, HandoverCause.LeavingDate, happened.By, happened.At, cancellationToken);
            return;
        }

        // Somebody without access has left, with or without a date: their accounts still have to be handed over.
        if (record.Status == PersonStatus.Deactivated)
        {
            return;
        }

        foreach (var open in await database.LoadOpenHandoversOfAsync(record.Id, cancellationToken))
        {
            _ = open.LeaverStays(happened.By, happened.At);
        }
    }
}

/// <summary>Whoever is deactivated without a leaving date leaves their accounts behind too.</summary>
public sealed class OpenForDeactivated : EventRule<Person, PersonDeactivated>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Person record, PersonDeactivated happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        // With a date they are open already, or somebody cancelled them and said why.
        if (record.LeavingDate is null)
        {
            await database.OpenForLeaverAsync(record, LondonTime.DateOf(happened.At), HandoverCause.Deactivated, happened.By, happened.At, cancellationToken);
        }
    }
}

/// <summary>Whoever is let back in keeps their accounts: what the deactivation opened is cancelled.</summary>
public sealed class CancelForReturned : EventRule<Person, PersonReactivated>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Person record, PersonReactivated happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var open in await database.LoadOpenHandoversOfAsync(record.Id, cancellationToken))
        {
            _ = open.LeaverReturns(happened.By, happened.At);
        }
    }
}

/// <summary>An account that is given to somebody who will leave is handed over from the first day on.</summary>
public sealed class OpenForAssignedLeaver : EventRule<SocialMediaAccount, PersonAssigned>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, PersonAssigned happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var key = Handover.OpenKeyOf(record.Id, happened.PersonId);
        if (await database.Handovers.SingleOrDefaultAsync(open => open.OpenKey == key, cancellationToken) is { } handover)
        {
            _ = handover.FollowRole(happened.Role, happened.By, happened.At);
            return;
        }

        await database.OpenForLeaversAmongAsync(record, [happened.PersonId], happened.By, happened.At, cancellationToken);
    }
}

/// <summary>So too where a business case is approved that names somebody who will leave.</summary>
public sealed class OpenForNamedLeaver : EventRule<SocialMediaAccount, AccountEntered>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(SocialMediaAccount record, AccountEntered happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.OpenForLeaversAmongAsync(
            record, [.. record.Assignments.Select(assignment => assignment.PersonId)], happened.By, happened.At, cancellationToken);
}

/// <summary>Of a closed account nothing is left to hand over.</summary>
public sealed class CancelForClosedAccount : EventRule<SocialMediaAccount, AccountClosed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountClosed happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        // The one that closed it is completed by now.
        var open = await database.Handovers
            .Where(handover => handover.AccountId == record.Id && handover.Status == HandoverStatus.Open)
            .ToListAsync(cancellationToken);
        foreach (var handover in open)
        {
            _ = handover.EndWithAccount(happened.By, happened.At);
        }
    }
}

/// <summary>A review that ends in closing the account opens the hand-over that closes it (SLT-2, ADM-5).</summary>
public sealed class OpenToCloseByReview : EventRule<SocialMediaAccount, AccountReviewed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountReviewed happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Outcome != ReviewOutcome.Close)
        {
            return;
        }

        // It may be open already: a leader decided the same before the review.
        var key = Handover.OpenKeyOf(record.Id, null);
        if (!await database.Handovers.AnyAsync(open => open.OpenKey == key, cancellationToken))
        {
            database.Handovers.Add(Handover.OpenToClose(record, happened.Because, happened.By, happened.At).Value);
        }
    }
}

internal static class HandoverOpening
{
    public static Task<List<Handover>> LoadOpenHandoversOfAsync(this SocialGovDbContext database, int leaverId, CancellationToken cancellationToken) =>
        database.Handovers.Where(handover => handover.LeaverId == leaverId && handover.Status == HandoverStatus.Open).ToListAsync(cancellationToken);

    /// <summary>Opens a hand-over for each account of a leaver that has none open. It is saved by whoever calls.</summary>
    public static async Task OpenForLeaverAsync(
        this SocialGovDbContext database, Person leaver, DateOnly lastDay, HandoverCause cause, Actor by, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var account in await database.LoadAccountsLookedAfterByAsync(leaver.Id, cancellationToken))
        {
            await database.OpenOneAsync(account, leaver, lastDay, cause, by, at, cancellationToken);
        }
    }

    /// <summary>Opens a hand-over for each of these people who will leave and look after the account.</summary>
    public static async Task OpenForLeaversAmongAsync(
        this SocialGovDbContext database, SocialMediaAccount account, IReadOnlyCollection<int> people, Actor by, DateTime at, CancellationToken cancellationToken)
    {
        var leavers = await database.People.AsNoTracking()
            .Where(person => people.Contains(person.Id) && person.LeavingDate != null)
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
        foreach (var leaver in leavers.Where(leaver => account.RoleOf(leaver.Id) is not null))
        {
            await database.OpenOneAsync(account, leaver, leaver.LeavingDate!.Value, HandoverCause.LeaverAssigned, by, at, cancellationToken);
        }
    }

    /// <summary>Opens one, unless it is open already.</summary>
    /// <returns>Whether it was opened.</returns>
    public static async Task<bool> OpenOneAsync(
        this SocialGovDbContext database, SocialMediaAccount account, Person leaver, DateOnly lastDay, HandoverCause cause, Actor by, DateTime at, CancellationToken cancellationToken)
    {
        var key = Handover.OpenKeyOf(account.Id, leaver.Id);
        if (await database.Handovers.AnyAsync(open => open.OpenKey == key, cancellationToken))
        {
            return false;
        }

        var knowsSecrets = (await database.LoadSecretsKnownToAsync(account.Id, leaver.Id, cancellationToken)).Count > 0;
        database.Handovers.Add(Handover.OpenForLeaver(
            account,
            new DirectoryPerson(leaver.Id, leaver.Forename, leaver.Surname, leaver.Status, leaver.LeavingDate),
            lastDay,
            cause,
            knowsSecrets,
            by,
            at));
        return true;
    }
}
