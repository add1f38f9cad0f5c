using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Vault;

/// <summary>Adding, changing and withdrawing what opens an account.</summary>
[Trait("Clause", "ADM-3")]
public class StoreSecretTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(VaultAccount Account, PortalClient Client)> VaultAsync(AccountStatus status = AccountStatus.Active)
    {
        var account = await portal.AddVaultAccountAsync(status);
        return (account, await portal.SignInAsync(account.Lead, portal.Now));
    }

    private async Task<string> OpenAsync(int id, SecretKind kind) => await portal.UseAsync(async services =>
    {
        var credential = await services.GetRequiredService<SocialGovDbContext>().Credentials.AsNoTracking().SingleAsync(its => its.Id == id);
        var secret = credential.Current(kind)!;
        return services.GetRequiredService<SecretCipher>().Unprotect(credential.PlaceOf(kind, secret.Number), secret.Ciphertext).Value;
    });

    private static int IdOf(Page led) => int.Parse(led.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_sign_in_is_added_with_what_was_entered_and_nothing_of_it_is_shown()
    {
        var (account, client) = await VaultAsync();
        Assert.Contains("Nothing is stored yet. First create the account on the platform", (await client.OpenAsync(account.Path)).Text, StringComparison.Ordinal);

        var added = await client.FillAsync(
            $"{account.Path}/add", ("Form.Label", " School  profile "), ("Form.UserName", "office@school.example"), ("Form.Password", "Exactly as typed,  ñ 1"), ("Form.DeviceHolderId", $"{account.Deputy.Id}"));
        var page = await client.FollowAsync(added);

        var id = IdOf(added);
        Assert.Contains("The sign-in has been added.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Held by {account.Deputy.FullName}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Stored by {account.Lead.FullName} on 10 March 2026 at 10", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exactly as typed", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("office@school.example", page.Content, StringComparison.Ordinal);
        Assert.Equal("Exactly as typed,  ñ 1", await OpenAsync(id, SecretKind.Password));
        Assert.Equal("office@school.example", await OpenAsync(id, SecretKind.UserName));
        Assert.Equal("School profile", (await portal.SavedCredentialAsync(id)).Label);
    }

    [Fact]
    public async Task One_label_is_one_sign_in_whatever_its_case_until_it_is_withdrawn()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account, "Straße profile");
        var other = await portal.AddVaultAccountAsync();
        await portal.AddCredentialAsync(other, "Elsewhere");

        var page = await client.FillAsync($"{account.Path}/add", ("Form.Label", "STRAßE  PROFILE"), ("Form.UserName", "me"), ("Form.Password", "Never-shown-again-55"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([VaultErrors.LabelTaken.Message], page.Errors);

        // What was typed is not lost, and the password is not shown: it is held for the next try.
        Assert.Equal(("STRAßE  PROFILE", "me"), (page.ValueOf("Form.Label"), page.ValueOf("Form.UserName")));
        Assert.DoesNotContain("Never-shown-again-55", page.Content, StringComparison.Ordinal);
        Assert.Contains("The password that you entered is kept", page.Text, StringComparison.Ordinal);
        var added = await client.SubmitAsync(page, ("Form.Label", "Elsewhere"));
        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        Assert.Equal("Never-shown-again-55", await OpenAsync(IdOf(added), SecretKind.Password));

        // By another name it is refused as well.
        var renamed = await client.FillAsync($"{account.Path}/{IdOf(added)}/describe", ("Form.Label", "straße profile"));
        Assert.Equal([VaultErrors.LabelTaken.Message], renamed.Errors);

        await client.FillAsync($"{account.Path}/{id}/withdraw", ("Form.IsShut", "true"), ("Form.Reason", "Deleted."));
        Assert.Equal(HttpStatusCode.Redirect, (await client.FillAsync($"{account.Path}/add", ("Form.Label", "straße profile"))).Status);
    }

    [Fact]
    public async Task Of_two_who_add_one_label_at_one_moment_the_database_keeps_one()
    {
        var (account, client) = await VaultAsync();
        // One browser: its windows share the token of its forms.
        await client.OpenAsync($"{account.Path}/add");
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.SecondWindow().OpenAsync($"{account.Path}/add")));

        var answers = await Task.WhenAll(forms.Select(form => client.SecondWindow().SubmitAsync(form, ("Form.Label", "One only"), ("Form.Password", "One-of-four-0"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Redirect), answer => Assert.Equal([VaultErrors.LabelTaken.Message], answer.Errors));
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Credentials.CountAsync(its => its.AccountId == account.Id)));
    }

    [Fact]
    public async Task The_unique_index_itself_refuses_a_second_of_one_label_and_takes_one_of_another_account()
    {
        var (account, _) = await VaultAsync();
        await portal.AddCredentialAsync(account, "Index");
        await portal.AddCredentialAsync(await portal.AddVaultAccountAsync(), "Index");
        await Assert.ThrowsAsync<DbUpdateException>(() => portal.AddCredentialAsync(account, "INDEX"));
    }

    [Fact]
    public async Task A_held_password_is_of_no_use_to_anybody_else()
    {
        var (account, client) = await VaultAsync();
        await portal.AddCredentialAsync(account, "Taken");
        var refused = await client.FillAsync($"{account.Path}/add", ("Form.Label", "Taken"), ("Form.Password", "Held-for-me-only-1"));
        var held = refused.ValueOf("Form.HeldPassword")!;
        var deputy = await portal.SignInAsync(account.Deputy, portal.Now);

        var added = await deputy.SubmitAsync(await deputy.OpenAsync($"{account.Path}/add"), ("Form.Label", "Mine"), ("Form.HeldPassword", held));
        Assert.Null((await portal.SavedCredentialAsync(IdOf(added))).Current(SecretKind.Password));
        var forged = await client.SubmitAsync(await client.OpenAsync($"{account.Path}/add"), ("Form.Label", "Forged"), ("Form.HeldPassword", "CfDJ8-nonsense"));
        Assert.Null((await portal.SavedCredentialAsync(IdOf(forged))).Current(SecretKind.Password));
    }

    [Fact]
    public async Task The_portal_makes_a_password_and_stores_it_only_when_the_form_is_sent()
    {
        var (account, client) = await VaultAsync();
        var form = await client.OpenAsync($"{account.Path}/add");
        var button = form.Document.QuerySelector("main button[formaction]")!.GetAttribute("formaction")!;
        var html = (AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!;

        var made = await client.PostAsync(button, Page.Fields(html, ("Form.Label", "Page"), ("Form.UserName", "office")));

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Contains("no-store", made.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var password = made.ValueOf("Form.Password")!;
        Assert.Equal(PasswordRecipe.For(Platform.Facebook).Length, password.Length);
        Assert.Equal(("Page", "office"), (made.ValueOf("Form.Label"), made.ValueOf("Form.UserName")));
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.Credentials.CountAsync(its => its.AccountId == account.Id)));

        var added = await client.SubmitAsync(made);
        Assert.Equal(password, await OpenAsync(IdOf(added), SecretKind.Password));

        // On the page that changes it, too.
        var change = await client.OpenAsync($"{account.Path}/{IdOf(added)}/password/store");
        var again = await client.PostAsync(
            change.Document.QuerySelector("main button[formaction]")!.GetAttribute("formaction")!, Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)change.Document.QuerySelector("main form")!));
        var second = again.ValueOf("Form.Secret")!;
        Assert.NotEqual(password, second);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(again)).Status);
        Assert.Equal(second, await OpenAsync(IdOf(added), SecretKind.Password));
    }

    [Theory]
    [InlineData("password", "", "Enter the password.")]
    [InlineData("password", "ends with a space ", "The password begins or ends with a space, which is nearly always a slip of copying. Enter it without. Spaces inside are kept.")]
    [InlineData("onetimecodesecret", "not base 32 at all 1890", "This is not a one-time code secret.")]
    [InlineData("onetimecodesecret", "123 456", "This is not a one-time code secret.")]
    [InlineData("onetimecodesecret", "otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ", "This otpauth address is not one")]
    [InlineData("recoverycode", "twice\ntwice", "A recovery code is in the list twice.")]
    [InlineData("username", "", "Enter the user name.")]
    [InlineData("recoveryemail", "nobody", "Enter an e-mail address like name@example.com.")]
    [InlineData("recoveryphone", "none", "Enter a telephone number")]
    [InlineData("notes", "", "Enter the notes.")]
    public async Task What_is_wrong_is_asked_again_and_what_lets_somebody_in_is_not_sent_back(string kind, string typed, string message)
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);

        var page = await client.FillAsync($"{account.Path}/{id}/{kind}/store", ("Form.Secret", typed));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(message, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"#{page.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!.TrimStart('#')}"));
        var isSentBack = kind is "username" or "recoveryemail" or "recoveryphone" or "notes";
        Assert.Equal(isSentBack ? typed : "", page.ValueOf("Form.Secret"));
        Assert.Single((await portal.SavedCredentialAsync(id)).Secrets);
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);
        Assert.Equal(["This must be 200 characters or fewer."], (await client.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", new string('p', 201)))).Errors);
        Assert.Equal(["This must be 1,500 characters or fewer."], (await client.FillAsync($"{account.Path}/{id}/notes/store", ("Form.Secret", new string('n', 1501)))).Errors);
        Assert.Single((await client.FillAsync($"{account.Path}/add", ("Form.Label", new string('l', 101)))).Errors);

        // The longest that is taken fits its column, in characters of three bytes too.
        Assert.Equal(HttpStatusCode.Redirect, (await client.FillAsync($"{account.Path}/{id}/notes/store", ("Form.Secret", new string('語', 1500)))).Status);
        Assert.Equal(new string('語', 1500), await OpenAsync(id, SecretKind.Notes));
        Assert.True((await portal.SavedCredentialAsync(id)).Current(SecretKind.Notes)!.Ciphertext.Length <= 8000);
    }

    [Fact]
    public async Task The_second_of_two_who_change_it_is_told_and_types_nothing_anew()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);
        var deputy = await portal.SignInAsync(account.Deputy, portal.Now);
        var open = await deputy.OpenAsync($"{account.Path}/{id}/password/store");
        await client.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", "First-of-two-1"));

        var page = await deputy.SubmitAsync(open, ("Form.Secret", "Second-of-two-2"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal([Error.Stale.Message], page.Errors);
        Assert.DoesNotContain("Second-of-two-2", page.Content, StringComparison.Ordinal);
        Assert.Equal("First-of-two-1", await OpenAsync(id, SecretKind.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await deputy.SubmitAsync(page)).Status);
        Assert.Equal("Second-of-two-2", await OpenAsync(id, SecretKind.Password));
    }

    [Fact]
    public async Task Of_two_who_change_it_at_one_moment_one_is_told()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);
        // One browser: its windows share the token of its forms.
        await client.OpenAsync($"{account.Path}/add");
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.SecondWindow().OpenAsync($"{account.Path}/{id}/password/store")));

        var answers = await Task.WhenAll(forms.Select((form, number) => client.SecondWindow().SubmitAsync(form, ("Form.Secret", $"Race-{number}-of-4"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Redirect), answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        Assert.Equal(2, (await portal.SavedCredentialAsync(id)).Secrets.Count);
    }

    [Fact]
    public async Task Sent_twice_it_is_stored_once()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);
        var form = await client.OpenAsync($"{account.Path}/{id}/password/store");
        await client.SubmitAsync(form, ("Form.Secret", "Sent-twice-22"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(form, ("Form.Secret", "Sent-twice-22"))).Status);
        Assert.Equal(2, (await portal.SavedCredentialAsync(id)).Secrets.Count);
    }

    [Fact]
    public async Task Recovery_codes_are_pasted_revealed_one_at_a_time_and_marked_as_used()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);
        await client.FillAsync($"{account.Path}/{id}/recoverycode/store", ("Form.Secret", "1111 aaaa\r\n2222 bbbb\r\n3333 cccc"));

        var page = await client.OpenAsync($"{account.Path}/{id}/recovery-codes");
        Assert.Contains("3 of 3 are not used", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1111", page.Content, StringComparison.Ordinal);
        var shown = await client.FillAsync($"{account.Path}/{id}/recoverycode/2/reveal", ("Form.Reason", "The phone is lost."));
        Assert.Equal("2222 bbbb", shown.Document.QuerySelector("[data-copy-text]")!.TextContent);
        Assert.DoesNotContain("1111", shown.Content, StringComparison.Ordinal);

        var used = await client.SubmitFormAsync(page, $"main form[action$='/2/used']");
        var after = await client.FollowAsync(used);
        Assert.Contains("2 of 3 are not used", after.Text, StringComparison.Ordinal);
        Assert.Contains($"By {account.Lead.FullName} on 10 March 2026", after.Text, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("main form[action$='/2/used']"));

        // Whoever has the page open still is told.
        var again = await client.SubmitFormAsync(await client.OpenAsync($"{account.Path}/{id}/recovery-codes"), "main form[action$='/1/used']");
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        var stale = await (await portal.SignInAsync(account.Deputy)).SubmitFormAsync(page, "main form[action$='/2/used']");
        Assert.NotEqual(HttpStatusCode.OK, stale.Status);
        Assert.Equal("3333 cccc", (await client.FillAsync($"{account.Path}/{id}/recoverycode/reveal", ("Form.Reason", "Again."))).Document.QuerySelector("[data-copy-text]")!.TextContent);
    }

    [Fact]
    public async Task Former_versions_say_who_and_when_and_show_a_secret_only_by_the_same_rules()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.FillAsync($"{account.Path}/{id}/password/store", ("Form.Secret", "The-new-one-3"));

        var page = await client.OpenAsync($"{account.Path}/{id}/versions");
        Assert.Equal(2, page.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.DoesNotContain(Vaults.Password, page.Content, StringComparison.Ordinal);
        Assert.Contains("In force", page.Text, StringComparison.Ordinal);
        var shown = await client.FillAsync($"{account.Path}/{id}/password/1/reveal", ("Form.Reason", "The platform asks for the last one."));
        Assert.Equal(Vaults.Password, shown.Document.QuerySelector("[data-copy-text]")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{account.Path}/{id}/password/3/reveal")).Status);
    }

    [Fact]
    public async Task Withdrawn_it_is_kept_and_cannot_be_changed()
    {
        var (account, client) = await VaultAsync();
        var id = await portal.AddCredentialAsync(account, "Old one");
        var refused = await client.FillAsync($"{account.Path}/{id}/withdraw", ("Form.Reason", "Deleted there."));
        Assert.Equal([VaultErrors.NotShutYet.Message], refused.Errors);
        Assert.Equal("Deleted there.", refused.ValueOf("Form.Reason"));

        var page = await client.FollowAsync(await client.SubmitAsync(refused, ("Form.IsShut", "true")));
        Assert.Contains("Old one, withdrawn on 10 March 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.GetAsync($"{account.Path}/{id}/password/store")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await client.GetAsync($"{account.Path}/{id}/withdraw")).Status);
        Assert.Contains("Deleted there.", (await client.OpenAsync($"{account.Path}/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.FillAsync($"{account.Path}/{id}/password/reveal", ("Form.Reason", "To look up."))).Status);
    }

    [Fact]
    public async Task An_administrator_by_role_stores_while_the_account_awaits_creation_and_opens_nothing()
    {
        var account = await portal.AddVaultAccountAsync(AccountStatus.AwaitingCreation);
        var (creator, client) = await portal.PersonAsync(Roles.Administrator);

        var added = await client.FillAsync($"{account.Path}/add", ("Form.Label", "Made by the office"), ("Form.Password", "Made-by-the-office-4"));
        var details = await client.FollowAsync(added);

        Assert.DoesNotContain("Reveal", details.Text, StringComparison.Ordinal);
        Assert.Contains("Change", details.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{account.Path}/{IdOf(added)}/password/reveal")).Status);
        // Whoever typed it knows it: the account's administrators are asked to change it.
        var due = Assert.Single(await portal.DueAsync(account));
        Assert.Equal(creator.Id, Assert.Single(due.Because).PersonId);
    }

    [Fact]
    [Trait("Clause", "ADM-5")]
    public async Task Roles_on_the_platform_are_recorded_and_removed()
    {
        var (account, client) = await VaultAsync();
        var gone = await portal.AddPersonAsync();
        await portal.UseDatabaseAsync(async database =>
        {
            Vaults.Done((await database.People.FindAsync(gone.Id))!.Deactivate("Left.", 1, PeopleActors.CommandLine, portal.Now));
            await database.SaveChangesAsync();
        });
        Assert.Contains("Nobody is recorded.", (await client.OpenAsync($"{account.Path}/platform-roles")).Text, StringComparison.Ordinal);

        var refused = await client.FillAsync($"{account.Path}/platform-roles/add", ("Form.PersonId", $"{gone.Id}"), ("Form.Role", ""));
        Assert.Equal([VaultErrors.RoleMissing.Message], refused.Errors);
        var page = await client.FollowAsync(await client.SubmitAsync(refused, ("Form.Role", "<b>Full</b> control"), ("Form.Since.Day", "1"), ("Form.Since.Month", "9"), ("Form.Since.Year", "2025")));
        Assert.Contains($"{gone.FullName}, who cannot sign in here any more", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 September 2025", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main td b"));
        var twice = await client.FillAsync($"{account.Path}/platform-roles/add", ("Form.PersonId", $"{gone.Id}"), ("Form.Role", "<B>FULL</B> control"));
        Assert.Equal([VaultErrors.RoleTaken.Message], twice.Errors);
        var holding = (await portal.UseDatabaseAsync(database => database.LoadVaultHoldingsAsync([account.Id], default)))[account.Id];
        Assert.Equal(gone.Id, Assert.Single(holding.PlatformRoles).PersonId);

        var remove = page.Document.QuerySelector("main td a")!.GetAttribute("href")!;
        var removing = await client.OpenAsync(remove);
        var after = await client.FollowAsync(await client.SubmitAsync(removing));
        Assert.Contains($"Removed; recorded by {account.Lead.FullName}", after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(remove)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await client.FillAsync($"{account.Path}/platform-roles/add", ("Form.PersonId", $"{gone.Id}"), ("Form.Role", "<b>Full</b> control"))).Status);
    }

    [Fact]
    public async Task What_the_vault_holds_is_told_without_a_secret()
    {
        var (account, _) = await VaultAsync();
        var empty = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(
            account, "Profile", (SecretKind.Password, Vaults.Password), (SecretKind.RecoveryEmail, "office@school.example"), (SecretKind.RecoveryCode, "one\ntwo"));

        var holdings = await portal.UseDatabaseAsync(database => database.LoadVaultHoldingsAsync([account.Id, empty.Id, empty.Id], default));

        Assert.Equal(2, holdings.Count);
        Assert.Equal((false, false, false), (holdings[empty.Id].HasCurrentSecret, holdings[empty.Id].HasRecoveryEmail, holdings[empty.Id].HasRecoveryPhone));
        Assert.Equal((true, true, false), (holdings[account.Id].HasCurrentSecret, holdings[account.Id].HasRecoveryEmail, holdings[account.Id].HasRecoveryPhone));
        Assert.Equal([SecretKind.Password, SecretKind.RecoveryCode, SecretKind.RecoveryEmail], holdings[account.Id].Secrets.Select(secret => secret.Kind));
        Assert.Equal(new HeldDevice(id, "Profile", account.Lead.Id), Assert.Single(holdings[account.Id].Devices));
    }
}
