using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The e-mails about signing in.</summary>
public static class SignInEmails
{
    /// <summary>Five wrong passwords or codes were tried.</summary>
    public static EmailText Locked() => new(
        "Sign-in to the social media portal is locked",
        [
            "A wrong password or code was entered five times for your account in the school's social media portal. Signing in is locked for 15 minutes.",
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

    /// <summary>An authenticator app was set up.</summary>
    public static EmailText AuthenticatorSetUp() => Changed(
        "An authenticator app was set up for the social media portal",
        "An authenticator app was set up for your account in the school's social media portal just now. On every other device you were signed out.");

    /// <summary>The authenticator app was removed.</summary>
    public static EmailText AuthenticatorRemoved() => Changed(
        "Your authenticator app was removed from the social media portal",
        "The authenticator app was removed from your account in the school's social media portal just now. On every other device you were signed out.");

    /// <summary>A passkey was added.</summary>
    public static EmailText PasskeyAdded() => Changed(
        "A passkey was added for the social media portal",
        "A passkey was added to your account in the school's social media portal just now. On every other device you were signed out.");

    /// <summary>A passkey was removed.</summary>
    public static EmailText PasskeyRemoved() => Changed(
        "A passkey was removed from the social media portal",
        "A passkey was removed from your account in the school's social media portal just now. On every other device you were signed out.");

    /// <summary>New recovery codes were made.</summary>
    public static EmailText RecoveryCodesMade() => Changed(
        "New recovery codes for the social media portal",
        "New recovery codes were made for your account in the school's social media portal just now. The old ones no longer work.");

    /// <summary>A recovery code was used.</summary>
    public static EmailText RecoveryCodeUsed() => Changed(
        "A recovery code was used for the social media portal",
        "One of your recovery codes was used to sign in to the school's social media portal just now. It does not work a second time.");

    /// <summary>Somebody else took the second factor away.</summary>
    public static EmailText SecondFactorTakenAway() => Changed(
        "Your second factor for the social media portal was taken away",
        "A portal manager took away your authenticator app, passkeys and recovery codes in the school's social media portal just now. You were signed out everywhere. "
            + "Sign in with your password, and set up a new second factor.");

    private static EmailText Changed(string subject, string what) => new(
        subject,
        [what, "If that was you, or you asked for it, you need do nothing more. If not, set a new password at once and tell a portal manager."],
        "/sign-in-settings");
}
