using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Encrypts what the vault keeps, as far as the demonstration data and the features need it. The infrastructure's is the one that there is.</summary>
public abstract class SecretCipher
{
    /// <summary>Encrypts a secret for its place.</summary>
    public abstract string Protect(SecretPlace place, string secret);

    /// <summary>Opens a secret at its place, or says why it cannot be opened: altered, moved here from another place, or its key is missing.</summary>
    public abstract Result<string> Unprotect(SecretPlace place, string ciphertext);
}
