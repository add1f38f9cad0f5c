using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Guidance;

/// <summary>Reads the guidance for the pages. Everybody who is signed in sees what is shown now; senior leaders see every version.</summary>
public sealed class GuidancePageQueries(SocialGovDbContext database, CurrentPerson person, SchoolSettings school)
{
    /// <summary>A page as it is now, or <see langword="null"/> when there is none of that name.</summary>
    public async Task<GuidanceView?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (GuidanceTopics.Find(slug) is not { } topic)
        {
            return null;
        }

        var page = await database.GuidancePages.AsNoTracking().SingleOrDefaultAsync(found => found.Slug == slug, cancellationToken)
            ?? GuidancePage.For(topic);
        return new GuidanceView(topic, page, school.Name, person.Holds(Roles.SeniorLeader));
    }

    /// <summary>A page with the people who saved its versions.</summary>
    public async Task<GuidanceVersionsView?> FindVersionsAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) is { } found
            ? new GuidanceVersionsView(found, await database.LoadDirectoryAsync(cancellationToken))
            : null;
}

/// <summary>A page as somebody reads it.</summary>
/// <param name="Topic">Which page.</param>
/// <param name="Page">Its record; one that is not saved where nobody has changed it.</param>
/// <param name="SchoolName">The school's name.</param>
/// <param name="MayEdit">Whether the reader may change it.</param>
public sealed record GuidanceView(GuidanceTopic Topic, GuidancePage Page, string SchoolName, bool MayEdit)
{
    /// <summary>Its part of the address.</summary>
    public string Slug => Topic.Slug();

    /// <summary>The number of the latest version; 0 where nobody has changed it.</summary>
    public int Number => Page.Versions.Count;

    /// <summary>Whether it shows the text that came with the portal.</summary>
    public bool IsAsDelivered => string.Equals(Page.Text, DeliveredGuidance.Of(Topic), StringComparison.Ordinal);

    /// <summary>A text as it is read, with the school's name in its place.</summary>
    public string Shown(string? text) => GuidancePage.WithSchoolName(GuidancePage.Clean(Topic, text), SchoolName);
}

/// <summary>The form, and what stands around it.</summary>
/// <param name="Found">The page as it is saved.</param>
/// <param name="Form">The form.</param>
/// <param name="Preview">The text to preview, or <see langword="null"/>.</param>
/// <param name="IsStale">Whether somebody else saved the page after the form was opened.</param>
public sealed record GuidanceFormView(GuidanceView Found, GuidanceForm Form, string? Preview, bool IsStale);

/// <summary>A page's versions.</summary>
public sealed record GuidanceVersionsView(GuidanceView Found, PeopleDirectory Directory)
{
    /// <summary>Every version, the newest first.</summary>
    public IEnumerable<GuidanceVersion> Versions => Found.Page.Versions.OrderByDescending(version => version.Number);
}

/// <summary>One version of a page.</summary>
/// <param name="Found">The page as it is now.</param>
/// <param name="Number">The version's number; 0 is the text that came with the portal.</param>
/// <param name="Text">Its text.</param>
/// <param name="SavedBy">Who saved it; <see langword="null"/> for the text that came with the portal.</param>
/// <param name="SavedAt">When, UTC.</param>
/// <param name="Hash">SHA-256 of the text.</param>
public sealed record GuidanceVersionView(GuidanceView Found, int Number, string Text, string? SavedBy, DateTime? SavedAt, string Hash)
{
    /// <summary>What to call it.</summary>
    public string Title => Number == 0 ? "The text that came with the portal" : $"Version {Number}";

    /// <summary>Whether the page shows this text now.</summary>
    public bool IsShown => string.Equals(Text, Found.Page.Text, StringComparison.Ordinal);

    /// <summary>A version of a page, or <see langword="null"/> when there is none of that number.</summary>
    public static GuidanceVersionView? Of(GuidanceVersionsView page, int number)
    {
        if (number == 0)
        {
            var delivered = DeliveredGuidance.Of(page.Found.Topic);
            return new GuidanceVersionView(page.Found, 0, delivered, null, null, GuidancePage.HashOf(delivered));
        }

        return page.Found.Page.Versions.FirstOrDefault(version => version.Number == number) is { } there
            ? new GuidanceVersionView(page.Found, number, there.Text, page.Directory.NameOf(there.SavedById), there.SavedAt, there.Hash)
            : null;
    }
}
