using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Applications;

/// <summary>Undecided business cases are chased after a set number of working days.</summary>
[Trait("Clause", "SLT-5")]
public class AccountApplicationChasingTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.EnglandAndWales;
    private static readonly Actor Portal = Actor.Portal("Chasing");

    // Good Friday is 3 April 2026 and Easter Monday 6 April 2026.
    [Theory]
    [InlineData("2026-03-10", 5, "2026-03-16", false)]
    [InlineData("2026-03-10", 5, "2026-03-17", true)]
    [InlineData("2026-03-13", 1, "2026-03-15", false)]
    [InlineData("2026-03-13", 1, "2026-03-16", true)]
    [InlineData("2026-04-02", 1, "2026-04-06", false)]
    [InlineData("2026-04-02", 1, "2026-04-07", true)]
    [InlineData("2026-04-01", 5, "2026-04-09", false)]
    [InlineData("2026-04-01", 5, "2026-04-10", true)]
    public void Weekends_and_bank_holidays_do_not_count(string submitted, int after, string today, bool due)
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted, at: Midday(submitted));

        Assert.Equal(due, application.IsDueForChasing(Calendar, after, Midday(today)));
    }

    [Theory]
    [InlineData(ApplicationStatus.Submitted)]
    [InlineData(ApplicationStatus.ChangesRequested)]
    public void It_is_chased_once_and_again_after_as_many_working_days(ApplicationStatus status)
    {
        var application = BusinessCases.In(status, at: Midday("2026-03-10"));

        Assert.False(application.Chase(Calendar, 5, Portal, Midday("2026-03-17")).IsRefused);
        Assert.Equal(new ApplicationChased(5, Portal, Midday("2026-03-17")), Assert.Single(application.TakeEvents()));

        Assert.Equal(ApplicationErrors.NotDueForChasing, application.Chase(Calendar, 5, Portal, Midday("2026-03-17")).Error);
        Assert.Equal(ApplicationErrors.NotDueForChasing, application.Chase(Calendar, 5, Portal, Midday("2026-03-23")).Error);
        Assert.Empty(application.UnsavedEvents);

        Assert.False(application.Chase(Calendar, 5, Portal, Midday("2026-03-24")).IsRefused);
        Assert.Equal(new ApplicationChased(10, Portal, Midday("2026-03-24")), Assert.Single(application.UnsavedEvents));
    }

    [Fact]
    public void Asking_for_changes_begins_the_waiting_anew()
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted, at: Midday("2026-03-10"));
        application.Chase(Calendar, 5, Portal, Midday("2026-03-17"));
        application.RequestChanges("More.", BusinessCases.Leader, Midday("2026-03-18"));

        Assert.False(application.IsDueForChasing(Calendar, 5, Midday("2026-03-24")));
        Assert.True(application.IsDueForChasing(Calendar, 5, Midday("2026-03-25")));
    }

    [Theory]
    [InlineData("2026-03-17T07:59:59Z", false)]
    [InlineData("2026-03-17T08:00:00Z", true)]
    [InlineData("2026-03-21T12:00:00Z", false)]
    [InlineData("2026-03-23T08:00:00Z", true)]
    [InlineData("2026-03-30T06:59:59Z", false)]
    [InlineData("2026-03-30T07:00:00Z", true)]
    public void People_are_reminded_on_working_days_from_eight_in_the_morning(string now, bool due)
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted, at: Midday("2026-03-10"));

        Assert.Equal(due, application.IsDueForChasing(
            Calendar, 5, DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal)));
    }

    [Fact]
    public void The_day_is_londons()
    {
        // Half past midnight on 31 March in London is still 30 March in UTC (summer time since 29 March).
        var application = BusinessCases.In(ApplicationStatus.Submitted, at: new DateTime(2026, 3, 30, 23, 30, 0, DateTimeKind.Utc));

        Assert.False(application.IsDueForChasing(Calendar, 1, new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc)));
        Assert.True(application.IsDueForChasing(Calendar, 1, new DateTime(2026, 4, 1, 7, 30, 0, DateTimeKind.Utc)));
    }

    private static DateTime Midday(string date) =>
        DateTime.SpecifyKind(DateOnly.ParseExact(date, "yyyy-MM-dd").ToDateTime(new TimeOnly(12, 0)), DateTimeKind.Utc);
}
