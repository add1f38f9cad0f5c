using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.SignIn;

/// <summary>Who needs a second factor, and what may be done to somebody else's.</summary>
public static class SecondFactorRules
{
    /// <summary>Longest reason for taking somebody's second factor away, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>Longest name of a passkey, in characters.</summary>
    public const int PasskeyNameMaximumLength = 60;

    /// <summary>The most passkeys that one person keeps.</summary>
    public const int MostPasskeys = 10;

    /// <summary>Whoever decides, creates accounts, advises, keeps children safe or looks after people opens more than a password should open by itself.</summary>
    public const Roles Asked = Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager | Roles.SafeguardingLead;

    /// <summary>Whether these roles ask for a second factor.</summary>
    public static bool IsAskedOf(Roles roles) => (roles & Asked) != Roles.None;

    /// <summary>Whether a person's second factor may be taken away by somebody else.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="hasSecondFactor">Whether there is anything to take away.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="by">A portal manager other than the person, or the command line.</param>
    public static Result CheckTakeAway(int personId, bool hasSecondFactor, string reason, Actor by)
    {
        if (!by.Holds(Roles.PortalManager) && by != PeopleActors.CommandLine)
        {
            return PeopleErrors.OnlyPortalManagers;
        }

        if (by.Is(personId))
        {
            return SignInErrors.OwnSecondFactor;
        }

        if (!hasSecondFactor)
        {
            return SignInErrors.NoSecondFactor;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return SignInErrors.ReasonMissing;
        }

        return reason.Trim().Length > ReasonMaximumLength ? SignInErrors.ReasonTooLong : Result.Done;
    }

    /// <summary>Whether a passkey may bear the name.</summary>
    public static Result CheckPasskeyName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return SignInErrors.PasskeyNameMissing;
        }

        return name.Length > PasskeyNameMaximumLength ? SignInErrors.PasskeyNameTooLong : Result.Done;
    }
}

/// <summary>With what somebody proves that it is they.</summary>
public enum SignInMeans
{
    /// <summary>The password.</summary>
    [Display(Name = "Password")]
    Password,

    /// <summary>A code of the authenticator app.</summary>
    [Display(Name = "Code from the authenticator app")]
    AuthenticatorCode,

    /// <summary>One of the recovery codes.</summary>
    [Display(Name = "Recovery code")]
    RecoveryCode,

    /// <summary>A passkey, with the device's own check of who holds it.</summary>
    [Display(Name = "Passkey")]
    Passkey,
}
