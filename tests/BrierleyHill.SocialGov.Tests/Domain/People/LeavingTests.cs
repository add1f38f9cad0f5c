using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.People;

/// <summary>The portal ends access by itself when the last day is over.</summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "STF-1")]
public class LeavingTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly LastDay = new(2026, 3, 31);

    // 6pm in London, an hour ahead of UTC since the Sunday before.
    private static readonly DateTime Over = new(2026, 3, 31, 17, 0, 0, DateTimeKind.Utc);

    private static Person Leaver(Roles roles = Roles.None, PersonStatus status = PersonStatus.Active)
    {
        var person = status == PersonStatus.Invited
            ? Support.People.Invited(roles, "Lou", "Leaver", Now)
            : Support.People.Active(roles, "Lou", "Leaver", Now);
        Assert.False(person.RecordLeavingDate(LastDay, PeopleActors.CommandLine, Now).IsRefused);
        person.TakeEvents();
        return person;
    }

    [Theory]
    [InlineData(PersonStatus.Active)]
    [InlineData(PersonStatus.Invited)]
    public void Access_ends_at_six_in_London_on_the_last_day_and_not_a_minute_before(PersonStatus status)
    {
        var person = Leaver(status: status);
        Assert.Equal(PeopleErrors.NotLeftYet, person.DeactivateOnLeaving(1, Over.AddMinutes(-1)).Error);
        Assert.Equal(status, person.Status);

        Assert.False(person.DeactivateOnLeaving(1, Over).IsRefused);

        Assert.Equal(PersonStatus.Deactivated, person.Status);
        Assert.Equal(new PersonDeactivated("Their last day was 31 March 2026.", PeopleActors.Leaving, Over), Assert.Single(person.UnsavedEvents));
        Assert.Equal(PeopleErrors.AlreadyDeactivated, person.DeactivateOnLeaving(1, Over).Error);
    }

    [Fact]
    public void Nobody_without_a_leaving_date_loses_access() =>
        Assert.Equal(PeopleErrors.NotLeftYet, Support.People.Active(Roles.None, "Sta", "Yer", Now).DeactivateOnLeaving(1, Over.AddYears(40)).Error);

    [Fact]
    public void The_last_portal_manager_keeps_access_and_it_is_said_once_a_day()
    {
        var person = Leaver(Roles.PortalManager);
        Assert.Equal(PeopleErrors.LastPortalManager, person.DeactivateOnLeaving(0, Over).Error);
        Assert.Equal(PeopleErrors.NotLeftYet, person.HoldBack(Over.AddMinutes(-1)).Error);

        var told = new List<DateTime>();
        for (var at = Over; at < Over.AddDays(3); at = at.AddMinutes(15))
        {
            if (!person.HoldBack(at).IsRefused)
            {
                told.Add(LondonTime.ToLocal(at));
            }
        }

        Assert.Equal(["31 18:00", "1 08:00", "2 08:00", "3 08:00"], told.Select(at => $"{at.Day} {at:HH:mm}"));
        Assert.False(person.DeactivateOnLeaving(1, Over.AddDays(3)).IsRefused);
    }

    [Fact]
    public void Whoever_is_let_back_in_has_not_left_and_keeps_a_date_that_is_still_to_come()
    {
        var back = Leaver();
        Assert.False(back.DeactivateOnLeaving(1, Over).IsRefused);
        Assert.False(back.Reactivate(PeopleActors.CommandLine, Over.AddDays(1)).IsRefused);
        Assert.Null(back.LeavingDate);
        Assert.Equal(new LeavingDateRecorded(LastDay, null, PeopleActors.CommandLine, Over.AddDays(1)), back.UnsavedEvents[^1]);

        var early = Leaver();
        Assert.False(early.Deactivate("By mistake.", 1, PeopleActors.CommandLine, Now).IsRefused);
        Assert.False(early.Reactivate(PeopleActors.CommandLine, Now).IsRefused);
        Assert.Equal(LastDay, early.LeavingDate);
    }

    [Fact]
    public void The_portal_alone_ends_access_this_way()
    {
        var person = Leaver();
        Assert.False(person.DeactivateOnLeaving(1, Over).IsRefused);
        Assert.Equal(Actor.Portal("Leaving"), person.UnsavedEvents[0].By);
    }
}
