using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Gives a version up before it is published.</summary>
public sealed class DiscardVersion(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Discards it.</summary>
    public async Task<Result> RunAsync(int id, DiscardVersionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindPolicyVersionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var discarded = found.Value.Discard(form.Reason, person.Actor, clock.UtcNow());
        return discarded.IsRefused ? discarded : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class DiscardVersionForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you discard it?")]
    [MaximumCharacters(PolicyVersion.NoteMaximumLength)]
    public string? Reason { get; set; }
}
