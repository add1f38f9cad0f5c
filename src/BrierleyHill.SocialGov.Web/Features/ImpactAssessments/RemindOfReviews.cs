using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Reminds author and data protection officers of reviews that come near or are overdue.</summary>
public sealed class RemindOfReviews(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Impact assessment reviews";

    /// <inheritdoc />
    public override string Description =>
        "Reminds authors and the data protection officer of impact assessments whose review comes near (60, 30 and 7 days before) or is overdue (every week).";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var horizon = LondonTime.DateOf(now).AddDays(ReminderSchedule.DaysBefore[0]);
        int[] near = await database.ImpactAssessments.AsNoTracking()
            .Where(assessment => assessment.Status == AssessmentStatus.SignedOff && assessment.ReviewOn != null && assessment.ReviewOn <= horizon)
            .OrderBy(assessment => assessment.Id)
            .Select(assessment => assessment.Id)
            .ToArrayAsync(cancellationToken);
        var reminded = 0;
        foreach (var id in near)
        {
            database.ChangeTracker.Clear();
            if (await database.ImpactAssessments.FindAsync([id], cancellationToken) is { } assessment
                && !assessment.RemindOfReview(calendar, Actor.Portal(Name), now).IsRefused
                && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                reminded++;
            }
        }

        return reminded;
    }
}
