using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>Why an account is out of policy.</summary>
public enum AccountFlagKind
{
    /// <summary>Fewer than two ready administrators (BC-4, SLT-7).</summary>
    TooFewReady,

    /// <summary>Nobody leads it.</summary>
    NoLead,

    /// <summary>Its impact assessment is not settled (DP-2).</summary>
    AssessmentNotSettled,

    /// <summary>A departure from an agreed setting waits for a decision (SLT-6).</summary>
    DepartureUndecided,

    /// <summary>A setting of a live account is not ticked as agreed (ADM-1).</summary>
    SettingsNotTicked,

    /// <summary>Its yearly review is overdue (SLT-2).</summary>
    ReviewOverdue,

    /// <summary>It was not verified in time.</summary>
    VerificationOverdue,

    /// <summary>A secret is known to somebody who should not know it any more (ADM-3).</summary>
    RotationDue,
}

/// <summary>One thing that is out of policy.</summary>
/// <param name="Kind">What.</param>
/// <param name="Label">In two or three words, for a list.</param>
/// <param name="Words">In a sentence.</param>
/// <param name="Who">Who puts it right.</param>
public sealed record AccountFlag(AccountFlagKind Kind, string Label, string Words, string Who);

/// <summary>What the standing of an account is worked out from, beside the account itself.</summary>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Readiness">What readiness is worked out from.</param>
/// <param name="Assessment">How the account's impact assessment stands to it.</param>
/// <param name="RotationsDue">The secrets of the account that are due for rotation.</param>
public sealed record AccountCircumstances(
    PeopleDirectory Directory, ReadinessFacts Readiness, ImpactAssessmentStanding Assessment, IReadOnlyList<RotationDue> RotationsDue);

/// <summary>
/// Whether an account is within policy, and what has to be put right where it is not. It is worked out anew each time that somebody
/// asks, and blocks nothing: a school must be able to act on an account that is out of policy.
/// </summary>
/// <param name="ReadyAdministrators">How many of its administrators are ready.</param>
/// <param name="Administrators">How many administrators are assigned.</param>
/// <param name="Flags">What is out of policy, the gravest first.</param>
public sealed record AccountStanding(int ReadyAdministrators, int Administrators, IReadOnlyList<AccountFlag> Flags)
{
    /// <summary>Whether anything is out of policy.</summary>
    public bool IsOutOfPolicy => Flags.Count > 0;

    /// <summary>"2 of 3 ready", or that there is nobody.</summary>
    public string Ready => Administrators == 0 ? "Nobody is assigned" : $"{ReadyAdministrators} of {Administrators} ready";

    /// <summary>How an account stands now.</summary>
    /// <param name="account">The account.</param>
    /// <param name="circumstances">What else it depends on.</param>
    /// <param name="at">Now, UTC.</param>
    public static AccountStanding Of(SocialMediaAccount account, AccountCircumstances circumstances, DateTime at)
    {
        var ready = account.ReadyAdministrators(circumstances.Directory, circumstances.Readiness, at).Count;
        var assigned = account.Assignments.Count(assignment => assignment.IsCurrent && assignment.IsToAdminister);
        return new AccountStanding(ready, assigned, account.Status == AccountStatus.Closed ? [] : [.. FlagsOf(account, circumstances, ready, at)]);
    }

    private static IEnumerable<AccountFlag> FlagsOf(SocialMediaAccount account, AccountCircumstances circumstances, int ready, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        // What is missing before an account goes live is on the page on which it is prepared, and out of no policy yet.
        var isInUse = account.Status is AccountStatus.Active or AccountStatus.Suspended;
        if (isInUse && ready < GoingLiveGates.ReadyAdministratorsNeeded)
        {
            yield return new AccountFlag(
                AccountFlagKind.TooFewReady,
                ready == 0 ? "No ready administrator" : "One ready administrator",
                $"{(ready == 0 ? "No administrator is" : "Only one administrator is")} ready, and two are needed.",
                "An administrator or a senior leader sees to it that those assigned are ready, or assigns somebody who is.");
        }

        if (!account.Assignments.Any(assignment => assignment.IsCurrent && assignment.Role == AssignmentRole.LeadAdministrator))
        {
            yield return new AccountFlag(
                AccountFlagKind.NoLead, "No lead", "Nobody is its lead administrator.", "An administrator or a senior leader assigns one.");
        }

        if (isInUse && account.NeedsImpactAssessment && !circumstances.Assessment.IsSettled)
        {
            yield return new AccountFlag(
                AccountFlagKind.AssessmentNotSettled,
                "Assessment not settled",
                $"{circumstances.Assessment.Words}.",
                "The author of the impact assessment and the data protection officer bring it to a sign-off.");
        }

        var undecided = account.UndecidedDepartures().Select(check => check.Setting).ToList();
        if (undecided.Count > 0)
        {
            yield return new AccountFlag(
                AccountFlagKind.DepartureUndecided,
                "Departure undecided",
                $"Set otherwise than agreed, and not decided yet: {Inside(undecided)}.",
                "A senior leader who does not run the account accepts or refuses it.");
        }

        var unticked = account.UnsettledSettings().Except(undecided).ToList();
        if (isInUse && unticked.Count > 0)
        {
            yield return new AccountFlag(
                AccountFlagKind.SettingsNotTicked,
                "Settings not ticked",
                $"Not ticked as agreed: {Inside(unticked)}.",
                "An administrator looks on the platform, sets what is not as agreed, and ticks it.");
        }

        if (isInUse && account.NextReviewOn is { } review && review < today)
        {
            yield return new AccountFlag(
                AccountFlagKind.ReviewOverdue,
                "Review overdue",
                $"Its yearly review was due on {LondonTime.DisplayDate(review)}.",
                "A senior leader who does not run the account reviews it.");
        }

        if (isInUse && account.VerificationDueOn is { } verification && verification < today)
        {
            yield return new AccountFlag(
                AccountFlagKind.VerificationOverdue,
                "Verification overdue",
                $"It was due to be verified on {LondonTime.DisplayDate(verification)}.",
                "One of its administrators verifies it.");
        }

        if (circumstances.RotationsDue.Count > 0)
        {
            yield return new AccountFlag(
                AccountFlagKind.RotationDue,
                "Rotation due",
                $"Due for rotation: {string.Join(", ", circumstances.RotationsDue.Select(due => $"{due.Kind.InWords()} ({due.Label})"))}.",
                "One of its administrators changes it on the platform and in the vault.");
        }
    }

    private static string Inside(IEnumerable<AccountSetting> settings) =>
        string.Join(", ", settings.Select(setting => setting.InWords()).Select(words => char.ToLowerInvariant(words[0]) + words[1..]));
}
