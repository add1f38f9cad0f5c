using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>Whether the roles that open much have to set up a second factor.</summary>
public enum SecondFactorRequirement
{
    /// <summary>They are led to set it up, and nowhere else before.</summary>
    Required,

    /// <summary>Everybody may set one up, nobody has to.</summary>
    Optional,
}

/// <summary>The setting about second factors.</summary>
/// <param name="Requirement">
/// <c>SignIn:SecondFactor</c>: required unless it says otherwise. In Development it is optional, where demonstration people sign in with a
/// password that everybody knows.
/// </param>
public sealed record SecondFactorSettings(SecondFactorRequirement Requirement)
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="StartRefusedException">It is neither.</exception>
    public static SecondFactorSettings Read(SettingsReader settings, IHostEnvironment environment) => new(settings.Choice(
        "SignIn:SecondFactor", environment.IsDevelopment() ? SecondFactorRequirement.Optional : SecondFactorRequirement.Required));

    /// <summary>Whether somebody with these roles has to have a second factor.</summary>
    public bool IsAskedOf(Roles roles) => Requirement == SecondFactorRequirement.Required && SecondFactorRules.IsAskedOf(roles);
}
