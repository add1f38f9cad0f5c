using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Why evidence is withdrawn.</summary>
public sealed class WithdrawEvidenceForm
{
    /// <summary>The version of the evidence that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why was it added by mistake?", ShortName = "The reason", Description = "Do not say what the file shows: the reason stays on the record when the file is gone")]
    [MaximumCharacters(Incident.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Withdraws evidence that was added by mistake: its content is erased at once, its number, fingerprint and the reason are kept.</summary>
public sealed class WithdrawEvidence(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Withdraws it.</summary>
    public async Task<Result> RunAsync(int id, int number, WithdrawEvidenceForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await database.FindEvidenceAsync(id, number, person.Actor, cancellationToken) is not { } evidence)
        {
            return Error.NotFound;
        }

        var withdrawn = evidence.Withdraw(form.Because, person.Actor, clock.UtcNow());
        if (withdrawn.IsRefused)
        {
            return withdrawn;
        }

        return evidence.CheckVersion(form.Version) is { IsRefused: true } stale ? stale : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>An incident that is out of scope keeps no evidence: number and fingerprint stay, in the save that decides so.</summary>
public sealed class MinimiseEvidence : EventRule<Incident, IncidentMinimised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Incident record, IncidentMinimised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var evidence in await database.IncidentEvidence.Where(evidence => evidence.IncidentId == record.Id).OrderBy(evidence => evidence.Number).ToListAsync(cancellationToken))
        {
            evidence.Minimise(happened.By, happened.At);
        }
    }
}
