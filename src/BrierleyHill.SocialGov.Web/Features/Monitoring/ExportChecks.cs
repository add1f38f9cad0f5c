using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Takes the checks that a filter shows out of the portal, without the text of what was found, which may be about a child. That it was taken is audited.</summary>
public sealed class ExportChecks(SocialGovDbContext database, RotaQueries rotas, CurrentPerson person, TimeProvider clock)
{
    private static readonly string[] Header = ["Check", "Account", "Asked for", "Late from", "On duty", "How it stands", "Done by", "Done", "Result", "Looked at"];

    /// <summary>Makes the file, or <see langword="null"/> where there is no such account for this person.</summary>
    public async Task<CsvDownload?> RunAsync(int accountId, CheckFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        if (await rotas.ShownAsync(accountId, filter, order, cancellationToken) is not { } shown)
        {
            return null;
        }

        var (now, directory) = (clock.UtcNow(), shown.Account.Team.Directory);
        database.Note(new MonitoringChecksExported(shown.Account.Reference, shown.Rows.Count, person.Actor, now));
        await database.SaveChangesAsync(cancellationToken);
        return new CsvDownload(
            string.Create(CultureInfo.InvariantCulture, $"checks-{shown.Account.Reference}-{clock.Today():yyyy-MM-dd}"),
            Header,
            shown.Rows.Select(row => new[]
            {
                row.Reference,
                shown.Account.Name,
                row.SlotAt is { } slot ? LondonTime.Display(slot) : "Not asked for",
                row.DueAt is { } due ? LondonTime.Display(due) : "",
                row.OnDutyId is { } duty ? directory.NameOf(duty) : "",
                row.Standing(now).Words,
                row.DoneById is { } by ? directory.NameOf(by) : "",
                row.DoneAt is { } done ? LondonTime.Display(done) : "",
                row.Result.InWords() ?? "",
                row.Status == CheckStatus.Done ? row.LookedAt.ListInWords() : "",
            }));
    }
}
