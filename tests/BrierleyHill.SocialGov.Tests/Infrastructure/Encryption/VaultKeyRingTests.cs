using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;

/// <summary>Keys are made on purpose, lie in a folder that the service alone reads, never lapse, and are never replaced by themselves.</summary>
[Trait("Clause", "ADM-3")]
public sealed class VaultKeyRingTests : IAsyncLifetime
{
    private const string Password = "pfx password";
    private static readonly SecretPlace Place = new(1, Guid.NewGuid(), SecretKind.Password, 1);
    private readonly DirectoryInfo _certificates = Directory.CreateTempSubdirectory("social-gov-certificates-");
    private VaultPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await VaultPortal.NewAsync();

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        _certificates.Delete(recursive: true);
    }

    private string Certificate(string name, int fromDays = -1, int untilDays = 365) => VaultPortal.WriteCertificate(
        Path.Combine(_certificates.FullName, name), Password, PortalServices.Start.AddDays(fromDays), PortalServices.Start.AddDays(untilDays));

    [Fact]
    public async Task The_first_start_makes_one_key_in_a_folder_for_the_service_alone_and_no_start_after_it_makes_another()
    {
        await _portal.CheckAsync();
        await using var second = await VaultPortal.StartAsync(beside: _portal);

        var file = Assert.Single(_portal.KeyFiles);
        Assert.Contains(_portal.Services.Log.Lines, line => line.Contains("first key of the vault", StringComparison.Ordinal) && line.Contains("Back up the folder", StringComparison.Ordinal));
        Assert.Empty(second.Services.Log.Lines);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_portal.KeyFolder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal([file], Directory.EnumerateFileSystemEntries(_portal.KeyFolder));
    }

    [Fact]
    public void Nothing_is_encrypted_and_nothing_is_made_where_no_start_made_a_key()
    {
        Assert.Equal(VaultKeyErrors.Closed, _portal.Cipher.CheckMayProtect().Error);
        Assert.Throws<InvalidOperationException>(() => _portal.Cipher.Protect(Place, "x"));
        Assert.False(Directory.Exists(_portal.KeyFolder));
    }

    [Fact]
    public async Task A_key_never_lapses()
    {
        await _portal.CheckAsync();
        var ciphertext = _portal.Cipher.Protect(Place, "correct horse");

        _portal.Services.Clock.Advance(TimeSpan.FromDays(365 * 50));
        await using var later = await VaultPortal.StartAsync(beside: _portal);

        Assert.Equal("correct horse", later.Cipher.Unprotect(Place, ciphertext).Value);
        Assert.Equal("new", _portal.Cipher.Unprotect(Place, later.Cipher.Protect(Place, "new")).Value);
        Assert.Equal(VaultCiphertext.KeyOf(ciphertext), VaultCiphertext.KeyOf(_portal.Cipher.Protect(Place, "new")));
        Assert.Single(_portal.KeyFiles);
    }

    [Fact]
    public async Task A_running_portal_opens_and_uses_a_key_that_another_process_made()
    {
        await _portal.CheckAsync();
        var before = _portal.Cipher.Protect(Place, "before");
        await using var other = await VaultPortal.StartAsync(beside: _portal);

        var made = other.Ring.Make().Value;
        var after = other.Cipher.Protect(Place, "after");

        Assert.Equal(made.Id, VaultCiphertext.KeyOf(after));
        Assert.Equal("after", _portal.Cipher.Unprotect(Place, after).Value);
        Assert.Equal("before", _portal.Cipher.Unprotect(Place, before).Value);
        Assert.Equal(made.Id, VaultCiphertext.KeyOf(_portal.Cipher.Protect(Place, "again")));
    }

    [Fact]
    public async Task The_newest_key_is_the_current_one_even_where_the_clock_of_the_machine_that_made_it_was_behind()
    {
        await _portal.CheckAsync();
        _portal.Services.Clock.AdjustTime(PortalServices.Start.AddDays(-3));

        var made = _portal.Ring.Make().Value;

        Assert.Equal(made.Id, _portal.CurrentKey);
        Assert.Equal(made.Id, VaultCiphertext.KeyOf(_portal.Cipher.Protect(Place, "x")));
    }

    [Fact]
    public async Task A_current_key_that_is_gone_is_not_hidden_by_an_older_one_and_opens_as_long_as_the_portal_runs()
    {
        await _portal.CheckAsync();
        var older = Assert.Single(_portal.KeyFiles);
        _portal.Ring.Make();
        var ciphertext = _portal.Cipher.Protect(Place, "correct horse");
        var newer = Assert.Single(_portal.KeyFiles, file => file != older);
        var content = await File.ReadAllTextAsync(newer);

        File.Delete(newer);

        Assert.Equal(VaultKeyErrors.Closed, _portal.Cipher.CheckMayProtect().Error);
        Assert.Throws<InvalidOperationException>(() => _portal.Cipher.Protect(Place, "x"));
        Assert.Equal("correct horse", _portal.Cipher.Unprotect(Place, ciphertext).Value);

        Directory.Delete(_portal.KeyFolder, recursive: true);
        Assert.Equal(VaultKeyErrors.Closed, _portal.Cipher.CheckMayProtect().Error);
        Assert.Equal("correct horse", _portal.Cipher.Unprotect(Place, ciphertext).Value);
        Assert.False(Directory.Exists(_portal.KeyFolder));

        Directory.CreateDirectory(_portal.KeyFolder);
        await File.WriteAllTextAsync(newer, content);
        Assert.False(_portal.Cipher.CheckMayProtect().IsRefused);
        Assert.Equal(VaultCiphertext.KeyOf(ciphertext), VaultCiphertext.KeyOf(_portal.Cipher.Protect(Place, "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<key")]
    [InlineData("<key id=\"0f8fad5b-d9cb-469f-a165-70867728950e\" />")]
    [InlineData("nonsense")]
    public async Task A_file_that_is_not_whole_takes_no_other_key_away_and_never_becomes_the_current_one(string content)
    {
        await _portal.CheckAsync();
        var key = _portal.CurrentKey;
        await File.WriteAllTextAsync(Path.Combine(_portal.KeyFolder, $"key-{Guid.NewGuid()}.xml"), content);
        await File.WriteAllTextAsync(Path.Combine(_portal.KeyFolder, "key-notes.xml"), "not a key");

        await using var other = await VaultPortal.StartAsync(beside: _portal);

        Assert.Equal(key, other.CurrentKey);
        Assert.Equal("x", _portal.Cipher.Unprotect(Place, other.Cipher.Protect(Place, "x")).Value);
        Assert.Contains(other.Services.Log.Lines, line => line.Contains("protects nothing and cannot be used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_under_a_certificate_shows_nothing_in_its_file_and_opens_with_that_certificate_alone()
    {
        var path = Certificate("first.pfx");
        await using var with = await VaultPortal.StartAsync(_portal, ("Vault:CertificatePath", path), ("Vault:CertificatePassword", Password));
        var ciphertext = with.Cipher.Protect(Place, "correct horse");
        var file = await File.ReadAllTextAsync(Assert.Single(_portal.KeyFiles));

        Assert.DoesNotContain("masterKey", file, StringComparison.Ordinal);
        Assert.Contains("EncryptedKey", file, StringComparison.Ordinal);
        Assert.True(with.Ring.Known.Current!.HasCertificate);
        await using var again = await VaultPortal.StartAsync(_portal, ("Vault:CertificatePath", path), ("Vault:CertificatePassword", Password));
        Assert.Equal("correct horse", again.Cipher.Unprotect(Place, ciphertext).Value);
        Assert.Equal(VaultErrors.CannotBeOpened, _portal.Cipher.Unprotect(Place, ciphertext).Error);
        await using var another = await VaultPortal.NewAsync(_portal, ("Vault:CertificatePath", Certificate("other.pfx")), ("Vault:CertificatePassword", Password));
        Assert.Equal(VaultErrors.CannotBeOpened, another.Cipher.Unprotect(Place, ciphertext).Error);
        Assert.Equal(VaultKeyErrors.Closed, another.Cipher.CheckMayProtect().Error);
    }

    [Fact]
    public async Task A_certificate_is_replaced_by_naming_the_former_one_and_rekeying()
    {
        var (first, second) = (Certificate("first.pfx"), Certificate("second.pfx"));
        await using (var before = await VaultPortal.StartAsync(_portal, ("Vault:CertificatePath", first), ("Vault:CertificatePassword", Password)))
        {
            await before.StoreAsync();
        }

        await using (var both = await VaultPortal.StartAsync(
            _portal, ("Vault:CertificatePath", second), ("Vault:CertificatePassword", Password), ("Vault:FormerCertificatePath", first), ("Vault:FormerCertificatePassword", Password)))
        {
            Assert.False((await both.RekeyAsync()).IsRefused);
            both.Services.Clock.Advance(TimeSpan.FromMinutes(RemoveOldVaultKeys.LeastAgeMinutes + 1));
            Assert.False((await both.RemoveOldAsync()).IsRefused);
        }

        await using var after = await VaultPortal.StartAsync(_portal, ("Vault:CertificatePath", second), ("Vault:CertificatePassword", Password));
        Assert.Equal(4, (await after.OpenEverythingAsync()).Length);
    }

    [Fact]
    public async Task An_expired_certificate_still_opens_its_keys_is_told_and_protects_no_new_one()
    {
        var path = Certificate("short.pfx", untilDays: 30);
        (string, string)[] settings = [("Vault:CertificatePath", path), ("Vault:CertificatePassword", Password)];
        await using var before = await VaultPortal.StartAsync(_portal, settings);
        var ciphertext = before.Cipher.Protect(Place, "correct horse");
        Assert.DoesNotContain(before.Services.Log.Lines, line => line.Contains("expired", StringComparison.Ordinal));

        _portal.Services.Clock.Advance(TimeSpan.FromDays(30));
        await using var after = await VaultPortal.StartAsync(_portal, settings);

        Assert.Equal("correct horse", after.Cipher.Unprotect(Place, ciphertext).Value);
        Assert.Contains(after.Services.Log.Lines, line => line.Contains("expired on 9 April 2026", StringComparison.Ordinal));
        var refused = await after.RekeyAsync();
        Assert.Equal("Vault.Certificate", refused.Error!.Code);
        Assert.Single(_portal.KeyFiles);
    }

    [Theory]
    [InlineData("Vault:KeyDirectory", "", true)]
    [InlineData("Vault:KeyDirectory", "elsewhere", true)]
    [InlineData("Vault:KeyDirectory", "../vault", true)]
    [InlineData("Vault:KeyDirectory", ".", false)]
    [InlineData("Vault:KeyDirectory", "./", false)]
    [InlineData("Vault:KeyDirectory", "keys", false)]
    [InlineData("Vault:KeyDirectory", "keys/vault", false)]
    [InlineData("Vault:KeyDirectory", "x/../files", false)]
    [InlineData("Vault:KeyDirectory", "logs/", false)]
    [InlineData("Vault:KeyDirectory", "keys-of-the-vault", true)]
    [InlineData("Vault:StartWithoutKeys", "yes", false)]
    [InlineData("Vault:CertificatePath", "missing.pfx", false)]
    [InlineData("Vault:FormerCertificatePath", "missing.pfx", false)]
    public void A_setting_that_cannot_be_meant_stops_the_start_and_is_named(string key, string value, bool isTaken)
    {
        var settings = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
        VaultSettings Read() => VaultSettings.Read(settings, new StorageSettings(_certificates.FullName));

        if (isTaken)
        {
            Assert.True(Path.IsPathFullyQualified(Read().KeyDirectory));
        }
        else
        {
            Assert.Contains(key, Assert.Throws<StartRefusedException>(Read).Message, StringComparison.Ordinal);
        }

        Assert.Empty(_certificates.EnumerateDirectories());
    }

    [Theory]
    [InlineData("wrong password")]
    [InlineData("not a certificate")]
    [InlineData("without private key")]
    public async Task A_certificate_that_cannot_be_used_stops_the_start_and_its_password_is_never_shown(string what)
    {
        var path = Certificate("one.pfx");
        if (what == "not a certificate")
        {
            await File.WriteAllTextAsync(path, "nonsense");
        }
        else if (what == "without private key")
        {
            using var whole = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12FromFile(path, Password);
            using var half = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(whole.RawData);
            await File.WriteAllBytesAsync(path, half.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx, "verysecret"));
        }

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            VaultPortal.NewAsync(_portal, ("Vault:CertificatePath", path), ("Vault:CertificatePassword", "verysecret")));

        Assert.Contains("Vault:CertificatePath", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
