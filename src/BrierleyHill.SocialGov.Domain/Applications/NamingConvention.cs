using System.Collections.Frozen;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>
/// Clause ADM-2: an account is named for a department, an activity or a subject, never after a member of staff. The check
/// would rather ask about an innocent word (the applicant explains it) than miss a name.
/// </summary>
/// <remarks>
/// <para>Letters are compared without case, accents, separators and apostrophes. A person is found by</para>
/// <list type="bullet">
/// <item>forename or surname, whole or one part of it ("Smith-Jones": smith, jones, smithjones), of two letters or more;</item>
/// <item>initial or initials and surname, in either order;</item>
/// <item>forename and surname, in either order, where both have two letters or more;</item>
/// <item>title and surname ("mrslee").</item>
/// </list>
/// <para>
/// Each is found as whole words, also with a possessive or plural s, where separators, digits and changes of case part words
/// and may also lie inside the name ("L.e_e"). A forename or surname of four letters or more, or both together from six letters,
/// is found inside a run of letters too ("misssmithclass"); shorter ones would make "department" a hit for Mr Art.
/// </para>
/// </remarks>
public static class NamingConvention
{
    private const int ShortestNameInsideARun = 4;
    private const int ShortestFullNameInsideARun = 6;

    // Words that stand in names of several words and are no name by themselves: "de Souza" is not found in "Vie de France".
    private static readonly FrozenSet<string> Particles = new[]
    {
        "ab", "abu", "al", "and", "ap", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
        "el", "ibn", "la", "las", "le", "los", "mac", "mc", "nee", "of", "san", "st", "ter", "the", "van", "von",
        "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "rev", "sir",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Titles =
        ["dr", "madam", "miss", "mister", "mr", "mrs", "ms", "mx", "prof", "professor", "rev", "sir"];

    /// <summary>Finds the people of a directory whose name a proposed account name seems to contain.</summary>
    /// <param name="proposedName">The account name as it was typed. One without letters matches nobody.</param>
    /// <param name="directory">The people to look for.</param>
    /// <returns>One hit for each person found, in the directory's order; empty when nobody was.</returns>
    public static IReadOnlyList<NamingHit> Check(string proposedName, IEnumerable<DirectoryName> directory)
    {
        ArgumentNullException.ThrowIfNull(proposedName);
        ArgumentNullException.ThrowIfNull(directory);

        var proposed = new NameLetters(proposedName);
        if (proposed.Letters.Length == 0)
        {
            return [];
        }

        var surnameStarts = SurnameStarts(proposed);
        var found = new List<(DirectoryName Person, List<(int Start, int End)> Places)>();
        var indexOfPerson = new Dictionary<int, int>();
        foreach (var person in directory)
        {
            var places = new List<(int Start, int End)>();
            Find(person, proposed, surnameStarts, places);
            if (places.Count == 0)
            {
                continue;
            }

            if (indexOfPerson.TryGetValue(person.PersonId, out var index))
            {
                found[index].Places.AddRange(places);
            }
            else
            {
                indexOfPerson.Add(person.PersonId, found.Count);
                found.Add((person, places));
            }
        }

        return [.. found.Select(hit => new NamingHit(hit.Person.PersonId, NameOf(hit.Person), MatchedWords(proposed, hit.Places)))];
    }

    private static void Find(DirectoryName person, NameLetters proposed, bool[] surnameStarts, List<(int Start, int End)> places)
    {
        var forename = new NameLetters(person.Forename);
        var surname = new NameLetters(person.Surname);
        var forenames = WholeAndParts(forename);
        var surnames = WholeAndParts(surname);

        foreach (var name in forenames.Where(name => name.Length > 1))
        {
            FindWords(name, ShortestNameInsideARun, proposed, null, places);
        }

        foreach (var name in surnames.Where(name => name.Length > 1))
        {
            FindWords(name, ShortestNameInsideARun, proposed, surnameStarts, places);
        }

        foreach (var initials in Initials(forename))
        {
            foreach (var name in surnames)
            {
                FindWords(initials + name, int.MaxValue, proposed, null, places);
                FindWords(name + initials, int.MaxValue, proposed, null, places);
            }
        }

        foreach (var first in forenames.Where(name => name.Length > 1))
        {
            foreach (var last in surnames.Where(name => name.Length > 1))
            {
                FindWords(first + last, ShortestFullNameInsideARun, proposed, null, places);
                FindWords(last + first, ShortestFullNameInsideARun, proposed, null, places);
            }
        }
    }

    private static void FindWords(
        string name, int shortestInsideARun, NameLetters proposed, bool[]? furtherStarts, List<(int Start, int End)> places)
    {
        var letters = proposed.Letters;
        for (var start = letters.IndexOf(name, StringComparison.Ordinal);
            start >= 0;
            start = letters.IndexOf(name, start + 1, StringComparison.Ordinal))
        {
            var end = start + name.Length;
            var insideARun = name.Length >= shortestInsideARun && proposed.IsOneRun(start, end);
            var wholeWords = (proposed.IsWordEdge(start) || furtherStarts?[start] is true) && EndsAWord(proposed, end);
            if (insideARun || wholeWords)
            {
                places.Add((start, end));
            }
        }
    }

    private static bool EndsAWord(NameLetters proposed, int end) =>
        proposed.IsWordEdge(end) || (proposed.Letters[end] == 's' && proposed.IsWordEdge(end + 1));

    // The places right after a title with which a word begins: there a surname may begin in the middle of a word ("mrslee").
    private static bool[] SurnameStarts(NameLetters proposed)
    {
        var starts = new bool[proposed.Letters.Length + 1];
        for (var place = 0; place < proposed.Letters.Length; place++)
        {
            if (!proposed.IsWordEdge(place))
            {
                continue;
            }

            foreach (var title in Titles.Where(title => string.CompareOrdinal(proposed.Letters, place, title, 0, title.Length) == 0))
            {
                starts[place + title.Length] = true;
            }
        }

        return starts;
    }

    private static List<string> WholeAndParts(NameLetters name)
    {
        var names = new List<string>();
        if (name.Letters.Length > 0)
        {
            names.Add(name.Letters);
            // A part of one letter (a middle initial) is covered by the initials.
            names.AddRange(name.Parts().Where(part => part.Length > 1 && part.Length < name.Letters.Length && !Particles.Contains(part)));
        }

        return names;
    }

    // "Mary Ann": "m" and "ma".
    private static IEnumerable<string> Initials(NameLetters forename)
    {
        var initials = string.Concat(forename.Parts().Select(part => part[0]));
        return initials.Length switch
        {
            0 => [],
            1 => [initials],
            _ => [initials[..1], initials],
        };
    }

    private static string NameOf(DirectoryName person) => $"{person.Forename} {person.Surname}".Trim();

    // Overlapping finds become one; the rest are listed in the order in which they stand.
    private static string MatchedWords(NameLetters proposed, List<(int Start, int End)> places)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var place in places.Order())
        {
            if (merged.Count > 0 && place.Start < merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, place.End));
            }
            else
            {
                merged.Add(place);
            }
        }

        return string.Join(", ", merged.Select(place => proposed.SourceText(place.Start, place.End)).Distinct(StringComparer.Ordinal));
    }
}
