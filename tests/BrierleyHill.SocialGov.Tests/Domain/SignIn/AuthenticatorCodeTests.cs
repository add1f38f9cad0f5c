using System.Text;
using BrierleyHill.SocialGov.Domain.SignIn;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.SignIn;

public sealed class AuthenticatorCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTime Noon = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    // RFC 6238, appendix B, SHA-1: the last six of the eight digits given there.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, AuthenticatorCode.Of(Key, AuthenticatorCode.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_phone_may_be_one_step_off_and_no_more(int steps, bool accepted)
    {
        var step = AuthenticatorCode.StepAt(Noon) + steps;
        Assert.Equal(accepted ? step : null, AuthenticatorCode.FindStep(Key, AuthenticatorCode.Of(Key, step), Noon, lastAccepted: null));
    }

    [Fact]
    public void A_code_counts_once_and_so_does_every_older_one()
    {
        var now = AuthenticatorCode.StepAt(Noon);
        Assert.Null(AuthenticatorCode.FindStep(Key, AuthenticatorCode.Of(Key, now), Noon, lastAccepted: now));
        Assert.Null(AuthenticatorCode.FindStep(Key, AuthenticatorCode.Of(Key, now - 1), Noon, lastAccepted: now));
        Assert.Equal(now + 1, AuthenticatorCode.FindStep(Key, AuthenticatorCode.Of(Key, now + 1), Noon, lastAccepted: now));
    }

    [Fact]
    public void Spaces_are_as_people_read_the_digits()
    {
        var code = AuthenticatorCode.Of(Key, AuthenticatorCode.StepAt(Noon));
        Assert.NotNull(AuthenticatorCode.FindStep(Key, $" {code[..3]} {code[3..]} ", Noon, lastAccepted: null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("\0\0\0\0\0\0")]
    public void Anything_else_is_no_code(string? typed) => Assert.Null(AuthenticatorCode.FindStep(Key, typed, Noon, lastAccepted: null));

    [Fact]
    public void Whatever_is_accepted_is_newer_than_the_last_and_within_the_drift() =>
        Gen.Select(Gen.Byte.Array[20], Gen.Long[0, 4_000_000_000], Gen.Int[-3, 3], Gen.Int[-3, 3]).Sample((key, seconds, typed, last) =>
        {
            var at = DateTime.UnixEpoch.AddSeconds(seconds);
            var now = AuthenticatorCode.StepAt(at);
            var found = AuthenticatorCode.FindStep(key, AuthenticatorCode.Of(key, Math.Max(0, now + typed)), at, now + last);
            return found is null || (found > now + last && Math.Abs(found.Value - now) <= AuthenticatorCode.DriftSteps);
        });
}

public sealed class Base32Tests
{
    // RFC 4648, section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void It_is_that_of_the_standard(string plain, string written)
    {
        Assert.Equal(written, Base32.Write(Encoding.ASCII.GetBytes(plain)));
        Assert.Equal(plain, Encoding.ASCII.GetString(Base32.Read(written)));
    }

    [Fact]
    public void Whatever_is_written_is_read_again() => Gen.Byte.Array[0, 64].Sample(bytes => Base32.Read(Base32.Write(bytes)).SequenceEqual(bytes));

    [Fact]
    public void Another_letter_is_refused() => Assert.Throws<FormatException>(() => Base32.Read("MZ1W6"));
}
