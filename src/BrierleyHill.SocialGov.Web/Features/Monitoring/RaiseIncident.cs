using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Why what a check found is an incident.</summary>
public sealed class RaiseIncidentForm
{
    /// <summary>The version of the check that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why is this an incident?", Description = "For example: bullying between pupils, a threat, personal data that anybody can see. Do not name a child: this stays on the record for good")]
    [MaximumCharacters(MonitoringCheck.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Raises what a check found as an incident.</summary>
public sealed class RaiseIncident(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Raises it.</summary>
    public async Task<Result> RunAsync(int id, RaiseIncidentForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindCheckAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.Check.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var raised = found.Value.Check.RaiseAsIncident(form.Because, found.Value.Account.Team, person.Actor, clock.UtcNow());
        return raised.IsRefused ? raised : await database.TrySaveAsync(cancellationToken);
    }
}
