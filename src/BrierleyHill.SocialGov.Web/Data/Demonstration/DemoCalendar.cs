using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>The holidays and training days of the school year around today, and a bank holiday that was proclaimed.</summary>
internal sealed class DemoCalendar(DemoStory story)
{
    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        // The school year begins in September.
        var autumn = story.Today.Month >= 9 ? story.Today.Year : story.Today.Year - 1;
        var spring = autumn + 1;
        var easter = BankHolidays.For(spring).Single(day => day.Name == "Good Friday").Date;
        var entered = story.At(38, 10, 20);
        Close("Staff training day", Weekday(new DateOnly(autumn, 9, 1)), null, entered);
        Close("Autumn half term", MondayOfOrBefore(new DateOnly(autumn, 10, 29)), 4, entered);
        Close("Christmas holidays", MondayOfOrBefore(new DateOnly(autumn, 12, 23)), 11, entered);
        Close("Spring half term", MondayOfOrBefore(new DateOnly(spring, 2, 18)), 4, entered);
        Close("Easter holidays", easter.AddDays(-4), 11, entered);
        Close("Summer half term", MondayOfOrBefore(new DateOnly(spring, 5, 31)), 4, entered);
        Close("Summer holidays", MondayOfOrBefore(new DateOnly(spring, 7, 24)), 41, entered);

        var proclaimed = FirstFriday(new DateOnly(story.Today.Year, 6, 1));
        var at = story.At(21, 8, 50);
        story.Step(at, () => story.Database.CalendarCorrections.Add(DemoStory.Done(CalendarCorrection.Add(
            proclaimed,
            "Extra bank holiday",
            "Proclaimed this week. The official list does not have it yet.",
            CalendarYear.Of(proclaimed.Year, null, [], []).On(proclaimed, []),
            story.By("Whitcombe"),
            at))));
    }

    private void Close(string name, DateOnly first, int? furtherDays, DateTime at) => story.Step(at, () => story.Database.SchoolClosures.Add(
        DemoStory.Done(SchoolClosure.Add(first, furtherDays is { } days ? first.AddDays(days) : null, name, story.Database.SchoolClosures.Local, story.By("Pugh"), at))));

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly MondayOfOrBefore(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly FirstFriday(DateOnly day) => day.AddDays((DayOfWeek.Friday - day.DayOfWeek + 7) % 7);
}
