using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>The agreed settings are ticked one by one, and what differs goes back to a senior leader.</summary>
[Trait("Clause", "ADM-1")]
[Trait("Clause", "SLT-6")]
public class SettingCheckTests
{
    private static readonly DateTime At = Support.Accounts.At;
    private static readonly DateTime Later = At.AddHours(3);

    private static Result Check(SocialMediaAccount account, params SettingAnswer[] answers) => account.CheckSettings(answers, Support.Accounts.Administrator, At);

    private static SocialMediaAccount WithDeparture(AccountSetting setting = AccountSetting.DirectMessages, string instead = nameof(WhoMay.Anybody))
    {
        var account = Support.Accounts.Approved();
        Support.Accounts.Done(Check(account, Support.Accounts.Departure(setting, instead)));
        account.TakeEvents();
        return account;
    }

    [Fact]
    public void Each_tick_keeps_who_and_when_and_a_later_one_leaves_the_earlier_alone()
    {
        var account = Support.Accounts.Approved();
        Support.Accounts.Done(Check(account, new SettingAnswer(AccountSetting.Comments, true)));
        Support.Accounts.Done(account.CheckSettings(
            [new(AccountSetting.Comments, true), new(AccountSetting.Tagging, true)], Support.People.Actor(7, Roles.Administrator), Later));

        Assert.Equal((8, At), (account.CheckOf(AccountSetting.Comments)!.CheckedById, account.CheckOf(AccountSetting.Comments)!.CheckedAt));
        Assert.Equal((7, Later), (account.CheckOf(AccountSetting.Tagging)!.CheckedById, account.CheckOf(AccountSetting.Tagging)!.CheckedAt));
        Assert.Equal(5, account.UnsettledSettings().Count);
        var second = Assert.IsType<AccountSettingsChecked>(account.TakeEvents()[1]);
        Assert.Equal(["Who may tag people in pictures"], second.Changes.Select(change => change.Field));
    }

    [Fact]
    [Trait("Clause", "IMG-5")]
    [Trait("Clause", "GP-3")]
    [Trait("Clause", "BC-5")]
    public void Every_agreed_setting_is_one_to_tick_and_so_is_openness()
    {
        var account = Support.Accounts.Approved();

        Assert.Equal(account.Settings.InWords().Select(line => line.Setting).Prepend("Open or closed"), AccountSettings.Each.Select(setting => setting.InWords()));
        Assert.Equal(
            account.Settings.InWords().Select(line => line.Agreed).Prepend("Closed or private"),
            AccountSettings.Each.Select(setting => account.Agreed(setting)?.Words));
    }

    [Fact]
    public void Nothing_new_is_refused()
    {
        var account = Support.Accounts.Prepared();

        Assert.Equal("Account.NothingChecked", Check(account).Error?.Code);
        Assert.Equal("Account.NothingChecked", Check(account, [.. Support.Accounts.AsAgreed()]).Error?.Code);
        Assert.Empty(account.UnsavedEvents);
    }

    public static TheoryData<AccountSetting, string?, string?, string> Incomplete => new()
    {
        { AccountSetting.Comments, null, "Because.", "Answers[1].Instead" },
        { AccountSetting.Comments, "Everybody", "Because.", "Answers[1].Instead" },
        { AccountSetting.Comments, nameof(Openness.Open), "Because.", "Answers[1].Instead" },
        { AccountSetting.Comments, nameof(WhoMay.FollowersOnly), "Because.", "Answers[1].Instead" },
        { AccountSetting.Openness, nameof(Openness.Closed), "Because.", "Answers[0].Instead" },
        { AccountSetting.PostsApproved, bool.FalseString, " ", "Answers[5].Because" },
        { AccountSetting.PostsApproved, bool.FalseString, new string('x', 501), "Answers[5].Because" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void A_departure_says_what_it_is_instead_and_why_and_one_bad_answer_saves_none(AccountSetting setting, string? instead, string? because, string field)
    {
        var account = Support.Accounts.Approved();

        var refused = Check(account, new SettingAnswer(AccountSetting.Tagging, true), new SettingAnswer(setting, false, instead, because));

        Assert.Equal(field, refused.Error?.Field);
        Assert.Empty(account.SettingChecks);
        Assert.Empty(account.UnsavedEvents);
    }

    [Fact]
    public void A_departure_waits_and_is_told_with_its_reason()
    {
        var account = Support.Accounts.Approved();
        Support.Accounts.Done(Check(account, Support.Accounts.Departure()));

        Assert.Equal(AccountSetting.DirectMessages, Assert.Single(account.UndecidedDepartures()).Setting);
        var reported = Assert.IsType<SettingDepartureReported>(Assert.Single(account.TakeEvents()));
        Assert.Equal("It cannot be switched off.", reported.Reason);
        Assert.Equal(new Change("Who may send direct messages", "Nobody", "Anybody"), Assert.Single(reported.Changes));
        Assert.Equal("Account.NothingChecked", Check(account, Support.Accounts.Departure()).Error?.Code);
    }

    [Theory]
    [InlineData(AccountSetting.DirectMessages, nameof(WhoMay.Anybody))]
    [InlineData(AccountSetting.Comments, nameof(WhoMay.Nobody))]
    [InlineData(AccountSetting.Following, nameof(WhoMay.Nobody))]
    [InlineData(AccountSetting.Tagging, nameof(WhoMay.FollowersOnly))]
    [InlineData(AccountSetting.FollowersApproved, "False")]
    [InlineData(AccountSetting.PostsApproved, "False")]
    public void Accepted_it_becomes_what_is_agreed(AccountSetting setting, string instead)
    {
        var account = WithDeparture(setting, instead);

        Support.Accounts.Done(account.DecideDeparture(setting, true, "It does no harm.", Support.Accounts.Leader, Later));

        Assert.Equal(instead, account.Agreed(setting)!.Key);
        var check = account.CheckOf(setting)!;
        Assert.Equal((SettingCheckState.DepartureAccepted, 9, Later, "It does no harm."), (check.State, check.DecidedById, check.DecidedAt, check.Decision));
        Assert.DoesNotContain(setting, account.UnsettledSettings());
        Assert.Equal("It does no harm.", Assert.IsType<SettingDepartureAccepted>(Assert.Single(account.TakeEvents())).Reason);
        Assert.Equal(5, AccountSettings.Each.Count(other => other != setting && other != AccountSetting.Openness && account.Agreed(other) == Support.Accounts.Approved().Agreed(other)));
    }

    [Fact]
    [Trait("Clause", "BC-5")]
    [Trait("Clause", "DP-2")]
    public void An_accepted_openness_is_a_material_change_with_its_reason()
    {
        var account = WithDeparture(AccountSetting.Openness, nameof(Openness.Open));

        Support.Accounts.Done(account.DecideDeparture(AccountSetting.Openness, true, "Nobody is seen there.", Support.Accounts.Leader, Later));

        Assert.Equal((Openness.Open, "It cannot be switched off."), (account.Openness, account.OpennessReason));
        var events = account.TakeEvents();
        Assert.IsType<SettingDepartureAccepted>(events[0]);
        Assert.Contains(Assert.IsType<AccountMateriallyChanged>(events[1]).Changes, change => change == new Change("Open or closed", "Closed or private", "Open"));
    }

    [Fact]
    public void Refused_it_has_to_be_set_as_agreed_and_ticked()
    {
        var account = WithDeparture();
        Support.Accounts.Done(account.DecideDeparture(AccountSetting.DirectMessages, false, "Strangers must not write to us.", Support.Accounts.Leader, Later));

        Assert.Equal(nameof(WhoMay.Nobody), account.Agreed(AccountSetting.DirectMessages)!.Key);
        Assert.Contains(AccountSetting.DirectMessages, account.UnsettledSettings());
        Assert.IsType<SettingDepartureRefused>(Assert.Single(account.TakeEvents()));
        Support.Accounts.Done(Check(account, new SettingAnswer(AccountSetting.DirectMessages, true)));
        Assert.DoesNotContain(AccountSetting.DirectMessages, account.UnsettledSettings());
        Assert.Null(account.CheckOf(AccountSetting.DirectMessages)!.Decision);
    }

    public static TheoryData<string, Roles, int> WrongPeople => new()
    {
        { "Account.OnlySeniorLeaders", Roles.Administrator | Roles.PortalManager | Roles.DataProtectionOfficer, 9 },
        { "Account.ChangedByAdministrator", Roles.SeniorLeader, 2 },
        { "Account.ChangedByAdministrator", Roles.SeniorLeader, 3 },
        { "Account.DecidesOwnDeparture", Roles.SeniorLeader | Roles.Administrator, 8 },
    };

    [Theory]
    [MemberData(nameof(WrongPeople))]
    public void It_takes_a_leader_who_neither_runs_the_account_nor_reported_it(string code, Roles roles, int personId)
    {
        var account = WithDeparture();

        Assert.Equal(code, account.DecideDeparture(AccountSetting.DirectMessages, true, "Fine.", Support.People.Actor(personId, roles), Later).Error?.Code);
        Assert.Empty(account.UnsavedEvents);
    }

    [Theory]
    [InlineData(null, "Fine.", "IsAccepted")]
    [InlineData(true, "", "Because")]
    [InlineData(false, null, "Because")]
    public void The_decision_is_complete(bool? accepted, string? because, string field) =>
        Assert.Equal(field, WithDeparture().DecideDeparture(AccountSetting.DirectMessages, accepted, because, Support.Accounts.Leader, Later).Error?.Field);

    [Fact]
    public void The_second_decision_is_told_that_there_is_nothing_to_decide()
    {
        var account = WithDeparture();
        Support.Accounts.Done(account.DecideDeparture(AccountSetting.DirectMessages, true, "Fine.", Support.Accounts.Leader, Later));

        Assert.Equal("Account.NoDeparture", account.DecideDeparture(AccountSetting.DirectMessages, false, "No.", Support.Accounts.Leader, Later).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "BC-5")]
    public void When_a_leader_changes_openness_its_tick_is_void()
    {
        var account = Support.Accounts.Prepared();

        Support.Accounts.Done(account.ChangeAudienceAndOpenness("Others.", account.Openness, "Still so.", "Asked for.", Support.Accounts.Leader, Later));
        Assert.Empty(account.UnsettledSettings());
        Support.Accounts.Done(account.ChangeAudienceAndOpenness("Others.", Openness.Open, "Now so.", "Asked for.", Support.Accounts.Leader, Later));
        Assert.Equal([AccountSetting.Openness], account.UnsettledSettings());
    }
}
