using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Training;

/// <summary>What may be done to a session in which status: every status, every action, for staff and for a programme.</summary>
[Trait("Clause", "STF-2")]
public class TrainingSessionStatusTests
{
    private const string Table = """
        action            Planned        Held           Cancelled         ProgrammePlanned  ProgrammeHeld  ProgrammeCancelled
        Edit              Planned        NotPlanned     NotPlanned        Planned           NotPlanned     NotPlanned
        Cancel            Cancelled      NotPlanned     NotPlanned        Cancelled         NotPlanned     NotPlanned
        Book              Planned        NotPlanned     NotPlanned        NotForStaff       NotForStaff    NotForStaff
        CancelBooking     Planned        NotPlanned     NotPlanned        NotForStaff       NotForStaff    NotForStaff
        RecordAttendance  Held           Held           SessionCancelled  NotForStaff       NotForStaff    NotForStaff
        RecordProgramme   ForStaff       ForStaff       ForStaff          Held              Held           SessionCancelled
        """;

    private static readonly TrainingCourse StaffCourse = Trainings.Course();

    private static readonly Dictionary<string, Func<TrainingSession, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["Edit"] = one => one.Edit(Trainings.When(Trainings.Today.AddDays(1)), Trainings.Keeper, Trainings.At),
        ["Cancel"] = one => one.Cancel("Nobody can come.", Trainings.Keeper, Trainings.At),
        ["Book"] = one => one.Book(3, Trainings.Directory, Trainings.Keeper, Trainings.At),
        ["CancelBooking"] = one => one.CancelBooking(2, Trainings.Directory, Trainings.Keeper, Trainings.At),
        ["RecordAttendance"] = one => one.RecordAttendance(
            StaffCourse, [new AttendanceEntry(4, Attendance.Attended)], [], Trainings.Directory, Trainings.Keeper, Trainings.At) is { IsRefused: true } refused ? refused.Error! : Result.Done,
        ["RecordProgramme"] = one => one.RecordProgramme("Otherwise.", 12, Trainings.Keeper, Trainings.At),
    };

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (state, expected) in rows[0].Skip(1).Zip(row.Skip(1)))
            {
                cells.Add(state, row[0], expected);
            }
        }

        return cells;
    }

    [Fact]
    public void The_table_names_every_action()
    {
        var actions = typeof(TrainingSession).GetMethods()
            .Where(method => !method.IsStatic && (method.ReturnType == typeof(Result) || method.ReturnType.Name == "Result`1"))
            .Where(method => !method.Name.StartsWith("Check", StringComparison.Ordinal))
            .Select(method => method.Name);

        Assert.Equal(actions.Order(), Cells().Select(cell => (string)cell[1]).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(string state, string action, string expected)
    {
        var session = In(state);
        var before = JsonSerializer.Serialize(session);

        var result = Actions[action](session);

        if (Enum.TryParse<SessionStatus>(expected, out var after))
        {
            Assert.False(result.IsRefused, result.Error?.Code);
            Assert.Equal(after, session.Status);
            Assert.NotEqual(before, JsonSerializer.Serialize(session));
            Assert.Equal(Trainings.At, Assert.Single(session.UnsavedEvents).At);
        }
        else
        {
            Assert.Equal("Training." + expected, result.Error?.Code);
            Assert.Equal(before, JsonSerializer.Serialize(session));
            Assert.Empty(session.UnsavedEvents);
        }
    }

    private static TrainingSession In(string state)
    {
        var isProgramme = state.StartsWith("Programme", StringComparison.Ordinal);
        var session = Trainings.Session(isProgramme ? Trainings.Course(TrainingAudience.Pupils) : StaffCourse);
        if (!isProgramme)
        {
            Assert.False(session.Book(2, Trainings.Directory, Trainings.Staff, Trainings.At).IsRefused);
        }

        Result reached = (isProgramme, state.EndsWith("Held", StringComparison.Ordinal), state.EndsWith("Cancelled", StringComparison.Ordinal)) switch
        {
            (_, _, true) => session.Cancel("Ill.", Trainings.Keeper, Trainings.At),
            (true, true, _) => session.RecordProgramme("Something.", 20, Trainings.Keeper, Trainings.At),
            (false, true, _) => session.RecordAttendance(
                StaffCourse, [new AttendanceEntry(2, Attendance.Attended)], [], Trainings.Directory, Trainings.Keeper, Trainings.At) is { IsRefused: true } refused ? refused.Error! : Result.Done,
            _ => Result.Done,
        };
        Assert.False(reached.IsRefused, reached.Error?.Code);
        session.TakeEvents();
        return session;
    }
}
