using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>
/// Makes hand-overs through the domain's own methods, in every status. Person 3, a deputy, leaves; person 2 leads the account, persons 4 and 5
/// are free to follow; person 6 posts.
/// </summary>
public static class Handovers
{
    public const int Lead = 2;

    public const int Leaver = 3;

    public const int Follower = 4;

    public const int Poster = 6;

    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = BusinessCases.At;

    /// <summary>Three weeks later.</summary>
    public static DateOnly LastDay { get; } = new(2026, 3, 31);

    public static Actor Administrator { get; } = People.Actor(10, Roles.Administrator);

    public static Actor Leader { get; } = People.Actor(9, Roles.SeniorLeader);

    /// <summary>Somebody who may do everything, where it is not a matter of who.</summary>
    public static Actor Both { get; } = People.Actor(11, Roles.SeniorLeader | Roles.Administrator);

    public static Actor Somebody(int id, Roles roles = Roles.None) => People.Actor(id, roles);

    public static DirectoryPerson Known(int id, string forename, string surname, PersonStatus status = PersonStatus.Active, DateOnly? leaves = null) =>
        People.InDirectory(id, forename, surname, status, leaves);

    /// <summary>Persons 1 to 15, of whom person 3 leaves.</summary>
    public static PeopleDirectory Everybody(params DirectoryPerson[] instead) =>
        BusinessCases.Directory([People.InDirectory(Leaver, "Lou", "Leaver", leaves: LastDay), .. instead]);

    /// <summary>An account that person 2 leads, with person 3 as deputy and person 6 as poster.</summary>
    public static SocialMediaAccount Account()
    {
        var account = SocialMediaAccount.FromApproval(BusinessCases.In(ApplicationStatus.Approved), BusinessCases.Leader, At);
        Done(account.Assign(Poster, AssignmentRole.Poster, Everybody(), Both, At));
        account.TakeEvents();
        return account;
    }

    /// <summary>Circumstances in which the portal sees nothing against anything, unless told.</summary>
    public static HandoverCircumstances Sees(
        PeopleDirectory? directory = null,
        ReadinessFacts? readiness = null,
        IReadOnlyList<RotationDue>? rotations = null,
        IReadOnlyList<string>? knows = null,
        IReadOnlyList<string>? roles = null,
        IReadOnlyList<string>? devices = null,
        DateTime? at = null) =>
        new(directory ?? Everybody(), readiness ?? BusinessCases.EverybodyReady, rotations ?? [], knows ?? [], roles ?? [], devices ?? [], at ?? At);

    /// <summary>Only these are ready.</summary>
    public static ReadinessFacts Ready(params int[] people) => new(
        [new PublishedPolicy(1, true, At.AddDays(-90))],
        [.. people.Select(id => new AcknowledgedPolicy(id, 1, At.AddDays(-80)))],
        [new NeededCourse(1, "Running an account")],
        [.. people.Select(id => new AttendedCourse(id, 1, new DateOnly(2026, 1, 12), null))]);

    /// <summary>A rotation that is due.</summary>
    public static RotationDue Due { get; } = new(
        0, 1, "Main sign-in", SecretKind.Password, At.AddDays(-100), [new RotationCause(7, "Gwen Gone", RotationCauseKind.Deactivated, At.AddDays(-50))]);

    /// <summary>A hand-over that was just opened, whose events are taken.</summary>
    public static Handover Opened(SocialMediaAccount account, int leaver = Leaver, bool knowsSecrets = false, HandoverCause cause = HandoverCause.LeavingDate)
    {
        var handover = Handover.OpenForLeaver(account, Everybody().Find(leaver)!, LastDay, cause, knowsSecrets, Both, At);
        handover.TakeEvents();
        return handover;
    }

    /// <summary>A closing without a leaver, whose events are taken.</summary>
    public static Handover Closing(SocialMediaAccount account)
    {
        var handover = Handover.OpenToClose(account, "Nobody reads it.", Leader, At).Value;
        handover.TakeEvents();
        return handover;
    }

    /// <summary>Sees to every step that is open, so that nothing stands in the way.</summary>
    public static Handover SettleAll(Handover handover, SocialMediaAccount account, HandoverCircumstances? sees = null)
    {
        var circumstances = sees ?? Sees();
        foreach (var kind in handover.Checklist.Where(step => !step.IsSettled).Select(step => step.Kind))
        {
            if (kind == HandoverStepKind.Successor)
            {
                Done(handover.NameSuccessor(Follower, AssignmentRole.DeputyAdministrator, account, circumstances.Directory, Both, At));
            }
            else if (kind.IsTicked())
            {
                Done(handover.SettleStep(kind, HandoverStepState.Done, "Looked, and it is so.", account, circumstances, Both, At));
            }
        }

        handover.TakeEvents();
        account.TakeEvents();
        return handover;
    }

    public static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Code);
}
