using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <content>The steps, the successor and the end (clauses ADM-5, BEH-1, BC-4).</content>
public sealed partial class Handover
{
    /// <summary>
    /// Names who takes over, and assigns them to the account where they do not do this on it yet. Whoever is assigned already can be taken
    /// as they are.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="role">What they are to do on the account.</param>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Whoever works on it; to assign somebody takes an administrator or a senior leader, and nobody assigns themselves.</param>
    /// <param name="at">When, UTC.</param>
    public Result NameSuccessor(int? personId, AssignmentRole? role, SocialMediaAccount account, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayWork(account, directory, by, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Outcome != HandoverOutcome.Transfer)
        {
            return HandoverErrors.NobodyFollows;
        }

        if (personId is not { } successorId || directory.Find(successorId) is not { } successor)
        {
            return HandoverErrors.SuccessorMissing;
        }

        if (successorId == LeaverId)
        {
            return HandoverErrors.SuccessorIsLeaver;
        }

        if (successor.LeavingDate is not null)
        {
            return HandoverErrors.SuccessorLeaves;
        }

        if (role is not { } part || !Enum.IsDefined(part))
        {
            return HandoverErrors.RoleMissing;
        }

        if (!successor.IsActive)
        {
            return AccountErrors.PersonNotActive;
        }

        if (account.RoleOf(successorId) != part && account.Assign(successorId, part, directory, by, at) is { IsRefused: true } notAssigned)
        {
            return notAssigned;
        }

        var before = SuccessorId is { } earlier ? directory.NameOf(earlier) : null;
        SuccessorId = successorId;
        Step(HandoverStepKind.Successor).Settle(HandoverStepState.Done, $"{successor.FullName}, {part.InWords()}", by.PersonId, at);
        Happened(new HandoverSuccessorNamed(successorId, successor.FullName, before, part, by, at));
        return Result.Done;
    }

    /// <summary>Says that a step is done, with its evidence, or that it does not apply, with the reason. It cannot be said against what the portal sees.</summary>
    /// <param name="kind">The step.</param>
    /// <param name="state">Done or not applicable.</param>
    /// <param name="note">The evidence or the reason.</param>
    /// <param name="account">The account.</param>
    /// <param name="circumstances">What the portal sees.</param>
    /// <param name="by">Whoever works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result SettleStep(
        HandoverStepKind kind, HandoverStepState? state, string? note, SocialMediaAccount account, HandoverCircumstances circumstances, Actor by, DateTime at)
    {
        if (CheckMayWork(account, circumstances.Directory, by, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckStep(kind, state, account, circumstances) is { IsRefused: true } notNow)
        {
            return notNow;
        }

        var words = PlainText.Clean(note);
        var isDone = state == HandoverStepState.Done;
        if (words.Length == 0)
        {
            return isDone ? HandoverErrors.NoteMissing : HandoverErrors.NotApplicableBecause;
        }

        // A reason is kept in the audit in words, so it is as short as every other.
        var longest = isDone ? NoteMaximumLength : ReasonMaximumLength;
        if (words.Length > longest)
        {
            return HandoverErrors.TooLong("Note", longest);
        }

        Step(kind).Settle(state!.Value, words, by.PersonId, at);
        Happened(isDone ? new HandoverStepDone(kind, words.Length, by, at) : new HandoverStepLeftOut(kind, words, by, at));
        return Result.Done;
    }

    /// <summary>Takes back what was said of a step. Whoever was assigned as successor stays assigned.</summary>
    /// <param name="kind">The step.</param>
    /// <param name="because">Why.</param>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Whoever works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result TakeStepBack(HandoverStepKind kind, string? because, SocialMediaAccount account, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayWork(account, directory, by, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Checklist.All(step => step.Kind != kind))
        {
            return HandoverErrors.StepNotThere;
        }

        if (_steps.Find(step => step.Kind == kind) is not { IsSettled: true } settled)
        {
            return HandoverErrors.StepOpen;
        }

        if (CheckReason(because, out var why) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var before = settled.State;
        settled.Reopen();
        if (kind == HandoverStepKind.Successor)
        {
            SuccessorId = null;
        }

        Happened(new HandoverStepTakenBack(kind, before, why, by, at));
        return Result.Done;
    }

    /// <summary>Sees to the reminder that confidentiality outlasts employment (BEH-1): the portal sends it.</summary>
    /// <param name="isSent">Whether the e-mail goes out with this hand-over; one that goes out with another of the same leaver counts for this one too.</param>
    /// <param name="account">The account.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Whoever works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result RemindOfConfidentiality(bool isSent, SocialMediaAccount account, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayWork(account, directory, by, at) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (LeaverId is null)
        {
            return HandoverErrors.NobodyToRemind;
        }

        var step = Step(HandoverStepKind.Confidentiality);
        if (step.IsSettled)
        {
            return HandoverErrors.StepSettled;
        }

        step.Settle(HandoverStepState.Done, "The portal sent the reminder by e-mail.", by.PersonId, at);
        Happened(new LeaverRemindedOfConfidentiality(isSent, by, at));
        return Result.Done;
    }

    /// <summary>Changes what it ends in. That an account is closed is a senior leader’s decision, as its opening was.</summary>
    /// <param name="outcome">The outcome from now on.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">A senior leader; back to a transfer an administrator too.</param>
    /// <param name="at">When, UTC.</param>
    public Result ChangeOutcome(HandoverOutcome? outcome, string? because, Actor by, DateTime at)
    {
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (outcome is not { } chosen || !Enum.IsDefined(chosen))
        {
            return HandoverErrors.OutcomeMissing;
        }

        if (chosen == Outcome)
        {
            return HandoverErrors.OutcomeSame;
        }

        if (chosen == HandoverOutcome.Close && !by.Holds(Roles.SeniorLeader))
        {
            return HandoverErrors.OnlyLeadersClose;
        }

        if (chosen == HandoverOutcome.Transfer && LeaverId is null)
        {
            return HandoverErrors.NothingToTransfer;
        }

        if (CheckReason(because, out var why) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var before = Outcome;
        (Outcome, OutcomeBecause) = (chosen, why);
        Happened(new HandoverOutcomeChanged(before, chosen, why, by, at));
        return Result.Done;
    }

    /// <summary>Everything that keeps it from being completed, in the order of the steps, each with who can put it right.</summary>
    /// <param name="account">The account.</param>
    /// <param name="circumstances">What the portal sees.</param>
    public IReadOnlyList<HandoverBlocker> Blockers(SocialMediaAccount account, HandoverCircumstances circumstances)
    {
        var blockers = new List<HandoverBlocker>();
        foreach (var step in Checklist.Where(step => step.Kind != HandoverStepKind.OffRegister))
        {
            if (!step.IsSettled)
            {
                blockers.Add(new HandoverBlocker(
                    HandoverBlockerKind.StepOpen, step.Kind, $"“{step.Kind.InWords()}” is still to do.", "Any administrator, senior leader or administrator of the account"));
            }
            else if (step.Kind == HandoverStepKind.Successor)
            {
                blockers.AddRange(SuccessorBlockers(account, circumstances));
            }

            // Also of a step that is open: what the portal sees says what there is to do.
            blockers.AddRange(circumstances.Against(step.Kind).Select(seen => new HandoverBlocker(
                HandoverBlockerKind.SeenOtherwise, step.Kind, seen, "An administrator of the account, in the vault")));
        }

        if (Outcome == HandoverOutcome.Transfer)
        {
            // A poster’s hand-over has no step for secrets: one that is due for rotation holds it up all the same.
            if (!LeaverHandlesSecrets)
            {
                blockers.AddRange(circumstances.Against(HandoverStepKind.Rotation).Select(seen => new HandoverBlocker(
                    HandoverBlockerKind.SeenOtherwise, HandoverStepKind.Rotation, seen, "An administrator of the account, in the vault")));
            }

            var ready = circumstances.ReadyAdministratorsWithout(account, LeaverId);
            if (ready.Count < GoingLiveGates.ReadyAdministratorsNeeded)
            {
                blockers.Add(new HandoverBlocker(
                    HandoverBlockerKind.TooFewReadyAdministrators,
                    HandoverStepKind.Successor,
                    ready.Count == 0
                        ? "Without the leaver nobody who administers the account is ready. It needs two who are."
                        : $"Without the leaver only {ready[0].FullName} is ready to administer the account. It needs two who are.",
                    "An administrator or senior leader, by assigning somebody; whoever is assigned, by acknowledging the policy and attending training"));
            }
        }

        return blockers;
    }

    /// <summary>
    /// Signs it off. A transfer ends the leaver’s assignment, a closing closes the account: both are saved with it. It is refused while
    /// anything stands in the way: <see cref="Blockers"/> says what.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="circumstances">What the portal sees.</param>
    /// <param name="by">An administrator other than the leaver.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="ArgumentException">It is another account’s: calling this then is a bug.</exception>
    public Result Complete(SocialMediaAccount account, HandoverCircumstances circumstances, Actor by, DateTime at)
    {
        if (account.Id != AccountId)
        {
            throw new ArgumentException("The hand-over is of another account.", nameof(account));
        }

        if (CheckMaySignOff(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Blockers(account, circumstances) is { Count: > 0 } blockers)
        {
            return HandoverErrors.NotYet(blockers.Count);
        }

        var ended = Outcome switch
        {
            HandoverOutcome.Transfer => LeaverId is { } leaver && account.RoleOf(leaver) is not null
                ? account.EndAssignment(leaver, $"Handed over: {Reference}.", circumstances.Directory, by, at)
                : Result.Done,
            HandoverOutcome.Close => account.Close(OutcomeBecause, by, at),
        };
        if (ended.IsRefused)
        {
            return ended;
        }

        if (Outcome == HandoverOutcome.Close)
        {
            Step(HandoverStepKind.OffRegister).Settle(HandoverStepState.Done, "The portal took it off with the closure.", by.PersonId, at);
        }

        End(HandoverStatus.Completed, by, at);
        Happened(new HandoverCompleted(Outcome, by, at));
        return Result.Done;
    }

    private Result CheckStep(HandoverStepKind kind, HandoverStepState? state, SocialMediaAccount account, HandoverCircumstances circumstances)
    {
        var checklist = Checklist;
        if (checklist.FirstOrDefault(step => step.Kind == kind) is not { } step)
        {
            return HandoverErrors.StepNotThere;
        }

        if (step.IsSettled)
        {
            return HandoverErrors.StepSettled;
        }

        if (state is not (HandoverStepState.Done or HandoverStepState.NotApplicable))
        {
            return HandoverErrors.StateMissing;
        }

        if (state == HandoverStepState.NotApplicable && !kind.MayNotApply())
        {
            return kind == HandoverStepKind.OffRegister ? HandoverErrors.DoneByCompleting : HandoverErrors.AlwaysApplies;
        }

        // Only what was never created needs no closing.
        if (state == HandoverStepState.NotApplicable && kind == HandoverStepKind.PlatformClosed && account.Status != AccountStatus.AwaitingCreation)
        {
            return HandoverErrors.StillOnPlatform;
        }

        if (state == HandoverStepState.Done && !kind.IsTicked())
        {
            return kind == HandoverStepKind.Successor ? HandoverErrors.NameSuccessor : HandoverErrors.DoneByCompleting;
        }

        var waitsFor = kind.WaitsFor().Where(earlier => checklist.Any(one => one.Kind == earlier && !one.IsSettled)).ToList();
        if (waitsFor.Count > 0)
        {
            return HandoverErrors.Waits(kind, waitsFor);
        }

        return circumstances.Against(kind) is { Count: > 0 } seen ? HandoverErrors.SeenOtherwise(seen) : Result.Done;
    }

    private IEnumerable<HandoverBlocker> SuccessorBlockers(SocialMediaAccount account, HandoverCircumstances circumstances)
    {
        if (SuccessorId is not { } id || circumstances.Directory.Find(id) is not { } successor)
        {
            yield break;
        }

        if (account.RoleOf(id) is null)
        {
            yield return new HandoverBlocker(
                HandoverBlockerKind.SuccessorNotAssigned,
                HandoverStepKind.Successor,
                $"{successor.FullName} does not look after the account any more.",
                "An administrator or senior leader, by naming somebody else");
        }

        var readiness = circumstances.Readiness.Of(successor, circumstances.At);
        if (!readiness.IsReady)
        {
            yield return new HandoverBlocker(
                HandoverBlockerKind.SuccessorNotReady,
                HandoverStepKind.Successor,
                $"{successor.FullName} is not ready. {string.Join(". ", readiness.Missing.Select(part => part.Standing))}.",
                string.Join(' ', readiness.Missing.Select(part => part.ToDo)));
        }
    }

    private HandoverStep Step(HandoverStepKind kind)
    {
        if (_steps.Find(step => step.Kind == kind) is { } known)
        {
            return known;
        }

        var step = new HandoverStep(kind);
        _steps.Add(step);
        return step;
    }
}
