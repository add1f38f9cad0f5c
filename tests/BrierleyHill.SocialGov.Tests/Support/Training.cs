using System.Text;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Builds training through the domain's own methods.</summary>
public static class Trainings
{
    private static int _sessions;

    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    public static DateOnly Today { get; } = new(2026, 3, 10);

    public static Actor Keeper { get; } = People.Actor(1, Roles.SeniorLeader);

    public static Actor Staff { get; } = People.Actor(2);

    public static PeopleDirectory Directory { get; } = new(
    [
        People.InDirectory(1, "Margaret", "Leader"),
        People.InDirectory(2, "Aisha", "Second"),
        People.InDirectory(3, "Rhys", "Third"),
        People.InDirectory(4, "Owen", "Fourth"),
        People.InDirectory(5, "Laura", "Left", PersonStatus.Deactivated),
    ]);

    public static CourseDetails Details(TrainingAudience? audience = TrainingAudience.Staff, int? months = 24, bool needed = true, string? title = "Safe accounts") =>
        new(title, "What it teaches.", audience, needed, months);

    public static TrainingCourse Course(TrainingAudience audience = TrainingAudience.Staff, int? months = 24, bool needed = true) =>
        TrainingCourse.SetUp(Details(audience, months, needed), Keeper, At).Value;

    public static SessionDetails When(DateOnly date, int? capacity = null, SessionKind kind = SessionKind.Full) =>
        new(date, new TimeOnly(15, 30), "A provider", "The hall", capacity, "Bring a pen.", kind);

    public static TrainingSession Session(TrainingCourse? course = null, DateOnly? date = null, int? capacity = null, SessionKind kind = SessionKind.Full)
    {
        var session = TrainingSession.Plan(course ?? Course(), When(date ?? Today, capacity, kind), Keeper, At).Value;
        session.TakeEvents();
        // As the database would: two sessions of one test are two.
        typeof(Entity).GetProperty(nameof(Entity.Id))!.SetValue(session, Interlocked.Increment(ref _sessions));
        return session;
    }

    /// <summary>A PDF, as far as a beginning and an end make one.</summary>
    public static byte[] Pdf(int length = 0, string mark = "")
    {
        var start = $"%PDF-1.7\n{mark}\n";
        const string End = "\n%%EOF\n";
        return [.. Encoding.ASCII.GetBytes(start), .. Enumerable.Repeat((byte)' ', Math.Max(0, length - start.Length - End.Length)), .. Encoding.ASCII.GetBytes(End)];
    }

    /// <summary>A picture of one point.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>A picture, as far as its segments make one.</summary>
    public static byte[] Jpeg { get; } =
        [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 1, 2, 0xFF, 0xC0, 0x00, 0x04, 3, 4, 0xFF, 0xDA, 0x00, 0x04, 5, 6, 7, 8, 0xFF, 0xD9];
}
