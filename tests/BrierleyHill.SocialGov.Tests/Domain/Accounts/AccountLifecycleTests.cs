using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>What may be done to an account in which status: every status, every action.</summary>
[Trait("Clause", "ADM-1")]
[Trait("Clause", "SLT-6")]
public class AccountLifecycleTests
{
    private const string Table = """
        action                AwaitingCreation  Active        Suspended     Closed
        RecordAddress         done              done          done          Closed
        CheckSettings         done              done          done          Closed
        DecideDeparture       done              done          done          Closed
        RecordAcceptableUse   done              done          done          Closed
        NameImpactAssessment  done              done          done          Closed
        ChangeAgreement       done              done          done          Closed
        Assign                done              done          done          Closed
        EndAssignment         done              done          done          Closed
        GoLive                =Active           LiveAlready   LiveAlready   Closed
        Suspend               NotActive         =Suspended    NotActive     Closed
        Resume                NotSuspended      NotSuspended  =Active       Closed
        Close                 =Closed           =Closed       =Closed       Closed
        """;

    private static readonly DateTime Later = Support.Accounts.At.AddDays(1);

    private static readonly Dictionary<string, Func<SocialMediaAccount, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["RecordAddress"] = one => one.RecordAddress(Support.Accounts.Address("elsewhere"), Support.Accounts.Administrator, Later),
        ["CheckSettings"] = one => one.CheckSettings([Support.Accounts.Departure()], Support.Accounts.Administrator, Later),
        ["DecideDeparture"] = one =>
        {
            one.CheckSettings([Support.Accounts.Departure()], Support.Accounts.Administrator, Later);
            return one.DecideDeparture(AccountSetting.DirectMessages, true, "It is fine.", Support.Accounts.Leader, Later);
        },
        ["RecordAcceptableUse"] = one => one.RecordAcceptableUse(new DateOnly(2026, 3, 9), Support.Accounts.Administrator, Later),
        ["NameImpactAssessment"] = one => one.NameImpactAssessment(7, [7], Support.Accounts.Administrator, Later),
        ["ChangeAgreement"] = one => one.ChangeAudienceAndOpenness("Others.", Openness.Closed, "So.", "Because.", Support.Accounts.Leader, Later),
        ["Assign"] = one => one.Assign(5, AssignmentRole.Poster, BusinessCases.Directory(), Support.Accounts.Administrator, Later),
        ["EndAssignment"] = one => one.EndAssignment(3, "Over.", BusinessCases.Directory(), Support.Accounts.Administrator, Later),
        ["GoLive"] = one => one.GoLive(Support.Accounts.Circumstances(), Support.Accounts.Administrator, Later),
        ["Suspend"] = one => one.Suspend("For a time.", Support.Accounts.Administrator, Later),
        ["Resume"] = one => one.Resume("It is fine.", Support.Accounts.Circumstances(), Support.Accounts.Administrator, Later),
        ["Close"] = one => one.Close("Over.", Support.Accounts.Administrator, Later),
    };

    public static TheoryData<AccountStatus, string, string> Cells()
    {
        var cells = new TheoryData<AccountStatus, string, string>();
        var rows = Table.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            for (var column = 1; column < row.Length; column++)
            {
                cells.Add(Enum.Parse<AccountStatus>(rows[0][column]), row[0], row[column]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_action_in_each_status(AccountStatus status, string action, string expected)
    {
        var account = Support.Accounts.In(status, learning: true);

        var result = Actions[action](account);

        if (expected == "done" || expected.StartsWith('='))
        {
            Assert.False(result.IsRefused, result.Error?.Message);
            Assert.Equal(expected == "done" ? status : Enum.Parse<AccountStatus>(expected[1..]), account.Status);
            Assert.NotEmpty(account.UnsavedEvents);
            Assert.True(account.ChangeCount > 0);
        }
        else
        {
            Assert.Equal("Account." + expected, result.Error?.Code);
            Assert.Equal(status, account.Status);
            Assert.Empty(account.UnsavedEvents);
        }
    }

    [Fact]
    public void The_table_names_every_status_and_every_action()
    {
        var rows = Table.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(Enum.GetNames<AccountStatus>(), rows[0].Skip(1));
        Assert.Equal(Actions.Keys.Order(), rows.Skip(1).Select(row => row[0]).Order());
        Assert.All(rows, row => Assert.Equal(5, row.Length));
    }

    [Fact]
    public void Suspending_keeps_why_and_resuming_clears_it()
    {
        var account = Support.Accounts.In(AccountStatus.Active);
        Support.Accounts.Done(account.Suspend("A copy of it is about.", Support.Accounts.Leader, Later));

        Assert.Equal((Later, "A copy of it is about."), (account.SuspendedAt, account.SuspendedBecause));
        Assert.Equal("A copy of it is about.", Assert.IsType<AccountSuspended>(account.TakeEvents()[^1]).Reason);

        Support.Accounts.Done(account.Resume("The copy is gone.", Support.Accounts.Circumstances(), Support.Accounts.Leader, Later));
        Assert.Equal((null, null), (account.SuspendedAt, account.SuspendedBecause));
        Assert.Equal("The copy is gone.", Assert.IsType<AccountResumed>(Assert.Single(account.TakeEvents())).Reason);
    }

    [Theory]
    [InlineData(null, "Account.Missing")]
    [InlineData(" \u0000 ", "Account.Missing")]
    [InlineData("long", "Account.TooLong")]
    public void Suspending_and_resuming_need_a_reason_of_some_length(string? because, string code)
    {
        var why = because == "long" ? new string('x', SocialMediaAccount.ReasonMaximumLength + 1) : because;
        Assert.Equal(code, Support.Accounts.In(AccountStatus.Active).Suspend(why, Support.Accounts.Leader, Later).Error?.Code);
        Assert.Equal(code, Support.Accounts.In(AccountStatus.Suspended).Resume(why, Support.Accounts.Circumstances(), Support.Accounts.Leader, Later).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "BC-4")]
    public void Resuming_looks_at_the_gates_again()
    {
        var account = Support.Accounts.In(AccountStatus.Suspended);

        var result = account.Resume("It is fine.", Support.Accounts.Circumstances(readiness: Support.Accounts.ReadyBut(3)), Support.Accounts.Leader, Later);

        Assert.Equal("Account.GatesShut", result.Error?.Code);
        Assert.Contains("Administrators (1 of 2 are ready, 2 are needed)", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.Suspended, account.Status);
    }
}
