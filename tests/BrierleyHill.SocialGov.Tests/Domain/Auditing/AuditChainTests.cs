using System.Reflection;
using BrierleyHill.SocialGov.Domain.Auditing;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Auditing;

/// <summary>A chain of lines that shows whatever was changed in it.</summary>
public class AuditChainTests
{
    private static readonly string[] Fields =
    [
        "Sequence", "OccurredAt", "Name", "ActorId", "ActorName", "RecordKind", "RecordId", "RecordReference", "Reason", "Changes", "CorrelationId",
        "RemoteAddress", "PreviousHash", "Hash",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.Const(""), Gen.Const("null"), Gen.Const("\"],[\""), Gen.Const("\u2028é😀"));
    private static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(text => (string?)text), Gen.Const((string?)null));
    private static readonly Gen<int?> MaybeNumber = Gen.OneOf(Gen.Int.Select(number => (int?)number), Gen.Const((int?)null));

    private static readonly Gen<AuditContent> Content = Gen.Select(
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Text, MaybeNumber, Text),
        Gen.Select(MaybeText, MaybeNumber, MaybeText, MaybeText),
        Gen.Select(MaybeText, MaybeText, MaybeText),
        (who, what, how) => new AuditContent(
            new DateTime(who.Item1, DateTimeKind.Utc), who.Item2, who.Item3, who.Item4, what.Item1, what.Item2, what.Item3, what.Item4, how.Item1, how.Item2, how.Item3));

    private static readonly Gen<List<AuditEvent>> Chain = Content.List[1, 8].Select(Build);

    private static List<AuditEvent> Build(List<AuditContent> contents)
    {
        var lines = new List<AuditEvent>();
        foreach (var content in contents)
        {
            lines.Add(new AuditEvent(lines.Count + 1, lines.Count == 0 ? AuditEvent.Genesis : lines[^1].Hash, content));
        }

        return lines;
    }

    private static AuditVerdict Walk(IEnumerable<AuditEvent> lines, AuditEvent last)
    {
        var chain = new AuditChain();
        foreach (var line in lines)
        {
            if (!chain.Follow(line))
            {
                break;
            }
        }

        return chain.Finish(last.Sequence, last.Hash);
    }

    private static void Change(AuditEvent line, string field)
    {
        var property = typeof(AuditEvent).GetProperty(field)!;
        object? changed = property.GetValue(line) switch
        {
            long number => number + 1,
            int number => unchecked(number + 1),
            DateTime instant => instant.Ticks > 0 ? instant.AddTicks(-1) : instant.AddTicks(1),
            string text => text + "x",
            null => property.PropertyType == typeof(int?) ? 0 : "",
            var other => throw new InvalidOperationException($"No change is known for {other}."),
        };
        property.SetValue(line, changed, BindingFlags.NonPublic | BindingFlags.Instance, null, null, null);
    }

    [Fact]
    public void The_fields_that_are_changed_are_all_that_there_are() =>
        Assert.Equal(Fields.Order(), typeof(AuditEvent).GetProperties().Select(property => property.Name).Order());

    [Fact]
    public void A_whole_chain_verifies() => Chain.Sample(
        lines => Walk(lines, lines[^1]) == new AuditVerdict(lines.Count, null, null, lines[^1].Hash), iter: 300);

    [Fact]
    public void An_empty_chain_verifies() => Assert.True(new AuditChain().Finish(0, AuditEvent.Genesis).IsWhole);

    [Fact]
    public void Any_change_of_any_field_is_found_and_its_line_named() => Gen.Select(Chain, Gen.Int[0, 7], Gen.Int[0, 13]).Sample((lines, at, which) =>
    {
        var (line, field) = (lines[at % lines.Count], Fields[which]);
        var number = line.Sequence;
        var last = Build([.. lines.Select(ContentOf)])[^1];
        Change(line, field);

        var verdict = Walk(lines, last);

        // A line that says that it has another number is missing under its own.
        return verdict.Lines == number - 1 && verdict.Broken!.Contains(field == "Sequence" ? $"Line {number} is missing" : $"Line {number} ", StringComparison.Ordinal);
    }, iter: 1000);

    [Fact]
    public void A_line_that_was_rewritten_with_a_right_hash_breaks_the_next_or_the_end() => Gen.Select(Chain, Gen.Int[0, 7]).Sample((lines, which) =>
    {
        var at = which % lines.Count;
        var last = lines[^1];
        lines[at] = new AuditEvent(at + 1, lines[at].PreviousHash, ContentOf(lines[at]) with { Name = lines[at].Name + "x" });

        var verdict = Walk(lines, last);

        return at == lines.Count - 1
            ? verdict.Broken == $"Line {at + 1} is not the one that was written last: it was replaced."
            : verdict.Lines == at + 1 && verdict.Broken!.StartsWith($"Line {at + 2} does not follow", StringComparison.Ordinal);
    }, iter: 300);

    [Fact]
    public void A_line_taken_out_is_found_and_named() => Gen.Select(Chain, Gen.Int[0, 7]).Sample((lines, which) =>
    {
        var (at, last) = (which % lines.Count, lines[^1]);
        var isLast = at == lines.Count - 1;
        lines.RemoveAt(at);

        var verdict = Walk(lines, last);

        return verdict.Lines == at
            && verdict.Broken!.StartsWith(isLast ? $"Lines after {at} are missing" : $"Line {at + 1} is missing", StringComparison.Ordinal);
    }, iter: 300);

    [Fact]
    public void Two_lines_that_changed_places_are_found() => Gen.Select(Chain.Where(lines => lines.Count > 1), Gen.Int[0, 7], Gen.Int[1, 7]).Sample((lines, one, by) =>
    {
        var first = one % lines.Count;
        var second = (first + 1 + (by % (lines.Count - 1))) % lines.Count;
        var last = lines[^1];
        (lines[first], lines[second]) = (lines[second], lines[first]);

        var verdict = Walk(lines, last);

        return verdict.Lines == Math.Min(first, second) && verdict.Broken!.StartsWith($"Line {verdict.Lines + 1} is missing", StringComparison.Ordinal);
    }, iter: 300);

    [Fact]
    public void A_line_put_in_is_found() => Gen.Select(Chain, Content, Gen.Int[0, 8]).Sample((lines, content, which) =>
    {
        var at = which % (lines.Count + 1);
        var last = lines[^1];
        lines.Insert(at, new AuditEvent(at + 1, at == 0 ? AuditEvent.Genesis : lines[at - 1].Hash, content with { Name = content.Name + "x" }));

        var verdict = Walk(lines, last);

        return verdict.Broken is not null && (at < lines.Count - 1 || verdict.Broken.StartsWith($"Lines after {at} were put in from outside", StringComparison.Ordinal));
    }, iter: 300);

    [Fact]
    public void Lines_cut_off_at_the_end_are_found() => Gen.Select(Chain, Gen.Int[0, 7]).Sample((lines, which) =>
    {
        var (kept, last) = (which % lines.Count, lines[^1]);

        var verdict = Walk(lines.Take(kept), last);

        return verdict.Lines == kept && verdict.Broken == $"Lines after {kept} are missing: the last one written was {last.Sequence}.";
    }, iter: 300);

    private static AuditContent ContentOf(AuditEvent line) => new(
        line.OccurredAt, line.Name, line.ActorId, line.ActorName, line.RecordKind, line.RecordId, line.RecordReference, line.Reason, line.Changes,
        line.CorrelationId, line.RemoteAddress);
}
