using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using static BrierleyHill.SocialGov.Tests.Support.Handovers;

namespace BrierleyHill.SocialGov.Tests.Domain.Handovers;

/// <summary>Leaving and handing over, rule by rule.</summary>
[Trait("Clause", "ADM-5")]
public class HandoverTests
{
    private static HandoverStepKind[] Kinds(Handover handover) => [.. handover.Checklist.Select(step => step.Kind)];

    [Fact]
    public void Whoever_administers_leaves_the_whole_list_behind_and_a_poster_who_never_saw_a_secret_a_shorter_one()
    {
        HandoverStepKind[] whole =
        [
            HandoverStepKind.Successor, HandoverStepKind.PlatformRoles, HandoverStepKind.Rotation, HandoverStepKind.Recovery,
            HandoverStepKind.ScheduledPosts, HandoverStepKind.Confidentiality,
        ];
        var shorter = whole.Except([HandoverStepKind.Rotation, HandoverStepKind.Recovery]);

        Assert.Equal(whole, Kinds(Opened(Account())));
        Assert.Equal(shorter, Kinds(Opened(Account(), Poster)));
        Assert.Equal(whole, Kinds(Opened(Account(), Poster, knowsSecrets: true)));
        Assert.Equal((6, 4), (Opened(Account()).StepsToDo, Opened(Account(), Poster).StepsToDo));
    }

    [Fact]
    public void Whoever_administered_before_they_only_posted_knows_what_an_administrator_knows()
    {
        var account = Account();
        Done(account.Assign(Leaver, AssignmentRole.Poster, Everybody(), Both, At));

        Assert.Contains(HandoverStepKind.Rotation, Kinds(Opened(account)));
    }

    [Fact]
    public void A_closing_asks_for_what_a_closing_needs_and_keeps_what_was_done_when_it_becomes_a_transfer_again()
    {
        HandoverStepKind[] close =
            [HandoverStepKind.ContentArchived, HandoverStepKind.ClosingNotice, HandoverStepKind.PlatformClosed, HandoverStepKind.OffRegister];
        var account = Account();
        var handover = Opened(account);
        Done(handover.SettleStep(HandoverStepKind.PlatformRoles, HandoverStepState.Done, "Removed.", account, Sees(), Both, At));

        Done(handover.ChangeOutcome(HandoverOutcome.Close, "Nobody reads it.", Leader, At));
        Assert.Equal([HandoverStepKind.ScheduledPosts, HandoverStepKind.Confidentiality, .. close], Kinds(handover));
        Assert.Equal(5, handover.StepsToDo);
        Assert.Equal(close, Kinds(Closing(Account())));

        Done(handover.ChangeOutcome(HandoverOutcome.Transfer, "Somebody was found.", Administrator, At));
        Assert.True(handover.Checklist.Single(step => step.Kind == HandoverStepKind.PlatformRoles).IsSettled);
        Assert.Equal(5, handover.StepsToDo);
    }

    [Fact]
    public void It_is_never_opened_for_a_closed_account_or_for_somebody_who_does_nothing_on_it()
    {
        var closed = Account();
        Done(closed.Close("Over.", Both, At));

        Assert.Throws<InvalidOperationException>(() => Opened(Account(), leaver: 12));
        Assert.Throws<InvalidOperationException>(() => Opened(closed));
        Assert.Equal(HandoverErrors.AccountClosed, Handover.OpenToClose(closed, "Over.", Leader, At).Error);
    }

    [Fact]
    public void Only_a_senior_leader_decides_that_an_account_is_closed()
    {
        Assert.Equal(HandoverErrors.OnlyLeadersClose, Handover.OpenToClose(Account(), "Over.", Administrator, At).Error);
        Assert.Equal(HandoverErrors.OnlyLeadersClose, Opened(Account()).ChangeOutcome(HandoverOutcome.Close, "Over.", Administrator, At).Error);
        Assert.Equal(HandoverErrors.BecauseMissing, Handover.OpenToClose(Account(), " \u202E ", Leader, At).Error);
        Assert.Equal("Handover.TooLong", Handover.OpenToClose(Account(), new string('a', 501), Leader, At).Error?.Code);
        Assert.False(Handover.OpenToClose(Account(), new string('a', 500), Leader, At).IsRefused);
    }

    [Fact]
    public void One_that_is_finished_ends_what_the_leaver_did_and_nobody_elses_part()
    {
        var account = Account();
        var handover = SettleAll(Opened(account), account);

        Assert.Empty(handover.Blockers(account, Sees()));
        Done(handover.Complete(account, Sees(), Administrator, At));

        Assert.Equal((HandoverStatus.Completed, 10, At), (handover.Status, handover.EndedById, handover.EndedAt));
        Assert.Null(account.RoleOf(Leaver));
        Assert.Equal(AssignmentRole.LeadAdministrator, account.RoleOf(Lead));
        Assert.Equal(AssignmentRole.DeputyAdministrator, account.RoleOf(Follower));
        Assert.IsType<AssignmentEnded>(Assert.Single(account.UnsavedEvents));
    }

    [Fact]
    [Trait("Clause", "STF-3")]
    public void One_that_ends_in_closing_closes_the_account_and_takes_it_off_the_register()
    {
        var account = Account();
        var handover = Closing(account);
        Assert.Equal(HandoverErrors.DoneByCompleting, handover.SettleStep(HandoverStepKind.OffRegister, HandoverStepState.Done, "Gone.", account, Sees(), Both, At).Error);
        SettleAll(handover, account);

        // Its secrets go with the account, and so do its administrators.
        Done(handover.Complete(account, Sees(readiness: Ready(), rotations: [Due]), Administrator, At));

        Assert.Equal(AccountStatus.Closed, account.Status);
        Assert.Equal("Nobody reads it.", Assert.IsType<AccountClosed>(Assert.Single(account.UnsavedEvents)).Because);
        Assert.True(handover.Checklist.Single(step => step.Kind == HandoverStepKind.OffRegister).IsSettled);
    }

    [Fact]
    public void It_is_signed_off_by_an_administrator_other_than_the_leaver()
    {
        var account = Account();
        var handover = SettleAll(Opened(account), account);

        Assert.Equal(HandoverErrors.OnlyAdministrators, handover.Complete(account, Sees(), Leader, At).Error);
        Assert.Equal(HandoverErrors.OnlyAdministrators, handover.Complete(account, Sees(), Somebody(Lead), At).Error);
        Assert.Equal(HandoverErrors.ByLeaver, handover.Complete(account, Sees(), Somebody(Leaver, Roles.Administrator), At).Error);
        Assert.Equal(HandoverStatus.Open, handover.Status);
        Done(handover.Complete(account, Sees(), Administrator, At));
    }

    [Fact]
    public void The_leaver_does_nothing_about_it_whatever_their_roles()
    {
        var account = Account();
        var handover = Opened(account);
        var leaver = Somebody(Leaver, Roles.Administrator | Roles.SeniorLeader);

        Result[] refused =
        [
            handover.NameSuccessor(Follower, AssignmentRole.Poster, account, Everybody(), leaver, At),
            handover.SettleStep(HandoverStepKind.ScheduledPosts, HandoverStepState.Done, "None.", account, Sees(), leaver, At),
            handover.TakeStepBack(HandoverStepKind.ScheduledPosts, "Wrong.", account, Everybody(), leaver, At),
            handover.RemindOfConfidentiality(true, account, Everybody(), leaver, At),
            handover.ChangeOutcome(HandoverOutcome.Close, "Over.", leaver, At),
            handover.Cancel("I stay.", leaver, At),
        ];
        Assert.All(refused, result => Assert.Equal(HandoverErrors.ByLeaver, result.Error));
    }

    [Theory]
    [InlineData(Lead, Roles.None, true)]
    [InlineData(12, Roles.Administrator, true)]
    [InlineData(12, Roles.SeniorLeader, true)]
    [InlineData(Poster, Roles.None, false)]
    [InlineData(12, Roles.None, false)]
    [InlineData(12, Roles.PortalManager, false)]
    [InlineData(12, Roles.DataProtectionOfficer, false)]
    public void Administrators_leaders_and_whoever_administers_the_account_work_on_it(int person, Roles roles, bool mayWork)
    {
        var (account, by) = (Account(), Somebody(person, roles));
        var handover = Opened(account);

        var result = handover.SettleStep(HandoverStepKind.ScheduledPosts, HandoverStepState.Done, "None.", account, Sees(), by, At);

        Assert.Equal(mayWork ? null : HandoverErrors.OnlyThoseConcerned, result.Error);
        Assert.Equal(
            roles is Roles.Administrator or Roles.SeniorLeader ? null : HandoverErrors.OnlyAdministratorsAndLeaders,
            handover.Cancel("Not needed.", by, At).Error);
    }

    public static TheoryData<string, HandoverBlockerKind, HandoverStepKind> EachBlocker => new()
    {
        { "successor", HandoverBlockerKind.StepOpen, HandoverStepKind.Successor },
        { "roles", HandoverBlockerKind.StepOpen, HandoverStepKind.PlatformRoles },
        { "rotation", HandoverBlockerKind.StepOpen, HandoverStepKind.Rotation },
        { "recovery", HandoverBlockerKind.StepOpen, HandoverStepKind.Recovery },
        { "posts", HandoverBlockerKind.StepOpen, HandoverStepKind.ScheduledPosts },
        { "confidentiality", HandoverBlockerKind.StepOpen, HandoverStepKind.Confidentiality },
        { "successor-gone", HandoverBlockerKind.SuccessorNotAssigned, HandoverStepKind.Successor },
        { "successor-not-ready", HandoverBlockerKind.SuccessorNotReady, HandoverStepKind.Successor },
        { "too-few", HandoverBlockerKind.TooFewReadyAdministrators, HandoverStepKind.Successor },
        { "rotation-due", HandoverBlockerKind.SeenOtherwise, HandoverStepKind.Rotation },
        { "leaver-knows", HandoverBlockerKind.SeenOtherwise, HandoverStepKind.Rotation },
        { "platform-role", HandoverBlockerKind.SeenOtherwise, HandoverStepKind.PlatformRoles },
        { "device", HandoverBlockerKind.SeenOtherwise, HandoverStepKind.Recovery },
    };

    [Theory]
    [MemberData(nameof(EachBlocker))]
    [Trait("Clause", "SLT-7")]
    [Trait("Clause", "BC-4")]
    public void Each_thing_alone_keeps_it_from_being_completed_and_is_named_with_who_can_put_it_right(string what, HandoverBlockerKind kind, HandoverStepKind step)
    {
        var account = Account();
        // With person 5 three others administer the account: each blocker comes alone.
        Done(account.Assign(5, AssignmentRole.DeputyAdministrator, Everybody(), Both, At));
        var handover = SettleAll(Opened(account), account);
        var sees = what switch
        {
            "successor-not-ready" => Sees(readiness: Ready(Lead, Leaver, 5)),
            "rotation-due" => Sees(rotations: [Due]),
            "leaver-knows" => Sees(knows: ["Main sign-in, password"]),
            "platform-role" => Sees(roles: ["Editor"]),
            "device" => Sees(devices: ["Main sign-in, device of one-time codes"]),
            "too-few" => Sees(readiness: Ready(Leaver, Follower)),
            _ => Sees(),
        };
        if (kind == HandoverBlockerKind.StepOpen)
        {
            Done(handover.TakeStepBack(step, "Wrong.", account, Everybody(), Both, At));
        }
        else if (what == "successor-gone")
        {
            Done(account.EndAssignment(Follower, "Moved on.", Everybody(), Both, At));
        }

        var blocker = Assert.Single(handover.Blockers(account, sees));

        Assert.Equal((kind, step), (blocker.Kind, blocker.Step));
        Assert.NotEmpty(blocker.What);
        Assert.NotEmpty(blocker.WhoCanPutItRight);
        Assert.Equal("Handover.NotYet", handover.Complete(account, sees, Administrator, At).Error?.Code);
        Assert.NotNull(account.RoleOf(Leaver));
    }

    [Theory]
    [InlineData("content", HandoverStepKind.ContentArchived)]
    [InlineData("notice", HandoverStepKind.ClosingNotice)]
    [InlineData("platform", HandoverStepKind.PlatformClosed)]
    public void Each_step_of_a_closing_alone_keeps_the_account_open(string what, HandoverStepKind step)
    {
        var account = Account();
        var handover = SettleAll(Closing(account), account);
        Done(handover.TakeStepBack(step, what, account, Everybody(), Both, At));

        Assert.Equal((HandoverBlockerKind.StepOpen, step), (Assert.Single(handover.Blockers(account, Sees())).Kind, handover.Blockers(account, Sees())[0].Step));
        Assert.Equal("Handover.NotYet", handover.Complete(account, Sees(), Administrator, At).Error?.Code);
        Assert.NotEqual(AccountStatus.Closed, account.Status);
    }

    [Fact]
    public void A_secret_that_is_due_holds_up_a_poster_too()
    {
        var account = Account();
        var handover = Opened(account, Poster);
        SettleAll(handover, account);
        Assert.Empty(handover.Blockers(account, Sees()));

        Assert.Equal(HandoverStepKind.Rotation, Assert.Single(handover.Blockers(account, Sees(rotations: [Due]))).Step);
        Assert.Equal(HandoverStepKind.Rotation, Assert.Single(handover.Blockers(account, Sees(knows: ["Main sign-in, password"]))).Step);
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public void The_leaver_is_not_counted_among_the_ready_and_neither_is_a_poster()
    {
        var account = Account();
        Assert.Equal([Lead], Sees().ReadyAdministratorsWithout(account, Leaver).Select(person => person.Id));
        Assert.Equal([Lead, Leaver], Sees().ReadyAdministratorsWithout(account, null).Select(person => person.Id));
    }

    [Theory]
    [InlineData(HandoverStepKind.PlatformRoles)]
    [InlineData(HandoverStepKind.Rotation)]
    [InlineData(HandoverStepKind.Recovery)]
    public void A_step_is_not_ticked_against_what_the_portal_sees(HandoverStepKind kind)
    {
        var account = Account();
        var handover = Opened(account);
        var sees = Sees(rotations: [Due], knows: ["Main sign-in, password"], roles: ["Editor"], devices: ["A device"]);

        foreach (var state in new[] { HandoverStepState.Done, HandoverStepState.NotApplicable }.Where(one => one == HandoverStepState.Done || kind.MayNotApply()))
        {
            Assert.Equal("Handover.SeenOtherwise", handover.SettleStep(kind, state, "It is so.", account, sees, Both, At).Error?.Code);
        }

        Assert.False(handover.SettleStep(kind, HandoverStepState.Done, "It is so.", account, Sees(), Both, At).IsRefused);
    }

    [Fact]
    public void A_step_needs_evidence_or_a_reason_of_fitting_length()
    {
        var account = Account();
        var handover = Opened(account);
        Error? Settle(HandoverStepState? state, string? note) =>
            handover.SettleStep(HandoverStepKind.PlatformRoles, state, note, account, Sees(), Both, At).Error;

        Assert.Equal(HandoverErrors.NoteMissing, Settle(HandoverStepState.Done, " \n "));
        Assert.Equal(HandoverErrors.NotApplicableBecause, Settle(HandoverStepState.NotApplicable, null));
        Assert.Equal(HandoverErrors.StateMissing, Settle(null, "So."));
        Assert.Equal(HandoverErrors.StateMissing, Settle(HandoverStepState.Open, "So."));
        Assert.Equal(HandoverErrors.StateMissing, Settle((HandoverStepState)7, "So."));
        Assert.Equal("Handover.TooLong", Settle(HandoverStepState.Done, new string('a', 1001))?.Code);
        Assert.Equal("Handover.TooLong", Settle(HandoverStepState.NotApplicable, new string('a', 501))?.Code);
        Assert.Null(Settle(HandoverStepState.Done, new string('a', 1000)));
    }

    [Fact]
    public void Secrets_are_always_changed_and_the_successor_is_named_not_ticked()
    {
        var account = Account();
        var handover = Opened(account);

        Assert.Equal(HandoverErrors.AlwaysApplies, handover.SettleStep(HandoverStepKind.Rotation, HandoverStepState.NotApplicable, "No.", account, Sees(), Both, At).Error);
        Assert.Equal(HandoverErrors.NameSuccessor, handover.SettleStep(HandoverStepKind.Successor, HandoverStepState.Done, "Done.", account, Sees(), Both, At).Error);
        Assert.False(handover.SettleStep(HandoverStepKind.Successor, HandoverStepState.NotApplicable, "Two others look after it.", account, Sees(), Both, At).IsRefused);
    }

    [Fact]
    public void The_account_is_closed_on_its_platform_last()
    {
        var account = Account();
        var handover = Closing(account);
        Error? Settle(HandoverStepKind kind, HandoverStepState state) => handover.SettleStep(kind, state, "So.", account, Sees(), Both, At).Error;

        Assert.Equal("Handover.Waits", Settle(HandoverStepKind.PlatformClosed, HandoverStepState.Done)?.Code);
        Assert.Null(Settle(HandoverStepKind.ClosingNotice, HandoverStepState.NotApplicable));
        Assert.Equal("Handover.Waits", Settle(HandoverStepKind.PlatformClosed, HandoverStepState.Done)?.Code);
        Assert.Null(Settle(HandoverStepKind.ContentArchived, HandoverStepState.Done));
        Assert.Null(Settle(HandoverStepKind.PlatformClosed, HandoverStepState.Done));
    }

    [Theory]
    [InlineData(AccountStatus.AwaitingCreation, true)]
    [InlineData(AccountStatus.Active, false)]
    [InlineData(AccountStatus.Suspended, false)]
    public void Only_an_account_that_was_never_created_needs_no_closing_on_its_platform(AccountStatus status, bool mayBeLeftOut)
    {
        var account = Account();
        typeof(SocialMediaAccount).GetProperty(nameof(SocialMediaAccount.Status))!.SetValue(account, status);
        var handover = Closing(account);
        foreach (var kind in new[] { HandoverStepKind.ContentArchived, HandoverStepKind.ClosingNotice })
        {
            Done(handover.SettleStep(kind, HandoverStepState.Done, "So.", account, Sees(), Both, At));
        }

        Assert.Equal(
            mayBeLeftOut ? null : HandoverErrors.StillOnPlatform,
            handover.SettleStep(HandoverStepKind.PlatformClosed, HandoverStepState.NotApplicable, "It was never made.", account, Sees(), Both, At).Error);
    }

    [Fact]
    public void What_is_evidence_never_stands_in_an_event()
    {
        var account = Account();
        var handover = Opened(account);
        Done(handover.SettleStep(HandoverStepKind.ScheduledPosts, HandoverStepState.Done, "Quetzalcoatl was in the picture.", account, Sees(), Both, At));

        var happened = Assert.IsType<HandoverStepDone>(Assert.Single(handover.UnsavedEvents));
        Assert.DoesNotContain("Quetzalcoatl", happened.ToString() + string.Concat(happened.Changes), StringComparison.Ordinal);
        Assert.Contains("32 characters", Assert.Single(happened.Changes).After, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public void A_successor_is_assigned_with_the_same_stroke_and_nobody_assigns_themselves()
    {
        var account = Account();
        var handover = Opened(account);
        Result Name(int? person, AssignmentRole? role, Actor by, PeopleDirectory? directory = null) =>
            handover.NameSuccessor(person, role, account, directory ?? Everybody(), by, At);

        Assert.Equal(HandoverErrors.SuccessorMissing, Name(null, AssignmentRole.Poster, Both).Error);
        Assert.Equal(HandoverErrors.SuccessorMissing, Name(999, AssignmentRole.Poster, Both).Error);
        Assert.Equal(HandoverErrors.SuccessorIsLeaver, Name(Leaver, AssignmentRole.Poster, Both).Error);
        Assert.Equal(HandoverErrors.RoleMissing, Name(Follower, null, Both).Error);
        Assert.Equal(HandoverErrors.RoleMissing, Name(Follower, (AssignmentRole)7, Both).Error);
        Assert.Equal(AccountErrors.AssignsThemselves, Name(11, AssignmentRole.DeputyAdministrator, Both).Error);
        Assert.Equal(
            HandoverErrors.SuccessorLeaves, Name(4, AssignmentRole.Poster, Both, Everybody(Known(4, "Ann", "Also", leaves: LastDay))).Error);
        Assert.Equal(
            AccountErrors.PersonNotActive, Name(4, AssignmentRole.Poster, Both, Everybody(Known(4, "Ann", "Away", PersonStatus.Deactivated))).Error);
        Assert.Null(handover.SuccessorId);

        Done(Name(Follower, AssignmentRole.LeadAdministrator, Both));
        Assert.Equal((Follower, AssignmentRole.LeadAdministrator), (handover.SuccessorId!.Value, account.RoleOf(Follower)));
    }

    [Fact]
    public void Whoever_may_not_assign_people_can_take_somebody_who_is_assigned_already()
    {
        var account = Account();
        var handover = Opened(account);
        var lead = Somebody(Lead);

        Assert.Equal(AccountErrors.OnlyAdministratorsAndLeaders, handover.NameSuccessor(Follower, AssignmentRole.Poster, account, Everybody(), lead, At).Error);
        Assert.Equal(AccountErrors.OnlyAdministratorsAndLeaders, handover.NameSuccessor(Poster, AssignmentRole.DeputyAdministrator, account, Everybody(), lead, At).Error);
        Done(handover.NameSuccessor(Poster, AssignmentRole.Poster, account, Everybody(), lead, At));
        Done(handover.NameSuccessor(Lead, AssignmentRole.LeadAdministrator, account, Everybody(), lead, At));
        Assert.Empty(account.UnsavedEvents);
    }

    [Fact]
    public void A_step_taken_back_is_to_do_again_and_says_nothing_of_before()
    {
        var account = Account();
        var handover = SettleAll(Opened(account), account);
        Assert.Equal(0, handover.StepsToDo);

        Assert.Equal(HandoverErrors.BecauseMissing, handover.TakeStepBack(HandoverStepKind.Successor, "", account, Everybody(), Both, At).Error);
        Done(handover.TakeStepBack(HandoverStepKind.Successor, "She declined.", account, Everybody(), Both, At));

        var step = handover.Checklist[0];
        Assert.Equal((HandoverStepState.Open, "", null, null), (step.State, step.Note, step.ById, step.At));
        Assert.Null(handover.SuccessorId);
        Assert.Equal(1, handover.StepsToDo);
        Assert.NotNull(account.RoleOf(Follower));
    }

    [Fact]
    [Trait("Clause", "BEH-1")]
    public void A_reminder_of_confidentiality_by_the_portal_sees_to_its_step()
    {
        var account = Account();
        var handover = Opened(account);

        Done(handover.RemindOfConfidentiality(true, account, Everybody(), Somebody(Lead), At));

        var step = handover.Checklist.Single(one => one.Kind == HandoverStepKind.Confidentiality);
        Assert.Equal((HandoverStepState.Done, Lead, At), (step.State, step.ById, step.At));
        Assert.True(Assert.IsType<LeaverRemindedOfConfidentiality>(Assert.Single(handover.UnsavedEvents)).IsSent);
    }

    [Fact]
    public void It_follows_a_leaver_who_comes_to_do_more_and_not_one_who_comes_to_do_less()
    {
        var handover = Opened(Account(), Poster);
        Done(handover.FollowRole(AssignmentRole.DeputyAdministrator, Both, At));
        Assert.Contains(HandoverStepKind.Rotation, Kinds(handover));

        Done(handover.FollowRole(AssignmentRole.Poster, Both, At));
        Assert.Equal(AssignmentRole.DeputyAdministrator, handover.LeaverRole);
        Assert.Single(handover.UnsavedEvents);
    }

    [Fact]
    public void A_date_that_is_the_same_moves_nothing()
    {
        var handover = Opened(Account());
        Done(handover.MoveLeavingDate(LastDay, Both, At));
        Assert.Empty(handover.UnsavedEvents);
        Done(handover.MoveLeavingDate(LastDay.AddDays(1), Both, At));
        Assert.Equal(new HandoverDateMoved(LastDay, LastDay.AddDays(1), Both, At), Assert.Single(handover.UnsavedEvents));
    }

    [Theory]
    [InlineData(HandoverCause.LeavingDate, true, false)]
    [InlineData(HandoverCause.LeaverAssigned, true, false)]
    [InlineData(HandoverCause.Deactivated, false, true)]
    public void Taking_back_what_opened_it_cancels_it_and_taking_back_something_else_does_not(HandoverCause cause, bool byDate, bool byReturn)
    {
        Assert.Equal(byDate ? null : HandoverErrors.OpenedOtherwise, Opened(Account(), cause: cause).LeaverStays(Both, At).Error);
        Assert.Equal(byReturn ? null : HandoverErrors.OpenedOtherwise, Opened(Account(), cause: cause).LeaverReturns(Both, At).Error);
    }

    [Fact]
    public void Another_account_is_a_bug()
    {
        var (account, other) = (Account(), Account());
        typeof(Entity).GetProperty(nameof(Entity.Id))!.SetValue(other, 7);
        Assert.Throws<ArgumentException>(() => Opened(account).Complete(other, Sees(), Both, At));
    }
}
