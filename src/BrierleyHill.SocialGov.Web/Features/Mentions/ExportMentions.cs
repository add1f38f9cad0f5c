using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Takes exactly what a filter shows out of the portal. That it was taken is audited.</summary>
public sealed class ExportMentions(SocialGovDbContext database, MentionQueries queries, CurrentPerson person, TimeProvider clock)
{
    private static readonly string[] Header = ["Reference", "Status", "How it came", "Where", "Title", "What it says", "Seen on", "Logged at", "Times seen"];

    /// <summary>Makes the file.</summary>
    public async Task<CsvDownload> RunAsync(MentionFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var shown = await queries.AllAsync(filter, order, cancellationToken);
        database.Note(new MentionsExported(shown.Count, person.Actor, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        return new CsvDownload($"mentions-{clock.Today():yyyy-MM-dd}", Header, shown.Select(row => new[]
        {
            row.Reference,
            row.Status.InWords(),
            row.Source.InWords(),
            row.Site,
            row.Title,
            row.Text,
            LondonTime.DisplayDate(row.SeenOn),
            LondonTime.Display(row.LoggedAt),
            row.Sightings.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }));
    }
}
