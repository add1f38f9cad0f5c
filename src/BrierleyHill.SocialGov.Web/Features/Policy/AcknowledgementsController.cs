using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Who has acknowledged the policy, and the links for those who cannot sign in.</summary>
[Authorize(Policies.LeaderOrAdministrator)]
public sealed class AcknowledgementsController(AcknowledgementQueries queries) : PortalController
{
    /// <summary>Who has acknowledged which version, and when.</summary>
    [HttpGet("policy/acknowledgements")]
    public async Task<IActionResult> Index(AcknowledgementFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var order = SortOrder.From(Request.Query, new SortOrder("name", Descending: false), AcknowledgementQueries.SortColumns);
        return ShowPage("Acknowledgements", await queries.ListAsync(filter, order, cancellationToken));
    }

    /// <summary>The links that were sent.</summary>
    [HttpGet("policy/links")]
    public Task<IActionResult> Links(LinkFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return ShowLinksAsync(filter, cancellationToken);
    }

    /// <summary>The form to send one.</summary>
    [HttpGet("policy/links/send")]
    public IActionResult Send() => ShowPage("SendLink", new SendLinkForm());

    /// <summary>Sends one.</summary>
    [HttpPost("policy/links/send")]
    public async Task<IActionResult> Send(SendLinkForm form, [FromServices] SendAcknowledgementLink send, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(ShowPage("SendLink", form));

        return await ActUponAsync(() => send.RunAsync(form, cancellationToken), Form, () =>
        {
            Announce("The link is on its way. It works once, for 14 days.");
            return RedirectToAction(nameof(Links));
        });
    }

    /// <summary>Sends one again.</summary>
    [HttpPost("policy/links/{id:int}/resend")]
    public async Task<IActionResult> Resend(int id, int version, [FromServices] SendAcknowledgementLink send, CancellationToken cancellationToken)
    {
        var sent = await send.AgainAsync(id, version, cancellationToken);
        if (sent.IsRefused)
        {
            return await RefuseAsync(sent.Error, () => ShowLinksAsync(new LinkFilter(), cancellationToken));
        }

        Announce("A new link is on its way. The older one does not work any more.");
        return RedirectToAction(nameof(Links));
    }

    /// <summary>Takes one back.</summary>
    [HttpPost("policy/links/{id:int}/cancel")]
    public async Task<IActionResult> Cancel(int id, int version, [FromServices] CancelAcknowledgementLink cancel, CancellationToken cancellationToken)
    {
        var cancelled = await cancel.RunAsync(id, version, cancellationToken);
        if (cancelled.IsRefused)
        {
            return await RefuseAsync(cancelled.Error, () => ShowLinksAsync(new LinkFilter(), cancellationToken));
        }

        Announce("The link is cancelled. It does not work any more.");
        return RedirectToAction(nameof(Links));
    }

    /// <summary>The page of a link. Opening it changes nothing.</summary>
    [AllowAnonymous]
    [HttpGet("acknowledge/{token}")]
    public async Task<IActionResult> ByLink(string token, [FromServices] AcknowledgeByLink link, CancellationToken cancellationToken) =>
        ShowLink(await link.LookAsync(token, cancellationToken));

    /// <summary>Acknowledges the policy by a link.</summary>
    [AllowAnonymous]
    [HttpPost("acknowledge/{token}")]
    public async Task<IActionResult> ByLink(string token, AcknowledgeForm form, [FromServices] AcknowledgeByLink link, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => ShowLink(await link.LookAsync(token, cancellationToken) with { Form = form });

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var acknowledged = await link.RunAsync(token, form, cancellationToken);
        return acknowledged.Error switch
        {
            null => ShowPage("LinkUsed", model: null),
            { Kind: ErrorKind.Invalid } wrong => await RefuseAsync(wrong, Form, "Form."),
            // A link that no longer works has a page of its own, which says what to do.
            _ => await Form(),
        };
    }

    private ViewResult ShowLink(LinkPage page)
    {
        if (page.Use == LinkUse.Works)
        {
            return ShowPage("Link", page);
        }

        ModelState.Clear();
        Response.StatusCode = page.Use == LinkUse.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return ShowPage("LinkNotValid", page);
    }

    private async Task<IActionResult> ShowLinksAsync(LinkFilter filter, CancellationToken cancellationToken)
    {
        var order = SortOrder.From(Request.Query, new SortOrder("sent", Descending: true), AcknowledgementQueries.LinkSortColumns);
        return ShowPage("Links", await queries.ListLinksAsync(filter, order, cancellationToken));
    }

    // The folder is that of the feature, whose main controller it is named after.
    private ViewResult ShowPage(string name, object? model) => View($"/Features/Policy/{name}.cshtml", model);
}
