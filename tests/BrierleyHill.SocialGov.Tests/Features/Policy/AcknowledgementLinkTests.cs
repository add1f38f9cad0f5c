using System.Net;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Policy;

// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
/// <summary>Somebody without a sign-in acknowledges the policy by a link: signed, once, for 14 days, for one exact text.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "SCOPE-1")]
public sealed class AcknowledgementLinkTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Address = "nia.parent@example.org";
    private readonly PortalFactory _portal = new();
    private Person _leader = null!;

    public async Task InitializeAsync()
    {
        _leader = await _portal.AddPersonAsync(Roles.SeniorLeader);
        await _portal.PublishPolicyAsync(_leader, text: "# Aims\n\nThe first words.");
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_link_shows_the_policy_and_takes_the_acknowledgement_once()
    {
        var link = await SendAsync();
        var client = _portal.Anonymous();
        var page = await client.OpenAsync(link);
        // Opening it, as a mail scanner does, uses nothing up.
        await client.OpenAsync(link);
        Assert.Contains("The first words.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".govuk-service-navigation"));

        var halfway = await client.SubmitAsync(page, ("Form.Confirmed", "Understood"));
        Assert.Equal(HttpStatusCode.BadRequest, halfway.Status);
        Assert.Equal([PolicyErrors.NotConfirmed.Message], halfway.Errors);
        var done = await client.SubmitAsync(halfway, Everything());
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("You have acknowledged the policy", done.Text, StringComparison.Ordinal);

        // The same form again, and the link again.
        Assert.Equal(HttpStatusCode.Gone, (await client.SubmitAsync(page, Everything())).Status);
        var again = await client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("The policy was acknowledged with it on 10 March 2026 at 10am. You need do nothing more.", again.Text, StringComparison.Ordinal);
        var request = await RequestAsync();
        Assert.Equal((AcknowledgementRequestStatus.Acknowledged, _portal.Now, (int?)null), (request.Status, request.AcknowledgedAt, request.PersonId));
        Assert.Equal(["AcknowledgementLinkSent", "AcknowledgedByLink"], await _portal.EventsOfAsync(nameof(AcknowledgementRequest), request.Id));
        Assert.Equal(0, await _portal.UseDatabaseAsync(database => database.Acknowledgements.CountAsync()));
    }

    [Fact]
    public async Task A_link_runs_out_after_14_days_and_can_be_sent_again()
    {
        var link = await SendAsync();
        var client = _portal.Anonymous();
        var page = await client.OpenAsync(link);
        _portal.Clock.Advance(TimeSpan.FromDays(14));

        var late = await client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Ask the school to send you a new one.", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await client.SubmitAsync(page, Everything())).Status);

        var sender = await _portal.SignInAsync(_leader);
        var list = await sender.OpenAsync("/policy/links");
        Assert.Contains("Ran out", list.Text, StringComparison.Ordinal);
        Assert.Equal("/policy/links", (await sender.SubmitFormAsync(list, "form[action$='/resend']")).Location);
        var links = await _portal.LinksToAsync(Address);
        Assert.Equal(2, links.Distinct().Count());
        var older = await client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, older.Status);
        Assert.Contains("sent you a newer one", older.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.SubmitAsync(await client.OpenAsync(links[1]), Everything())).Status);
    }

    [Fact]
    public async Task A_newer_link_to_the_same_address_ends_the_older()
    {
        var older = await SendAsync();
        var newer = await SendAsync(Address.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.Gone, (await _portal.Anonymous().GetAsync(older)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _portal.Anonymous().GetAsync(newer)).Status);
    }

    [Fact]
    public async Task A_cancelled_link_does_not_work()
    {
        var link = await SendAsync();
        var sender = await _portal.SignInAsync(_leader);
        var list = await sender.OpenAsync("/policy/links");

        Assert.Equal("/policy/links", (await sender.SubmitFormAsync(list, "form[action$='/cancel']")).Location);

        Assert.Equal(HttpStatusCode.Gone, (await _portal.Anonymous().GetAsync(link)).Status);
        // The page that was opened before is told that it is stale, and shows how things are.
        var stale = await sender.SubmitFormAsync(list, "form[action$='/resend']");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal([Error.Stale.Message], stale.Errors);
        Assert.Single(await _portal.LinksToAsync(Address));
    }

    [Fact]
    public async Task A_link_to_a_text_that_is_no_longer_in_force_says_so()
    {
        var link = await SendAsync();
        var client = _portal.Anonymous();
        var page = await client.OpenAsync(link);
        await _portal.PublishPolicyAsync(_leader, isMaterial: false, text: "# Aims\n\nThe second words.");

        var refused = await client.SubmitAsync(page, Everything());

        Assert.Equal(HttpStatusCode.Gone, refused.Status);
        Assert.Contains("published a newer version", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("words.", (await client.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(AcknowledgementRequestStatus.Sent, (await RequestAsync()).Status);
    }

    [Fact]
    public async Task A_forged_link_is_unknown()
    {
        var link = await SendAsync();
        var token = link[(link.LastIndexOf('/') + 1)..];
        var middle = token.Length / 2;
        var changed = $"{token[..middle]}{(token[middle] == 'A' ? 'B' : 'A')}{token[(middle + 1)..]}";
        var ofAnotherKind = await _portal.UseAsync(services => Task.FromResult(services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Other").Protect("token")));
        foreach (var forged in new[] { changed, token[..^4], new string('0', 64), "no-such-token", ofAnotherKind, new string('A', 4000), "a%2Fb" })
        {
            var page = await _portal.Anonymous().GetAsync("/acknowledge/" + forged);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.DoesNotContain("The first words.", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Check that you copied all of it", (await _portal.Anonymous().GetAsync("/acknowledge/" + changed)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _portal.Anonymous().GetAsync(link)).Status);
    }

    [Fact]
    public async Task Of_two_uses_at_once_one_counts()
    {
        var link = await SendAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var client = _portal.Anonymous();
            return (Client: client, Page: await client.OpenAsync(link));
        }));

        var answers = await Task.WhenAll(pages.Select(opened => Task.Run(() => opened.Client.SubmitAsync(opened.Page, Everything()))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
        Assert.Equal(1, await _portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(AcknowledgedByLink))));
    }

    [Fact]
    public async Task The_acknowledgement_is_the_persons_whose_address_it_is()
    {
        var person = await _portal.AddPersonAsync();
        var link = await SendAsync(person.EmailAddress);
        // A known person's mail is theirs: it is withheld when they are deactivated.
        Assert.Contains("/acknowledge/", (await _portal.MailsToAsync(person.Id))[^1].Body, StringComparison.Ordinal);

        var client = _portal.Anonymous();
        await client.SubmitAsync(await client.OpenAsync(link), Everything());

        await _portal.UseDatabaseAsync(async database =>
        {
            var given = await database.Acknowledgements.SingleAsync();
            var request = await database.AcknowledgementRequests.SingleAsync();
            Assert.Equal((person.Id, 1, (int?)request.Id), (given.PersonId, given.Number, given.RequestId));
            Assert.Equal(person.Id, request.PersonId);
        });
        Assert.Contains("You acknowledged version 1", (await (await _portal.SignInAsync(person)).OpenAsync("/policy")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acknowledged_already_in_the_portal_keeps_that()
    {
        var (person, client) = await _portal.PersonAsync();
        var link = await SendAsync(person.EmailAddress);
        await client.SubmitAsync(await client.OpenAsync("/policy"), Everything());

        var anonymous = _portal.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await anonymous.SubmitAsync(await anonymous.OpenAsync(link), Everything())).Status);

        Assert.Null((await _portal.UseDatabaseAsync(database => database.Acknowledgements.SingleAsync())).RequestId);
    }

    [Fact]
    public async Task It_is_given_to_whoever_is_invited_under_that_address_later()
    {
        var link = await SendAsync();
        var client = _portal.Anonymous();
        await client.SubmitAsync(await client.OpenAsync(link), Everything());
        var acknowledgedAt = _portal.Now;
        _portal.Clock.Advance(TimeSpan.FromDays(3));
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);

        var invited = await manager.FillAsync(
            "/people/invite", ("Forename", "Nia"), ("Surname", "Parent"), ("EmailAddress", Address.ToUpperInvariant()), ("Affiliation", "Parent"));

        var id = int.Parse(invited.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var given = await _portal.UseDatabaseAsync(database => database.Acknowledgements.SingleAsync());
        Assert.Equal((id, acknowledgedAt), (given.PersonId, given.AcknowledgedAt));
        Assert.Equal(id, (await RequestAsync()).PersonId);
        // Invited again, it is not given twice.
        await manager.SubmitFormAsync(await manager.OpenAsync($"/people/{id}"), "form[action$='/invite-again']");
        Assert.Equal(1, await _portal.UseDatabaseAsync(database => database.Acknowledgements.CountAsync()));
        Assert.Equal(["AcknowledgementLinkSent", "AcknowledgedByLink", "AcknowledgementGivenToPerson"], await _portal.EventsOfAsync(nameof(AcknowledgementRequest), given.RequestId!.Value));
    }

    [Fact]
    public async Task It_is_given_to_whoever_gets_that_address_by_a_correction()
    {
        var person = await _portal.AddPersonAsync();
        var link = await SendAsync();
        var client = _portal.Anonymous();
        await client.SubmitAsync(await client.OpenAsync(link), Everything());
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);

        await manager.FillAsync($"/people/{person.Id}/edit", ("EmailAddress", Address));

        Assert.Equal(person.Id, (await _portal.UseDatabaseAsync(database => database.Acknowledgements.SingleAsync())).PersonId);
    }

    [Theory]
    [InlineData("Name", "", "Policy.NameMissing")]
    [InlineData("EmailAddress", "nowhere", "Policy.EmailAddressWrong")]
    [InlineData("EmailAddress", "", "Policy.EmailAddressWrong")]
    [InlineData("Affiliation", "", "Policy.AffiliationMissing")]
    public async Task What_is_missing_is_asked_for_and_nothing_is_lost(string field, string value, string code)
    {
        var sender = await _portal.SignInAsync(_leader);
        var answers = Reader(Address).Where(answer => answer.Name != field).Append((field, value)).ToArray();

        var refused = await sender.FillAsync("/policy/links/send", answers);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var expected = new[] { PolicyErrors.NameMissing, PolicyErrors.EmailAddressWrong, PolicyErrors.AffiliationMissing }.Single(error => error.Code == code);
        Assert.Equal([expected.Message], refused.Errors);
        Assert.All(answers.Where(answer => answer.Item1 != field), answer => Assert.Equal(answer.Item2, refused.ValueOf(answer.Item1)));
        Assert.Equal(0, await _portal.UseDatabaseAsync(database => database.AcknowledgementRequests.CountAsync()));
    }

    [Fact]
    public async Task The_list_is_filtered_shows_names_as_text_and_the_mail_page_no_address()
    {
        var sender = await _portal.SignInAsync(_leader);
        await SendAsync("one@example.org", "<script>alert(1)</script>");
        await SendAsync("two@example.org", "Noah Governor");

        var list = await sender.OpenAsync("/policy/links?Text=NOAH&sort=name");
        Assert.Equal("Showing 1 to 1 of 1", list.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("two@example.org", list.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", (await sender.OpenAsync("/policy/links?Status=Sent")).Text, StringComparison.Ordinal);
        Assert.Contains("No link fits this filter.", (await sender.OpenAsync("/policy/links?Status=Cancelled")).Text, StringComparison.Ordinal);
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        var mail = await manager.OpenAsync("/mail");
        Assert.Contains("Somebody outside the directory", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("two@example.org", mail.Content, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/mail?sort=person&direction=descending")).Status);
    }

    [Fact]
    public async Task Somebody_deactivated_gets_no_link_and_no_link_is_sent_before_a_policy_is_published()
    {
        var person = await _portal.AddPersonAsync();
        await _portal.UseDatabaseAsync(async database =>
        {
            var known = await database.People.SingleAsync(one => one.Id == person.Id);
            Assert.False(known.Deactivate("Left.", 1, PeopleActors.CommandLine, _portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        var sender = await _portal.SignInAsync(_leader);
        Assert.Equal([PolicyErrors.PersonDeactivated.Message], (await sender.FillAsync("/policy/links/send", Reader(person.EmailAddress))).Errors);

        await using var empty = new PortalFactory();
        var (_, other) = await empty.PersonAsync(Roles.Administrator);
        Assert.Equal([PolicyErrors.NothingPublished.Message], (await other.FillAsync("/policy/links/send", Reader(Address))).Errors);
    }

    [Fact]
    public async Task No_secret_of_a_link_reaches_log_audit_or_the_open_text_of_the_database()
    {
        var link = await SendAsync();
        var token = link[(link.LastIndexOf('/') + 1)..];
        var client = _portal.Anonymous();
        await client.SubmitAsync(await client.OpenAsync(link), Everything());
        await client.GetAsync(link);
        await client.GetAsync(link + "x");

        var log = _portal.Log();
        Assert.Contains("acknowledge/{token}", log, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..40], log, StringComparison.Ordinal);
        await _portal.UseDatabaseAsync(async database =>
        {
            Assert.DoesNotContain(
                await database.AuditEvents.ToListAsync(),
                line => $"{line.Reason}{line.Changes}{line.ActorName}".Contains(token, StringComparison.Ordinal) || $"{line.Reason}{line.Changes}{line.ActorName}".Contains("Nia", StringComparison.Ordinal));
            Assert.DoesNotContain(await database.AcknowledgementRequests.ToListAsync(), kept => kept.TokenHash == token);
            Assert.DoesNotContain(await database.OutgoingEmails.ToListAsync(), mail => mail.ProtectedBody.Contains(token, StringComparison.Ordinal));
            var outside = await database.OutgoingEmails.SingleAsync(mail => mail.ToAddress == Address);
            Assert.Null(outside.PersonId);
            Assert.Equal(OutgoingEmailStatus.Queued, outside.Status);
            Assert.DoesNotContain("Nia", outside.Subject, StringComparison.Ordinal);
        });
    }

    private async Task<string> SendAsync(string address = Address, string name = "Nia Parent")
    {
        var sender = await _portal.SignInAsync(_leader);
        var sent = await sender.FillAsync("/policy/links/send", [.. Reader(address).Where(answer => answer.Name != "Name"), ("Name", name)]);
        Assert.Equal("/policy/links", sent.Location);
        return (await _portal.LinksToAsync(address))[^1];
    }

    private Task<AcknowledgementRequest> RequestAsync() =>
        _portal.UseDatabaseAsync(database => database.AcknowledgementRequests.AsNoTracking().OrderBy(request => request.Id).LastAsync());

    private static (string Name, string Value)[] Reader(string address) => [("Name", "Nia Parent"), ("EmailAddress", address), ("Affiliation", "Parent")];

    private static (string Name, string Value)[] Everything() =>
        [("Form.Confirmed", "Understood"), ("Form.Confirmed", "Confidential"), ("Form.Confirmed", "Monitored")];
}
