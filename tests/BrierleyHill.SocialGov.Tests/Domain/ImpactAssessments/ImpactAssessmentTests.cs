using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.ImpactAssessments;

/// <summary>The rules of an assessment, one by one.</summary>
[Trait("Clause", "DP-2")]
public class ImpactAssessmentTests
{
    private static readonly DateTime At = Assessments.At;

    [Fact]
    public void Beginning_one_needs_a_title_and_a_person()
    {
        Assert.Equal(ImpactAssessmentErrors.TitleMissing, ImpactAssessment.Start("  ", null, Assessments.Author, At).Error);
        Assert.Equal("ImpactAssessment.TooLong", ImpactAssessment.Start(new string('x', 101), null, Assessments.Author, At).Error?.Code);
        Assert.Throws<ArgumentException>(() => ImpactAssessment.Start("Pictures", null, Actor.Portal("Portal"), At));
    }

    [Fact]
    public void The_steps_wait_for_the_screening()
    {
        var assessment = ImpactAssessment.Start("Pictures", null, Assessments.Author, At).Value;
        Assert.Equal(ImpactAssessmentErrors.ScreenFirst, assessment.ChooseLawfulBasis(LawfulBasis.Consent, Assessments.Author, At).Error);

        Assessments.Done(assessment.AnswerScreening(ScreeningPoints.Children, ScreeningPoints.Children, Assessments.Author, At));
        Assert.Equal(ScreeningOutcome.NotFinished, assessment.Screened);
        Assessments.Done(assessment.AnswerScreening(Screening.Everything, ScreeningPoints.Children, Assessments.Author, At));

        Assert.Equal(ScreeningOutcome.Needed, assessment.Screened);
        Assessments.Done(assessment.ChooseLawfulBasis(LawfulBasis.Consent, Assessments.Author, At));
    }

    [Fact]
    public void Each_yes_by_itself_makes_it_needed()
    {
        foreach (var question in Screening.Questions)
        {
            var assessment = ImpactAssessment.Start("Pictures", null, Assessments.Author, At).Value;
            Assessments.Done(assessment.AnswerScreening(Screening.Everything, question, Assessments.Author, At));
            Assert.True(assessment.IsToBeDone);
            Assert.Equal(ImpactAssessmentErrors.NotAllNo, assessment.DeclareNotNeeded("No.", [], Assessments.Author, At).Error);
        }
    }

    [Fact]
    public void A_forged_screening_is_refused()
    {
        var assessment = ImpactAssessment.Start("Pictures", null, Assessments.Author, At).Value;
        Assert.True(assessment.AnswerScreening((ScreeningPoints)256, ScreeningPoints.None, Assessments.Author, At).IsRefused);
        Assert.True(assessment.AnswerScreening(ScreeningPoints.None, ScreeningPoints.Children, Assessments.Author, At).IsRefused);
    }

    [Fact]
    public void None_is_needed_only_with_every_answer_no_and_a_reason()
    {
        var assessment = ImpactAssessment.Start("Pictures", null, Assessments.Author, At).Value;
        Assessments.Done(assessment.AnswerScreening(Screening.Everything & ~ScreeningPoints.Matching, ScreeningPoints.None, Assessments.Author, At));
        Assert.Equal(ImpactAssessmentErrors.NotAllNo, assessment.DeclareNotNeeded("No.", [], Assessments.Author, At).Error);
        Assessments.Done(assessment.AnswerScreening(Screening.Everything, ScreeningPoints.None, Assessments.Author, At));
        Assert.Equal("Because", assessment.DeclareNotNeeded(" ", [], Assessments.Author, At).Error?.Field);
        Assessments.Done(assessment.DeclareNotNeeded("Scores alone.", [], Assessments.Author, At));

        Assert.Equal((AssessmentStatus.NotNeeded, ScreeningOutcome.NotNeeded, "Scores alone."), (assessment.Status, assessment.Screened, assessment.ScreeningReason));
    }

    [Fact]
    public void An_overturned_screening_cannot_be_answered_away_again()
    {
        var assessment = Assessments.In(AssessmentStatus.NotNeeded);
        Assert.Equal("Because", assessment.OverturnScreening("", Assessments.Officer, At).Error?.Field);
        Assessments.Done(assessment.OverturnScreening("Pictures are planned.", Assessments.Officer, At));

        Assert.Equal(ImpactAssessmentErrors.ScreeningClosed, assessment.AnswerScreening(Screening.Everything, ScreeningPoints.None, Assessments.Author, At).Error);
        Assert.Equal(ImpactAssessmentErrors.ScreeningClosed, assessment.DeclareNotNeeded("No.", [], Assessments.Author, At).Error);
        Assert.True(assessment.IsToBeDone);
    }

    [Fact]
    public void Sending_needs_everything_and_an_officer_who_is_not_the_author()
    {
        var assessment = Assessments.Complete();
        Assert.Equal(ImpactAssessmentErrors.NoOfficer, assessment.Send(null, [], [], Assessments.Directory, Assessments.Author, At).Error);
        Assert.Equal(ImpactAssessmentErrors.NoOfficer, assessment.Send(null, [1], [], Assessments.Directory, Assessments.Author, At).Error);
        Assessments.Done(assessment.ChooseLawfulBasis(null, Assessments.Author, At));
        Assert.Equal(ImpactAssessmentErrors.Incomplete, Assessments.Send(assessment).Error);
    }

    [Fact]
    public void What_is_sent_is_pinned_by_version_and_hash()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        var round = Assert.Single(assessment.Rounds);

        Assert.Equal((assessment.ContentVersion, assessment.Content.Hash()), (round.ContentVersion, round.ContentHash));
        var pinned = Assert.Single(assessment.Coverage);
        Assert.Equal((7, false, Assessments.Covered.Facts), (pinned.ApplicationId, pinned.IsConfirmed, pinned.Facts));

        Assessments.Done(Assessments.Judge(assessment));
        Assessments.Done(Assessments.SignOff(assessment));

        Assert.Equal((round.ContentVersion, round.ContentHash), (assessment.CurrentDecision!.ContentVersion, assessment.CurrentDecision.ContentHash));
        Assert.True(Assert.Single(assessment.Coverage).IsConfirmed);
    }

    [Fact]
    public void A_save_that_changes_nothing_is_no_version_and_no_event()
    {
        var assessment = Assessments.In(AssessmentStatus.Draft);
        var version = assessment.ContentVersion;

        Assessments.Done(assessment.Answer(
            AssessmentStep.Need, new Dictionary<AssessmentText, string?> { [AssessmentText.Why] = " The answer to Why. \r\n" }, Assessments.Author, At));

        Assert.Equal(version, assessment.ContentVersion);
        Assert.Empty(assessment.UnsavedEvents);
    }

    [Fact]
    public void Answers_in_words_are_told_to_the_audit_by_their_length()
    {
        var assessment = Assessments.In(AssessmentStatus.Draft);
        assessment.Answer(AssessmentStep.Need, new Dictionary<AssessmentText, string?> { [AssessmentText.Why] = "Secret child" }, Assessments.Author, At);
        assessment.AddRisk("Secret child", "Secret child", null, null, Assessments.Author, At);

        Assert.All(assessment.UnsavedEvents, happened => Assert.DoesNotContain("Secret", string.Join(' ', happened.Changes), StringComparison.Ordinal));
        Assert.Contains("12 characters", string.Join(' ', assessment.UnsavedEvents[0].Changes), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_another_step_too_long_and_unknown_are_refused()
    {
        var assessment = Assessments.In(AssessmentStatus.Draft);
        Error? Answer(AssessmentText text, string? answer) =>
            assessment.Answer(AssessmentStep.Need, new Dictionary<AssessmentText, string?> { [text] = answer }, Assessments.Author, At).Error;

        Assert.Equal("Nature", Answer(AssessmentText.Nature, "x")?.Field);
        Assert.Equal("ImpactAssessment.NotAChoice", Answer((AssessmentText)99, "x")?.Code);
        Assert.Equal("ImpactAssessment.TooLong", Answer(AssessmentText.Why, new string('x', 4001))?.Code);
        Assert.Null(Answer(AssessmentText.Why, new string('x', 4000)));
        Assert.True(assessment.ChooseLawfulBasis((LawfulBasis)9, Assessments.Author, At).IsRefused);
        Assert.Equal("KeeperId", assessment.NameKeeper(99, Assessments.Directory, Assessments.Author, At).Error?.Field);
        Assert.Equal("OwnerId", assessment.PlanMeasure(1, "x", 99, null, null, null, Assessments.Directory, Assessments.Author, At).Error?.Field);
        Assert.Equal("Severity", assessment.ChangeRisk(1, "x", "y", Likelihood.Remote, (Severity)9, Assessments.Author, At).Error?.Field);
        Assert.Equal(ImpactAssessmentErrors.NoSuchRisk, assessment.RemoveRisk(77, Assessments.Author, At).Error);
    }

    [Fact]
    public void The_number_of_a_risk_that_was_taken_out_is_not_given_again()
    {
        var assessment = Assessments.In(AssessmentStatus.Draft);
        Assessments.Done(assessment.RemoveRisk(1, Assessments.Author, At));

        Assert.Equal(2, assessment.AddRisk("Another.", "x", null, null, Assessments.Author, At).Value);
    }

    [Fact]
    public void There_is_an_end_to_risks()
    {
        var assessment = Assessments.In(AssessmentStatus.Draft);
        for (var number = 2; number <= ImpactAssessment.MostRisks; number++)
        {
            Assert.False(assessment.AddRisk("Another.", "x", null, null, Assessments.Author, At).IsRefused);
        }

        Assert.Equal("ImpactAssessment.TooManyRisks", assessment.AddRisk("Another.", "x", null, null, Assessments.Author, At).Error?.Code);
        Assert.Equal("ImpactAssessment.TooManyRisks", assessment.TakeFromLibrary([LibraryRiskTests.Added()], Assessments.Author, At).Error?.Code);
    }

    [Theory]
    [InlineData(AnswerVerdict.Improve)]
    [InlineData(AnswerVerdict.Correct)]
    public void A_verdict_that_asks_for_something_says_what(AnswerVerdict verdict)
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);

        Assert.Equal("Why", assessment.Comment([("Why", verdict, " ")], Assessments.Directory, Assessments.Officer, At).Error?.Field);
        Assert.Equal(ImpactAssessmentErrors.NoSuchAnswer, assessment.Comment([("Riddle", verdict, "x")], Assessments.Directory, Assessments.Officer, At).Error);
        Assert.Equal(ImpactAssessmentErrors.NoSuchAnswer, assessment.Comment([("NotConsultedBecause", verdict, "x")], Assessments.Directory, Assessments.Officer, At).Error);
        Assert.Empty(assessment.Rounds[0].Comments);
    }

    [Fact]
    public void A_return_needs_something_to_do()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        Assert.Equal(ImpactAssessmentErrors.NothingToReturnFor, assessment.Return(" ", Assessments.Officer, At).Error);
        Assessments.Done(assessment.Comment([("Why", AnswerVerdict.Acceptable, "")], Assessments.Directory, Assessments.Officer, At));
        Assert.Equal(ImpactAssessmentErrors.NothingToReturnFor, assessment.Return(null, Assessments.Officer, At).Error);
        Assessments.Done(assessment.Comment([("Why", AnswerVerdict.Improve, "More.")], Assessments.Directory, Assessments.Officer, At));
        Assessments.Done(assessment.Return(null, Assessments.Officer, At));
        Assert.Equal("Advice", Assessments.In(AssessmentStatus.WithDpo).Refuse("", Assessments.Officer, At).Error?.Field);
    }

    [Theory]
    [InlineData(AnswerVerdict.Improve)]
    [InlineData(AnswerVerdict.Correct)]
    public void A_sign_off_needs_every_answer_judged_acceptable(AnswerVerdict verdict)
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        Assert.Equal(ImpactAssessmentErrors.NotAllJudged, Assessments.SignOff(assessment).Error);
        Assessments.Done(Assessments.Judge(assessment));
        Assessments.Done(assessment.Comment([("Risk-1", verdict, "More.")], Assessments.Directory, Assessments.Officer, At));
        Assert.Equal(ImpactAssessmentErrors.NotAllAcceptable, Assessments.SignOff(assessment).Error);
        Assessments.Done(assessment.Comment([("Risk-1", AnswerVerdict.Acceptable, "")], Assessments.Directory, Assessments.Officer, At));
        Assert.Equal("Advice", assessment.SignOff(" ", Assessments.Today.AddDays(1), [], Assessments.Directory, Assessments.Officer, At).Error?.Field);
        Assessments.Done(Assessments.SignOff(assessment));
    }

    [Fact]
    public void In_the_next_round_what_was_changed_is_judged_anew_and_the_rest_stands()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        Assessments.Done(Assessments.Judge(assessment));
        Assessments.Done(assessment.Comment(
            [("Why", AnswerVerdict.Improve, "More."), ("Plan", AnswerVerdict.Correct, "Wrong.")], Assessments.Directory, Assessments.Officer, At));
        Assessments.Done(assessment.Return(null, Assessments.Officer, At));
        Assessments.Done(assessment.Answer(
            AssessmentStep.Need, new Dictionary<AssessmentText, string?> { [AssessmentText.Why] = "Better." }, Assessments.Author, At));
        Assessments.Done(Assessments.Send(assessment));

        AnswerVerdict? Now(string key) =>
            assessment.CurrentComment(assessment.Content.Answers(Assessments.Directory).Single(answer => answer.Key == key), Assessments.Directory)?.Verdict;
        string? Earlier(string key) =>
            assessment.Earlier(assessment.Content.Answers(Assessments.Directory).Single(answer => answer.Key == key), Assessments.Directory);
        Assert.Equal((null, AnswerVerdict.Correct, AnswerVerdict.Acceptable), (Now("Why"), Now("Plan"), Now("Nature")));
        Assert.Equal(("The answer to Why.", null), (Earlier("Why"), Earlier("Plan")));
        Assert.Equal("More.", assessment.LastComment("Why")?.Text);
        Assert.Equal(ImpactAssessmentErrors.NotAllAcceptable, Assessments.SignOff(assessment).Error);
        Assessments.Done(assessment.Comment([("Plan", AnswerVerdict.Acceptable, "")], Assessments.Directory, Assessments.Officer, At));
        Assert.Equal(ImpactAssessmentErrors.NotAllJudged, Assessments.SignOff(assessment).Error);
        Assessments.Done(assessment.Comment([("Why", AnswerVerdict.Acceptable, "")], Assessments.Directory, Assessments.Officer, At));
        Assessments.Done(Assessments.SignOff(assessment));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_review_is_after_today_and_a_year_on_at_most(int days, bool fine)
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        Assessments.Done(Assessments.Judge(assessment));

        var signed = assessment.SignOff("Fine.", Assessments.Today.AddDays(days), [], Assessments.Directory, Assessments.Officer, At);

        Assert.Equal(fine ? null : "ReviewOn", signed.Error?.Field);
        Assert.Equal(fine, assessment.ReviewOn == Assessments.Today.AddDays(days));
    }

    [Fact]
    public void A_high_residual_risk_needs_the_ICO_and_a_leader_before_a_sign_off()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo, RiskLevel.High);
        Assessments.Done(Assessments.Judge(assessment));
        Assert.Equal(ImpactAssessmentErrors.IcoNotDecided, Assessments.SignOff(assessment).Error);
        Assert.Equal(ImpactAssessmentErrors.DecisionInTheFuture, assessment.DecideToConsultIco(Assessments.Today.AddDays(1), "High.", "", Assessments.Officer, At).Error);
        Assert.Equal("DecidedOn", assessment.DecideToConsultIco(null, "High.", "", Assessments.Officer, At).Error?.Field);
        Assert.Equal("Reasons", assessment.DecideToConsultIco(Assessments.Today, " ", "", Assessments.Officer, At).Error?.Field);
        Assessments.Done(assessment.DecideToConsultIco(Assessments.Today, "High.", "IC-1", Assessments.Officer, At));
        Assert.Equal(ImpactAssessmentErrors.ResidualNotAccepted, Assessments.SignOff(assessment).Error);
        Assert.Equal("Remark", assessment.AcceptResidualRisk("", Assessments.Leader, At).Error?.Field);
        Assessments.Done(assessment.AcceptResidualRisk("Worth it.", Assessments.Leader, At));
        Assessments.Done(Assessments.SignOff(assessment));

        Assert.Equal(("IC-1", 9), (assessment.Ico!.IcoReference, assessment.Acceptance!.AcceptedById));
        Assert.Equal("Outcome", assessment.RecordIcoOutcome("", "", Assessments.Leader, At).Error?.Field);
        Assessments.Done(assessment.RecordIcoOutcome("No objection.", "", Assessments.Leader, At));
        Assert.Equal(("No objection.", "IC-1"), (assessment.Ico.Outcome, assessment.Ico.IcoReference));
    }

    [Theory]
    [InlineData(RiskLevel.Low)]
    [InlineData(RiskLevel.Medium)]
    public void A_lower_residual_risk_needs_neither(RiskLevel level)
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo, level);
        Assessments.Done(Assessments.Judge(assessment));
        Assessments.Done(Assessments.SignOff(assessment));
    }

    [Fact]
    public void Whoever_accepted_the_high_risk_as_a_leader_does_not_sign_off_as_officer()
    {
        var both = BrierleyHill.SocialGov.Tests.Support.People.Actor(20, Roles.SeniorLeader | Roles.DataProtectionOfficer);
        var assessment = Assessments.In(AssessmentStatus.WithDpo, RiskLevel.High);
        Assessments.Done(Assessments.Judge(assessment));
        Assessments.Done(assessment.DecideToConsultIco(Assessments.Today, "High.", "", both, At));
        Assessments.Done(assessment.AcceptResidualRisk("Worth it.", both, At));

        Assert.Equal(ImpactAssessmentErrors.AcceptedBySamePerson, Assessments.SignOff(assessment, by: both).Error);
        Assessments.Done(Assessments.SignOff(assessment));
    }

    [Fact]
    public void An_acceptance_holds_for_the_content_that_was_accepted()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo, RiskLevel.High);
        Assessments.Done(assessment.AcceptResidualRisk("Worth it.", Assessments.Leader, At));
        Assert.True(assessment.IsResidualAccepted);
        Assessments.Done(assessment.Return("More.", Assessments.Officer, At));
        Assessments.Done(assessment.Rename("Otherwise", Assessments.Author, At));

        Assert.False(assessment.IsResidualAccepted);
    }

    [Fact]
    public void Overruling_needs_a_reason_a_review_date_and_what_a_high_risk_needs()
    {
        var assessment = Assessments.In(AssessmentStatus.Refused, RiskLevel.High);
        var review = Assessments.Today.AddDays(90);
        Assert.Equal("Because", assessment.Overrule(" ", review, [], Assessments.Leader, At).Error?.Field);
        Assert.Equal("ReviewOn", assessment.Overrule("Because.", null, [], Assessments.Leader, At).Error?.Field);
        Assert.Equal(ImpactAssessmentErrors.IcoNotDecided, assessment.Overrule("Because.", review, [], Assessments.Leader, At).Error);
        Assessments.Done(assessment.DecideToConsultIco(Assessments.Today, "High.", "", Assessments.Leader, At));
        Assert.Equal(ImpactAssessmentErrors.ResidualNotAccepted, assessment.Overrule("Because.", review, [], Assessments.Leader, At).Error);
        Assessments.Done(assessment.AcceptResidualRisk("Worth it.", Assessments.Leader, At));
        Assert.Equal(ImpactAssessmentErrors.DecidedByApplicant, assessment.Overrule(
            "Because.", review, [Assessments.Covered with { ApplicantId = 9 }], Assessments.Leader, At).Error);
        Assessments.Done(assessment.Overrule("Because.", review, [Assessments.Covered], Assessments.Leader, At));

        Assert.Equal(
            [(AssessmentOutcome.Refused, 8, "Not like this."), (AssessmentOutcome.Overruled, 9, "Because.")],
            assessment.Decisions.Select(decision => (decision.Outcome, decision.DecidedById, decision.Text!)));
        Assert.Equal(review, assessment.ReviewOn);
    }

    [Fact]
    public void What_was_changed_after_the_advice_is_not_overruled_but_sent_again()
    {
        var assessment = Assessments.In(AssessmentStatus.ReturnedByDpo);
        Assessments.Done(assessment.Rename("Otherwise", Assessments.Author, At));

        Assert.Equal(ImpactAssessmentErrors.ChangedSinceAdvice, assessment.Overrule("Because.", Assessments.Today.AddDays(9), [], Assessments.Leader, At).Error);
    }

    [Fact]
    public void Nobody_signs_off_what_a_business_case_of_theirs_has_named_since_it_was_sent()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        Assessments.Done(Assessments.Judge(assessment));

        Assert.Equal(ImpactAssessmentErrors.DecidedByApplicant, assessment.SignOff(
            "Fine.", Assessments.Today.AddDays(9), [Assessments.Covered with { ApplicationId = 12, ApplicantId = 8 }], Assessments.Directory, Assessments.Officer, At).Error);
    }

    public static TheoryData<string, MaterialFacts> MaterialChanges => new()
    {
        { "platform (Facebook, now Instagram)", Assessments.Covered.Facts with { Platform = Platform.Instagram } },
        { "open or closed (Closed or private, now Open)", Assessments.Covered.Facts with { Openness = Openness.Open } },
        { "kind of account (Group or page, now Account)", Assessments.Covered.Facts with { Kind = AccountKind.SocialNetworkAccount } },
        { "audience", Assessments.Covered.Facts with { Audience = "Everybody." } },
        { "name of the platform", Assessments.Covered.Facts with { PlatformName = "Seesaw" } },
    };

    [Theory]
    [MemberData(nameof(MaterialChanges))]
    public void A_material_change_reopens_it_and_the_earlier_sign_off_stays_in_its_history(string words, MaterialFacts facts)
    {
        var assessment = Assessments.In(AssessmentStatus.SignedOff);
        var later = At.AddDays(1);
        Assessments.Done(assessment.NoteChange(Assessments.Covered with { Facts = facts }, Assessments.Author, later));

        Assert.Equal((AssessmentStatus.Draft, $"APP-000007 has changed: {words}."), (assessment.Status, assessment.ReopenedBecause));
        Assert.Equal(AssessmentOutcome.SignedOff, Assert.Single(assessment.Decisions).Outcome);
        Assert.Null(assessment.CurrentDecision);

        // Everything is judged anew, and sent again it is signed off again.
        Assessments.Done(Assessments.Send(assessment, later.AddHours(1)));
        Assert.Equal(ImpactAssessmentErrors.NotAllJudged, Assessments.SignOff(assessment, later.AddHours(2)).Error);
        Assessments.Done(Assessments.Judge(assessment, at: later.AddHours(2)));
        Assessments.Done(Assessments.SignOff(assessment, later.AddHours(2)));
        Assert.Null(assessment.ReopenedBecause);
        Assert.Equal(2, assessment.Decisions.Count);
    }

    [Fact]
    public void Acceptance_and_ICO_from_before_a_reopening_do_not_count()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo, RiskLevel.High);
        Assessments.Done(Assessments.Judge(assessment));
        Assessments.Done(assessment.DecideToConsultIco(Assessments.Today, "High.", "", Assessments.Officer, At));
        Assessments.Done(assessment.AcceptResidualRisk("Worth it.", Assessments.Leader, At));
        Assessments.Done(Assessments.SignOff(assessment));
        Assessments.Done(assessment.NoteChange(Assessments.Covered with { Facts = Assessments.Covered.Facts with { Audience = "All." } }, Assessments.Author, At.AddDays(1)));

        Assert.Equal((false, false), (assessment.IsIcoDecided, assessment.IsResidualAccepted));
    }

    [Fact]
    public void A_change_of_nothing_material_or_of_what_is_not_covered_reopens_nothing()
    {
        var assessment = Assessments.In(AssessmentStatus.SignedOff);

        Assert.Equal(ImpactAssessmentErrors.NoMaterialChange, assessment.NoteChange(Assessments.Covered, Assessments.Author, At).Error);
        Assert.Equal(
            ImpactAssessmentErrors.NoMaterialChange,
            assessment.NoteChange(new CoverableCase(99, 1, Assessments.Covered.Facts with { Audience = "All." }), Assessments.Author, At).Error);
        Assert.Equal(AssessmentStatus.SignedOff, assessment.Status);
    }

    [Fact]
    public void While_the_officer_has_it_a_change_is_told_once_and_it_stays_there()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        var changed = Assessments.Covered with { Facts = Assessments.Covered.Facts with { Openness = Openness.Open } };

        Assessments.Done(assessment.NoteChange(changed, Assessments.Author, At));
        Assert.Equal(ImpactAssessmentErrors.NoMaterialChange, assessment.NoteChange(changed, Assessments.Author, At).Error);

        Assert.IsType<MaterialChangeNoted>(Assert.Single(assessment.UnsavedEvents));
        Assert.Equal(AssessmentStatus.WithDpo, assessment.Status);
    }

    [Fact]
    public void One_that_names_it_later_is_covered_once_the_officer_confirms_it()
    {
        var assessment = Assessments.In(AssessmentStatus.SignedOff);
        var another = Assessments.Covered with { ApplicationId = 11, ApplicantId = 8 };
        Assert.False(assessment.Covers(11, another.Facts));

        Assert.Equal(ImpactAssessmentErrors.DecidedByApplicant, assessment.ConfirmCoverage(another, Assessments.Officer, At).Error);
        another = another with { ApplicantId = 3 };
        Assessments.Done(assessment.ConfirmCoverage(another, Assessments.Officer, At));
        Assert.Equal(ImpactAssessmentErrors.AlreadyConfirmed, assessment.ConfirmCoverage(another, Assessments.Officer, At).Error);

        Assert.True(assessment.Covers(11, another.Facts));
        Assert.Equal(2, assessment.Coverage.Count);
    }

    [Fact]
    public void How_it_stands_to_an_account_in_words()
    {
        var (id, facts) = (Assessments.Covered.ApplicationId, Assessments.Covered.Facts);
        (string Words, bool Signed) Of(ImpactAssessment? assessment, MaterialFacts? now = null, int application = 0) =>
            ImpactAssessmentStanding.Of(assessment, application == 0 ? id : application, now ?? facts) is var standing ? (standing.Words, standing.CoversSigned) : default;

        Assert.Equal(("No impact assessment is named", false), Of(null));
        Assert.Equal(("DPIA-000000 is being written", false), Of(Assessments.In(AssessmentStatus.Draft)));
        Assert.Equal(("DPIA-000000 has been with the data protection officer since 10 March 2026", false), Of(Assessments.In(AssessmentStatus.WithDpo)));
        Assert.Equal(("DPIA-000000 was returned to its author on 10 March 2026", false), Of(Assessments.In(AssessmentStatus.ReturnedByDpo)));
        Assert.Equal(("DPIA-000000 was refused by the data protection officer on 10 March 2026", false), Of(Assessments.In(AssessmentStatus.Refused)));
        Assert.Equal(("DPIA-000000 was superseded by a newer version on 10 March 2026", false), Of(Assessments.In(AssessmentStatus.Superseded)));
        Assert.Equal(("DPIA-000000, signed off on 10 March 2026, covers this account", true), Of(Assessments.In(AssessmentStatus.SignedOff)));
        Assert.Equal(
            ("DPIA-000000 is signed off, but the data protection officer has not confirmed that it covers this account", false),
            Of(Assessments.In(AssessmentStatus.SignedOff), application: 12));
        Assert.Equal(
            ("DPIA-000000 is signed off, but this account has changed since: audience", false),
            Of(Assessments.In(AssessmentStatus.SignedOff), facts with { Audience = "All." }));

        var overruled = Assessments.In(AssessmentStatus.Refused);
        Assessments.Done(overruled.Overrule("Because.", Assessments.Today.AddDays(9), [Assessments.Covered], Assessments.Leader, At));
        Assert.Equal(("DPIA-000000, signed off on 10 March 2026 against the advice of the data protection officer, covers this account", true), Of(overruled));

        var reopened = Assessments.In(AssessmentStatus.SignedOff);
        Assessments.Done(reopened.NoteChange(Assessments.Covered with { Facts = facts with { Audience = "All." } }, Assessments.Author, At));
        Assert.Equal(("DPIA-000000 was reopened on 10 March 2026: APP-000007 has changed: audience", false), Of(reopened));

        var none = ImpactAssessmentStanding.Of(Assessments.In(AssessmentStatus.NotNeeded), id, facts);
        Assert.Equal((true, false, true), (none.IsNotNeeded, none.CoversSigned, none.IsSettled));
        Assert.False(ImpactAssessmentStanding.Of(Assessments.In(AssessmentStatus.NotNeeded), id, facts with { Audience = "All." }).IsSettled);
    }

    [Fact]
    public void A_new_version_has_the_same_content_and_only_one_is_begun()
    {
        var assessment = Assessments.In(AssessmentStatus.SignedOff);
        var successor = assessment.StartNewVersion(Assessments.Leader, At).Value;

        Assert.Equal(assessment.Content.Hash(), successor.Content.Hash());
        Assert.Equal((AssessmentStatus.Draft, 9, 0), (successor.Status, successor.AuthorId, successor.Rounds.Count));
        Assert.Equal(AssessmentStatus.SignedOff, assessment.Status);
        Assert.Equal(ImpactAssessmentErrors.SuccessorUnderWay, assessment.StartNewVersion(Assessments.Author, At).Error);
        Assert.Equal(2, successor.AddRisk("Another.", "x", null, null, Assessments.Leader, At).Value);
    }

    [Fact]
    public void A_version_that_is_not_signed_off_supersedes_nothing()
    {
        var assessment = Assessments.In(AssessmentStatus.SignedOff);
        var successor = assessment.StartNewVersion(Assessments.Author, At).Value;

        Assert.True(assessment.SupersedeBy(successor, Assessments.Officer, At).IsRefused);
    }

    [Fact]
    public void Reviews_are_chased_sixty_thirty_and_seven_days_before_and_weekly_after_each_once()
    {
        var assessment = Assessments.In(AssessmentStatus.WithDpo);
        Assessments.Done(Assessments.Judge(assessment));
        var due = new DateOnly(2026, 9, 2);
        Assessments.Done(assessment.SignOff("Fine.", due, [], Assessments.Directory, Assessments.Officer, At));
        var days = new List<int>();
        for (var day = 0; day < 200; day++)
        {
            for (var hour = 0; hour < 24; hour += 6)
            {
                var now = At.Date.AddDays(day).AddHours(hour + 3);
                if (!assessment.RemindOfReview(WorkingCalendar.EnglandAndWales, Actor.Portal("Reviews"), DateTime.SpecifyKind(now, DateTimeKind.Utc)).IsRefused)
                {
                    days.Add(due.DayNumber - LondonTime.DateOf(DateTime.SpecifyKind(now, DateTimeKind.Utc)).DayNumber);
                }
            }
        }

        // 60 days before is a Saturday and 30 a Monday; the day after is a Thursday.
        Assert.Equal([58, 30, 7, -1, -8, -15, -22], days);
    }

    [Fact]
    public void A_recorded_review_begins_the_reminders_anew()
    {
        var assessment = Assessments.In(AssessmentStatus.SignedOff);
        var later = At.AddDays(181);
        Assessments.Done(assessment.RemindOfReview(WorkingCalendar.EnglandAndWales, Actor.Portal("Reviews"), later));
        Assert.Equal("Conclusion", assessment.Review("", LondonTime.DateOf(later).AddMonths(9), Assessments.Officer, later).Error?.Field);
        Assessments.Done(assessment.Review("Holds.", LondonTime.DateOf(later).AddMonths(9), Assessments.Officer, later));

        Assert.Equal(0, assessment.ReviewStep);
        Assert.Null(assessment.ReviewReminderDue(WorkingCalendar.EnglandAndWales, later.AddDays(7)));
    }
}
