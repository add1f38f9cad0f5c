using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Markdown;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Markdown;

/// <summary>Text that people typed comes out harmless and accessible.</summary>
public sealed class MarkdownTextTests
{
    private static readonly string[] SafeElements =
    [
        "a", "blockquote", "br", "code", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th",
        "thead", "tr", "ul",
    ];

    private static readonly string[] SafeAttributes = ["aria-label", "class", "href", "id", "role", "scope", "start", "tabindex"];

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "text <img src=x onerror=alert(1)> text",
        "<svg/onload=alert(1)>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<form action=\"https://evil.example\"><input name=\"password\"></form>",
        "<style>body { display: none }</style>",
        "<p style=\"position:fixed\">over the page</p>",
        "<base href=\"https://evil.example\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">",
        "<link rel=\"stylesheet\" href=\"https://evil.example\">",
        "<a href=\"javascript:alert(1)\">link</a>",
        "[link](javascript:alert(1))",
        "[link](JaVaScRiPt:alert(1))",
        "[link](java&#115;cript:alert(1))",
        "[link](javascript&colon;alert(1))",
        "[link](java&#10;script:alert(1))",
        "[link](<java\tscript:alert(1)>)",
        "[link](&#1;javascript:alert(1))",
        "[link](vbscript:msgbox(1))",
        "[link](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[link](file:///etc/passwd)",
        "[link](blob:https://evil.example/1)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[link]: javascript:alert(1)\n\n[link]",
        "[link](https://example.org \"x\\\" onmouseover=alert(1)\")",
        "[a](https://example.org\"onmouseover=\"alert(1))",
        "![picture](https://evil.example/track.png)",
        "![picture](data:image/png;base64,AAAA)",
        "![picture](x \"x\\\" onerror=\\\"alert(1)\")",
        "[![picture](https://evil.example/track.png)](https://example.org)",
        "![a ![b](https://evil.example/2.png)](https://evil.example/1.png)",
        "| a | b |\n| --- | ---: |\n| <script>alert(1)</script> | <img src=x onerror=alert(1)> |",
        "# <script>alert(1)</script>",
        "```html\n<script>alert(1)</script>\n```",
        "```\" onclick=\"alert(1)\ncode\n```",
        "`<script>alert(1)</script>`",
        "# Heading {onclick=alert(1)}",
        "text {#main-content .govuk-button onclick=alert(1)}",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<!-- --><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?>",
        "\u0000<script>\u0000alert(1)</script>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_hostile_comes_out_harmless(string markdown)
    {
        var body = Show(markdown);

        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, SafeElements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, SafeAttributes));
            if (element.GetAttribute("href") is { } address)
            {
                Assert.True(address.StartsWith("https://example.org", StringComparison.Ordinal), address);
            }
        }
    }

    [Theory]
    [InlineData("[link](https://www.nspcc.org.uk/)", "https://www.nspcc.org.uk/")]
    [InlineData("[link](http://example.org/a?b=c&d=e)", "http://example.org/a?b=c&d=e")]
    [InlineData("[link](mailto:office@brierley-hill.example)", "mailto:office@brierley-hill.example")]
    [InlineData("[link](tel:01384555012)", "tel:01384555012")]
    [InlineData("[link](/policy/versions)", "/policy/versions")]
    [InlineData("[link](#section-who)", "#section-who")]
    public void Links_lead_where_they_may(string markdown, string address)
    {
        var link = Show(markdown).QuerySelector("a")!;

        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal("govuk-link", link.ClassName);
    }

    [Fact]
    public void Html_is_shown_as_the_text_that_it_is()
    {
        Assert.Equal("<b>Not bold</b>", Show("<b>Not bold</b>").QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void Of_an_image_its_description_remains() => Assert.Equal("The school gate", Show("![The school gate](https://example.org/gate.png)").TextContent.Trim());

    [Fact]
    public void A_link_that_may_not_be_is_its_words() => Assert.Equal("Click here", Show("[Click here](javascript:alert(1))").TextContent.Trim());

    [Fact]
    public void A_link_without_words_shows_its_address() => Assert.Equal("https://example.org/", Show("[](https://example.org/)").QuerySelector("a")!.TextContent);

    [Theory]
    [InlineData("# A\n\n## B\n\n### C\n\n## D", new[] { "h2", "h3", "h4", "h3" })]
    [InlineData("# A\n\n#### B\n\n###### C\n\n# D", new[] { "h2", "h3", "h4", "h2" })]
    [InlineData("### A\n\n### B\n\n# C\n\n### D\n\n## E", new[] { "h2", "h2", "h2", "h3", "h3" })]
    [InlineData("# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", new[] { "h2", "h3", "h4", "h5", "h6", "h6" })]
    [InlineData("A\n===\n\nB\n---", new[] { "h2", "h3" })]
    [InlineData("#\n\n# A\n\n## ", new[] { "h2" })]
    public void Headings_start_below_that_of_the_page_and_skip_no_level(string markdown, string[] levels) =>
        Assert.Equal(levels, Show(markdown).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName));

    [Fact]
    public void Ids_are_unique_and_cannot_be_the_pages_own()
    {
        var rendered = MarkdownText.Render("# Main content\n\n# main-content\n\n# Main content 2\n\n# Über *uns* & Co.\n\n# 学校\n\n# !!\n\n# Main content");
        var ids = rendered.Contents.Select(heading => heading.Id).ToList();

        string[] expected =
        [
            "section-main-content", "section-main-content-2", "section-main-content-2-2", "section-uber-uns-co", "section-1", "section-1-2", "section-main-content-3",
        ];
        Assert.Equal(expected, ids);
        Assert.Equal(ids, Parse(rendered).QuerySelectorAll("h2").Select(heading => heading.Id));
        Assert.Equal("Über uns & Co.", rendered.Contents[3].Text);
    }

    [Fact]
    public void Tables_head_their_columns_and_can_be_scrolled_by_keyboard()
    {
        var body = Show("# Who decides\n\n| What | Who |\n| --- | :---: |\n| Accounts | SLT |\n\nText\n\n| | B |\n| --- | --- |\n| 1 | 2 |");
        var regions = body.QuerySelectorAll("div.sg-table-scroll[role=region][tabindex='0']");

        Assert.Equal(["Table: Who decides", "Table: Who decides (2)"], regions.Select(region => region.GetAttribute("aria-label")));
        Assert.All(body.QuerySelectorAll("th"), header => Assert.Equal("col", header.GetAttribute("scope")));
        Assert.Equal(["What", "Who", "B"], body.QuerySelectorAll("th.govuk-table__header").Select(header => header.TextContent));
        Assert.NotNull(regions[0].QuerySelector("table.govuk-table > thead.govuk-table__head > tr.govuk-table__row"));
        Assert.NotNull(regions[0].QuerySelector("tbody.govuk-table__body > tr.govuk-table__row > td.govuk-table__cell"));
    }

    [Fact]
    public void Paragraphs_lists_and_quotations_look_like_the_portals_own()
    {
        var body = Show("Text\n\n- one\n- two\n\n3. three\n4. four\n\n> quoted\n\n---\n\n    indented, not code");

        Assert.Equal("govuk-body", body.QuerySelector("p")!.ClassName);
        Assert.Equal("govuk-list govuk-list--bullet", body.QuerySelector("ul")!.ClassName);
        Assert.Equal("govuk-list govuk-list--number", body.QuerySelector("ol[start='3']")!.ClassName);
        Assert.Equal("govuk-inset-text", body.QuerySelector("blockquote")!.ClassName);
        Assert.Null(body.QuerySelector("pre"));
        Assert.Equal("indented, not code", body.QuerySelector("hr + p")!.TextContent);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("*a_")]
    [InlineData("**")]
    [InlineData("`")]
    [InlineData("<")]
    [InlineData("|")]
    [InlineData("|-")]
    [InlineData("[a](")]
    [InlineData("&")]
    [InlineData("\\")]
    [InlineData("# a\n")]
    [InlineData("|a|b|\n|-|-|\n")]
    [InlineData("[a]: b\n")]
    [InlineData("> \n")]
    [InlineData("http://a.")]
    [InlineData("a@")]
    public void Huge_and_deeply_nested_texts_neither_hang_nor_crash(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, MarkdownText.MaximumLength / piece.Length));
        var began = Stopwatch.GetTimestamp();

        var rendered = MarkdownText.Render(text);

        // A text that hangs takes hours; a machine that is busy with other work has taken half a minute.
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2), $"It took {Stopwatch.GetElapsedTime(began)}.");
        Assert.NotNull(Parse(rendered));
    }

    [Fact]
    public void A_text_that_is_nested_too_deeply_or_too_long_is_shown_as_it_was_typed()
    {
        var deep = new string('>', 5000) + " <script>";
        var tooLong = "# " + new string('a', MarkdownText.MaximumLength);

        Assert.Equal(deep, Show(deep).QuerySelector("p.sg-prose")!.TextContent);
        Assert.Equal(tooLong, Show(tooLong).QuerySelector("p.sg-prose")!.TextContent);
        Assert.Empty(MarkdownText.Render(tooLong).Contents);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Nothing_is_nothing(string? markdown) => Assert.Empty(Html(MarkdownText.Render(markdown)));

    [Fact]
    public void A_table_of_contents_leads_to_the_headings()
    {
        var body = Component("# Aims\n\n## For whom\n\n### Detail\n\n## *By* whom\n\n# <b>Rules</b>", contents: true);
        var navigation = body.QuerySelector("nav")!;

        Assert.Equal("Contents", body.QuerySelector($"#{navigation.GetAttribute("aria-labelledby")}")!.TextContent);
        Assert.Equal(["Aims", "For whom", "By whom", "<b>Rules</b>"], navigation.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.All(navigation.QuerySelectorAll("a"), link => Assert.NotNull(body.QuerySelector($".sg-markdown {link.GetAttribute("href")}")));
        Assert.Equal(2, navigation.QuerySelectorAll("ul ul li").Length);
    }

    [Fact]
    public void A_short_text_has_no_table_of_contents()
    {
        Assert.Null(Component("# Aims\n\n# Rules", contents: true).QuerySelector("nav"));
        Assert.Null(Component("# Aims\n\n# Rules\n\n# More", contents: false).QuerySelector("nav"));
    }

    private static IHtmlElement Component(string text, bool contents)
    {
        var output = new TagHelperOutput("sg-markdown", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new MarkdownTagHelper { Text = text, Contents = contents }.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument($"<body>{writer}</body>").Body!;
    }

    private static IHtmlElement Show(string markdown) => Parse(MarkdownText.Render(markdown));

    private static IHtmlElement Parse(RenderedMarkdown rendered) => new HtmlParser().ParseDocument($"<body>{Html(rendered)}</body>").Body!;

    private static string Html(RenderedMarkdown rendered)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        rendered.Html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
