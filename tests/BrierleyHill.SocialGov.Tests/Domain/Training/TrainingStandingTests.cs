using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Training;

/// <summary>What attendances are worth.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-2")]
public class TrainingStandingTests
{
    private static readonly DateOnly Today = Trainings.Today;

    private static CourseAttendance Attended(int record, int daysAgo, int? daysLeft, SessionKind kind = SessionKind.Full, int person = 2, int course = 1) =>
        new(record, person, course, kind, Today.AddDays(-daysAgo), daysLeft is { } days ? Today.AddDays(days) : null);

    [Theory]
    [InlineData(null, TrainingState.InDate)]
    [InlineData(61, TrainingState.InDate)]
    [InlineData(60, TrainingState.RunsOutSoon)]
    [InlineData(0, TrainingState.RunsOutSoon)]
    [InlineData(-1, TrainingState.RanOut)]
    public void The_last_day_counts_and_sixty_days_before_it_runs_out_soon(int? daysLeft, TrainingState state) =>
        Assert.Equal(state, TrainingStanding.Of([Attended(1, 100, daysLeft)], Today).State);

    [Fact]
    public void Nobody_stands_by_nothing_by_a_refresher_alone_or_by_what_lies_ahead()
    {
        Assert.Equal(TrainingState.NotAttended, TrainingStanding.Of([], Today).State);
        Assert.Equal(TrainingState.NotAttended, TrainingStanding.Of([Attended(1, 10, 100, SessionKind.Refresher)], Today).State);
        Assert.Equal(TrainingState.NotAttended, TrainingStanding.Of([Attended(1, -1, 100)], Today).State);
    }

    [Fact]
    public void A_refresher_after_a_full_session_lengthens_the_standing_even_when_that_one_ran_out()
    {
        var standing = TrainingStanding.Of([Attended(1, 800, -70), Attended(2, 5, 300, SessionKind.Refresher)], Today);

        Assert.Equal((TrainingState.InDate, 2), (standing.State, standing.Attendance!.RecordId));
    }

    [Fact]
    public void A_refresher_of_one_course_or_person_is_not_carried_by_the_full_session_of_another()
    {
        var counting = TrainingStanding.ThatCount(
        [
            Attended(1, 100, 100), Attended(2, 5, 300, SessionKind.Refresher, course: 2), Attended(3, 5, 300, SessionKind.Refresher, person: 3),
        ]);

        Assert.Equal(1, Assert.Single(counting).RecordId);
    }

    [Fact]
    public void The_one_that_lasts_longest_decides()
    {
        Assert.Equal(2, TrainingStanding.LastsLongest([Attended(1, 5, 300), Attended(2, 100, null), Attended(3, 1, 400)])!.RecordId);
        Assert.Equal(3, TrainingStanding.LastsLongest([Attended(1, 5, 300), Attended(3, 1, 400)])!.RecordId);
    }

    [Fact]
    public void Over_random_histories_a_refresher_never_counts_without_a_full_session_before_it()
    {
        var random = new Random(20260310);
        for (var round = 0; round < 2000; round++)
        {
            var history = Enumerable.Range(1, random.Next(1, 12))
                .Select(record => Attended(
                    record, random.Next(0, 1000), random.Next(4) == 0 ? null : random.Next(-300, 700),
                    random.Next(2) == 0 ? SessionKind.Full : SessionKind.Refresher, random.Next(1, 4), random.Next(1, 4)))
                .ToList();

            var counting = TrainingStanding.ThatCount(history);

            Assert.All(history, one => Assert.Equal(
                one.Kind == SessionKind.Full || history.Exists(full =>
                    full.Kind == SessionKind.Full && full.PersonId == one.PersonId && full.CourseId == one.CourseId && full.AttendedOn < one.AttendedOn),
                counting.Contains(one)));
        }
    }
}
