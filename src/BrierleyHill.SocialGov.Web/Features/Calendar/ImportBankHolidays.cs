using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>A file with the official list.</summary>
public sealed class BankHolidaysForm
{
    /// <summary>The file.</summary>
    [Display(Name = "The list", Description = "The file bank-holidays.json, as www.gov.uk gives it")]
    public IFormFile? File { get; set; }
}

/// <summary>What came of an import.</summary>
/// <param name="FirstYear">The first year that the list covers.</param>
/// <param name="LastYear">The last one.</param>
/// <param name="Changed">How many years are new or different.</param>
public sealed record ImportedList(int FirstYear, int LastYear, int Changed)
{
    /// <summary>In a sentence.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"The list covers {FirstYear} to {LastYear}. ") + Changed switch
    {
        0 => "It has the days that the calendar has already, so nothing was changed.",
        1 => "1 year was taken over from it.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Changed} years were taken over from it."),
    };
}

/// <summary>Imports the official list of bank holidays: from a file, or as it was fetched.</summary>
public sealed class ImportBankHolidays(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    // The real one has some 60 kB.
    private const int LargestList = 1024 * 1024;

    /// <summary>Imports a file that somebody chose.</summary>
    public async Task<Result<ImportedList>> RunAsync(BankHolidaysForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var content = await ReadFileAsync(form.File, LargestList, cancellationToken);
        return content.IsRefused ? content.Error : await TakeAsync(content.Value, ListSource.File, person.Actor, cancellationToken);
    }

    /// <summary>Imports what was fetched.</summary>
    /// <param name="content">The document.</param>
    /// <param name="by">The job.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Task<Result<ImportedList>> TakeFetchedAsync(byte[] content, Actor by, CancellationToken cancellationToken) =>
        TakeAsync(content, ListSource.Address, by, cancellationToken);

    internal static async Task<Result<byte[]>> ReadFileAsync(IFormFile? sent, int largest, CancellationToken cancellationToken)
    {
        const string Field = "File";
        if (sent is null)
        {
            return FileErrors.Missing(Field);
        }

        if (sent.Length == 0)
        {
            return FileErrors.Empty(Field);
        }

        if (sent.Length > largest)
        {
            return new Error("Calendar.FileTooLarge", $"This file is larger than {largest / 1024:N0} kB, far more than such a list needs. Check that it is the right file.", Field: Field);
        }

        var content = new byte[sent.Length];
        await using var stream = sent.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private async Task<Result<ImportedList>> TakeAsync(byte[] content, ListSource source, Actor by, CancellationToken cancellationToken)
    {
        var list = BankHolidayList.Read(content);
        if (list.IsRefused)
        {
            return list.Error;
        }

        var standing = await database.OfficialBankHolidays.ToListAsync(cancellationToken);
        var imported = OfficialBankHolidays.Import(list.Value, standing, source, by, clock.UtcNow());
        if (imported.IsRefused)
        {
            return imported.Error;
        }

        database.OfficialBankHolidays.AddRange(imported.Value.New);
        try
        {
            var saved = await database.TrySaveAsync(cancellationToken);
            return saved.IsRefused
                ? CalendarErrors.EnteredMeanwhile
                : new ImportedList(list.Value.FirstYear, list.Value.LastYear, imported.Value.Changed);
        }
        catch (DbUpdateException)
        {
            // Somebody imported a list with the same new year at this moment: the unique index lets one through.
            database.ChangeTracker.Clear();
            var years = imported.Value.New.Select(one => one.Year).ToList();
            if (await database.OfficialBankHolidays.AnyAsync(one => years.Contains(one.Year), cancellationToken))
            {
                return CalendarErrors.EnteredMeanwhile;
            }

            throw;
        }
    }
}
