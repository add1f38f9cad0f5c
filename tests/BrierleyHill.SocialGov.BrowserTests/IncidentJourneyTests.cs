using BrierleyHill.SocialGov.BrowserTests.Support;
using BrierleyHill.SocialGov.Web.Data.Demonstration;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>Reporting on a phone: somebody is in danger now, and a mistake of one's own. With and without scripts.</summary>
[Trait("Clause", "BEH-4")]
[Trait("Clause", "GP-2")]
public sealed class IncidentJourneyTests(EnquiryPortal portal) : IClassFixture<EnquiryPortal>
{
    private static Screen ScreenOf(int width, bool javaScript) => (width == Screen.Narrowest.Width ? Screen.Narrowest : Screen.Phone) with { JavaScript = javaScript };

    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task Somebody_is_in_danger_now(int width, bool javaScript)
    {
        var words = $"A pupil is to meet a stranger after school, reported at {width.ToString(System.Globalization.CultureInfo.InvariantCulture)} px.";
        await using var teacher = await portal.VisitAsync("Chloe Llewellyn", ScreenOf(width, javaScript));
        await using var head = await portal.VisitAsync("Margaret Okafor", ScreenOf(width, javaScript));
        await teacher.OpenAsync("/");
        await teacher.OpenAsync("/incidents");
        await teacher.PressAsync("Report an incident");
        await teacher.ChooseAsync("Is somebody in danger now?", "Yes");
        await teacher.FillAsync("What happened?", words);
        await teacher.Page.GetByLabel("What kind of incident is it?").SelectOptionAsync("Safeguarding");
        await teacher.ChooseAsync("Where did it happen?", "Somewhere else");
        await teacher.FillAsync("Where?", "A game");
        await teacher.ChooseAsync("When did it happen?", "Just now, or it is still going on");
        await teacher.Page.GetByLabel("How did you notice it?").SelectOptionAsync("PupilTold");
        await PersonAsync(teacher, 0, "Subject", "Pupil", "A pupil in Year 5");
        await teacher.PressAsync("Add another person");
        // Nothing is lost, and the second row is there.
        Assert.Equal(words, await teacher.Page.GetByLabel("What happened?", new() { Exact = true }).InputValueAsync());
        await PersonAsync(teacher, 1, "Alleged", "Public", "Somebody from the game");
        await teacher.FitsAsync();
        await teacher.PressAsync("Report it");

        // At once: whom to call, by a tap.
        Assert.Equal("Call for help now", await teacher.HeadingAsync());
        Assert.Equal("tel:999", await teacher.Page.Locator("main a[href^='tel:']").First.GetAttributeAsync("href"));
        await teacher.ReadsAsync("Designated safeguarding lead", "have been told this moment");
        await teacher.FitsAsync();
        var incident = new Uri(teacher.Page.Url).AbsolutePath.Split('/')[2];
        var mail = await portal.Portal.MailAsync("margaret.okafor" + DemoData.AddressEnding, $"INC-{incident}: somebody may be in danger now");
        Assert.DoesNotContain("stranger", mail.ToString(), StringComparison.Ordinal);

        // The head finds it at the top, and the safeguarding lead's telephone numbers with it.
        await head.OpenAsync("/incidents");
        await head.FollowAsync($"INC-{incident}");
        await head.ReadsAsync("Somebody may be in danger", words, "A pupil in Year 5", "Somebody from the game");
        await head.FollowAsync("add an entry");
        await head.ChooseAsync("What is it?", "Telephone call");
        await head.FillAsync("What happened, or was said?", "The police are on their way.");
        await head.PressAsync("Write it");
        await head.ReadsAsync("The police are on their way.", "none has been tampered with");
        await head.FitsAsync();

        // Whoever reported it sees where it stands and what they wrote.
        await teacher.FollowAsync("See your report and what becomes of it");
        await teacher.ReadsAsync("Your report", words, "Reported");
        Assert.DoesNotContain("police", await teacher.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task A_mistake_of_ones_own_is_two_fields(int width, bool javaScript)
    {
        await using var teacher = await portal.VisitAsync("Rhys Bevan", ScreenOf(width, javaScript));
        await teacher.OpenAsync("/incidents");
        await teacher.PressAsync("Report a mistake of your own");
        await teacher.FitsAsync();
        await teacher.PressAsync("Send it");
        await teacher.ReadsAsync("There is a problem", "Enter what happened, in a sentence or two.");
        await teacher.FillAsync("What happened?", $"I tagged a parent in a picture, at {width.ToString(System.Globalization.CultureInfo.InvariantCulture)} px.");
        await teacher.PressAsync("Send it");
        Assert.Equal("Thank you for saying so", await teacher.HeadingAsync());
        await teacher.FollowAsync("See your report and what becomes of it");
        await teacher.ReadsAsync("I tagged a parent in a picture");
    }

    private static async Task PersonAsync(Visitor visitor, int row, string role, string type, string name)
    {
        await visitor.Page.Locator($"[name='Form.People[{row}].Role']").SelectOptionAsync(role);
        await visitor.Page.Locator($"[name='Form.People[{row}].Type']").SelectOptionAsync(type);
        await visitor.Page.Locator($"[name='Form.People[{row}].Name']").FillAsync(name);
    }
}
