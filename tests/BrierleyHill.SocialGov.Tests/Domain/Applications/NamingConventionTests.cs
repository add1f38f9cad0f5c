using System.Diagnostics;
using System.Text;
using BrierleyHill.SocialGov.Domain.Applications;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Applications;

[Trait("Clause", "ADM-2")]
public class NamingConventionTests
{
    private static readonly string[] Separators = ["", " ", ".", "-", "_", "'", "’", "7", "  ", " - ", "\u200B", "•"];

    private static readonly Gen<DirectoryName> People = Gen.Select(
        OneOf("Jane", "Zoë", "Ann", "Jo", "Mary Ann", "Jean-Luc", "Łukasz", "J", "Art", "Forest", "Siân", "Åse", "İpek"),
        OneOf("Smith", "Lee", "Smith-Jones", "O'Brien", "O’Neill", "Ng", "de Souza", "Ng-Lee", "Müller", "Groß", "Ó Sé", "Weiß-Fry", "O"),
        (forename, surname) => new DirectoryName(7, forename, surname));

    private static IReadOnlyList<NamingHit> Check(string name, string forename, string surname) =>
        NamingConvention.Check(name, [new DirectoryName(1, forename, surname)]);

    [Theory]
    // Forename, surname, initials and surname, both names, either way round, in any case.
    [InlineData("Jane's art club", "Jane", "Smith")]
    [InlineData("Smith reading group", "Jane", "Smith")]
    [InlineData("JSmith", "Jane", "Smith")]
    [InlineData("smithj", "Jane", "Smith")]
    [InlineData("JANESMITH", "Jane", "Smith")]
    [InlineData("smith jane", "Jane", "Smith")]
    [InlineData("sMiTh", "Jane", "Smith")]
    [InlineData("jplee", "John Paul", "Lee")]
    [InlineData("jlee", "John Paul", "Lee")]
    [InlineData("leejp", "John Paul", "Lee")]
    // With or without separators.
    [InlineData("j.smith", "Jane", "Smith")]
    [InlineData("j_smith_maths", "Jane", "Smith")]
    [InlineData("jane-smith", "Jane", "Smith")]
    [InlineData("S m i t h", "Jane", "Smith")]
    [InlineData("smith2026", "Jane", "Smith")]
    [InlineData("4smith", "Jane", "Smith")]
    [InlineData("year4smith2026", "Jane", "Smith")]
    [InlineData("sm\u00ADith maths", "Jane", "Smith")]
    [InlineData("sm\u200Bith", "Jane", "Smith")]
    // Apostrophes, straight, curly and left out.
    [InlineData("O'Brien maths", "Pat", "O’Brien")]
    [InlineData("O’Brien maths", "Pat", "O'Brien")]
    [InlineData("OʼBrien maths", "Pat", "O'Brien")]
    [InlineData("O´Brien maths", "Pat", "O'Brien")]
    [InlineData("obrienmaths", "Pat", "O'Brien")]
    [InlineData("misso'dayclass", "Pat", "O'Day")]
    [InlineData("obrien", "Pat", "O Brien")]
    // Accents and letters of other forms.
    [InlineData("zoe", "Zoë", "Hart")]
    [InlineData("Zoë", "Zoe", "Hart")]
    [InlineData("Zoe\u0308 club", "Zoë", "Hart")]
    [InlineData("muller", "Jan", "Müller")]
    [InlineData("lukasz", "Łukasz", "Nowak")]
    [InlineData("gross", "Jan", "Groß")]
    [InlineData("sorensen", "Jan", "Sørensen")]
    [InlineData("Ｓｍｉｔｈ", "Jane", "Smith")]
    [InlineData("𝐒𝐦𝐢𝐭𝐡", "Jane", "Smith")]
    [InlineData("Lee\u3164class", "Ann", "Lee")]
    [InlineData("Æsop", "Jan", "Aesop")]
    [InlineData("ΝΙΚΟΣ", "Νίκος", "Hart")]
    // Double-barrelled surnames: each part and the whole.
    [InlineData("Smith maths", "Jane", "Smith-Jones")]
    [InlineData("Jones maths", "Jane", "Smith-Jones")]
    [InlineData("smithjones", "Jane", "Smith-Jones")]
    [InlineData("Smith Jones", "Jane", "Smith-Jones")]
    [InlineData("Ms Fry", "Jane", "Fry Cox")]
    [InlineData("jcox", "Jane", "Fry-Cox")]
    [InlineData("souza", "Ana", "de Souza")]
    [InlineData("desouza", "Ana", "de Souza")]
    // Titles and possessives.
    [InlineData("MrsSmithsClass", "Jane", "Smith")]
    [InlineData("Mrs Smith's class", "Jane", "Smith")]
    [InlineData("James’ class", "Ann", "James")]
    [InlineData("MrLeesClass", "Ann", "Lee")]
    [InlineData("Lee's class", "Ann", "Lee")]
    [InlineData("Lees class", "Ann", "Lee")]
    [InlineData("mrlee", "Ann", "Lee")]
    [InlineData("class of misslees", "Ann", "Lee")]
    // Four letters or more: inside a run of letters too.
    [InlineData("misssmithclass", "Jane", "Smith")]
    [InlineData("forestschool", "Tom", "Forest")]
    [InlineData("Forest School", "Tom", "Forest")]
    [InlineData("xxkhanxx", "Tom", "Khan")]
    // Shorter: a whole word, or with the initials or the other name.
    [InlineData("Lee", "Ann", "Lee")]
    [InlineData("maths_lee", "Ann", "Lee")]
    [InlineData("lee4maths", "Ann", "Lee")]
    [InlineData("mathsLeeClub", "Ann", "Lee")]
    [InlineData("LEEclass", "Ann", "Lee")]
    [InlineData("PELee", "Ann", "Lee")]
    [InlineData("Art club", "Art", "Hill")]
    [InlineData("a lee", "Ann", "Lee")]
    [InlineData("alee", "Ann", "Lee")]
    [InlineData("lee a", "Ann", "Lee")]
    [InlineData("annlee", "Ann", "Lee")]
    [InlineData("leeann", "Ann", "Lee")]
    [InlineData("ann lee", "Ann", "Lee")]
    [InlineData("missannleeclass", "Ann", "Lee")]
    [InlineData("jong", "Jo", "Ng")]
    // A name of one letter: with the initials only.
    [InlineData("jsmi", "J", "Smi")]
    [InlineData("m o", "Min", "O")]
    [InlineData("mo", "Min", "O")]
    public void A_name_of_a_member_of_staff_is_hit(string name, string forename, string surname) =>
        Assert.Equal($"{forename} {surname}", Assert.Single(Check(name, forename, surname)).PersonName);

    [Theory]
    [InlineData("Science department", "Jane", "Smith")]
    [InlineData("department of partnership", "Art", "Hale")]
    [InlineData("Sleep club", "Ann", "Lee")]
    [InlineData("Annual planning", "Ann", "Lee")]
    [InlineData("galleed", "Ann", "Lee")]
    [InlineData("paleey", "Ann", "Lee")]
    [InlineData("Palee", "Ann", "Lee")]
    [InlineData("party", "Pat", "Art")]
    [InlineData("Team J", "J", "Smith")]
    [InlineData("Option O", "Min", "O")]
    [InlineData("J", "J", "O")]
    [InlineData("Care education", "Jan", "Reed")]
    [InlineData("Smart in maths", "Jo", "Martin")]
    [InlineData("Vie de France", "Ana", "de Souza")]
    [InlineData("Mrs", "Mrs Jane", "Smith")]
    [InlineData("Year 4", "Yea", "Rley")]
    [InlineData("", "Jane", "Smith")]
    [InlineData("2026 — 12!", "Jane", "Smith")]
    [InlineData("Maths", "", "")]
    [InlineData("Maths 4", "4", "-")]
    [InlineData("'", "'", "’")]
    public void An_innocent_name_is_not_hit(string name, string forename, string surname) => Assert.Empty(Check(name, forename, surname));

    [Theory]
    [InlineData("MrsSmithsClass", "Smith")]
    [InlineData("misssmithclass", "smith")]
    [InlineData("The J. Smith page", "J. Smith")]
    [InlineData("Smith and Jane", "Smith, Jane")]
    [InlineData("jane jane", "jane")]
    [InlineData("Zo\u0308e Ｓｍｉｔｈ", "Ｓｍｉｔｈ")]
    public void The_words_that_matched_are_given_as_typed(string name, string words) =>
        Assert.Equal(words, Assert.Single(Check(name, "Jane", "Smith")).MatchedWords);

    [Fact]
    public void A_person_is_hit_once_also_under_several_names_in_the_directorys_order()
    {
        var hits = NamingConvention.Check(
            "Smith Khan Hill",
            [new(3, "Ada", "Hill"), new(1, "Jane", "Smith"), new(2, "Tom", "Cox"), new(1, "Jane", "Khan"), new(4, "Bo", "Smith")]);
        Assert.Equal(
            [new NamingHit(3, "Ada Hill", "Hill"), new NamingHit(1, "Jane Smith", "Smith, Khan"), new NamingHit(4, "Bo Smith", "Smith")], hits);
    }

    [Fact]
    public void A_person_without_a_forename_is_named_by_the_surname() =>
        Assert.Equal("Smith", Assert.Single(Check("Smith", "", "Smith")).PersonName);

    [Fact]
    public void A_name_built_from_a_persons_name_is_always_hit() =>
        Gen.Select(People, Gen.Int[0, 5], OneOf(Separators).Array[40], Gen.Bool.Array[80], Gen.Bool)
            .Sample((person, form, separators, upper, alone) =>
            {
                var (forename, surname) = (Plain(person.Forename), Plain(person.Surname));
                var built = form switch
                {
                    0 when forename.Length > 1 => forename,
                    1 when surname.Length > 1 => surname,
                    2 => surname + forename[..1],
                    3 when forename.Length > 1 && surname.Length > 1 => forename + surname,
                    4 when forename.Length > 1 && surname.Length > 1 => surname + forename,
                    _ => forename[..1] + surname,
                };
                var text = new StringBuilder(alone ? "" : "Year 5 ");
                for (var index = 0; index < built.Length; index++)
                {
                    text.Append(upper[index] ? char.ToUpperInvariant(built[index]) : built[index]);
                    if (index < built.Length - 1)
                    {
                        text.Append(separators[index % separators.Length]);
                    }
                }

                text.Append(alone ? "" : "/news");
                Assert.Single(NamingConvention.Check(text.ToString(), [person]));
            });

    [Fact]
    public void A_long_name_is_found_inside_any_run_of_letters() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 4, 12], Gen.String[Gen.Char['a', 'z'], 0, 20], Gen.String[Gen.Char['a', 'z'], 0, 20])
            .Sample((name, before, after) => Assert.Single(Check(before + name + after, "", name)));

    [Fact]
    public void No_text_whatever_brings_the_check_down() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((name, forename, surname) => { _ = Check(name, forename, surname); });

    [Fact]
    public void Every_single_character_is_read()
    {
        for (var character = char.MinValue; character < char.MaxValue; character++)
        {
            Assert.Single(Check("Smith " + character, "Jane", "Smith"));
        }

        Assert.Single(Check("Smith \uFFFF", "Jane", "Smith"));
    }

    [Fact]
    public void Five_thousand_people_are_checked_at_once()
    {
        var people = Enumerable.Range(0, 5000).Select(id => new DirectoryName(id, "Anna-Maria " + Word(id), Word(id * 7) + "-" + Word(id * 13))).ToList();
        var name = string.Concat(Enumerable.Repeat("aaab ", 40));
        _ = NamingConvention.Check(name, people);

        var started = Stopwatch.GetTimestamp();
        _ = NamingConvention.Check(name, people);
        // The aim is well under 100 ms; the rest is room for a busy machine.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));

        static string Word(int seed) =>
            string.Concat(Enumerable.Range(0, 6).Select(place => (char)('a' + (((seed * 31) + (place * 17) + (seed / 26)) % 26))));
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    // The plain letters of the names above, spelt out here so that the test does not lean on the code it tests.
    private static string Plain(string name)
    {
        (string From, string To)[] spellings =
        [
            (" ", ""), ("-", ""), ("'", ""), ("’", ""), ("ë", "e"), ("Ł", "l"), ("â", "a"), ("Å", "a"), ("İ", "i"), ("ü", "u"), ("ß", "ss"),
            ("Ó", "o"), ("é", "e"),
        ];
        return spellings.Aggregate(name, (text, spelling) => text.Replace(spelling.From, spelling.To, StringComparison.Ordinal)).ToLowerInvariant();
    }
}
