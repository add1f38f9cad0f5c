using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>What is typed to invite somebody.</summary>
public sealed class InviteForm
{
    /// <summary>Forename.</summary>
    public string? Forename { get; set; }

    /// <summary>Surname.</summary>
    public string? Surname { get; set; }

    /// <summary>Where the invitation goes.</summary>
    [Display(Name = "E-mail address", Description = "The invitation is sent to it, and the person signs in with it")]
    [DataType(DataType.EmailAddress)]
    public string? EmailAddress { get; set; }

    /// <summary>How the person belongs to the school.</summary>
    [Display(Name = "How do they belong to the school?")]
    [Required(ErrorMessage = "Choose how they belong to the school.")]
    public Affiliation? Affiliation { get; set; }

    /// <summary>The roles.</summary>
    [Display(Name = "Roles", Description = "Everybody can apply for an account and see the register. Tick what they do besides, or nothing")]
    public List<Roles> Roles { get; set; } = [];
}

/// <summary>Invites somebody: their record, the audit, the one-time link and its e-mail are saved together.</summary>
public sealed class InvitePerson(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Invites.</summary>
    /// <returns>The new person's number.</returns>
    public async Task<Result<int>> RunAsync(InviteForm form, CancellationToken cancellationToken)
    {
        var invited = Person.Invite(
            new PersonDetails(
                PlainText.CleanLine(form.Forename), PlainText.CleanLine(form.Surname), PlainText.CleanLine(form.EmailAddress), form.Affiliation ?? default),
            RoleChoices.Together(form.Roles),
            current.Actor,
            clock.UtcNow());
        if (invited.IsRefused)
        {
            return invited.Error;
        }

        database.People.Add(invited.Value);
        var saved = await database.TrySavePersonAsync(invited.Value, cancellationToken);
        return saved.IsRefused ? saved.Error : invited.Value.Id;
    }
}

/// <summary>Sends a new invitation to somebody who has not taken up theirs. The older link ends.</summary>
public sealed class InvitePersonAgain(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Invites again.</summary>
    public async Task<Result> RunAsync(int id, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (person is null)
        {
            return Error.NotFound;
        }

        var invited = person.InviteAgain(current.Actor, clock.UtcNow());
        return invited.IsRefused ? invited : await database.TrySaveAsync(cancellationToken);
    }
}
