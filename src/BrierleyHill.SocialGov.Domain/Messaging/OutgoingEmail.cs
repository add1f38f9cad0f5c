using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Messaging;

/// <summary>
/// Lifecycle of an e-mail in the outbox: <c>Queued → Claimed → HandingOver → Sent</c>. A refused attempt goes back to Queued
/// with a longer wait, and ends as Failed. A claim that ran out goes back to Queued: nothing had been handed over. A message
/// that was being handed over when the process died is InDoubt: it may have been sent, so it is not sent again by itself.
/// A message whose reader was deactivated while it waited, or may not know any more of what it is about, is Withheld for good.
/// </summary>
public enum OutgoingEmailStatus
{
    /// <summary>Waits to be sent.</summary>
    [Display(Name = "Queued")]
    Queued,

    /// <summary>Taken by one sender, which is connecting to the mail server.</summary>
    [Display(Name = "Being sent")]
    Claimed,

    /// <summary>Being handed to the mail server at this moment.</summary>
    [Display(Name = "Being handed over")]
    HandingOver,

    /// <summary>The mail server has taken it.</summary>
    [Display(Name = "Sent")]
    Sent,

    /// <summary>Given up after the last attempt.</summary>
    [Display(Name = "Failed")]
    Failed,

    /// <summary>It may have been sent or not: somebody has to look.</summary>
    [Display(Name = "In doubt")]
    InDoubt,

    /// <summary>Never sent: the person it was for had been deactivated, or may not know of it.</summary>
    [Display(Name = "Not sent")]
    Withheld,
}

/// <summary>An e-mail on its way out. It is written in the same transaction as what it tells of, and leaves afterwards.</summary>
public sealed class OutgoingEmail : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "EML";

    /// <summary>Longest subject, in characters.</summary>
    public const int SubjectMaximumLength = 200;

    /// <summary>Longest error that is kept, in characters.</summary>
    public const int ErrorMaximumLength = 300;

    /// <summary>How long a sender may hold a message before another may take it.</summary>
    public static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The waits after each refused attempt. After the last, the message has failed: a little over two days in all.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(3),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    private OutgoingEmail()
    {
    }

    /// <summary>
    /// The reference: random, unlike that of other records. A portal manager reads the outbox, and the gaps of numbers in a row would tell of
    /// e-mails that they may not know of.
    /// </summary>
    public override string Reference => ReferenceTo(Key);

    /// <summary>That of the incident it is about, so that its lines are read by those who know the incident alone.</summary>
    public override string AuditReference => IncidentId is { } incident ? Shared.Reference.Of(Incident.ReferenceKind, incident) : Reference;

    /// <summary>What stands for it in addresses: random. Unique.</summary>
    public Guid Key { get; private set; }

    /// <summary>The number of the incident it is about, if it is about one: nobody else than those to whom that is open sees it in the outbox.</summary>
    public int? IncidentId { get; private set; }

    /// <summary>The Message-ID header, the same for every attempt. Unique.</summary>
    public string MessageId { get; private set; } = "";

    /// <summary>Whom it is for; <see langword="null"/> for an address of somebody who is not in the directory.</summary>
    public int? PersonId { get; private set; }

    /// <summary>Where it goes.</summary>
    public string ToAddress { get; private set; } = "";

    /// <summary>The subject: what kind of thing waits, and its reference.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The text, encrypted: an invitation carries a link that lets its reader in. Emptied when it was sent.</summary>
    public string ProtectedBody { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public OutgoingEmailStatus Status { get; private set; }

    /// <summary>When it was queued, UTC.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>When the next attempt is due, UTC.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>When the present claim runs out, UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>How many attempts were refused.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the mail server took it, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the last attempt met, without addresses or text.</summary>
    public string? LastError { get; private set; }

    /// <summary>Queues a message.</summary>
    /// <param name="messageId">The Message-ID header.</param>
    /// <param name="personId">Whom it is for, if they are in the directory.</param>
    /// <param name="toAddress">Where it goes.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="protectedBody">The text, encrypted.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="incidentId">The number of the incident it is about, if it is about one.</param>
    public static OutgoingEmail Queue(
        string messageId, int? personId, string toAddress, string subject, string protectedBody, DateTime at, int? incidentId = null) => new()
    {
        Key = Guid.NewGuid(),
        IncidentId = incidentId,
        MessageId = messageId,
        PersonId = personId,
        ToAddress = toAddress,
        Subject = subject,
        ProtectedBody = protectedBody,
        Status = OutgoingEmailStatus.Queued,
        QueuedAt = at,
        NextAttemptAt = at,
    };

    /// <summary>The reference of the e-mail with this key.</summary>
    public static string ReferenceTo(Guid key) => $"{ReferenceKind}-{key.ToString("N")[..10].ToUpperInvariant()}";

    /// <summary>Takes it for one attempt. Of two senders at once, one is refused when it is saved.</summary>
    public Result Claim(DateTime at)
    {
        var abandoned = Status == OutgoingEmailStatus.Claimed && ClaimedUntil <= at;
        if (!abandoned && (Status != OutgoingEmailStatus.Queued || NextAttemptAt > at))
        {
            return MessagingErrors.NotDue;
        }

        Status = OutgoingEmailStatus.Claimed;
        ClaimedUntil = at + ClaimLifetime;
        return Result.Done;
    }

    /// <summary>Connected and signed in: the message is handed over next. From here on it can be in doubt.</summary>
    public Result HandOver(DateTime at)
    {
        if (Status != OutgoingEmailStatus.Claimed)
        {
            return MessagingErrors.NotClaimed;
        }

        Status = OutgoingEmailStatus.HandingOver;
        ClaimedUntil = at + ClaimLifetime;
        return Result.Done;
    }

    /// <summary>The mail server has taken it.</summary>
    public Result MarkAsSent(DateTime at)
    {
        if (Status != OutgoingEmailStatus.HandingOver)
        {
            return MessagingErrors.NotClaimed;
        }

        Status = OutgoingEmailStatus.Sent;
        SentAt = at;
        ClaimedUntil = null;
        LastError = null;
        ProtectedBody = "";
        return Result.Done;
    }

    /// <summary>The sender stops before anything was handed over: the next one takes the message at once, and no attempt is counted.</summary>
    public Result PutBack()
    {
        if (Status != OutgoingEmailStatus.Claimed)
        {
            return MessagingErrors.NotClaimed;
        }

        Status = OutgoingEmailStatus.Queued;
        ClaimedUntil = null;
        return Result.Done;
    }

    /// <summary>
    /// The person it was for has been deactivated, or may not know any more of what it is about: it is never sent, and its text, which may hold a link
    /// that lets its reader in, is gone.
    /// </summary>
    /// <param name="reason">Why, without names.</param>
    /// <param name="at">When, UTC.</param>
    public Result Withhold(string reason, DateTime at)
    {
        if (Status is not (OutgoingEmailStatus.Queued or OutgoingEmailStatus.Claimed))
        {
            return MessagingErrors.NotClaimed;
        }

        Status = OutgoingEmailStatus.Withheld;
        ClaimedUntil = null;
        LastError = Shorten(reason);
        ProtectedBody = "";
        Record(new EmailWithheld(Actor.Portal(MessagingEvents.Outbox), at));
        return Result.Done;
    }

    /// <summary>The attempt was refused, or the server could not be reached: nothing was sent. It is tried again later, or has failed.</summary>
    public Result Postpone(string error, DateTime at)
    {
        if (Status is not (OutgoingEmailStatus.Claimed or OutgoingEmailStatus.HandingOver))
        {
            return MessagingErrors.NotClaimed;
        }

        LastError = Shorten(error);
        ClaimedUntil = null;
        if (Attempts < Waits.Count)
        {
            Status = OutgoingEmailStatus.Queued;
            NextAttemptAt = at + Waits[Attempts];
        }
        else
        {
            Status = OutgoingEmailStatus.Failed;
            Record(new EmailFailed(Actor.Portal(MessagingEvents.Outbox), at));
        }

        Attempts++;
        return Result.Done;
    }

    /// <summary>It may have been sent: the connection broke, or the process died, while it was handed over.</summary>
    public Result PutInDoubt(string error, DateTime at)
    {
        if (Status != OutgoingEmailStatus.HandingOver)
        {
            return MessagingErrors.NotClaimed;
        }

        Status = OutgoingEmailStatus.InDoubt;
        ClaimedUntil = null;
        LastError = Shorten(error);
        Record(new EmailInDoubt(Actor.Portal(MessagingEvents.Outbox), at));
        return Result.Done;
    }

    /// <summary>Found while it was being handed over, with its claim run out: whoever handed it over has died, and nobody knows how far it got.</summary>
    public Result PutInDoubtWhenAbandoned(string error, DateTime at) =>
        ClaimedUntil <= at ? PutInDoubt(error, at) : MessagingErrors.StillHeld;

    /// <summary>Whether a portal manager can have it tried again: this is for what failed, is in doubt, or waits after a refused attempt.</summary>
    public static bool CanBeTriedAgain(OutgoingEmailStatus status, int attempts) =>
        status is OutgoingEmailStatus.Failed or OutgoingEmailStatus.InDoubt || (status == OutgoingEmailStatus.Queued && attempts > 0);

    /// <summary>A portal manager has it tried again now, under the same Message-ID.</summary>
    public Result TryAgain(Actor by, DateTime at)
    {
        if (!by.Holds(People.Roles.PortalManager))
        {
            return MessagingErrors.OnlyPortalManagers;
        }

        if (!CanBeTriedAgain(Status, Attempts))
        {
            return MessagingErrors.NotToBeTriedAgain;
        }

        Status = OutgoingEmailStatus.Queued;
        Attempts = 0;
        NextAttemptAt = at;
        LastError = null;
        Record(new EmailTriedAgain(by, at));
        return Result.Done;
    }

    private static string Shorten(string error) => error.Length <= ErrorMaximumLength ? error : error[..ErrorMaximumLength];
}

/// <summary>Why something cannot be done to an e-mail in the outbox.</summary>
public static class MessagingErrors
{
    /// <summary>Not its turn, or somebody else has it.</summary>
    public static Error NotDue { get; } = new("Messaging.NotDue", "This e-mail is not due to be sent.", ErrorKind.Conflict);

    /// <summary>Not in the hands of a sender.</summary>
    public static Error NotClaimed { get; } = new("Messaging.NotClaimed", "This e-mail is not being sent.", ErrorKind.Conflict);

    /// <summary>Its claim has not run out.</summary>
    public static Error StillHeld { get; } = new("Messaging.StillHeld", "This e-mail is still being sent.", ErrorKind.Conflict);

    /// <summary>Only portal managers.</summary>
    public static Error OnlyPortalManagers { get; } = new(
        "Messaging.OnlyPortalManagers", "Only a portal manager can have an e-mail sent again.", ErrorKind.Forbidden);

    /// <summary>Sent, or on its way.</summary>
    public static Error NotToBeTriedAgain { get; } = new(
        "Messaging.NotToBeTriedAgain", "This e-mail has been sent, is on its way or was withheld, so it is not sent again.", ErrorKind.Conflict);
}

/// <summary>Words that the events of messaging share.</summary>
public static class MessagingEvents
{
    /// <summary>The part of the portal that sends mail.</summary>
    public const string Outbox = "E-mail outbox";
}

/// <summary>An e-mail was given up after the last attempt.</summary>
[Description("Gave up sending an e-mail")]
public sealed record EmailFailed(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>An e-mail may or may not have been sent.</summary>
[Description("Found an e-mail in doubt")]
public sealed record EmailInDoubt(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>An e-mail was not sent because the person it was for had been deactivated.</summary>
[Description("Withheld an e-mail")]
public sealed record EmailWithheld(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A portal manager had an e-mail tried again.</summary>
[Description("Had an e-mail tried again")]
public sealed record EmailTriedAgain(Actor By, DateTime At) : DomainEvent(By, At);
