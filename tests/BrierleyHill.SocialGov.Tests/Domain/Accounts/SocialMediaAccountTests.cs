using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

public class SocialMediaAccountTests
{
    [Fact]
    [Trait("Clause", "ADM-1")]
    public void An_approval_brings_the_account_with_what_was_agreed_into_the_register()
    {
        var application = BusinessCases.In(ApplicationStatus.Submitted);
        Assert.False(application.Approve(Weighed.Everything, "Review it.", BusinessCases.Directory(), BusinessCases.Leader, BusinessCases.At).IsRefused);

        var account = SocialMediaAccount.FromApproval(application, BusinessCases.Leader, BusinessCases.At);

        Assert.Equal(AccountStatus.AwaitingCreation, account.Status);
        Assert.Equal(
            (application.ProposedName, application.Platform, application.Kind, application.Openness),
            (account.Name, account.Platform, account.Kind, account.Openness));
        Assert.Equal((application.Aim, application.Audience, application.OpennessReason), (account.Purpose, account.Audience, account.OpennessReason));
        Assert.Equal(BusinessCases.CarefulSettings, account.Settings);
        Assert.Equal((application.ResponseArrangements, application.ForwardingArrangements), (account.ResponseArrangements, account.ForwardingArrangements));
        Assert.Equal(("Review it.", BusinessCases.At), (account.Conditions, account.ApprovedAt));
        Assert.Equal(
            [(2, AssignmentRole.LeadAdministrator, BusinessCases.At, (DateTime?)null), (3, AssignmentRole.DeputyAdministrator, BusinessCases.At, null)],
            account.Assignments.Select(assignment => (assignment.PersonId, assignment.Role, assignment.From, assignment.Until)));
        Assert.Equal(new AccountEntered(application.Reference, BusinessCases.Leader, BusinessCases.At), Assert.Single(account.UnsavedEvents));
    }

    [Theory]
    [InlineData(ApplicationStatus.Draft)]
    [InlineData(ApplicationStatus.Submitted)]
    [InlineData(ApplicationStatus.ChangesRequested)]
    [InlineData(ApplicationStatus.Rejected)]
    [InlineData(ApplicationStatus.Withdrawn)]
    [Trait("Clause", "ADM-1")]
    public void Nothing_but_an_approval_brings_an_account_into_the_register(ApplicationStatus status) =>
        Assert.Throws<InvalidOperationException>(() => SocialMediaAccount.FromApproval(BusinessCases.In(status), BusinessCases.Leader, BusinessCases.At));
}
