using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Training;

/// <summary>Certificates go in by content, come out as downloads, and are nobody else's to see.</summary>
[Trait("Clause", "SLT-7")]
public class CertificateTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private string[] OnDisk => [.. Directory.EnumerateFiles(Path.Combine(portal.Storage, "files"))];

    private async Task<(Person Person, PortalClient Client, int Record, string Path)> RecordAsync()
    {
        var (person, client) = await portal.PersonAsync();
        var record = await portal.AddRecordAsync(await portal.AddCourseAsync(), person);
        return (person, client, record, $"/training/records/{record}");
    }

    private static async Task<Page> AttachAsync(PortalClient client, string path, byte[] content, string name = "Certificate.pdf") =>
        await client.SubmitFileAsync(await client.OpenAsync(path + "/certificate/attach"), "Form.File", content, name);

    [Fact]
    public async Task A_person_attaches_a_certificate_and_downloads_exactly_that()
    {
        var (_, client, record, path) = await RecordAsync();
        var content = Trainings.Pdf(5000, "Exactly this");

        var attached = await client.FollowAsync(await AttachAsync(client, path, content, @"..\..\My “certificate” – Ä.PDF"));
        Assert.Contains("The certificate has been attached.", attached.Text, StringComparison.Ordinal);
        Assert.Contains("My “certificate” – Ä.pdf", attached.Text, StringComparison.Ordinal);

        var (answer, body) = await client.DownloadAsync(path + "/certificate");
        Assert.Equal(content, body);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("My “certificate” – Ä.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().Where(line => line.Name == nameof(FileDownloaded)).ToListAsync());
        Assert.Contains($"ATT-{record:D6}", Assert.Single(lines, line => line.Changes!.Contains($"ATT-{record:D6}", StringComparison.Ordinal)).Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Exactly this", portal.Log(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.PortalManager, false)]
    [InlineData(Roles.DataProtectionOfficer, false)]
    [InlineData(Roles.None, false)]
    public async Task Leaders_and_administrators_see_it_and_for_everybody_else_there_is_none(Roles role, bool sees)
    {
        var (_, client, _, path) = await RecordAsync();
        await AttachAsync(client, path, Trainings.Png, "photo.png");
        var (_, other) = await portal.PersonAsync(role);

        foreach (var page in new[] { path, path + "/certificate", path + "/certificate/attach", path + "/certificate/remove" })
        {
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await other.GetAsync(page)).Status);
        }

        var form = await client.OpenAsync(path + "/certificate/attach");
        var start = await other.OpenAsync("/applications/start");
        var token = start.ValueOf("__RequestVerificationToken")!;
        Assert.Equal(
            sees ? HttpStatusCode.Found : HttpStatusCode.NotFound,
            (await other.SubmitFileAsync(form, "Form.File", Trainings.Pdf(), "a.pdf", ("__RequestVerificationToken", token))).Status);
        var remove = await other.PostAsync(path + "/certificate/remove", [new("__RequestVerificationToken", token), new("Form.Reason", "Mine."), new("Form.Version", "3")]);
        Assert.Equal(sees, remove.Status != HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("MZ\u0090\u0000 a program", "certificate.pdf", "This file is not a PDF, PNG or JPEG")]
    [InlineData("\u007fELF", "certificate.pdf", "This file is not a PDF, PNG or JPEG")]
    [InlineData("#!/bin/sh\n%PDF-1.7 %%EOF", "certificate.pdf", "This file is not a PDF, PNG or JPEG")]
    [InlineData("%PDF-1.7 cut off", "certificate.pdf", "This file is not a PDF, PNG or JPEG that is whole")]
    [InlineData("", "certificate.pdf", "This file is empty")]
    public async Task A_file_that_is_something_else_is_refused_with_a_clear_message(string content, string name, string message)
    {
        var (_, client, record, path) = await RecordAsync();
        var before = OnDisk.Length;

        var page = await AttachAsync(client, path, Encoding.Latin1.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(message, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains(message, page.Document.QuerySelector("#Form_File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await portal.RecordAsync(record)).Certificate);
        Assert.Equal(before, OnDisk.Length);
    }

    [Fact]
    public async Task No_file_at_all_is_told()
    {
        var (_, client, _, path) = await RecordAsync();

        var page = await client.FillAsync(path + "/certificate/attach");

        Assert.Equal((HttpStatusCode.BadRequest, "Choose a file."), (page.Status, Assert.Single(page.Errors)));
    }

    [Fact]
    public async Task Ten_megabytes_go_in_one_byte_more_is_told_on_the_form_and_far_more_on_a_page_that_says_the_limit()
    {
        var (_, client, record, path) = await RecordAsync();

        var over = await AttachAsync(client, path, Trainings.Pdf(FileStore.LargestFile + 1));
        Assert.Equal(HttpStatusCode.BadRequest, over.Status);
        Assert.StartsWith("This file is larger than 10 MB.", Assert.Single(over.Errors), StringComparison.Ordinal);

        var far = await AttachAsync(client, path, Trainings.Pdf(new TakesFileAttribute().LargestBody));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.Status);
        Assert.Contains("a file may have 10 MB at the most", far.Text, StringComparison.Ordinal);

        var exact = await AttachAsync(client, path, Trainings.Pdf(FileStore.LargestFile));
        Assert.Equal(HttpStatusCode.Found, exact.Status);
        Assert.Equal(FileStore.LargestFile, (await portal.RecordAsync(record)).Certificate!.Length);
    }

    [Fact]
    public async Task Every_other_form_keeps_its_limit_of_one_megabyte()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FillAsync("/training/courses/new", ("Form.Description", new string('d', (int)SecuritySetup.LargestRequestBody)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.DoesNotContain("10 MB", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_length_is_cut_off_at_the_limit()
    {
        var (_, client, record, path) = await RecordAsync();
        var form = await client.OpenAsync(path + "/certificate/attach");
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!).Where(field => field.Key != "Form.File"))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(Trainings.Pdf(new TakesFileAttribute().LargestBody + 1)), "Form.File", "a.pdf");
        var request = new HttpRequestMessage(HttpMethod.Post, form.Path) { Content = new WithoutLength(body) };

        var page = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Null((await portal.RecordAsync(record)).Certificate);
    }

    [Fact]
    public async Task The_same_form_with_the_same_file_acts_once_and_with_another_file_is_another_form()
    {
        var (_, client, record, path) = await RecordAsync();
        var form = await client.OpenAsync(path + "/certificate/attach");

        var first = await client.SubmitFileAsync(form, "Form.File", Trainings.Pdf(mark: "one"), "a.pdf");
        var again = await client.SubmitFileAsync(form, "Form.File", Trainings.Pdf(mark: "one"), "a.pdf");
        Assert.Equal((path, path), (first.Location, again.Location));
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(
            line => line.RecordReference == $"ATT-{record:D6}" && line.Name == nameof(CertificateAttached))));

        // The wrong file was chosen, and the person went back: the record has moved on since that page.
        var other = await client.SubmitFileAsync(form, "Form.File", Trainings.Pdf(mark: "two"), "a.pdf");
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitFileAsync(other, "Form.File", Trainings.Pdf(mark: "two"), "a.pdf")).Status);
    }

    [Fact]
    public async Task Two_at_once_leave_one_certificate_and_no_file_of_the_other()
    {
        var (_, client, record, path) = await RecordAsync();
        var second = client.SecondWindow();
        var forms = new[] { await client.OpenAsync(path + "/certificate/attach"), await second.OpenAsync(path + "/certificate/attach") };
        var before = OnDisk.Length;

        var answers = await Task.WhenAll(
            Task.Run(() => client.SubmitFileAsync(forms[0], "Form.File", Trainings.Pdf(mark: "one"), "a.pdf")),
            Task.Run(() => second.SubmitFileAsync(forms[1], "Form.File", Trainings.Pdf(mark: "two"), "b.pdf")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
        Assert.NotNull((await portal.RecordAsync(record)).Certificate);
        Assert.Equal(before + 1, OnDisk.Length);
    }

    [Fact]
    public async Task A_replaced_and_a_removed_certificate_are_gone_from_the_disk_and_stay_in_the_history()
    {
        var (_, client, record, path) = await RecordAsync();
        await AttachAsync(client, path, Trainings.Pdf(mark: "one"));
        var first = (await portal.RecordAsync(record)).Certificate!;
        await AttachAsync(client, path, Trainings.Png, "photo.png");
        var second = (await portal.RecordAsync(record)).Certificate!;
        Assert.DoesNotContain(OnDisk, file => file.EndsWith(first.StoredName, StringComparison.Ordinal));
        Assert.Contains(OnDisk, file => file.EndsWith(second.StoredName, StringComparison.Ordinal));

        var stale = await client.OpenAsync(path + "/certificate/remove");
        var empty = await client.FillAsync(path + "/certificate/remove", ("Form.Reason", " "));
        Assert.Equal((HttpStatusCode.BadRequest, "Enter the reason."), (empty.Status, Assert.Single(empty.Errors)));
        var removed = await client.FollowAsync(await client.FillAsync(path + "/certificate/remove", ("Form.Reason", "Not the right one.")));

        Assert.DoesNotContain(OnDisk, file => file.EndsWith(second.StoredName, StringComparison.Ordinal));
        Assert.Contains("Removed a certificate", removed.Text, StringComparison.Ordinal);
        Assert.Contains("Not the right one.", removed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path + "/certificate")).Status);
        Assert.Equal(path, (await client.GetAsync(path + "/certificate/remove")).Location);
        var late = await client.SubmitAsync(stale, ("Form.Reason", "Kept."));
        Assert.Equal((HttpStatusCode.Conflict, "Kept."), (late.Status, late.ValueOf("Form.Reason")));
        Assert.Equal(2, await portal.UseDatabaseAsync(database => database.StoredFiles.CountAsync(file => (file.Id == first.Id || file.Id == second.Id) && file.RemovedAt != null)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_missing_or_changed_on_the_disk_gives_a_page_that_says_so_and_a_line_in_the_audit(bool isMissing)
    {
        var (_, client, record, path) = await RecordAsync();
        await AttachAsync(client, path, Trainings.Pdf());
        var file = (await portal.RecordAsync(record)).Certificate!;
        var onDisk = Path.Combine(portal.Storage, "files", file.StoredName);
        if (isMissing)
        {
            File.Delete(onDisk);
        }
        else
        {
            await File.WriteAllBytesAsync(onDisk, Trainings.Pdf());
        }

        var page = await client.GetAsync(path + "/certificate");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("missing from the portal’s disk, or was changed there", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(
            line => line.Name == nameof(FileFoundDamaged) && line.RecordId == file.Id)));
        Assert.Contains("Certificate.pdf", (await client.OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_elsewhere_is_recorded_with_its_certificate_and_a_wrong_file_loses_nothing_typed()
    {
        var person = await portal.AddPersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.Administrator);
        var course = await portal.AddCourseAsync(months: 12);
        (string, string)[] answers =
        [
            ("Form.CourseId", course.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.Date.Day", "1"), ("Form.Date.Month", "3"), ("Form.Date.Year", "2026"),
            ("Form.Provider", "Another school"), ("Form.Kind", "Full"),
        ];
        var form = await leader.OpenAsync($"/training/people/{person.Id}/elsewhere");

        var refused = await leader.SubmitFileAsync(form, "Form.Certificate", "MZ"u8.ToArray(), "certificate.pdf", answers);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("This file is not a PDF, PNG or JPEG", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answer.Item2, refused.ValueOf(answer.Item1)));
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.TrainingRecords.CountAsync(record => record.PersonId == person.Id)));

        var recorded = await leader.FollowAsync(await leader.SubmitFileAsync(refused, "Form.Certificate", Trainings.Jpeg, "photo.jpeg"));
        Assert.Contains("In date", recorded.Text, StringComparison.Ordinal);
        var record = await portal.UseDatabaseAsync(database => database.TrainingRecords.AsNoTracking().Include(one => one.Certificate).SingleAsync(one => one.PersonId == person.Id));
        Assert.Equal((new DateOnly(2027, 3, 1), "photo.jpg"), (record.ValidUntil, record.Certificate!.Name));

        var twice = await leader.FillAsync($"/training/people/{person.Id}/elsewhere", [.. answers, ("Form.Certificate", "")]);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Contains("on record for this person already", Assert.Single(twice.Errors), StringComparison.Ordinal);
        Assert.Equal("Another school", twice.ValueOf("Form.Provider"));

        // Recorded by mistake.
        var withdrawn = await leader.FollowAsync(await leader.FillAsync($"/training/records/{record.Id}/withdraw", ("Form.Reason", "The wrong person.")));
        Assert.Contains("Withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("Not attended", (await leader.OpenAsync($"/training/people/{person.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await leader.FillAsync($"/training/people/{person.Id}/elsewhere", answers)).Status);
    }

    private sealed class WithoutLength : HttpContent
    {
        private readonly HttpContent _inner;

        public WithoutLength(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
