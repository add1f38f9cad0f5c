using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// The policy: a first version that most have acknowledged, a second that nobody has to, a third that is being written, and a
/// review that is due soon.
/// </summary>
internal sealed class DemoPolicy(DemoStory story)
{
    private const string SchoolName = "Brierley Hill Primary School";
    private const int DaysToReview = 25;

    private readonly string _model = ModelPolicy.TextFor(SchoolName);
    private readonly List<PolicyVersion> _versions = [];

    private PolicyVersion InForce => _versions.Single(version => version.Status == PolicyStatus.Published);

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        Begin("Okafor", 40, 9, 5, _model.Replace("swiftly and sensitively", "swiftly and sensitivly", StringComparison.Ordinal));
        Approve("Okafor", 40, 9, 40);
        Publish("Okafor", 40, 9, 50, true, "This is the first version that is kept in the portal. It replaces the printed policy in the staff handbook.");

        string[] readers = ["Okafor", "Whitcombe", "Raman", "Pugh", "Nowak", "Marchetti", "Bright", "Karim", "Forest", "Llewellyn", "Adeyemi", "Beech"];
        for (var reader = 0; reader < readers.Length; reader++)
        {
            Acknowledge(readers[reader], 39 - (reader / 4), 8 + (reader % 4), 10 + (7 * (reader % 5)));
        }

        // A parent who helps with an account, and would rather not sign in for this.
        var sandra = SendLink("Pugh", 38, 11, 20, new AcknowledgementReader("Sandra Cartwright", "sandra.cartwright" + DemoData.AddressEnding, Affiliation.Parent));
        var at = story.At(36, 19, 15);
        story.Step(at, () =>
        {
            var request = sandra();
            DemoStory.Done(request.Acknowledge(InForce, InForce.ContentHash, Confirmed.Everything, at));
            if (request.GiveTo(story.Person("Cartwright"), hasAcknowledged: false, at) is { } given)
            {
                story.Database.Acknowledgements.Add(given);
            }
        });

        // One whose link ran out, and one who has it still.
        SendLink("Raman", 30, 14, 0, new AcknowledgementReader("Gareth Pritchard", "gareth.pritchard@coaching.example", Affiliation.Contractor));

        Begin("Okafor", 16, 15, 30, _model);
        Approve("Okafor", 15, 8, 50);
        Publish("Okafor", 15, 9, 0, false, "A spelling mistake is corrected in the part about offensive comments. Nothing else is different.");
        SendLink("Raman", 4, 10, 30, new AcknowledgementReader("Bethan Rees", "bethan.rees@families.example", Affiliation.Volunteer));

        // The reminder of a month before, if its day has come; else the portal gives it.
        var reminding = story.At(2, 8, 15);
        story.Step(reminding, () => { _ = InForce.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Policy review"), reminding); });

        Begin("Whitcombe", 3, 16, 10, _model);
        Edit("Whitcombe", 1, 16, 45, _model
            .Replace(
                "Comments, queries and complaints are answered within 24 hours.",
                "Comments, queries and complaints are answered within 24 hours, also when the answer is that we need more time.",
                StringComparison.Ordinal)
            .Replace("- show groups rather than one child\n", "- show groups rather than one child\n- switch off the location of pictures before they are posted\n", StringComparison.Ordinal)
            .Replace("- look yourself up now and then, so that you know what others find\n", "", StringComparison.Ordinal)
            .Replace(
                "# When something goes wrong\n",
                "# Artificial intelligence\n\nPictures, voices and texts of pupils are never given to a tool that makes or alters pictures or texts. Where such a tool helped with a post, a person checks every word, and the post says so.\n\n# When something goes wrong\n",
                StringComparison.Ordinal));
    }

    private void Begin(string surname, int day, int hour, int minute, string text)
    {
        var at = story.At(day, hour, minute);
        story.Step(at, () =>
        {
            var begun = DemoStory.Done(PolicyVersion.Begin(
                [.. _versions.Select(version => (version.Number, version.Status))], ModelPolicy.Title, text, story.By(surname), at));
            _versions.Add(begun);
            story.Database.PolicyVersions.Add(begun);
        });
    }

    private void Edit(string surname, int day, int hour, int minute, string text)
    {
        var at = story.At(day, hour, minute);
        story.Step(at, () => DemoStory.Done(_versions[^1].Edit(_versions[^1].Title, text, story.By(surname), at)));
    }

    private void Approve(string surname, int day, int hour, int minute)
    {
        var at = story.At(day, hour, minute);
        story.Step(at, () => DemoStory.Done(_versions[^1].Approve(_versions[^1].ContentHash, story.By(surname), at)));
    }

    private void Publish(string surname, int day, int hour, int minute, bool isMaterial, string whatChanged)
    {
        var at = story.At(day, hour, minute);
        story.Step(at, () => DemoStory.Done(_versions[^1].Publish(
            _versions.Find(version => version.Status == PolicyStatus.Published), isMaterial, whatChanged, story.Today.AddDays(DaysToReview), story.By(surname), at)));
    }

    private void Acknowledge(string surname, int day, int hour, int minute)
    {
        var at = story.At(day, hour, minute);
        story.Step(at, () => story.Database.Acknowledgements.Add(
            DemoStory.Done(Acknowledgement.Give(InForce, InForce.ContentHash, Confirmed.Everything, story.By(surname), at))));
    }

    // Nobody is to open these links, so their secret part is thrown away.
    private Func<AcknowledgementRequest> SendLink(string surname, int day, int hour, int minute, AcknowledgementReader to)
    {
        var at = story.At(day, hour, minute);
        AcknowledgementRequest? sent = null;
        story.Step(at, () =>
        {
            sent = DemoStory.Done(AcknowledgementRequest.Send(to, InForce, null, RandomNumberGenerator.GetHexString(64, lowercase: true), story.By(surname), at));
            story.Database.AcknowledgementRequests.Add(sent);
        });
        return () => sent!;
    }
}
