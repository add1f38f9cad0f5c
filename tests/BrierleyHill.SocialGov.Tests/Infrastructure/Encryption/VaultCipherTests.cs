using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;

/// <summary>What the vault keeps opens in its own place and nowhere else, and not once a single bit of it was altered.</summary>
[Trait("Clause", "ADM-3")]
public sealed class VaultCipherTests : IAsyncLifetime
{
    private static readonly SecretPlace Place = new(7, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), SecretKind.Password, 2);

    private static readonly Gen<SecretPlace> AnyPlace = Gen.Select(
        Gen.Int[1, 3], Gen.OneOf(Gen.Const(Place.Seal), Gen.Const(Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7"))), Gen.Enum<SecretKind>(), Gen.Int[1, 3],
        (account, seal, kind, number) => new SecretPlace(account, seal, kind, number));

    // Every character that has an encoding: half of a pair has none.
    private static readonly Gen<string> AnySecret = Gen.Char.Where(one => !char.IsSurrogate(one)).Array[0, 60].Select(letters => new string(letters) + (letters.Length % 2 == 0 ? "🔑" : ""));

    private VaultPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await VaultPortal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private void DoesNotOpen(SecretPlace place, string ciphertext, string what)
    {
        var opened = _portal.Cipher.Unprotect(place, ciphertext);
        Assert.True(opened.IsRefused, $"It opens all the same: {what}.");
        Assert.Equal(VaultErrors.CannotBeOpened, opened.Error);
    }

    [Fact]
    public void A_secret_opens_in_its_place_to_exactly_what_it_was() =>
        Gen.Select(AnyPlace, AnySecret).Sample((place, secret) =>
        {
            var ciphertext = _portal.Cipher.Protect(place, secret);
            return _portal.Cipher.Unprotect(place, ciphertext).Value == secret;
        });

    [Fact]
    public void A_secret_that_is_moved_to_another_account_credential_kind_or_number_does_not_open() =>
        Gen.Select(AnyPlace, AnyPlace, AnySecret).Sample((place, elsewhere, secret) =>
        {
            var opened = _portal.Cipher.Unprotect(elsewhere, _portal.Cipher.Protect(place, secret));
            return place == elsewhere ? opened.Value == secret : opened.IsRefused && opened.Error == VaultErrors.CannotBeOpened;
        });

    [Fact]
    public void Each_part_of_the_place_counts_by_itself()
    {
        var ciphertext = _portal.Cipher.Protect(Place, "correct horse");

        DoesNotOpen(Place with { AccountId = 8 }, ciphertext, "another account");
        DoesNotOpen(Place with { Seal = Guid.NewGuid() }, ciphertext, "another credential");
        DoesNotOpen(Place with { Kind = SecretKind.RecoveryCode }, ciphertext, "another kind");
        DoesNotOpen(Place with { Number = 1 }, ciphertext, "another number");
        // Digits that move from one part into the next make another place too.
        DoesNotOpen(Place with { AccountId = 72 }, _portal.Cipher.Protect(Place with { AccountId = 7, Number = 22 }, "x"), "7 + 22 is not 72 + 2");
        Assert.Equal("correct horse", _portal.Cipher.Unprotect(Place, ciphertext).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a password of some length")]
    public void A_secret_that_was_altered_by_one_bit_at_any_position_does_not_open(string secret)
    {
        var ciphertext = _portal.Cipher.Protect(Place, secret);
        var payload = VaultCiphertext.Decode(ciphertext)!;

        for (var bit = 0; bit < payload.Length * 8; bit++)
        {
            byte[] altered = [.. payload];
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            DoesNotOpen(Place, System.Buffers.Text.Base64Url.EncodeToString(altered), $"bit {bit} of the payload");
        }

        // And in the database, where it is text: there are characters and bits there that a decoder passes over.
        for (var bit = 0; bit < ciphertext.Length * 16; bit++)
        {
            var altered = ciphertext.ToCharArray();
            altered[bit / 16] ^= (char)(1 << (bit % 16));
            DoesNotOpen(Place, new string(altered), $"bit {bit % 16} of the character {bit / 16}");
        }

        Assert.Equal(secret, _portal.Cipher.Unprotect(Place, ciphertext).Value);
    }

    [Fact]
    public void What_is_no_ciphertext_is_refused_in_the_same_words()
    {
        var ciphertext = _portal.Cipher.Protect(Place, "correct horse");
        string[] wrong =
        [
            "", " ", "x", "correct horse", new('A', 28), new('A', 8000), "🔑🔑🔑", "null\0", ciphertext[..27], ciphertext[..28], ciphertext[..^1], ciphertext + "A", ciphertext + "=", " " + ciphertext, ciphertext + "\n",
            ciphertext + ciphertext, ciphertext.Insert(40, "\n"), Convert.ToBase64String(VaultCiphertext.Decode(ciphertext)!),
        ];

        Assert.All(wrong.Where(one => one != ciphertext), one => DoesNotOpen(Place, one, one));
    }

    [Fact]
    public void The_same_secret_is_another_ciphertext_each_time_and_never_shows_in_it()
    {
        var (first, second) = (_portal.Cipher.Protect(Place, "correct horse"), _portal.Cipher.Protect(Place, "correct horse"));

        Assert.NotEqual(first, second);
        Assert.DoesNotContain("correct horse", System.Text.Encoding.Latin1.GetString(VaultCiphertext.Decode(first)!), StringComparison.Ordinal);
        Assert.Equal(_portal.CurrentKey, VaultCiphertext.KeyOf(first));
    }

    [Fact]
    public void A_secret_that_has_no_encoding_is_never_stored_as_another() =>
        Assert.Throws<System.Text.EncoderFallbackException>(() => _portal.Cipher.Protect(Place, "half a pair: \ud83d"));

    [Fact]
    public void The_ring_of_cookies_opens_no_secret_and_the_vault_opens_nothing_of_it()
    {
        string[] purposes = ["Vault", "7", Place.Seal.ToString("N"), "Password", "2"];
        var cookies = _portal.Services.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purposes);
        var ciphertext = _portal.Cipher.Protect(Place, "correct horse");
        var cookie = cookies.Protect("a cookie");
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_portal.Storage, "keys")));

        Assert.ThrowsAny<CryptographicException>(() => cookies.Unprotect(ciphertext));
        DoesNotOpen(Place, cookie, "a cookie");

        // Not even where somebody copied the keys of one into the folder of the other.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_portal.Storage, "keys")))
        {
            File.Copy(file, Path.Combine(_portal.KeyFolder, Path.GetFileName(file)));
        }

        DoesNotOpen(Place, cookie, "a cookie whose key is in the vault's folder");
        var withVaultKeys = DataProtectionProvider.Create(new DirectoryInfo(_portal.KeyFolder), setup => setup.SetApplicationName("BrierleyHill.SocialGov").DisableAutomaticKeyGeneration());
        Assert.ThrowsAny<CryptographicException>(() => withVaultKeys.CreateProtector(purposes).Unprotect(ciphertext));
    }
}
