using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>An administrator records what they found on the platform (ADM-2, ADM-4, BEH-2).</summary>
public sealed class VerifyAccount(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it, and says whether anything was not as it should be.</summary>
    public async Task<Result<bool>> RunAsync(int id, VerifyForm form, CancellationToken cancellationToken)
    {
        if (await database.Accounts.FindAsync([id], cancellationToken) is not { } account)
        {
            return Error.NotFound;
        }

        if (account.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale.Error;
        }

        var verified = account.Verify(form.Points(), person.Actor, clock.UtcNow());
        if (verified.IsRefused)
        {
            return verified.Error;
        }

        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : account.LastVerification!.HasFindings;
    }
}

/// <summary>The form.</summary>
public sealed class VerifyForm
{
    private const string WhatYouSaw = "What you saw";
    private const string NoteHint = "Needed where the answer is no. Do not write any password here";

    /// <summary>The version of the account that was read.</summary>
    public int Version { get; set; }

    /// <summary>Whether the address is the school's and opens.</summary>
    [Display(Name = "Is the address still the school’s, and does it open?", Description = "Open it. The name, the picture and the posts are the school’s")]
    public bool? Address { get; set; }

    /// <summary>What was seen.</summary>
    [Display(Name = WhatYouSaw, Description = NoteHint)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? AddressNote { get; set; }

    /// <summary>Whether the settings are as agreed.</summary>
    [Display(Name = "Are the settings as agreed?", Description = "Compare each one on the platform with the list on this page")]
    public bool? Settings { get; set; }

    /// <summary>What was seen.</summary>
    [Display(Name = WhatYouSaw, Description = NoteHint)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? SettingsNote { get; set; }

    /// <summary>Whether only those assigned get in.</summary>
    [Display(Name = "Can only the people assigned to it get in?", Description = "Look at the roles and at the devices that are signed in")]
    public bool? Access { get; set; }

    /// <summary>What was seen.</summary>
    [Display(Name = WhatYouSaw, Description = NoteHint)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? AccessNote { get; set; }

    /// <summary>Whether the recovery details are the school's.</summary>
    [Display(Name = "Are the recovery e-mail address and telephone number the school’s?", Description = "Nobody’s own, and nobody’s who has left")]
    public bool? Recovery { get; set; }

    /// <summary>What was seen.</summary>
    [Display(Name = WhatYouSaw, Description = NoteHint)]
    [MaximumCharacters(SocialMediaAccount.ReviewTextMaximumLength)]
    public string? RecoveryNote { get; set; }

    /// <summary>The four points that have an answer.</summary>
    internal IReadOnlyList<VerifiedPoint> Points()
    {
        (VerificationPoint Point, bool? IsSo, string? Note)[] answers =
        [
            (VerificationPoint.Address, Address, AddressNote),
            (VerificationPoint.Settings, Settings, SettingsNote),
            (VerificationPoint.Access, Access, AccessNote),
            (VerificationPoint.Recovery, Recovery, RecoveryNote),
        ];
        return [.. answers.Where(answer => answer.IsSo is not null).Select(answer => new VerifiedPoint(answer.Point, answer.IsSo!.Value, answer.Note ?? ""))];
    }
}
