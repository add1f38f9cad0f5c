using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>Takes exactly what a filter shows this person out of the portal. That it was taken is audited.</summary>
public sealed class ExportEnquiries(SocialGovDbContext database, EnquiryPageQueries queries, CurrentPerson current, TimeProvider clock)
{
    /// <summary>How many go into one file.</summary>
    public const int Most = 10_000;

    private static readonly string[] Header =
        ["Reference", "Account", "Kind", "Where", "From", "What it says", "Received", "Due", "State", "Answered", "In time", "Assigned to"];

    /// <summary>Makes the file.</summary>
    public async Task<Result<CsvDownload>> RunAsync(EnquiryFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var shown = await queries.AllAsync(filter, order, Most, cancellationToken);
        if (shown.Count > Most)
        {
            return EnquiryErrors.TooManyToExport;
        }

        database.Note(new EnquiriesExported(shown.Count, current.Actor, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        return new CsvDownload(
            $"enquiries-{clock.Today():yyyy-MM-dd}",
            Header,
            shown.Select(row => new[]
            {
                row.Reference,
                row.Account,
                row.Kind.InWords(),
                row.Place.InWords(),
                row.From,
                row.Text,
                LondonTime.Display(row.ReceivedAt),
                LondonTime.Display(row.DueAt),
                row.Status.InWords(),
                row.AnsweredAt is { } answered ? LondonTime.Display(answered) : "",
                row.AnsweredAt is { } stopped ? InWords(stopped < row.DueAt) : "",
                row.Assignee ?? "",
            }));
    }

    private static string InWords(bool yes) => yes ? "Yes" : "No";
}
