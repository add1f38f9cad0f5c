namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>A risk with which the library begins.</summary>
/// <param name="Id">Its number in the database, for good.</param>
/// <param name="Description">What can happen.</param>
/// <param name="Harm">Who is harmed, and how.</param>
/// <param name="Likelihood">How likely it typically is.</param>
/// <param name="Severity">How bad it typically is.</param>
/// <param name="SuggestedMeasures">What is usually done about it.</param>
public sealed record FirstRisk(int Id, string Description, string Harm, Likelihood Likelihood, Severity Severity, string SuggestedMeasures);

/// <summary>The risks with which the library begins: what schools meet on social media. People edit them in the portal, not here.</summary>
public static class RiskLibrary
{
    /// <summary>The first risks.</summary>
    public static IReadOnlyList<FirstRisk> First { get; } =
    [
        new(1, "A child is identified from a picture together with a name, or from what a picture shows around the child.",
            "The child: strangers learn who the child is and where to find them, and can make contact.",
            Likelihood.Possible, Severity.Severe,
            "Pictures of groups, no names in text, file names, captions or on work and clothing. Somebody else checks each post before it goes out. Tagging is switched off."),
        new(2, "A parent or relative who must not know where a child is finds the school or the child through a post.",
            "A child who is protected, and the family: danger to life and limb, having to move again.",
            Likelihood.Remote, Severity.Severe,
            "Children with the “do not publish” mark appear in no picture, group or background. The list is checked on the day of posting. The office confirms before an event is filmed."),
        new(3, "Consent is withdrawn, but the picture stays online.",
            "The child and the family: their wish is not respected, trust is lost, and the school breaks the law.",
            Likelihood.Possible, Severity.Significant,
            "Every post is recorded with the pupils shown. A withdrawal puts all their posts on a list with a deadline, and each removal is proved."),
        new(4, "A post shows live where children are, such as on a trip, or always at the same time and place.",
            "Children and staff: somebody can meet, follow or film them.",
            Likelihood.Possible, Severity.Significant,
            "Nothing is posted before the group is back. Location is switched off on the devices and taken out of pictures. Timetables and routes are not published."),
        new(5, "Somebody sends direct messages to pupils through the account, or pupils write to it.",
            "Pupils: grooming, pressure or disclosure without anybody noticing.",
            Likelihood.Possible, Severity.Severe,
            "Direct messages are switched off. Where that is impossible, two administrators see every message and any worry goes to the safeguarding lead at once."),
        new(6, "Comments under a post abuse or mock a pupil.",
            "The pupil: humiliation and bullying that goes on in school and at home.",
            Likelihood.Possible, Severity.Significant,
            "Comments wait for approval or are switched off. The account is looked at every working day. Offensive comments are hidden, recorded and followed up under the behaviour policy."),
        new(7, "Somebody takes over the account.",
            "Families and pupils: false or indecent posts in the school’s name, private messages read, data copied.",
            Likelihood.Possible, Severity.Significant,
            "A long password from the vault, two-step verification on a school device, recovery addresses of the school, and at least two administrators."),
        new(8, "Somebody who has left the school can still sign in.",
            "Pupils and families: pictures and messages are open to a person who is no longer bound or checked.",
            Likelihood.Probable, Severity.Significant,
            "The hand-over checklist opens with every leaving date: platform role removed, password and two-step device changed, and an administrator confirms both."),
        new(9, "The platform uses pictures for advertising, profiling or the training of artificial intelligence.",
            "Children and families: their pictures serve purposes that nobody agreed to, for as long as the platform likes.",
            Likelihood.Probable, Severity.Significant,
            "The settings against such use are switched on and checked once a term. Only what is needed is posted, in low resolution. Families are told before they consent."),
        new(10, "Data is stored or can be read outside the United Kingdom.",
            "Everybody who appears on or uses the account: weaker protection, and no easy way to have data deleted.",
            Likelihood.Probable, Severity.Minimal,
            "A platform with an adequate safeguard for the transfer is chosen, its terms are kept on file, and families are told where the data goes."),
        new(11, "Pictures are copied, shared further or altered, also with tools that make indecent fakes.",
            "The child: an altered picture can follow the child for years.",
            Likelihood.Possible, Severity.Severe,
            "A closed account where it will do, small groups, no close-ups and no swimwear, low resolution. Everybody knows to report at once and not to copy what they find."),
        new(12, "The personal profile of a member of staff becomes visible through a page or group that hangs on it.",
            "The colleague: families and pupils see private pictures and friends, and make contact there.",
            Likelihood.Possible, Severity.Significant,
            "Work profiles or the platform’s business tools instead of personal profiles. Privacy settings are checked together before the first post. Contact on personal accounts is not answered."),
        new(13, "A picture or caption reveals health, special needs, religion or another special category of data.",
            "The child and the family: prejudice, and a secret that was theirs to tell.",
            Likelihood.Possible, Severity.Significant,
            "Posts about support groups, therapy and worship show hands and things, not children. Captions name the activity, not who takes part and why."),
    ];
}
