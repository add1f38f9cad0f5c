using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Makes a form act once. The number in the form is saved with what the form does (<see cref="FormSubmission"/>); the same form
/// again, by a double click, a reload or the back button, leads to where the first one led.
/// </summary>
public sealed class OneUseForms(RequestDelegate next)
{
    /// <summary>The hidden field that carries the number.</summary>
    public const string FieldName = "SubmissionNumber";

    private const string AntiforgeryFieldName = "__RequestVerificationToken";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private const int Polls = 50;

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context, SocialGovDbContext database, CurrentPerson person, RequestOrigin origin, TimeProvider clock)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || !person.IsSignedIn
            || await context.Request.ReadFormAsync(context.RequestAborted) is not { } form
            || form[FieldName].ToString() is not { Length: 32 } number)
        {
            await next(context);
            return;
        }

        var hash = await HashOfAsync(number, context.Request.Path, form, context.RequestAborted);
        if (await database.FormSubmissions.AnyAsync(earlier => earlier.FormHash == hash && earlier.PersonId == person.Id, context.RequestAborted))
        {
            await LeadToOutcomeAsync(context, database, hash);
            return;
        }

        origin.Submission = new FormSubmission { FormHash = hash, PersonId = person.Id, ReceivedAt = clock.UtcNow() };
        context.Response.OnStarting(() => KeepOutcomeAsync(context, origin, hash));
        try
        {
            await next(context);
        }
        catch (RepeatedSubmissionException) when (!context.Response.HasStarted)
        {
            await LeadToOutcomeAsync(context, database, hash);
        }
    }

    // Remembers where the form led, for a repetition. A form that was refused led nowhere: a repetition is refused in the same way.
    private static async Task KeepOutcomeAsync(HttpContext context, RequestOrigin origin, string hash)
    {
        if (origin.Submission is not null)
        {
            return;
        }

        using var scope = context.RequestServices.CreateScope();
        var acted = scope.ServiceProvider.GetRequiredService<SocialGovDbContext>().FormSubmissions
            .Where(submission => submission.FormHash == hash && submission.Outcome == null);
        if (context.Response.Headers.Location.ToString() is { Length: > 0 and <= 500 } location)
        {
            await acted.ExecuteUpdateAsync(submission => submission.SetProperty(row => row.Outcome, location), CancellationToken.None);
        }
        else
        {
            await acted.ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    private static async Task LeadToOutcomeAsync(HttpContext context, SocialGovDbContext database, string hash)
    {
        for (var poll = 0; poll < Polls; poll++)
        {
            var outcome = await database.FormSubmissions.AsNoTracking()
                .Where(submission => submission.FormHash == hash)
                .Select(submission => submission.Outcome)
                .FirstOrDefaultAsync(context.RequestAborted);
            if (outcome is not null)
            {
                context.Response.Redirect(outcome);
                return;
            }

            await Task.Delay(PollInterval, context.RequestAborted);
        }

        // The first answer never left (the portal was stopped in between). What the form did is saved: show the page it was on.
        context.Response.Redirect(context.Request.PathBase + context.Request.Path);
    }

    private static async Task<string> HashOfAsync(string number, PathString path, IFormCollection form, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Append(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        Append(number);
        Append(path.Value ?? "");
        foreach (var (name, values) in form.Where(field => field.Key != AntiforgeryFieldName).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Append(name);
            foreach (var value in values)
            {
                Append(value ?? "");
            }
        }

        // Another file is another form: whoever chose the wrong one and went back is not led to where the first one led.
        foreach (var file in form.Files)
        {
            Append(file.Name);
            Append(file.FileName);
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
