using System.Globalization;
using BrierleyHill.SocialGov.BrowserTests.Support;
using BrierleyHill.SocialGov.Web.Data.Demonstration;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>
/// The life of one account on the demonstration portal: approved, created and made live by an administrator, its password looked up by somebody who
/// runs it, and handed over when its lead leaves.
/// </summary>
[Trait("Clause", "SLT-6")]
[Trait("Clause", "SLT-7")]
[Trait("Clause", "ADM-1")]
[Trait("Clause", "ADM-3")]
[Trait("Clause", "ADM-5")]
[Trait("Clause", "BC-4")]
[Trait("Clause", "BEH-1")]
public sealed class LiveAccountJourneyTests
{
    private const string Name = "Brierley Hill Sports Results";
    private const string Secret = "planted Pommel-Horse 4711";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task An_account_is_approved_made_live_looked_up_and_handed_over(int width, bool javaScript)
    {
        var screen = (width == 320 ? Screen.Narrowest : Screen.Desk) with { JavaScript = javaScript };
        await using var portal = await ListeningPortal.StartAsync(filled: true);
        var chromium = await Chromium.StartAsync();
        await using var head = await ComeInAsync(portal, chromium, screen, "margaret.okafor");
        await using var office = await ComeInAsync(portal, chromium, screen, "janet.pugh");
        await using var teacher = await ComeInAsync(portal, chromium, screen, "aisha.karim");

        await ApproveAsync(head);
        var account = await MakeLiveAsync(office);
        await RevealAsync(teacher, account);
        await LeaveAsync(office, "Bevan");
        await HandOverAsync(office, account);

        // The lead is somebody else, and the password stands nowhere but in the vault.
        await teacher.OpenAsync(account);
        await teacher.ReadsAsync("Lead administrator Aisha Karim", "Active");
        Assert.DoesNotContain(portal.Mail(), mail => mail.ToString().Contains("Pommel-Horse", StringComparison.Ordinal));
    }

    private static async Task<Visitor> ComeInAsync(ListeningPortal portal, Chromium chromium, Screen screen, string name)
    {
        var visitor = await chromium.VisitAsync(portal, screen);
        await visitor.SignInAsync(name + DemoData.AddressEnding, DemoData.Password);
        return visitor;
    }

    private static async Task ApproveAsync(Visitor head)
    {
        await head.OpenAsync("/applications?Text=Sports+Results");
        await head.FollowAsync("APP-");
        await head.OpenAsync(new Uri(head.Page.Url).AbsolutePath + "/decide");
        await head.ChooseAsync("What do you decide?", "Approve");
        foreach (var weighed in await head.Page.Locator("main input[type=checkbox]").AllAsync())
        {
            await weighed.CheckAsync();
        }

        await head.PressAsync("Record your decision");
        await head.ReadsAsync("You have approved this business case.");
    }

    private static async Task<string> MakeLiveAsync(Visitor office)
    {
        await office.OpenAsync("/accounts?Text=Sports+Results");
        await office.FollowAsync("ACC-");
        var account = new Uri(office.Page.Url).AbsolutePath;

        // What stands in the way is listed, with who puts it right.
        await office.OpenAsync(account + "/going-live");
        await office.ReadsAsync("What still stands in the way", "Create the account on the platform", "Rhys Bevan", "When everything is done, a button to make the account live comes here.");

        // An address that only looks like the platform's is refused, and nothing typed is lost.
        await office.FollowAsync("Handle and web address");
        await office.FillAsync("Web address", "https://bsky.app.example/profile/brierleyhillsports.bsky.social");
        await office.PressAsync("Save and continue");
        await office.ReadsAsync("There is a problem");
        Assert.Equal("https://bsky.app.example/profile/brierleyhillsports.bsky.social", await office.Page.GetByLabel("Web address", new() { Exact = true }).InputValueAsync());
        await office.FillAsync("Web address", "https://bsky.app/profile/brierleyhillsports.bsky.social");
        await office.PressAsync("Save and continue");

        await office.FollowAsync("Agreed settings");
        foreach (var asAgreed in await office.Page.Locator("main input[type=radio][value=AsAgreed]").AllAsync())
        {
            await asAgreed.CheckAsync();
        }

        await office.PressAsync("Save and continue");

        await office.FollowAsync("Sign-in details in the vault");
        await office.PressAsync("Add a sign-in");
        await office.FillAsync("What is this sign-in called?", "The school’s Bluesky profile");
        await office.FillAsync("User name (optional)", "brierleyhillsports.bsky.social");
        await office.FillAsync("Password (optional)", Secret);
        await office.PressAsync("Add the sign-in");
        await office.ReadsAsync("The sign-in has been added.");
        Assert.DoesNotContain(Secret, await office.Page.ContentAsync(), StringComparison.Ordinal);

        // The lead's training has run out: somebody who is ready is assigned beside them.
        await office.OpenAsync(account + "/people");
        var ready = await office.Page.GetByLabel("Who?").Locator("option").Filter(new() { HasText = "Aisha Karim" }).GetAttributeAsync("value");
        await office.Page.GetByLabel("Who?").SelectOptionAsync(ready!);
        await office.ChooseAsync("What do they do on the account?", "Deputy administrator");
        await office.PressAsync("Assign");

        await office.OpenAsync(account + "/going-live");
        await office.PressAsync("Make the account live");
        await office.OpenAsync(account);
        await office.ReadsAsync("Active", "2 of 3 ready");
        return account;
    }

    private static async Task RevealAsync(Visitor teacher, string account)
    {
        await teacher.OpenAsync(account + "/vault");
        await teacher.FollowAsync("Open The school’s Bluesky profile");
        await teacher.FollowAsync("Reveal the password");

        // She signed in a moment ago: that is proof enough. Without a reason nothing is shown.
        await teacher.PressAsync("Show it");
        await teacher.ReadsAsync("There is a problem");
        await teacher.FillAsync("Why do you need it?", "To post the results of the match");
        await teacher.PressAsync("Show it");
        await teacher.ReadsAsync(Secret);

        // It goes by itself, with and without JavaScript, and leaves a trace that the others see.
        await teacher.Page.WaitForURLAsync(address => !address.EndsWith("/reveal", StringComparison.Ordinal), new() { Timeout = 45_000 });
        Assert.DoesNotContain(Secret, await teacher.Page.ContentAsync(), StringComparison.Ordinal);
        await teacher.OpenAsync(account + "/vault/history");
        await teacher.ReadsAsync("Aisha Karim", "To post the results of the match");
    }

    private static async Task LeaveAsync(Visitor office, string surname)
    {
        await office.OpenAsync($"/people?Text={surname}");
        await office.FollowAsync(surname);
        await office.OpenAsync(new Uri(office.Page.Url).AbsolutePath + "/leaving-date");
        await office.ReadsAsync("What happens when you save", Name);
        var last = TimeProvider.System.GetUtcNow().AddDays(10);
        await office.FillAsync("Day", last.Day.ToString(CultureInfo.InvariantCulture));
        await office.FillAsync("Month", last.Month.ToString(CultureInfo.InvariantCulture));
        await office.FillAsync("Year", last.Year.ToString(CultureInfo.InvariantCulture));
        await office.PressAsync("Save leaving date");
    }

    private static async Task HandOverAsync(Visitor office, string account)
    {
        await office.OpenAsync("/handovers?Text=Sports+Results");
        await office.FollowAsync("HND-");
        var handover = new Uri(office.Page.Url).AbsolutePath;
        await office.OpenAsync(handover + "/complete");
        await office.ReadsAsync("What is left of the hand-over", "Who can put it right");
        Assert.Equal(0, await office.Page.Locator("main form").CountAsync());

        await office.OpenAsync(handover + "/successor");
        await office.Page.GetByLabel("Who takes over?").SelectOptionAsync((await office.Page.GetByLabel("Who takes over?").Locator("option")
            .Filter(new() { HasText = "Aisha Karim" }).GetAttributeAsync("value"))!);
        await office.ChooseAsync("What do they do on the account from now on?", "Lead administrator");
        await office.PressAsync("Save the successor");

        foreach (var step in new[] { "platform-roles", "rotation", "recovery", "scheduled-posts" })
        {
            await office.OpenAsync($"{handover}/steps/{step}");
            if (await office.Page.Locator("main input[type=radio][value=Done]").CountAsync() > 0)
            {
                await office.Page.Locator("main input[type=radio][value=Done]").CheckAsync();
            }

            await office.FillAsync("What was done, and how do you know?", "Looked on the platform together with Aisha.");
            await office.PressAsync("Save the step");
        }

        await office.OpenAsync($"{handover}/steps/confidentiality");
        await office.PressAsync("Send the reminder");
        await office.OpenAsync(handover + "/complete");
        await office.PressAsync("Complete the hand-over");
        await office.ReadsAsync("Completed");
        await office.OpenAsync(handover + "/print");
        await office.ReadsAsync("Rhys Bevan", "Aisha Karim", "Janet Pugh");
        await office.OpenAsync(account);
        await office.ReadsAsync("2 of 2 ready");
    }
}
