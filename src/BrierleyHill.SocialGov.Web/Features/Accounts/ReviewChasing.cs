using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Reminds senior leaders of reviews, and administrators of verifications, that come near or are overdue.</summary>
public sealed class ReviewChasing(SocialGovDbContext database, TimeProvider clock) : Job
{
    /// <inheritdoc />
    public override string Name => "Account reviews";

    /// <inheritdoc />
    public override string Description =>
        "Reminds senior leaders of the yearly review of each account, and administrators of its verification: 60, 30 and 7 days before, and every week once it is overdue.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var horizon = LondonTime.DateOf(now).AddDays(ReminderSchedule.DaysBefore[0]);
        int[] near = await database.Accounts.AsNoTracking()
            .Where(account => (account.Status == AccountStatus.Active || account.Status == AccountStatus.Suspended)
                && (account.NextReviewOn <= horizon || account.VerificationDueOn <= horizon))
            .OrderBy(account => account.Id)
            .Select(account => account.Id)
            .ToArrayAsync(cancellationToken);
        var reminded = 0;
        foreach (var id in near)
        {
            database.ChangeTracker.Clear();
            if (await database.Accounts.FindAsync([id], cancellationToken) is not { } account)
            {
                continue;
            }

            var by = Actor.Portal(Name);
            var due = (account.RemindOfReview(calendar, by, now).IsRefused ? 0 : 1)
                + (account.RemindOfVerification(calendar, by, now).IsRefused ? 0 : 1);
            if (due > 0 && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                reminded += due;
            }
        }

        return reminded;
    }
}
