using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>That somebody saw a secret: they were shown it, or stored it themselves.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record SecretSighting(int PersonId, DateTime At);

/// <summary>One secret in force, as far as the rule about rotation needs it: never the secret itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SetById">Who stored it.</param>
/// <param name="SetAt">When, UTC.</param>
/// <param name="IsUsed">Whether it is a recovery code that was used: it lets nobody in any more.</param>
/// <param name="Shown">To whom it was shown.</param>
public sealed record SecretInForce(SecretKind Kind, int SetById, DateTime SetAt, bool IsUsed, IReadOnlyList<SecretSighting> Shown);

/// <summary>
/// A secret that lets somebody in, and everybody who knows it: who was shown it since it was last changed, and whoever stored it, for they
/// know it as well. The unused recovery codes of a sign-in are one secret together. A one-time code that was shown tells nobody the secret.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="CredentialId">The sign-in.</param>
/// <param name="Label">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
/// <param name="Seen">Who knows it, each with the last time.</param>
public sealed record ExposedSecret(
    int AccountId, int CredentialId, string Label, SecretKind Kind, DateTime ChangedAt, IReadOnlyList<SecretSighting> Seen)
{
    /// <summary>The secrets that let somebody in, out of all that a sign-in has in force.</summary>
    public static IReadOnlyList<ExposedSecret> Of(int accountId, int credentialId, string label, IEnumerable<SecretInForce> inForce) =>
    [
        .. inForce
            .Where(secret => secret.Kind.LetsIn() && !secret.IsUsed)
            .GroupBy(secret => secret.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => new ExposedSecret(
                accountId,
                credentialId,
                label,
                kind.Key,
                kind.Max(secret => secret.SetAt),
                [
                    .. kind
                        .SelectMany(secret => secret.Shown.Prepend(new SecretSighting(secret.SetById, secret.SetAt)))
                        .GroupBy(seen => seen.PersonId)
                        .Select(person => new SecretSighting(person.Key, person.Max(seen => seen.At)))
                        .OrderBy(seen => seen.At).ThenBy(seen => seen.PersonId),
                ])),
    ];

    /// <summary>
    /// Whether it is due for rotation (clause ADM-5): somebody knows it who does not administer the account now. They may never have done so,
    /// or not any more, or they post only, have left, or are deactivated. Being due never blocks anything; only a new secret clears it.
    /// </summary>
    /// <param name="administrators">The people who administer the account now.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="today">Today, London.</param>
    /// <returns>Because of whom, or <see langword="null"/> when it is not due.</returns>
    public RotationDue? DueWith(IReadOnlySet<int> administrators, PeopleDirectory directory, DateOnly today)
    {
        RotationCause[] because =
        [
            .. Seen
                .Where(seen => !administrators.Contains(seen.PersonId))
                .Select(seen => new RotationCause(seen.PersonId, directory.NameOf(seen.PersonId), KindOf(directory.Find(seen.PersonId), today), seen.At)),
        ];
        return because.Length == 0 ? null : new RotationDue(AccountId, CredentialId, Label, Kind, ChangedAt, because);
    }

    private static RotationCauseKind KindOf(DirectoryPerson? person, DateOnly today) => person switch
    {
        { LeavingDate: { } last } when last < today => RotationCauseKind.Left,
        { Status: PersonStatus.Deactivated } => RotationCauseKind.Deactivated,
        _ => RotationCauseKind.NotAssigned,
    };
}
