using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Features.Handovers;

/// <summary>Who sees a hand-over: every page that is about one, tried as everybody.</summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "STF-1")]
public sealed class HandoverVisibilityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Forms = ["/successor", "/outcome", "/cancel", "/steps/rotation", "/steps/rotation/take-back", "/complete", "/print"];

    private static readonly string[] Posts = ["/successor", "/outcome", "/cancel", "/steps/rotation", "/steps/rotation/take-back", "/complete", "/remind-of-confidentiality"];

    [Fact]
    public async Task Administrators_leaders_and_those_who_administer_the_account_see_all_of_it_and_nobody_else_knows_that_there_is_one()
    {
        var (school, id) = await portal.HandoverAsync();
        var poster = await portal.AddPersonAsync();
        await portal.ChangeAccountAsync(school.AccountId, (account, directory) =>
            account.Assign(poster.Id, AssignmentRole.Poster, directory, school.Administrator.AsActor(), portal.Now));
        var (elsewhere, _) = await portal.HandoverAsync();

        foreach (var person in new[] { school.Administrator, school.Leader, school.Lead })
        {
            var client = await portal.SignInAsync(person);
            var page = await client.OpenAsync($"/handovers/{id}");
            Assert.Contains("History", page.Text, StringComparison.Ordinal);
            await client.OpenAsync($"/handovers/{id}/print");
            Assert.Contains($"HND-{id:D6}", (await client.OpenAsync("/handovers")).Text, StringComparison.Ordinal);
        }

        Person[] strangers =
        [
            poster, school.Follower, school.Manager, elsewhere.Lead, await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.DataProtectionOfficer),
        ];
        foreach (var person in strangers)
        {
            var client = await portal.SignInAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/handovers/{id}")).Status);
            Assert.DoesNotContain($"HND-{id:D6}", (await client.OpenAsync("/handovers")).Text, StringComparison.Ordinal);
            await NothingOpensAsync(client, id);
        }
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Administrator | Roles.SeniorLeader)]
    public async Task The_leaver_sees_what_they_are_asked_to_do_and_no_note_of_others_whatever_their_roles(Roles roles)
    {
        var (school, id) = await portal.HandoverAsync();
        await portal.ChangePersonAsync(school.Leaver, leaver => leaver.ChangeRoles(roles, 5, school.Manager.AsActor(), portal.Now));
        await portal.ChangeHandoverAsync(id, (handover, account, sees) => handover.SettleStep(
            HandoverStepKind.ScheduledPosts, HandoverStepState.Done, "He forgot two posts.", account, sees, school.Administrator.AsActor(), portal.Now));
        var leaver = await portal.SignInAsync(school.Leaver);

        var page = await leaver.OpenAsync($"/handovers/{id}");

        Assert.Contains("What you are asked to do", page.Text, StringComparison.Ordinal);
        Assert.Contains("31 March 2026", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("He forgot two posts.", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(school.Administrator.FullName, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains("You", (await leaver.OpenAsync("/handovers")).Document.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await NothingOpensAsync(leaver, id);
        Assert.Equal(HandoverStatus.Open, (await portal.HandoverAsync(id)).Status);
    }

    [Fact]
    public async Task An_administrator_of_the_account_without_a_role_works_on_the_steps_and_neither_cancels_nor_signs_off()
    {
        var (school, id) = await portal.HandoverAsync();
        var lead = await portal.SignInAsync(school.Lead);

        await lead.FollowAsync(await lead.FillAsync($"/handovers/{id}/steps/rotation", ("Form.State", "Done"), ("Form.Note", "Changed.")));
        foreach (var action in new[] { "/cancel", "/outcome", "/complete" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync($"/handovers/{id}{action}")).Status);
        }

        var offered = (await lead.OpenAsync($"/handovers/{id}/successor")).Document.QuerySelectorAll("select option").Select(option => option.TextContent.Trim());
        Assert.Contains(offered, option => option.StartsWith(school.Lead.FullName, StringComparison.Ordinal));
        Assert.DoesNotContain(offered, option => option.StartsWith(school.Follower.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_taken_off_the_account_sees_its_hand_overs_no_more()
    {
        var (school, id) = await portal.HandoverAsync();
        await portal.ChangeAccountAsync(school.AccountId, (account, directory) =>
            account.EndAssignment(school.Lead.Id, "Moved on.", directory, school.Administrator.AsActor(), portal.Now));

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(school.Lead)).GetAsync($"/handovers/{id}")).Status);
    }

    private async Task NothingOpensAsync(PortalClient client, int id)
    {
        foreach (var form in Forms)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/handovers/{id}{form}")).Status);
        }

        foreach (var post in Posts)
        {
            // The token of a form that everybody has, and the version as it is: nothing but the right to it is missing.
            var page = await client.OpenAsync("/applications/start");
            var version = (await portal.HandoverAsync(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var fields = Page.Fields(
                (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!,
                ("Form.Version", version), ("Version", version), ("Form.State", "Done"), ("Form.Note", "So."), ("Form.Because", "So."), ("Form.Outcome", "Close"));
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/handovers/{id}{post}", fields)).Status);
        }
    }
}
