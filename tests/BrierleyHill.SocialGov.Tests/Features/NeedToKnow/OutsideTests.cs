using System.Net;
using AngleSharp.Html.Dom;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using BrierleyHill.SocialGov.Web.Features.Notifications;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.NeedToKnow;

/// <summary>
/// What is written of an incident outside its own pages: audit, outbox, notifications, summaries, the counts of jobs. Each is for those alone to whom
/// the incident is open.
/// </summary>
// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
[Trait("Clause", "SLT-3")]
[Trait("Clause", "BEH-4")]
public sealed class OutsideTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const Roles Both = Roles.PortalManager | Roles.DataProtectionOfficer;

    private readonly Counted _portal = new();
    private Person _leader = null!;
    private PortalClient _leading = null!;
    private Person _alleged = null!;
    private PortalClient _asAlleged = null!;

    public async Task InitializeAsync()
    {
        (_leader, _leading) = await _portal.PersonAsync(Roles.SeniorLeader | Roles.PortalManager);
        (_alleged, _asAlleged) = await _portal.PersonAsync(Roles.SeniorLeader | Both);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_audit_shows_its_lines_to_those_alone_to_whom_it_is_open_and_counts_no_other()
    {
        var (_, reporting) = await _portal.PersonAsync(Both);
        var (_, managing) = await _portal.PersonAsync(Both);
        var before = await _asAlleged.OpenAsync("/audit");
        var number = await ReportAsync(reporting);
        await _leading.OpenAsync($"/incidents/{number}");

        // The reporter knows of it, and of nothing that is done about it.
        foreach (var (client, isOpen) in new[] { (_leading, true), (_asAlleged, false), (managing, false), (reporting, false) })
        {
            foreach (var query in (string[])["", $"?Record=INC-{number}", "?Event=IncidentReported", "?Event=IncidentOpened", $"?Person={_leader.Id}"])
            {
                var page = await client.OpenAsync("/audit" + query);
                // What was typed into the filter stands there for everybody.
                Assert.Equal(isOpen, page.Document.QuerySelectorAll("main tbody tr").Any(line => line.TextContent.Contains($"INC-{number}", StringComparison.Ordinal)));
            }
        }

        Assert.Equal(Showing(before), Showing(await _asAlleged.OpenAsync("/audit")));

        static string Showing(Page page) => page.Document.QuerySelector("main [role=status]")!.TextContent;
    }

    [Fact]
    public async Task That_somebody_was_refused_something_on_its_pages_is_a_line_of_the_incident()
    {
        var (_, reporting) = await _portal.PersonAsync();
        var number = await ReportAsync(reporting);
        await _portal.UseAsync(async services =>
        {
            await services.GetRequiredService<Web.Infrastructure.Security.Refusals>().WriteAsync("Incident.OnlyLeaders", $"/incidents/{number}/assess", CancellationToken.None);
            await services.GetRequiredService<Web.Infrastructure.Security.Refusals>().WriteAsync("Account.OnlyLeaders", "/accounts/1", CancellationToken.None);
            return true;
        });

        var (_, other) = await _portal.PersonAsync(Roles.SeniorLeader | Both);
        Assert.Contains("Incident.OnlyLeaders", (await other.OpenAsync("/audit?Event=AccessRefused")).Content, StringComparison.Ordinal);
        var seen = await _asAlleged.OpenAsync("/audit?Event=AccessRefused");
        Assert.DoesNotContain("Incident.OnlyLeaders", seen.Content, StringComparison.Ordinal);
        Assert.Contains("Account.OnlyLeaders", seen.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_neither_lists_nor_counts_its_e_mails_and_trying_one_again_finds_none()
    {
        var (_, reporting) = await _portal.PersonAsync();
        var number = await ReportAsync(reporting);
        var email = await FailAsync(number);

        foreach (var (client, isOpen) in new[] { (_leading, true), (_asAlleged, false), ((await _portal.PersonAsync(Roles.PortalManager)).Client, false) })
        {
            foreach (var path in (string[])["/mail", "/mail?status=Failed", "/mail?sort=person&direction=ascending"])
            {
                var page = await client.OpenAsync(path);
                Assert.Equal(isOpen, page.Content.Contains($"INC-{number}", StringComparison.Ordinal));
                Assert.Equal(isOpen ? "Failed: 1" : "Failed: 0", page.Document.QuerySelectorAll("main nav li").Select(item => item.TextContent.Trim()).Single(item => item.StartsWith("Failed", StringComparison.Ordinal)));
            }
        }

        var token = Page.Fields((IHtmlFormElement)(await _asAlleged.OpenAsync("/notifications/preferences")).Document.QuerySelector("main form")!);
        Assert.Equal(HttpStatusCode.NotFound, (await _asAlleged.PostAsync($"/mail/{email.Key}/try-again", token)).Status);
        Assert.Equal(OutgoingEmailStatus.Failed, (await _portal.UseDatabaseAsync(database => database.OutgoingEmails.SingleAsync(one => one.Id == email.Id))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await _leading.SubmitFormAsync(await _leading.OpenAsync("/mail"), "main form")).Status);
    }

    [Fact]
    public async Task Of_its_e_mail_that_failed_those_portal_managers_are_told_to_whom_it_is_open()
    {
        var manager = await _portal.AddPersonAsync(Roles.PortalManager);
        var (_, reporting) = await _portal.PersonAsync();
        var number = await ReportAsync(reporting);
        var email = await FailAsync(number);

        var told = await _portal.UseDatabaseAsync(database => database.Notifications.Where(one => one.Reference == email.Reference).Select(one => one.PersonId).ToListAsync());
        Assert.Equal([_leader.Id], told);
        var line = await _portal.UseDatabaseAsync(database => database.AuditEvents.SingleAsync(one => one.Name == nameof(EmailFailed)));
        Assert.Equal($"INC-{number}", line.RecordReference);
        Assert.DoesNotContain(manager.Id, told);
    }

    [Fact]
    public async Task No_job_counts_what_it_does_about_an_incident()
    {
        var (_, reporting) = await _portal.PersonAsync();
        await ReportAsync(reporting);
        Assert.NotEqual(0, await _portal.UseDatabaseAsync(database => database.OutgoingEmails.CountAsync(email => email.Status == OutgoingEmailStatus.Queued)));
        Assert.Equal(0, await RunAsync<SendQueuedEmails>());
        Assert.Equal(0, await _portal.UseDatabaseAsync(database => database.OutgoingEmails.CountAsync(email => email.Status == OutgoingEmailStatus.Queued)));

        _portal.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await RunAsync<RaiseAlerts>());
    }

    [Fact]
    public async Task A_morning_summary_of_other_things_says_nothing_of_it_and_one_of_it_counts_nowhere()
    {
        await _portal.UseDatabaseAsync(async database =>
        {
            database.SummaryLines.Add(new SummaryLine(_leader.Id, NotificationKinds.Handovers, "HND-000001: a hand-over waits", "/handovers/1", _portal.Now));
            database.SummaryLines.Add(new SummaryLine(_leader.Id, NotificationKinds.Incidents, "INC-123456: a step was done", "/incidents/123456", _portal.Now));
            database.SummaryLines.Add(new SummaryLine(_leader.Id, NotificationKinds.Incidents, "INC-654321: a step was done", "/incidents/654321/routes", _portal.Now));
            await database.SaveChangesAsync();
        });
        _portal.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await RunAsync<SendMorningSummaries>());

        var emails = await _portal.UseDatabaseAsync(database => database.OutgoingEmails.AsNoTracking().OrderBy(email => email.Id).ToListAsync());
        Assert.Equal(
            [("Morning summary: 1 thing to see", null), ("Morning summary: incident INC-123456", 123456), ("Morning summary: incident INC-654321", 654321)],
            emails.Select(email => (email.Subject, email.IncidentId)));
        Assert.DoesNotContain("INC-", BodyOf(emails[0]), StringComparison.Ordinal);
        Assert.Contains("INC-123456: a step was done", BodyOf(emails[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("INC-654321", BodyOf(emails[1]), StringComparison.Ordinal);
        Assert.Empty(await _portal.UseDatabaseAsync(database => database.SummaryLines.ToListAsync()));
    }

    [Fact]
    public async Task Whoever_is_named_as_alleged_later_finds_nothing_of_what_they_were_told()
    {
        var (_, reporting) = await _portal.PersonAsync();
        await _portal.UseDatabaseAsync(async database =>
        {
            var own = await database.People.SingleAsync(person => person.Id == _alleged.Id);
            own.ChooseSummary(SummaryChoices.All, own.AsActor(), _portal.Now);
            database.Notifications.Add(new Notification(_alleged.Id, "HND-000001", "A hand-over waits.", "/handovers/1", _portal.Now));
            await database.SaveChangesAsync();
        });
        var number = await reporting.ReportIncidentAsync();
        await _portal.UseDatabaseAsync(async database =>
        {
            database.SummaryLines.Add(new SummaryLine(_alleged.Id, NotificationKinds.Incidents, $"INC-{number}: a step was done", $"/incidents/{number}/routes", _portal.Now));
            await database.SaveChangesAsync();
        });
        var failed = await FailAsync(number, of: _leader);
        Assert.Equal(3, (await _portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == _alleged.Id))));

        await _portal.UseDatabaseAsync(async database =>
        {
            var incident = await database.Incidents.SingleAsync(found => found.Id == number);
            Assert.False(incident.NamePerson(
                IncidentBuilder.Alleged(_alleged.Id), await database.LoadDirectoryAsync(CancellationToken.None), _leader.AsActor(), _portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        Assert.Equal(["HND-000001"], await _portal.UseDatabaseAsync(database => database.Notifications.Where(told => told.PersonId == _alleged.Id).Select(told => told.Reference).ToListAsync()));
        Assert.NotEmpty(await _portal.UseDatabaseAsync(database => database.Notifications.Where(told => told.PersonId == _leader.Id && told.Reference == failed.Reference).ToListAsync()));
        Assert.Empty(await _portal.UseDatabaseAsync(database => database.SummaryLines.ToListAsync()));
        var theirs = Assert.Single(await _portal.UseDatabaseAsync(database => database.OutgoingEmails.Where(email => email.PersonId == _alleged.Id && email.IncidentId == number).ToListAsync()));
        Assert.Equal((OutgoingEmailStatus.Withheld, ""), (theirs.Status, theirs.ProtectedBody));
        Assert.Contains("1 unread", (await _asAlleged.OpenAsync("/")).Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_every_page_rests_on_is_not_read_anew_because_of_it()
    {
        var (_, reporting) = await _portal.PersonAsync();
        Task<Guid> StampAsync() => _portal.UseDatabaseAsync(database => database.SchoolFactsStamps.Select(stamp => stamp.Stamp).SingleAsync());
        var before = await StampAsync();

        var number = await ReportAsync(reporting);
        await _leading.OpenAsync($"/incidents/{number}");

        Assert.Equal(before, await StampAsync());
    }

    [Fact]
    public async Task One_that_is_not_for_them_is_answered_like_one_that_there_is_not()
    {
        var (_, reporting) = await _portal.PersonAsync();
        var there = await ReportAsync(reporting);
        var none = there == Incident.LargestNumber ? there - 1 : there + 1;
        var token = Page.Fields((IHtmlFormElement)(await _asAlleged.OpenAsync("/notifications/preferences")).Document.QuerySelector("main form")!);
        foreach (var method in (string[])["GET", "POST"])
        {
            var patterns = Routes.Of(_portal, method).Where(pattern => pattern.StartsWith("incidents/{", StringComparison.Ordinal)).ToList();
            foreach (var pattern in patterns)
            {
                var (first, firstAsked, firstLines) = await AskAsync(there);
                var (second, secondAsked, secondLines) = await AskAsync(none);

                // Not there; or first a proof that it is they, which is asked before anything is looked up.
                Assert.True(
                    first.Status == HttpStatusCode.NotFound || first.Location?.StartsWith("/confirm-it-is-you", StringComparison.Ordinal) == true,
                    $"{method} {pattern} answered {(int)first.Status} {first.Location}: {first.Text}");
                Assert.Equal(first.Status, second.Status);
                Assert.Equal(Headers(first, there), Headers(second, none));
                Assert.Equal(WithoutNames(first.Content, there), WithoutNames(second.Content, none));
                Assert.True(firstAsked == secondAsked, $"{method} {pattern}: {firstAsked} statements where there is one, {secondAsked} where there is none");
                Assert.Equal(firstLines, secondLines);

                async Task<(Page, int, List<string>)> AskAsync(int number)
                {
                    var path = Routes.Fill(pattern, number, 1);
                    var last = await _portal.UseDatabaseAsync(database => database.AuditEvents.MaxAsync(line => line.Sequence));
                    _portal.Statements.Texts.Clear();
                    var page = method == "GET" ? await _asAlleged.GetAsync(path) : await _asAlleged.PostAsync(path, token);
                    var asked = _portal.Statements.Texts.Count;
                    var lines = await _portal.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.Sequence > last).OrderBy(line => line.Sequence)
                        .Select(line => $"{line.Name} {line.ActorId} {line.RecordKind} {line.RecordReference} {line.Reason} {line.Changes}").ToListAsync());
                    return (page, asked, [.. lines.Select(line => line.Replace($"{number}", "number", StringComparison.Ordinal))]);
                }
            }
        }

        static IEnumerable<string> Headers(Page page, int number) => page.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(page.ContentHeaders)
            .Where(header => header.Key is not ("Set-Cookie" or "Date")).Select(header => $"{header.Key}: {string.Join(' ', header.Value)}".Replace($"{number}", "number", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        static string WithoutNames(string content, int number) => RandomPart.Replace(content.Replace($"{number}", "number", StringComparison.Ordinal), "key");
    }

    [Fact]
    public void The_incident_that_an_address_is_of_is_read_from_it()
    {
        Assert.Equal(123456, IncidentPath.NumberIn("/incidents/123456"));
        Assert.Equal(123456, IncidentPath.NumberIn("/incidents/123456/evidence/3"));
        Assert.Equal(123456, IncidentPath.NumberIn("/Incidents/123456?page=2"));
        Assert.Equal("INC-123456", IncidentPath.ReferenceIn(IncidentPath.To(123456)));
        Assert.All((string?[])[null, "", "/", "/incidents", "/incidents/", "/incidents/mine", "/incidents/12x", "/incidents/-1", "/enquiries/123456"], path => Assert.Null(IncidentPath.NumberIn(path)));
    }

    [Theory]
    [InlineData("INC-123456: you look into this incident no more", "/incidents", 123456)]
    [InlineData("Morning summary: incident INC-123456", "/", 123456)]
    [InlineData("INC-123456: a step was done", "/incidents/654321", 654321)]
    [InlineData("ENQ-123456: an answer is due", "/enquiries/123456", null)]
    [InlineData("INC-: nothing", "/", null)]
    public void What_a_message_is_about_is_read_from_where_it_leads_or_from_its_subject(string subject, string path, int? number) =>
        Assert.Equal(number, IncidentPath.NumberOf(subject, path));

    private static readonly System.Text.RegularExpressions.Regex RandomPart = new("CfDJ8[A-Za-z0-9_-]+|\\b[0-9a-f]{32}\\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private Task<int> ReportAsync(PortalClient client) => client.ReportIncidentAsync(alleged: _alleged);

    // One of its e-mails, to the leader where nobody else is said, is given up.
    private async Task<OutgoingEmail> FailAsync(int number, Person? of = null)
    {
        var to = (of ?? _leader).Id;
        return await _portal.UseDatabaseAsync(async database =>
        {
            var email = await database.OutgoingEmails.FirstAsync(one => one.IncidentId == number && one.PersonId == to);
            while (email.Status != OutgoingEmailStatus.Failed)
            {
                email.Claim(email.NextAttemptAt);
                email.Postpone("The mail server refused the recipient (550).", email.NextAttemptAt);
            }

            await database.SaveChangesAsync();
            return email;
        });
    }

    private Task<int> RunAsync<TJob>()
        where TJob : Web.Infrastructure.Jobs.Job => _portal.UseAsync(services => services.GetRequiredService<TJob>().RunAsync(CancellationToken.None));

    private string BodyOf(OutgoingEmail email) => _portal.Services.GetRequiredService<EmailOutbox>().Read(email);

    /// <summary>A portal that counts its statements.</summary>
    private sealed class Counted : PortalFactory
    {
        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));
    }
}
