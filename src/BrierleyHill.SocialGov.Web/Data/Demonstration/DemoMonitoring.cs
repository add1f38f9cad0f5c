using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Four weeks of monitoring: the school's news page is looked at every working day, most checks in time, some late, one missed until the next
/// morning and told to everybody up to the leaders; a poster away and covered; one check that found something, and what was agreed. Forest
/// School is not monitored, which shows. A check of the account that was suspended was called off by it.
/// </summary>
internal sealed class DemoMonitoring(DemoStory story)
{
    private const string News = "Brierley Hill Primary News";
    private const string Closures = "Brierley Hill Closures and Travel";
    private const int Planned = 21;
    private static readonly DayOfWeek[] WorkingWeek = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] PostingDays = [DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday];
    private static readonly TimeOnly Morning = new(8, 15);
    private static readonly TimeOnly Afternoon = new(15, 30);
    private static readonly TimeOnly Evening = new(18, 0);

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        Plan(News, story.At(Planned, 10, 0), "Karim", [(WorkingWeek, Morning, "Karim"), (PostingDays, Afternoon, "Forest"), ([DayOfWeek.Sunday], Evening, "Pugh")]);
        Cover(story.At(14, 12, 40), "Forest", story.DayBefore(12), story.DayBefore(9), "Pugh", "Forest");
        Cover(story.At(2, 16, 5), "Karim", story.Today.AddDays(10), story.Today.AddDays(14), "Pugh", "Karim");
        TellOfChecks();
        Plan(Closures, story.At(10, 16, 0), "Raman", [(WorkingWeek, new TimeOnly(8, 0), "Pugh")]);
        Expect(Closures, story.At(9, 8, 0));
    }

    private void TellOfChecks()
    {
        var slots = Slots().ToList();
        // An afternoon of last week that nobody kept; the next morning somebody looked again.
        var missed = slots.FindLastIndex(slot => slot.Time == Afternoon && slot.Date <= story.DayBefore(6));
        var found = slots.FindLastIndex(slot => slot.Time == Morning && slot.Date <= story.DayBefore(3));
        for (var place = 0; place < slots.Count; place++)
        {
            var at = RotaSlot.InstantOf(slots[place].Date, slots[place].Time);
            Expect(News, at);
            if (place == missed)
            {
                foreach (var hours in new[] { 0, 2, 4 })
                {
                    RaiseAlert(at, at.AddHours(hours).AddMinutes(1));
                }
            }
            else if (place == found)
            {
                TellOfFinding(at);
            }
            else if (place % 11 == 4)
            {
                RaiseAlert(at, at.AddMinutes(1));
                RaiseAlert(at, at.AddHours(2).AddMinutes(1));
                Do(at, at.AddMinutes(145), new CheckAnswers(CheckResult.NothingFound, LookedAtText.Everything, ""));
            }
            else
            {
                Do(at, at.AddMinutes(7 + (place % 5 * 11)), new CheckAnswers(CheckResult.NothingFound, LookedAtText.Everything & ~(place % 4 == 0 ? LookedAt.Reviews : LookedAt.None), ""));
            }
        }
    }

    private void TellOfFinding(DateTime slot)
    {
        Do(slot, slot.AddMinutes(26), new CheckAnswers(
            CheckResult.SomethingFound,
            LookedAtText.Everything,
            "Below Monday’s post about the car park two parents argue, and one calls the other names. I have hidden both comments. Nobody has answered the question about the gate times."));
        FollowUp(slot, slot.AddMinutes(34), "Write to both families and ask them to talk to the office instead. Copy the reply into the enquiry.", "Pugh", story.DayBefore(1));
        FollowUp(slot, slot.AddMinutes(37), "Post the gate times again, where everybody sees them.", "Karim", story.Today.AddDays(2));
        var done = story.At(1, 14, 20);
        story.Step(done, async () =>
        {
            var account = await FindAsync(News);
            var followUp = story.Database.MonitoringFollowUps.Local.First(open => open.PersonId == story.Person("Pugh").Id);
            DemoStory.Done(followUp.TickOff(account.Team, story.By("Pugh"), done));
        });
    }

    // The slots of the last four weeks up to yesterday. The job asks for today's.
    private IEnumerable<(DateOnly Date, TimeOnly Time)> Slots()
    {
        for (var date = story.DayBefore(Planned - 1); date < story.Today; date = date.AddDays(1))
        {
            if (WorkingCalendar.EnglandAndWales.IsWorkingDay(date))
            {
                yield return (date, Morning);
                if (PostingDays.Contains(date.DayOfWeek))
                {
                    yield return (date, Afternoon);
                }
            }
            else if (date.DayOfWeek == DayOfWeek.Sunday)
            {
                yield return (date, Evening);
            }
        }
    }

    private void Plan(string name, DateTime at, string by, (DayOfWeek[] Days, TimeOnly Time, string Who)[] lines) => story.Step(at, async () =>
        story.Database.MonitoringRotas.Add(DemoStory.Done(MonitoringRota.Plan(
            await FindAsync(name),
            new RotaPlan([.. lines.Select(line => new RotaLine(line.Days, line.Time, story.Person(line.Who).Id))], false, MonitoringRota.UsualPatienceHours),
            story.By(by),
            at))));

    private void Cover(DateTime at, string away, DateOnly from, DateOnly until, string cover, string by) => story.Step(at, async () =>
    {
        var account = await FindAsync(News);
        DemoStory.Done(Rota(account).ArrangeCover(story.Person(away).Id, from, until, story.Person(cover).Id, account.Team, story.By(by), at));
    });

    private void Expect(string name, DateTime at) => story.Step(at, async () =>
    {
        var account = await FindAsync(name);
        var rota = Rota(account);
        var (_, slot) = rota.SlotsBetween(at.AddMinutes(-1), at, WorkingCalendar.EnglandAndWales).Single();
        story.Database.MonitoringChecks.Add(MonitoringCheck.Expect(rota, rota.DutyAt(slot, at, account.Team), Actor.Portal("Monitoring checks"), at));
    });

    private void Do(DateTime slot, DateTime at, CheckAnswers answers) => story.Step(at, async () =>
    {
        var account = await FindAsync(News);
        var check = Check(slot);
        var by = (await story.Database.People.FindAsync(check.OnDutyId!.Value))!.AsActor();
        DemoStory.Done(check.Do(
            answers, [.. story.Database.MonitoringChecks.Local.Where(other => other != check && other.AccountId == account.Id && other.Status == CheckStatus.Expected)], account.Team, by, at));
    });

    private void FollowUp(DateTime slot, DateTime at, string what, string who, DateOnly dueOn) => story.Step(at, async () =>
        story.Database.MonitoringFollowUps.Add(DemoStory.Done(MonitoringFollowUp.Agree(
            Check(slot), what, story.Person(who).Id, dueOn, (await FindAsync(News)).Team, [], story.By("Karim"), at))));

    private void RaiseAlert(DateTime slot, DateTime at) => story.Step(at, async () =>
    {
        var id = Check(slot).Id;
        var deadline = await story.Database.Deadlines.SingleAsync(its => its.Subject == DeadlineSubject.MonitoringCheck && its.SubjectId == id);
        DemoStory.Done(deadline.RaiseAlert(Actor.Portal("Alerts"), at));
    });

    private MonitoringRota Rota(MonitoredAccount account) => story.Database.MonitoringRotas.Local.Single(rota => rota.AccountId == account.Id);

    private MonitoringCheck Check(DateTime slot) => story.Database.MonitoringChecks.Local.Single(check => check.SlotAt == slot && check.Status != CheckStatus.CalledOff);

    private async Task<MonitoredAccount> FindAsync(string name)
    {
        var id = story.Database.Accounts.Local.Single(account => account.Name == name).Id;
        return (await story.Database.FindMonitoredAccountAsync(id, CancellationToken.None))!;
    }
}
