using System.Diagnostics;
using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Vault;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Vault;

/// <summary>One-time codes are those of RFC 6238 and of another implementation, and are shown without their secret.</summary>
[Trait("Clause", "ADM-3")]
public class OneTimeCodeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    // RFC 6238, appendix B: the key is as long as the hash.
    private static readonly Dictionary<OneTimeCodeAlgorithm, string> RfcKeys = new()
    {
        [OneTimeCodeAlgorithm.Sha1] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        [OneTimeCodeAlgorithm.Sha256] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA",
        [OneTimeCodeAlgorithm.Sha512] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA",
    };

    public static TheoryData<OneTimeCodeAlgorithm, int, int> Every
    {
        get
        {
            var rows = new TheoryData<OneTimeCodeAlgorithm, int, int>();
            foreach (var algorithm in Enum.GetValues<OneTimeCodeAlgorithm>())
            {
                foreach (var digits in new[] { 6, 8 })
                {
                    rows.Add(algorithm, digits, 30);
                    rows.Add(algorithm, digits, 60);
                }
            }

            return rows;
        }
    }

    private static OneTimeCodeSecret Secret(OneTimeCodeAlgorithm algorithm, int digits = 8, int seconds = 30, string? key = null) =>
        Vaults.Done(OneTimeCodeSecret.Read(OneTimeCodeSecret.Address(key ?? RfcKeys[algorithm], algorithm, digits, seconds)));

    [Theory]
    [InlineData(59, "94287082", "46119246", "90693936")]
    [InlineData(1111111109, "07081804", "68084774", "25091201")]
    [InlineData(1111111111, "14050471", "67062674", "99943326")]
    [InlineData(1234567890, "89005924", "91819424", "93441116")]
    [InlineData(2000000000, "69279037", "90698825", "38618901")]
    [InlineData(20000000000, "65353130", "77737706", "47863826")]
    public void They_are_those_of_the_RFC(long unixSeconds, string sha1, string sha256, string sha512)
    {
        var at = DateTime.UnixEpoch.AddSeconds(unixSeconds);
        Assert.Equal(sha1, OneTimeCodes.At(Secret(OneTimeCodeAlgorithm.Sha1), at));
        Assert.Equal(sha256, OneTimeCodes.At(Secret(OneTimeCodeAlgorithm.Sha256), at));
        Assert.Equal(sha512, OneTimeCodes.At(Secret(OneTimeCodeAlgorithm.Sha512), at));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task They_are_those_of_oathtool(OneTimeCodeAlgorithm algorithm, int digits, int seconds)
    {
        // Another key for each, and instants at both ends of a code's life.
        var key = Vaults.Done(OneTimeCodeSecret.Read(string.Concat(Enumerable.Range(0, 26).Select(index => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(index * 7 + digits + seconds + (int)algorithm) % 32])))).Base32;
        var secret = Secret(algorithm, digits, seconds, key);
        foreach (var second in new[] { 1_700_000_040L, 1_700_000_069L, 1_773_136_800L, 1_773_136_859L, 4_102_444_800L })
        {
            var at = DateTime.UnixEpoch.AddSeconds(second);
            var expected = await OathtoolAsync(
                $"--totp={algorithm.ToString().ToUpperInvariant()}", "--base32", $"--digits={digits}", $"--time-step-size={seconds}s", $"--now={at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC", key);
            Assert.Equal(expected, OneTimeCodes.At(secret, at));
            Assert.Equal(expected, OneTimeCodes.At(secret, at.AddSeconds(OneTimeCodes.SecondsLeft(secret, at) - 1)));
            Assert.NotEqual(expected, OneTimeCodes.At(secret, at.AddSeconds(OneTimeCodes.SecondsLeft(secret, at))));
        }
    }

    private static async Task<string> OathtoolAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("oathtool", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
        return output.Trim();
    }

    [Fact]
    public async Task A_code_is_shown_without_the_secret_and_nothing_becomes_due()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account, "Profile", (SecretKind.OneTimeCodeSecret, Vaults.OneTimeCodeKey));
        var client = await portal.SignInAsync(account.Deputy, portal.Now);

        var page = await client.FillAsync($"{account.Path}/{id}/code");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(OneTimeCodes.At(Secret(OneTimeCodeAlgorithm.Sha1, 6), portal.Now), page.Document.QuerySelector("[data-copy-text]")!.TextContent);
        Assert.Contains("It holds for 30 more seconds.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Vaults.OneTimeCodeKey, page.Content, StringComparison.Ordinal);
        Assert.Equal([$"30; url={account.Path}/{id}/code"], page.Headers.GetValues("Refresh"));
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await portal.SavedCredentialAsync(id)).Current(SecretKind.OneTimeCodeSecret)!.Reveals);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(OneTimeCodeShown) && line.RecordId == id)));
        await portal.UseDatabaseAsync(async database =>
        {
            var its = (await database.Accounts.FindAsync(account.Id))!;
            Vaults.Done(its.EndAssignment(account.Deputy.Id, "Other duties.", await database.LoadDirectoryAsync(default), account.Approver.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });
        Assert.Empty(await portal.DueAsync(account));
    }

    [Fact]
    public async Task Near_its_end_the_next_one_stands_below()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account, "Profile", (SecretKind.OneTimeCodeSecret, "otpauth://totp/x?secret=" + Vaults.OneTimeCodeKey + "&digits=8&algorithm=SHA256&period=60"));
        var seconds = 60 - ((portal.Now - DateTime.UnixEpoch).TotalSeconds % 60) - 4;
        portal.Clock.Advance(TimeSpan.FromSeconds(seconds < 0 ? seconds + 60 : seconds));
        var client = await portal.SignInAsync(account.Lead, portal.Now);

        var page = await client.FillAsync($"{account.Path}/{id}/code");

        Assert.Contains("It holds for 4 more seconds.", page.Text, StringComparison.Ordinal);
        Assert.Contains(OneTimeCodes.At(Secret(OneTimeCodeAlgorithm.Sha256, 8, 60, Vaults.OneTimeCodeKey), portal.Now.AddSeconds(4)), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_proof_is_renewed_first_and_a_leader_says_why()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account, "Profile", (SecretKind.OneTimeCodeSecret, Vaults.OneTimeCodeKey));
        var stale = await (await portal.SignInAsync(account.Lead)).FillAsync($"{account.Path}/{id}/code");
        Assert.Equal($"/confirm-it-is-you?returnUrl={Uri.EscapeDataString($"{account.Path}/{id}/code")}", stale.Location);

        var leader = await portal.SignInAsync(await portal.AddPersonAsync(Roles.SeniorLeader), portal.Now);
        var asked = await leader.FillAsync($"{account.Path}/{id}/code");
        Assert.Equal([VaultErrors.ReasonMissing.Message], asked.Errors);
        Assert.Equal(HttpStatusCode.OK, (await leader.SubmitAsync(asked, ("Form.Reason", "Nobody is there."))).Status);
        Assert.Contains(
            await portal.UseDatabaseAsync(database => database.Notifications.Where(its => its.PersonId == account.Lead.Id).Select(its => its.Text).ToListAsync()),
            text => text.Contains("broke the glass: a one-time code", StringComparison.Ordinal));
        Assert.Empty(await portal.DueAsync(account));
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_code()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var client = await portal.SignInAsync(account.Lead, portal.Now);
        Assert.Equal($"{account.Path}/{id}", (await client.GetAsync($"{account.Path}/{id}/code")).Location);
        Assert.DoesNotContain("Show a one-time code", (await client.OpenAsync($"{account.Path}/{id}")).Text, StringComparison.Ordinal);
    }
}
