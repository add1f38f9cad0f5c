using System.Net;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Vault;

/// <summary>A secret is shown to whoever may, once, with a reason and a fresh proof, for half a minute, and on record.</summary>
[Trait("Clause", "ADM-3")]
public class RevealTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private Task<List<AuditEvent>> AuditAsync(string name, int id) => portal.UseDatabaseAsync(database =>
        database.AuditEvents.AsNoTracking().Where(line => line.Name == name && line.RecordId == id).ToListAsync());

    private static Task<Page> RevealAsync(PortalClient client, VaultAccount account, int id, string reason = "To post the newsletter.", string kind = "password") =>
        client.FillAsync($"{account.Path}/{id}/{kind}/reveal", ("Form.Reason", reason));

    [Fact]
    public async Task It_is_shown_on_a_page_that_nobody_keeps_and_that_leaves_by_itself()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var client = await portal.SignInAsync(account.Deputy, portal.Now);

        var page = await RevealAsync(client, account, id);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(Vaults.Password, page.Document.QuerySelector("[data-copy-text]")!.TextContent);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal([$"30; url={account.Path}/{id}"], page.Headers.GetValues("Refresh"));
        Assert.Equal(["DENY"], page.Headers.GetValues("X-Frame-Options"));
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("meta[http-equiv=refresh]"));

        var look = Assert.Single((await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals);
        Assert.Equal((account.Deputy.Id, "To post the newsletter.", false, portal.Now), (look.PersonId, look.Reason, look.IsBreakGlass, look.At));
        var line = Assert.Single(await AuditAsync(nameof(SecretRevealed), id));
        Assert.Equal("To post the newsletter.", line.Reason);
        Assert.DoesNotContain(Vaults.Password, line.Changes!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_of_the_vault_is_kept_by_nobody()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account, "Profile", (SecretKind.Password, Vaults.Password), (SecretKind.OneTimeCodeSecret, Vaults.OneTimeCodeKey));
        var client = await portal.SignInAsync(account.Lead, portal.Now);
        foreach (var path in new[] { "", "/add", $"/{id}", $"/{id}/password/store", $"/{id}/password/reveal", $"/{id}/code", $"/{id}/versions", "/history", "/platform-roles", "/4711", $"/{id}/notes/reveal" })
        {
            var page = await client.GetAsync(account.Path + path);
            Assert.Contains("no-store", page.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
            Assert.Equal(["DENY"], page.Headers.GetValues("X-Frame-Options"));
        }
    }

    [Fact]
    public async Task A_stale_proof_leads_to_the_page_that_renews_it_and_back_to_the_reason_that_was_typed()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        foreach (var provedAt in new DateTime?[] { null, portal.Now.AddMinutes(-5), portal.Now.AddSeconds(1) })
        {
            var client = await portal.SignInAsync(account.Lead, provedAt);
            var answer = await RevealAsync(client, account, id, "To answer a parent & to post.");

            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.Equal($"/confirm-it-is-you?returnUrl={Uri.EscapeDataString($"{account.Path}/{id}/password/reveal")}", answer.Location);
            Assert.DoesNotContain("parent", answer.Location!, StringComparison.Ordinal);
            var back = await client.OpenAsync($"{account.Path}/{id}/password/reveal");
            Assert.Equal("To answer a parent & to post.", back.ValueOf("Form.Reason"));
            Assert.Equal("", (await client.OpenAsync($"{account.Path}/{id}/password/reveal")).ValueOf("Form.Reason"));
        }

        Assert.Empty((await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals);
        var almost = await portal.SignInAsync(account.Lead, portal.Now.AddMinutes(-5).AddSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await RevealAsync(almost, account, id)).Status);
    }

    [Fact]
    public async Task Without_a_reason_or_with_one_too_long_it_is_asked_again()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var client = await portal.SignInAsync(account.Lead, portal.Now);

        var page = await RevealAsync(client, account, id, "  ");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([VaultErrors.ReasonMissing.Message], page.Errors);

        page = await RevealAsync(client, account, id, new string('r', 501));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(new string('r', 501), page.ValueOf("Form.Reason"));
        Assert.DoesNotContain(Vaults.Password, page.Content, StringComparison.Ordinal);
        Assert.Empty((await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals);
    }

    [Fact]
    public async Task Every_further_showing_is_another_look_on_record()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var client = await portal.SignInAsync(account.Lead, portal.Now);
        var form = await client.OpenAsync($"{account.Path}/{id}/password/reveal");

        await client.SubmitAsync(form, ("Form.Reason", "To post."));
        // A reload of the page that showed it sends the same form again; the address by itself shows nothing.
        var reloaded = await client.SubmitAsync(form, ("Form.Reason", "To post."));
        var address = await client.OpenAsync($"{account.Path}/{id}/password/reveal");

        Assert.Equal(HttpStatusCode.OK, reloaded.Status);
        Assert.Equal(2, (await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals.Count);
        Assert.Equal(2, (await AuditAsync(nameof(SecretRevealed), id)).Count);
        Assert.DoesNotContain(Vaults.Password, address.Content, StringComparison.Ordinal);

        // Once the proof is stale, a reload shows nothing either.
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(form, ("Form.Reason", "To post."))).Status);
        Assert.Equal(2, (await AuditAsync(nameof(SecretRevealed), id)).Count);
    }

    [Fact]
    public async Task Two_who_look_at_one_moment_are_not_in_each_others_way_nor_in_that_of_one_who_edits()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var (lead, deputy) = (await portal.SignInAsync(account.Lead, portal.Now), await portal.SignInAsync(account.Deputy, portal.Now));
        var describing = await lead.OpenAsync($"{account.Path}/{id}/describe");

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => RevealAsync(number % 2 == 0 ? lead.SecondWindow() : deputy.SecondWindow(), account, id, $"Look {number}.")));
        var described = await lead.SubmitAsync(describing, ("Form.Label", "Renamed meanwhile"));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(HttpStatusCode.Redirect, described.Status);
        Assert.Equal(6, (await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals.Count);
    }

    [Fact]
    public async Task What_was_changed_while_the_page_was_open_is_shown_as_it_is_now()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var (lead, deputy) = (await portal.SignInAsync(account.Lead, portal.Now), await portal.SignInAsync(account.Deputy, portal.Now));
        var (open, former) = (await lead.OpenAsync($"{account.Path}/{id}/password/reveal"), await lead.OpenAsync($"{account.Path}/{id}/password/1/reveal"));
        await deputy.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", "Changed-a-moment-ago-1"));

        Assert.Contains("Changed-a-moment-ago-1", (await lead.SubmitAsync(open, ("Form.Reason", "To post."))).Content, StringComparison.Ordinal);
        // Whoever asked for the very one that was in force then is told that it is no more.
        var page = await lead.SubmitAsync(former, ("Form.Reason", "To compare."));
        Assert.Contains(Vaults.Password, page.Content, StringComparison.Ordinal);
        Assert.Contains("Another has taken the place of this one", page.Text, StringComparison.Ordinal);
        var saved = await portal.SavedCredentialAsync(id);
        Assert.All(saved.Secrets, secret => Assert.Single(secret.Reveals));
    }

    [Fact]
    public async Task A_secret_that_was_altered_or_moved_is_not_shown_and_says_so()
    {
        var account = await portal.AddVaultAccountAsync();
        var (id, other) = (await portal.AddCredentialAsync(account), await portal.AddCredentialAsync(account, "Other", (SecretKind.Password, "The-other-one-77")));
        await portal.UseDatabaseAsync(async database =>
        {
            var moved = (await database.Credentials.AsNoTracking().SingleAsync(its => its.Id == other)).Current(SecretKind.Password)!.Ciphertext;
            await database.Database.ExecuteSqlAsync($"""UPDATE "CredentialSecrets" SET "Ciphertext" = {moved} WHERE "CredentialId" = {id}""");
        });
        var client = await portal.SignInAsync(account.Lead, portal.Now);

        var page = await RevealAsync(client, account, id);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("This secret cannot be opened", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The-other-one-77", page.Content, StringComparison.Ordinal);
        Assert.Single(await AuditAsync(nameof(SecretFoundUnreadable), id));
        Assert.Empty(await AuditAsync(nameof(SecretRevealed), id));
        Assert.Empty((await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals);
    }

    [Fact]
    public async Task Breaking_the_glass_tells_everybody_it_concerns_in_the_same_transaction()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var (leader, otherLeader) = (await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync(Roles.SeniorLeader));
        var uninvolved = await portal.AddPersonAsync(Roles.PortalManager | Roles.DataProtectionOfficer);
        var client = await portal.SignInAsync(leader, portal.Now);

        var warned = await client.OpenAsync($"{account.Path}/{id}/password/reveal");
        Assert.Contains("You break the glass", warned.Text, StringComparison.Ordinal);
        var page = await client.SubmitAsync(warned, ("Form.Reason", "A picture has to come down, and nobody is there."));

        Assert.Contains(Vaults.Password, page.Content, StringComparison.Ordinal);
        Assert.True(Assert.Single((await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals).IsBreakGlass);
        await portal.UseDatabaseAsync(async database =>
        {
            var reference = $"CRE-{id:D6}";
            var told = await database.Notifications.AsNoTracking().Where(its => its.Reference == reference && its.Text.Contains("broke the glass")).ToListAsync();
            var leaders = await database.People.Where(person => person.Status == PersonStatus.Active && (person.Roles & Roles.SeniorLeader) == Roles.SeniorLeader && person.Id != leader.Id).Select(person => person.Id).ToListAsync();
            Assert.Equal(new[] { account.Lead.Id, account.Deputy.Id }.Concat(leaders).Order(), told.Select(its => its.PersonId).Order());
            Assert.Contains(otherLeader.Id, leaders);
            Assert.Contains(account.Approver.Id, leaders);
            var mails = await database.OutgoingEmails.AsNoTracking().Where(its => its.Subject == $"{reference}: the glass was broken").ToListAsync();
            Assert.Equal(told.Select(its => its.PersonId).Order(), mails.Select(its => its.PersonId!.Value).Order());
            Assert.DoesNotContain(told.Select(its => its.PersonId), who => who == leader.Id || who == uninvolved.Id);
        });

        // In the history the administrators find who and why.
        var history = await (await portal.SignInAsync(account.Lead)).OpenAsync($"{account.Path}/history");
        Assert.Contains("Break-glass", history.Text, StringComparison.Ordinal);
        Assert.Contains("A picture has to come down, and nobody is there.", history.Text, StringComparison.Ordinal);
        Assert.Contains(leader.FullName, history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_can_be_told_nothing_is_shown()
    {
        using var deaf = new DeafPortal();
        var account = await deaf.AddVaultAccountAsync();
        var id = await deaf.AddCredentialAsync(account);
        var client = await deaf.SignInAsync(await deaf.AddPersonAsync(Roles.SeniorLeader), deaf.Now);
        var form = await client.OpenAsync($"{account.Path}/{id}/password/reveal");

        var page = await client.SubmitAsync(form, ("Form.Reason", "Nobody is there."));

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.DoesNotContain(Vaults.Password, page.Content, StringComparison.Ordinal);
        Assert.Empty((await deaf.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals);
        Assert.Equal(0, await deaf.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(GlassBroken))));
        Assert.Equal(0, await deaf.UseDatabaseAsync(database => database.Notifications.CountAsync(its => its.Text.Contains("glass"))));
    }

    [Fact]
    public async Task A_label_that_means_harm_is_shown_as_text_and_a_secret_too()
    {
        const string Hostile = "<img src=x onerror=alert(1)>‮";
        var account = await portal.AddVaultAccountAsync();
        var client = await portal.SignInAsync(account.Lead, portal.Now);
        var added = await client.FillAsync($"{account.Path}/add", ("Form.Label", Hostile), ("Form.Password", "</p><script>alert(2)</script>"), ("Form.UserName", "x"));
        var details = await client.FollowAsync(added);
        var id = int.Parse(added.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var shown = await RevealAsync(client, account, id, "<b>why</b>");

        foreach (var page in new[] { details, shown, await client.OpenAsync(account.Path), await client.OpenAsync($"{account.Path}/history") })
        {
            Assert.Empty(page.Document.QuerySelectorAll("main img, main script, main b"));
            Assert.DoesNotContain('‮', page.Content);
        }

        Assert.Equal("</p><script>alert(2)</script>", shown.Document.QuerySelector("[data-copy-text]")!.TextContent);
        Assert.Contains("<img src=x onerror=alert(1)>", details.Text, StringComparison.Ordinal);
    }

    /// <summary>A portal in which telling people of a broken glass fails.</summary>
    private sealed class DeafPortal : PortalFactory
    {
        protected override void Configure(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder) =>
            builder.ConfigureServices(services => services.AddScoped<EventRule, Fails>());

        private sealed class Fails : EventRule<StoredCredential, GlassBroken>
        {
            protected override Task ApplyAsync(StoredCredential record, GlassBroken happened, SocialGovDbContext database, CancellationToken cancellationToken)
            {
                database.Notifications.Add(new Notification(record.Id, null!, "No reference: the database refuses it.", "/", happened.At));
                return Task.CompletedTask;
            }
        }
    }
}
