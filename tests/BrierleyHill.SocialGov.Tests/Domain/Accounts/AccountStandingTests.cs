using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>An account that drops out of policy is shown as such, with who puts it right, until it is put right; nothing is blocked by it.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "BC-4")]
public class AccountStandingTests
{
    private static readonly DateTime At = Support.Accounts.At;

    private static AccountCircumstances Circumstances { get; } = new(BusinessCases.Directory(), BusinessCases.EverybodyReady, Support.Accounts.Settled, []);

    private static AccountStanding Of(SocialMediaAccount account, AccountCircumstances? circumstances = null, DateTime? at = null) =>
        AccountStanding.Of(account, circumstances ?? Circumstances, at ?? At);

    private static AccountFlag Only(AccountStanding standing)
    {
        Assert.True(standing.IsOutOfPolicy);
        var flag = Assert.Single(standing.Flags);
        Assert.EndsWith(".", flag.Words, StringComparison.Ordinal);
        Assert.NotEmpty(flag.Who);
        Assert.NotEmpty(flag.Label);
        return flag;
    }

    [Theory]
    [InlineData(AccountStatus.AwaitingCreation)]
    [InlineData(AccountStatus.Active)]
    [InlineData(AccountStatus.Suspended)]
    [InlineData(AccountStatus.Closed)]
    public void With_everything_in_place_nothing_is_out_of_policy(AccountStatus status) =>
        Assert.False(Of(Support.Accounts.In(status, learning: true, personalData: true)).IsOutOfPolicy);

    [Theory]
    [InlineData(AccountStatus.AwaitingCreation, false)]
    [InlineData(AccountStatus.Active, true)]
    [InlineData(AccountStatus.Suspended, true)]
    [InlineData(AccountStatus.Closed, false)]
    public void Below_two_ready_administrators_it_is_out_of_policy_once_it_is_live(AccountStatus status, bool flagged)
    {
        var standing = Of(Support.Accounts.In(status), Circumstances with { Readiness = Support.Accounts.ReadyBut(3) });

        Assert.Equal(flagged, standing.Flags.Any(flag => flag.Kind == AccountFlagKind.TooFewReady));
        if (flagged)
        {
            Assert.Equal(("1 of 2 ready", "One ready administrator"), (standing.Ready, Only(standing).Label));
        }
    }

    [Fact]
    public void It_is_put_right_by_another_ready_administrator()
    {
        var account = Support.Accounts.In(AccountStatus.Active);
        Support.Accounts.Done(account.EndAssignment(3, "Other duties.", BusinessCases.Directory(), Support.Accounts.Administrator, At));
        Assert.Equal(AccountFlagKind.TooFewReady, Only(Of(account)).Kind);

        Support.Accounts.Done(account.Assign(4, AssignmentRole.DeputyAdministrator, BusinessCases.Directory(), Support.Accounts.Administrator, At));
        Assert.False(Of(account).IsOutOfPolicy);
    }

    [Fact]
    public void Nobody_leads_it()
    {
        var account = Support.Accounts.In(AccountStatus.Active);
        Support.Accounts.Done(account.Assign(4, AssignmentRole.DeputyAdministrator, BusinessCases.Directory(), Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.EndAssignment(2, "Other duties.", BusinessCases.Directory(), Support.Accounts.Administrator, At));

        Assert.Equal(AccountFlagKind.NoLead, Only(Of(account)).Kind);
    }

    [Theory]
    [Trait("Clause", "DP-2")]
    [InlineData(AccountStatus.AwaitingCreation, false)]
    [InlineData(AccountStatus.Active, true)]
    [InlineData(AccountStatus.Suspended, true)]
    public void Its_assessment_was_reopened(AccountStatus status, bool flagged)
    {
        var standing = Of(
            Support.Accounts.In(status, personalData: true),
            Circumstances with { Assessment = new ImpactAssessmentStanding(1, "DPIA-000001 was reopened", CoversSigned: false) });

        Assert.Equal(flagged, standing.IsOutOfPolicy);
        if (flagged)
        {
            Assert.Equal("DPIA-000001 was reopened.", Only(standing).Words);
        }
    }

    [Theory]
    [Trait("Clause", "SLT-6")]
    [InlineData(AccountStatus.AwaitingCreation)]
    [InlineData(AccountStatus.Active)]
    [InlineData(AccountStatus.Suspended)]
    public void A_departure_waits_for_a_leader(AccountStatus status)
    {
        var account = Support.Accounts.In(status);
        Support.Accounts.Done(account.CheckSettings([Support.Accounts.Departure()], Support.Accounts.Administrator, At));

        Assert.Equal(
            (AccountFlagKind.DepartureUndecided, "Set otherwise than agreed, and not decided yet: who may send direct messages."),
            (Only(Of(account)).Kind, Only(Of(account)).Words));
    }

    [Fact]
    [Trait("Clause", "ADM-1")]
    public void A_refused_departure_of_a_live_account_is_still_to_be_ticked()
    {
        var account = Support.Accounts.In(AccountStatus.Active);
        Support.Accounts.Done(account.CheckSettings([Support.Accounts.Departure()], Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.DecideDeparture(AccountSetting.DirectMessages, false, "No.", Support.Accounts.Leader, At));

        Assert.Equal(AccountFlagKind.SettingsNotTicked, Only(Of(account)).Kind);
    }

    [Theory]
    [InlineData("2026-09-06T22:59:00Z", false)]
    [InlineData("2026-09-06T23:00:00Z", true)]
    public void It_is_overdue_for_verification_from_the_midnight_after_the_day_in_London(string at, bool flagged)
    {
        var when = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.Equal(flagged, Of(Support.Accounts.In(AccountStatus.Active), at: when).Flags.Any(flag => flag.Kind == AccountFlagKind.VerificationOverdue));
    }

    [Theory]
    [InlineData("2027-03-10T23:59:00Z", false)]
    [InlineData("2027-03-11T00:00:00Z", true)]
    public void Its_review_is_overdue_from_the_midnight_after_the_day_in_London(string at, bool flagged)
    {
        var when = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.Equal(flagged, Of(Support.Accounts.In(AccountStatus.Suspended), at: when).Flags.Any(flag => flag.Kind == AccountFlagKind.ReviewOverdue));
    }

    [Fact]
    public void A_secret_is_due_for_rotation()
    {
        var due = new RotationDue(1, 1, "Main sign-in", SecretKind.Password, At, []);

        Assert.Equal("Due for rotation: Password (Main sign-in).", Only(Of(Support.Accounts.In(AccountStatus.Active), Circumstances with { RotationsDue = [due] })).Words);
        Assert.False(Of(Support.Accounts.In(AccountStatus.Closed), Circumstances with { RotationsDue = [due] }).IsOutOfPolicy);
    }

    [Fact]
    public void Out_of_policy_blocks_nothing()
    {
        var account = Support.Accounts.In(AccountStatus.Active);
        Support.Accounts.Done(account.EndAssignment(2, "Gone.", BusinessCases.Directory(), Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.EndAssignment(3, "Gone.", BusinessCases.Directory(), Support.Accounts.Administrator, At));
        Assert.True(Of(account).IsOutOfPolicy);

        Support.Accounts.Done(account.RecordAddress(Support.Accounts.Address("elsewhere"), Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.CheckSettings([Support.Accounts.Departure()], Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.Assign(4, AssignmentRole.LeadAdministrator, BusinessCases.Directory(), Support.Accounts.Administrator, At));
        Support.Accounts.Done(account.Suspend("For a time.", Support.Accounts.Administrator, At));
    }
}
