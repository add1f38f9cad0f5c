namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>How far a mailbox has been read. It makes reading cheap; that no message is taken twice is the draft's own unique hash.</summary>
public sealed class MailboxPosition
{
    /// <summary>SHA-256, in hexadecimal, of server, user and folder: another mailbox is read from its own beginning.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>The number that the server gives to this numbering of the folder (UIDVALIDITY). When it is another one, the numbers below mean nothing.</summary>
    public long Validity { get; set; }

    /// <summary>The number of the last message that was dealt with (UID).</summary>
    public long LastUid { get; set; }

    /// <summary>When the folder was last read to its end, UTC.</summary>
    public DateTime ReadAt { get; set; }
}
