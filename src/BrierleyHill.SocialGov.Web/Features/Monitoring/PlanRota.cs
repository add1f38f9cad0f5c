using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>The rota as it is typed: the lines that there are, and empty ones to add more.</summary>
public sealed class RotaForm
{
    /// <summary>How many empty lines are offered.</summary>
    public const int EmptyLines = 2;

    /// <summary>The version of the rota that was read; 0 where there is none yet.</summary>
    public int Version { get; set; }

    /// <summary>The lines.</summary>
    public List<RotaLineForm> Lines { get; set; } = [];

    /// <summary>How long a check may take.</summary>
    [Display(Name = "A check counts as missed after", Description = "So many hours after its time. Then its administrators are told, and after as long again the senior leaders")]
    public int? PatienceHours { get; set; } = MonitoringRota.UsualPatienceHours;

    /// <summary>Bank holidays and closures.</summary>
    [Display(Name = "Checks are expected on bank holidays and on days on which the school is closed too", Description = "A check that you put on a Saturday or Sunday is always expected")]
    public bool CountsDaysOff { get; set; }

    /// <summary>Fills the form with a rota.</summary>
    public static RotaForm Of(MonitoringRota? rota) => rota is null
        ? new RotaForm().Offer()
        : new RotaForm
        {
            Version = rota.Version,
            PatienceHours = rota.PatienceHours,
            CountsDaysOff = rota.CountsDaysOff,
            Lines =
            [
                .. rota.Lines().Select(line => new RotaLineForm
                {
                    Days = [.. line.Days], Time = line.Time!.Value.ToString("HH:mm", CultureInfo.InvariantCulture), PersonId = line.PersonId,
                }),
            ],
        }.Offer();

    /// <summary>Takes out the lines that are removed or were left empty: what is left is the plan.</summary>
    public void Compact() => Lines.RemoveAll(line => line.Remove || (line.Days.Count == 0 && string.IsNullOrWhiteSpace(line.Time)));

    /// <summary>Adds empty lines, for more.</summary>
    public RotaForm Offer()
    {
        for (var more = 0; more < EmptyLines; more++)
        {
            Lines.Add(new RotaLineForm());
        }

        return this;
    }

    /// <summary>What the domain takes.</summary>
    public RotaPlan ToPlan() => new(
        [.. Lines.Select(line => new RotaLine(line.Days, RotaWords.ReadTime(line.Time), line.PersonId))], CountsDaysOff, PatienceHours);
}

/// <summary>One line of the rota.</summary>
public sealed class RotaLineForm
{
    /// <summary>On which days.</summary>
    [Display(Name = "Days")]
    public List<DayOfWeek> Days { get; set; } = [];

    /// <summary>At what time, London.</summary>
    [Display(Name = "Time", Description = "For example, 8:15 or 3:30pm")]
    [MaximumCharacters(20)]
    public string? Time { get; set; }

    /// <summary>Who.</summary>
    [Display(Name = "Who looks at the account?")]
    public int? PersonId { get; set; }

    /// <summary>Whether the line goes.</summary>
    [Display(Name = "Take this line out")]
    public bool Remove { get; set; }
}

/// <summary>Plans or changes the rota of an account.</summary>
public sealed class PlanRota(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Plans or changes it.</summary>
    public async Task<Result> RunAsync(int accountId, RotaForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var now = clock.UtcNow();
        if (await database.MonitoringRotas.SingleOrDefaultAsync(rota => rota.AccountId == accountId, cancellationToken) is not { } there)
        {
            var planned = MonitoringRota.Plan(found.Value, form.ToPlan(), person.Actor, now);
            if (planned.IsRefused)
            {
                return planned.Error;
            }

            database.MonitoringRotas.Add(planned.Value);
            return await database.TrySaveAsync(cancellationToken);
        }

        if (there.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var changed = there.Change(found.Value, form.ToPlan(), person.Actor, now);
        return changed.IsRefused ? changed : await database.TrySaveAsync(cancellationToken);
    }
}
