using System.Globalization;
using System.Text;

namespace BrierleyHill.SocialGov.Domain.OfficialAccounts;

/// <summary>
/// Whether one name could be taken for another: the same but for case, accents, separators and letters that look alike, with a word added
/// such as "official", or with a letter or two changed. It only ever warns; it never makes a name the school's.
/// </summary>
internal static class Likeness
{
    private const int ShortestToCompareLoosely = 5;
    private const int ShortestForTwoChanges = 10;
    private const int ShortestToBeContained = 8;
    private const int LongestToCompare = 120;

    private static readonly string[] AddedWords = ["official", "0fficial", "offical", "real", "thereal", "the", "page", "team", "uk", "news", "updates", "admin", "support", "help"];

    // Letters of other scripts, and numbers, that pass for Latin letters (Unicode Technical Standard 39, confusables; those that matter for a Latin name).
    private static readonly Dictionary<int, char> LookAlikes = new()
    {
        ['0'] = 'o', ['1'] = 'l', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['8'] = 'b', ['9'] = 'g', ['|'] = 'l', ['i'] = 'l', ['j'] = 'l', ['!'] = 'l', ['$'] = 's',
        ['а'] = 'a', ['в'] = 'b', ['с'] = 'c', ['ԁ'] = 'd', ['е'] = 'e', ['һ'] = 'h', ['і'] = 'l', ['ј'] = 'l', ['к'] = 'k', ['ӏ'] = 'l', ['м'] = 'm', ['н'] = 'h', ['о'] = 'o',
        ['р'] = 'p', ['ѕ'] = 's', ['т'] = 't', ['у'] = 'y', ['х'] = 'x', ['ѵ'] = 'v', ['ԝ'] = 'w', ['ԛ'] = 'q',
        ['α'] = 'a', ['β'] = 'b', ['ε'] = 'e', ['η'] = 'n', ['ι'] = 'l', ['κ'] = 'k', ['ν'] = 'v', ['ο'] = 'o', ['ρ'] = 'p', ['τ'] = 't', ['υ'] = 'u', ['χ'] = 'x', ['γ'] = 'y',
        ['ı'] = 'l', ['ł'] = 'l', ['ø'] = 'o', ['đ'] = 'd', ['ħ'] = 'h', ['ɑ'] = 'a', ['ɡ'] = 'g', ['ß'] = 'b', ['ⅼ'] = 'l', ['օ'] = 'o', ['ո'] = 'n', ['ս'] = 'u',
    };

    /// <summary>Whether a name could be taken for one that is known.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">The known name.</param>
    public static bool Between(string name, string known)
    {
        var (left, right) = (Bones(name), Bones(known));
        if (left.Length == 0 || right.Length == 0 || left.Length > LongestToCompare || right.Length > LongestToCompare)
        {
            return false;
        }

        if (left == right)
        {
            return true;
        }

        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (shorter.Length < ShortestToCompareLoosely)
        {
            return false;
        }

        return WithoutAddedWords(left) == WithoutAddedWords(right)
            || (right.Length >= ShortestToBeContained && left.Contains(right, StringComparison.Ordinal))
            // The greater part of the known name: "primaryschool" alone is every school's.
            || (left.Length >= ShortestToBeContained && left.Length * 4 >= right.Length * 3 && right.Contains(left, StringComparison.Ordinal))
            || AreWithin(shorter, longer, shorter.Length >= ShortestForTwoChanges ? 2 : 1);
    }

    /// <summary>What is left of a name when everything is taken away by which people do not tell names apart at a glance.</summary>
    public static string Bones(string name)
    {
        var bones = new StringBuilder(name.Length);
        foreach (var typed in name.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(typed);
            var parts = lower.IsAscii || LookAlikes.ContainsKey(lower.Value) || Rune.GetUnicodeCategory(lower) == UnicodeCategory.OtherNotAssigned
                ? lower.ToString()
                : lower.ToString().Normalize(NormalizationForm.FormKD);
            foreach (var rune in parts.EnumerateRunes().Select(Rune.ToLowerInvariant))
            {
                if (LookAlikes.TryGetValue(rune.Value, out var letter))
                {
                    bones.Append(letter);
                }
                else if (Rune.IsLetterOrDigit(rune))
                {
                    bones.Append(rune.ToString());
                }
            }
        }

        // Two letters that look like one.
        return bones.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    private static string WithoutAddedWords(string bones)
    {
        foreach (var word in AddedWords.Select(Bones))
        {
            if (bones.Length - word.Length >= ShortestToCompareLoosely)
            {
                if (bones.EndsWith(word, StringComparison.Ordinal))
                {
                    return bones[..^word.Length];
                }

                if (bones.StartsWith(word, StringComparison.Ordinal))
                {
                    return bones[word.Length..];
                }
            }
        }

        return bones;
    }

    // Optimal string alignment: a letter changed, added, left out, or two neighbours changed round, each counts one.
    private static bool AreWithin(string shorter, string longer, int limit)
    {
        if (longer.Length - shorter.Length > limit)
        {
            return false;
        }

        var distance = new int[shorter.Length + 1, longer.Length + 1];
        for (var row = 0; row <= shorter.Length; row++)
        {
            for (var column = 0; column <= longer.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    distance[row, column] = row + column;
                    continue;
                }

                var change = shorter[row - 1] == longer[column - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(distance[row - 1, column] + 1, distance[row, column - 1] + 1), distance[row - 1, column - 1] + change);
                if (row > 1 && column > 1 && shorter[row - 1] == longer[column - 2] && shorter[row - 2] == longer[column - 1])
                {
                    least = Math.Min(least, distance[row - 2, column - 2] + 1);
                }

                distance[row, column] = least;
            }
        }

        return distance[shorter.Length, longer.Length] <= limit;
    }
}
