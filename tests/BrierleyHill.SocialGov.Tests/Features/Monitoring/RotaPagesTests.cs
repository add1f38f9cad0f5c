using System.Net;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Monitoring;

/// <summary>The rota of an account is planned, changed and covered with plain forms.</summary>
[Trait("Clause", "MON-1")]
[Trait("Clause", "STF-3")]
public class RotaPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task An_administrator_of_the_account_plans_it_and_whoever_is_on_it_is_told()
    {
        var (id, lead, poster) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        Assert.Contains("This account is not monitored", (await client.OpenAsync($"/monitoring/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Not monitored", (await client.OpenAsync($"/accounts/{id}")).Text, StringComparison.Ordinal);

        var page = await client.FollowAsync(await PlanAsync(client, id, ("Form.Lines[0].Days", "Monday"), ("Form.Lines[0].Days", "Friday"), ("Form.Lines[0].Time", "8.15am"), ("Form.Lines[0].PersonId", $"{poster.Id}")));

        Assert.Contains($"Monday and Friday at 8:15am, {poster.FullName}", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 checks a week", (await client.OpenAsync($"/accounts/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("You are on a monitoring rota now", (await (await portal.SignInAsync(poster)).OpenAsync("/notifications")).Text, StringComparison.Ordinal);
        var rota = await portal.UseDatabaseAsync(database => database.MonitoringRotas.SingleAsync(found => found.AccountId == id));
        Assert.Equal($"/monitoring/{id}", (await client.GetAsync((await client.GetAsync($"/search?q={rota.Reference}")).Location!)).Location);
    }

    [Fact]
    public async Task Lines_are_added_moved_and_taken_out_on_one_page()
    {
        var (id, lead, poster) = await AccountAsync();
        await portal.PlanRotaAsync(id, lead.AsActor(), (new TimeOnly(8, 0), poster.Id), (new TimeOnly(16, 0), lead.Id));
        var client = await portal.SignInAsync(lead);

        var page = await client.FollowAsync(await client.FillAsync(
            $"/monitoring/{id}/rota",
            ("Form.Lines[0].Remove", "true"), ("Form.Lines[1].Time", "17:30"),
            ("Form.Lines[2].Days", "Sunday"), ("Form.Lines[2].Time", "10:00"), ("Form.Lines[2].PersonId", $"{poster.Id}"), ("Form.PatienceHours", "3"), ("Form.CountsDaysOff", "true")));

        Assert.Contains($"Every day at 5:30pm, {lead.FullName}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Sunday at 10am, {poster.FullName}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("at 8am", page.Text[..page.Text.IndexOf("History of the rota", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("Checks are expected", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Lines[0].Time", "half past", "Enter the time of line 1, for example 8:15 or 3:30pm.")]
    [InlineData("Form.Lines[0].PersonId", "", "Choose for line 1 somebody who looks after the account and can sign in.")]
    [InlineData("Form.PatienceHours", "99", "Enter after how many hours a check counts as missed, from 1 to 12.")]
    public async Task A_line_that_is_wrong_is_shown_again_with_everything_that_was_typed(string field, string value, string message)
    {
        var (id, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        (string Name, string Value)[] answers = [("Form.Lines[0].Days", "Monday"), ("Form.Lines[0].Time", "9:00"), ("Form.Lines[0].PersonId", $"{lead.Id}"), ("Form.PatienceHours", "2")];

        var answer = await client.FillAsync($"/monitoring/{id}/rota", [.. answers.Where(one => one.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([message], answer.Errors);
        Assert.Equal(value, answer.ValueOf(field));
        Assert.Equal("Monday", answer.ValueOf("Form.Lines[0].Days"));
        Assert.False(await portal.UseDatabaseAsync(database => database.MonitoringRotas.AnyAsync(rota => rota.AccountId == id)));
    }

    [Theory]
    [InlineData("Form.Lines[0].PersonId", "999999")]
    [InlineData("Form.Lines[0].PersonId", "'; drop table")]
    [InlineData("Form.Lines[0].Days", "Doomsday")]
    [InlineData("Form.PatienceHours", "-1")]
    public async Task Forged_values_are_refused(string field, string value)
    {
        var (id, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        (string Name, string Value)[] answers = [("Form.Lines[0].Days", "Monday"), ("Form.Lines[0].Time", "9:00"), ("Form.Lines[0].PersonId", $"{lead.Id}")];

        var answer = await client.FillAsync($"/monitoring/{id}/rota", [.. answers.Where(one => one.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(await portal.UseDatabaseAsync(database => database.MonitoringRotas.AnyAsync(rota => rota.AccountId == id)));
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_loses_nothing_also_when_both_plan_the_first_one()
    {
        var (id, lead, poster) = await AccountAsync();
        var (one, other) = (await portal.SignInAsync(lead), await portal.SignInAsync(await portal.AddPersonAsync(Roles.Administrator)));
        var (first, second) = (await one.OpenAsync($"/monitoring/{id}/rota"), await other.OpenAsync($"/monitoring/{id}/rota"));
        Assert.NotNull((await one.SubmitAsync(first, ("Form.Lines[0].Days", "Monday"), ("Form.Lines[0].Time", "9:00"), ("Form.Lines[0].PersonId", $"{lead.Id}"))).Location);
        // A version of a rota that has been changed since.
        await one.FollowAsync(await one.FillAsync($"/monitoring/{id}/rota", ("Form.Lines[0].Time", "9:30")));

        var answer = await other.SubmitAsync(second, ("Form.Lines[0].Days", "Friday"), ("Form.Lines[0].Time", "12:00"), ("Form.Lines[0].PersonId", $"{poster.Id}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains($"Monday at 9:30am, {lead.FullName}", answer.Text, StringComparison.Ordinal);
        Assert.Equal("12:00", answer.ValueOf("Form.Lines[0].Time"));
        Assert.NotNull((await other.SubmitAsync(answer)).Location);
    }

    [Fact]
    public async Task A_poster_sees_the_rota_says_when_they_are_away_and_changes_nothing_else()
    {
        var (id, lead, poster) = await AccountAsync();
        await portal.PlanRotaAsync(id, lead.AsActor(), (new TimeOnly(8, 0), poster.Id));
        var client = await portal.SignInAsync(poster);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/monitoring/{id}/rota")).Status);

        var page = await client.FollowAsync(await CoverAsync(client, id, poster, 2, 4, lead));

        Assert.Contains($"{poster.FullName}, 12 March 2026 to 14 March 2026: {lead.FullName} covers", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Thursday 12 March 2026 at 8am: {lead.FullName}, for {poster.FullName}", page.Text, StringComparison.Ordinal);
        Assert.Contains("as cover", (await (await portal.SignInAsync(lead)).OpenAsync("/monitoring")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CoverAsync(client, id, lead, 2, 4, poster)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CoverAsync(client, id, poster, 3, 5, null)).Status);
        page = await client.FollowAsync(await client.SubmitFormAsync(await client.OpenAsync($"/monitoring/{id}"), "main form[action*='/cancel']"));
        Assert.DoesNotContain(" covers", page.Text[..page.Text.IndexOf("History of the rota", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(2, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == lead.Id && told.Text.Contains("cover"))));
    }

    [Fact]
    public async Task Upcoming_duties_are_told_by_rota_cover_and_fallback_for_four_weeks()
    {
        var (id, lead, poster) = await AccountAsync();
        await portal.PlanRotaAsync(id, lead.AsActor(), (new TimeOnly(8, 0), poster.Id));
        await CoverAsync(await portal.SignInAsync(poster), id, poster, 1, 2, lead);
        Task<IReadOnlyList<UpcomingDuty>> Of(Person person) => portal.UseDatabaseAsync(database =>
            database.LoadUpcomingDutiesAsync(person.Id, portal.Now, portal.Now + MonitoringQueries.UpcomingHorizon, CancellationToken.None));

        var (leads, posters) = (await Of(lead), await Of(poster));

        Assert.Equal([DutyReason.Cover, DutyReason.Cover], leads.Select(duty => duty.Reason));
        // 28 days without the two that are covered, Good Friday and Easter Monday.
        Assert.Equal(24, posters.Count);
        Assert.All(posters, duty => Assert.Equal((id, TimeSpan.FromHours(2)), (duty.AccountId, duty.DueAt - duty.At)));
        Assert.Empty(await Of(await portal.AddPersonAsync(Roles.SeniorLeader)));
    }

    private async Task<(int Id, Person Lead, Person Poster)> AccountAsync()
    {
        var (lead, poster) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead);
        await portal.AssignPosterAsync(account.Id, poster);
        return (account.Id, lead, poster);
    }

    private static Task<Page> PlanAsync(PortalClient client, int id, params (string Name, string Value)[] answers) => client.FillAsync($"/monitoring/{id}/rota", answers);

    private Task<Page> CoverAsync(PortalClient client, int id, Person away, int from, int until, Person? cover)
    {
        var (first, last) = (DateOnly.FromDateTime(portal.Now).AddDays(from), DateOnly.FromDateTime(portal.Now).AddDays(until));
        return client.FillAsync(
            $"/monitoring/{id}/cover",
            ("Form.PersonId", $"{away.Id}"),
            ("Form.From.Day", $"{first.Day}"), ("Form.From.Month", $"{first.Month}"), ("Form.From.Year", $"{first.Year}"),
            ("Form.Until.Day", $"{last.Day}"), ("Form.Until.Month", $"{last.Month}"), ("Form.Until.Year", $"{last.Year}"),
            ("Form.CoveredById", cover is null ? "" : $"{cover.Id}"));
    }
}
