namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>The name of a file that somebody sent, as it is shown to people. It is never a path, and never says what the file is.</summary>
public static class FileName
{
    /// <summary>
    /// The name to show: the last part of what was sent, without control characters and direction marks, and with the ending that the
    /// content has. An empty one becomes "File".
    /// </summary>
    /// <param name="sent">The name as it was sent.</param>
    /// <param name="type">What the file is.</param>
    /// <param name="maximumLength">The longest it may become, in characters.</param>
    public static string Clean(string? sent, FileType type, int maximumLength)
    {
        var kept = Readable(sent);
        var endings = EndingsOf(type);
        if (endings.FirstOrDefault(ending => kept.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            kept = kept[..^known.Length].TrimEnd(' ', '.');
        }

        kept = Cut(kept.TrimStart(' ', '.'), maximumLength - endings[0].Length);
        return (kept.Length == 0 ? "File" : kept) + endings[0];
    }

    /// <summary>The name of a file that was not taken in, so that the person knows which of several is meant.</summary>
    /// <param name="sent">The name as it was sent.</param>
    /// <param name="maximumLength">The longest it may become, in characters.</param>
    public static string Shown(string? sent, int maximumLength) => Cut(Readable(sent), maximumLength) is { Length: > 0 } name ? name : "File";

    /// <summary>The endings of a type; the first is the one that files are given.</summary>
    public static IReadOnlyList<string> EndingsOf(FileType type) => type switch
    {
        FileType.Pdf => [".pdf"],
        FileType.Png => [".png"],
        FileType.Jpeg => [".jpg", ".jpeg"],
        FileType.WebP => [".webp"],
        FileType.Text => [".txt"],
        FileType.Email => [".eml"],
    };

    private static string Readable(string? sent)
    {
        var line = PlainText.CleanLine(sent);
        var last = line[(line.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        return string.Concat(last.Where(character => !"<>\"|?*".Contains(character, StringComparison.Ordinal) && !IsDirectionMark(character))).TrimEnd(' ', '.');
    }

    // Nobody sees them, and they can turn round what stands beside them: U+061C, U+200E, U+200F, and the mark that a file may begin with.
    private static bool IsDirectionMark(char character) => character is '\u061C' or '\u200E' or '\u200F' or '\uFEFF';

    // Half a character at the cut would be none.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
