using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

/// <summary>The government's list of bank holidays: what is worked out agrees with it, and what is no whole list is not taken.</summary>
public class OfficialListTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Office = new(7, "Office", Roles.Administrator);
    private static readonly Actor Job = Actor.Portal("Bank holidays");

    /// <summary>The list as www.gov.uk gives it, for 2018 to 2028.</summary>
    internal static byte[] File() => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Domain", "Calendar", "bank-holidays.json"));

    /// <summary>The list, changed.</summary>
    internal static byte[] Changed(Action<JsonArray> change)
    {
        var document = JsonNode.Parse(File())!;
        change(document["england-and-wales"]!["events"]!.AsArray());
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    [Trait("Clause", "MON-2")]
    [Theory]
    [InlineData(2018)]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void The_bank_holidays_of_a_year_have_the_dates_and_names_of_the_official_list(int year)
    {
        using var document = JsonDocument.Parse(File());
        var official = document.RootElement.GetProperty("england-and-wales").GetProperty("events").EnumerateArray()
            .Select(day => (
                Date: day.GetProperty("date").GetString()!,
                Name: day.GetProperty("title").GetString() + (day.GetProperty("notes").GetString() == "Substitute day" ? " (substitute day)" : "")))
            .Where(day => day.Date.StartsWith($"{year}-", StringComparison.Ordinal))
            .ToList();

        Assert.True(official.Count >= 8);
        Assert.Equal(official, BankHolidays.For(year).Select(day => ($"{day.Date:yyyy-MM-dd}", day.Name)));
    }

    [Fact]
    public void A_list_is_read_for_England_and_Wales_alone()
    {
        var list = BankHolidayList.Read(File()).Value;

        Assert.Equal((2018, 2028), (list.FirstYear, list.LastYear));
        Assert.DoesNotContain(list.Days, day => day.Name.Contains("Andrew", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(2018, 11), year => Assert.Equal(BankHolidays.For(year), list.Of(year)));
        Assert.Equal(list.Days, BankHolidayList.Read((byte[])[0xEF, 0xBB, 0xBF, .. File()]).Value.Days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"england-and-wales\"")]
    [InlineData("<!DOCTYPE html><title>Not found</title>")]
    [InlineData("""{"england-and-wales":null}""")]
    [InlineData("""{"england-and-wales":{"division":"england-and-wales"}}""")]
    [InlineData("""{"england-and-wales":{"events":{}}}""")]
    [InlineData("""{"england-and-wales":{"events":[{"title":"\ud800","date":"2026-12-25"}]}}""")]
    public void What_is_not_the_list_is_not_taken(string json) =>
        Assert.Equal(CalendarErrors.NotTheList, BankHolidayList.Read(Encoding.UTF8.GetBytes(json)).Error);

    [Fact]
    public void A_file_that_ends_in_the_middle_is_not_taken() =>
        Assert.Equal(CalendarErrors.NotTheList, BankHolidayList.Read(File().AsMemory(0, 5000)).Error);

    [Fact]
    public void Nesting_without_end_is_not_taken() =>
        Assert.Equal(CalendarErrors.NotTheList, BankHolidayList.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))).Error);

    [Theory]
    [InlineData("""{"england-and-wales":{"events":[]}}""", "it has no day of England and Wales")]
    [InlineData("""{"england-and-wales":{"events":[1]}}""", "day 1 of England and Wales has no date")]
    [InlineData("""{"england-and-wales":{"events":[{"title":"Christmas Day","date":"25/12/2026"}]}}""", "day 1 of England and Wales has no date")]
    [InlineData("""{"england-and-wales":{"events":[{"title":"Christmas Day","date":20261225}]}}""", "day 1 of England and Wales has no date")]
    [InlineData("""{"england-and-wales":{"events":[{"title":"Christmas Day","date":"1996-12-25"}]}}""", "is of the year 1996")]
    [InlineData("""{"england-and-wales":{"events":[{"title":" ","date":"2026-12-25"}]}}""", "25 December 2026 has no name")]
    public void What_cannot_be_read_is_named(string json, string message)
    {
        var refused = BankHolidayList.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal("Calendar.ListMalformed", refused.Error?.Code);
        Assert.Contains(message, refused.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-25", "2026 has no Christmas Day")]
    [InlineData("2027-12-27", "2027 has no Christmas Day")]
    [InlineData("2026-04-03", "2026 has no Good Friday")]
    [InlineData("2026-05-25", "2026 has 7 bank holidays")]
    public void A_list_that_was_cut_is_not_taken(string lost, string message)
    {
        var refused = BankHolidayList.Read(Changed(days => days.Remove(days.Single(day => day!["date"]!.GetValue<string>() == lost))));
        Assert.Equal("Calendar.ListNotWhole", refused.Error?.Code);
        Assert.Contains(message, refused.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_missing_in_the_middle_is_noticed()
    {
        var refused = BankHolidayList.Read(Changed(days =>
        {
            foreach (var day in days.Where(day => day!["date"]!.GetValue<string>().StartsWith("2023", StringComparison.Ordinal)).ToList())
            {
                days.Remove(day);
            }
        }));
        Assert.Contains("2023 has no Christmas Day", refused.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_there_twice_is_not_taken() =>
        Assert.Contains("25 December 2026 twice", BankHolidayList.Read(Changed(days => days.Add(Day("2026-12-25", "Christmas Day")))).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void An_import_makes_a_record_for_each_year_and_says_what_it_changed()
    {
        var list = BankHolidayList.Read(Changed(days => days.Add(Day("2027-06-04", "Bank holiday for the jubilee")))).Value;

        var (made, changed) = OfficialBankHolidays.Import(list, [], ListSource.File, Office, At).Value;

        Assert.Equal(11, changed);
        Assert.Equal(Enumerable.Range(2018, 11), made.Select(one => one.Year));
        var of2027 = made.Single(one => one.Year == 2027);
        Assert.Contains(new BankHoliday(new DateOnly(2027, 6, 4), "Bank holiday for the jubilee"), of2027.Holidays);
        Assert.Equal((ListSource.File, 7, At), (of2027.Source, of2027.ImportedById, of2027.ImportedAt));
        // What the law has already is no change.
        Assert.Contains(Assert.Single(of2027.UnsavedEvents).Changes, change => change == new Change("4 June 2027", null, "Bank holiday for the jubilee"));
        Assert.Equal(2, made.Single(one => one.Year == 2026).UnsavedEvents.Single().Changes.Count);
    }

    [Fact]
    public void The_same_list_again_changes_nothing()
    {
        var list = BankHolidayList.Read(File()).Value;
        var (standing, _) = OfficialBankHolidays.Import(list, [], ListSource.File, Office, At).Value;
        foreach (var one in standing)
        {
            one.TakeEvents();
        }

        var (made, changed) = OfficialBankHolidays.Import(list, [.. standing], ListSource.Address, Job, At.AddDays(1)).Value;

        Assert.Equal((0, 0), (made.Count, changed));
        Assert.All(standing, one => Assert.Equal((At, ListSource.File), (one.ImportedAt, one.Source)));
        Assert.All(standing, one => Assert.Empty(one.UnsavedEvents));
    }

    [Fact]
    public void A_later_list_changes_the_years_that_differ_and_leaves_those_that_it_does_not_cover()
    {
        var (standing, _) = OfficialBankHolidays.Import(BankHolidayList.Read(File()).Value, [], ListSource.File, Office, At).Value;
        var later = BankHolidayList.Read(Changed(days =>
        {
            foreach (var day in days.Where(day => string.CompareOrdinal(day!["date"]!.GetValue<string>(), "2026") < 0).ToList())
            {
                days.Remove(day);
            }

            days.Single(day => day!["date"]!.GetValue<string>() == "2027-08-30")!["date"] = "2027-08-23";
            days.Single(day => day!["date"]!.GetValue<string>() == "2028-05-29")!["title"] = "Whitsun";
        })).Value;

        var (made, changed) = OfficialBankHolidays.Import(later, [.. standing], ListSource.Address, Job, At.AddDays(1)).Value;

        Assert.Equal((0, 2), (made.Count, changed));
        Assert.Equal(BankHolidays.For(2018), standing.Single(one => one.Year == 2018).Holidays);
        Assert.Contains(new BankHoliday(new DateOnly(2027, 8, 23), "Summer bank holiday"), standing.Single(one => one.Year == 2027).Holidays);
        Assert.DoesNotContain(standing.Single(one => one.Year == 2027).Holidays, day => day.Date == new DateOnly(2027, 8, 30));
        Assert.Contains(standing.Single(one => one.Year == 2028).Holidays, day => day.Name == "Whitsun");
        Assert.Null(standing.Single(one => one.Year == 2028).ImportedById);
    }

    [Theory]
    [InlineData(Roles.None, false)]
    [InlineData(Roles.DataProtectionOfficer, false)]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.PortalManager, true)]
    public void Who_imports_a_file(Roles roles, bool may)
    {
        var imported = OfficialBankHolidays.Import(BankHolidayList.Read(File()).Value, [], ListSource.File, new Actor(7, "Somebody", roles), At);
        Assert.Equal(may ? null : CalendarErrors.OnlyKeepers, imported.Error);
    }

    private static JsonObject Day(string date, string title) => new JsonObject { ["title"] = title, ["date"] = date, ["notes"] = "", ["bunting"] = true };
}
