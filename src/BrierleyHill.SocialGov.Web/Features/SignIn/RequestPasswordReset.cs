using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>What is typed when the password is forgotten.</summary>
public sealed class ForgottenPasswordForm
{
    /// <summary>The person's e-mail address.</summary>
    [Display(Name = "E-mail address")]
    [DataType(DataType.EmailAddress)]
    public string? EmailAddress { get; set; }
}

/// <summary>Sends a link to set a new password, if the address belongs to somebody active. Nobody is told whether it does.</summary>
public sealed class RequestPasswordReset(SocialGovDbContext database, EmailOutbox outbox, TimeProvider clock)
{
    // Nobody needs more, and a stranger cannot fill somebody's mailbox with them.
    private const int MostLinksAnHour = 5;

    /// <summary>Makes the link and queues its e-mail, in one transaction that serialises: two requests at once leave one link that works.</summary>
    public async Task RunAsync(ForgottenPasswordForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var address = Person.NormaliseEmailAddress(form.EmailAddress ?? "");
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleOrDefaultAsync(known => known.NormalisedEmailAddress == address, cancellationToken);
        var personId = person?.Id ?? 0;
        var anHourAgo = at - OneTimeLink.PasswordResetLifetime;
        var lately = await database.OneTimeLinks.CountAsync(
            link => link.PersonId == personId && link.Purpose == OneTimeLinkPurpose.PasswordReset && link.MadeAt > anHourAgo, cancellationToken);
        if (person is { Status: PersonStatus.Active } && lately < MostLinksAnHour)
        {
            var path = await database.MakeOneTimeLinkAsync(person, OneTimeLinkPurpose.PasswordReset, at, cancellationToken);
            outbox.Queue(database, person, SignInEmails.PasswordReset(path), at);
        }

        database.Note(new PasswordResetRequested(Actor.NotSignedIn, at), person);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
