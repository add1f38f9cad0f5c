using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>Whom an account is for, and whether it is open, is changed by those who approve, with a reason (SLT-6, BC-5).</summary>
[Trait("Clause", "SLT-6")]
[Trait("Clause", "BC-5")]
public class MaterialChangeTests
{
    private static readonly DateTime At = BusinessCases.At;

    private static SocialMediaAccount Account()
    {
        var account = SocialMediaAccount.FromApproval(BusinessCases.In(ApplicationStatus.Approved), BusinessCases.Leader, At);
        account.TakeEvents();
        return account;
    }

    private static Result Change(
        SocialMediaAccount account, string audience = "Everybody nearby.", Openness? openness = Openness.Open, string why = "It is news.", string because = "Asked for by parents.", Actor? by = null) =>
        account.ChangeAudienceAndOpenness(audience, openness, why, because, by ?? BusinessCases.Leader, At);

    [Fact]
    public void A_leader_changes_it_and_the_reason_stays_on_the_record()
    {
        var account = Account();

        Assert.False(Change(account).IsRefused);

        Assert.Equal(("Everybody nearby.", Openness.Open, "It is news."), (account.Audience, account.Openness, account.OpennessReason));
        var changed = Assert.IsType<AccountMateriallyChanged>(Assert.Single(account.TakeEvents()));
        Assert.Equal("Asked for by parents.", changed.Reason);
        Assert.Equal(["Intended audience", "Open or closed", "Why open or closed"], changed.Changes.Select(change => change.Field));
        Assert.DoesNotContain(changed.Changes, change => change.After == "Everybody nearby.");
    }

    public static TheoryData<string, Roles, int> Wrong => new()
    {
        { "Account.OnlySeniorLeaders", Roles.None, 9 },
        { "Account.OnlySeniorLeaders", Roles.Administrator | Roles.PortalManager | Roles.DataProtectionOfficer, 9 },
        { "Account.ChangedByAdministrator", Roles.SeniorLeader, 2 },
        { "Account.ChangedByAdministrator", Roles.SeniorLeader, 3 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Nobody_else_does_and_no_leader_who_runs_it(string code, Roles roles, int personId)
    {
        var account = Account();
        Assert.Equal(code, Change(account, by: new Actor(personId, "Somebody", roles)).Error?.Code);
        Assert.Empty(account.UnsavedEvents);
    }

    [Theory]
    [InlineData("", "Why", "Because", "Audience")]
    [InlineData(" ", "Why", "Because", "Audience")]
    [InlineData("Who", "", "Because", "OpennessReason")]
    [InlineData("Who", "Why", "\u0000", "Because")]
    public void Every_answer_is_needed(string audience, string why, string because, string field)
    {
        var refusal = Change(Account(), audience, Openness.Open, why, because).Error;
        Assert.Equal(("Account.Missing", field), (refusal?.Code, refusal?.Field));
    }

    [Theory]
    [InlineData(null)]
    [InlineData((Openness)7)]
    public void Open_or_closed_is_chosen(Openness? openness) => Assert.Equal("Openness", Change(Account(), openness: openness).Error?.Field);

    [Fact]
    public void An_answer_has_a_longest_length()
    {
        Assert.Equal("Account.TooLong", Change(Account(), because: new string('x', 2001)).Error?.Code);
        Assert.False(Change(Account(), because: new string('x', 2000)).IsRefused);
    }

    [Fact]
    public void What_is_the_same_is_no_change()
    {
        var account = Account();
        Assert.Equal("Account.NothingChanged", Change(account, account.Audience, account.Openness, account.OpennessReason).Error?.Code);
        Assert.Empty(account.UnsavedEvents);
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public void The_account_takes_over_the_assessment_of_its_business_case_and_follows_it()
    {
        var application = BusinessCases.Complete();
        application.AnswerPersonalData(true, "Pictures.", 7, [7], BusinessCases.Applicant, At);
        application.Submit("", BusinessCases.Directory(), BusinessCases.Applicant, At);
        application.Approve(Weighed.Everything, "", BusinessCases.Directory(), BusinessCases.Leader, At);

        var account = SocialMediaAccount.FromApproval(application, BusinessCases.Leader, At);
        Assert.Equal(7, account.ImpactAssessmentId);
        account.TakeEvents();
        account.FollowImpactAssessment(8, BusinessCases.Leader, At);

        Assert.Equal(8, account.ImpactAssessmentId);
        Assert.IsType<AccountFollowedImpactAssessment>(Assert.Single(account.TakeEvents()));
    }
}
