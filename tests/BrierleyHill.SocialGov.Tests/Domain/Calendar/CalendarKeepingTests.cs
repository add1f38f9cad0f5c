using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

/// <summary>Days added and struck out, closures, term dates, and the calendar that comes of them.</summary>
public class CalendarKeepingTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Leader = new(3, "Leader", Roles.SeniorLeader);
    private static readonly DayAsItStands Nothing = new(null, null);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DayAsItStands On(string date, params CalendarCorrection[] corrections) =>
        CalendarYear.Of(Date(date).Year, null, corrections, []).On(Date(date), corrections);

    private static CalendarCorrection Added(string date, string name = "Bank holiday for the jubilee") =>
        CalendarCorrection.Add(Date(date), name, "Proclaimed", Nothing, Leader, At).Value;

    private static CalendarCorrection StruckOut(string date) =>
        CalendarCorrection.StrikeOut(Date(date), "Moved", On(date), Leader, At).Value;

    private static SchoolClosure Closed(string first, string last, string name = "Half term") =>
        SchoolClosure.Add(Date(first), Date(last), name, [], Leader, At).Value;

    [Theory]
    [InlineData(Roles.None, false)]
    [InlineData(Roles.DataProtectionOfficer, false)]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.PortalManager, true)]
    public void Who_keeps_the_calendar(Roles roles, bool may)
    {
        var by = new Actor(9, "Somebody", roles);
        var refusal = may ? null : CalendarErrors.OnlyKeepers;
        Assert.Equal(refusal, CalendarCorrection.Add(Date("2026-06-05"), "Jubilee", "Proclaimed", Nothing, by, At).Error);
        Assert.Equal(refusal, CalendarCorrection.StrikeOut(Date("2026-05-25"), "Moved", On("2026-05-25"), by, At).Error);
        Assert.Equal(refusal, SchoolClosure.Add(Date("2026-06-05"), null, "Training day", [], by, At).Error);
        Assert.Equal(refusal, Added("2026-06-05").TakeBack("Wrong", by, At).Error);
        Assert.Equal(refusal, Closed("2026-05-25", "2026-05-29").TakeBack("Wrong", by, At).Error);
    }

    [Fact]
    public void A_day_is_added_once_with_a_name_and_a_reason()
    {
        var added = Added("2026-06-05");

        Assert.True(added.Stands);
        Assert.Equal("Proclaimed", Assert.IsType<CalendarDayAdded>(Assert.Single(added.UnsavedEvents)).Reason);
        Assert.Equal("Calendar.AlreadyOff", CalendarCorrection.Add(Date("2026-06-05"), "Jubilee", "Again", On("2026-06-05", added), Leader, At).Error?.Code);
        Assert.Equal("Calendar.AlreadyOff", CalendarCorrection.Add(Date("2026-12-25"), "Jubilee", "Again", On("2026-12-25"), Leader, At).Error?.Code);
        Assert.Equal("Calendar.Weekend", CalendarCorrection.Add(Date("2026-06-06"), "Jubilee", "Why", Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.NameMissing", CalendarCorrection.Add(Date("2026-06-05"), " ", "Why", Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.ReasonMissing", CalendarCorrection.Add(Date("2026-06-05"), "Jubilee", " ", Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.TooLong", CalendarCorrection.Add(Date("2026-06-05"), new string('a', 101), "Why", Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.TooLong", CalendarCorrection.Add(Date("2026-06-05"), "Jubilee", new string('a', 501), Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.DateMissing", CalendarCorrection.Add(null, "Jubilee", "Why", Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.DateTooEarly", CalendarCorrection.Add(Date("2010-06-04"), "Jubilee", "Why", Nothing, Leader, At).Error?.Code);
        Assert.Equal("Calendar.DateTooLate", CalendarCorrection.Add(Date("2036-03-11"), "Jubilee", "Why", Nothing, Leader, At).Error?.Code);
    }

    [Fact]
    public void Only_a_bank_holiday_is_struck_out_and_only_once()
    {
        var struckOut = StruckOut("2026-05-25");

        Assert.Equal("Spring bank holiday", struckOut.Name);
        Assert.Equal(CalendarErrors.IsStruckOut, CalendarCorrection.StrikeOut(Date("2026-05-25"), "Again", On("2026-05-25", struckOut), Leader, At).Error);
        Assert.Equal(CalendarErrors.IsStruckOut, CalendarCorrection.Add(Date("2026-05-25"), "Spring", "Again", On("2026-05-25", struckOut), Leader, At).Error);
        Assert.Equal(CalendarErrors.NoBankHoliday, CalendarCorrection.StrikeOut(Date("2026-05-26"), "Why", On("2026-05-26"), Leader, At).Error);
        Assert.Equal(CalendarErrors.IsAdded, CalendarCorrection.StrikeOut(Date("2026-06-05"), "Why", On("2026-06-05", Added("2026-06-05")), Leader, At).Error);
        Assert.Equal(CalendarErrors.ReasonMissing, CalendarCorrection.StrikeOut(Date("2026-05-25"), "", On("2026-05-25"), Leader, At).Error);
    }

    [Fact]
    public void What_is_taken_back_is_taken_back_once_and_with_a_reason()
    {
        var correction = StruckOut("2026-05-25");
        Assert.Equal(CalendarErrors.ReasonMissing, correction.TakeBack(null, Leader, At).Error);
        Assert.False(correction.TakeBack("It stays in May", Leader, At).IsRefused);
        Assert.False(correction.Stands);
        Assert.Equal(CalendarErrors.TakenBack, correction.TakeBack("Again", Leader, At).Error);

        var closure = Closed("2026-05-25", "2026-05-29");
        Assert.Equal(CalendarErrors.ReasonMissing, closure.TakeBack(null, Leader, At).Error);
        Assert.False(closure.TakeBack("Wrong week", Leader, At).IsRefused);
        Assert.Equal(CalendarErrors.TakenBack, closure.TakeBack("Again", Leader, At).Error);
        // Its days are free again.
        Assert.False(SchoolClosure.Add(Date("2026-05-25"), null, "Training day", [closure], Leader, At).IsRefused);
    }

    [Theory]
    [InlineData("2026-05-25", "2026-05-29", null)]
    [InlineData("2026-05-25", null, null)]
    [InlineData("2026-05-25", "2026-05-22", "Calendar.WrongWayRound")]
    [InlineData("2026-05-30", "2026-05-31", "Calendar.OnlyWeekend")]
    [InlineData("2026-05-30", "2026-06-01", null)]
    [InlineData("2026-05-01", "2026-08-08", null)]
    [InlineData("2026-05-01", "2026-08-09", "Calendar.TooManyDays")]
    [InlineData("2010-12-30", "2011-01-04", "Calendar.DateTooEarly")]
    [InlineData("2036-03-10", "2036-03-11", "Calendar.DateTooLate")]
    [InlineData(null, "2026-05-29", "Calendar.DateMissing")]
    public void A_closure_has_dates_that_make_sense(string? first, string? last, string? code) =>
        Assert.Equal(code, SchoolClosure.Add(first is null ? null : Date(first), last is null ? null : Date(last), "Half term", [], Leader, At).Error?.Code);

    [Theory]
    [InlineData("2026-05-22", "2026-05-24", false)]
    [InlineData("2026-05-22", "2026-05-25", true)]
    [InlineData("2026-05-27", "2026-05-27", true)]
    [InlineData("2026-05-29", "2026-06-05", true)]
    [InlineData("2026-05-30", "2026-06-05", false)]
    public void Two_closures_never_overlap(string first, string last, bool overlap)
    {
        var added = SchoolClosure.Add(Date(first), Date(last), "More", [Closed("2026-05-25", "2026-05-29")], Leader, At);
        Assert.Equal(overlap ? "Calendar.Overlaps" : null, added.Error?.Code);
    }

    [Fact]
    public void An_import_never_brings_back_what_was_struck_out()
    {
        var list = BankHolidayList.Read(OfficialListTests.File()).Value;
        var official = OfficialBankHolidays.Import(list, [], ListSource.File, Leader, At.AddDays(1)).Value.New.Single(one => one.Year == 2026);
        var struckOut = StruckOut("2026-05-25");

        var year = CalendarYear.Of(2026, official, [struckOut], []);

        Assert.Equal(CalendarSource.StruckOutByHand, Assert.Single(year.Entries, entry => entry.First == Date("2026-05-25")).Source);
        Assert.True(Working(official, [struckOut], []).IsWorkingDay(Date("2026-05-25")));
        Assert.False(Working(official, [], []).IsWorkingDay(Date("2026-05-25")));
    }

    [Fact]
    public void A_day_that_was_added_and_comes_with_the_list_later_is_the_lists()
    {
        var list = BankHolidayList.Read(OfficialListTests.Changed(days => days.Add(System.Text.Json.Nodes.JsonNode.Parse(
            """{"title":"Jubilee","date":"2026-06-05","notes":"","bunting":true}""")))).Value;
        var official = OfficialBankHolidays.Import(list, [], ListSource.File, Leader, At).Value.New.Single(one => one.Year == 2026);

        var entry = Assert.Single(CalendarYear.Of(2026, official, [Added("2026-06-05")], []).Entries, entry => entry.First == Date("2026-06-05"));

        Assert.Equal(("Jubilee", CalendarSource.OfficialList), (entry.Name, entry.Source));
    }

    // Whatever is stored: what the page of a year shows as days off is what counts as days off.
    [Fact]
    public void The_page_and_the_deadlines_have_the_same_days_off() => Gen.Select(
        Gen.Int[2018, 2028],
        Gen.Bool,
        Gen.Select(Gen.Int[0, 364], Gen.Bool).List[0, 6],
        Gen.Select(Gen.Int[-20, 364], Gen.Int[0, 40]).List[0, 4]).Sample((year, imported, corrected, closed) =>
    {
        var official = imported
            ? OfficialBankHolidays.Import(BankHolidayList.Read(OfficialListTests.File()).Value, [], ListSource.File, Leader, At).Value.New.Single(one => one.Year == year)
            : null;
        var corrections = new List<CalendarCorrection>();
        foreach (var (day, strikeOut) in corrected)
        {
            // Strike out a real bank holiday: any other day is refused.
            var date = strikeOut ? BankHolidays.For(year)[day % 8].Date : new DateOnly(year, 1, 1).AddDays(day);
            var now = CalendarYear.Of(year, official, corrections, []).On(date, corrections);
            var made = strikeOut
                ? CalendarCorrection.StrikeOut(date, "Why", now, Leader, At)
                : CalendarCorrection.Add(date, "Added", "Why", now, Leader, At);
            if (!made.IsRefused)
            {
                corrections.Add(made.Value);
            }
        }

        var closures = new List<SchoolClosure>();
        foreach (var (first, length) in closed)
        {
            var from = new DateOnly(year, 1, 1).AddDays(first);
            if (SchoolClosure.Add(from, from.AddDays(length), "Closed", closures, Leader, At) is { IsRefused: false } made)
            {
                closures.Add(made.Value);
            }
        }

        var page = CalendarYear.Of(year, official, corrections, closures);
        var working = Working(official, corrections, closures);
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var shown = page.Entries.Any(entry => entry.Source != CalendarSource.StruckOutByHand && entry.First <= day && day <= entry.Last);
            Assert.Equal(shown || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, !working.IsWorkingDay(day));
        }
    });

    [Fact]
    public void Nothing_stored_is_the_law() => Assert.Same(WorkingCalendar.EnglandAndWales, StoredCalendar.ToWorkingCalendar([]));

    [Fact]
    public void Other_years_stay_as_they_are()
    {
        var working = Working(null, [StruckOut("2026-05-25")], []);
        Assert.True(working.IsWorkingDay(Date("2026-05-25")));
        Assert.False(working.IsWorkingDay(Date("2027-05-31")));
        Assert.False(working.IsWorkingDay(Date("2011-04-29")));
    }

    private static WorkingCalendar Working(OfficialBankHolidays? official, List<CalendarCorrection> corrections, List<SchoolClosure> closures) =>
        StoredCalendar.ToWorkingCalendar(
        [
            .. (official?.Holidays ?? []).Select(day => new StoredDay(StoredDayKind.Official, day.Date, day.Date, day.Name)),
            .. corrections.Select(one => new StoredDay(
                one.Kind == CorrectionKind.Added ? StoredDayKind.Added : StoredDayKind.StruckOut, one.Date, one.Date, one.Name)),
            .. closures.Select(one => new StoredDay(StoredDayKind.Closure, one.First, one.Last, one.Name)),
        ]);
}
