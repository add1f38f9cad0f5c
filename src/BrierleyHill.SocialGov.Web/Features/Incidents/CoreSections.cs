using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Who is involved: everybody to those to whom the incident is open, those whom the report named to whoever reported it.</summary>
public sealed class PeopleSection(SocialGovDbContext database) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 20;

    /// <inheritdoc />
    public override string View => "_People";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (seen.Incident.Status == IncidentStatus.OutOfScope)
        {
            // Who was named is not known any more: "nobody" would say something that was never so.
            return null;
        }

        var shown = (seen.IsOpen ? seen.Incident.Involved : seen.Incident.InvolvedOfReport).OrderBy(person => person.Number).ToList();
        return seen.IsOpen || shown.Count > 0 ? new PeopleView(seen.Incident, seen.IsOpen, shown, await database.LoadDirectoryAsync(cancellationToken)) : null;
    }
}

/// <summary>Who is involved.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="IsOpen">Whether it is open to the person as a whole.</param>
/// <param name="Shown">Those shown.</param>
/// <param name="Directory">Everybody the school knows.</param>
public sealed record PeopleView(Incident Incident, bool IsOpen, IReadOnlyList<InvolvedPerson> Shown, PeopleDirectory Directory);

/// <summary>The way to the chronology.</summary>
public sealed class ChronologySection : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 90;

    /// <inheritdoc />
    public override string View => "_ChronologyLink";

    /// <inheritdoc />
    public override Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken) => Task.FromResult<object?>(seen.IsOpen ? seen : null);
}
