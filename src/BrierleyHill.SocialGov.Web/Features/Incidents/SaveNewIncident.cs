using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Draws a number for an incident that is reported, and saves it.</summary>
public sealed class SaveNewIncident(SocialGovDbContext database)
{
    // Another draw of the number that somebody else drew at the same moment: that happens once in a lifetime.
    private const int Tries = 3;

    /// <summary>Reports an incident under a number that is free. Should somebody else take that number meanwhile, it is reported anew under another.</summary>
    /// <param name="report">Reports it under this number; what it needs of the database it reads each time.</param>
    /// <param name="cancellationToken">Ends it early; nothing is then saved.</param>
    /// <returns>The incident, saved.</returns>
    public async Task<Result<Incident>> RunAsync(Func<int, Task<Result<Incident>>> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        for (var attempt = 1; ; attempt++)
        {
            var reported = await report(await database.DrawIncidentNumberAsync(cancellationToken));
            if (reported.IsRefused)
            {
                return reported;
            }

            database.Incidents.Add(reported.Value);
            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused)
            {
                return reported;
            }

            if (attempt == Tries)
            {
                return saved.Error;
            }
        }
    }
}
