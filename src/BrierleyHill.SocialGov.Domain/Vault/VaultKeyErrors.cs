using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>Why the keys of the vault do not allow something, in words that a person can act on. None of them names a secret.</summary>
public static class VaultKeyErrors
{
    /// <summary>A secret is to be stored while a key is missing: nothing may be written under another one that hides the loss.</summary>
    public static Error Closed { get; } = new(
        "Vault.Closed",
        "Nothing can be stored in the vault now: keys of the vault are missing. Nothing was saved. Ask the portal manager to run “vault status”. Until then keep the new secret where you keep it now.",
        ErrorKind.Fault);

    /// <summary>The folder of the keys cannot be read or written.</summary>
    /// <param name="why">What stands in the way, in a sentence.</param>
    public static Error Folder(string why) => new("Vault.Folder", why, ErrorKind.Fault);

    /// <summary>Secrets need keys that are not there.</summary>
    /// <param name="what">What is missing, in a sentence.</param>
    public static Error KeysMissing(string what) => new(
        "Vault.KeysMissing",
        what + " Restore the back-up of the folder of keys first. If there is none, “vault rekey --abandon-lost” gives up the secrets that cannot be opened, and goes on with a new key.",
        ErrorKind.Fault);

    /// <summary>A key is to be made under a certificate that does not hold now.</summary>
    /// <param name="why">What is wrong with it, in a sentence.</param>
    public static Error Certificate(string why) => new("Vault.Certificate", why + " No key was made.", ErrorKind.Fault);

    /// <summary>Old keys are to be removed, and there is none.</summary>
    public static Error NothingToRemove { get; } = new(
        "Vault.NothingToRemove", "There is one key, and it is the current one. Nothing was removed. To make another, run “vault rekey” without --remove-old.", ErrorKind.Conflict);

    /// <summary>Old keys are to be removed, and secrets still need them.</summary>
    /// <param name="secrets">How many.</param>
    /// <param name="references">Which ones.</param>
    public static Error StillNeeded(int secrets, string references) => new(
        "Vault.StillNeeded",
        $"Nothing was removed: {secrets} of the secrets under the older keys cannot be opened ({references}). Restore them from a back-up of the database, or give them up with “vault rekey --remove-old --abandon-lost”.",
        ErrorKind.Conflict);

    /// <summary>Old keys are to be removed while a page that was being saved when the current key was made may still write under an older one.</summary>
    /// <param name="minutes">How old the current key has to be.</param>
    public static Error TooSoon(int minutes) => new(
        "Vault.TooSoon",
        $"Nothing was removed: the current key is less than {minutes} minutes old, and a form that was being saved when it was made may still use the one before. Try again later.",
        ErrorKind.Conflict);
}
