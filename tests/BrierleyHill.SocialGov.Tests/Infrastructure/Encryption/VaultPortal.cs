using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;

/// <summary>A portal that holds secrets. Others beside it stand for other processes: they share the database and the folder of keys, and nothing in memory.</summary>
internal sealed class VaultPortal : IAsyncDisposable
{
    private readonly PortalServices _services;

    private VaultPortal(PortalServices services) => _services = services;

    public string Storage => _services.StorageDirectory;

    public string KeyFolder => Path.Combine(Storage, "vault-keys");

    public string[] KeyFiles => Directory.Exists(KeyFolder) ? [.. Directory.EnumerateFiles(KeyFolder, "key-*.xml").Order(StringComparer.Ordinal)] : [];

    public PortalServices Services => _services;

    public SecretCipher Cipher => _services.Services.GetRequiredService<SecretCipher>();

    public VaultKeyRing Ring => _services.Services.GetRequiredService<VaultKeyRing>();

    public Guid CurrentKey => Ring.Read().Current!.Id;

    /// <summary>A portal on a database of its own, or beside another, that has not looked at its keys yet.</summary>
    public static async Task<VaultPortal> NewAsync(VaultPortal? beside = null, params (string Key, string Value)[] settings) =>
        new(await PortalServices.StartAsync(settings.ToDictionary(one => one.Key, one => (string?)one.Value), beside: beside?._services));

    /// <summary>The same, started: its keys are checked, and the first one is made.</summary>
    public static async Task<VaultPortal> StartAsync(VaultPortal? beside = null, params (string Key, string Value)[] settings)
    {
        var portal = await NewAsync(beside, settings);
        await portal.CheckAsync();
        return portal;
    }

    public Task CheckAsync() => DoAsync(services => services.GetRequiredService<CheckVaultKeys>().RunAsync(CancellationToken.None));

    /// <summary>Stores secrets on a new account: a password that was replaced, the present one, and recovery codes.</summary>
    public Task<(int AccountId, int CredentialId, Actor By)> StoreAsync(string mark = "a", int recoveryCodes = 2, string name = "Science Club") => DoAsync(async services =>
    {
        var database = services.GetRequiredService<SocialGovDbContext>();
        var (account, by) = await VaultSecrets.AddAccountAsync(database, name);
        var credential = await VaultSecrets.StoreAsync(
            database,
            Cipher,
            account,
            by,
            "Main",
            [
                (SecretKind.Password, $"old password {mark}"),
                (SecretKind.Password, $"password {mark}"),
                .. Enumerable.Range(1, recoveryCodes).Select(number => (SecretKind.RecoveryCode, $"code {number} {mark}")),
            ]);
        return (account, credential, by);
    });

    public Task<IReadOnlyList<OpenedSecret>> OpenAllAsync() => _services.ReadAsync(database => VaultSecrets.OpenAllAsync(database, Cipher));

    /// <summary>Every secret, opened; fails when one does not open.</summary>
    public async Task<string[]> OpenEverythingAsync()
    {
        var rows = await OpenAllAsync();
        Assert.All(rows, row => Assert.False(row.Opened.IsRefused, $"{row.Place} does not open."));
        return [.. rows.Select(row => row.Opened.Value)];
    }

    public Task OverwriteAsync(int id, string ciphertext) => _services.DoAsync(database => VaultSecrets.OverwriteAsync(database, id, ciphertext));

    public Task<Result<Rekeyed>> RekeyAsync(bool abandonLost = false, List<string>? told = null) => DoAsync(services =>
        services.GetRequiredService<RekeyVault>().RunAsync(abandonLost, line => told?.Add(line), Actor.Portal("Command line"), CancellationToken.None));

    public Task<Result<IReadOnlyList<Guid>>> RemoveOldAsync(bool abandonLost = false) => DoAsync(services =>
        services.GetRequiredService<RemoveOldVaultKeys>().RunAsync(abandonLost, _ => { }, Actor.Portal("Command line"), CancellationToken.None));

    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = _services.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    public Task DoAsync(Func<IServiceProvider, Task> use) => DoAsync(async services =>
    {
        await use(services);
        return true;
    });

    /// <summary>Writes a certificate with its private key, as a school makes one.</summary>
    public static string WriteCertificate(string path, string password, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Keys of the vault", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
        return path;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
