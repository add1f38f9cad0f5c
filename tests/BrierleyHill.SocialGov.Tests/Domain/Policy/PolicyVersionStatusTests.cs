using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Policy;

/// <summary>What may be done to a version of the policy in which status: every status, every action.</summary>
[Trait("Clause", "SLT-2")]
public sealed class PolicyVersionStatusTests
{
    private const string Table = """
        action        Draft           Approved         Published      Superseded     Discarded
        Edit          done            Draft            NotOpen        NotOpen        NotOpen
        Approve       Approved        AlreadyApproved  NotOpen        NotOpen        NotOpen
        Publish       NotApproved     Published        NotOpen        NotOpen        NotOpen
        Discard       Discarded       Discarded        NotOpen        NotOpen        NotOpen
        RecordReview  NotPublished    NotPublished     done           NotPublished   NotPublished
        Chase         NoReminderDue   NoReminderDue    done           NoReminderDue  NoReminderDue
        """;

    // A working day, 7 days before the day of the review.
    private static readonly DateTime Later = new(2027, 3, 3, 10, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, Func<PolicyVersion, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["Edit"] = one => one.Edit("Policy", "Something else.", PolicyVersions.Leader, Later),
        ["Approve"] = one => one.Approve(one.ContentHash, PolicyVersions.Leader, Later),
        ["Publish"] = one => one.Publish(null, true, "Something.", new DateOnly(2027, 9, 1), PolicyVersions.Leader, Later),
        ["Discard"] = one => one.Discard("Over.", PolicyVersions.Leader, Later),
        ["RecordReview"] = one => one.RecordReview("All well.", new DateOnly(2027, 9, 1), PolicyVersions.Leader, Later),
        ["Chase"] = one => one.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Chasing"), Later),
    };

    public static TheoryData<PolicyStatus, string, string> Cells()
    {
        var cells = new TheoryData<PolicyStatus, string, string>();
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (status, expected) in rows[0].Skip(1).Zip(row.Skip(1)))
            {
                cells.Add(Enum.Parse<PolicyStatus>(status), row[0], expected);
            }
        }

        return cells;
    }

    [Fact]
    public void The_table_names_every_status_and_every_action()
    {
        var cells = Cells().Select(cell => ((PolicyStatus)cell[0], (string)cell[1])).ToHashSet();
        var actions = typeof(PolicyVersion).GetMethods()
            .Where(method => method.ReturnType == typeof(Result) && !method.Name.StartsWith("Check", StringComparison.Ordinal))
            .Select(method => method.Name);

        Assert.Equal(
            from status in Enum.GetValues<PolicyStatus>() from action in actions orderby action, status select (status, action),
            cells.OrderBy(cell => cell.Item2).ThenBy(cell => cell.Item1));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(PolicyStatus status, string action, string expected)
    {
        var version = PolicyVersions.In(status);
        var before = JsonSerializer.Serialize(version);

        var result = Actions[action](version);

        if (Enum.TryParse<PolicyStatus>(expected, out var after) || expected == "done")
        {
            Assert.False(result.IsRefused, result.Error?.Code);
            Assert.Equal(expected == "done" ? status : after, version.Status);
            Assert.Equal(Later, Assert.Single(version.UnsavedEvents).At);
        }
        else
        {
            Assert.Equal("Policy." + expected, result.Error?.Code);
            Assert.Equal(before, JsonSerializer.Serialize(version));
            Assert.Empty(version.UnsavedEvents);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Nobody_but_a_senior_leader_does_any_of_it(PolicyStatus status, string action, string expected)
    {
        Assert.NotEmpty(expected);
        var everybodyElse = new Actor(4, "Person 4", Roles());
        var version = PolicyVersions.In(status);
        var refused = action switch
        {
            "Edit" => version.Edit("Policy", "Other.", everybodyElse, Later),
            "Approve" => version.Approve(version.ContentHash, everybodyElse, Later),
            "Publish" => version.Publish(null, true, "Something.", new DateOnly(2027, 9, 1), everybodyElse, Later),
            "Discard" => version.Discard("Over.", everybodyElse, Later),
            "RecordReview" => version.RecordReview("All well.", new DateOnly(2027, 9, 1), everybodyElse, Later),
            _ => PolicyErrors.OnlySeniorLeaders,
        };

        Assert.Equal(PolicyErrors.OnlySeniorLeaders, refused.Error);
        Assert.Empty(version.UnsavedEvents);
        static SocialGov.Domain.People.Roles Roles() =>
            SocialGov.Domain.People.Roles.Administrator | SocialGov.Domain.People.Roles.DataProtectionOfficer | SocialGov.Domain.People.Roles.PortalManager;
    }
}
