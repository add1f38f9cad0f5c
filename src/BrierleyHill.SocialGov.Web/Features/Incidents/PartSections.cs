using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>A referral on the page of its incident.</summary>
public sealed record ReferralRow(int Number, string Agency, ReferralStatus Status, string AgencyReference, DateTime? NextContactAt);

/// <summary>The referrals of an incident.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Rows">The referrals, in order.</param>
/// <param name="MayAdd">Whether the reader may make another.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record ReferralsShown(Incident Incident, IReadOnlyList<ReferralRow> Rows, bool MayAdd, DateTime Now);

/// <summary>The section of the referrals.</summary>
public sealed class ReferralsSection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 40;

    /// <inheritdoc />
    public override string View => "_Referrals";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.IsOpen)
        {
            return null;
        }

        var rows = await database.Referrals.AsNoTracking().Where(referral => referral.IncidentId == seen.Incident.Id).OrderBy(referral => referral.Number)
            .Select(referral => new ReferralRow(referral.Number, referral.Agency, referral.Status, referral.AgencyReference, referral.NextContactAt))
            .ToListAsync(cancellationToken);
        return new ReferralsShown(seen.Incident, rows, !Referral.CheckMayRefer(seen.Incident, person.Actor).IsRefused, clock.UtcNow());
    }
}

/// <summary>How the breach of an incident stands.</summary>
public sealed record BreachSummary(DateTime AwareAt, BreachRisk? Risk, int? NumberOfPeople, DateTime? ClockStoppedAt, DateTime? CommissionerToldAt, bool? ArePeopleTold)
{
    /// <summary>The last instant that is in time, UTC.</summary>
    public DateTime DueAt => BreachClock.DueAt(AwareAt);

    /// <summary>Whether nobody has decided about the Commissioner.</summary>
    public bool IsRunning => ClockStoppedAt is null;

    /// <summary>Whether the 72 hours have passed and nobody has decided about the Commissioner.</summary>
    /// <param name="now">Now, UTC.</param>
    public bool IsOverdue(DateTime now) => IsRunning && BreachClock.IsLate(AwareAt, now);

    /// <summary>Whether the Commissioner was told after 72 hours.</summary>
    public bool IsLate => CommissionerToldAt is { } told && BreachClock.IsLate(AwareAt, told);
}

/// <summary>The breach of an incident, if there is one.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Breach">How it stands.</param>
/// <param name="MayRecord">Whether the reader may record one.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record BreachShown(Incident Incident, BreachSummary? Breach, bool MayRecord, DateTime Now);

/// <summary>The section of the personal data breach.</summary>
public sealed class BreachSection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 50;

    /// <inheritdoc />
    public override string View => "_Breach";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.IsOpen)
        {
            return null;
        }

        var breach = await database.PersonalDataBreaches.AsNoTracking().Where(its => its.IncidentId == seen.Incident.Id)
            .Select(its => new BreachSummary(
                its.AwareAt, its.Risk, its.NumberOfPeople, its.ClockStoppedAt, its.CommissionerToldAt,
                its.Decisions.Where(decision => decision.Matter == BreachMatter.People).OrderByDescending(decision => decision.Id).Select(decision => (bool?)decision.IsTold).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellationToken);
        return new BreachShown(seen.Incident, breach, breach is null && !PersonalDataBreach.CheckMayWork(seen.Incident, person.Actor).IsRefused, clock.UtcNow());
    }
}

/// <summary>The reviews of an incident.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Reviews">The reviews, in order. What views say is not read here.</param>
/// <param name="MayBegin">Whether the reader may begin another.</param>
public sealed record ReviewsShown(Incident Incident, IReadOnlyList<ContentReview> Reviews, bool MayBegin);

/// <summary>The section of the reviews of content.</summary>
public sealed class ReviewsSection(SocialGovDbContext database, CurrentPerson person) : IncidentSection
{
    /// <inheritdoc />
    public override int Order => 70;

    /// <inheritdoc />
    public override string View => "_Reviews";

    /// <inheritdoc />
    public override async Task<object?> LoadAsync(SeenIncident seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.IsOpen)
        {
            return null;
        }

        var reviews = await database.ContentReviews.AsNoTracking().AsSingleQuery().Where(review => review.IncidentId == seen.Incident.Id)
            .OrderBy(review => review.Number).ToListAsync(cancellationToken);
        return new ReviewsShown(
            seen.Incident,
            reviews,
            !IncidentWork.Check(seen.Incident, person.Actor).IsRefused && person.Actor.PersonId is { } id && ContentReview.MayReview(seen.Incident, id));
    }
}
