using System.Buffers.Text;
using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BrierleyHill.SocialGov.Tests.Infrastructure;

/// <summary>The search for a planted secret finds one wherever it lies, so that finding none means something; and the vault leaves none anywhere.</summary>
[Trait("Clause", "ADM-3")]
public class PlantedSecretTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly PlantedSecret _planted = PlantedSecret.Make();

    private async Task FoundAsync(string place, params Page[] pages)
    {
        var found = await _planted.SearchAsync(portal, pages);
        Assert.True(found.Any(one => one.StartsWith(place, StringComparison.Ordinal)), $"Not found in {place}. Found: {string.Join("; ", found)}");
    }

    private async Task WriteAsync(string name, string content)
    {
        var path = Path.Combine(portal.Storage, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    [Fact]
    public async Task What_was_never_written_down_is_found_nowhere() =>
        PlantedSecret.AssertNowhere(await _planted.SearchAsync(portal, await portal.Anonymous().OpenAsync("/sign-in")));

    [Fact]
    public async Task It_is_found_in_a_table_and_in_the_database_file_or_what_lies_beside_it()
    {
        var person = await portal.AddPersonAsync();
        await portal.UseDatabaseAsync(database => database.Database.ExecuteSqlAsync($"""UPDATE "People" SET "Surname" = {_planted.Text} WHERE "Id" = {person.Id}"""));

        await FoundAsync("table People, column Surname: as it is");
        if (File.Exists(Path.Combine(portal.Storage, "social-gov.db")))
        {
            await FoundAsync("file social-gov.db");
        }
    }

    [Fact]
    public async Task It_is_found_in_a_longValue_that_lies_over_several_pages_of_the_file()
    {
        var longValue = new string('x', 30_000) + _planted.Text + new string('x', 30_000);
        await portal.UseDatabaseAsync(async database =>
        {
            database.Note(new TestNote(longValue, Actor.NotSignedIn, portal.Now));
            await database.SaveChangesAsync();
        });

        await FoundAsync("table AuditEvents, column Changes");
        await FoundAsync("audit line");
    }

    [Fact]
    public async Task It_is_found_in_the_audit()
    {
        await portal.UseDatabaseAsync(async database =>
        {
            database.Note(new AccessRefused(_planted.Text, Actor.NotSignedIn, portal.Now));
            await database.SaveChangesAsync();
        });

        await FoundAsync("audit line");
        await FoundAsync("table AuditEvents, column Reason");
    }

    [Fact]
    public async Task It_is_found_in_the_log()
    {
        portal.Services.GetRequiredService<ILogger<PlantedSecretTests>>().LogWarning("A mistake: {Password}", _planted.Text);
        await Eventually.IsTrueAsync(() => Task.FromResult(_planted.SearchFolder(Path.Combine(portal.Storage, "logs")).Count > 0));

        await FoundAsync($"file {Path.Combine("logs", "portal-")}");
    }

    [Fact]
    public async Task It_is_found_in_a_queued_e_mail_though_its_text_is_encrypted()
    {
        await portal.UseDatabaseAsync(async database =>
        {
            portal.Services.GetRequiredService<EmailOutbox>().Queue(database, "a@school.example", new EmailText("Subject", [$"Text {_planted.Text}"], "/"), portal.Now);
            await database.SaveChangesAsync();
        });

        await FoundAsync("queued e-mail EML-");
    }

    [Fact]
    public async Task It_is_found_in_the_mail_folder_however_the_e_mail_is_encoded()
    {
        foreach (var encoding in new[] { MimeKit.ContentEncoding.QuotedPrintable, MimeKit.ContentEncoding.Base64 })
        {
            using var message = new MimeKit.MimeMessage();
            message.Subject = "x";
            message.Body = new MimeKit.TextPart("plain") { Text = new string('y', 60) + _planted.Text, ContentTransferEncoding = encoding };
            var folder = Directory.CreateDirectory(Path.Combine(portal.Storage, "mail")).FullName;
            await message.WriteToAsync(Path.Combine(folder, $"{encoding}.eml"));

            await FoundAsync($"file {Path.Combine("mail", $"{encoding}.eml")} (as it is read)");
        }
    }

    [Fact]
    public async Task It_is_found_among_the_keys_and_in_the_name_of_a_file()
    {
        await WriteAsync(Path.Combine("vault-keys", "note.txt"), $"the password: {_planted.Text}");
        await FoundAsync($"file {Path.Combine("vault-keys", "note.txt")}: as it is");

        await WriteAsync(Path.Combine("files", Uri.EscapeDataString(_planted.Text)), "");
        await FoundAsync($"file {Path.Combine("files", Uri.EscapeDataString(_planted.Text))} (its name)");
    }

    [Theory]
    [InlineData("in the text")]
    [InlineData("in an attribute")]
    [InlineData("where it leads")]
    [InlineData("in a header")]
    [InlineData("in its address")]
    public async Task It_is_found_on_a_page(string where)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("") };
        var encoded = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(_planted.Text);
        if (where == "where it leads")
        {
            answer.Headers.Location = new Uri("/next?secret=" + Uri.EscapeDataString(_planted.Text), UriKind.Relative);
        }
        else if (where == "in a header")
        {
            answer.Headers.Add("X-Debug", Convert.ToBase64String(Encoding.UTF8.GetBytes(_planted.Text)));
        }

        var body = where switch
        {
            "in the text" => $"<main><p>{encoded}</p></main>",
            "in an attribute" => $"<main><input value=\"{encoded}\"></main>",
            _ => "<main></main>",
        };

        await FoundAsync("page /page", new Page(where == "in its address" ? "/page?q=" + WebUtility.UrlEncode(_planted.Text) : "/page", answer, body));
    }

    [Fact]
    public void It_is_found_in_each_form_in_the_midst_of_something_else()
    {
        var text = _planted.Text;
        var written = new Dictionary<string, byte[]>
        {
            ["UTF-8"] = Encoding.UTF8.GetBytes($"x{text}x"),
            ["UTF-16"] = Encoding.Unicode.GetBytes($"x{text}x"),
            ["UTF-16 big-endian"] = Encoding.BigEndianUnicode.GetBytes($"x{text}x"),
            ["hex"] = Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes($"x{text}x"))),
            ["small hex"] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.Unicode.GetBytes($"x{text}x"))),
            ["address"] = Encoding.ASCII.GetBytes("?a=" + Uri.EscapeDataString(text) + "&b"),
            ["form"] = Encoding.ASCII.GetBytes("a=" + WebUtility.UrlEncode(text) + "&b"),
            ["HTML"] = Encoding.UTF8.GetBytes($"<p>{WebUtility.HtmlEncode(text)}</p>"),
            ["JSON"] = Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new { Password = text })),
        };
        for (var before = 0; before < 6; before++)
        {
            for (var after = 0; after < 3; after++)
            {
                var whole = new string('x', before) + text + new string('y', after);
                written[$"base64 {before} {after}"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(whole)));
                written[$"base64url {before} {after}"] = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(whole)));
                written[$"base64 of UTF-16 {before} {after}"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes(whole)));
            }
        }

        Assert.All(written, one => Assert.True(_planted.SearchBytes("here", one.Value).Count > 0, $"Not found as {one.Key}."));
        Assert.Empty(PlantedSecret.Make().SearchBytes("here", [.. written.Values.SelectMany(bytes => bytes)]));
    }

    [Fact]
    public async Task What_the_vault_keeps_is_found_nowhere_with_and_without_an_error()
    {
        var base32 = PlantedSecret.MakeBase32();
        var cipher = portal.Services.GetRequiredService<SecretCipher>();
        await portal.UseDatabaseAsync(async database =>
        {
            var (account, by) = await VaultSecrets.AddAccountAsync(database);
            var credential = await VaultSecrets.StoreAsync(
                database, cipher, account, by, "Main", (SecretKind.Password, "before " + _planted.Text), (SecretKind.Password, _planted.Text), (SecretKind.OneTimeCodeSecret, base32.Text));
            await VaultSecrets.AddAsync(database, cipher, credential, by, SecretKind.Notes, new string('n', 3000) + _planted.Text);
        });
        var rows = await portal.UseDatabaseAsync(database => VaultSecrets.OpenAllAsync(database, cipher));
        Assert.True(cipher.Unprotect(rows[0].Place, rows[1].Ciphertext).IsRefused);

        Assert.Contains(rows, row => row.Opened.Value == _planted.Text);
        PlantedSecret.AssertNowhere(await _planted.SearchAsync(portal));
        PlantedSecret.AssertNowhere(await base32.SearchAsync(portal));
    }

    private sealed record TestNote(string Text, Actor By, DateTime At) : DomainEvent(By, At)
    {
        public override IReadOnlyList<Change> Changes => [new("Text", null, Text)];
    }
}
