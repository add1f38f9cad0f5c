using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Applications;

/// <summary>What speaks against a business case is pointed out to whoever decides.</summary>
[Trait("Clause", "SLT-6")]
public class AccountApplicationConcernsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static ApplicationConcern Only(AccountApplication application, PeopleDirectory? directory = null) =>
        Assert.Single(ApplicationConcerns.Of(application, BusinessCases.Circumstances(directory)));

    private static AccountApplication With(AgreedSettings settings)
    {
        var application = BusinessCases.Complete();
        Assert.False(application.AnswerSettings(settings, BusinessCases.Applicant, BusinessCases.At).IsRefused);
        return application;
    }

    [Fact]
    public void Nothing_speaks_against_a_careful_one() =>
        Assert.Empty(ApplicationConcerns.Of(BusinessCases.Complete(), BusinessCases.Circumstances()));

    [Fact]
    public void Every_missing_answer_stops_the_approval()
    {
        var application = AccountApplication.Start(BusinessCases.Applicant, BusinessCases.At);
        var concerns = ApplicationConcerns.Of(application, BusinessCases.Circumstances());

        Assert.Equal(application.Missing(BusinessCases.Directory()).Select(missing => missing.Message), concerns.Select(concern => concern.Message));
        Assert.All(concerns, concern => Assert.True(concern.StopsApproval));
    }

    [Fact]
    [Trait("Clause", "ADM-2")]
    public void An_explained_name_is_shown_with_its_explanation_and_does_not_stop()
    {
        var directory = BusinessCases.Directory(new DirectoryPerson(12, "Ada", "Science", PersonStatus.Active, null));
        var application = BusinessCases.Complete(directory: directory);
        application.AnswerPlatformAndName(Platform.Facebook, "", AccountKind.GroupOrPage, "Science Club", "It is a subject.", BusinessCases.Applicant, BusinessCases.At);

        var concern = Only(application, directory);

        Assert.False(concern.StopsApproval);
        Assert.Equal("The proposed name contains “Science”, as in Ada Science. The applicant explains: It is a subject.", concern.Message);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    [InlineData(-1, true)]
    [Trait("Clause", "BC-4")]
    public void An_administrator_who_leaves_soon_is_pointed_out(int inDays, bool told)
    {
        var directory = BusinessCases.Directory(new DirectoryPerson(3, "Wilma", "Leaver", PersonStatus.Active, Today.AddDays(inDays)));

        var concerns = ApplicationConcerns.Of(BusinessCases.Complete(), BusinessCases.Circumstances(directory));

        Assert.Equal(told, concerns.Any(concern => concern.Message.StartsWith("Wilma Leaver, named as an administrator, leaves on ", StringComparison.Ordinal)));
        Assert.DoesNotContain(concerns, concern => concern.StopsApproval);
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public void Personal_data_without_an_impact_assessment_is_pointed_out()
    {
        Assert.Empty(Concerns(null, processes: false, ImpactAssessmentStanding.None));
        Assert.Equal(
            ["Personal data will be processed, and no impact assessment is named. One has to go to the data protection officer before processing starts."],
            Concerns(null, processes: true, ImpactAssessmentStanding.None));
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public void An_impact_assessment_that_does_not_cover_the_account_yet_is_pointed_out_with_how_it_stands()
    {
        Assert.Equal(
            ["Personal data will be processed, and the impact assessment does not cover it yet: DPIA-000007 is being written."],
            Concerns(7, processes: true, new ImpactAssessmentStanding(7, "DPIA-000007 is being written", CoversSigned: false)));
        Assert.Empty(Concerns(7, processes: true, new ImpactAssessmentStanding(7, "Covers it", CoversSigned: true)));
        Assert.Empty(Concerns(7, processes: true, new ImpactAssessmentStanding(7, "None needed", CoversSigned: false, IsNotNeeded: true)));
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public void An_administrator_who_is_not_ready_is_pointed_out_with_what_is_missing_and_does_not_stop()
    {
        var readiness = new ReadinessFacts(
            [new PublishedPolicy(1, true, BusinessCases.At.AddDays(-9))],
            [new AcknowledgedPolicy(2, 1, BusinessCases.At.AddDays(-8))],
            [new NeededCourse(1, "Running an account")],
            [new AttendedCourse(2, 1, new DateOnly(2026, 1, 12), null)]);

        var concern = Assert.Single(ApplicationConcerns.Of(BusinessCases.Complete(), BusinessCases.Circumstances(readiness: readiness)));

        Assert.Equal(
            $"{BusinessCases.Directory().NameOf(3)}, named as an administrator, is not ready to run an account: Has never acknowledged the policy; Has not attended Running an account.",
            concern.Message);
        Assert.False(concern.StopsApproval);
    }

    private static IEnumerable<string> Concerns(int? assessmentId, bool processes, ImpactAssessmentStanding standing)
    {
        var application = BusinessCases.Complete();
        Assert.False(application.AnswerPersonalData(processes, "Pictures.", assessmentId, [7], BusinessCases.Applicant, BusinessCases.At).IsRefused);
        return ApplicationConcerns.Of(application, BusinessCases.Circumstances(assessment: standing)).Select(concern => concern.Message);
    }

    [Theory]
    [InlineData(WhoMay.FollowersOnly)]
    [InlineData(WhoMay.Anybody)]
    [Trait("Clause", "GP-3")]
    public void Tagging_that_is_not_switched_off_is_pointed_out(WhoMay tagging) =>
        Assert.StartsWith("Tagging people in pictures is not switched off.", Only(With(BusinessCases.CarefulSettings with { Tagging = tagging })).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Clause", "BC-5")]
    public void A_closed_account_that_lets_everybody_follow_is_pointed_out() =>
        Assert.StartsWith("The account is to be closed, but", Only(With(BusinessCases.CarefulSettings with { FollowersApproved = false })).Message, StringComparison.Ordinal);

    [Fact]
    public void Comments_by_anybody_without_approval_are_pointed_out()
    {
        Assert.StartsWith(
            "Anybody may comment", Only(With(BusinessCases.CarefulSettings with { Comments = WhoMay.Anybody, PostsApproved = false })).Message, StringComparison.Ordinal);
        Assert.Empty(ApplicationConcerns.Of(With(BusinessCases.CarefulSettings with { Comments = WhoMay.Anybody }), BusinessCases.Circumstances()));
    }

    [Fact]
    public void Direct_messages_by_anybody_are_pointed_out() =>
        Assert.StartsWith("Anybody may send direct messages", Only(With(BusinessCases.CarefulSettings with { DirectMessages = WhoMay.Anybody })).Message, StringComparison.Ordinal);
}
