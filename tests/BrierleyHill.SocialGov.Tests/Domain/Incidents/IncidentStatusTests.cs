using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using static BrierleyHill.SocialGov.Tests.Support.AssessedIncidents;
using static BrierleyHill.SocialGov.Tests.Support.IncidentBuilder;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>What may be done to an incident in which status: every status, every action. "Settled" is resolved with every route finished.</summary>
[Trait("Clause", "SLT-3")]
[Trait("Clause", "SLT-4")]
public class IncidentStatusTests
{
    // What is refused begins with "!", and names why.
    private const string Table = """
        action               Reported       Assessed               UnderInvestigation    Resolved             Settled             Closed             OutOfScope
        NamePerson           Reported       Assessed               UnderInvestigation    Resolved             Resolved            !Closed            !OutOfScope
        TakePersonOff        Reported       Assessed               UnderInvestigation    Resolved             Resolved            !Closed            !OutOfScope
        CorrectPerson        Reported       Assessed               UnderInvestigation    Resolved             Resolved            !Closed            !OutOfScope
        AddToChronology      Reported       Assessed               UnderInvestigation    Resolved             Resolved            !Closed            !OutOfScope
        Assess               Assessed       !AssessedAlready       !AssessedAlready      !AssessedAlready     !AssessedAlready    !AssessedAlready   !AssessedAlready
        Reassess             !NotAssessed   Assessed               UnderInvestigation    !ResolvedAlready     !ResolvedAlready    !Closed            !OutOfScope
        LeaveAlone           OutOfScope     OutOfScope             !InvestigatedAlready  !ResolvedAlready     !ResolvedAlready    !Closed            !OutOfScope
        AppointInvestigator  !NotAssessed   UnderInvestigation     UnderInvestigation    !ResolvedAlready     !ResolvedAlready    !Closed            !OutOfScope
        ReleaseInvestigator  !NotAssessed   !InvestigatorNotThere  UnderInvestigation    !ResolvedAlready     !ResolvedAlready    !Closed            !OutOfScope
        StartRoute           !NotAssessed   Assessed               UnderInvestigation    !ResolvedAlready     !ResolvedAlready    !Closed            !OutOfScope
        TakeRouteOff         Reported       Assessed               UnderInvestigation    Resolved             Resolved            !Closed            !OutOfScope
        SettleRouteStep      Reported       Assessed               UnderInvestigation    Resolved             !StepSettled        !Closed            !OutOfScope
        TakeRouteStepBack    Reported       Assessed               UnderInvestigation    Resolved             !StepNotLast        !Closed            !OutOfScope
        Resolve              !NotAssessed   !NotInvestigated       Resolved              !ResolvedAlready     !ResolvedAlready    !Closed            !OutOfScope
        Close                !NotResolved   !NotResolved           !NotResolved          !NotYetClosed        Closed              !Closed            !OutOfScope
        Reopen               !NotEnded      !NotEnded              !NotEnded             UnderInvestigation   UnderInvestigation  UnderInvestigation !OutOfScope
        """;

    private static readonly DateTime Later = At.AddDays(1);

    private static readonly Dictionary<string, Func<Incident, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["NamePerson"] = one => one.NamePerson(new InvolvedPersonAnswers(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil in Year 4"), IncidentBuilder.Directory, Leader, Later),
        ["TakePersonOff"] = one => one.TakePersonOff(1, "Somebody else.", IncidentBuilder.Directory, Leader, Later),
        ["CorrectPerson"] = one => one.CorrectPerson(
            1, new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Witness, null, null), "Only saw it.", IncidentBuilder.Directory, Leader, Later),
        ["AddToChronology"] = one => one.AddToChronology(ChronologyKind.Note, At, "Rang.", null, Leader, Later),
        ["Assess"] = one => one.Assess(Assessment(), Leader, Later),
        ["Reassess"] = one => one.Reassess(Assessment(IncidentSeverity.Critical), Leader, Later),
        ["LeaveAlone"] = one => one.LeaveAlone("Neither names nor affects us.", ClosingCircumstances.None, Leader, Later),
        ["AppointInvestigator"] = one => one.AppointInvestigator(4, IncidentBuilder.Directory, Leader, Later),
        ["ReleaseInvestigator"] = one => one.ReleaseInvestigator(1, "On leave.", IncidentBuilder.Directory, Leader, Later),
        ["StartRoute"] = one => one.StartRoute(IncidentRouteKind.ParentOrCarer, Leader, Later),
        ["TakeRouteOff"] = one => one.TakeRouteOff(1, "Not needed.", Leader, Later),
        ["SettleRouteStep"] = one => one.SettleRouteStep(1, RouteStepKind.SafeguardingLeadSpokenTo, StepDone(), Leader, Later),
        ["TakeRouteStepBack"] = one => one.TakeRouteStepBack(2, RouteStepKind.EvidenceKept, "Wrong incident.", Leader, Later),
        ["Resolve"] = one => one.Resolve(Resolving(), Leader, Later),
        ["Close"] = one => one.Close(ClosingCircumstances.None, Leader, Later),
        ["Reopen"] = one => one.Reopen("More has come up.", Leader, Later),
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
    public void The_table_names_every_action_and_every_status()
    {
        var actions = typeof(Incident).GetMethods()
            .Where(method => !method.IsStatic && method.ReturnType == typeof(Result) && !method.Name.StartsWith("Check", StringComparison.Ordinal))
            .Select(method => method.Name)
            .Distinct();

        Assert.Equal(actions.Order(), Cells().Select(cell => (string)cell[1]).Distinct().Order());
        Assert.Equal(Enum.GetNames<IncidentStatus>().Append("Settled").Order(), Cells().Select(cell => (string)cell[0]).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(string state, string action, string expected)
    {
        var incident = Made(state);
        var before = JsonSerializer.Serialize(incident);

        var result = Actions[action](incident);

        if (expected.StartsWith('!'))
        {
            Assert.Equal("Incident." + expected[1..], result.Error?.Code);
            Assert.Equal(before, JsonSerializer.Serialize(incident));
            Assert.Empty(incident.UnsavedEvents);
            return;
        }

        Assert.False(result.IsRefused, result.Error?.Code);
        Assert.Equal(Enum.Parse<IncidentStatus>(expected), incident.Status);
        Assert.Single(incident.UnsavedEvents);
    }

    // Who may: the same table, tried as everybody. The alleged get what a missing record gives.
    [Theory]
    [InlineData("Assess", false)]
    [InlineData("Reassess", false)]
    [InlineData("LeaveAlone", false)]
    [InlineData("AppointInvestigator", false)]
    [InlineData("ReleaseInvestigator", false)]
    [InlineData("Close", false)]
    [InlineData("Reopen", false)]
    [InlineData("CorrectPerson", true)]
    [InlineData("StartRoute", true)]
    [InlineData("TakeRouteOff", true)]
    [InlineData("SettleRouteStep", true)]
    [InlineData("TakeRouteStepBack", true)]
    [InlineData("Resolve", true)]
    public void Leaders_lead_and_investigators_work_on_it_and_whoever_is_alleged_meets_nothing(string action, bool mayInvestigatorsToo)
    {
        var state = Cells().Where(cell => (string)cell[1] == action && !((string)cell[2]).StartsWith('!')).Select(cell => (string)cell[0]);
        state = mayInvestigatorsToo ? state.Where(one => one == "UnderInvestigation") : state;
        foreach (var one in state)
        {
            var incident = Made(one);
            var asLeader = ByAnother(action, Support.People.Actor(9, BrierleyHill.SocialGov.Domain.People.Roles.SeniorLeader));
            var asNobody = ByAnother(action, Support.People.Actor(3, ~BrierleyHill.SocialGov.Domain.People.Roles.SeniorLeader & ~BrierleyHill.SocialGov.Domain.People.Roles.SafeguardingLead));
            Assert.Equal(ErrorKind.Forbidden, asNobody(incident).Error?.Kind);
            Assert.Empty(incident.UnsavedEvents);
            if (mayInvestigatorsToo)
            {
                Done(ByAnother(action, Support.People.Actor(Investigator))(Made(one)));
            }
            else if (incident.CurrentInvestigators.Any())
            {
                Assert.Equal("Incident.NotLeader", ByAnother(action, Support.People.Actor(Investigator))(incident).Error?.Code);
            }

            var alleged = Made(one);
            if (!alleged.IsOver)
            {
                Done(alleged.NamePerson(Alleged(4), IncidentBuilder.Directory, Leader, Later));
                alleged.TakeEvents();
                Assert.Equal(Error.NotFound, ByAnother(action, Support.People.Actor(4, BrierleyHill.SocialGov.Domain.People.Roles.SeniorLeader))(alleged).Error);
                Assert.Empty(alleged.UnsavedEvents);
            }

            Done(asLeader(incident));
        }
    }

    private static Func<Incident, Result> ByAnother(string action, Actor by) => action switch
    {
        "Assess" => one => one.Assess(Assessment(), by, Later),
        "Reassess" => one => one.Reassess(Assessment(IncidentSeverity.Critical), by, Later),
        "LeaveAlone" => one => one.LeaveAlone("Neither.", ClosingCircumstances.None, by, Later),
        "AppointInvestigator" => one => one.AppointInvestigator(9, IncidentBuilder.Directory, by, Later),
        "ReleaseInvestigator" => one => one.ReleaseInvestigator(1, "On leave.", IncidentBuilder.Directory, by, Later),
        "StartRoute" => one => one.StartRoute(IncidentRouteKind.ParentOrCarer, by, Later),
        "TakeRouteOff" => one => one.TakeRouteOff(1, "Not needed.", by, Later),
        "SettleRouteStep" => one => one.SettleRouteStep(1, RouteStepKind.SafeguardingLeadSpokenTo, StepDone(), by, Later),
        "TakeRouteStepBack" => one => one.TakeRouteStepBack(2, RouteStepKind.EvidenceKept, "Wrong.", by, Later),
        "CorrectPerson" => one => one.CorrectPerson(
            1, new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Witness, null, null), "Only saw it.", IncidentBuilder.Directory, by, Later),
        "Resolve" => one => one.Resolve(Resolving(), by, Later),
        "Close" => one => one.Close(ClosingCircumstances.None, by, Later),
        "Reopen" => one => one.Reopen("More.", by, Later),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static Incident Made(string state)
    {
        if (state != "Settled")
        {
            return In(Enum.Parse<IncidentStatus>(state));
        }

        var incident = In(IncidentStatus.Resolved);
        FinishRoutes(incident);
        return incident;
    }
}
