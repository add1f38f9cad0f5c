namespace BrierleyHill.SocialGov.Web.Features.Shared.Errors;

/// <summary>What a person reads when a page cannot be shown: what happened and what to do next.</summary>
/// <param name="StatusCode">The HTTP status the page is answered with.</param>
/// <param name="Heading">What happened, in a few words.</param>
/// <param name="Paragraphs">What it means and what to do next.</param>
/// <param name="CorrelationId">The request's id in the log, to quote when asking for help, or null.</param>
public sealed record ErrorPage(int StatusCode, string Heading, IReadOnlyList<string> Paragraphs, string? CorrelationId)
{
    /// <summary>Where the one view for every error is.</summary>
    public const string ViewPath = "~/Features/Shared/Errors/Error.cshtml";

    /// <summary>The page for an HTTP status. One without words of its own gets those of the nearest: 400 below 500, else 500.</summary>
    /// <param name="statusCode">The status the request was answered with.</param>
    /// <param name="correlationId">The request's id in the log, or null.</param>
    public static ErrorPage For(int statusCode, string? correlationId) => statusCode switch
    {
        403 => new ErrorPage(statusCode, "You do not have access to this page", [
            "Your role in the portal does not include what you tried to open or do.",
            "If your work needs it, ask the portal manager to look at your role.",
        ], correlationId),
        404 => new ErrorPage(statusCode, "Page not found", [
            "The page does not exist, or it is not one that you can see.",
            "If you typed the address, check that it is correct. If you pasted it, check that you copied all of it.",
            "You can also go to the start page and look for it from there.",
        ], correlationId),
        409 => new ErrorPage(statusCode, "Somebody changed this before you", [
            "The record was changed while you were working on it, so what you sent was not saved.",
            "Open the record again to see how it stands now, then make your change if it is still needed.",
        ], correlationId),
        413 => new ErrorPage(statusCode, "What you sent is too large", [
            "Nothing was saved, because the form or the file is larger than the portal accepts.",
            "Go back, shorten the text or choose a smaller file, then send it again.",
        ], correlationId),
        429 => new ErrorPage(statusCode, "Too many questions at once", [
            "Your part of the Internet has asked more often than the portal answers in a minute.",
            "Wait a minute, then try again.",
        ], correlationId),
        >= 500 => new ErrorPage(statusCode, "There is a problem with the portal", [
            "Something went wrong on our side. If you sent a form, check whether your change was saved before you send it again.",
            "Try again in a few minutes. If it happens again, ask the portal manager for help.",
        ], correlationId),
        _ => new ErrorPage(statusCode, "The portal could not use what you sent", [
            "The page may have been open for too long, or something was missing from the request. Nothing was saved.",
            "Go back, reload the page and try again.",
        ], correlationId),
    };

    /// <summary>The page with a refusal's own words in place of the first paragraph, where there are any.</summary>
    public ErrorPage With(string? own) => own is null ? this : this with { Paragraphs = [own, .. Paragraphs.Skip(1)] };
}
