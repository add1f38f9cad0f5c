using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Puts an approved version into force. The one before is superseded in the same transaction.</summary>
public sealed class PublishVersion(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Publishes it.</summary>
    public async Task<Result> RunAsync(int id, PublishVersionForm form, CancellationToken cancellationToken)
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

        var former = await database.PolicyVersions.SingleOrDefaultAsync(version => version.Status == PolicyStatus.Published, cancellationToken);
        var published = found.Value.Publish(former, form.IsMaterial, form.WhatChanged, form.NextReviewOn, person.Actor, clock.UtcNow());
        return published.IsRefused ? published : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class PublishVersionForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>What was changed.</summary>
    [Display(Name = "What was changed?", Description = "Everybody reads this. Say in a few sentences what is new and what it means for them")]
    [MaximumCharacters(PolicyVersion.NoteMaximumLength)]
    public string? WhatChanged { get; set; }

    /// <summary>Whether it is material.</summary>
    [Display(
        Name = "Does everybody have to acknowledge the policy again?",
        Description = "Choose yes where what people may or must do has changed. Choose no for corrections of spelling, names or links")]
    public bool? IsMaterial { get; set; }

    /// <summary>The next review.</summary>
    [Display(Name = "When is the policy reviewed next?", ShortName = "Next review", Description = "A year from today at the latest")]
    public DateOnly? NextReviewOn { get; set; }
}
