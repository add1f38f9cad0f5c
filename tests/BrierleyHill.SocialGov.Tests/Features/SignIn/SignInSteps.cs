using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>What several tests about signing in and people do.</summary>
internal static partial class SignInSteps
{
    public const string Password = "maple river candle";

    /// <summary>Gives an active person a password, as an invitation does.</summary>
    public static Task GivePasswordAsync(this PortalFactory portal, Person person) => portal.UseAsync(async services =>
    {
        var database = services.GetRequiredService<Web.Data.SocialGovDbContext>();
        var account = await database.Users.SingleAsync(known => known.Id == person.Id);
        services.GetRequiredService<Web.Features.SignIn.Passwords>().Set(account, Password);
        return await database.SaveChangesAsync();
    });

    public static Task<Page> TrySignInAsync(this PortalClient client, string address, string password = Password, string page = "/sign-in") =>
        client.FillAsync(page, ("EmailAddress", address), ("Password", password));

    /// <summary>Whether the client's session is good.</summary>
    public static async Task<bool> IsSignedInAsync(this PortalClient client) =>
        (await client.GetAsync("/people/me")).Status == System.Net.HttpStatusCode.OK;

    /// <summary>The e-mails to a person, oldest first, as they leave.</summary>
    public static Task<IReadOnlyList<(string Subject, string Body)>> MailsToAsync(this PortalFactory portal, int personId) =>
        portal.UseAsync<IReadOnlyList<(string, string)>>(async services =>
        {
            var outbox = services.GetRequiredService<EmailOutbox>();
            var mails = await services.GetRequiredService<Web.Data.SocialGovDbContext>().Set<OutgoingEmail>().AsNoTracking()
                .Where(mail => mail.PersonId == personId)
                .OrderBy(mail => mail.Id)
                .ToListAsync();
            return [.. mails.Select(mail => (mail.Subject, outbox.Read(mail)))];
        });

    /// <summary>The path of the one-time link in the latest e-mail to a person.</summary>
    public static async Task<string> LatestLinkAsync(this PortalFactory portal, int personId) =>
        LinkPath().Match((await portal.MailsToAsync(personId))[^1].Body).Value is { Length: > 0 } path
            ? path
            : throw new InvalidOperationException("The latest e-mail has no one-time link.");

    /// <summary>The names of the audit events about a person, oldest first.</summary>
    public static Task<List<string>> EventsOfAsync(this PortalFactory portal, int? personId) => portal.UseDatabaseAsync(database =>
        database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(Person) && line.RecordId == personId)
            .OrderBy(line => line.Sequence)
            .Select(line => line.Name)
            .ToListAsync());

    /// <summary>Sends the page's form with every box of the name cleared: a browser then sends no such field.</summary>
    public static Task<Page> SubmitClearedAsync(this PortalClient client, Page page, string name)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!;
        return client.PostAsync(page.ActionOf(form), Page.Fields(form).Where(field => field.Key != name));
    }

    /// <summary>A page's markup without what is random in every page.</summary>
    public static string WithoutTokens(this Page page) => Random().Replace(page.Content, "");

    [GeneratedRegex("/(invitation|reset-password)/[0-9a-f]{64}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkPath();

    [GeneratedRegex("value=\"(CfDJ8[^\"]*|[0-9a-f]{32})\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Random();
}

/// <summary>A portal that the tests of one class share.</summary>
public sealed class SharedPortal : PortalFactory;
