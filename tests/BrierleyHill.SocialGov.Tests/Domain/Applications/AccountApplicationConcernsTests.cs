using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Applications;

/// <summary>What speaks against a business case is pointed out to whoever decides.</summary>
[Trait("Clause", "SLT-6")]
public class AccountApplicationConcernsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static ApplicationConcern Only(AccountApplication application, PeopleDirectory? directory = null) =>
        Assert.Single(ApplicationConcerns.Of(application, directory ?? BusinessCases.Directory(), Today));

    private static AccountApplication With(AgreedSettings settings)
    {
        var application = BusinessCases.Complete();
        Assert.False(application.AnswerSettings(settings, BusinessCases.Applicant, BusinessCases.At).IsRefused);
        return application;
    }

    [Fact]
    public void Nothing_speaks_against_a_careful_one() =>
        Assert.Empty(ApplicationConcerns.Of(BusinessCases.Complete(), BusinessCases.Directory(), Today));

    [Fact]
    public void Every_missing_answer_stops_the_approval()
    {
        var application = AccountApplication.Start(BusinessCases.Applicant, BusinessCases.At);
        var concerns = ApplicationConcerns.Of(application, BusinessCases.Directory(), Today);

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

        var concerns = ApplicationConcerns.Of(BusinessCases.Complete(), directory, Today);

        Assert.Equal(told, concerns.Any(concern => concern.Message.StartsWith("Wilma Leaver, named as an administrator, leaves on ", StringComparison.Ordinal)));
        Assert.DoesNotContain(concerns, concern => concern.StopsApproval);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("DPIA 7", false)]
    [Trait("Clause", "DP-2")]
    public void Personal_data_without_an_impact_assessment_is_pointed_out(string assessment, bool told)
    {
        var application = BusinessCases.Complete();
        application.AnswerPersonalData(processes: true, "Pictures.", assessment, BusinessCases.Applicant, BusinessCases.At);

        var concerns = ApplicationConcerns.Of(application, BusinessCases.Directory(), Today);

        Assert.Equal(told ? ["Personal data will be processed, and no impact assessment is named. One has to go to the data protection officer before processing starts."] : [],
            concerns.Select(concern => concern.Message));
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
        Assert.Empty(ApplicationConcerns.Of(With(BusinessCases.CarefulSettings with { Comments = WhoMay.Anybody }), BusinessCases.Directory(), Today));
    }

    [Fact]
    public void Direct_messages_by_anybody_are_pointed_out() =>
        Assert.StartsWith("Anybody may send direct messages", Only(With(BusinessCases.CarefulSettings with { DirectMessages = WhoMay.Anybody })).Message, StringComparison.Ordinal);
}
