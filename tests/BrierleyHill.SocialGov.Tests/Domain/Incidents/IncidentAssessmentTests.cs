using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Architecture;
using BrierleyHill.SocialGov.Tests.Support;
using static BrierleyHill.SocialGov.Tests.Support.AssessedIncidents;
using static BrierleyHill.SocialGov.Tests.Support.IncidentBuilder;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>The initial assessment, who looks into it, out of scope, and the end: what each asks, and what it never takes.</summary>
public class IncidentAssessmentTests
{
    [Fact]
    [Trait("Clause", "SLT-4")]
    public void An_assessment_asks_for_scope_severity_actions_next_steps_and_why()
    {
        var incident = Reported();
        string? Field(AssessmentAnswers answers) => incident.Assess(answers, Leader, At).Error?.Field;

        Assert.Equal("Scope", Field(Assessment(scope: null)));
        Assert.Equal("Scope", Field(Assessment(scope: (IncidentScope)9)));
        Assert.Equal("Scope", Field(Assessment(scope: IncidentScope.PersonalOutOfScope)));
        Assert.Equal("Severity", Field(Assessment(severity: null)));
        Assert.Equal("Severity", Field(Assessment(severity: 0)));
        Assert.Equal("Because", Field(Assessment(because: " ")));
        Assert.Equal("ImmediateActions", Field(Assessment(actions: null)));
        Assert.Equal("NextSteps", Field(Assessment(next: new string('x', Incident.WordsMaximumLength + 1))));
        Assert.Empty(incident.UnsavedEvents);

        Done(incident.Assess(Assessment(), Leader, At.AddHours(5)));
        Assert.Equal((IncidentStatus.Assessed, IncidentSeverity.Medium, IncidentScope.PersonalInScope), (incident.Status, incident.Severity!.Value, incident.Scope!.Value));
        Assert.Equal((Leader.PersonId, At.AddHours(5), TimeSpan.FromHours(5)), (incident.AssessedById, incident.AssessedAt, incident.TimeToAssess));
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public void Assessing_anew_keeps_when_it_was_first_assessed_and_asks_for_something_new()
    {
        var incident = In(IncidentStatus.UnderInvestigation);
        var first = incident.AssessedAt;

        Assert.Equal("Incident.AssessmentSame", incident.Reassess(Assessment(), Leader, At.AddDays(3)).Error?.Code);
        Done(incident.Reassess(Assessment(IncidentSeverity.High), Leader, At.AddDays(3)));

        Assert.Equal((IncidentSeverity.High, first), (incident.Severity!.Value, incident.AssessedAt));
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void What_is_out_of_scope_keeps_the_decision_and_nothing_of_what_was_reported()
    {
        var incident = Reported(Answers(people: [Alleged(4), new InvolvedPersonAnswers(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil in Year 4")]));
        Done(incident.StartRoute(IncidentRouteKind.Safeguarding, Leader, At));
        Done(incident.Assess(Assessment(), Leader, At));

        Assert.Equal("Incident.ScopeBecauseMissing", incident.LeaveAlone("", ClosingCircumstances.None, Leader, At).Error?.Code);
        Assert.NotEmpty(incident.What);
        Done(incident.LeaveAlone("A family matter that does not name the school.", ClosingCircumstances.None, Leader, At.AddHours(1)));

        Assert.Equal(
            ("", "", "", "", "", null, null, null),
            (incident.What, incident.Place, incident.Link, incident.ImmediateActions, incident.NextSteps, incident.AccountId, incident.OccurredAt, incident.Severity));
        Assert.Equal((IncidentSource.None, null, NoticedHow.Other), (incident.Source, incident.SourceId, incident.Noticed));
        Assert.Empty(incident.Involved);
        Assert.Empty(incident.Routes);
        Assert.Empty(incident.Investigators);
        Assert.Equal(
            (IncidentStatus.OutOfScope, IncidentScope.PersonalOutOfScope, "A family matter that does not name the school.", Leader.PersonId, Reporter.PersonId),
            (incident.Status, incident.Scope, incident.AssessedBecause, incident.AssessedById, (int?)incident.ReportedById));
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void What_an_agency_knows_of_or_is_a_breach_of_the_school_s_data_cannot_be_out_of_scope()
    {
        Assert.Equal("Incident.ReferredAlready", Reported().LeaveAlone("So.", new ClosingCircumstances(1, 0, false, false), Leader, At).Error?.Code);
        Assert.Equal("Incident.IsBreach", Reported().LeaveAlone("So.", new ClosingCircumstances(0, 0, true, false), Leader, At).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "SLT-3")]
    public void Whoever_looks_into_it_can_sign_in_and_is_not_involved()
    {
        var directory = new PeopleDirectory(
        [
            .. IncidentBuilder.Directory.People,
            Support.People.InDirectory(20, "Gwen", "Gone", PersonStatus.Deactivated),
        ]);
        var incident = Reported(Answers(people:
        [
            Alleged(4),
            new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Witness, 3, null),
        ]));
        Done(incident.Assess(Assessment(), Leader, At));
        incident.TakeEvents();
        string? Refusal(int? personId) => incident.AppointInvestigator(personId, directory, Leader, At).Error?.Code;

        Assert.Equal("Incident.InvestigatorMissing", Refusal(null));
        Assert.Equal("Incident.InvestigatorMissing", Refusal(999));
        Assert.Equal("Incident.InvestigatorNotActive", Refusal(20));
        // The same words for whoever is said to have done it and for whoever saw it.
        Assert.Equal("Incident.InvestigatorConcerned", Refusal(4));
        Assert.Equal("Incident.InvestigatorConcerned", Refusal(3));
        Assert.Empty(incident.UnsavedEvents);
        Assert.Equal([2, 5, 9], directory.People.Where(incident.CanBeInvestigatedBy).Select(person => person.Id).Order());

        Done(incident.AppointInvestigator(5, directory, Leader, At));
        Done(incident.AppointInvestigator(9, directory, Leader, At));
        Assert.Equal("Incident.InvestigatorAlready", Refusal(5));
        Assert.Equal("Incident.ReasonMissing", incident.ReleaseInvestigator(1, " ", directory, Leader, At).Error?.Code);
        Done(incident.ReleaseInvestigator(1, "On leave.", directory, Leader, At));
        Assert.Equal("Incident.InvestigatorNotThere", incident.ReleaseInvestigator(1, "Again.", directory, Leader, At).Error?.Code);
        Assert.Equal("Incident.InvestigatorNotThere", incident.ReleaseInvestigator(0, "None.", directory, Leader, At).Error?.Code);
        Assert.Equal([9], incident.CurrentInvestigators.Select(one => one.PersonId));
    }

    [Theory]
    [InlineData(InvolvedRole.Alleged)]
    [InlineData(InvolvedRole.Witness)]
    [InlineData(InvolvedRole.Subject)]
    [Trait("Clause", "SLT-3")]
    public void Whoever_turns_out_to_be_involved_looks_into_it_no_more_and_is_not_told(InvolvedRole role)
    {
        var named = In(IncidentStatus.UnderInvestigation);
        Done(named.NamePerson(new InvolvedPersonAnswers(InvolvedType.Staff, role, Investigator, null), IncidentBuilder.Directory, Leader, At));
        Assert.Empty(named.CurrentInvestigators);
        Assert.False(Assert.Single(named.UnsavedEvents.OfType<InvestigatorReleased>()).IsTold);

        var corrected = In(IncidentStatus.UnderInvestigation);
        Done(corrected.NamePerson(new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Reporter, Investigator, null), IncidentBuilder.Directory, Leader, At));
        Assert.Single(corrected.CurrentInvestigators);
        Done(corrected.CorrectPerson(2, new InvolvedPersonAnswers(InvolvedType.Staff, role, null, null), "It came out.", IncidentBuilder.Directory, Leader, At));
        Assert.Empty(corrected.CurrentInvestigators);
        Assert.Equal(role == InvolvedRole.Alleged ? Error.NotFound : IncidentErrors.NotInvestigator, corrected.CheckMayInvestigate(Support.People.Actor(Investigator)).Error);
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public void Correcting_who_somebody_is_keeps_the_rules_of_naming_them()
    {
        var incident = Reported(Answers(people:
        [
            new InvolvedPersonAnswers(InvolvedType.ParentOrCarer, InvolvedRole.Witness, null, "Mrs Barnes"),
            new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Reporter, 2, null),
            new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Witness, 9, null),
        ]));
        Result Correct(int number, InvolvedRole? role, bool isNobody = false, string? because = "It came out.", InvolvedType type = InvolvedType.Staff) =>
            incident.CorrectPerson(number, new InvolvedPersonAnswers(type, role, null, "ignored", isNobody), because, IncidentBuilder.Directory, Leader, At);

        Assert.Equal("Incident.AllegedLooksLikeStaff", Correct(1, InvolvedRole.Alleged).Error?.Code);
        Assert.Equal("Incident.ReporterAlleged", Correct(2, InvolvedRole.Alleged).Error?.Code);
        Assert.Equal("Incident.AllegedSelf", Correct(3, InvolvedRole.Alleged).Error?.Code);
        Assert.Equal("Incident.InvolvedRoleMissing", Correct(1, null).Error?.Code);
        Assert.Equal("Incident.InvolvedSame", Correct(3, InvolvedRole.Witness).Error?.Code);
        Assert.Equal("Incident.NotInvolved", Correct(4, InvolvedRole.Witness).Error?.Code);
        Assert.Equal("Incident.ReasonMissing", Correct(1, InvolvedRole.Alleged, isNobody: true, because: "").Error?.Code);
        Assert.Equal([1, 2, 3], incident.Involved.Select(one => one.Number));

        Done(Correct(1, InvolvedRole.Alleged, isNobody: true, type: InvolvedType.ParentOrCarer));
        Assert.Equal((InvolvedRole.Alleged, "Mrs Barnes"), (incident.Involved[0].Role, incident.Involved[0].Name));
    }

    [Fact]
    [Trait("Clause", "SLT-3")]
    public void An_outcome_names_finding_outcome_lessons_and_clauses_of_the_policy()
    {
        var incident = In(IncidentStatus.UnderInvestigation);
        string? Field(ResolvingAnswers answers) => incident.Resolve(answers, Leader, At).Error?.Field;

        Assert.Equal("Finding", Field(Resolving(finding: null)));
        Assert.Equal("Outcome", Field(Resolving(outcome: "")));
        Assert.Equal("Lessons", Field(Resolving(lessons: null)));
        Assert.Equal("Clauses", Field(new ResolvingAnswers(IncidentFinding.InPart, "So.", "None.", null)));
        Assert.Equal("Clauses", Field(Resolving(clauses: ["OFF-1", "OFF-9"])));
        Assert.Empty(incident.UnsavedEvents);

        Done(incident.Resolve(Resolving(clauses: ["PAR-2", "OFF-1", "PAR-2"]), Leader, At.AddDays(2)));
        Assert.Equal(["OFF-1", "PAR-2"], incident.Clauses.Select(clause => clause.Id));
        Assert.Equal(TimeSpan.FromDays(2), incident.TimeToResolve);
    }

    [Fact]
    [Trait("Clause", "SLT-3")]
    public void It_is_closed_only_when_routes_referrals_and_the_breach_are_finished()
    {
        var incident = In(IncidentStatus.Resolved);
        Assert.Equal(2, incident.BlockersOfClosing(ClosingCircumstances.None).Count);
        FinishRoutes(incident);

        Assert.Equal("Incident.NotYetClosed", incident.Close(new ClosingCircumstances(2, 1, false, false), Leader, At).Error?.Code);
        Assert.Equal("Incident.NotYetClosed", incident.Close(new ClosingCircumstances(0, 0, true, true), Leader, At).Error?.Code);
        Assert.Empty(incident.UnsavedEvents);
        Done(incident.Close(new ClosingCircumstances(2, 0, true, false), Leader, At));
        Assert.Equal("Incident.ReasonMissing", incident.Reopen(" ", Leader, At).Error?.Code);
        Done(incident.Reopen("A second posting came up.", Leader, At));
        Assert.Equal((IncidentStatus.UnderInvestigation, null, "", null), (incident.Status, incident.Finding, incident.Outcome, incident.TimeToResolve));
    }

    // Day and time of the report, London; the day by whose end it is due; the day on which it is escalated.
    [Theory]
    [InlineData("2026-03-10 10:00", 1, "2026-03-11", "2026-03-12")] // Tuesday
    [InlineData("2026-03-13 23:59", 1, "2026-03-16", "2026-03-17")] // Friday night: Monday
    [InlineData("2026-03-14 08:00", 1, "2026-03-16", "2026-03-17")] // Saturday: Monday
    [InlineData("2026-04-02 09:00", 1, "2026-04-07", "2026-04-08")] // Maundy Thursday: Tuesday after Easter
    [InlineData("2026-03-27 10:00", 1, "2026-03-30", "2026-03-31")] // over the change to summer time
    [InlineData("2026-10-23 10:00", 1, "2026-10-26", "2026-10-27")] // over the change to winter time
    [InlineData("2026-03-10 00:30", 3, "2026-03-13", "2026-03-16")]
    [Trait("Clause", "SLT-4")]
    public void An_assessment_is_due_by_the_end_of_a_working_day(string reported, int days, string due, string escalated)
    {
        Assert.True(LondonTime.TryToUtc(DateTime.Parse(reported, System.Globalization.CultureInfo.InvariantCulture), out var at));
        var (day, next) = (DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(escalated, System.Globalization.CultureInfo.InvariantCulture));

        var times = AssessmentDeadline.TimesOf(at, WorkingCalendar.EnglandAndWales, days, new TimeOnly(9, 0));

        Assert.Equal(LondonTime.StartOfDay(day.AddDays(1)), times.DueAt);
        Assert.Equal((day, "9am"), (LondonTime.DateOf(times.DueSoonAt), LondonTime.DisplayTime(times.DueSoonAt)));
        Assert.Equal((next, "9am"), (LondonTime.DateOf(times.EscalatesAt), LondonTime.DisplayTime(times.EscalatesAt)));
        Assert.True(times.AreInOrder);
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public void A_closure_day_of_the_school_does_not_count()
    {
        var calendar = new WorkingCalendar([new DateOnly(2026, 3, 11)]);
        var times = AssessmentDeadline.TimesOf(At, calendar, 1, new TimeOnly(9, 0));
        Assert.Equal(LondonTime.StartOfDay(new DateOnly(2026, 3, 13)), times.DueAt);
    }

    [Fact]
    [Trait("Clause", "SLT-3")]
    public void The_clauses_to_choose_from_are_those_of_the_policy() =>
        Assert.Equal(((IEnumerable<object[]>)DocumentationTests.Clauses).Select(row => (string)row[0]), PolicyClauses.Each.Select(clause => clause.Id));

    [Theory]
    [InlineData(0, "less than an hour")]
    [InlineData(-5, "less than an hour")]
    [InlineData(1, "1 hour")]
    [InlineData(5, "5 hours")]
    [InlineData(24, "1 day")]
    [InlineData(51, "2 days and 3 hours")]
    [Trait("Clause", "SLT-3")]
    public void How_long_it_took_is_said_in_words(int hours, string words) => Assert.Equal(words, IncidentDuration.InWords(TimeSpan.FromHours(hours)));
}
