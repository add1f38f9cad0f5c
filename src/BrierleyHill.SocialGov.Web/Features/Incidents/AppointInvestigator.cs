using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Who is to look into it.</summary>
public sealed class AppointForm : IncidentForm
{
    /// <summary>Who.</summary>
    [Display(Name = "Who looks into it?", Description = "Whoever is involved in it, or cannot sign in, is not listed. It can be you")]
    public int? PersonId { get; set; }
}

/// <summary>A form about an incident that asks for nothing but a reason.</summary>
public sealed class WorkReasonForm : IncidentForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "It stands in the chronology")]
    [MaximumCharacters(Incident.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Appoints people to look into an incident, and takes it from them again (SLT-3).</summary>
public sealed class AppointInvestigator(IncidentWrite write, SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Appoints somebody.</summary>
    public Task<Result> AppointAsync(int id, AppointForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async incident => incident.AppointInvestigator(
            form.PersonId, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);

    /// <summary>Takes it from somebody.</summary>
    public Task<Result> ReleaseAsync(int id, int number, WorkReasonForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async incident => incident.ReleaseInvestigator(
            number, form.Because, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);
}
