using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Monitoring;

/// <summary>Checks are done in two taps, by those who look after the account, and what is found goes on from there.</summary>
[Trait("Clause", "MON-1")]
[Trait("Clause", "MON-3")]
public class CheckPagesTests(CheckPagesTests.Monitored portal) : IClassFixture<CheckPagesTests.Monitored>
{
    [Fact]
    [Trait("Clause", "ADM-4")]
    [Trait("Clause", "STF-3")]
    public async Task Nothing_found_takes_one_page_and_one_button()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var client = await portal.SignInAsync(poster);
        Assert.NotNull((await client.OpenAsync("/")).Document.QuerySelector($"main a[href='/monitoring/checks/{check}']"));
        Assert.NotNull((await client.OpenAsync("/monitoring")).Document.QuerySelector($"main a[href='/monitoring/checks/{check}']"));

        var page = await client.OpenAsync($"/monitoring/checks/{check}");
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{account.WebAddress}'][rel~='noopener'][rel~='noreferrer']"));
        Assert.Equal("Nothing that needs action", page.Document.QuerySelector("main form button")!.TextContent.Trim());
        var answer = await client.SubmitAsync(page, ("Form.Result", "NothingFound"));

        Assert.Equal("/monitoring", answer.Location);
        var done = (await portal.ChecksAsync(account.Id)).Single();
        Assert.Equal((CheckStatus.Done, (int?)poster.Id, LookedAtText.Everything, false), (done.Status, done.DoneById, done.LookedAt, done.IsLate));
        Assert.Contains("No check waits for you.", (await client.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_button_twice_and_two_people_at_once_do_it_once()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var (client, other) = (await portal.SignInAsync(poster), await portal.SignInAsync(portal.Administrator));
        var (page, others) = (await client.OpenAsync($"/monitoring/checks/{check}"), await other.OpenAsync($"/monitoring/checks/{check}"));
        await client.SubmitAsync(page, ("Form.Result", "NothingFound"));

        var again = await client.SubmitAsync(page, ("Form.Result", "NothingFound"));
        var late = await other.SubmitAsync(others, ("Form.Result", "SomethingFound"), ("Form.Found", "Something."));

        Assert.NotEqual(HttpStatusCode.InternalServerError, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("This check is not waiting any more", late.Text, StringComparison.Ordinal);
        Assert.Equal(CheckResult.NothingFound, (await portal.ChecksAsync(account.Id)).Single().Result);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(MonitoringCheckDone) && line.RecordId == check)));
    }

    [Theory]
    [InlineData("/monitoring/{account}")]
    [InlineData("/monitoring/{account}/rota")]
    [InlineData("/monitoring/{account}/cover")]
    [InlineData("/monitoring/{account}/check")]
    [InlineData("/monitoring/{account}/checks")]
    [InlineData("/monitoring/{account}/checks/export")]
    [InlineData("/monitoring/checks/{check}")]
    [InlineData("/monitoring/checks/{check}/follow-up")]
    public async Task A_stranger_gets_what_a_missing_one_gives(string path)
    {
        var (account, check, poster) = await portal.ExpectAsync();
        string Filled(int accountId, int checkId) => path.Replace("{account}", $"{accountId}", StringComparison.Ordinal).Replace("{check}", $"{checkId}", StringComparison.Ordinal);
        foreach (var person in new[] { await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.PortalManager), await portal.AddPersonAsync(Roles.DataProtectionOfficer) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(person)).GetAsync(Filled(account.Id, check))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(portal.Administrator)).GetAsync(Filled(999999, 999999))).Status);
        Assert.NotEqual(HttpStatusCode.NotFound, (await (await portal.SignInAsync(poster)).GetAsync(Filled(account.Id, check))).Status);
    }

    [Fact]
    public async Task A_stranger_cannot_do_it_either_and_a_leader_is_told_why_not()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var form = await (await portal.SignInAsync(poster)).OpenAsync($"/monitoring/checks/{check}");
        foreach (var (person, status) in new[] { (await portal.AddPersonAsync(), HttpStatusCode.NotFound), (await portal.AddPersonAsync(Roles.SeniorLeader), HttpStatusCode.Forbidden) })
        {
            var client = await portal.SignInAsync(person);
            var token = (await client.OpenAsync("/monitoring")).Document.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var answer = await client.PostAsync($"/monitoring/checks/{check}", new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token, ["SubmissionNumber"] = Guid.NewGuid().ToString(), ["Form.Result"] = "NothingFound", ["Form.LookedAt"] = "Comments",
            });
            Assert.Equal(status, answer.Status);
        }

        Assert.NotNull(form);
        Assert.Equal(CheckStatus.Expected, (await portal.ChecksAsync(account.Id)).Single().Status);
        var leaders = await (await portal.SignInAsync(portal.Leader)).OpenAsync($"/monitoring/checks/{check}");
        Assert.Null(leaders.Document.QuerySelector("main form button[value=NothingFound]"));
    }

    [Fact]
    public async Task Late_is_done_late_and_says_so()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        portal.Clock.Advance(TimeSpan.FromHours(3));
        var client = await portal.SignInAsync(poster);
        var page = await client.OpenAsync($"/monitoring/checks/{check}");
        Assert.Contains("Doing it late is better than not at all", page.Text, StringComparison.Ordinal);

        await client.SubmitAsync(page, ("Form.Result", "NothingFound"));

        Assert.True((await portal.ChecksAsync(account.Id)).Single().IsLate);
        Assert.Contains("Done late", (await client.OpenAsync($"/monitoring/{account.Id}/checks?Show=Late")).Text, StringComparison.Ordinal);
        Assert.Contains("No check fits this filter", (await client.OpenAsync($"/monitoring/{account.Id}/checks?Show=OnTime")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SomethingFound", "", "Enter what you found, in a sentence or two.")]
    [InlineData("", "Something.", "Choose whether something was found.")]
    [InlineData("<script>", "Something.", null)]
    public async Task Half_an_answer_is_asked_for_again_with_what_was_typed(string result, string found, string? message)
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var client = await portal.SignInAsync(poster);

        var answer = await client.SubmitAsync(await client.OpenAsync($"/monitoring/checks/{check}"), ("Form.Result", result), ("Form.Found", found));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(found, answer.ValueOf("Form.Found"));
        if (message is not null)
        {
            Assert.Equal([message], answer.Errors);
        }

        Assert.Equal(CheckStatus.Expected, (await portal.ChecksAsync(account.Id)).Single().Status);
    }

    [Fact]
    public async Task Too_much_text_is_refused_and_none_of_it_is_lost()
    {
        var (_, check, poster) = await portal.ExpectAsync();
        var client = await portal.SignInAsync(poster);
        var text = new string('x', MonitoringCheck.FoundMaximumLength + 1);

        var answer = await client.SubmitAsync(await client.OpenAsync($"/monitoring/checks/{check}"), ("Form.Result", "SomethingFound"), ("Form.Found", text));

        Assert.Equal((HttpStatusCode.BadRequest, text), (answer.Status, answer.ValueOf("Form.Found")));
    }

    [Fact]
    public async Task Something_found_leads_to_an_enquiry_an_incident_and_a_follow_up()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var client = await portal.SignInAsync(poster);
        var answer = await client.SubmitAsync(
            await client.OpenAsync($"/monitoring/checks/{check}"), ("Form.Result", "SomethingFound"), ("Form.Found", "<b>Unkind</b> words below a picture."));
        var page = await client.FollowAsync(answer);
        Assert.Contains("<b>Unkind</b> words below a picture.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/enquiries/new?check={check}&account={account.Id}']"));

        Assert.NotNull(page.Document.QuerySelector($"main a[href='/incidents/report?check={check}']"));

        Assert.Equal(HttpStatusCode.BadRequest, (await client.FillAsync($"/monitoring/checks/{check}/follow-up")).Status);
        page = await client.FollowAsync(await client.FillAsync(
            $"/monitoring/checks/{check}/follow-up",
            ("Form.What", "Talk to both families."), ("Form.PersonId", $"{portal.Leader.Id}"),
            ("Form.DueOn.Day", $"{portal.Now.Day}"), ("Form.DueOn.Month", $"{portal.Now.Month}"), ("Form.DueOn.Year", $"{portal.Now.Year}")));
        Assert.Contains("Talk to both families.", page.Text, StringComparison.Ordinal);

        var followUp = await portal.UseDatabaseAsync(database => database.MonitoringFollowUps.SingleAsync(one => one.CheckId == check));
        var leader = await portal.SignInAsync(portal.Leader);
        Assert.Contains($"Follow up {followUp.Reference}", (await leader.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal($"/monitoring/checks/{check}", (await leader.GetAsync((await leader.GetAsync($"/search?q={followUp.Reference}")).Location!)).Location);
        page = await leader.FollowAsync(await leader.SubmitFormAsync(await leader.OpenAsync($"/monitoring/checks/{check}"), $"form[action='/monitoring/follow-ups/{followUp.Id}/done']"));
        Assert.Contains("The follow-up has been ticked off.", page.Content, StringComparison.Ordinal);
        Assert.NotNull(await portal.UseDatabaseAsync(database => database.Deadlines
            .Where(deadline => deadline.SubjectReference == followUp.Reference).Select(deadline => deadline.EndedAt).SingleAsync()));

        // What was found stays out of mail, audit and log.
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Changes!.Contains("Unkind") || line.Changes.Contains("families"))));
        Assert.DoesNotContain("Unkind", portal.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_ones_own_counts_for_the_one_that_waits_and_else_for_itself()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var client = await portal.SignInAsync(poster);
        Assert.Equal($"/monitoring/checks/{check}", (await client.GetAsync($"/monitoring/{account.Id}/check")).Location);
        await client.FillAsync($"/monitoring/checks/{check}", ("Form.Result", "NothingFound"));

        var answer = await client.FillAsync($"/monitoring/{account.Id}/check", ("Form.Result", "SomethingFound"), ("Form.Found", "A question about dinner."));

        var checks = await portal.ChecksAsync(account.Id);
        Assert.Equal(2, checks.Count);
        Assert.Equal((null, CheckStatus.Done), (checks[^1].SlotAt, checks[^1].Status));
        Assert.Equal($"/monitoring/checks/{checks[^1].Id}", answer.Location);
    }

    [Fact]
    public async Task The_list_goes_to_a_file_without_what_was_found_and_that_is_audited()
    {
        var (account, check, poster) = await portal.ExpectAsync();
        var client = await portal.SignInAsync(poster);
        await client.FillAsync($"/monitoring/checks/{check}", ("Form.Result", "SomethingFound"), ("Form.Found", "A secret of Year 4."));

        var (answer, body) = await client.DownloadAsync($"/monitoring/{account.Id}/checks/export?Show=Found");

        var text = System.Text.Encoding.UTF8.GetString(body);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains($"CHK-{check:D6},{account.Name}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(await portal.UseDatabaseAsync(database => database.AuditEvents.AnyAsync(line => line.Name == nameof(MonitoringChecksExported) && line.Changes!.Contains(account.Reference))));
    }

    /// <summary>A portal whose accounts each have a poster on the rota.</summary>
    public sealed class Monitored : PortalFactory, IAsyncLifetime
    {
        public Person Leader { get; private set; } = null!;

        public Person Administrator { get; private set; } = null!;

        public async Task InitializeAsync() => (Leader, Administrator) = (await AddPersonAsync(Roles.SeniorLeader), await AddPersonAsync(Roles.Administrator));

        /// <summary>An account of its own with a check that its poster is asked for now.</summary>
        public async Task<(SocialMediaAccount Account, int CheckId, Person Poster)> ExpectAsync()
        {
            var poster = await AddPersonAsync();
            var account = await this.AddLiveAccountAsync(name: $"Club {Interlocked.Increment(ref _clubs)}");
            await this.AssignPosterAsync(account.Id, poster);
            var time = TimeOnly.FromDateTime(BrierleyHill.SocialGov.Domain.Calendar.LondonTime.ToLocal(Now.AddMinutes(1)));
            await this.PlanRotaAsync(account.Id, Rotas.Administrator with { PersonId = Administrator.Id }, (new TimeOnly(time.Hour, time.Minute), poster.Id));
            Clock.Advance(TimeSpan.FromMinutes(1));
            await ExpectChecksTests.RunAsync(this);
            return (account, (await this.ChecksAsync(account.Id)).Single().Id, poster);
        }

        private static int _clubs;

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
