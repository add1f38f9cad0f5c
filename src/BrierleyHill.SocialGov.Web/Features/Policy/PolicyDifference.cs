using DiffPlex;
using DiffPlex.Chunkers;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>How a piece of a text relates to the text before.</summary>
public enum DifferenceKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the text before.</summary>
    Removed,

    /// <summary>Only in the text after.</summary>
    Added,
}

/// <summary>A few words of a line.</summary>
/// <param name="Kind">How they relate to the text before.</param>
/// <param name="Text">The words.</param>
public sealed record DifferencePiece(DifferenceKind Kind, string Text);

/// <summary>A line.</summary>
/// <param name="Kind">How the line relates to the text before.</param>
/// <param name="Pieces">Its words; where a line was changed, those that differ are marked.</param>
public sealed record DifferenceLine(DifferenceKind Kind, IReadOnlyList<DifferencePiece> Pieces);

/// <summary>Lines that stand together: either some that differ with those around them, or a number of lines that are the same.</summary>
/// <param name="Lines">The lines; none where they are left out.</param>
/// <param name="LeftOut">How many lines are left out because they are the same.</param>
public sealed record DifferencePart(IReadOnlyList<DifferenceLine> Lines, int LeftOut);

/// <summary>What differs between two texts, by line, and within a changed line by word.</summary>
public static class PolicyDifference
{
    private const int LinesAround = 2;

    // Comparing takes a time that grows with the square of what differs. A policy has some hundred lines; a text of many thousand
    // is compared as a whole, and a line longer than a page as a line.
    private const int MostLines = 3000;
    private const int LongestLine = 4000;

    private static readonly WordChunker Words = new();

    /// <summary>Compares two texts.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <returns>The parts in their order; none when the texts are the same.</returns>
    public static IReadOnlyList<DifferencePart> Between(string before, string after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return [];
        }

        var lines = Compare(before.Split('\n'), after.Split('\n'));
        return [.. Gather(lines)];
    }

    private static List<DifferenceLine> Compare(string[] before, string[] after)
    {
        var lines = new List<DifferenceLine>();
        if (before.Length > MostLines || after.Length > MostLines)
        {
            lines.AddRange(before.Select(line => Whole(DifferenceKind.Removed, line)));
            lines.AddRange(after.Select(line => Whole(DifferenceKind.Added, line)));
            return lines;
        }

        var at = 0;
        foreach (var block in Differ.Instance.CreateDiffs(string.Join('\n', before), string.Join('\n', after), false, false, new LineChunker()).DiffBlocks)
        {
            lines.AddRange(before[at..block.DeleteStartA].Select(line => Whole(DifferenceKind.Same, line)));
            at = block.DeleteStartA + block.DeleteCountA;
            AddBlock(lines, before[block.DeleteStartA..at], after[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
        }

        lines.AddRange(before[at..].Select(line => Whole(DifferenceKind.Same, line)));
        return lines;
    }

    private static void AddBlock(List<DifferenceLine> lines, string[] removed, string[] added)
    {
        var pairs = Math.Min(removed.Length, added.Length);
        for (var i = 0; i < pairs; i++)
        {
            var (old, changed) = Pair(removed[i], added[i]);
            lines.Add(old);
            lines.Add(changed);
        }

        lines.AddRange(removed[pairs..].Select(line => Whole(DifferenceKind.Removed, line)));
        lines.AddRange(added[pairs..].Select(line => Whole(DifferenceKind.Added, line)));
    }

    private static (DifferenceLine Removed, DifferenceLine Added) Pair(string before, string after)
    {
        if (before.Length > LongestLine || after.Length > LongestLine || before.Length == 0 || after.Length == 0)
        {
            return (Whole(DifferenceKind.Removed, before), Whole(DifferenceKind.Added, after));
        }

        var difference = Differ.Instance.CreateDiffs(before, after, false, false, Words);
        var (old, changed) = (new List<DifferencePiece>(), new List<DifferencePiece>());
        var (atOld, atNew) = (0, 0);
        foreach (var block in difference.DiffBlocks)
        {
            Add(old, DifferenceKind.Same, difference.PiecesOld, atOld, block.DeleteStartA);
            Add(changed, DifferenceKind.Same, difference.PiecesNew, atNew, block.InsertStartB);
            (atOld, atNew) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
            Add(old, DifferenceKind.Removed, difference.PiecesOld, block.DeleteStartA, atOld);
            Add(changed, DifferenceKind.Added, difference.PiecesNew, block.InsertStartB, atNew);
        }

        Add(old, DifferenceKind.Same, difference.PiecesOld, atOld, difference.PiecesOld.Count);
        Add(changed, DifferenceKind.Same, difference.PiecesNew, atNew, difference.PiecesNew.Count);
        return (new DifferenceLine(DifferenceKind.Removed, old), new DifferenceLine(DifferenceKind.Added, changed));
    }

    private static void Add(List<DifferencePiece> to, DifferenceKind kind, IReadOnlyList<string> pieces, int from, int until)
    {
        if (until > from)
        {
            to.Add(new DifferencePiece(kind, string.Concat(pieces.Skip(from).Take(until - from))));
        }
    }

    private static DifferenceLine Whole(DifferenceKind kind, string line) => new(kind, [new DifferencePiece(kind, line)]);

    private static IEnumerable<DifferencePart> Gather(List<DifferenceLine> lines)
    {
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind != DifferenceKind.Same)
            {
                Array.Fill(shown, true, Math.Max(0, i - LinesAround), Math.Min(lines.Count, i + LinesAround + 1) - Math.Max(0, i - LinesAround));
            }
        }

        for (var from = 0; from < lines.Count;)
        {
            var until = from;
            while (until < lines.Count && shown[until] == shown[from])
            {
                until++;
            }

            yield return shown[from] ? new DifferencePart(lines[from..until], 0) : new DifferencePart([], until - from);
            from = until;
        }
    }
}
