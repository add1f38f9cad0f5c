using System.Text;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Vault;

/// <summary>
/// A planted secret is looked for in everything that the portal keeps or says, after every step of its life: in no byte of the database, the
/// logs, the mail folder, the audit, or a page other than the one that shows it on purpose.
/// </summary>
[Trait("Clause", "ADM-3")]
public class PlantedSecretTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly (SecretKind Kind, string Typed, string[] LookFor)[] Planted =
    [
        (SecretKind.Password, "Planted-p4ssw0rd-Zq91", ["Planted-p4ssw0rd-Zq91"]),
        (SecretKind.UserName, "planted.username.zq92", ["planted.username.zq92"]),
        (SecretKind.OneTimeCodeSecret, "MFRG GZDF MZTW Q2LK MFRG GZDF MZTW Q2LK", ["MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK", "MFRG GZDF MZTW Q2LK"]),
        (SecretKind.RecoveryCode, "planted-zq93-a\nplanted-zq93-b", ["planted-zq93-a", "planted-zq93-b"]),
        (SecretKind.RecoveryEmail, "planted.zq94@school.example", ["planted.zq94@school.example"]),
        (SecretKind.RecoveryPhone, "01632 960 194", ["01632 960 194"]),
        (SecretKind.Notes, "Planted notes zq95: the safe.", ["Planted notes zq95"]),
    ];

    [Fact]
    public async Task It_is_nowhere_but_on_the_page_that_shows_it()
    {
        var account = await portal.AddVaultAccountAsync();
        var client = await portal.SignInAsync(account.Lead, portal.Now);
        var pages = new List<Page>();
        var shown = new List<Page>();

        // Created; refused; stored.
        var added = await client.FillAsync($"{account.Path}/add", ("Form.Label", "Planted"), ("Form.UserName", Planted[1].Typed), ("Form.Password", Planted[0].Typed));
        pages.Add(added);
        var id = int.Parse(added.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        pages.Add(await client.FillAsync($"{account.Path}/add", ("Form.Label", "planted"), ("Form.Password", Planted[0].Typed)));
        pages.Add(await client.FillAsync($"{account.Path}/add", ("Form.Label", ""), ("Form.Password", Planted[0].Typed)));
        pages.Add(await client.FillAsync($"{account.Path}/add", ("Form.Label", "Third"), ("Form.Password", Planted[0].Typed + " ")));
        foreach (var (kind, typed, _) in Planted)
        {
            pages.Add(await client.FillAsync($"{account.Path}/{id}/{kind}/store", ("Form.Secret", typed)));
        }

        // Refused because of what was typed, and because somebody else was first.
        pages.Add(await client.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", Planted[0].Typed + "\t")));
        pages.Add(await client.FillAsync($"{account.Path}/{id}/onetimecodesecret/store", ("Form.Secret", Planted[2].Typed + "1")));
        pages.Add(await client.FillAsync($"{account.Path}/{id}/recoverycode/store", ("Form.Secret", Planted[3].Typed + "\nplanted-zq93-a")));
        pages.Add(await client.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", Planted[0].Typed), ("Form.Version", "0")));
        pages.Add(await client.FillAsync($"{account.Path}/{id}/recoverycode/store", ("Form.Secret", Planted[3].Typed), ("Form.Version", "0")));
        // Without its antiforgery token, and to a record that is not there.
        pages.Add(await client.PostAsync($"{account.Path}/{id}/password/store", [new("Form.Secret", Planted[0].Typed)]));
        var token = await client.OpenAsync($"{account.Path}/{id}/password/store");
        pages.Add(await client.PostAsync($"{account.Path}/999999/password/store", Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)token.Document.QuerySelector("main form")!, ("Form.Secret", Planted[0].Typed))));

        // Shown, to an administrator and by broken glass.
        var leader = await portal.SignInAsync(await portal.AddPersonAsync(Roles.SeniorLeader), portal.Now);
        foreach (var (kind, _, _) in Planted)
        {
            shown.Add(await client.FillAsync($"{account.Path}/{id}/{kind}/reveal", ("Form.Reason", "To look.")));
            shown.Add(await leader.FillAsync($"{account.Path}/{id}/{kind}/reveal", ("Form.Reason", "Nobody is there.")));
            pages.Add(await (await portal.SignInAsync(account.Lead)).FillAsync($"{account.Path}/{id}/{kind}/reveal", ("Form.Reason", "Without a proof.")));
        }

        pages.Add(await client.FillAsync($"{account.Path}/{id}/code"));
        Assert.All(shown, page => Assert.Contains(Everything(), secret => page.Content.Contains(secret, StringComparison.Ordinal)));
        Assert.All(shown, page => Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal));

        // Rotated, listed, handed on.
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        pages.Add(await client.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", "Another-one-now-66")));
        await portal.UseDatabaseAsync(async database =>
        {
            var its = (await database.Accounts.FindAsync(account.Id))!;
            Vaults.Done(its.EndAssignment(account.Deputy.Id, "Other duties.", await database.LoadDirectoryAsync(default), account.Approver.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });
        foreach (var path in new[] { "", "/add", $"/{id}", $"/{id}/describe", $"/{id}/password/store", $"/{id}/notes/store", $"/{id}/password/reveal", $"/{id}/code", $"/{id}/recovery-codes", $"/{id}/versions", "/history", "/platform-roles", $"/{id}/withdraw" })
        {
            pages.Add(await client.OpenAsync(account.Path + path));
        }

        pages.Add(await client.OpenAsync($"/accounts/{account.Id}"));
        pages.Add(await client.OpenAsync("/notifications"));
        var auditor = await portal.SignInAsync(await portal.AddPersonAsync(Roles.PortalManager));
        pages.Add(await auditor.OpenAsync("/audit"));
        await portal.UseAsync(services => services.GetRequiredService<SendQueuedEmails>().RunAsync(default));

        Assert.All(pages, page => Assert.All(Everything(), secret =>
        {
            Assert.False(page.Content.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} is on {page.Path}.");
            Assert.DoesNotContain(secret, page.Location ?? "", StringComparison.OrdinalIgnoreCase);
        }));
        await NowhereAtRestAsync();
    }

    [Fact]
    public async Task The_search_finds_what_is_there()
    {
        // A search that can find nothing would prove nothing.
        await portal.AddCredentialAsync(await portal.AddVaultAccountAsync(), "Label-that-is-not-secret");
        Assert.NotEmpty(await FindAsync("Label-that-is-not-secret"));
        await File.WriteAllTextAsync(Path.Combine(portal.Storage, "utf-16.txt"), "in another spelling", Encoding.Unicode);
        Assert.NotEmpty(await FindAsync("in another spelling"));
    }

    private static IEnumerable<string> Everything() => Planted.SelectMany(one => one.LookFor);

    private async Task NowhereAtRestAsync()
    {
        foreach (var secret in Everything())
        {
            Assert.Empty(await FindAsync(secret));
        }

        // The rows as the database gives them, for a database that is no file of ours.
        await portal.UseDatabaseAsync(async database =>
        {
            var lines = string.Concat(await database.AuditEvents.Select(line => line.Reason + line.Changes).ToListAsync())
                + string.Concat(await database.Notifications.Select(its => its.Text + its.Path).ToListAsync())
                + string.Concat(await database.FormSubmissions.Select(its => its.Outcome).ToListAsync())
                + string.Concat((await database.Credentials.AsNoTracking().ToListAsync()).SelectMany(its => its.Secrets).Select(secret => secret.Ciphertext));
            Assert.All(Everything(), secret => Assert.DoesNotContain(secret, lines, StringComparison.OrdinalIgnoreCase));
        });
    }

    /// <summary>Every file of the portal's storage that holds the text: database, its log beside it, logs, mail, keys.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        byte[][] spellings = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')[..^1])];
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(portal.Storage, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
            if (spellings.Any(spelling => bytes.AsSpan(0, read).IndexOf(spelling) >= 0))
            {
                found.Add(file);
            }
        }

        return found;
    }
}
