using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>What the pages of the policy show.</summary>
public sealed class PolicyVersionQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list of versions can be sorted by.</summary>
    public static IReadOnlyCollection<string> SortColumns { get; } = ["number", "status", "published"];

    /// <summary>The version in force with what this person is asked for.</summary>
    public async Task<PolicyPage> ReadInForceAsync(CancellationToken cancellationToken)
    {
        var version = await database.LoadPolicyInForceAsync(cancellationToken);
        var own = await database.Acknowledgements.AsNoTracking()
            .Where(given => given.PersonId == person.Id)
            .OrderByDescending(given => given.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var asked = Acknowledgement.NumberAskedFor(await database.LoadPublishedPoliciesAsync(cancellationToken));
        return new PolicyPage(
            version,
            version is null ? "" : await NameOfAsync(version.PublishedById, cancellationToken),
            await database.LoadPolicyReviewAsync(clock.Today(), cancellationToken),
            own,
            asked,
            person.Holds(Roles.SeniorLeader),
            person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator),
            person.Holds(Roles.SeniorLeader) ? await FindOpenAsync(cancellationToken) : null);
    }

    /// <summary>The versions that this person may see.</summary>
    public async Task<PolicyVersionList> ListAsync(PolicyVersionFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var versions = database.PolicyVersions.AsNoTracking().Where(PolicyAuthorization.VisibleTo(person.Actor));
        if (filter.Status is { } status)
        {
            versions = versions.Where(version => version.Status == status);
        }

        versions = (order.Column, order.Descending) switch
        {
            ("status", false) => versions.OrderBy(version => version.Status).ThenByDescending(version => version.Number),
            ("status", true) => versions.OrderByDescending(version => version.Status).ThenByDescending(version => version.Number),
            ("published", false) => versions.OrderBy(version => version.PublishedAt).ThenBy(version => version.Number),
            ("published", true) => versions.OrderByDescending(version => version.PublishedAt).ThenByDescending(version => version.Number),
            (_, false) => versions.OrderBy(version => version.Number),
            (_, true) => versions.OrderByDescending(version => version.Number),
        };
        var rows = await PagedList<PolicyVersionRow>.ReadAsync(
            versions.Select(version => new PolicyVersionRow(
                version.Id,
                version.Number,
                version.Title,
                version.Status,
                version.PublishedAt,
                version.IsMaterial,
                database.Acknowledgements.Count(given => given.PolicyVersionId == version.Id))),
            filter.Page,
            cancellationToken);
        var isLeader = person.Holds(Roles.SeniorLeader);
        return new PolicyVersionList(rows, filter, order, isLeader, isLeader ? await FindOpenAsync(cancellationToken) : null);
    }

    /// <summary>A version as this person sees it, or <see langword="null"/> when there is none for them.</summary>
    public async Task<PolicyVersionView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.PolicyVersions.AsNoTracking().Where(PolicyAuthorization.VisibleTo(person.Actor))
            .SingleOrDefaultAsync(version => version.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        var before = await database.PolicyVersions.AsNoTracking()
            .Where(version => version.PublishedAt != null && version.Number < found.Number)
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var isLeader = person.Holds(Roles.SeniorLeader);
        var history = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(PolicyVersion) && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        return new PolicyVersionView(
            found,
            await database.LoadDirectoryAsync(cancellationToken),
            before,
            clock.Today(),
            isLeader,
            await database.Acknowledgements.CountAsync(given => given.PolicyVersionId == id, cancellationToken),
            // How a version came to be written is the leaders' own; everybody reads what became of it.
            [.. history.Where(line => isLeader || line.Name is nameof(PolicyPublished) or nameof(PolicySuperseded) or nameof(PolicyReviewed)).Select(HistoryEntry.From)]);
    }

    private async Task<string> NameOfAsync(int? personId, CancellationToken cancellationToken) => await database.People.AsNoTracking()
        .Where(known => known.Id == personId)
        .Select(known => known.Forename + " " + known.Surname)
        .SingleOrDefaultAsync(cancellationToken) ?? "";

    private Task<OpenVersion?> FindOpenAsync(CancellationToken cancellationToken) => database.PolicyVersions.AsNoTracking()
        .Where(version => version.Status == PolicyStatus.Draft || version.Status == PolicyStatus.Approved)
        .Select(version => new OpenVersion(version.Id, version.Number, version.Status))
        .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>The version that is being written.</summary>
/// <param name="Id">The record's number.</param>
/// <param name="Number">The version's number.</param>
/// <param name="Status">Where it stands.</param>
public sealed record OpenVersion(int Id, int Number, PolicyStatus Status);

/// <summary>The page of the policy.</summary>
/// <param name="Version">The version in force, or <see langword="null"/>.</param>
/// <param name="PublishedBy">Who published it.</param>
/// <param name="Review">How its review stands.</param>
/// <param name="Own">The reader's own latest acknowledgement.</param>
/// <param name="Asked">The version that everybody is asked to have acknowledged, or a later one.</param>
/// <param name="IsLeader">Whether the reader is a senior leader.</param>
/// <param name="SeesAcknowledgements">Whether the reader sees who has acknowledged.</param>
/// <param name="Open">The version that is being written, for leaders.</param>
public sealed record PolicyPage(
    PolicyVersion? Version,
    string PublishedBy,
    PolicyReviewStanding? Review,
    Acknowledgement? Own,
    int? Asked,
    bool IsLeader,
    bool SeesAcknowledgements,
    OpenVersion? Open)
{
    /// <summary>Whether the reader is asked to acknowledge the policy.</summary>
    public bool IsAsked => Version is not null && (Own is null || Own.Number < Asked);

    /// <summary>What was ticked.</summary>
    public AcknowledgeForm Form { get; init; } = new();
}

/// <summary>What the list of versions is narrowed to.</summary>
public sealed class PolicyVersionFilter
{
    /// <summary>The status.</summary>
    public PolicyStatus? Status { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }
}

/// <summary>One version in the list.</summary>
public sealed record PolicyVersionRow(int Id, int Number, string Title, PolicyStatus Status, DateTime? PublishedAt, bool? IsMaterial, int Acknowledgements);

/// <summary>The list.</summary>
public sealed record PolicyVersionList(PagedList<PolicyVersionRow> Rows, PolicyVersionFilter Filter, SortOrder Order, bool IsLeader, OpenVersion? Open);

/// <summary>A version as one person sees it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Before">The published version before it, or <see langword="null"/> when there is none.</param>
/// <param name="Today">Today, London.</param>
/// <param name="IsLeader">Whether the reader is a senior leader.</param>
/// <param name="Acknowledgements">How many people have acknowledged it.</param>
/// <param name="History">What happened to it.</param>
public sealed record PolicyVersionView(
    PolicyVersion Version,
    PeopleDirectory Directory,
    PolicyVersion? Before,
    DateOnly Today,
    bool IsLeader,
    int Acknowledgements,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>The name of a person.</summary>
    public string NameOf(int? personId) => personId is { } id ? Directory.NameOf(id) : "";
}

/// <summary>A version with the form that changes it.</summary>
public sealed record EditVersionView(PolicyVersionView Found, EditVersionForm Form, bool IsStale = false)
{
    /// <summary>Whether the form is shown with how the text looks.</summary>
    public bool IsPreview => Form.Do == EditVersionButton.Preview;
}

/// <summary>A version with the form that publishes it.</summary>
public sealed record PublishVersionView(PolicyVersionView Found, PublishVersionForm Form);

/// <summary>A version with the form that discards it.</summary>
public sealed record DiscardVersionView(PolicyVersionView Found, DiscardVersionForm Form);

/// <summary>A version with the form that records a review.</summary>
public sealed record RecordReviewView(PolicyVersionView Found, RecordReviewForm Form);

/// <summary>How a version's status is shown.</summary>
public static class PolicyColours
{
    /// <summary>The colour of the status's tag.</summary>
    public static string Of(PolicyStatus status) => status switch
    {
        PolicyStatus.Draft => "yellow",
        PolicyStatus.Approved => "blue",
        PolicyStatus.Published => "green",
        PolicyStatus.Superseded or PolicyStatus.Discarded => "grey",
    };
}
