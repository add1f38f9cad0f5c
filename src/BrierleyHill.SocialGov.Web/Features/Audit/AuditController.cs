using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Audit;

/// <summary>The audit, for portal managers and the data protection officer.</summary>
[Authorize(Policies.AuditReader)]
[Route("audit")]
public sealed class AuditController(AuditQueries queries) : PortalController
{
    /// <summary>The lines, the newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(AuditFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder(AuditQueries.WhenColumn, Descending: true), AuditQueries.WhenColumn);
        return View(await queries.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>Walks the chain.</summary>
    [HttpPost("verify")]
    public async Task<IActionResult> Verify([FromServices] VerifyAudit verify, [FromServices] CurrentPerson person, CancellationToken cancellationToken) =>
        View(await verify.RunAsync(person.Actor, cancellationToken));
}

/// <summary>Registers what the audit needs.</summary>
public static class AuditFeature
{
    /// <summary>Queries and the walk.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddScoped<AuditQueries>().AddScoped<VerifyAudit>();
}

/// <summary>
/// Reads the audit for its page. Lines about an incident are shown to nobody to whom that is not open (ADR 47). So that their absence does not show
/// either, the page gives neither the number of a line nor its fingerprint, and counts what it shows: those are for <c>verify-audit</c> on the
/// command line.
/// </summary>
public sealed class AuditQueries(SocialGovDbContext database, CurrentPerson reader)
{
    /// <summary>The column that the audit can be sorted by: its lines stand in the order in which things happened.</summary>
    public const string WhenColumn = "when";

    /// <summary>One page of the audit.</summary>
    public async Task<AuditList> ListAsync(AuditFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var lines = database.AuditLinesShownTo(reader.Actor);
        if (!string.IsNullOrEmpty(filter.Event))
        {
            lines = lines.Where(line => line.Name == filter.Event);
        }

        if (filter.Person is { } personId)
        {
            lines = lines.Where(line => line.ActorId == personId);
        }

        var wantsRecord = PlainText.CleanLine(filter.Record);
        if (wantsRecord.Length > 0)
        {
            // As it is written, for the references that are no number, and as people type it.
            var reference = Reference.TryParse(wantsRecord, out var kind, out var id) ? Reference.Of(kind, id) : wantsRecord;
            var written = wantsRecord.ToUpperInvariant();
            lines = lines.Where(line => line.RecordReference == reference || line.RecordReference == written);
        }

        if (filter.From is { } from)
        {
            var start = LondonTime.StartOfDay(from);
            lines = lines.Where(line => line.OccurredAt >= start);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = LondonTime.StartOfDay(until.AddDays(1));
            lines = lines.Where(line => line.OccurredAt < end);
        }

        var page = await PagedList<AuditEvent>.ReadAsync(
            order.Descending ? lines.OrderByDescending(line => line.Sequence) : lines.OrderBy(line => line.Sequence), filter.Page, cancellationToken, pageSize: 50);
        return new AuditList(page, filter, order, await database.LoadDirectoryAsync(cancellationToken));
    }
}

/// <summary>What the audit is narrowed to.</summary>
public sealed class AuditFilter
{
    /// <summary>The name of an event.</summary>
    public string? Event { get; set; }

    /// <summary>Who did it.</summary>
    public int? Person { get; set; }

    /// <summary>A reference.</summary>
    public string? Record { get; set; }

    /// <summary>The first day, London.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "From", ShortName = "The first day")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, London.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Until", ShortName = "The last day")]
    public DateOnly? Until { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrEmpty(Event) || Person is not null || !string.IsNullOrWhiteSpace(Record) || From is not null || Until is not null;
}

/// <summary>The audit page.</summary>
public sealed record AuditList(PagedList<AuditEvent> Lines, AuditFilter Filter, SortOrder Order, Domain.People.PeopleDirectory Directory);
