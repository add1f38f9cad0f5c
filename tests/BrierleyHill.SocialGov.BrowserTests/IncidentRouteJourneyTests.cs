using System.Globalization;
using BrierleyHill.SocialGov.BrowserTests.Support;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>A parent's offensive comment on a phone, from the assessment through the three steps of its route to the end. With and without scripts.</summary>
[Trait("Clause", "PAR-2")]
[Trait("Clause", "OFF-2")]
[Trait("Clause", "SLT-3")]
[Trait("Clause", "SLT-4")]
public sealed class IncidentRouteJourneyTests(EnquiryPortal portal) : IClassFixture<EnquiryPortal>
{
    private static Screen ScreenOf(int width, bool javaScript) => (width == Screen.Narrowest.Width ? Screen.Narrowest : Screen.Phone) with { JavaScript = javaScript };

    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task A_parents_offensive_comment_goes_through_its_three_steps(int width, bool javaScript)
    {
        var words = $"A parent calls a colleague names under a picture, seen at {width.ToString(CultureInfo.InvariantCulture)} px.";
        await using var teacher = await portal.VisitAsync("Chloe Llewellyn", ScreenOf(width, javaScript));
        await using var head = await portal.VisitAsync("Margaret Okafor", ScreenOf(width, javaScript));
        var incident = await ReportAsync(teacher, words);

        // The scope first, then the rest.
        await head.OpenAsync(incident);
        await head.PressAsync("Assess the incident");
        await head.PressAsync("Continue");
        await head.ReadsAsync("There is a problem", words, "A parent in Year 4");
        await head.ChooseAsync("Is it the school’s business?", "Personal, and in scope");
        await head.PressAsync("Continue");
        await head.ChooseAsync("How serious is it?", "Medium");
        await head.FillAsync("Why do you judge it like that?", "A parent writes about one of us, for everybody to read.");
        await head.FillAsync("What is done at once?", "The comment is hidden.");
        await head.FillAsync("What comes next, and why?", "I ring the parent myself.");
        await head.FitsAsync();
        await head.PressAsync("Save the assessment");

        // What the policy fixes is ticked.
        await head.ReadsAsync("Suggested. A parent or carer is said to have done it.");
        Assert.True(await head.Page.GetByLabel("A parent or carer: ask, talk, complaints procedure", new() { Exact = true }).IsCheckedAsync());
        Assert.True(await head.Page.GetByLabel("An offensive comment: block, report or delete, and explain", new() { Exact = true }).IsCheckedAsync());
        await head.FitsAsync();
        await head.PressAsync("Start the routes");

        // The three steps in their order: no other can be seen to yet.
        await StepAsync(head, "Asked to remove it", "They would not.");
        await StepAsync(head, "Invited to talk in person", "They came, and took it down.");
        await OpenStepAsync(head, "Complaints procedure");
        await head.ChooseAsync("How does this step stand?", "It is skipped");
        await head.PressAsync("Save the step");
        await head.ReadsAsync("There is a problem", "Enter why this step is skipped.");
        await head.FillAsync("Why is it skipped?", "It is settled.");
        await head.PressAsync("Save the step");
        await head.ReadsAsync("Finished", "They came, and took it down.", "It is settled.");

        // The audience is told why, or it is said why not.
        await OpenStepAsync(head, "Blocked, reported or deleted");
        await head.ChooseAsync("How does this step stand?", "It is done");
        await head.Page.GetByLabel("The comment was deleted", new() { Exact = true }).CheckAsync();
        await head.FillAsync("What was done?", "Deleted it on the platform.");
        await head.FillAsync("What came of it?", "It is gone.");
        await head.PressAsync("Save the step");
        await OpenStepAsync(head, "Explanation given to the audience");
        await head.ChooseAsync("How does this step stand?", "The audience was given an explanation");
        await head.FillAsync("What was the audience told?", "We removed a comment that insulted a colleague.");
        await head.PressAsync("Save the step");

        // Looked into, resolved, closed.
        await head.PressAsync("Appoint somebody to look into it");
        await head.Page.GetByLabel("Who looks into it?", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Margaret Okafor (you)" });
        await head.PressAsync("Appoint them");
        await head.PressAsync("Record the outcome");
        await head.ChooseAsync("What was found?", "It happened as reported");
        await head.FillAsync("What is the outcome?", "The parent apologised.");
        await head.FillAsync("What does the school learn from it?", "We ring earlier.");
        await head.Page.GetByLabel("PAR-2: A parent’s offensive comment: removal, a talk, the complaints procedure", new() { Exact = true }).CheckAsync();
        await head.FitsAsync();
        await head.PressAsync("Record the outcome");
        await head.PressAsync("Close the incident");
        await head.PressAsync("Close the incident");
        await head.ReadsAsync("Closed", "The parent apologised.", "Time to resolve", "We removed a comment that insulted a colleague.");
        await head.FitsAsync();

        // Whoever reported it sees where it stands, and no more.
        await teacher.OpenAsync(incident);
        await teacher.ReadsAsync("Closed", words);
        Assert.DoesNotContain("apologised", await teacher.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(Visitor teacher, string words)
    {
        await teacher.OpenAsync("/incidents/report");
        await teacher.ChooseAsync("Is somebody in danger now?", "No");
        await teacher.FillAsync("What happened?", words);
        await teacher.Page.GetByLabel("What kind of incident is it?").SelectOptionAsync("Offensive");
        await teacher.ChooseAsync("Where did it happen?", "Somewhere else");
        await teacher.FillAsync("Where?", "A page of parents");
        await teacher.ChooseAsync("When did it happen?", "Just now, or it is still going on");
        await teacher.Page.GetByLabel("How did you notice it?").SelectOptionAsync("SawIt");
        await teacher.Page.Locator("[name='Form.People[0].Role']").SelectOptionAsync("Alleged");
        await teacher.Page.Locator("[name='Form.People[0].Type']").SelectOptionAsync("ParentOrCarer");
        await teacher.Page.Locator("[name='Form.People[0].Name']").FillAsync("A parent in Year 4");
        await teacher.PressAsync("Report it");
        return "/incidents/" + new Uri(teacher.Page.Url).AbsolutePath.Split('/')[2];
    }

    private static async Task StepAsync(Visitor head, string step, string outcome)
    {
        await OpenStepAsync(head, step);
        await head.ChooseAsync("How does this step stand?", "It is done");
        await head.FillAsync("What was done?", "Rang them in the afternoon.");
        await head.FillAsync("What came of it?", outcome);
        await head.FitsAsync();
        await head.PressAsync("Save the step");
        await head.ReadsAsync("The step is saved.", outcome);
    }

    private static Task OpenStepAsync(Visitor head, string step) =>
        head.ComeAsync(() => head.Page.GetByRole(AriaRole.Link, new() { Name = $"See to it: {step}" }).ClickAsync());
}
