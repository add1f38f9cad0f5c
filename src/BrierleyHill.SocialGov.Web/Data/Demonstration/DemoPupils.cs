using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Pupils of four classes, with answers of every kind: given, refused, withdrawn, run out, never asked; two protected, three who have left.</summary>
internal sealed class DemoPupils(DemoStory story)
{
    private static readonly string[] Classes = ["1 Ash", "2 Birch", "4 Elm", "6 Oak"];

    // Invented, and as a class list reads: no two alike, some hard to spell.
    private static readonly string[] Forenames =
    [
        "Amara", "Ben", "Chidi", "Daisy", "Elliot", "Fatima", "George", "Hana", "Isaac", "Jasmine", "Kofi", "Lily", "Mateo", "Niamh", "Oscar", "Priti", "Quinn", "Rosa", "Samir", "Tilly", "Umar",
        "Violet", "Wren", "Yusuf", "Zara",
    ];

    private static readonly string[] Surnames =
    [
        "Abbott", "Bakshi", "Chowdhury", "Davies", "Evans", "Fletcher", "Grant", "Hussain", "Iqbal", "Jones", "Kaur", "Lewis", "Mensah", "Nguyen", "O’Brien", "Patel", "Roberts", "Singh", "Taylor",
        "Usman", "Vaughan", "Walker", "Young",
    ];

    private readonly List<Pupil> _pupils = [];

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        story.Step(story.At(30, 9, 0), Enter);
        story.Step(story.At(29, 10, 0), Answer);
        story.Step(story.At(6, 9, 30), ChangeTheirMinds);
        story.Step(story.At(5, 14, 0), Protect);
    }

    private void Enter()
    {
        var at = story.At(30, 9, 0);
        for (var number = 0; number < Classes.Length * 22; number++)
        {
            var pupil = DemoStory.Done(Pupil.Enter(
                new PupilDetails(
                    string.Create(CultureInfo.InvariantCulture, $"A{4100 + number}"),
                    Forenames[number % Forenames.Length],
                    Surnames[(number * 7) % Surnames.Length],
                    Classes[number / 22],
                    number % 30 == 29 ? story.DayBefore(20) : null),
                story.By("Nowak"), at));
            _pupils.Add(pupil);
            story.Database.Pupils.Add(pupil);
        }
    }

    // Most said yes to nearly everything, some no to what everybody can see, some nothing at all.
    private void Answer()
    {
        var on = story.DayBefore(31);
        for (var number = 0; number < _pupils.Count; number++)
        {
            var form = new List<ConsentAnswers>();
            foreach (var use in Uses())
            {
                var isOpen = use.Openness == Openness.Open || use.Channel == ImageChannel.Press;
                var answer = (number % 11) switch
                {
                    10 => (ConsentAnswer?)null,
                    7 => isOpen ? ConsentAnswer.Refused : ConsentAnswer.Given,
                    8 => use.Medium == ImageMedium.Video ? null : ConsentAnswer.Given,
                    9 => ConsentAnswer.Refused,
                    _ => ConsentAnswer.Given,
                };
                if (answer is { } said)
                {
                    form.Add(Answer(_pupils[number], use, said, on, number % 11 == 6 ? story.DayBefore(3) : null));
                }
            }

            DemoStory.Done(_pupils[number].Decide(form, story.By("Nowak"), story.At(29, 10, 0)));
        }
    }

    private void ChangeTheirMinds()
    {
        foreach (var pupil in _pupils.Where((_, number) => number is 3 or 25))
        {
            DemoStory.Done(pupil.Decide(
                [.. Uses().Where(use => use.Openness == Openness.Open).Select(use => Answer(pupil, use, ConsentAnswer.Withdrawn, story.DayBefore(6), null))], story.By("Nowak"), story.At(6, 9, 30)));
        }
    }

    private void Protect()
    {
        foreach (var (number, why) in new[] { (12, "A court order: the family’s whereabouts must not be known."), (51, "Adopted. The birth family looks for the child online.") })
        {
            DemoStory.Done(_pupils[number].Protect(why, story.By("Okafor"), story.At(5, 14, 0)));
        }
    }

    private static ConsentAnswers Answer(Pupil pupil, ImageUse use, ConsentAnswer answer, DateOnly on, DateOnly? until) => new(
        use, answer, $"Parent of {pupil.Name}", ConsentRelation.Parent, ConsentHow.Form, on, until is null ? ConsentValidity.SchoolYear : ConsentValidity.UntilDate, until, LawfulBasis.Consent, null, null);

    private IReadOnlyList<ImageUse> Uses() => ImageUse.Offered(story.Database.Accounts.Local
        .Where(account => account.Status is AccountStatus.Active)
        .Select(account => new AccountPlace(account.Platform, account.PlatformName, account.Openness)));
}
