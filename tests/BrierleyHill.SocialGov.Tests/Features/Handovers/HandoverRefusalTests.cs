using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Handovers;

/// <summary>What is refused: missing, too long, hostile, stale, twice, and two at once.</summary>
[Trait("Clause", "ADM-5")]
public sealed class HandoverRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Post_step_WhenAnythingIsMissingOrTooLong_ReturnsErrorBesideTheFieldAndKeepsWhatWasTyped()
    {
        var (school, id) = await portal.HandoverAsync();
        var administrator = await portal.SignInAsync(school.Administrator);
        var path = $"/handovers/{id}/steps/platform-roles";

        var nothing = await administrator.FillAsync(path, ("Form.Note", "Removed."));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Equal([HandoverErrors.StateMissing.Message], nothing.Errors);
        Assert.Equal("Removed.", nothing.ValueOf("Form.Note"));

        Assert.Equal([HandoverErrors.NoteMissing.Message], (await administrator.FillAsync(path, ("Form.State", "Done"))).Errors);
        var tooLong = await administrator.FillAsync(path, ("Form.State", "Done"), ("Form.Note", new string('x', 1001)));
        Assert.Contains("must be 1,000 characters or fewer", Assert.Single(tooLong.Errors), StringComparison.Ordinal);
        Assert.Equal("Done", tooLong.ValueOf("Form.State"));
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.FillAsync(path, ("Form.State", "Whatever"), ("Form.Note", "x"))).Status);
        Assert.False((await portal.HandoverAsync(id)).Checklist[1].IsSettled);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var (school, id) = await portal.HandoverAsync();
        var administrator = await portal.SignInAsync(school.Administrator);
        const string hostile = "<script>alert('x')</script>\u202E\"'; DROP TABLE Handovers;--";

        var page = await administrator.FollowAsync(await administrator.FillAsync(
            $"/handovers/{id}/steps/platform-roles", ("Form.State", "NotApplicable"), ("Form.Note", hostile)));

        Assert.DoesNotContain("<script>alert", page.Content, StringComparison.Ordinal);
        Assert.Contains("<script>alert('x')</script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", (await administrator.OpenAsync($"/handovers/{id}/print")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_form_names_what_is_missing()
    {
        var (school, id) = await portal.HandoverAsync();
        var leader = await portal.SignInAsync(school.Leader);

        Assert.Equal([HandoverErrors.BecauseMissing.Message], (await leader.FillAsync($"/handovers/{id}/cancel")).Errors);
        Assert.Equal([HandoverErrors.SuccessorMissing.Message], (await leader.FillAsync($"/handovers/{id}/successor")).Errors);
        Assert.Equal([HandoverErrors.OutcomeSame.Message], (await leader.FillAsync($"/handovers/{id}/outcome", ("Form.Because", "So."))).Errors);
        Assert.Equal([HandoverErrors.BecauseMissing.Message], (await leader.FillAsync($"/handovers/{id}/outcome", ("Form.Outcome", "Close"))).Errors);
        Assert.Equal([HandoverErrors.BecauseMissing.Message], (await leader.FillAsync($"/handovers/close/{school.AccountId}", ("Form.Because", " "))).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/handovers/close/2147483647")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/handovers/{id}/steps/nonsense")).Status);

        // A step that this hand-over does not have leads back to it.
        Assert.Equal($"/handovers/{id}", (await leader.GetAsync($"/handovers/{id}/steps/content-archived")).Location);
        Assert.Equal($"/handovers/{id}", (await leader.GetAsync($"/handovers/{id}/steps/rotation/take-back")).Location);
    }

    [Fact]
    public async Task A_stale_form_is_told_keeps_what_was_typed_and_can_be_sent_again()
    {
        var (school, id) = await portal.HandoverAsync();
        var administrator = await portal.SignInAsync(school.Administrator);
        var form = await administrator.OpenAsync($"/handovers/{id}/steps/recovery");
        await portal.ChangeHandoverAsync(id, (handover, account, sees) => handover.SettleStep(
            HandoverStepKind.PlatformRoles, HandoverStepState.Done, "Removed.", account, sees, school.Lead.AsActor(), portal.Now));

        var stale = await administrator.SubmitAsync(form, ("Form.State", "Done"), ("Form.Note", "Moved to the office."));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Moved to the office.", stale.ValueOf("Form.Note"));
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync(stale)).Status);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once()
    {
        var (school, id) = await portal.HandoverAsync();
        var administrator = await portal.SignInAsync(school.Administrator);
        var form = await administrator.OpenAsync($"/handovers/{id}/cancel");

        await administrator.SubmitAsync(form, ("Form.Because", "Not needed."));
        await administrator.SubmitAsync(form, ("Form.Because", "Not needed."));

        Assert.Single(await portal.EventsOfAsync(nameof(Handover), id), name => name == "HandoverCancelled");
        Assert.Equal($"/handovers/{id}", (await administrator.GetAsync($"/handovers/{id}/cancel")).Location);
    }

    [Fact]
    public async Task Of_two_who_sign_off_at_once_one_stands()
    {
        for (var round = 0; round < 6; round++)
        {
            var (school, id) = await portal.HandoverAsync();
            await portal.SettleAllAsync(id, school.Administrator, school.Follower);
            var clients = new[] { await portal.SignInAsync(school.Administrator), (await portal.PersonAsync(BrierleyHill.SocialGov.Domain.People.Roles.Administrator)).Client };
            var pages = new[] { await clients[0].OpenAsync($"/handovers/{id}/complete"), await clients[1].OpenAsync($"/handovers/{id}/complete") };

            var answers = await Task.WhenAll(Task.Run(() => clients[0].SubmitAsync(pages[0])), Task.Run(() => clients[1].SubmitAsync(pages[1])));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
            Assert.Single(await portal.EventsOfAsync(nameof(Handover), id), name => name == "HandoverCompleted");
            Assert.Single(await portal.EventsOfAsync(nameof(SocialMediaAccount), school.AccountId), name => name == "AssignmentEnded");
        }
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public async Task Of_two_hand_overs_that_count_on_each_others_leaver_one_stands()
    {
        for (var round = 0; round < 6; round++)
        {
            // Lead and deputy leave, the successor of both is the same: after both only one would be left.
            var (school, first) = await portal.HandoverAsync();
            await portal.SettleAllAsync(first, school.Administrator, school.Follower);
            await portal.RecordLeavingAsync(school.Lead, HandoverPages.LastDay, school.Manager);
            var second = (await portal.OpenHandoverOfAsync(school.Lead)).Id;
            await portal.SettleAllAsync(second, school.Administrator, school.Follower);
            var client = await portal.SignInAsync(school.Administrator);
            var other = (await portal.PersonAsync(BrierleyHill.SocialGov.Domain.People.Roles.Administrator)).Client;
            var pages = new[] { await client.OpenAsync($"/handovers/{first}/complete"), await other.OpenAsync($"/handovers/{second}/complete") };

            var answers = await Task.WhenAll(Task.Run(() => client.SubmitAsync(pages[0])), Task.Run(() => other.SubmitAsync(pages[1])));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            var account = await portal.AccountAsync(school.AccountId);
            Assert.Equal(2, account.Assignments.Count(assignment => assignment.IsCurrent && assignment.IsToAdminister));
        }
    }

    [Fact]
    public async Task Of_two_leaders_who_close_an_account_at_once_one_opens_the_hand_over()
    {
        for (var round = 0; round < 4; round++)
        {
            var school = await portal.HandoverSchoolAsync();
            var clients = new[] { await portal.SignInAsync(school.Leader), (await portal.PersonAsync(BrierleyHill.SocialGov.Domain.People.Roles.SeniorLeader)).Client };
            var path = $"/handovers/close/{school.AccountId}";
            var pages = new[] { await clients[0].OpenAsync(path), await clients[1].OpenAsync(path) };

            var answers = await Task.WhenAll(
                Task.Run(() => clients[0].SubmitAsync(pages[0], ("Form.Because", "Over."))), Task.Run(() => clients[1].SubmitAsync(pages[1], ("Form.Because", "Over."))));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            Assert.Equal([HandoverErrors.ClosingAlready.Message], Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict).Errors);
        }
    }

    [Fact]
    public async Task The_database_lets_no_second_one_be_open_for_the_same_account_and_leaver()
    {
        var (school, id) = await portal.HandoverAsync();
        Task AddAsync() => portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.AsNoTracking().SingleAsync(found => found.Id == school.AccountId);
            database.Handovers.Add(Handover.OpenForLeaver(
                account, (await Web.Data.DirectoryQueries.LoadDirectoryAsync(database, CancellationToken.None)).Find(school.Leaver.Id)!,
                HandoverPages.LastDay, HandoverCause.LeavingDate, false, school.Manager.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateException>(AddAsync);
        await portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.AsNoTracking().SingleAsync(found => found.Id == school.AccountId);
            database.Handovers.Add(Handover.OpenForLeaver(
                account, (await Web.Data.DirectoryQueries.LoadDirectoryAsync(database, CancellationToken.None)).Find(school.Leaver.Id)!,
                HandoverPages.LastDay, HandoverCause.LeavingDate, false, school.Manager.AsActor(), portal.Now));
            Assert.Equal(BrierleyHill.SocialGov.Domain.Shared.Error.Stale, (await database.TrySaveAsync(CancellationToken.None)).Error);
        });

        // Once it has ended, another may be opened.
        await portal.ChangeHandoverAsync(id, (handover, _, _) => handover.Cancel("Not needed.", school.Administrator.AsActor(), portal.Now));
        await AddAsync();
        Assert.Equal(2, (await portal.HandoversOfAsync(school.Leaver)).Count);
    }

    [Fact]
    public async Task A_successor_who_may_not_be_named_is_refused_beside_the_field()
    {
        var (school, id) = await portal.HandoverAsync();
        var administrator = await portal.SignInAsync(school.Administrator);
        async Task<string> NameAsync(int person) => Assert.Single((await administrator.FillAsync(
            $"/handovers/{id}/successor", ("Form.PersonId", Number(person)), ("Form.Role", "DeputyAdministrator"))).Errors);

        Assert.Equal(AccountErrors.AssignsThemselves.Message, await NameAsync(school.Administrator.Id));
        Assert.Equal(HandoverErrors.SuccessorIsLeaver.Message, await NameAsync(school.Leaver.Id));
        Assert.Equal(HandoverErrors.SuccessorMissing.Message, await NameAsync(int.MaxValue));
        Assert.Null((await portal.HandoverAsync(id)).SuccessorId);
    }
}
