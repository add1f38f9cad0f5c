using BrierleyHill.SocialGov.BrowserTests.Support;
using BrierleyHill.SocialGov.Web.Data.Demonstration;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>
/// From a policy that asks everybody again to an applicant who is ready, and an impact assessment that goes through a return to its
/// sign-off and shows on the business case.
/// </summary>
[Trait("Clause", "SLT-2")]
[Trait("Clause", "SLT-7")]
[Trait("Clause", "DP-2")]
public sealed class ReadinessJourneyTests
{
    private const string Title = "Recruitment pages";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_material_version_asks_everybody_the_applicant_is_ready_again_and_the_assessment_is_signed_off_after_a_return(int width, bool javaScript)
    {
        var screen = (width == 320 ? Screen.Narrowest : Screen.Desk) with { JavaScript = javaScript };
        await using var portal = await ListeningPortal.StartAsync(filled: true);
        var chromium = await Chromium.StartAsync();
        await using var head = await ComeInAsync(portal, chromium, screen, "margaret.okafor");
        await using var applicant = await ComeInAsync(portal, chromium, screen, "priya.raman");
        await using var officer = await ComeInAsync(portal, chromium, screen, "helen.marchetti");

        await applicant.OpenAsync("/readiness/mine");
        Assert.Equal("Ready", await applicant.Page.Locator("main .govuk-tag").First.InnerTextAsync());
        await PublishAsync(head);
        await AcknowledgeAsync(portal, applicant);
        await SendAsync(applicant, "The lawful basis is looked at again.");
        await ReturnAsync(officer);
        await SendAsync(applicant, "Everybody who is shown was asked.");
        await SignOffAsync(officer);
        await SeeOnBusinessCaseAsync(head);
    }

    private static async Task<Visitor> ComeInAsync(ListeningPortal portal, Chromium chromium, Screen screen, string name)
    {
        var visitor = await chromium.VisitAsync(portal, screen);
        await visitor.SignInAsync(name + DemoData.AddressEnding, DemoData.Password);
        return visitor;
    }

    private static async Task PublishAsync(Visitor head)
    {
        await head.OpenAsync("/policy");
        await head.PressAsync("Continue with version 3");
        await head.FollowAsync("What differs from version 2");
        await head.ReadsAsync("Artificial intelligence");
        await head.OpenAsync("/policy");
        await head.PressAsync("Continue with version 3");
        await head.PressAsync("Approve this text");
        await head.PressAsync("Publish this version");
        await head.FillAsync("What was changed?", "What may be given to tools that make pictures and texts.");
        await head.ChooseAsync("Does everybody have to acknowledge the policy again?", "Yes");
        await head.PressAsync("Publish");
        await head.OpenAsync("/policy");
        await head.ReadsAsync("Version 3", "please read and acknowledge it again", "Artificial intelligence");
    }

    private static async Task AcknowledgeAsync(ListeningPortal portal, Visitor applicant)
    {
        await portal.MailAsync("priya.raman" + DemoData.AddressEnding, "policy");
        await applicant.OpenAsync("/readiness/mine");
        Assert.Equal("Not ready", await applicant.Page.Locator("main .govuk-tag").First.InnerTextAsync());
        await applicant.OpenAsync("/");
        await applicant.FollowAsync("Read and acknowledge the policy");
        foreach (var statement in await applicant.Page.Locator("main input[type=checkbox]").AllAsync())
        {
            await statement.CheckAsync();
        }

        await applicant.PressAsync("Acknowledge the policy");
        await applicant.OpenAsync("/readiness/mine");
        Assert.Equal("Ready", await applicant.Page.Locator("main .govuk-tag").First.InnerTextAsync());
    }

    private static async Task SendAsync(Visitor applicant, string note)
    {
        await applicant.OpenAsync("/impact-assessments?Mine=true");
        await applicant.FollowAsync("DPIA-");
        await applicant.PressAsync("Continue your impact assessment");
        await applicant.PressAsync("Check your answers");
        await applicant.FillAsync("What have you changed? (optional)", note);
        await applicant.PressAsync("Send");
        await applicant.ReadsAsync("With the data protection officer");
    }

    // It stands in the queue, and its page leads to the advice.
    private static async Task<string> OpenFromQueueAsync(Visitor officer)
    {
        await officer.OpenAsync("/impact-assessments/queue");
        await officer.ReadsAsync(Title);
        await officer.OpenAsync($"/impact-assessments?Text={Title}");
        await officer.FollowAsync("DPIA-");
        var advise = $"/impact-assessments/{new Uri(officer.Page.Url).Segments[2].TrimEnd('/')}/advise";
        await officer.OpenAsync(advise);
        return advise;
    }

    private static async Task ReturnAsync(Visitor officer)
    {
        await OpenFromQueueAsync(officer);
        await officer.PressAsync("Return to the author");
        await officer.FillAsync("General advice (optional)", "Ask the colleagues who are shown as well.");
        await officer.PressAsync("Return");
        await officer.ReadsAsync("Returned");
    }

    private static async Task SignOffAsync(Visitor officer)
    {
        var advise = await OpenFromQueueAsync(officer);
        foreach (var step in new[] { "need", "processing", "consultation", "necessity", "risks", "outcome" })
        {
            await officer.OpenAsync($"{advise}/{step}");
            foreach (var verdict in await officer.Page.Locator("input[type=radio][value=Acceptable]").AllAsync())
            {
                await verdict.CheckAsync();
            }

            await officer.PressAsync("Save and continue");
        }

        await officer.OpenAsync(advise);
        await officer.PressAsync("Sign off");
        await officer.FillAsync("Your advice", "Proportionate. Ask again each year.");
        var review = TimeProvider.System.GetUtcNow().AddDays(200);
        await officer.FillAsync("Day", review.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await officer.FillAsync("Month", review.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await officer.FillAsync("Year", review.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await officer.PressAsync("Sign off");
        await officer.ReadsAsync("Signed off", "Proportionate. Ask again each year.");
    }

    private static async Task SeeOnBusinessCaseAsync(Visitor head)
    {
        await head.OpenAsync("/applications?Text=Careers");
        await head.FollowAsync("APP-");
        await head.ReadsAsync("covers this account", "Are the administrators ready?", "Priya Raman Ready");
    }
}
