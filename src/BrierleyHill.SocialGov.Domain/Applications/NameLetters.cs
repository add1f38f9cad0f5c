using System.Globalization;
using System.Text;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>
/// A text reduced to its letters (no accents, no case, no separators), with the places where its words begin and end.
/// Places are counted between letters: 0 is before the first letter, <c>Letters.Length</c> after the last.
/// </summary>
internal sealed class NameLetters
{
    private readonly string source;
    private readonly List<Letter> letters;
    private readonly bool[] wordEdges;

    /// <summary>Reads a text. Halves of broken Unicode characters count as separators.</summary>
    public NameLetters(string text)
    {
        source = text;
        letters = Read(text);
        Letters = string.Concat(letters.Select(letter => letter.Value));
        wordEdges = new bool[letters.Count + 1];
        for (var place = 0; place <= letters.Count; place++)
        {
            wordEdges[place] = place == 0 || place == letters.Count || letters[place].AfterBreak || CaseChangesAt(place);
        }
    }

    private enum Kind
    {
        Letter,
        Apostrophe,
        Separator,
        Ignored,
    }

    private enum LetterCase
    {
        None,
        Lower,
        Upper,
    }

    /// <summary>The letters, one after the other, as the check compares them.</summary>
    public string Letters { get; }

    /// <summary>Whether a word begins or ends at a place: at separators, apostrophes, digits, both ends and changes of case.</summary>
    public bool IsWordEdge(int place) => wordEdges[place];

    /// <summary>Whether the letters between two places follow each other without a separator (an apostrophe is none).</summary>
    public bool IsOneRun(int start, int end) => letters[start].SeparatorsBefore == letters[end - 1].SeparatorsBefore;

    /// <summary>The text between two places as it was typed.</summary>
    public string SourceText(int start, int end) => source[letters[start].SourceStart..letters[end - 1].SourceEnd];

    /// <summary>The parts between separators: "Ng-Lee" has two, "O'Brien" and "McDonald" one.</summary>
    public IEnumerable<string> Parts()
    {
        var start = 0;
        for (var place = 1; place <= letters.Count; place++)
        {
            if (place == letters.Count || letters[place].SeparatorsBefore != letters[start].SeparatorsBefore)
            {
                yield return Letters[start..place];
                start = place;
            }
        }
    }

    private static List<Letter> Read(string text)
    {
        var read = new List<Letter>(text.Length);
        var separators = 0;
        var afterBreak = false;
        for (var index = 0; index < text.Length;)
        {
            // What is not valid Unicode comes out as U+FFFD, a symbol, and so as a separator.
            _ = Rune.DecodeFromUtf16(text.AsSpan(index), out var typed, out var length);
            var first = true;
            foreach (var rune in Decompose(typed))
            {
                switch (KindOf(rune))
                {
                    case Kind.Letter:
                        foreach (var value in Fold(rune))
                        {
                            // Only the first of several letters for one character has a case, so that "Æsop" is one word.
                            read.Add(new(value, first ? CaseOf(rune) : LetterCase.None, index, index + length, afterBreak, separators));
                            first = false;
                            afterBreak = false;
                        }

                        break;
                    case Kind.Apostrophe:
                        // "Lee's" is a word and an s, but "O'Brien" is one run of letters.
                        afterBreak = true;
                        break;
                    case Kind.Separator:
                        afterBreak = true;
                        separators++;
                        break;
                    case Kind.Ignored:
                        break;
                }
            }

            index += length;
        }

        return read;
    }

    // "mrsSmith" and "PEDept" begin new words; so may the c of "LEEclass": a place too many can only show one hit more.
    private bool CaseChangesAt(int place)
    {
        var before = letters[place - 1].Case;
        var here = letters[place].Case;
        return (before, here) switch
        {
            (LetterCase.Lower, LetterCase.Upper) => true,
            (LetterCase.Upper, LetterCase.Upper) => place + 1 < letters.Count
                && letters[place + 1].Case == LetterCase.Lower && !letters[place + 1].AfterBreak,
            (LetterCase.Upper, LetterCase.Lower) => place > 1
                && letters[place - 2].Case == LetterCase.Upper && !letters[place - 1].AfterBreak,
            _ => false,
        };
    }

    private static StringRuneEnumerator Decompose(Rune rune)
    {
        var typed = rune.ToString();
        // The acute accent as a character of its own would decompose to a space; people type it for an apostrophe.
        // Code points that are no characters (U+FFFE) are refused by the normalisation.
        var decomposes = !rune.IsAscii
            && KindOf(rune) != Kind.Apostrophe
            && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned;
        return (decomposes ? typed.Normalize(NormalizationForm.FormKD) : typed).EnumerateRunes();
    }

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        // The apostrophe, its typographic forms, the letter apostrophes, the primes and the accents typed in its place.
        '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201B' or '\u02B9' or '\u02BB' or '\u02BC' or '\u02BD'
            or '\u2032' or '\u2035' or '\uFF07' => Kind.Apostrophe,
        // Letters by category, but blank on the screen (Hangul fillers).
        '\u115F' or '\u1160' => Kind.Separator,
        _ when Rune.IsLetter(rune) => Kind.Letter,
        // Accents, and characters that nobody sees: neither may hide a name or part one.
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format => Kind.Ignored,
            _ => Kind.Separator,
        },
    };

    private static LetterCase CaseOf(Rune rune) =>
        Rune.IsUpper(rune) ? LetterCase.Upper : Rune.IsLower(rune) ? LetterCase.Lower : LetterCase.None;

    // The letters that Unicode does not decompose, as people without them on their keyboard type them.
    private static string Fold(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        return lower.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ŧ' => "t",
            'ς' => "σ",
            _ => lower.ToString(),
        };
    }

    private readonly record struct Letter(
        char Value, LetterCase Case, int SourceStart, int SourceEnd, bool AfterBreak, int SeparatorsBefore);
}
