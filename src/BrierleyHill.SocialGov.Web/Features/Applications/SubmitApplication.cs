using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Hands a business case to the senior leaders, for the first time or again.</summary>
public sealed class SubmitApplication(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Submits it.</summary>
    public async Task<Result> RunAsync(int id, SubmitForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindApplicationAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var application = found.Value;
        if (application.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var submitted = application.Submit(form.Note, directory, person.Actor, clock.UtcNow());
        return submitted.IsRefused ? submitted : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form below the answers to check.</summary>
public sealed class SubmitForm
{
    /// <summary>The version of the business case that was checked.</summary>
    public int Version { get; set; }

    /// <summary>What was changed, on a resubmission.</summary>
    [Display(Name = "What have you changed?", Description = "The senior leaders read this first")]
    [MaximumCharacters(AccountApplication.ReasonsMaximumLength)]
    public string? Note { get; set; }
}
