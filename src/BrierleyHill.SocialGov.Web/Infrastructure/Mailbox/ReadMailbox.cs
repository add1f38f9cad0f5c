using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using MailKit;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;

/// <summary>
/// Turns each e-mail in the mailbox of the platforms' notifications into a draft, once (ADR 40). Draft and position are saved together, and
/// the draft's hash is unique: a run that is ended between any two statements takes no message twice and loses none.
/// </summary>
public sealed class ReadMailbox(SocialGovDbContext database, MailboxSettings settings, DeadlineSettings deadlines, TimeProvider clock) : Job
{
    /// <summary>How many days back the first run looks, and a run after the server has numbered the folder anew.</summary>
    public const int DaysBack = 7;

    /// <summary>How many messages one run takes at most; the next run goes on with the rest.</summary>
    public const int MostMessagesAtATime = 200;

    private static readonly DateTime Earliest = new(BankHolidays.FirstYear + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <inheritdoc />
    public override string Name => "Mailbox of the platforms";

    /// <inheritdoc />
    public override string Description => "Reads the e-mails of the platforms from the mailbox that is set, and lets each wait as a draft of an enquiry. It deletes and marks nothing there.";

    /// <inheritdoc />
    public override TimeSpan Interval => settings.Interval;

    /// <inheritdoc />
    /// <exception cref="JobProblemException">The mailbox cannot be read; why, in words.</exception>
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Host is null)
        {
            return 0;
        }

        await using var mailbox = new ImapMailbox(settings);
        await mailbox.OpenAsync(cancellationToken);
        var waiting = await InWordsAsync(() => ListAsync(mailbox, cancellationToken), cancellationToken);
        var taken = 0;
        foreach (var uid in waiting.Take(MostMessagesAtATime))
        {
            var message = await ReadAsync(mailbox, uid, cancellationToken);
            taken += await TakeAsync(message, uid, mailbox.Validity, cancellationToken) ? 1 : 0;
        }

        if (waiting.Count <= MostMessagesAtATime)
        {
            await MoveAsync(mailbox.Validity, waiting.Count == 0 ? mailbox.HighestUid : waiting[^1].Id, isAtEnd: true, cancellationToken);
        }

        return taken;
    }

    private async Task<IReadOnlyList<UniqueId>> ListAsync(ImapMailbox mailbox, CancellationToken cancellationToken)
    {
        var position = await database.MailboxPositions.AsNoTracking().SingleOrDefaultAsync(found => found.Mailbox == settings.Key, cancellationToken);
        if (position is not null && position.Validity == mailbox.Validity)
        {
            return await mailbox.ListAfterAsync(position.LastUid, cancellationToken);
        }

        // The server's dates are days without a zone: one more is looked at, and the hash tells what is known.
        var from = (position?.ReadAt ?? clock.UtcNow()).AddDays(-DaysBack - 1);
        return await mailbox.ListSinceAsync(from, cancellationToken);
    }

    // A message that cannot be read must neither block those after it nor be lost: it is tried once more on a new connection, and then waits
    // as a draft that says so. A server that cannot be reached any more ends the run; the message is the next run's first.
    private async Task<ReceivedMessage?> ReadAsync(ImapMailbox mailbox, UniqueId uid, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var validity = mailbox.Validity;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await mailbox.ReadAsync(uid, now, cancellationToken);
            }
            catch (Exception failure) when (ImapMailbox.IsFault(failure, cancellationToken))
            {
                await mailbox.OpenAsync(cancellationToken);
                if (mailbox.Validity != validity)
                {
                    throw new JobProblemException("The mailbox’s server numbered its messages anew while they were read. The next run goes on.", failure);
                }

                if (attempt == 2)
                {
                    return new ReceivedMessage(uid.Id, now, $"{settings.Key} {validity} {uid.Id}", "", "An e-mail that could not be read", "", ReceivedMessage.Unreadable);
                }
            }
        }
    }

    private async Task<bool> TakeAsync(ReceivedMessage? message, UniqueId uid, long validity, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        if (message is null || await database.EnquiryDrafts.AnyAsync(draft => draft.MessageHash == message.Hash, cancellationToken))
        {
            await MoveAsync(validity, uid.Id, isAtEnd: false, cancellationToken);
            return false;
        }

        var now = clock.UtcNow();
        // A server's clock may be wrong: nothing was received tomorrow, or before there were such calendars.
        var receivedAt = message.ReceivedAt > now || message.ReceivedAt < Earliest ? now : message.ReceivedAt;
        var deadline = ResponseDeadline.Of(receivedAt, await database.LoadWorkingCalendarAsync(cancellationToken), deadlines.Response);
        var accounts = await database.Accounts.AsNoTracking()
            .Where(account => account.Status == AccountStatus.Active || account.Status == AccountStatus.Suspended)
            .Select(account => new GuessableAccount(account.Id, account.Platform, account.Handle))
            .ToListAsync(cancellationToken);
        database.EnquiryDrafts.Add(EnquiryDraft.Take(
            message.Hash,
            message.Sender,
            message.Subject,
            message.Text,
            deadline,
            DraftAccountGuess.Of(message.Sender, message.Subject, message.Text, accounts),
            Actor.Portal(Name),
            now));
        await SetPositionAsync(validity, uid.Id, isAtEnd: false, cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another run, whose lease had run out, took it between the look and the save. Anything else is a fault.
            database.ChangeTracker.Clear();
            if (!await database.EnquiryDrafts.AnyAsync(draft => draft.MessageHash == message.Hash, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private async Task MoveAsync(long validity, long uid, bool isAtEnd, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        await SetPositionAsync(validity, uid, isAtEnd, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task SetPositionAsync(long validity, long uid, bool isAtEnd, CancellationToken cancellationToken)
    {
        var position = await database.MailboxPositions.SingleOrDefaultAsync(found => found.Mailbox == settings.Key, cancellationToken);
        if (position is null)
        {
            position = new MailboxPosition { Mailbox = settings.Key, ReadAt = clock.UtcNow() };
            database.MailboxPositions.Add(position);
        }

        position.LastUid = position.Validity == validity && position.LastUid > uid ? position.LastUid : uid;
        position.Validity = validity;
        if (isAtEnd)
        {
            position.ReadAt = clock.UtcNow();
        }
    }

    private static async Task<T> InWordsAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (failure is not DbUpdateException && failure is not JobProblemException && ImapMailbox.IsFault(failure, cancellationToken))
        {
            throw new JobProblemException("The mailbox’s server stopped answering while the folder was looked through.", failure);
        }
    }
}
