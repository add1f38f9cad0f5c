using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>What somebody involved really is.</summary>
public sealed class CorrectPersonForm : IncidentForm
{
    /// <summary>What they are in this incident.</summary>
    [Display(Name = "What have they to do with it?", Description = "Whoever is said to have done it never sees this incident, whatever their role")]
    public InvolvedRole? Role { get; set; }

    /// <summary>Who they are to the school.</summary>
    [Display(Name = "Who are they to the school?")]
    public InvolvedType? Type { get; set; }

    /// <summary>Whether they are nobody of the directory.</summary>
    [Display(Name = "This is nobody on the school’s list of people")]
    public bool IsNobodyOfList { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you correct it?", Description = "It stands in the chronology")]
    [MaximumCharacters(Incident.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Corrects who somebody is in an incident (SLT-4).</summary>
public sealed class CorrectInvolvedPerson(IncidentWrite write, SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Corrects it.</summary>
    public Task<Result> RunAsync(int id, int number, CorrectPersonForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async incident => incident.CorrectPerson(
            number,
            new InvolvedPersonAnswers(form.Type, form.Role, null, null, form.IsNobodyOfList),
            form.Because,
            await database.LoadDirectoryAsync(cancellationToken),
            person.Actor,
            clock.UtcNow()),
        cancellationToken);
}
