using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.BrowserTests.Support;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>
/// The main job from first use to the whole audit: on a portal that knows nobody, everybody in a browser of their own. It is one
/// journey, because what each step leaves behind is what the next one stands on.
/// </summary>
[Trait("Clause", "BC-1")]
[Trait("Clause", "BC-2")]
[Trait("Clause", "BC-3")]
[Trait("Clause", "BC-4")]
[Trait("Clause", "BC-5")]
[Trait("Clause", "BC-6")]
[Trait("Clause", "SLT-5")]
[Trait("Clause", "SLT-6")]
[Trait("Clause", "ADM-1")]
[Trait("Clause", "ADM-2")]
public sealed partial class JourneyTests
{
    private const string Password = "kettle garden thunder";
    private const string Name = "Forest Learning at Brierley Hill";
    private const string Explanation = "Forest Learning is the outdoor programme and is named after no colleague.";
    private const string Aim = "To show families what children make and find outdoors.";
    private const string Promotion = "A card in each book bag.";
    private const string Asked = "Please say who answers in the holidays, and switch tagging off.";
    private const string Changed = "Tagging is off, and the office answers in the holidays.";
    private const string Condition = "Comments stay approved before they show for the first term.";
    private const string Reference = "APP-000001";
    private const string AccountReference = "ACC-000001";

    private static readonly string[] PersonalDetails =
        ["Karim", "Aisha", "Okafor", "Margaret", "Whitcombe", "Daniel", "Nowak", "Tomasz", "Marchetti", "Forest", "outdoors", "tagging", "Comments stay"];

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task A_business_case_is_written_changed_approved_entered_in_the_register_and_provable(int width, bool javaScript)
    {
        var screen = (width == 320 ? Screen.Narrowest : Screen.Desk) with { JavaScript = javaScript };
        await using var portal = await ListeningPortal.StartAsync(filled: false, asProgram: javaScript && width == 1280);
        var chromium = await Chromium.StartAsync();

        await using var manager = await FirstManagerAsync(portal, chromium, screen);
        await using var applicant = await InvitedAsync(portal, chromium, screen, manager, "Aisha", "Karim");
        await using var administrator = await InvitedAsync(portal, chromium, screen, manager, "Tomasz", "Nowak", "Administrator");
        await using var leader = await InvitedAsync(portal, chromium, screen, manager, "Margaret", "Okafor", "Senior leader");
        await using var otherLeader = await InvitedAsync(portal, chromium, screen, manager, "Daniel", "Whitcombe", "Senior leader");
        await using var officer = await InvitedAsync(portal, chromium, screen, manager, "Helen", "Marchetti", "Data protection officer");
        // A colleague whose surname stands in the proposed name. He never takes up his invitation: his name counts all the same.
        await InviteAsync(manager, "Benedict", "Forest");

        await WriteAndSubmitAsync(applicant);
        await AskForChangesAsync(portal, leader);
        await ChangeAndResubmitAsync(portal, applicant);
        await ApproveAsync(portal, otherLeader);
        await SeeInRegisterAsync(portal, applicant, administrator);
        await SeeHistoryAsync(applicant);
        await SeeAuditAsync(officer);
        await SeeAuditAsync(manager);
        await NoMailCarriesPersonalDetailAsync(portal);

        var (exitCode, output) = await portal.RunAsync("verify-audit");
        Assert.True(exitCode == 0, output);
        Assert.Contains("The audit is whole: ", output, StringComparison.Ordinal);
    }

    private static async Task<Visitor> FirstManagerAsync(ListeningPortal portal, Chromium chromium, Screen screen)
    {
        const string address = "janet.pugh@school.example";
        var (exitCode, output) = await portal.RunAsync("create-manager", "--email", address, "--forename", "Janet", "--surname", "Pugh");
        Assert.True(exitCode == 0, output);
        var manager = await chromium.VisitAsync(portal, screen);
        await manager.OpenAsync(Link().Match(output).Value);
        await SetPasswordAsync(manager);

        // Out, and in again as on every other day.
        await manager.PressAsync("Sign out");
        await manager.ReadsAsync("You have signed out.");
        await manager.SignInAsync(address, Password);
        return manager;
    }

    private static async Task<Visitor> InvitedAsync(
        ListeningPortal portal, Chromium chromium, Screen screen, Visitor manager, string forename, string surname, params string[] roles)
    {
        await InviteAsync(manager, forename, surname, roles);
        var invitation = await portal.MailAsync(AddressOf(forename, surname), "You are invited");
        var person = await chromium.VisitAsync(portal, screen);
        await person.OpenAsync(Link().Match(invitation.TextBody ?? "").Value);
        await SetPasswordAsync(person);
        return person;
    }

    private static async Task InviteAsync(Visitor manager, string forename, string surname, params string[] roles)
    {
        await manager.FollowAsync("People");
        await manager.PressAsync("Invite somebody");
        await manager.FillAsync("Forename", forename);
        await manager.FillAsync("Surname", surname);
        await manager.FillAsync("E-mail address", AddressOf(forename, surname));
        await manager.ChooseAsync("How do they belong to the school?", "Employee");
        foreach (var role in roles)
        {
            await manager.ChooseAsync("Roles", role);
        }

        await manager.PressAsync("Send the invitation");
        await manager.ReadsAsync("The invitation is on its way.", $"{forename} {surname}");
    }

    private static async Task SetPasswordAsync(Visitor person)
    {
        await person.FillAsync("New password", Password);
        await person.PressAsync("Set password and sign in");
        await person.ReadsAsync("Your password is set and you are signed in.", "Dashboard");
    }

    private static async Task WriteAndSubmitAsync(Visitor applicant)
    {
        await applicant.PressAsync("Start a business case");
        await applicant.PressAsync("Start now");
        await applicant.ReadsAsync("0 of 8 sections are completed.");

        // The name of a colleague stands in the proposed name: pointed out at once, and explained.
        await SectionAsync(applicant, "Platform and name");
        await applicant.ChooseAsync("Which platform is it for?", "Instagram");
        await applicant.ChooseAsync("What kind of account is it?", "Account");
        await applicant.FillAsync("Proposed name of the account", Name);
        await applicant.PressAsync("Save and continue");
        await applicant.ReadsAsync("contains “Forest”, as in Benedict Forest");
        await applicant.FillAsync("Why is the word innocent?", Explanation);
        await applicant.PressAsync("Save and continue");

        // A section may be left half answered. The task list says what is missing.
        await SectionAsync(applicant, "Audience and promotion");
        await applicant.FillAsync("Whom is the account for?", "Families of the classes that take part.");
        await applicant.PressAsync("Save and continue");
        await applicant.ReadsAsync("1 of 8 sections are completed.", "In progress", "Enter how people will hear of the account.");
        await applicant.PressAsync("Check your answers");
        await applicant.ReadsAsync("Before you can submit this", "Enter how people will hear of the account.", "Enter what the account is for.");
        Assert.Equal(0, await applicant.Page.GetByRole(AriaRole.Button, new() { Name = "Submit business case" }).CountAsync());

        // The link of what is missing leads to its field.
        await applicant.FollowAsync("Enter how people will hear of the account.");
        await applicant.FillAsync("How will people hear of it?", Promotion);
        await applicant.PressAsync("Save and continue");

        await SectionAsync(applicant, "Aim");
        await applicant.FillAsync("What is the account for?", Aim);
        await applicant.PressAsync("Save and continue");

        await SectionAsync(applicant, "Administrators");
        await applicant.Page.GetByLabel("Who leads the account?").SelectOptionAsync(new SelectOptionValue { Label = "Aisha Karim" });
        await applicant.ChooseAsync("Who else administers it?", "Tomasz Nowak");
        await applicant.PressAsync("Save and continue");

        await SectionAsync(applicant, "Open or closed");
        await applicant.ChooseAsync("Will the account be open or closed?", "Closed or private");
        await applicant.FillAsync("Why?", "Only families need to see the pictures.");
        await applicant.PressAsync("Save and continue");

        await SectionAsync(applicant, "Settings");
        await applicant.ChooseAsync("Who may comment?", "Followers or members only");
        await applicant.ChooseAsync("Who may follow or join?", "Followers or members only");
        await applicant.ChooseAsync("Will followers be approved one by one?", "Yes");
        await applicant.ChooseAsync("Will posts and comments by others be approved before they show?", "Yes");
        await applicant.ChooseAsync("Who may tag people in pictures?", "Followers or members only");
        await applicant.ChooseAsync("Who may send direct messages?", "Nobody");
        await applicant.PressAsync("Save and continue");

        await SectionAsync(applicant, "Messages");
        await applicant.FillAsync("Who answers messages and comments, and how fast?", "Tomasz and I answer within a day.");
        await applicant.FillAsync("Where are messages forwarded to?", "Complaints to the office.");
        await applicant.PressAsync("Save and continue");

        await SectionAsync(applicant, "Personal data");
        await applicant.ChooseAsync("Will personal data be processed?", "Yes");
        await applicant.FillAsync("Whose personal data is it, and which?", "Pictures of pupils outdoors, without names.");
        await applicant.PressAsync("Save and continue");
        await applicant.ReadsAsync("8 of 8 sections are completed.");

        await applicant.PressAsync("Check your answers");
        await applicant.ReadsAsync(Name, Explanation, Aim, Promotion, "Aisha Karim", "Tomasz Nowak");
        await applicant.PressAsync("Submit business case");
        Assert.Equal("Business case submitted", await applicant.HeadingAsync());
        await applicant.ReadsAsync(Reference);
    }

    private static async Task AskForChangesAsync(ListeningPortal portal, Visitor leader)
    {
        var mail = await portal.MailAsync(AddressOf("Margaret", "Okafor"), $"{Reference}: a business case waits for a decision");
        Assert.Contains($"{portal.Address}/applications/1", mail.TextBody, StringComparison.Ordinal);

        await leader.OpenAsync("/");
        await leader.FollowAsync("Notifications");
        await leader.ReadsAsync("You have 1 unread notification.", $"The business case {Reference} waits for a decision.");
        await leader.PressAsync($"The business case {Reference} waits for a decision.");
        Assert.Equal(Name, await leader.HeadingAsync());

        await leader.FollowAsync("Dashboard");
        await leader.ReadsAsync(
            "Business cases to decide 1 waits",
            Name,
            "Who Aisha Karim",
            $"What {Reference}, Instagram",
            "Waiting today",
            $"contains “Forest”, as in Benedict Forest. The applicant explains: {Explanation}",
            "Tagging people in pictures is not switched off.",
            "no impact assessment is named");
        await leader.FollowAsync($"Decide {Reference}");
        await leader.ReadsAsync("from Aisha Karim, waiting today", "Tagging people in pictures is not switched off.", Aim);

        // Without a reason it is asked for, and nothing is lost.
        await leader.ChooseAsync("What do you decide?", "Ask for changes");
        await leader.PressAsync("Record your decision");
        await leader.ReadsAsync("There is a problem");
        await leader.FillAsync("Reasons or conditions", Asked);
        await leader.PressAsync("Record your decision");
        await leader.ReadsAsync("You have asked for changes. The applicant has been told.", "Changes asked for by Margaret Okafor", Asked);
    }

    private static async Task ChangeAndResubmitAsync(ListeningPortal portal, Visitor applicant)
    {
        await portal.MailAsync(AddressOf("Aisha", "Karim"), $"{Reference}: changes are asked for");
        await applicant.OpenAsync("/");
        await applicant.ReadsAsync("Changes requested");
        await applicant.FollowAsync("Make the changes asked for");
        await applicant.ReadsAsync("Margaret Okafor asked for changes", Asked);

        await SectionAsync(applicant, "Settings");
        await applicant.ChooseAsync("Who may tag people in pictures?", "Nobody");
        await applicant.PressAsync("Save and continue");
        await SectionAsync(applicant, "Messages");
        await applicant.FillAsync("Who answers messages and comments, and how fast?", "Tomasz and I answer within a day, and the office in the holidays.");
        await applicant.PressAsync("Save and continue");

        await applicant.PressAsync("Check your answers");
        await applicant.FillAsync("What have you changed? (optional)", Changed);
        await applicant.PressAsync("Submit business case");
        await applicant.ReadsAsync(Reference);
    }

    private static async Task ApproveAsync(ListeningPortal portal, Visitor otherLeader)
    {
        await portal.MailAsync(AddressOf("Daniel", "Whitcombe"), $"{Reference}: a business case waits for a decision", among: 2);
        await otherLeader.OpenAsync("/");
        await otherLeader.ReadsAsync("changed and submitted again");
        Assert.DoesNotContain("Tagging people in pictures is not switched off.", await otherLeader.TextAsync(), StringComparison.Ordinal);
        await otherLeader.FollowAsync($"Decide {Reference}");
        await otherLeader.ReadsAsync("Since the last time", Changed, "Changed Nobody", "Before: Followers or members only");

        await otherLeader.ChooseAsync("What do you decide?", "Approve");
        const string weighed = "For an approval: what have you weighed?";
        await otherLeader.ChooseAsync(weighed, "Its purpose: does the school need it, and is this the right place for it");
        await otherLeader.ChooseAsync(weighed, "Its audience: who will see it, and who else could");
        await otherLeader.ChooseAsync(weighed, "Its settings: open or closed, comments, followers, tagging and direct messages");
        await otherLeader.ChooseAsync(weighed, "Response and forwarding: who answers messages, how fast, and where they go");

        await otherLeader.FillAsync("Reasons or conditions", Condition);
        await otherLeader.PressAsync("Record your decision");
        await otherLeader.ReadsAsync(
            "You have approved this business case.", "Approved by Daniel Whitcombe", $"On condition: {Condition}", "Changes asked for by Margaret Okafor");
    }

    private static async Task SeeInRegisterAsync(ListeningPortal portal, Visitor applicant, Visitor administrator)
    {
        await portal.MailAsync(AddressOf("Tomasz", "Nowak"), $"{AccountReference}: an approved account awaits creation");
        await portal.MailAsync(AddressOf("Aisha", "Karim"), $"{Reference}: your business case has been decided");

        await administrator.OpenAsync("/notifications");
        await administrator.ReadsAsync($"The account {AccountReference} has been approved and awaits creation.");
        await administrator.FollowAsync("Dashboard");
        await administrator.ReadsAsync("Accounts to create 1 awaits creation", Name);
        await administrator.FollowAsync("See the accounts that await creation");
        await administrator.ReadsAsync(Name, AccountReference, Condition, "Aisha Karim, Tomasz Nowak");

        // Everybody who is signed in sees the register.
        await applicant.FollowAsync("Register");
        await applicant.ReadsAsync(AccountReference, Name, "Awaiting creation");
        await applicant.FollowAsync(AccountReference);
        await applicant.ReadsAsync(
            "Awaiting creation",
            "Lead administrator Aisha Karim",
            "Deputy administrator Tomasz Nowak",
            "Open or closed Closed or private",
            "Who may comment Followers or members only",
            "Who may tag people in pictures Nobody",
            "Followers are approved one by one Yes",
            "Who may send direct messages Nobody",
            $"Conditions of the approval {Condition}");
    }

    private static async Task SeeHistoryAsync(Visitor applicant)
    {
        await applicant.FollowAsync(Reference);
        var steps = await applicant.Page.Locator(".moj-timeline__item").AllInnerTextsAsync();
        string[] expected =
        [
            "Started the business case|by Aisha Karim|",
            "Saved a section|by Aisha Karim|",
            "Submitted the business case|by Aisha Karim|",
            $"Asked for changes|by Margaret Okafor|{Asked}",
            $"Submitted the business case|by Aisha Karim|{Changed}",
            $"Approved the business case|by Daniel Whitcombe|{Condition}",
        ];
        // The latest comes first.
        var from = 0;
        foreach (var step in expected.Reverse())
        {
            var parts = step.Split('|');
            var at = Enumerable.Range(from, steps.Count - from).FirstOrDefault(
                index => parts.All(part => steps[index].Contains(part, StringComparison.Ordinal)) && When().IsMatch(steps[index]), -1);
            Assert.True(at >= 0, $"After entry {from} of the history there is no “{step}”: {string.Join(" / ", steps)}");
            from = at + 1;
        }
    }

    private static async Task SeeAuditAsync(Visitor reader)
    {
        await reader.OpenAsync("/");
        await reader.FollowAsync("Audit");
        await reader.Page.GetByText("Filter the audit").ClickAsync();
        await reader.FillAsync("Reference", Reference);
        await reader.PressAsync("Filter");
        await reader.ReadsAsync(
            "Started the business case", "Saved a section", "Submitted the business case", "Asked for changes", "Approved the business case",
            "Aisha Karim", "Margaret Okafor", "Daniel Whitcombe", Asked, Changed, Condition);
        await reader.PressAsync("Check that the audit is whole");
        Assert.Equal("The audit is whole", await reader.HeadingAsync());
    }

    // An invitation goes to somebody's own mailbox; it too names nobody.
    private static Task NoMailCarriesPersonalDetailAsync(ListeningPortal portal)
    {
        var mail = portal.Mail();
        Assert.NotEmpty(mail);
        Assert.All(mail, message => Assert.All(PersonalDetails, detail =>
            Assert.DoesNotContain(detail, $"{message.Subject} {message.TextBody} {message.HtmlBody}", StringComparison.OrdinalIgnoreCase)));
        return Task.CompletedTask;
    }

    private static Task SectionAsync(Visitor applicant, string section) =>
        applicant.ComeAsync(() => applicant.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).ClickAsync());

    private static string AddressOf(string forename, string surname) => $"{forename}.{surname}@school.example".ToLowerInvariant();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // As in "23 November 2026 at 7:35am", in whichever form the portal writes it: a day, a month in words, a year.
    [GeneratedRegex(@"\d{1,2} [A-Z][a-z]+ 20\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex When();
}
