using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Readiness;

/// <summary>Takes exactly what a filter shows out of the portal. That it was taken is audited.</summary>
public sealed class ExportReadiness(SocialGovDbContext database, ReadinessLists lists, CurrentPerson current, TimeProvider clock)
{
    private static readonly string[] Header =
        ["Name", "Affiliation", "Ready", "Active", "Policy acknowledged", "Trained", "What to do", "Runs or is to run an account", "Last reminded"];

    /// <summary>Makes the file.</summary>
    public async Task<CsvDownload> RunAsync(ReadinessFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var shown = await lists.ShownAsync(filter, order, cancellationToken);
        database.Note(new ReadinessExported(shown.Count, current.Actor, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        return new CsvDownload(
            $"readiness-{clock.Today():yyyy-MM-dd}",
            Header,
            shown.Select(row => new[]
            {
                row.Person.FullName,
                row.Affiliation.InWords(),
                InWords(row.Readiness.IsReady),
                row.Readiness.Active.Standing,
                row.Readiness.Acknowledged.Standing,
                row.Readiness.Trained.Standing,
                string.Join(" ", row.Readiness.Missing.Select(part => part.ToDo)),
                InWords(row.RunsAccounts),
                row.LastReminded is { } day ? LondonTime.DisplayDate(day) : "",
            }));
    }

    private static string InWords(bool yes) => yes ? "Yes" : "No";
}
