using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>One secret as the keys see it: where it lies, and the key that it needs. Never the secret.</summary>
/// <param name="Id">The row.</param>
/// <param name="CredentialId">The credential.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="KeyId">The key that it needs, or <see langword="null"/> when what is stored is no ciphertext.</param>
public sealed record SurveyedSecret(int Id, int CredentialId, SecretPlace Place, Guid? KeyId)
{
    /// <summary>The account, as people name it.</summary>
    public string AccountReference => Reference.Of(SocialMediaAccount.ReferenceKind, Place.AccountId);

    /// <summary>The secret, as people name it: <c>CRE-000004 password 2</c>.</summary>
    public string Name => $"{Reference.Of(StoredCredential.ReferenceKind, CredentialId)} {Place.Kind.InWords().ToLowerInvariant()} {Place.Number}";
}

/// <summary>The secrets and the keys held against each other.</summary>
/// <param name="Keys">The keys in the folder.</param>
/// <param name="Secrets">Every secret, those that were replaced or used too.</param>
/// <param name="CannotBeOpened">Those that were tried and do not open; empty where nothing was tried.</param>
public sealed record VaultSurvey(VaultKeys Keys, IReadOnlyList<SurveyedSecret> Secrets, IReadOnlyList<SurveyedSecret> CannotBeOpened)
{
    /// <summary>Secrets whose key is missing or cannot be used, and was not given up.</summary>
    public IReadOnlyList<SurveyedSecret> Lost =>
        [.. Secrets.Where(secret => secret.KeyId is { } id && Keys.Readable(id) is null && !Keys.GivenUp.Contains(id))];

    /// <summary>Secrets that were given up and whose key has not come back.</summary>
    public IReadOnlyList<SurveyedSecret> GivenUp =>
        [.. Secrets.Where(secret => secret.KeyId is { } id && Keys.Readable(id) is null && Keys.GivenUp.Contains(id))];

    /// <summary>Secrets whose key is there and which do not open all the same: altered, or moved from another record.</summary>
    public IReadOnlyList<SurveyedSecret> Altered =>
        [.. CannotBeOpened.Where(secret => secret.KeyId is not { } id || Keys.Readable(id) is not null)];

    /// <summary>Secrets under another key than the current one that open.</summary>
    public IReadOnlyList<SurveyedSecret> UnderOlderKeys
    {
        get
        {
            var closed = CannotBeOpened.Select(secret => secret.Id).ToHashSet();
            return [.. Secrets.Where(secret => secret.KeyId is { } id && id != Keys.Current?.Id && Keys.Readable(id) is not null && !closed.Contains(secret.Id))];
        }
    }

    /// <summary>How many secrets need a key.</summary>
    public int CountUnder(Guid key) => Secrets.Count(secret => secret.KeyId == key);

    /// <summary>Every account of some secrets with how many there are, in a line: "2 of ACC-000001, 1 of ACC-000004".</summary>
    public static string ByAccount(IEnumerable<SurveyedSecret> secrets)
    {
        const int mostNamed = 20;
        var accounts = secrets.GroupBy(secret => secret.AccountReference).OrderBy(account => account.Key, StringComparer.Ordinal).ToList();
        return string.Join(", ", accounts.Take(mostNamed).Select(account => $"{account.Count()} of {account.Key}"))
            + (accounts.Count > mostNamed ? $" and those of {accounts.Count - mostNamed} more accounts" : "");
    }

    /// <summary>What keeps the vault from being whole, in one line without an advice, or <see langword="null"/>.</summary>
    /// <param name="folder">The folder of the keys.</param>
    public string? Problem(string folder)
    {
        var lost = Lost;
        if (lost.Count > 0)
        {
            var missing = lost.Select(secret => secret.KeyId!.Value).Distinct().Select(id =>
                Keys.All.FirstOrDefault(key => key.Id == id) is { } there ? $"{id} ({there.Trouble!.TrimEnd('.')})" : $"{id} (not there)");
            return $"{lost.Count} of {Secrets.Count} secrets in the vault cannot be opened ({ByAccount(lost)}): the keys that they need cannot be read from the folder {folder}: {string.Join(", ", missing)}."
                + (Keys.Trouble is { } why ? " " + why : "");
        }

        if (Keys.Trouble is { } trouble)
        {
            return $"The keys of the vault cannot be read. {trouble}";
        }

        return Keys.Current switch
        {
            null when Secrets.Count > 0 => $"There is no key of the vault in the folder {folder}, and {Secrets.Count} secrets need one ({ByAccount(Secrets)}).",
            { IsReadable: false } current => $"The current key of the vault in the folder {folder}, {current.Id}, cannot be used. {current.Trouble}",
            _ => null,
        };
    }
}

/// <summary>Holds the secrets and the keys against each other.</summary>
public sealed class VaultSurveyor(SocialGovDbContext database, VaultKeyRing ring, SecretCipher cipher)
{
    private const int PageSize = 200;

    /// <summary>Reads which key each secret needs; of the secrets themselves nothing is read.</summary>
    public async Task<VaultSurvey> LookAsync(CancellationToken cancellationToken)
    {
        // The secrets first: a key that is made between the two reads is then among the keys, never missing.
        var secrets = await database.Credentials.AsNoTracking()
            .SelectMany(credential => credential.Secrets, (credential, secret) => new
            {
                secret.Id,
                CredentialId = credential.Id,
                credential.AccountId,
                credential.Seal,
                secret.Kind,
                secret.Number,
                Head = secret.Ciphertext.Substring(0, VaultCiphertext.HeadLength),
            })
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return new VaultSurvey(
            ring.Read(),
            [
                .. secrets.Select(row => new SurveyedSecret(
                    row.Id, row.CredentialId, new SecretPlace(row.AccountId, row.Seal, row.Kind, row.Number), VaultCiphertext.KeyOf(row.Head))),
            ],
            []);
    }

    /// <summary>The same, and tries to open each secret. What opens is forgotten at once.</summary>
    public async Task<VaultSurvey> TryAsync(CancellationToken cancellationToken)
    {
        var closed = new List<SurveyedSecret>();
        await foreach (var (secret, ciphertext) in ReadAsync(cancellationToken))
        {
            if (cipher.Unprotect(secret.Place, ciphertext).IsRefused)
            {
                closed.Add(secret);
            }
        }

        return await LookAsync(cancellationToken) with { CannotBeOpened = closed };
    }

    /// <summary>Every secret with its ciphertext, in the order of the rows, a page at a time: between two of them nothing is held in the database.</summary>
    internal async IAsyncEnumerable<(SurveyedSecret Secret, string Ciphertext)> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0;
        while (true)
        {
            var page = await database.Credentials.AsNoTracking()
                .SelectMany(credential => credential.Secrets, (credential, secret) => new
                {
                    secret.Id,
                    CredentialId = credential.Id,
                    credential.AccountId,
                    credential.Seal,
                    secret.Kind,
                    secret.Number,
                    secret.Ciphertext,
                })
                .Where(row => row.Id > last)
                .OrderBy(row => row.Id)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                var place = new SecretPlace(row.AccountId, row.Seal, row.Kind, row.Number);
                yield return (new SurveyedSecret(row.Id, row.CredentialId, place, VaultCiphertext.KeyOf(row.Ciphertext)), row.Ciphertext);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }
}
