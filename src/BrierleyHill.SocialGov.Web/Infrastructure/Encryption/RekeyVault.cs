using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>What came of encrypting the vault anew.</summary>
/// <param name="KeyId">The key under which everything is now.</param>
/// <param name="Secrets">How many secrets are under it.</param>
/// <param name="LeftAsTheyWere">Those that cannot be opened, and were left as they were.</param>
public sealed record Rekeyed(Guid KeyId, int Secrets, IReadOnlyList<SurveyedSecret> LeftAsTheyWere);

/// <summary>
/// <c>vault rekey</c>: makes a key and encrypts every secret under it, row by row. It may be stopped at any moment: each row is under the
/// old key or the new one, both are kept, and the next run goes on with the key that this one made. A portal may serve meanwhile, and a
/// second run may go on at the same time: a row is replaced only if it is still what was read.
/// </summary>
public sealed class RekeyVault(SocialGovDbContext database, VaultSurveyor surveyor, VaultKeyRing ring, SecretCipher cipher, VaultSettings settings, TimeProvider clock)
{
    private const int ToldEvery = 50;

    /// <summary>Makes a key, unless a run before was not finished, and encrypts everything under it.</summary>
    /// <param name="abandonLost">Whether secrets whose key is lost are given up. Without it they stop the run.</param>
    /// <param name="tell">Takes a line about how far it is.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the work early; the next run goes on with it.</param>
    public async Task<Result<Rekeyed>> RunAsync(bool abandonLost, Action<string> tell, Actor by, CancellationToken cancellationToken)
    {
        var before = await surveyor.TryAsync(cancellationToken);
        if (before.Problem(settings.KeyDirectory) is { } problem)
        {
            if (!abandonLost || before.Keys.Trouble is not null)
            {
                return VaultKeyErrors.KeysMissing(problem);
            }

            tell(problem);
        }

        var key = await KeyAsync(before, tell, by, cancellationToken);
        if (key.IsRefused)
        {
            return key.Error;
        }

        // Only now: without a key under which the vault goes on, nothing is given up.
        await GiveUpAsync(before.Lost, tell, by, cancellationToken);
        return await FinishAsync(tell, by, cancellationToken);
    }

    /// <summary>Encrypts everything under the key that is the current one, makes none, and writes it to the audit unless that was done.</summary>
    internal async Task<Result<Rekeyed>> FinishAsync(Action<string> tell, Actor by, CancellationToken cancellationToken)
    {
        VaultSurvey after;
        var done = 0;
        do
        {
            // Again until nothing is left: what is stored while this runs may still be under the key before.
            done = await EncryptAsync(done, tell, cancellationToken);
            after = await surveyor.TryAsync(cancellationToken);
        }
        while (after.UnderOlderKeys.Count > 0);

        var current = after.Keys.Current!;
        if (done > 0 || !await IsNotedAsync(nameof(VaultRekeyed), current.Id, cancellationToken))
        {
            database.Note(new VaultRekeyed(
                current.Id,
                [.. after.Keys.All.Where(key => key.Id != current.Id).Select(key => key.Id)],
                after.CountUnder(current.Id),
                after.CannotBeOpened.Count,
                by,
                clock.UtcNow()));
            await database.SaveChangesAsync(cancellationToken);
        }

        return new Rekeyed(current.Id, after.CountUnder(current.Id), after.CannotBeOpened);
    }

    /// <summary>
    /// The key to encrypt under: the current one if a run before made it and did not finish, else a new one. Not finished means that
    /// secrets are still under an older key, or that nothing says in the audit that it was.
    /// </summary>
    private async Task<Result<VaultKey>> KeyAsync(VaultSurvey before, Action<string> tell, Actor by, CancellationToken cancellationToken)
    {
        if (before.Keys.Current is { IsReadable: true } current
            && (before.UnderOlderKeys.Count > 0
                || (await IsNotedAsync(nameof(VaultKeyMade), current.Id, cancellationToken) && !await IsNotedAsync(nameof(VaultRekeyed), current.Id, cancellationToken))))
        {
            tell($"Goes on with the key {current.Id}, which a run before made: {before.UnderOlderKeys.Count} secrets are still under older keys.");
            return current;
        }

        var made = ring.Make();
        if (!made.IsRefused)
        {
            database.Note(new VaultKeyMade(made.Value.Id, made.Value.ProtectionInWords, by, clock.UtcNow()));
            await database.SaveChangesAsync(cancellationToken);
            tell($"Made the key {made.Value.Id}, {made.Value.ProtectionInWords}. Back up the folder {settings.KeyDirectory} now: the back-ups so far do not have it.");
        }

        return made;
    }

    private async Task GiveUpAsync(IReadOnlyList<SurveyedSecret> lost, Action<string> tell, Actor by, CancellationToken cancellationToken)
    {
        if (lost.Count == 0)
        {
            return;
        }

        Guid[] keys = [.. lost.Select(secret => secret.KeyId!.Value).Distinct()];
        // The audit first: a run that is stopped between the two gives them up again, and that is written down again.
        database.Note(new VaultSecretsGivenUp(keys, lost.Count, by, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        foreach (var key in keys)
        {
            ring.Folder.WriteGivenUp(key, clock.UtcNow());
        }

        tell($"Gave up {lost.Count} secrets ({VaultSurvey.ByAccount(lost)}). Reset them on their platforms and store the new ones.");
    }

    private async Task<int> EncryptAsync(int done, Action<string> tell, CancellationToken cancellationToken)
    {
        await foreach (var (secret, ciphertext) in surveyor.ReadAsync(cancellationToken))
        {
            if (secret.KeyId == ring.Known.Current?.Id || cipher.Unprotect(secret.Place, ciphertext) is not { IsRefused: false } opened)
            {
                continue;
            }

            var anew = cipher.Protect(secret.Place, opened.Value);
            if (cipher.Unprotect(secret.Place, anew) is not { IsRefused: false } again || !string.Equals(again.Value, opened.Value, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{secret.Name} does not open again once it is encrypted anew. It was left as it was.");
            }

            done += await database.Database.ExecuteSqlAsync(
                $"""UPDATE "CredentialSecrets" SET "Ciphertext" = {anew} WHERE "Id" = {secret.Id} AND "Ciphertext" = {ciphertext}""", cancellationToken);
            if (done > 0 && done % ToldEvery == 0)
            {
                tell($"Encrypted {done} secrets anew.");
            }
        }

        return done;
    }

    private Task<bool> IsNotedAsync(string name, Guid key, CancellationToken cancellationToken)
    {
        var id = key.ToString();
        return database.AuditEvents.AnyAsync(line => line.Name == name && line.Changes!.Contains($"\"after\":\"{id}\""), cancellationToken);
    }
}

/// <summary><c>vault rekey --remove-old</c>: deletes the keys before the current one, once nothing needs them.</summary>
public sealed class RemoveOldVaultKeys(SocialGovDbContext database, VaultSurveyor surveyor, VaultKeyRing ring, RekeyVault rekey, VaultSettings settings, TimeProvider clock)
{
    /// <summary>
    /// How old the current key has to be, in minutes. Whoever stores a secret takes the newest key that is in the folder at that moment; a
    /// form that was being saved when the key was made has long been answered after this time.
    /// </summary>
    public const int LeastAgeMinutes = 10;

    /// <summary>Finishes an unfinished run, then deletes the older keys. Refuses while a secret needs one of them.</summary>
    /// <param name="abandonLost">Whether secrets that cannot be opened are given up.</param>
    /// <param name="tell">Takes a line about how far it is.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The keys that were deleted.</returns>
    public async Task<Result<IReadOnlyList<Guid>>> RunAsync(bool abandonLost, Action<string> tell, Actor by, CancellationToken cancellationToken)
    {
        var survey = await surveyor.LookAsync(cancellationToken);
        if (survey.Problem(settings.KeyDirectory) is { } problem)
        {
            return VaultKeyErrors.KeysMissing(problem);
        }

        if (survey.Keys.All.Count < 2 || survey.Keys.Current is not { } current)
        {
            return VaultKeyErrors.NothingToRemove;
        }

        if (clock.UtcNow() - current.MadeAt < TimeSpan.FromMinutes(LeastAgeMinutes))
        {
            return VaultKeyErrors.TooSoon(LeastAgeMinutes);
        }

        var finished = await rekey.FinishAsync(tell, by, cancellationToken);
        if (finished.IsRefused)
        {
            return finished.Error;
        }

        VaultKey[] old = [.. survey.Keys.All.Where(key => key.Id != finished.Value.KeyId)];
        SurveyedSecret[] needed = [.. (await surveyor.LookAsync(cancellationToken)).Secrets.Where(secret => Array.Exists(old, key => key.Id == secret.KeyId))];
        if (needed.Length > 0 && !abandonLost)
        {
            return VaultKeyErrors.StillNeeded(needed.Length, VaultSurvey.ByAccount(needed));
        }

        if (needed.Length > 0)
        {
            Guid[] lost = [.. needed.Select(secret => secret.KeyId!.Value).Distinct()];
            database.Note(new VaultSecretsGivenUp(lost, needed.Length, by, clock.UtcNow()));
            Array.ForEach(lost, key => ring.Folder.WriteGivenUp(key, clock.UtcNow()));
        }

        // The audit first: a run that is stopped between the two finds the keys still there and removes them then.
        database.Note(new VaultKeysRemoved([.. old.Select(key => key.Id)], by, clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        foreach (var key in old)
        {
            ring.Folder.Delete(key.Id);
        }

        return (Result<IReadOnlyList<Guid>>)old.Select(key => key.Id).ToList();
    }
}
