using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Monitoring;

/// <summary>What a rota asks for, and who may say so.</summary>
[Trait("Clause", "MON-1")]
public class MonitoringRotaTests
{
    private static readonly TimeOnly Half = new(1, 30);
    private static readonly TimeOnly Nine = new(9, 0);

    public static TheoryData<string, RotaPlan, string> WrongPlans => new()
    {
        { "no slot", Rotas.Plan(), "Monitoring.NoSlots" },
        { "no day", Rotas.Plan(new RotaLine([], Nine, 2)), "Monitoring.DaysMissing" },
        { "a day that there is not", Rotas.Plan(new RotaLine([(DayOfWeek)9], Nine, 2)), "Monitoring.DaysMissing" },
        { "no time", Rotas.Plan(new RotaLine(Rotas.EveryDay, null, 2)), "Monitoring.TimeMissing" },
        { "nobody", Rotas.Plan(new RotaLine(Rotas.EveryDay, Nine, null)), "Monitoring.PersonUnknown" },
        { "somebody who does not look after it", Rotas.Plan(Rotas.Line(Nine, 5)), "Monitoring.PersonUnknown" },
        { "somebody whom nobody knows", Rotas.Plan(Rotas.Line(Nine, 99)), "Monitoring.PersonUnknown" },
        { "closer than a check may take", Rotas.Plan(Rotas.Line(Nine, 2), Rotas.Line(new TimeOnly(10, 59), 3)), "Monitoring.TooClose" },
        { "closer over midnight, over the end of the week", Rotas.Plan(Rotas.Line(new TimeOnly(23, 30), 2, DayOfWeek.Sunday), Rotas.Line(new TimeOnly(1, 0), 2, DayOfWeek.Monday)), "Monitoring.TooClose" },
        { "the same time twice", Rotas.Plan(Rotas.Line(Nine, 2, DayOfWeek.Monday), Rotas.Line(Nine, 3, DayOfWeek.Monday)), "Monitoring.TooClose" },
        { "no patience", Rotas.Plan(Rotas.Line(Nine, 2)) with { PatienceHours = null }, "Monitoring.PatienceWrong" },
        { "patience of none", Rotas.Plan(Rotas.Line(Nine, 2)) with { PatienceHours = 0 }, "Monitoring.PatienceWrong" },
        { "too much patience", Rotas.Plan(Rotas.Line(Nine, 2)) with { PatienceHours = 13 }, "Monitoring.PatienceWrong" },
    };

    [Theory]
    [MemberData(nameof(WrongPlans))]
    public void A_plan_that_cannot_be_kept_is_refused_and_changes_nothing(string why, RotaPlan plan, string code)
    {
        Assert.NotEmpty(why);
        Assert.Equal(code, MonitoringRota.Plan(Rotas.Account(), plan, Rotas.Lead, Rotas.At).Error?.Code);
        var rota = Rotas.Rota(Rotas.Line(Nine, 4));

        Assert.Equal(code, rota.Change(Rotas.Account(), plan, Rotas.Lead, Rotas.At).Error?.Code);

        Assert.Equal(7, rota.Slots.Count);
        Assert.Empty(rota.UnsavedEvents);
    }

    [Theory]
    [InlineData(2, Roles.None, true)]
    [InlineData(3, Roles.None, true)]
    [InlineData(8, Roles.Administrator, true)]
    [InlineData(9, Roles.SeniorLeader, true)]
    [InlineData(4, Roles.None, false)]
    [InlineData(5, Roles.None, false)]
    [InlineData(6, Roles.PortalManager, false)]
    [InlineData(7, Roles.DataProtectionOfficer, false)]
    public void The_rota_is_changed_by_the_accounts_administrators_administrators_and_leaders(int person, Roles roles, bool may)
    {
        var by = Support.People.Actor(person, roles);
        var planned = MonitoringRota.Plan(Rotas.Account(), Rotas.Plan(Rotas.Line(Nine, 4)), by, Rotas.At);
        var changed = Rotas.Rota(Rotas.Line(Nine, 4)).Change(Rotas.Account(), Rotas.Plan(Rotas.Line(Nine, 2)), by, Rotas.At);

        Assert.Equal((may, may), (!planned.IsRefused, !changed.IsRefused));
        if (!may)
        {
            Assert.Equal(ErrorKind.Forbidden, planned.Error!.Kind);
        }
    }

    [Theory]
    [InlineData(AccountStatus.Active, true)]
    [InlineData(AccountStatus.Suspended, true)]
    [InlineData(AccountStatus.AwaitingCreation, false)]
    [InlineData(AccountStatus.Closed, false)]
    public void Only_an_account_in_use_gets_a_rota(AccountStatus status, bool may) =>
        Assert.Equal(may, !MonitoringRota.Plan(Rotas.Account(status), Rotas.Plan(Rotas.Line(Nine, 4)), Rotas.Lead, Rotas.At).IsRefused);

    [Fact]
    [Trait("Clause", "STF-3")]
    public void Whoever_posts_can_be_on_the_rota_and_a_leaver_cannot_be_put_there()
    {
        Assert.False(MonitoringRota.Plan(Rotas.Account(), Rotas.Plan(Rotas.Line(Nine, 4)), Rotas.Lead, Rotas.At).IsRefused);
        var left = Rotas.Team(new PeopleDirectory([Support.People.InDirectory(2, "A", "B"), Support.People.InDirectory(4, "C", "D", leaves: new DateOnly(2026, 3, 9))]));

        Assert.Equal("Monitoring.PersonUnknown", MonitoringRota.Plan(Rotas.Account(team: left), Rotas.Plan(Rotas.Line(Nine, 4)), Rotas.Lead, Rotas.At).Error?.Code);
    }

    [Fact]
    public void A_slot_that_is_added_at_noon_asks_for_nothing_of_that_morning_and_one_that_stays_keeps_its_date()
    {
        var rota = Rotas.Rota(Rotas.Line(Nine, 4));
        Assert.Equal("Done", Answer(rota.Change(Rotas.Account(), Rotas.Plan(Rotas.Line(Nine, 3), Rotas.Line(new TimeOnly(12, 0), 2)), Rotas.Lead, Rotas.At.AddDays(1).AddHours(3))));

        var due = rota.SlotsBetween(Rotas.At, Rotas.At.AddDays(2), WorkingCalendar.EnglandAndWales);

        // Wednesday 9:00 and Thursday 9:00, which were there; not Wednesday 12:00, which came at 13:00 that day.
        Assert.Equal([Utc(2026, 3, 11, 9), Utc(2026, 3, 12, 9)], due.Select(one => one.At));
        Assert.All(due, one => Assert.Equal(3, one.Slot.PersonId));
        var changed = Assert.IsType<MonitoringRotaChanged>(Assert.Single(rota.UnsavedEvents));
        Assert.Equal([2, 3], changed.Added);
    }

    [Fact]
    public void A_slot_in_the_hour_that_occurs_twice_comes_once_at_its_first_occurrence()
    {
        var rota = Rotas.Rota(Rotas.Line(Half, 2, DayOfWeek.Sunday));

        var due = rota.SlotsBetween(Utc(2026, 10, 24, 12), Utc(2026, 10, 25, 12), WorkingCalendar.EnglandAndWales);

        Assert.Equal([new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc)], due.Select(one => one.At));
    }

    [Fact]
    public void A_slot_in_the_hour_that_is_skipped_comes_at_the_first_instant_after_it_and_not_beside_the_one_that_is_there()
    {
        var one = Rotas.Rota(Rotas.Line(Half, 2, DayOfWeek.Sunday));
        var two = MonitoringRota.Plan(
            Rotas.Account(), Rotas.Plan(Rotas.Line(new TimeOnly(1, 0), 2, DayOfWeek.Sunday), Rotas.Line(new TimeOnly(2, 0), 3, DayOfWeek.Sunday)) with { PatienceHours = 1 }, Rotas.Lead, Rotas.At).Value;

        Assert.Equal([Utc(2026, 3, 29, 1)], one.SlotsBetween(Utc(2026, 3, 28, 12), Utc(2026, 3, 29, 12), WorkingCalendar.EnglandAndWales).Select(due => due.At));
        var both = two.SlotsBetween(Utc(2026, 3, 28, 12), Utc(2026, 3, 29, 12), WorkingCalendar.EnglandAndWales);
        Assert.Equal((Utc(2026, 3, 29, 1), 2), (Assert.Single(both).At, both[0].Slot.PersonId));
    }

    [Fact]
    public void Bank_holidays_and_closures_are_left_out_unless_they_count_and_weekends_never_are()
    {
        var closed = new WorkingCalendar([new DateOnly(2026, 4, 2)]);
        var rota = Rotas.Rota(Rotas.Line(Nine, 2));
        var always = MonitoringRota.Plan(Rotas.Account(), Rotas.Plan(Rotas.Line(Nine, 2)) with { CountsDaysOff = true }, Rotas.Lead, Rotas.At).Value;

        // Thursday 2 April a closure, Good Friday, the weekend, Easter Monday, Tuesday.
        DateOnly[] Days(MonitoringRota of) => [.. of.SlotsBetween(Utc(2026, 4, 1, 12), Utc(2026, 4, 7, 12), closed).Select(due => LondonTime.DateOf(due.At))];
        Assert.Equal([new DateOnly(2026, 4, 4), new DateOnly(2026, 4, 5), new DateOnly(2026, 4, 7)], Days(rota));
        Assert.Equal(6, Days(always).Length);
    }

    [Fact]
    public void Nothing_is_asked_for_the_time_in_which_the_account_was_suspended()
    {
        var rota = Rotas.Rota(Rotas.Line(Nine, 2));
        rota.ExpectAgain(Rotas.Leader, Utc(2026, 3, 12, 10));

        Assert.Equal([Utc(2026, 3, 13, 9)], rota.SlotsBetween(Rotas.At, Utc(2026, 3, 13, 12), WorkingCalendar.EnglandAndWales).Select(due => due.At));
    }

    public static TheoryData<string, int?, int, int, int?, string> WrongCovers => new()
    {
        { "nobody is away", null, 1, 2, 3, "Monitoring.AwayUnknown" },
        { "a stranger is away", 5, 1, 2, 3, "Monitoring.AwayUnknown" },
        { "the end is before the beginning", 4, 3, 2, 3, "Monitoring.UntilWrong" },
        { "it is over", 4, -5, -1, 3, "Monitoring.UntilOutOfReach" },
        { "it ends in years", 4, 1, 400, 3, "Monitoring.UntilOutOfReach" },
        { "they cover for themselves", 4, 1, 2, 4, "Monitoring.CoversThemselves" },
        { "a stranger covers", 4, 1, 2, 5, "Monitoring.CoverUnknown" },
    };

    [Theory]
    [MemberData(nameof(WrongCovers))]
    public void Cover_that_cannot_be_given_is_refused(string why, int? away, int from, int until, int? cover, string code)
    {
        Assert.NotEmpty(why);
        var (rota, today) = (Rotas.Rota(Rotas.Line(Nine, 4)), LondonTime.DateOf(Rotas.At));

        Assert.Equal(code, rota.ArrangeCover(away, today.AddDays(from), today.AddDays(until), cover, Rotas.Team(), Rotas.Lead, Rotas.At).Error?.Code);
        Assert.Empty(rota.Covers);
    }

    [Fact]
    public void Absences_of_one_person_do_not_overlap_and_dates_are_asked_for()
    {
        var (rota, today) = (Rotas.Rota(Rotas.Line(Nine, 4)), LondonTime.DateOf(Rotas.At));
        Assert.Equal("Monitoring.FromMissing", rota.ArrangeCover(4, null, today, 3, Rotas.Team(), Rotas.Lead, Rotas.At).Error?.Code);
        Assert.Equal("Monitoring.UntilWrong", rota.ArrangeCover(4, today, null, 3, Rotas.Team(), Rotas.Lead, Rotas.At).Error?.Code);
        Assert.Equal("Done", Answer(rota.ArrangeCover(4, today, today.AddDays(3), 3, Rotas.Team(), Rotas.Lead, Rotas.At)));

        Assert.Equal("Monitoring.CoverOverlaps", rota.ArrangeCover(4, today.AddDays(3), today.AddDays(5), 2, Rotas.Team(), Rotas.Lead, Rotas.At).Error?.Code);
        Assert.Equal("Done", Answer(rota.ArrangeCover(4, today.AddDays(4), today.AddDays(5), 2, Rotas.Team(), Rotas.Lead, Rotas.At)));
    }

    [Fact]
    public void Everybody_may_say_that_they_are_away_themselves_and_a_poster_nobody_else()
    {
        var (rota, today) = (Rotas.Rota(Rotas.Line(Nine, 4)), LondonTime.DateOf(Rotas.At));

        Assert.Equal("Monitoring.OnlyPlanners", rota.ArrangeCover(3, today, today, 4, Rotas.Team(), Rotas.Poster, Rotas.At).Error?.Code);
        Assert.Equal("Done", Answer(rota.ArrangeCover(4, today, today, null, Rotas.Team(), Rotas.Poster, Rotas.At)));
        Assert.Equal("Monitoring.CoverGone", rota.CancelCover(77, Rotas.Team(), Rotas.Poster, Rotas.At).Error?.Code);
        Assert.Equal("Monitoring.CoverPast", rota.CancelCover(0, Rotas.Team(), Rotas.Poster, Rotas.At.AddDays(1)).Error?.Code);
        Assert.Equal("Done", Answer(rota.CancelCover(0, Rotas.Team(), Rotas.Poster, Rotas.At)));
        Assert.Empty(rota.Covers);
    }

    [Fact]
    public void The_slots_read_as_lines_and_the_same_plan_changes_nothing()
    {
        var rota = Rotas.Rota(Rotas.Line(Nine, 4, DayOfWeek.Sunday, DayOfWeek.Monday), Rotas.Line(new TimeOnly(7, 0), 2, DayOfWeek.Friday));

        Assert.Equal([[DayOfWeek.Friday], [DayOfWeek.Monday, DayOfWeek.Sunday]], rota.Lines().Select(line => line.Days));
        Assert.Equal("Done", Answer(rota.Change(Rotas.Account(), new RotaPlan(rota.Lines(), false, 2), Rotas.Deputy, Rotas.At.AddDays(1))));
        Assert.Empty(rota.UnsavedEvents);
        Assert.All(rota.Slots, slot => Assert.Equal(Rotas.At, slot.Since));
    }

    private static string Answer(Result result) => result.Error?.Code ?? "Done";

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
