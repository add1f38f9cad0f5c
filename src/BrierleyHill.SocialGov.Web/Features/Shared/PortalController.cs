using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>What every controller does alike: turn a named refusal into an HTTP answer.</summary>
public abstract class PortalController : Controller
{
    /// <summary>
    /// The one place in which a refusal becomes an answer. What can be put right is shown on the form again with everything that
    /// was typed (400, or 409 where the record has moved on); the rest has a page of its own (403, 404).
    /// </summary>
    /// <param name="refusal">Why.</param>
    /// <param name="form">Shows the form again; <see langword="null"/> where there is no form to go back to.</param>
    /// <param name="prefix">What field names on the form begin with, such as <c>Form.</c>.</param>
    /// <exception cref="Data.RepeatedSubmissionException">The same form was acted upon while this request was looking: a double click is refused because of what it did itself.</exception>
    protected async Task<IActionResult> RefuseAsync(Error refusal, Func<Task<IActionResult>>? form = null, string prefix = "")
    {
        var refusals = HttpContext.RequestServices.GetRequiredService<Refusals>();
        await refusals.LookForRepetitionAsync(HttpContext.RequestAborted);
        switch (refusal.Kind)
        {
            case ErrorKind.NotFound:
                return NotFound();
            case ErrorKind.Forbidden:
                await refusals.WriteAsync(refusal.Code, Request.Path, HttpContext.RequestAborted);
                HttpContext.Items[Errors.ErrorController.MessageKey] = refusal.Message;
                return StatusCode(StatusCodes.Status403Forbidden);
            case ErrorKind.Fault:
                HttpContext.Items[Errors.ErrorController.MessageKey] = refusal.Message;
                return StatusCode(StatusCodes.Status500InternalServerError);
            case ErrorKind.Conflict or ErrorKind.Invalid:
                var status = refusal.Kind == ErrorKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
                if (form is null)
                {
                    HttpContext.Items[Errors.ErrorController.MessageKey] = refusal.Message;
                    return StatusCode(status);
                }

                foreach (var one in (Error[])[refusal, .. refusal.Others])
                {
                    ModelState.AddModelError(one.Field is null ? "" : prefix + one.Field, one.Message);
                }

                Response.StatusCode = status;
                return await form();
            default:
                throw new InvalidOperationException($"No answer is known for {refusal.Kind}.");
        }
    }

    /// <summary>Shows a form again because of what was typed (400).</summary>
    protected async Task<IActionResult> AskAgainAsync(Func<Task<IActionResult>> form)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await form();
    }

    /// <summary>
    /// What most forms do: asked for again where something typed cannot be read, acted upon, shown again with the reason where that is refused, and led on.
    /// </summary>
    /// <param name="act">Acts upon it.</param>
    /// <param name="form">Shows the form again, with everything that was typed.</param>
    /// <param name="then">Says what was done, and leads on.</param>
    /// <param name="prefix">What field names on the form begin with, such as <c>Form.</c>.</param>
    protected async Task<IActionResult> ActUponAsync(Func<Task<Result>> act, Func<Task<IActionResult>> form, Func<IActionResult> then, string prefix = "")
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(form);
        }

        var done = await act();
        return done.IsRefused ? await RefuseAsync(done.Error, form, prefix) : then();
    }

    /// <inheritdoc cref="ActUponAsync(Func{Task{Result}}, Func{Task{IActionResult}}, Func{IActionResult}, string)" />
    protected async Task<IActionResult> ActUponAsync<T>(Func<Task<Result<T>>> act, Func<Task<IActionResult>> form, Func<T, IActionResult> then, string prefix = "")
    {
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(form);
        }

        var done = await act();
        return done.IsRefused ? await RefuseAsync(done.Error, form, prefix) : then(done.Value);
    }

    /// <summary>Gives a stored file to save: never shown inside the portal, never guessed at, never kept by the browser.</summary>
    protected IActionResult Download(OpenedFile file)
    {
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "no-store";
        return File(file.Content, file.ContentType, file.Name);
    }

    /// <summary>Shows a banner on the next page that says that something was done.</summary>
    protected void Announce(string message) => TempData[AnnouncementKey] = message;

    /// <summary>Where <see cref="Announce"/> leaves its message for the layout.</summary>
    public const string AnnouncementKey = "Announcement";
}
