using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>A bank holiday to add or to strike out, as it is typed.</summary>
public sealed class DayForm
{
    /// <summary>The day.</summary>
    [Display(Name = "Which day?", ShortName = "Date", Description = "For example, 8 5 2026")]
    public DateOnly? Date { get; set; }

    /// <summary>What it is called. Not asked for a day that is struck out.</summary>
    [Display(Name = "What is it called?", Description = "For example, Bank holiday for the state visit")]
    [MaximumCharacters(CalendarKeeping.NameMaximumLength)]
    public string? Name { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "Everybody who signs in reads it beside the day. Name no pupil")]
    [MaximumCharacters(CalendarKeeping.ReasonMaximumLength)]
    public string? Because { get; set; }
}

internal static class CalendarDays
{
    /// <summary>What the calendar has on a day.</summary>
    public static async Task<DayAsItStands> LoadDayAsync(this SocialGovDbContext database, DateOnly? date, CancellationToken cancellationToken)
    {
        // A date that the calendar cannot hold is told by the record.
        if (date is not { Year: >= BankHolidays.FirstYear } day)
        {
            return new DayAsItStands(null, null);
        }

        var official = await database.OfficialBankHolidays.AsNoTracking().SingleOrDefaultAsync(one => one.Year == day.Year, cancellationToken);
        var corrections = await database.CalendarCorrections.AsNoTracking()
            .Where(one => one.TakenBackAt == null && one.Date == day)
            .ToListAsync(cancellationToken);
        return CalendarYear.Of(day.Year, official, corrections, []).On(day, corrections);
    }

    /// <summary>Saves a new correction. Of two of the same day at the same moment the unique index lets one through; the other is told.</summary>
    public static async Task<Result<int>> SaveCorrectionAsync(
        this SocialGovDbContext database, CalendarCorrection correction, CancellationToken cancellationToken)
    {
        database.CalendarCorrections.Add(correction);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return correction.Date.Year;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await database.CalendarCorrections.AnyAsync(one => one.TakenBackAt == null && one.Date == correction.Date, cancellationToken))
            {
                return CalendarErrors.EnteredMeanwhile;
            }

            throw;
        }
    }
}

/// <summary>Adds a bank holiday by hand.</summary>
public sealed class AddDay(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Adds it.</summary>
    /// <returns>The year of the day.</returns>
    public async Task<Result<int>> RunAsync(DayForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = await database.LoadDayAsync(form.Date, cancellationToken);
        var added = CalendarCorrection.Add(form.Date, form.Name, form.Because, now, person.Actor, clock.UtcNow());
        return added.IsRefused ? added.Error : await database.SaveCorrectionAsync(added.Value, cancellationToken);
    }
}

/// <summary>Strikes a bank holiday out by hand.</summary>
public sealed class StrikeOutDay(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Strikes it out.</summary>
    /// <returns>The year of the day.</returns>
    public async Task<Result<int>> RunAsync(DayForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = await database.LoadDayAsync(form.Date, cancellationToken);
        var struckOut = CalendarCorrection.StrikeOut(form.Date, form.Because, now, person.Actor, clock.UtcNow());
        return struckOut.IsRefused ? struckOut.Error : await database.SaveCorrectionAsync(struckOut.Value, cancellationToken);
    }
}
