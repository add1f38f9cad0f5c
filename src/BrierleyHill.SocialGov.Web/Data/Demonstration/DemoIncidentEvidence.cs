using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Evidence of the unkind words in a group of pupils: a picture that holds where it was taken, a letter and an e-mail; looked at, and one of them withdrawn.</summary>
internal sealed class DemoIncidentEvidence(DemoStory story, StoredContent files)
{
    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        var written = story.At(2, 8, 40);
        Add(story.At(1, 9, 5), "Okafor", FileType.Png, DemoFiles.PictureWithLocation(), "Screenshot of the group.png");
        Add(story.At(1, 9, 12), "Okafor", FileType.Pdf, DemoFiles.Pdf("Note of the conversation", "What was said in the office, written down the same day"), "Note of the conversation.pdf");
        Add(story.At(1, 11, 30), "Okafor", FileType.Email, DemoFiles.Email("A parent <parent@parents.example>", "What was posted", "Please see what was posted about the class.", written), "What was posted.eml");
        Add(story.At(1, 11, 31), "Okafor", FileType.Text, "The wrong file: notes about another matter."u8.ToArray(), "Notes.txt");
        OnPiece(story.At(1, 11, 45), 4, evidence => evidence.Withdraw("It belongs to another matter.", story.By("Okafor"), story.At(1, 11, 45)));
        OnPiece(story.At(1, 14, 20), 1, evidence => evidence.View(story.By("Whitcombe"), story.At(1, 14, 20)));
        OnPiece(story.At(1, 14, 25), 3, evidence => evidence.Download(story.By("Whitcombe"), story.At(1, 14, 25)));
    }

    private void Add(DateTime at, string by, FileType type, byte[] content, string name) => story.Step(at, async () =>
    {
        if (await IncidentAsync() is not { } incident)
        {
            return;
        }

        var kept = DemoStory.Done(await files.WriteAsync(content, type, FilePurpose.IncidentEvidence, "Files", at, CancellationToken.None));
        var number = await story.Database.NextNumberAsync<IncidentEvidence>(incident.Id, CancellationToken.None);
        story.Database.IncidentEvidence.Add(DemoStory.Done(IncidentEvidence.Add(incident, number, kept, name, story.By(by), at)));
    });

    private void OnPiece(DateTime at, int number, Func<IncidentEvidence, Result> act) => story.Step(at, async () =>
    {
        if (await IncidentAsync() is { } incident
            && await story.Database.IncidentEvidence.SingleOrDefaultAsync(evidence => evidence.IncidentId == incident.Id && evidence.Number == number) is { } piece)
        {
            DemoStory.Done(act(piece));
        }
    });

    // Both leaders of the story may know of it, and it is not over.
    private async Task<Incident?> IncidentAsync()
    {
        var second = story.Database.IncidentsOpenTo(story.By("Whitcombe")).Select(incident => incident.Id);
        return await story.Database.IncidentsOpenTo(story.By("Okafor"))
            .Where(incident => second.Contains(incident.Id) && incident.Category == IncidentCategory.Bullying && incident.Status < IncidentStatus.Resolved)
            .OrderBy(incident => incident.ReportedAt).ThenBy(incident => incident.Id)
            .FirstOrDefaultAsync();
    }
}
