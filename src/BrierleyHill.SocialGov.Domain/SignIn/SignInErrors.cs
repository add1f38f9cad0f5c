using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.SignIn;

/// <summary>Why a second factor is not accepted, or cannot be changed. None of them says more than whoever guesses may know.</summary>
public static class SignInErrors
{
    /// <summary>The code of the authenticator app was wrong, was accepted before, or may not be tried for a while.</summary>
    public static Error CodeWrong { get; } = new(
        "SignIn.CodeWrong",
        "The code is wrong or has been used already, or sign-in is locked for 15 minutes after five wrong tries. Wait for the next code in your app and type that.",
        Field: "Code");

    /// <summary>The recovery code was wrong, was used before, or may not be tried for a while.</summary>
    public static Error RecoveryCodeWrong { get; } = new(
        "SignIn.RecoveryCodeWrong",
        "The recovery code is wrong or has been used already, or sign-in is locked for 15 minutes after five wrong tries.",
        Field: "RecoveryCode");

    /// <summary>Nothing was typed on the second page.</summary>
    public static Error CodeMissing { get; } = new("SignIn.CodeMissing", "Enter the six digits that your app shows.", Field: "Code");

    /// <summary>No recovery code was typed.</summary>
    public static Error RecoveryCodeMissing { get; } = new(
        "SignIn.RecoveryCodeMissing", "Enter one of your recovery codes.", Field: "RecoveryCode");

    /// <summary>The second page was left open too long, or the password or the person changed meanwhile.</summary>
    public static Error BeginAgain { get; } = new(
        "SignIn.BeginAgain", "Your sign-in took too long, or your account changed meanwhile. Sign in again from the beginning.");

    /// <summary>The passkey was not accepted.</summary>
    public static Error PasskeyRefused { get; } = new(
        "SignIn.PasskeyRefused",
        "Your passkey was not accepted, or sign-in is locked for 15 minutes after five wrong tries. Try again, or use another way.");

    /// <summary>The browser sent no passkey: it has no JavaScript, or none that may run.</summary>
    public static Error PasskeyMissing { get; } = new(
        "SignIn.PasskeyMissing",
        "Your browser sent no passkey. Passkeys need JavaScript. Switch it on for this page, or use another way.");

    /// <summary>The password typed as a proof was wrong, or may not be tried for a while.</summary>
    public static Error ProofPasswordWrong { get; } = new(
        "SignIn.ProofPasswordWrong",
        "The password is wrong, or is locked for 15 minutes after five wrong tries.",
        Field: "Password");

    /// <summary>Neither a password nor a code was typed.</summary>
    public static Error ProofMissing { get; } = new("SignIn.ProofMissing", "Enter your password.", Field: "Password");

    /// <summary>The same where there is an authenticator app.</summary>
    public static Error ProofOrCodeMissing { get; } = new(
        "SignIn.ProofOrCodeMissing", "Enter your password, or a code from your authenticator app.", Field: "Password");

    /// <summary>The first code of a new authenticator app was wrong.</summary>
    public static Error FirstCodeWrong { get; } = new(
        "SignIn.FirstCodeWrong",
        "The code does not belong to this key. Check that you type the code of this portal, that it has not just changed, and that your phone sets its clock by itself.",
        Field: "Code");

    /// <summary>The page with a new key was left open too long, or is somebody else's.</summary>
    public static Error KeyExpired { get; } = new(
        "SignIn.KeyExpired", "This page was open for too long. Below is a new key: scan it, then type the code that your app shows for it.");

    /// <summary>There is no authenticator app to remove.</summary>
    public static Error NoAuthenticator { get; } = new(
        "SignIn.NoAuthenticator", "No authenticator app is set up.", ErrorKind.Conflict);

    /// <summary>Recovery codes are for whoever has a second factor.</summary>
    public static Error NoSecondFactorOfOwn { get; } = new(
        "SignIn.NoSecondFactorOfOwn", "Set up an authenticator app or a passkey first. Recovery codes stand in for it.", ErrorKind.Conflict);

    /// <summary>The device could not make a passkey that the portal accepts.</summary>
    public static Error PasskeyNotMade { get; } = new(
        "SignIn.PasskeyNotMade",
        "The passkey could not be added. Try again, and unlock the device with its PIN, fingerprint or face when it asks. A passkey can be added once.");

    /// <summary>Enough passkeys.</summary>
    public static Error TooManyPasskeys { get; } = new(
        "SignIn.TooManyPasskeys", $"You have {SecondFactorRules.MostPasskeys} passkeys. Remove one that you do not use any more first.", ErrorKind.Conflict);

    /// <summary>A passkey without a name.</summary>
    public static Error PasskeyNameMissing { get; } = new(
        "SignIn.PasskeyNameMissing", "Enter a name by which you will know this passkey, such as “Office laptop”.", Field: "Name");

    /// <summary>A name over the limit.</summary>
    public static Error PasskeyNameTooLong { get; } = new(
        "SignIn.PasskeyNameTooLong", $"The name must be {SecondFactorRules.PasskeyNameMaximumLength} characters or fewer.", Field: "Name");

    /// <summary>Nobody takes away their own second factor on this page: their own page asks for a proof.</summary>
    public static Error OwnSecondFactor { get; } = new(
        "SignIn.OwnSecondFactor",
        "You cannot take away your own second factor here. Change it on “Your sign-in”, or ask another portal manager.",
        ErrorKind.Forbidden);

    /// <summary>Nothing to take away.</summary>
    public static Error NoSecondFactor { get; } = new(
        "SignIn.NoSecondFactor", "This person has no second factor, so there is none to take away.", ErrorKind.Conflict);

    /// <summary>Taking it away needs a reason.</summary>
    public static Error ReasonMissing { get; } = new(
        "SignIn.ReasonMissing", "Enter why you take the second factor away, and how you know that it is this person who asks.", Field: "Reason");

    /// <summary>A reason over the limit.</summary>
    public static Error ReasonTooLong { get; } = new(
        "SignIn.ReasonTooLong", $"The reason must be {SecondFactorRules.ReasonMaximumLength} characters or fewer.", Field: "Reason");
}
