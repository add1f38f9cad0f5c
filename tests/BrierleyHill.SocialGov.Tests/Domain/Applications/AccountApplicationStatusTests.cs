using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Applications;

/// <summary>What may be done to a business case in which status: every status, every action.</summary>
[Trait("Clause", "BC-6")]
[Trait("Clause", "SLT-6")]
public class AccountApplicationStatusTests
{
    private const string Table = """
        action                 Draft                Submitted      ChangesRequested     Approved             Rejected             Withdrawn
        AnswerPlatformAndName  done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        AnswerAim              done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        AnswerAudience         done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        NameAdministrators     done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        AnswerOpenness         done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        AnswerSettings         done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        AnswerMessages         done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        AnswerPersonalData     done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        NameImpactAssessment   done                 NotEditable    done                 NotEditable          NotEditable          NotEditable
        Submit                 Submitted            NotEditable    Submitted            NotEditable          NotEditable          NotEditable
        Approve                NotAwaitingDecision  Approved       NotAwaitingDecision  NotAwaitingDecision  NotAwaitingDecision  NotAwaitingDecision
        Reject                 NotAwaitingDecision  Rejected       NotAwaitingDecision  NotAwaitingDecision  NotAwaitingDecision  NotAwaitingDecision
        RequestChanges         NotAwaitingDecision  ChangesRequested  NotAwaitingDecision  NotAwaitingDecision  NotAwaitingDecision  NotAwaitingDecision
        Withdraw               Withdrawn            Withdrawn      Withdrawn            AlreadyFinished      AlreadyFinished      AlreadyFinished
        Chase                  NotDueForChasing     done           done                 NotDueForChasing     NotDueForChasing     NotDueForChasing
        """;

    private static readonly DateTime Later = BusinessCases.At.AddDays(41);

    private static readonly Dictionary<string, Func<AccountApplication, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["AnswerPlatformAndName"] = one => one.AnswerPlatformAndName(Platform.Blog, "", AccountKind.SocialNetworkAccount, "Art Room", "", BusinessCases.Applicant, Later),
        ["AnswerAim"] = one => one.AnswerAim("Something else.", BusinessCases.Applicant, Later),
        ["AnswerAudience"] = one => one.AnswerAudience("Somebody else.", "Otherwise.", BusinessCases.Applicant, Later),
        ["NameAdministrators"] = one => one.NameAdministrators(4, [5], BusinessCases.Directory(), BusinessCases.Applicant, Later),
        ["AnswerOpenness"] = one => one.AnswerOpenness(Openness.Open, "Otherwise.", BusinessCases.Applicant, Later),
        ["AnswerSettings"] = one => one.AnswerSettings(BusinessCases.CarefulSettings with { Comments = WhoMay.Nobody }, BusinessCases.Applicant, Later),
        ["AnswerMessages"] = one => one.AnswerMessages("Otherwise.", "Elsewhere.", BusinessCases.Applicant, Later),
        ["AnswerPersonalData"] = one => one.AnswerPersonalData(processes: true, "Names.", null, [], BusinessCases.Applicant, Later),
        ["NameImpactAssessment"] = one => one.NameImpactAssessment(7, BusinessCases.Applicant, Later),
        ["Submit"] = one => one.Submit("Changed.", BusinessCases.Directory(), BusinessCases.Applicant, Later),
        ["Approve"] = one => one.Approve(Weighed.Everything, "With care.", BusinessCases.Directory(), BusinessCases.Leader, Later),
        ["Reject"] = one => one.Reject("No.", BusinessCases.Leader, Later),
        ["RequestChanges"] = one => one.RequestChanges("More.", BusinessCases.Leader, Later),
        ["Withdraw"] = one => one.Withdraw("Over.", BusinessCases.Directory(), BusinessCases.Applicant, Later),
        ["Chase"] = one => one.Chase(WorkingCalendar.EnglandAndWales, 5, Actor.Portal("Chasing"), Later),
    };

    public static TheoryData<ApplicationStatus, string, string> Cells()
    {
        var cells = new TheoryData<ApplicationStatus, string, string>();
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (status, expected) in rows[0].Skip(1).Zip(row.Skip(1)))
            {
                cells.Add(Enum.Parse<ApplicationStatus>(status), row[0], expected);
            }
        }

        return cells;
    }

    [Fact]
    public void The_table_names_every_status_and_every_action()
    {
        var cells = Cells().Select(cell => ((ApplicationStatus)cell[0], (string)cell[1])).ToHashSet();
        // What the record offers to the outside and what gives a Result is an action, except the two questions.
        var actions = typeof(AccountApplication).GetMethods()
            .Where(method => method.ReturnType == typeof(Result) && !method.Name.StartsWith("Check", StringComparison.Ordinal))
            .Select(method => method.Name);

        Assert.Equal(
            from status in Enum.GetValues<ApplicationStatus>() from action in actions orderby action, status select (status, action),
            cells.OrderBy(cell => cell.Item2).ThenBy(cell => cell.Item1));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(ApplicationStatus status, string action, string expected)
    {
        var application = BusinessCases.In(status);
        var before = JsonSerializer.Serialize(application);

        var result = Actions[action](application);

        if (Enum.TryParse<ApplicationStatus>(expected, out var after) || expected == "done")
        {
            Assert.False(result.IsRefused, result.Error?.Code);
            Assert.Equal(expected == "done" ? status : after, application.Status);
            var happened = Assert.Single(application.UnsavedEvents);
            Assert.Equal(Later, happened.At);
        }
        else
        {
            Assert.Equal("Application." + expected, result.Error?.Code);
            Assert.Equal(before, JsonSerializer.Serialize(application));
            Assert.Empty(application.UnsavedEvents);
        }
    }
}
