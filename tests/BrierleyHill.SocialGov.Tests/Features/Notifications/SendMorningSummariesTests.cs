using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Features.Alerts;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Web.Features.Notifications;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Notifications;

/// <summary>The morning summary: one e-mail a person, each line in one of them alone.</summary>
public class SendMorningSummariesTests
{
    private const NotificationKinds Kind = NotificationKinds.Handovers;

    [Fact]
    public async Task What_waited_comes_in_the_morning_in_one_e_mail_for_each_person()
    {
        await using var portal = await StartAsync();
        var (lee, pat) = (await AddReaderAsync(portal, "Lee"), await AddReaderAsync(portal, "Pat"));
        await TellAsync(portal, lee, "HND-000001: a hand-over has been opened", "/handovers/1");
        await TellAsync(portal, lee, "APP-000002: a business case waits", "/applications/2", NotificationKinds.BusinessCases);
        await TellAsync(portal, pat, "HND-000003: a hand-over is open", "/handovers/3");

        // Tuesday at ten: until half past seven on Wednesday nothing leaves.
        portal.Clock.Advance(new TimeSpan(21, 29, 59));
        Assert.Equal(0, await portal.RunAsync<SendMorningSummaries>());
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await portal.RunAsync<SendMorningSummaries>());
        Assert.Equal(0, await portal.RunAsync<SendMorningSummaries>());

        Assert.Equal(["Morning summary: 2 things to see"], await SubjectsAsync(portal, lee));
        Assert.Equal(["Morning summary: 1 thing to see"], await SubjectsAsync(portal, pat));
        var body = await BodyAsync(portal, lee);
        Assert.Contains("Business cases\n\n- APP-000002: a business case waits\n  http://localhost:5080/applications/2\n\nHand-overs\n\n- HND-000001: a hand-over has been opened\n  http://localhost:5080/handovers/1", body, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/notifications/preferences", body, StringComparison.Ordinal);
        Assert.DoesNotContain("HND-000003", body, StringComparison.Ordinal);
        Assert.Empty(await LinesAsync(portal));

        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await portal.RunAsync<SendMorningSummaries>());
    }

    [Fact]
    public async Task What_comes_after_the_time_of_the_summary_waits_for_the_next()
    {
        await using var portal = await StartAsync();
        var lee = await AddReaderAsync(portal, "Lee");
        await TellAsync(portal, lee, "HND-000001: first", "/handovers/1");
        portal.Clock.Advance(new TimeSpan(21, 31, 0));
        await TellAsync(portal, lee, "HND-000002: second", "/handovers/2");
        Assert.Equal(1, await portal.RunAsync<SendMorningSummaries>());
        Assert.Equal(["HND-000002: second"], await LinesAsync(portal));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await portal.RunAsync<SendMorningSummaries>());
    }

    [Fact]
    public async Task What_was_read_in_the_portal_meanwhile_is_left_out_and_where_nothing_is_left_nothing_is_sent()
    {
        await using var portal = await StartAsync();
        var (lee, pat) = (await AddReaderAsync(portal, "Lee"), await AddReaderAsync(portal, "Pat"));
        await TellAsync(portal, lee, "HND-000001: read", "/handovers/1");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(portal, lee, "HND-000001: read, and told of again", "/handovers/1");
        await TellAsync(portal, pat, "HND-000001: read", "/handovers/1");
        await portal.DoAsync(async database =>
        {
            var first = await database.Notifications.OrderBy(one => one.Id).Take(3).ToListAsync();
            first[0].MarkAsRead(portal.Clock.UtcNow());
            first[2].MarkAsRead(portal.Clock.UtcNow());
            await database.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await portal.RunAsync<SendMorningSummaries>());

        Assert.Equal(["Morning summary: 1 thing to see"], await SubjectsAsync(portal, lee));
        Assert.Contains("HND-000001: read, and told of again", await BodyAsync(portal, lee), StringComparison.Ordinal);
        Assert.Empty(await SubjectsAsync(portal, pat));
        Assert.Empty(await LinesAsync(portal));
    }

    [Fact]
    public async Task A_week_of_missed_mornings_is_made_up_for_in_one_e_mail_and_a_clock_set_back_repeats_none()
    {
        await using var portal = await StartAsync();
        var lee = await AddReaderAsync(portal, "Lee");
        for (var day = 1; day <= 7; day++)
        {
            await TellAsync(portal, lee, $"HND-00000{day}: day {day}", $"/handovers/{day}");
            portal.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, await portal.RunAsync<SendMorningSummaries>());
        portal.Clock.AdjustTime(portal.Clock.GetUtcNow() - TimeSpan.FromDays(3));
        for (var hour = 0; hour < 24 * 4; hour++)
        {
            Assert.Equal(0, await portal.RunAsync<SendMorningSummaries>());
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["Morning summary: 7 things to see"], await SubjectsAsync(portal, lee));
    }

    [Fact]
    public async Task Somebody_whose_access_has_ended_gets_none_and_their_lines_are_gone()
    {
        await using var portal = await StartAsync();
        var lee = await AddReaderAsync(portal, "Lee");
        await TellAsync(portal, lee, "HND-000001: first", "/handovers/1");
        await portal.DoAsync(async database =>
        {
            Assert.False((await database.People.SingleAsync(person => person.Id == lee)).Deactivate("Gone.", 1, PeopleActors.CommandLine, portal.Clock.UtcNow()).IsRefused);
            await database.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await portal.RunAsync<SendMorningSummaries>());
        Assert.Empty(await SubjectsAsync(portal, lee));
        Assert.Empty(await LinesAsync(portal));
    }

    [Fact]
    public async Task Who_wants_it_at_once_from_now_on_gets_what_waited_with_the_next_summary_and_the_rest_at_once()
    {
        await using var portal = await StartAsync();
        var lee = await AddReaderAsync(portal, "Lee");
        await TellAsync(portal, lee, "HND-000001: waits", "/handovers/1");
        await ChooseAsync(portal, lee, NotificationKinds.None);
        await TellAsync(portal, lee, "HND-000002: at once", "/handovers/2");
        Assert.Equal(["HND-000002: at once"], await SubjectsAsync(portal, lee));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await portal.RunAsync<SendMorningSummaries>());
        Assert.Equal(["HND-000002: at once", "Morning summary: 1 thing to see"], await SubjectsAsync(portal, lee));
    }

    [Fact]
    public async Task Killed_between_any_two_statements_each_line_comes_in_one_summary()
    {
        var death = new Death();
        await using var survivor = await StartAsync();
        await using var victim = await StartAsync(survivor, death.Interceptors);
        var lee = await AddReaderAsync(survivor, "Lee");
        var (step, hasCome) = (0, true);
        for (; hasCome; step++)
        {
            Assert.True(step < 60, "The run never ends.");
            await TellAsync(survivor, lee, $"HND-{step:000000}: a line", $"/handovers/{step}");
            survivor.Clock.Advance(TimeSpan.FromDays(1));
            death.Set(step + 1);
            try
            {
                await victim.RunAsync<SendMorningSummaries>();
            }
            catch (Exception) when (death.HasCome)
            {
                // Nobody hears the dead.
            }

            hasCome = death.HasCome;
            death.Set(0);
            await survivor.RunAsync<SendMorningSummaries>();
            Assert.Empty(await LinesAsync(survivor));
        }

        Assert.True(step > 6, $"Only {step} steps were tried.");
        Assert.Equal(Enumerable.Repeat("Morning summary: 1 thing to see", step), await SubjectsAsync(survivor, lee));
    }

    [Fact]
    public async Task Of_two_instances_at_once_one_sends_it()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one);
        var lee = await AddReaderAsync(one, "Lee");
        for (var day = 0; day < 10; day++)
        {
            await TellAsync(one, lee, $"HND-{day:000000}: a line", $"/handovers/{day}");
            await TellAsync(one, lee, $"HND-{day:000000}: another", $"/handovers/{day}");
            one.Clock.Advance(TimeSpan.FromDays(1));
            var sent = await Task.WhenAll(Task.Run(() => one.RunAsync<SendMorningSummaries>()), Task.Run(() => other.RunAsync<SendMorningSummaries>()));
            Assert.Equal(1, sent.Sum());
        }

        Assert.Equal(Enumerable.Repeat("Morning summary: 2 things to see", 10), await SubjectsAsync(one, lee));
    }

    [Fact]
    public async Task A_very_long_one_is_cut_and_says_how_much_there_is_beside()
    {
        await using var portal = await StartAsync();
        var lee = await AddReaderAsync(portal, "Lee");
        await portal.DoAsync(async database =>
        {
            database.SummaryLines.AddRange(Enumerable.Range(1, SummaryEmails.MostLines + 5).Select(number =>
                new SummaryLine(lee, Kind, $"HND-{number:000000}: a line", $"/handovers/{number}", portal.Clock.UtcNow())));
            await database.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.RunAsync<SendMorningSummaries>();
        var body = await BodyAsync(portal, lee);
        Assert.Contains("And 5 more, which are in the portal.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("HND-000051", body, StringComparison.Ordinal);
    }

    // Over the night on which summer time begins and the one on which it ends; and a time of day that the one night does not have.
    [Theory]
    [InlineData("07:30", "2026-03-29 06:29:59", "2026-03-28 07:30")]
    [InlineData("07:30", "2026-03-29 06:30:00", "2026-03-29 06:30")]
    [InlineData("07:30", "2026-10-25 07:29:59", "2026-10-24 06:30")]
    [InlineData("07:30", "2026-10-25 07:30:00", "2026-10-25 07:30")]
    [InlineData("01:30", "2026-03-29 01:00:00", "2026-03-29 01:00")]
    [InlineData("01:30", "2026-10-25 01:29:00", "2026-10-25 00:30")]
    [InlineData("00:00", "2026-07-01 22:59:59", "2026-06-30 23:00")]
    public void The_latest_summary_time_is_Londons(string timeOfDay, string now, string latest) => Assert.Equal(
        Utc(latest), SummaryTime.LatestBefore(TimeOnly.Parse(timeOfDay, System.Globalization.CultureInfo.InvariantCulture), Utc(now)));

    [Theory]
    [InlineData("06:00", "6am")]
    [InlineData(null, "7:30am")]
    public void The_school_sets_the_time(string? set, string words) => Assert.Equal(words, SummarySettings.Read(Settings(set)).AtInWords);

    [Theory]
    [InlineData("7.30")]
    [InlineData("24:00")]
    [InlineData("half past seven")]
    public void A_time_that_is_none_stops_the_start(string set) => Assert.Throws<StartRefusedException>(() => SummarySettings.Read(Settings(set)));

    private static SettingsReader Settings(string? at) => new(new ConfigurationBuilder().AddInMemoryCollection([new("Alerts:MorningSummaryAt", at)]).Build());

    private static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);

    private static Task<PortalServices> StartAsync(PortalServices? beside = null, params IInterceptor[] interceptors) => PortalServices.StartAsync(
        also: services =>
        {
            services.AddNotifications(Settings(null));
            foreach (var interceptor in interceptors)
            {
                services.AddSingleton(interceptor);
            }
        },
        beside: beside);

    private static async Task<int> AddReaderAsync(PortalServices portal, string forename)
    {
        var id = await portal.AddPersonAsync(forename);
        await ChooseAsync(portal, id, SummaryChoices.All);
        return id;
    }

    private static Task ChooseAsync(PortalServices portal, int id, NotificationKinds kinds) => portal.DoAsync(async database =>
    {
        var person = await database.People.SingleAsync(found => found.Id == id);
        Assert.False(person.ChooseSummary(kinds, person.AsActor(), portal.Clock.UtcNow()).IsRefused);
        await database.SaveChangesAsync();
    });

    /// <summary>Tells somebody as a feature does: in the portal and by e-mail, at one instant.</summary>
    private static Task TellAsync(PortalServices portal, int id, string subject, string path, NotificationKinds kind = Kind) => portal.DoAsync(async database =>
    {
        var (person, at) = (await database.People.AsNoTracking().SingleAsync(found => found.Id == id), portal.Clock.UtcNow());
        database.Notifications.Add(new Notification(id, subject[..10], subject, path, at, kind));
        portal.Services.GetRequiredService<EmailOutbox>().Queue(database, person, new EmailText(subject, ["Something waits."], path, kind), at);
        await database.SaveChangesAsync();
    });

    private static Task<List<string>> SubjectsAsync(PortalServices portal, int id) => portal.ReadAsync(database =>
        database.OutgoingEmails.Where(email => email.PersonId == id).OrderBy(email => email.Id).Select(email => email.Subject).ToListAsync());

    private static Task<string> BodyAsync(PortalServices portal, int id) => portal.ReadAsync(async database =>
        portal.Services.GetRequiredService<EmailOutbox>().Read(await database.OutgoingEmails.OrderBy(email => email.Id).LastAsync(email => email.PersonId == id)));

    private static Task<List<string>> LinesAsync(PortalServices portal) =>
        portal.ReadAsync(database => database.SummaryLines.OrderBy(line => line.Id).Select(line => line.Subject).ToListAsync());
}
