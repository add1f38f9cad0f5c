using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>
/// Axe, put into a page once however often it looks there, and asked for violations alone. The page's own way of asking opens another page
/// for each look and carries everything that is right across: that took most of the time of all browser tests. Style sheets are not fetched anew for it: no rule
/// of these tags reads them.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Fails when axe finds something against WCAG 2.2 AA.</summary>
    public static async Task FindsNothingAsync(IPage page, Screen screen)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof window.axe === 'object'"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<Found>(
            """
            async rules => {
              const found = await window.axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], preload: false })
              return {
                passes: found.passes.length,
                violations: found.violations.map(one => `${one.id}: ${one.help}\n` + one.nodes.map(node => `    ${node.html}`).join('\n')),
              }
            }
            """,
            Rules);
        Assert.True(found.Passes > 5, $"Axe looked at nothing on {page.Url}.");
        Assert.True(found.Violations.Length == 0, $"{page.Url} at {screen.Width} px:\n" + string.Join('\n', found.Violations));
    }

    // Filled in by name from what the script answers.
    private sealed class Found
    {
        public int Passes { get; set; }

        public string[] Violations { get; set; } = [];
    }
}
