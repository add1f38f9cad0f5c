using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>
/// What the start does about the vault's keys. The first key is made when there is neither a key nor a secret. Over existing secrets none is
/// ever made: the start is refused and says what is lost, unless a setting says to start with that part of the vault closed.
/// </summary>
public sealed class CheckVaultKeys(
    SocialGovDbContext database, VaultSurveyor surveyor, VaultKeyRing ring, VaultSettings settings, TimeProvider clock, ILogger<CheckVaultKeys> log)
{
    private const string Restore =
        "Restore the back-up of that folder, or set Vault:KeyDirectory, Vault:CertificatePath and Vault:FormerCertificatePath to what they were, and start again; “vault status” says more. "
        + "No new key was made. To serve everything else meanwhile, set Vault:StartWithoutKeys to true. See “Keys of the vault” in docs/operations.md.";

    /// <summary>Checks the keys.</summary>
    /// <exception cref="StartRefusedException">A key is missing or cannot be used. The message says what is lost, and how to restore it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        CloseFolder();
        var survey = await surveyor.LookAsync(cancellationToken);
        if (survey is { Secrets.Count: 0, Keys: { All.Count: 0, Trouble: null } })
        {
            MakeFirst();
            return;
        }

        if (settings.TroubleWithCertificate(clock.UtcNow()) is { } trouble)
        {
            log.LogWarning("{Trouble}", trouble);
        }

        foreach (var key in survey.Keys.All.Where(key => !key.IsReadable && survey.CountUnder(key.Id) == 0))
        {
            log.LogWarning("The key {KeyId} of the vault protects nothing and cannot be used. {Trouble}", key.Id, key.Trouble);
        }

        if (survey.Problem(settings.KeyDirectory) is not { } problem)
        {
            return;
        }

        Guid[] missing = [.. survey.Lost.Select(secret => secret.KeyId!.Value).Distinct()];
        ring.Miss(missing);
        if (!settings.StartWithoutKeys)
        {
            throw new StartRefusedException($"{problem} {Restore}");
        }

        log.LogError("{Problem} The portal was started all the same, because Vault:StartWithoutKeys is true: nothing can be stored in the vault, and what needs these keys cannot be opened.", problem);
        database.Note(new VaultStartedWithoutKeys(missing, survey.Lost.Count, Actor.Portal("Start"), clock.UtcNow()));
        await database.SaveChangesAsync(cancellationToken);
    }

    private void CloseFolder()
    {
        if (!ring.Folder.IsOpenToOthers)
        {
            return;
        }

        try
        {
            ring.Folder.CloseToOthers();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw OpenToOthers(failure);
        }

        // Some file systems take the command and change nothing.
        if (ring.Folder.IsOpenToOthers)
        {
            throw OpenToOthers(null);
        }

        log.LogWarning(
            "Other accounts of this machine could look into the folder {Folder} of the vault’s keys. That has been put right. If somebody may have copied the keys, run “vault rekey”.",
            settings.KeyDirectory);
    }

    private StartRefusedException OpenToOthers(Exception? failure)
    {
        var message = $"Other accounts of this machine can look into the folder {settings.KeyDirectory} of the vault’s keys, and this one cannot put that right. Run: chmod 700 \"{settings.KeyDirectory}\"";
        return failure is null ? new StartRefusedException(message) : new StartRefusedException(message, failure);
    }

    private void MakeFirst()
    {
        var made = ring.Make();
        if (made.IsRefused)
        {
            throw new StartRefusedException(made.Error.Message);
        }

        log.LogWarning(
            "The first key of the vault was made: {KeyId}, {Protection}. Back up the folder {Folder} now, to another place than the database.",
            made.Value.Id,
            made.Value.ProtectionInWords,
            settings.KeyDirectory);
    }
}
