using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>Why something cannot be done to a hand-over, in words that a person can act on.</summary>
public static class HandoverErrors
{
    /// <summary>A hand-over is worked on by those who look after accounts.</summary>
    public static Error OnlyThoseConcerned { get; } = new(
        "Handover.OnlyThoseConcerned",
        "Only an administrator, a senior leader or somebody who administers the account can do this.",
        ErrorKind.Forbidden);

    /// <summary>Whoever leaves does not vouch for their own leaving.</summary>
    public static Error ByLeaver { get; } = new(
        "Handover.ByLeaver", "This hand-over is about your own leaving, so somebody else has to do this.", ErrorKind.Forbidden);

    /// <summary>ADM-5: an administrator signs off.</summary>
    public static Error OnlyAdministrators { get; } = new(
        "Handover.OnlyAdministrators", "Only an administrator can sign off a hand-over.", ErrorKind.Forbidden);

    /// <summary>Cancelling is for those who answer for all accounts.</summary>
    public static Error OnlyAdministratorsAndLeaders { get; } = new(
        "Handover.OnlyAdministratorsAndLeaders", "Only an administrator or a senior leader can do this.", ErrorKind.Forbidden);

    /// <summary>That an account is closed is decided by leaders, as its opening was.</summary>
    public static Error OnlyLeadersClose { get; } = new(
        "Handover.OnlyLeadersClose", "Only a senior leader can decide that an account is closed.", ErrorKind.Forbidden);

    /// <summary>Completed or cancelled.</summary>
    public static Error NotOpen { get; } = new(
        "Handover.NotOpen", "This hand-over is not open any more, so nothing about it can be changed.", ErrorKind.Conflict);

    /// <summary>A closed account is history.</summary>
    public static Error AccountClosed { get; } = new(
        "Handover.AccountClosed", "This account is closed already.", ErrorKind.Conflict);

    /// <summary>One closing at a time.</summary>
    public static Error ClosingAlready { get; } = new(
        "Handover.ClosingAlready", "A hand-over that closes this account is open already. Go on with that one.", ErrorKind.Conflict);

    /// <summary>The step does not belong to this hand-over.</summary>
    public static Error StepNotThere { get; } = new(
        "Handover.StepNotThere", "This step is not part of the hand-over any more. Look at its list of steps.", ErrorKind.Conflict);

    /// <summary>Somebody saw to it already.</summary>
    public static Error StepSettled { get; } = new(
        "Handover.StepSettled", "Somebody has seen to this step already. Take it back first if it is wrong.", ErrorKind.Conflict);

    /// <summary>Nothing to take back.</summary>
    public static Error StepOpen { get; } = new("Handover.StepOpen", "This step is still to do, so there is nothing to take back.", ErrorKind.Conflict);

    /// <summary>Naming somebody does it.</summary>
    public static Error NameSuccessor { get; } = new("Handover.NameSuccessor", "Name the successor: that sees to this step.", ErrorKind.Conflict);

    /// <summary>Completing does it.</summary>
    public static Error DoneByCompleting { get; } = new(
        "Handover.DoneByCompleting", "The portal does this itself when the hand-over is completed.", ErrorKind.Conflict);

    /// <summary>A step without evidence says nothing.</summary>
    public static Error NoteMissing { get; } = new(
        "Handover.NoteMissing", "Enter what was done and how you know, for instance what the platform shows now.", Field: "Note");

    /// <summary>Nobody says “not applicable” without saying why.</summary>
    public static Error NotApplicableBecause { get; } = new(
        "Handover.NotApplicableBecause", "Enter why this step does not apply. It stays on the record.", Field: "Note");

    /// <summary>A reason is missing.</summary>
    public static Error BecauseMissing { get; } = new("Handover.BecauseMissing", "Enter why. It stays on the record.", Field: "Because");

    /// <summary>A text over the limit.</summary>
    public static Error TooLong(string field, int maximum) => new(
        "Handover.TooLong", string.Create(CultureInfo.InvariantCulture, $"This answer must be {maximum:N0} characters or fewer."), Field: field);

    /// <summary>Neither done nor not applicable.</summary>
    public static Error StateMissing { get; } = new("Handover.StateMissing", "Choose whether the step is done or does not apply.", Field: "State");

    /// <summary>The step always applies.</summary>
    public static Error AlwaysApplies { get; } = new(
        "Handover.AlwaysApplies", "This step cannot be left out. Secrets that a leaver may know are always changed.", Field: "State");

    /// <summary>The account exists on its platform.</summary>
    public static Error StillOnPlatform { get; } = new(
        "Handover.StillOnPlatform", "This step cannot be left out: the account was created on its platform. Close it there.", Field: "State");

    /// <summary>What cannot be made good afterwards waits.</summary>
    public static Error Waits(HandoverStepKind kind, IEnumerable<HandoverStepKind> open) => new(
        "Handover.Waits",
        $"“{kind.InWords()}” comes last. See first to: {string.Join("; ", open.Select(step => step.InWords()))}.",
        Field: "State");

    /// <summary>The portal sees otherwise.</summary>
    public static Error SeenOtherwise(IEnumerable<string> seen) => new("Handover.SeenOtherwise", string.Join(' ', seen), Field: "State");

    /// <summary>Nobody was chosen.</summary>
    public static Error SuccessorMissing { get; } = new("Handover.SuccessorMissing", "Choose who takes over.", Field: "PersonId");

    /// <summary>The leaver does not follow themselves.</summary>
    public static Error SuccessorIsLeaver { get; } = new("Handover.SuccessorIsLeaver", "Choose somebody other than the leaver.", Field: "PersonId");

    /// <summary>Somebody who leaves too would begin the next hand-over.</summary>
    public static Error SuccessorLeaves { get; } = new(
        "Handover.SuccessorLeaves", "This person has a leaving date too. Choose somebody who stays.", Field: "PersonId");

    /// <summary>Nobody follows where an account is closed.</summary>
    public static Error NobodyFollows { get; } = new(
        "Handover.NobodyFollows", "The account is to be closed, so nobody takes over.", ErrorKind.Conflict);

    /// <summary>What they do is missing.</summary>
    public static Error RoleMissing { get; } = new("Handover.RoleMissing", "Choose what the successor does on the account.", Field: "Role");

    /// <summary>An answer is missing.</summary>
    public static Error OutcomeMissing { get; } = new("Handover.OutcomeMissing", "Choose what the hand-over ends in.", Field: "Outcome");

    /// <summary>Nothing would change.</summary>
    public static Error OutcomeSame { get; } = new(
        "Handover.OutcomeSame", "This is what the hand-over ends in already. Choose the other outcome, or go back.", Field: "Outcome");

    /// <summary>Without a leaver there is nothing to transfer.</summary>
    public static Error NothingToTransfer { get; } = new(
        "Handover.NothingToTransfer", "Nobody leaves, so there is nothing to transfer. Cancel the hand-over if the account is to stay.", Field: "Outcome");

    /// <summary>Something stands in the way.</summary>
    public static Error NotYet(int count) => new(
        "Handover.NotYet",
        count == 1
            ? "The hand-over cannot be completed yet: one thing stands in the way. It is listed below."
            : string.Create(CultureInfo.InvariantCulture, $"The hand-over cannot be completed yet: {count} things stand in the way. They are listed below."),
        ErrorKind.Conflict);

    /// <summary>It is not the day.</summary>
    public static Error NotDue { get; } = new("Handover.NotDue", "The hand-over is not to be chased now.", ErrorKind.Conflict);

    /// <summary>Not opened by what has been taken back.</summary>
    public static Error OpenedOtherwise { get; } = new(
        "Handover.OpenedOtherwise", "This hand-over was opened for another reason, so it stays open.", ErrorKind.Conflict);

    /// <summary>There is nobody to remind.</summary>
    public static Error NobodyToRemind { get; } = new(
        "Handover.NobodyToRemind", "Nobody leaves, so there is nobody to remind.", ErrorKind.Conflict);
}
