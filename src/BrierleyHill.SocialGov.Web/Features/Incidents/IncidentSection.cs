namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>
/// One section of the page of an incident: a part of the feature registers its own, so that the page knows none of them. They stand in the order of
/// <see cref="Order"/>: assessment 10, people 20, routes 30, referrals 40, personal data breach 50, evidence 60, reviews of content 70, outcome 80, chronology 90.
/// </summary>
public abstract class IncidentSection
{
    /// <summary>Where it stands on the page.</summary>
    public abstract int Order { get; }

    /// <summary>The partial view that shows it.</summary>
    public abstract string View { get; }

    /// <summary>Whether it is also offered on the page that follows a report.</summary>
    public virtual bool IsOfferedAfterReporting => false;

    /// <summary>What its view shows; <see langword="null"/> where the section is not for this person, or there is nothing to show. At most one statement.</summary>
    /// <param name="seen">The incident, and whether it is open to the person as a whole.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public abstract Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken);
}

/// <summary>A section with what it shows.</summary>
/// <param name="View">The partial view.</param>
/// <param name="Model">Its model.</param>
public sealed record ShownSection(string View, object Model);
