using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Who is away, from when to when, and who covers.</summary>
public sealed class CoverForm
{
    /// <summary>The version of the rota that was read.</summary>
    public int Version { get; set; }

    /// <summary>Who is away.</summary>
    [Display(Name = "Who is away?")]
    public int? PersonId { get; set; }

    /// <summary>The first day, London.</summary>
    [Display(Name = "First day", Description = "For example, 27 3 2026")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, London.</summary>
    [Display(Name = "Last day")]
    public DateOnly? Until { get; set; }

    /// <summary>Who covers.</summary>
    [Display(Name = "Who covers?", Description = "Without cover the checks fall to the administrators of the account, the lead first")]
    public int? CoveredById { get; set; }
}

/// <summary>A form that is a button.</summary>
public sealed class MonitoringVersionForm
{
    /// <summary>The version of the rota that was read.</summary>
    public int Version { get; set; }
}

/// <summary>Records that somebody is away, and who covers.</summary>
public sealed class ArrangeCover(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int accountId, CoverForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (await database.MonitoringRotas.SingleOrDefaultAsync(rota => rota.AccountId == accountId, cancellationToken) is not { } there)
        {
            return Error.NotFound;
        }

        if (there.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var arranged = there.ArrangeCover(form.PersonId, form.From, form.Until, form.CoveredById, found.Value.Team, person.Actor, clock.UtcNow());
        return arranged.IsRefused ? arranged : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>Takes back that somebody is away.</summary>
public sealed class CancelCover(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Takes it back.</summary>
    public async Task<Result> RunAsync(int accountId, int coverId, MonitoringVersionForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (await database.MonitoringRotas.SingleOrDefaultAsync(rota => rota.AccountId == accountId, cancellationToken) is not { } there)
        {
            return Error.NotFound;
        }

        if (there.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var cancelled = there.CancelCover(coverId, found.Value.Team, person.Actor, clock.UtcNow());
        return cancelled.IsRefused ? cancelled : await database.TrySaveAsync(cancellationToken);
    }
}
