using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>One Chromium for all tests: the one that SOCIALGOV_CHROMIUM names, or the system's own. Everybody who comes has a profile of their own in it.</summary>
internal sealed class Chromium
{
    // Without a window where there is one: a whole Chromium draws its own tabs and toolbars for each visitor, which takes more time than the pages do.
    private static readonly string SystemsOwn =
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists) ?? "/usr/bin/chromium";

    // A busy machine is slow, and a page that is slow is no fault that these tests are about.
    private const float LongestWait = 30_000;

    // It ends with the process of the tests: the driver that it hangs on does.
    private static readonly Lazy<Task<Chromium>> Shared = new(LaunchAsync);

    private readonly IBrowser _browser;

    private Chromium(IBrowser browser) => _browser = browser;

    public static Task<Chromium> StartAsync() => Shared.Value;

    private static async Task<Chromium> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SOCIALGOV_CHROMIUM") is { Length: > 0 } path ? path : SystemsOwn,
            // Chromium's sandbox does not start for root, as whom containers run. It opens no page but the portal's own.
            Args = ["--no-sandbox", "--disable-background-networking", "--lang=en-GB"],
        });
        return new Chromium(browser);
    }

    /// <summary>Somebody's own browser profile, with nothing remembered.</summary>
    public async Task<Visitor> VisitAsync(ListeningPortal portal, Screen screen)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.Address,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = screen.JavaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(LongestWait);
        return new Visitor(portal, context, await context.NewPageAsync(), screen);
    }
}

/// <summary>What the portal is looked at on.</summary>
internal sealed record Screen(int Width, int Height, bool JavaScript = true)
{
    public static Screen Desk { get; } = new(1280, 900);

    public static Screen Phone { get; } = new(390, 844);

    /// <summary>The width that a page has to fit without sideways scrolling (WCAG 2.2, 1.4.10): 1280 at 400 %.</summary>
    public static Screen Narrowest { get; } = new(320, 640);
}
