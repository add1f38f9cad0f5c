using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using static BrierleyHill.SocialGov.Tests.Support.Handovers;

namespace BrierleyHill.SocialGov.Tests.Domain.Handovers;

/// <summary>What may be done to a hand-over in which status: every status, every action. A transfer and a closing, with a leaver and without, differ.</summary>
[Trait("Clause", "ADM-5")]
public class HandoverStatusTests
{
    private const string Table = """
        action                   Transfer         Ready            Close            Closing            Completed  Cancelled
        MoveLeavingDate          Open             Open             Open             Open               NotOpen    NotOpen
        FollowRole               Open             Open             Open             Open               NotOpen    NotOpen
        LeaverStays              Cancelled        Cancelled        Cancelled        OpenedOtherwise    NotOpen    NotOpen
        LeaverReturns            OpenedOtherwise  OpenedOtherwise  OpenedOtherwise  OpenedOtherwise    NotOpen    NotOpen
        EndWithAccount           Cancelled        Cancelled        Cancelled        Cancelled          NotOpen    NotOpen
        Cancel                   Cancelled        Cancelled        Cancelled        Cancelled          NotOpen    NotOpen
        Chase                    Open             Open             Open             Open               NotOpen    NotOpen
        NameSuccessor            Open             Open             NobodyFollows    NobodyFollows      NotOpen    NotOpen
        SettleStep               Open             StepSettled      Open             StepNotThere       NotOpen    NotOpen
        TakeStepBack             StepOpen         Open             StepOpen         StepNotThere       NotOpen    NotOpen
        RemindOfConfidentiality  Open             StepSettled      Open             NobodyToRemind     NotOpen    NotOpen
        ChangeOutcome            Open             Open             Open             NothingToTransfer  NotOpen    NotOpen
        Complete                 NotYet           Completed        NotYet           NotYet             NotOpen    NotOpen
        """;

    private static readonly Dictionary<string, Func<Handover, SocialMediaAccount, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["MoveLeavingDate"] = (one, _) => one.MoveLeavingDate(LastDay.AddDays(10), Both, At),
        ["FollowRole"] = (one, _) => one.FollowRole(AssignmentRole.LeadAdministrator, Both, At),
        ["LeaverStays"] = (one, _) => one.LeaverStays(Both, At),
        ["LeaverReturns"] = (one, _) => one.LeaverReturns(Both, At),
        ["EndWithAccount"] = (one, _) => one.EndWithAccount(Both, At),
        ["Cancel"] = (one, _) => one.Cancel("Not needed.", Both, At),
        ["Chase"] = (one, _) => one.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Hand-overs"), At.AddDays(16)),
        ["NameSuccessor"] = (one, account) => one.NameSuccessor(5, AssignmentRole.Poster, account, Everybody(), Both, At),
        ["SettleStep"] = (one, account) => one.SettleStep(HandoverStepKind.ScheduledPosts, HandoverStepState.Done, "None.", account, Sees(), Both, At),
        ["TakeStepBack"] = (one, account) => one.TakeStepBack(HandoverStepKind.ScheduledPosts, "Wrong.", account, Everybody(), Both, At),
        ["RemindOfConfidentiality"] = (one, account) => one.RemindOfConfidentiality(true, account, Everybody(), Both, At),
        ["ChangeOutcome"] = (one, _) => one.ChangeOutcome(
            one.Outcome == HandoverOutcome.Close ? HandoverOutcome.Transfer : HandoverOutcome.Close, "Otherwise.", Both, At),
        ["Complete"] = (one, account) => one.Complete(account, Sees(), Both, At),
    };

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (state, expected) in rows[0].Skip(1).Zip(row.Skip(1)))
            {
                cells.Add(state, row[0], expected);
            }
        }

        return cells;
    }

    [Fact]
    public void The_table_names_every_action()
    {
        var actions = typeof(Handover).GetMethods()
            .Where(method => !method.IsStatic && method.ReturnType == typeof(Result) && !method.Name.StartsWith("Check", StringComparison.Ordinal))
            .Select(method => method.Name);

        Assert.Equal(actions.Order(), Cells().Select(cell => (string)cell[1]).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(string state, string action, string expected)
    {
        var account = Account();
        var handover = In(state, account);
        var before = (JsonSerializer.Serialize(handover), JsonSerializer.Serialize(account));

        var result = Actions[action](handover, account);

        if (Enum.TryParse<HandoverStatus>(expected, out var after))
        {
            Assert.False(result.IsRefused, result.Error?.Code);
            Assert.Equal(after, handover.Status);
            Assert.Single(handover.UnsavedEvents);
            Assert.Equal(after == HandoverStatus.Open, handover.OpenKey is not null);
            Assert.NotEqual(before.Item1, JsonSerializer.Serialize(handover));
        }
        else
        {
            Assert.Equal("Handover." + expected, result.Error?.Code);
            Assert.Equal(before, (JsonSerializer.Serialize(handover), JsonSerializer.Serialize(account)));
            Assert.Empty(handover.UnsavedEvents);
        }
    }

    private static Handover In(string state, SocialMediaAccount account)
    {
        if (state == "Closing")
        {
            return Closing(account);
        }

        var handover = Opened(account);
        switch (state)
        {
            case "Ready":
                SettleAll(handover, account);
                break;
            case "Close":
                Done(handover.ChangeOutcome(HandoverOutcome.Close, "Nobody reads it.", Both, At));
                break;
            case "Completed":
                Done(SettleAll(handover, account).Complete(account, Sees(), Both, At));
                break;
            case "Cancelled":
                Done(handover.Cancel("Not needed.", Both, At));
                break;
        }

        handover.TakeEvents();
        account.TakeEvents();
        return handover;
    }
}
