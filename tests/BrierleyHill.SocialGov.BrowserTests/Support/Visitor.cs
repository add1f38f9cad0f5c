using Microsoft.Playwright;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>
/// One person at one browser. Every page they come to is watched: no error in the console, nothing fetched from elsewhere, nothing
/// that does not load, and on a narrow screen no sideways scrolling.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly TimeSpan LongestNavigation = TimeSpan.FromSeconds(30);

    private readonly ListeningPortal _portal;
    private readonly IBrowserContext _context;
    private readonly Screen _screen;
    private readonly List<string> _faults = [];
    private readonly Lock _gate = new();

    public Visitor(ListeningPortal portal, IBrowserContext context, IPage page, Screen screen)
    {
        (_portal, _context, Page, _screen) = (portal, context, page, screen);
        page.Console += (_, message) =>
        {
            // A refusal, such as a form that is asked for again, is answered with its status, which Chromium writes down as an error.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
            {
                Note($"The console said: {message.Text}");
            }
        };
        page.PageError += (_, error) => Note($"A script failed: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address + "/", StringComparison.Ordinal))
            {
                Note($"Something was fetched from elsewhere: {request.Url}");
            }
        };
        page.RequestFailed += (_, request) =>
        {
            // Chromium gives up a request for a page when the next is asked for, as by a second click.
            if (!request.IsNavigationRequest && request.Failure != "net::ERR_ABORTED")
            {
                Note($"{request.Url} did not load: {request.Failure}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500 || (response.Status >= 400 && !response.Request.IsNavigationRequest))
            {
                Note($"{response.Url} answered {response.Status}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The page's text, on one line.</summary>
    public async Task<string> TextAsync() =>
        string.Join(' ', (await Page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The page's title heading.</summary>
    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Types an address.</summary>
    /// <param name="path">From the root of the portal, or whole as it stands in an e-mail.</param>
    public Task OpenAsync(string path) => ComeAsync(() => Page.GotoAsync(path));

    /// <summary>Follows a link of the page, by its words.</summary>
    public Task FollowAsync(string link) => ComeAsync(async () =>
    {
        var found = Page.GetByRole(AriaRole.Link, new() { Name = link }).First;
        // On a phone the menu is folded where there is JavaScript.
        var menu = Page.Locator(".govuk-js-service-navigation-toggle");
        if (!await found.IsVisibleAsync() && await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await found.ClickAsync();
    });

    /// <summary>Presses a button that leads on.</summary>
    public Task PressAsync(string button) => ComeAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync());

    /// <summary>Does something that leads to another page, and waits until it is there.</summary>
    public async Task ComeAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(LongestNavigation);
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            throw new InvalidOperationException($"No page came after {Page.Url}. {_portal.Fate}\nThe page at that time: {await SourceAsync()}", failure);
        }
        finally
        {
            Page.Load -= Loaded;
        }

        await CheckAsync();
    }

    /// <summary>Types into a field, by its label.</summary>
    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Chooses an answer of a question.</summary>
    public Task ChooseAsync(string question, string answer) =>
        Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true }).First.CheckAsync();

    /// <summary>Says what the page has to say.</summary>
    public async Task ReadsAsync(params string[] texts)
    {
        var text = await TextAsync();
        Assert.All(texts, expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    /// <summary>Signs in with e-mail address and password.</summary>
    public async Task SignInAsync(string emailAddress, string password)
    {
        await OpenAsync("/sign-in");
        await FillAsync("E-mail address", emailAddress);
        await FillAsync("Password", password);
        await ComeAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
        Assert.DoesNotContain("/sign-in", Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Looks at the page on another screen.</summary>
    public Task LookOnAsync(Screen screen) => Page.SetViewportSizeAsync(screen.Width, screen.Height);

    /// <summary>Fails when a page so far has a fault.</summary>
    public async Task CheckAsync()
    {
        if (_screen.Width <= Screen.Narrowest.Width)
        {
            await FitsAsync();
        }

        lock (_gate)
        {
            Assert.True(_faults.Count == 0, $"{Page.Url}: {string.Join("; ", _faults)}");
        }
    }

    /// <summary>Fails when the page is wider than the screen.</summary>
    public async Task FitsAsync()
    {
        var widest = await Page.EvaluateAsync<string?>("""
            () => {
              if (document.documentElement.scrollWidth <= window.innerWidth) return null
              const wide = [...document.querySelectorAll('body *')].filter(found => found.getBoundingClientRect().right > window.innerWidth + 1)
              return document.documentElement.scrollWidth + ' px, by ' + wide.slice(0, 3).map(found => found.outerHTML.slice(0, 120)).join(' | ')
            }
            """);
        Assert.True(widest is null, $"{Page.Url} scrolls sideways: {widest}");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task<string> SourceAsync()
    {
        try
        {
            var source = await Page.Locator("body").InnerTextAsync(new() { Timeout = 2000 });
            return source[..Math.Min(1500, source.Length)];
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            return "none that could be read";
        }
    }

    private void Note(string fault)
    {
        lock (_gate)
        {
            _faults.Add($"{fault} (on {Page.Url.Replace(_portal.Address, "", StringComparison.Ordinal)})");
        }
    }
}
