using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Vault;

/// <summary>Who may do what in a vault: one place decides it.</summary>
[Trait("Clause", "ADM-3")]
[Trait("Clause", "STF-1")]
public class VaultAccessTests
{
    private static readonly DateTime At = BusinessCases.At;
    private static readonly DateOnly Today = new(2026, 3, 10);

    /// <summary>Person 2 leads, person 3 is deputy, person 4 posts.</summary>
    internal static SocialMediaAccount Account(bool closed = false)
    {
        var account = SocialMediaAccount.FromApproval(BusinessCases.In(ApplicationStatus.Approved), BusinessCases.Leader, At);
        Vaults.Done(account.Assign(4, AssignmentRole.Poster, BusinessCases.Directory(), BusinessCases.Leader, At));
        if (closed)
        {
            Vaults.Done(account.Close("Not needed.", BusinessCases.Leader, At));
        }

        return account;
    }

    private static string Words(VaultAccess access) =>
        string.Join('+', new[] { access.Administers ? "all" : "", access.BreaksGlass ? "glass" : "", access.StoresForCreation ? "store" : "" }.Where(word => word.Length > 0));

    [Theory]
    [InlineData(2, Roles.None, "all")]
    [InlineData(3, Roles.None, "all")]
    [InlineData(3, Roles.SeniorLeader | Roles.Administrator, "all")]
    [InlineData(4, Roles.None, "")]
    [InlineData(4, Roles.SeniorLeader, "glass")]
    [InlineData(5, Roles.None, "")]
    [InlineData(5, Roles.SeniorLeader, "glass")]
    [InlineData(5, Roles.Administrator, "store")]
    [InlineData(5, Roles.SeniorLeader | Roles.Administrator, "glass+store")]
    [InlineData(5, Roles.PortalManager, "")]
    [InlineData(5, Roles.DataProtectionOfficer, "")]
    [InlineData(5, Roles.PortalManager | Roles.DataProtectionOfficer, "")]
    public void While_the_account_awaits_creation(int person, Roles roles, string may) =>
        Assert.Equal(may, Words(VaultAccess.Of(Account(), BusinessCases.Directory(), Support.People.Actor(person, roles), At)));

    [Theory]
    [InlineData(2, Roles.None, "")]
    [InlineData(5, Roles.Administrator, "")]
    [InlineData(5, Roles.SeniorLeader, "glass")]
    public void Once_it_is_closed_nobody_administers_it_and_nobody_stores(int person, Roles roles, string may) =>
        Assert.Equal(may, Words(VaultAccess.Of(Account(closed: true), BusinessCases.Directory(), Support.People.Actor(person, roles), At)));

    [Theory]
    [InlineData(PersonStatus.Active, -1, "")]
    [InlineData(PersonStatus.Active, 0, "all")]
    [InlineData(PersonStatus.Active, 1, "all")]
    [InlineData(PersonStatus.Deactivated, null, "")]
    [InlineData(PersonStatus.Invited, null, "")]
    public void An_administrator_is_one_up_to_the_last_day_and_while_active(PersonStatus status, int? daysLeft, string may)
    {
        var leaves = daysLeft is { } days ? Today.AddDays(days) : (DateOnly?)null;
        var directory = BusinessCases.Directory(Support.People.InDirectory(2, "Ann", "Early", status, leaves));
        Assert.Equal(may, Words(VaultAccess.Of(Account(), directory, Support.People.Actor(2), At)));
        Assert.Equal(may.Length > 0 ? "all" : "", Words(VaultAccess.Of(Account(), directory, Support.People.Actor(2, Roles.SeniorLeader | Roles.Administrator), At)));
    }

    [Fact]
    public void The_portal_itself_and_somebody_unknown_may_nothing()
    {
        Assert.False(VaultAccess.Of(Account(), BusinessCases.Directory(), Actor.Portal("Job"), At).IsAny);
        Assert.False(VaultAccess.Of(Account(), BusinessCases.Directory(), Support.People.Actor(4711, Roles.SeniorLeader), At).IsAny);
    }

    [Fact]
    public void Whoever_may_not_know_of_the_vault_is_told_that_there_is_none()
    {
        var nobody = VaultAccess.Of(Account(), BusinessCases.Directory(), Support.People.Actor(5, Roles.PortalManager), At);
        Assert.All(
            [nobody.CheckMaySee(), nobody.CheckAdministers(), nobody.CheckMayStore(), nobody.CheckMayReveal()], check => Assert.Equal(Error.NotFound, check.Error));
        var leader = VaultAccess.Of(Account(), BusinessCases.Directory(), BusinessCases.Leader, At);
        Assert.Equal([null, VaultErrors.OnlyAdministrators, VaultErrors.OnlyAdministrators, null],
            new[] { leader.CheckMaySee(), leader.CheckAdministers(), leader.CheckMayStore(), leader.CheckMayReveal() }.Select(check => check.Error));
        var creator = VaultAccess.Of(Account(), BusinessCases.Directory(), Support.People.Actor(5, Roles.Administrator), At);
        Assert.Equal([null, VaultErrors.OnlyAdministrators, null, VaultErrors.OnlyStores],
            new[] { creator.CheckMaySee(), creator.CheckAdministers(), creator.CheckMayStore(), creator.CheckMayReveal() }.Select(check => check.Error));
    }
}
