using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>Why something is taken back.</summary>
public sealed class TakeBackForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "It is kept in the audit. Name no pupil")]
    [MaximumCharacters(CalendarKeeping.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Takes a closure back.</summary>
public sealed class TakeBackClosure(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Takes it back.</summary>
    /// <returns>The year in which it began.</returns>
    public async Task<Result<int>> RunAsync(int id, TakeBackForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await database.SchoolClosures.FindAsync([id], cancellationToken) is not { } closure)
        {
            return Error.NotFound;
        }

        if (closure.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale.Error;
        }

        var taken = closure.TakeBack(form.Because, person.Actor, clock.UtcNow());
        var saved = taken.IsRefused ? taken : await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : closure.First.Year;
    }
}

/// <summary>Takes back what was added or struck out by hand.</summary>
public sealed class TakeBackCorrection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Takes it back.</summary>
    /// <returns>The year of the day.</returns>
    public async Task<Result<int>> RunAsync(int id, TakeBackForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await database.CalendarCorrections.FindAsync([id], cancellationToken) is not { } correction)
        {
            return Error.NotFound;
        }

        if (correction.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale.Error;
        }

        var taken = correction.TakeBack(form.Because, person.Actor, clock.UtcNow());
        var saved = taken.IsRefused ? taken : await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : correction.Date.Year;
    }
}
