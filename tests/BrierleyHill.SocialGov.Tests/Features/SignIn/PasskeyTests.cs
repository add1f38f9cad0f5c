using System.Net;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>Passkeys over HTTP, with a device in the test's own process. The browser's half is tried in a real Chromium.</summary>
[Trait("Clause", "STF-1")]
public sealed class PasskeyTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private const string Add = "/sign-in-settings/passkeys/add";

    [Fact]
    public async Task A_passkey_signs_in_without_address_and_password_and_counts_as_both_factors()
    {
        var (person, passkey, _) = await HolderAsync();
        using var device = passkey;
        var client = portal.Browser();

        var signedIn = await UseAsync(client, device, "/sign-in?returnUrl=%2Fpolicy", "/sign-in/passkey");

        Assert.Equal("/policy", signedIn.Location);
        Assert.True(await client.IsSignedInAsync());
        Assert.Equal(["PasskeyUsed", "SignedIn"], (await portal.EventsOfAsync(person.Id))[^2..]);
        // It is a proof as well.
        await client.OpenAsync(Add);
    }

    [Fact]
    public async Task After_a_password_it_is_the_second_factor()
    {
        var (person, passkey, _) = await HolderAsync();
        using var device = passkey;
        var client = portal.Browser();
        Assert.Equal(SecondFactorSteps.SecondPage, (await client.TrySignInAsync(person.EmailAddress, page: "/sign-in?returnUrl=%2Fpolicy")).Location);
        var page = await client.OpenAsync(SecondFactorSteps.SecondPage);
        Assert.Null(page.Document.QuerySelector("[name=Code]"));

        var options = await OptionsAsync(client, page, SecondFactorSteps.SecondPage + "/passkey/options");
        Assert.Equal(1, JsonDocument.Parse(options).RootElement.GetProperty("allowCredentials").GetArrayLength());
        var signedIn = await client.SubmitFormAsync(page, "main form[data-module=sg-passkey]", ("Credential", device.Use(options)));

        Assert.Equal("/policy", signedIn.Location);
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Within_a_session_it_is_a_proof()
    {
        var (person, passkey, _) = await HolderAsync();
        using var device = passkey;
        var client = await portal.SignInAsync(person);
        Assert.Equal("/policy", (await UseAsync(client, device, "/confirm-it-is-you?returnUrl=%2Fpolicy", "/confirm-it-is-you/passkey")).Location);
        await client.OpenAsync(Add);
        Assert.Equal("IdentityProved", (await portal.EventsOfAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task What_the_browser_is_asked_for_is_a_passkey_of_this_portal_with_the_device_s_own_check()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        using var make = JsonDocument.Parse(await OptionsAsync(client, await client.OpenAsync(Add), "/sign-in-settings/passkeys/options"));
        Assert.Equal("localhost", make.RootElement.GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal("required", make.RootElement.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.Equal("required", make.RootElement.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
        Assert.Equal(person.FullName, make.RootElement.GetProperty("user").GetProperty("displayName").GetString());

        var anybody = portal.Browser();
        using var use = JsonDocument.Parse(await OptionsAsync(anybody, await anybody.OpenAsync("/sign-in"), "/sign-in/passkey/options"));
        Assert.Equal("required", use.RootElement.GetProperty("userVerification").GetString());
        // Whoever has not signed in learns of nobody's passkeys.
        Assert.True(!use.RootElement.TryGetProperty("allowCredentials", out var allowed) || allowed.GetArrayLength() == 0);
    }

    [Fact]
    public async Task For_which_site_passkeys_are_is_said_by_the_setting_and_not_by_the_request()
    {
        var person = await portal.PersonWithPasswordAsync();
        var session = await portal.SignInAsync(person, portal.Now);
        var page = await session.OpenAsync(Add);
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in-settings/passkeys/options")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!)]),
        };
        request.Headers.Host = "elsewhere.example";
        using var options = JsonDocument.Parse((await session.SendAsync(request)).Content);
        Assert.Equal("localhost", options.RootElement.GetProperty("rp").GetProperty("id").GetString());
    }

    public static TheoryData<string> Untrue => ["user", "origin", "cross-origin", "site", "signature", "handle"];

    [Theory]
    [MemberData(nameof(Untrue))]
    public async Task Whatever_a_device_or_page_says_untruly_is_refused(string what)
    {
        var (person, passkey, _) = await HolderAsync();
        using var device = passkey;
        switch (what)
        {
            case "user": device.ChecksUser = false; break;
            case "origin": device.Origin = "https://localhost.elsewhere.example"; break;
            case "cross-origin": device.IsCrossOrigin = true; break;
            case "site": device.RelyingParty = "elsewhere.example"; break;
            case "signature": device.SignsWrongly = true; break;
            default: device.UserHandle = "MQ"; break;
        }

        var client = portal.Browser();
        var refused = await UseAsync(client, device, "/sign-in", "/sign-in/passkey");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([SignInErrors.PasskeyRefused.Message], refused.Errors);
        Assert.False(await client.IsSignedInAsync());
        Assert.DoesNotContain("SignedIn", await portal.EventsOfAsync(person.Id));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("origin")]
    [InlineData("site")]
    public async Task A_passkey_that_was_made_untruly_is_not_kept(string what)
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        using var device = new SoftwarePasskey();
        switch (what)
        {
            case "user": device.ChecksUser = false; break;
            case "origin": device.Origin = "http://localhost"; break;
            default: device.RelyingParty = "elsewhere.example"; break;
        }

        var refused = await MakeAsync(client, device, "Laptop");
        Assert.Equal([SignInErrors.PasskeyNotMade.Message], refused.Errors);
        Assert.Equal("Laptop", refused.ValueOf("Name"));
        Assert.Equal("/", (await portal.Browser().TrySignInAsync(person.EmailAddress)).Location);
    }

    [Fact]
    public async Task An_answer_that_was_overheard_is_worth_nothing()
    {
        var (_, passkey, _) = await HolderAsync();
        using var device = passkey;
        var client = portal.Browser();
        var page = await client.OpenAsync("/sign-in");
        var options = await OptionsAsync(client, page, "/sign-in/passkey/options");
        var answer = device.Use(options);
        // The thief has everything: the cookies, the form and the answer.
        var thief = client.SecondWindow();
        Assert.Equal("/", (await client.SubmitFormAsync(page, "main form[data-module=sg-passkey]", ("Credential", answer))).Location);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        var again = await thief.SubmitFormAsync(page, "main form[data-module=sg-passkey]", ("Credential", answer));

        Assert.Equal([SignInErrors.PasskeyRefused.Message], again.Errors);
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task An_answer_after_five_minutes_or_to_another_question_is_refused()
    {
        var (person, passkey, _) = await HolderAsync();
        using var device = passkey;
        var client = portal.Browser();
        var page = await client.OpenAsync("/sign-in");
        var options = await OptionsAsync(client, page, "/sign-in/passkey/options");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(
            [SignInErrors.PasskeyRefused.Message],
            (await client.SubmitFormAsync(page, "main form[data-module=sg-passkey]", ("Credential", device.Use(options)))).Errors);

        // Asked for a proof, given as a sign-in.
        var session = await portal.SignInAsync(person);
        var proof = await OptionsAsync(session, await session.OpenAsync("/confirm-it-is-you"), "/confirm-it-is-you/passkey/options");
        var token = (await session.OpenAsync("/forgotten-password")).ValueOf("__RequestVerificationToken")!;
        var crossed = await session.PostAsync("/sign-in/passkey", [new("Credential", device.Use(proof)), new("__RequestVerificationToken", token)]);
        Assert.Equal([SignInErrors.PasskeyRefused.Message], crossed.Errors);
    }

    [Fact]
    public async Task A_copied_device_that_counts_behind_is_refused()
    {
        var (_, passkey, _) = await HolderAsync(device => device.Count = 5);
        using var device = passkey;
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey")).Location);
        device.Count = 5;
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([SignInErrors.PasskeyRefused.Message], (await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey")).Errors);
    }

    [Fact]
    public async Task The_passkey_of_another_is_neither_a_second_factor_nor_a_proof()
    {
        var (person, mine, _) = await HolderAsync();
        var (_, theirs, _) = await HolderAsync();
        using var own = mine;
        using var other = theirs;
        var client = portal.Browser();
        await client.TrySignInAsync(person.EmailAddress);
        Assert.Equal(
            [SignInErrors.PasskeyRefused.Message],
            (await UseAsync(client, other, SecondFactorSteps.SecondPage, SecondFactorSteps.SecondPage + "/passkey")).Errors);
        var session = await portal.SignInAsync(person);
        Assert.Equal([SignInErrors.PasskeyRefused.Message], (await UseAsync(session, other, "/confirm-it-is-you", "/confirm-it-is-you/passkey")).Errors);
        Assert.Equal("IdentityProofRefused", (await portal.EventsOfAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task Whoever_is_deactivated_or_locked_out_does_not_come_in_by_passkey()
    {
        var (person, passkey, _) = await HolderAsync();
        using var device = passkey;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await portal.Browser().TrySignInAsync(person.EmailAddress, "wrong");
        }

        Assert.Equal([SignInErrors.PasskeyRefused.Message], (await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey")).Errors);
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/", (await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey")).Location);
        await portal.UseDatabaseAsync(async database =>
        {
            var known = await database.People.SingleAsync(one => one.Id == person.Id);
            Assert.False(known.Deactivate("Left", 1, PeopleActors.CommandLine, portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([SignInErrors.PasskeyRefused.Message], (await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey")).Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","response":{}}""")]
    public async Task Rubbish_is_refused_and_locks_nobody_out(string credential)
    {
        var client = portal.Browser();
        var page = await client.OpenAsync("/sign-in");
        await OptionsAsync(client, page, "/sign-in/passkey/options");
        var refused = await client.SubmitFormAsync(page, "main form[data-module=sg-passkey]", ("Credential", credential));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([(credential.Length == 0 ? SignInErrors.PasskeyMissing : SignInErrors.PasskeyRefused).Message], refused.Errors);
    }

    [Fact]
    public async Task Adding_one_keeps_this_session_ends_the_others_gives_recovery_codes_and_is_told()
    {
        var person = await portal.PersonWithPasswordAsync();
        var (here, there) = (await portal.SignInAsync(person, portal.Now), await portal.SignInAsync(person));
        using var device = new SoftwarePasskey();
        var added = await MakeAsync(here, device, "Office laptop");

        Assert.Equal("/sign-in-settings/recovery-codes", added.Location);
        Assert.Equal(10, SecondFactorSteps.CodesOn(await here.FollowAsync(added)).Count);
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(["PasskeyAdded", "RecoveryCodesMade"], (await portal.EventsOfAsync(person.Id))[^2..]);
        Assert.Equal("A passkey was added for the social media portal", Assert.Single(await portal.MailsToAsync(person.Id)).Subject);
        // The name is the person's: its length alone goes into the audit.
        var audit = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().Where(line => line.RecordId == person.Id).ToListAsync());
        Assert.DoesNotContain(audit, line => line.Changes?.Contains("Office laptop", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_list_says_when_each_was_added_and_used_and_each_can_be_renamed_and_removed()
    {
        var (person, passkey, client) = await HolderAsync();
        using var device = passkey;
        var list = await client.OpenAsync("/sign-in-settings");
        Assert.Contains("Laptop", list.Text, StringComparison.Ordinal);
        Assert.Contains("Never", list.Text, StringComparison.Ordinal);
        var rename = list.Document.QuerySelector("main a[href$='/rename']")!.GetAttribute("href")!;

        Assert.Equal("Laptop", (await client.OpenAsync(rename)).ValueOf("Name"));
        Assert.Equal([SignInErrors.PasskeyNameMissing.Message], (await client.FillAsync(rename, ("Name", " \t "))).Errors);
        Assert.Equal([SignInErrors.PasskeyNameTooLong.Message], (await client.FillAsync(rename, ("Name", new string('x', 61)))).Errors);
        Assert.Equal("/sign-in-settings", (await client.FillAsync(rename, ("Name", "<b>Phone</b>"))).Location);
        await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey");
        var renamed = await client.OpenAsync("/sign-in-settings");
        Assert.Contains("<b>Phone</b>", renamed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", renamed.Text, StringComparison.Ordinal);

        var remove = rename.Replace("/rename", "/remove", StringComparison.Ordinal);
        Assert.Equal("/sign-in-settings", (await client.FillAsync(remove)).Location);
        Assert.True(await client.IsSignedInAsync());
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([SignInErrors.PasskeyRefused.Message], (await UseAsync(portal.Browser(), device, "/sign-in", "/sign-in/passkey")).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(remove)).Status);
        Assert.Equal("/", (await portal.Browser().TrySignInAsync(person.EmailAddress)).Location);
        Assert.Contains("PasskeyRenamed", await portal.EventsOfAsync(person.Id));
        Assert.Contains("PasskeyRemoved", await portal.EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task The_passkey_of_another_is_not_there()
    {
        var (_, passkey, theirs) = await HolderAsync();
        using var device = passkey;
        var rename = (await theirs.OpenAsync("/sign-in-settings")).Document.QuerySelector("main a[href$='/rename']")!.GetAttribute("href")!;
        var person = await portal.PersonWithPasswordAsync(Roles.PortalManager);
        var client = await portal.SignInAsync(person, portal.Now);
        var token = (await client.OpenAsync("/confirm-it-is-you")).ValueOf("__RequestVerificationToken")!;
        foreach (var path in new[] { rename, rename.Replace("/rename", "/remove", StringComparison.Ordinal) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, [new("Name", "Mine"), new("__RequestVerificationToken", token)])).Status);
        }

        Assert.Contains("Laptop", (await theirs.OpenAsync("/sign-in-settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_device_is_added_once_and_ten_passkeys_are_enough()
    {
        var (_, passkey, client) = await HolderAsync();
        using var device = passkey;
        Assert.Equal([SignInErrors.PasskeyNotMade.Message], (await MakeAsync(client, device, "Again")).Errors);
        for (var number = 2; number <= 10; number++)
        {
            using var another = new SoftwarePasskey();
            Assert.Equal("/sign-in-settings", (await MakeAsync(client, another, $"Key {number}")).Location);
        }

        using var eleventh = new SoftwarePasskey();
        var refused = await MakeAsync(client, eleventh, "Key 11");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([SignInErrors.TooManyPasskeys.Message], refused.Errors);
    }

    [Fact]
    public async Task A_longer_credential_than_every_database_keeps_is_refused()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        using var device = new SoftwarePasskey { Id = new byte[901] };
        Assert.Equal([SignInErrors.PasskeyNotMade.Message], (await MakeAsync(client, device, "Long")).Errors);
    }

    [Fact]
    public async Task Pages_say_plainly_that_passkeys_need_JavaScript_and_name_the_other_way()
    {
        var page = await portal.Anonymous().OpenAsync("/sign-in");
        Assert.NotNull(page.Document.QuerySelector("[data-passkey-button][hidden]"));
        Assert.Contains("Passkeys need JavaScript, which does not run in this browser. Sign in with your password instead.", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Person Person, SoftwarePasskey Device, PortalClient Client)> HolderAsync(Action<SoftwarePasskey>? set = null)
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        var device = new SoftwarePasskey();
        set?.Invoke(device);
        Assert.Equal("/sign-in-settings/recovery-codes", (await MakeAsync(client, device, "Laptop")).Location);
        return (person, device, client);
    }

    private static async Task<Page> MakeAsync(PortalClient client, SoftwarePasskey device, string name)
    {
        var page = await client.OpenAsync(Add);
        var options = await OptionsAsync(client, page, "/sign-in-settings/passkeys/options");
        return await client.SubmitAsync(page, ("Name", name), ("Credential", device.Make(options)));
    }

    private static async Task<Page> UseAsync(PortalClient client, SoftwarePasskey device, string path, string action)
    {
        var page = await client.OpenAsync(path);
        var options = await OptionsAsync(client, page, action + "/options");
        return await client.SubmitFormAsync(page, $"main form[action='{action}']", ("Credential", device.Use(options)));
    }

    private static async Task<string> OptionsAsync(PortalClient client, Page page, string path)
    {
        var answer = await client.PostAsync(path, [new("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!)]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.ContentHeaders.ContentType?.MediaType);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        return answer.Content;
    }
}
