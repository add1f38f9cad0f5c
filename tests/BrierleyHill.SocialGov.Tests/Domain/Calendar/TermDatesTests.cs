using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Calendar;

/// <summary>What a school office's list of term dates leads to.</summary>
public class TermDatesTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static TermDatesPlan Plan(TermDatesContents contents, IReadOnlyCollection<SchoolClosure> standing, params string[] rows) => TermDates.Plan(
        [.. rows.Select((row, index) => row.Split('|') is [var name, var first, var last] ? new TermDatesRow(index + 2, name, first, last) : throw new ArgumentException(row))],
        contents,
        standing,
        At);

    private static SchoolClosure Closed(string first, string last) =>
        SchoolClosure.Add(Date(first), Date(last), "Half term", [], new Actor(3, "Leader", Roles.SeniorLeader), At).Value;

    [Fact]
    public void Between_terms_the_school_is_closed()
    {
        var plan = Plan(
            TermDatesContents.Terms,
            [],
            "Autumn term 2|02/11/2026|18/12/2026",
            "Autumn term 1|03/09/2026|23/10/2026",
            "Spring term 1|2027-01-04|2027-02-12");

        Assert.Empty(plan.Problems);
        Assert.True(plan.CanBeEntered);
        Assert.Equal(
            [
                new PlannedClosure(Date("2026-10-24"), Date("2026-11-01"), "Holiday after Autumn term 1", false),
                new PlannedClosure(Date("2026-12-19"), Date("2027-01-03"), "Holiday after Autumn term 2", false),
            ],
            plan.Closures);
    }

    [Fact]
    public void A_weekend_between_two_terms_is_no_closure()
    {
        var plan = Plan(TermDatesContents.Terms, [], "One|07/09/2026|11/09/2026", "Two|14/09/2026|18/09/2026", "Three|28/09/2026|02/10/2026");
        Assert.Equal("Holiday after Two", Assert.Single(plan.Closures).Name);
    }

    [Fact]
    public void Closures_are_taken_as_they_are_and_a_training_day_has_one_date()
    {
        var plan = Plan(TermDatesContents.Closures, [], "Half term|26/10/2026|30/10/2026", "Staff training day|2 September 2026|", "Christmas|21-Dec-2026|Friday 1 January 2027");
        Assert.Empty(plan.Problems);
        Assert.Equal(
            [(Date("2026-09-02"), Date("2026-09-02")), (Date("2026-10-26"), Date("2026-10-30")), (Date("2026-12-21"), Date("2027-01-01"))],
            plan.Closures.Select(one => (one.First, one.Last)));
    }

    [Fact]
    public void What_is_there_already_is_left_as_it_is()
    {
        var plan = Plan(TermDatesContents.Closures, [Closed("2026-10-26", "2026-10-30")], "Half term|26/10/2026|30/10/2026", "Christmas|21/12/2026|01/01/2027");
        Assert.Equal("Christmas", Assert.Single(plan.New).Name);
        Assert.True(plan.CanBeEntered);
        Assert.False(Plan(TermDatesContents.Closures, [Closed("2026-10-26", "2026-10-30")], "Half term|26/10/2026|30/10/2026").CanBeEntered);
    }

    [Theory]
    [InlineData(TermDatesContents.Closures, "|26/10/2026|30/10/2026", "It has no name.")]
    [InlineData(TermDatesContents.Closures, "Half term|10/26/2026|30/10/2026", "Its first day is not a date")]
    [InlineData(TermDatesContents.Closures, "Half term|26/10/26|30/10/2026", "Its first day is not a date")]
    [InlineData(TermDatesContents.Closures, "Half term|26/10/2026|31/11/2026", "Its last day is not a date")]
    [InlineData(TermDatesContents.Closures, "Half term||30/10/2026", "Its first day is not a date")]
    [InlineData(TermDatesContents.Terms, "Autumn|03/09/2026|", "Its last day is not a date")]
    [InlineData(TermDatesContents.Closures, "Half term|30/10/2026|26/10/2026", "Its last day is before its first day.")]
    [InlineData(TermDatesContents.Closures, "Half term|26/10/2016|30/10/2026", "more than 100 days")]
    [InlineData(TermDatesContents.Closures, "Half term|26/10/2006|30/10/2006", "The calendar begins with the year 2011")]
    [InlineData(TermDatesContents.Closures, "Half term|26/10/2062|30/10/2062", "more than 10 years away")]
    [InlineData(TermDatesContents.Closures, "Half term|24/10/2026|25/10/2026", "at the weekend")]
    public void A_row_that_cannot_be_used_is_named_with_its_line(TermDatesContents contents, string row, string message)
    {
        var plan = Plan(contents, [], "Christmas|21/12/2026|01/01/2027", row);
        var problem = Assert.Single(plan.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.False(plan.CanBeEntered);
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var plan = Plan(TermDatesContents.Closures, [], "One|x|y", "Two|26/10/2026|25/10/2026", "|1/2/2027|2/2/2027");
        Assert.Equal([2, 2, 3, 4], plan.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Rows_that_overlap_each_other_or_the_calendar_are_told()
    {
        Assert.Contains(
            "before “Half term” of row 2 has ended",
            Assert.Single(Plan(TermDatesContents.Closures, [], "Half term|26/10/2026|30/10/2026", "Again|30/10/2026|02/11/2026").Problems).Message,
            StringComparison.Ordinal);
        var overlap = Assert.Single(Plan(TermDatesContents.Closures, [Closed("2026-10-26", "2026-10-30")], "Half term|26/10/2026|02/11/2026").Problems);
        Assert.Equal(2, overlap.Line);
        Assert.Contains("Half term, 26 October 2026 to 30 October 2026", overlap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_is_missing_is_noticed() =>
        Assert.Contains("A term seems to be missing", Assert.Single(Plan(TermDatesContents.Terms, [], "Autumn|03/09/2026|18/12/2026", "Summer|12/04/2027|20/07/2027").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_without_rows_or_with_one_term_leads_to_nothing()
    {
        Assert.Contains("no rows with dates", Assert.Single(Plan(TermDatesContents.Closures, []).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to enter", Assert.Single(Plan(TermDatesContents.Terms, [], "Autumn|03/09/2026|18/12/2026").Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3/9/2026")]
    [InlineData(" 03/09/2026 ")]
    [InlineData("2026-09-03")]
    [InlineData("03-09-2026")]
    [InlineData("03.09.2026")]
    [InlineData("3 September 2026")]
    [InlineData("3 Sep 2026")]
    [InlineData("03-Sep-2026")]
    [InlineData("Thursday 3 September 2026")]
    [InlineData("Thu 3 Sep 2026")]
    public void Dates_are_read_as_offices_write_them(string typed)
    {
        Assert.True(TermDates.TryReadDate(typed, out var date));
        Assert.Equal(Date("2026-09-03"), date);
    }
}
