using System.Globalization;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Tests.Support;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>The chain of a chronology: whatever is changed, taken out, put in or cut off is found and named.</summary>
public class ChronologyTests
{
    private static List<ChronologyEntry> Chronology(int entries)
    {
        var (written, end) = (new List<ChronologyEntry>(), ChronologyEnd.Empty);
        for (var number = 1; number <= entries; number++)
        {
            var entry = ChronologyEntry.Write(
                new ChronologyEntryAdded(
                    IncidentBuilder.Number, ChronologyKind.Note, IncidentBuilder.At.AddHours(-number), string.Create(CultureInfo.InvariantCulture, $"Words {number}"), number > 2 ? 1 : null, IncidentBuilder.Leader, IncidentBuilder.At.AddMinutes(number)),
                end);
            written.Add(entry);
            end = new ChronologyEnd(entry.Number, entry.Hash);
        }

        return written;
    }

    private static ChronologyVerdict Walk(IEnumerable<ChronologyEntry> entries, int written, bool mayBeErased = false)
    {
        var chain = new ChronologyChain(mayBeErased);
        foreach (var entry in entries)
        {
            if (!chain.Follow(entry))
            {
                break;
            }
        }

        return chain.Finish(written);
    }

    private static void Set(ChronologyEntry entry, string property, object? value) =>
        (typeof(ChronologyEntry).GetProperty(property)!.DeclaringType!.GetProperty(property)!).SetValue(entry, value);

    [Fact]
    public void One_that_nobody_touched_is_whole()
    {
        Assert.Equal(new ChronologyVerdict(5, null), Walk(Chronology(5), 5));
        Assert.Equal(new ChronologyVerdict(0, null), Walk([], 0));
    }

    public static TheoryData<string, object, string> Tampering => new()
    {
        { nameof(ChronologyEntry.Text), "Other words", "The text of entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.Salt), "00", "The text of entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.TextHash), new string('1', 64), "Entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.Kind), ChronologyKind.Meeting, "Entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.HappenedAt), IncidentBuilder.At, "Entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.WrittenAt), IncidentBuilder.At, "Entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.ById), 5, "Entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.CorrectsNumber), 2, "Entry 3 was changed after it was written." },
        { nameof(IncidentPart.IncidentId), 999999, "Entry 3 was changed after it was written." },
        { nameof(ChronologyEntry.PreviousHash), new string('2', 64), "Entry 3 does not follow from the entry before it: one of the two was replaced." },
        { nameof(ChronologyEntry.ErasedAt), IncidentBuilder.At, "The text of entry 3 was erased, but the incident is not out of scope." },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public void A_changed_row_is_found_and_named(string property, object value, string broken)
    {
        var entries = Chronology(5);
        Set(entries[2], property, value);
        Assert.Equal(broken, Walk(entries, 5).Broken);
    }

    [Fact]
    public void Rows_that_are_missing_or_put_in_are_found()
    {
        Assert.Equal("Entry 3 is missing: the next one found is 4.", Walk(Chronology(5).Where(entry => entry.Number != 3), 5).Broken);
        Assert.Equal("Entries after 4 are missing: the last one written was 5.", Walk(Chronology(5).Take(4), 5).Broken);
        Assert.Equal("Entries after 4 were put in from outside: the last one written was 4.", Walk(Chronology(5), 4).Broken);
    }

    [Fact]
    public void Erased_texts_leave_the_chain_whole_where_the_incident_is_out_of_scope_and_cannot_be_put_back()
    {
        var entries = Chronology(4);
        entries.ForEach(entry => entry.Erase(IncidentBuilder.At.AddDays(1)));
        Assert.All(entries, entry => Assert.Equal(("", ""), (entry.Text, entry.Salt)));
        Assert.True(Walk(entries, 4, mayBeErased: true).IsWhole);
        Assert.False(Walk(entries, 4).IsWhole);

        Set(entries[1], nameof(ChronologyEntry.Text), "Words 2");
        Assert.Equal("The text of entry 2 was put back after it was erased.", Walk(entries, 4, mayBeErased: true).Broken);
    }

    [Fact]
    public void The_same_words_have_another_hash_each_time_so_that_nobody_finds_an_erased_text_by_trying() =>
        Assert.NotEqual(Chronology(1)[0].TextHash, Chronology(1)[0].TextHash);

    [Fact]
    public void Whatever_row_is_replaced_by_one_that_holds_in_itself_the_chain_breaks() => Gen.Select(Gen.Int[2, 12], Gen.Int[0, 11], Gen.String).Sample((length, at, words) =>
    {
        var entries = Chronology(length);
        var index = at % (length - 1);
        // Whoever forges a row can make its own hashes right; the next row still follows the old one.
        var forged = ChronologyEntry.Write(
            new ChronologyEntryAdded(IncidentBuilder.Number, ChronologyKind.Note, IncidentBuilder.At, words, null, IncidentBuilder.Leader, IncidentBuilder.At),
            new ChronologyEnd(entries[index].Number - 1, entries[index].PreviousHash));
        entries[index] = forged;
        return Walk(entries, length).Broken == $"Entry {index + 2} does not follow from the entry before it: one of the two was replaced.";
    });

    [Fact]
    public void Back_dated_it_says_so()
    {
        var entry = Chronology(1)[0];
        Assert.True(entry.IsBackDated);
        var now = ChronologyEntry.Write(
            new ChronologyEntryAdded(IncidentBuilder.Number, ChronologyKind.Note, IncidentBuilder.At, "Now", null, IncidentBuilder.Leader, IncidentBuilder.At), ChronologyEnd.Empty);
        Assert.False(now.IsBackDated);
    }
}
