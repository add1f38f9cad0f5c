using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Administrators hear that an account awaits creation (ADM-1), and those named to run it that they are.</summary>
public sealed class TellOfEnteredAccount(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountEntered>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountEntered happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = AccountPaths.Account(record.Id);
        foreach (var administrator in await database.LoadActiveAsync(Roles.Administrator, cancellationToken))
        {
            database.Notifications.Add(new Notification(
                administrator.Id, record.Reference, $"The account {record.Reference} has been approved and awaits creation.", path, happened.At, NotificationKinds.Accounts));
            outbox.Queue(database, administrator, AccountEmails.AwaitsCreation(record.Reference, path), happened.At);
        }

        var people = await database.LoadActiveAssignedAsync(record, cancellationToken);
        foreach (var person in people)
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"You are named as an administrator of the approved account {record.Reference}.", path, happened.At, NotificationKinds.Accounts));
            outbox.Queue(database, person, AccountEmails.NamedAsAdministrator(record.Reference, path), happened.At);
        }
    }
}

/// <summary>Those who run an account hear that a senior leader changed what it was approved for.</summary>
public sealed class TellOfMaterialChange(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountMateriallyChanged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, AccountMateriallyChanged happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadActiveAssignedAsync(record, cancellationToken),
            record,
            happened,
            $"The audience or openness of the account {record.Reference} has been changed.",
            AccountEmails.Changed(record.Reference, AccountPaths.Account(record.Id)));
}

/// <summary>Somebody who is assigned hears of it, and so does everybody who administers the account (BC-4).</summary>
public sealed class TellOfAssignment(EmailOutbox outbox) : EventRule<SocialMediaAccount, PersonAssigned>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, PersonAssigned happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var (role, path) = (Words.InSentence(happened.Role.InWords()), AccountPaths.Account(record.Id));
        database.Tell(
            outbox,
            await database.LoadActiveAmongAsync([happened.PersonId], cancellationToken),
            record,
            happened,
            $"You are now {role} of the account {record.Reference}.",
            AccountEmails.Assigned(record.Reference, path));
        database.Tell(
            outbox,
            await database.LoadActiveAdministratorsAsync(record, happened.PersonId, cancellationToken),
            record,
            happened,
            $"{happened.PersonName} is now {role} of the account {record.Reference}.",
            AccountEmails.PeopleChanged(record.Reference, path));
    }
}

/// <summary>Somebody whose assignment has ended hears of it, and so does everybody who administers the account.</summary>
public sealed class TellOfEndedAssignment(EmailOutbox outbox) : EventRule<SocialMediaAccount, AssignmentEnded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AssignmentEnded happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = AccountPaths.Account(record.Id);
        database.Tell(
            outbox,
            await database.LoadActiveAmongAsync([happened.PersonId], cancellationToken),
            record,
            happened,
            $"You do not look after the account {record.Reference} any more.",
            AccountEmails.NoLongerAssigned(record.Reference, path));
        database.Tell(
            outbox,
            await database.LoadActiveAdministratorsAsync(record, happened.PersonId, cancellationToken),
            record,
            happened,
            $"{happened.PersonName} does not look after the account {record.Reference} any more.",
            AccountEmails.PeopleChanged(record.Reference, path));
    }
}

/// <summary>The senior leaders who can decide a departure hear that it waits (SLT-6).</summary>
public sealed class TellLeadersOfDeparture(EmailOutbox outbox) : EventRule<SocialMediaAccount, SettingDepartureReported>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, SettingDepartureReported happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = AccountPaths.Departure(record.Id, happened.Setting);
        database.Tell(
            outbox,
            (await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken)).Where(leader => !record.CheckMayDecideDeparture(happened.Setting, leader.AsActor()).IsRefused),
            record,
            happened,
            $"A setting of the account {record.Reference} differs from what was agreed, and waits for a senior leader.",
            AccountEmails.DepartureWaits(record.Reference, path),
            path);
    }
}

/// <summary>Whoever reported a departure, and whoever runs the account, hears that it was accepted.</summary>
public sealed class TellOfAcceptedDeparture(EmailOutbox outbox) : EventRule<SocialMediaAccount, SettingDepartureAccepted>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, SettingDepartureAccepted happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedByCheckAsync(record, happened.Setting, cancellationToken),
            record,
            happened,
            $"A departure from the agreed settings of the account {record.Reference} has been accepted.",
            AccountEmails.DepartureDecided(record.Reference, AccountPaths.Account(record.Id)));
}

/// <summary>They hear likewise that it was refused, and that the setting has to be put right.</summary>
public sealed class TellOfRefusedDeparture(EmailOutbox outbox) : EventRule<SocialMediaAccount, SettingDepartureRefused>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, SettingDepartureRefused happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadConcernedByCheckAsync(record, happened.Setting, cancellationToken),
            record,
            happened,
            $"A departure from the agreed settings of the account {record.Reference} has been refused. It has to be set as agreed.",
            AccountEmails.DepartureDecided(record.Reference, AccountPaths.Account(record.Id)));
}

/// <summary>The data protection officer hears that an account names an assessment, because only they say whether it covers the account (DP-2).</summary>
public sealed class TellOfficersOfNamedAssessment(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountNamedImpactAssessment>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, AccountNamedImpactAssessment happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/impact-assessments/{happened.ImpactAssessmentId}");
        database.Tell(
            outbox,
            await database.LoadActiveAsync(Roles.DataProtectionOfficer, cancellationToken),
            record,
            happened,
            $"The account {record.Reference} names the impact assessment {happened.AssessmentReference}. Please say whether it covers the account.",
            AccountEmails.AssessmentNamed(record.Reference, path),
            path);
    }
}

/// <summary>Those who look after an account, and the senior leaders, hear that it is live.</summary>
public sealed class TellOfLiveAccount(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountWentLive>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountWentLive happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadAssignedAndLeadersAsync(record, cancellationToken),
            record,
            happened,
            $"The account {record.Reference} is live.",
            AccountEmails.Live(record.Reference, AccountPaths.Account(record.Id)));
}

/// <summary>They hear likewise that it is suspended.</summary>
public sealed class TellOfSuspendedAccount(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountSuspended>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountSuspended happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadAssignedAndLeadersAsync(record, cancellationToken),
            record,
            happened,
            $"The account {record.Reference} is suspended. Please post nothing on it for the time being.",
            AccountEmails.Suspended(record.Reference, AccountPaths.Account(record.Id)));
}

/// <summary>They hear likewise that it is in use again.</summary>
public sealed class TellOfResumedAccount(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountResumed>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountResumed happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.Tell(
            outbox,
            await database.LoadAssignedAndLeadersAsync(record, cancellationToken),
            record,
            happened,
            $"The account {record.Reference} is in use again.",
            AccountEmails.Resumed(record.Reference, AccountPaths.Account(record.Id)));
}

internal static class AccountTelling
{
    /// <summary>Tells people in the portal and by e-mail, each once. Whoever did it knows.</summary>
    public static void Tell(
        this SocialGovDbContext database,
        EmailOutbox outbox,
        IEnumerable<Person> people,
        SocialMediaAccount account,
        DomainEvent happened,
        string text,
        EmailText email,
        string? path = null)
    {
        foreach (var person in people.DistinctBy(person => person.Id).Where(person => !happened.By.Is(person.Id)))
        {
            database.Notifications.Add(new Notification(person.Id, account.Reference, text, path ?? AccountPaths.Account(account.Id), happened.At, NotificationKinds.Accounts));
            outbox.Queue(database, person, email, happened.At);
        }
    }

    /// <summary>The people among these who can sign in.</summary>
    public static Task<List<Person>> LoadActiveAmongAsync(this SocialGovDbContext database, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        int[] wanted = [.. ids];
        return database.People.AsNoTracking()
            .Where(person => wanted.Contains(person.Id) && person.Status == PersonStatus.Active)
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The active people who run the account now, or post to it.</summary>
    public static Task<List<Person>> LoadActiveAssignedAsync(
        this SocialGovDbContext database, SocialMediaAccount account, CancellationToken cancellationToken) =>
        database.LoadActiveAmongAsync(account.Assignments.Where(assignment => assignment.IsCurrent).Select(assignment => assignment.PersonId), cancellationToken);

    /// <summary>The active people who administer the account now, but for one.</summary>
    public static Task<List<Person>> LoadActiveAdministratorsAsync(
        this SocialGovDbContext database, SocialMediaAccount account, int but, CancellationToken cancellationToken) =>
        database.LoadActiveAmongAsync(
            account.Assignments
                .Where(assignment => assignment.IsCurrent && assignment.IsToAdminister && assignment.PersonId != but)
                .Select(assignment => assignment.PersonId),
            cancellationToken);

    /// <summary>The active people who look after the account, and the senior leaders.</summary>
    public static async Task<IEnumerable<Person>> LoadAssignedAndLeadersAsync(
        this SocialGovDbContext database, SocialMediaAccount account, CancellationToken cancellationToken) =>
        (await database.LoadActiveAssignedAsync(account, cancellationToken)).Concat(await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken));

    /// <summary>Whoever looked at a setting, and whoever administers the account.</summary>
    public static Task<List<Person>> LoadConcernedByCheckAsync(
        this SocialGovDbContext database, SocialMediaAccount account, AccountSetting setting, CancellationToken cancellationToken) =>
        database.LoadActiveAmongAsync(
            account.Assignments
                .Where(assignment => assignment.IsCurrent && assignment.IsToAdminister)
                .Select(assignment => assignment.PersonId)
                .Append(account.CheckOf(setting)!.CheckedById),
            cancellationToken);
}

/// <summary>The e-mails about the register.</summary>
public static class AccountEmails
{
    /// <summary>To administrators: create it.</summary>
    public static EmailText AwaitsCreation(string reference, string path) => new(
        $"{reference}: an approved account awaits creation",
        [$"The account {reference} has been approved and awaits creation.", "See the settings that were agreed here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To those named to run it.</summary>
    public static EmailText NamedAsAdministrator(string reference, string path) => new(
        $"{reference}: you are named as an administrator",
        [$"The account {reference} has been approved, and you are named as one of its administrators.", "See what was agreed here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To those who run it: what it was approved for has changed.</summary>
    public static EmailText Changed(string reference, string path) => new(
        $"{reference}: what was agreed has changed",
        [$"A senior leader has changed the audience or the openness of the account {reference}, which you run.", "See what is agreed now here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To somebody who is to look after it.</summary>
    public static EmailText Assigned(string reference, string path) => new(
        $"{reference}: you look after this account",
        [$"You have been assigned to the account {reference}, or what you do on it has changed.", "See what you do, and whether you are ready for it, here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To somebody who no longer looks after it.</summary>
    public static EmailText NoLongerAssigned(string reference, string path) => new(
        $"{reference}: you do not look after this account any more",
        [$"Your assignment to the account {reference} has ended. What you learnt through it stays confidential.", "See the account here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To those who administer it: somebody came or went.</summary>
    public static EmailText PeopleChanged(string reference, string path) => new(
        $"{reference}: who looks after the account has changed",
        [$"Who looks after the account {reference}, which you administer, has changed.", "See who does now here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To leaders: decide a departure.</summary>
    public static EmailText DepartureWaits(string reference, string path) => new(
        $"{reference}: a departure from the agreed settings waits for you",
        [$"A setting of the account {reference} differs from what was agreed. A senior leader has to accept or refuse it.", "Decide here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To those concerned: it was decided.</summary>
    public static EmailText DepartureDecided(string reference, string path) => new(
        $"{reference}: a departure from the agreed settings has been decided",
        [$"A senior leader has decided about a setting of the account {reference} that differs from what was agreed.", "See what was decided here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>To the data protection officer: does it cover the account?</summary>
    public static EmailText AssessmentNamed(string reference, string path) => new(
        $"{reference}: an account names an impact assessment",
        [$"The account {reference} names an impact assessment. Only you can say whether it covers the account.", "See the assessment here:"],
        path,
        NotificationKinds.Accounts);

    /// <summary>It is live.</summary>
    public static EmailText Live(string reference, string path) => new(
        $"{reference}: the account is live", [$"The account {reference} is live.", "See it in the register here:"], path, NotificationKinds.Accounts);

    /// <summary>It is suspended.</summary>
    public static EmailText Suspended(string reference, string path) => new(
        $"{reference}: the account is suspended",
        [$"The account {reference} is suspended. Please post nothing on it for the time being.", "See why here:"],
        path);

    /// <summary>It is in use again.</summary>
    public static EmailText Resumed(string reference, string path) => new(
        $"{reference}: the account is in use again", [$"The account {reference} is in use again.", "See it in the register here:"], path, NotificationKinds.Accounts);
}
