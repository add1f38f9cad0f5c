using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>A senior leader reviews an account (SLT-2), and records what became of the changes.</summary>
[Trait("Clause", "SLT-2")]
[Trait("Clause", "SLT-6")]
public class ReviewPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly (string, string)[] AllKept =
        [("Form.Purpose", "Keep"), ("Form.Audience", "Keep"), ("Form.Settings", "Keep"), ("Form.Administrators", "Keep")];

    private static (string, string)[] Answers(string outcome, string because, params (string Name, string Value)[] instead) =>
    [
        .. AllKept.Where(answer => !Array.Exists(instead, other => other.Name == answer.Item1)),
        .. instead,
        ("Form.Outcome", outcome),
        ("Form.Because", because),
    ];

    private Task<SocialMediaAccount> SavedAsync(int id) =>
        portal.UseDatabaseAsync(database => database.Accounts.AsNoTracking().SingleAsync(account => account.Id == id));

    private Task<List<string>> ToldAsync(Person person, SocialMediaAccount about) => portal.UseDatabaseAsync(database =>
        database.Notifications.Where(told => told.PersonId == person.Id && told.Reference == about.Reference).Select(told => told.Text).ToListAsync());

    [Fact]
    public async Task An_account_is_kept_with_reasons_and_shown_so()
    {
        var lead = await portal.AddPersonAsync();
        var account = await portal.AddLiveAccountAsync(lead);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FollowAsync(await leader.FillAsync($"/accounts/{account.Id}/review", Answers("Keep", "Families read it.")));

        Assert.Contains("The review is saved.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Families read it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next review 10 March 2027", page.Text, StringComparison.Ordinal);
        Assert.Contains(await ToldAsync(lead, account), text => text.EndsWith("has been reviewed and goes on as it is.", StringComparison.Ordinal));
        var email = await portal.UseDatabaseAsync(database => database.OutgoingEmails.OrderBy(sent => sent.Id).LastAsync(sent => sent.PersonId == lead.Id));
        Assert.Equal($"{account.Reference}: the account has been reviewed", email.Subject);
        Assert.Contains("Reviewed the account", (await leader.OpenAsync($"/accounts/{account.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_lead_on_to_what_has_to_be_changed_and_stay_open_until_they_are_recorded()
    {
        var administrator = await portal.AddPersonAsync(Roles.Administrator);
        var account = await portal.AddLiveAccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FollowAsync(await leader.FillAsync(
            $"/accounts/{account.Id}/review",
            Answers("Change", "Pupils have grown older.", ("Form.Audience", "Change"), ("Form.AudienceBecause", "It is for Year 4 now."))));

        Assert.EndsWith($"/accounts/{account.Id}/review/changes", page.Path, StringComparison.Ordinal);
        Assert.Contains("It is for Year 4 now.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/accounts/{account.Id}/change']"));
        Assert.Contains(await ToldAsync(administrator, account), text => text.Contains("something has to be changed", StringComparison.Ordinal));
        Assert.Contains("Not made yet", (await leader.OpenAsync($"/accounts/{account.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains(account.Reference, (await leader.OpenAsync("/accounts/reviews?When=SomethingOpen")).Text, StringComparison.Ordinal);

        // Another review has to wait, and says so.
        Assert.Equal($"/accounts/{account.Id}/review/changes", (await leader.GetAsync($"/accounts/{account.Id}/review")).Location);

        var empty = await leader.SubmitAsync(page, ("Form.What", " "));
        Assert.Equal((HttpStatusCode.BadRequest, "Enter what was done. It stays on the record."), (empty.Status, Assert.Single(empty.Errors)));
        var recorded = await leader.FollowAsync(await leader.FillAsync($"/accounts/{account.Id}/review/changes", ("Form.What", "The audience was changed.")));
        Assert.Contains("The audience was changed.", recorded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not made yet", recorded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Reference, (await leader.OpenAsync("/accounts/reviews?When=SomethingOpen")).Text, StringComparison.Ordinal);
        Assert.Equal($"/accounts/{account.Id}/reviews", (await leader.GetAsync($"/accounts/{account.Id}/review/changes")).Location);
    }

    [Fact]
    public async Task What_is_missing_is_asked_again_and_nothing_typed_is_lost()
    {
        var account = await portal.AddLiveAccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FillAsync($"/accounts/{account.Id}/review", ("Form.Purpose", "Change"), ("Form.PurposeBecause", "<b>Old</b>"), ("Form.Because", "Why."));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Audience: choose whether to keep it as it is or to change it."], page.Errors);
        Assert.Equal(("<b>Old</b>", "Change", "Why."), (page.ValueOf("Form.PurposeBecause"), page.ValueOf("Form.Purpose"), page.ValueOf("Form.Because")));

        page = await leader.FillAsync($"/accounts/{account.Id}/review", Answers("Keep", "Why.", ("Form.Settings", "Change"), ("Form.SettingsBecause", "Off.")));
        Assert.Equal(["You marked something to be changed. Decide to change or close the account, or keep everything."], page.Errors);

        page = await leader.FillAsync($"/accounts/{account.Id}/review", Answers("Keep", new string('x', 501)));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(new string('x', 501), page.ValueOf("Form.Because"));

        page = await leader.FillAsync(
            $"/accounts/{account.Id}/review",
            Answers("Keep", "Why.", ("Form.NextReviewOn.Day", "11"), ("Form.NextReviewOn.Month", "3"), ("Form.NextReviewOn.Year", "2027")));
        Assert.Equal(["The next review must be after today and no later than 10 March 2027."], page.Errors);

        page = await leader.FillAsync($"/accounts/{account.Id}/review", Answers("Sell", "Why."));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Empty((await SavedAsync(account.Id)).Reviews);
    }

    [Fact]
    public async Task To_close_it_tells_the_administrators_and_says_what_follows()
    {
        var administrator = await portal.AddPersonAsync(Roles.Administrator);
        var account = await portal.AddLiveAccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FollowAsync(await leader.FillAsync($"/accounts/{account.Id}/review", Answers("Close", "Nobody reads it.")));

        Assert.Contains("close it", page.Text, StringComparison.Ordinal);
        Assert.Contains(await ToldAsync(administrator, account), text => text.EndsWith("is to be closed.", StringComparison.Ordinal));
        Assert.Equal(AccountStatus.Active, (await SavedAsync(account.Id)).Status);
    }

    [Fact]
    public async Task The_second_of_two_leaders_is_told_and_keeps_what_was_typed()
    {
        var account = await portal.AddLiveAccountAsync();
        var ((_, first), (_, second)) = (await portal.PersonAsync(Roles.SeniorLeader), await portal.PersonAsync(Roles.SeniorLeader));
        var open = await second.OpenAsync($"/accounts/{account.Id}/review");
        await first.FillAsync($"/accounts/{account.Id}/review", Answers("Keep", "First."));

        var page = await second.SubmitAsync(open, Answers("Keep", "Second."));

        Assert.Equal((HttpStatusCode.Conflict, "Second."), (page.Status, page.ValueOf("Form.Because")));
        Assert.Equal("First.", Assert.Single((await SavedAsync(account.Id)).Reviews).Because);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_review()
    {
        var account = await portal.AddLiveAccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var form = await leader.OpenAsync($"/accounts/{account.Id}/review");

        await leader.SubmitAsync(form, Answers("Keep", "Once."));
        var again = await leader.SubmitAsync(form, Answers("Keep", "Once."));

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Single((await SavedAsync(account.Id)).Reviews);
    }

    [Fact]
    public async Task A_leader_who_looks_after_it_and_one_that_is_not_live_are_refused_in_words()
    {
        var own = await portal.AddPersonAsync(Roles.SeniorLeader);
        var account = await portal.AddLiveAccountAsync(own);
        var client = await portal.SignInAsync(own);
        foreach (var path in new[] { $"/accounts/{account.Id}/review", $"/accounts/{account.Id}/review/changes" })
        {
            var page = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains("You look after this account, so another senior leader has to review it.", page.Text, StringComparison.Ordinal);
        }

        var waiting = await portal.AddLiveAccountAsync(status: AccountStatus.AwaitingCreation);
        var closed = await portal.AddLiveAccountAsync(status: AccountStatus.Closed);
        Assert.Contains("is not live yet", (await client.GetAsync($"/accounts/{waiting.Id}/review")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.GetAsync($"/accounts/{closed.Id}/review")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/accounts/999999/review")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/accounts/999999/review/changes")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/accounts/999999/reviews")).Status);
    }

    [Fact]
    public async Task What_reviews_found_is_for_leaders_administrators_and_whoever_looks_after_it()
    {
        var lead = await portal.AddPersonAsync();
        var account = await portal.AddLiveAccountAsync(lead);
        async Task<HttpStatusCode> SeenByAsync(Person person) => (await (await portal.SignInAsync(person)).GetAsync($"/accounts/{account.Id}/reviews")).Status;

        Assert.Equal(HttpStatusCode.OK, await SeenByAsync(lead));
        Assert.Equal(HttpStatusCode.OK, await SeenByAsync(await portal.AddPersonAsync(Roles.SeniorLeader)));
        Assert.Equal(HttpStatusCode.OK, await SeenByAsync(await portal.AddPersonAsync(Roles.Administrator)));
        Assert.Equal(HttpStatusCode.NotFound, await SeenByAsync(await portal.AddPersonAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await SeenByAsync(await portal.AddPersonAsync(Roles.PortalManager | Roles.DataProtectionOfficer)));
    }
}
