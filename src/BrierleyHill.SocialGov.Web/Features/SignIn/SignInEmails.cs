using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The e-mails about signing in.</summary>
public static class SignInEmails
{
    /// <summary>Five wrong passwords were tried.</summary>
    public static EmailText Locked() => new(
        "Sign-in to the social media portal is locked",
        [
            "A wrong password was entered five times for your account in the school's social media portal. Signing in is locked for 15 minutes.",
            "If that was you, wait and try again, or set a new password. If it was not you, tell a portal manager. Your password is still yours alone.",
        ],
        "/forgotten-password");

    /// <summary>The person asked for a new password.</summary>
    /// <param name="path">The page of the one-time link.</param>
    public static EmailText PasswordReset(string path) => new(
        "Set a new password for the social media portal",
        [
            "Somebody, most likely you, asked to set a new password for your account in the school's social media portal.",
            "Open the link below to set it. The link works once, for one hour. If you did not ask for it, you need do nothing: your password stays as it is.",
        ],
        path);

    /// <summary>The password is another now.</summary>
    public static EmailText PasswordChanged() => new(
        "Your password for the social media portal was changed",
        [
            "The password of your account in the school's social media portal was changed just now.",
            "If that was you, you need do nothing. If it was not you, set a new password at once and tell a portal manager.",
        ],
        "/forgotten-password");
}
