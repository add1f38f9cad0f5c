using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.People;

public class MorningSummaryTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_choice_is_kept_and_recorded_with_what_it_was_before()
    {
        var person = Somebody();
        Assert.False(person.ChooseSummary(NotificationKinds.Vault | NotificationKinds.Handovers, person.AsActor(), At).IsRefused);
        Assert.False(person.ChooseSummary(NotificationKinds.Vault, person.AsActor(), At).IsRefused);

        Assert.Equal(NotificationKinds.Vault, person.SummaryKinds);
        var happened = Assert.IsType<MorningSummaryChosen>(person.TakeEvents()[^1]);
        Assert.Equal(new Change("Morning summary", "Sign-in details that are due for rotation, Hand-overs", "Sign-in details that are due for rotation"), Assert.Single(happened.Changes));
    }

    [Fact]
    public void The_same_choice_again_is_no_event()
    {
        var person = Somebody();
        Assert.False(person.ChooseSummary(NotificationKinds.None, person.AsActor(), At).IsRefused);
        Assert.Empty(person.UnsavedEvents);
    }

    [Fact]
    public void Nobody_chooses_for_somebody_else_whatever_they_are()
    {
        var person = Somebody();
        Assert.Equal(PeopleErrors.OnlyTheirOwnSummary, person.ChooseSummary(NotificationKinds.Vault, Support.People.Actor(99, Roles.PortalManager | Roles.SeniorLeader), At).Error);
        Assert.Equal(NotificationKinds.None, person.SummaryKinds);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(8192 | 1)]
    [InlineData(-1)]
    public void A_kind_that_does_not_exist_is_refused(int kinds)
    {
        var person = Somebody();
        Assert.Equal(PeopleErrors.SummaryKindUnknown, person.ChooseSummary((NotificationKinds)kinds, person.AsActor(), At).Error);
    }

    [Fact]
    public void Every_kind_is_one_bit_and_has_words_of_its_own()
    {
        Assert.All(SummaryChoices.Each, kind => Assert.True(int.IsPow2((int)kind)));
        Assert.Distinct(SummaryChoices.Each.Select(kind => kind.InWords()));
        Assert.Equal(Enum.GetValues<NotificationKinds>().Length - 1, SummaryChoices.Each.Count);
    }

    private static Person Somebody()
    {
        var person = Support.People.Active(Roles.None, "Sam", "Somebody", At);
        person.TakeEvents();
        return person;
    }
}
