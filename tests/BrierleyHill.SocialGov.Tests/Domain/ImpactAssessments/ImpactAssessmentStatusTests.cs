using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.ImpactAssessments;

/// <summary>What may be done to an impact assessment in which status, and by whom: every status, every action, every kind of person.</summary>
[Trait("Clause", "DP-2")]
public class ImpactAssessmentStatusTests
{
    private const string StatusTable = """
        action                Draft              WithDpo           ReturnedByDpo      SignedOff          Refused           Superseded         NotNeeded
        AnswerScreening       done               NotEditable       ScreeningClosed    NotEditable        NotEditable       NotEditable        NotEditable
        DeclareNotNeeded      NotNeeded          NotEditable       ScreeningClosed    NotEditable        NotEditable       NotEditable        NotEditable
        DoAnyway              done               NotEditable       ScreeningClosed    NotEditable        NotEditable       NotEditable        Draft
        Rename                done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        Answer                done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        ChooseLawfulBasis     done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        NameKeeper            done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        AddRisk               done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        ChangeRisk            done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        RemoveRisk            done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        TakeFromLibrary       done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        PlanMeasure           done               NotEditable       done               NotEditable        NotEditable       NotEditable        NotEditable
        Send                  WithDpo            NotEditable       WithDpo            NotEditable        NotEditable       NotEditable        NotEditable
        OverturnScreening     NotScreenedOut     NotScreenedOut    NotScreenedOut     NotScreenedOut     NotScreenedOut    NotScreenedOut     Draft
        Comment               NotWithDpo         done              NotWithDpo         NotWithDpo         NotWithDpo        NotWithDpo         NotWithDpo
        Return                NotWithDpo         ReturnedByDpo     NotWithDpo         NotWithDpo         NotWithDpo        NotWithDpo         NotWithDpo
        SignOff               NotWithDpo         SignedOff         NotWithDpo         NotWithDpo         NotWithDpo        NotWithDpo         NotWithDpo
        Refuse                NotWithDpo         Refused           NotWithDpo         NotWithDpo         NotWithDpo        NotWithDpo         NotWithDpo
        Overrule              NothingToOverrule  NothingToOverrule SignedOff          NothingToOverrule  SignedOff         NothingToOverrule  NothingToOverrule
        AcceptResidualRisk    NotSentYet         done              done               NotSentYet         done              NotSentYet         NotSentYet
        DecideToConsultIco    NotSentYet         done              done               NotSentYet         done              NotSentYet         NotSentYet
        RecordIcoOutcome      NoIcoConsultation  NoIcoConsultation NoIcoConsultation  NoIcoConsultation  NoIcoConsultation NoIcoConsultation  NoIcoConsultation
        Review                NotSignedOff       NotSignedOff      NotSignedOff       done               NotSignedOff      NotSignedOff       NotSignedOff
        RemindOfReview        NotDueForReminder  NotDueForReminder NotDueForReminder  done               NotDueForReminder NotDueForReminder  NotDueForReminder
        ConfirmCoverage       NotSignedOff       NotSignedOff      NotSignedOff       done               NotSignedOff      NotSignedOff       done
        NoteChange            NoMaterialChange   done              NoMaterialChange   Draft              NoMaterialChange  NoMaterialChange   Draft
        StartNewVersion       NotSignedOff       NotSignedOff      NotSignedOff       done               NotSignedOff      NotSignedOff       NotSignedOff
        SupersedeBy           NotSignedOff       NotSignedOff      NotSignedOff       Superseded         NotSignedOff      NotSignedOff       NotSignedOff
        """;

    // Persons: 1 is the author, 4 the applicant of the business case that it covers, 8 gave the advice.
    private const string RoleTable = """
        who                      Comment             Return              SignOff             Refuse              Overrule             AcceptResidualRisk  DecideToConsultIco      OverturnScreening   ConfirmCoverage     Review
        staff                    OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlySeniorLeaders    OnlySeniorLeaders   OnlyOfficersAndLeaders  OnlyOfficers        OnlyOfficers        OnlyOfficers
        administrator            OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlySeniorLeaders    OnlySeniorLeaders   OnlyOfficersAndLeaders  OnlyOfficers        OnlyOfficers        OnlyOfficers
        portal-manager           OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlySeniorLeaders    OnlySeniorLeaders   OnlyOfficersAndLeaders  OnlyOfficers        OnlyOfficers        OnlyOfficers
        officer                  done                done                done                done                OverruledByOfficer   OnlySeniorLeaders   done                    done                done                done
        leader                   OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        done                 done                done                    OnlyOfficers        OnlyOfficers        OnlyOfficers
        officer-and-leader       done                done                done                done                OverruledByOfficer   done                done                    done                done                done
        author                   OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlySeniorLeaders    OnlySeniorLeaders   OnlyOfficersAndLeaders  OnlyOfficers        OnlyOfficers        OnlyOfficers
        author-officer           DecidedByAuthor     DecidedByAuthor     DecidedByAuthor     DecidedByAuthor     OverruledByOfficer   OnlySeniorLeaders   DecidedByAuthor         DecidedByAuthor     DecidedByAuthor     DecidedByAuthor
        author-leader            OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        DecidedByAuthor      DecidedByAuthor     DecidedByAuthor         OnlyOfficers        OnlyOfficers        OnlyOfficers
        applicant-officer        DecidedByApplicant  DecidedByApplicant  DecidedByApplicant  DecidedByApplicant  OverruledByOfficer   OnlySeniorLeaders   done                    DecidedByApplicant  DecidedByApplicant  DecidedByApplicant
        applicant-leader         OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        DecidedByApplicant   done                done                    OnlyOfficers        OnlyOfficers        OnlyOfficers
        former-officer-leader    OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        OverruledByOfficer   done                done                    OnlyOfficers        OnlyOfficers        OnlyOfficers
        the-portal-itself        OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlyOfficers        OnlySeniorLeaders    OnlySeniorLeaders   OnlyOfficersAndLeaders  OnlyOfficers        OnlyOfficers        OnlyOfficers
        """;

    // A Monday three days before the review in six months: the reminder of seven days before is due.
    private static readonly DateTime Later = Assessments.At.AddDays(181);

    private static readonly CoverableCase Changed = Assessments.Covered with { Facts = Assessments.Covered.Facts with { Openness = Openness.Open } };

    private static readonly CoverableCase Another = Assessments.Covered with { ApplicationId = 11, ApplicantId = 12 };

    private static readonly Dictionary<string, Func<ImpactAssessment, Actor?, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["AnswerScreening"] = (one, by) => one.AnswerScreening(Screening.Everything, ScreeningPoints.Public, by ?? Assessments.Author, Later),
        ["DeclareNotNeeded"] = (one, by) => AfterAllNo(one).DeclareNotNeeded("No.", [], by ?? Assessments.Author, Later),
        ["DoAnyway"] = (one, by) => AfterAllNo(one).DoAnyway(by ?? Assessments.Author, Later),
        ["Rename"] = (one, by) => one.Rename("Otherwise", by ?? Assessments.Author, Later),
        ["Answer"] = (one, by) => one.Answer(AssessmentStep.Need, new Dictionary<AssessmentText, string?> { [AssessmentText.Why] = "Otherwise." }, by ?? Assessments.Author, Later),
        ["ChooseLawfulBasis"] = (one, by) => one.ChooseLawfulBasis(LawfulBasis.Consent, by ?? Assessments.Author, Later),
        ["NameKeeper"] = (one, by) => one.NameKeeper(3, Assessments.Directory, by ?? Assessments.Author, Later),
        ["AddRisk"] = (one, by) => Plain(one.AddRisk("Another.", "Somebody.", Likelihood.Remote, Severity.Minimal, by ?? Assessments.Author, Later)),
        ["ChangeRisk"] = (one, by) => one.ChangeRisk(1, "Otherwise.", "Somebody.", Likelihood.Remote, Severity.Minimal, by ?? Assessments.Author, Later),
        ["RemoveRisk"] = (one, by) => one.RemoveRisk(1, by ?? Assessments.Author, Later),
        ["TakeFromLibrary"] = (one, by) => one.TakeFromLibrary([LibraryRiskTests.Added()], by ?? Assessments.Author, Later),
        ["PlanMeasure"] = (one, by) => one.PlanMeasure(
            1, "Otherwise.", 3, Likelihood.Remote, Severity.Minimal, MeasureEffect.Accepted, Assessments.Directory, by ?? Assessments.Author, Later),
        ["Send"] = (one, by) => one.Send("Again.", [8], [Assessments.Covered], Assessments.Directory, by ?? Assessments.Author, Later),
        ["OverturnScreening"] = (one, by) => one.OverturnScreening("It is.", by ?? Assessments.Officer, Later),
        ["Comment"] = (one, by) => one.Comment([("Why", AnswerVerdict.Improve, "More.")], Assessments.Directory, by ?? Assessments.Officer, Later),
        ["Return"] = (one, by) => one.Return("More.", by ?? Assessments.Officer, Later),
        ["SignOff"] = (one, by) => AfterJudging(one).SignOff(
            "Fine.", LondonTime.DateOf(Later).AddDays(1), [Assessments.Covered], Assessments.Directory, by ?? Assessments.Officer, Later),
        ["Refuse"] = (one, by) => one.Refuse("No.", by ?? Assessments.Officer, Later),
        ["Overrule"] = (one, by) => one.Overrule("Because.", LondonTime.DateOf(Later).AddDays(1), [Assessments.Covered], by ?? Assessments.Leader, Later),
        ["AcceptResidualRisk"] = (one, by) => one.AcceptResidualRisk("Worth it.", by ?? Assessments.Leader, Later),
        ["DecideToConsultIco"] = (one, by) => one.DecideToConsultIco(LondonTime.DateOf(Later), "High risk.", "", by ?? Assessments.Officer, Later),
        ["RecordIcoOutcome"] = (one, by) => one.RecordIcoOutcome("Fine.", "", by ?? Assessments.Officer, Later),
        ["Review"] = (one, by) => one.Review("Holds.", LondonTime.DateOf(Later).AddDays(1), by ?? Assessments.Officer, Later),
        ["RemindOfReview"] = (one, _) => one.RemindOfReview(WorkingCalendar.EnglandAndWales, Actor.Portal("Reviews"), Later),
        ["ConfirmCoverage"] = (one, by) => one.ConfirmCoverage(Another, by ?? Assessments.Officer, Later),
        ["NoteChange"] = (one, by) => one.NoteChange(Changed, by ?? Assessments.Author, Later),
        ["StartNewVersion"] = (one, by) => Plain(one.StartNewVersion(by ?? Assessments.Author, Later)),
        ["SupersedeBy"] = (one, by) => one.SupersedeBy(
            Assessments.SignedOffSuccessor(Assessments.In(AssessmentStatus.SignedOff), Later), by ?? Assessments.Officer, Later),
    };

    private static readonly Dictionary<string, Actor> People = new(StringComparer.Ordinal)
    {
        ["staff"] = new(20, "Staff", Roles.None),
        ["administrator"] = new(20, "Administrator", Roles.Administrator),
        ["portal-manager"] = new(20, "Portal manager", Roles.PortalManager),
        ["officer"] = new(20, "Officer", Roles.DataProtectionOfficer),
        ["leader"] = new(20, "Leader", Roles.SeniorLeader),
        ["officer-and-leader"] = new(20, "Both", Roles.DataProtectionOfficer | Roles.SeniorLeader),
        ["author"] = new(1, "Author", Roles.None),
        ["author-officer"] = new(1, "Author", Roles.DataProtectionOfficer),
        ["author-leader"] = new(1, "Author", Roles.SeniorLeader),
        ["applicant-officer"] = new(4, "Applicant", Roles.DataProtectionOfficer),
        ["applicant-leader"] = new(4, "Applicant", Roles.SeniorLeader),
        ["former-officer-leader"] = new(8, "Adviser", Roles.SeniorLeader),
        ["the-portal-itself"] = Actor.Portal("Portal"),
    };

    public static TheoryData<AssessmentStatus, string, string> StatusCells()
    {
        var cells = new TheoryData<AssessmentStatus, string, string>();
        foreach (var (row, column, cell) in Read(StatusTable))
        {
            cells.Add(Enum.Parse<AssessmentStatus>(column), row, cell);
        }

        return cells;
    }

    public static TheoryData<string, string, string> RoleCells()
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var (row, column, cell) in Read(RoleTable))
        {
            cells.Add(row, column, cell);
        }

        return cells;
    }

    [Fact]
    public void The_table_names_every_status_and_every_action()
    {
        var cells = StatusCells().Select(cell => ((AssessmentStatus)cell[0], (string)cell[1])).ToHashSet();
        var actions = typeof(ImpactAssessment).GetMethods()
            .Where(method => !method.IsStatic && method.ReturnType.Name.StartsWith("Result", StringComparison.Ordinal))
            .Where(method => !method.Name.StartsWith("Check", StringComparison.Ordinal))
            .Select(method => method.Name);

        Assert.Equal(
            from status in Enum.GetValues<AssessmentStatus>() from action in actions orderby action, status select (status, action),
            cells.OrderBy(cell => cell.Item2).ThenBy(cell => cell.Item1));
    }

    [Theory]
    [MemberData(nameof(StatusCells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(AssessmentStatus status, string action, string expected)
    {
        var assessment = Assessments.In(status);
        var before = JsonSerializer.Serialize(assessment);

        var result = Actions[action](assessment, null);

        if (Enum.TryParse<AssessmentStatus>(expected, out var after) || expected == "done")
        {
            Assert.False(result.IsRefused, result.Error?.Code);
            Assert.Equal(expected == "done" ? status : after, assessment.Status);
            Assert.Equal(Later, Assert.Single(assessment.UnsavedEvents).At);
        }
        else
        {
            Assert.Equal("ImpactAssessment." + expected, result.Error?.Code);
            Assert.Empty(assessment.UnsavedEvents);
            Assert.Equal(before, JsonSerializer.Serialize(assessment));
        }
    }

    [Theory]
    [MemberData(nameof(RoleCells))]
    public void Who_may_do_what(string who, string action, string expected)
    {
        var assessment = action switch
        {
            "OverturnScreening" => Assessments.In(AssessmentStatus.NotNeeded),
            "ConfirmCoverage" or "Review" => Assessments.In(AssessmentStatus.SignedOff),
            "Overrule" => Assessments.In(AssessmentStatus.Refused),
            _ => Assessments.In(AssessmentStatus.WithDpo),
        };

        var result = Actions[action](assessment, People[who]);

        Assert.Equal(expected == "done" ? null : "ImpactAssessment." + expected, result.Error?.Code);
    }

    [Theory]
    [InlineData("AnswerScreening")]
    [InlineData("DeclareNotNeeded")]
    [InlineData("DoAnyway")]
    [InlineData("Rename")]
    [InlineData("Answer")]
    [InlineData("ChooseLawfulBasis")]
    [InlineData("NameKeeper")]
    [InlineData("AddRisk")]
    [InlineData("ChangeRisk")]
    [InlineData("RemoveRisk")]
    [InlineData("TakeFromLibrary")]
    [InlineData("PlanMeasure")]
    [InlineData("Send")]
    public void Only_its_author_writes_it(string action)
    {
        foreach (var (who, actor) in People.Where(person => !person.Value.Is(1)))
        {
            Assert.Equal((who, "ImpactAssessment.NotTheAuthor"), (who, Actions[action](Assessments.In(AssessmentStatus.Draft), actor).Error?.Code));
        }
    }

    [Theory]
    [InlineData("author", null)]
    [InlineData("leader", null)]
    [InlineData("applicant-leader", null)]
    [InlineData("staff", "SuccessorNotYours")]
    [InlineData("officer", "SuccessorNotYours")]
    [InlineData("portal-manager", "SuccessorNotYours")]
    public void Who_may_start_a_new_version(string who, string? expected) =>
        Assert.Equal(
            expected is null ? null : "ImpactAssessment." + expected,
            Actions["StartNewVersion"](Assessments.In(AssessmentStatus.SignedOff), People[who]).Error?.Code);

    private static IEnumerable<(string Row, string Column, string Cell)> Read(string table)
    {
        var rows = table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return rows.Skip(1).SelectMany(row => rows[0].Skip(1).Zip(row.Skip(1), (column, cell) => (row[0], column, cell)));
    }

    private static ImpactAssessment AfterAllNo(ImpactAssessment one)
    {
        one.AnswerScreening(Screening.Everything, ScreeningPoints.None, Assessments.Author, Later);
        one.TakeEvents();
        return one;
    }

    private static ImpactAssessment AfterJudging(ImpactAssessment one)
    {
        Assessments.Judge(one, at: Later);
        one.TakeEvents();
        return one;
    }

    private static Result Plain<T>(Result<T> result) => result.Error is { } error ? error : Result.Done;
}
