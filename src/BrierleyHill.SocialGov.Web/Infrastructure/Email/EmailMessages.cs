using System.Text;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Turns a queued e-mail into the message that travels (RFC 5322): plain text, UTF-8, the same Message-ID for every attempt.</summary>
public sealed class EmailMessages(EmailOutbox outbox, MailSettings settings, SchoolSettings school, TimeProvider clock)
{
    /// <summary>Builds the message.</summary>
    /// <exception cref="FormatException">The address is none.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key that protects the text is gone.</exception>
    public MimeMessage Build(OutgoingEmail email)
    {
        // What is written into headers is one line without control characters, so nothing in it can begin another header.
        if (!MailSettings.IsAddress(email.ToAddress))
        {
            throw new FormatException("The address of a queued e-mail is none.");
        }

        var message = new MimeMessage
        {
            MessageId = email.MessageId,
            Date = clock.GetUtcNow(),
            Subject = PlainText.CleanLine(email.Subject),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, PlainText.CleanLine(school.Name), settings.From));
        message.To.Add(new MailboxAddress("", email.ToAddress));
        // RFC 3834, section 5: holiday answers are not sent to what nobody wrote by hand.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var text = new TextPart("plain");
        text.SetText(Encoding.UTF8, outbox.Read(email));
        message.Body = text;
        return message;
    }
}
