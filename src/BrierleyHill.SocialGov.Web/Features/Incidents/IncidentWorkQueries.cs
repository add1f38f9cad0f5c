using System.Globalization;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Reads what the pages of assessment, investigation, routes and end show.</summary>
public sealed class IncidentWorkQueries(SocialGovDbContext database, OpenIncident open, CurrentPerson person, TimeProvider clock)
{
    /// <summary>What a form about it shows; that it was opened is recorded. <see langword="null"/> where there is none for this person.</summary>
    public async Task<IncidentWorkView?> OpenAsync(int id, CancellationToken cancellationToken) =>
        await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Open, cancellationToken) is { } seen ? await ViewAsync(seen, cancellationToken) : null;

    /// <summary>The same for a form that is shown again.</summary>
    public async Task<IncidentWorkView?> FindAsync(int id, CancellationToken cancellationToken) =>
        await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is { } seen ? await ViewAsync(seen, cancellationToken) : null;

    private async Task<IncidentWorkView> ViewAsync(SeenIncident seen, CancellationToken cancellationToken) => new(
        seen.Incident, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow())
    {
        // What is closed or left alone depends on it; the other forms do not.
        Circumstances = seen.Incident.IsOver ? ClosingCircumstances.None : await database.LoadClosingCircumstancesAsync(seen.Incident.Id, cancellationToken),
    };
}

/// <summary>An incident as those see it who work on it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record IncidentWorkView(Incident Incident, PeopleDirectory Directory, Actor Reader, DateTime Now)
{
    /// <summary>What other records there are of it.</summary>
    public ClosingCircumstances Circumstances { get; init; } = ClosingCircumstances.None;

    /// <summary>The deadline of its assessment, where that is shown.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Whether the reader leads it.</summary>
    public bool MayLead => !Incident.CheckMayLead(Reader).IsRefused;

    /// <summary>Whether the reader works on it.</summary>
    public bool MayInvestigate => !Incident.CheckMayInvestigate(Reader).IsRefused;

    /// <summary>Whether the reader can start any further route now.</summary>
    public bool MayStartRoutes => RoutesLeft.Any();

    /// <summary>The routes that the reader can start now.</summary>
    public IEnumerable<IncidentRouteKind> RoutesLeft => RouteChecklists.Each
        .Where(kind => !Incident.CheckMayStartRoute(kind, Reader).IsRefused && Incident.RoutesTaken.All(route => route.Kind != kind));

    /// <summary>The day by the end of which it is to be assessed, in words; <see langword="null"/> where that is not shown.</summary>
    public string? AssessBy => Deadline is { } its ? LondonTime.DisplayWithWeekday(LondonTime.DateOf(its.DueAt.AddTicks(-1))) : null;

    /// <summary>Whether the assessment is late.</summary>
    public bool IsLate => Deadline is { EndedAt: null } its && its.DueAt <= Now;

    /// <summary>Whom the reader can appoint, by name.</summary>
    public IReadOnlyList<Choice> InvestigatorChoices =>
    [
        .. Directory.People.Where(Incident.CanBeInvestigatedBy)
            .OrderBy(other => !Reader.Is(other.Id))
            .ThenBy(other => other.Surname, StringComparer.OrdinalIgnoreCase).ThenBy(other => other.Forename, StringComparer.OrdinalIgnoreCase).ThenBy(other => other.Id)
            .Select(other => new Choice(other.Id.ToString(CultureInfo.InvariantCulture), Reader.Is(other.Id) ? $"{other.FullName} (you)" : other.FullName)),
    ];

    /// <summary>Somebody's name.</summary>
    public string NameOf(int? personId) => personId is { } id ? Directory.NameOf(id) : "The portal";
}

/// <summary>A form about an incident, with what it is about.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="View">The incident as it is saved.</param>
/// <param name="Form">The form.</param>
public sealed record IncidentWork<TForm>(IncidentWorkView View, TForm Form)
    where TForm : IncidentForm
{
    /// <summary>Whether the incident was changed after the form was opened.</summary>
    public bool IsStale { get; init; }

    /// <summary>The words of the page, where several pages share a view.</summary>
    public IncidentWords? Words { get; init; }

    /// <summary>The route, where the form is about one.</summary>
    public IncidentRoute? Route { get; init; }

    /// <summary>The step, where the form is about one.</summary>
    public RouteStep? Step { get; init; }

    /// <summary>The person involved, where the form is about one.</summary>
    public InvolvedPerson? Involved { get; init; }
}

/// <summary>The words of a page that asks for a reason, or of one of two pages that share a form.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Lead">What it means.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Button">The button.</param>
public sealed record IncidentWords(string Title, string Lead, string Label, string Button);

/// <summary>The names of steps in addresses.</summary>
public static class RouteStepNames
{
    private static readonly Dictionary<string, RouteStepKind> ByName = Enum.GetValues<RouteStepKind>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The name in an address: <c>asked-to-remove</c>.</summary>
    public static string NameOf(RouteStepKind kind) =>
        string.Concat(kind.ToString().Select((letter, index) => char.IsUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>The step of that name, or <see langword="null"/>.</summary>
    public static RouteStepKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}

/// <summary>The colours of tags of an assessment and of steps.</summary>
public static class AssessmentColours
{
    /// <summary>Of a severity.</summary>
    public static string Of(IncidentSeverity severity) => severity switch
    {
        IncidentSeverity.Low => "grey",
        IncidentSeverity.Medium => "yellow",
        IncidentSeverity.High => "orange",
        IncidentSeverity.Critical => "red",
    };

    /// <summary>Of a step.</summary>
    public static string Of(RouteStepState state) => state switch
    {
        RouteStepState.Open => "blue",
        RouteStepState.Done => "green",
        RouteStepState.Skipped => "grey",
    };
}
