using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>
/// Sends each person what waited for the morning, in one e-mail. Removing the lines and queueing the e-mail is one save: of two instances
/// the one that comes second finds a line gone and leaves all of it, and a run that was broken off has changed nothing. What is due is said by
/// the lines alone (those from before the latest summary time), so a missed morning is made up for, and a clock set back repeats nothing.
/// What is of an incident goes in an e-mail of its own, and is not counted: a portal manager who may not know of it sees the others in the outbox,
/// each with how many lines it has.
/// </summary>
public sealed class SendMorningSummaries(
    SocialGovDbContext database, EmailOutbox outbox, SummarySettings settings, SchoolSettings school, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Morning summaries";

    /// <inheritdoc />
    public override string Description => $"Sends at {settings.AtInWords} what people want to hear of in the morning, one e-mail each.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = SummaryTime.LatestBefore(settings.At, clock.UtcNow());
        int[] people = await database.SummaryLines.AsNoTracking()
            .Where(line => line.At < before)
            .Select(line => line.PersonId)
            .Distinct()
            .OrderBy(id => id)
            .ToArrayAsync(cancellationToken);
        var sent = 0;
        foreach (var id in people)
        {
            sent += await SendAsync(id, before, cancellationToken);
        }

        return sent;
    }

    /// <returns>How many e-mails were queued that are not of an incident.</returns>
    private async Task<int> SendAsync(int personId, DateTime before, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var lines = await database.SummaryLines
            .Where(line => line.PersonId == personId && line.At < before)
            .OrderBy(line => line.At).ThenBy(line => line.Id)
            .ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            return 0;
        }

        var person = await database.People.AsNoTracking().SingleAsync(found => found.Id == personId, cancellationToken);
        // Whoever cannot sign in has nothing to see there, and gets nothing later either.
        var left = person.Status == PersonStatus.Active ? await NotReadAsync(lines, cancellationToken) : [];
        database.SummaryLines.RemoveRange(lines);
        var queued = 0;
        foreach (var about in left.GroupBy(line => IncidentPath.NumberOf(line.Subject, line.Path)).OrderBy(about => about.Key ?? 0))
        {
            outbox.Queue(
                database,
                person,
                about.Key is { } incident
                    ? SummaryEmails.OfIncident([.. about], incident, school.PortalAddress)
                    : SummaryEmails.Morning([.. about], school.PortalAddress),
                clock.UtcNow());
            queued += about.Key is null ? 1 : 0;
        }

        return (await database.TrySaveAsync(cancellationToken)).IsRefused ? 0 : queued;
    }

    // A line and the notification beside it were written by one rule: for one person, at one instant, about one page. A line without one is sent.
    private async Task<List<SummaryLine>> NotReadAsync(List<SummaryLine> lines, CancellationToken cancellationToken)
    {
        var (personId, since, until) = (lines[0].PersonId, lines[0].At, lines[^1].At);
        var told = await database.Notifications.AsNoTracking()
            .Where(one => one.PersonId == personId && one.CreatedAt >= since && one.CreatedAt <= until)
            .Select(one => new { one.Path, one.CreatedAt, IsRead = one.ReadAt != null })
            .ToListAsync(cancellationToken);
        var isRead = told.GroupBy(one => (one.Path, one.CreatedAt)).ToDictionary(beside => beside.Key, beside => beside.All(one => one.IsRead));
        return [.. lines.Where(line => !isRead.GetValueOrDefault((line.Path, line.At))).DistinctBy(line => (line.Subject, line.Path))];
    }
}
