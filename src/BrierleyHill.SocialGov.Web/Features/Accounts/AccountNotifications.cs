using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Administrators hear that an account awaits creation (ADM-1), and those named to run it that they are.</summary>
public sealed class TellOfEnteredAccount(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountEntered>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountEntered happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = $"/accounts/{record.Id}";
        foreach (var administrator in await database.LoadActiveAsync(Roles.Administrator, cancellationToken))
        {
            database.Notifications.Add(new Notification(
                administrator.Id, record.Reference, $"The account {record.Reference} has been approved and awaits creation.", path, happened.At));
            outbox.Queue(database, administrator, AccountEmails.AwaitsCreation(record.Reference, path), happened.At);
        }

        var people = await database.LoadActiveAssignedAsync(record, cancellationToken);
        foreach (var person in people)
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"You are named as an administrator of the approved account {record.Reference}.", path, happened.At));
            outbox.Queue(database, person, AccountEmails.NamedAsAdministrator(record.Reference, path), happened.At);
        }
    }
}

/// <summary>Those who run an account hear that a senior leader changed what it was approved for.</summary>
public sealed class TellOfMaterialChange(EmailOutbox outbox) : EventRule<SocialMediaAccount, AccountMateriallyChanged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        SocialMediaAccount record, AccountMateriallyChanged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = $"/accounts/{record.Id}";
        foreach (var person in await database.LoadActiveAssignedAsync(record, cancellationToken))
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"The audience or openness of the account {record.Reference} has been changed.", path, happened.At));
            outbox.Queue(database, person, AccountEmails.Changed(record.Reference, path), happened.At);
        }
    }
}

internal static class AssignedPeople
{
    /// <summary>The active people who run the account now.</summary>
    public static Task<List<Person>> LoadActiveAssignedAsync(
        this SocialGovDbContext database, SocialMediaAccount account, CancellationToken cancellationToken)
    {
        int[] assigned = [.. account.Assignments.Where(assignment => assignment.Until is null).Select(assignment => assignment.PersonId)];
        return database.People.AsNoTracking()
            .Where(person => assigned.Contains(person.Id) && person.Status == PersonStatus.Active)
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>The e-mails about the register.</summary>
public static class AccountEmails
{
    /// <summary>To administrators: create it.</summary>
    public static EmailText AwaitsCreation(string reference, string path) => new(
        $"{reference}: an approved account awaits creation",
        [$"The account {reference} has been approved and awaits creation.", "See the settings that were agreed here:"],
        path);

    /// <summary>To those named to run it.</summary>
    public static EmailText NamedAsAdministrator(string reference, string path) => new(
        $"{reference}: you are named as an administrator",
        [$"The account {reference} has been approved, and you are named as one of its administrators.", "See what was agreed here:"],
        path);

    /// <summary>To those who run it: what it was approved for has changed.</summary>
    public static EmailText Changed(string reference, string path) => new(
        $"{reference}: what was agreed has changed",
        [$"A senior leader has changed the audience or the openness of the account {reference}, which you run.", "See what is agreed now here:"],
        path);
}
