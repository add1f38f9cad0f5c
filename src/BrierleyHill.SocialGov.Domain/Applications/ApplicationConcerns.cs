using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>Something that speaks against a business case, or that whoever decides should know.</summary>
/// <param name="Message">What it is, in a sentence.</param>
/// <param name="StopsApproval">Whether it cannot be approved before this is put right.</param>
public sealed record ApplicationConcern(string Message, bool StopsApproval);

/// <summary>What has to be known besides a business case itself to say what speaks against it.</summary>
/// <param name="Directory">Everybody the school knows, now.</param>
/// <param name="Readiness">Who is ready to run an account.</param>
/// <param name="Assessment">How the impact assessment that it names stands to it.</param>
/// <param name="At">Now, UTC.</param>
public sealed record ApplicationCircumstances(
    PeopleDirectory Directory, ReadinessFacts Readiness, ImpactAssessmentStanding Assessment, DateTime At)
{
    /// <summary>How ready each named administrator is (SLT-7), the lead first.</summary>
    public IReadOnlyList<(DirectoryPerson Person, PersonReadiness Readiness)> AdministratorsOf(AccountApplication application) =>
    [
        .. application.Administrators
            .Select(administrator => Directory.Find(administrator.PersonId))
            .OfType<DirectoryPerson>()
            .Select(person => (person, Readiness.Of(person, At))),
    ];
}

/// <summary>What speaks against a business case, worked out anew each time somebody looks: people leave and join while it waits.</summary>
public static class ApplicationConcerns
{
    /// <summary>An administrator who leaves within this many days is pointed out.</summary>
    public const int LeavingSoonDays = 90;

    /// <summary>The concerns about this business case, the most serious first.</summary>
    /// <param name="application">The business case.</param>
    /// <param name="circumstances">What else there is to know.</param>
    public static IReadOnlyList<ApplicationConcern> Of(AccountApplication application, ApplicationCircumstances circumstances)
    {
        var (directory, today) = (circumstances.Directory, LondonTime.DateOf(circumstances.At));
        var concerns = new List<ApplicationConcern>();
        foreach (var missing in application.Missing(directory))
        {
            concerns.Add(new ApplicationConcern(missing.Message, StopsApproval: true));
        }

        foreach (var hit in application.NamingHits(directory))
        {
            if (application.NameExplanation.Length > 0)
            {
                concerns.Add(new ApplicationConcern(
                    $"The proposed name contains “{hit.MatchedWords}”, as in {hit.PersonName}. The applicant explains: {application.NameExplanation}", false));
            }
        }

        foreach (var administrator in application.Administrators)
        {
            if (directory.Find(administrator.PersonId) is { IsActive: true, LeavingDate: { } leaving } person && leaving <= today.AddDays(LeavingSoonDays))
            {
                concerns.Add(new ApplicationConcern(
                    $"{person.FullName}, named as an administrator, leaves on {LondonTime.DisplayDate(leaving)}.", false));
            }
        }

        // Who cannot sign in any more is among what is missing already.
        foreach (var (person, readiness) in circumstances.AdministratorsOf(application).Where(named => named.Person.IsActive && !named.Readiness.IsReady))
        {
            concerns.Add(new ApplicationConcern(
                $"{person.FullName}, named as an administrator, is not ready to run an account: {string.Join("; ", readiness.Missing.Select(part => part.Standing))}.", false));
        }

        if (application.ProcessesPersonalData == true && !circumstances.Assessment.IsSettled)
        {
            concerns.Add(new ApplicationConcern(
                application.ImpactAssessmentId is null
                    ? "Personal data will be processed, and no impact assessment is named. One has to go to the data protection officer before processing starts."
                    : $"Personal data will be processed, and the impact assessment does not cover it yet: {circumstances.Assessment.Words}.",
                false));
        }

        if (application.Settings.Tagging is not (null or WhoMay.Nobody))
        {
            concerns.Add(new ApplicationConcern("Tagging people in pictures is not switched off. The policy asks for it to be off where possible.", false));
        }

        if (application is { Openness: Openness.Closed, Settings.FollowersApproved: false })
        {
            concerns.Add(new ApplicationConcern("The account is to be closed, but followers are not approved one by one.", false));
        }

        if (application is { Settings: { Comments: WhoMay.Anybody, PostsApproved: false } })
        {
            concerns.Add(new ApplicationConcern("Anybody may comment, and comments show without being approved.", false));
        }

        if (application.Settings.DirectMessages is WhoMay.Anybody)
        {
            concerns.Add(new ApplicationConcern("Anybody may send direct messages, pupils included.", false));
        }

        return concerns;
    }
}
