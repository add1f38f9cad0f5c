using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Alerts;

[Trait("Clause", "MON-2")]
public class DeadlineTests
{
    private static readonly DateTime Due = new(2026, 3, 11, 12, 0, 0, DateTimeKind.Utc);
    private static readonly AlertTimes Times = new(Due.AddHours(-4), Due, Due.AddHours(4));
    private static readonly Actor Portal = Actor.Portal("Alerts");
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    // What was handled before (reached at the first instant of that level), the instant as hours from the due time, and what is raised and skipped then.
    [Theory]
    [InlineData(null, -4.01, "none")]
    [InlineData(null, -4, "DueSoon")]
    [InlineData(null, -0.01, "DueSoon")]
    [InlineData(null, 0, "Overdue, skipped DueSoon")]
    [InlineData(null, 3.99, "Overdue, skipped DueSoon")]
    [InlineData(null, 4, "Escalated, skipped DueSoon Overdue")]
    [InlineData(null, 170, "Escalated, skipped DueSoon Overdue")]
    [InlineData(AlertLevel.DueSoon, -5, "none")]
    [InlineData(AlertLevel.DueSoon, -4, "none")]
    [InlineData(AlertLevel.DueSoon, -0.01, "none")]
    [InlineData(AlertLevel.DueSoon, 0, "Overdue")]
    [InlineData(AlertLevel.DueSoon, 3.99, "Overdue")]
    [InlineData(AlertLevel.DueSoon, 4, "Escalated, skipped Overdue")]
    [InlineData(AlertLevel.Overdue, -5, "none")]
    [InlineData(AlertLevel.Overdue, -4, "none")]
    [InlineData(AlertLevel.Overdue, 0, "none")]
    [InlineData(AlertLevel.Overdue, 3.99, "none")]
    [InlineData(AlertLevel.Overdue, 4, "Escalated")]
    [InlineData(AlertLevel.Escalated, -5, "none")]
    [InlineData(AlertLevel.Escalated, 0, "none")]
    [InlineData(AlertLevel.Escalated, 4, "none")]
    [InlineData(AlertLevel.Escalated, 170, "none")]
    public void Every_level_at_every_time(AlertLevel? before, double hours, string raises)
    {
        var deadline = Begin();
        if (before is { } reached)
        {
            Assert.False(deadline.RaiseAlert(Portal, Times.Of(reached)).IsRefused);
            deadline.TakeEvents();
        }

        var so = deadline.Alerts.Count;
        var at = Due.AddHours(hours);
        var result = deadline.RaiseAlert(Portal, at);

        var added = deadline.Alerts.Skip(so).ToList();
        var skipped = added.Where(alert => alert.IsSkipped).Select(alert => alert.Level.ToString()).ToList();
        var raised = added.SingleOrDefault(alert => !alert.IsSkipped);
        Assert.Equal(raises, raised is null ? "none" : skipped.Count == 0 ? raised.Level.ToString() : $"{raised.Level}, skipped {string.Join(' ', skipped)}");
        Assert.Equal(raised is null, result.IsRefused);
        Assert.All(added, alert => Assert.Equal((Due, at), (alert.DueAt, alert.At)));
        if (raised is null)
        {
            Assert.Equal(AlertErrors.NoneDue, result.Error);
            Assert.Empty(deadline.UnsavedEvents);
        }
        else
        {
            var happened = Assert.IsType<AlertRaised>(Assert.Single(deadline.UnsavedEvents));
            Assert.Equal((DeadlineSubject.Enquiry, raised.Level, Due, Portal, at), (happened.Subject, happened.Level, happened.DueAt, happened.By, happened.At));
        }
    }

    [Fact]
    public void What_comes_next_is_the_first_level_that_was_not_handled()
    {
        var deadline = Begin();
        Assert.Equal(Times.DueSoonAt, deadline.NextAlertAt);
        deadline.RaiseAlert(Portal, Times.DueSoonAt);
        Assert.Equal(Times.DueAt, deadline.NextAlertAt);
        deadline.RaiseAlert(Portal, Times.EscalatesAt);
        Assert.Null(deadline.NextAlertAt);
    }

    [Fact]
    public void Done_nothing_further_is_raised_and_ending_twice_keeps_the_first_time()
    {
        var deadline = Begin();
        deadline.RaiseAlert(Portal, Times.DueSoonAt);
        deadline.End(Due - Tick);
        deadline.End(Due.AddDays(1));

        Assert.Equal((Due - Tick, (DateTime?)null), (deadline.EndedAt, deadline.NextAlertAt));
        Assert.Equal(AlertErrors.NoneDue, deadline.RaiseAlert(Portal, Due.AddDays(9)).Error);
        Assert.Equal(AlertErrors.Ended, deadline.Move(Times).Error);
        Assert.Single(deadline.Alerts);
    }

    [Fact]
    public void Moved_it_starts_from_there_and_what_was_raised_of_the_time_before_stays()
    {
        var deadline = Begin();
        deadline.RaiseAlert(Portal, Times.EscalatesAt);
        var later = Shifted(24);

        Assert.False(deadline.Move(later).IsRefused);

        Assert.Equal((later.DueAt, later.DueSoonAt), (deadline.DueAt, deadline.NextAlertAt));
        Assert.False(deadline.RaiseAlert(Portal, later.DueSoonAt).IsRefused);
        Assert.Equal([(AlertLevel.DueSoon, Due), (AlertLevel.Overdue, Due), (AlertLevel.Escalated, Due), (AlertLevel.DueSoon, later.DueAt)], deadline.Alerts.Select(alert => (alert.Level, alert.DueAt)));
    }

    [Fact]
    public void Moved_into_the_past_it_is_overdue_at_once_and_the_lower_level_is_skipped()
    {
        var deadline = Begin();
        var earlier = Shifted(-26);
        deadline.Move(earlier);

        Assert.False(deadline.RaiseAlert(Portal, earlier.DueAt.AddHours(1)).IsRefused);
        Assert.Equal([(AlertLevel.DueSoon, true), (AlertLevel.Overdue, false)], deadline.Alerts.Select(alert => (alert.Level, alert.IsSkipped)));
    }

    [Fact]
    public void Moved_away_and_back_nothing_is_raised_twice_of_the_first_time()
    {
        var deadline = Begin();
        deadline.RaiseAlert(Portal, Times.DueAt);
        deadline.Move(Shifted(48));
        deadline.Move(Times);

        Assert.Equal(Times.EscalatesAt, deadline.NextAlertAt);
        Assert.Equal(AlertErrors.NoneDue, deadline.RaiseAlert(Portal, Times.EscalatesAt - Tick).Error);
    }

    [Fact]
    public void Resumed_it_goes_on_where_it_was()
    {
        var deadline = Begin();
        deadline.RaiseAlert(Portal, Times.DueSoonAt);
        deadline.End(Times.DueSoonAt.AddHours(1));
        deadline.Resume(Times);

        Assert.Null(deadline.EndedAt);
        Assert.Equal(AlertErrors.NoneDue, deadline.RaiseAlert(Portal, Due - Tick).Error);
        Assert.False(deadline.RaiseAlert(Portal, Due).IsRefused);
        Assert.Equal([AlertLevel.DueSoon, AlertLevel.Overdue], deadline.Alerts.Select(alert => alert.Level));
    }

    [Fact]
    public void With_the_clock_set_back_nothing_is_raised_again()
    {
        var deadline = Begin();
        deadline.RaiseAlert(Portal, Times.DueAt);
        foreach (var hours in (int[])[-30, -4, -3, 0, 3])
        {
            Assert.True(deadline.RaiseAlert(Portal, Due.AddHours(hours)).IsRefused);
        }

        Assert.False(deadline.RaiseAlert(Portal, Times.EscalatesAt).IsRefused);
    }

    [Fact]
    public void Of_two_levels_that_begin_at_once_the_higher_is_raised()
    {
        var deadline = Deadline.Of(DeadlineSubject.Enquiry, new Numbered(1), new AlertTimes(Due, Due, Due.AddHours(1)));
        deadline.RaiseAlert(Portal, Due);
        Assert.Equal([(AlertLevel.DueSoon, true), (AlertLevel.Overdue, false)], deadline.Alerts.Select(alert => (alert.Level, alert.IsSkipped)));
    }

    [Fact]
    public void Times_that_are_not_in_order_are_taken_by_no_deadline()
    {
        var deadline = Begin();
        foreach (var wrong in (AlertTimes[])[new(Due.AddTicks(1), Due, Due.AddHours(1)), new(Due.AddHours(-1), Due, Due.AddTicks(-1))])
        {
            Assert.Throws<ArgumentException>(() => Deadline.Of(DeadlineSubject.Enquiry, new Numbered(1), wrong));
            Assert.Throws<ArgumentException>(() => deadline.Move(wrong));
            Assert.Throws<ArgumentException>(() => deadline.Resume(wrong));
        }
    }

    [Fact]
    public void It_is_known_by_the_number_and_reference_of_what_it_is_of()
    {
        var deadline = Deadline.Of(DeadlineSubject.MonitoringCheck, new Numbered(7), Times);
        Assert.Equal((DeadlineSubject.MonitoringCheck, 7, "ENQ-000007", "ENQ-000007"), (deadline.Subject, deadline.SubjectId, deadline.SubjectReference, deadline.Reference));
    }

    private static Deadline Begin() => Deadline.Of(DeadlineSubject.Enquiry, new Numbered(1), Times);

    private static AlertTimes Shifted(int hours) => new(Times.DueSoonAt.AddHours(hours), Times.DueAt.AddHours(hours), Times.EscalatesAt.AddHours(hours));
}

/// <summary>A saved record with this number: what a deadline is of.</summary>
internal sealed class Numbered : Entity
{
    public Numbered(int id) => typeof(Entity).GetProperty(nameof(Id))!.SetValue(this, id);

    public override string Reference => ReferenceOf("ENQ");
}
