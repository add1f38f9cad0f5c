using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Monitoring;

/// <summary>What can be done to a check, and what comes of it.</summary>
[Trait("Clause", "MON-1")]
public class MonitoringCheckTests
{
    // Status × action: the whole table.
    public static TheoryData<CheckStatus, string, string> Table => new()
    {
        { CheckStatus.Expected, "do", "Done" },
        { CheckStatus.Expected, "call off", "CalledOff" },
        { CheckStatus.Expected, "do a later one", "Missed" },
        { CheckStatus.Done, "do", "Monitoring.NotExpected" },
        { CheckStatus.Done, "call off", "Done" },
        { CheckStatus.Done, "do a later one", "Done" },
        { CheckStatus.Missed, "do", "Monitoring.NotExpected" },
        { CheckStatus.Missed, "call off", "Missed" },
        { CheckStatus.Missed, "do a later one", "Missed" },
        { CheckStatus.CalledOff, "do", "Monitoring.NotExpected" },
        { CheckStatus.CalledOff, "call off", "CalledOff" },
        { CheckStatus.CalledOff, "do a later one", "CalledOff" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_in_each_status(CheckStatus status, string action, string outcome)
    {
        var check = In(status);
        check.TakeEvents();
        var (by, at) = (Rotas.Poster, Rotas.At.AddDays(2));

        var answer = action switch
        {
            "do" => check.Do(Rotas.Nothing, [], Rotas.Team(), by, at),
            "do a later one" => Rotas.Expected(at).Do(Rotas.Nothing, [check], Rotas.Team(), by, at),
            _ => CallOff(check, by, at),
        };

        Assert.Equal(outcome, answer.Error?.Code ?? check.Status.ToString());
        Assert.Equal(answer.IsRefused || check.Status == status ? 0 : 1, check.UnsavedEvents.Count);
    }

    [Fact]
    public void The_table_is_whole() =>
        Assert.Equal(Enum.GetValues<CheckStatus>().Length * 3, Table.Select(row => (row[0], row[1])).Distinct().Count());

    [Theory]
    [InlineData(0, false)]
    [InlineData(119, false)]
    [InlineData(120, true)]
    [InlineData(5000, true)]
    public void It_is_late_from_the_end_of_its_time_and_can_be_done_all_the_same(int minutes, bool isLate)
    {
        var check = Rotas.Expected();
        var at = Rotas.At.AddMinutes(minutes);
        Assert.Equal(isLate, check.IsOverdue(at));

        Assert.False(check.Do(Rotas.Nothing, [], Rotas.Team(), Rotas.Lead, at).IsRefused);

        Assert.Equal((isLate, CheckStatus.Done, (int?)2), (check.IsLate, check.Status, check.DoneById));
        Assert.False(check.IsOverdue(at.AddDays(9)));
    }

    [Theory]
    [InlineData(2, Roles.None, true, true)]
    [InlineData(3, Roles.None, true, true)]
    [InlineData(4, Roles.None, true, true)]
    [InlineData(8, Roles.Administrator, true, true)]
    [InlineData(9, Roles.SeniorLeader, false, true)]
    [InlineData(5, Roles.None, false, false)]
    [InlineData(6, Roles.PortalManager, false, false)]
    [InlineData(7, Roles.DataProtectionOfficer, false, false)]
    [Trait("Clause", "ADM-4")]
    public void Those_who_look_after_the_account_do_it_and_leaders_see_it(int person, Roles roles, bool does, bool sees)
    {
        var by = Support.People.Actor(person, roles);

        Assert.Equal(does, !Rotas.Expected().Do(Rotas.Nothing, [], Rotas.Team(), by, Rotas.At).IsRefused);
        Assert.Equal(does, !MonitoringCheck.Own(Rotas.Account(), Rotas.Nothing, by, Rotas.At).IsRefused);
        Assert.Equal(sees, Rotas.Team().MayBeSeenBy(by));
    }

    public static TheoryData<CheckAnswers, string> WrongAnswers => new()
    {
        { Rotas.Nothing with { Result = null }, "Monitoring.ResultMissing" },
        { Rotas.Nothing with { Result = (CheckResult)7 }, "Monitoring.ResultMissing" },
        { Rotas.Nothing with { LookedAt = LookedAt.None }, "Monitoring.LookedAtMissing" },
        { Rotas.Nothing with { LookedAt = (LookedAt)64 }, "Monitoring.LookedAtMissing" },
        { Rotas.Something with { Found = " \n " }, "Monitoring.FoundMissing" },
        { Rotas.Something with { Found = new string('x', MonitoringCheck.FoundMaximumLength + 1) }, "Monitoring.TooLong" },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public void Half_an_answer_is_refused_and_changes_nothing(CheckAnswers answers, string code)
    {
        var check = Rotas.Expected();

        Assert.Equal(code, check.Do(answers, [], Rotas.Team(), Rotas.Lead, Rotas.At).Error?.Code);
        Assert.Equal(code, MonitoringCheck.Own(Rotas.Account(), answers, Rotas.Lead, Rotas.At).Error?.Code);

        Assert.Equal((CheckStatus.Expected, (DateTime?)null), (check.Status, check.DoneAt));
    }

    [Fact]
    public void What_was_typed_for_something_is_not_kept_with_nothing_and_the_audit_has_its_length_alone()
    {
        var nothing = Rotas.Expected();
        Assert.False(nothing.Do(Rotas.Nothing with { Found = "Never mind." }, [], Rotas.Team(), Rotas.Lead, Rotas.At).IsRefused);
        var something = Rotas.Expected();
        Assert.False(something.Do(Rotas.Something with { Found = "Ada B. is called names." }, [], Rotas.Team(), Rotas.Lead, Rotas.At).IsRefused);

        Assert.Equal("", nothing.Found);
        Assert.Equal("Ada B. is called names.", something.Found);
        Assert.DoesNotContain(something.UnsavedEvents.SelectMany(happened => happened.Changes), change => $"{change.Before}{change.After}".Contains("Ada", StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_check_that_waits_is_done_instead()
    {
        var (earlier, later) = (Rotas.Expected(), Rotas.Expected(Rotas.At.AddDays(1)));

        Assert.Equal("Monitoring.LaterWaits", earlier.Do(Rotas.Nothing, [later], Rotas.Team(), Rotas.Lead, Rotas.At.AddDays(1)).Error?.Code);
        Assert.False(later.Do(Rotas.Nothing, [earlier], Rotas.Team(), Rotas.Lead, Rotas.At.AddDays(1)).IsRefused);

        Assert.Equal((CheckStatus.Missed, CheckStatus.Done), (earlier.Status, later.Status));
    }

    [Theory]
    [InlineData(AccountStatus.Active, true)]
    [InlineData(AccountStatus.Suspended, false)]
    [InlineData(AccountStatus.AwaitingCreation, false)]
    [InlineData(AccountStatus.Closed, false)]
    public void A_check_of_ones_own_is_of_an_account_in_use_and_is_never_late(AccountStatus status, bool may)
    {
        var own = MonitoringCheck.Own(Rotas.Account(status), Rotas.Nothing, Rotas.Poster, Rotas.At);

        Assert.Equal(may, !own.IsRefused);
        if (may)
        {
            Assert.Equal((CheckStatus.Done, false, false), (own.Value.Status, own.Value.IsLate, own.Value.IsOfRota));
            Assert.Throws<InvalidOperationException>(() => own.Value.AlertTimes());
        }
    }

    [Fact]
    public void Alerts_come_at_the_slot_at_the_end_of_its_time_and_after_as_long_again() =>
        Assert.Equal(new AlertTimes(Rotas.At, Rotas.At.AddHours(2), Rotas.At.AddHours(4)), Rotas.Expected().AlertTimes());

    public static TheoryData<string, string?, int?, int?, string> WrongFollowUps => new()
    {
        { "nothing is to be done", " ", 4, 2, "Monitoring.WhatMissing" },
        { "too much is", new string('x', 501), 4, 2, "Monitoring.TooLong" },
        { "by nobody", "Reply.", null, 2, "Monitoring.ByWhomMissing" },
        { "by a stranger", "Reply.", 5, 2, "Monitoring.ByWhomMissing" },
        { "never", "Reply.", 4, null, "Monitoring.ByWhenWrong" },
        { "yesterday", "Reply.", 4, -1, "Monitoring.ByWhenWrong" },
        { "in years", "Reply.", 4, 400, "Monitoring.ByWhenWrong" },
    };

    [Theory]
    [MemberData(nameof(WrongFollowUps))]
    [Trait("Clause", "MON-3")]
    public void A_follow_up_says_what_by_whom_and_by_when(string why, string? what, int? who, int? days, string code)
    {
        Assert.NotEmpty(why);
        Assert.Equal(code, Agree(what, who, days).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "MON-3")]
    [Trait("Clause", "STF-3")]
    public void A_follow_up_is_ticked_off_once_by_whoever_does_it_or_administers_the_account()
    {
        var followUp = Agree("Reply.", 4, 2).Value;
        Assert.Equal("Monitoring.OnlyDoer", followUp.TickOff(Rotas.Team(), Rotas.Stranger, Rotas.At).Error?.Code);

        Assert.False(followUp.TickOff(Rotas.Team(), Rotas.Poster, Rotas.At.AddDays(1)).IsRefused);

        Assert.Equal("Monitoring.FollowUpDone", followUp.TickOff(Rotas.Team(), Rotas.Lead, Rotas.At.AddDays(1)).Error?.Code);
        Assert.False(Agree("Reply.", 9, 0).Value.TickOff(Rotas.Team(), Rotas.Lead, Rotas.At).IsRefused);
        // Thursday 12 March: from eight in the morning, from midnight on, and from two days later.
        Assert.Equal(
            new AlertTimes(new DateTime(2026, 3, 12, 8, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 13, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc)),
            followUp.AlertTimes());
    }

    private static Result<MonitoringFollowUp> Agree(string? what, int? who, int? days) => MonitoringFollowUp.Agree(
        Found(), what, who, days is { } some ? new DateOnly(2026, 3, 10).AddDays(some) : null, Rotas.Team(), [9], Rotas.Lead, Rotas.At);

    private static MonitoringCheck Found()
    {
        var check = Rotas.Expected();
        Assert.False(check.Do(Rotas.Something, [], Rotas.Team(), Rotas.Lead, Rotas.At).IsRefused);
        return check;
    }

    private static MonitoringCheck In(CheckStatus status)
    {
        var check = Rotas.Expected();
        switch (status)
        {
            case CheckStatus.Done:
                Assert.False(check.Do(Rotas.Nothing, [], Rotas.Team(), Rotas.Lead, Rotas.At).IsRefused);
                break;
            case CheckStatus.CalledOff:
                check.CallOff("Suspended.", Rotas.Leader, Rotas.At);
                break;
            case CheckStatus.Missed:
                Assert.False(Rotas.Expected(Rotas.At.AddDays(1)).Do(Rotas.Nothing, [check], Rotas.Team(), Rotas.Lead, Rotas.At.AddDays(1)).IsRefused);
                break;
        }

        Assert.Equal(status, check.Status);
        return check;
    }

    private static Result CallOff(MonitoringCheck check, Actor by, DateTime at)
    {
        check.CallOff("Closed.", by, at);
        return Result.Done;
    }
}
