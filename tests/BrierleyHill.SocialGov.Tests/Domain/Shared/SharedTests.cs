using BrierleyHill.SocialGov.Domain.Shared;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Shared;

public class ReferenceTests
{
    [Theory]
    [InlineData("APP-000123", "APP", 123)]
    [InlineData("app-000123", "APP", 123)]
    [InlineData(" App 123 ", "APP", 123)]
    [InlineData("APP123", "APP", 123)]
    [InlineData("APP–123", "APP", 123)]
    [InlineData("ACC-1234567", "ACC", 1234567)]
    [InlineData("APP-2147483647", "APP", int.MaxValue)]
    public void It_is_read_as_people_type_it(string typed, string kind, int id)
    {
        Assert.True(Reference.TryParse(typed, out var read, out var number));
        Assert.Equal((kind, id), (read, number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("APP-")]
    [InlineData("APP-0")]
    [InlineData("APP-2147483648")]
    [InlineData("APP-99999999999999999999")]
    [InlineData("APP-12x")]
    [InlineData("APP-+12")]
    [InlineData("APP-1 2")]
    [InlineData("ÄPP-12")]
    [InlineData("LETTERS-12")]
    [InlineData("APP-١٢")]
    public void Anything_else_is_no_reference(string? typed) => Assert.False(Reference.TryParse(typed, out _, out _));

    [Fact]
    public void What_is_written_is_read_again() => Gen.Int[1, int.MaxValue].Sample(id =>
        Reference.TryParse(Reference.Of("APP", id), out var kind, out var read) && (kind, read) == ("APP", id));
}

public class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("   ", "")]
    [InlineData(" a\r\nb\rc\n ", "a\nb\nc")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\u0000\u0007\u001b[31mb\u007f", "a[31mb")]
    [InlineData("abc\u202Edef\u202C \u2066x\u2069", "abcdef x")]
    [InlineData("ok \ud83d\ude00 broken \ud83d end", "ok \ud83d\ude00 broken  end")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("Łódź, Ó Sé, 日本", "Łódź, Ó Sé, 日本")]
    public void It_drops_what_nobody_sees_and_keeps_the_rest(string? typed, string kept) => Assert.Equal(kept, PlainText.Clean(typed));

    [Theory]
    [InlineData(" a\r\n\r\nb\tc ", "a b c")]
    [InlineData("a  b", "a  b")]
    [InlineData("\n", "")]
    public void A_line_stays_one_line(string typed, string kept) => Assert.Equal(kept, PlainText.CleanLine(typed));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() => Gen.String.Sample(typed =>
        PlainText.Clean(PlainText.Clean(typed)) == PlainText.Clean(typed) && PlainText.CleanLine(PlainText.CleanLine(typed)) == PlainText.CleanLine(typed));
}

public class ResultTests
{
    private static readonly Error Refusal = new("Test.Refused", "No.", ErrorKind.Conflict, "Field");

    [Fact]
    public void Done_is_not_refused()
    {
        Assert.False(Result.Done.IsRefused);
        Assert.Null(Result.Done.Error);
        Assert.Equal(Result.Done, default);
    }

    [Fact]
    public void A_refusal_carries_its_error()
    {
        Result result = Refusal;
        Assert.True(result.IsRefused);
        Assert.Equal(Refusal, result.Error);
    }

    [Fact]
    public void A_value_is_given_back_or_the_refusal_that_stands_for_it()
    {
        Result<int> done = 7;
        Result<int> refused = Refusal;

        Assert.Equal((false, 7), (done.IsRefused, done.Value));
        Assert.True(refused.IsRefused);
        Assert.Equal(Refusal, refused.Error);
        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }
}
