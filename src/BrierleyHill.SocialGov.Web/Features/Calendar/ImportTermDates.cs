using System.ComponentModel.DataAnnotations;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>A file with term dates.</summary>
public sealed class TermDatesForm
{
    /// <summary>What its rows are.</summary>
    [Display(Name = "What are the rows of the file?")]
    public TermDatesContents? Contents { get; set; }

    /// <summary>The file.</summary>
    [Display(Name = "The file", Description = "A CSV file, as a spreadsheet saves it")]
    public IFormFile? File { get; set; }
}

/// <summary>Term dates that were looked at and are to be entered.</summary>
public sealed class ConfirmTermDatesForm
{
    /// <summary>What the rows are.</summary>
    public TermDatesContents? Contents { get; set; }

    /// <summary>The file as it was read.</summary>
    public string? Text { get; set; }
}

/// <summary>What a file leads to, before anything is entered.</summary>
/// <param name="Contents">What the rows are.</param>
/// <param name="Text">The file as it was read.</param>
/// <param name="Plan">What would be entered, and what is wrong.</param>
public sealed record TermDatesPreview(TermDatesContents Contents, string Text, TermDatesPlan Plan);

/// <summary>Enters the closures of a file with term dates: all of them or none. It is read twice, so that nothing is entered that nobody has seen.</summary>
public sealed class ImportTermDates(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    // Two hundred rows fit many times over.
    private const int LargestFile = 64 * 1024;

    /// <summary>Reads a file and works out what it leads to. Nothing is entered.</summary>
    public async Task<Result<TermDatesPreview>> ReadAsync(TermDatesForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Contents is not { } contents || !Enum.IsDefined(contents))
        {
            return CalendarErrors.ContentsMissing;
        }

        var content = await ImportBankHolidays.ReadFileAsync(form.File, LargestFile, cancellationToken);
        return content.IsRefused ? content.Error : await PlanAsync(contents, TextOf(content.Value), cancellationToken);
    }

    /// <summary>Enters what was looked at. The file is worked out anew: what has changed in the calendar since then counts.</summary>
    /// <returns>How many closures were entered; or the plan with what is wrong, where something is.</returns>
    public async Task<(Result<int> Entered, TermDatesPreview? Preview)> RunAsync(ConfirmTermDatesForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Contents is not { } contents || !Enum.IsDefined(contents) || form.Text is not { Length: > 0 and <= LargestFile } text)
        {
            return (FileErrors.Missing("File"), null);
        }

        var preview = await PlanAsync(contents, text, cancellationToken);
        if (preview.IsRefused)
        {
            return (preview.Error, null);
        }

        if (!preview.Value.Plan.CanBeEntered)
        {
            return (preview.Value.Plan.Problems.Count > 0 ? CalendarErrors.TermDatesWrong : CalendarErrors.NothingNew, preview.Value);
        }

        var standing = await StandingAsync(cancellationToken);
        foreach (var planned in preview.Value.Plan.New)
        {
            var closure = SchoolClosure.Add(planned.First, planned.Last, planned.Name, standing, person.Actor, clock.UtcNow());
            if (closure.IsRefused)
            {
                database.ChangeTracker.Clear();
                return (closure.Error, preview.Value);
            }

            database.SchoolClosures.Add(closure.Value);
        }

        await database.SaveChangesAsync(cancellationToken);
        return (preview.Value.Plan.New.Count, preview.Value);
    }

    private async Task<Result<TermDatesPreview>> PlanAsync(TermDatesContents contents, string text, CancellationToken cancellationToken)
    {
        var rows = CsvRows.Read(text, TermDates.MostRows + 1);
        if (rows.Count > TermDates.MostRows + 1)
        {
            return CalendarErrors.TooManyRows;
        }

        // A heading is a first row in which no date stands.
        var isHeading = rows.Count > 0 && !rows[0].Cells.Any(cell => TermDates.TryReadDate(cell, out _)) && !rows[0].Cells.Skip(1).Any(cell => cell.Any(char.IsAsciiDigit));
        var typed = rows.Skip(isHeading ? 1 : 0)
            .Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            .Select(row => new TermDatesRow(row.Line, Cell(row, 0), Cell(row, 1), Cell(row, 2)))
            .ToList();
        return new TermDatesPreview(contents, text, TermDates.Plan(typed, contents, await StandingAsync(cancellationToken), clock.UtcNow()));
    }

    private Task<List<SchoolClosure>> StandingAsync(CancellationToken cancellationToken) =>
        database.SchoolClosures.AsNoTracking().Where(one => one.TakenBackAt == null).ToListAsync(cancellationToken);

    private static string Cell(CsvRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    // A spreadsheet saves "CSV" in the code page of the office's Windows, and only "CSV UTF-8" in UTF-8.
    private static string TextOf(byte[] content)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
