using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;

namespace BrierleyHill.SocialGov.Tests.Domain.SignIn;

[Trait("Clause", "STF-1")]
public sealed class SecondFactorRulesTests
{
    public static TheoryData<Roles, bool> EveryCombination
    {
        get
        {
            var data = new TheoryData<Roles, bool>();
            for (var roles = Roles.None; roles <= (Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager); roles++)
            {
                data.Add(roles, roles != Roles.None);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCombination))]
    public void Every_role_that_opens_much_asks_for_a_second_factor_and_staff_alone_do_not(Roles roles, bool asked) =>
        Assert.Equal(asked, SecondFactorRules.IsAskedOf(roles));

    [Fact]
    public void Only_another_portal_manager_or_the_command_line_takes_it_away()
    {
        var manager = Support.People.Actor(1, Roles.PortalManager);
        Assert.Equal(Result.Done, SecondFactorRules.CheckTakeAway(2, true, "Phone lost", manager));
        Assert.Equal(Result.Done, SecondFactorRules.CheckTakeAway(2, true, "Phone lost", PeopleActors.CommandLine));
        Assert.Equal(SignInErrors.OwnSecondFactor, SecondFactorRules.CheckTakeAway(1, true, "Phone lost", manager).Error);
        foreach (var role in new[] { Roles.None, Roles.SeniorLeader, Roles.Administrator, Roles.DataProtectionOfficer })
        {
            Assert.Equal(PeopleErrors.OnlyPortalManagers, SecondFactorRules.CheckTakeAway(2, true, "Phone lost", Support.People.Actor(1, role)).Error);
        }
    }

    [Fact]
    public void Taking_it_away_needs_something_to_take_and_a_reason()
    {
        var manager = Support.People.Actor(1, Roles.PortalManager);
        Assert.Equal(SignInErrors.NoSecondFactor, SecondFactorRules.CheckTakeAway(2, false, "Phone lost", manager).Error);
        Assert.Equal(SignInErrors.ReasonMissing, SecondFactorRules.CheckTakeAway(2, true, "  ", manager).Error);
        Assert.Equal(SignInErrors.ReasonTooLong, SecondFactorRules.CheckTakeAway(2, true, new string('x', 501), manager).Error);
        Assert.Equal(Result.Done, SecondFactorRules.CheckTakeAway(2, true, new string('x', 500), manager));
    }

    [Fact]
    public void A_passkey_has_a_name_of_sixty_characters_at_most()
    {
        Assert.Equal(SignInErrors.PasskeyNameMissing, SecondFactorRules.CheckPasskeyName(" ").Error);
        Assert.Equal(SignInErrors.PasskeyNameTooLong, SecondFactorRules.CheckPasskeyName(new string('x', 61)).Error);
        Assert.Equal(Result.Done, SecondFactorRules.CheckPasskeyName(new string('x', 60)));
    }
}
