using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>A new key was made, under which everything is encrypted anew from now on.</summary>
[Description("Made a new key for the vault")]
public sealed record VaultKeyMade(Guid KeyId, string Protection, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Key", null, KeyId.ToString()), new("Protection of the key", null, Protection)];
}

/// <summary>Everything that could be opened is encrypted under one key.</summary>
[Description("Encrypted the vault under a new key")]
public sealed record VaultRekeyed(Guid KeyId, IReadOnlyList<Guid> FormerKeyIds, int Secrets, int LeftAsTheyWere, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Key", FormerKeyIds.Count == 0 ? null : string.Join(", ", FormerKeyIds), KeyId.ToString()),
        new("Secrets under the key", null, Secrets.ToString(CultureInfo.InvariantCulture)),
        new("Secrets left as they were because they cannot be opened", null, LeftAsTheyWere.ToString(CultureInfo.InvariantCulture)),
    ];
}

/// <summary>Keys that protect nothing any more were deleted.</summary>
[Description("Removed old keys of the vault")]
public sealed record VaultKeysRemoved(IReadOnlyList<Guid> KeyIds, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Keys", string.Join(", ", KeyIds), null)];
}

/// <summary>Secrets that nobody can open any more were given up, so that the vault can be used again.</summary>
[Description("Gave up secrets of the vault that cannot be opened")]
public sealed record VaultSecretsGivenUp(IReadOnlyList<Guid> KeyIds, int Secrets, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Keys", string.Join(", ", KeyIds), null), new("Secrets given up", null, Secrets.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>The portal was started although keys of the vault are missing, because a setting says so.</summary>
[Description("Started with keys of the vault missing")]
public sealed record VaultStartedWithoutKeys(IReadOnlyList<Guid> KeyIds, int Secrets, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new("Missing keys", null, KeyIds.Count == 0 ? "none is named by a secret" : string.Join(", ", KeyIds)),
        new("Secrets that cannot be opened meanwhile", null, Secrets.ToString(CultureInfo.InvariantCulture)),
    ];
}
