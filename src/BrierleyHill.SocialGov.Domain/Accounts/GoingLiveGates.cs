using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>What has to be there before an account goes live, in the order in which it is done.</summary>
public enum GoingLiveGate
{
    /// <summary>Where it is found on the platform.</summary>
    [Display(Name = "Handle and web address")]
    Address,

    /// <summary>The platform is set as agreed (ADM-1).</summary>
    [Display(Name = "Agreed settings")]
    Settings,

    /// <summary>The school, not one person, can get in (ADM-3).</summary>
    [Display(Name = "Sign-in details in the vault")]
    SignInDetails,

    /// <summary>Parents and carers know how to behave there (PAR-1). Of learning platforms alone.</summary>
    [Display(Name = "Acceptable use")]
    AcceptableUse,

    /// <summary>At least two people are ready to run it (BC-4, SLT-7).</summary>
    [Display(Name = "Administrators")]
    Administrators,

    /// <summary>Its impact assessment is settled (DP-2).</summary>
    [Display(Name = "Impact assessment")]
    Assessment,
}

/// <summary>What somebody can do about a gate that is closed.</summary>
/// <param name="Who">Who can put it right: people by name, or the role.</param>
/// <param name="What">What is to be done, in a sentence.</param>
public sealed record Remedy(string Who, string What);

/// <summary>How one gate stands.</summary>
/// <param name="Gate">Which.</param>
/// <param name="IsMet">Whether it is open.</param>
/// <param name="Standing">How it stands, in a few words.</param>
/// <param name="Remedies">What is to be done and by whom; nothing where it is open.</param>
public sealed record GateStanding(GoingLiveGate Gate, bool IsMet, string Standing, IReadOnlyList<Remedy> Remedies);

/// <summary>What the gates need to know beside the account itself.</summary>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Readiness">What readiness is worked out from.</param>
/// <param name="Assessment">How the account's impact assessment stands to it.</param>
/// <param name="HoldsSignInDetails">Whether the vault holds a secret of the account that lets somebody in, or who has which role on the platform.</param>
public sealed record GoingLiveCircumstances(
    PeopleDirectory Directory, ReadinessFacts Readiness, ImpactAssessmentStanding Assessment, bool HoldsSignInDetails);

/// <summary>The gates of going live (product: SocialMediaAccount). Worked out anew each time that somebody asks, and never stored.</summary>
public static class GoingLiveGates
{
    /// <summary>How many ready administrators an account needs (BC-4).</summary>
    public const int ReadyAdministratorsNeeded = 2;

    private const string Administrator = "An administrator";
    private const string AdministratorOrLeader = "An administrator or a senior leader";

    /// <summary>Every gate of this account, in order.</summary>
    /// <param name="account">The account.</param>
    /// <param name="circumstances">What else they depend on.</param>
    /// <param name="at">Now, UTC.</param>
    public static IReadOnlyList<GateStanding> Of(SocialMediaAccount account, GoingLiveCircumstances circumstances, DateTime at) =>
    [
        AddressOf(account),
        SettingsOf(account),
        circumstances.HoldsSignInDetails
            ? Open(GoingLiveGate.SignInDetails, "Stored")
            : Shut(GoingLiveGate.SignInDetails, "Nothing is stored yet", new Remedy(Administrator, "Store how to sign in, or who has which role on the platform.")),
        .. account.IsOnLearningPlatform ? [AcceptableUseOf(account)] : Array.Empty<GateStanding>(),
        AdministratorsOf(account, circumstances, at),
        AssessmentOf(account, circumstances.Assessment),
    ];

    private static GateStanding AddressOf(SocialMediaAccount account) => account.WebAddress is { } address
        ? Open(GoingLiveGate.Address, address)
        : Shut(GoingLiveGate.Address, "Not recorded yet", new Remedy(Administrator, "Create the account on the platform, and record its handle and web address."));

    private static GateStanding SettingsOf(SocialMediaAccount account)
    {
        var unsettled = account.UnsettledSettings();
        var standing = $"{AccountSettings.Each.Count - unsettled.Count} of {AccountSettings.Each.Count} are settled";
        if (unsettled.Count == 0)
        {
            return Open(GoingLiveGate.Settings, standing);
        }

        var remedies = new List<Remedy>();
        void Add(Func<SettingCheckState?, bool> such, string who, string what)
        {
            if (unsettled.Where(setting => such(account.CheckOf(setting)?.State)).Select(setting => Inside(setting.InWords())).ToList() is { Count: > 0 } names)
            {
                remedies.Add(new Remedy(who, $"{what}: {string.Join(", ", names)}."));
            }
        }

        Add(state => state is null, Administrator, "Look at these on the platform and tick them");
        Add(state => state == SettingCheckState.DepartureUndecided, "A senior leader who does not run the account", "Accept or refuse that these differ from what was agreed");
        Add(state => state == SettingCheckState.DepartureRefused, Administrator, "Set these as agreed, because the departure was refused, and tick them");
        return Shut(GoingLiveGate.Settings, standing, [.. remedies]);
    }

    private static GateStanding AcceptableUseOf(SocialMediaAccount account) => account.AcceptableUseToldOn is { } told
        ? Open(GoingLiveGate.AcceptableUse, $"Parents and carers were told on {LondonTime.DisplayDate(told)}")
        : Shut(
            GoingLiveGate.AcceptableUse,
            "Not recorded yet",
            new Remedy(Administrator, "Tell the parents and carers how to behave on the platform, and record the date."));

    private static GateStanding AdministratorsOf(SocialMediaAccount account, GoingLiveCircumstances circumstances, DateTime at)
    {
        var ready = account.ReadyAdministrators(circumstances.Directory, circumstances.Readiness, at);
        var assigned = account.Assignments.Where(assignment => assignment.IsCurrent && assignment.IsToAdminister).OrderBy(assignment => assignment.Role).ToList();
        var standing = $"{ready.Count} of {assigned.Count} are ready";
        if (ready.Count >= ReadyAdministratorsNeeded)
        {
            return Open(GoingLiveGate.Administrators, standing);
        }

        return Shut(
            GoingLiveGate.Administrators,
            $"{standing}, {ReadyAdministratorsNeeded} are needed",
            [
                .. from assignment in assigned
                   where !ready.Contains(assignment.PersonId)
                   let person = circumstances.Directory.Find(assignment.PersonId)
                   where person is not null
                   select new Remedy(
                       person.FullName,
                       string.Join(" ", circumstances.Readiness.Of(person, at).Missing.Select(part => $"{part.Standing}. {part.ToDo}"))),
                new Remedy(AdministratorOrLeader, "Or assign somebody else who is ready."),
            ]);
    }

    private static GateStanding AssessmentOf(SocialMediaAccount account, ImpactAssessmentStanding assessment)
    {
        if (!account.NeedsImpactAssessment)
        {
            return Open(GoingLiveGate.Assessment, "Not needed: no personal data is processed");
        }

        if (assessment.IsSettled)
        {
            return Open(GoingLiveGate.Assessment, assessment.Words);
        }

        return Shut(
            GoingLiveGate.Assessment,
            assessment.Words,
            assessment.AssessmentId is null
                ? new Remedy(AdministratorOrLeader, "Name the impact assessment that covers the account.")
                : new Remedy("The author of the assessment and the data protection officer", "Bring the assessment to a sign-off that covers the account as it is now."));
    }

    private static string Inside(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static GateStanding Open(GoingLiveGate gate, string standing) => new(gate, true, standing, []);

    private static GateStanding Shut(GoingLiveGate gate, string standing, params IReadOnlyList<Remedy> remedies) => new(gate, false, standing, remedies);
}
