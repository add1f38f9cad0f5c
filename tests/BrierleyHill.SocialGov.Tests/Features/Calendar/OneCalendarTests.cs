using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Tests.Features.Calendar;

/// <summary>One calendar counts everywhere in the portal.</summary>
public class OneCalendarTests
{
    // Told from the source: a page that counts by the law alone shows another number than the one beside it.
    [Fact]
    public void No_feature_counts_working_days_by_another_calendar_than_the_schools()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "BrierleyHill.SocialGov.sln")))
        {
            root = root.Parent!;
        }

        var features = Path.Combine(root.FullName, "src", "BrierleyHill.SocialGov.Web");
        var files = new[] { "Features", "Infrastructure" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(features, folder), "*.cs*", SearchOption.AllDirectories))
            .ToList();

        Assert.True(files.Count > 300);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("WorkingCalendar.EnglandAndWales", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closure_is_a_day_off_for_what_the_pages_say_has_waited()
    {
        await using var portal = new PortalFactory();
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        await client.FillAsync("/calendar/closures/new", [("Name", "Snow"), .. CalendarPagesTests.Day("First", 2026, 3, 11), .. CalendarPagesTests.Day("Last", 2026, 3, 12)]);

        var calendar = await portal.UseDatabaseAsync(database => database.LoadWorkingCalendarAsync(CancellationToken.None));

        Assert.Equal("1 working day", calendar.DisplayWaiting(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 13)));
        Assert.False(ReminderSchedule.IsTimeToRemind(calendar, portal.Now.AddDays(1)));
        Assert.True(ReminderSchedule.IsTimeToRemind(calendar, portal.Now.AddDays(3)));
    }
}
