using System.CommandLine;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary><c>vault</c>: the keys of the vault. <c>vault status</c> holds keys and secrets against each other, <c>vault rekey</c> encrypts everything anew. Neither prints a secret.</summary>
public sealed class VaultVerb : Verb
{
    /// <inheritdoc />
    public override string Name => "vault";

    /// <inheritdoc />
    public override Command Build(IServiceProvider services) => new(Name, "Shows and replaces the keys that protect what the vault keeps.")
    {
        Status(services),
        Rekey(services),
    };

    private static Command Status(IServiceProvider services)
    {
        var command = new Command("status", "Says which key protects how many secrets, and tries to open each. Ends with 1 when something is wrong.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var survey = await services.GetRequiredService<VaultSurveyor>().TryAsync(cancellationToken);
            var settings = services.GetRequiredService<VaultSettings>();
            var isOpenToOthers = services.GetRequiredService<VaultKeyRing>().Folder.IsOpenToOthers;
            var certificate = settings.TroubleWithCertificate(services.GetRequiredService<TimeProvider>().UtcNow());

            Console.WriteLine($"Folder of the keys: {settings.KeyDirectory}{(isOpenToOthers ? ". OTHER ACCOUNTS OF THIS MACHINE CAN LOOK INTO IT: the next start puts that right." : "")}");
            foreach (var key in survey.Keys.All)
            {
                Console.WriteLine(Line(survey, key));
            }

            foreach (var missing in survey.Lost.Where(secret => survey.Keys.All.All(key => key.Id != secret.KeyId)).GroupBy(secret => secret.KeyId))
            {
                Console.WriteLine($"{missing.Key}: MISSING. {missing.Count()} secrets need it ({VaultSurvey.ByAccount(missing)}).");
            }

            Console.WriteLine($"Secrets: {survey.Secrets.Count}, with those that were replaced or used. Opened: {survey.Secrets.Count - survey.CannotBeOpened.Count}. Cannot be opened: {survey.CannotBeOpened.Count}.");
            List(survey.Lost, "Their key is missing or cannot be used. Restore the back-up of the folder of keys");
            List(survey.Altered, "Altered, or moved from another record. Restore them from a back-up of the database, or reset them on their platforms and store the new ones");
            List(survey.GivenUp, "Given up earlier. Should their key be found again, put it back into the folder");
            if (certificate is not null)
            {
                Console.WriteLine(certificate);
            }

            if (survey.Problem(settings.KeyDirectory) is { } problem)
            {
                Console.WriteLine(problem);
            }
            else if (survey.UnderOlderKeys.Count > 0)
            {
                Console.WriteLine("A “vault rekey” was not finished, or somebody stored a secret while it ran. Run it again: it goes on where it was.");
            }

            var isWhole = survey.Problem(settings.KeyDirectory) is null && survey.Altered.Count == 0 && !isOpenToOthers && certificate is null
                && survey.Keys.All.All(key => key.IsReadable || survey.Keys.GivenUp.Contains(key.Id));
            Console.WriteLine(isWhole ? "The vault is whole." : "The vault is not whole. See “Keys of the vault” in docs/operations.md.");
            return isWhole ? Success : Failure;
        });
        return command;
    }

    private static Command Rekey(IServiceProvider services)
    {
        var abandonLost = new Option<bool>("--abandon-lost") { Description = "Gives up the secrets that cannot be opened because their key is lost. Without it they stop the run." };
        var removeOld = new Option<bool>("--remove-old") { Description = "Makes no key: finishes an earlier run, then deletes the older keys, which protect nothing any more." };
        var command = new Command("rekey", "Makes a new key and encrypts every secret under it. Stopped at any moment, it goes on when it is run again. The portal may run meanwhile.")
        {
            abandonLost,
            removeOld,
        };
        command.SetAction((typed, cancellationToken) => typed.GetValue(removeOld)
            ? RemoveOldAsync(services, typed.GetValue(abandonLost), cancellationToken)
            : RekeyAsync(services, typed.GetValue(abandonLost), cancellationToken));
        return command;
    }

    private static async Task<int> RekeyAsync(IServiceProvider services, bool abandonLost, CancellationToken cancellationToken)
    {
        var done = await services.GetRequiredService<RekeyVault>().RunAsync(abandonLost, Console.WriteLine, Actor.Portal("Command line"), cancellationToken);
        if (done.IsRefused)
        {
            await Console.Error.WriteLineAsync(done.Error.Message);
            return Failure;
        }

        Console.WriteLine($"All done: {done.Value.Secrets} secrets are under the key {done.Value.KeyId}, and each was opened. The older keys are kept; “vault rekey --remove-old” deletes them.");
        List(done.Value.LeftAsTheyWere, "Cannot be opened, and were left as they were");
        return done.Value.LeftAsTheyWere.Count == 0 ? Success : Failure;
    }

    private static async Task<int> RemoveOldAsync(IServiceProvider services, bool abandonLost, CancellationToken cancellationToken)
    {
        var removed = await services.GetRequiredService<RemoveOldVaultKeys>().RunAsync(abandonLost, Console.WriteLine, Actor.Portal("Command line"), cancellationToken);
        if (removed.IsRefused)
        {
            await Console.Error.WriteLineAsync(removed.Error.Message);
            return Failure;
        }

        Console.WriteLine($"Deleted {removed.Value.Count} older keys: {string.Join(", ", removed.Value)}. Back-ups of the database from before the last rekey need them: keep the back-ups of the keys as long as those.");
        return Success;
    }

    private static string Line(VaultSurvey survey, VaultKey key)
    {
        var count = survey.CountUnder(key.Id);
        var made = key.IsWhole ? $"made {LondonTime.Display(key.MadeAt)}, {key.ProtectionInWords}" : "of unknown age";
        var use = count switch
        {
            0 when key.Id != survey.Keys.Current?.Id => "protects nothing",
            0 => "protects nothing yet",
            1 => "protects 1 secret",
            _ => $"protects {count} secrets",
        };
        return $"{key.Id}: {made}, {use}{(key.Id == survey.Keys.Current?.Id ? ", current" : "")}{(key.IsReadable ? "" : $". CANNOT BE USED. {key.Trouble}")}";
    }

    private static void List(IReadOnlyList<SurveyedSecret> secrets, string what)
    {
        if (secrets.Count == 0)
        {
            return;
        }

        Console.WriteLine($"{what}: {secrets.Count}");
        foreach (var account in secrets.GroupBy(secret => secret.AccountReference).OrderBy(account => account.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {account.Key}: {string.Join(", ", account.Select(secret => secret.Name))}");
        }
    }
}
