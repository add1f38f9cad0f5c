using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>Something that speaks against a business case, or that whoever decides should know.</summary>
/// <param name="Message">What it is, in a sentence.</param>
/// <param name="StopsApproval">Whether it cannot be approved before this is put right.</param>
public sealed record ApplicationConcern(string Message, bool StopsApproval);

/// <summary>What speaks against a business case, worked out anew each time somebody looks: people leave and join while it waits.</summary>
public static class ApplicationConcerns
{
    /// <summary>An administrator who leaves within this many days is pointed out.</summary>
    public const int LeavingSoonDays = 90;

    /// <summary>The concerns about this business case, the most serious first.</summary>
    /// <param name="application">The business case.</param>
    /// <param name="directory">Everybody the school knows, now.</param>
    /// <param name="today">Today, London.</param>
    public static IReadOnlyList<ApplicationConcern> Of(AccountApplication application, PeopleDirectory directory, DateOnly today)
    {
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

        if (application is { ProcessesPersonalData: true, ImpactAssessmentId: null })
        {
            concerns.Add(new ApplicationConcern(
                "Personal data will be processed, and no impact assessment is named. One has to go to the data protection officer before processing starts.", false));
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
