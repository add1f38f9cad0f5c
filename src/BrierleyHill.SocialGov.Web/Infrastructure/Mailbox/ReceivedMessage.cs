using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Html;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;

/// <summary>A message of the mailbox, as far as it is read: who, what about, and its words. Never its attachments.</summary>
/// <param name="Uid">Its number in the folder.</param>
/// <param name="ReceivedAt">When it reached the mailbox, UTC, by the server's clock: the date in the message is the sender's word.</param>
/// <param name="MessageId">Its Message-ID, or "".</param>
/// <param name="Sender">The address in From, or "".</param>
/// <param name="Subject">Its subject, or "".</param>
/// <param name="SentDate">The date in its header, as it stands there, or "".</param>
/// <param name="Text">Its words.</param>
public sealed record ReceivedMessage(long Uid, DateTime ReceivedAt, string MessageId, string Sender, string Subject, string SentDate, string Text)
{
    /// <summary>What stands for the words of a message that could not be read.</summary>
    public const string Unreadable = "This e-mail could not be read here. Look at it in the mailbox itself.";

    /// <summary>What stands for the words of a message without any.</summary>
    public const string Wordless = "This e-mail holds no text that can be shown here. Look at it in the mailbox itself.";

    private const int QuotedLinesKept = 3;

    /// <summary>SHA-256, in hexadecimal, of its Message-ID; without one, of what does not change about it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        MessageId.Length > 0 ? $"id\n{MessageId}" : $"message\n{Sender}\n{Subject}\n{SentDate}\n{ReceivedAt:O}\n{Text}")));

    /// <summary>The words of a message from its parts.</summary>
    /// <param name="plain">Its part of plain text.</param>
    /// <param name="html">Its part of HTML.</param>
    public static string Words(string? plain, string? html)
    {
        var text = PlainText.Clean(plain);
        if (text.Length == 0)
        {
            text = PlainText.Clean(HtmlText.ToPlain(html));
        }

        return text.Length == 0 ? Wordless : WithoutLongQuotations(text);
    }

    // What is quoted is known already; a few lines of it say what is answered.
    private static string WithoutLongQuotations(string text)
    {
        var kept = new StringBuilder();
        var quoted = 0;
        foreach (var line in text.Split('\n'))
        {
            quoted = line.TrimStart().StartsWith('>') ? quoted + 1 : 0;
            if (quoted <= QuotedLinesKept)
            {
                kept.Append(line).Append('\n');
            }
            else if (quoted == QuotedLinesKept + 1)
            {
                kept.Append("> …\n");
            }
        }

        return kept.ToString().TrimEnd();
    }
}
