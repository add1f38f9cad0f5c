using System.Data;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>A portal manager's one-time link.</summary>
/// <param name="Sentence">What was done and for how long the link works, in words.</param>
/// <param name="Link">The link's whole address.</param>
public sealed record PortalManagerLink(string Sentence, string Link);

/// <summary>Makes a portal manager from the command line: a new person, or one who is known.</summary>
public sealed class MakePortalManager(SocialGovDbContext database, SchoolSettings school, TimeProvider clock)
{
    /// <summary>
    /// Invites a new person; invites somebody again who has not taken up their invitation or was deactivated; gives somebody active
    /// the role, with a link for a new password. Roles held already are kept.
    /// </summary>
    /// <param name="emailAddress">The person's address.</param>
    /// <param name="forename">The forename of a new person.</param>
    /// <param name="surname">The surname of a new person.</param>
    /// <param name="takeAwaySecondFactor">Whether to take away the second factor of somebody who has lost it, so that the link is no dead end.</param>
    /// <param name="cancellationToken">Ends the work; nothing is then changed.</param>
    public async Task<Result<PortalManagerLink>> RunAsync(
        string emailAddress, string forename, string surname, bool takeAwaySecondFactor, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var by = PeopleActors.CommandLine;
        var address = Person.NormaliseEmailAddress(emailAddress);
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleOrDefaultAsync(known => known.NormalisedEmailAddress == address, cancellationToken);
        var done = Result.Done;
        if (person is null)
        {
            var details = new PersonDetails(
                PlainText.CleanLine(forename), PlainText.CleanLine(surname), emailAddress, Affiliation.Employee);
            var invited = Person.Invite(details, Roles.PortalManager, by, at);
            if (invited.IsRefused)
            {
                return invited.Error;
            }

            person = invited.Value;
            database.People.Add(person);

            // The link needs the number that the database gives.
            await database.SaveChangesAsync(cancellationToken);
        }
        else
        {
            // Somebody gains the role, nobody loses it: how many others hold it does not matter.
            done = person.ChangeRoles(person.Roles | Roles.PortalManager, otherActivePortalManagers: 0, by, at);
            done = done.IsRefused ? done : person.Status switch
            {
                PersonStatus.Invited => person.InviteAgain(by, at),
                PersonStatus.Deactivated => person.Reactivate(by, at),
                PersonStatus.Active => Result.Done,
            };
        }

        if (done.IsRefused)
        {
            return done.Error;
        }

        var account = await database.Users.SingleOrDefaultAsync(known => known.Id == person.Id, cancellationToken);
        if (takeAwaySecondFactor && account is { TwoFactorEnabled: true })
        {
            await database.TakeAwaySecondFactorAsync(account, cancellationToken);
            database.Note(new SecondFactorTakenAway("Asked for on the command line", by, at), person);
        }

        var purpose = person.Status == PersonStatus.Active ? OneTimeLinkPurpose.PasswordReset : OneTimeLinkPurpose.Invitation;
        var path = await database.MakeOneTimeLinkAsync(person, purpose, at, cancellationToken);
        database.Note(new PortalManagerLinkMade(by, at), person);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PortalManagerLink(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{person.FullName} ({person.Reference}) is a portal manager. This link sets their password. It works once, for {(purpose == OneTimeLinkPurpose.Invitation ? "7 days" : "1 hour")}{(account is { TwoFactorEnabled: true } ? ". It then asks for their second factor; where that is lost, run the command again with --take-away-second-factor" : "")}:"),
            school.PortalAddress + path);
    }
}
