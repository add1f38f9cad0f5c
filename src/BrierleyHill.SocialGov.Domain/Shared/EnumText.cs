using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>The words for the values of an enumeration, from the <see cref="DisplayAttribute"/> beside each.</summary>
public static class EnumText
{
    /// <summary>The value in words, such as "Followers only".</summary>
    public static string InWords<T>(this T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? value.ToString();

    /// <summary>The value in words, or <see langword="null"/> when there is none yet.</summary>
    public static string? InWords<T>(this T? value)
        where T : struct, Enum => value?.InWords();
}
