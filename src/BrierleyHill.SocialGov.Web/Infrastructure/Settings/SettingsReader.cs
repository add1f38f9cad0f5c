using System.Globalization;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Settings;

/// <summary>
/// Reads settings from configuration (appsettings.json, environment variables with <c>__</c> for <c>:</c>, command line). A wrong
/// value stops the start with one line that names the key, what it holds and what it may hold.
/// </summary>
/// <param name="configuration">Where the settings are.</param>
public sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>A text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="absent">What it is where nothing is set.</param>
    /// <param name="maximumLength">The longest it may be, in characters.</param>
    public string Text(string key, string absent, int maximumLength = 200)
    {
        var value = Value(key) ?? absent;
        return value.Length <= maximumLength ? value : throw Wrong(key, value, $"a text of {maximumLength} characters or fewer");
    }

    /// <summary>A text that must never be shown, such as a password.</summary>
    public string? Secret(string key) => Value(key);

    /// <summary>A whole number.</summary>
    public int WholeNumber(string key, int absent, int smallest, int largest)
    {
        var value = Value(key);
        if (value is null)
        {
            return absent;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest
            ? number
            : throw Wrong(key, value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {smallest} to {largest}"));
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string key, bool absent)
    {
        var value = Value(key);
        if (value is null)
        {
            return absent;
        }

        return bool.TryParse(value, out var yes) ? yes : throw Wrong(key, value, "true or false");
    }

    /// <summary>A time of day, such as <c>07:30</c>, or <see langword="null"/> where none is set.</summary>
    public TimeOnly? TimeOfDay(string key) => Value(key) switch
    {
        null => null,
        var value when TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        var value => throw Wrong(key, value, "a time of day such as 17:00"),
    };

    /// <summary>One of the names of an enumeration, in any case.</summary>
    public T Choice<T>(string key, T absent)
        where T : struct, Enum
    {
        var value = Value(key);
        if (value is null)
        {
            return absent;
        }

        return Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, value, StringComparison.OrdinalIgnoreCase)) is { } chosen
            ? Enum.Parse<T>(chosen)
            : throw Wrong(key, value, "one of " + string.Join(", ", Enum.GetNames<T>()));
    }

    /// <summary>An absolute web address (http or https), without a query, ending without a slash.</summary>
    public string? WebAddress(string key)
    {
        var value = Value(key);
        if (value is null)
        {
            return null;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? value.TrimEnd('/')
            : throw Wrong(key, value, "a web address such as https://social.school.example");
    }

    /// <summary>Refuses a value that was read as something else.</summary>
    /// <param name="key">The key.</param>
    /// <param name="holds">What it holds.</param>
    /// <param name="mayHold">What it may hold, in words.</param>
    public static StartRefusedException Wrong(string key, string holds, string mayHold) =>
        new($"The setting {key} holds \"{OneLine(holds)}\". It may hold {mayHold}.");

    /// <summary>The value as it is set, or <see langword="null"/> where nothing is.</summary>
    public string? Value(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string OneLine(string value)
    {
        var line = string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
