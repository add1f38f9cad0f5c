using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Administrators and those who administer the account hear that a hand-over is open (ADM-5).</summary>
public sealed class TellOfOpenedHandover(EmailOutbox outbox) : EventRule<Handover, HandoverOpened>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverOpened happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedAsync(record, happened.At, withLeaders: false, cancellationToken),
            record,
            $"The hand-over {record.Reference} has been opened. See what there is to do.",
            HandoverEmails.Opened(record),
            happened.At);
}

/// <summary>They hear that the last day moved.</summary>
public sealed class TellOfMovedHandover(EmailOutbox outbox) : EventRule<Handover, HandoverDateMoved>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverDateMoved happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedAsync(record, happened.At, withLeaders: false, cancellationToken),
            record,
            $"The last day of the hand-over {record.Reference} is {LondonTime.DisplayDate(happened.After)} now.",
            HandoverEmails.Moved(record),
            happened.At);
}

/// <summary>The successor hears that they are to take over.</summary>
public sealed class TellSuccessor(EmailOutbox outbox) : EventRule<Handover, HandoverSuccessorNamed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverSuccessorNamed happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        // A poster does not see the hand-over itself: the account’s page is everybody’s.
        var path = $"/accounts/{record.AccountId}";
        foreach (var successor in await database.People.AsNoTracking()
            .Where(person => person.Id == happened.PersonId && person.Status == PersonStatus.Active)
            .ToListAsync(cancellationToken))
        {
            database.Notifications.Add(new Notification(
                successor.Id, record.Reference, $"You are named to take over an account: {record.Reference}. See what you have to be ready for.", path, happened.At, NotificationKinds.Handovers));
            outbox.Queue(database, successor, HandoverEmails.Successor(record, path), happened.At);
        }
    }
}

/// <summary>Those concerned hear that it ends otherwise than before.</summary>
public sealed class TellOfChangedOutcome(EmailOutbox outbox) : EventRule<Handover, HandoverOutcomeChanged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverOutcomeChanged happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedAsync(record, happened.At, withLeaders: false, cancellationToken),
            record,
            happened.After == HandoverOutcome.Close
                ? $"The hand-over {record.Reference} is to end in the closure of the account."
                : $"The hand-over {record.Reference} is to end in a transfer.",
            HandoverEmails.OutcomeChanged(record),
            happened.At);
}

/// <summary>Those concerned hear that it is signed off.</summary>
public sealed class TellOfCompletedHandover(EmailOutbox outbox) : EventRule<Handover, HandoverCompleted>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverCompleted happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedAsync(record, happened.At, withLeaders: happened.Outcome == HandoverOutcome.Close, cancellationToken),
            record,
            $"The hand-over {record.Reference} has been completed.",
            HandoverEmails.Completed(record),
            happened.At);
}

/// <summary>Those concerned hear that it is not needed.</summary>
public sealed class TellOfCancelledHandover(EmailOutbox outbox) : EventRule<Handover, HandoverCancelled>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverCancelled happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedAsync(record, happened.At, withLeaders: false, cancellationToken),
            record,
            $"The hand-over {record.Reference} has been cancelled.",
            HandoverEmails.Cancelled(record),
            happened.At);
}

/// <summary>Whoever it waits for is reminded; after the last day senior leaders too.</summary>
public sealed class ChaseThoseConcerned(EmailOutbox outbox) : EventRule<Handover, HandoverChased>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Handover record, HandoverChased happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var isPast = happened.DaysLeft < 0;
        var steps = happened.StepsToDo switch
        {
            0 => "every step is seen to, and it waits to be signed off",
            1 => "1 step is to do",
            var many => $"{many} steps are to do",
        };
        var text = (happened.LeavingDate, isPast) switch
        {
            ({ } last, true) => $"The hand-over {record.Reference} is still open, and the last day was {LondonTime.DisplayDate(last)}: {steps}.",
            ({ } last, false) => $"The hand-over {record.Reference} is open, and the last day is {LondonTime.DisplayDate(last)}: {steps}.",
            _ => $"The hand-over {record.Reference} is open: {steps}.",
        };
        database.Tell(
            outbox,
            await database.LoadConcernedAsync(record, happened.At, withLeaders: isPast, cancellationToken),
            record,
            text,
            isPast ? HandoverEmails.Overdue(record) : HandoverEmails.StillOpen(record),
            happened.At);
    }
}

/// <summary>The leaver is sent the reminder that confidentiality outlasts employment (BEH-1), wherever they can still be reached.</summary>
public sealed class SendConfidentialityReminder(EmailOutbox outbox) : EventRule<Handover, LeaverRemindedOfConfidentiality>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        Handover record, LeaverRemindedOfConfidentiality happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!happened.IsSent)
        {
            return;
        }

        // Also to somebody whose access has ended: it is about the time afterwards.
        var leaver = await database.People.AsNoTracking().SingleAsync(person => person.Id == record.LeaverId, cancellationToken);
        outbox.Queue(database, leaver, HandoverEmails.Confidentiality(), happened.At);
        if (leaver.Status == PersonStatus.Active)
        {
            database.Notifications.Add(new Notification(
                leaver.Id, record.Reference, "A reminder: what you learned at the school stays confidential after you have left.", "/policy", happened.At, NotificationKinds.Handovers));
        }
    }
}

internal static class HandoverTelling
{
    /// <summary>The page of a hand-over.</summary>
    public static string PathOf(this Handover handover) => $"/handovers/{handover.Id}";

    /// <summary>
    /// Whom a hand-over concerns: administrators by role and whoever administers the account, each once; senior leaders where asked for. Never
    /// the leaver, whatever they are.
    /// </summary>
    public static async Task<IReadOnlyList<Person>> LoadConcernedAsync(
        this SocialGovDbContext database, Handover handover, DateTime at, bool withLeaders, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.AsNoTracking().SingleAsync(found => found.Id == handover.AccountId, cancellationToken);
        var administrators = account.CurrentAdministrators(await database.LoadDirectoryAsync(cancellationToken), LondonTime.DateOf(at)).ToList();
        var leaders = withLeaders ? Roles.SeniorLeader : Roles.Administrator;
        return await database.People.AsNoTracking()
            .Where(person => person.Status == PersonStatus.Active && person.Id != handover.LeaverId)
            .Where(person => (person.Roles & (Roles.Administrator | leaders)) != Roles.None || administrators.Contains(person.Id))
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    public static void Tell(
        this SocialGovDbContext database, EmailOutbox outbox, IReadOnlyList<Person> people, Handover handover, string text, EmailText email, DateTime at)
    {
        foreach (var person in people)
        {
            database.Notifications.Add(new Notification(person.Id, handover.Reference, text, handover.PathOf(), at, NotificationKinds.Handovers));
            outbox.Queue(database, person, email, at);
        }
    }
}
