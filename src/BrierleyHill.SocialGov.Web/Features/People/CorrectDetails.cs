using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>What is typed to correct a person's details.</summary>
public sealed class CorrectDetailsForm : PersonForm
{
    /// <summary>Forename.</summary>
    public string? Forename { get; set; }

    /// <summary>Surname.</summary>
    public string? Surname { get; set; }

    /// <summary>Where mail goes.</summary>
    [Display(Name = "E-mail address", Description = "The person signs in with it. Links that were sent to another address stop working")]
    [DataType(DataType.EmailAddress)]
    public string? EmailAddress { get; set; }

    /// <summary>How the person belongs to the school.</summary>
    [Display(Name = "How do they belong to the school?")]
    [Required(ErrorMessage = "Choose how they belong to the school.")]
    public Affiliation? Affiliation { get; set; }

    /// <inheritdoc />
    public override void Read(Person person)
    {
        base.Read(person);
        (Forename, Surname, EmailAddress, Affiliation) = (person.Forename, person.Surname, person.EmailAddress, person.Affiliation);
    }
}

/// <summary>Corrects a person's name, address or affiliation.</summary>
public sealed class CorrectDetails(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>
    /// Corrects them. When the address changes, links that went to the old one end, and somebody who has not taken up their
    /// invitation gets a new one.
    /// </summary>
    public async Task<Result> RunAsync(int id, CorrectDetailsForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (person is null)
        {
            return Error.NotFound;
        }

        if (person.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var addressBefore = person.NormalisedEmailAddress;
        var details = new PersonDetails(
            PlainText.CleanLine(form.Forename), PlainText.CleanLine(form.Surname), PlainText.CleanLine(form.EmailAddress), form.Affiliation ?? default);
        if (person.CorrectDetails(details, current.Actor, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (person.NormalisedEmailAddress != addressBefore)
        {
            await database.EndOneTimeLinksAsync(person, at, cancellationToken);
            if (person.Status == PersonStatus.Invited && person.InviteAgain(current.Actor, at) is { IsRefused: true } notAgain)
            {
                return notAgain;
            }
        }

        return await database.TrySavePersonAsync(person, cancellationToken);
    }
}
