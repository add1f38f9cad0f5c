using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Guidance;

/// <summary>The form with which a page's text is changed.</summary>
public sealed class GuidanceForm
{
    /// <summary>The number of the latest version when the form was opened; 0 for a page that nobody has changed.</summary>
    public int Number { get; set; }

    /// <summary>The text.</summary>
    [Display(Name = "Text", Description = "Markdown: ## makes a heading, - a list, **two stars** bold. Write [school name] where the school’s name is to stand")]
    [MaximumCharacters(GuidancePage.TextMaximumLength)]
    public string? Text { get; set; }

    /// <summary>What the button asks for: <see cref="PreviewAction"/>, or anything else to save.</summary>
    public string? Action { get; set; }

    /// <summary>The value of the button that previews.</summary>
    public const string PreviewAction = "preview";

    /// <summary>Whether only a preview is asked for.</summary>
    public bool IsPreview => Action == PreviewAction;
}

/// <summary>Saves another text of a page. The first change of a page makes its record.</summary>
public sealed class SaveGuidance(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Saves it.</summary>
    public async Task<Result> RunAsync(GuidanceTopic topic, GuidanceForm form, CancellationToken cancellationToken)
    {
        var page = await database.FindOrBeginGuidanceAsync(topic, cancellationToken);
        if (page.CheckNumber(form.Number) is { IsRefused: true } stale)
        {
            return stale;
        }

        var saved = page.Save(form.Text, person.Actor, clock.UtcNow());
        return saved.IsRefused ? saved : await database.TrySaveGuidanceAsync(page, cancellationToken);
    }
}

/// <summary>Brings an earlier text of a page back, or the one that came with the portal.</summary>
public sealed class BringBackGuidance(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Brings it back.</summary>
    /// <param name="topic">Which page.</param>
    /// <param name="number">The version; 0 is the text that came with the portal.</param>
    /// <param name="form">What was seen.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Result> RunAsync(GuidanceTopic topic, int number, GuidanceNumberForm form, CancellationToken cancellationToken)
    {
        var page = await database.FindOrBeginGuidanceAsync(topic, cancellationToken);
        if (page.CheckNumber(form.Latest) is { IsRefused: true } stale)
        {
            return stale;
        }

        var broughtBack = page.BringBack(number, person.Actor, clock.UtcNow());
        return broughtBack.IsRefused ? broughtBack : await database.TrySaveGuidanceAsync(page, cancellationToken);
    }
}

/// <summary>A form with nothing to fill in.</summary>
public sealed class GuidanceNumberForm
{
    /// <summary>The number of the latest version when the page was opened.</summary>
    public int Latest { get; set; }
}

internal static class GuidanceWrites
{
    public static async Task<GuidancePage> FindOrBeginGuidanceAsync(this SocialGovDbContext database, GuidanceTopic topic, CancellationToken cancellationToken)
    {
        var slug = topic.Slug();
        return await database.GuidancePages.SingleOrDefaultAsync(page => page.Slug == slug, cancellationToken) ?? GuidancePage.For(topic);
    }

    /// <summary>Saves. Of two leaders who change a page for the first time at once, the unique index lets one through.</summary>
    public static async Task<Result> TrySaveGuidanceAsync(this SocialGovDbContext database, GuidancePage page, CancellationToken cancellationToken)
    {
        if (page.Versions.Count == 0)
        {
            // The text that came with the portal, saved as it is: the page goes on following the portal.
            return Result.Done;
        }

        if (page.Id == 0)
        {
            database.GuidancePages.Add(page);
        }

        try
        {
            return await database.TrySaveAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (page.Id == 0 && await database.GuidancePages.AnyAsync(other => other.Slug == page.Slug, cancellationToken))
            {
                return Error.Stale;
            }

            throw;
        }
    }
}
