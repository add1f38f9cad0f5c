namespace BrierleyHill.SocialGov.Web.Features.Shared.Errors;

/// <summary>The words of the error pages: what happened, and what to do next.</summary>
public static class ErrorPageText
{
    /// <summary>The page for a status.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="own">The refusal's own words, where there are any.</param>
    /// <param name="correlationId">The request's name in the log.</param>
    public static ErrorPage For(int status, string? own, string correlationId)
    {
        var (heading, paragraphs) = status switch
        {
            StatusCodes.Status400BadRequest => ("The form could not be read", new[]
            {
                own ?? "The page was open for too long, or part of the form did not arrive. Nothing was saved.",
                "Go back: what you typed is still there. Copy anything long, reload the page and send it again.",
            }),
            StatusCodes.Status403Forbidden => ("You cannot do this", new[]
            {
                own ?? "Your role does not include this page.",
                "If you think that it should, ask a portal manager.",
            }),
            StatusCodes.Status404NotFound => ("Page not found", new[]
            {
                own ?? "There is nothing at this address, or it is not yours to see.",
                "If you typed the address, check it. If you followed a link, what it led to may have been withdrawn.",
            }),
            StatusCodes.Status409Conflict => ("This has changed", new[]
            {
                own ?? "Somebody changed this while you had it open. Nothing of yours was saved.",
                "Go back, reload the page and look at what is different.",
            }),
            StatusCodes.Status413PayloadTooLarge => ("That is too much to send at once", new[]
            {
                own ?? "The form was larger than the portal accepts. Nothing was saved.",
                "Go back: what you typed is still there. Make it shorter and send it again.",
            }),
            >= 500 => ("Something went wrong", new[]
            {
                "The fault is ours, not yours. What you did last may not have been saved.",
                "Go back, check, and try again. If it happens again, tell a portal manager the number below.",
            }),
            _ => ("The portal could not do this", new[]
            {
                own ?? "The request could not be answered.",
                "Go back and try again.",
            }),
        };
        return new ErrorPage(status, heading, paragraphs, correlationId);
    }
}
