using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Handovers;

/// <summary>From the leaving date to the record that is printed, over the pages.</summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "STF-3")]
public sealed class HandoverJourneyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Evidence = "Zanzibar123 was in the evidence";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_leaving_date_ends_in_a_transfer_that_is_signed_off_and_printed()
    {
        var school = await portal.HandoverSchoolAsync();
        var manager = await portal.SignInAsync(school.Manager);
        var form = await manager.OpenAsync($"/people/{school.Leaver.Id}/leaving-date");
        Assert.Contains(school.AccountName, form.Text, StringComparison.Ordinal);
        Assert.Contains("At 6pm on that day their access ends by itself.", form.Text, StringComparison.Ordinal);
        await manager.FollowAsync(await manager.SubmitAsync(
            form, ("LeavingDate.Day", "31"), ("LeavingDate.Month", "3"), ("LeavingDate.Year", "2026")));

        var administrator = await portal.SignInAsync(school.Administrator);
        var list = await administrator.OpenAsync($"/handovers?LeaverId={school.Leaver.Id}");
        Assert.Contains("Showing 1 to 1 of 1", list.Text, StringComparison.Ordinal);
        Assert.Contains("31 March 2026", list.Text, StringComparison.Ordinal);
        var id = (await portal.OpenHandoverOfAsync(school.Leaver)).Id;
        var path = $"/handovers/{id}";
        Assert.Contains("things stand in the way", (await administrator.OpenAsync(path)).Text, StringComparison.Ordinal);

        var named = await administrator.FollowAsync(await administrator.FillAsync(
            $"{path}/successor", ("Form.PersonId", Number(school.Follower.Id)), ("Form.Role", "DeputyAdministrator")));
        Assert.Contains(school.Follower.FullName, named.Text, StringComparison.Ordinal);
        foreach (var step in new[] { "platform-roles", "rotation", "recovery", "scheduled-posts" })
        {
            await administrator.FollowAsync(await administrator.FillAsync($"{path}/steps/{step}", ("Form.State", "Done"), ("Form.Note", Evidence)));
        }

        var page = await administrator.OpenAsync($"{path}/steps/confidentiality");
        await administrator.FollowAsync(await administrator.SubmitFormAsync(page, "main form[action$='/remind-of-confidentiality']"));
        var check = await administrator.OpenAsync($"{path}/complete");
        Assert.Contains("The part of", check.Text, StringComparison.Ordinal);
        var done = await administrator.FollowAsync(await administrator.SubmitAsync(check));
        Assert.Contains("You have completed the hand-over.", done.Text, StringComparison.Ordinal);

        var account = await portal.AccountAsync(school.AccountId);
        Assert.Null(account.RoleOf(school.Leaver.Id));
        Assert.Equal(AssignmentRole.DeputyAdministrator, account.RoleOf(school.Follower.Id));
        var record = await administrator.OpenAsync($"{path}/print");
        foreach (var printed in new[]
        {
            school.AccountName, school.Leaver.FullName, school.Follower.FullName, school.Administrator.FullName, "31 March 2026", Evidence, "Signatures",
            "Completed on 10 March 2026", "6. Leaver reminded that confidentiality outlasts employment",
        })
        {
            Assert.Contains(printed, record.Text, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["HandoverOpened", "HandoverSuccessorNamed", "HandoverStepDone", "HandoverStepDone", "HandoverStepDone", "HandoverStepDone", "LeaverRemindedOfConfidentiality", "HandoverCompleted"],
            await portal.EventsOfAsync(nameof(Handover), id));
        await EvidenceIsNowhereElseAsync();
    }

    // Evidence may name anybody: it stands on the hand-over's own pages alone.
    private async Task EvidenceIsNowhereElseAsync()
    {
        Assert.DoesNotContain("Zanzibar123", portal.Log(), StringComparison.Ordinal);
        await portal.UseAsync(async services =>
        {
            var database = services.GetRequiredService<SocialGovDbContext>();
            var outbox = services.GetRequiredService<EmailOutbox>();
            Assert.All(await database.OutgoingEmails.AsNoTracking().ToListAsync(), mail =>
                Assert.DoesNotContain("Zanzibar123", mail.Subject + outbox.Read(mail), StringComparison.Ordinal));
            Assert.All(await database.Notifications.AsNoTracking().ToListAsync(), told => Assert.DoesNotContain("Zanzibar123", told.Text, StringComparison.Ordinal));
            Assert.All(await database.AuditEvents.AsNoTracking().ToListAsync(), line =>
                Assert.DoesNotContain("Zanzibar123", line.Changes + line.Reason, StringComparison.Ordinal));
            return true;
        });
    }

    [Fact]
    public async Task The_e_mails_name_neither_leaver_nor_account()
    {
        var (school, _) = await portal.HandoverAsync();
        await portal.UseAsync(async services =>
        {
            var outbox = services.GetRequiredService<EmailOutbox>();
            var mails = await services.GetRequiredService<SocialGovDbContext>().OutgoingEmails.AsNoTracking()
                .Where(mail => mail.PersonId == school.Administrator.Id && mail.Subject.StartsWith("HND-")).ToListAsync();
            var text = outbox.Read(Assert.Single(mails));
            Assert.DoesNotContain(school.Leaver.Surname, text, StringComparison.Ordinal);
            Assert.DoesNotContain(school.AccountName, text, StringComparison.Ordinal);
            Assert.DoesNotContain("March", text, StringComparison.Ordinal);
            return true;
        });
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    [Trait("Clause", "BC-4")]
    public async Task What_stands_in_the_way_is_listed_with_who_can_put_it_right()
    {
        var (school, id) = await portal.HandoverAsync();
        var novice = await portal.AddPersonAsync();
        await portal.SettleAllAsync(id, school.Administrator, novice);
        var administrator = await portal.SignInAsync(school.Administrator);

        var page = await administrator.OpenAsync($"/handovers/{id}/complete");

        Assert.Contains($"{novice.FullName} is not ready", page.Text, StringComparison.Ordinal);
        Assert.Contains($"only {school.Lead.FullName} is ready to administer the account. It needs two who are.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ask them to read and acknowledge the policy.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));

        // Whoever sends it all the same is told the same.
        var form = await administrator.OpenAsync($"/handovers/{id}/cancel");
        var fields = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!, ("Version", form.ValueOf("Form.Version")!));
        var refused = await administrator.PostAsync($"/handovers/{id}/complete", fields);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("The hand-over cannot be completed yet: 2 things", Assert.Single(refused.Errors), StringComparison.Ordinal);

        await portal.MakeReadyAsync(novice);
        Assert.Equal(HttpStatusCode.Found, (await administrator.FillAsync($"/handovers/{id}/complete")).Status);
    }

    [Fact]
    public async Task A_leader_closes_an_account_in_steps_and_other_hand_overs_of_it_are_cancelled()
    {
        var (school, other) = await portal.HandoverAsync();
        var leader = await portal.SignInAsync(school.Leader);
        var opened = await leader.FillAsync($"/handovers/close/{school.AccountId}", ("Form.Because", "Nobody reads it any more."));
        var path = opened.Location!;
        var id = int.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture);
        Assert.Contains("closes it", (await leader.OpenAsync($"/handovers/close/{school.AccountId}")).Text, StringComparison.Ordinal);

        var early = await leader.FillAsync($"{path}/steps/platform-closed", ("Form.State", "Done"), ("Form.Note", "Deleted."));
        Assert.Equal(HttpStatusCode.BadRequest, early.Status);
        Assert.Contains("comes last", Assert.Single(early.Errors), StringComparison.Ordinal);
        foreach (var step in new[] { "content-archived", "closing-notice", "platform-closed" })
        {
            await leader.FollowAsync(await leader.FillAsync($"{path}/steps/{step}", ("Form.State", "Done"), ("Form.Note", "So.")));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"{path}/complete")).Status);
        var administrator = await portal.SignInAsync(school.Administrator);
        await administrator.FollowAsync(await administrator.FillAsync($"{path}/complete"));

        var account = await portal.AccountAsync(school.AccountId);
        Assert.Equal((AccountStatus.Closed, portal.Now), (account.Status, account.ClosedAt));
        Assert.DoesNotContain(account.Assignments, assignment => assignment.IsCurrent);
        var ended = await portal.HandoverAsync(other);
        Assert.Equal((HandoverStatus.Cancelled, "The account was closed."), (ended.Status, ended.CancelledBecause));
        Assert.Equal(HandoverStatus.Completed, (await portal.HandoverAsync(id)).Status);
    }

    [Fact]
    [Trait("Clause", "BEH-1")]
    public async Task One_reminder_of_confidentiality_counts_for_every_hand_over_of_the_leaver()
    {
        var school = await portal.HandoverSchoolAsync();
        await portal.AddAccountAsync(school.Lead, school.Leaver, school.Leader);
        await portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay, school.Manager);
        var open = await portal.HandoversOfAsync(school.Leaver);
        Assert.Equal(2, open.Count);
        var administrator = await portal.SignInAsync(school.Administrator);

        var page = await administrator.OpenAsync($"/handovers/{open[1].Id}/steps/confidentiality");
        await administrator.FollowAsync(await administrator.SubmitFormAsync(page, "main form[action$='/remind-of-confidentiality']"));

        Assert.All(await portal.HandoversOfAsync(school.Leaver), handover =>
            Assert.True(handover.Checklist.Single(step => step.Kind == HandoverStepKind.Confidentiality).IsSettled));
        Assert.Single(await portal.SubjectsToAsync(school.Leaver), subject => subject == "Confidentiality after you have left");
        var body = await portal.UseAsync(async services => services.GetRequiredService<EmailOutbox>().Read(
            await services.GetRequiredService<SocialGovDbContext>().OutgoingEmails.SingleAsync(mail => mail.PersonId == school.Leaver.Id && mail.Subject.StartsWith("Confidentiality"))));
        Assert.Contains("stays confidential after you have left", body, StringComparison.Ordinal);

        // Sent again by the back button, it says that it was seen to.
        var again = await administrator.SubmitFormAsync(page, "main form[action$='/remind-of-confidentiality']");
        Assert.NotEqual(HttpStatusCode.OK, again.Status);
        Assert.Single(await portal.SubjectsToAsync(school.Leaver), subject => subject == "Confidentiality after you have left");
    }

    [Fact]
    public async Task The_outcome_is_changed_back_and_forth_and_a_step_is_taken_back()
    {
        var (school, id) = await portal.HandoverAsync();
        var (leader, administrator) = (await portal.SignInAsync(school.Leader), await portal.SignInAsync(school.Administrator));

        var refused = await administrator.FillAsync($"/handovers/{id}/outcome", ("Form.Outcome", "Close"), ("Form.Because", "Over."));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        await leader.FollowAsync(await leader.FillAsync($"/handovers/{id}/outcome", ("Form.Outcome", "Close"), ("Form.Because", "Over.")));
        Assert.Contains("Content archived", (await administrator.OpenAsync($"/handovers/{id}")).Text, StringComparison.Ordinal);
        await administrator.FollowAsync(await administrator.FillAsync($"/handovers/{id}/outcome", ("Form.Outcome", "Transfer"), ("Form.Because", "Found somebody.")));

        await administrator.FollowAsync(await administrator.FillAsync($"/handovers/{id}/steps/recovery", ("Form.State", "NotApplicable"), ("Form.Note", "There is none.")));
        var back = await administrator.FollowAsync(await administrator.FillAsync($"/handovers/{id}/steps/recovery/take-back", ("Form.Because", "There is one.")));
        Assert.Contains("There is one.", back.Text, StringComparison.Ordinal);
        Assert.Equal(6, (await portal.HandoverAsync(id)).StepsToDo);
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_says_so_when_nothing_fits()
    {
        var (school, id) = await portal.HandoverAsync();
        var (_, later) = await portal.HandoverAsync();
        await portal.ChangeHandoverAsync(later, (handover, _, _) => handover.Cancel("Not needed.", school.Administrator.AsActor(), portal.Now));
        var administrator = await portal.SignInAsync(school.Administrator);
        static string[] References(Page page) => [.. page.Document.QuerySelectorAll("main tbody td:first-child a").Select(link => link.TextContent.Trim())];

        var all = References(await administrator.OpenAsync("/handovers"));
        Assert.True(Array.IndexOf(all, $"HND-{id:D6}") < Array.IndexOf(all, $"HND-{later:D6}"));
        Assert.DoesNotContain($"HND-{id:D6}", References(await administrator.OpenAsync("/handovers?Status=Cancelled")));
        Assert.Equal([$"HND-{later:D6}"], References(await administrator.OpenAsync($"/handovers?Text=hnd{later}")));
        Assert.Equal([$"HND-{id:D6}"], References(await administrator.OpenAsync($"/handovers?Text={Uri.EscapeDataString(school.Leaver.FullName.ToUpperInvariant())}")));
        Assert.Contains("No hand-over fits this filter.", (await administrator.OpenAsync("/handovers?Text=nothing+of+the+kind")).Text, StringComparison.Ordinal);
        foreach (var column in new[] { "opened", "account", "leaving", "outcome", "steps", "status" })
        {
            foreach (var direction in new[] { "ascending", "descending" })
            {
                Assert.NotEmpty(References(await administrator.OpenAsync($"/handovers?sort={column}&direction={direction}&page=-2&Status=Nonsense")));
            }
        }

        Assert.Contains(school.Leaver.FullName, (await administrator.OpenAsync($"/people/{school.Leaver.Id}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await administrator.OpenAsync($"/people/{school.Leaver.Id}")).Document.QuerySelector($"a[href='/handovers?LeaverId={school.Leaver.Id}']"));
        Assert.Contains("There is no hand-over that concerns you.", (await (await portal.PersonAsync()).Client.OpenAsync("/handovers")).Text, StringComparison.Ordinal);
    }
}
