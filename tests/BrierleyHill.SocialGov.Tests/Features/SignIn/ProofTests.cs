using System.Net;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>Confirming within a session that it is still the same person: before a secret, and before a factor changes.</summary>
[Trait("Clause", "ADM-3")]
public sealed partial class ProofTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private const string Asks = "/sign-in-settings/authenticator";

    [Fact]
    public async Task The_password_renews_the_proof_and_leads_back()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        var asked = await client.GetAsync(Asks + "?returnUrl=%2Fpolicy");
        Assert.Equal("/confirm-it-is-you?returnUrl=%2Fsign-in-settings%2Fauthenticator%3FreturnUrl%3D%252Fpolicy", asked.Location);

        var proved = await client.SubmitAsync(await client.FollowAsync(asked), ("Password", SignInSteps.Password));

        Assert.Equal(Asks + "?returnUrl=%2Fpolicy", proved.Location);
        await client.OpenAsync(Asks);
        var line = await LastAsync(person.Id, "IdentityProved");
        Assert.Contains("Password", line.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(-1, false)]
    public async Task A_proof_is_fresh_for_less_than_five_minutes(int secondsAgo, bool fresh)
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person, portal.Now.AddSeconds(-secondsAgo));
        Assert.Equal(fresh ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await client.GetAsync(Asks)).Status);
    }

    [Fact]
    public async Task Each_sign_in_is_a_proof_by_itself()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = portal.Browser();
        await client.TrySignInAsync(person.EmailAddress);
        await client.OpenAsync(Asks);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.StartsWith("/confirm-it-is-you", (await client.GetAsync(Asks)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_prolonged_gains_no_proof_by_it()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = portal.Browser();
        await client.TrySignInAsync(person.EmailAddress);
        // More than half of the two hours: the cookie is given anew with the next page.
        portal.Clock.Advance(TimeSpan.FromMinutes(90));
        var renewed = await client.GetAsync("/people/me");
        Assert.Contains(renewed.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-social-gov=", StringComparison.Ordinal));
        Assert.StartsWith("/confirm-it-is-you", (await client.GetAsync(Asks)).Location, StringComparison.Ordinal);
        // Beyond the first two hours, by the renewed cookie alone; the proof is still the old one.
        portal.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.True(await client.IsSignedInAsync());
        Assert.StartsWith("/confirm-it-is-you", (await client.GetAsync(Asks)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_that_is_renewed_by_a_prolonged_cookie_keeps_its_time()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = portal.Browser();
        await client.TrySignInAsync(person.EmailAddress);
        portal.Clock.Advance(TimeSpan.FromMinutes(90));
        // The cookie is prolonged by the very page that takes the proof, and again a moment later.
        await client.FillAsync("/confirm-it-is-you", ("Password", SignInSteps.Password));
        portal.Clock.Advance(TimeSpan.FromSeconds(299));
        await client.OpenAsync(Asks);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("/confirm-it-is-you", (await client.GetAsync(Asks)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task It_leads_back_to_no_other_site(string returnUrl)
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        var proved = await client.FillAsync("/confirm-it-is-you?returnUrl=" + Uri.EscapeDataString(returnUrl), ("Password", SignInSteps.Password));
        Assert.Equal("/", proved.Location);
    }

    [Fact]
    public async Task Ten_wrong_proofs_lock_after_five_and_it_is_told_and_written_down()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var refused = await client.FillAsync("/confirm-it-is-you?returnUrl=%2Fpolicy", ("Password", "wrong"));
            Assert.Equal([SignInErrors.ProofPasswordWrong.Message], refused.Errors);
            Assert.Equal("/policy", refused.ValueOf("ReturnUrl"));
        }

        Assert.Equal([SignInErrors.ProofPasswordWrong.Message], (await client.FillAsync("/confirm-it-is-you", ("Password", SignInSteps.Password))).Errors);
        Assert.StartsWith("/confirm-it-is-you", (await client.GetAsync(Asks)).Location, StringComparison.Ordinal);
        // Neither does the sign-in page open: it is one lock.
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().TrySignInAsync(person.EmailAddress)).Status);
        var reasons = await portal.UseDatabaseAsync(database => database.AuditEvents
            .Where(line => line.RecordId == person.Id && line.Name == "IdentityProofRefused").OrderBy(line => line.Sequence).Select(line => line.Reason).ToListAsync());
        Assert.Equal([.. Enumerable.Repeat("Wrong: Password", 5), .. Enumerable.Repeat("Locked", 6)], reasons);
        Assert.Single(await portal.EventsOfAsync(person.Id), name => name == "SignInLocked");
        Assert.Equal("Sign-in to the social media portal is locked", Assert.Single(await portal.MailsToAsync(person.Id)).Subject);
        // The session itself goes on: whoever sits there may finish what is no secret.
        Assert.True(await client.IsSignedInAsync());
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/", (await client.FillAsync("/confirm-it-is-you", ("Password", SignInSteps.Password))).Location);
    }

    [Fact]
    public async Task Wrong_proofs_and_wrong_sign_ins_are_counted_together()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await client.FillAsync("/confirm-it-is-you", ("Password", "wrong"));
        }

        await portal.Browser().TrySignInAsync(person.EmailAddress, "wrong");
        Assert.DoesNotContain("SignInLocked", await portal.EventsOfAsync(person.Id));
        await portal.Browser().TrySignInAsync(person.EmailAddress, "wrong");
        Assert.Contains("SignInLocked", await portal.EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task A_code_of_the_app_is_a_proof_once()
    {
        var holder = await portal.AppHolderAsync();
        var client = await portal.SignInAsync(holder.Person);
        var code = portal.CodeNow(holder);
        Assert.Equal("/", (await client.FillAsync("/confirm-it-is-you", ("Code", code))).Location);
        await client.OpenAsync(Asks);

        var again = await client.FillAsync("/confirm-it-is-you", ("Code", code));
        Assert.Equal([SignInErrors.CodeWrong.Message], again.Errors);
        // Used there, it does not sign in either.
        Assert.Equal(HttpStatusCode.BadRequest, (await (await portal.GivePasswordAsync(holder)).TypeCodeAsync(code)).Status);
    }

    [Fact]
    public async Task The_page_asks_for_what_the_person_has()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        var page = await client.OpenAsync("/confirm-it-is-you");
        Assert.Null(page.Document.QuerySelector("[name=Code]"));
        Assert.Null(page.Document.QuerySelector("[data-module=sg-passkey]"));
        Assert.Equal("current-password", page.Document.QuerySelector("[name=Password]")!.GetAttribute("autocomplete"));
        Assert.DoesNotContain("Demonstration", page.Text, StringComparison.Ordinal);
        Assert.Equal([SignInErrors.ProofMissing.Message], (await client.SubmitAsync(page)).Errors);

        var holder = await portal.AppHolderAsync();
        var theirs = await holder.Client.OpenAsync("/confirm-it-is-you");
        Assert.Equal("one-time-code", theirs.Document.QuerySelector("[name=Code]")!.GetAttribute("autocomplete"));
        Assert.Equal([SignInErrors.ProofOrCodeMissing.Message], (await holder.Client.SubmitAsync(theirs)).Errors);
    }

    [Fact]
    public async Task What_was_typed_stands_in_neither_audit_nor_log()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        await client.FillAsync("/confirm-it-is-you", ("Password", "planted-proof-5523"), ("Code", ""));
        Assert.DoesNotContain("planted-proof-5523", portal.Log(), StringComparison.Ordinal);
        var audit = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().Where(line => line.RecordId == person.Id).ToListAsync());
        Assert.DoesNotContain(audit, line => $"{line.Reason}{line.Changes}".Contains("planted-proof-5523", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_that_changes_a_factor_asks_for_a_fresh_proof()
    {
        var person = await portal.PersonWithPasswordAsync(Roles.PortalManager);
        var client = await portal.SignInAsync(person);
        var token = (await client.OpenAsync("/confirm-it-is-you")).ValueOf("__RequestVerificationToken")!;
        string[] exempt =
        [
            // Shows what there is, or changes a name; and codes are shown once, right after what they belong to.
            "GET sign-in-settings", "GET sign-in-settings/recovery-codes",
            "GET sign-in-settings/passkeys/{passkey:guid}/rename", "POST sign-in-settings/passkeys/{passkey:guid}/rename",
        ];
        var endpoints = (
            from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            let pattern = endpoint.RoutePattern.RawText!
            where pattern.StartsWith("sign-in-settings", StringComparison.Ordinal) || pattern.EndsWith("take-away-second-factor", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            select (Method: method, Pattern: pattern)).Distinct().ToList();
        Assert.True(endpoints.Count > 10);
        foreach (var (method, pattern) in endpoints.Where(endpoint => !exempt.Contains($"{endpoint.Method} {endpoint.Pattern}")))
        {
            var path = "/" + Parameter().Replace(pattern, match => match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1");
            var page = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, [new("__RequestVerificationToken", token)]);
            Assert.True(
                page.Location?.StartsWith(FreshProofAttribute.ProofPath + "?returnUrl=", StringComparison.Ordinal) == true,
                $"{method} {pattern} answered {(int)page.Status} {page.Location}");
            // And back to a page, never to an address that only takes forms.
            var back = Uri.UnescapeDataString(page.Location.Split("returnUrl=")[1]);
            Assert.NotEqual(HttpStatusCode.MethodNotAllowed, (await client.GetAsync(back)).Status);
        }
    }

    private Task<BrierleyHill.SocialGov.Domain.Auditing.AuditEvent> LastAsync(int personId, string name) => portal.UseDatabaseAsync(database =>
        database.AuditEvents.AsNoTracking().Where(line => line.RecordId == personId && line.Name == name).OrderByDescending(line => line.Sequence).FirstAsync());

    [GeneratedRegex(@"\{\w+(:\w+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
