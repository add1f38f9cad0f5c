using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Handovers;

namespace BrierleyHill.SocialGov.Tests.Features.Handovers;

/// <summary>Who is reminded of an open hand-over, and when: with a clock that is moved, a downtime, and two runs at once.</summary>
[Trait("Clause", "ADM-5")]
public sealed class HandoverChasingJobTests : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private Task<int> OnAsync(int month, int day, int hour = 9)
    {
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.Zero));
        return _portal.RunJobAsync<ChaseHandovers>();
    }

    private async Task<int> ChasesAsync(Person person) => (await _portal.SubjectsToAsync(person)).Count(subject =>
        subject.EndsWith("a hand-over is open", StringComparison.Ordinal) || subject.EndsWith("after the last day", StringComparison.Ordinal));

    [Fact]
    public async Task Administrators_and_those_who_run_the_account_are_reminded_and_after_the_last_day_leaders_too_but_never_the_leaver()
    {
        var (school, id) = await _portal.HandoverAsync();
        var leaverWithRole = school.Leaver;
        await _portal.ChangePersonAsync(leaverWithRole, leaver => leaver.ChangeRoles(Roles.Administrator | Roles.SeniorLeader, 5, school.Manager.AsActor(), _portal.Now));

        Assert.Equal(0, await OnAsync(3, 16));
        Assert.Equal(1, await OnAsync(3, 17));
        Assert.Equal(0, await OnAsync(3, 17, 15));
        Assert.Equal((1, 1, 0, 0, 0), (
            await ChasesAsync(school.Administrator), await ChasesAsync(school.Lead), await ChasesAsync(school.Leader), await ChasesAsync(school.Manager), await ChasesAsync(school.Leaver)));
        Assert.Contains("6 steps are to do", (await _portal.ToldAsync(school.Lead))[^1], StringComparison.Ordinal);

        Assert.Equal(1, await OnAsync(3, 31));
        Assert.Equal(0, await ChasesAsync(school.Leader));

        // After the last day.
        Assert.Equal(1, await OnAsync(4, 1));
        Assert.Equal((3, 3, 1, 0), (
            await ChasesAsync(school.Administrator), await ChasesAsync(school.Lead), await ChasesAsync(school.Leader), await ChasesAsync(school.Leaver)));
        Assert.EndsWith("a hand-over is open after the last day", (await _portal.SubjectsToAsync(school.Leader))[^1], StringComparison.Ordinal);

        await _portal.ChangeHandoverAsync(id, (handover, _, _) => handover.Cancel("Not needed.", school.Administrator.AsActor(), _portal.Now));
        Assert.Equal(0, await OnAsync(4, 2));
    }

    [Fact]
    public async Task At_night_at_weekends_and_twice_at_once_nobody_is_reminded_too_often()
    {
        var (school, _) = await _portal.HandoverAsync();
        Assert.Equal(0, await OnAsync(3, 28));
        Assert.Equal(0, await OnAsync(3, 30, 6));

        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 30, 9, 0, 0, TimeSpan.Zero));
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _portal.RunJobAsync<ChaseHandovers>())));

        Assert.Equal(1, runs.Sum());
        Assert.Equal(1, await ChasesAsync(school.Administrator));
        Assert.Single(await _portal.EventsOfAsync(nameof(Handover), (await _portal.OpenHandoverOfAsync(school.Leaver)).Id), name => name == "HandoverChased");
    }
}
