using BrierleyHill.SocialGov.BrowserTests.Support;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>A form acts once, however often it is sent.</summary>
public sealed class RepeatedFormTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_starts_one_business_case(bool javaScript)
    {
        await using var visitor = await demonstration.VisitAsync(People.Staff, Screen.Desk with { JavaScript = javaScript });
        var before = await CountAsync(visitor);
        await visitor.OpenAsync("/applications/start");
        await TwiceAsync(visitor, "Start now");
        Assert.Equal("Your business case", await visitor.HeadingAsync());
        Assert.Equal(before + 1, await CountAsync(visitor));
    }

    [Fact]
    public async Task A_double_click_submits_once_and_the_back_button_shows_no_form_to_send_again()
    {
        await using var visitor = await demonstration.VisitAsync(People.Asked, Screen.Desk);
        var details = await demonstration.FillAsync("/applications/{application:Llewellyn:Choir}");
        await visitor.OpenAsync(details);
        var before = await SubmissionsAsync(visitor);
        Assert.Equal(1, before);

        await visitor.OpenAsync(details + "/check");
        await TwiceAsync(visitor, "Submit business case");
        await visitor.OpenAsync(details);
        Assert.Equal(before + 1, await SubmissionsAsync(visitor));

        // Back to the form: it is asked for again and no longer there, so there is nothing to send a second time.
        await visitor.OpenAsync(details + "/submitted");
        await visitor.ComeAsync(() => visitor.Page.GoBackAsync());
        await visitor.ComeAsync(() => visitor.Page.GotoAsync(details + "/check"));
        Assert.Equal(details, new Uri(visitor.Page.Url).AbsolutePath);
        Assert.Equal(before + 1, await SubmissionsAsync(visitor));
    }

    [Fact]
    public async Task A_form_that_the_back_button_shows_again_acts_once()
    {
        await using var leader = await demonstration.VisitAsync(People.Head, Screen.Desk);
        var details = await demonstration.FillAsync("/applications/{application:Okafor:Science Club}");
        await leader.OpenAsync(details + "/decide");
        await leader.ChooseAsync("What do you decide?", "Reject");
        await leader.FillAsync("Reasons or conditions", "The club has a page already.");

        // The answer is lost on its way, as on a train: the portal has acted, and the browser still shows the form as it was filled in.
        var fields = await leader.Page.Locator("main form").EvaluateAsync<Dictionary<string, string>>("form => Object.fromEntries(new FormData(form))");
        var form = leader.Page.Context.APIRequest.CreateFormData();
        foreach (var (name, value) in fields)
        {
            form.Set(name, value);
        }

        var lost = await leader.Page.Context.APIRequest.PostAsync(details + "/decide", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, lost.Status);

        await leader.PressAsync("Record your decision");
        Assert.Equal(details, new Uri(leader.Page.Url).AbsolutePath);
        await leader.ReadsAsync("Rejected by Margaret Okafor");
        Assert.Equal(1, await leader.Page.Locator(".moj-timeline__title", new() { HasTextString = "Rejected the business case" }).CountAsync());
    }

    private static async Task TwiceAsync(Visitor visitor, string button)
    {
        var address = visitor.Page.Url;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = button }).DblClickAsync();
        await visitor.Page.WaitForURLAsync(url => !string.Equals(url, address, StringComparison.Ordinal));
        await visitor.Page.WaitForLoadStateAsync();
        await visitor.CheckAsync();
    }

    private static async Task<int> CountAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/applications?Mine=true");
        return await visitor.Page.Locator("tbody tr").CountAsync();
    }

    private static Task<int> SubmissionsAsync(Visitor visitor) =>
        visitor.Page.Locator(".moj-timeline__title", new() { HasTextString = "Submitted the business case" }).CountAsync();
}
