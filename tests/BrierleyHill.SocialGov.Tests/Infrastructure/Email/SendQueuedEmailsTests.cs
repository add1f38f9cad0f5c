using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support.Smtp;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Email;

public class SendQueuedEmailsTests
{
    [Fact]
    public async Task A_queued_message_arrives_once_and_as_it_should_be()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        Assert.Equal(1, await portal.RunAsync<SendQueuedEmails>());
        Assert.Equal(0, await portal.RunAsync<SendQueuedEmails>());

        var email = await portal.EmailAsync(id);
        Assert.Equal((OutgoingEmailStatus.Sent, portal.Clock.UtcNow(), ""), (email.Status, email.SentAt, email.ProtectedBody));
        var message = Assert.Single(server.Messages());
        var from = Assert.IsType<MailboxAddress>(Assert.Single(message.From));
        Assert.Equal(("Brierley Hill Primary School", "portal@school.example"), (from.Name, from.Address));
        Assert.Equal("pat@school.example", Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal("A business case waits: APP-000001", message.Subject);
        Assert.Equal(email.MessageId, message.MessageId);
        Assert.Equal(PortalServices.Start, message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        var text = Assert.IsType<TextPart>(message.Body);
        Assert.Equal(("text/plain", "utf-8"), (text.ContentType.MimeType, text.ContentType.Charset));
        Assert.Contains("A business case waits for you – see the portal.", text.Text, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/applications/1", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_server_is_down_nothing_is_lost_and_afterwards_it_arrives_once()
    {
        var port = await SmtpServer.UnusedPortAsync();
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(port));
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        Assert.Equal(1, await portal.RunAsync<SendQueuedEmails>());
        Assert.Equal(0, await portal.RunAsync<SendQueuedEmails>());
        var waiting = await portal.EmailAsync(id);
        Assert.Equal((OutgoingEmailStatus.Queued, 1, "The mail server could not be reached."), (waiting.Status, waiting.Attempts, waiting.LastError));
        Assert.Equal(portal.Clock.UtcNow() + OutgoingEmail.Waits[0], waiting.NextAttemptAt);

        await using var server = await SmtpServer.StartAsync($"--port={port}");
        portal.Clock.Advance(OutgoingEmail.Waits[0]);
        await portal.RunAsync<SendQueuedEmails>();
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await portal.RunAsync<SendQueuedEmails>();
        Assert.Single(server.Messages());
        Assert.Equal(OutgoingEmailStatus.Sent, (await portal.EmailAsync(id)).Status);
    }

    [Fact]
    public async Task An_outage_costs_each_message_one_attempt_at_a_time()
    {
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(await SmtpServer.UnusedPortAsync()));
        var pat = await portal.AddPersonAsync("Pat");
        await portal.QueueAsync(pat);
        await portal.QueueAsync(pat);
        await portal.QueueAsync(pat);

        Assert.Equal(1, await portal.RunAsync<SendQueuedEmails>());
        Assert.Equal((IEnumerable<int>)[1, 0, 0], await AttemptsAsync());
        await portal.RunAsync<SendQueuedEmails>();
        await portal.RunAsync<SendQueuedEmails>();
        await portal.RunAsync<SendQueuedEmails>();
        Assert.Equal((IEnumerable<int>)[1, 1, 1], await AttemptsAsync());

        Task<List<int>> AttemptsAsync() => portal.ReadAsync(database => database.OutgoingEmails.OrderBy(email => email.Id).Select(email => email.Attempts).ToListAsync());
    }

    [Fact]
    public async Task A_process_that_dies_between_the_servers_yes_and_the_record_leaves_a_message_in_doubt_that_came_once()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var dying = await PortalServices.StartAsync(
            PortalServices.ServerAt(server.Port), services => DyingTransport.Register(services, afterHandOver: true));
        var manager = await dying.AddPersonAsync("Mo", Roles.PortalManager);
        var id = await dying.QueueAsync(await dying.AddPersonAsync("Pat"));
        await Assert.ThrowsAsync<ProcessKilledException>(() => dying.RunAsync<SendQueuedEmails>());
        Assert.Single(server.Messages());
        Assert.Equal(OutgoingEmailStatus.HandingOver, (await dying.EmailAsync(id)).Status);

        await using var next = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port), beside: dying);
        next.Clock.Advance(OutgoingEmail.ClaimLifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await next.RunAsync<SendQueuedEmails>());
        next.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await next.RunAsync<SendQueuedEmails>());
        Assert.Equal(OutgoingEmailStatus.InDoubt, (await next.EmailAsync(id)).Status);

        next.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await next.RunAsync<SendQueuedEmails>());
        Assert.Single(server.Messages());
        var told = Assert.Single(await next.ReadAsync(database => database.Notifications.ToListAsync()));
        Assert.Equal((manager, (await next.EmailAsync(id)).Reference, "/mail?status=InDoubt"), (told.PersonId, told.Reference, told.Path));
        Assert.Equal(1, await next.ReadAsync(database => database.OutgoingEmails.CountAsync()));
    }

    [Fact]
    public async Task A_process_that_dies_between_claim_and_hand_over_leaves_a_message_that_is_sent_once_when_the_claim_ran_out()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var dying = await PortalServices.StartAsync(
            PortalServices.ServerAt(server.Port), services => DyingTransport.Register(services, afterHandOver: false));
        var id = await dying.QueueAsync(await dying.AddPersonAsync("Pat"));
        await Assert.ThrowsAsync<ProcessKilledException>(() => dying.RunAsync<SendQueuedEmails>());
        Assert.Equal(OutgoingEmailStatus.Claimed, (await dying.EmailAsync(id)).Status);

        await using var next = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port), beside: dying);
        Assert.Equal(0, await next.RunAsync<SendQueuedEmails>());
        Assert.Empty(server.Messages());
        next.Clock.Advance(OutgoingEmail.ClaimLifetime);
        Assert.Equal(1, await next.RunAsync<SendQueuedEmails>());
        Assert.Equal(0, await next.RunAsync<SendQueuedEmails>());
        Assert.Single(server.Messages());
        Assert.Equal(OutgoingEmailStatus.Sent, (await next.EmailAsync(id)).Status);
    }

    [Fact]
    public async Task Two_senders_on_one_database_send_each_of_fifty_messages_once()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var one = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        await using var other = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port), beside: one);
        var pat = await one.AddPersonAsync("Pat");
        for (var number = 0; number < 50; number++)
        {
            await one.QueueAsync(pat);
        }

        var handled = await Task.WhenAll(Task.Run(() => one.RunAsync<SendQueuedEmails>()), Task.Run(() => other.RunAsync<SendQueuedEmails>()));

        var arrived = server.Messages().Select(message => message.MessageId!).ToList();
        var queued = await one.ReadAsync(database => database.OutgoingEmails.Select(email => email.MessageId).ToListAsync());
        Assert.Equal([.. queued.Order(StringComparer.Ordinal)], arrived.Order(StringComparer.Ordinal));
        Assert.Equal(50, handled.Sum());
        Assert.Equal(50, await one.ReadAsync(database => database.OutgoingEmails.CountAsync(email => email.Status == OutgoingEmailStatus.Sent)));
    }

    [Fact]
    public async Task A_recipient_that_the_server_refuses_waits_and_the_others_get_theirs()
    {
        await using var server = await SmtpServer.StartAsync("--answer-recipient=pat@school.example=550 5.1.1 No such person pat@school.example");
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        var refused = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));
        var taken = await portal.QueueAsync(await portal.AddPersonAsync("Sam"));

        Assert.Equal(2, await portal.RunAsync<SendQueuedEmails>());

        var email = await portal.EmailAsync(refused);
        Assert.Equal((OutgoingEmailStatus.Queued, 1, "The mail server refused the recipient (550)."), (email.Status, email.Attempts, email.LastError));
        Assert.Equal(OutgoingEmailStatus.Sent, (await portal.EmailAsync(taken)).Status);
        Assert.Equal("sam@school.example", Assert.Single(server.Messages()).To.Mailboxes.Single().Address);
        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains("school.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_the_server_refuses_is_tried_until_the_last_wait_and_then_has_failed()
    {
        await using var server = await SmtpServer.StartAsync("--answer-message=451 Try later");
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        var manager = await portal.AddPersonAsync("Mo", Roles.PortalManager);
        var pat = await portal.AddPersonAsync("Pat");
        var former = await portal.AddPersonAsync("Former", Roles.PortalManager);
        await DeactivateAsync(portal, former);
        int[] ids = [await portal.QueueAsync(pat), await portal.QueueAsync(pat)];
        foreach (var wait in OutgoingEmail.Waits)
        {
            Assert.Equal(2, await portal.RunAsync<SendQueuedEmails>());
            portal.Clock.Advance(wait);
        }

        Assert.Empty(await portal.ReadAsync(database => database.Notifications.ToListAsync()));
        await portal.RunAsync<SendQueuedEmails>();
        portal.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await portal.RunAsync<SendQueuedEmails>());

        foreach (var id in ids)
        {
            var email = await portal.EmailAsync(id);
            Assert.Equal((OutgoingEmailStatus.Failed, "The mail server refused the e-mail (451)."), (email.Status, email.LastError));
        }

        // Both failed: one unread notification says so, to the active manager alone, and no e-mail about e-mail.
        Assert.Equal(manager, Assert.Single(await portal.ReadAsync(database => database.Notifications.ToListAsync())).PersonId);
        Assert.Equal(2, await portal.ReadAsync(database => database.OutgoingEmails.CountAsync()));
    }

    [Theory]
    [InlineData("on-sender", OutgoingEmailStatus.Queued, 0)]
    [InlineData("before-taking", OutgoingEmailStatus.InDoubt, 0)]
    [InlineData("before-reply", OutgoingEmailStatus.InDoubt, 1)]
    public async Task A_connection_that_ends_half_way_puts_the_message_in_doubt_only_if_it_may_have_been_taken(
        string point, OutgoingEmailStatus becomes, int arrived)
    {
        await using var server = await SmtpServer.StartAsync($"--drop={point}");
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        await portal.RunAsync<SendQueuedEmails>();

        Assert.Equal(becomes, (await portal.EmailAsync(id)).Status);
        Assert.Equal(arrived, server.Messages().Count);
        if (becomes == OutgoingEmailStatus.InDoubt)
        {
            portal.Clock.Advance(TimeSpan.FromDays(30));
            Assert.Equal(0, await portal.RunAsync<SendQueuedEmails>());
            Assert.Equal(arrived, server.Messages().Count);
        }
    }

    [Fact]
    public async Task A_message_in_doubt_that_a_person_has_tried_again_is_sent_under_the_same_message_id()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await PortalServices.StartAsync(
            PortalServices.ServerAt(server.Port), services => DyingTransport.Register(services, afterHandOver: true));
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));
        await Assert.ThrowsAsync<ProcessKilledException>(() => portal.RunAsync<SendQueuedEmails>());
        await using var next = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port), beside: portal);
        next.Clock.Advance(OutgoingEmail.ClaimLifetime);
        await next.RunAsync<SendQueuedEmails>();

        await next.DoAsync(async database =>
        {
            var email = await database.OutgoingEmails.SingleAsync(one => one.Id == id);
            Assert.False(email.TryAgain(new(null, "Mo", Roles.PortalManager), next.Clock.UtcNow()).IsRefused);
            await database.SaveChangesAsync();
        });
        await next.RunAsync<SendQueuedEmails>();

        Assert.Equal(OutgoingEmailStatus.Sent, (await next.EmailAsync(id)).Status);
        Assert.Equal(2, server.Messages().Count);
        Assert.Single(server.Messages().Select(message => message.MessageId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_to_somebody_who_was_deactivated_meanwhile()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port));
        var pat = await portal.AddPersonAsync("Pat");
        var id = await portal.QueueAsync(pat);
        await DeactivateAsync(portal, pat);

        Assert.Equal(1, await portal.RunAsync<SendQueuedEmails>());

        var email = await portal.EmailAsync(id);
        Assert.Equal((OutgoingEmailStatus.Withheld, ""), (email.Status, email.ProtectedBody));
        Assert.Empty(server.Messages());
        Assert.Equal(1, await portal.ReadAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(EmailWithheld))));
    }

    [Theory]
    [InlineData("right password", OutgoingEmailStatus.Sent, null)]
    [InlineData("wrong password", OutgoingEmailStatus.Queued, "The mail server refused the sign-in.")]
    public async Task A_server_that_asks_for_a_sign_in_gets_it(string password, OutgoingEmailStatus becomes, string? error)
    {
        await using var server = await SmtpServer.StartAsync("--user=portal", "--password=right password");
        var settings = PortalServices.ServerAt(server.Port);
        settings["Mail:User"] = "portal";
        settings["Mail:Password"] = password;
        await using var portal = await PortalServices.StartAsync(settings);
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        await portal.RunAsync<SendQueuedEmails>();

        var email = await portal.EmailAsync(id);
        Assert.Equal((becomes, error), (email.Status, email.LastError));
        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_encryption_is_not_used_where_encryption_is_asked_for()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var portal = await PortalServices.StartAsync(PortalServices.ServerAt(server.Port, "StartTls"));
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        await portal.RunAsync<SendQueuedEmails>();

        Assert.Empty(server.Messages());
        Assert.Equal("The mail server does not offer encryption (STARTTLS).", (await portal.EmailAsync(id)).LastError);
    }

    [Fact]
    public async Task An_orderly_stop_while_connecting_costs_no_attempt_and_no_wait()
    {
        await using var portal = await PortalServices.StartAsync(also: services => services.AddScoped<IMailTransport, EndlessTransport>());
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.RunAsync<SendQueuedEmails>(stop.Token));

        var email = await portal.EmailAsync(id);
        Assert.Equal((OutgoingEmailStatus.Queued, 0, portal.Clock.UtcNow()), (email.Status, email.Attempts, email.NextAttemptAt));
    }

    [Fact]
    public async Task A_message_whose_text_cannot_be_read_any_more_waits_and_says_so()
    {
        await using var portal = await PortalServices.StartAsync();
        var pat = await portal.AddPersonAsync("Pat");
        var id = await portal.ReadAsync(async database =>
        {
            var email = OutgoingEmail.Queue("id@school.example", pat, "pat@school.example", "Something waits", "not protected by any key", portal.Clock.UtcNow());
            database.OutgoingEmails.Add(email);
            await database.SaveChangesAsync();
            return email.Id;
        });

        await portal.RunAsync<SendQueuedEmails>();

        var email = await portal.EmailAsync(id);
        Assert.Equal((OutgoingEmailStatus.Queued, "The text cannot be read: the key that protects it is missing."), (email.Status, email.LastError));
    }

    [Fact]
    public async Task A_commit_that_queues_an_e_mail_wakes_the_sender_before_its_interval()
    {
        await using var portal = await PortalServices.StartAsync();
        var pat = await portal.AddPersonAsync("Pat");
        var runner = portal.Runner<SendQueuedEmails>();
        await runner.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => portal.ReadAsync(database => database.JobRuns.AnyAsync()));

        // The clock stands still, so the interval never passes.
        var id = await portal.QueueAsync(pat);
        await Eventually.IsTrueAsync(async () => (await portal.EmailAsync(id)).Status == OutgoingEmailStatus.Sent);
        await runner.StopAsync(CancellationToken.None);
    }

    private static Task DeactivateAsync(PortalServices portal, int personId) => portal.DoAsync(async database =>
    {
        var person = await database.People.SingleAsync(one => one.Id == personId);
        Assert.False(person.Deactivate("Left.", 1, PeopleActors.CommandLine, portal.Clock.UtcNow()).IsRefused);
        await database.SaveChangesAsync();
    });

    private sealed class EndlessTransport : IMailTransport
    {
        public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public Task<HandOver> HandOverAsync(MimeMessage message, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing is handed over without a connection.");
    }
}

/// <summary>Stands for SIGKILL: nothing after it is run, nothing is recorded.</summary>
public sealed class ProcessKilledException : Exception
{
    public ProcessKilledException()
    {
    }

    public ProcessKilledException(string message)
        : base(message)
    {
    }

    public ProcessKilledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The real SMTP transport in a process that dies, before or after the server has taken the message.</summary>
internal sealed class DyingTransport(SmtpMailTransport real, bool afterHandOver) : IMailTransport
{
    public static void Register(IServiceCollection services, bool afterHandOver)
    {
        services.AddScoped<SmtpMailTransport>();
        services.AddScoped<IMailTransport>(scope => new DyingTransport(scope.GetRequiredService<SmtpMailTransport>(), afterHandOver));
    }

    public Task<string?> PrepareAsync(CancellationToken cancellationToken) =>
        afterHandOver ? real.PrepareAsync(cancellationToken) : throw new ProcessKilledException();

    public async Task<HandOver> HandOverAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        Assert.Equal(HandOverOutcome.Accepted, (await real.HandOverAsync(message, cancellationToken)).Outcome);
        throw new ProcessKilledException();
    }
}
