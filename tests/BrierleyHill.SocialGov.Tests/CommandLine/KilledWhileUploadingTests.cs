using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>
/// Evidence over HTTP to a process that is killed again and again with SIGKILL in the midst of receiving, encrypting and saving. What was answered is
/// there, whole; no row is without its file, no half file counts; and what lies there without a row is named by <c>verify-evidence</c>.
/// </summary>
[Trait("Clause", "SLT-3")]
public sealed class KilledWhileUploadingTests
{
    private const int Kills = 5;
    private const int Senders = 3;
    private const int LargestFile = 2 * 1024 * 1024;
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task After_each_kill_every_row_has_its_file_and_what_was_answered_is_there()
    {
        var storage = Directory.CreateTempSubdirectory("social-gov-upload-");
        try
        {
            var file = Path.Combine(storage.FullName, "social-gov.db");
            MigratedDatabase.CopyTo(file);
            var address = await FillAsync(file);
            var (incident, answered, leftBehind) = (0, new ConcurrentBag<string>(), 0);
            for (var kill = 0; kill < Kills; kill++)
            {
                using var portal = await PortalProcess.StartAsync(storage.FullName);
                if (incident == 0)
                {
                    incident = await (await SignInAsync(portal.Address, address)).ReportIncidentAsync();
                }

                var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(portal.Address, address, incident, answered)).ToList();
                // The first answer says that the senders have signed in; the moment after it is anybody's guess.
                for (var (before, patience) = (answered.Count, 0); answered.Count == before && patience < 6000; patience++)
                {
                    await Task.Delay(5);
                }

                await Task.Delay(RandomNumberGenerator.GetInt32(700));
                portal.Kill();
                await Task.WhenAll(senders);
                leftBehind += await HoldAsync(storage.FullName, file, incident, answered);
            }

            Assert.True(answered.Count >= Kills, $"Only {answered.Count} uploads were answered.");
            Assert.True(leftBehind > 0, "No kill came in the midst of an upload: they come too early or too late to show anything.");
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    private static async Task<int> HoldAsync(string storage, string file, int incident, ConcurrentBag<string> answered)
    {
        await using var database = Open(file);
        var rows = await database.IncidentEvidence.AsNoTracking().Where(evidence => evidence.IncidentId == incident).OrderBy(evidence => evidence.Number).ToListAsync();
        Assert.Empty(answered.Except(rows.Select(evidence => evidence.Sha256), StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(evidence => evidence.Number));
        Assert.All(rows, evidence => Assert.True(File.Exists(Path.Combine(storage, "files", evidence.StoredName)), $"Evidence {evidence.Number} has no file."));
        Assert.Equal(rows.Count, await database.AuditEvents.CountAsync(line => line.Name == nameof(EvidenceAdded)));
        var without = Directory.EnumerateFiles(Path.Combine(storage, "files")).Select(path => Path.GetFileName(path)!)
            .Except(rows.Select(evidence => evidence.StoredName), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        // It opens and hashes every file: a half one that counted would be named as changed.
        var (exitCode, output, errors) = await PortalProcess.RunAsync(["verify-evidence"], storage);

        Assert.Equal(without.Count == 0 ? 0 : 1, exitCode);
        var findings = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("The evidence is not whole", StringComparison.Ordinal)).ToList();
        Assert.Equal(without, findings.Select(line => line.Split(':')[0]));
        Assert.All(findings, line => Assert.Contains("is not on record", line, StringComparison.Ordinal));
        Assert.Contains($"pieces of evidence hashed anew: {rows.Count},", output + errors, StringComparison.Ordinal);
        return without.Count;
    }

    private static async Task SendAsync(Uri portal, string address, int incident, ConcurrentBag<string> answered)
    {
        try
        {
            var client = await SignInAsync(portal, address);
            while (true)
            {
                // No two are alike, and the spaces within make each as large as a photo.
                var content = Trainings.Pdf(RandomNumberGenerator.GetInt32(1000, LargestFile), Guid.NewGuid().ToString());
                var sent = await client.HandInAsync(incident, ("Letter.pdf", content));
                if (sent.Status == HttpStatusCode.Redirect)
                {
                    answered.Add(Convert.ToHexStringLower(SHA256.HashData(content)));
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task<PortalClient> SignInAsync(Uri portal, string address)
    {
        var client = new PortalClient(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = portal });
        var signedIn = await client.FillAsync("/sign-in", ("EmailAddress", address), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
        return client;
    }

    private static async Task<string> FillAsync(string file)
    {
        await using var database = Open(file);
        var person = Support.People.Active(Roles.None, "Aisha", "Karim", PortalFactory.Start.UtcDateTime);
        database.People.Add(person);
        await database.SaveChangesAsync();
        database.Users.Add(new SignInAccount(person.Id) { PasswordHash = new PasswordHasher<SignInAccount>().HashPassword(new SignInAccount(0), Password) });
        await database.SaveChangesAsync();
        return person.EmailAddress;
    }

    private static SqliteSocialGovDbContext Open(string file) => new(
        new DbContextOptionsBuilder<SqliteSocialGovDbContext>()
            .UseSqlite($"Data Source={file};Pooling=False")
            .AddInterceptors(new SqliteConnectionSetup())
            .Options,
        [],
        new RequestOrigin());
}
