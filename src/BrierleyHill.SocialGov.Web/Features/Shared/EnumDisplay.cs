using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>The words people read for the values of an enumeration: those of its <see cref="DisplayAttribute"/>.</summary>
public static class EnumDisplay
{
    /// <summary>The display name of a value; without one, its own name split into words ("AwaitingCreation" is "Awaiting creation").</summary>
    public static string DisplayName(this Enum value) =>
        Display(value)?.GetName() ?? Words.FromIdentifier(value.ToString());

    /// <summary>The description of a value, shown as its hint, or null.</summary>
    public static string? DisplayDescription(this Enum value) => Display(value)?.GetDescription();

    private static DisplayAttribute? Display(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>();
}
