using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Builds rotas and checks through the domain's own methods. Person 2 leads the account, 3 is the deputy, 4 a poster, 5 nobody, 9 a leader.</summary>
public static class Rotas
{
    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    public static Actor Lead { get; } = People.Actor(2);

    public static Actor Deputy { get; } = People.Actor(3);

    public static Actor Poster { get; } = People.Actor(4);

    public static Actor Stranger { get; } = People.Actor(5);

    public static Actor Administrator { get; } = People.Actor(8, Roles.Administrator);

    public static Actor Leader { get; } = People.Actor(9, Roles.SeniorLeader);

    public static IReadOnlyList<TeamMember> Members { get; } =
        [new(2, AssignmentRole.LeadAdministrator), new(3, AssignmentRole.DeputyAdministrator), new(4, AssignmentRole.Poster)];

    public static IReadOnlyList<DayOfWeek> EveryDay { get; } = Enum.GetValues<DayOfWeek>();

    public static PeopleDirectory Directory { get; } = new(Enumerable.Range(1, 9).Select(id => People.InDirectory(id, $"Person{id}", "Known")));

    public static MonitoringTeam Team(PeopleDirectory? directory = null) => new(Members, directory ?? Directory);

    public static MonitoredAccount Account(AccountStatus status = AccountStatus.Active, MonitoringTeam? team = null) =>
        new(1, "Science Club", status, "https://www.facebook.com/scienceclub", team ?? Team());

    public static RotaLine Line(TimeOnly time, int person, params DayOfWeek[] days) => new(days.Length == 0 ? EveryDay : days, time, person);

    public static RotaPlan Plan(params RotaLine[] lines) => new(lines, false, 2);

    public static MonitoringRota Rota(params RotaLine[] lines)
    {
        var rota = MonitoringRota.Plan(Account(), Plan(lines), Lead, At).Value;
        rota.TakeEvents();
        return rota;
    }

    public static CheckAnswers Nothing { get; } = new(CheckResult.NothingFound, LookedAtText.Everything, "");

    public static CheckAnswers Something { get; } = new(CheckResult.SomethingFound, LookedAtText.Everything, "An unkind comment.");

    /// <summary>A check of the rota whose slot was at the given instant.</summary>
    public static MonitoringCheck Expected(DateTime? at = null) =>
        MonitoringCheck.Expect(Rota(Line(new TimeOnly(10, 0), 4)), new Duty(at ?? At, 4, 4, DutyReason.OwnSlot), Actor.Portal("Test"), at ?? At);

    /// <summary>Plans the rota of an account: each line is a time at which the person looks at it every day.</summary>
    public static Task<MonitoringRota> PlanRotaAsync(this PortalFactory portal, int accountId, Actor by, params (TimeOnly Time, int PersonId)[] lines) =>
        portal.UseDatabaseAsync(async database =>
        {
            var account = (await database.FindMonitoredAccountAsync(accountId, CancellationToken.None))!;
            var rota = MonitoringRota.Plan(account, Plan([.. lines.Select(line => Line(line.Time, line.PersonId))]), by, portal.Now).Value;
            database.MonitoringRotas.Add(rota);
            await database.SaveChangesAsync();
            return rota;
        });

    /// <summary>The checks of an account.</summary>
    public static Task<List<MonitoringCheck>> ChecksAsync(this PortalFactory portal, int accountId) => portal.UseDatabaseAsync(database =>
        database.MonitoringChecks.AsNoTracking().Where(check => check.AccountId == accountId).OrderBy(check => check.At).ThenBy(check => check.Id).ToListAsync());

    /// <summary>Assigns a poster.</summary>
    public static Task AssignPosterAsync(this PortalFactory portal, int accountId, Person poster) => portal.UseDatabaseAsync(async database =>
    {
        var account = await database.Accounts.SingleAsync(found => found.Id == accountId);
        var assigned = account.Assign(poster.Id, AssignmentRole.Poster, await database.LoadDirectoryAsync(CancellationToken.None), Administrator with { PersonId = null }, portal.Now);
        Assert.False(assigned.IsRefused, assigned.Error?.Message);
        await database.SaveChangesAsync();
    });
}
