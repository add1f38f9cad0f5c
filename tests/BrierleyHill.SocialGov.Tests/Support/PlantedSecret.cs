using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>
/// A secret that occurs nowhere by chance, and a search for it in everything that the portal keeps or has answered: every file below its
/// storage folder (the database with what lies beside it, logs, mail, keys), every value of every table, the audit, the texts of queued
/// e-mails, and the pages that a test hands over. It is looked for as it is and in the forms in which it could have been written down.
/// <code>
/// var planted = PlantedSecret.Make();
/// … store planted.Text, reveal it, rotate it, provoke errors, and keep the pages …
/// planted.AssertNowhere(await planted.SearchAsync(portal, pages));
/// </code>
/// A page that shows the secret on purpose is not handed over.
/// </summary>
public sealed class PlantedSecret
{
    private readonly IReadOnlyList<(string Form, byte[] Bytes)> _forms;

    /// <summary>Searches for this text.</summary>
    public PlantedSecret(string text)
    {
        Text = text;
        _forms = [.. FormsOf(text).DistinctBy(form => Convert.ToHexString(form.Bytes))];
    }

    /// <summary>The secret.</summary>
    public string Text { get; }

    /// <summary>The names of the forms that are looked for.</summary>
    public IEnumerable<string> Forms => _forms.Select(form => form.Form);

    /// <summary>A new one: a password as the generator could have made it, with characters that HTML, JSON and addresses write in other ways.</summary>
    public static PlantedSecret Make() => new($"Zq7<&\"+é {RandomNumberGenerator.GetHexString(16, lowercase: true)} %/'>xK");

    /// <summary>One that a form with narrow rules takes: letters and digits of base 32.</summary>
    public static PlantedSecret MakeBase32() => new(string.Concat(RandomNumberGenerator.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32)));

    /// <summary>Searches everything that the portal keeps, and these pages.</summary>
    /// <returns>Where it was found, each as the place and the form.</returns>
    public async Task<IReadOnlyList<string>> SearchAsync(PortalFactory portal, params IEnumerable<Page> pages) =>
    [
        .. await SearchServicesAsync(portal.Services),
        .. SearchFolder(portal.Storage),
        .. pages.SelectMany(SearchPage),
    ];

    /// <summary>Searches every value of every table, the audit, and the texts of queued e-mails.</summary>
    public async Task<IReadOnlyList<string>> SearchServicesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SocialGovDbContext>();
        var found = new List<string>(await SearchTablesAsync(database));
        foreach (var line in await database.AuditEvents.AsNoTracking().ToListAsync())
        {
            // Beside the columns: the changes as they are read, without the escapes of JSON.
            found.AddRange(SearchText($"audit line {line.Sequence} ({line.Name})", AsRead(line)));
        }

        var outbox = scope.ServiceProvider.GetRequiredService<EmailOutbox>();
        foreach (var email in await database.OutgoingEmails.AsNoTracking().Where(email => email.ProtectedBody != "").ToListAsync())
        {
            found.AddRange(SearchText($"queued e-mail {email.Reference}", email.Subject + "\n" + outbox.Read(email)));
        }

        return found;
    }

    /// <summary>Searches every file below a folder, and its name; an e-mail also as its reader sees it.</summary>
    public IReadOnlyList<string> SearchFolder(string folder)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var place = $"file {Path.GetRelativePath(folder, file)}";
            found.AddRange(SearchText(place + " (its name)", Path.GetRelativePath(folder, file)));
            byte[] content;
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                content = new byte[stream.Length];
                stream.ReadExactly(content);
            }

            found.AddRange(SearchBytes(place, content));
            if (file.EndsWith(".eml", StringComparison.Ordinal))
            {
                using var mail = new MemoryStream(content);
                var message = MimeMessage.Load(mail);
                found.AddRange(SearchText(place + " (as it is read)", $"{message.Subject}\n{message.TextBody}\n{message.HtmlBody}\n{string.Join('\n', message.Headers.Select(header => header.Value))}"));
            }
        }

        return found;
    }

    /// <summary>Searches what was answered: the body as it came and as it is read, where it leads, and its headers.</summary>
    public IReadOnlyList<string> SearchPage(Page page) =>
    [
        .. SearchText($"page {page.Path}", page.Content),
        .. SearchText($"page {page.Path} (as it is read)", page.Document.DocumentElement.TextContent),
        .. SearchText($"page {page.Path} (where it leads)", page.Location ?? ""),
        .. SearchText($"page {page.Path} (headers)", $"{page.Headers}{page.ContentHeaders}"),
        .. SearchText($"page {page.Path} (its address)", page.Path),
    ];

    /// <summary>Searches a text.</summary>
    public IReadOnlyList<string> SearchText(string place, string text) => SearchBytes(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Searches bytes.</summary>
    public IReadOnlyList<string> SearchBytes(string place, ReadOnlySpan<byte> content)
    {
        var found = new List<string>();
        foreach (var (form, bytes) in _forms)
        {
            if (content.IndexOf(bytes) >= 0)
            {
                found.Add($"{place}: {form}");
            }
        }

        return found;
    }

    /// <summary>Fails and says where it was found.</summary>
    public static void AssertNowhere(IReadOnlyList<string> found) => Assert.True(found.Count == 0, "The secret was found: " + string.Join("; ", found));

    private async Task<IReadOnlyList<string>> SearchTablesAsync(SocialGovDbContext database)
    {
        // The tables besides the file: a value may lie over two pages of the file, and SQL Server has no file that a test could read.
        var found = new List<string>();
        var connection = database.Database.GetDbConnection();
        await database.Database.OpenConnectionAsync();
        try
        {
            foreach (var table in database.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                found.AddRange(await SearchTableAsync(connection, table));
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }

        return [.. found.Distinct()];
    }

    private async Task<IReadOnlyList<string>> SearchTableAsync(DbConnection connection, string table)
    {
        var found = new List<string>();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is the model's, nothing that anybody typed.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                found.AddRange(rows.GetValue(column) switch
                {
                    string text => SearchText($"table {table}, column {rows.GetName(column)}", text),
                    byte[] bytes => SearchBytes($"table {table}, column {rows.GetName(column)}", bytes),
                    _ => [],
                });
            }
        }

        return found;
    }

    private static string AsRead(AuditEvent line) =>
        line.Reason + "\n" + (line.Changes is null ? "" : System.Text.RegularExpressions.Regex.Unescape(line.Changes.Replace("\\/", "/", StringComparison.Ordinal)));

    private static IEnumerable<(string Form, byte[] Bytes)> FormsOf(string text)
    {
        static byte[] Ascii(string form) => Encoding.UTF8.GetBytes(form);

        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("as it is", utf8);
        yield return ("as UTF-16", Encoding.Unicode.GetBytes(text));
        yield return ("as UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(text));
        yield return ("as Latin-1", Encoding.Latin1.GetBytes(text));
        yield return ("backwards", Ascii(new string([.. text.Reverse()])));
        yield return ("in capitals", Ascii(text.ToUpperInvariant()));
        yield return ("in small letters", Ascii(text.ToLowerInvariant()));
        yield return ("in an address", Ascii(Uri.EscapeDataString(text)));
        yield return ("in an address, small", Ascii(Uri.EscapeDataString(text).ToLowerInvariant()));
        yield return ("in a form", Ascii(WebUtility.UrlEncode(text)));
        yield return ("in HTML", Ascii(WebUtility.HtmlEncode(text)));
        yield return ("in HTML as ASP.NET Core writes it", Ascii(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text)));
        yield return ("in JSON", Ascii(System.Text.Json.JsonEncodedText.Encode(text).ToString()));
        yield return ("in JSON as logs have it", Ascii(System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()));
        yield return ("in XML", Ascii(new System.Xml.Linq.XText(text).ToString()));
        foreach (var (name, bytes) in (IEnumerable<(string, byte[])>)[("", utf8), (" of UTF-16", Encoding.Unicode.GetBytes(text))])
        {
            yield return ($"as hex{name}", Ascii(Convert.ToHexStringLower(bytes)));
            yield return ($"as hex in capitals{name}", Ascii(Convert.ToHexString(bytes)));
            // In base64 the letters depend on what stands before: three ways to begin, and the first and last group belong to the neighbours.
            for (var before = 0; before < 3; before++)
            {
                byte[] shifted = [.. new byte[before], .. bytes];
                var whole = Convert.ToBase64String(shifted);
                var from = before == 0 ? 0 : 4;
                var inner = whole[from..(shifted.Length / 3 * 4)];
                yield return (string.Create(CultureInfo.InvariantCulture, $"as base64{name}, {before} bytes in"), Ascii(inner));
                yield return (string.Create(CultureInfo.InvariantCulture, $"as base64url{name}, {before} bytes in"), Ascii(Base64Url.EncodeToString(shifted)[from..(shifted.Length / 3 * 4)]));
            }
        }
    }
}
