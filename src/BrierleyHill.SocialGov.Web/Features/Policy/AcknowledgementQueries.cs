using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Who has acknowledged which version, and the links that were sent.</summary>
public sealed class AcknowledgementQueries(SocialGovDbContext database, TimeProvider clock)
{
    /// <summary>The columns that the list of people can be sorted by.</summary>
    public static IReadOnlyCollection<string> SortColumns { get; } = ["name", "version", "when"];

    /// <summary>The columns that the list of links can be sorted by.</summary>
    public static IReadOnlyCollection<string> LinkSortColumns { get; } = ["name", "sent"];

    /// <summary>Everybody who can act for the school, with what they have acknowledged.</summary>
    public async Task<AcknowledgementList> ListAsync(AcknowledgementFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var asked = Acknowledgement.NumberAskedFor(await database.LoadPublishedPoliciesAsync(cancellationToken));
        var everybody =
            from person in database.People.AsNoTracking()
            where person.Status != PersonStatus.Deactivated
            select new
            {
                person,
                Number = database.Acknowledgements.Where(given => given.PersonId == person.Id).Max(given => (int?)given.Number),
                At = database.Acknowledgements.Where(given => given.PersonId == person.Id).Max(given => (DateTime?)given.AcknowledgedAt),
                RequestId = database.Acknowledgements.Where(given => given.PersonId == person.Id).OrderByDescending(given => given.Number).Select(given => given.RequestId).FirstOrDefault(),
            };
        var (active, done) = (
            await everybody.CountAsync(row => row.person.Status == PersonStatus.Active, cancellationToken),
            await everybody.CountAsync(row => row.person.Status == PersonStatus.Active && row.Number >= asked, cancellationToken));
        var rows = filter.Standing switch
        {
            AcknowledgementStanding.Done => everybody.Where(row => row.Number >= asked),
            AcknowledgementStanding.Again => everybody.Where(row => row.Number < asked),
            AcknowledgementStanding.Never => everybody.Where(row => row.Number == null),
            null => everybody,
        };
        if (filter.Affiliation is { } affiliation)
        {
            rows = rows.Where(row => row.person.Affiliation == affiliation);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            var capitals = text.ToUpperInvariant();
            rows = rows.Where(row => row.person.NormalisedName.Contains(capitals));
        }

        var sorted = (order.Column, order.Descending) switch
        {
            ("version", false) => rows.OrderBy(row => row.Number).ThenBy(row => row.person.Surname),
            ("version", true) => rows.OrderByDescending(row => row.Number).ThenBy(row => row.person.Surname),
            ("when", false) => rows.OrderBy(row => row.At).ThenBy(row => row.person.Surname),
            ("when", true) => rows.OrderByDescending(row => row.At).ThenBy(row => row.person.Surname),
            (_, false) => rows.OrderBy(row => row.person.Surname).ThenBy(row => row.person.Forename),
            (_, true) => rows.OrderByDescending(row => row.person.Surname).ThenByDescending(row => row.person.Forename),
        };
        var page = await PagedList<AcknowledgementRow>.ReadAsync(
            sorted.ThenBy(row => row.person.Id).Select(row => new AcknowledgementRow(
                row.person.Id, row.person.Forename + " " + row.person.Surname, row.person.Affiliation, row.person.Status, row.Number, row.At, row.RequestId != null)),
            filter.Page,
            cancellationToken);
        return new AcknowledgementList(page, filter, order, asked, active, done);
    }

    /// <summary>The links that were sent.</summary>
    public async Task<LinkList> ListLinksAsync(LinkFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var requests = database.AcknowledgementRequests.AsNoTracking();
        if (filter.Status is { } status)
        {
            requests = requests.Where(request => request.Status == status);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
            var lower = text.ToLowerInvariant();
            requests = requests.Where(request => request.Name.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }

        var sorted = (order.Column, order.Descending) switch
        {
            ("name", false) => requests.OrderBy(request => request.Name),
            ("name", true) => requests.OrderByDescending(request => request.Name),
            (_, false) => requests.OrderBy(request => request.SentAt),
            (_, true) => requests.OrderByDescending(request => request.SentAt),
        };
        var inForce = await database.LoadPolicyInForceAsync(cancellationToken);
        var page = await PagedList<LinkRow>.ReadAsync(
            sorted.ThenByDescending(request => request.Id).Select(request => new LinkRow(
                request.Id, request.Version, request.Name, request.EmailAddress, request.Affiliation, request.Status, request.Number, request.SentAt,
                request.ExpiresAt, request.AcknowledgedAt, request.PersonId)),
            filter.Page,
            cancellationToken);
        return new LinkList(page, filter, order, now, inForce?.Number);
    }
}

/// <summary>How somebody stands with the policy.</summary>
public enum AcknowledgementStanding
{
    /// <summary>Has acknowledged the version asked for, or a later one.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Acknowledged")]
    Done,

    /// <summary>Has acknowledged only an earlier one.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Only an earlier version")]
    Again,

    /// <summary>Has never acknowledged any.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Not yet")]
    Never,
}

/// <summary>What the list of people is narrowed to.</summary>
public sealed class AcknowledgementFilter
{
    /// <summary>A part of the name.</summary>
    public string? Text { get; set; }

    /// <summary>How they stand.</summary>
    public AcknowledgementStanding? Standing { get; set; }

    /// <summary>How they belong to the school.</summary>
    public Affiliation? Affiliation { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Standing is not null || Affiliation is not null;
}

/// <summary>One person in the list.</summary>
public sealed record AcknowledgementRow(int PersonId, string Name, Affiliation Affiliation, PersonStatus Status, int? Number, DateTime? At, bool ByLink)
{
    /// <summary>How they stand.</summary>
    /// <param name="asked">The version asked for.</param>
    public AcknowledgementStanding StandingFor(int? asked) =>
        Number is null ? AcknowledgementStanding.Never : Number >= asked ? AcknowledgementStanding.Done : AcknowledgementStanding.Again;
}

/// <summary>The list of people.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="Asked">The version asked for.</param>
/// <param name="Active">How many people are active.</param>
/// <param name="Done">How many of them have acknowledged it.</param>
public sealed record AcknowledgementList(PagedList<AcknowledgementRow> Rows, AcknowledgementFilter Filter, SortOrder Order, int? Asked, int Active, int Done);

/// <summary>What the list of links is narrowed to.</summary>
public sealed class LinkFilter
{
    /// <summary>A part of the name.</summary>
    public string? Text { get; set; }

    /// <summary>The status.</summary>
    public AcknowledgementRequestStatus? Status { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null;
}

/// <summary>One link in the list.</summary>
public sealed record LinkRow(
    int Id,
    int Version,
    string Name,
    string EmailAddress,
    Affiliation Affiliation,
    AcknowledgementRequestStatus Status,
    int Number,
    DateTime SentAt,
    DateTime ExpiresAt,
    DateTime? AcknowledgedAt,
    int? PersonId)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(AcknowledgementRequest.ReferenceKind, Id);

    /// <summary>How it stands, in words and a colour.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <param name="inForce">The version in force.</param>
    public (string Words, string Colour) StandingAt(DateTime now, int? inForce) => Status switch
    {
        AcknowledgementRequestStatus.Sent when now >= ExpiresAt => ("Ran out", "red"),
        AcknowledgementRequestStatus.Sent when Number != inForce => ("The policy has changed", "red"),
        AcknowledgementRequestStatus.Sent => (Status.InWords(), "yellow"),
        AcknowledgementRequestStatus.Acknowledged => (Status.InWords(), "green"),
        AcknowledgementRequestStatus.Cancelled or AcknowledgementRequestStatus.Replaced => (Status.InWords(), "grey"),
    };
}

/// <summary>The list of links.</summary>
public sealed record LinkList(PagedList<LinkRow> Rows, LinkFilter Filter, SortOrder Order, DateTime Now, int? InForce);
