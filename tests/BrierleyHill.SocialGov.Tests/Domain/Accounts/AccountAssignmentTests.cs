using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>Who looks after an account: two people for every assignment, one role for each person, one lead.</summary>
[Trait("Clause", "BC-4")]
[Trait("Clause", "STF-1")]
public class AccountAssignmentTests
{
    private static readonly DateTime At = Support.Accounts.At.AddDays(1);
    private static readonly PeopleDirectory Directory = BusinessCases.Directory();

    private static Result Assign(SocialMediaAccount account, int person, AssignmentRole role, Actor? by = null) =>
        account.Assign(person, role, Directory, by ?? Support.Accounts.Administrator, At);

    [Fact]
    public void A_new_lead_makes_the_lead_so_far_a_deputy_and_both_are_on_record()
    {
        var account = Support.Accounts.Approved();

        Support.Accounts.Done(Assign(account, 4, AssignmentRole.LeadAdministrator));

        Assert.Equal((AssignmentRole.LeadAdministrator, AssignmentRole.DeputyAdministrator), (account.RoleOf(4), account.RoleOf(2)));
        Assert.Equal(
            [(2, (AssignmentRole?)AssignmentRole.LeadAdministrator, AssignmentRole.DeputyAdministrator), (4, null, AssignmentRole.LeadAdministrator)],
            account.TakeEvents().Cast<PersonAssigned>().Select(one => (one.PersonId, one.Before, one.Role)));
    }

    [Theory]
    [InlineData(Roles.None, "Account.OnlyAdministratorsAndLeaders")]
    [InlineData(Roles.PortalManager | Roles.DataProtectionOfficer, "Account.OnlyAdministratorsAndLeaders")]
    [InlineData(Roles.Administrator, null)]
    [InlineData(Roles.SeniorLeader, null)]
    public void Administrators_and_leaders_assign(Roles roles, string? code) =>
        Assert.Equal(code, Assign(Support.Accounts.Approved(), 4, AssignmentRole.Poster, Support.People.Actor(8, roles)).Error?.Code);

    [Theory]
    [InlineData(8, AssignmentRole.Poster, "Account.AssignsThemselves")]
    [InlineData(2, AssignmentRole.LeadAdministrator, "Account.AssignedAlready")]
    [InlineData(99, AssignmentRole.Poster, "Account.PersonNotActive")]
    [InlineData(4, (AssignmentRole)7, "Account.Missing")]
    public void What_cannot_be_is_refused_and_changes_nothing(int person, AssignmentRole role, string code)
    {
        var account = Support.Accounts.Approved();

        Assert.Equal(code, Assign(account, person, role).Error?.Code);
        Assert.Equal([2, 3], account.Assignments.Where(one => one.IsCurrent).Select(one => one.PersonId));
        Assert.Empty(account.UnsavedEvents);
    }

    [Fact]
    public void An_assignment_is_ended_with_a_reason_and_stays_as_history()
    {
        var account = Support.Accounts.Approved();

        Assert.Equal("Account.Missing", account.EndAssignment(3, " ", Directory, Support.Accounts.Administrator, At).Error?.Code);
        Support.Accounts.Done(account.EndAssignment(3, "Other duties.", Directory, Support.Accounts.Administrator, At));

        Assert.Null(account.RoleOf(3));
        Assert.Contains(account.Assignments, one => one.PersonId == 3 && one.Until == At);
        Assert.Equal("Other duties.", Assert.IsType<AssignmentEnded>(Assert.Single(account.TakeEvents())).Reason);
        Assert.Equal("Account.NotAssigned", account.EndAssignment(3, "Again.", Directory, Support.Accounts.Administrator, At).Error?.Code);
    }

    [Fact]
    public void People_end_their_own_and_nobody_elses()
    {
        var account = Support.Accounts.Approved();

        Assert.Equal("Account.OnlyAdministratorsAndLeaders", account.EndAssignment(2, "No.", Directory, Support.People.Actor(3), At).Error?.Code);
        Support.Accounts.Done(account.EndAssignment(3, "I have no time.", Directory, Support.People.Actor(3), At));
    }

    private static readonly Gen<(bool Ends, int Person, AssignmentRole Role, int By)> Step = Gen.Select(
        Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))), Gen.Int[1, 6], Gen.Enum<AssignmentRole>(), Gen.Int[1, 6], (ends, person, role, by) => (ends, person, role, by));

    /// <summary>Over random sequences: one role for each person, at most one lead, nobody by their own hand, and only people who were there end.</summary>
    [Fact]
    public void Whatever_is_done_in_whatever_order_each_has_one_role_and_there_is_one_lead_at_the_most() => Step.Array[0, 40].Sample(steps =>
    {
        var account = Support.Accounts.Approved();
        var expected = new Dictionary<int, AssignmentRole> { [2] = AssignmentRole.LeadAdministrator, [3] = AssignmentRole.DeputyAdministrator };
        foreach (var (ends, person, role, by) in steps)
        {
            var actor = Support.People.Actor(by, Roles.Administrator);
            if (ends)
            {
                Assert.Equal(!expected.Remove(person), account.EndAssignment(person, "Over.", Directory, actor, At).IsRefused);
                continue;
            }

            var refused = by == person || (expected.TryGetValue(person, out var has) && has == role);
            Assert.Equal(refused, Assign(account, person, role, actor).IsRefused);
            if (!refused)
            {
                foreach (var lead in expected.Where(one => role == AssignmentRole.LeadAdministrator && one.Value == role).Select(one => one.Key).ToList())
                {
                    expected[lead] = AssignmentRole.DeputyAdministrator;
                }

                expected[person] = role;
            }
        }

        Assert.Equal(
            expected.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)),
            account.Assignments.Where(one => one.IsCurrent).OrderBy(one => one.PersonId).Select(one => (one.PersonId, one.Role)));
    });
}
