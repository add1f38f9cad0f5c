using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>A sign-in was added to an account's vault.</summary>
[Description("Added a sign-in to the vault")]
public sealed record CredentialAdded(string Label, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Name", null, Label)];
}

/// <summary>A sign-in got another name, or another person holds its second-factor device.</summary>
[Description("Changed the name or the device holder of a sign-in")]
public sealed record CredentialDescribed(IReadOnlyList<Change> Changed, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => Changed;
}

/// <summary>A secret was stored, for the first time or in the place of another; recovery codes as a list, counted.</summary>
[Description("Stored a secret")]
public sealed record SecretStored(SecretKind Kind, string Label, bool Replaces, int Count, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new(
            SecretWords.Of(Kind, Label),
            Replaces ? "stored" : null,
            (Replaces ? "replaced" : "stored") + (Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Count})"))),
    ];
}

/// <summary>A current administrator of the account was shown a secret.</summary>
[Description("Revealed a secret")]
public sealed record SecretRevealed(SecretKind Kind, string Label, int Number, bool IsCurrent, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(SecretWords.Of(Kind, Label), null, SecretWords.Shown(Kind, Number, IsCurrent))];
}

/// <summary>A senior leader who does not administer the account was shown a secret, or a one-time code.</summary>
[Description("Broke the glass: revealed a secret without administering the account")]
public sealed record GlassBroken(SecretKind Kind, string Label, int Number, bool IsCurrent, bool IsCodeOnly, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new(SecretWords.Of(Kind, Label), null, IsCodeOnly ? "one code shown, not the secret" : SecretWords.Shown(Kind, Number, IsCurrent))];
}

/// <summary>Somebody was shown the current one-time code, without the secret it comes from.</summary>
[Description("Was shown a one-time code")]
public sealed record OneTimeCodeShown(string Label, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(SecretWords.Of(SecretKind.OneTimeCodeSecret, Label), null, "one code shown, not the secret")];
}

/// <summary>A stored secret was asked for and cannot be opened.</summary>
[Description("Found a secret that cannot be opened")]
public sealed record SecretFoundUnreadable(SecretKind Kind, string Label, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(SecretWords.Of(Kind, Label), null, "cannot be opened")];
}

/// <summary>A recovery code was marked as used.</summary>
[Description("Marked a recovery code as used")]
public sealed record StoredRecoveryCodeUsed(string Label, int Number, int Left, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        new(
            SecretWords.Of(SecretKind.RecoveryCode, Label),
            null,
            string.Create(CultureInfo.InvariantCulture, $"number {Number} used, {Left} left")),
    ];
}

/// <summary>A sign-in was taken out of use.</summary>
[Description("Withdrew a sign-in from the vault")]
public sealed record CredentialWithdrawn(string Label, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Name", Label, null)];
}

/// <summary>Somebody was recorded as holding a role on the platform itself.</summary>
[Description("Recorded a role on the platform")]
public sealed record PlatformRoleRecorded(string PersonName, string Role, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(PersonName, null, Role)];
}

/// <summary>Somebody's role on the platform was taken away there, and that was recorded.</summary>
[Description("Recorded that a role on the platform was removed")]
public sealed record PlatformRoleRemoved(string PersonName, string Role, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(PersonName, Role, null)];
}

/// <summary>People were told that a secret is due for rotation, when it became so or while it remained so.</summary>
[Description("Told people that a secret is due for rotation")]
public sealed record RotationReminded(SecretKind Kind, string Label, string Names, bool IsChase, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new(SecretWords.Of(Kind, Label), IsChase ? "due for rotation" : null, $"due for rotation because of {Names}")];
}

/// <summary>The words that the events share.</summary>
internal static class SecretWords
{
    public static string Of(SecretKind kind, string label) => $"{kind.InWords()} of “{label}”";

    public static string Shown(SecretKind kind, int number, bool isCurrent) => (kind, isCurrent) switch
    {
        (SecretKind.RecoveryCode, _) => string.Create(CultureInfo.InvariantCulture, $"number {number} shown"),
        (_, true) => "shown",
        (_, false) => string.Create(CultureInfo.InvariantCulture, $"former version {number} shown"),
    };
}
