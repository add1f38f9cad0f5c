using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Handovers;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Handovers;

/// <summary>A hand-over opens, moves and is cancelled by itself, in the save that gives the reason for it.</summary>
[Trait("Clause", "ADM-5")]
public sealed class HandoverOpeningTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_leaving_date_opens_one_for_each_account_and_tells_those_concerned_but_not_the_leaver()
    {
        var school = await portal.HandoverSchoolAsync();
        var second = await portal.AddAccountAsync(school.Lead, school.Leaver, school.Leader);
        var closed = await portal.AddAccountAsync(school.Lead, school.Leaver, school.Leader);
        await portal.ChangeAccountAsync(closed.Id, (account, _) => account.Close("Over.", school.Administrator.AsActor(), portal.Now));

        await portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay, school.Manager);

        var open = await portal.HandoversOfAsync(school.Leaver);
        Assert.Equal(new[] { school.AccountId, second.Id }.Order(), open.Select(handover => handover.AccountId).Order());
        Assert.All(open, handover => Assert.Equal(
            (HandoverStatus.Open, HandoverOutcome.Transfer, HandoverCause.LeavingDate, (DateOnly?)HandoverPages.LastDay, (AssignmentRole?)AssignmentRole.DeputyAdministrator),
            (handover.Status, handover.Outcome, handover.Cause, handover.LeavingDate, handover.LeaverRole)));
        foreach (var person in new[] { school.Lead, school.Administrator })
        {
            Assert.Equal(2, (await portal.ToldAsync(person)).Count(text => text.Contains("has been opened", StringComparison.Ordinal)));
            Assert.Equal(2, (await portal.SubjectsToAsync(person)).Count(subject => subject.EndsWith("a hand-over has been opened", StringComparison.Ordinal)));
        }

        foreach (var person in new[] { school.Leaver, school.Leader, school.Follower })
        {
            Assert.DoesNotContain(await portal.ToldAsync(person), text => text.Contains("has been opened", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Recording_twice_moves_it_and_opens_no_second_one()
    {
        var (school, id) = await portal.HandoverAsync();
        await portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay, school.Manager);
        await portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay.AddDays(30), school.Manager);

        var handover = Assert.Single(await portal.HandoversOfAsync(school.Leaver));
        Assert.Equal((id, (DateOnly?)HandoverPages.LastDay.AddDays(30)), (handover.Id, handover.LeavingDate));
        Assert.Equal(["HandoverOpened", "HandoverDateMoved"], await portal.EventsOfAsync(nameof(Handover), id));
        Assert.Contains("is 30 April 2026 now", (await portal.ToldAsync(school.Lead))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_the_date_away_cancels_what_it_opened_and_leaves_what_was_completed()
    {
        var (school, id) = await portal.HandoverAsync();
        await portal.SettleAllAsync(id, school.Administrator, school.Follower);
        await portal.ChangeHandoverAsync(id, (handover, account, sees) => handover.Complete(account, sees, school.Administrator.AsActor(), portal.Now));
        var other = await portal.AddAccountAsync(school.Lead, school.Follower, school.Leader);
        await portal.ChangeAccountAsync(other.Id, (account, directory) =>
            account.Assign(school.Leaver.Id, AssignmentRole.Poster, directory, school.Administrator.AsActor(), portal.Now));

        await portal.RecordLeavingAsync(school.Leaver, null, school.Manager);

        var handovers = await portal.HandoversOfAsync(school.Leaver);
        Assert.Equal([HandoverStatus.Completed, HandoverStatus.Cancelled], handovers.Select(handover => handover.Status));
        Assert.Equal((HandoverCause.LeaverAssigned, "The leaving date was taken away."), (handovers[1].Cause, handovers[1].CancelledBecause));

        // The date is recorded after all: another opens for what they still do.
        await portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay, school.Manager);
        Assert.Equal(other.Id, (await portal.OpenHandoverOfAsync(school.Leaver)).AccountId);
    }

    [Fact]
    public async Task An_account_given_to_a_leaver_is_handed_over_and_one_that_they_come_to_administer_asks_for_more()
    {
        var school = await portal.HandoverSchoolAsync();
        var leaver = await portal.AddPersonAsync();
        await portal.RecordLeavingAsync(leaver, HandoverPages.LastDay, school.Manager);
        Assert.Empty(await portal.HandoversOfAsync(leaver));
        Task AssignAsync(AssignmentRole role) => portal.ChangeAccountAsync(school.AccountId, (account, directory) =>
            account.Assign(leaver.Id, role, directory, school.Administrator.AsActor(), portal.Now));

        await AssignAsync(AssignmentRole.Poster);
        Assert.Equal(4, (await portal.OpenHandoverOfAsync(leaver)).StepsToDo);
        await AssignAsync(AssignmentRole.DeputyAdministrator);
        var handover = Assert.Single(await portal.HandoversOfAsync(leaver));
        Assert.Equal((6, AssignmentRole.DeputyAdministrator), (handover.StepsToDo, handover.LeaverRole!.Value));
    }

    [Fact]
    public async Task A_business_case_that_names_a_leaver_opens_one_with_its_approval()
    {
        var school = await portal.HandoverSchoolAsync();
        var leaver = await portal.AddPersonAsync();
        await portal.RecordLeavingAsync(leaver, HandoverPages.LastDay, school.Manager);

        var account = await portal.AddAccountAsync(school.Lead, leaver, school.Leader);

        Assert.Equal(account.Id, (await portal.OpenHandoverOfAsync(leaver)).AccountId);
    }

    [Fact]
    public async Task Deactivating_somebody_without_a_date_opens_them_and_letting_them_back_in_cancels_them()
    {
        var school = await portal.HandoverSchoolAsync();
        await portal.ChangePersonAsync(school.Leaver, person => person.Deactivate("Left at once.", 5, school.Manager.AsActor(), portal.Now));
        var handover = await portal.OpenHandoverOfAsync(school.Leaver);
        Assert.Equal((HandoverCause.Deactivated, (DateOnly?)new DateOnly(2026, 3, 10)), (handover.Cause, handover.LeavingDate));

        await portal.ChangePersonAsync(school.Leaver, person => person.Reactivate(school.Manager.AsActor(), portal.Now));

        var cancelled = Assert.Single(await portal.HandoversOfAsync(school.Leaver));
        Assert.Equal((HandoverStatus.Cancelled, "The person was let back in."), (cancelled.Status, cancelled.CancelledBecause));
    }

    [Fact]
    public async Task Deactivating_somebody_with_a_date_opens_no_second_one_and_none_that_was_cancelled()
    {
        var (school, id) = await portal.HandoverAsync();
        await portal.ChangeHandoverAsync(id, (handover, _, _) => handover.Cancel("The account is hers alone.", school.Administrator.AsActor(), portal.Now));

        await portal.ChangePersonAsync(school.Leaver, person => person.Deactivate("Left.", 5, school.Manager.AsActor(), portal.Now));
        await portal.RunJobAsync<ChaseHandovers>();

        Assert.Equal(HandoverStatus.Cancelled, Assert.Single(await portal.HandoversOfAsync(school.Leaver)).Status);
    }

    [Fact]
    public async Task What_is_missing_is_opened_by_the_job_once()
    {
        // As of before there were hand-overs: the date stands, and nothing was opened.
        var school = await portal.HandoverSchoolAsync();
        await portal.UseDatabaseAsync(database => database.People.Where(person => person.Id == school.Leaver.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(person => person.LeavingDate, HandoverPages.LastDay)));
        Assert.Empty(await portal.HandoversOfAsync(school.Leaver));

        await portal.RunJobAsync<ChaseHandovers>();
        await portal.RunJobAsync<ChaseHandovers>();

        Assert.Equal(HandoverPages.LastDay, (await portal.OpenHandoverOfAsync(school.Leaver)).LeavingDate);
    }

    [Fact]
    public async Task A_poster_who_stored_a_secret_that_is_in_force_leaves_the_longer_list_until_it_is_changed()
    {
        var school = await portal.HandoverSchoolAsync();
        var poster = await portal.AddPersonAsync();
        await portal.ChangeAccountAsync(school.AccountId, (account, directory) =>
            account.Assign(poster.Id, AssignmentRole.Poster, directory, school.Administrator.AsActor(), portal.Now));
        var credential = StoredCredential.Create(school.AccountId, "Main sign-in");
        credential.Keep(SecretKind.Password, "ciphertext", poster.AsActor(), portal.Now);
        credential.Keep(SecretKind.UserName, "ciphertext", poster.AsActor(), portal.Now);
        await portal.UseDatabaseAsync(async database =>
        {
            database.Credentials.Add(credential);
            await database.SaveChangesAsync();
        });
        await portal.RecordLeavingAsync(poster, HandoverPages.LastDay, school.Manager);
        var handover = await portal.OpenHandoverOfAsync(poster);
        Assert.Contains(handover.Checklist, step => step.Kind == HandoverStepKind.Rotation);

        var administrator = await portal.SignInAsync(school.Administrator);
        var refused = await administrator.FillAsync($"/handovers/{handover.Id}/steps/rotation", ("Form.Note", "Changed."));
        Assert.StartsWith("The leaver knows a secret that is in use: Main sign-in, password.", Assert.Single(refused.Errors), StringComparison.Ordinal);

        await portal.UseDatabaseAsync(async database =>
        {
            var stored = await database.Credentials.SingleAsync(found => found.AccountId == school.AccountId);
            stored.Keep(SecretKind.Password, "another", school.Lead.AsActor(), portal.Now);
            await database.SaveChangesAsync();
        });
        await administrator.FollowAsync(await administrator.FillAsync($"/handovers/{handover.Id}/steps/rotation", ("Form.Note", "Changed.")));
    }
}
