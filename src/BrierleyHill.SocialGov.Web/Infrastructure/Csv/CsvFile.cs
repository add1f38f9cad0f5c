using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Csv;

/// <summary>
/// A list as a CSV file (RFC 4180) that opens in a spreadsheet: UTF-8 with a byte order mark, without which Excel reads names
/// wrongly. What a spreadsheet would take for a formula is made text: a name such as <c>=HYPERLINK(…)</c> must not act.
/// </summary>
public static class CsvFile
{
    /// <summary>The characters with which a formula can begin, in a spreadsheet of any language (OWASP, "CSV Injection").</summary>
    private const string FormulaBegins = "=+-@\t\r\n＝＋－＠";

    /// <summary>Writes the file.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows, each with as many cells as the header.</param>
    /// <exception cref="ArgumentException">A row has another number of cells than the header.</exception>
    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(header))
            {
                if (row.Count != header.Count)
                {
                    throw new ArgumentException($"A row has {row.Count} cells, the header {header.Count}.", nameof(rows));
                }

                foreach (var cell in row)
                {
                    csv.WriteField(Harmless(cell));
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>The text of a cell, with an apostrophe before it where a spreadsheet would take it for a formula.</summary>
    private static string Harmless(string? cell) => cell is { Length: > 0 } && FormulaBegins.Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell ?? "";
}

/// <summary>A CSV file as an answer: a download that nobody keeps on the way.</summary>
public sealed class CsvDownload : FileContentResult
{
    /// <summary>Makes the file.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows.</param>
    public CsvDownload(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
        : base(CsvFile.Write(header, rows), "text/csv; charset=utf-8") => FileDownloadName = name + ".csv";

    /// <inheritdoc />
    public override Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return base.ExecuteResultAsync(context);
    }
}
