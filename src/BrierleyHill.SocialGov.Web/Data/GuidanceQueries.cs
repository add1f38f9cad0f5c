using BrierleyHill.SocialGov.Domain.Guidance;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads of guidance that several features need.</summary>
public static class GuidanceQueries
{
    /// <summary>The text that a page shows: the one that was saved last, or the one that came with the portal. The school's name is in its place.</summary>
    /// <param name="database">The database.</param>
    /// <param name="topic">Which page.</param>
    /// <param name="schoolName">The school's name.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<string> LoadGuidanceTextAsync(
        this SocialGovDbContext database, GuidanceTopic topic, string schoolName, CancellationToken cancellationToken)
    {
        var slug = topic.Slug();
        var saved = await database.GuidancePages.AsNoTracking()
            .Where(page => page.Slug == slug)
            .Select(page => page.Text)
            .SingleOrDefaultAsync(cancellationToken);
        return GuidancePage.WithSchoolName(saved ?? DeliveredGuidance.Of(topic), schoolName);
    }
}
