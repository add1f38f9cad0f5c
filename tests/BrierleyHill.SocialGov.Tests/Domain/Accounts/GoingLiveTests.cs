using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>An account is live only when every gate is open at that moment, and each shut gate says who can open it.</summary>
[Trait("Clause", "ADM-1")]
public class GoingLiveTests
{
    private static readonly DateTime At = Support.Accounts.At;

    private static GateStanding Gate(SocialMediaAccount account, GoingLiveGate gate, GoingLiveCircumstances? circumstances = null) =>
        GoingLiveGates.Of(account, circumstances ?? Support.Accounts.Circumstances(), At).Single(one => one.Gate == gate);

    private static Result GoLive(SocialMediaAccount account, GoingLiveCircumstances? circumstances = null, Actor? by = null) =>
        account.GoLive(circumstances ?? Support.Accounts.Circumstances(), by ?? Support.Accounts.Administrator, At);

    [Fact]
    public void With_every_gate_open_it_goes_live_and_both_dates_begin()
    {
        var account = Support.Accounts.Prepared(learning: true);

        Support.Accounts.Done(GoLive(account));

        Assert.Equal((AccountStatus.Active, At), (account.Status, account.WentLiveAt));
        Assert.Equal((new DateOnly(2027, 3, 10), new DateOnly(2026, 9, 6)), (account.NextReviewOn, account.VerificationDueOn));
        var live = Assert.IsType<AccountWentLive>(Assert.Single(account.TakeEvents()));
        Assert.Contains(live.Changes, change => change is { Field: "Ready administrators", After: "Quillanc Zephyrsonc, Quilland Zephyrsond" });
    }

    [Fact]
    public void Just_approved_everything_is_shut_that_has_to_be_done_on_it()
    {
        var gates = GoingLiveGates.Of(Support.Accounts.Approved(learning: true), Support.Accounts.Circumstances(signInDetails: false), At);

        Assert.Equal(
            [
                (GoingLiveGate.Address, false), (GoingLiveGate.Settings, false), (GoingLiveGate.SignInDetails, false), (GoingLiveGate.AcceptableUse, false),
                (GoingLiveGate.Administrators, true), (GoingLiveGate.Assessment, true),
            ],
            gates.Select(gate => (gate.Gate, gate.IsMet)));
        Assert.All(gates, gate => Assert.Equal(gate.IsMet, gate.Remedies.Count == 0));
        Assert.All(gates.SelectMany(gate => gate.Remedies), remedy => Assert.Equal("An administrator", remedy.Who));
    }

    public static TheoryData<GoingLiveGate> Gates => [.. Enum.GetValues<GoingLiveGate>()];

    /// <summary>Each gate alone holds the account back, and is the only one named.</summary>
    [Theory]
    [MemberData(nameof(Gates))]
    public void One_shut_gate_is_enough(GoingLiveGate gate)
    {
        var account = Support.Accounts.Prepared(learning: true, personalData: true);
        var circumstances = Support.Accounts.Circumstances();
        switch (gate)
        {
            case GoingLiveGate.Address:
                account = Support.Accounts.Approved(learning: true, personalData: true);
                Support.Accounts.Done(account.CheckSettings([.. Support.Accounts.AsAgreed()], Support.Accounts.Administrator, At));
                Support.Accounts.Done(account.RecordAcceptableUse(new DateOnly(2026, 3, 1), Support.Accounts.Administrator, At));
                break;
            case GoingLiveGate.Settings:
                Support.Accounts.Done(account.CheckSettings([Support.Accounts.Departure()], Support.Accounts.Administrator, At));
                break;
            case GoingLiveGate.SignInDetails:
                circumstances = circumstances with { HoldsSignInDetails = false };
                break;
            case GoingLiveGate.AcceptableUse:
                account = Support.Accounts.Approved(learning: true, personalData: true);
                Support.Accounts.Done(account.RecordAddress(Support.Accounts.Address(), Support.Accounts.Administrator, At));
                Support.Accounts.Done(account.CheckSettings([.. Support.Accounts.AsAgreed()], Support.Accounts.Administrator, At));
                break;
            case GoingLiveGate.Administrators:
                circumstances = circumstances with { Readiness = Support.Accounts.ReadyBut(2) };
                break;
            case GoingLiveGate.Assessment:
                circumstances = circumstances with { Assessment = new ImpactAssessmentStanding(1, "It is being written", CoversSigned: false) };
                break;
        }

        account.TakeEvents();

        var refused = GoLive(account, circumstances);

        Assert.Equal("Account.GatesShut", refused.Error?.Code);
        var shut = Assert.Single(GoingLiveGates.Of(account, circumstances, At), one => !one.IsMet);
        Assert.Equal(gate, shut.Gate);
        Assert.NotEmpty(shut.Remedies);
        Assert.Contains(gate.InWords(), refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.AwaitingCreation, account.Status);
        Assert.Empty(account.UnsavedEvents);
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.DataProtectionOfficer)]
    public void Nobody_but_an_administrator_makes_it_live_or_prepares_it(Roles roles)
    {
        var (account, by) = (Support.Accounts.Prepared(learning: true), Support.People.Actor(8, roles));

        Assert.Equal("Account.OnlyAdministrators", GoLive(account, by: by).Error?.Code);
        Assert.Equal("Account.OnlyAdministrators", account.RecordAddress(Support.Accounts.Address("other"), by, At).Error?.Code);
        Assert.Equal("Account.OnlyAdministrators", account.CheckSettings([Support.Accounts.Departure()], by, At).Error?.Code);
        Assert.Equal("Account.OnlyAdministrators", account.RecordAcceptableUse(new DateOnly(2026, 3, 9), by, At).Error?.Code);
        Assert.Empty(account.UnsavedEvents);
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    [Trait("Clause", "SLT-7")]
    public void Whoever_is_not_ready_is_named_with_what_is_missing()
    {
        var gate = Gate(Support.Accounts.Prepared(), GoingLiveGate.Administrators, Support.Accounts.Circumstances(readiness: Support.Accounts.ReadyBut(3)));

        Assert.False(gate.IsMet);
        Assert.Equal("1 of 2 are ready, 2 are needed", gate.Standing);
        Assert.Equal(["Quilland Zephyrsond", "An administrator or a senior leader"], gate.Remedies.Select(remedy => remedy.Who));
        Assert.StartsWith("Has never acknowledged the policy.", gate.Remedies[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Clause", "BC-4")]
    [InlineData(AssignmentRole.Poster, false)]
    [InlineData(AssignmentRole.DeputyAdministrator, true)]
    public void A_poster_is_no_administrator(AssignmentRole role, bool isMet)
    {
        var account = Support.Accounts.Prepared();
        Support.Accounts.Done(account.Assign(4, role, BusinessCases.Directory(), Support.Accounts.Administrator, At));

        Assert.Equal(isMet, Gate(account, GoingLiveGate.Administrators, Support.Accounts.Circumstances(readiness: Support.Accounts.ReadyBut(3))).IsMet);
    }

    [Theory]
    [Trait("Clause", "SLT-7")]
    [InlineData(PersonStatus.Deactivated, null)]
    [InlineData(PersonStatus.Invited, null)]
    [InlineData(PersonStatus.Active, "2026-03-09")]
    public void Whoever_cannot_sign_in_or_has_left_does_not_count(PersonStatus status, string? leaves)
    {
        var directory = BusinessCases.Directory(Support.People.InDirectory(
            3, "Quillan", "Zephyrson", status, leaves is null ? null : DateOnly.Parse(leaves, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.False(Gate(Support.Accounts.Prepared(), GoingLiveGate.Administrators, Support.Accounts.Circumstances(directory)).IsMet);
    }

    [Theory]
    [Trait("Clause", "DP-2")]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void An_assessment_is_needed_where_personal_data_is_processed(bool personalData, bool settled, bool isMet)
    {
        var gate = Gate(
            Support.Accounts.Prepared(personalData: personalData),
            GoingLiveGate.Assessment,
            Support.Accounts.Circumstances(assessment: settled ? Support.Accounts.Settled : ImpactAssessmentStanding.None));

        Assert.Equal(isMet, gate.IsMet);
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public void One_that_is_named_has_to_be_settled_also_where_no_personal_data_was_meant()
    {
        var account = Support.Accounts.Prepared();
        Support.Accounts.Done(account.NameImpactAssessment(7, [7], Support.Accounts.Leader, At));

        Assert.False(Gate(account, GoingLiveGate.Assessment, Support.Accounts.Circumstances(assessment: new ImpactAssessmentStanding(7, "It is being written", false))).IsMet);
        Assert.Equal("Account.AssessmentNamedAlready", account.NameImpactAssessment(8, [8], Support.Accounts.Leader, At).Error?.Code);
    }

    [Theory]
    [Trait("Clause", "DP-2")]
    [InlineData(null, Roles.Administrator, "Account.Missing")]
    [InlineData(9, Roles.Administrator, "Account.Missing")]
    [InlineData(7, Roles.DataProtectionOfficer, "Account.OnlyAdministratorsAndLeadersName")]
    public void Only_one_from_the_list_is_named_and_only_by_whoever_may(int? named, Roles roles, string code) =>
        Assert.Equal(code, Support.Accounts.Approved().NameImpactAssessment(named, [7], Support.People.Actor(8, roles), At).Error?.Code);

    [Theory]
    [Trait("Clause", "PAR-1")]
    [InlineData("2026-03-10", null)]
    [InlineData("2025-03-10", null)]
    [InlineData("2026-03-11", "Account.Missing")]
    [InlineData("2025-03-09", "Account.Missing")]
    [InlineData(null, "Account.Missing")]
    public void Acceptable_use_was_told_on_a_day_that_can_be(string? day, string? code)
    {
        DateOnly? on = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(code, Support.Accounts.Approved(learning: true).RecordAcceptableUse(on, Support.Accounts.Administrator, At).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "PAR-1")]
    public void Acceptable_use_is_of_learning_platforms_alone()
    {
        var account = Support.Accounts.Approved();

        Assert.Equal("Account.NotALearningPlatform", account.RecordAcceptableUse(new DateOnly(2026, 3, 1), Support.Accounts.Administrator, At).Error?.Code);
        Assert.DoesNotContain(GoingLiveGates.Of(account, Support.Accounts.Circumstances(), At), gate => gate.Gate == GoingLiveGate.AcceptableUse);
    }

    [Fact]
    public void The_address_is_recorded_with_what_it_was_and_not_twice_alike()
    {
        var account = Support.Accounts.Approved();
        Support.Accounts.Done(account.RecordAddress(Support.Accounts.Address("one"), Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.RecordAddress(Support.Accounts.Address("two"), Support.Accounts.Administrator, At));

        Assert.Equal(("@two", "https://www.facebook.com/two", "facebook:two"), (account.Handle, account.WebAddress, account.NormalisedAddress));
        Assert.Contains(account.TakeEvents()[1].Changes, change => change == new Change("Handle", "@one", "@two"));
        Assert.Equal("Account.SameAddress", account.RecordAddress(Support.Accounts.Address("two"), Support.Accounts.Administrator, At).Error?.Code);
    }
}
