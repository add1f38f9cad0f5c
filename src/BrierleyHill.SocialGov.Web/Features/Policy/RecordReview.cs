using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Records a review of the version in force that found nothing to change.</summary>
public sealed class RecordReview(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, RecordReviewForm form, CancellationToken cancellationToken)
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

        var reviewed = found.Value.RecordReview(form.Note, form.NextReviewOn, person.Actor, clock.UtcNow());
        return reviewed.IsRefused ? reviewed : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class RecordReviewForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>What was found.</summary>
    [Display(Name = "What did you look at, and why does nothing have to change?", ShortName = "What you looked at")]
    [MaximumCharacters(PolicyVersion.NoteMaximumLength)]
    public string? Note { get; set; }

    /// <summary>The next review.</summary>
    [Display(Name = "When is the policy reviewed next?", ShortName = "Next review", Description = "A year from today at the latest")]
    public DateOnly? NextReviewOn { get; set; }
}
