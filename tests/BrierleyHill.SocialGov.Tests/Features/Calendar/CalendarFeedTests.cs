using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Calendar;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Calendar;

/// <summary>The private address of a person's own dates, and the file that it gives.</summary>
public class CalendarFeedTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, 500, DateTimeKind.Utc);

    [Fact]
    public async Task An_address_is_made_shown_once_and_answers_without_a_session()
    {
        var (person, client) = await portal.PersonAsync();
        var address = await MakeAsync(client);

        Assert.Matches("^/calendar/feed/[0-9a-f]{64}\\.ics$", address);
        var page = await client.OpenAsync("/calendar/subscription");
        Assert.Contains("cannot be shown again", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(address, page.Content, StringComparison.Ordinal);
        var answer = await portal.Anonymous().OpenAsync(address);
        Assert.Equal("text/calendar", answer.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.ContentHeaders.ContentType.CharSet);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(await CalendarCheck.ReadAsync(Encoding.UTF8.GetBytes(answer.Content)));
        var kept = await portal.UseDatabaseAsync(database => database.CalendarSubscriptions.AsNoTracking().SingleAsync(one => one.PersonId == person.Id));
        Assert.DoesNotContain(kept.TokenHash, address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_ends_the_old_and_an_ended_one_answers_as_one_that_never_was()
    {
        var (_, client) = await portal.PersonAsync();
        var first = await MakeAsync(client);
        var second = await MakeAsync(client, "main form[action$='/subscription']");
        Assert.NotEqual(first, second);
        await ExpectNothingAsync(first);
        await portal.Anonymous().OpenAsync(second);

        var page = await client.OpenAsync("/calendar/subscription");
        var ended = await client.FollowAsync(await client.SubmitFormAsync(page, "main form[action$='/end']"));
        Assert.Contains("The address no longer works.", ended.Text, StringComparison.Ordinal);
        await ExpectNothingAsync(second);

        var names = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().Select(line => line.Name).ToListAsync());
        Assert.True(names.Count(name => name == nameof(CalendarSubscriptionMade)) >= 2);
        Assert.True(names.Count(name => name == nameof(CalendarSubscriptionEnded)) >= 2);
    }

    [Fact]
    public async Task Of_a_person_who_is_deactivated_nothing_is_shown_not_even_after_they_came_back()
    {
        var (person, client) = await portal.PersonAsync();
        var manager = await portal.AddPersonAsync(Roles.PortalManager);
        var address = await MakeAsync(client);
        await portal.UseDatabaseAsync(async database =>
        {
            var found = await database.People.SingleAsync(one => one.Id == person.Id);
            Assert.False(found.Deactivate("Left", 1, manager.AsActor(), portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        await ExpectNothingAsync(address);
        await portal.UseDatabaseAsync(async database =>
        {
            var found = await database.People.SingleAsync(one => one.Id == person.Id);
            Assert.False(found.Reactivate(manager.AsActor(), portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        await ExpectNothingAsync(address);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("..%2f..%2fsettings")]
    [InlineData("'%20OR%201=1--")]
    public Task Any_other_address_answers_that_there_is_nothing(string token) => ExpectNothingAsync($"/calendar/feed/{token}.ics");

    [Fact]
    public async Task The_address_reaches_neither_log_nor_audit_nor_database()
    {
        var (_, client) = await portal.PersonAsync();
        var address = await MakeAsync(client);
        await portal.Anonymous().OpenAsync(address);
        await ExpectNothingAsync(address.Replace(".ics", "0.ics", StringComparison.Ordinal));
        var token = address.Split('/')[^1][..64];

        // The request is logged once it was answered.
        await BrierleyHill.SocialGov.Tests.Infrastructure.Eventually.IsTrueAsync(() => Task.FromResult(portal.Log().Contains("calendar/feed/{token}.ics", StringComparison.Ordinal)));
        var log = portal.Log();
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..16], log, StringComparison.Ordinal);
        if (portal.IsSqlite)
        {
            foreach (var file in Directory.EnumerateFiles(portal.Storage, "social-gov.db*"))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                Assert.DoesNotContain(token, await reader.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Two_windows_at_once_leave_one_address_that_works()
    {
        var (person, client) = await portal.PersonAsync();
        var page = await client.OpenAsync("/calendar/subscription");
        var other = await client.SecondWindow().OpenAsync("/calendar/subscription");
        await Task.WhenAll(client.SubmitFormAsync(page, "main form"), client.SecondWindow().SubmitFormAsync(other, "main form"));
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.CalendarSubscriptions.CountAsync(one => one.PersonId == person.Id && one.EndedAt == null)));
    }

    [Fact]
    public async Task The_file_is_accepted_by_another_implementation_of_the_standard()
    {
        var file = CalendarFile.Write(
            [
                CalendarDate.At("ENQ-000012", "Answer due", "/enquiries/12", new DateTime(2026, 3, 17, 0, 0, 0, DateTimeKind.Utc), 3),
                CalendarDate.At("ENQ-000013", "Answer due", "/enquiries/13", new DateTime(2026, 7, 1, 9, 30, 15, DateTimeKind.Utc), 0),
                CalendarDate.On("ACC-000001", "Account review due", "/accounts/1/review", new DateOnly(2026, 3, 29), 7),
                CalendarDate.On("ACC-000001", "Account verification due", "/accounts/1/verify", new DateOnly(2026, 10, 25), 7),
            ],
            new SchoolSettings(
                "Ysgol Gynradd Llanfair, Pwllgwyngyll; ’s-Gravenhage \\ Ŵyl ŵyn yn y gwanwyn – ysgol fach ond cyfeillgar iawn", "#1d3c6b", "https://social.school.example", ""),
            At);

        var events = await CalendarCheck.ReadAsync(file);

        Assert.Equal(
            [
                new CheckedEvent(
                    "ENQ-000012-answer-due@social.school.example",
                    "Answer due: ENQ-000012",
                    "By Monday 16 March 2026, end of day. https://social.school.example/enquiries/12",
                    "https://social.school.example/enquiries/12",
                    3,
                    "2026-03-16T23:30:00+00:00",
                    "2026-03-17T00:00:00+00:00",
                    "2026-03-10T10:00:00+00:00",
                    "TRANSPARENT"),
                new CheckedEvent(
                    "ACC-000001-account-review-due@social.school.example",
                    "Account review due: ACC-000001",
                    "By the end of Sunday 29 March 2026. https://social.school.example/accounts/1/review",
                    "https://social.school.example/accounts/1/review",
                    7,
                    "2026-03-29",
                    "2026-03-30",
                    "2026-03-10T10:00:00+00:00",
                    "TRANSPARENT"),
            ],
            [events[0], events[1]]);
        Assert.Equal(["2026-03-16T23:30:00+00:00", "2026-03-29", "2026-07-01T09:00:15+00:00", "2026-10-25"], events.Select(one => one.Start));
    }

    [Fact]
    public async Task The_check_itself_can_fail()
    {
        var file = Encoding.UTF8.GetString(CalendarFile.Write(
            [CalendarDate.On("ACC-000001", "Account review due", "/accounts/1/review", new DateOnly(2026, 3, 29), 7)],
            new SchoolSettings("School", "#1d3c6b", "https://social.school.example", ""),
            At));
        string[] broken =
        [
            file.Replace("\r\n", "\n", StringComparison.Ordinal),
            file.Replace("SUMMARY:", $"SUMMARY:{new string('a', 80)}", StringComparison.Ordinal),
            file.Replace("DTSTAMP:20260310T100000Z\r\n", "", StringComparison.Ordinal),
            file.Replace("END:VCALENDAR", "END:VEVENT", StringComparison.Ordinal),
            file.Replace("SUMMARY:", "SUMMARY:a,b ", StringComparison.Ordinal),
        ];
        foreach (var one in broken)
        {
            Assert.NotEqual(file, one);
            await Assert.ThrowsAsync<InvalidOperationException>(() => CalendarCheck.ReadAsync(Encoding.UTF8.GetBytes(one)));
        }
    }

    [Fact]
    public async Task The_calendar_holds_the_persons_own_dates_and_nothing_that_they_are_about()
    {
        await using var own = new PortalFactory();
        var (leader, leads) = await own.PersonAsync(Roles.SeniorLeader);
        var (lead, administers) = await own.PersonAsync();
        var (_, other) = await own.PersonAsync();
        var deputy = await own.AddPersonAsync();
        var account = await own.AddLiveAccountAsync(lead, deputy, "Nursery Sunflowers");

        var ofLeader = await EventsAsync(own, leads);
        var ofLead = await EventsAsync(own, administers);

        Assert.Equal([$"Account review due: {account.Reference}"], ofLeader.Select(one => one.Summary));
        Assert.Equal([$"Account verification due: {account.Reference}"], ofLead.Select(one => one.Summary));
        Assert.Equal($"https://localhost/accounts/{account.Id}/verify", ofLead[0].Url);
        Assert.Equal(account.VerificationDueOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ofLead[0].Start);
        Assert.Empty(await EventsAsync(own, other));
        Assert.All(ofLeader.Concat(ofLead), one => Assert.DoesNotContain("Sunflowers", one.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(leader.Surname, ofLeader[0].ToString(), StringComparison.Ordinal);
        // The same thing keeps its name from one reading to the next.
        Assert.Equal(ofLead[0].Uid, (await EventsAsync(own, administers, "main form[action$='/subscription']"))[0].Uid);
    }

    private static async Task<IReadOnlyList<CheckedEvent>> EventsAsync(PortalFactory portal, PortalClient client, string form = "main form") =>
        await CalendarCheck.ReadAsync(Encoding.UTF8.GetBytes((await portal.Anonymous().OpenAsync(await MakeAsync(client, form))).Content));

    private static async Task<string> MakeAsync(PortalClient client, string form = "main form")
    {
        var shown = await client.SubmitFormAsync(await client.OpenAsync("/calendar/subscription"), form);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("shown this once", shown.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", shown.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        return new Uri(shown.Document.QuerySelector("[data-copy-text]")!.TextContent.Trim()).PathAndQuery;
    }

    private async Task ExpectNothingAsync(string path)
    {
        var answer = await portal.Anonymous().GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
