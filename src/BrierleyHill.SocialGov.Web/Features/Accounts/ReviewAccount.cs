using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>A senior leader reviews an account: purpose, audience, settings, administrators, and what becomes of it (SLT-2).</summary>
public sealed class ReviewAccount(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Reviews it.</summary>
    public async Task<Result> RunAsync(int id, ReviewForm form, CancellationToken cancellationToken)
    {
        if (await database.Accounts.FindAsync([id], cancellationToken) is not { } account)
        {
            return Error.NotFound;
        }

        if (account.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var reviewed = account.Review(form.Aspects(), form.Outcome, form.Because, form.NextReviewOn, person.Actor, clock.UtcNow());
        return reviewed.IsRefused ? reviewed : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class ReviewForm
{
    private const string WhatToChange = "What has to be changed, and why?";

    /// <summary>The version of the account that was read.</summary>
    public int Version { get; set; }

    /// <summary>What is found of the purpose.</summary>
    [Display(Name = "Does the school still need the account for this?")]
    public AspectVerdict? Purpose { get; set; }

    /// <summary>What has to be changed of it.</summary>
    [Display(Name = WhatToChange)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? PurposeBecause { get; set; }

    /// <summary>What is found of the audience.</summary>
    [Display(Name = "Does it reach the people it is for, and nobody it should not?")]
    public AspectVerdict? Audience { get; set; }

    /// <summary>What has to be changed of it.</summary>
    [Display(Name = WhatToChange)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? AudienceBecause { get; set; }

    /// <summary>What is found of the settings.</summary>
    [Display(Name = "Are the agreed settings still the right ones?")]
    public AspectVerdict? Settings { get; set; }

    /// <summary>What has to be changed of them.</summary>
    [Display(Name = WhatToChange)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? SettingsBecause { get; set; }

    /// <summary>What is found of the administrators.</summary>
    [Display(Name = "Are they the right people, and are there enough of them?")]
    public AspectVerdict? Administrators { get; set; }

    /// <summary>What has to be changed of them.</summary>
    [Display(Name = WhatToChange)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? AdministratorsBecause { get; set; }

    /// <summary>What becomes of the account.</summary>
    [Display(Name = "What becomes of the account?")]
    public ReviewOutcome? Outcome { get; set; }

    /// <summary>The reasons.</summary>
    [Display(Name = "Why?", Description = "It stays on the record, and everybody who sees the register reads it. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? Because { get; set; }

    /// <summary>When it is to be reviewed next.</summary>
    [Display(Name = "When is it to be reviewed next?", ShortName = "Date of the next review", Description = "A year from today at the latest")]
    public DateOnly? NextReviewOn { get; set; }

    /// <summary>The form for an account.</summary>
    internal static ReviewForm Of(SocialMediaAccount account, DateOnly today) => new()
    {
        Version = account.Version,
        NextReviewOn = SocialMediaAccount.LatestNextReview(today),
    };

    /// <summary>The four aspects that have an answer.</summary>
    internal IReadOnlyList<ReviewedAspect> Aspects()
    {
        (ReviewAspect Aspect, AspectVerdict? Verdict, string? Because)[] answers =
        [
            (ReviewAspect.Purpose, Purpose, PurposeBecause),
            (ReviewAspect.Audience, Audience, AudienceBecause),
            (ReviewAspect.Settings, Settings, SettingsBecause),
            (ReviewAspect.Administrators, Administrators, AdministratorsBecause),
        ];
        return [.. answers.Where(answer => answer.Verdict is not null).Select(answer => new ReviewedAspect(answer.Aspect, answer.Verdict!.Value, answer.Because ?? ""))];
    }
}

/// <summary>A senior leader records what became of the changes that the last review asked for.</summary>
public sealed class RecordReviewChanges(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, ReviewChangesForm form, CancellationToken cancellationToken)
    {
        if (await database.Accounts.FindAsync([id], cancellationToken) is not { } account)
        {
            return Error.NotFound;
        }

        if (account.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var recorded = account.RecordReviewChanges(form.What, person.Actor, clock.UtcNow());
        return recorded.IsRefused ? recorded : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class ReviewChangesForm
{
    /// <summary>The version of the account that was read.</summary>
    public int Version { get; set; }

    /// <summary>What was done.</summary>
    [Display(Name = "What was done?", Description = "It stays on the record, and everybody who sees the register reads it. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? What { get; set; }
}
