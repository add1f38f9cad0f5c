using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>Why something cannot be done in the vault, in words that a person can act on.</summary>
public static class VaultErrors
{
    /// <summary>Altered, moved from another record, or its key is missing.</summary>
    public static Error CannotBeOpened { get; } = new(
        "Vault.CannotBeOpened",
        "This secret cannot be opened: it was altered, moved here from another record, or its key is missing. Ask the portal manager to run “vault status”. Until then use the platform’s own way to reset it, and store the new one.",
        ErrorKind.Fault);
}
