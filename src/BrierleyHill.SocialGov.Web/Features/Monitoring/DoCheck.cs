using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>What somebody says about a check. It carries no version: a check that waits holds nothing that anybody else could have changed.</summary>
public sealed class CheckForm
{
    /// <summary>What it came to: each of the two buttons sends its own.</summary>
    [Display(Name = "What did you find?")]
    public CheckResult? Result { get; set; }

    /// <summary>What was looked at; all of it, unless told otherwise.</summary>
    [Display(Name = "What did you look at?")]
    public List<LookedAt> LookedAt { get; set; } = [];

    /// <summary>What was found.</summary>
    [Display(Name = "What did you find?", Description = "In a sentence or two, with where it is. Do not name a child: initials and the class will do")]
    [MaximumCharacters(MonitoringCheck.FoundMaximumLength)]
    public string? Found { get; set; }

    /// <summary>A form as it is opened: everything was looked at.</summary>
    public static CheckForm Opened() => new() { LookedAt = [.. LookedAtText.Each] };

    /// <summary>What the domain takes.</summary>
    public CheckAnswers ToAnswers() => new(Result, LookedAt.Aggregate(Domain.Monitoring.LookedAt.None, (all, one) => all | one), Found);
}

/// <summary>Does a check that the rota asks for.</summary>
public sealed class DoCheck(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    // The alert about the check may be raised at this very moment, and moves its deadline: that is no reason to refuse what was done.
    private const int Attempts = 3;

    /// <summary>Does it.</summary>
    public async Task<Result> RunAsync(int id, CheckForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var saved = Result.Done;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await database.FindCheckAsync(id, person.Actor, cancellationToken);
            if (found.IsRefused)
            {
                return found.Error;
            }

            var check = found.Value.Check;
            var others = await database.MonitoringChecks
                .Where(other => other.AccountId == check.AccountId && other.Id != id && other.Status == CheckStatus.Expected)
                .OrderBy(other => other.Id)
                .ToListAsync(cancellationToken);
            var done = check.Do(form.ToAnswers(), others, found.Value.Account.Team, person.Actor, clock.UtcNow());
            if (done.IsRefused)
            {
                return done;
            }

            saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused)
            {
                break;
            }
        }

        return saved;
    }
}

/// <summary>Does a check that nobody asked for. Where the rota asks for one, that one is done: the same look counts for it.</summary>
public sealed class DoOwnCheck(SocialGovDbContext database, DoCheck does, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <returns>The number of the check.</returns>
    public async Task<Result<int>> RunAsync(int accountId, CheckForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (await database.MonitoringChecks.AsNoTracking()
            .Where(check => check.AccountId == accountId && check.Status == CheckStatus.Expected)
            .OrderByDescending(check => check.At)
            .Select(check => (int?)check.Id)
            .FirstOrDefaultAsync(cancellationToken) is { } expected)
        {
            var done = await does.RunAsync(expected, form, cancellationToken);
            return done.IsRefused ? done.Error : expected;
        }

        var own = MonitoringCheck.Own(found.Value, form.ToAnswers(), person.Actor, clock.UtcNow());
        if (own.IsRefused)
        {
            return own.Error;
        }

        database.MonitoringChecks.Add(own.Value);
        await database.SaveChangesAsync(cancellationToken);
        return own.Value.Id;
    }
}
