using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>Senior leaders and the person themselves hear that the last portal manager has left and keeps access.</summary>
public sealed class TellThatLastPortalManagerStays(EmailOutbox outbox) : EventRule<Person, LastPortalManagerKept>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Person record, LastPortalManagerKept happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = $"/people/{record.Id}";
        var told = await database.People.AsNoTracking()
            .Where(person => person.Status == PersonStatus.Active
                && (person.Id == record.Id || (person.Roles & Roles.SeniorLeader) == Roles.SeniorLeader))
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
        foreach (var person in told)
        {
            var text = person.Id == record.Id
                ? "Your last day is over, and you are the last portal manager. Make somebody else one, then your access can end."
                : $"The last portal manager, {record.Reference}, has left and keeps access until somebody else is a portal manager.";
            database.Notifications.Add(new Notification(person.Id, record.Reference, text, path, happened.At));
            outbox.Queue(database, person, PeopleEmails.LastPortalManagerKept(record.Reference, path), happened.At);
        }
    }
}
