using CsvHelper;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Csv;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells, trimmed.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Reads a CSV file as a spreadsheet saves it: commas, semicolons or tabs, quoted or not. What is no CSV gives odd rows, never a fault.</summary>
public static class CsvRows
{
    /// <summary>Reads the rows. Empty lines are left out, and counted.</summary>
    /// <param name="text">The file.</param>
    /// <param name="most">After how many rows to stop: one more is read, so that the caller sees that there are more.</param>
    public static IReadOnlyList<CsvRow> Read(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<CsvRow>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true });
        while (rows.Count <= most && csv.Read())
        {
            rows.Add(new CsvRow((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]));
        }

        return rows;
    }
}
