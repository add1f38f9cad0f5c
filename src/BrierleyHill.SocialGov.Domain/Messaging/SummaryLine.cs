namespace BrierleyHill.SocialGov.Domain.Messaging;

/// <summary>
/// What would have been an e-mail, kept for the reader's next morning summary. It is written in the same transaction as what it tells
/// of, and removed in the one that queues the summary: whoever removes it has claimed it, so it goes into one summary alone.
/// </summary>
public sealed class SummaryLine
{
    private SummaryLine()
    {
    }

    /// <summary>Keeps a line.</summary>
    /// <param name="personId">Whom it is for.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="subject">What the e-mail's subject would have been: what kind of thing waits, and its reference.</param>
    /// <param name="path">The page to open, from the root of the portal. Never one that lets its reader in: lines are not encrypted.</param>
    /// <param name="at">When, UTC.</param>
    public SummaryLine(int personId, NotificationKinds kind, string subject, string path, DateTime at)
    {
        PersonId = personId;
        Kind = kind;
        Subject = subject;
        Path = path;
        At = at;
    }

    /// <summary>The line's number.</summary>
    public int Id { get; private set; }

    /// <summary>Whom it is for.</summary>
    public int PersonId { get; private set; }

    /// <summary>What it is about.</summary>
    public NotificationKinds Kind { get; private set; }

    /// <summary>What kind of thing waits, and its reference.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The page to open, from the root of the portal.</summary>
    public string Path { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
