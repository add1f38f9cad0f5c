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
}
