using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Mentions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Mentions;

public sealed class MentionsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static int _links;

    private static string NewLink() => $"https://www.facebook.com/groups/town/posts/{Interlocked.Increment(ref _links)}";

    private static (string Name, string Value)[] Answers(string link, string text = "Says that the gate was open.") => [("Link", link), ("Text", text), ("Author", "A neighbour called Quimby")];

    private static async Task<int> LogAsync(PortalClient client, string link, string text = "Says that the gate was open.")
    {
        var logged = await client.FillAsync("/mentions/log", Answers(link, text));
        Assert.True(logged.Location is not null, logged.Text);
        return int.Parse(logged.Location.Split('/')[^1], null);
    }

    private Task<PublicMention> SavedAsync(int id) => portal.UseDatabaseAsync(database => database.Mentions.AsNoTracking().SingleAsync(found => found.Id == id));

    [Fact]
    [Trait("Clause", "PUB-1")]
    public async Task Somebody_logs_one_and_administrators_and_leaders_are_told()
    {
        var (staff, client) = await portal.PersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var administrator = await portal.AddPersonAsync(Roles.Administrator);
        var id = await LogAsync(client, NewLink());

        var page = await client.OpenAsync($"/mentions/{id}");
        Assert.Contains("Says that the gate was open.", page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelector("main a[href^='https://www.facebook.com']")!;
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
        Assert.Null(page.Document.QuerySelector($"a[href='/mentions/{id}/decide']"));
        var saved = await SavedAsync(id);
        Assert.Equal(("facebook.com", MentionSource.Person, MentionStatus.New), (saved.Site, saved.Source, saved.Status));
        await portal.UseDatabaseAsync(async database =>
        {
            var told = await database.Notifications.Where(one => one.Reference == saved.Reference).ToListAsync();
            Assert.Contains(told, one => one.PersonId == leader.Id);
            Assert.Contains(told, one => one.PersonId == administrator.Id);
            Assert.DoesNotContain(told, one => one.PersonId == staff.Id);
            Assert.All(told, one => Assert.DoesNotContain("gate", one.Text, StringComparison.Ordinal));
        });
        Assert.Contains(saved.Reference, (await client.OpenAsync("/mentions")).Text, StringComparison.Ordinal);
        Assert.Equal($"/mentions/{id}", (await client.GetAsync($"/search?q={saved.Reference}")).Location);
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public async Task Left_alone_nothing_of_it_is_anywhere_and_it_is_known_again_without_coming_back()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var link = NewLink();
        const string Text = "A quiet holiday in Porthcurno";
        var id = await LogAsync(client, link, Text);
        var decided = await leader.FillAsync($"/mentions/{id}/decide", ("Form.Scope", "LeftAlone"), ("Form.Because", "Private."));
        Assert.Equal($"/mentions/{id}", decided.Location);

        var (_, second) = await portal.PersonAsync();
        var again = await second.FillAsync("/mentions/log", Answers(link + "?utm_source=x", "Porthcurno pictures"));
        Assert.Equal($"/mentions/{id}", again.Location);
        Assert.Contains("out of scope and is left alone", (await second.FollowAsync(again)).Text, StringComparison.Ordinal);
        var saved = await SavedAsync(id);
        Assert.Equal(("", "", "", "", MentionStatus.OutOfScope, 2), (saved.Text, saved.Link, saved.Author, saved.Site, saved.Status, saved.Sightings.Count));
        await portal.UseDatabaseAsync(async database =>
        {
            foreach (var line in await database.AuditEvents.AsNoTracking().Where(line => line.RecordReference == saved.Reference).ToListAsync())
            {
                Assert.DoesNotContain("Porthcurno", $"{line.Changes} {line.Reason}", StringComparison.Ordinal);
                Assert.DoesNotContain("facebook", $"{line.Changes} {line.Reason}", StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Quimby", $"{line.Changes} {line.Reason}", StringComparison.Ordinal);
            }
        });
        Assert.DoesNotContain("Porthcurno", portal.Log(), StringComparison.Ordinal);
        foreach (var path in new[] { $"/mentions/{id}", "/mentions" })
        {
            Assert.DoesNotContain("Porthcurno", (await leader.OpenAsync(path)).Text, StringComparison.Ordinal);
        }

        Assert.Equal($"/mentions/{id}", (await leader.GetAsync($"/mentions/{id}/decide")).Location);
    }

    [Fact]
    [Trait("Clause", "PUB-1")]
    public async Task Two_people_who_log_the_same_at_the_same_moment_make_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var link = NewLink();
            var (_, one) = await portal.PersonAsync();
            var (_, two) = await portal.PersonAsync();
            var pages = (await one.OpenAsync("/mentions/log"), await two.OpenAsync("/mentions/log"));
            var answers = await Task.WhenAll(Task.Run(() => one.SubmitAsync(pages.Item1, Answers(link))), Task.Run(() => two.SubmitAsync(pages.Item2, Answers(link.Replace("www.", "m.", StringComparison.Ordinal)))));
            Assert.NotNull(answers[0].Location);
            Assert.Equal(answers[0].Location, answers[1].Location);
            Assert.Equal(2, (await SavedAsync(int.Parse(answers[0].Location!.Split('/')[^1], null))).Sightings.Count);
            await one.OpenAsync(answers[0].Location!);
            await two.OpenAsync(answers[0].Location!);
        }
    }

    [Fact]
    public async Task Logged_twice_by_one_person_it_counts_once()
    {
        var (_, client) = await portal.PersonAsync();
        var link = NewLink();
        var id = await LogAsync(client, link);
        Assert.Equal(id, await LogAsync(client, link));
        Assert.Single((await SavedAsync(id)).Sightings);
    }

    [Fact]
    [Trait("Clause", "PUB-1")]
    public async Task In_scope_it_is_acted_upon_settled_and_opened_again()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var id = await LogAsync(client, NewLink());
        await administrator.FillAsync($"/mentions/{id}/decide", ("Form.Scope", "AffectsSchool"), ("Form.Because", "It names us."));
        var unknown = await administrator.FillAsync($"/mentions/{id}/act", ("Form.Action", "Enquiry"), ("Form.Enquiry", "ENQ-999999"));
        Assert.Equal([MentionErrors.EnquiryMissing.Message], unknown.Errors);
        Assert.Equal("ENQ-999999", unknown.ValueOf("Form.Enquiry"));
        await administrator.FillAsync($"/mentions/{id}/act", ("Form.Action", "ReportedToPlatform"), ("Form.Note", "Case 12."));
        Assert.Equal(MentionStatus.InScope, (await SavedAsync(id)).Status);
        await administrator.FillAsync($"/mentions/{id}/act", ("Form.Action", "SpokeInPerson"), ("Form.Outcome", "Taken down."));
        var page = await administrator.OpenAsync($"/mentions/{id}");
        Assert.Contains("Taken down.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Case 12.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Case 12.", (await client.OpenAsync($"/mentions/{id}")).Text, StringComparison.Ordinal);
        await administrator.FillAsync($"/mentions/{id}/reopen", ("Form.Because", "It is there again."));
        Assert.Equal(MentionStatus.InScope, (await SavedAsync(id)).Status);
    }

    [Fact]
    public async Task Merged_it_leads_to_the_one_that_goes_on_also_when_it_is_logged_again()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var link = NewLink();
        var (gone, on) = (await LogAsync(client, link), await LogAsync(client, NewLink()));
        var refused = await leader.FillAsync($"/mentions/{gone}/merge", ("Form.Into", "ENQ-1"));
        Assert.Equal([MentionErrors.MergeIntoNothing.Message], refused.Errors);
        Assert.Equal($"/mentions/{on}", (await leader.SubmitAsync(refused, ("Form.Into", $"men {on}"))).Location);
        Assert.Equal(("", MentionStatus.Merged, on), ((await SavedAsync(gone)).Text, (await SavedAsync(gone)).Status, (await SavedAsync(gone)).MergedIntoId));
        var (_, other) = await portal.PersonAsync();
        Assert.Equal(on, await LogAsync(other, link));
    }

    [Fact]
    public async Task Two_who_decide_at_once_are_told_and_lose_nothing()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, one) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, two) = await portal.PersonAsync(Roles.Administrator);
        var id = await LogAsync(client, NewLink());
        var stale = await two.OpenAsync($"/mentions/{id}/decide");
        await one.FillAsync($"/mentions/{id}/decide", ("Form.Scope", "AffectsSchool"), ("Form.Because", "First."));
        var refused = await two.SubmitAsync(stale, ("Form.Scope", "LeftAlone"), ("Form.Because", "Second."));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Second.", refused.ValueOf("Form.Because"));
        Assert.Equal("First.", (await SavedAsync(id)).ScopeBecause);
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.DataProtectionOfficer)]
    public async Task To_others_it_does_not_exist(Roles roles)
    {
        var (_, client) = await portal.PersonAsync();
        var id = await LogAsync(client, NewLink());
        var (_, other) = await portal.PersonAsync(roles);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/mentions/{id}")).Status);
        Assert.Contains("You have not logged anything yet.", (await other.OpenAsync("/mentions")).Text, StringComparison.Ordinal);
        foreach (var action in new[] { "decide", "act", "reopen", "merge" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/mentions/{id}/{action}")).Status);
        }
    }

    public static TheoryData<string, string, string> BadAnswers => new()
    {
        { "Link", "javascript:alert(1)", MentionErrors.LinkWrong.Message },
        { "Text", " ", MentionErrors.TextMissing.Message },
        { "Text", new string('x', PublicMention.TextMaximumLength + 1), "Your answer to “What does it say?” must be 1,000 characters or fewer." },
        { "SeenOn.Year", "2031", MentionErrors.SeenOnWrong.Message },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task A_refused_form_says_what_is_wrong_and_keeps_what_was_typed(string field, string value, string message)
    {
        var (_, client) = await portal.PersonAsync();
        var page = await client.OpenAsync("/mentions/log");
        var refused = await client.SubmitAsync(page, [.. Answers(NewLink()).Where(answer => answer.Name != field), (field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([message], refused.Errors);
        Assert.Equal("A neighbour called Quimby", refused.ValueOf("Author"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_and_the_file_holds_no_formula()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await LogAsync(client, NewLink(), "=HYPERLINK(\"x\")<script>alert(1)</script><img src=x>");
        foreach (var path in new[] { $"/mentions/{id}", $"/mentions/{id}/decide", $"/mentions?Text=MEN-{id}" })
        {
            var page = await leader.OpenAsync(path);
            Assert.Null(page.Document.QuerySelector("main img"));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        }

        var (answer, body) = await leader.DownloadAsync($"/mentions/export?Text=MEN-{id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = Encoding.UTF8.GetString(body);
        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Trim().Split("\r\n").Length);
    }

    [Fact]
    public async Task The_list_is_filtered_and_sorted()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var word = $"Zq{Guid.NewGuid():N}";
        int[] ids = [await LogAsync(client, NewLink(), $"{word} a"), await LogAsync(client, NewLink(), $"{word} b")];
        await leader.FillAsync($"/mentions/{ids[0]}/decide", ("Form.Scope", "AffectsSchool"), ("Form.Because", "Us."));
        async Task<string[]> Shown(string query) =>
            [.. (await leader.OpenAsync($"/mentions?Text={word}{query}")).Document.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal([$"/mentions/{ids[0]}"], await Shown("&Status=InScope"));
        Assert.Empty(await Shown("&Source=Feed"));
        foreach (var column in MentionQueries.SortColumns)
        {
            Assert.Equal(2, (await Shown($"&sort={column}&direction=descending")).Length);
            Assert.Equal(2, (await Shown($"&sort={column}&direction=ascending")).Length);
        }

        Assert.Equal([$"/mentions/{ids[1]}", $"/mentions/{ids[0]}"], await Shown("&sort=logged&direction=descending"));
        Assert.Equal(2, (await Shown("&Status=Nonsense")).Length);
    }

    [Fact]
    [Trait("Clause", "PUB-1")]
    public async Task What_waits_is_on_the_dashboard_and_is_chased_once_for_all()
    {
        await using var own = new PortalFactory();
        var (_, client) = await own.PersonAsync();
        var (person, administrator) = await own.PersonAsync(Roles.Administrator);
        await LogAsync(client, NewLink());
        await LogAsync(client, NewLink());
        Assert.Contains("Decide about 2 mentions", (await administrator.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Decide about", (await client.OpenAsync("/")).Text, StringComparison.Ordinal);

        Task<int> RunAsync() => own.UseAsync(services => services.GetRequiredService<ChaseMentions>().RunAsync(CancellationToken.None));
        Task<int> RemindersAsync() => own.UseDatabaseAsync(database => database.Notifications.CountAsync(one => one.PersonId == person.Id && one.Path == "/mentions?Status=New"));
        own.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await RunAsync());
        own.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await RunAsync());
        Assert.Equal(1, await RemindersAsync());
        own.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await RunAsync());
        Assert.Equal(1, await RemindersAsync());
    }
}
