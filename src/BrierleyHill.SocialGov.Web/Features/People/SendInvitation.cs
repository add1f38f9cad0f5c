using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>Makes the one-time link of an invitation and sends it, for whatever reason somebody was invited.</summary>
public sealed class InvitationMail(EmailOutbox outbox)
{
    /// <summary>
    /// Adds link and e-mail to the context. Nothing is sent to somebody who is active by now, or whom the command line invited:
    /// it prints its link, for there may be no mail yet.
    /// </summary>
    public async Task AddAsync(Person person, DomainEvent invited, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (person.Status == PersonStatus.Invited && invited.By != PeopleActors.CommandLine)
        {
            var path = await database.MakeOneTimeLinkAsync(person, OneTimeLinkPurpose.Invitation, invited.At, cancellationToken);
            outbox.Queue(database, person, PeopleEmails.Invitation(path), invited.At);
        }
    }
}

/// <summary>Sends the invitation when somebody is invited, or invited again.</summary>
public sealed class SendInvitation(InvitationMail mail) : EventRule<Person, PersonInvited>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, PersonInvited happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        mail.AddAsync(record, happened, database, cancellationToken);
}

/// <summary>Sends a new invitation when somebody who was deactivated is let back in.</summary>
public sealed class SendInvitationBack(InvitationMail mail) : EventRule<Person, PersonReactivated>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, PersonReactivated happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        mail.AddAsync(record, happened, database, cancellationToken);
}
