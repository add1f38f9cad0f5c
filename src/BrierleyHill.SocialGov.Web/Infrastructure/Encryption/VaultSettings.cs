using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>Where the keys of the vault are, and what protects them there.</summary>
/// <param name="KeyDirectory">The absolute path of the folder (<c>Vault:KeyDirectory</c>, relative to the storage folder; <c>vault-keys</c> where nothing is set).</param>
/// <param name="Certificate">What new keys are encrypted with (<c>Vault:CertificatePath</c>, <c>Vault:CertificatePassword</c>), or nothing.</param>
/// <param name="FormerCertificate">The certificate before this one, so that its keys open until <c>vault rekey</c> has replaced them (<c>Vault:FormerCertificatePath</c>, <c>Vault:FormerCertificatePassword</c>).</param>
/// <param name="StartWithoutKeys">Whether the portal starts although keys are missing, with what they protect closed (<c>Vault:StartWithoutKeys</c>).</param>
public sealed record VaultSettings(
    string KeyDirectory, X509Certificate2? Certificate, X509Certificate2? FormerCertificate, bool StartWithoutKeys)
{
    private const string DirectoryKey = "Vault:KeyDirectory";

    // Folders that are backed up with the database, emptied by the portal, or read by somebody else.
    private static readonly string[] ForOtherThings = ["keys", "files", "logs", "mail"];

    /// <summary>Reads the settings and opens the certificates. The folder is not made: that is the start's decision, which knows whether secrets exist.</summary>
    /// <exception cref="StartRefusedException">A value is wrong, or a certificate cannot be opened.</exception>
    public static VaultSettings Read(SettingsReader settings, StorageSettings storage)
    {
        var directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(storage.Directory, settings.Text(DirectoryKey, "vault-keys", 1000))));
        if (Same(directory, storage.Directory) || ForOtherThings.Any(name => IsWithin(directory, Path.Combine(storage.Directory, name))))
        {
            throw SettingsReader.Wrong(DirectoryKey, directory, "a folder for the keys of the vault alone, apart from the database, the portal's other keys, and its files, logs and mail");
        }

        return new VaultSettings(
            directory,
            Open(settings, storage, "Vault:CertificatePath", settings.Secret("Vault:CertificatePassword")),
            Open(settings, storage, "Vault:FormerCertificatePath", settings.Secret("Vault:FormerCertificatePassword")),
            settings.Flag("Vault:StartWithoutKeys", absent: false));
    }

    /// <summary>Why the certificate does not hold at an instant, in a sentence, or <see langword="null"/> where it does or none is set.</summary>
    /// <param name="at">When, UTC.</param>
    public string? TroubleWithCertificate(DateTime at) => Certificate switch
    {
        null => null,
        { } one when at >= one.NotAfter.ToUniversalTime() =>
            $"The certificate of the vault’s keys ({one.Thumbprint}) expired on {Day(one.NotAfter)}. Keys that it protects still open. Set Vault:CertificatePath to a new one and Vault:FormerCertificatePath to this one, then run “vault rekey”.",
        { } one when at < one.NotBefore.ToUniversalTime() =>
            $"The certificate of the vault’s keys ({one.Thumbprint}) holds from {Day(one.NotBefore)} only. Check the clock of this machine and Vault:CertificatePath.",
        _ => null,
    };

    private static string Day(DateTime local) =>
        Domain.Calendar.LondonTime.DateOf(local.ToUniversalTime()).ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    private static X509Certificate2? Open(SettingsReader settings, StorageSettings storage, string key, string? password)
    {
        if (settings.Value(key) is not { } set)
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(storage.Directory, set));
        if (!File.Exists(path))
        {
            throw SettingsReader.Wrong(key, path, "a certificate with its private key as a PFX file; there is no such file");
        }

        X509Certificate2 certificate;
        try
        {
            // The private key stays in memory: loading it leaves nothing in a key store of the machine.
            certificate = X509CertificateLoader.LoadPkcs12FromFile(
                path, password, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The setting {key} holds \"{path}\", which cannot be opened: it is no PFX file, its password is another (set {key.Replace("Path", "Password", StringComparison.Ordinal)}), or this account may not read it.", failure);
        }

        using var rsa = certificate.GetRSAPrivateKey();
        return rsa is null
            ? throw SettingsReader.Wrong(key, path, "a certificate with an RSA private key; this one has none, so that what it encrypts could never be opened")
            : certificate;
    }

    private static bool IsWithin(string path, string folder) =>
        Same(path, folder) || path.StartsWith(folder + Path.DirectorySeparatorChar, PathComparison);

    private static bool Same(string path, string other) => string.Equals(path, Path.TrimEndingDirectorySeparator(other), PathComparison);

    private static StringComparison PathComparison => OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
