using System.Net;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>A password and then a code: over HTTP, with the codes that a phone would show.</summary>
[Trait("Clause", "STF-1")]
public sealed class SecondFactorTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task A_code_of_the_app_finishes_the_sign_in_at_the_page_that_was_asked_for()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder, "/sign-in?returnUrl=%2Fpolicy");
        Assert.False(await client.IsSignedInAsync());

        var signedIn = await client.TypeCodeAsync(portal.CodeNow(holder));

        Assert.Equal("/policy", signedIn.Location);
        Assert.True(await client.IsSignedInAsync());
        Assert.Equal("SignedIn", (await portal.EventsOfAsync(holder.Person.Id))[^1]);
        // What was between the two steps is over with it.
        Assert.Equal("/sign-in", (await client.GetAsync(SecondFactorSteps.SecondPage)).Location);
    }

    [Fact]
    public async Task The_password_alone_signs_nobody_in_and_says_nothing_in_the_address()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        Assert.Equal("/sign-in", (await client.GetAsync("/")).Location?.Split('?')[0]);
        Assert.DoesNotContain("SignedIn", await portal.EventsOfAsync(holder.Person.Id));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task It_leads_to_no_other_site(string returnUrl)
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal("/", (await client.TypeCodeAsync(portal.CodeNow(holder))).Location);
    }

    [Fact]
    public async Task A_code_is_accepted_once()
    {
        var holder = await portal.AppHolderAsync();
        var code = portal.CodeNow(holder);
        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.GivePasswordAsync(holder)).TypeCodeAsync(code)).Status);

        var again = await (await portal.GivePasswordAsync(holder)).TypeCodeAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal([SignInErrors.CodeWrong.Message], again.Errors);
    }

    [Fact]
    public async Task Of_the_same_code_sent_twice_at_once_one_is_accepted()
    {
        var holder = await portal.AppHolderAsync();
        var code = portal.CodeNow(holder);
        var clients = new[] { await portal.GivePasswordAsync(holder), await portal.GivePasswordAsync(holder) };
        var answers = await Task.WhenAll(clients.Select(client => client.TypeCodeAsync(code)));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task The_code_that_set_the_app_up_is_used_by_it()
    {
        var person = await portal.PersonWithPasswordAsync();
        var setUp = await portal.SignInAsync(person, portal.Now);
        var (key, _) = await portal.SetUpAppAsync(setUp);
        var client = portal.Browser();
        await client.TrySignInAsync(person.EmailAddress);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.TypeCodeAsync(SecondFactorSteps.CodeOf(key, portal.Now))).Status);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task A_phone_half_a_minute_off_is_forgiven(int seconds, bool accepted)
    {
        var holder = await portal.AppHolderAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var client = await portal.GivePasswordAsync(holder);
        var answer = await client.TypeCodeAsync(SecondFactorSteps.CodeOf(holder.Key, portal.Now.AddSeconds(seconds)));
        Assert.Equal(accepted ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Wrong_codes_lock_with_wrong_passwords_and_a_right_password_between_them_forgives_none()
    {
        var holder = await portal.AppHolderAsync();
        await portal.Anonymous().TrySignInAsync(holder.Person.EmailAddress, "wrong");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var client = await portal.GivePasswordAsync(holder);
            Assert.Equal(HttpStatusCode.BadRequest, (await client.TypeCodeAsync("000000")).Status);
        }

        Assert.Contains("SignInLocked", await portal.EventsOfAsync(holder.Person.Id));
        Assert.Contains((await portal.MailsToAsync(holder.Person.Id)).Select(mail => mail.Subject), subject => subject == "Sign-in to the social media portal is locked");
        // Locked for both steps, and told like everything else that is refused.
        var locked = await portal.Anonymous().TrySignInAsync(holder.Person.EmailAddress);
        Assert.Equal([PeopleErrors.SignInRefused.Message], locked.Errors);
    }

    [Fact]
    public async Task A_lock_that_comes_between_the_steps_holds_for_the_right_code_too()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await client.TypeCodeAsync("000000");
        }

        Assert.Equal([SignInErrors.CodeWrong.Message], (await client.TypeCodeAsync(portal.CodeNow(holder))).Errors);
        var last = await LastRefusalAsync(holder.Person.Id);
        Assert.Equal("Locked", last.Reason);
        // Fifteen minutes later the second page has run out as well: from the beginning, everything is as before.
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/", (await (await portal.GivePasswordAsync(holder)).TypeCodeAsync(portal.CodeNow(holder))).Location);
    }

    [Fact]
    public async Task Of_many_codes_sent_at_once_no_more_than_five_are_answered()
    {
        var holder = await portal.AppHolderAsync();
        var clients = new List<PortalClient>();
        for (var number = 0; number < 9; number++)
        {
            clients.Add(await portal.GivePasswordAsync(holder));
        }

        await Task.WhenAll(clients.Select(client => client.TypeCodeAsync("000000")));
        var reasons = await portal.UseDatabaseAsync(database => database.AuditEvents
            .Where(line => line.RecordId == holder.Person.Id && line.Name == "SignInRefused").Select(line => line.Reason).ToListAsync());
        Assert.Equal(5, reasons.Count(reason => reason == "Wrong or used code from the authenticator app"));
        Assert.Equal(4, reasons.Count(reason => reason == "Locked"));
    }

    [Fact]
    public async Task Whoever_is_deactivated_between_the_steps_is_refused()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        var page = await client.OpenAsync(SecondFactorSteps.SecondPage);
        await portal.UseDatabaseAsync(async database =>
        {
            var person = await database.People.SingleAsync(known => known.Id == holder.Person.Id);
            Assert.False(person.Deactivate("Left", 1, PeopleActors.CommandLine, portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        var refused = await client.SubmitAsync(page, ("Code", portal.CodeNow(holder)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([SignInErrors.BeginAgain.Message], refused.Errors);
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task A_password_that_changed_between_the_steps_begins_again()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        var page = await client.OpenAsync(SecondFactorSteps.SecondPage);
        await portal.GivePasswordAsync(holder.Person);

        var refused = await client.SubmitAsync(page, ("Code", portal.CodeNow(holder)));

        Assert.Equal([SignInErrors.BeginAgain.Message], refused.Errors);
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task The_second_page_runs_out_after_ten_minutes()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        var page = await client.OpenAsync(SecondFactorSteps.SecondPage);
        portal.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.Equal([SignInErrors.BeginAgain.Message], (await client.SubmitAsync(page, ("Code", portal.CodeNow(holder)))).Errors);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_the_person_is_told()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);

        var signedIn = await client.TypeRecoveryCodeAsync(holder.Codes[0].ToLowerInvariant().Replace('-', ' '));

        Assert.Equal("/", signedIn.Location);
        Assert.Contains("You used a recovery code. 9 are left.", (await client.FollowAsync(signedIn)).Text, StringComparison.Ordinal);
        Assert.Contains("RecoveryCodeUsed", await portal.EventsOfAsync(holder.Person.Id));
        Assert.Contains((await portal.MailsToAsync(holder.Person.Id)).Select(mail => mail.Subject), subject => subject == "A recovery code was used for the social media portal");
        var again = await (await portal.GivePasswordAsync(holder)).TypeRecoveryCodeAsync(holder.Codes[0]);
        Assert.Equal([SignInErrors.RecoveryCodeWrong.Message], again.Errors);
    }

    [Fact]
    public async Task Each_of_the_ten_works_and_the_last_three_warn()
    {
        var holder = await portal.AppHolderAsync();
        Assert.Equal(10, holder.Codes.Count);
        for (var left = 9; left >= 0; left--)
        {
            var client = await portal.GivePasswordAsync(holder);
            var page = await client.FollowAsync(await client.TypeRecoveryCodeAsync(holder.Codes[9 - left]));
            Assert.Equal(left is > 0 and <= 3, page.Text.Contains("Make new ones soon", StringComparison.Ordinal));
            Assert.Equal(left == 0, page.Text.Contains("That was your last recovery code", StringComparison.Ordinal));
            Assert.Equal(left <= 3, (await client.OpenAsync("/sign-in-settings")).Text.Contains("so that a lost phone does not lock you out", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once_and_a_new_set_replaces_the_old()
    {
        var holder = await portal.AppHolderAsync();
        Assert.Empty(SecondFactorSteps.CodesOn(await holder.Client.OpenAsync("/sign-in-settings/recovery-codes")));

        var made = await holder.Client.SubmitAsync(await holder.Client.OpenAsync("/sign-in-settings/recovery-codes"));
        var shown = await holder.Client.FollowAsync(made);
        var codes = SecondFactorSteps.CodesOn(shown);

        Assert.Equal(10, codes.Count);
        Assert.Contains("no-store", shown.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Empty(SecondFactorSteps.CodesOn(await holder.Client.OpenAsync("/sign-in-settings/recovery-codes")));
        Assert.Equal(HttpStatusCode.BadRequest, (await (await portal.GivePasswordAsync(holder)).TypeRecoveryCodeAsync(holder.Codes[0])).Status);
        Assert.Equal("/", (await (await portal.GivePasswordAsync(holder)).TypeRecoveryCodeAsync(codes[0])).Location);
    }

    [Fact]
    public async Task A_link_for_a_new_password_asks_for_the_second_factor_too()
    {
        var holder = await portal.AppHolderAsync();
        await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", holder.Person.EmailAddress));
        var client = portal.Browser();

        var set = await client.FillAsync(await portal.LatestLinkAsync(holder.Person.Id), ("NewPassword", "orange kettle tractor"));

        Assert.Equal(SecondFactorSteps.SecondPage, set.Location);
        Assert.False(await client.IsSignedInAsync());
        Assert.DoesNotContain("SignedIn", await portal.EventsOfAsync(holder.Person.Id));
        Assert.Equal("/", (await client.TypeCodeAsync(portal.CodeNow(holder))).Location);
    }

    [Fact]
    public async Task New_passwords_by_link_win_no_new_tries_at_the_codes()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await client.TypeCodeAsync("000000");
        }

        await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", holder.Person.EmailAddress));
        var thief = portal.Browser();
        await thief.FillAsync(await portal.LatestLinkAsync(holder.Person.Id), ("NewPassword", "orange kettle tractor"));
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.TypeCodeAsync(portal.CodeNow(holder))).Status);
        Assert.Equal("Locked", (await LastRefusalAsync(holder.Person.Id)).Reason);
    }

    [Fact]
    public async Task Nothing_typed_is_asked_for()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        Assert.Equal([SignInErrors.CodeMissing.Message], (await client.TypeCodeAsync(" ")).Errors);
        Assert.Equal([SignInErrors.RecoveryCodeMissing.Message], (await client.TypeRecoveryCodeAsync("")).Errors);
        // Asking counts for nothing.
        Assert.DoesNotContain("SignInRefused", await portal.EventsOfAsync(holder.Person.Id));
    }

    [Fact]
    public async Task The_second_page_without_a_password_before_begins_at_the_beginning()
    {
        var client = portal.Browser();
        Assert.Equal("/sign-in", (await client.GetAsync(SecondFactorSteps.SecondPage)).Location);
        var token = (await client.OpenAsync("/sign-in")).ValueOf("__RequestVerificationToken")!;
        var posted = await client.PostAsync(SecondFactorSteps.SecondPage, [new("Code", "123456"), new("__RequestVerificationToken", token)]);
        Assert.Equal([SignInErrors.BeginAgain.Message], posted.Errors);
    }

    [Fact]
    public async Task What_stands_between_the_steps_cannot_be_made_up()
    {
        var client = new PortalClient(
            portal.CreateClient(new() { BaseAddress = portal.ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false }),
            "__Host-social-gov-second-factor=CfDJ8forged");
        Assert.Equal("/sign-in", (await client.GetAsync(SecondFactorSteps.SecondPage)).Location);
    }

    [Fact]
    public async Task The_key_is_shown_as_code_and_as_text_within_the_page_and_fetched_from_nowhere()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        var page = await client.OpenAsync("/sign-in-settings/authenticator");

        Assert.Contains("no-store", page.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("svg.sg-qr-code[role=img][aria-label] path"));
        Assert.Empty(page.Document.QuerySelectorAll("main img, main [style], main script"));
        Assert.Equal(32, SecondFactorSteps.KeyOn(page).Length);
        var address = page.Document.QuerySelector("main a[href^='otpauth:']")!.GetAttribute("href")!;
        Assert.Contains("secret=" + SecondFactorSteps.KeyOn(page), address, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(person.EmailAddress), address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_first_code_keeps_the_same_key_and_sets_nothing_up()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        var page = await client.OpenAsync("/sign-in-settings/authenticator");
        var refused = await client.SubmitAsync(page, ("Code", "000000"));

        Assert.Equal([SignInErrors.FirstCodeWrong.Message], refused.Errors);
        Assert.Equal(SecondFactorSteps.KeyOn(page), SecondFactorSteps.KeyOn(refused));
        Assert.Equal("/", (await portal.Browser().TrySignInAsync(person.EmailAddress)).Location);
        var done = await client.SubmitAsync(refused, ("Code", SecondFactorSteps.CodeOf(SecondFactorSteps.KeyOn(page), portal.Now)));
        Assert.Equal("/sign-in-settings/recovery-codes", done.Location);
    }

    [Fact]
    public async Task A_key_that_was_shown_too_long_ago_or_to_somebody_else_is_not_taken()
    {
        var (mine, other) = (await portal.PersonWithPasswordAsync(), await portal.PersonWithPasswordAsync());
        var theirs = await (await portal.SignInAsync(other, portal.Now)).OpenAsync("/sign-in-settings/authenticator");
        var client = await portal.SignInAsync(mine, portal.Now);
        var page = await client.OpenAsync("/sign-in-settings/authenticator");
        var stolen = await client.SubmitAsync(
            page, ("Sealed", theirs.ValueOf("Sealed")!), ("Code", SecondFactorSteps.CodeOf(SecondFactorSteps.KeyOn(theirs), portal.Now)));
        Assert.Equal([SignInErrors.KeyExpired.Message], stolen.Errors);
        Assert.NotEqual(SecondFactorSteps.KeyOn(theirs), SecondFactorSteps.KeyOn(stolen));

        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        var later = await portal.SignInAsync(mine, portal.Now);
        var form = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await later.OpenAsync("/sign-in-settings/authenticator")).Document.QuerySelector("main form")!)
            .Where(field => field.Key is not ("Sealed" or "Code"));
        var late = await later.PostAsync(
            "/sign-in-settings/authenticator",
            [.. form, new("Sealed", page.ValueOf("Sealed")!), new("Code", SecondFactorSteps.CodeOf(SecondFactorSteps.KeyOn(page), portal.Now))]);
        Assert.Equal([SignInErrors.KeyExpired.Message], late.Errors);
    }

    [Fact]
    public async Task Setting_up_keeps_this_session_ends_the_others_and_is_told_by_mail()
    {
        var person = await portal.PersonWithPasswordAsync();
        var (here, there) = (await portal.SignInAsync(person, portal.Now), await portal.SignInAsync(person));
        await portal.SetUpAppAsync(here);

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(["AuthenticatorSetUp", "RecoveryCodesMade"], (await portal.EventsOfAsync(person.Id))[^2..]);
        Assert.Equal("An authenticator app was set up for the social media portal", Assert.Single(await portal.MailsToAsync(person.Id)).Subject);
    }

    [Fact]
    public async Task The_form_sent_twice_sets_one_app_up()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now);
        var page = await client.OpenAsync("/sign-in-settings/authenticator");
        var code = SecondFactorSteps.CodeOf(SecondFactorSteps.KeyOn(page), portal.Now);
        await client.SubmitAsync(page, ("Code", code));
        var again = await client.SubmitAsync(page, ("Code", code));

        Assert.Equal("/sign-in-settings/recovery-codes", again.Location);
        Assert.Single(await portal.EventsOfAsync(person.Id), name => name == "AuthenticatorSetUp");
    }

    [Fact]
    public async Task Another_phone_takes_over_and_the_recovery_codes_stay()
    {
        var holder = await portal.AppHolderAsync();
        var page = await holder.Client.OpenAsync("/sign-in-settings/authenticator");
        Assert.Contains("Move your codes to another phone", page.Text, StringComparison.Ordinal);
        var key = SecondFactorSteps.KeyOn(page);
        var moved = await holder.Client.SubmitAsync(page, ("Code", SecondFactorSteps.CodeOf(key, portal.Now)));
        Assert.Equal("/sign-in-settings", moved.Location);
        portal.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.BadRequest, (await (await portal.GivePasswordAsync(holder)).TypeCodeAsync(portal.CodeNow(holder))).Status);
        Assert.Equal("/", (await (await portal.GivePasswordAsync(holder)).TypeCodeAsync(SecondFactorSteps.CodeOf(key, portal.Now))).Location);
        Assert.Equal("/", (await (await portal.GivePasswordAsync(holder)).TypeRecoveryCodeAsync(holder.Codes[0])).Location);
    }

    [Fact]
    public async Task Removing_the_app_takes_its_recovery_codes_along_and_the_password_is_enough_again()
    {
        var holder = await portal.AppHolderAsync();
        var removed = await holder.Client.FillAsync("/sign-in-settings/authenticator/remove");
        Assert.Equal("/sign-in-settings", removed.Location);
        Assert.Contains("AuthenticatorRemoved", await portal.EventsOfAsync(holder.Person.Id));
        Assert.Contains((await portal.MailsToAsync(holder.Person.Id)).Select(mail => mail.Subject), subject => subject == "Your authenticator app was removed from the social media portal");

        Assert.Equal("/", (await portal.Browser().TrySignInAsync(holder.Person.EmailAddress)).Location);
        Assert.Contains("You get ten codes when you set one up", (await holder.Client.OpenAsync("/sign-in-settings/recovery-codes")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await holder.Client.GetAsync("/sign-in-settings/authenticator/remove")).Status);
    }

    [Fact]
    public async Task No_key_and_no_code_lies_in_the_database_the_log_the_audit_or_the_mail()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.GivePasswordAsync(holder);
        var code = portal.CodeNow(holder);
        await client.TypeCodeAsync("918273");
        await client.TypeCodeAsync(code);
        await (await portal.GivePasswordAsync(holder)).TypeRecoveryCodeAsync(holder.Codes[1]);

        var secrets = holder.Codes.SelectMany(one => new[] { one, one.Replace("-", "", StringComparison.Ordinal) }).Append(holder.Key).ToList();
        var (audit, account) = await portal.UseDatabaseAsync(async database => (
            await database.AuditEvents.AsNoTracking().Where(line => line.RecordId == holder.Person.Id).ToListAsync(),
            await database.Users.AsNoTracking().SingleAsync(known => known.Id == holder.Person.Id)));
        var kept = string.Join(' ', account.ProtectedAuthenticatorKey, account.RecoveryCodeHashes, portal.Log(), string.Join(' ', audit.Select(Describe)),
            string.Join(' ', (await portal.MailsToAsync(holder.Person.Id)).Select(mail => mail.Subject + mail.Body)));
        Assert.DoesNotContain(secrets, secret => kept.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("918273", portal.Log() + string.Join(' ', audit.Select(Describe)), StringComparison.Ordinal);
        await portal.UseDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(portal.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "SELECT 1"));
        foreach (var file in Directory.EnumerateFiles(portal.Storage, "social-gov.db*"))
        {
            var content = System.Text.Encoding.Latin1.GetString(await ReadAsync(file));
            Assert.DoesNotContain(secrets, secret => content.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        static string Describe(AuditEvent line) => $"{line.Reason} {line.Changes} {line.ActorName}";
    }

    [Fact]
    public async Task The_key_of_one_person_copied_into_the_row_of_another_accepts_no_code()
    {
        var (victim, thief) = (await portal.AppHolderAsync(), await portal.AppHolderAsync());
        await portal.UseDatabaseAsync(database => database.Database.ExecuteSqlAsync(
            $"""UPDATE "SignInAccounts" SET "ProtectedAuthenticatorKey" = (SELECT "ProtectedAuthenticatorKey" FROM "SignInAccounts" WHERE "Id" = {thief.Person.Id}) WHERE "Id" = {victim.Person.Id}"""));
        var client = await portal.GivePasswordAsync(victim);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.TypeCodeAsync(portal.CodeNow(thief))).Status);
        // A key that cannot be read is no dead end: recovery codes do not depend on the key ring.
        Assert.Equal("/", (await client.TypeRecoveryCodeAsync(victim.Codes[0])).Location);
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }

    private Task<AuditEvent> LastRefusalAsync(int personId) => portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
        .Where(line => line.RecordId == personId && line.Name == "SignInRefused").OrderByDescending(line => line.Sequence).FirstAsync());
}
