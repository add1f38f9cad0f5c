using System.Diagnostics;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Web.Features.Policy;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Features.Policy;

/// <summary>What differs between two versions.</summary>
[Trait("Clause", "SLT-2")]
public sealed class PolicyDifferenceTests
{
    [Fact]
    public void The_same_text_has_no_differences() => Assert.Empty(PolicyDifference.Between("a\nb", "a\nb"));

    [Fact]
    public void Words_that_differ_are_marked_within_their_line()
    {
        var lines = Assert.Single(PolicyDifference.Between("We answer within 24 hours.", "We answer within 12 hours.")).Lines;

        Assert.Equal([DifferenceKind.Removed, DifferenceKind.Added], lines.Select(line => line.Kind));
        Assert.Equal("24", Assert.Single(lines[0].Pieces, piece => piece.Kind == DifferenceKind.Removed).Text);
        Assert.Equal("12", Assert.Single(lines[1].Pieces, piece => piece.Kind == DifferenceKind.Added).Text);
    }

    [Fact]
    public void Far_lines_that_are_the_same_are_counted_and_near_ones_shown()
    {
        var before = string.Join('\n', Enumerable.Range(1, 30));
        var parts = PolicyDifference.Between(before, before.Replace("\n15\n", "\n15\nnew\n", StringComparison.Ordinal));

        Assert.Equal([13, 0, 13], parts.Select(part => part.LeftOut));
        Assert.Equal(["14", "15", "new", "16", "17"], parts[1].Lines.Select(line => line.Pieces[0].Text));
    }

    [Fact]
    public void Both_texts_can_be_put_together_again_from_what_is_shown() =>
        Gen.Select(Lines, Lines).Sample((before, after) =>
        {
            var parts = PolicyDifference.Between(before, after);
            if (parts.Any(part => part.LeftOut > 0) || before == after)
            {
                return;
            }

            var lines = parts.SelectMany(part => part.Lines).ToList();
            Assert.Equal(before, string.Join('\n', lines.Where(line => line.Kind != DifferenceKind.Added).Select(Text)));
            Assert.Equal(after, string.Join('\n', lines.Where(line => line.Kind != DifferenceKind.Removed).Select(Text)));
        });

    [Theory]
    [InlineData("a\n", "b\n")]
    [InlineData("a ", "b ")]
    [InlineData("word ", "other\n")]
    public void Huge_texts_that_share_nothing_do_not_hang(string before, string after)
    {
        var began = Stopwatch.GetTimestamp();

        Assert.NotEmpty(PolicyDifference.Between(Fill(before), Fill(after)));

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        static string Fill(string piece) => string.Concat(Enumerable.Repeat(piece, PolicyVersion.TextMaximumLength / piece.Length));
    }

    private static Gen<string> Lines => Gen.OneOf(new[] { "", "a", "b", "a b", "b c", "c  a" }.Select(text => Gen.Const(text)).ToArray()).Array[1, 6].Select(lines => string.Join('\n', lines));

    private static string Text(DifferenceLine line) => string.Concat(line.Pieces.Select(piece => piece.Text));
}
