using System.Net;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Mail;

// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
public sealed class MailPageTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalFactory _portal = new();
    private Person _reader = null!;

    public async Task InitializeAsync() => _reader = await _portal.AddPersonAsync(forename: "Robin", surname: "Reader");

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_portal_manager_sees_every_e_mail_and_never_what_it_says()
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("Your invitation", "a very secret link");
        await QueueAsync("<script>alert(1)</script>");
        await BecomeAsync(1, OutgoingEmailStatus.Failed);

        var page = await manager.OpenAsync("/mail");

        Assert.Contains("No mail server is set. E-mails are written to the folder", page.Text, StringComparison.Ordinal);
        Assert.Equal(["All: 2", "Queued: 1", "Being sent: 0", "Being handed over: 0", "Sent: 0", "Failed: 1", "In doubt: 0", "Not sent: 0"],
            page.Document.QuerySelectorAll("main nav li").Select(item => item.TextContent.Trim()));
        Assert.Contains((await EmailAsync()).Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Reader", page.Text, StringComparison.Ordinal);
        Assert.Contains("The mail server refused the recipient (550).", page.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret link", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(_reader.EmailAddress, page.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mail?status=Failed", "One")]
    [InlineData("/mail?status=queued", "Three Two")]
    [InlineData("/mail?status=Sent", "")]
    [InlineData("/mail?status=nonsense", "Three Two One")]
    [InlineData("/mail?sort=queued&direction=ascending", "One Two Three")]
    [InlineData("/mail?sort=next&direction=descending", "One Three Two")]
    [InlineData("/mail?sort=person&direction=ascending", "Three Two One")]
    [InlineData("/mail?sort=sent&direction=descending&page=99", "Three Two One")]
    public async Task The_list_is_filtered_and_sorted(string path, string subjects)
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("One");
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await QueueAsync("Two");
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await QueueAsync("Three");
        await BecomeAsync(1, OutgoingEmailStatus.Failed);

        var page = await manager.OpenAsync(path);

        var rows = page.Document.QuerySelectorAll("main tbody tr");
        Assert.Equal(subjects, string.Join(' ', rows.Select(row => row.QuerySelectorAll("td")[1].TextContent.Replace("Subject", "", StringComparison.Ordinal).Trim())));
        // The references are random: numbers in a row would tell of those between that are not shown.
        Assert.All(rows, row => Assert.Matches("^EML-[0-9A-F]{10}$", row.QuerySelector("th")!.TextContent.Trim()));
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        for (var number = 0; number < 26; number++)
        {
            await QueueAsync($"Something waits, number {number}.");
        }

        Assert.Contains("Showing 1 to 25 of 26", (await manager.OpenAsync("/mail")).Text, StringComparison.Ordinal);
        var second = await manager.OpenAsync("/mail?page=2");
        Assert.Contains("number 0.", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("number 1.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_warns_when_mail_waits_for_longer_than_a_quarter_of_an_hour()
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("Something waits");
        _portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null((await manager.OpenAsync("/mail")).Document.QuerySelector("main .govuk-warning-text"));
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("waiting to be sent since 10 March 2026 at 10am", (await manager.OpenAsync("/mail")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutgoingEmailStatus.Failed)]
    [InlineData(OutgoingEmailStatus.InDoubt)]
    public async Task Try_again_puts_it_first_in_the_queue_once(OutgoingEmailStatus status)
    {
        var (person, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("Something waits");
        await BecomeAsync(1, status);
        var page = await manager.OpenAsync("/mail");

        var answer = await manager.SubmitAsync(page);
        Assert.Contains($"{(await EmailAsync()).Reference} will be tried again now.", (await manager.FollowAsync(answer)).Text, StringComparison.Ordinal);
        var again = await manager.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);

        var email = await EmailAsync();
        Assert.Equal((OutgoingEmailStatus.Queued, 0, _portal.Now), (email.Status, email.Attempts, email.NextAttemptAt));
        var line = Assert.Single(await _portal.UseDatabaseAsync(database =>
            database.AuditEvents.Where(one => one.Name == nameof(EmailTriedAgain)).ToListAsync()));
        Assert.Equal((person.Id, email.Reference), (line.ActorId, line.RecordReference));
    }

    [Fact]
    public async Task What_was_sent_meanwhile_is_not_tried_again()
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("Something waits");
        await BecomeAsync(1, OutgoingEmailStatus.Failed);
        var page = await manager.OpenAsync("/mail");
        await BecomeAsync(1, OutgoingEmailStatus.Sent);

        var answer = await manager.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("has been sent", answer.Text, StringComparison.Ordinal);
        Assert.Equal(OutgoingEmailStatus.Sent, (await EmailAsync()).Status);
    }

    [Fact]
    public async Task An_e_mail_that_there_is_not_is_not_found()
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("Something waits");
        await BecomeAsync(1, OutgoingEmailStatus.Failed);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await manager.OpenAsync("/mail")).Document.QuerySelector("main form")!;
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/mail/{Guid.NewGuid()}/try-again", Page.Fields(form))).Status);
    }

    [Fact]
    public async Task Without_an_antiforgery_token_nothing_is_tried_again()
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        await QueueAsync("Something waits");
        await BecomeAsync(1, OutgoingEmailStatus.Failed);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync($"/mail/{(await EmailAsync()).Key}/try-again", [])).Status);
        Assert.Equal(OutgoingEmailStatus.Failed, (await EmailAsync()).Status);
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer)]
    public async Task Everybody_else_is_refused(Roles roles)
    {
        var (_, manager) = await _portal.PersonAsync(Roles.PortalManager);
        var (_, client) = await _portal.PersonAsync(roles);
        await QueueAsync("Something waits");
        await BecomeAsync(1, OutgoingEmailStatus.Failed);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await manager.OpenAsync("/mail")).Document.QuerySelector("main form")!;

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/mail")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"/mail/{(await EmailAsync()).Key}/try-again", Page.Fields(form))).Status);
        Assert.Equal(OutgoingEmailStatus.Failed, (await EmailAsync()).Status);
    }

    private Task<OutgoingEmail> EmailAsync() => _portal.UseDatabaseAsync(database => database.OutgoingEmails.AsNoTracking().FirstAsync(email => email.Id == 1));

    private Task<int> QueueAsync(string subject, string text = "Something waits in the portal.") => _portal.UseAsync(async services =>
    {
        var database = services.GetRequiredService<Web.Data.SocialGovDbContext>();
        services.GetRequiredService<EmailOutbox>().Queue(
            database, await database.People.SingleAsync(person => person.Id == _reader.Id), new EmailText(subject, [text], "/"), _portal.Now);
        return await database.SaveChangesAsync();
    });

    private Task BecomeAsync(int id, OutgoingEmailStatus status) => _portal.UseDatabaseAsync(async database =>
    {
        var email = await database.OutgoingEmails.SingleAsync(one => one.Id == id);
        if (email.Status == OutgoingEmailStatus.Failed)
        {
            email.TryAgain(Support.People.Actor(1, Roles.PortalManager), _portal.Now);
        }

        email.Claim(email.NextAttemptAt);
        switch (status)
        {
            case OutgoingEmailStatus.Sent:
                email.HandOver(email.NextAttemptAt);
                email.MarkAsSent(email.NextAttemptAt);
                break;
            case OutgoingEmailStatus.InDoubt:
                email.HandOver(email.NextAttemptAt);
                email.PutInDoubt("The portal stopped.", email.NextAttemptAt);
                break;
            default:
                while (email.Status != OutgoingEmailStatus.Failed)
                {
                    email.Postpone("The mail server refused the recipient (550).", email.NextAttemptAt);
                    email.Claim(email.NextAttemptAt);
                }

                break;
        }

        Assert.Equal(status, email.Status);
        await database.SaveChangesAsync();
    });
}
