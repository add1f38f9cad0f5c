using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Where features leave their e-mails. They are saved with the change they tell of and leave afterwards.</summary>
public sealed class EmailOutbox(IDataProtectionProvider protection, SchoolSettings school)
{
    private readonly IDataProtector _protector = protection.CreateProtector("BrierleyHill.SocialGov.OutgoingEmail.Body");

    /// <summary>
    /// Adds an e-mail to the context; it is queued when the context is saved. Where its reader wants what is of that kind in the morning
    /// summary, a line is kept for that instead.
    /// </summary>
    /// <param name="database">The context that saves the change.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="text">What it says.</param>
    /// <param name="at">When, UTC.</param>
    public void Queue(SocialGovDbContext database, Person to, EmailText text, DateTime at)
    {
        if (text.Kind != NotificationKinds.None && to.SummaryKinds.HasFlag(text.Kind))
        {
            database.SummaryLines.Add(new SummaryLine(to.Id, text.Kind, text.Subject, text.Path, at));
            return;
        }

        Queue(database, to.Id, to.EmailAddress, text, at);
    }

    /// <summary>The same for somebody who is not in the directory.</summary>
    /// <param name="database">The context that saves the change.</param>
    /// <param name="toAddress">The address.</param>
    /// <param name="text">What it says.</param>
    /// <param name="at">When, UTC.</param>
    public void Queue(SocialGovDbContext database, string toAddress, EmailText text, DateTime at) => Queue(database, null, toAddress, text, at);

    /// <summary>The text of a queued e-mail, for the sender alone.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key that protects it is gone.</exception>
    public string Read(OutgoingEmail email) => _protector.Unprotect(email.ProtectedBody);

    private void Queue(SocialGovDbContext database, int? personId, string toAddress, EmailText text, DateTime at)
    {
        var body = string.Join(
            "\n\n",
            [.. text.Paragraphs, school.PortalAddress + text.Path, $"{school.Name}: social media portal. Please do not reply to this e-mail: nobody reads the answers."]);
        var messageId = $"{Guid.NewGuid():N}@{new Uri(school.PortalAddress).Host}";
        database.OutgoingEmails.Add(
            OutgoingEmail.Queue(messageId, personId, toAddress, text.Subject, _protector.Protect(body), at, IncidentPath.NumberOf(text.Subject, text.Path)));
    }
}
