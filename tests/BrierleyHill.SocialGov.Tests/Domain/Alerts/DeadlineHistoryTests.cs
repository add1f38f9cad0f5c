using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Shared;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Alerts;

/// <summary>
/// Over random histories (the job comes whenever it likes, the clock goes forth and back, the deadline is moved, ended and taken up again) a
/// deadline is held against a naive oracle that only remembers, per due time, the highest level that anybody heard of.
/// </summary>
[Trait("Clause", "MON-2")]
public class DeadlineHistoryTests
{
    private static readonly DateTime Beginning = new(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Portal = Actor.Portal("Alerts");

    private abstract record Happening;

    private sealed record ClockTo(int Hour) : Happening;

    private sealed record JobRuns : Happening;

    private sealed record Move(int DueHour) : Happening;

    private sealed record End : Happening;

    private sealed record Resume(int DueHour) : Happening;

    // Few due times, so that one comes back; hours of the same few days, so that levels pass.
    private static readonly Gen<int> DueHour = Gen.Int[2, 5].Select(ten => ten * 10);

    private static readonly Gen<Happening[]> AnyHistory = Gen.Frequency(
        (4, Gen.Int[0, 70].Select(hour => (Happening)new ClockTo(hour))),
        (6, Gen.Const((Happening)new JobRuns())),
        (2, DueHour.Select(hour => (Happening)new Move(hour))),
        (1, Gen.Const((Happening)new End())),
        (1, DueHour.Select(hour => (Happening)new Resume(hour)))).Array[1, 40];

    [Fact]
    public void Each_level_of_each_due_time_is_raised_at_most_once_and_never_a_lower_one_after_a_higher() => AnyHistory.Sample(
        history =>
        {
            var (now, due, ended) = (0, 20, false);
            var heard = new Dictionary<int, int>();
            var deadline = Deadline.Of(DeadlineSubject.Enquiry, new Numbered(1), Times(due));
            foreach (var happening in history)
            {
                switch (happening)
                {
                    case ClockTo(var hour):
                        now = hour;
                        break;
                    case Move(var hour):
                        Assert.Equal(ended, deadline.Move(Times(hour)).IsRefused);
                        due = ended ? due : hour;
                        break;
                    case End:
                        deadline.End(At(now));
                        ended = true;
                        break;
                    case Resume(var hour):
                        deadline.Resume(Times(hour));
                        (due, ended) = (hour, false);
                        break;
                    case JobRuns:
                        var passed = now >= due + 4 ? 3 : now >= due ? 2 : now >= due - 4 ? 1 : 0;
                        var expected = !ended && passed > heard.GetValueOrDefault(due) ? passed : 0;
                        // What the job looks for is exactly what there is to raise.
                        Assert.Equal(expected > 0, deadline.NextAlertAt <= At(now));
                        Assert.Equal(expected == 0, deadline.RaiseAlert(Portal, At(now)).IsRefused);
                        var raised = deadline.TakeEvents().Cast<AlertRaised>().ToList();
                        Assert.Equal(expected == 0 ? [] : [(expected, At(due))], raised.Select(one => ((int)one.Level, one.DueAt)));
                        if (expected > 0)
                        {
                            heard[due] = expected;
                        }

                        break;
                }
            }

            Assert.Equal(deadline.Alerts.Count, deadline.Alerts.DistinctBy(alert => (alert.Level, alert.DueAt)).Count());
            foreach (var ofOne in deadline.Alerts.GroupBy(alert => alert.DueAt))
            {
                // Every level up to the highest is on record, in order, raised or skipped.
                Assert.Equal(Enumerable.Range(1, heard[(int)(ofOne.Key - Beginning).TotalHours]), ofOne.Select(alert => (int)alert.Level));
                Assert.False(ofOne.Last().IsSkipped);
            }
        },
        iter: 5000);

    private static DateTime At(int hour) => Beginning.AddHours(hour);

    private static AlertTimes Times(int due) => new(At(due - 4), At(due), At(due + 4));
}
