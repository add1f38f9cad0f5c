using BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>The keys of the vault from the command line, as processes: what is said, and what they end with.</summary>
[Trait("Clause", "ADM-3")]
public sealed class VaultVerbTests : IAsyncLifetime
{
    private const int WrongConfiguration = 78;
    private VaultPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await VaultPortal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => PortalProcess.RunAsync(arguments, _portal.Storage);

    [Fact]
    public async Task Status_says_which_key_protects_how_many_secrets_and_prints_none()
    {
        await _portal.StoreAsync("planted-mark");
        var old = _portal.CurrentKey;
        var current = _portal.Ring.Make().Value.Id;
        var (account, _, _) = await _portal.StoreAsync("planted-mark", recoveryCodes: 1, name: "Reading Club");

        var (exitCode, output, errors) = await RunAsync("vault", "status");

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains($"Folder of the keys: {_portal.KeyFolder}", output, StringComparison.Ordinal);
        Assert.Contains($"{old}: made 10 March 2026 at 10am, not protected by a certificate, protects 4 secrets", output, StringComparison.Ordinal);
        Assert.Matches($"{current}: .*protects 3 secrets, current", output);
        Assert.Contains("Secrets: 7, with those that were replaced or used. Opened: 7. Cannot be opened: 0.", output, StringComparison.Ordinal);
        Assert.Contains("The vault is whole.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-mark", output + errors, StringComparison.Ordinal);

        // One altered, and the older key gone.
        var row = (await _portal.OpenAllAsync())[^1];
        await _portal.OverwriteAsync(row.Id, row.Ciphertext[..^4] + "AAAA");
        File.Delete(_portal.KeyFiles.Single(file => file.Contains(old.ToString(), StringComparison.Ordinal)));
        (exitCode, output, errors) = await RunAsync("vault", "status");

        Assert.Equal(1, exitCode);
        Assert.Contains($"{old}: MISSING. 4 secrets need it", output, StringComparison.Ordinal);
        Assert.Contains("Opened: 2. Cannot be opened: 5.", output, StringComparison.Ordinal);
        Assert.Matches($"(?s)Altered, or moved.*: 1\\s+ACC-{account:D6}: CRE-\\d+ recovery code 1", output);
        Assert.Contains("The vault is not whole.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-mark", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_without_the_keys_says_in_one_line_what_is_lost_and_the_setting_serves_the_rest()
    {
        var (account, _, _) = await _portal.StoreAsync();
        var key = _portal.CurrentKey;
        Directory.Delete(_portal.KeyFolder, recursive: true);

        var (exitCode, _, errors) = await RunAsync();

        Assert.Equal(WrongConfiguration, exitCode);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"4 of 4 secrets in the vault cannot be opened (4 of ACC-{account:D6})", line, StringComparison.Ordinal);
        Assert.Contains(key.ToString(), line, StringComparison.Ordinal);
        Assert.Contains("Restore the back-up of that folder", line, StringComparison.Ordinal);

        var (refused, rekeyOutput, rekeyErrors) = await RunAsync("vault", "rekey");
        Assert.Equal(1, refused);
        Assert.Contains("--abandon-lost", Assert.Single(rekeyErrors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("Made the key", rekeyOutput, StringComparison.Ordinal);

        using (await PortalProcess.StartAsync(_portal.Storage, ("Vault:StartWithoutKeys", "true")))
        {
        }

        Assert.False(Directory.Exists(_portal.KeyFolder));
    }

    [Fact]
    public async Task A_rekey_in_a_process_of_its_own_is_followed_by_a_portal_that_runs_on()
    {
        await _portal.StoreAsync();
        var before = await _portal.OpenEverythingAsync();

        var (exitCode, output, errors) = await RunAsync("vault", "rekey");

        Assert.True(exitCode == 0, output + errors);
        Assert.Matches("Made the key [0-9a-f-]{36}, not protected by a certificate. Back up the folder", output);
        Assert.Contains("All done: 4 secrets are under the key ", output, StringComparison.Ordinal);
        Assert.Equal(before, await _portal.OpenEverythingAsync());
        var rows = await _portal.OpenAllAsync();
        Assert.All(rows, row => Assert.Contains(row.KeyId.ToString()!, output, StringComparison.Ordinal));
        Assert.Equal(rows[0].KeyId, VaultCiphertext.KeyOf(_portal.Cipher.Protect(rows[0].Place, "stored after")));

        var (tooSoon, _, tooSoonErrors) = await RunAsync("vault", "rekey", "--remove-old");
        Assert.Equal(1, tooSoon);
        Assert.Contains("Nothing was removed", tooSoonErrors, StringComparison.Ordinal);
        Assert.Equal(2, _portal.KeyFiles.Length);
    }
}
