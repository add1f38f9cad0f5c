using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <summary>
/// The account's administrators and every other senior leader hear at once that the glass was broken: in the transaction in which it was, so
/// that nobody is shown anything without their being told.
/// </summary>
public sealed class TellOfBrokenGlass(EmailOutbox outbox) : EventRule<StoredCredential, GlassBroken>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(StoredCredential record, GlassBroken happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var administrators = await database.LoadAdministratorsAsync(record.AccountId, happened.At, cancellationToken);
        var told = administrators.Concat(await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken)).DistinctBy(person => person.Id);
        foreach (var person in told.Where(person => !happened.By.Is(person.Id)))
        {
            var administers = administrators.Exists(administrator => administrator.Id == person.Id);
            // The history is the administrators'; a leader is led to the sign-in.
            var path = administers ? $"/accounts/{record.AccountId}/vault/history" : $"/accounts/{record.AccountId}/vault/{record.Id}";
            var what = happened.IsCodeOnly ? "a one-time code" : $"the {happened.Kind.InSentence()}";
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, VaultTelling.Shorten($"{happened.By.Name} broke the glass: {what} of {VaultTelling.AccountReference(record.AccountId)} was shown."), path, happened.At));
            outbox.Queue(database, person, VaultEmails.GlassBroken(record.Reference, path), happened.At);
        }
    }
}

/// <summary>The account's administrators and the administrators by role hear that a secret is due for rotation (ADM-5).</summary>
public sealed class TellOfRotation(EmailOutbox outbox) : EventRule<RotationReminder, RotationReminded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(RotationReminder record, RotationReminded happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var administrators = await database.LoadAdministratorsAsync(record.AccountId, happened.At, cancellationToken);
        var told = administrators.Concat(await database.LoadActiveAsync(Roles.Administrator, cancellationToken)).DistinctBy(person => person.Id);
        var reference = Reference.Of(StoredCredential.ReferenceKind, record.CredentialId);
        var account = VaultTelling.AccountReference(record.AccountId);
        foreach (var person in told)
        {
            // Whoever holds the role and does not run the account cannot open its vault: the register says whom to ask.
            var path = administrators.Exists(administrator => administrator.Id == person.Id)
                ? $"/accounts/{record.AccountId}/vault/{record.CredentialId}"
                : $"/accounts/{record.AccountId}";
            var verb = happened.Kind == SecretKind.RecoveryCode ? "are" : "is";
            database.Notifications.Add(new Notification(
                person.Id, reference, VaultTelling.Shorten($"The {happened.Kind.InSentence()} of {account} {verb} due for rotation because of {happened.Names}."), path, happened.At, NotificationKinds.Vault));
            outbox.Queue(database, person, VaultEmails.RotationDue(reference, path), happened.At);
        }
    }
}

/// <summary>A senior leader who does not run the account knows a secret now.</summary>
public sealed class NoticeBrokenGlass : EventRule<StoredCredential, GlassBroken>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(StoredCredential record, GlassBroken happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.TellOfNewlyDueAsync([record.AccountId], happened.By.PersonId, happened, cancellationToken, record.Id);
}

/// <summary>Somebody who does not run the account stored a secret, and knows it: whoever created the account on the platform.</summary>
public sealed class NoticeSecretOfAnother : EventRule<StoredCredential, SecretStored>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(StoredCredential record, SecretStored happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        happened.Kind.LetsIn()
            ? database.TellOfNewlyDueAsync([record.AccountId], happened.By.PersonId, happened, cancellationToken, record.Id, happened.Kind)
            : Task.CompletedTask;
}

/// <summary>Somebody who ran the account does so no more.</summary>
public sealed class NoticeEndedAssignment : EventRule<SocialMediaAccount, AssignmentEnded>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(SocialMediaAccount record, AssignmentEnded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        happened.Role == AssignmentRole.Poster
            ? Task.CompletedTask
            : database.TellOfNewlyDueAsync([record.Id], happened.PersonId, happened, cancellationToken);
}

/// <summary>Somebody who ran the account posts to it only.</summary>
public sealed class NoticeChangedAssignment : EventRule<SocialMediaAccount, PersonAssigned>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(SocialMediaAccount record, PersonAssigned happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        happened is { Role: AssignmentRole.Poster, Before: AssignmentRole.LeadAdministrator or AssignmentRole.DeputyAdministrator }
            ? database.TellOfNewlyDueAsync([record.Id], happened.PersonId, happened, cancellationToken)
            : Task.CompletedTask;
}

/// <summary>Somebody who ran accounts cannot sign in any more.</summary>
public sealed class NoticeDeactivatedAdministrator : EventRule<Person, PersonDeactivated>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Person record, PersonDeactivated happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        // Where they were not assigned, what they know was due before.
        var accounts = await database.Accounts.AsNoTracking()
            .Where(account => account.Assignments.Any(assignment =>
                assignment.PersonId == record.Id && assignment.Until == null && assignment.Role != AssignmentRole.Poster))
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        if (accounts.Count > 0 && !(record.LeavingDate < LondonTime.DateOf(happened.At)))
        {
            await database.TellOfNewlyDueAsync(accounts, record.Id, happened, cancellationToken);
        }
    }
}

internal static class VaultTelling
{
    public static string AccountReference(int accountId) => Reference.Of(SocialMediaAccount.ReferenceKind, accountId);

    public static string Shorten(string text) => text.Length <= Notification.TextMaximumLength ? text : text[..(Notification.TextMaximumLength - 1)] + "…";

    /// <summary>The people who administer the account now.</summary>
    public static async Task<List<Person>> LoadAdministratorsAsync(
        this SocialGovDbContext database, int accountId, DateTime at, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.AsNoTracking().SingleAsync(its => its.Id == accountId, cancellationToken);
        var administrators = account.CurrentAdministrators(await database.LoadDirectoryAsync(cancellationToken), LondonTime.DateOf(at)).ToList();
        return await database.People.AsNoTracking()
            .Where(person => administrators.Contains(person.Id))
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Tells of the secrets that are due because of this person and nobody else: those became due now. What was due before is chased.</summary>
    public static async Task TellOfNewlyDueAsync(
        this SocialGovDbContext database,
        IReadOnlyCollection<int> accountIds,
        int? personId,
        DomainEvent happened,
        CancellationToken cancellationToken,
        int? credentialId = null,
        SecretKind? kind = null)
    {
        var due = (await database.LoadRotationsDueAsync(accountIds, happened.At, cancellationToken))
            .Where(secret => secret.Because is [var only] && only.PersonId == personId)
            .Where(secret => (credentialId is null || secret.CredentialId == credentialId) && (kind is null || secret.Kind == kind))
            .ToList();
        if (due.Count == 0)
        {
            return;
        }

        var today = LondonTime.DateOf(happened.At);
        var told = await database.RotationReminders.AsNoTracking()
            .Where(reminder => accountIds.Contains(reminder.AccountId) && reminder.Day == today)
            .Select(reminder => new { reminder.CredentialId, reminder.Kind, reminder.At })
            .ToListAsync(cancellationToken);
        // Who looks twice on one day makes it due once. A new secret makes it due anew.
        database.RotationReminders.AddRange(due
            .Where(secret => !told.Exists(reminder =>
                reminder.CredentialId == secret.CredentialId && reminder.Kind == secret.Kind && reminder.At >= secret.ChangedAt))
            .Select(secret => RotationReminder.Tell(secret, happened.By, happened.At)));
    }
}

/// <summary>The e-mails about the vault: what kind of thing it is, its reference and a link. Never a name, a label or a reason.</summary>
public static class VaultEmails
{
    /// <summary>To the account's administrators and the other senior leaders.</summary>
    public static EmailText GlassBroken(string reference, string path) => new(
        $"{reference}: the glass was broken",
        [$"A senior leader who does not administer the account has been shown a secret of the sign-in {reference}.", "See who and why here:"],
        path);

    /// <summary>To whoever can see to a new secret.</summary>
    public static EmailText RotationDue(string reference, string path) => new(
        $"{reference}: a secret is due for rotation",
        [$"Somebody who does not administer the account now knows a secret of the sign-in {reference}.", "Change it on the platform, then store the new one. See which, and because of whom, here:"],
        path,
        NotificationKinds.Vault);
}
