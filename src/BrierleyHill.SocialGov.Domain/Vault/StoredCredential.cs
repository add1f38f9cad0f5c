using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// One sign-in of an account on its platform, as the vault keeps it (clause ADM-3). One per account and label. The record never sees a
/// secret: it is given ciphertext that is bound to this record, kind and number by <see cref="PlaceOf"/>.
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

    /// <summary>What its ciphertexts are bound to, together with the account: chosen at random when the record is made, so that it is known before the first save.</summary>
    public Guid Seal { get; private set; }

    /// <summary>When it was taken out of use, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Every secret, those that were replaced too.</summary>
    public IReadOnlyList<StoredSecret> Secrets => _secrets;

    /// <summary>Begins a credential without a secret.</summary>
    public static StoredCredential Create(int accountId, string label) => new() { AccountId = accountId, Label = label, Seal = Guid.NewGuid() };

    /// <summary>The number that the next secret of a kind gets.</summary>
    public int NextNumber(SecretKind kind) => _secrets.Count(secret => secret.Kind == kind) + 1;

    /// <summary>Keeps a secret, in the place of the one so far; recovery codes stand beside each other.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="ciphertext">The secret, encrypted for the place with <see cref="NextNumber"/>.</param>
    /// <param name="by">Who stores it.</param>
    /// <param name="at">When, UTC.</param>
    public void Keep(SecretKind kind, string ciphertext, Actor by, DateTime at)
    {
        var number = NextNumber(kind);
        if (kind != SecretKind.RecoveryCode)
        {
            _secrets.Find(secret => secret.Kind == kind && secret.IsCurrent)?.Replace(at);
        }

        _secrets.Add(new StoredSecret(kind, number, ciphertext, by.PersonId!.Value, at));
    }

    /// <summary>Where a secret lies: what its ciphertext is bound to. Ciphertext that is moved to another place cannot be opened there.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="number">Its number among those of its kind, from 1.</param>
    public SecretPlace PlaceOf(SecretKind kind, int number) => new(AccountId, Seal, kind, number);
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

    /// <summary>Who saw it, and why.</summary>
    public IReadOnlyList<SecretReveal> Reveals => _reveals;

    /// <summary>Whether it is the one in force.</summary>
    public bool IsCurrent => ReplacedAt is null;

    internal void Replace(DateTime at) => ReplacedAt = at;
}

/// <summary>That somebody was shown a secret.</summary>
public sealed class SecretReveal
{
    private SecretReveal()
    {
    }

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
