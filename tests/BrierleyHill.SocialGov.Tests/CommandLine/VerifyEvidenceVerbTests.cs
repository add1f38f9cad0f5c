using System.Globalization;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.CommandLine;

/// <summary>The verb <c>verify-evidence</c>: everything that can be done to a file, to its row or to a chronology behind the portal's back is found and named.</summary>
[Trait("Clause", "SLT-3")]
public sealed class VerifyEvidenceVerbTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = Start();
    private PortalClient _leader = null!;
    private int _id;

    private string Reference => BrierleyHill.SocialGov.Domain.Shared.Reference.Of(Incident.ReferenceKind, _id);

    private static PortalFactory Start() => new();

    public async Task InitializeAsync()
    {
        _leader = (await _portal.PersonAsync(Roles.SeniorLeader)).Client;
        _id = await _leader.ReportIncidentAsync();
        await _leader.AddEvidenceAsync(_id, ("Secret name.jpg", EvidenceFiles.JpegWithLocation()), ("b.txt", EvidenceFiles.Text("b")), ("c.txt", EvidenceFiles.Text("c")));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private async Task<(int Code, string Output, string[] Errors)> RunAsync()
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = await new VerifyEvidenceVerb().RunAsync(_portal.Services, ["verify-evidence"], output, errors);
        Assert.DoesNotContain("Secret name", output.ToString() + errors, StringComparison.Ordinal);
        return (code, output.ToString().Trim(), [.. errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }

    private async Task FindsAsync(params string[] findings)
    {
        var (code, output, errors) = await RunAsync();
        Assert.Equal((1, ""), (code, output));
        Assert.Equal(findings, errors[..^1]);
        Assert.StartsWith($"The evidence is not whole. Findings: {findings.Length}; ", errors[^1], StringComparison.Ordinal);
    }

    private Task<int> ExecuteAsync(FormattableString sql) => _portal.UseDatabaseAsync(database => database.Database.ExecuteSqlAsync(sql));

    private async Task<string> PathOfAsync(int number) => _portal.OnDisk((await _portal.EvidenceAsync(_id))[number - 1]);

    [Fact]
    public async Task What_is_whole_is_said_to_be_and_that_it_was_checked_is_on_record()
    {
        var (code, output, errors) = await RunAsync();

        Assert.Equal((0, "The evidence is whole: pieces of evidence hashed anew: 3, other files: 0, chronologies walked: 1."), (code, output));
        Assert.Empty(errors);
        var line = await _portal.UseDatabaseAsync(database => database.AuditEvents.SingleAsync(line => line.Name == nameof(EvidenceVerified)));
        Assert.Equal(("Whole", "Command line", null, null), (line.Reason, line.ActorName, line.RecordReference, line.Changes));
    }

    [Fact]
    public async Task A_file_that_was_changed_is_missing_or_is_in_the_place_of_another_is_named()
    {
        var (first, second, third) = (await PathOfAsync(1), await PathOfAsync(2), await PathOfAsync(3));
        var bytes = await File.ReadAllBytesAsync(first);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(first, bytes);
        File.Copy(third, second, overwrite: true);
        File.Delete(third);

        await FindsAsync(
            $"{Reference}, evidence 1: its file was changed, or cannot be opened with the keys that are there.",
            $"{Reference}, evidence 2: its file was changed, or cannot be opened with the keys that are there.",
            $"{Reference}, evidence 3: its file is missing from the disk.");
        var line = await _portal.UseDatabaseAsync(database => database.AuditEvents.SingleAsync(line => line.Name == nameof(EvidenceVerified)));
        Assert.Equal(("Not whole", null), (line.Reason, line.Changes));
    }

    [Fact]
    public async Task A_file_that_is_not_on_record_is_named()
    {
        var (whole, half) = (Path.Combine(_portal.Storage, "files", new string('a', 32)), Path.Combine(_portal.Storage, "files", new string('b', 32) + ".part"));
        await File.WriteAllTextAsync(whole, "Put there");
        await File.WriteAllTextAsync(half, "Half");
        await File.WriteAllTextAsync(Path.Combine(_portal.Storage, "files", "README"), "What is this");

        var (code, _, errors) = await RunAsync();

        Assert.Equal((1, 4), (code, errors.Length));
        Assert.Equal(["README", Path.GetFileName(whole), Path.GetFileName(half)], errors[..^1].Select(line => line.Split(':')[0]));
        Assert.All(errors[..^1], line => Assert.Contains("is not on record", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_was_given_another_fingerprint_number_or_incident_is_held_against_the_audit()
    {
        var other = await _leader.ReportIncidentAsync();
        await ExecuteAsync($"""UPDATE "IncidentEvidence" SET "Sha256" = {new string('0', 64)} WHERE "IncidentId" = {_id} AND "Number" = 1""");
        await ExecuteAsync($"""UPDATE "IncidentEvidence" SET "Number" = 9 WHERE "IncidentId" = {_id} AND "Number" = 2""");
        await ExecuteAsync($"""UPDATE "IncidentEvidence" SET "IncidentId" = {other} WHERE "IncidentId" = {_id} AND "Number" = 3""");

        await FindsAsync(
            $"{Reference}, evidence 1: its file was changed, or cannot be opened with the keys that are there.",
            $"{Reference}, evidence 1: its fingerprint, number or incident on record is not what the audit says was received.",
            $"{Reference}, evidence 2: its fingerprint, number or incident on record is not what the audit says was received.",
            $"{Reference}, evidence 3: its fingerprint, number or incident on record is not what the audit says was received.");
    }

    [Fact]
    public async Task A_row_that_was_taken_out_is_named_and_so_is_its_file()
    {
        var name = Path.GetFileName(await PathOfAsync(2));
        await ExecuteAsync($"""DELETE FROM "EvidenceReceipts" WHERE "EvidenceId" IN (SELECT "Id" FROM "IncidentEvidence" WHERE "IncidentId" = {_id} AND "Number" = 2)""");
        await ExecuteAsync($"""DELETE FROM "IncidentEvidence" WHERE "IncidentId" = {_id} AND "Number" = 2""");

        await FindsAsync(
            $"{Reference}, evidence 2: it was received, as the audit says, and is not on record any more.",
            $"{name}: it lies in the folder of files and is not on record. An upload that was cut off leaves such a file, which the tidying deletes after a day; else somebody put it there.");
    }

    [Fact]
    public async Task A_row_that_says_it_was_erased_and_was_not_and_one_that_was_and_says_it_was_not_are_named()
    {
        await _leader.FillAsync(EvidencePages.PathOf(_id, "/1/withdraw"), ("Form.Because", "A mistake."));
        Assert.Equal(0, (await RunAsync()).Code);
        await ExecuteAsync($"""UPDATE "IncidentEvidence" SET "ErasedAt" = NULL WHERE "IncidentId" = {_id} AND "Number" = 1""");
        await ExecuteAsync($"""UPDATE "IncidentEvidence" SET "ErasedAt" = {_portal.Now} WHERE "IncidentId" = {_id} AND "Number" = 2""");

        await FindsAsync(
            $"{Reference}, evidence 1: its file is missing from the disk.",
            $"{Reference}, evidence 2: it was taken off the record, and its file is still on the disk. The tidying deletes it within the hour; after a restore it comes back with the back-up.",
            $"{Reference}, evidence 2: it was erased, and the audit does not say by whom.",
            $"{Reference}, evidence 1: it was erased, as the audit says, and is on record as kept.");
    }

    [Theory]
    [InlineData("""UPDATE "ChronologyEntries" SET "Text" = 'It never happened.' WHERE "Number" = 2 AND "IncidentId" = {0}""", "chronology: The text of entry 2 was changed after it was written.")]
    [InlineData("""UPDATE "ChronologyEntries" SET "ById" = NULL WHERE "Number" = 3 AND "IncidentId" = {0}""", "chronology: Entry 3 was changed after it was written.")]
    [InlineData("""DELETE FROM "ChronologyEntries" WHERE "Number" = 2 AND "IncidentId" = {0}""", "chronology: Entry 2 is missing: the next one found is 3.")]
    [InlineData("""DELETE FROM "ChronologyEntries" WHERE "Number" = 4 AND "IncidentId" = {0}""", "chronology: Entries after 3 are missing: the last one written was 4.")]
    public async Task A_chronology_that_was_tampered_with_is_named(string sql, string finding)
    {
        await ExecuteAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql, _id));

        await FindsAsync($"{Reference}, {finding}");
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public async Task Other_files_are_hashed_too()
    {
        var (person, client) = await _portal.PersonAsync();
        var record = await _portal.AddRecordAsync(await _portal.AddCourseAsync(), person);
        await client.SubmitFileAsync(await client.OpenAsync($"/training/records/{record}/certificate/attach"), "Form.File", Trainings.Pdf(), "a.pdf");
        Assert.Equal(0, (await RunAsync()).Code);
        var file = await _portal.UseDatabaseAsync(database => database.StoredFiles.SingleAsync());
        await File.WriteAllTextAsync(Path.Combine(_portal.Storage, "files", file.StoredName), "Changed");

        await FindsAsync($"{file.Reference}: its file was changed, or cannot be opened with the keys that are there.");
    }
}
