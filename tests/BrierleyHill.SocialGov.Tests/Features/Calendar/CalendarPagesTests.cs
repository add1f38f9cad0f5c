using System.Net;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Calendar;

/// <summary>The page of a year and the forms that change it. Each test has a year of its own, so that they share a portal.</summary>
public class CalendarPagesTests(CalendarPagesTests.Counted portal) : IClassFixture<CalendarPagesTests.Counted>
{
    /// <summary>A portal whose statements are counted.</summary>
    public sealed class Counted : PortalFactory
    {
        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureServices(services => services.AddSingleton<IInterceptor>(Statements));
    }

    [Fact]
    public async Task Everybody_sees_the_days_of_this_year_with_their_source_and_no_way_to_change_them()
    {
        var (_, teacher) = await portal.PersonAsync();

        var page = await teacher.OpenAsync("/calendar");

        Assert.Contains("Calendar of 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Friday 3 April Good Friday Bank holiday, worked out from the law", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("Saturdays and Sundays are never working days", page.Text, StringComparison.Ordinal);
        Assert.Contains("does not move when this calendar changes", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Strike out", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[rel=prev][href='/calendar?year=2025']"));
        Assert.NotNull(page.Document.QuerySelector("a[rel=next][href='/calendar?year=2027']"));
    }

    [Theory]
    [InlineData("2011", HttpStatusCode.OK, "29 April Royal wedding")]
    [InlineData("2100", HttpStatusCode.OK, "Calendar of 2100")]
    [InlineData("2010", HttpStatusCode.BadRequest, "Enter a year from 2011 to 2100.")]
    [InlineData("2101", HttpStatusCode.BadRequest, "Enter a year from 2011 to 2100.")]
    [InlineData("soon", HttpStatusCode.BadRequest, "Enter a year from 2011 to 2100.")]
    [InlineData("99999999999", HttpStatusCode.BadRequest, "Enter a year from 2011 to 2100.")]
    [InlineData("", HttpStatusCode.OK, "Calendar of 2026")]
    public async Task Any_year_from_2011_can_be_chosen(string year, HttpStatusCode status, string says)
    {
        var (_, teacher) = await portal.PersonAsync();
        var page = await teacher.GetAsync($"/calendar?Form.Year={year}");
        Assert.Equal(status, page.Status);
        Assert.Contains(says, TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closure_is_entered_seen_by_everybody_and_taken_back()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader, "Orla", "Quennell");
        var (_, teacher) = await portal.PersonAsync();

        var added = await leader.FillAsync("/calendar/closures/new", [("Name", "Half <b>term</b>"), .. Day("First", 2029, 5, 28), .. Day("Last", 2029, 6, 1)]);
        var seen = await leader.FollowAsync(added);
        Assert.Contains("The closure is in the calendar.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 28 May to Friday 1 June Half <b>term</b> School closure, entered by Orla Quennell on 10 March 2026", TextOf(seen), StringComparison.Ordinal);
        Assert.Contains("Half <b>term</b>", (await teacher.OpenAsync("/calendar?year=2029")).Text, StringComparison.Ordinal);
        Assert.False((await WorkingAsync()).IsWorkingDay(new DateOnly(2029, 5, 29)));

        var overlapping = await leader.FillAsync("/calendar/closures/new", [("Name", "Again"), .. Day("First", 2029, 6, 1), .. Day("Last", 0, 0, 0)]);
        Assert.Equal(HttpStatusCode.BadRequest, overlapping.Status);
        Assert.Contains("closed on some of these days already", overlapping.Text, StringComparison.Ordinal);
        Assert.Equal("Again", overlapping.ValueOf("Name"));
        Assert.Equal("2029", overlapping.ValueOf("First.Year"));

        var link = seen.Document.QuerySelector("a[href*='/closures/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.FillAsync(link, ("Form.Because", " "))).Status);
        var stale = await leader.FillAsync(link, ("Form.Because", "Wrong week"), ("Form.Version", "7"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var form = await leader.OpenAsync(link);
        Assert.Equal("/calendar?year=2029", (await leader.SubmitAsync(form, ("Form.Because", "Wrong week"))).Location);
        Assert.True((await WorkingAsync()).IsWorkingDay(new DateOnly(2029, 5, 29)));

        // A second window still has the form.
        Assert.Equal(HttpStatusCode.Conflict, (await leader.SubmitAsync(form, ("Form.Because", "Again"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(link)).Status);
        var audited = await AuditAsync(nameof(SchoolClosureAdded), nameof(SchoolClosureTakenBack));
        Assert.Contains(audited, line => line.Changes!.Contains("28 May 2029 to 1 June 2029", StringComparison.Ordinal) && line.Reason == "Wrong week");
    }

    [Fact]
    public async Task A_bank_holiday_is_struck_out_from_its_line_and_taken_back()
    {
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager, "Ines", "Uxbridge");
        var year = await manager.OpenAsync("/calendar?year=2030");
        var link = year.Document.QuerySelectorAll("a[href*='strike-out']").Select(a => a.GetAttribute("href")!).Single(href => href.Contains("2030-05-06", StringComparison.Ordinal));

        var form = await manager.OpenAsync(link);
        Assert.Equal("5", form.ValueOf("Date.Month"));
        var seen = await manager.FollowAsync(await manager.SubmitAsync(form, ("Because", "We swap it for the fair")));

        Assert.Contains("Early May bank holiday Working day Bank holiday, struck out by Ines Uxbridge on 10 March 2026 Because: We swap it for the fair", TextOf(seen), StringComparison.Ordinal);
        Assert.True((await WorkingAsync()).IsWorkingDay(new DateOnly(2030, 5, 6)));
        var again = await manager.FillAsync("/calendar/days/strike-out", [.. Day("Date", 2030, 5, 6), ("Because", "Again")]);
        Assert.Contains("struck out by hand", Assert.Single(again.Errors), StringComparison.Ordinal);

        var takeBack = seen.Document.QuerySelector("a[href$='/take-back']")!.GetAttribute("href")!;
        await manager.FollowAsync(await manager.FillAsync(takeBack, ("Form.Because", "No fair this year")));
        Assert.False((await WorkingAsync()).IsWorkingDay(new DateOnly(2030, 5, 6)));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(takeBack)).Status);
    }

    [Fact]
    public async Task A_bank_holiday_is_added_with_its_reason()
    {
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var seen = await administrator.FollowAsync(await administrator.FillAsync(
            "/calendar/days/add", [.. Day("Date", 2031, 6, 6), ("Name", "Jubilee bank holiday"), ("Because", "Proclaimed on 1 March")]));

        Assert.Contains("Friday 6 June Jubilee bank holiday Bank holiday, added by", TextOf(seen), StringComparison.Ordinal);
        Assert.Contains("Because: Proclaimed on 1 March", seen.Text, StringComparison.Ordinal);
        Assert.False((await WorkingAsync()).IsWorkingDay(new DateOnly(2031, 6, 6)));
        var line = Assert.Single(await AuditAsync(nameof(CalendarDayAdded)), one => one.Changes!.Contains("6 June 2031", StringComparison.Ordinal));
        Assert.Equal("Proclaimed on 1 March", line.Reason);
    }

    [Fact]
    public async Task Of_two_who_correct_the_same_day_at_once_one_is_told()
    {
        var (first, client) = await portal.PersonAsync(Roles.Administrator);
        var form = await client.OpenAsync("/calendar/days/add");
        // The other one saves after this one has looked: the index decides.
        var now = CalendarYear.Of(2032, null, [], []).On(new DateOnly(2032, 6, 4), []);
        var refused = await portal.UseDatabaseAsync(async database =>
        {
            database.CalendarCorrections.Add(CalendarCorrection.Add(new DateOnly(2032, 6, 4), "One", "Why", now, first.AsActor(), portal.Now).Value);
            await database.SaveChangesAsync();
            database.CalendarCorrections.Add(CalendarCorrection.Add(new DateOnly(2032, 6, 4), "Two", "Why", now, first.AsActor(), portal.Now).Value);
            return await Record.ExceptionAsync(() => database.SaveChangesAsync());
        });

        Assert.IsType<DbUpdateException>(refused);
        var told = await client.SubmitAsync(form, [.. Day("Date", 2032, 6, 4), ("Name", "Three"), ("Because", "Why")]);
        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains("bank holiday already: One", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calendar/closures/new")]
    [InlineData("/calendar/days/add")]
    [InlineData("/calendar/days/strike-out")]
    [InlineData("/calendar/bank-holidays/import")]
    [InlineData("/calendar/term-dates/import")]
    public async Task An_empty_form_says_what_is_missing(string path)
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var refused = await leader.FillAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors);
    }

    [Fact]
    public async Task A_date_that_is_none_and_a_name_that_is_too_long_are_told_and_nothing_typed_is_lost()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var refused = await leader.FillAsync("/calendar/closures/new", [("Name", new string('n', 101)), .. Day("First", 2029, 2, 30), .. Day("Last", 0, 0, 0)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.Contains("First day must be a real date", StringComparison.Ordinal));
        Assert.Contains(refused.Errors, error => error.Contains("100 characters or fewer", StringComparison.Ordinal));
        Assert.Equal("30", refused.ValueOf("First.Day"));
    }

    [Fact]
    public async Task The_same_form_twice_enters_one_closure()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var form = await leader.OpenAsync("/calendar/closures/new");
        (string, string)[] answers = [("Name", "Snow"), .. Day("First", 2033, 1, 11), .. Day("Last", 0, 0, 0)];
        Assert.Equal("/calendar?year=2033", (await leader.SubmitAsync(form, answers)).Location);
        Assert.Equal("/calendar?year=2033", (await leader.SubmitAsync(form, answers)).Location);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.SchoolClosures.CountAsync(one => one.Name == "Snow")));
    }

    [Fact]
    public async Task The_calendar_is_read_in_one_statement_and_its_page_in_few()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        await leader.FillAsync("/calendar/closures/new", [("Name", "Training"), .. Day("First", 2034, 1, 3), .. Day("Last", 0, 0, 0)]);
        portal.Statements.Texts.Clear();
        await WorkingAsync();
        Assert.Single(portal.Statements.Texts);
        portal.Statements.Texts.Clear();
        await leader.OpenAsync("/calendar?year=2034");
        Assert.InRange(portal.Statements.Texts.Count, 2, 12);
    }

    /// <summary>The page's text without the labels that a phone shows in each cell.</summary>
    internal static string TextOf(Page page)
    {
        foreach (var label in page.Document.QuerySelectorAll(".sg-table__label").ToList())
        {
            label.Remove();
        }

        return page.Text;
    }

    internal static (string, string)[] Day(string name, int year, int month, int day) => year == 0
        ? [($"{name}.Day", ""), ($"{name}.Month", ""), ($"{name}.Year", "")]
        : [($"{name}.Day", $"{day}"), ($"{name}.Month", $"{month}"), ($"{name}.Year", $"{year}")];

    private Task<WorkingCalendar> WorkingAsync() => portal.UseDatabaseAsync(database => database.LoadWorkingCalendarAsync(CancellationToken.None));

    private Task<List<BrierleyHill.SocialGov.Domain.Auditing.AuditEvent>> AuditAsync(params string[] names) => portal.UseDatabaseAsync(database =>
        database.AuditEvents.AsNoTracking().Where(line => names.Contains(line.Name)).ToListAsync());
}
