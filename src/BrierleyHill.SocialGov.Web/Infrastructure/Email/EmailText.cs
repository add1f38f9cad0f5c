using BrierleyHill.SocialGov.Domain.Messaging;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>
/// What an e-mail says. E-mails carry no personal detail: what kind of thing waits, its reference and a link. Whoever reads
/// another person's mailbox learns no more than that.
/// </summary>
/// <param name="Subject">The subject.</param>
/// <param name="Paragraphs">The text, a paragraph each.</param>
/// <param name="Path">The page to open, from the root of the portal. One of an incident, or its reference in the subject, makes the e-mail one about it, which nobody sees in the outbox to whom it is not open.</param>
/// <param name="Kind">What it is about, so that its reader can have it in the morning summary; none where it always comes at once.</param>
public sealed record EmailText(string Subject, IReadOnlyList<string> Paragraphs, string Path, NotificationKinds Kind = NotificationKinds.None);
