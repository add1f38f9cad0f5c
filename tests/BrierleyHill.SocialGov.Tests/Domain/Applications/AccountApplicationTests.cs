using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Applications;

public class AccountApplicationTests
{
    private static readonly DateTime At = BusinessCases.At;
    private static readonly Actor Applicant = BusinessCases.Applicant;
    private static readonly Actor Leader = BusinessCases.Leader;
    private static readonly PeopleDirectory Everybody = BusinessCases.Directory();

    private static void Refused(string code, AccountApplication application, Func<AccountApplication, Result> action, string? field = null)
    {
        application.TakeEvents();
        var before = JsonSerializer.Serialize(application);

        var result = action(application);

        Assert.Equal("Application." + code, result.Error?.Code);
        Assert.Equal(field, result.Error?.Field);
        Assert.Equal(before, JsonSerializer.Serialize(application));
        Assert.Empty(application.UnsavedEvents);
    }

    private static IEnumerable<string> MissingIn(AccountApplication application, PeopleDirectory? directory = null) =>
        application.Missing(directory ?? Everybody).Select(missing => missing.Field);

    private static Result Approve(AccountApplication application, Actor by, PeopleDirectory? directory = null) =>
        application.Approve(Weighed.Everything, "", directory ?? Everybody, by, At);

    [Fact]
    public void It_is_begun_by_a_person_and_not_by_the_portal() =>
        Assert.Throws<ArgumentException>(() => AccountApplication.Start(Actor.Portal("Chasing"), At));

    [Fact]
    [Trait("Clause", "STF-1")]
    public void Anybody_who_is_staff_may_begin_one()
    {
        var application = AccountApplication.Start(Applicant, At);

        Assert.Equal(ApplicationStatus.Draft, application.Status);
        Assert.Equal(Applicant.PersonId, application.ApplicantId);
        Assert.IsType<ApplicationStarted>(Assert.Single(application.UnsavedEvents));
    }

    [Theory]
    [InlineData("Aim", "Aim")]
    [InlineData("Audience", "Audience")]
    [InlineData("Promotion", "Promotion")]
    [InlineData("Openness", "Openness")]
    [InlineData("OpennessReason", "OpennessReason")]
    [Trait("Clause", "BC-1")]
    [Trait("Clause", "BC-2")]
    [Trait("Clause", "BC-3")]
    [Trait("Clause", "BC-5")]
    public void It_cannot_be_submitted_without_aim_audience_promotion_openness_and_its_reason(string leftOut, string field)
    {
        var application = BusinessCases.Complete();
        application.AnswerAim(leftOut == "Aim" ? "  \u202E\n" : "Aim", Applicant, At);
        application.AnswerAudience(leftOut == "Audience" ? "" : "All", leftOut == "Promotion" ? " " : "Letter", Applicant, At);
        application.AnswerOpenness(leftOut == "Openness" ? null : Openness.Open, leftOut == "OpennessReason" ? null : "Because", Applicant, At);

        Assert.Equal([field], MissingIn(application));
        Refused("Incomplete", application, one => one.Submit("", Everybody, Applicant, At));
    }

    [Fact]
    [Trait("Clause", "SLT-6")]
    public void Every_answer_that_the_policy_asks_for_is_missing_from_an_empty_one_and_none_from_a_complete_one()
    {
        Assert.Equal(
            [
                "Platform", "Kind", "ProposedName", "Aim", "Audience", "Promotion", "LeadId", "DeputyIds", "Openness", "OpennessReason", "Comments", "Following",
                "Tagging", "FollowersApproved", "PostsApproved", "DirectMessages", "ResponseArrangements", "ForwardingArrangements", "ProcessesPersonalData",
            ],
            MissingIn(AccountApplication.Start(Applicant, At)));
        Assert.Empty(MissingIn(BusinessCases.Complete()));
    }

    [Theory]
    [InlineData(Platform.Other)]
    [InlineData(Platform.LearningPlatform)]
    public void A_platform_that_the_form_does_not_offer_is_named(Platform platform)
    {
        var application = BusinessCases.Complete();
        application.AnswerPlatformAndName(platform, "", AccountKind.LearningPlatform, "Science Club", "", Applicant, At);
        Assert.Equal(["PlatformName"], MissingIn(application));

        application.AnswerPlatformAndName(platform, "Seesaw", AccountKind.LearningPlatform, "Science Club", "", Applicant, At);
        Assert.Empty(MissingIn(application));
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public void Whose_personal_data_is_processed_is_asked_only_where_it_is_processed()
    {
        var application = BusinessCases.Complete();
        application.AnswerPersonalData(processes: true, "", 7, [7], Applicant, At);
        Assert.Equal(["PersonalData"], MissingIn(application));

        application.AnswerPersonalData(processes: false, "Pictures", 7, [7], Applicant, At);
        Assert.Empty(MissingIn(application));
        Assert.Equal(("", null), (application.PersonalData, application.ImpactAssessmentId));
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public void An_impact_assessment_is_one_of_those_offered_or_the_one_that_is_named_already()
    {
        var application = BusinessCases.Complete();

        Refused("NotAChoice", application, one => one.AnswerPersonalData(true, "Pictures", 7, [6, 8], Applicant, At), "ImpactAssessmentId");
        Assert.False(application.AnswerPersonalData(true, "Pictures", 7, [7], Applicant, At).IsRefused);
        Assert.False(application.AnswerPersonalData(true, "Pictures of groups", 7, [], Applicant, At).IsRefused);

        Assert.Equal(7, application.ImpactAssessmentId);
        Assert.Contains(application.Answers(BusinessCases.Directory()), answer => answer is { Question: "Impact assessment", Answer: "DPIA-000007" });
    }

    [Theory]
    [InlineData(ApplicationStatus.Draft)]
    [InlineData(ApplicationStatus.Submitted)]
    [InlineData(ApplicationStatus.Approved)]
    [Trait("Clause", "DP-2")]
    public void A_business_case_follows_its_assessment_to_the_one_that_replaces_it_in_any_status(ApplicationStatus status)
    {
        var application = BusinessCases.In(status);
        application.FollowImpactAssessment(9, Leader, At);
        Assert.Null(application.ImpactAssessmentId);

        typeof(AccountApplication).GetProperty(nameof(AccountApplication.ImpactAssessmentId))!.SetValue(application, 7);
        application.FollowImpactAssessment(9, Leader, At);
        application.FollowImpactAssessment(9, Leader, At);

        Assert.Equal(9, application.ImpactAssessmentId);
        var followed = Assert.IsType<ApplicationFollowedImpactAssessment>(Assert.Single(application.TakeEvents()));
        Assert.Equal(("DPIA-000007", "DPIA-000009"), (followed.Former, followed.Successor));
    }

    [Fact]
    public void Progress_tells_not_started_in_progress_and_completed()
    {
        var application = AccountApplication.Start(Applicant, At);
        Assert.All(Enum.GetValues<ApplicationSection>(), section => Assert.Equal(SectionProgress.NotStarted, application.ProgressOf(section, Everybody)));

        application.AnswerAudience("Families", "", Applicant, At);
        Assert.Equal(SectionProgress.InProgress, application.ProgressOf(ApplicationSection.Audience, Everybody));

        Assert.All(Enum.GetValues<ApplicationSection>(), section => Assert.Equal(SectionProgress.Completed, BusinessCases.Complete().ProgressOf(section, Everybody)));
    }

    // Separation of duties.

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.DataProtectionOfficer)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager)]
    [Trait("Clause", "BC-6")]
    [Trait("Clause", "SLT-6")]
    public void Only_a_senior_leader_decides(Roles roles)
    {
        var by = new Actor(9, "Person 9", roles);
        var application = BusinessCases.In(ApplicationStatus.Submitted);

        Refused("OnlySeniorLeaders", application, one => Approve(one, by));
        Refused("OnlySeniorLeaders", application, one => one.Reject("No.", by, At));
        Refused("OnlySeniorLeaders", application, one => one.RequestChanges("More.", by, At));
    }

    [Fact]
    [Trait("Clause", "BC-6")]
    public void The_portal_itself_decides_nothing_whatever_role_is_claimed_for_it() =>
        Refused("OnlySeniorLeaders", BusinessCases.In(ApplicationStatus.Submitted), one => Approve(one, new Actor(null, "Portal", Roles.SeniorLeader)));

    [Theory]
    [InlineData(Roles.SeniorLeader)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator | Roles.PortalManager | Roles.DataProtectionOfficer)]
    [Trait("Clause", "BC-6")]
    public void A_leader_does_not_decide_their_own(Roles roles)
    {
        var leader = Applicant with { Roles = roles };
        var application = BusinessCases.In(ApplicationStatus.Submitted, applicant: leader);

        Refused("DecidedByApplicant", application, one => Approve(one, leader));
        Refused("DecidedByApplicant", application, one => one.Reject("No.", leader, At));
        Refused("DecidedByApplicant", application, one => one.RequestChanges("More.", leader, At));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Clause", "BC-6")]
    public void A_leader_does_not_decide_about_an_account_that_they_are_to_run(int administratorId)
    {
        var leader = new Actor(administratorId, "Named", Roles.SeniorLeader | Roles.Administrator);
        var application = BusinessCases.In(ApplicationStatus.Submitted);

        Refused("DecidedByAdministrator", application, one => Approve(one, leader));
        Refused("DecidedByAdministrator", application, one => one.Reject("No.", leader, At));
        Refused("DecidedByAdministrator", application, one => one.RequestChanges("More.", leader, At));
    }

    [Fact]
    [Trait("Clause", "BC-6")]
    public void A_leader_who_holds_other_roles_besides_decides() =>
        Assert.False(Approve(BusinessCases.In(ApplicationStatus.Submitted), Leader with { Roles = Roles.SeniorLeader | Roles.PortalManager }).IsRefused);

    [Fact]
    public void Nobody_but_the_applicant_edits_or_submits()
    {
        var application = BusinessCases.Complete();
        foreach (var by in new[] { Leader, new Actor(2, "Lead", Roles.None), Actor.NotSignedIn, Actor.Portal("Portal") })
        {
            Refused("NotTheApplicant", application, one => one.AnswerPlatformAndName(Platform.X, "", null, "A", "", by, At));
            Refused("NotTheApplicant", application, one => one.AnswerAim("A", by, At));
            Refused("NotTheApplicant", application, one => one.AnswerAudience("A", "B", by, At));
            Refused("NotTheApplicant", application, one => one.NameAdministrators(4, [5], Everybody, by, At));
            Refused("NotTheApplicant", application, one => one.AnswerOpenness(Openness.Open, "A", by, At));
            Refused("NotTheApplicant", application, one => one.AnswerSettings(AgreedSettings.None, by, At));
            Refused("NotTheApplicant", application, one => one.AnswerMessages("A", "B", by, At));
            Refused("NotTheApplicant", application, one => one.AnswerPersonalData(true, "A", null, [], by, At));
            Refused("NotTheApplicant", application, one => one.Submit("", Everybody, by, At));
        }
    }

    // Administrators.

    [Fact]
    [Trait("Clause", "BC-4")]
    public void One_administrator_is_too_few()
    {
        var application = BusinessCases.Complete();
        Assert.False(application.NameAdministrators(2, [], Everybody, Applicant, At).IsRefused);

        Assert.Equal(["DeputyIds"], MissingIn(application));
        Refused("Incomplete", application, one => one.Submit("", Everybody, Applicant, At));
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public void One_of_the_administrators_leads()
    {
        var application = BusinessCases.Complete();
        Assert.False(application.NameAdministrators(null, [2, 3], Everybody, Applicant, At).IsRefused);

        Assert.Equal(["LeadId"], MissingIn(application));
    }

    [Theory]
    [InlineData(2, new[] { 2 })]
    [InlineData(2, new[] { 3, 3 })]
    [InlineData(null, new[] { 3, 4, 3 })]
    [Trait("Clause", "BC-4")]
    public void The_same_person_is_not_named_twice(int? lead, int[] deputies) =>
        Refused("AdministratorsWrong", BusinessCases.Complete(), one => one.NameAdministrators(lead, deputies, Everybody, Applicant, At), "DeputyIds");

    [Theory]
    [InlineData(2, new[] { 99 })]
    [InlineData(99, new[] { 3 })]
    [InlineData(0, new[] { 3 })]
    [InlineData(2, new[] { -1 })]
    [InlineData(2, new[] { int.MaxValue })]
    [Trait("Clause", "BC-4")]
    public void A_number_that_is_not_in_the_directory_is_refused(int lead, int[] deputies) =>
        Refused("AdministratorsWrong", BusinessCases.Complete(), one => one.NameAdministrators(lead, deputies, Everybody, Applicant, At), "DeputyIds");

    [Theory]
    [InlineData(PersonStatus.Invited)]
    [InlineData(PersonStatus.Deactivated)]
    [Trait("Clause", "BC-4")]
    public void Somebody_who_is_not_active_is_not_named(PersonStatus status)
    {
        var directory = BusinessCases.Directory(new DirectoryPerson(3, "Wilma", "Away", status, null));
        Refused("AdministratorsWrong", BusinessCases.Complete(), one => one.NameAdministrators(2, [3], directory, Applicant, At), "DeputyIds");
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public void Ten_administrators_can_be_named_and_eleven_cannot()
    {
        var application = BusinessCases.Complete();
        Assert.False(application.NameAdministrators(2, [.. Enumerable.Range(3, 9)], Everybody, Applicant, At).IsRefused);
        Assert.Equal(AccountApplication.MostAdministrators, application.Administrators.Count);

        Refused("AdministratorsWrong", application, one => one.NameAdministrators(2, [.. Enumerable.Range(3, 10)], Everybody, Applicant, At), "DeputyIds");
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public void An_administrator_who_leaves_after_the_submission_stops_the_approval_but_no_rejection()
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        var without = BusinessCases.Directory(new DirectoryPerson(3, "Wilma", "Away", PersonStatus.Deactivated, null));

        Refused("NoLongerComplete", application, one => Approve(one, Leader, without));
        Assert.False(application.RequestChanges("Name somebody else.", Leader, At).IsRefused);
    }

    // Naming.

    [Fact]
    [Trait("Clause", "ADM-2")]
    public void A_name_like_a_persons_is_corrected_or_explained()
    {
        var directory = BusinessCases.Directory(new DirectoryPerson(12, "Ada", "Forest", PersonStatus.Deactivated, null));
        var application = BusinessCases.Complete(directory: directory, name: "Forest School");
        Assert.Equal(["NameExplanation"], MissingIn(application, directory));
        Refused("Incomplete", application, one => one.Submit("", directory, Applicant, At));

        application.AnswerPlatformAndName(Platform.Facebook, "", AccountKind.GroupOrPage, "Forest School", "It is a place.", Applicant, At);
        Assert.Empty(MissingIn(application, directory));

        application.AnswerPlatformAndName(Platform.Facebook, "", AccountKind.GroupOrPage, "Woodland School", "", Applicant, At);
        Assert.False(application.Submit("", directory, Applicant, At).IsRefused);
    }

    [Fact]
    [Trait("Clause", "ADM-2")]
    public void A_namesake_who_joins_after_the_submission_stops_the_approval()
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        var joined = BusinessCases.Directory(new DirectoryPerson(16, "Ada", "Science", PersonStatus.Active, null));

        Refused("NoLongerComplete", application, one => Approve(one, Leader, joined));
        var concern = Assert.Single(ApplicationConcerns.Of(application, BusinessCases.Circumstances(joined)));
        Assert.True(concern.StopsApproval);
        Assert.Contains("Ada Science", concern.Message, StringComparison.Ordinal);
    }

    // Texts.

    public static TheoryData<string, int> Texts => new()
    {
        { "PlatformName", 100 }, { "ProposedName", 100 }, { "NameExplanation", 2000 }, { "Aim", 2000 }, { "Audience", 2000 }, { "Promotion", 2000 },
        { "OpennessReason", 2000 }, { "ResponseArrangements", 2000 }, { "ForwardingArrangements", 2000 }, { "PersonalData", 2000 },
    };

    private static Result Say(AccountApplication application, string field, string text)
    {
        string? For(string name) => name == field ? text : "short";
        return field switch
        {
            "PlatformName" or "ProposedName" or "NameExplanation" => application.AnswerPlatformAndName(
                Platform.Other, For("PlatformName"), AccountKind.LearningPlatform, For("ProposedName"), For("NameExplanation"), Applicant, At),
            "Aim" => application.AnswerAim(text, Applicant, At),
            "Audience" or "Promotion" => application.AnswerAudience(For("Audience"), For("Promotion"), Applicant, At),
            "OpennessReason" => application.AnswerOpenness(Openness.Open, text, Applicant, At),
            "ResponseArrangements" or "ForwardingArrangements" => application.AnswerMessages(For("ResponseArrangements"), For("ForwardingArrangements"), Applicant, At),
            _ => application.AnswerPersonalData(true, For("PersonalData"), null, [], Applicant, At),
        };
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_has_a_longest_length(string field, int limit)
    {
        Refused("TooLong", BusinessCases.Complete(), one => Say(one, field, new string('x', limit + 1)), field);

        var application = BusinessCases.Complete();
        Assert.False(Say(application, field, new string('x', limit)).IsRefused);
        Assert.Equal(limit, ((string)typeof(AccountApplication).GetProperty(field)!.GetValue(application)!).Length);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Control_characters_and_direction_overrides_are_taken_out_of_a_text(string field, int limit)
    {
        var application = BusinessCases.Complete();
        var isName = limit == AccountApplication.NameMaximumLength;

        Assert.False(Say(application, field, " One\u0000\u001b\u202E\u2066 two\r\nthree\u0085 \ud800").IsRefused);

        Assert.Equal(isName ? "One two three" : "One two\nthree", typeof(AccountApplication).GetProperty(field)!.GetValue(application));
    }

    [Fact]
    public void A_value_that_the_form_does_not_offer_is_refused()
    {
        var application = BusinessCases.Complete();
        Refused("NotAChoice", application, one => one.AnswerPlatformAndName((Platform)999, "", AccountKind.GroupOrPage, "A", "", Applicant, At), "Platform");
        Refused("NotAChoice", application, one => one.AnswerPlatformAndName(Platform.X, "", (AccountKind)9, "A", "", Applicant, At), "Kind");
        Refused("NotAChoice", application, one => one.AnswerOpenness((Openness)9, "A", Applicant, At), "Openness");
        var settings = BusinessCases.CarefulSettings;
        Refused("NotAChoice", application, one => one.AnswerSettings(settings with { Comments = (WhoMay)9 }, Applicant, At), "Comments");
        Refused("NotAChoice", application, one => one.AnswerSettings(settings with { Following = (WhoMay)9 }, Applicant, At), "Following");
        Refused("NotAChoice", application, one => one.AnswerSettings(settings with { Tagging = (WhoMay)9 }, Applicant, At), "Tagging");
        Refused("NotAChoice", application, one => one.AnswerSettings(settings with { DirectMessages = (WhoMay)9 }, Applicant, At), "DirectMessages");
    }

    [Fact]
    public void Saving_the_same_answers_again_is_no_event()
    {
        var application = BusinessCases.Complete();
        application.TakeEvents();

        BusinessCases.Answer(application, Applicant, Everybody, 2, 3, "Science Club", At.AddHours(1));

        Assert.Empty(application.UnsavedEvents);
        Assert.Equal(At, application.LastChangedAt);
    }

    [Fact]
    public void The_event_of_a_saved_section_tells_free_text_by_its_length_alone()
    {
        var application = BusinessCases.Complete();
        application.TakeEvents();

        application.AnswerAim("Little Bobby wants it.", Applicant, At);

        var changes = Assert.Single(application.UnsavedEvents).Changes;
        Assert.Contains(new Change("Aim", "34 characters", "22 characters"), changes);
        Assert.DoesNotContain(changes, change => (change.Before + change.After).Contains("Bobby", StringComparison.Ordinal));
    }

    // Decisions.

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u202E\u0007")]
    [InlineData(null)]
    [Trait("Clause", "BC-6")]
    public void A_rejection_and_a_request_for_changes_carry_reasons(string? reasons)
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        Refused("ReasonsMissing", application, one => one.Reject(reasons, Leader, At), "Reasons");
        Refused("ReasonsMissing", application, one => one.RequestChanges(reasons, Leader, At), "Reasons");
    }

    [Fact]
    public void Reasons_conditions_and_notes_have_a_longest_length()
    {
        var tooLong = new string('x', 2001);
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        Refused("TooLong", application, one => one.Reject(tooLong, Leader, At), "Reasons");
        Refused("TooLong", application, one => one.RequestChanges(tooLong, Leader, At), "Reasons");
        Refused("TooLong", application, one => one.Approve(Weighed.Everything, tooLong, Everybody, Leader, At), "Reasons");
        Refused("TooLong", application, one => one.Withdraw(tooLong, Everybody, Applicant, At), "Reasons");
        Refused("TooLong", BusinessCases.Complete(), one => one.Submit(tooLong, Everybody, Applicant, At), "Note");
    }

    public static TheoryData<Weighed> TooLittleWeighed => new(Enumerable.Range(0, 15).Select(value => (Weighed)value));

    [Theory]
    [MemberData(nameof(TooLittleWeighed))]
    [Trait("Clause", "SLT-6")]
    public void An_approval_needs_all_four_points_weighed(Weighed weighed) =>
        Refused("NotWeighed", BusinessCases.In(ApplicationStatus.Submitted), one => one.Approve(weighed, "", Everybody, Leader, At), "Weighed");

    [Fact]
    [Trait("Clause", "BC-6")]
    public void An_approval_may_carry_conditions_and_a_decision_names_who_when_and_why()
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        application.Approve(Weighed.Everything, " Review it. ", Everybody, Leader, At.AddHours(3));

        Assert.Equal("Review it.", application.Conditions);
        var decision = Assert.Single(application.Decisions);
        Assert.Equal((DecisionOutcome.Approved, "Review it.", 9, At.AddHours(3)), (decision.Outcome, decision.Reasons, decision.DecidedById, decision.DecidedAt));
        Assert.Equal(new ApplicationApproved("Review it.", Leader, At.AddHours(3)), Assert.Single(application.UnsavedEvents));
    }

    [Fact]
    [Trait("Clause", "SLT-5")]
    public void Each_submission_keeps_what_was_submitted()
    {
        var application = BusinessCases.In(ApplicationStatus.ChangesRequested);
        application.AnswerAim("Another aim.", Applicant, At);

        Assert.Equal("Families see what pupils find out.", Aim(application.Submissions[0]));
        application.Submit("The aim.", Everybody, Applicant, At.AddDays(1));

        Assert.Equal([1, 2], application.Submissions.Select(submission => submission.Round));
        Assert.Equal("Families see what pupils find out.", Aim(application.Submissions[0]));
        Assert.Equal("Another aim.", Aim(application.Submissions[1]));
        Assert.Equal((null, "The aim."), (application.Submissions[0].Note, application.Submissions[1].Note));

        static string? Aim(ApplicationSubmission submission) => submission.Answers.Single(answer => answer.Question == "Aim").Answer;
    }

    // Withdrawal.

    [Fact]
    public void Only_the_applicant_withdraws_while_the_applicant_is_active()
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        Refused("WithdrawalNotYours", application, one => one.Withdraw("Over.", Everybody, Leader, At));
        Refused("WithdrawalNotYours", application, one => one.Withdraw("Over.", Everybody, new Actor(2, "Lead", Roles.None), At));
    }

    [Fact]
    public void A_senior_leader_withdraws_for_somebody_who_has_left_with_a_reason()
    {
        var left = BusinessCases.Directory(new DirectoryPerson(1, "Gone", "Away", PersonStatus.Deactivated, null));
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        Refused("WithdrawalNotYours", application, one => one.Withdraw("Over.", left, new Actor(2, "Lead", Roles.Administrator), At));
        Refused("ReasonsMissing", application, one => one.Withdraw(" ", left, Leader, At), "Reasons");

        Assert.False(application.Withdraw("The applicant has left.", left, Leader, At).IsRefused);
        Assert.Equal(new ApplicationWithdrawn("The applicant has left.", Leader, At), Assert.Single(application.UnsavedEvents));
    }

    [Fact]
    public void A_draft_of_somebody_who_has_left_is_not_a_leaders_to_withdraw()
    {
        var left = BusinessCases.Directory(new DirectoryPerson(1, "Gone", "Away", PersonStatus.Deactivated, null));
        Refused("WithdrawalNotYours", BusinessCases.In(ApplicationStatus.Draft), one => one.Withdraw("Over.", left, Leader, At));
    }
}
