using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>Why somebody is deactivated.</summary>
public sealed class DeactivateForm : PersonForm
{
    /// <summary>Why.</summary>
    [Display(
        Name = "Why is this person deactivated?",
        Description = "It is kept in the audit for good, so leave out anything about health or other private matters")]
    [MaxLength(Person.ReasonMaximumLength, ErrorMessage = "The reason must be 500 characters or fewer.")]
    public string? Reason { get; set; }
}

/// <summary>Ends a person's access: their sessions, their links and their sign-in.</summary>
public sealed class DeactivatePerson(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Deactivates.</summary>
    public Task<Result> RunAsync(int id, DeactivateForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        return database.EndAccessAsync(
            id,
            (person, others) => person.CheckVersion(form.Version) is { IsRefused: true } stale
                ? stale
                : person.Deactivate(PlainText.Clean(form.Reason), others, current.Actor, at),
            at,
            cancellationToken);
    }
}

/// <summary>Nothing is typed to let somebody back in; the form only carries the version.</summary>
public sealed class ReactivateForm : PersonForm;

/// <summary>Lets somebody who was deactivated back in: they are invited anew and set a new password.</summary>
public sealed class ReactivatePerson(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Reactivates.</summary>
    public async Task<Result> RunAsync(int id, ReactivateForm form, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (person is null)
        {
            return Error.NotFound;
        }

        if (person.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var reactivated = person.Reactivate(current.Actor, clock.UtcNow());
        return reactivated.IsRefused ? reactivated : await database.TrySaveAsync(cancellationToken);
    }
}
