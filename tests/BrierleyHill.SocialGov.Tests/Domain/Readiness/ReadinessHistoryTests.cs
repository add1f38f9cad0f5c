using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Readiness;

/// <summary>
/// Readiness is never true with any of its parts missing, over random histories, at any instant: held against an oracle that lives
/// through the history day by day, event by event, and knows nothing of how readiness is worked out.
/// </summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-1")]
[Trait("Clause", "STF-2")]
public class ReadinessHistoryTests
{
    private static readonly DateTime Beginning = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
    private static readonly int[] People = [1, 2, 3];
    private static readonly NeededCourse[] Courses = [new(10, "A"), new(11, "B")];

    private abstract record Happening(int Hour);

    private sealed record Publish(int Hour, bool IsMaterial) : Happening(Hour);

    private sealed record Acknowledge(int Hour, int Person) : Happening(Hour);

    private sealed record Train(int Hour, int Person, int Course, int? ValidDays) : Happening(Hour);

    private sealed record Leave(int Hour, int Person) : Happening(Hour);

    private sealed record SwitchActive(int Hour, int Person) : Happening(Hour);

    private sealed record History(Happening[] Happenings, int NeededCourses, int AskedHour)
    {
        public override string ToString() => $"asked at {AskedHour} with {NeededCourses} courses: {string.Join(", ", Happenings.Select(one => one.ToString()))}";
    }

    private const int Hours = 24 * 200;

    private static readonly Gen<int> Hour = Gen.Int[0, Hours];
    private static readonly Gen<int> Person = Gen.Int[1, 3];

    // Everybody has the same few things to do, so that people who are ready are not rare.
    private static readonly Gen<Happening> AnyHappening = Gen.Frequency(
        (2, Gen.Select(Hour, Gen.Bool, (hour, material) => (Happening)new Publish(hour, material))),
        (6, Gen.Select(Hour, Person, (hour, person) => (Happening)new Acknowledge(hour, person))),
        (8, Gen.Select(Hour, Person, Gen.Int[10, 11], Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, 150].Select(days => (int?)days)), (hour, person, course, days) => (Happening)new Train(hour, person, course, days))),
        (1, Gen.Select(Hour, Person, (hour, person) => (Happening)new Leave(hour, person))),
        (1, Gen.Select(Hour, Person, (hour, person) => (Happening)new SwitchActive(hour, person))));

    private static readonly Gen<History> AnyHistory = Gen.Select(
        AnyHappening.Array[0, 45], Gen.Frequency((1, Gen.Const(0)), (5, Gen.Const(1)), (4, Gen.Const(2))), Hour, (happenings, courses, hour) => new History(happenings, courses, hour));

    private static DateTime At(int hour) => Beginning.AddHours(hour);

    /// <summary>What the database would hold of a history at the end of it; who is active is what holds when somebody asks.</summary>
    private static (ReadinessFacts Facts, Func<int, DirectoryPerson> Directory) Recorded(History history)
    {
        var (policies, acknowledgements, attendances) = (new List<PublishedPolicy>(), new List<AcknowledgedPolicy>(), new List<AttendedCourse>());
        foreach (var happening in history.Happenings.OrderBy(one => one.Hour))
        {
            switch (happening)
            {
                case Publish published:
                    policies.Add(new PublishedPolicy(policies.Count + 1, published.IsMaterial || policies.Count == 0, At(published.Hour)));
                    break;
                case Acknowledge acknowledged when policies.Count > 0:
                    acknowledgements.Add(new AcknowledgedPolicy(acknowledged.Person, policies.Count, At(acknowledged.Hour)));
                    break;
                case Train trained:
                    var day = LondonTime.DateOf(At(trained.Hour));
                    attendances.Add(new AttendedCourse(trained.Person, trained.Course, day, trained.ValidDays is { } days ? day.AddDays(days) : null));
                    break;
            }
        }

        // The lists come from the database in no order that anything may rest on.
        policies.Reverse();
        acknowledgements.Reverse();
        attendances.Reverse();
        return (new ReadinessFacts(policies, acknowledgements, Courses.Take(history.NeededCourses), attendances), person =>
        {
            var gone = history.Happenings.OfType<Leave>().Where(left => left.Person == person).Select(left => (DateOnly?)LondonTime.DateOf(At(left.Hour))).Min();
            var switches = history.Happenings.OfType<SwitchActive>().Count(one => one.Person == person && one.Hour <= history.AskedHour);
            return new DirectoryPerson(person, "A", "B", switches % 2 == 0 ? PersonStatus.Active : PersonStatus.Deactivated, gone);
        });
    }

    private sealed class Life
    {
        public bool IsActive { get; set; } = true;

        public bool HasGone { get; set; }

        public bool OwesAcknowledgement { get; set; } = true;

        public Dictionary<int, int?> DaysLeft { get; } = [];
    }

    /// <summary>The oracle: lives through the history hour by hour, and at each midnight in London counts down what runs out.</summary>
    private static Dictionary<int, bool> LiveThrough(History history)
    {
        var lives = People.ToDictionary(person => person, _ => new Life());
        var leaving = history.Happenings.OfType<Leave>().GroupBy(left => left.Person).ToDictionary(group => group.Key, group => LondonTime.DateOf(At(group.Min(left => left.Hour))));
        var published = false;
        var day = LondonTime.DateOf(Beginning);
        var byHour = history.Happenings.Where(one => one is not Train).ToLookup(one => one.Hour);
        // An attendance has a day and no hour: it counts for the whole of it.
        var trainings = history.Happenings.OfType<Train>().ToLookup(trained => LondonTime.DateOf(At(trained.Hour)));
        for (var hour = 0; hour <= history.AskedHour; hour++)
        {
            var today = LondonTime.DateOf(At(hour));
            if (hour == 0 || today != day)
            {
                var isNext = today != day;
                day = today;
                foreach (var (person, life) in lives)
                {
                    foreach (var (course, left) in life.DaysLeft.ToList().Where(_ => isNext))
                    {
                        life.DaysLeft[course] = left is null ? null : left - 1;
                    }

                    life.HasGone |= leaving.TryGetValue(person, out var last) && last < today;
                }

                foreach (var trained in trainings[today])
                {
                    // The better of what there is and what is new: null never runs out.
                    var there = lives[trained.Person].DaysLeft;
                    there[trained.Course] = there.TryGetValue(trained.Course, out var left)
                        ? left is null || trained.ValidDays is null ? null : Math.Max(left.Value, trained.ValidDays.Value)
                        : trained.ValidDays;
                }
            }

            foreach (var happening in byHour[hour])
            {
                switch (happening)
                {
                    case Publish { IsMaterial: var material }:
                        foreach (var life in lives.Values.Where(_ => material || !published))
                        {
                            life.OwesAcknowledgement = true;
                        }

                        published = true;
                        break;
                    case Acknowledge { Person: var person } when published:
                        lives[person].OwesAcknowledgement = false;
                        break;
                    case SwitchActive { Person: var person }:
                        lives[person].IsActive = !lives[person].IsActive;
                        break;
                }
            }
        }

        return lives.ToDictionary(entry => entry.Key, entry => entry.Value is { IsActive: true, HasGone: false, OwesAcknowledgement: false } life
            && published
            && history.NeededCourses > 0
            && Courses.Take(history.NeededCourses).All(course => life.DaysLeft.TryGetValue(course.Id, out var left) && left is null or >= 0));
    }

    [Fact]
    public void Readiness_is_what_a_life_through_the_history_comes_to() => AnyHistory.Sample(
        history =>
        {
            var (facts, directory) = Recorded(history);
            var lived = LiveThrough(history);
            return People.All(person => facts.Of(directory(person), At(history.AskedHour)).IsReady == lived[person]);
        },
        iter: 3000);

    [Fact]
    public void Readiness_is_never_true_with_a_part_missing() => AnyHistory.Sample(
        history =>
        {
            var (facts, directory) = Recorded(history);
            return People.All(person =>
            {
                var readiness = facts.Of(directory(person), At(history.AskedHour));
                return readiness.IsReady == (readiness.Active.IsMet && readiness.Acknowledged.IsMet && readiness.Trained.IsMet)
                    && readiness.IsReady == !readiness.Missing.Any()
                    && readiness.Parts.All(part => part.IsMet == part.ToDo is null)
                    && readiness.Parts.All(part => part.Standing.Length > 0);
            });
        },
        iter: 3000);

    [Fact]
    public void The_random_histories_have_people_who_are_ready_and_people_who_are_not()
    {
        var (ready, notReady) = (0, 0);
        AnyHistory.Sample(
            history =>
            {
                foreach (var isReady in LiveThrough(history).Values)
                {
                    Interlocked.Increment(ref isReady ? ref ready : ref notReady);
                }
            },
            iter: 1000);
        Assert.True(ready > 100, $"{ready} of {ready + notReady} were ready.");
        Assert.True(notReady > 100, $"{notReady} of {ready + notReady} were not ready.");
    }
}
