using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Reads incidents for the pages.</summary>
public sealed partial class IncidentPageQueries(SocialGovDbContext database, IEnumerable<IncidentSection> sections, IncidentSettings settings, CurrentPerson person, TimeProvider clock)
{
    /// <summary>What the page of an incident shows.</summary>
    public async Task<IncidentView> ViewAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var incident = seen.Incident;
        var account = incident.AccountId is { } id
            ? (await database.LoadRegisterAsync(cancellationToken)).Find(its => its.Id == id)?.Name
            : null;
        return new IncidentView(
            seen,
            account,
            await database.LoadDirectoryAsync(cancellationToken),
            await SectionsAsync(seen, _ => true, cancellationToken),
            settings.DangerContacts,
            person.Actor,
            clock.UtcNow());
    }

    /// <summary>What the page after reporting shows.</summary>
    public async Task<ReportedView> ReportedAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        // Nobody may be left: a school with one leader, who is said to have done it.
        var told = await database.LoadIncidentAudienceAsync(seen.Incident, IncidentTelling.AudienceOfNew(seen.Incident), cancellationToken);
        return new ReportedView(
            seen.Incident,
            settings.DangerContacts,
            told.Count > 0,
            await SectionsAsync(seen, section => section.IsOfferedAfterReporting, cancellationToken));
    }

    /// <summary>The record that an incident is reported from, if there is one that this person may see.</summary>
    public async Task<SourceRecord?> FindSourceAsync((IncidentSource Source, int Id)? from, CancellationToken cancellationToken)
    {
        if (from is not { } asked)
        {
            return null;
        }

        var (id, actor) = (asked.Id, person.Actor);
        return asked.Source switch
        {
            IncidentSource.Enquiry => await database.EnquiriesVisibleTo(actor).Where(enquiry => enquiry.Id == id)
                .Select(enquiry => new SourceRecord(IncidentSource.Enquiry, enquiry.Id, enquiry.Text, enquiry.AccountId, "", enquiry.Link, enquiry.ReceivedAt))
                .SingleOrDefaultAsync(cancellationToken),
            IncidentSource.MonitoringCheck => await ChecksVisibleTo(actor).Where(check => check.Id == id)
                .Select(check => new SourceRecord(IncidentSource.MonitoringCheck, check.Id, check.Found, check.AccountId, "", "", check.DoneAt))
                .SingleOrDefaultAsync(cancellationToken),
            IncidentSource.PublicMention => await MentionsVisibleTo(actor).Where(mention => mention.Id == id)
                .Select(mention => new SourceRecord(
                    IncidentSource.PublicMention, mention.Id, mention.Text.Length > 0 ? mention.Text : mention.Title, null, mention.Site, mention.Link, null))
                .SingleOrDefaultAsync(cancellationToken),
            _ => null,
        };
    }

    /// <summary>The form that reports one, with what to choose from.</summary>
    public async Task<ReportIncidentView> FormAsync(ReportIncidentForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var source = await FindSourceAsync(form.From, cancellationToken);
        return new ReportIncidentView(
            form, await AccountsAsync(cancellationToken), await PeopleAsync(cancellationToken), settings.DangerContacts[0], source?.Reference ?? "");
    }

    /// <summary>The accounts on which something can have happened: those that there are or were.</summary>
    public async Task<IReadOnlyList<Choice>> AccountsAsync(CancellationToken cancellationToken) =>
    [
        .. (await database.LoadRegisterAsync(cancellationToken))
            .Where(account => account.Status != AccountStatus.AwaitingCreation)
            .OrderBy(account => account.Status == AccountStatus.Closed).ThenBy(account => account.Name, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id)
            .Select(account => new Choice(
                account.Id.ToString(CultureInfo.InvariantCulture),
                $"{account.Name} ({(account.PlatformName.Length > 0 ? account.PlatformName : account.Platform.InWords())})")),
    ];

    /// <summary>Everybody the school knows, by name: also those who have left, who may be the ones.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleAsync(CancellationToken cancellationToken) =>
    [
        .. (await database.LoadDirectoryAsync(cancellationToken)).People
            .OrderBy(other => other.Surname, StringComparer.OrdinalIgnoreCase).ThenBy(other => other.Forename, StringComparer.OrdinalIgnoreCase).ThenBy(other => other.Id)
            .Select(other => new Choice(other.Id.ToString(CultureInfo.InvariantCulture), $"{other.Surname}, {other.Forename}")),
    ];

    private async Task<IReadOnlyList<ShownSection>> SectionsAsync(SeenIncident seen, Func<IncidentSection, bool> asked, CancellationToken cancellationToken)
    {
        var shown = new List<ShownSection>();
        foreach (var section in sections.Where(asked).OrderBy(section => section.Order))
        {
            if (await section.LoadAsync(seen, cancellationToken) is { } model)
            {
                shown.Add(new ShownSection(section.View, model));
            }
        }

        return shown;
    }

    private IQueryable<Domain.Monitoring.MonitoringCheck> ChecksVisibleTo(Actor actor)
    {
        var all = actor.Holds(Roles.SeniorLeader) || actor.Holds(Roles.Administrator);
        var own = database.AccountsLookedAfterBy(actor.PersonId);
        return database.MonitoringChecks.AsNoTracking().Where(check => all || own.Contains(check.AccountId));
    }

    private IQueryable<PublicMention> MentionsVisibleTo(Actor actor)
    {
        var all = !PublicMention.CheckMayDecide(actor).IsRefused;
        var id = actor.PersonId;
        return database.Mentions.AsNoTracking().Where(mention => all || mention.Sightings.Any(sighting => sighting.PersonId == id));
    }
}

/// <summary>The record that an incident is reported from, with what it says.</summary>
/// <param name="Source">What kind of record.</param>
/// <param name="Id">Its number.</param>
/// <param name="What">What it says.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="Place">Where else it was.</param>
/// <param name="Link">Where it stands.</param>
/// <param name="At">When it happened or was found, UTC.</param>
public sealed record SourceRecord(IncidentSource Source, int Id, string What, int? AccountId, string Place, string Link, DateTime? At)
{
    /// <summary>Its reference.</summary>
    public string Reference => IncidentSources.ReferenceOf(Source, Id);
}

/// <summary>The records that incidents are reported from, as people know them.</summary>
public static class IncidentSources
{
    /// <summary>The reference of the record.</summary>
    public static string ReferenceOf(IncidentSource source, int? id) => source switch
    {
        IncidentSource.Enquiry => Reference.Of(Domain.Enquiries.Enquiry.ReferenceKind, id!.Value),
        IncidentSource.MonitoringCheck => Reference.Of(Domain.Monitoring.MonitoringCheck.ReferenceKind, id!.Value),
        IncidentSource.PublicMention => Reference.Of(PublicMention.ReferenceKind, id!.Value),
        IncidentSource.None => "",
    };

    /// <summary>The page of the record, from the root of the portal.</summary>
    public static string PathOf(IncidentSource source, int? id) => source switch
    {
        IncidentSource.Enquiry => string.Create(CultureInfo.InvariantCulture, $"/enquiries/{id}"),
        IncidentSource.MonitoringCheck => string.Create(CultureInfo.InvariantCulture, $"/monitoring/checks/{id}"),
        IncidentSource.PublicMention => string.Create(CultureInfo.InvariantCulture, $"/mentions/{id}"),
        IncidentSource.None => "",
    };
}

/// <summary>One incident as somebody sees it.</summary>
/// <param name="Seen">The incident, and how far it is open to them.</param>
/// <param name="Account">The name of its account.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Sections">The sections of the page, in order.</param>
/// <param name="Contacts">Whom to call where somebody is in danger.</param>
/// <param name="Person">Who looks.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record IncidentView(
    SeenIncident Seen,
    string? Account,
    PeopleDirectory Directory,
    IReadOnlyList<ShownSection> Sections,
    IReadOnlyList<DangerContact> Contacts,
    Actor Person,
    DateTime Now)
{
    /// <summary>The incident.</summary>
    public Incident Incident => Seen.Incident;

    /// <summary>Where it happened, in words.</summary>
    public string Where => Account ?? (Incident.Place.Length > 0 ? Incident.Place : "Not said");
}

/// <summary>What whoever has reported one sees at once.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Contacts">Whom to call where somebody is in danger.</param>
/// <param name="IsAnybodyTold">Whether there is anybody who could be told.</param>
/// <param name="Sections">What is offered at once, such as adding evidence.</param>
public sealed record ReportedView(Incident Incident, IReadOnlyList<DangerContact> Contacts, bool IsAnybodyTold, IReadOnlyList<ShownSection> Sections);

/// <summary>A form about one incident, and what stands around it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="Incident">The incident as it is saved.</param>
/// <param name="Form">The form.</param>
public sealed record IncidentAction<TForm>(Incident Incident, TForm Form)
{
    /// <summary>Whether the incident was changed after the form was opened.</summary>
    public bool IsStale { get; init; }

    /// <summary>The people to choose from, where one is chosen.</summary>
    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>What else the view shows, where it does.</summary>
    public object? Also { get; init; }

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; init; }
}

/// <summary>The form that reports an incident, and what to choose from.</summary>
/// <param name="Form">The form.</param>
/// <param name="Accounts">The accounts.</param>
/// <param name="People">The people.</param>
/// <param name="CallFirst">Whom to call before anything else is typed, where somebody is in danger.</param>
/// <param name="From">The reference of the record that it is reported from, or "".</param>
public sealed record ReportIncidentView(ReportIncidentForm Form, IReadOnlyList<Choice> Accounts, IReadOnlyList<Choice> People, DangerContact CallFirst, string From);

/// <summary>The form that reports a mistake of one's own, and what to choose from.</summary>
/// <param name="Form">The form.</param>
/// <param name="Accounts">The accounts.</param>
/// <param name="IsOpen">Whether the details are shown.</param>
public sealed record ReportMistakeView(ReportMistakeForm Form, IReadOnlyList<Choice> Accounts, bool IsOpen);

/// <summary>The colours of the states. The word carries the meaning, the colour only helps.</summary>
public static class IncidentColours
{
    /// <summary>The colour of an incident's tag.</summary>
    public static string? Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Reported => "yellow",
        IncidentStatus.Assessed => "blue",
        IncidentStatus.UnderInvestigation => "purple",
        IncidentStatus.Resolved => "green",
        IncidentStatus.Closed => "grey",
        IncidentStatus.OutOfScope => "grey",
    };
}
