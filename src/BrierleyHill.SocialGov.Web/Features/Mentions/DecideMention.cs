using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>The decision about the scope.</summary>
public sealed class DecideMentionForm
{
    /// <summary>The version of the mention that was read.</summary>
    public int Version { get; set; }

    /// <summary>The scope.</summary>
    [Display(Name = "Is it the school’s business?")]
    public MentionScope? Scope { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "This is kept for good. Do not repeat what was posted, and name nobody")]
    [MaximumCharacters(PublicMention.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>An administrator or a senior leader decides whether a posting is in scope (SCOPE-2 to SCOPE-4).</summary>
public sealed class DecideMention(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Decides.</summary>
    public async Task<Result> RunAsync(int id, DecideMentionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindMentionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.Status == MentionStatus.New && found.Value.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var decided = found.Value.Decide(form.Scope, form.Because, person.Actor, clock.UtcNow());
        return decided.IsRefused ? decided : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>What was done about a posting.</summary>
public sealed class ActUponMentionForm
{
    /// <summary>The version of the mention that was read.</summary>
    public int Version { get; set; }

    /// <summary>What was done.</summary>
    [Display(Name = "What did you do?")]
    public MentionAction? Action { get; set; }

    /// <summary>The enquiry's reference.</summary>
    [Display(Name = "Reference of the enquiry", Description = "For example ENQ-000123")]
    [MaximumCharacters(20)]
    public string? Enquiry { get; set; }

    /// <summary>More about it.</summary>
    [Display(Name = "More about it", Description = "For example whom you asked, and how. Do not name any child")]
    [MaximumCharacters(PublicMention.ReasonMaximumLength)]
    public string? Note { get; set; }

    /// <summary>How it ended.</summary>
    [Display(Name = "How did it end?", Description = "For example “taken down the same day”. Leave this empty while you wait for somebody. What is entered here settles the mention")]
    [MaximumCharacters(PublicMention.ReasonMaximumLength)]
    public string? Outcome { get; set; }
}

/// <summary>Records what was done about a posting that is in scope, and how it ended.</summary>
public sealed class ActUponMention(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, ActUponMentionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindMentionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.Status == MentionStatus.InScope && found.Value.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        int? enquiryId = Reference.TryParse(form.Enquiry, out var kind, out var number)
            && kind == Enquiry.ReferenceKind
            && await database.Enquiries.AnyAsync(enquiry => enquiry.Id == number, cancellationToken)
            ? number
            : null;
        var acted = found.Value.Act(form.Action, form.Note, form.Outcome, enquiryId, person.Actor, clock.UtcNow());
        return acted.IsRefused ? acted : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>A reason alone.</summary>
public sealed class MentionReasonForm
{
    /// <summary>The version of the mention that was read.</summary>
    public int Version { get; set; }

    /// <summary>The reason.</summary>
    [Display(Name = "Why?", Description = "This is kept for good. Do not name any child")]
    [MaximumCharacters(PublicMention.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Opens a settled mention again.</summary>
public sealed class ReopenMention(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    public async Task<Result> RunAsync(int id, MentionReasonForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindMentionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var reopened = found.Value.Reopen(form.Because, person.Actor, clock.UtcNow());
        return reopened.IsRefused ? reopened : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The mention that goes on.</summary>
public sealed class MergeMentionForm
{
    /// <summary>The version of the mention that was read.</summary>
    public int Version { get; set; }

    /// <summary>Its reference.</summary>
    [Display(Name = "Which mention stays?", Description = "Its reference, for example MEN-000123")]
    [MaximumCharacters(20)]
    public string? Into { get; set; }
}

/// <summary>Merges a mention into another of the same posting, where their links did not tell.</summary>
public sealed class MergeMention(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Merges it.</summary>
    /// <returns>The mention that goes on.</returns>
    public async Task<Result<PublicMention>> RunAsync(int id, MergeMentionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindMentionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (!Reference.TryParse(form.Into, out var kind, out var number)
            || kind != PublicMention.ReferenceKind
            || await database.Mentions.FindAsync([number], cancellationToken) is not { } other)
        {
            return MentionErrors.MergeIntoNothing;
        }

        var merged = found.Value.MergeInto(other, person.Actor, clock.UtcNow());
        if (merged.IsRefused)
        {
            return merged.Error;
        }

        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : other;
    }
}
