using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Reminds administrators, once, of mentions that nobody has decided about for the set number of working days.</summary>
public sealed class ChaseMentions(SocialGovDbContext database, MentionSettings settings, TimeProvider clock) : Job
{
    private const int MostAtATime = 200;

    /// <inheritdoc />
    public override string Name => "Mention chasing";

    /// <inheritdoc />
    public override string Description => "Reminds administrators once of public mentions that wait for a decision.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        // Calendar days are never fewer than working days, so the database leaves out what cannot be due.
        var earliest = now.AddDays(1 - settings.ChaseAfterWorkingDays);
        var waiting = await database.Mentions
            .Where(mention => mention.Status == MentionStatus.New && mention.ChasedAt == null && mention.LoggedAt < earliest)
            .OrderBy(mention => mention.LoggedAt).ThenBy(mention => mention.Id)
            .Take(MostAtATime)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var chased = waiting.Count(mention => !mention.Chase(calendar, settings.ChaseAfterWorkingDays, Actor.Portal(Name), now).IsRefused);
        // One save, so one reminder for all. Where somebody decides about one of them at that moment, the next run goes on.
        return chased == 0 || (await database.TrySaveAsync(cancellationToken)).IsRefused ? 0 : chased;
    }
}
