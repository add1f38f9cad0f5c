using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.NeedToKnow;

/// <summary>
/// The person alleged asks both worlds the same: the one with the incident, and the one without. Every answer is the same, byte for byte, but for
/// what no two answers of one portal share (tokens, random keys); and each takes the same number of statements, which is what its time depends on.
/// SOCIALGOV_WORLDS says how many cases are tried.
/// </summary>
[Trait("Clause", "SLT-3")]
[Trait("Clause", "BEH-4")]
public class TwoWorldsTests
{
    // What changes the session of whoever asks, and what answers with a random challenge or password.
    private static readonly string[] NotSent =
        ["sign-out", "sign-out-everywhere", "change-password", "sign-in", "forgotten-password", "invitation", "reset-password", "confirm-it-is-you", "sign-in-settings"];

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(0, int.TryParse(Environment.GetEnvironmentVariable("SOCIALGOV_WORLDS"), CultureInfo.InvariantCulture, out var number) ? number : 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_person_alleged_finds_no_difference(int seed)
    {
        var story = new WorldsStory(seed);
        await using var troubled = await World.MakeAsync();
        await using var quiet = await World.MakeAsync();
        await story.TellAsync(troubled, quiet);
        Assert.Equal((true, false), (await HasAsync(troubled, story), await HasAsync(quiet, story)));

        // What was looked up for others before makes neither of them quicker.
        await troubled.ForgetFactsAsync();
        await quiet.ForgetFactsAsync();
        var differences = await CompareAsync(story, troubled, quiet, seed, everything: true);

        Assert.True(differences.Count == 0, $"{story}\n{string.Join("\n\n", differences.Take(10))}");
    }

    private static readonly string[] Leaks =
    [
        "an audit line without the incident's reference",
        "an e-mail that does not say that it is about the incident",
        "a job that counts it",
        "an enquiry that was changed by it",
        "a summary that counts what is of the incident",
        "facts that were read anew because of it",
        "a notification",
        "nobody marked as alleged",
    ];

    // The answers would be equal as well if the comparison looked at nothing.
    [Fact]
    public async Task What_would_let_them_know_is_found()
    {
        var story = new WorldsStory(0);
        await using var troubled = await World.MakeAsync();
        await using var quiet = await World.MakeAsync();
        await story.TellAsync(troubled, quiet);
        await troubled.ForgetFactsAsync();
        await quiet.ForgetFactsAsync();
        var found = (await CompareAsync(story, troubled, quiet, seed: 0, everything: false)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(found);
        foreach (var leak in Leaks)
        {
            await troubled.UseDatabaseAsync(database => LeakAsync(leak, database, story, troubled));
            var differences = await CompareAsync(story, troubled, quiet, seed: 0, everything: false);
            Assert.True(differences.Any(found.Add), $"Nobody notices {leak}.");
            found.UnionWith(differences);
        }
    }

    private static Task LeakAsync(string leak, SocialGovDbContext database, WorldsStory story, World world)
    {
        switch (leak)
        {
            case "an audit line without the incident's reference":
                database.Note(new AccessRefused("Incident.Something", Actor.Portal("Test"), world.Now));
                return database.SaveChangesAsync();
            case "an e-mail that does not say that it is about the incident":
                return database.OutgoingEmails.Where(email => email.IncidentId == story.Number).ExecuteUpdateAsync(email => email.SetProperty(row => row.IncidentId, (int?)null));
            case "a notification":
                return NotifyAsync();
            case "a job that counts it":
                return database.JobRuns.Where(run => run.JobName == AlertQueries.JobName).ExecuteUpdateAsync(run => run.SetProperty(row => row.Handled, row => row.Handled + 1));
            case "an enquiry that was changed by it":
                return database.Enquiries.ExecuteUpdateAsync(enquiry => enquiry.SetProperty(row => row.Version, row => row.Version + 1));
            case "facts that were read anew because of it":
                return database.SchoolFactsStamps.ExecuteUpdateAsync(stamp => stamp.SetProperty(row => row.Stamp, Guid.NewGuid()));
            case "nobody marked as alleged":
                return database.Database.ExecuteSqlAsync($"""UPDATE "IncidentPeople" SET "Role" = 2 WHERE "Role" = 1""");
            case "a summary that counts what is of the incident":
                return SummariseAsync();
            default:
                throw new ArgumentException("There is no such leak.", nameof(leak));
        }

        async Task NotifyAsync()
        {
            var alleged = await database.People.SingleAsync(person => person.Surname == story.Alleged);
            database.Notifications.Add(new Notification(alleged.Id, "ENQ-000001", "Something waits.", "/", world.Now));
            await database.SaveChangesAsync();
        }

        async Task SummariseAsync()
        {
            var email = await database.OutgoingEmails.OrderByDescending(one => one.Id).FirstAsync(one => one.Subject.StartsWith("Morning summary") && one.IncidentId == null);
            await database.OutgoingEmails.Where(one => one.Id == email.Id).ExecuteUpdateAsync(one => one.SetProperty(row => row.Subject, row => row.Subject + " more"));
        }
    }

    private static Task<bool> HasAsync(World world, WorldsStory story) =>
        world.UseDatabaseAsync(database => database.Incidents.AnyAsync(incident => incident.Id == story.Number));

    private static async Task<List<string>> CompareAsync(WorldsStory story, World troubled, World quiet, int seed, bool everything)
    {
        var random = new Random(seed);
        var (one, other) = (await ClientAsync(troubled, story), await ClientAsync(quiet, story));
        var differences = new List<string>();
        foreach (var path in Addresses(troubled, story, random, everything))
        {
            await AskAsync(path, client => client.GetAsync(path));
        }

        if (everything)
        {
            await SubmitAsync("/notifications", "main form[action$='mark-all-as-read']");
            await SubmitAsync("/notifications?show=all", "main li form");
            await SubmitAsync("/notifications/preferences", "main form");
            await SubmitAsync("/calendar/subscription", "main form");
            if (story.AllegedRoles.HasFlag(Roles.PortalManager) || story.AllegedRoles.HasFlag(Roles.DataProtectionOfficer))
            {
                await SubmitAsync("/audit", "form[action='/audit/verify']");
            }

            if (story.AllegedRoles.HasFlag(Roles.PortalManager))
            {
                await SubmitAsync("/mail", "main form");
            }

            // A form of a page that everybody has: its token is as good as any other.
            var fields = (One: await FieldsAsync(one), Other: await FieldsAsync(other));
            foreach (var pattern in Routes.Of(troubled, "POST").Where(pattern => !NotSent.Any(kept => pattern == kept || pattern.StartsWith(kept + "/", StringComparison.Ordinal)) && !pattern.EndsWith("/generate", StringComparison.Ordinal)))
            {
                var path = Routes.Fill(pattern, story.Number, random.Next(1, 6));
                await AskAsync($"POST {path}", client => client.PostAsync(path, client == one ? fields.One : fields.Other));
            }

            // What the forms have changed shows on these.
            foreach (var path in (string[])["/", "/audit", "/mail", "/jobs", "/notifications?show=all", "/enquiries", "/people", "/incidents", "/incidents/mine"])
            {
                await AskAsync(path, client => client.GetAsync(path));
            }
        }

        return differences;

        static async Task<IReadOnlyList<KeyValuePair<string, string>>> FieldsAsync(PortalClient client) =>
            Page.Fields((IHtmlFormElement)(await client.OpenAsync("/notifications/preferences")).Document.QuerySelector("main form")!);

        async Task SubmitAsync(string path, string form) => await AskAsync($"POST from {path}", async client =>
        {
            var page = await client.OpenAsync(path);
            return page.Document.QuerySelector(form) is null ? page : await client.SubmitFormAsync(page, form);
        });

        async Task AskAsync(string what, Func<PortalClient, Task<Page>> ask)
        {
            troubled.Statements.Texts.Clear();
            var here = await ask(one);
            var asked = troubled.Statements.Texts.Count;
            quiet.Statements.Texts.Clear();
            var there = await ask(other);
            var askedThere = quiet.Statements.Texts.Count;
            var (a, b) = (troubled.Normalise(here), quiet.Normalise(there));
            if (here.Status == HttpStatusCode.InternalServerError)
            {
                differences.Add($"{what} answered 500");
            }

            if (a != b)
            {
                // The fingerprint tells a further difference below the first.
                differences.Add($"{what} ({Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(a)))[..8]}): {Difference(a, b)}");
            }

            if (asked != askedThere)
            {
                differences.Add($"{what}: {asked} statements, and {askedThere} without\n{string.Join('\n', troubled.Statements.Texts.Except(quiet.Statements.Texts))}");
            }
        }
    }

    private static async Task<PortalClient> ClientAsync(World world, WorldsStory story) => await world.SignInAsync(await world.SomebodyAsync(story.Alleged));

    private static IEnumerable<string> Addresses(World world, WorldsStory story, Random random, bool everything)
    {
        var reference = $"INC-{story.Number}";
        string[] first = ["/", "/notifications", "/mail", "/mail?status=Failed", "/jobs", "/audit", "/audit?Event=AccessRefused", "/enquiries", "/enquiries/1", "/incidents", $"/incidents/{story.Number}", $"/search?q={reference}"];
        if (!everything)
        {
            foreach (var path in first)
            {
                yield return path;
            }

            yield break;
        }

        string[] asked =
        [
            .. first, "/notifications?show=all", "/mail?status=Sent", "/mail?sort=person&direction=ascending", "/health/ready",
            "/audit?page=2", "/audit?page=9999", "/audit?sort=when&direction=ascending", $"/audit?Record={reference}", $"/audit?Record={story.Number}", "/audit?Event=IncidentReported",
            "/audit?Event=IncidentOpened", "/audit?Event=AlertRaised", "/audit?Event=EmailFailed", "/audit?From=2026-03-10&Until=2026-03-10",
            $"/search?q={story.Number}", $"/search?q={WorldsStory.Planted}", $"/search?q={story.Alleged}",
            $"/incidents?Text={story.Number}", "/incidents/mine", "/incidents/report", $"/incidents/{story.Number}/", $"/incidents/{story.Number}/nothing",
            "/enquiries?State=All", "/enquiries/export?State=All", "/mentions", "/people", $"/people?Text={story.Alleged}",
            "/incidents/report?enquiry=1", "/incidents/report?check=1", "/incidents/report?mention=1",
        ];
        foreach (var path in asked)
        {
            yield return path;
        }

        for (var person = 1; person <= 15; person++)
        {
            yield return $"/audit?Person={person}";
        }

        // What it may have been reported from.
        for (var record = 1; record <= 2; record++)
        {
            yield return $"/enquiries/{record}";
            yield return $"/monitoring/checks/{record}";
            yield return $"/mentions/{record}";
        }

        foreach (var pattern in Routes.Of(world, "GET"))
        {
            yield return Routes.Fill(pattern, story.Number, random.Next(1, 6));
        }
    }

    private static string Difference(string a, string b)
    {
        var at = 0;
        while (at < a.Length && at < b.Length && a[at] == b[at])
        {
            at++;
        }

        string Around(string text) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
        return $"\nwith:    …{Around(a)}…\nwithout: …{Around(b)}…";
    }
}
