using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>Pictures of pages, taken only when they are asked for, so that an ordinary run leaves the tree as it is.</summary>
internal static partial class Pictures
{
    /// <summary>Whether the pictures of the documents are taken again (SOCIALGOV_PICTURES=1).</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("SOCIALGOV_PICTURES") is "1";

    private static readonly string? Review = Environment.GetEnvironmentVariable("SOCIALGOV_REVIEW");

    /// <summary>Takes the picture of a document.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        Directory.CreateDirectory(BuiltPortal.Pictures);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuiltPortal.Pictures, name + ".png") });
    }

    /// <summary>Takes a picture of the whole page into the folder that SOCIALGOV_REVIEW names, for somebody who reviews every page.</summary>
    public static async Task TakeForReviewAsync(IPage page, Screen screen)
    {
        if (Review is { Length: > 0 })
        {
            var name = NotInNames().Replace(new Uri(page.Url).PathAndQuery.Trim('/'), "-");
            var heading = NotInNames().Replace(await page.Locator("h1").First.InnerTextAsync(), "-");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Review, $"{screen.Width}-{name[..Math.Min(60, name.Length)]}-{heading[..Math.Min(40, heading.Length)]}.png"), FullPage = true });
        }
    }

    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInNames();
}
