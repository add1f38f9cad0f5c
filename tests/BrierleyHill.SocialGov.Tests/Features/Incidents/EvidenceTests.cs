using System.Net;
using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static BrierleyHill.SocialGov.Tests.Support.EvidencePages;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>Evidence goes in by content, stays byte for byte as it came, is opened on record alone, and is nobody else's to know of.</summary>
[Trait("Clause", "SLT-3")]
public class EvidenceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly FileRule Rule = FileRule.Of(FilePurpose.IncidentEvidence);

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<(PortalClient Reporter, PortalClient Leader, int Id)> IncidentAsync(Person? alleged = null)
    {
        var (_, reporter) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        return (reporter, leader, await reporter.ReportIncidentAsync(alleged: alleged));
    }

    private Task<List<string>> AuditAsync(int id, string name) => portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
        .Where(line => line.RecordReference == Reference.Of(Incident.ReferenceKind, id) && line.Name == name).OrderBy(line => line.Sequence)
        .Select(line => line.ActorName + " " + line.Changes).ToListAsync());

    [Fact]
    public async Task The_page_says_before_the_chooser_what_is_never_uploaded_and_what_to_do_instead_and_asks_for_a_tick()
    {
        var (reporter, _, id) = await IncidentAsync();

        var page = await reporter.OpenAsync(PathOf(id, "/add"));

        var chooser = page.Content.IndexOf("type=\"file\"", StringComparison.Ordinal);
        foreach (var words in new[]
        {
            "Never copy, photograph or upload an indecent image of a child", "Do not look at it, copy it, forward it or save it", "Tell the designated safeguarding lead at once", "999",
            "Internet Watch Foundation", "Report Remove", "None of these files is, or may be, an indecent image of a child",
        })
        {
            var place = WebUtility.HtmlDecode(page.Content).IndexOf(words, StringComparison.Ordinal);
            Assert.True(place >= 0 && place < chooser, words);
        }

        var before = portal.FilesOnDisk();
        var refused = await reporter.SendFilesAsync(page, isTicked: false, ("a.txt", EvidenceFiles.Text()));
        Assert.Equal((HttpStatusCode.BadRequest, EvidenceErrors.NotConfirmed.Message), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Empty(await portal.EvidenceAsync(id));
        Assert.Equal(before, portal.FilesOnDisk());
    }

    [Fact]
    public async Task Several_files_at_once_are_each_told_of_on_their_own()
    {
        var (_, leader, id) = await IncidentAsync();

        var page = await leader.AddEvidenceAsync(
            id,
            ("photo.jpeg", EvidenceFiles.JpegWithLocation()),
            ("archive.pdf", EvidenceFiles.Zip()),
            ("chat.txt", EvidenceFiles.Text("one")),
            ("empty.png", []),
            ("again.txt", EvidenceFiles.Text("one")),
            ("mail.eml", EvidenceFiles.Email()));

        Assert.Contains("photo.jpeg: Added as evidence 1.", page.Text, StringComparison.Ordinal);
        Assert.Contains("chat.txt: Added as evidence 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("again.txt: This very file is there already, as evidence 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("mail.eml: Added as evidence 3.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 files were not taken", page.Text, StringComparison.Ordinal);
        Assert.Contains("archive.pdf: This file is not a PNG, JPEG, WebP, PDF, TXT or EML", page.Text, StringComparison.Ordinal);
        Assert.Contains("empty.png: This file is empty.", page.Text, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], (await portal.EvidenceAsync(id)).Select(evidence => evidence.Number));
        Assert.DoesNotContain("Added as evidence", (await leader.OpenAsync(PathOf(id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_out_byte_for_byte_as_a_download_that_no_browser_shows_or_keeps()
    {
        var (_, leader, id) = await IncidentAsync();
        (string Name, byte[] Content, string Type, string Shown)[] files =
        [
            ("photo.jpeg", EvidenceFiles.JpegWithLocation(), "image/jpeg", "photo.jpg"),
            ("markup.jpg", EvidenceFiles.JpegWithMarkup(), "image/jpeg", "markup.jpg"),
            ("picture.png", Trainings.Png, "image/png", "picture.png"),
            ("picture.webp", EvidenceFiles.WebP(("EXIF", EvidenceFiles.Exif(false))), "image/webp", "picture.webp"),
            ("letter.pdf", Trainings.Pdf(5000), "application/pdf", "letter.pdf"),
            ("page.html", EvidenceFiles.Text(), "text/plain", "page.html.txt"),
            ("mail.eml", EvidenceFiles.Email(), "message/rfc822", "mail.eml"),
        ];

        await leader.AddEvidenceAsync(id, [.. files.Select(file => (file.Name, file.Content))]);

        var saved = await portal.EvidenceAsync(id);
        for (var index = 0; index < files.Length; index++)
        {
            var (answer, body) = await leader.DownloadAsync(PathOf(id, $"/{index + 1}/file"));
            Assert.Equal(files[index].Content, body);
            Assert.Equal(files[index].Type, answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(("attachment", files[index].Shown), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal((HashOf(files[index].Content), (long)files[index].Content.Length), (saved[index].Sha256, saved[index].Length));
            var onDisk = await File.ReadAllBytesAsync(portal.OnDisk(saved[index]));
            Assert.Equal(-1, onDisk.AsSpan().IndexOf(files[index].Content.AsSpan(0, 12)));
        }

        Assert.Equal([true, false, false, true, false, false, false], saved.Select(evidence => evidence.HoldsLocation));
        Assert.Contains("This picture holds where it was taken.", (await leader.OpenAsync(PathOf(id, "/1"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("holds where", (await leader.OpenAsync(PathOf(id, "/2"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_shown_within_its_page_and_nothing_else_is()
    {
        var (_, leader, id) = await IncidentAsync();
        await leader.AddEvidenceAsync(id, ("photo.jpg", EvidenceFiles.JpegWithLocation()), ("letter.pdf", Trainings.Pdf()));

        var page = await leader.OpenAsync(PathOf(id, "/1/view"));
        Assert.Equal(PathOf(id, "/1/picture"), page.Document.QuerySelector("main img")?.GetAttribute("src"));
        Assert.Empty(await AuditAsync(id, nameof(EvidenceViewed)));
        var (answer, body) = await leader.DownloadAsync(PathOf(id, "/1/picture"));

        Assert.Equal(EvidenceFiles.JpegWithLocation(), body);
        Assert.Equal(("image/jpeg", "inline"), (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.ContentDisposition?.ToString()));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Contains("script-src 'self'", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Single(await AuditAsync(id, nameof(EvidenceViewed)));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(PathOf(id, "/2/view"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(PathOf(id, "/2/picture"))).Status);
    }

    [Fact]
    public async Task Each_view_and_download_stands_in_audit_chronology_and_on_the_sheet_with_who_and_when()
    {
        var (_, leader, id) = await IncidentAsync();
        var (second, other) = await portal.PersonAsync(Roles.SeniorLeader);
        await leader.AddEvidenceAsync(id, ("photo.jpg", EvidenceFiles.JpegWithLocation()));

        await other.DownloadAsync(PathOf(id, "/1/picture"));
        await other.DownloadAsync(PathOf(id, "/1/file"));
        await other.DownloadAsync(PathOf(id, "/1/file"));

        Assert.All(await AuditAsync(id, nameof(EvidenceDownloaded)), line => Assert.StartsWith(second.FullName, line, StringComparison.Ordinal));
        Assert.Equal(2, (await AuditAsync(id, nameof(EvidenceDownloaded))).Count);
        var entries = await portal.ChronologyAsync(id);
        Assert.Equal(
            [$"Added evidence 1: JPEG, {EvidenceFiles.JpegWithLocation().Length} bytes, SHA-256 {HashOf(EvidenceFiles.JpegWithLocation())}. This picture holds where it was taken.", "Looked at evidence 1.", "Downloaded evidence 1.", "Downloaded evidence 1."],
            entries.Where(entry => entry.Kind == ChronologyKind.Evidence).Select(entry => entry.Text));
        Assert.True((await portal.UseDatabaseAsync(database => database.VerifyChronologyAsync(id, CancellationToken.None))).IsWhole);

        var sheet = await leader.OpenAsync(PathOf(id, "/sheet"));
        Assert.Contains(HashOf(EvidenceFiles.JpegWithLocation()), sheet.Text, StringComparison.Ordinal);
        Assert.Contains("photo.jpg", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("This picture holds where it was taken.", sheet.Text, StringComparison.Ordinal);
        var rows = sheet.Document.QuerySelectorAll(".sg-custody tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(4, rows.Count);
        Assert.EndsWith("10 March 2026 at 10am", rows[0].Split('|')[0], StringComparison.Ordinal);
        Assert.Equal(3, rows.Count(row => row.Contains(second.FullName, StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.EndsWith("Looked at evidence of an incident", StringComparison.Ordinal));
        Assert.Equal(2, rows.Count(row => row.EndsWith("Downloaded evidence of an incident", StringComparison.Ordinal)));
        Assert.Equal(4, (await leader.OpenAsync(PathOf(id, "/1"))).Document.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task The_reporter_sees_of_evidence_that_they_gave_it_and_nothing_of_others()
    {
        var (reporter, leader, id) = await IncidentAsync();
        await leader.AddEvidenceAsync(id, ("of-leader.txt", EvidenceFiles.Text("leader")), ("shared-by-leader.txt", EvidenceFiles.Text("shared")));

        var own = await reporter.AddEvidenceAsync(id, ("mine.txt", EvidenceFiles.Text("mine")), ("shared-by-me.txt", EvidenceFiles.Text("shared")));

        Assert.Contains("mine.txt: Received.", own.Text, StringComparison.Ordinal);
        Assert.Contains("shared-by-me.txt: Received.", own.Text, StringComparison.Ordinal);
        Assert.Contains(HashOf(EvidenceFiles.Text("mine")), own.Text, StringComparison.Ordinal);
        Assert.Contains("TXT, ", own.Text, StringComparison.Ordinal);
        Assert.Contains("10 March 2026 at 10am", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("leader", own.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(HashOf(EvidenceFiles.Text("leader")), own.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Evidence 3", own.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You have handed in this very file already.", (await reporter.AddEvidenceAsync(id, ("b.txt", EvidenceFiles.Text("mine")))).Text, StringComparison.Ordinal);
        var saved = await portal.EvidenceAsync(id);
        Assert.Equal([1, 1 + 1, 1], new[] { saved[0].Receipts.Count, saved[1].Receipts.Count, saved[2].Receipts.Count });
        Assert.Equal(3, saved.Count);
        foreach (var path in new[] { "/1", "/3", "/3/view", "/3/picture", "/3/file", "/3/withdraw", "/sheet" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync(PathOf(id, path))).Status);
        }

        var page = await leader.OpenAsync(PathOf(id));
        Assert.Contains("This very file is there already, as evidence 3.", (await leader.AddEvidenceAsync(id, ("c.txt", EvidenceFiles.Text("mine")))).Text, StringComparison.Ordinal);
        Assert.Contains("shared-by-leader.txt", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_said_to_have_done_it_finds_nothing_whatever_their_role_and_neither_does_anybody_else()
    {
        var (alleged, theirs) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, stranger) = await portal.PersonAsync();
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager);
        var (_, leader, id) = await IncidentAsync(alleged);
        await leader.AddEvidenceAsync(id, ("photo.jpg", EvidenceFiles.JpegWithLocation()));
        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync());

        foreach (var client in new[] { theirs, stranger, manager })
        {
            foreach (var path in new[] { "", "/add", "/1", "/2", "/1/view", "/1/picture", "/1/file", "/1/withdraw", "/sheet" })
            {
                var (here, nowhere) = (await client.GetAsync(PathOf(id, path)), await client.GetAsync(PathOf(999_998, path)));
                Assert.Equal((HttpStatusCode.NotFound, WithoutNumber(nowhere)), (here.Status, WithoutNumber(here)));
            }

            var form = await client.OpenAsync("/applications/start");
            var token = form.ValueOf("__RequestVerificationToken")!;
            var body = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("true"), "Form.IsNoneIndecent" }, { new ByteArrayContent(EvidenceFiles.Text("theirs")), "Form.Files", "a.txt" },
            };
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, PathOf(id, "/add")) { Content = body })).Status);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await client.PostAsync(PathOf(id, "/1/withdraw"), [new("__RequestVerificationToken", token), new("Form.Because", "Mine."), new("Form.Version", "0")])).Status);
        }

        Assert.Equal(lines, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync()));
        Assert.Single(await portal.EvidenceAsync(id));
        Assert.True(File.Exists(portal.OnDisk((await portal.EvidenceAsync(id))[0])));
    }

    [Fact]
    public async Task An_investigator_without_a_role_opens_it_and_evidence_of_another_incident_is_not_there()
    {
        var (_, leader, id) = await IncidentAsync();
        var (_, _, otherId) = await IncidentAsync();
        var (investigator, client) = await portal.PersonAsync();
        await leader.AddEvidenceAsync(id, ("a.txt", EvidenceFiles.Text("first")));
        await portal.InvestigateAsync(otherId, investigator);
        await client.AddEvidenceAsync(otherId, ("b.txt", EvidenceFiles.Text("other")));

        Assert.Equal(EvidenceFiles.Text("other"), (await client.DownloadAsync(PathOf(otherId, "/1/file"))).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PathOf(id, "/1/file"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PathOf(otherId, "/2/file"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(PathOf(otherId, "/1/withdraw"))).Status);
        Assert.DoesNotContain("added by mistake", (await client.OpenAsync(PathOf(otherId, "/1"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.txt")]
    [InlineData(@"C:\Users\me\chat.txt", "chat.txt")]
    [InlineData("photo\u202Etxt.exe", "phototxt.exe.txt")]
    [InlineData("a\u0007b\u0001c\u200Fd.txt", "abcd.txt")]
    [InlineData("<img src=x onerror=alert(1)>.txt", "img src=x onerror=alert(1).txt")]
    [InlineData("..", "File.txt")]
    public async Task A_name_is_cleaned_and_is_never_a_path(string sent, string shown)
    {
        var (_, leader, id) = await IncidentAsync();

        var page = await leader.AddEvidenceAsync(id, (sent, EvidenceFiles.Text()));

        Assert.Equal(shown, Assert.Single(await portal.EvidenceAsync(id)).Name);
        Assert.DoesNotContain('\u202E', page.Content);
        Assert.DoesNotContain("<img src=x", page.Content, StringComparison.Ordinal);
        Assert.Equal(shown, (await leader.DownloadAsync(PathOf(id, "/1/file"))).Answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.All(portal.FilesOnDisk(), name => Assert.Matches("^[0-9a-f]{32}$", name));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "zip bomb", "This file is not a PNG, JPEG, WebP, PDF, TXT or EML" },
        { "svg", "This file is not a PNG, JPEG, WebP, PDF, TXT or EML" },
        { "html", "This file is not a PNG, JPEG, WebP, PDF, TXT or EML" },
        { "gif and script", "This file is not a PNG, JPEG, WebP, PDF, TXT or EML" },
        { "pdf and zip", "This file is a PDF and something else at once" },
        { "jpeg and zip", "This file is a JPEG and something else at once" },
        { "half a png", "This file is not a PNG, JPEG, WebP, PDF, TXT or EML that is whole" },
        { "empty", "This file is empty." },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_something_else_is_refused_by_name_and_leaves_nothing(string what, string message)
    {
        var (_, leader, id) = await IncidentAsync();
        var before = portal.FilesOnDisk();
        var content = what switch
        {
            "zip bomb" => EvidenceFiles.Zip(zeros: 100 * 1024 * 1024),
            "svg" => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
            "html" => Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
            "gif and script" => Encoding.UTF8.GetBytes("GIF89a=1;/**/alert(1)"),
            "pdf and zip" => EvidenceFiles.PdfAndZip(),
            "jpeg and zip" => [.. EvidenceFiles.JpegWithLocation(), .. EvidenceFiles.Zip()],
            "half a png" => Trainings.Png[..40],
            _ => [],
        };

        var page = await leader.HandInAsync(id, ("Somebody’s photo.png", content));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Somebody’s photo.png: " + message, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty(await portal.EvidenceAsync(id));
        Assert.Equal(before, portal.FilesOnDisk());
        Assert.DoesNotContain("photo.png", portal.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_large_too_many_and_too_much_together_are_told_and_nothing_is_kept()
    {
        var (_, leader, id) = await IncidentAsync();
        var before = portal.FilesOnDisk();

        var none = await leader.HandInAsync(id);
        Assert.Equal((HttpStatusCode.BadRequest, EvidenceErrors.NoneChosen.Message), (none.Status, Assert.Single(none.Errors)));
        var many = await leader.HandInAsync(id, [.. Enumerable.Range(1, Rule.MostAtOnce + 1).Select(number => ($"{number}.txt", EvidenceFiles.Text($"{number}")))]);
        Assert.Equal((HttpStatusCode.BadRequest, EvidenceErrors.TooManyFiles.Message), (many.Status, Assert.Single(many.Errors)));
        var large = await leader.HandInAsync(id, ("large.pdf", Trainings.Pdf(Rule.Largest + 1)));
        Assert.Equal(HttpStatusCode.BadRequest, large.Status);
        Assert.StartsWith($"large.pdf: This file is larger than {Rule.LargestMegabytes} MB.", Assert.Single(large.Errors), StringComparison.Ordinal);
        var together = await leader.HandInAsync(
            id, ("1.pdf", Trainings.Pdf(Rule.Largest)), ("2.pdf", Trainings.Pdf(Rule.Largest, "2")), ("3.txt", EvidenceFiles.Text()));
        Assert.Equal((HttpStatusCode.BadRequest, EvidenceErrors.TooMuchTogether.Message), (together.Status, Assert.Single(together.Errors)));
        var far = await leader.HandInAsync(id, ("1.pdf", Trainings.Pdf(new TakesFileAttribute(FilePurpose.IncidentEvidence).LargestBody)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.Status);
        Assert.Contains("a file may have 25 MB at the most, and all files of one form 50 MB", far.Text, StringComparison.Ordinal);

        Assert.Empty(await portal.EvidenceAsync(id));
        Assert.Equal(before, portal.FilesOnDisk());
        await leader.AddEvidenceAsync(id, ("exact.pdf", Trainings.Pdf(Rule.Largest)));
    }

    [Fact]
    public async Task A_withdrawn_piece_is_erased_at_once_and_its_number_hash_and_reason_stay()
    {
        var (reporter, leader, id) = await IncidentAsync();
        await reporter.AddEvidenceAsync(id, ("wrong.jpg", EvidenceFiles.JpegWithLocation()));
        var saved = Assert.Single(await portal.EvidenceAsync(id));

        var empty = await leader.FillAsync(PathOf(id, "/1/withdraw"), ("Form.Because", " "));
        Assert.Equal((HttpStatusCode.BadRequest, "Enter why. It stays on the record."), (empty.Status, Assert.Single(empty.Errors)));
        Assert.True(File.Exists(portal.OnDisk(saved)));
        var stale = await leader.OpenAsync(PathOf(id, "/1/withdraw"));
        var page = await leader.FollowAsync(await leader.FillAsync(PathOf(id, "/1/withdraw"), ("Form.Because", "It belongs to another family.")));

        Assert.False(File.Exists(portal.OnDisk(saved)));
        Assert.Contains("It belongs to another family.", page.Text, StringComparison.Ordinal);
        Assert.Contains(saved.Sha256, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await leader.GetAsync(PathOf(id, "/1/file"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await leader.GetAsync(PathOf(id, "/1/picture"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await leader.SubmitAsync(stale, ("Form.Because", "Again."))).Status);
        Assert.Contains("It belongs to another family.", (await leader.OpenAsync(PathOf(id, "/sheet"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("family", string.Concat(await AuditAsync(id, nameof(EvidenceWithdrawn))), StringComparison.Ordinal);
        Assert.DoesNotContain("family", portal.Log(), StringComparison.Ordinal);
        Assert.Contains("Not kept any more", (await reporter.OpenAsync(PathOf(id))).Text, StringComparison.Ordinal);

        // The same file handed in anew is another piece with a number of its own.
        await leader.AddEvidenceAsync(id, ("right.jpg", EvidenceFiles.JpegWithLocation()));
        Assert.Equal([(1, false), (2, true)], (await portal.EvidenceAsync(id)).Select(evidence => (evidence.Number, evidence.IsKept)));
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public async Task An_incident_out_of_scope_keeps_number_and_hash_alone_and_takes_no_more()
    {
        var (reporter, leader, id) = await IncidentAsync();
        await reporter.AddEvidenceAsync(id, ("private.jpg", EvidenceFiles.JpegWithLocation()), ("chat.txt", EvidenceFiles.Text("private")));
        var saved = await portal.EvidenceAsync(id);

        Assert.NotNull((await leader.FillAsync($"/incidents/{id}/out-of-scope", ("Form.Because", "It neither names the school nor affects it."))).Location);

        Assert.All(saved, evidence => Assert.False(File.Exists(portal.OnDisk(evidence))));
        var rows = await portal.EvidenceAsync(id);
        Assert.Equal(saved.Select(evidence => (evidence.Number, evidence.Sha256)), rows.Select(evidence => (evidence.Number, evidence.Sha256)));
        Assert.All(rows, evidence => Assert.Equal(("", 0L, false, null), (evidence.Name, evidence.Length, evidence.HoldsLocation, evidence.Type)));
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.IncidentEvidence.Where(evidence => evidence.IncidentId == id).SelectMany(evidence => evidence.Receipts).CountAsync()));
        var page = await leader.OpenAsync(PathOf(id));
        Assert.Contains(saved[0].Sha256, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("private", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add evidence", page.Text, StringComparison.Ordinal);
        Assert.Equal(PathOf(id), (await leader.GetAsync(PathOf(id, "/add"))).Location);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync(PathOf(id, "/sheet"))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_missing_or_changed_is_not_given_out_and_that_is_on_record(bool isMissing)
    {
        var (_, leader, id) = await IncidentAsync();
        await leader.AddEvidenceAsync(id, ("photo.jpg", EvidenceFiles.JpegWithLocation()));
        var path = portal.OnDisk((await portal.EvidenceAsync(id))[0]);
        if (isMissing)
        {
            File.Delete(path);
        }
        else
        {
            var bytes = await File.ReadAllBytesAsync(path);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);
        }

        var page = await leader.GetAsync(PathOf(id, "/1/file"));

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("missing from the portal’s disk, or was changed there", page.Text, StringComparison.Ordinal);
        Assert.Single(await AuditAsync(id, nameof(EvidenceFoundDamaged)));
        Assert.Empty(await AuditAsync(id, nameof(EvidenceDownloaded)));
    }

    [Fact]
    public async Task Ten_at_the_same_moment_get_numbers_of_their_own_and_the_same_file_is_kept_once()
    {
        var (_, _, id) = await IncidentAsync();
        var clients = new List<PortalClient>();
        for (var number = 0; number < 10; number++)
        {
            clients.Add((await portal.PersonAsync(Roles.SeniorLeader)).Client);
        }

        var forms = await Task.WhenAll(clients.Select(client => client.OpenAsync(PathOf(id, "/add"))));
        var before = portal.FilesOnDisk().Length;
        var answers = await Task.WhenAll(clients.Select((client, number) => Task.Run(() => client.SendFilesAsync(
            forms[number], isTicked: true, ("same.txt", EvidenceFiles.Text("same")), ("own.txt", EvidenceFiles.Text($"{number}"))))));

        var taken = answers.Count(answer => answer.Status == HttpStatusCode.Found);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        Assert.True(taken >= 5, $"Only {taken} of ten were taken.");
        var saved = await portal.EvidenceAsync(id);
        Assert.Equal(Enumerable.Range(1, taken + 1), saved.Select(evidence => evidence.Number));
        Assert.Equal(taken, saved.Single(evidence => evidence.Sha256 == HashOf(EvidenceFiles.Text("same"))).Receipts.Count);
        Assert.Equal(before + taken + 1, portal.FilesOnDisk().Length);
        Assert.True((await portal.UseDatabaseAsync(database => database.VerifyChronologyAsync(id, CancellationToken.None))).IsWhole);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once()
    {
        var (_, leader, id) = await IncidentAsync();
        var form = await leader.OpenAsync(PathOf(id, "/add"));

        var first = await leader.SendFilesAsync(form, isTicked: true, ("a.txt", EvidenceFiles.Text("twice")));
        var again = await leader.SendFilesAsync(form, isTicked: true, ("a.txt", EvidenceFiles.Text("twice")));

        Assert.Equal((PathOf(id), PathOf(id)), (first.Location, again.Location));
        Assert.Single(await portal.EvidenceAsync(id));
        Assert.Single(await AuditAsync(id, nameof(EvidenceAdded)));
    }

    [Fact]
    public async Task A_full_disk_is_told_keeps_what_was_typed_and_leaves_neither_row_nor_file()
    {
        await using var full = new PortalFactory("Testing", new Dictionary<string, string>())
        {
            AlsoRegister = services => services.AddSingleton<FileStore, FullDisk>(),
        };
        var (_, reporter) = await full.PersonAsync();
        var id = await reporter.ReportIncidentAsync();

        var page = await reporter.HandInAsync(id, ("a.txt", EvidenceFiles.Text()), ("b.pdf", Trainings.Pdf()));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(2, page.Errors.Count);
        Assert.All(page.Errors, error => Assert.EndsWith("The portal could not write this file to its disk, which may be full. Nothing of it was kept. Tell a portal manager, then try again.", error, StringComparison.Ordinal));
        Assert.Empty(await full.EvidenceAsync(id));
        Assert.Empty(full.FilesOnDisk());
    }

    // Each answer has a number of its own, by which it is found in the log.
    private static string WithoutNumber(Page page) => page.Text[..page.Text.IndexOf("give this number", StringComparison.Ordinal)];

    private sealed class FullDisk(
        Microsoft.AspNetCore.DataProtection.IDataProtectionProvider protection,
        BrierleyHill.SocialGov.Web.Infrastructure.Settings.StorageSettings storage,
        Microsoft.Extensions.Logging.ILogger<FileStore> log) : FileStore(protection, storage, log)
    {
        protected override Stream Create(string path)
        {
            base.Create(path).Dispose();
            throw new IOException("No space left on device");
        }
    }
}
