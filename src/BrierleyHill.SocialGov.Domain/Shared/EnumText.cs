using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>The words that people read for the values of an enumeration: those of the <see cref="DisplayAttribute"/> beside each.</summary>
public static class EnumText
{
    /// <summary>The value in words; without an attribute its own name, split into words ("AwaitingCreation" is "Awaiting creation").</summary>
    public static string InWords(this Enum value) => Enum.IsDefined(value.GetType(), value)
        ? Words.GetOrAdd((value.GetType(), value.ToString()), static (_, value) => Display(value)?.GetName() ?? Split(value.ToString()), value)
        : Split(value.ToString());

    /// <summary>The value in words, or <see langword="null"/> when there is none yet.</summary>
    public static string? InWords<T>(this T? value)
        where T : struct, Enum => value is { } there ? InWords((Enum)there) : null;

    /// <summary>The sentence that explains the value, shown as its hint, or <see langword="null"/>.</summary>
    public static string? HintInWords(this Enum value) => Display(value)?.GetDescription();

    // Attributes are read by reflection, and a list asks for the same few words for each of its rows.
    private static readonly ConcurrentDictionary<(Type, string), string> Words = new();

    private static DisplayAttribute? Display(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>();

    private static string Split(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            words.Append(words.Length > 0 && char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}" : character.ToString());
        }

        return words.ToString();
    }
}
