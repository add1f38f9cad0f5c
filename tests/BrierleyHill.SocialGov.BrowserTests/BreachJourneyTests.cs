using System.Globalization;
using BrierleyHill.SocialGov.BrowserTests.Support;
using BrierleyHill.SocialGov.Domain.Calendar;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>A personal data breach on a phone, from the report to the decision about the ICO and the register. With and without scripts.</summary>
[Trait("Clause", "DP-1")]
[Trait("Clause", "SLT-3")]
public sealed class BreachJourneyTests(EnquiryPortal portal) : IClassFixture<EnquiryPortal>
{
    private static Screen ScreenOf(int width, bool javaScript) => (width == Screen.Narrowest.Width ? Screen.Narrowest : Screen.Phone) with { JavaScript = javaScript };

    // Yesterday, so that no hour of it lies ahead and the 72 hours still run.
    private static DateOnly Yesterday => LondonTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task A_breach_is_recorded_advised_on_decided_with_reasons_and_stands_in_the_register(int width, bool javaScript)
    {
        var words = $"A list of pupils went to the wrong group, seen at {width.ToString(CultureInfo.InvariantCulture)} px.";
        await using var teacher = await portal.VisitAsync("Chloe Llewellyn", ScreenOf(width, javaScript));
        await using var officer = await portal.VisitAsync("Helen Marchetti", ScreenOf(width, javaScript));
        await using var head = await portal.VisitAsync("Margaret Okafor", ScreenOf(width, javaScript));
        var incident = await ReportAsync(teacher, words);

        // The data protection officer records it: the clock runs from when the school became aware.
        await officer.OpenAsync(incident);
        await officer.FollowAsync("Record a personal data breach");
        await officer.PressAsync("Record it");
        await officer.ReadsAsync("There is a problem");
        await WhenAsync(officer.Page.Locator("main"), "9am");
        await officer.FillAsync("What happened?", "A list of one class went to the parents of another.");
        await officer.FitsAsync();
        await officer.PressAsync("Record it");
        await officer.ReadsAsync("the 72 hours run", "The ICO has to be told by", LondonTime.DisplayDate(Yesterday.AddDays(3)));
        await officer.FitsAsync();

        // What is known, how high the risk is, and what the officer advises.
        await officer.FollowAsync("Set down what is known");
        await officer.Page.GetByLabel("Pupils", new() { Exact = true }).CheckAsync();
        await officer.Page.GetByLabel("Names and contact details", new() { Exact = true }).CheckAsync();
        await officer.FitsAsync();
        await officer.PressAsync("Save");
        await officer.FollowAsync("Assess the risk");
        await officer.ChooseAsync("How high is the risk to the people concerned?", "There is a risk to people");
        await officer.FillAsync("Why do you judge it so?", "Addresses of children are among it.");
        await officer.PressAsync("Save the assessment");
        await officer.FollowAsync("Advise");
        await officer.ChooseAsync("Do you advise to tell the ICO?", "Yes");
        await officer.ChooseAsync("Do you advise to tell the people concerned?", "No");
        await officer.FillAsync("Why?", "The law asks for it where there is a risk.");
        await officer.FitsAsync();
        await officer.PressAsync("Save the advice");
        await officer.ReadsAsync("Your advice is on record.", "The law asks for it where there is a risk.");

        // The head decides: without reasons it is refused, and with them the clock stops.
        await head.OpenAsync($"{incident}/breach");
        await head.PressAsync("Decide about the ICO");
        await head.ChooseAsync("Has the ICO been told?", "Yes, it has been told");
        await WhenAsync(head.Page.Locator("main"), "10am");
        await head.FillAsync("Reference of the ICO", "IC-100200-X1Y2");
        await head.FitsAsync();
        await head.PressAsync("Save the decision");
        await head.ReadsAsync("There is a problem", "Enter why this is decided so, whichever way it is.");
        await head.FillAsync("Why?", "As the officer advises.");
        await head.PressAsync("Save the decision");
        await head.ReadsAsync("The decision about the ICO is on record.", "Stopped by the decision", "IC-100200-X1Y2", "As the officer advises.");
        Assert.DoesNotContain("The ICO has to be told by", await head.TextAsync(), StringComparison.Ordinal);
        await head.FitsAsync();

        // The register has it, and the teacher who reported it sees nothing of it.
        await head.OpenAsync("/incidents/breaches");
        await head.ReadsAsync(incident.Replace("/incidents/", "INC-", StringComparison.Ordinal), "ICO told");
        await head.FitsAsync();
        await teacher.OpenAsync(incident);
        await teacher.ReadsAsync(words);
        Assert.DoesNotContain("ICO", await teacher.TextAsync(), StringComparison.Ordinal);
        await teacher.Page.GotoAsync($"{incident}/breach");
        await teacher.ReadsAsync("Page not found");
    }

    private static async Task<string> ReportAsync(Visitor teacher, string words)
    {
        await teacher.OpenAsync("/incidents/report");
        await teacher.ChooseAsync("Is somebody in danger now?", "No");
        await teacher.FillAsync("What happened?", words);
        await teacher.Page.GetByLabel("What kind of incident is it?").SelectOptionAsync("PersonalDataBreach");
        await teacher.ChooseAsync("Where did it happen?", "Somewhere else");
        await teacher.FillAsync("Where?", "A message to parents");
        await teacher.ChooseAsync("When did it happen?", "Just now, or it is still going on");
        await teacher.Page.GetByLabel("How did you notice it?").SelectOptionAsync("SawIt");
        await teacher.PressAsync("Report it");
        return "/incidents/" + new Uri(teacher.Page.Url).AbsolutePath.Split('/')[2];
    }

    private static async Task WhenAsync(ILocator main, string time)
    {
        await main.GetByLabel("Day", new() { Exact = true }).FillAsync(Yesterday.Day.ToString(CultureInfo.InvariantCulture));
        await main.GetByLabel("Month", new() { Exact = true }).FillAsync(Yesterday.Month.ToString(CultureInfo.InvariantCulture));
        await main.GetByLabel("Year", new() { Exact = true }).FillAsync(Yesterday.Year.ToString(CultureInfo.InvariantCulture));
        await main.GetByLabel("Time", new() { Exact = true }).FillAsync(time);
    }
}
