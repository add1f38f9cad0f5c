using System.Globalization;
using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>Encrypts what the vault keeps with a key ring of its own, apart from the one of cookies.</summary>
public sealed class VaultCipher(StorageSettings storage) : SecretCipher
{
    private readonly IDataProtectionProvider _keys = DataProtectionProvider.Create(
        new DirectoryInfo(storage.PrivateDirectory("vault-keys")), protection => protection.SetApplicationName("BrierleyHill.SocialGov.Vault"));

    /// <inheritdoc />
    public override string Protect(SecretPlace place, string secret) => For(place).Protect(secret);

    /// <inheritdoc />
    public override Result<string> Unprotect(SecretPlace place, string ciphertext)
    {
        try
        {
            return For(place).Unprotect(ciphertext);
        }
        catch (CryptographicException)
        {
            return VaultErrors.CannotBeOpened;
        }
    }

    private IDataProtector For(SecretPlace place) => _keys.CreateProtector(
        "Vault",
        place.AccountId.ToString(CultureInfo.InvariantCulture),
        place.Seal.ToString("N"),
        place.Kind.ToString(),
        place.Number.ToString(CultureInfo.InvariantCulture));
}
