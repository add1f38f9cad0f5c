using System.Collections.Concurrent;
using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>
/// A thousand submissions over HTTP against a process that is killed again and again with SIGKILL. What was answered is there,
/// whole; what was not is there whole or not at all; and the audit's chain holds.
/// </summary>
public sealed class KilledWhileSubmittingTests
{
    private const int Submissions = 1000;
    private const int Senders = 4;
    private const int Kills = 4;
    private const int AnswersGiven = 20;
    private const string Password = "correct horse battery staple";

    [Fact]
    [Trait("Clause", "SLT-5")]
    public async Task Every_submission_that_was_answered_is_there_whole_after_kill_9()
    {
        var storage = Directory.CreateTempSubdirectory("social-gov-kill-");
        try
        {
            var file = Path.Combine(storage.FullName, "social-gov.db");
            MigratedDatabase.CopyTo(file);
            var (address, drafts, leaders) = await FillAsync(file);
            var waiting = new ConcurrentQueue<int>(drafts);
            var answered = new ConcurrentBag<int>();

            for (var kill = 0; !waiting.IsEmpty; kill++)
            {
                Assert.True(kill < Kills * 4, "The portal does not get on with the work between two kills.");
                using var portal = await PortalProcess.StartAsync(storage.FullName);
                // The last round runs to its end; each one before is killed in the midst of its work.
                var killAfter = kill < Kills ? answered.Count + (Submissions / (Kills + 1)) : int.MaxValue;
                var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(portal.Address, address, waiting, answered)).ToList();
                while (answered.Count < killAfter && !senders.TrueForAll(sender => sender.IsCompleted))
                {
                    await Task.Delay(5);
                }

                portal.Kill();
                await Task.WhenAll(senders);
                await HoldAgainstTheDatabaseAsync(file, answered, leaders);
            }

            Assert.Equal(Submissions, answered.Distinct().Count());
            var (exitCode, output, errors) = await PortalProcess.RunAsync(["verify-audit"], storage.FullName);
            Assert.True(exitCode == 0, output + errors);
            Assert.Contains("The audit is whole", output, StringComparison.Ordinal);
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    private static async Task SendAsync(Uri portal, string address, ConcurrentQueue<int> waiting, ConcurrentBag<int> answered)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = portal };
        var client = new PortalClient(http);
        try
        {
            var signedIn = await client.FillAsync("/sign-in", ("EmailAddress", address), ("Password", Password));
            Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
        }
        catch (HttpRequestException)
        {
            return;
        }

        while (waiting.TryDequeue(out var id))
        {
            try
            {
                var check = await client.GetAsync($"/applications/{id}/check");
                if (check.Status == HttpStatusCode.Redirect)
                {
                    // It was submitted before the kill, and only the answer was lost.
                    answered.Add(id);
                    continue;
                }

                var submitted = await client.SubmitAsync(check);
                Assert.Equal($"/applications/{id}/submitted", submitted.Location);
                answered.Add(id);
            }
            catch (HttpRequestException)
            {
                // Killed before it answered: what became of it shows in the database, and it is sent again later.
                waiting.Enqueue(id);
                return;
            }
        }
    }

    private static async Task HoldAgainstTheDatabaseAsync(string file, ConcurrentBag<int> answered, int leaders)
    {
        await using var database = Open(file);
        var submitted = await database.Applications.AsNoTracking().Where(application => application.Status == ApplicationStatus.Submitted).ToListAsync();
        Assert.Empty(answered.Except(submitted.Select(application => application.Id)));
        Assert.All(submitted, application => Assert.Equal(AnswersGiven, Assert.Single(application.Submissions).Answers.Count(answer => answer.Answer is not null)));

        // One audit line, one notification and one e-mail a leader for each, never half of it.
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.Name == nameof(ApplicationSubmitted)).Select(line => line.RecordId!.Value).ToListAsync();
        Assert.Equal(submitted.Select(application => application.Id).Order(), lines.Order());
        Assert.Equal(submitted.Count * leaders, await database.Notifications.CountAsync());
        Assert.Equal(submitted.Count * leaders, await database.OutgoingEmails.CountAsync());
    }

    private static async Task<(string Address, List<int> Drafts, int Leaders)> FillAsync(string file)
    {
        await using var database = Open(file);
        var at = PortalFactory.Start.UtcDateTime;
        await using var transaction = await database.Database.BeginTransactionAsync();
        Person[] people =
        [
            Support.People.Active(Roles.None, "Aisha", "Karim", at),
            Support.People.Active(Roles.None, "Rhys", "Bevan", at),
            Support.People.Active(Roles.SeniorLeader, "Margaret", "Okafor", at),
            Support.People.Active(Roles.SeniorLeader, "Daniel", "Whitcombe", at),
        ];
        database.People.AddRange(people);
        await database.SaveChangesAsync();
        var hash = new PasswordHasher<SignInAccount>().HashPassword(new SignInAccount(0), Password);
        database.Users.Add(new SignInAccount(people[0].Id) { PasswordHash = hash });
        var directory = new PeopleDirectory(people.Select(person =>
            new DirectoryPerson(person.Id, person.Forename, person.Surname, person.Status, person.LeavingDate)));
        var by = people[0].AsActor();
        var drafts = Enumerable.Range(1, Submissions).Select(number =>
        {
            var draft = AccountApplication.Start(by, at);
            Assert.All(
                (IEnumerable<Result>)
                [
                    draft.AnswerPlatformAndName(Platform.Blog, null, AccountKind.SocialNetworkAccount, $"Class blog {number}", null, by, at),
                    draft.AnswerAim("To share news.", by, at),
                    draft.AnswerAudience("Families.", "The newsletter.", by, at),
                    draft.NameAdministrators(people[0].Id, [people[1].Id], directory, by, at),
                    draft.AnswerOpenness(Openness.Open, "Anybody may read it.", by, at),
                    draft.AnswerSettings(new AgreedSettings(WhoMay.Nobody, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody), by, at),
                    draft.AnswerMessages("The office, within a day.", "The office.", by, at),
                    draft.AnswerPersonalData(true, "First names.", null, [], by, at),
                ],
                answer => Assert.False(answer.IsRefused));
            return draft;
        }).ToList();
        database.Applications.AddRange(drafts);
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return (people[0].EmailAddress, [.. drafts.Select(draft => draft.Id)], 2);
    }

    private static SqliteSocialGovDbContext Open(string file) => new(
        new DbContextOptionsBuilder<SqliteSocialGovDbContext>()
            .UseSqlite($"Data Source={file};Pooling=False")
            .AddInterceptors(new SqliteConnectionSetup())
            .Options,
        [],
        new RequestOrigin());
}
