using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>The e-mails about people.</summary>
public static class PeopleEmails
{
    /// <summary>Somebody is invited.</summary>
    /// <param name="path">The page of the one-time link.</param>
    public static EmailText Invitation(string path) => new(
        "You are invited to the school's social media portal",
        [
            "A portal manager has invited you to the school's social media portal, where accounts are applied for and looked after.",
            "Open the link below to set your password and sign in. The link works once, for seven days. If it has run out, ask a portal manager to invite you again.",
        ],
        path);

    /// <summary>To senior leaders and the person: somebody else has to be portal manager first.</summary>
    public static EmailText LastPortalManagerKept(string reference, string path) => new(
        $"{reference}: the last portal manager has left",
        [
            "The last day of the last portal manager is over. Their access has not been ended, because nobody could look after the portal then.",
            "Make somebody else a portal manager. The portal ends the access by itself after that:",
        ],
        path);
}
