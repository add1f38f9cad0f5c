using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Monitoring;

/// <summary>Who is on duty, and which slots come, over random rotas, absences and leavers, against oracles that walk through the days and the quarters of an hour.</summary>
[Trait("Clause", "MON-1")]
[Trait("Clause", "ADM-4")]
public class DutyHistoryTests
{
    private const int Days = 20;
    private static readonly DateOnly First = new(2026, 3, 11);
    private static readonly int[] Everybody = [2, 3, 4, 5, 6];

    private sealed record Absence(int Person, int From, int Length, int? Cover);

    private sealed record Somebody(int Id, AssignmentRole? Role, bool Deactivated, int? LeavesAfter);

    private static readonly Gen<Somebody[]> People = Gen.Select(
        Gen.Int[0, 3].Array[Everybody.Length], Gen.Int[0, 5].Array[Everybody.Length], Gen.Int[-2, Days * 2].Array[Everybody.Length],
        (roles, states, lasts) => Everybody.Select((id, place) => new Somebody(
            id, roles[place] == 3 ? null : (AssignmentRole)roles[place], states[place] == 0, states[place] == 1 ? lasts[place] : null)).ToArray());

    private static readonly Gen<Absence[]> Absences = Gen.Select(
        One(Everybody), Gen.Int[0, Days - 1], Gen.Int[0, 8], One(Everybody), Gen.Bool,
        (person, from, length, cover, covered) => new Absence(person, from, length, covered && cover != person ? cover : null)).Array[0, 6];

    [Fact]
    public void Duty_is_whose_slot_it_is_or_their_cover_or_an_administrator_who_is_there()
    {
        var reasons = new HashSet<DutyReason>();
        Gen.Select(People, Absences, One(Everybody)).Sample(
            (people, absences, owner) =>
            {
                // Planned while all of them were there, so that what the rules refuse to plan can have come about since.
                var planned = new MonitoringTeam(Everybody.Select(id => new TeamMember(id, AssignmentRole.DeputyAdministrator)), Rotas.Directory);
                var rota = MonitoringRota.Plan(Rotas.Account(team: planned), Rotas.Plan(Rotas.Line(new TimeOnly(9, 0), owner)), Rotas.Leader, Rotas.At).Value;
                var kept = absences.Where(absence => !rota.ArrangeCover(
                    absence.Person, First.AddDays(absence.From), First.AddDays(absence.From + absence.Length), absence.Cover, planned, Rotas.Leader, Rotas.At).IsRefused).ToList();
                var team = new MonitoringTeam(
                    people.Where(person => person.Role is not null).Select(person => new TeamMember(person.Id, person.Role!.Value)),
                    new PeopleDirectory(people.Select(person => Support.People.InDirectory(
                        person.Id, "Some", "Body", person.Deactivated ? PersonStatus.Deactivated : PersonStatus.Active, person.LeavesAfter is { } last ? First.AddDays(last) : null))));
                for (var day = 0; day < Days; day++)
                {
                    var at = RotaSlot.InstantOf(First.AddDays(day), new TimeOnly(9, 0));
                    var duty = rota.DutyAt(rota.Slots.Single(slot => slot.Day == First.AddDays(day).DayOfWeek), at, team);
                    Assert.Equal(Naive(owner, day, people, kept), duty.PersonId);
                    Assert.Equal(duty.Reason == DutyReason.OwnSlot, duty.PersonId == owner && duty.Reason is not DutyReason.Administrator);
                    lock (reasons)
                    {
                        reasons.Add(duty.Reason);
                    }
                }
            },
            iter: 400);

        // The histories were not so tame that they proved nothing.
        Assert.Equal(Enum.GetValues<DutyReason>().Length, reasons.Count);
    }

    [Fact]
    public void Slots_come_when_a_clock_on_the_wall_first_reaches_or_passes_them()
    {
        // Two weeks each around the two changes of the clocks, and around Christmas.
        DateTime[] starts = [Utc(2026, 3, 20), Utc(2026, 10, 16), Utc(2026, 12, 20)];
        Gen.Select(One(starts), Gen.Int[0, (7 * 96) - 1].Array[1, 12], Gen.Bool).Sample(
            (start, quarters, countsDaysOff) =>
            {
                var slots = quarters.Distinct().Order().Select(quarter => (Day: RotaDay(quarter / 96), Time: new TimeOnly(quarter % 96 / 4, quarter % 4 * 15))).ToList();
                var plan = new RotaPlan([.. slots.Select(slot => new RotaLine([slot.Day], slot.Time, 2))], countsDaysOff, 1);
                if (MonitoringRota.Plan(Rotas.Account(), plan, Rotas.Lead, Rotas.At) is not { IsRefused: false } planned)
                {
                    return;
                }

                var end = start.AddDays(14);
                Assert.Equal(Walk(slots, start, end, countsDaysOff), planned.Value.SlotsBetween(start, end, WorkingCalendar.EnglandAndWales).Select(due => due.At));
            },
            iter: 300);
    }

    private static Gen<T> One<T>(T[] of) => Gen.Int[0, of.Length - 1].Select(place => of[place]);

    private static DayOfWeek RotaDay(int place) => (DayOfWeek)((place + 1) % 7);

    private static DateTime Utc(int year, int month, int day) => new(year, month, day, 11, 0, 0, DateTimeKind.Utc);

    private static List<DateTime> Walk(List<(DayOfWeek Day, TimeOnly Time)> slots, DateTime start, DateTime end, bool countsDaysOff)
    {
        var (due, seen) = (new List<DateTime>(), new HashSet<DateTime>());
        var highest = LondonTime.ToLocal(start);
        for (var at = start.AddMinutes(15); at <= end; at = at.AddMinutes(15))
        {
            var wall = LondonTime.ToLocal(at);
            foreach (var (day, time) in slots)
            {
                foreach (var date in new[] { DateOnly.FromDateTime(highest), DateOnly.FromDateTime(wall) }.Distinct().Where(date => date.DayOfWeek == day))
                {
                    var local = date.ToDateTime(time);
                    var isOff = date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !WorkingCalendar.EnglandAndWales.IsWorkingDay(date);
                    if (local > highest && local <= wall && seen.Add(local) && (countsDaysOff || !isOff) && !due.Contains(at))
                    {
                        due.Add(at);
                    }
                }
            }

            highest = wall > highest ? wall : highest;
        }

        return due;
    }

    private static int? Naive(int owner, int day, Somebody[] people, List<Absence> absences)
    {
        bool Away(int id) => absences.Exists(absence => absence.Person == id && Enumerable.Range(absence.From, absence.Length + 1).Contains(day));
        bool There(int id) => people.Single(person => person.Id == id) is { Role: not null, Deactivated: false } one && !(one.LeavesAfter < day);
        var queue = new List<int>();
        if (!Away(owner))
        {
            queue.Add(owner);
        }
        else if (absences.Find(absence => absence.Person == owner && Enumerable.Range(absence.From, absence.Length + 1).Contains(day))!.Cover is { } cover && !Away(cover))
        {
            queue.Add(cover);
        }

        foreach (var awayToo in new[] { false, true })
        {
            foreach (var role in new[] { AssignmentRole.LeadAdministrator, AssignmentRole.DeputyAdministrator })
            {
                queue.AddRange(people.Where(person => person.Role == role && (awayToo || !Away(person.Id))).Select(person => person.Id));
            }
        }

        return queue.Where(There).Select(id => (int?)id).FirstOrDefault();
    }
}
