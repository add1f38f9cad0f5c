using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Encrypts what the vault keeps, as far as the demonstration data and the features need it. The infrastructure's is the one that there is.</summary>
public abstract class SecretCipher
{
    /// <summary>Whether a secret can be stored now: not while a key is missing. A use case that stores one asks this first.</summary>
    public abstract Result CheckMayProtect();

    /// <summary>Encrypts a secret for its place.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CheckMayProtect"/> refuses, and nobody asked it.</exception>
    public abstract string Protect(SecretPlace place, string secret);

    /// <summary>Opens a secret at its place, or says why it cannot be opened: altered, moved here from another place, or its key is missing.</summary>
    public abstract Result<string> Unprotect(SecretPlace place, string ciphertext);
}
