using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Infrastructure.Encryption;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>
/// <c>vault rekey</c> as a process of its own, killed twenty times with SIGKILL at random points of its work: while it starts, while it
/// makes its key, between two secrets, while it checks. Every secret opens after each, and the last run finishes.
/// </summary>
[Trait("Clause", "ADM-3")]
public sealed class KilledWhileRekeyingTests
{
    private const int Kills = 20;
    private const int RecoveryCodes = 400;
    private const int ToldEvery = 50;

    [Fact]
    public async Task Every_secret_opens_after_each_of_twenty_kills_and_a_last_run_finishes()
    {
        await using var portal = await VaultPortal.StartAsync();
        await portal.StoreAsync(recoveryCodes: RecoveryCodes);
        var expected = await portal.OpenEverythingAsync();
        var (killed, inTheMidst) = (0, 0);

        for (var round = 0; killed < Kills; round++)
        {
            Assert.True(round < Kills * 3, "Too many runs end before they are killed for this to show anything.");
            var point = Random(4) switch
            {
                // Somewhere on the way to the first secret: reading, making the key, telling of it.
                0 => (Said: "", Delay: Random(1500)),
                1 => (Said: "the key ", Delay: Random(100)),
                _ => (Said: $"Encrypted {ToldEvery * (1 + Random(RecoveryCodes / ToldEvery))} secrets", Delay: Random(200)),
            };
            using var run = PortalProcess.StartVerb(["vault", "rekey"], portal.Storage);
            await run.WaitForAsync(point.Said);
            await Task.Delay(point.Delay);
            if (run.HasEnded)
            {
                Assert.Contains("All done: ", run.Output, StringComparison.Ordinal);
            }
            else
            {
                run.Kill();
                killed++;
            }

            // As whoever starts next finds it: nothing of this is in anybody's memory.
            await using var next = await VaultPortal.StartAsync(beside: portal);
            var what = $"round {round}, killed after “{point.Said}” and {point.Delay} ms: {run.Output}";
            var opened = await next.OpenEverythingAsync();
            Assert.True(Enumerable.SequenceEqual(expected, opened), what);
            Assert.All(next.Ring.Read().All, key => Assert.True(key.IsReadable, what));
            inTheMidst += (await next.OpenAllAsync()).Select(row => row.KeyId).Distinct().Count() > 1 ? 1 : 0;
        }

        Assert.True(inTheMidst >= Kills / 5, $"Only {inTheMidst} of the kills left secrets under two keys: they come too early or too late to show anything.");
        var (exitCode, output, errors) = await PortalProcess.RunAsync(["vault", "rekey"], portal.Storage);
        Assert.True(exitCode == 0, output + errors);

        await using var last = await VaultPortal.StartAsync(beside: portal);
        Assert.Equal(expected, await last.OpenEverythingAsync());
        Assert.Equal(last.CurrentKey, Assert.Single((await last.OpenAllAsync()).Select(row => row.KeyId).Distinct()));
        // No run made a key while the one before it was not finished: there is the first key, and one for each run that finished.
        var finished = await last.Services.ReadAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(VaultRekeyed)));
        Assert.Equal(1 + finished, portal.KeyFiles.Length);
    }

    private static int Random(int below) => RandomNumberGenerator.GetInt32(below);
}
