using BrierleyHill.SocialGov.BrowserTests.Support;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>Evidence from a report to the chain-of-custody sheet: files dropped on the page at a desk, taken with a phone, and chosen without JavaScript.</summary>
[Trait("Clause", "SLT-3")]
public sealed class EvidenceJourneyTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    [Fact]
    public async Task Files_are_dropped_and_each_is_told_of_and_the_page_is_accessible_throughout()
    {
        await using var head = await demonstration.VisitAsync(People.Head, Screen.Desk);
        var incident = await ReportAsync(head);
        await head.OpenAsync($"{incident}/evidence/add");
        await Axe.FindsNothingAsync(head.Page, Screen.Desk);
        var zone = head.Page.Locator(".govuk-file-upload-button");
        Assert.Contains("or drop files here", await zone.InnerTextAsync(), StringComparison.Ordinal);

        var transfer = await head.Page.EvaluateHandleAsync(
            """
            () => {
              const transfer = new DataTransfer()
              transfer.items.add(new File(['What was written in the group.'], 'chat.txt', { type: 'text/plain' }))
              transfer.items.add(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'drawing.svg', { type: 'image/svg+xml' }))
              return transfer
            }
            """);
        await zone.DispatchEventAsync("dragenter", new { dataTransfer = transfer });
        await zone.DispatchEventAsync("drop", new { dataTransfer = transfer });
        Assert.Contains("2 files chosen", await zone.InnerTextAsync(), StringComparison.Ordinal);
        await Axe.FindsNothingAsync(head.Page, Screen.Desk);

        await head.PressAsync("Add");
        await head.ReadsAsync("There is a problem", "Tick that none of these files is an indecent image of a child.");
        await Axe.FindsNothingAsync(head.Page, Screen.Desk);
        await head.Page.GetByLabel("None of these files is, or may be, an indecent image of a child").CheckAsync();
        await head.Page.Locator("input[name='Form.Files']").SetInputFilesAsync(
        [
            new FilePayload { Name = "chat.txt", MimeType = "text/plain", Buffer = Text("What was written in the group.") },
            new FilePayload { Name = "drawing.svg", MimeType = "image/svg+xml", Buffer = Text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        ]);
        await head.PressAsync("Add");
        await head.ReadsAsync("One file was not taken", "drawing.svg: This file is not a PNG", "chat.txt: Added as evidence 1.");
        await Axe.FindsNothingAsync(head.Page, Screen.Desk);

        await head.FollowAsync("Evidence 1");
        await head.ReadsAsync("chat.txt", "Added evidence to an incident");
        var download = await head.Page.RunAndWaitForDownloadAsync(() => head.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Equal("chat.txt", download.SuggestedFilename);
        await head.OpenAsync($"{incident}/evidence/sheet");
        await head.ReadsAsync("Chain of custody", "Downloaded evidence of an incident", "Margaret Okafor");
        await head.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await head.Page.Locator(".govuk-service-navigation").First.IsVisibleAsync());
        await Axe.FindsNothingAsync(head.Page, Screen.Desk);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_photo_goes_in_from_a_phone_with_and_without_JavaScript_and_is_shown(bool javaScript)
    {
        var screen = Screen.Narrowest with { JavaScript = javaScript };
        await using var reporter = await demonstration.VisitAsync(People.Staff, screen);
        var incident = await ReportAsync(reporter);
        await reporter.OpenAsync($"{incident}/evidence/add");
        var photo = reporter.Page.Locator("input[name='Form.Photo']");
        Assert.Equal(("environment", "image/jpeg,image/png,image/webp"), (await photo.GetAttributeAsync("capture"), await photo.GetAttributeAsync("accept")));
        Assert.Equal(!javaScript, await reporter.Page.Locator("input[name='Form.Files']").IsVisibleAsync());
        await reporter.Page.GetByLabel("None of these files is, or may be, an indecent image of a child").CheckAsync();
        await photo.SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = Picture });
        await reporter.PressAsync("Add");
        await reporter.ReadsAsync("photo.png: Received.", "What you have handed in", "PNG, ");

        await using var head = await demonstration.VisitAsync(People.Head, Screen.Narrowest);
        await head.OpenAsync($"{incident}/evidence/1");
        await head.PressAsync("Look at this picture");
        Assert.True(await head.Page.Locator("img.sg-evidence").EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth === 1"));
        await Axe.FindsNothingAsync(head.Page, Screen.Narrowest);
        await head.OpenAsync($"{incident}/evidence/1");
        await head.ReadsAsync("Looked at evidence of an incident", "Margaret Okafor");
    }

    private static byte[] Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static async Task<string> ReportAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/incidents/report");
        foreach (var (name, value) in new[] { ("IsDanger", "false"), ("Where", "Elsewhere"), ("When", "JustNow") })
        {
            await visitor.Page.Locator($"input[name='Form.{name}'][value='{value}']").CheckAsync();
        }

        await visitor.Page.Locator("[name='Form.Category']").SelectOptionAsync("Offensive");
        await visitor.Page.Locator("[name='Form.Noticed']").SelectOptionAsync("SawIt");
        await visitor.Page.Locator("[name='Form.What']").FillAsync("Somebody wrote something hurtful.");
        await visitor.Page.Locator("[name='Form.Place']").FillAsync("A group of parents");
        await visitor.ComeAsync(() => visitor.Page.Locator("main form button.govuk-button").Last.ClickAsync());
        var path = new Uri(visitor.Page.Url).AbsolutePath;
        Assert.EndsWith("/reported", path, StringComparison.Ordinal);
        return path[..path.LastIndexOf('/')];
    }
}
