using System.Globalization;
using AngleSharp.Html.Dom;
using BrierleyHill.SocialGov.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Hands in evidence as people do.</summary>
public static class EvidencePages
{
    /// <summary>The page of the evidence of an incident.</summary>
    public static string PathOf(int incident, string rest = "") => string.Create(CultureInfo.InvariantCulture, $"/incidents/{incident}/evidence{rest}");

    /// <summary>Opens the page that takes files, ticks that none is indecent, and sends them all at once.</summary>
    public static async Task<Page> HandInAsync(this PortalClient client, int incident, params (string Name, byte[] Content)[] files) =>
        await client.SendFilesAsync(await client.OpenAsync(PathOf(incident, "/add")), isTicked: true, files);

    /// <summary>The same, and expects them to be taken.</summary>
    public static async Task<Page> AddEvidenceAsync(this PortalClient client, int incident, params (string Name, byte[] Content)[] files)
    {
        var sent = await client.HandInAsync(incident, files);
        Assert.True(sent.Location == PathOf(incident), $"{(int)sent.Status}: {sent.Text}");
        return await client.FollowAsync(sent);
    }

    /// <summary>Sends the form of a page with these files.</summary>
    public static Task<Page> SendFilesAsync(this PortalClient client, Page page, bool isTicked, params (string Name, byte[] Content)[] files)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form")!;
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Page.Fields(form).Where(field => field.Key is not ("Form.Files" or "Form.Photo" or "Form.IsNoneIndecent")))
        {
            body.Add(new StringContent(value), name);
        }

        if (isTicked)
        {
            body.Add(new StringContent("true"), "Form.IsNoneIndecent");
        }

        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            // What the browser says that it is counts for nothing.
            file.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("text/html");
            body.Add(file, "Form.Files", name);
        }

        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.ActionOf(form)) { Content = body });
    }

    /// <summary>The evidence as it is saved, in the order of its numbers.</summary>
    public static Task<List<IncidentEvidence>> EvidenceAsync(this PortalFactory portal, int incident) => portal.UseDatabaseAsync(database =>
        database.IncidentEvidence.AsNoTracking().Where(evidence => evidence.IncidentId == incident).OrderBy(evidence => evidence.Number).ToListAsync());

    /// <summary>What lies in the folder of files.</summary>
    public static string[] FilesOnDisk(this PortalFactory portal) =>
        [.. Directory.EnumerateFileSystemEntries(Path.Combine(portal.Storage, "files")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Where a piece lies on the disk.</summary>
    public static string OnDisk(this PortalFactory portal, IncidentEvidence evidence) => Path.Combine(portal.Storage, "files", evidence.StoredName);
}
