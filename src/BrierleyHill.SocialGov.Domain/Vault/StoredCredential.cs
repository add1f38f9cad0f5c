using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// One sign-in of an account on its platform, as the vault keeps it (clause ADM-3). One per account and label. The record never sees a
/// secret: it is given ciphertext that is bound to this record, kind and number by <see cref="PlaceOf"/>. What a person may do to it is
/// said by <see cref="VaultAccess"/>.
/// </summary>
public sealed class StoredCredential : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "CRE";

    /// <summary>Longest label, in characters.</summary>
    public const int LabelMaximumLength = 100;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    private readonly List<StoredSecret> _secrets = [];

    private StoredCredential()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account that it opens.</summary>
    public int AccountId { get; private set; }

    /// <summary>What it is called among the account's sign-ins.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The label in capitals: one per account among those in use, alike on every database.</summary>
    public string NormalisedLabel { get; private set; } = "";

    /// <summary>What its ciphertexts are bound to, together with the account: chosen at random when the record is made, so that it is known before the first save.</summary>
    public Guid Seal { get; private set; }

    /// <summary>Who holds the device that makes or receives its second factor.</summary>
    public int? DeviceHolderId { get; private set; }

    /// <summary>
    /// How often anything of it was changed. To be shown a secret is no change: two people who look at the same moment are not in each other's
    /// way. A change of its secrets alone would not touch this record's own row, and so not its version: counting it here does, so that of
    /// two who change, the second is told. A time would not do: two changes may have the same.
    /// </summary>
    public int Changes { get; private set; }

    /// <summary>When it was taken out of use, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Why it was taken out of use.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Every secret, those that were replaced too.</summary>
    public IReadOnlyList<StoredSecret> Secrets => _secrets;

    /// <summary>Whether it is in use.</summary>
    public bool IsInUse => WithdrawnAt is null;

    /// <summary>The recovery codes in force, used ones too, in the order in which they were pasted.</summary>
    public IReadOnlyList<StoredSecret> RecoveryCodes =>
        [.. _secrets.Where(secret => secret is { Kind: SecretKind.RecoveryCode, IsCurrent: true }).OrderBy(code => code.Number)];

    /// <summary>Begins a credential without a secret, without asking who may: <see cref="Add"/> asks.</summary>
    public static StoredCredential Create(int accountId, string label) =>
        new() { AccountId = accountId, Label = label, NormalisedLabel = label.ToUpperInvariant(), Seal = Guid.NewGuid() };

    /// <summary>Adds a sign-in. That its label is free is decided by a unique index.</summary>
    /// <param name="label">What it is called.</param>
    /// <param name="deviceHolderId">Who holds the second-factor device, if there is one.</param>
    /// <param name="access">What the person who adds it may do in this vault.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<StoredCredential> Add(string? label, int? deviceHolderId, VaultAccess access, PeopleDirectory directory, DateTime at)
    {
        if (access.CheckMayStore() is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var read = ReadLabel(label);
        if (read.IsRefused)
        {
            return read.Error;
        }

        if (deviceHolderId is { } holder && !directory.IsActive(holder))
        {
            return VaultErrors.DeviceHolderUnknown;
        }

        var added = Create(access.AccountId, read.Value);
        added.DeviceHolderId = deviceHolderId;
        added.Record(new CredentialAdded(read.Value, access.By, at));
        return added;
    }

    /// <summary>Gives it another label, or another holder of its second-factor device.</summary>
    /// <param name="label">What it is called from now on.</param>
    /// <param name="deviceHolderId">Who holds the device from now on.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="at">When, UTC.</param>
    public Result Describe(string? label, int? deviceHolderId, VaultAccess access, PeopleDirectory directory, DateTime at)
    {
        if (CheckMayChange(access) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var read = ReadLabel(label);
        if (read.IsRefused)
        {
            return read.Error;
        }

        // Whoever holds it already may have left since: that is no reason to refuse another label.
        if (deviceHolderId is { } holder && holder != DeviceHolderId && !directory.IsActive(holder))
        {
            return VaultErrors.DeviceHolderUnknown;
        }

        var changes = new ChangeList()
            .Value("Name", Label, read.Value)
            .Value("Who holds the second-factor device", NameOf(DeviceHolderId, directory), NameOf(deviceHolderId, directory));
        if (changes.Any)
        {
            (Label, NormalisedLabel, DeviceHolderId) = (read.Value, read.Value.ToUpperInvariant(), deviceHolderId);
            Changes++;
            Record(new CredentialDescribed(changes.Changes, access.By, at));
        }

        return Result.Done;
    }

    /// <summary>The number that the next secret of a kind gets.</summary>
    public int NextNumber(SecretKind kind) => _secrets.Count(secret => secret.Kind == kind) + 1;

    /// <summary>Stores a secret in the place of the one so far. It is then no longer due for rotation, unless whoever stores it does not administer the account.</summary>
    /// <param name="kind">What it is; not a recovery code.</param>
    /// <param name="ciphertext">The secret, encrypted for the place with <see cref="NextNumber"/>.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="at">When, UTC.</param>
    public Result Store(SecretKind kind, string ciphertext, VaultAccess access, DateTime at)
    {
        if (CheckMayChange(access) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var replaces = Current(kind) is not null;
        Keep(kind, ciphertext, access.By, at);
        Record(new SecretStored(kind, Label, replaces, 1, access.By, at));
        return Result.Done;
    }

    /// <summary>Stores a list of recovery codes in the place of the one so far, used codes included.</summary>
    /// <param name="ciphertexts">The codes, each encrypted for its place: numbers from <see cref="NextNumber"/> on.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="at">When, UTC.</param>
    public Result StoreRecoveryCodes(IReadOnlyList<string> ciphertexts, VaultAccess access, DateTime at)
    {
        if (CheckMayChange(access) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var former = RecoveryCodes;
        foreach (var code in former)
        {
            code.Replace(at);
        }

        foreach (var ciphertext in ciphertexts)
        {
            Keep(SecretKind.RecoveryCode, ciphertext, access.By, at);
        }

        Record(new SecretStored(SecretKind.RecoveryCode, Label, former.Count > 0, ciphertexts.Count, access.By, at));
        return Result.Done;
    }

    /// <summary>Keeps a secret, in the place of the one so far, without asking who may: <see cref="Store"/> asks. Recovery codes stand beside each other.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="ciphertext">The secret, encrypted for the place with <see cref="NextNumber"/>.</param>
    /// <param name="by">Who stores it.</param>
    /// <param name="at">When, UTC.</param>
    public void Keep(SecretKind kind, string ciphertext, Actor by, DateTime at)
    {
        var number = NextNumber(kind);
        if (kind != SecretKind.RecoveryCode)
        {
            Current(kind)?.Replace(at);
        }

        _secrets.Add(new StoredSecret(kind, number, ciphertext, by.PersonId!.Value, at));
        Changes++;
    }

    /// <summary>The secret of a kind in force; of recovery codes the first that was not used.</summary>
    public StoredSecret? Current(SecretKind kind) => kind == SecretKind.RecoveryCode
        ? RecoveryCodes.FirstOrDefault(code => code.UsedAt is null)
        : _secrets.Find(secret => secret.Kind == kind && secret.IsCurrent);

    /// <summary>Finds the secret that a person asks to be shown, and refuses whoever may not be shown it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="number">Its number; <see langword="null"/> for the one in force.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isProven">Whether the person proved a moment ago that it is they who sit there.</param>
    /// <param name="access">What the person may do in this vault.</param>
    public Result<StoredSecret> FindToReveal(SecretKind kind, int? number, string? reason, bool isProven, VaultAccess access)
    {
        if (access.CheckMayReveal() is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (number is { } asked)
        {
            if (_secrets.Find(secret => secret.Kind == kind && secret.Number == asked) is not { } found)
            {
                return Error.NotFound;
            }

            return CheckReason(reason, isProven) is { IsRefused: true } wrong ? wrong.Error : found;
        }

        if (Current(kind) is not { } current)
        {
            return VaultErrors.NotStored(kind);
        }

        return CheckReason(reason, isProven) is { IsRefused: true } missing ? missing.Error : current;
    }

    /// <summary>
    /// Writes down that a person is shown a secret: they know it from now on. Whoever does not administer the account breaks the glass, and
    /// its administrators and the senior leaders are told. Checks as <see cref="FindToReveal"/> does.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="number">Its number; <see langword="null"/> for the one in force.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isProven">Whether the person proved a moment ago that it is they who sit there.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="at">When, UTC.</param>
    public Result<StoredSecret> Reveal(SecretKind kind, int? number, string? reason, bool isProven, VaultAccess access, DateTime at)
    {
        var found = FindToReveal(kind, number, reason, isProven, access);
        if (found.IsRefused)
        {
            return found;
        }

        var (secret, why) = (found.Value, PlainText.CleanLine(reason));
        secret.Show(access.By, why, !access.Administers, at);
        Record(access.Administers
            ? new SecretRevealed(kind, Label, secret.Number, secret.IsCurrent, why, access.By, at)
            : new GlassBroken(kind, Label, secret.Number, secret.IsCurrent, IsCodeOnly: false, why, access.By, at));
        return secret;
    }

    /// <summary>
    /// Writes down that a person is shown the one-time code of this moment, and not the secret: nothing becomes due by it. An administrator
    /// needs no reason; a senior leader breaks the glass with one.
    /// </summary>
    /// <param name="reason">Why, from a senior leader.</param>
    /// <param name="isProven">Whether the person proved a moment ago that it is they who sit there.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The secret that the code is worked out from, for the portal alone.</returns>
    public Result<StoredSecret> ShowOneTimeCode(string? reason, bool isProven, VaultAccess access, DateTime at)
    {
        if (access.CheckMayReveal() is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (Current(SecretKind.OneTimeCodeSecret) is not { } secret)
        {
            return VaultErrors.NotStored(SecretKind.OneTimeCodeSecret);
        }

        if (access.Administers)
        {
            if (!isProven)
            {
                return VaultErrors.ProofMissing;
            }

            Record(new OneTimeCodeShown(Label, access.By, at));
            return secret;
        }

        if (CheckReason(reason, isProven) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        Record(new GlassBroken(
            SecretKind.OneTimeCodeSecret, Label, secret.Number, IsCurrent: true, IsCodeOnly: true, PlainText.CleanLine(reason), access.By, at));
        return secret;
    }

    /// <summary>Writes down that a secret cannot be opened.</summary>
    public void FindUnreadable(SecretKind kind, Actor by, DateTime at) => Record(new SecretFoundUnreadable(kind, Label, by, at));

    /// <summary>Marks a recovery code as used: the platform takes it once.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="at">When, UTC.</param>
    public Result UseRecoveryCode(int number, VaultAccess access, DateTime at)
    {
        if (access.CheckAdministers() is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsInUse)
        {
            return VaultErrors.Withdrawn;
        }

        if (_secrets.Find(secret => secret.Kind == SecretKind.RecoveryCode && secret.Number == number) is not { } code)
        {
            return Error.NotFound;
        }

        if (!code.IsCurrent || code.UsedAt is not null)
        {
            return VaultErrors.CodeUsedAlready;
        }

        code.Use(access.By, at);
        Changes++;
        Record(new StoredRecoveryCodeUsed(Label, number, RecoveryCodes.Count(left => left.UsedAt is null), access.By, at));
        return Result.Done;
    }

    /// <summary>Takes it out of use: it opens nothing on the platform any more. Its history stays.</summary>
    /// <param name="isShut">Whether the person says that it opens nothing on the platform any more.</param>
    /// <param name="because">Why.</param>
    /// <param name="access">What the person may do in this vault.</param>
    /// <param name="at">When, UTC.</param>
    public Result Withdraw(bool isShut, string? because, VaultAccess access, DateTime at)
    {
        if (access.CheckAdministers() is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsInUse)
        {
            return VaultErrors.Withdrawn;
        }

        if (!isShut)
        {
            return VaultErrors.NotShutYet;
        }

        if (CheckReason(because, isProven: true) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var why = PlainText.CleanLine(because);
        (WithdrawnAt, WithdrawnBecause) = (at, why);
        Changes++;
        Record(new CredentialWithdrawn(Label, why, access.By, at));
        return Result.Done;
    }

    /// <summary>Its secrets that let somebody in, each with everybody who knows it. None of one that is out of use.</summary>
    public IReadOnlyList<ExposedSecret> Exposed() => !IsInUse
        ? []
        : ExposedSecret.Of(
            AccountId,
            Id,
            Label,
            _secrets.Where(secret => secret.IsCurrent).Select(secret => new SecretInForce(
                secret.Kind,
                secret.SetById,
                secret.SetAt,
                secret.UsedAt is not null,
                [.. secret.Reveals.Select(reveal => new SecretSighting(reveal.PersonId, reveal.At))])));

    /// <summary>Whether the person may change it.</summary>
    public Result CheckMayChange(VaultAccess access) =>
        access.CheckMayStore() is { IsRefused: true } refusal ? refusal : IsInUse ? Result.Done : VaultErrors.Withdrawn;

    /// <summary>Where a secret lies: what its ciphertext is bound to. Ciphertext that is moved to another place cannot be opened there.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="number">Its number among those of its kind, from 1.</param>
    public SecretPlace PlaceOf(SecretKind kind, int number) => new(AccountId, Seal, kind, number);

    private static Result CheckReason(string? reason, bool isProven)
    {
        var why = PlainText.CleanLine(reason);
        if (why.Length == 0)
        {
            return VaultErrors.ReasonMissing;
        }

        if (why.Length > ReasonMaximumLength)
        {
            return VaultErrors.ReasonTooLong;
        }

        return isProven ? Result.Done : VaultErrors.ProofMissing;
    }

    private static Result<string> ReadLabel(string? typed)
    {
        // Two names that differ by a second space look the same on a page.
        var label = string.Join(' ', PlainText.CleanLine(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (label.Length == 0)
        {
            return VaultErrors.LabelMissing;
        }

        return label.Length > LabelMaximumLength ? VaultErrors.LabelTooLong : label;
    }

    private static string? NameOf(int? personId, PeopleDirectory directory) => personId is { } id ? directory.NameOf(id) : null;
}

/// <summary>Where a secret lies.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Seal">The credential.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number among those of its kind, from 1.</param>
public sealed record SecretPlace(int AccountId, Guid Seal, SecretKind Kind, int Number);

/// <summary>One secret, encrypted. A new one takes its place; it is never changed.</summary>
public sealed class StoredSecret
{
    private readonly List<SecretReveal> _reveals = [];

    private StoredSecret()
    {
    }

    internal StoredSecret(SecretKind kind, int number, string ciphertext, int setById, DateTime at) =>
        (Kind, Number, Ciphertext, SetById, SetAt) = (kind, number, ciphertext, setById, at);

    /// <summary>The row's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>What it is.</summary>
    public SecretKind Kind { get; private set; }

    /// <summary>Its number among those of its kind, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The secret, encrypted and bound to its place. <c>vault rekey</c> alone replaces it by another that opens to the same.</summary>
    public string Ciphertext { get; private set; } = "";

    /// <summary>Who stored it. Whoever types a secret knows it.</summary>
    public int SetById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime SetAt { get; private set; }

    /// <summary>When another took its place, or it was taken away, UTC.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>When a recovery code was used, UTC.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Who marked a recovery code as used.</summary>
    public int? UsedById { get; private set; }

    /// <summary>Who saw it, and why.</summary>
    public IReadOnlyList<SecretReveal> Reveals => _reveals;

    /// <summary>Whether it is the one in force.</summary>
    public bool IsCurrent => ReplacedAt is null;

    internal void Replace(DateTime at) => ReplacedAt = at;

    internal void Use(Actor by, DateTime at) => (UsedAt, UsedById) = (at, by.PersonId);

    internal void Show(Actor to, string reason, bool isBreakGlass, DateTime at) =>
        _reveals.Add(new SecretReveal(to.PersonId!.Value, reason, isBreakGlass, at));
}

/// <summary>That somebody was shown a secret.</summary>
public sealed class SecretReveal
{
    private SecretReveal()
    {
    }

    internal SecretReveal(int personId, string reason, bool isBreakGlass, DateTime at) =>
        (PersonId, Reason, IsBreakGlass, At) = (personId, reason, isBreakGlass, at);

    /// <summary>The row's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Why, in the person's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether a senior leader who does not administer the account broke the glass.</summary>
    public bool IsBreakGlass { get; private set; }
}
