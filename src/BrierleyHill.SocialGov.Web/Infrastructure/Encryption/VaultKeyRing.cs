using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>One key of the vault.</summary>
public sealed class VaultKey
{
    private readonly IDataProtectionProvider? _protection;

    internal VaultKey(VaultKeyFile file, IDataProtectionProvider? protection, string? trouble)
    {
        Id = file.Id;
        Text = file.Text;
        // What is not whole has no date; it counts as the oldest, so that it never becomes the current one.
        MadeAt = ((DateTimeOffset?)file.Element?.Element("activationDate"))?.UtcDateTime ?? DateTime.MinValue.ToUniversalTime();
        IsWhole = file.Element is not null;
        HasCertificate = file.Element?.Descendants().Any(part => part.Name.LocalName == "EncryptedKey") == true;
        _protection = protection;
        Trouble = trouble;
    }

    /// <summary>The key's number, which stands at the head of every ciphertext.</summary>
    public Guid Id { get; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; }

    /// <summary>Whether its file is whole.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether a certificate protects it in its file.</summary>
    public bool HasCertificate { get; }

    /// <summary>What protects it in its file, in words.</summary>
    public string ProtectionInWords => HasCertificate ? "protected by a certificate" : "not protected by a certificate";

    /// <summary>Why it cannot be used, in a sentence, or <see langword="null"/> when it can.</summary>
    public string? Trouble { get; }

    /// <summary>Whether it can be used.</summary>
    public bool IsReadable => _protection is not null;

    internal string Text { get; }

    /// <summary>The protector for a place. Every part of the place is part of the encryption; the names of the kinds are never changed for that reason.</summary>
    internal IDataProtector For(SecretPlace place) => (_protection ?? throw new InvalidOperationException(Trouble)).CreateProtector(
        "Vault",
        place.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        place.Seal.ToString("N"),
        place.Kind.ToString(),
        place.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The keys as they lay in the folder at one moment.</summary>
/// <param name="All">All of them, the oldest first.</param>
/// <param name="GivenUp">Keys whose secrets were given up.</param>
/// <param name="Trouble">Why the folder cannot be read, in a sentence, or <see langword="null"/>.</param>
public sealed record VaultKeys(IReadOnlyList<VaultKey> All, IReadOnlySet<Guid> GivenUp, string? Trouble)
{
    /// <summary>The newest: everything new is encrypted under it, whatever the others are.</summary>
    public VaultKey? Current => All.Count == 0 ? null : All[^1];

    /// <summary>A key that can be used, or <see langword="null"/>.</summary>
    public VaultKey? Readable(Guid id) => All.FirstOrDefault(key => key.Id == id && key.IsReadable);
}

/// <summary>
/// The vault's keys. No key is ever made by itself, lapses, or is replaced: <see cref="Make"/> is called by the first start, when there is
/// neither a key nor a secret, and by <c>vault rekey</c>. The folder is read again when a ciphertext names a key that is not known, and
/// before anything is encrypted, so that a key made by another process counts at once.
/// </summary>
/// <param name="settings">Where the keys are.</param>
/// <param name="clock">Now.</param>
public sealed class VaultKeyRing(VaultSettings settings, TimeProvider clock)
{
    // Part of the encryption, and another than the cookies' ring has: neither opens what the other made, even with the same key.
    private const string ApplicationName = "BrierleyHill.SocialGov.Vault";

    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VaultKeyFolder _folder = new(settings.KeyDirectory);
    private readonly Lock _reading = new();
    private volatile VaultKeys? _known;
    private volatile IReadOnlyList<Guid> _missing = [];

    /// <summary>The keys as they were read last.</summary>
    public VaultKeys Known => _known ?? Read();

    internal VaultKeyFolder Folder => _folder;

    /// <summary>Reads the folder. One that cannot be read gives no key and says why; nothing is made.</summary>
    public VaultKeys Read()
    {
        lock (_reading)
        {
            var read = ReadFolder(_known?.All ?? []);
            // What was known stays known while the folder, or the current key in it, is gone: secrets that could be opened still can.
            if (_known is null || !HasLost(read, _known))
            {
                _known = read;
            }

            return read;
        }
    }

    /// <summary>Makes a key, which is the current one from now on. It is on the disk for good when this returns.</summary>
    /// <returns>The key, or why none was made: the folder cannot be written, or the certificate does not hold.</returns>
    public Result<VaultKey> Make()
    {
        if (settings.TroubleWithCertificate(clock.UtcNow()) is { } trouble)
        {
            return VaultKeyErrors.Certificate(trouble);
        }

        // Strictly newer than every other, whatever the clocks of the machines say that made them.
        var newest = Read().Current?.MadeAt ?? DateTime.MinValue;
        var at = clock.UtcNow() > newest ? clock.UtcNow() : newest.AddTicks(1);
        var kept = new KeptElements();
        using var services = Protection(kept, settings.Certificate);
        var id = services.GetRequiredService<IKeyManager>().CreateNewKey(new DateTimeOffset(at, TimeSpan.Zero), Never).KeyId;
        try
        {
            _folder.WriteKey(id, kept.Elements.Single());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return VaultKeyErrors.Folder($"No key could be written to the folder {_folder.Path}: {failure.Message.ReplaceLineEndings(" ")}");
        }

        return Read().Readable(id) is { } made
            ? made
            : VaultKeyErrors.Folder($"The key {id} was written to the folder {_folder.Path} and cannot be read back from there. It protects nothing.");
    }

    /// <summary>The key for something new, from the folder as it is now, or a refusal while a key is missing.</summary>
    public Result<VaultKey> KeyForNewSecrets()
    {
        var before = _known;
        var now = Read();
        return now.Current is { IsReadable: true } current && (before is null || !HasLost(now, before)) && _missing.All(id => now.Readable(id) is not null)
            ? current
            : VaultKeyErrors.Closed;
    }

    /// <summary>Writes down which keys the start found missing: until each is back, nothing new is encrypted.</summary>
    public void Miss(IReadOnlyList<Guid> keys) => _missing = keys;

    // Only keys that are no longer the current one are removed on purpose: a current one that is gone, with none newer, is a loss, and an older
    // one must not hide it.
    private static bool HasLost(VaultKeys now, VaultKeys before) =>
        now.Trouble is not null
        || (before.Current is { } current && now.All.All(key => key.Id != current.Id) && (now.Current is null || now.Current.MadeAt <= current.MadeAt));

    private VaultKeys ReadFolder(IReadOnlyList<VaultKey> known)
    {
        try
        {
            return _folder.Exists
                ? new VaultKeys(
                    [.. _folder.ReadKeys().Select(file => known.FirstOrDefault(key => key.Id == file.Id && key.Text == file.Text) ?? Open(file)).OrderBy(key => key.MadeAt).ThenBy(key => key.Id)],
                    _folder.ReadGivenUp(),
                    null)
                : new VaultKeys([], new HashSet<Guid>(), File.Exists(_folder.Path) ? $"{_folder.Path} is a file, not a folder." : null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new VaultKeys([], new HashSet<Guid>(), $"The folder {_folder.Path} cannot be read: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }

    private VaultKey Open(VaultKeyFile file)
    {
        if (file.Element is null)
        {
            return new VaultKey(file, null, "Its file is not whole.");
        }

        // A ring with this one key: it alone encrypts and opens, and whether it can be read is a question about it alone.
        var services = Protection(new KeptElements(file.Element), null);
        try
        {
            if (services.GetRequiredService<IKeyManager>().GetAllKeys().Single().CreateEncryptor() is not null)
            {
                return new VaultKey(file, services.GetRequiredService<IDataProtectionProvider>(), null);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever Data Protection throws here, the key cannot be used; which part of it is wrong is not for a log.
        }

        services.Dispose();
        return new VaultKey(file, null, file.Element.Descendants().Any(part => part.Name.LocalName == "EncryptedKey")
            ? "It is protected by a certificate that is not the one in Vault:CertificatePath or Vault:FormerCertificatePath."
            : "Its file was changed.");
    }

    private ServiceProvider Protection(KeptElements elements, X509Certificate2? certificate)
    {
        var services = new ServiceCollection();
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName).DisableAutomaticKeyGeneration();
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = elements);
        if (certificate is not null)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        X509Certificate2[] opening = [.. new[] { settings.Certificate, settings.FormerCertificate }.OfType<X509Certificate2>()];
        if (opening.Length > 0)
        {
            protection.UnprotectKeysWithAnyCertificate(opening);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Keys in memory, between Data Protection and the folder.</summary>
    private sealed class KeptElements(params XElement[] elements) : IXmlRepository
    {
        private readonly List<XElement> _elements = [.. elements];

        public IReadOnlyList<XElement> Elements => _elements;

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _elements.Select(element => new XElement(element))];

        public void StoreElement(XElement element, string friendlyName) => _elements.Add(new XElement(element));
    }
}
