using System.Globalization;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Web.Data.Demonstration;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>
/// A portal with the demonstration data, a Chromium, and each demonstration person signed in when first asked for. A test that
/// changes something has one of its own.
/// </summary>
public sealed partial class DemonstrationPortal : IAsyncLifetime
{
    private readonly Dictionary<string, Visitor> _visitors = [];
    private readonly Dictionary<string, string> _places = [];
    private ListeningPortal? _portal;
    private Chromium? _chromium;

    internal ListeningPortal Portal => _portal ?? throw new InvalidOperationException("The portal has not been started.");

    public async Task InitializeAsync()
    {
        _portal = await ListeningPortal.StartAsync(filled: true);
        _chromium = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in _visitors.Values)
        {
            await visitor.DisposeAsync();
        }

        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }

    /// <summary>Somebody at a browser of their own, for one test.</summary>
    /// <param name="person">Forename and surname, or nobody in particular.</param>
    /// <param name="screen">What they look on.</param>
    internal async Task<Visitor> VisitAsync(string? person, Screen screen)
    {
        var visitor = await _chromium!.VisitAsync(Portal, screen);
        if (person is not null)
        {
            await visitor.SignInAsync(person.Replace(' ', '.').ToLowerInvariant() + DemoData.AddressEnding, DemoData.Password);
        }

        return visitor;
    }

    /// <summary>The same, kept for the tests that only look.</summary>
    internal async Task<Visitor> LookAsync(string? person, Screen screen)
    {
        var key = person ?? "";
        if (!_visitors.TryGetValue(key, out var visitor))
        {
            visitor = _visitors[key] = await VisitAsync(person, screen);
        }

        await visitor.LookOnAsync(screen);
        return visitor;
    }

    /// <summary>
    /// An address with its places filled in: <c>{application:Karim:Reading Corner}</c> is the number of that business case as Karim finds
    /// it, <c>{assessment:Karim:Class reading}</c>, <c>{account:Music Room}</c>, <c>{person:Bevan}</c>, <c>{enquiry:lost property}</c>, <c>{draft}</c> and <c>{declaration:Karim}</c>
    /// likewise, <c>{mention:New}</c> the newest mention in that status, <c>{incident:Bullying}</c> the most urgent incident of that kind, <c>{incident:Resolved:Bullying}</c> the first in that state whose row says that, <c>{breach:Told}</c> that of the latest breach that stands so, <c>{course:Staying kind}</c>, <c>{session:Staying kind:Held}</c> and <c>{training:Bevan}</c> a course, its first session
    /// in that status and that person's first training record; <c>{credential:News}</c> and <c>{role:News}</c> the first sign-in and role in that account's vault; <c>{policy:Draft}</c> the first version
    /// of that status, <c>{closure}</c> and <c>{correction}</c> the first of this year's calendar, <c>{acknowledgement}</c>, <c>{invitation}</c> and <c>{reset}</c> are links just sent.
    /// </summary>
    internal async Task<string> FillAsync(string address)
    {
        foreach (var place in Place().Matches(address).Select(match => match.Value))
        {
            if (!_places.TryGetValue(place, out var value))
            {
                value = _places[place] = await FindAsync(place.Trim('{', '}').Split(':'));
            }

            address = address.Replace(place, value, StringComparison.Ordinal);
        }

        return address;
    }

    private async Task<string> FindAsync(string[] place) => place switch
    {
        ["application", var person, var name] => await FirstAsync(People.Named(person), $"/applications?Text={name}", "/applications/"),
        ["assessment", var person, var title] => await FirstAsync(People.Named(person), $"/impact-assessments?Text={title}", "/impact-assessments/"),
        ["account", var name] => await FirstAsync(People.Head, $"/accounts?Text={name}", "/accounts/"),
        ["handover", var status, var name] => await FirstAsync(People.Head, $"/handovers?Text={name}&Status={status}", "/handovers/"),
        ["check", var show] => await FirstAsync(
            People.Head, await FillAsync($"/monitoring/{{account:Primary News}}/checks?Show={show}"), "/monitoring/checks/"),
        ["credential", var name] => await NumberAsync(
            await FillAsync($"/accounts/{{account:{name}}}/vault"), ".govuk-summary-card a", await FillAsync($"/accounts/{{account:{name}}}/vault/")),
        ["role", var name] => await NumberAsync(
            await FillAsync($"/accounts/{{account:{name}}}/vault/platform-roles"), "tbody a", await FillAsync($"/accounts/{{account:{name}}}/vault/platform-roles/")),
        ["person", var name] => await FirstAsync(People.Office, $"/people?Text={name}", "/people/"),
        ["declaration", var name] => await FirstAsync(People.Head, $"/declarations/overview?Text={name}", "/declarations/"),
        ["enquiry", var text] => await FirstAsync(People.Head, $"/enquiries?State=All&Text={text}", "/enquiries/"),
        ["incident", var state, var kind] => await FirstAsync(People.Head, $"/incidents?State={state}", "/incidents/", $"tr:has-text('{kind}') "),
        ["draft"] => await FirstAsync(People.Office, "/enquiries/drafts", "/enquiries/drafts/"),
        ["incident", var category] => await FirstAsync(People.Head, $"/incidents?State=All&Category={category}", "/incidents/", "th "),
        ["mention", var status] => await FirstAsync(People.Head, $"/mentions?Status={status}", "/mentions/"),
        ["breach", var standing] => await BreachAsync(standing),
        ["course", var title] => await FirstAsync(People.Head, $"/training?Text={title}", "/training/courses/"),
        ["session", var title, var status] => await FirstAsync(
            People.Head, await FillAsync($"/training/courses/{{course:{title}}}"), "/training/sessions/", $"tr:has-text('{status}') "),
        ["training", var name] => await FirstAsync(
            People.Head, await FillAsync($"/training/people/{{person:{name}}}"), "/training/records/", "tr:has-text('Running a school account') "),
        ["closure"] => await InCalendarAsync("/calendar/closures/"),
        ["correction"] => await InCalendarAsync("/calendar/days/"),
        ["policy", "Approved"] => await ApproveAsync(),
        ["policy", var status] => await FirstAsync(People.Head, $"/policy/versions?Status={status}", "/policy/versions/"),
        ["acknowledgement"] => await AskToAcknowledgeAsync(),
        ["invitation"] => await InviteAgainAsync(),
        ["reset"] => await ResetAsync(),
        _ => throw new ArgumentException($"No place is known by {string.Join(':', place)}.", nameof(place)),
    };

    private async Task<string> FirstAsync(string person, string list, string before, string row = "")
    {
        var visitor = await LookAsync(person, Screen.Desk);
        await visitor.OpenAsync(list);
        var href = await visitor.Page.Locator($"tbody {row}a[href^='{before}']").First.GetAttributeAsync("href");
        var number = href?[before.Length..] ?? "";
        Assert.True(int.TryParse(number, CultureInfo.InvariantCulture, out _), $"{list} leads to {href}.");
        return number;
    }

    // The incident of the latest breach that stands so.
    private async Task<string> BreachAsync(string standing)
    {
        var visitor = await LookAsync(People.Head, Screen.Desk);
        await visitor.OpenAsync($"/incidents/breaches?Standing={standing}");
        var href = await visitor.Page.Locator("tbody a[href^='/incidents/']").First.GetAttributeAsync("href");
        return href!.Split('/')[2];
    }

    // The first closure, or the first correction, of the calendar of this year.
    private async Task<string> InCalendarAsync(string before)
    {
        var visitor = await LookAsync(People.Head, Screen.Desk);
        await visitor.OpenAsync("/calendar");
        var href = await visitor.Page.Locator($"tbody a[href^='{before}'][href$='/take-back']").First.GetAttributeAsync("href");
        var number = href?[before.Length..].Split('/')[0] ?? "";
        Assert.True(int.TryParse(number, CultureInfo.InvariantCulture, out _), $"/calendar leads to {href}.");
        return number;
    }

    // What lies in an account's vault, as one of its administrators finds it.
    private async Task<string> NumberAsync(string address, string links, string before)
    {
        var visitor = await LookAsync(People.Staff, Screen.Desk);
        await visitor.OpenAsync(address);
        var href = await visitor.Page.Locator($"{links}[href^='{before}']").First.GetAttributeAsync("href");
        var number = href?[before.Length..].Split('/')[0] ?? "";
        Assert.True(int.TryParse(number, CultureInfo.InvariantCulture, out _), $"{address} leads to {href}.");
        return number;
    }

    private async Task<string> InviteAgainAsync()
    {
        var visitor = await LookAsync(People.Office, Screen.Desk);
        await visitor.OpenAsync(await FillAsync("/people/{person:Fairweather}"));
        await visitor.PressAsync("Send the invitation again");
        return await TokenAsync("eleanor.fairweather", "You are invited", "/invitation/");
    }

    // Approving it takes nothing from those who look at the draft: they know it by its number.
    private async Task<string> ApproveAsync()
    {
        var number = await FillAsync("{policy:Draft}");
        var visitor = await LookAsync(People.Head, Screen.Desk);
        await visitor.OpenAsync($"/policy/versions/{number}");
        await visitor.PressAsync("Approve this text");
        return number;
    }

    private async Task<string> AskToAcknowledgeAsync()
    {
        var visitor = await LookAsync(People.Office, Screen.Desk);
        await visitor.OpenAsync("/policy/links/send");
        await visitor.FillAsync("Name", "Iolo Pritchard");
        await visitor.FillAsync("E-mail address", "iolo.pritchard@families.example");
        await visitor.Page.GetByLabel("Volunteer").CheckAsync();
        await visitor.PressAsync("Send the link");
        await Portal.MailAsync("iolo.pritchard@families.example", "Please acknowledge");
        const string before = "/acknowledge/";
        var text = Portal.Mail().Last(message => message.To.ToString().Contains("iolo.pritchard", StringComparison.OrdinalIgnoreCase)).TextBody ?? "";
        return text[(text.IndexOf(before, StringComparison.Ordinal) + before.Length)..].Split((char[]?)null, 2)[0];
    }

    private async Task<string> ResetAsync()
    {
        var visitor = await LookAsync(null, Screen.Desk);
        await visitor.OpenAsync("/forgotten-password");
        await visitor.FillAsync("E-mail address", "geoffrey.tandy" + DemoData.AddressEnding);
        await visitor.PressAsync("Send the link");
        return await TokenAsync("geoffrey.tandy", "Set a new password", "/reset-password/");
    }

    // The demonstration's own invitation may be on its way too, in any order: the link that works is the one that is wanted.
    private async Task<string> TokenAsync(string person, string subject, string before)
    {
        var visitor = await LookAsync(null, Screen.Desk);
        await Portal.MailAsync(person + DemoData.AddressEnding, subject);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            foreach (var message in Portal.Mail().Reverse().Where(message => message.To.ToString().Contains(person, StringComparison.OrdinalIgnoreCase)))
            {
                var text = message.TextBody ?? "";
                var start = text.IndexOf(before, StringComparison.Ordinal);
                if (start < 0)
                {
                    continue;
                }

                var token = text[(start + before.Length)..].Split((char[]?)null, 2)[0];
                await visitor.OpenAsync(before + token);
                if (await visitor.Page.GetByLabel("New password", new() { Exact = true }).CountAsync() == 1)
                {
                    return token;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new InvalidOperationException($"No e-mail to {person} has a link that works.");
    }

    [GeneratedRegex(@"\{[a-z]+(:[^}]+)?\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}

/// <summary>Demonstration people by what they do.</summary>
internal static class People
{
    /// <summary>A senior leader.</summary>
    public const string Head = "Margaret Okafor";

    /// <summary>Portal manager and administrator.</summary>
    public const string Office = "Janet Pugh";

    /// <summary>The data protection officer.</summary>
    public const string Officer = "Helen Marchetti";

    /// <summary>A member of staff without further roles.</summary>
    public const string Staff = "Aisha Karim";

    /// <summary>Another, whose business case came back with changes asked for.</summary>
    public const string Asked = "Chloe Llewellyn";

    /// <summary>A governor, to whom nothing has happened yet.</summary>
    public const string Newcomer = "Geoffrey Tandy";

    /// <summary>An administrator who will leave at the end of term.</summary>
    public const string Leaver = "Tomasz Nowak";

    /// <summary>By surname.</summary>
    public static string Named(string surname) => new[] { Head, Office, Officer, Staff, Asked, Newcomer }
        .Single(person => person.EndsWith(surname, StringComparison.Ordinal));
}

/// <summary>Tests that only look share one portal.</summary>
[CollectionDefinition(Name)]
public sealed class DemonstrationPortalFixture : ICollectionFixture<DemonstrationPortal>
{
    public const string Name = "Demonstration portal";
}
