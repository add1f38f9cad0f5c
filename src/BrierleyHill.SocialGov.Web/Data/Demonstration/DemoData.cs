using BrierleyHill.SocialGov.Domain.Calendar;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Several weeks of a school's life, for the Development environment alone. Everything is done through the records' own methods,
/// in the order and at the times at which people would have done it, so that audit, notifications and waits are what they would be.
/// </summary>
/// <param name="database">The database, empty of people.</param>
/// <param name="hasher">Hashes the password that all demonstration people share.</param>
/// <param name="files">Where the content of files lies.</param>
/// <param name="cipher">Encrypts what the vault keeps.</param>
/// <param name="clock">Now: the story ends today.</param>
public sealed class DemoData(SocialGovDbContext database, IPasswordHasher<SignInAccount> hasher, StoredContent files, SecretCipher cipher, TimeProvider clock)
{
    /// <summary>What the addresses of demonstration people end in: a domain that can never exist (RFC 2606).</summary>
    public const string AddressEnding = "@brierleyhill.example";

    /// <summary>The password of every demonstration person, shown on the sign-in page in Development.</summary>
    public const string Password = "three random words";

    /// <summary>Fills the database, all or nothing. One that has people in it is left as it is.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        if (await database.People.AnyAsync(cancellationToken))
        {
            return;
        }

        var story = new DemoStory(database, clock.Today());
        new DemoPeople(story, hasher).Tell();
        new DemoPolicy(story).Tell();
        new DemoBusinessCases(story).Tell();
        new DemoVault(story, cipher).Tell();
        new DemoImpactAssessments(story).Tell();
        new DemoTraining(story, files).Tell();
        new DemoGuidance(story).Tell();
        new DemoCalendar(story).Tell();
        new DemoHandovers(story).Tell();
        new DemoReviews(story).Tell();
        new DemoMentions(story).Tell();
        new DemoLiveAccounts(story, cipher).Tell();
        new DemoNotifications(story).Tell();
        new DemoEnquiries(story, clock.UtcNow()).Tell();
        new DemoMonitoring(story).Tell();
        new DemoPupils(story).Tell();
        new DemoIncidents(story).Tell();
        new DemoIncidentAssessments(story).Tell();
        new DemoIncidentEvidence(story, files).Tell();
        new DemoIncidentBreaches(story, clock.UtcNow()).Tell();

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await story.TellAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }
}
