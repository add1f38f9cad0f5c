using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>
/// Sends what is due, one message after another over one connection. Each step of a message is a save of its own, and the
/// message's version decides between two senders: the loser leaves it alone. Between "is handed over now" and "was taken" lies
/// the one point at which the process can die without anybody knowing whether the message was sent. Such a message is put in
/// doubt and not sent again: an e-mail only says that something waits in the portal, where the person sees it anyway, so one
/// that never came costs less than a second one-time link or a second alarm about the same thing.
/// </summary>
public sealed class SendQueuedEmails(
    SocialGovDbContext database, EmailMessages messages, IMailTransport transport, TimeProvider clock, ILogger<SendQueuedEmails> log) : Job
{
    private const int BatchSize = 100;

    // Less than a claim lasts, so that nobody else finds the message abandoned while it is still being handed over.
    private static readonly TimeSpan LongestHandOver = OutgoingEmail.ClaimLifetime - TimeSpan.FromMinutes(1);

    private const string Interrupted = "The portal stopped while it handed the e-mail over.";
    private const string Deactivated = "The person it was for had been deactivated.";

    /// <inheritdoc />
    public override string Name => "Send queued e-mails";

    /// <inheritdoc />
    public override string Description => "Sends the e-mails that wait, and tries those again that the mail server did not take.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var handled = await PutAbandonedInDoubtAsync(cancellationToken);
        while (true)
        {
            var due = await FindDueAsync(cancellationToken);
            foreach (var id in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await ClaimAsync(id, cancellationToken) is not { } email)
                {
                    continue;
                }

                handled += CountOf(email);
                if (!await SendAsync(email, cancellationToken))
                {
                    // Nothing else would get through either. What else is due keeps its turn: the next run tries the connection
                    // again with the next message, so that an outage costs each message one attempt at a time.
                    return handled;
                }
            }

            if (due.Count < BatchSize)
            {
                return handled;
            }
        }
    }

    private async Task<int> PutAbandonedInDoubtAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var abandoned = await database.OutgoingEmails
            .Where(email => email.Status == OutgoingEmailStatus.HandingOver && email.ClaimedUntil <= now)
            .Select(email => email.Id)
            .ToListAsync(cancellationToken);
        var handled = 0;
        foreach (var id in abandoned)
        {
            database.ChangeTracker.Clear();
            var email = await database.OutgoingEmails.SingleAsync(email => email.Id == id, cancellationToken);
            if (!email.PutInDoubtWhenAbandoned(Interrupted, clock.UtcNow()).IsRefused && !(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                handled += CountOf(email);
            }
        }

        return handled;
    }

    // How many were sent is shown to portal managers. What is about an incident does not count: not every one of them may know of it.
    private static int CountOf(OutgoingEmail email) => email.IncidentId is null ? 1 : 0;

    private Task<List<int>> FindDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return database.OutgoingEmails
            .Where(email => (email.Status == OutgoingEmailStatus.Queued && email.NextAttemptAt <= now)
                || (email.Status == OutgoingEmailStatus.Claimed && email.ClaimedUntil <= now))
            .OrderBy(email => email.NextAttemptAt).ThenBy(email => email.Id)
            .Select(email => email.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    /// <returns>The message, or <see langword="null"/> when another sender has it.</returns>
    private async Task<OutgoingEmail?> ClaimAsync(int id, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var email = await database.OutgoingEmails.SingleAsync(email => email.Id == id, cancellationToken);
        return email.Claim(clock.UtcNow()).IsRefused || (await database.TrySaveAsync(cancellationToken)).IsRefused ? null : email;
    }

    /// <returns>Whether there is a connection that the next message can use.</returns>
    private async Task<bool> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        if (await database.People.AnyAsync(person => person.Id == email.PersonId && person.Status == PersonStatus.Deactivated, cancellationToken))
        {
            email.Withhold(Deactivated, clock.UtcNow());
            await database.TrySaveAsync(CancellationToken.None);
            return true;
        }

        if (Build(email) is not { } message)
        {
            await database.TrySaveAsync(CancellationToken.None);
            return true;
        }

        string? problem;
        try
        {
            using var patience = new CancellationTokenSource(LongestHandOver, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            problem = await transport.PrepareAsync(either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            email.PutBack();
            await database.TrySaveAsync(CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            problem = "The mail server took too long to answer.";
        }

        if (problem is not null)
        {
            log.LogWarning("No e-mail can leave: {Problem}", problem);
            email.Postpone(problem, clock.UtcNow());
            await database.TrySaveAsync(CancellationToken.None);
            return false;
        }

        await HandOverAsync(email, message);
        return true;
    }

    /// <summary>From here on nothing is broken off: a message that has begun is finished and written down, also when the portal stops.</summary>
    private async Task HandOverAsync(OutgoingEmail email, MimeMessage message)
    {
        if (email.HandOver(clock.UtcNow()).IsRefused || (await database.TrySaveAsync(CancellationToken.None)).IsRefused)
        {
            // The claim had run out and another sender has the message.
            return;
        }

        using var patience = new CancellationTokenSource(LongestHandOver, clock);
        var handOver = await transport.HandOverAsync(message, patience.Token);
        var now = clock.UtcNow();
        _ = handOver.Outcome switch
        {
            HandOverOutcome.Accepted => email.MarkAsSent(now),
            HandOverOutcome.Refused => email.Postpone(handOver.Problem ?? "", now),
            HandOverOutcome.Unknown => email.PutInDoubt(handOver.Problem ?? "", now),
        };
        if (handOver.Outcome != HandOverOutcome.Accepted)
        {
            log.LogWarning("{Email} was not sent: {Problem}", email.Reference, handOver.Problem);
        }

        await database.TrySaveAsync(CancellationToken.None);
    }

    /// <returns>The message, or <see langword="null"/> when it cannot be built and was postponed: the fault may be put right meanwhile.</returns>
    private MimeMessage? Build(OutgoingEmail email)
    {
        string problem;
        try
        {
            return messages.Build(email);
        }
        catch (CryptographicException)
        {
            problem = "The text cannot be read: the key that protects it is missing.";
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            problem = "The address is not one that mail can be sent to.";
        }

        log.LogWarning("{Email} was not sent: {Problem}", email.Reference, problem);
        email.Postpone(problem, clock.UtcNow());
        return null;
    }
}
