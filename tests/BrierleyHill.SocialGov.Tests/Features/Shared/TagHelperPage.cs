using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

/// <summary>Runs tag helpers as a view would, with MVC's own metadata, and reads their markup.</summary>
internal sealed class TagHelperPage<TModel>
    where TModel : class
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddMvc()
        .Services
        .BuildServiceProvider();

    private readonly ViewDataDictionary<TModel> viewData;
    private readonly ModelExpressionProvider expressions;

    public TagHelperPage(TModel model)
    {
        var metadata = Services.GetRequiredService<IModelMetadataProvider>();
        viewData = new ViewDataDictionary<TModel>(metadata, new ModelStateDictionary()) { Model = model };
        expressions = (ModelExpressionProvider)Services.GetRequiredService<IModelExpressionProvider>();
        HttpContext = new DefaultHttpContext { RequestServices = Services };
        ViewContext = new ViewContext(
            new ActionContext(HttpContext, new RouteData(), new ActionDescriptor()),
            Mock.Of<IView>(),
            viewData,
            Mock.Of<ITempDataDictionary>(),
            TextWriter.Null,
            new HtmlHelperOptions());
    }

    public DefaultHttpContext HttpContext { get; }

    public ViewContext ViewContext { get; }

    public ModelStateDictionary ModelState => viewData.ModelState;

    public ModelExpression For<TValue>(System.Linq.Expressions.Expression<Func<TModel, TValue>> property) =>
        expressions.CreateModelExpression(viewData, property);

    /// <summary>What a person typed into a field before the page was shown again.</summary>
    public TagHelperPage<TModel> Typed(string name, params string[] values)
    {
        ModelState.SetModelValue(name, values.Length == 1 ? values[0] : values, string.Join(',', values));
        return this;
    }

    public TagHelperPage<TModel> Wrong(string name, string message)
    {
        ModelState.AddModelError(name, message);
        return this;
    }

    public static Func<TagHelperContext, Task<string>> Nothing => _ => Task.FromResult(string.Empty);

    /// <summary>The markup of a tag helper whose element contains <paramref name="inside"/>.</summary>
    public static async Task<string> Html(
        TagHelper helper,
        string element,
        Func<TagHelperContext, Task<string>>? inside = null,
        TagHelperContext? parent = null,
        params TagHelperAttribute[] attributes)
    {
        // Items are shared downwards, as Razor does.
        var context = new TagHelperContext(
            element,
            new TagHelperAttributeList(attributes),
            parent is null ? new Dictionary<object, object>() : new Dictionary<object, object>(parent.Items),
            Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        var output = new TagHelperOutput(
            element,
            new TagHelperAttributeList(attributes),
            async (_, _) =>
            {
                var content = new DefaultTagHelperContent();
                content.SetHtmlContent(await (inside ?? Nothing)(context));
                return content;
            });
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        if (!output.IsContentModified && output.TagName is not null)
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public static async Task<IElement> Body(
        TagHelper helper,
        string element,
        Func<TagHelperContext, Task<string>>? inside = null,
        params TagHelperAttribute[] attributes) =>
        Parse(await Html(helper, element, inside, null, attributes));

    public static IHtmlElement Parse(string html) => new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;
}
