using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>What is kept in the vault of one sign-in. Everything of it is encrypted at rest.</summary>
public enum SecretKind
{
    /// <summary>The password.</summary>
    [Display(Name = "Password")]
    Password,

    /// <summary>The secret from which one-time codes are worked out (RFC 6238).</summary>
    [Display(Name = "One-time code secret")]
    OneTimeCodeSecret,

    /// <summary>One recovery code. There are several, and each is used once.</summary>
    [Display(Name = "Recovery code")]
    RecoveryCode,

    /// <summary>The user name.</summary>
    [Display(Name = "User name")]
    UserName,

    /// <summary>Where the platform sends mail to let somebody back in.</summary>
    [Display(Name = "Recovery e-mail")]
    RecoveryEmail,

    /// <summary>Where the platform rings or texts to let somebody back in.</summary>
    [Display(Name = "Recovery phone")]
    RecoveryPhone,

    /// <summary>Whatever else has to be known.</summary>
    [Display(Name = "Notes")]
    Notes,
}

/// <summary>What follows from the kind of a secret.</summary>
public static class SecretKinds
{
    /// <summary>Whether knowing it lets somebody in, so that it is due for rotation when somebody who knows it goes.</summary>
    public static bool LetsIn(this SecretKind kind) => kind is SecretKind.Password or SecretKind.OneTimeCodeSecret or SecretKind.RecoveryCode;

    /// <summary>What is stored under the kind, within a sentence: "password", "recovery codes".</summary>
    public static string InSentence(this SecretKind kind) => kind switch
    {
        SecretKind.RecoveryCode => "recovery codes",
        SecretKind.RecoveryEmail => "recovery e-mail address",
        SecretKind.RecoveryPhone => "recovery phone number",
        SecretKind.Password or SecretKind.OneTimeCodeSecret or SecretKind.UserName or SecretKind.Notes => kind.InWords().ToLowerInvariant(),
    };
}
