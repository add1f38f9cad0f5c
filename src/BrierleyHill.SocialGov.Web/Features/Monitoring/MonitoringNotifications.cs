using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Where the pages of monitoring are.</summary>
internal static class MonitoringPaths
{
    public const string Overview = "/monitoring";

    public static string Account(int accountId) => string.Create(CultureInfo.InvariantCulture, $"/monitoring/{accountId}");

    public static string Check(int id) => string.Create(CultureInfo.InvariantCulture, $"/monitoring/checks/{id}");
}

/// <summary>Whom monitoring concerns, and how they are told.</summary>
public sealed class MonitoringTelling(EmailOutbox outbox)
{
    /// <summary>Tells people in the portal and by e-mail, each once; whoever did it knows.</summary>
    internal void Tell(
        SocialGovDbContext database, IEnumerable<Person> people, string reference, string text, EmailText email, Actor by, DateTime at, AlertLevel? level = null)
    {
        foreach (var person in people.DistinctBy(person => person.Id).Where(person => !by.Is(person.Id)))
        {
            database.Notifications.Add(new Notification(person.Id, reference, text, email.Path, at, email.Kind, level));
            outbox.Queue(database, person, email, at);
        }
    }

    /// <summary>The people among these who can sign in.</summary>
    internal static Task<List<Person>> ActiveAsync(SocialGovDbContext database, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        int[] wanted = [.. ids];
        return database.People.AsNoTracking()
            .Where(person => wanted.Contains(person.Id) && person.Status == PersonStatus.Active)
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The account's administrators who are there; where there is none, the administrators by role: somebody always hears of it.</summary>
    internal static async Task<List<Person>> AdministratorsAsync(
        SocialGovDbContext database, MonitoringTeam team, DateTime at, CancellationToken cancellationToken)
    {
        var own = await ActiveAsync(database, team.AdministratorsOn(LondonTime.DateOf(at)), cancellationToken);
        return own.Count > 0 ? own : await database.LoadActiveAsync(Roles.Administrator, cancellationToken);
    }
}

/// <summary>A check that the rota asks for has a deadline from the moment its slot comes.</summary>
public sealed class GiveCheckDeadline : EventRule<MonitoringCheck, MonitoringCheckExpected>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(MonitoringCheck record, MonitoringCheckExpected happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        database.Deadlines.Add(Deadline.Of(DeadlineSubject.MonitoringCheck, record, record.AlertTimes()));
        return Task.CompletedTask;
    }
}

/// <summary>A follow-up is chased by a deadline.</summary>
public sealed class GiveFollowUpDeadline(MonitoringTelling telling) : EventRule<MonitoringFollowUp, FollowUpAgreed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringFollowUp record, FollowUpAgreed happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        database.Deadlines.Add(Deadline.Of(DeadlineSubject.MonitoringFollowUp, record, record.AlertTimes()));
        telling.Tell(
            database,
            await MonitoringTelling.ActiveAsync(database, [record.PersonId], cancellationToken),
            record.Reference,
            $"Something is for you to do by {LondonTime.DisplayDate(record.DueOn)}, after the monitoring check {happened.Check}.",
            MonitoringEmails.FollowUp(record.Reference, MonitoringPaths.Check(record.CheckId)),
            happened.By,
            happened.At);
    }
}

internal static class MonitoringDeadlines
{
    public static async Task EndAsync(SocialGovDbContext database, DeadlineSubject subject, int id, DateTime at, CancellationToken cancellationToken) =>
        (await database.Deadlines.SingleOrDefaultAsync(deadline => deadline.Subject == subject && deadline.SubjectId == id, cancellationToken))?.End(at);
}

/// <summary>A check that was done raises no further alert, and no longer nags whoever was asked for it or did it.</summary>
public sealed class EndDeadlineOfDoneCheck : EventRule<MonitoringCheck, MonitoringCheckDone>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringCheck record, MonitoringCheckDone happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!record.IsOfRota)
        {
            return;
        }

        await MonitoringDeadlines.EndAsync(database, DeadlineSubject.MonitoringCheck, record.Id, happened.At, cancellationToken);
        int?[] people = [record.OnDutyId, record.DoneById];
        foreach (var told in await database.Notifications
            .Where(told => people.Contains(told.PersonId) && told.ReadAt == null && told.Reference == record.Reference)
            .OrderBy(told => told.Id)
            .ToListAsync(cancellationToken))
        {
            told.MarkAsRead(happened.At);
        }
    }
}

/// <summary>One that will never be done raises no further alert: it was called off, or is missed for good because somebody has looked at the account again.</summary>
/// <typeparam name="TEvent">What became of it.</typeparam>
public sealed class EndDeadlineOfCheckNeverDone<TEvent> : EventRule<MonitoringCheck, TEvent>
    where TEvent : DomainEvent
{
    /// <inheritdoc />
    protected override Task ApplyAsync(MonitoringCheck record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        MonitoringDeadlines.EndAsync(database, DeadlineSubject.MonitoringCheck, record.Id, happened.At, cancellationToken);
}

/// <summary>A follow-up that was ticked off raises no further alert; whoever agreed it hears that it is done.</summary>
public sealed class EndDeadlineOfFollowUp : EventRule<MonitoringFollowUp, FollowUpTickedOff>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringFollowUp record, FollowUpTickedOff happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        await MonitoringDeadlines.EndAsync(database, DeadlineSubject.MonitoringFollowUp, record.Id, happened.At, cancellationToken);
        foreach (var person in await MonitoringTelling.ActiveAsync(database, happened.By.Is(record.AgreedById) ? [] : [record.AgreedById], cancellationToken))
        {
            // In the portal alone: nothing is to be done.
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"The follow-up {record.Reference} has been ticked off.", MonitoringPaths.Check(record.CheckId), happened.At));
        }
    }
}

/// <summary>
/// Missed checks alert the person, then the deputies, then leaders (MON-1): at the slot whoever is on duty is asked; when its time has
/// passed they and the account's administrators, lead and deputies, are told; after as long again the senior leaders. Where a level was
/// skipped because a higher one had passed as well, those whom it is for are told with the higher one.
/// </summary>
public sealed class TellOfCheckAlert(MonitoringTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Subject != DeadlineSubject.MonitoringCheck
            || await database.MonitoringChecks.FindAsync([happened.SubjectId], cancellationToken) is not { Status: CheckStatus.Expected } check)
        {
            return;
        }

        var account = (await database.FindMonitoredAccountAsync(check.AccountId, cancellationToken))!;
        var team = account.Team;
        var administrators = await MonitoringTelling.AdministratorsAsync(database, team, happened.At, cancellationToken);
        var onDuty = check.OnDutyId is { } id && team.IsThere(id, LondonTime.DateOf(happened.At))
            ? await MonitoringTelling.ActiveAsync(database, [id], cancellationToken)
            : [];
        var path = MonitoringPaths.Check(check.Id);
        void Tell(IEnumerable<Person> people, string text, EmailText email) => telling.Tell(
            database, people, check.Reference, text, email, happened.By, happened.At, happened.Level);

        if (happened.Level == AlertLevel.DueSoon)
        {
            Tell(
                onDuty.Count > 0 ? onDuty : administrators,
                $"Look at “{account.Name}” now: its check is to be done by {LondonTime.DisplayTime(happened.DueAt)}.",
                MonitoringEmails.CheckNow(check.Reference, path));
            return;
        }

        List<Person> concerned = [.. onDuty, .. administrators];
        if (happened.Level == AlertLevel.Escalated)
        {
            var leaders = await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken);
            Tell(
                leaders,
                $"The check of “{account.Name}” of {LondonTime.Display(check.At)} was missed, and still nobody has looked.",
                MonitoringEmails.Escalated(check.Reference, path));
            if (!record.Alerts.Any(alert => alert.Level == AlertLevel.Overdue && alert.DueAt == happened.DueAt && alert.IsSkipped))
            {
                return;
            }

            concerned.RemoveAll(person => leaders.Exists(leader => leader.Id == person.Id));
        }

        Tell(
            concerned,
            $"The check of “{account.Name}” of {LondonTime.Display(check.At)} has been missed. Please do it now.",
            MonitoringEmails.Missed(check.Reference, path));
    }
}

/// <summary>Follow-ups are chased: whoever is to do it on the morning of the day, then they and the account's administrators, then leaders.</summary>
public sealed class TellOfFollowUpAlert(MonitoringTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Subject != DeadlineSubject.MonitoringFollowUp
            || await database.MonitoringFollowUps.FindAsync([happened.SubjectId], cancellationToken) is not { IsOpen: true } followUp)
        {
            return;
        }

        var team = (await database.FindMonitoredAccountAsync(followUp.AccountId, cancellationToken))!.Team;
        var doer = await MonitoringTelling.ActiveAsync(database, [followUp.PersonId], cancellationToken);
        var administrators = await MonitoringTelling.AdministratorsAsync(database, team, happened.At, cancellationToken);
        var path = MonitoringPaths.Check(followUp.CheckId);
        // Whoever was not told that it is overdue, because that level was skipped, is told with the leaders.
        var untold = record.Alerts.Any(alert => alert.Level == AlertLevel.Overdue && alert.DueAt == happened.DueAt && alert.IsSkipped);
        var (people, text, email) = happened.Level switch
        {
            AlertLevel.DueSoon => (
                doer.Count > 0 ? doer : administrators,
                $"The follow-up {followUp.Reference} is due today.",
                MonitoringEmails.FollowUpDue(followUp.Reference, path)),
            AlertLevel.Overdue => (
                [.. doer, .. administrators],
                $"The follow-up {followUp.Reference} is overdue since {LondonTime.DisplayDate(followUp.DueOn)}.",
                MonitoringEmails.FollowUpOverdue(followUp.Reference, path)),
            AlertLevel.Escalated => (
                [.. await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken), .. untold ? doer : [], .. untold ? administrators : []],
                $"The follow-up {followUp.Reference} is overdue since {LondonTime.DisplayDate(followUp.DueOn)}, and nobody has ticked it off.",
                MonitoringEmails.FollowUpEscalated(followUp.Reference, path)),
        };
        telling.Tell(database, people, followUp.Reference, text, email, happened.By, happened.At, happened.Level);
    }
}

/// <summary>Whoever is new on a rota hears of it.</summary>
public sealed class TellPeopleOfPlannedRota(MonitoringTelling telling) : EventRule<MonitoringRota, MonitoringRotaPlanned>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringRota record, MonitoringRotaPlanned happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await MonitoringTelling.ActiveAsync(database, happened.Added, cancellationToken),
            record.Reference,
            "You are on a monitoring rota now. See when it is your turn.",
            MonitoringEmails.OnRota(record.Reference, MonitoringPaths.Account(record.AccountId)),
            happened.By,
            happened.At);
}

/// <inheritdoc cref="TellPeopleOfPlannedRota" />
public sealed class TellPeopleOfChangedRota(MonitoringTelling telling) : EventRule<MonitoringRota, MonitoringRotaChanged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringRota record, MonitoringRotaChanged happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await MonitoringTelling.ActiveAsync(database, happened.Added, cancellationToken),
            record.Reference,
            "You are on a monitoring rota now. See when it is your turn.",
            MonitoringEmails.OnRota(record.Reference, MonitoringPaths.Account(record.AccountId)),
            happened.By,
            happened.At);
}

/// <summary>Whoever covers hears of it.</summary>
public sealed class TellCoverOfAbsence(MonitoringTelling telling) : EventRule<MonitoringRota, RotaCoverArranged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringRota record, RotaCoverArranged happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await MonitoringTelling.ActiveAsync(database, happened.CoveredById is { } cover ? [cover] : [], cancellationToken),
            record.Reference,
            $"You cover on a monitoring rota from {LondonTime.DisplayDate(happened.From)} to {LondonTime.DisplayDate(happened.Until)}.",
            MonitoringEmails.Covers(record.Reference, MonitoringPaths.Account(record.AccountId)),
            happened.By,
            happened.At);
}

/// <summary>Whoever need not cover after all hears of it.</summary>
public sealed class TellCoverOfCancellation(MonitoringTelling telling) : EventRule<MonitoringRota, RotaCoverCancelled>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(MonitoringRota record, RotaCoverCancelled happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await MonitoringTelling.ActiveAsync(database, happened.CoveredById is { } cover ? [cover] : [], cancellationToken),
            record.Reference,
            $"You need not cover from {LondonTime.DisplayDate(happened.From)} to {LondonTime.DisplayDate(happened.Until)}: it was cancelled.",
            MonitoringEmails.CoverCancelled(record.Reference, MonitoringPaths.Account(record.AccountId)),
            happened.By,
            happened.At);
}

/// <summary>Tells the administrators that somebody on a rota has gone or will go: their slots fall to others until the rota is changed.</summary>
public sealed class RotaPeopleGone(MonitoringTelling telling)
{
    internal async Task TellAsync(SocialGovDbContext database, int personId, int? accountId, DomainEvent happened, CancellationToken cancellationToken)
    {
        var rotas = await database.MonitoringRotas.AsNoTracking()
            .Where(rota => (accountId == null || rota.AccountId == accountId) && rota.Slots.Any(slot => slot.PersonId == personId)
                && database.Accounts.Any(account => account.Id == rota.AccountId && account.Status != AccountStatus.Closed))
            .OrderBy(rota => rota.Id)
            .ToListAsync(cancellationToken);
        foreach (var rota in rotas)
        {
            var account = (await database.FindMonitoredAccountAsync(rota.AccountId, cancellationToken))!;
            Person[] people =
            [
                .. await MonitoringTelling.AdministratorsAsync(database, account.Team, happened.At, cancellationToken),
                .. await database.LoadActiveAsync(Roles.Administrator, cancellationToken),
            ];
            telling.Tell(
                database,
                people.Where(person => person.Id != personId),
                rota.Reference,
                $"Somebody on the monitoring rota of “{account.Name}” leaves or has left. Please change it.",
                MonitoringEmails.PersonGone(rota.Reference, MonitoringPaths.Account(rota.AccountId)),
                happened.By,
                happened.At);
        }
    }
}

/// <summary>Somebody on a rota has a last day.</summary>
public sealed class TellThatRotaPersonLeaves(RotaPeopleGone gone) : EventRule<Person, LeavingDateRecorded>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, LeavingDateRecorded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        happened.After is null ? Task.CompletedTask : gone.TellAsync(database, record.Id, null, happened, cancellationToken);
}

/// <summary>Somebody on a rota cannot sign in any more.</summary>
public sealed class TellThatRotaPersonLeft(RotaPeopleGone gone) : EventRule<Person, PersonDeactivated>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, PersonDeactivated happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        gone.TellAsync(database, record.Id, null, happened, cancellationToken);
}

/// <summary>Somebody on a rota no longer looks after the account.</summary>
public sealed class TellThatRotaPersonIsNotAssigned(RotaPeopleGone gone) : EventRule<SocialMediaAccount, AssignmentEnded>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(SocialMediaAccount record, AssignmentEnded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        gone.TellAsync(database, happened.PersonId, record.Id, happened, cancellationToken);
}

internal static class CalledOffChecks
{
    public static async Task CallOffAsync(SocialGovDbContext database, int accountId, string because, DomainEvent happened, CancellationToken cancellationToken)
    {
        foreach (var check in await database.MonitoringChecks
            .Where(check => check.AccountId == accountId && check.Status == CheckStatus.Expected)
            .OrderBy(check => check.Id)
            .ToListAsync(cancellationToken))
        {
            check.CallOff(because, happened.By, happened.At);
        }
    }
}

/// <summary>Nobody is asked to look at an account that is suspended.</summary>
public sealed class CallOffChecksOfSuspended : EventRule<SocialMediaAccount, AccountSuspended>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(SocialMediaAccount record, AccountSuspended happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        CalledOffChecks.CallOffAsync(database, record.Id, "The account was suspended.", happened, cancellationToken);
}

/// <summary>Nobody is asked to look at an account that is closed.</summary>
public sealed class CallOffChecksOfClosed : EventRule<SocialMediaAccount, AccountClosed>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(SocialMediaAccount record, AccountClosed happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        CalledOffChecks.CallOffAsync(database, record.Id, "The account was closed.", happened, cancellationToken);
}

/// <summary>An account that is taken into use again is looked at from then on, not for the time in between.</summary>
public sealed class ExpectChecksAgain : EventRule<SocialMediaAccount, AccountResumed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountResumed happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        (await database.MonitoringRotas.SingleOrDefaultAsync(rota => rota.AccountId == record.Id, cancellationToken))?.ExpectAgain(happened.By, happened.At);
}
