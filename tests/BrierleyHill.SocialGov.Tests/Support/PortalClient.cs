using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>One browser without JavaScript: follows nothing by itself, keeps cookies, and sends forms as they stand on the page.</summary>
public sealed class PortalClient
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = [];
    private readonly bool _ownCookies;

    public PortalClient(HttpClient client, string? sessionCookie = null)
    {
        _client = client;
        _ownCookies = sessionCookie is not null;
        if (sessionCookie is not null)
        {
            var parts = sessionCookie.Split('=', 2);
            _cookies[parts[0]] = parts[1];
        }
    }

    /// <summary>A second window of the same browser: the same cookies now, its own from here on.</summary>
    public PortalClient SecondWindow()
    {
        var second = new PortalClient(_client, string.Join('=', _cookies.First().Key, _cookies.First().Value));
        foreach (var (name, value) in _cookies)
        {
            second._cookies[name] = value;
        }

        return second;
    }

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Gets a page and expects it to be there.</summary>
    public async Task<Page> OpenAsync(string path)
    {
        var page = await GetAsync(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path} answered {(int)page.Status} {page.Location}: {page.Text}");
        return page;
    }

    /// <summary>Sends exactly these fields.</summary>
    public Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    public Task<Page> SendAsync(HttpMethod method, string path) => SendAsync(new HttpRequestMessage(method, path));

    /// <summary>Fills in a form of the page and sends it, with its antiforgery token, submission number and every other field it has.</summary>
    public Task<Page> SubmitAsync(Page page, params (string Name, string Value)[] answers) => SubmitFormAsync(page, "main form", answers);

    /// <summary>The same for the form that the selector names.</summary>
    public Task<Page> SubmitFormAsync(Page page, string selector, params (string Name, string Value)[] answers)
    {
        var form = page.Document.QuerySelector(selector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"There is no form {selector} on the page: {page.Text}");
        return PostAsync(page.ActionOf(form), Page.Fields(form, answers));
    }

    /// <summary>Fills in a form and sends it with a file, as a browser sends a form with <c>enctype="multipart/form-data"</c>.</summary>
    public Task<Page> SubmitFileAsync(Page page, string field, byte[] content, string fileName, params (string Name, string Value)[] answers)
    {
        var form = page.Document.QuerySelector("main form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"There is no form on the page: {page.Text}");
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        Assert.NotNull(form.QuerySelector($"input[type=file][name='{field}']"));
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Page.Fields(form, answers).Where(sent => sent.Key != field))
        {
            body.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(content);
        // What the browser says that it is counts for nothing.
        file.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/pdf");
        body.Add(file, field, fileName);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, page.ActionOf(form)) { Content = body });
    }

    /// <summary>The body of an answer as it came.</summary>
    public async Task<(HttpResponseMessage Answer, byte[] Body)> DownloadAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _client.SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Opens the form at the address, fills it in and sends it.</summary>
    public async Task<Page> FillAsync(string path, params (string Name, string Value)[] answers) => await SubmitAsync(await OpenAsync(path), answers);

    /// <summary>Follows a redirect.</summary>
    public Task<Page> FollowAsync(Page page)
    {
        Assert.True(page.Location is not null, $"Expected to be led on, but got {(int)page.Status}: {page.Text}");
        return OpenAsync(page.Location);
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (_ownCookies && _cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await _client.SendAsync(request);
        if (_ownCookies && response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';', 2)[0].Split('=', 2);
                if (pair[1].Length == 0)
                {
                    _cookies.Remove(pair[0]);
                }
                else
                {
                    _cookies[pair[0]] = pair[1];
                }
            }
        }

        var content = await response.Content.ReadAsStringAsync();
        return new Page(request.RequestUri!.ToString(), response, content);
    }
}

/// <summary>An answer of the portal, read.</summary>
public sealed class Page
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default));

    public Page(string path, HttpResponseMessage response, string content)
    {
        Path = path;
        Status = response.StatusCode;
        Location = response.Headers.Location is { } location
            ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString
            : null;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        Content = content;
        Document = Parser.ParseDocument(content);
    }

    public string Path { get; }

    public HttpStatusCode Status { get; }

    public string? Location { get; }

    public System.Net.Http.Headers.HttpResponseHeaders Headers { get; }

    public System.Net.Http.Headers.HttpContentHeaders ContentHeaders { get; }

    public string Content { get; }

    public IDocument Document { get; }

    /// <summary>The page's text without the header and footer, on one line.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];

    /// <summary>What a field holds.</summary>
    public string? ValueOf(string name) => Document.QuerySelector($"main [name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => Document.QuerySelectorAll($"main [name='{name}']").OfType<IHtmlInputElement>().FirstOrDefault(input => input.IsChecked)?.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    public string ActionOf(IHtmlFormElement form) => form.GetAttribute("action") is { Length: > 0 } action ? action : Path;

    /// <summary>What a browser would send for this form with these answers. A value of null leaves a field out; several answers of one name are all sent.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(IHtmlFormElement form, params (string Name, string Value)[] answers)
    {
        var answered = answers.Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || answered.Contains(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                    if (choice.IsChecked)
                    {
                        fields.Add(new(name, choice.Value));
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "button" }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
                default:
                    break;
            }
        }

        fields.AddRange(answers.Select(answer => new KeyValuePair<string, string>(answer.Name, answer.Value)));
        return fields;
    }
}
