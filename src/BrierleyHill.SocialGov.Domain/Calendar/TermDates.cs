using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>What the rows of a file with term dates are.</summary>
public enum TermDatesContents
{
    /// <summary>Terms or half terms: the school is closed between them.</summary>
    [Display(Name = "Terms or half terms", Description = "Each row is a time in which the school is open. The days between one row and the next become closures. Enter the two halves of a term as two rows, so that half term is between them")]
    Terms,

    /// <summary>Holidays, half terms and training days: the school is closed on them.</summary>
    [Display(Name = "Holidays and other closures", Description = "Each row is a time in which the school is closed, such as half term or a staff training day")]
    Closures,
}

/// <summary>A row of the file as it is typed.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Name">What it is called.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; empty for a single day of a closure.</param>
public sealed record TermDatesRow(int Line, string Name, string First, string Last);

/// <summary>What is wrong in a file.</summary>
/// <param name="Line">The line, from 1; <see langword="null"/> where it is the file as a whole.</param>
/// <param name="Message">What is wrong and how to put it right.</param>
public sealed record TermDatesProblem(int? Line, string Message);

/// <summary>A closure that the file leads to.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsThereAlready">Whether the calendar has exactly this closure already: then it is left as it is.</param>
public sealed record PlannedClosure(DateOnly First, DateOnly Last, string Name, bool IsThereAlready);

/// <summary>What would be entered, and what is wrong. With a single problem nothing is entered at all.</summary>
/// <param name="Closures">The closures, in order of date.</param>
/// <param name="Problems">What is wrong, by row.</param>
public sealed record TermDatesPlan(IReadOnlyList<PlannedClosure> Closures, IReadOnlyList<TermDatesProblem> Problems)
{
    /// <summary>The closures that are not there yet.</summary>
    public IReadOnlyList<PlannedClosure> New => [.. Closures.Where(one => !one.IsThereAlready)];

    /// <summary>Whether it can be entered.</summary>
    public bool CanBeEntered => Problems.Count == 0 && New.Count > 0;
}

/// <summary>Turns a school office's list of term dates into closures. A pure function: nothing is entered by it.</summary>
public static class TermDates
{
    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 200;

    // As offices write them. Two figures for the year are refused: nobody can see whether 09/10/11 was meant as it reads.
    private static readonly string[] Formats = ["d/M/yyyy", "yyyy-M-d", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy"];

    /// <summary>Works out what the file leads to.</summary>
    /// <param name="rows">The rows without the heading.</param>
    /// <param name="contents">What they are.</param>
    /// <param name="standing">The closures that stand.</param>
    /// <param name="at">Now, UTC.</param>
    public static TermDatesPlan Plan(
        IReadOnlyList<TermDatesRow> rows, TermDatesContents contents, IReadOnlyCollection<SchoolClosure> standing, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(standing);
        var problems = new List<TermDatesProblem>();
        var read = new List<(TermDatesRow Row, string Name, DateOnly First, DateOnly Last)>();
        foreach (var row in rows)
        {
            if (Read(row, contents, at, problems) is { } one)
            {
                read.Add(one);
            }
        }

        if (rows.Count == 0)
        {
            problems.Add(new(null, "The file has no rows with dates. It needs three columns: name, first day, last day."));
        }

        read.Sort((one, other) => one.First.CompareTo(other.First));
        for (var next = 1; next < read.Count; next++)
        {
            if (read[next].First <= read[next - 1].Last)
            {
                problems.Add(new(
                    read[next].Row.Line,
                    $"It begins on {LondonTime.DisplayDate(read[next].First)}, before “{read[next - 1].Name}” of row {read[next - 1].Row.Line} has ended. Check the dates of both."));
            }
        }

        if (problems.Count > 0)
        {
            return new TermDatesPlan([], [.. problems.OrderBy(problem => problem.Line)]);
        }

        var planned = contents == TermDatesContents.Terms ? Between(read, problems) : read.ConvertAll(one => (one.Row.Line, one.First, one.Last, one.Name));
        var closures = new List<PlannedClosure>();
        foreach (var (line, first, last, name) in planned)
        {
            var isThere = standing.Any(other => other.Stands && other.First == first && other.Last == last);
            if (!isThere && standing.FirstOrDefault(other => other.Stands && other.Overlaps(first, last)) is { } overlaps)
            {
                problems.Add(new(line, CalendarErrors.Overlaps(overlaps).Message));
            }

            closures.Add(new PlannedClosure(first, last, name, isThere));
        }

        return new TermDatesPlan(closures, problems);
    }

    /// <summary>Reads a date as an office writes it: 03/09/2026, 2026-09-03, 3 September 2026, 3-Sep-2026; the day before the month.</summary>
    /// <param name="typed">What stands in the file.</param>
    /// <param name="date">The date.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryReadDate(string typed, out DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim();
        // "Thursday 3 September 2026", "Thu 3 Sep 2026".
        foreach (var day in CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames))
        {
            if (text.StartsWith(day, StringComparison.OrdinalIgnoreCase) && text.Length > day.Length && text[day.Length] is ' ' or ',')
            {
                text = text[(day.Length + 1)..].TrimStart();
                break;
            }
        }

        return DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static (TermDatesRow Row, string Name, DateOnly First, DateOnly Last)? Read(
        TermDatesRow row, TermDatesContents contents, DateTime at, List<TermDatesProblem> problems)
    {
        var before = problems.Count;
        if (CalendarKeeping.CheckName(row.Name, out var name) is { IsRefused: true } wrongName)
        {
            problems.Add(new(row.Line, name.Length == 0 ? "It has no name." : wrongName.Error.Message));
        }

        if (!TryReadDate(row.First, out var first))
        {
            problems.Add(new(row.Line, "Its first day is not a date such as 03/09/2026 or 2026-09-03."));
        }

        var last = first;
        if (!TryReadDate(row.Last, out last))
        {
            // A training day has one date. A term of one day is a cell that was forgotten.
            if (contents == TermDatesContents.Closures && row.Last.Trim().Length == 0)
            {
                last = first;
            }
            else
            {
                problems.Add(new(row.Line, "Its last day is not a date such as 03/09/2026 or 2026-09-03."));
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        if ((CalendarKeeping.CheckDate(first, "First", at).Error ?? CalendarKeeping.CheckDate(last, "Last", at).Error) is { } wrongDate)
        {
            problems.Add(new(row.Line, wrongDate.Message));
        }
        else if (last < first)
        {
            problems.Add(new(row.Line, "Its last day is before its first day."));
        }
        else if (contents == TermDatesContents.Closures && last.DayNumber - first.DayNumber >= SchoolClosure.MostDays)
        {
            problems.Add(new(row.Line, CalendarErrors.TooManyDays.Message));
        }
        else if (contents == TermDatesContents.Closures && SchoolClosure.IsWeekendAlone(first, last))
        {
            problems.Add(new(row.Line, CalendarErrors.OnlyWeekend.Message));
        }

        return problems.Count > before ? null : (row, name, first, last);
    }

    private static List<(int Line, DateOnly First, DateOnly Last, string Name)> Between(
        List<(TermDatesRow Row, string Name, DateOnly First, DateOnly Last)> terms, List<TermDatesProblem> problems)
    {
        var closures = new List<(int Line, DateOnly First, DateOnly Last, string Name)>();
        for (var next = 1; next < terms.Count; next++)
        {
            var (first, last) = (terms[next - 1].Last.AddDays(1), terms[next].First.AddDays(-1));
            if (last < first || SchoolClosure.IsWeekendAlone(first, last))
            {
                continue;
            }

            if (last.DayNumber - first.DayNumber >= SchoolClosure.MostDays)
            {
                problems.Add(new(
                    terms[next].Row.Line,
                    $"Between the end of “{terms[next - 1].Name}” and its first day are more than {SchoolClosure.MostDays} days. A term seems to be missing."));
                continue;
            }

            var name = PlainText.CleanLine($"Holiday after {terms[next - 1].Name}");
            closures.Add((terms[next].Row.Line, first, last, name.Length <= CalendarKeeping.NameMaximumLength ? name : "School holiday"));
        }

        if (closures.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(null, "There are no days between these terms, so there is nothing to enter. A file of terms needs at least two rows."));
        }

        return closures;
    }
}
