using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Vault;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Vault;

/// <summary>What people type and paste into the vault.</summary>
[Trait("Clause", "ADM-3")]
public class SecretTextTests
{
    [Theory]
    [InlineData("Tr0ub4dor & 3 – ñ 🌲", null)]
    [InlineData("x", null)]
    [InlineData("", "Vault.SecretMissing")]
    [InlineData("   ", "Vault.SecretMissing")]
    [InlineData(" leading", "Vault.PasswordEdges")]
    [InlineData("trailing ", "Vault.PasswordEdges")]
    [InlineData("two\nlines", "Vault.PasswordLines")]
    [InlineData("a\tb", "Vault.PasswordLines")]
    [InlineData("a\0b", "Vault.PasswordLines")]
    public void A_password_is_kept_to_the_character(string typed, string? refusal)
    {
        var read = SecretText.Read(SecretKind.Password, typed);
        Assert.Equal(refusal, read.Error?.Code);
        Assert.True(refusal is not null || read.Value == typed);
    }

    [Fact]
    public void What_is_too_long_is_refused_and_what_just_fits_is_not()
    {
        (SecretKind Kind, int Most, Func<int, string> Text)[] limits =
        [
            (SecretKind.Password, SecretText.PasswordMaximumLength, length => new string('p', length)),
            (SecretKind.UserName, SecretText.UserNameMaximumLength, length => new string('u', length)),
            (SecretKind.RecoveryEmail, SecretText.EmailMaximumLength, length => new string('e', length - 10) + "@school.uk"),
            (SecretKind.RecoveryPhone, SecretText.PhoneMaximumLength, length => new string('7', length)),
            (SecretKind.Notes, SecretText.NotesMaximumLength, length => new string('n', length)),
        ];
        Assert.All(limits, limit =>
        {
            Assert.False(SecretText.Read(limit.Kind, limit.Text(limit.Most)).IsRefused);
            Assert.Equal("Vault.SecretTooLong", SecretText.Read(limit.Kind, limit.Text(limit.Most + 1)).Error?.Code);
            Assert.Equal("Vault.SecretMissing", SecretText.Read(limit.Kind, "  ").Error?.Code);
        });
    }

    [Theory]
    [InlineData("office@school.example", true)]
    [InlineData(" office@school.example ", true)]
    [InlineData("office", false)]
    [InlineData("@school.example", false)]
    [InlineData("a@b@c.d", false)]
    [InlineData("a b@school.example", false)]
    [InlineData("office@school", false)]
    public void A_recovery_address_is_an_address(string typed, bool isTaken) =>
        Assert.Equal(isTaken ? null : VaultErrors.EmailWrong, SecretText.Read(SecretKind.RecoveryEmail, typed).Error);

    [Theory]
    [InlineData("01632 960 001", true)]
    [InlineData("+44 (0)1632-960.001", true)]
    [InlineData("ask the office", false)]
    [InlineData("123", false)]
    public void A_recovery_number_is_a_number(string typed, bool isTaken) =>
        Assert.Equal(isTaken ? null : VaultErrors.PhoneWrong, SecretText.Read(SecretKind.RecoveryPhone, typed).Error);

    [Fact]
    public void Recovery_codes_are_pasted_as_a_list()
    {
        Assert.Equal(["1234 5678", "abcd-efgh"], SecretText.ReadRecoveryCodes("\r\n 1234 5678 \r\n\r\nabcd-efgh\r\n").Value);
        Assert.Equal(VaultErrors.RecoveryCodesMissing, SecretText.ReadRecoveryCodes(" \n ").Error);
        Assert.Equal(VaultErrors.RecoveryCodesTwice, SecretText.ReadRecoveryCodes("one\ntwo\none").Error);
        Assert.Equal(VaultErrors.RecoveryCodeTooLong, SecretText.ReadRecoveryCodes(new string('x', SecretText.RecoveryCodeMaximumLength + 1)).Error);
        Assert.Equal(VaultErrors.RecoveryCodesTooMany, SecretText.ReadRecoveryCodes(string.Join('\n', Enumerable.Range(0, SecretText.RecoveryCodesMost + 1))).Error);
        Assert.Equal(SecretText.RecoveryCodesMost, SecretText.ReadRecoveryCodes(string.Join('\n', Enumerable.Range(0, SecretText.RecoveryCodesMost))).Value.Count);
    }

    [Theory]
    [InlineData("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", "SHA-1, 6 digits, a new code every 30 seconds")]
    [InlineData("gezdgnbv-gy3tqojq-gezdgnbv-gy3tqojq", "SHA-1, 6 digits, a new code every 30 seconds")]
    [InlineData("otpauth://totp/Facebook:office?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Facebook", "SHA-1, 6 digits, a new code every 30 seconds")]
    [InlineData("OTPAUTH://TOTP/x?secret=gezdgnbvgy3tqojqgezdgnbvgy3tqojq&algorithm=SHA-256&digits=8&period=60", "SHA-256, 8 digits, a new code every 60 seconds")]
    [InlineData("otpauth://totp/x?digits=8&algorithm=sha512&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "SHA-512, 8 digits, a new code every 30 seconds")]
    public void A_one_time_code_secret_is_read_as_platforms_show_it(string typed, string inWords)
    {
        var read = OneTimeCodeSecret.Read(typed).Value;
        Assert.Equal("12345678901234567890", System.Text.Encoding.ASCII.GetString(read.Key));
        Assert.Equal(inWords, read.InWords);
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", read.Base32);
        var again = OneTimeCodeSecret.Read(read.ToText()).Value;
        Assert.Equal((read.Base32, read.InWords), (again.Base32, again.InWords));
    }

    [Theory]
    [InlineData("", "Vault.SecretMissing")]
    [InlineData("123456", "Vault.NotBase32")]
    [InlineData("654 327", "Vault.SecretTooShort")]
    [InlineData("GEZDGNBVGY3TQOJ1", "Vault.NotBase32")]
    [InlineData("GEZDGNBVGY3TQOJ", "Vault.SecretTooShort")]
    [InlineData("GEZDGNBVGY3TQOJQG", "Vault.NotBase32")]
    [InlineData("<script>alert(1)</script>", "Vault.NotBase32")]
    [InlineData("ſſſſſſſſſſſſſſſſ", "Vault.NotBase32")]
    [InlineData("otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ&counter=0", "Vault.OtpauthWrong")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=7", "Vault.OtpauthWrong")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=15", "Vault.OtpauthWrong")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&algorithm=MD5", "Vault.OtpauthWrong")]
    [InlineData("otpauth://totp/x", "Vault.OtpauthWrong")]
    [InlineData("otpauth://totp/x?issuer=y", "Vault.SecretTooShort")]
    public void What_is_none_is_refused(string typed, string refusal) => Assert.Equal(refusal, OneTimeCodeSecret.Read(typed).Error?.Code);

    [Fact]
    public void Every_key_survives_being_written_as_letters() => Gen.Byte.Array[OneTimeCodeSecret.FewestBytes, OneTimeCodeSecret.MostBytes].Sample(key =>
    {
        // The letters of RFC 4648 by hand: five bits each, the last filled up with zeros.
        var bits = string.Concat(key.Select(one => Convert.ToString(one, 2).PadLeft(8, '0')));
        var letters = string.Concat(bits.PadRight((bits.Length + 4) / 5 * 5, '0').Chunk(5).Select(five => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five), 2)]));
        var read = OneTimeCodeSecret.Read(letters).Value;
        Assert.Equal(key, read.Key);
        Assert.Equal(letters, read.Base32);
    });

    [Fact]
    public void What_was_chosen_beside_a_key_counts_and_an_address_says_it_all_by_itself()
    {
        Assert.Equal(
            "SHA-256, 8 digits, a new code every 60 seconds",
            OneTimeCodeSecret.Read(OneTimeCodeSecret.Address("GEZD GNBV GY3T QOJQ", OneTimeCodeAlgorithm.Sha256, 8, 60)).Value.InWords);
        Assert.Equal(
            "SHA-1, 6 digits, a new code every 30 seconds",
            OneTimeCodeSecret.Read(OneTimeCodeSecret.Address("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ", OneTimeCodeAlgorithm.Sha256, 8, 60)).Value.InWords);
        Assert.Equal("Vault.OtpauthWrong", OneTimeCodeSecret.Read(OneTimeCodeSecret.Address("GEZDGNBVGY3TQOJQ", OneTimeCodeAlgorithm.Sha1, 7, 30)).Error?.Code);
        Assert.Equal("Vault.NotBase32", OneTimeCodeSecret.Read(OneTimeCodeSecret.Address("GEZD&digits=8&secret=X", OneTimeCodeAlgorithm.Sha1, 6, 30)).Error?.Code);
    }

    [Fact]
    public void A_generated_password_keeps_to_what_its_platform_takes_and_is_never_the_same_twice()
    {
        foreach (var platform in Enum.GetValues<Platform>())
        {
            var recipe = PasswordRecipe.For(platform);
            var made = Enumerable.Range(0, 200).Select(_ => recipe.Generate()).ToList();
            Assert.Equal(made.Count, made.Distinct().Count());
            Assert.All(made, password =>
            {
                Assert.Equal(recipe.Length, password.Length);
                Assert.False(SecretText.Read(SecretKind.Password, password).IsRefused);
                Assert.Contains(password, char.IsAsciiLetterLower);
                Assert.Contains(password, char.IsAsciiLetterUpper);
                Assert.Contains(password, char.IsAsciiDigit);
                Assert.Contains(password, character => !char.IsAsciiLetterOrDigit(character));
                Assert.DoesNotContain(password, character => "0OIl1\"'<>&\\ ".Contains(character, StringComparison.Ordinal));
            });
        }

        Assert.Equal(20, PasswordRecipe.For(Platform.TikTok).Length);
        // Every character is used: a generator that is stuck at a part of its alphabet is found.
        var all = string.Concat(Enumerable.Range(0, 400).Select(_ => PasswordRecipe.For(Platform.Mastodon).Generate()));
        Assert.All(PasswordRecipe.LettersAndDigits + PasswordRecipe.For(Platform.Mastodon).Symbols, character => Assert.Contains(character, all));
    }
}
