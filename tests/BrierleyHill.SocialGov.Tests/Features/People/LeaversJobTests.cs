using System.Net;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.People;

/// <summary>The portal ends access on the last day, with a clock that is moved: each once, whatever happens to the portal meanwhile.</summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "STF-1")]
public sealed class LeaversJobTests : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    // London is an hour ahead of UTC from 29 March 2026 on.
    private Task<int> OnAsync(int month, int day, int hour, int minute = 0)
    {
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.Zero));
        return _portal.RunJobAsync<DeactivateLeavers>();
    }

    private Task<Person> PersonAsync(Person person) =>
        _portal.UseDatabaseAsync(database => database.People.AsNoTracking().SingleAsync(found => found.Id == person.Id));

    [Fact]
    public async Task Access_ends_at_six_in_London_with_sessions_and_links_and_is_audited_once()
    {
        var school = await _portal.HandoverSchoolAsync();
        await _portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay, school.Manager);
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));
        var session = await _portal.SignInAsync(school.Leaver);
        await _portal.UseDatabaseAsync(async database =>
        {
            var leaver = await database.People.SingleAsync(found => found.Id == school.Leaver.Id);
            await database.MakeOneTimeLinkAsync(leaver, OneTimeLinkPurpose.PasswordReset, _portal.Now, CancellationToken.None);
            await database.SaveChangesAsync();
        });

        Assert.Equal(0, await OnAsync(3, 31, 16, 59));
        await session.OpenAsync("/people/me");
        Assert.Equal(1, await OnAsync(3, 31, 17));
        Assert.Equal(0, await OnAsync(3, 31, 17, 15));

        Assert.Equal(PersonStatus.Deactivated, (await PersonAsync(school.Leaver)).Status);
        Assert.Equal(HttpStatusCode.Found, (await session.GetAsync("/people/me")).Status);
        Assert.Equal(0, await _portal.UseDatabaseAsync(database => database.OneTimeLinks.CountAsync(link => link.PersonId == school.Leaver.Id && link.EndedAt == null)));
        var lines = await _portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
            .Where(line => line.Name == nameof(PersonDeactivated) && line.RecordId == school.Leaver.Id).ToListAsync());
        Assert.Equal(("Leaving", "Their last day was 31 March 2026."), (Assert.Single(lines).ActorName, lines[0].Reason));

        // The hand-over that the date opened goes on, and there is no second one.
        Assert.Equal(HandoverCause.LeavingDate, Assert.Single(await _portal.HandoversOfAsync(school.Leaver)).Cause);
    }

    [Fact]
    public async Task A_date_in_the_past_and_one_that_passed_during_a_downtime_take_hold_with_the_next_run()
    {
        var manager = await _portal.AddPersonAsync(Roles.PortalManager);
        var (past, passes, stays) = (await _portal.AddPersonAsync(), await _portal.AddPersonAsync(), await _portal.AddPersonAsync());
        await _portal.RecordLeavingAsync(past, new DateOnly(2026, 3, 9), manager);
        await _portal.RecordLeavingAsync(passes, new DateOnly(2026, 3, 20), manager);
        await _portal.RecordLeavingAsync(stays, new DateOnly(2026, 5, 20), manager);

        Assert.Equal(1, await OnAsync(3, 10, 10));
        Assert.Equal(1, await OnAsync(4, 20, 3));

        Assert.Equal(
            [PersonStatus.Deactivated, PersonStatus.Deactivated, PersonStatus.Active],
            new[] { await PersonAsync(past), await PersonAsync(passes), await PersonAsync(stays) }.Select(person => person.Status));
    }

    [Fact]
    public async Task Several_runs_at_once_end_access_once()
    {
        var manager = await _portal.AddPersonAsync(Roles.PortalManager);
        for (var number = 0; number < 5; number++)
        {
            await _portal.RecordLeavingAsync(await _portal.AddPersonAsync(), new DateOnly(2026, 3, 9), manager);
        }

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _portal.RunJobAsync<DeactivateLeavers>())));

        Assert.Equal(5, runs.Sum());
        Assert.Equal(5, await _portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(PersonDeactivated))));
    }

    [Fact]
    public async Task The_last_portal_manager_keeps_access_and_leaders_and_they_are_told_once_a_day()
    {
        var manager = await _portal.AddPersonAsync(Roles.PortalManager);
        var (leader, administrator) = (await _portal.AddPersonAsync(Roles.SeniorLeader), await _portal.AddPersonAsync(Roles.Administrator));
        await _portal.RecordLeavingAsync(manager, HandoverPages.LastDay, manager);

        Assert.Equal(1, await OnAsync(3, 31, 17));
        Assert.Equal(0, await OnAsync(3, 31, 20));
        Assert.Equal(0, await OnAsync(4, 1, 6));
        Assert.Equal(1, await OnAsync(4, 1, 7));
        Assert.Equal(0, await OnAsync(4, 1, 18));

        Assert.Equal(PersonStatus.Active, (await PersonAsync(manager)).Status);
        await (await _portal.SignInAsync(manager)).OpenAsync("/people/me");
        foreach (var told in new[] { leader, manager })
        {
            Assert.Equal(2, (await _portal.ToldAsync(told)).Count);
            Assert.All(await _portal.SubjectsToAsync(told), subject => Assert.EndsWith(": the last portal manager has left", subject, StringComparison.Ordinal));
        }

        Assert.Empty(await _portal.ToldAsync(administrator));

        // Somebody else becomes one: access ends by itself.
        await _portal.AddPersonAsync(Roles.PortalManager);
        Assert.Equal(1, await OnAsync(4, 1, 19));
        Assert.Equal(PersonStatus.Deactivated, (await PersonAsync(manager)).Status);
    }

    [Fact]
    public async Task Of_two_portal_managers_who_leave_on_one_day_one_keeps_access()
    {
        var (first, second) = (await _portal.AddPersonAsync(Roles.PortalManager), await _portal.AddPersonAsync(Roles.PortalManager));
        await _portal.RecordLeavingAsync(first, HandoverPages.LastDay, second);
        await _portal.RecordLeavingAsync(second, HandoverPages.LastDay, first);

        await OnAsync(3, 31, 17);
        await OnAsync(3, 31, 18);

        Assert.Equal([PersonStatus.Deactivated, PersonStatus.Active], new[] { await PersonAsync(first), await PersonAsync(second) }.Select(person => person.Status));
    }

    [Fact]
    public async Task Whoever_is_let_back_in_is_not_put_out_again()
    {
        var (manager, leaver) = (await _portal.AddPersonAsync(Roles.PortalManager), await _portal.AddPersonAsync());
        await _portal.RecordLeavingAsync(leaver, new DateOnly(2026, 3, 9), manager);
        Assert.Equal(1, await OnAsync(3, 10, 10));

        await _portal.ChangePersonAsync(leaver, person => person.Reactivate(manager.AsActor(), _portal.Now));

        Assert.Equal(0, await OnAsync(3, 10, 11));
        Assert.Equal((PersonStatus.Invited, null), ((await PersonAsync(leaver)).Status, (await PersonAsync(leaver)).LeavingDate));
    }
}
