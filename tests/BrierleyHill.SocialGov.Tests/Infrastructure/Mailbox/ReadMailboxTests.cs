using System.Text;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Tests.Support.Imap;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Mailbox;

/// <summary>The platforms' e-mails from a real IMAP server to drafts.</summary>
public sealed class ReadMailboxTests : IClassFixture<ReadMailboxTests.Server>
{
    private readonly ImapServer _server;
    private readonly string _user = $"box{Guid.NewGuid():N}";

    public ReadMailboxTests(Server server) => _server = server.Imap;

    public sealed class Server : IAsyncLifetime
    {
        public ImapServer Imap { get; private set; } = null!;

        public async Task InitializeAsync() => Imap = await ImapServer.StartAsync();

        public async Task DisposeAsync() => await Imap.DisposeAsync();
    }

    private PortalFactory Portal(string folder = "INBOX", int? port = null, string password = ImapServer.Password) => new("Testing", new Dictionary<string, string>
    {
        ["Mailbox:Host"] = "127.0.0.1",
        ["Mailbox:Port"] = (port ?? _server.Port).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mailbox:Security"] = "None",
        ["Mailbox:UserName"] = _user,
        ["Mailbox:Password"] = password,
        ["Mailbox:Folder"] = folder,
    });

    private static Task<int> RunAsync(PortalFactory portal) =>
        portal.UseAsync(services => services.GetRequiredService<ReadMailbox>().RunAsync(CancellationToken.None));

    private static Task<List<EnquiryDraft>> DraftsAsync(PortalFactory portal) =>
        portal.UseDatabaseAsync(database => database.EnquiryDrafts.AsNoTracking().OrderBy(draft => draft.Id).ToListAsync());

    private static MimeMessage Message(string subject, string text = "Anna wrote: is the school open tomorrow?", string? id = null)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text }, Date = PortalFactory.Start.AddYears(3) };
        message.From.Add(new MailboxAddress("Instagram", "no-reply@mail.instagram.com"));
        message.To.Add(new MailboxAddress("School", "alerts@school.example"));
        message.MessageId = id ?? $"{Guid.NewGuid():N}@mail.instagram.com";
        return message;
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Each_message_becomes_one_draft_whose_deadline_runs_from_its_arrival_and_the_mailbox_stays_as_it_was()
    {
        var at = PortalFactory.Start.AddHours(-2);
        await _server.DeliverAsync(_user, Message("One"), at);
        await _server.DeliverAsync(_user, Message("Two"), at.AddMinutes(5));
        await using var portal = Portal();
        Assert.Equal(2, await RunAsync(portal));

        var drafts = await DraftsAsync(portal);
        Assert.Equal(["One", "Two"], drafts.Select(draft => draft.Subject));
        Assert.Equal(("no-reply@mail.instagram.com", at.UtcDateTime, at.UtcDateTime.AddHours(24)), (drafts[0].Sender, drafts[0].ReceivedAt, drafts[0].DueAt));
        Assert.Contains("is the school open tomorrow?", drafts[0].Text, StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync(portal));
        await _server.DeliverAsync(_user, Message("Three"), at.AddMinutes(9));
        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal(3, (await DraftsAsync(portal)).Count);
        Assert.Equal((3, 0), await _server.LookAsync(_user));
    }

    [Fact]
    public async Task The_same_message_id_is_taken_once_also_when_the_folder_is_numbered_anew()
    {
        const string Folder = "Notices";
        var at = PortalFactory.Start.AddHours(-2);
        MimeMessage[] messages = [Message("One"), Message("Two"), Message("Three")];
        foreach (var message in (MimeMessage[])[.. messages, messages[0]])
        {
            await _server.DeliverAsync(_user, message, at, Folder);
        }

        await using var portal = Portal(Folder);
        Assert.Equal(3, await RunAsync(portal));
        var before = await portal.UseDatabaseAsync(database => database.MailboxPositions.AsNoTracking().SingleAsync());

        await _server.RemoveAsync(_user, Folder);
        foreach (var message in (MimeMessage[])[Message("Four"), .. messages.Reverse()])
        {
            await _server.DeliverAsync(_user, message, at, Folder);
        }

        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal(["One", "Two", "Three", "Four"], (await DraftsAsync(portal)).Select(draft => draft.Subject));
        var after = await portal.UseDatabaseAsync(database => database.MailboxPositions.AsNoTracking().SingleAsync());
        Assert.NotEqual(before.Validity, after.Validity);
        Assert.Equal((4, 0), await _server.LookAsync(_user, Folder));
    }

    [Fact]
    public async Task The_first_run_takes_a_week_and_no_more()
    {
        await _server.DeliverAsync(_user, Message("Long ago"), PortalFactory.Start.AddDays(-30));
        await using var portal = Portal();
        Assert.Equal(0, await RunAsync(portal));
        await _server.DeliverAsync(_user, Message("New"), PortalFactory.Start.AddDays(-1));
        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal(["New"], (await DraftsAsync(portal)).Select(draft => draft.Subject));
    }

    [Fact]
    public async Task Attachments_are_not_fetched()
    {
        var message = Message("With pictures");
        message.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "See the pictures." },
            new MimePart("application", "pdf")
            {
                Content = new MimeContent(new MemoryStream(new byte[5_000_000])),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "big.pdf" },
                ContentTransferEncoding = ContentEncoding.Base64,
            },
            new TextPart("plain") { Text = "secret of an attachment", ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "a.txt" } },
        };
        await _server.DeliverAsync(_user, message, PortalFactory.Start.AddHours(-1));
        await using var portal = Portal();
        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal("See the pictures.", Assert.Single(await DraftsAsync(portal)).Text);

        var sent = System.Text.RegularExpressions.Regex.Matches(_server.Log, $"imap\\({_user}\\).*? out=(\\d+)", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(match => long.Parse(match.Groups[1].Value, null));
        Assert.All(sent, bytes => Assert.True(bytes < 50_000, $"The server sent {bytes} bytes."));
    }

    [Fact]
    public async Task Hostile_html_becomes_words_and_nothing_is_loaded()
    {
        var message = Message("<b>Hello</b>");
        message.Body = new TextPart("html")
        {
            Text = "<html><head><title>t</title><style>p{}</style></head><body><script>steal()</script><p onclick=x>Anna &lt;b&gt; wrote</p><img src='http://tracker.example/1.gif'>"
                + "<a href='javascript:x'>see</a><iframe src='http://x.example'>inner</iframe>" + string.Concat(Enumerable.Repeat("<div>", 5000)) + "deep</body></html>",
        };
        await _server.DeliverAsync(_user, message, PortalFactory.Start.AddHours(-1));
        await using var portal = Portal();
        await RunAsync(portal);
        var draft = Assert.Single(await DraftsAsync(portal));
        Assert.Equal("Anna <b> wrote\nsee\ndeep", draft.Text);
    }

    [Fact]
    public async Task Odd_messages_are_taken_too_and_block_nothing()
    {
        var at = PortalFactory.Start.AddHours(-1);
        string[] raw =
        [
            "From: a@b.example\r\nSubject: No body\r\n\r\n",
            "Subject: =?x-unknown?Q?=FF?=\r\nContent-Type: text/plain; charset=x-nonsense\r\n\r\nw\u00f6rd\r\n",
            "From: <>\r\nSubject: Broken multipart\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n",
            "From: a@b.example\r\nSubject: Encrypted\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n",
            "From: a@b.example\r\nSubject: Bad base64\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!not base64!!!\r\n",
            "From: a@b.example\r\nSubject: Nested\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nin the middle\r\n--c--\r\n--b--\r\n--a--\r\n",
            "From: a@b.example\r\nAuto-Submitted: auto-generated\r\nSubject: " + new string('s', 3000) + "\r\n\r\n" + new string('t', 600_000) + "\r\n",
        ];
        foreach (var message in raw)
        {
            await _server.DeliverAsync(_user, Encoding.UTF8.GetBytes(message), at);
        }

        await _server.DeliverAsync(_user, Message("The last"), at);
        await using var portal = Portal();
        Assert.Equal(raw.Length + 1, await RunAsync(portal));
        Assert.Equal(0, await RunAsync(portal));
        var drafts = await DraftsAsync(portal);
        Assert.Equal(ReceivedMessage.Wordless, drafts[0].Text);
        Assert.Equal("wörd", drafts[1].Text);
        Assert.Equal(ReceivedMessage.Wordless, drafts[3].Text);
        Assert.Equal("in the middle", drafts[5].Text);
        Assert.Equal((EnquiryDraft.SubjectMaximumLength, EnquiryDraft.TextMaximumLength), (drafts[6].Subject.Length, drafts[6].Text.Length));
        Assert.Equal("The last", drafts[^1].Subject);
    }

    [Fact]
    public void Of_what_is_quoted_a_few_lines_are_kept() =>
        Assert.Equal("Yes\n> 1\n> 2\n> 3\n> …\nBye", ReceivedMessage.Words("Yes\n> 1\n> 2\n> 3\n> 4\n> 5\nBye", null));

    [Fact]
    public async Task A_run_that_is_ended_in_the_midst_takes_each_message_once()
    {
        var at = PortalFactory.Start.AddHours(-1);
        for (var number = 0; number < 3; number++)
        {
            await _server.DeliverAsync(_user, Message($"Message {number}"), at);
        }

        var breaker = new Breaker();
        await using var portal = Portal().Breaking(breaker);
        // Each statement that writes is the one at which the process ends, once.
        for (var statement = 1; statement <= 40; statement++)
        {
            breaker.FailAt = statement;
            try
            {
                await RunAsync(portal);
            }
            catch (Exception failure) when (failure is BrokenException || failure.InnerException is BrokenException)
            {
                // Ended; the next run goes on.
            }
        }

        breaker.FailAt = 0;
        await RunAsync(portal);
        Assert.True(breaker.Failures > 5);
        var drafts = await DraftsAsync(portal);
        Assert.Equal(["Message 0", "Message 1", "Message 2"], drafts.Select(draft => draft.Subject));
        Assert.Equal(3, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(EnquiryDraftTaken))));
    }

    [Fact]
    public async Task A_wrong_password_and_a_server_that_is_down_are_told_in_words_without_the_password()
    {
        const string Wrong = "sparrow-granite-77";
        await using (var portal = Portal(password: Wrong))
        {
            await RunByRunnerAsync(portal);
            var run = await portal.UseDatabaseAsync(database => database.JobRuns.AsNoTracking().SingleAsync());
            Assert.Equal("The mailbox’s server refused the sign-in. Check the settings Mailbox:UserName and Mailbox:Password.", run.Error);
            Assert.DoesNotContain(Wrong, portal.Log(), StringComparison.Ordinal);
            Assert.DoesNotContain(_user, portal.Log(), StringComparison.Ordinal);
        }

        await using var down = Portal(port: ImapServer.UnusedPort());
        await RunByRunnerAsync(down);
        Assert.Equal("The mailbox’s server could not be reached.", (await down.UseDatabaseAsync(database => database.JobRuns.AsNoTracking().SingleAsync())).Error);
        await using var elsewhere = Portal(folder: "Nowhere");
        var trouble = await Assert.ThrowsAsync<JobProblemException>(() => RunAsync(elsewhere));
        Assert.Equal("The mailbox has no folder of the name that the setting Mailbox:Folder gives.", trouble.Message);
    }

    private static async Task RunByRunnerAsync(PortalFactory portal) =>
        Assert.True(await portal.Services.GetServices<IHostedService>().OfType<JobRunner<ReadMailbox>>().Single().RunOnceAsync(CancellationToken.None));

    public static TheoryData<string, string?, string> WrongSettings => new()
    {
        { "Mailbox:Host", "imap.school.example:993", "Mailbox:Host" },
        { "Mailbox:Host", null, "Mailbox:Host" },
        { "Mailbox:UserName", null, "Mailbox:UserName" },
        { "Mailbox:Password", null, "Mailbox:Password" },
        { "Mailbox:Security", "None", "Mailbox:Security" },
        { "Mailbox:Security", "Sometimes", "Mailbox:Security" },
        { "Mailbox:Port", "0", "Mailbox:Port" },
        { "Mailbox:Minutes", "0", "Mailbox:Minutes" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void A_wrong_setting_stops_the_start_and_never_shows_the_password(string key, string? value, string named)
    {
        var settings = new Dictionary<string, string?> { ["Mailbox:Host"] = "imap.school.example", ["Mailbox:UserName"] = "alerts", ["Mailbox:Password"] = "hush-hush" };
        Assert.Equal(993, MailboxSettings.Read(new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())).Port);
        settings[key] = value;
        var refused = Assert.Throws<StartRefusedException>(() => MailboxSettings.Read(new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_host_there_is_no_such_job()
    {
        await using var portal = new PortalFactory();
        Assert.DoesNotContain(await portal.UseAsync(services => Task.FromResult(services.GetServices<Job>().ToList())), job => job is ReadMailbox);
    }
}

internal sealed class BrokenException : Exception;

/// <summary>Ends the process, as far as the database sees it, at the n-th statement.</summary>
internal sealed class Breaker : DbCommandInterceptor
{
    private int _statements;
    private int _failAt;

    public int FailAt
    {
        get => _failAt;
        set => (_failAt, _statements) = (value, 0);
    }

    public int Failures { get; private set; }

    public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
        System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Break();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Break();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Break()
    {
        if (FailAt > 0 && ++_statements == FailAt)
        {
            Failures++;
            throw new BrokenException();
        }
    }
}

internal static class BreakingPortal
{
    public static PortalFactory Breaking(this PortalFactory portal, Breaker breaker)
    {
        portal.AlsoRegister = services => services.AddSingleton<IInterceptor>(breaker);
        return portal;
    }
}
