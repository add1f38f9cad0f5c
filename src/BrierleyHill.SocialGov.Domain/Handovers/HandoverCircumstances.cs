using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>What the portal itself can see of a hand-over, at one moment. It is loaded anew each time that somebody asks.</summary>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Readiness">What readiness is worked out from.</param>
/// <param name="RotationsDue">The account’s secrets that are due for rotation now, because of whomever.</param>
/// <param name="SecretsLeaverKnows">
/// The account’s secrets in force that the leaver stored or was shown, in words such as “Facebook sign-in: password”. They fall due for rotation
/// the moment that the leaver goes.
/// </param>
/// <param name="PlatformRolesOfLeaver">The roles that the leaver is recorded to have on the platform itself, in words.</param>
/// <param name="DevicesHeldByLeaver">What the leaver is recorded to hold of what lets somebody in, such as the device of one-time codes, in words.</param>
/// <param name="At">The instant, UTC.</param>
public sealed record HandoverCircumstances(
    PeopleDirectory Directory,
    ReadinessFacts Readiness,
    IReadOnlyList<RotationDue> RotationsDue,
    IReadOnlyList<string> SecretsLeaverKnows,
    IReadOnlyList<string> PlatformRolesOfLeaver,
    IReadOnlyList<string> DevicesHeldByLeaver,
    DateTime At)
{
    /// <summary>The people who administer the account without the leaver and are ready now (SLT-7).</summary>
    /// <param name="account">The account.</param>
    /// <param name="leaverId">Who leaves, if anybody.</param>
    public IReadOnlyList<DirectoryPerson> ReadyAdministratorsWithout(SocialMediaAccount account, int? leaverId) =>
    [
        .. account.CurrentAdministrators(Directory, LondonTime.DateOf(At))
            .Where(id => id != leaverId)
            .Order()
            .Select(id => Directory.Find(id)!)
            .Where(person => Readiness.Of(person, At).IsReady),
    ];

    /// <summary>What the portal sees that speaks against a step: it cannot be ticked while there is any.</summary>
    /// <param name="kind">The step.</param>
    public IReadOnlyList<string> Against(HandoverStepKind kind) => kind switch
    {
        HandoverStepKind.PlatformRoles => [.. PlatformRolesOfLeaver.Select(role => $"The vault still lists a role of the leaver on the platform: {role}.")],
        HandoverStepKind.Rotation =>
        [
            .. SecretsLeaverKnows.Select(secret => $"The leaver knows a secret that is in use: {secret}."),
            .. RotationsDue.Select(due => $"A secret is due for rotation: {InWords(due)}."),
        ],
        HandoverStepKind.Recovery => [.. DevicesHeldByLeaver.Select(held => $"The vault still says that the leaver holds it: {held}.")],
        HandoverStepKind.Successor or HandoverStepKind.ScheduledPosts or HandoverStepKind.Confidentiality or HandoverStepKind.ContentArchived
            or HandoverStepKind.ClosingNotice or HandoverStepKind.PlatformClosed or HandoverStepKind.OffRegister => [],
    };

    private static string InWords(RotationDue due) =>
        $"{due.Label}, {due.Kind.InWords().ToLowerInvariant()}, because of {string.Join(" and ", due.Because.Select(cause => cause.Name))}";
}

/// <summary>What kind of thing keeps a hand-over from being completed.</summary>
public enum HandoverBlockerKind
{
    /// <summary>A step is open.</summary>
    StepOpen,

    /// <summary>The successor does not look after the account any more.</summary>
    SuccessorNotAssigned,

    /// <summary>The successor is not ready.</summary>
    SuccessorNotReady,

    /// <summary>Without the leaver too few ready administrators are left (BC-4).</summary>
    TooFewReadyAdministrators,

    /// <summary>A step was ticked, and the portal sees otherwise by now.</summary>
    SeenOtherwise,
}

/// <summary>One thing that keeps a hand-over from being completed.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Step">The step that it belongs to.</param>
/// <param name="What">What it is, in a sentence.</param>
/// <param name="WhoCanPutItRight">Who can put it right, in words.</param>
public sealed record HandoverBlocker(HandoverBlockerKind Kind, HandoverStepKind Step, string What, string WhoCanPutItRight);
