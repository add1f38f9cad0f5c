using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Somebody who is involved, named after the report.</summary>
public sealed class NameInvolvedForm : IncidentForm
{
    /// <summary>What they are in this incident.</summary>
    [Display(Name = "What have they to do with it?")]
    public InvolvedRole? Role { get; set; }

    /// <summary>Who they are to the school.</summary>
    [Display(Name = "Who are they to the school?")]
    public InvolvedType? Type { get; set; }

    /// <summary>Somebody of the directory.</summary>
    [Display(Name = "If they work, govern or volunteer here, choose them", Description = "Whoever is said to have done it never sees this, whatever their role")]
    public int? PersonId { get; set; }

    /// <summary>Somebody else.</summary>
    [Display(Name = "If not, say who it is", Description = "As little as possible, such as “a parent in Year 4” or a pupil’s initials")]
    [MaximumCharacters(InvolvedPerson.NameMaximumLength)]
    public string? Name { get; set; }

    /// <summary>Whether they are nobody of the directory.</summary>
    [Display(Name = "This is nobody on the list")]
    public bool IsNobodyOfList { get; set; }
}

/// <summary>Why somebody is not involved.</summary>
public sealed class TakeOffInvolvedForm : IncidentForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why are they not involved?", Description = "It stays on the record")]
    [MaximumCharacters(Incident.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Names who is involved, and takes off who is not.</summary>
public sealed class NameInvolved(SocialGovDbContext database, IncidentWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Names somebody.</summary>
    public Task<Result> NameAsync(int id, NameInvolvedForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        return write.RunAsync(
            id,
            form.Version,
            async incident => incident.NamePerson(
                new InvolvedPersonAnswers(form.Type, form.Role, form.PersonId, form.Name, form.IsNobodyOfList),
                await database.LoadDirectoryAsync(cancellationToken),
                person.Actor,
                clock.UtcNow()),
            cancellationToken);
    }

    /// <summary>Takes somebody off.</summary>
    public Task<Result> TakeOffAsync(int id, int number, TakeOffInvolvedForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        return write.RunAsync(
            id,
            form.Version,
            async incident => incident.TakePersonOff(
                number, form.Because, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow()),
            cancellationToken);
    }
}
