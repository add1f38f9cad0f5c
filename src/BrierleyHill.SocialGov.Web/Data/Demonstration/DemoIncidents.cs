using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Incidents as people report them: one in which a child may be in danger, a mistake of somebody's own, bullying with a chronology and a correction, a false profile
/// that a public mention led to, and one that is kept from a member of staff. What becomes of them is told in the other files of this class.
/// </summary>
internal sealed partial class DemoIncidents(DemoStory story)
{
    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        // Each part tells on of those that it takes up here: Bullying, Impersonation, ContactWithPupils, Mistake and Danger.
        TellOfReports();
    }

    /// <summary>Unkind words in a group of pupils.</summary>
    private Made Bullying { get; } = new();

    /// <summary>A profile that pretends to be the school.</summary>
    private Made Impersonation { get; } = new();

    /// <summary>A member of staff who wrote to a pupil.</summary>
    private Made ContactWithPupils { get; } = new();

    /// <summary>A picture that should not have been posted.</summary>
    private Made Mistake { get; } = new();

    /// <summary>A child who may be in danger.</summary>
    private Made Danger { get; } = new();

    private void TellOfReports()
    {
        Report(Bullying, 8, 13, "Forest", IncidentCategory.Bullying, "Pupils of one class write unkind things about another pupil in a group of theirs. A parent showed me the messages.", "A group of pupils on a messenger", NoticedHow.ParentTold,
        [
            new(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil in Year 6"),
            new(InvolvedType.Pupil, InvolvedRole.Alleged, null, "Two pupils in Year 6"),
            new(InvolvedType.ParentOrCarer, InvolvedRole.Witness, null, "The mother of the pupil"),
        ]);
        Do(8, 15, Bullying, (incident, at) => incident.AddToChronology(
            ChronologyKind.TelephoneCall, at.AddHours(-1), "Spoke with the mother. She has pictures of the messages and brings them in tomorrow.", null, story.By("Okafor"), at));
        story.Step(At(7, 9), () => DemoStory.Done(Bullying.Value.AddToChronology(
            ChronologyKind.Note,
            At(8, 14),
            "The call was at two o’clock, not at half past, and the pictures come on Thursday.",
            story.Database.ChronologyEntries.Local.Single(entry => entry.IncidentId == Bullying.Value.Id && entry.Kind == ChronologyKind.TelephoneCall),
            story.By("Okafor"),
            At(7, 9))));
        Report(Impersonation, 5, 12, "Pugh", IncidentCategory.Impersonation, "A profile with our logo asks parents for money for a trip. It is not ours.", "Instagram", NoticedHow.PublicMention, [], () =>
            (IncidentSource.PublicMention, story.Database.Mentions.Local.Single(mention => mention.Author == "brierleyhill.official").Id));
        Report(ContactWithPupils, 4, 16, "Raman", IncidentCategory.ContactWithPupils, "A former pupil says that a member of staff wrote to them from a personal account.", "A messenger, on a personal account", NoticedHow.ParentTold,
            [new(InvolvedType.Staff, InvolvedRole.Alleged, -1, null), new(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil who left in July")], alleged: "Bevan");
        var at = At(2, 11);
        story.Step(at, async () => Mistake.Value = Add(DemoStory.Done(Incident.ReportOwnMistake(
            await story.Database.DrawIncidentNumberAsync(CancellationToken.None),
            "I posted a picture of the whole class before I had looked whether everybody in it may be shown. I have taken it down again.",
            null,
            "Our class page",
            at.AddMinutes(-25),
            story.By("Karim"),
            at))));
        Report(Danger, 1, 14, "Llewellyn", IncidentCategory.Safeguarding, "A pupil told me that somebody they met in a game wants to meet them after school today.", "A game", NoticedHow.PupilTold,
            [new(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil in Year 5"), new(InvolvedType.Public, InvolvedRole.Alleged, null, "Somebody from the game")], isDanger: true);
    }

    private void Report(
        Made made,
        int daysAgo,
        int hour,
        string by,
        IncidentCategory category,
        string what,
        string place,
        NoticedHow noticed,
        IReadOnlyList<InvolvedPersonAnswers> people,
        Func<(IncidentSource Source, int Id)>? from = null,
        bool isDanger = false,
        string? alleged = null)
    {
        var at = At(daysAgo, hour);
        story.Step(at, async () =>
        {
            var source = from?.Invoke();
            made.Value = Add(DemoStory.Done(Incident.Report(
                await story.Database.DrawIncidentNumberAsync(CancellationToken.None),
                new IncidentAnswers(
                    what,
                    IncidentWhere.Elsewhere,
                    null,
                    place,
                    "",
                    at.AddHours(-2),
                    noticed,
                    category,
                    isDanger,
                    [.. people.Select(person => person.PersonId is null ? person : person with { PersonId = story.Person(alleged!).Id })],
                    source?.Source ?? IncidentSource.None,
                    source?.Id),
                null,
                story.Directory(),
                story.By(by),
                at)));
        });
    }

    private void Do(int daysAgo, int hour, Made made, Func<Incident, DateTime, Result> act)
    {
        var at = At(daysAgo, hour);
        story.Step(at, () => DemoStory.Done(act(made.Value, at)));
    }

    private Incident Add(Incident incident)
    {
        story.Database.Incidents.Add(incident);
        return incident;
    }

    private DateTime At(int daysAgo, int hour) => story.At(daysAgo, hour, 20);

    /// <summary>An incident that later steps go on with. It is there once its own step has been told.</summary>
    private sealed class Made
    {
        public Incident Value { get; set; } = null!;
    }
}
