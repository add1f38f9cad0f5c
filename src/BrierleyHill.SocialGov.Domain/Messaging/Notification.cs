using BrierleyHill.SocialGov.Domain.Alerts;

namespace BrierleyHill.SocialGov.Domain.Messaging;

/// <summary>Something that a person should know or do, shown in the portal at once.</summary>
public sealed class Notification
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextMaximumLength = 200;

    private Notification()
    {
    }

    /// <summary>Tells a person something.</summary>
    /// <param name="personId">Whom.</param>
    /// <param name="reference">The record it is about, such as <c>APP-000123</c>.</param>
    /// <param name="text">What, in a sentence.</param>
    /// <param name="path">The page to open, from the root of the portal.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="kind">What it is about; none where it is of no kind that people choose by.</param>
    /// <param name="level">How urgent, where it is an alert about a deadline.</param>
    public Notification(
        int personId, string reference, string text, string path, DateTime at, NotificationKinds kind = NotificationKinds.None, AlertLevel? level = null)
    {
        Key = Guid.NewGuid();
        PersonId = personId;
        Reference = reference;
        Text = text;
        Path = path;
        CreatedAt = at;
        Kind = kind;
        Level = level;
    }

    /// <summary>
    /// The notification's number, over everybody's. It is shown nowhere: who watched their own numbers would learn from the gaps that others
    /// were told of something.
    /// </summary>
    public int Id { get; private set; }

    /// <summary>What stands for it in addresses and forms: random. Unique.</summary>
    public Guid Key { get; private set; }

    /// <summary>Whom it tells.</summary>
    public int PersonId { get; private set; }

    /// <summary>The record it is about.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The page to open, from the root of the portal.</summary>
    public string Path { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>What it is about.</summary>
    public NotificationKinds Kind { get; private set; }

    /// <summary>How urgent it is, where it is an alert about a deadline.</summary>
    public AlertLevel? Level { get; private set; }

    /// <summary>When it was read, UTC.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Marks it as read. Reading it twice keeps the first time.</summary>
    public void MarkAsRead(DateTime at) => ReadAt ??= at;
}
