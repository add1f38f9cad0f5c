using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;

/// <summary>Everything is encrypted anew, nothing is lost on the way, and an older key goes only once nothing needs it.</summary>
[Trait("Clause", "ADM-3")]
public sealed class RekeyVaultTests : IAsyncLifetime
{
    private VaultPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await VaultPortal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private Task<List<string>> AuditAsync() => _portal.Services.ReadAsync(database => database.AuditEvents.AsNoTracking()
        .Where(line => line.Name.StartsWith("Vault")).OrderBy(line => line.Sequence).Select(line => line.Name).ToListAsync());

    private async Task<OpenedSecret> AlterFirstAsync()
    {
        var row = (await _portal.OpenAllAsync())[0];
        var payload = VaultCiphertext.Decode(row.Ciphertext)!;
        payload[^1] ^= 1;
        await _portal.OverwriteAsync(row.Id, System.Buffers.Text.Base64Url.EncodeToString(payload));
        return row;
    }

    private void Wait() => _portal.Services.Clock.Advance(TimeSpan.FromMinutes(RemoveOldVaultKeys.LeastAgeMinutes + 1));

    [Fact]
    public async Task Every_secret_comes_under_a_new_key_those_that_were_replaced_too_and_the_old_key_is_kept()
    {
        await _portal.StoreAsync();
        var (before, old, told) = (await _portal.OpenEverythingAsync(), _portal.CurrentKey, new List<string>());

        var done = (await _portal.RekeyAsync(told: told)).Value;

        Assert.NotEqual(old, done.KeyId);
        Assert.Equal(4, done.Secrets);
        Assert.Empty(done.LeftAsTheyWere);
        Assert.All(await _portal.OpenAllAsync(), row => Assert.Equal(done.KeyId, row.KeyId));
        Assert.Equal(before, await _portal.OpenEverythingAsync());
        Assert.Equal([old, done.KeyId], _portal.Ring.Read().All.Select(key => key.Id));
        Assert.Contains(told, line => line.Contains("Back up the folder", StringComparison.Ordinal));
        Assert.Equal([nameof(VaultKeyMade), nameof(VaultRekeyed)], await AuditAsync());
        var line = await _portal.Services.ReadAsync(database => database.AuditEvents.AsNoTracking().SingleAsync(one => one.Name == nameof(VaultRekeyed)));
        Assert.Equal("Command line", line.ActorName);
        Assert.Contains($"\"before\":\"{old}\",\"after\":\"{done.KeyId}\"", line.Changes, StringComparison.Ordinal);
        Assert.Contains("\"after\":\"4\"", line.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_after_a_finished_one_makes_another_key()
    {
        await _portal.StoreAsync();

        var (first, second) = ((await _portal.RekeyAsync()).Value.KeyId, (await _portal.RekeyAsync()).Value.KeyId);

        Assert.NotEqual(first, second);
        Assert.Equal(3, _portal.KeyFiles.Length);
    }

    [Fact]
    public async Task A_run_goes_on_with_the_key_of_one_that_ended_after_making_it()
    {
        await _portal.StoreAsync();
        var made = _portal.Ring.Make().Value;

        Assert.Equal(made.Id, (await _portal.RekeyAsync()).Value.KeyId);
        Assert.Equal(2, _portal.KeyFiles.Length);
        Assert.Equal([nameof(VaultRekeyed)], await AuditAsync());
    }

    [Fact]
    public async Task A_run_goes_on_with_the_key_of_one_that_ended_before_it_wrote_to_the_audit()
    {
        await _portal.StoreAsync();
        var key = (await _portal.RekeyAsync()).Value.KeyId;
        var other = _portal.Ring.Make().Value.Id;
        await _portal.Services.DoAsync(async database =>
        {
            database.Note(new VaultKeyMade(other, "", Actor.Portal("Command line"), _portal.Services.Clock.GetUtcNow().UtcDateTime));
            await database.SaveChangesAsync();
            // As if the run had been killed between the last secret and the audit.
            foreach (var row in await VaultSecrets.OpenAllAsync(database, _portal.Cipher))
            {
                await VaultSecrets.OverwriteAsync(database, row.Id, _portal.Cipher.Protect(row.Place, row.Opened.Value));
            }
        });

        Assert.NotEqual(key, other);
        Assert.Equal(other, (await _portal.RekeyAsync()).Value.KeyId);
        Assert.Equal([nameof(VaultKeyMade), nameof(VaultRekeyed), nameof(VaultKeyMade), nameof(VaultRekeyed)], await AuditAsync());
        Assert.Equal(3, _portal.KeyFiles.Length);
    }

    [Fact]
    public async Task An_empty_vault_can_be_rekeyed()
    {
        var done = (await _portal.RekeyAsync()).Value;

        Assert.Equal(0, done.Secrets);
        Assert.Equal(done.KeyId, _portal.CurrentKey);
    }

    [Fact]
    public async Task A_secret_that_was_altered_is_named_and_left_asAltered_and_the_others_go_on()
    {
        await _portal.StoreAsync();
        var altered = await AlterFirstAsync();
        var asAltered = (await _portal.OpenAllAsync())[0].Ciphertext;

        var done = (await _portal.RekeyAsync()).Value;

        Assert.Equal(altered.Id, Assert.Single(done.LeftAsTheyWere).Id);
        Assert.StartsWith("CRE-", done.LeftAsTheyWere[0].Name, StringComparison.Ordinal);
        Assert.EndsWith("password 1", done.LeftAsTheyWere[0].Name, StringComparison.Ordinal);
        var rows = await _portal.OpenAllAsync();
        Assert.Equal(asAltered, rows[0].Ciphertext);
        Assert.All(rows.Skip(1), row => Assert.Equal(done.KeyId, row.KeyId));
        // And it does not make every later run think that this one was not finished.
        Assert.NotEqual(done.KeyId, (await _portal.RekeyAsync()).Value.KeyId);
    }

    [Fact]
    public async Task A_run_over_a_missing_key_is_refused_and_makes_nothing()
    {
        await _portal.StoreAsync();
        Directory.Delete(_portal.KeyFolder, recursive: true);
        await using var next = await VaultPortal.NewAsync(_portal);

        var refused = await next.RekeyAsync();

        Assert.Equal("Vault.KeysMissing", refused.Error!.Code);
        Assert.Contains("--abandon-lost", refused.Error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_portal.KeyFolder));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Lost_secrets_are_given_up_on_purpose_alone_and_open_again_should_the_key_be_found()
    {
        await _portal.StoreAsync("lost");
        var (file, old) = (Assert.Single(_portal.KeyFiles), _portal.CurrentKey);
        var content = await File.ReadAllTextAsync(file);
        Directory.Delete(_portal.KeyFolder, recursive: true);
        await using var next = await VaultPortal.NewAsync(_portal);

        var done = (await next.RekeyAsync(abandonLost: true)).Value;

        Assert.Equal(4, done.LeftAsTheyWere.Count);
        Assert.Equal([nameof(VaultKeyMade), nameof(VaultSecretsGivenUp), nameof(VaultRekeyed)], await AuditAsync());
        await using var started = await VaultPortal.StartAsync(_portal);
        await started.StoreAsync("new", name: "Reading Club");
        Assert.Equal(4, (await started.OpenAllAsync()).Count(row => !row.Opened.IsRefused));
        var survey = await started.DoAsync(services => services.GetRequiredService<VaultSurveyor>().TryAsync(CancellationToken.None));
        Assert.Equal((0, 4, 0), (survey.Lost.Count, survey.GivenUp.Count, survey.Altered.Count));

        await File.WriteAllTextAsync(file, content);
        Assert.Equal(8, (await started.OpenEverythingAsync()).Length);
        Assert.Contains(old, started.Ring.Read().All.Select(key => key.Id));
        Assert.Equal(8, (await started.RekeyAsync()).Value.Secrets);
    }

    [Fact]
    public async Task Old_keys_are_removed_on_purpose_alone_and_not_before_every_form_that_may_use_them_is_answered()
    {
        await _portal.StoreAsync();
        Assert.Equal(VaultKeyErrors.NothingToRemove, (await _portal.RemoveOldAsync()).Error);
        var old = _portal.CurrentKey;
        await _portal.RekeyAsync();
        Assert.Equal("Vault.TooSoon", (await _portal.RemoveOldAsync()).Error!.Code);
        Assert.Equal(2, _portal.KeyFiles.Length);

        Wait();
        await using var next = await VaultPortal.StartAsync(_portal);

        Assert.Equal([old], (await next.RemoveOldAsync()).Value);
        Assert.Single(_portal.KeyFiles);
        Assert.Equal(4, (await next.OpenEverythingAsync()).Length);
        // The portal that ran all the while goes on too.
        Assert.Equal(4, (await _portal.OpenEverythingAsync()).Length);
        Assert.False(_portal.Cipher.CheckMayProtect().IsRefused);
        Assert.Equal([nameof(VaultKeyMade), nameof(VaultRekeyed), nameof(VaultKeysRemoved)], await AuditAsync());
    }

    [Fact]
    public async Task Removing_old_keys_first_finishes_what_is_still_under_them()
    {
        await _portal.StoreAsync();
        _portal.Ring.Make();
        Wait();

        Assert.Single((await _portal.RemoveOldAsync()).Value);
        Assert.Equal(4, (await _portal.OpenEverythingAsync()).Length);
        Assert.Equal([nameof(VaultRekeyed), nameof(VaultKeysRemoved)], await AuditAsync());
    }

    [Fact]
    public async Task An_old_key_that_a_secret_needs_is_not_removed_unless_the_secret_is_given_up()
    {
        await _portal.StoreAsync();
        var whole = await AlterFirstAsync();
        await _portal.RekeyAsync();
        Wait();

        var refused = (await _portal.RemoveOldAsync()).Error!;
        Assert.Equal("Vault.StillNeeded", refused.Code);
        Assert.Contains("1 of ACC-", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, _portal.KeyFiles.Length);

        Assert.Single((await _portal.RemoveOldAsync(abandonLost: true)).Value);
        Assert.Single(_portal.KeyFiles);
        await using var next = await VaultPortal.StartAsync(_portal);
        Assert.Equal(whole.Id, Assert.Single(await next.OpenAllAsync(), row => row.Opened.IsRefused).Id);
    }

    [Fact]
    public async Task Two_runs_at_once_lose_nothing_and_end_under_one_key()
    {
        await _portal.StoreAsync(recoveryCodes: 300);
        var before = await _portal.OpenEverythingAsync();
        await using var other = await VaultPortal.StartAsync(_portal);

        var runs = await Task.WhenAll(Task.Run(() => _portal.RekeyAsync()), Task.Run(() => other.RekeyAsync()));

        Assert.All(runs, run => Assert.False(run.IsRefused));
        Assert.Equal(before, await _portal.OpenEverythingAsync());
        var key = Assert.Single((await _portal.OpenAllAsync()).Select(row => row.KeyId).Distinct());
        Assert.Equal(_portal.CurrentKey, key);
    }

    [Fact]
    public async Task A_portal_that_serves_meanwhile_opens_everything_and_loses_nothing_that_it_stores()
    {
        var (_, credential, by) = await _portal.StoreAsync(recoveryCodes: 300);
        await using var other = await VaultPortal.StartAsync(_portal);
        var rekeying = Task.Run(() => other.RekeyAsync());
        var stored = 0;

        while (!rekeying.IsCompleted)
        {
            stored++;
            await _portal.Services.DoAsync(database => VaultSecrets.AddAsync(database, _portal.Cipher, credential, by, SecretKind.Password, $"stored meanwhile {stored}"));
            await _portal.OpenEverythingAsync();
        }

        Assert.False((await rekeying).IsRefused);
        Assert.True(stored > 2, "Too little was stored meanwhile for this to show anything.");
        var opened = await other.OpenEverythingAsync();
        Assert.All(Enumerable.Range(1, stored), number => Assert.Contains($"stored meanwhile {number}", opened));
        Assert.Equal(302 + stored, opened.Length);
    }
}
