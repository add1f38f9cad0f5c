using System.Globalization;
using System.Text.Json;
using BrierleyHill.SocialGov.BrowserTests.Support;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>
/// Second factors in a real Chromium, whose virtual authenticator stands for a device with a fingerprint sensor; and a look with axe at each page on the
/// way that nobody else can come to.
/// </summary>
[Trait("Clause", "STF-1")]
public sealed class PasskeyTests
{
    private static readonly string StaffAddress = AddressOf(People.Staff);

    // A busy machine takes its time.
    private static LocatorAssertionsToContainTextOptions Patiently { get; } = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_passkey_is_added_signs_in_is_a_second_factor_and_a_proof()
    {
        await using var portal = await ListeningPortal.StartAsync(filled: true, host: "localhost");
        var chromium = await Chromium.StartAsync();
        await using var visitor = await chromium.VisitAsync(portal, Screen.Desk);
        var device = await Device.PlugInAsync(visitor.Page);
        await visitor.SignInAsync(StaffAddress, DemoData.Password);

        // Added: from one's own account, with a name.
        await visitor.OpenAsync("/people/me");
        await visitor.FollowAsync("Password, authenticator app, passkeys and recovery codes");
        await visitor.ReadsAsync("You have no passkey yet.");
        await visitor.PressAsync("Add a passkey");
        await visitor.PressAsync("Add the passkey");
        await visitor.ReadsAsync("Enter a name by which you will know this passkey");
        await visitor.FillAsync("Name of the passkey", "Office laptop");
        await visitor.PressAsync("Add the passkey");
        await visitor.ReadsAsync("Your passkey has been added.", "These codes are shown this once.");
        Assert.Equal(10, await visitor.Page.Locator(".sg-codes__code").CountAsync());
        await visitor.PressAsync("I have kept them");
        await visitor.ReadsAsync("Office laptop", "Never", "10 of 10 left");

        // By itself it signs in: no address, no password.
        await visitor.PressAsync("Sign out");
        await visitor.PressAsync("Sign in with a passkey");
        Assert.EndsWith("/", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.ReadsAsync("Dashboard");

        // After a password it is the second factor, and leads on to the page that was asked for.
        await visitor.PressAsync("Sign out");
        await visitor.OpenAsync("/policy");
        await PasswordAsync(visitor, StaffAddress);
        Assert.EndsWith("/sign-in/second-factor", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.PressAsync("Use a passkey");
        Assert.EndsWith("/policy", visitor.Page.Url, StringComparison.Ordinal);

        // Within the session it is a proof.
        await visitor.OpenAsync("/confirm-it-is-you?returnUrl=%2Ftraining%2Fmine");
        await visitor.PressAsync("Use a passkey");
        Assert.EndsWith("/training/mine", visitor.Page.Url, StringComparison.Ordinal);

        // The same device is not added twice: it says so itself, on the page.
        await visitor.OpenAsync("/sign-in-settings/passkeys/add");
        await visitor.FillAsync("Name of the passkey", "Office laptop again");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add the passkey" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-passkey-status]")).ToContainTextAsync("This device has a passkey of yours already.", Patiently);

        // Somebody else's finger: the device refuses, the page says so and stays.
        await visitor.OpenAsync("/people/me");
        await visitor.PressAsync("Sign out");
        await device.RecogniseAsync(false);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-passkey-status]")).ToContainTextAsync("No passkey was used.", Patiently);
        await device.RecogniseAsync(true);

        // Removed, it is of no use any more.
        await visitor.PressAsync("Sign in with a passkey");
        await visitor.OpenAsync("/sign-in-settings");
        await visitor.FollowAsync("Remove Office laptop");
        await visitor.PressAsync("Remove");
        await visitor.ReadsAsync("The passkey has been removed.", "You have no passkey yet.");
        await visitor.PressAsync("Sign out");
        await visitor.PressAsync("Sign in with a passkey");
        await visitor.ReadsAsync("Your passkey was not accepted");
        await visitor.CheckAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_app_and_the_recovery_codes_do_the_same()
    {
        await using var portal = await ListeningPortal.StartAsync(filled: true, host: "localhost");
        var chromium = await Chromium.StartAsync();
        await using var visitor = await chromium.VisitAsync(portal, Screen.Narrowest with { JavaScript = false });
        await visitor.OpenAsync("/sign-in");
        await visitor.ReadsAsync("Passkeys need JavaScript, which does not run in this browser. Sign in with your password instead.");
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).CountAsync());
        await visitor.SignInAsync(StaffAddress, DemoData.Password);
        await visitor.OpenAsync("/sign-in-settings/passkeys/add");
        await visitor.ReadsAsync("Passkeys need JavaScript, which does not run in this browser.");
        await visitor.FollowAsync("Set up an authenticator app");
        var key = await SetUpAppAsync(visitor);
        var code = await visitor.Page.Locator(".sg-codes__code").First.InnerTextAsync();
        await visitor.PressAsync("I have kept them");
        await visitor.PressAsync("Sign out");

        await PasswordAsync(visitor, StaffAddress);
        await visitor.ReadsAsync("One more step", "Six digits.");
        await visitor.Page.GetByText("I do not have my phone").ClickAsync();
        await visitor.FillAsync("Recovery code", code.ToLowerInvariant());
        await visitor.PressAsync("Use the recovery code");
        await visitor.ReadsAsync("You used a recovery code. 9 are left.");
        Assert.Equal(32, key.Length);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_pages_behind_a_second_factor_or_a_proof()
    {
        await using var portal = await ListeningPortal.StartAsync(filled: true, host: "localhost");
        var chromium = await Chromium.StartAsync();
        await using var visitor = await chromium.VisitAsync(portal, Screen.Desk);
        await Device.PlugInAsync(visitor.Page);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var office = AddressOf(People.Office);
        await visitor.SignInAsync(office, DemoData.Password);

        await ComeToAsync("sign-in-settings/authenticator", "/sign-in-settings/authenticator");
        await visitor.PressAsync("Set up");
        await visitor.ReadsAsync("Enter the six digits that your app shows.");
        await LookAsync();
        var key = await SetUpAppAsync(visitor);
        await LookAsync();
        await ComeToAsync("sign-in-settings/authenticator", "/sign-in-settings/authenticator");
        await ComeToAsync("sign-in-settings/authenticator/remove", "/sign-in-settings/authenticator/remove");
        await ComeToAsync("sign-in-settings/passkeys/add", "/sign-in-settings/passkeys/add");
        await visitor.FillAsync("Name of the passkey", "Security key in the safe of the office, behind the folder about visitors");
        await visitor.PressAsync("Add the passkey");
        await visitor.ReadsAsync("The name must be 60 characters or fewer.");
        await LookAsync();
        await visitor.FillAsync("Name of the passkey", "Security-key-in-the-safe-of-the-office-behind-the-folder");
        await visitor.PressAsync("Add the passkey");
        await visitor.ReadsAsync("Your passkey has been added.", "Security-key-in-the-safe");
        await LookAsync();
        var rename = await visitor.Page.Locator("main a[href$='/rename']").GetAttributeAsync("href") ?? "";
        await ComeToAsync("sign-in-settings/passkeys/{passkey:guid}/rename", rename);
        await ComeToAsync("sign-in-settings/passkeys/{passkey:guid}/remove", rename.Replace("/rename", "/remove", StringComparison.Ordinal));
        await visitor.OpenAsync("/sign-in-settings/recovery-codes");
        await LookAsync();
        await visitor.PressAsync("Make new codes");
        await LookAsync();
        await visitor.OpenAsync("/confirm-it-is-you");
        await LookAsync();
        await visitor.PressAsync("Confirm");
        await visitor.ReadsAsync("Enter your password, or a code from your authenticator app.");
        await LookAsync();
        // So much looking takes longer than a proof lasts.
        await visitor.FillAsync("Your password", DemoData.Password);
        await visitor.PressAsync("Confirm");

        // Somebody else's, first without and then with one to take away.
        await visitor.OpenAsync("/people?Text=Karim");
        var karim = await visitor.Page.Locator("tbody a[href^='/people/']").First.GetAttributeAsync("href") ?? "";
        await ComeToAsync("people/{id:int}/take-away-second-factor", karim + "/take-away-second-factor");
        await using (var staff = await chromium.VisitAsync(portal, Screen.Phone))
        {
            await staff.SignInAsync(StaffAddress, DemoData.Password);
            await staff.OpenAsync("/sign-in-settings/authenticator");
            await SetUpAppAsync(staff);
        }

        await ComeToAsync("people/{id:int}/take-away-second-factor", karim + "/take-away-second-factor");
        await visitor.PressAsync("Take away");
        await visitor.ReadsAsync("Enter why you take the second factor away");
        await LookAsync();
        await visitor.Page.Locator("[name=Reason]").FillAsync("Phone lost; came to the office.");
        await visitor.PressAsync("Take away");
        await visitor.ReadsAsync("The second factor has been taken away.");
        await LookAsync();
        await visitor.OpenAsync("/people?SecondFactor=SetUp");
        await LookAsync();

        // A view of content that waits for its signature.
        await using (var head = await chromium.VisitAsync(portal, Screen.Desk))
        {
            await head.SignInAsync(AddressOf(People.Head), DemoData.Password);
            await head.OpenAsync("/incidents?State=All&Category=Discriminatory");
            var incident = await head.Page.Locator("tbody th a[href^='/incidents/']").First.GetAttributeAsync("href") ?? "";
            await head.OpenAsync(incident + "/reviews/2/sign");
            Assert.Equal(incident + "/reviews/2/sign", new Uri(head.Page.Url).AbsolutePath);
            seen.Add("incidents/{id:int}/reviews/{number:int}/sign");
            await AccessibilityTests.LookAsync(head);
        }

        await visitor.PressAsync("Sign out");
        await PasswordAsync(visitor, office);
        await ComeToAsync("sign-in/second-factor", "/sign-in/second-factor");
        await visitor.FillAsync("Code from your authenticator app", "000000");
        await visitor.PressAsync("Continue");
        await visitor.ReadsAsync("The code is wrong or has been used already");
        await LookAsync();
        await visitor.Page.GetByText("I do not have my phone").ClickAsync();
        await visitor.PressAsync("Use the recovery code");
        await visitor.ReadsAsync("Enter one of your recovery codes.");
        await LookAsync();
        Assert.Equal(32, key.Length);
        Assert.Equal(PageTable.LookedAtOnTheWay.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        async Task ComeToAsync(string pattern, string path)
        {
            await visitor.OpenAsync(path);
            Assert.Equal(path, new Uri(visitor.Page.Url).AbsolutePath);
            seen.Add(pattern);
            await LookAsync();
        }

        async Task LookAsync()
        {
            await AccessibilityTests.LookAsync(visitor);
            await visitor.LookOnAsync(Screen.Desk);
        }
    }

    private static string AddressOf(string person) => person.Replace(' ', '.').ToLowerInvariant() + DemoData.AddressEnding;

    private static async Task PasswordAsync(Visitor visitor, string address)
    {
        if (!visitor.Page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await visitor.OpenAsync("/sign-in");
        }

        await visitor.FillAsync("E-mail address", address);
        await visitor.FillAsync("Password", DemoData.Password);
        await visitor.ComeAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
    }

    /// <summary>Types the key's code as the phone would show it.</summary>
    private static async Task<string> SetUpAppAsync(Visitor visitor)
    {
        var key = (await visitor.Page.Locator(".sg-key").TextContentAsync() ?? "").Replace(" ", "", StringComparison.Ordinal);
        var code = AuthenticatorCode.Of(Base32.Read(key), AuthenticatorCode.StepAt(TimeProvider.System.UtcNow()));
        await visitor.FillAsync("Code that your app shows now", code.ToString(CultureInfo.InvariantCulture));
        await visitor.PressAsync("Set up");
        await visitor.ReadsAsync("Your authenticator app is set up.");
        return key;
    }

    /// <summary>Chromium's virtual authenticator.</summary>
    private sealed class Device(ICDPSession session, string id)
    {
        public static async Task<Device> PlugInAsync(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            });
            return new Device(session, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        /// <summary>Whether it recognises the finger on it from now on.</summary>
        public Task<JsonElement?> RecogniseAsync(bool recognises) => session.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object>
        {
            ["authenticatorId"] = id,
            ["isUserVerified"] = recognises,
        });
    }
}
