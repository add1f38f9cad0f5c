using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>Takes exactly what a filter shows out of the portal, with what staff are shown of each use. That it was taken is audited.</summary>
public sealed class ExportPupils(SocialGovDbContext database, PupilQueries queries, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Makes the file.</summary>
    public async Task<CsvDownload> RunAsync(PupilFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var (uses, pupils) = await queries.AllAsync(filter, order, cancellationToken);
        database.Note(new PupilsExported(pupils.Count, person.Actor, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        var today = clock.Today();
        return new CsvDownload(
            $"pupils-{today:yyyy-MM-dd}",
            ["Reference", "MIS number", "Surname", "Forename", "Class", "Last day", .. uses.Select(use => use.InWords)],
            pupils.Select(pupil => (string?[])
            [
                pupil.Reference,
                pupil.MisNumber,
                pupil.Surname,
                pupil.Forename,
                pupil.ClassName,
                pupil.LeavingOn is { } last ? LondonTime.DisplayDate(last) : "",
                .. uses.Select(use => pupil.VerdictOn(use, today).Shown.InWords()),
            ]));
    }
}
