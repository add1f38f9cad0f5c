using System.Globalization;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>The e-mails about enquiries: what kind of thing waits, its reference and a link. Nothing of who wrote, and nothing of what.</summary>
public static class EnquiryEmails
{
    /// <summary>The page of an enquiry, from the root of the portal.</summary>
    public static string PathOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/enquiries/{id}");

    /// <summary>The page of a draft, from the root of the portal.</summary>
    public static string PathOfDraft(int id) => string.Create(CultureInfo.InvariantCulture, $"/enquiries/drafts/{id}");

    /// <summary>To whoever answers: there is a new one.</summary>
    public static EmailText New(string reference, string path) => new(
        $"{reference}: an enquiry waits for an answer", [$"An enquiry has come through an account that you look after ({reference}).", "See when an answer is due here:"], path, NotificationKinds.Enquiries);

    /// <summary>To whom it is given.</summary>
    public static EmailText Assigned(string reference, string path) => new(
        $"{reference}: an enquiry has been assigned to you", [$"The enquiry {reference} has been assigned to you.", "See when an answer is due here:"], path, NotificationKinds.Enquiries);

    /// <summary>To senior leaders: a journalist.</summary>
    public static EmailText Journalist(string reference, string path) => new(
        $"{reference}: a journalist has written", [$"A journalist has written through an account of the school ({reference}). No reply is given before a senior leader clears it.", "Decide here:"], path, NotificationKinds.Enquiries);

    /// <summary>To whoever answers a journalist.</summary>
    public static EmailText Decided(string reference, string path) => new(
        $"{reference}: the reply to a journalist has been decided", [$"A senior leader has decided about the reply to a journalist ({reference}).", "See the decision here:"], path, NotificationKinds.Enquiries);

    /// <summary>To whoever answers: it is due soon.</summary>
    public static EmailText DueSoon(string reference, string path) => new(
        $"{reference}: an answer is due soon", [$"The enquiry {reference} is not answered yet, and an answer is due soon.", "Answer or acknowledge it here:"], path, NotificationKinds.Enquiries);

    /// <summary>To whoever answers, and the deputies: it is overdue.</summary>
    public static EmailText Overdue(string reference, string path) => new(
        $"{reference}: an answer is overdue", [$"The enquiry {reference} is not answered, and the answer is overdue.", "Answer or acknowledge it here now:"], path, NotificationKinds.OverdueEnquiries);

    /// <summary>To senior leaders, at once: it is still not answered.</summary>
    public static EmailText Escalated(string reference, string path) => new(
        $"{reference}: still not answered", [$"The enquiry {reference} is still not answered, well after its answer was due.", "See who has it, and that it is answered, here:"], path);

    /// <summary>To senior leaders, at once: an e-mail of a platform is still not sorted.</summary>
    public static EmailText DraftEscalated(string reference, string path) => new(
        $"{reference}: an e-mail of a platform is still not sorted", [$"The e-mail {reference} is still not sorted, well after an answer would have been due.", "See that it is logged or dismissed here:"], path);

    /// <summary>About an e-mail of a platform that waits, before it is escalated.</summary>
    public static EmailText Draft(string reference, string path, bool isOverdue) => isOverdue switch
    {
        false => new($"{reference}: an e-mail of a platform is due soon", [$"The e-mail {reference} is not sorted yet, and an answer would be due soon.", "Log it as an enquiry or dismiss it here:"], path, NotificationKinds.Enquiries),
        true => new($"{reference}: an e-mail of a platform is overdue", [$"The e-mail {reference} is not sorted, and an answer would be overdue.", "Log it as an enquiry or dismiss it here now:"], path, NotificationKinds.OverdueEnquiries),
    };
}
