using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;

/// <summary>A key that is missing is told at the start, with what is lost and how to restore it, and is never replaced.</summary>
[Trait("Clause", "ADM-3")]
public sealed class CheckVaultKeysTests : IAsyncLifetime
{
    private VaultPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await VaultPortal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private async Task<string> RefusedAsync(params (string Key, string Value)[] settings)
    {
        await using var next = await VaultPortal.NewAsync(_portal, settings);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(next.CheckAsync);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Contains("No new key was made", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Restore the back-up", refused.Message, StringComparison.Ordinal);
        Assert.Equal(VaultKeyErrors.Closed, next.Cipher.CheckMayProtect().Error);
        return refused.Message;
    }

    [Fact]
    public async Task A_missing_folder_is_told_with_what_is_lost_and_nothing_is_made_in_its_place()
    {
        var (first, _, _) = await _portal.StoreAsync();
        var (second, _, _) = await _portal.StoreAsync(recoveryCodes: 0, name: "Reading Club");
        var key = _portal.CurrentKey;
        Directory.Delete(_portal.KeyFolder, recursive: true);

        var message = await RefusedAsync();

        Assert.Contains($"6 of 6 secrets in the vault cannot be opened (4 of ACC-{first:D6}, 2 of ACC-{second:D6})", message, StringComparison.Ordinal);
        Assert.Contains($"{key} (not there)", message, StringComparison.Ordinal);
        Assert.Contains(_portal.KeyFolder, message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_portal.KeyFolder));
    }

    [Fact]
    public async Task An_empty_folder_is_told_likewise_and_stays_empty()
    {
        await _portal.StoreAsync();
        File.Delete(Assert.Single(_portal.KeyFiles));

        Assert.Contains("4 of 4 secrets", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_portal.KeyFolder));
    }

    [Fact]
    public async Task One_missing_key_of_two_is_told_with_the_secrets_that_need_it_alone()
    {
        var (old, _, _) = await _portal.StoreAsync();
        var oldFile = Assert.Single(_portal.KeyFiles);
        _portal.Ring.Make();
        var (present, _, _) = await _portal.StoreAsync(name: "Reading Club");
        File.Delete(oldFile);

        var message = await RefusedAsync();

        Assert.Contains($"4 of 8 secrets in the vault cannot be opened (4 of ACC-{old:D6})", message, StringComparison.Ordinal);
        Assert.DoesNotContain($"ACC-{present:D6}", message, StringComparison.Ordinal);
        Assert.Single(_portal.KeyFiles);
    }

    [Fact]
    public async Task Another_ring_in_its_place_is_told_too()
    {
        await _portal.StoreAsync();
        await using var stranger = await VaultPortal.StartAsync();
        File.Delete(Assert.Single(_portal.KeyFiles));
        File.Copy(Assert.Single(stranger.KeyFiles), Path.Combine(_portal.KeyFolder, Path.GetFileName(stranger.KeyFiles[0])));

        Assert.Contains("(not there)", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Single(_portal.KeyFiles);
    }

    [Fact]
    public async Task A_key_whose_file_is_not_whole_is_told_and_left_as_it_is()
    {
        await _portal.StoreAsync();
        var file = Assert.Single(_portal.KeyFiles);
        var half = (await File.ReadAllTextAsync(file))[..200];
        await File.WriteAllTextAsync(file, half);

        Assert.Contains("Its file is not whole", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Equal(half, await File.ReadAllTextAsync(Assert.Single(_portal.KeyFiles)));
    }

    [Fact]
    public async Task A_wrong_certificate_is_told()
    {
        var certificate = VaultPortal.WriteCertificate(
            Path.Combine(_portal.Storage, "one.pfx"), "p", PortalServices.Start.AddDays(-1), PortalServices.Start.AddDays(365));
        await using var with = await VaultPortal.StartAsync(_portal, ("Vault:CertificatePath", certificate), ("Vault:CertificatePassword", "p"));
        with.Ring.Make();
        await with.StoreAsync();

        Assert.Contains("protected by a certificate that is not the one in Vault:CertificatePath", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Equal(2, _portal.KeyFiles.Length);
    }

    [Fact]
    public async Task A_wrong_certificate_is_told_before_there_is_a_secret_too()
    {
        var certificate = VaultPortal.WriteCertificate(
            Path.Combine(_portal.Storage, "one.pfx"), "p", PortalServices.Start.AddDays(-1), PortalServices.Start.AddDays(365));
        await using var with = await VaultPortal.StartAsync(_portal, ("Vault:CertificatePath", certificate), ("Vault:CertificatePassword", "p"));
        with.Ring.Make();

        Assert.Contains("The current key of the vault", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_told_and_is_never_taken_for_an_empty_one()
    {
        var file = Path.Combine(_portal.Storage, "a-file");
        await File.WriteAllTextAsync(file, "not a folder");

        Assert.Contains("is a file, not a folder", await RefusedAsync(("Vault:KeyDirectory", "a-file")), StringComparison.Ordinal);
        Assert.Equal("not a folder", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_that_others_can_look_into_is_closed_to_them_and_that_is_said()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_portal.KeyFolder, OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        await using var next = await VaultPortal.StartAsync(_portal);

        Assert.Equal(OwnerAlone, File.GetUnixFileMode(_portal.KeyFolder));
        var line = Assert.Single(next.Services.Log.Lines);
        Assert.Contains("Other accounts of this machine could look into the folder", line, StringComparison.Ordinal);
        Assert.Contains("vault rekey", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_setting_everything_else_is_served_what_has_its_key_opens_and_nothing_is_stored_until_the_key_is_back()
    {
        await _portal.StoreAsync("lost");
        var lostFile = Assert.Single(_portal.KeyFiles);
        var content = await File.ReadAllTextAsync(lostFile);
        _portal.Ring.Make();
        await _portal.StoreAsync("present", name: "Reading Club");
        File.Delete(lostFile);

        await using var next = await VaultPortal.StartAsync(_portal, ("Vault:StartWithoutKeys", "true"));

        var rows = await next.OpenAllAsync();
        Assert.All(rows.Where(row => row.KeyId == next.CurrentKey), row => Assert.EndsWith("present", row.Opened.Value, StringComparison.Ordinal));
        Assert.Equal(4, rows.Count(row => row.Opened.IsRefused && row.Opened.Error == VaultErrors.CannotBeOpened));
        Assert.Equal(VaultKeyErrors.Closed, next.Cipher.CheckMayProtect().Error);
        Assert.Throws<InvalidOperationException>(() => next.Cipher.Protect(rows[0].Place, "x"));
        Assert.Single(_portal.KeyFiles);
        Assert.Contains("4 of 8 secrets", Assert.Single(next.Services.Log.Lines), StringComparison.Ordinal);
        var line = await next.Services.ReadAsync(database => database.AuditEvents.AsNoTracking().SingleAsync(one => one.Name == nameof(VaultStartedWithoutKeys)));
        Assert.Contains(Path.GetFileNameWithoutExtension(lostFile)["key-".Length..], line.Changes, StringComparison.Ordinal);

        await File.WriteAllTextAsync(lostFile, content);

        Assert.False(next.Cipher.CheckMayProtect().IsRefused);
        Assert.Equal(8, (await next.OpenEverythingAsync()).Length);
    }

    [Fact]
    public async Task The_setting_makes_no_key_where_all_are_missing()
    {
        await _portal.StoreAsync();
        Directory.Delete(_portal.KeyFolder, recursive: true);

        await using var next = await VaultPortal.StartAsync(_portal, ("Vault:StartWithoutKeys", "true"));

        Assert.Equal(VaultKeyErrors.Closed, next.Cipher.CheckMayProtect().Error);
        Assert.All(await next.OpenAllAsync(), row => Assert.Equal(VaultErrors.CannotBeOpened, row.Opened.Error));
        Assert.False(Directory.Exists(_portal.KeyFolder));
    }
}
