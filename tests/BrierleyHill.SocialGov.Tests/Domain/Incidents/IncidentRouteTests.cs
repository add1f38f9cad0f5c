using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using static BrierleyHill.SocialGov.Tests.Support.AssessedIncidents;
using static BrierleyHill.SocialGov.Tests.Support.IncidentBuilder;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>The eight routes that the policy fixes: their steps, their order, their reasons, and which are suggested.</summary>
public class IncidentRouteTests
{
    private static Incident Taking(IncidentRouteKind kind)
    {
        var incident = Reported();
        Done(incident.Assess(Assessment(), Leader, At));
        Done(incident.StartRoute(kind, Leader, At));
        incident.TakeEvents();
        return incident;
    }

    public static TheoryData<IncidentRouteKind> Routes => [.. RouteChecklists.Each];

    [Fact]
    [Trait("Clause", "PUP-1")]
    [Trait("Clause", "PAR-2")]
    [Trait("Clause", "BEH-3")]
    [Trait("Clause", "BEH-5")]
    [Trait("Clause", "OFF-2")]
    [Trait("Clause", "OFF-3")]
    public void Each_route_is_the_checklist_that_the_policy_fixes_in_its_order()
    {
        Dictionary<IncidentRouteKind, RouteStepKind[]> policy = new()
        {
            [IncidentRouteKind.Pupil] = [RouteStepKind.BehaviourPolicyApplied, RouteStepKind.FamilyOfPupilTold, RouteStepKind.SafeUseTaught],
            [IncidentRouteKind.ParentOrCarer] = [RouteStepKind.AskedToRemove, RouteStepKind.InvitedToTalk, RouteStepKind.ComplaintsProcedure],
            [IncidentRouteKind.Staff] = [RouteStepKind.CodeOfConductChecked, RouteStepKind.DisciplinaryDecided],
            [IncidentRouteKind.IllegalConduct] = [RouteStepKind.EvidenceKept, RouteStepKind.PoliceTold, RouteStepKind.OtherAgenciesTold],
            [IncidentRouteKind.Safeguarding] = [RouteStepKind.SafeguardingLeadSpokenTo, RouteStepKind.SafeguardingLeadDecided],
            [IncidentRouteKind.OffensiveComment] = [RouteStepKind.CommentRemoved, RouteStepKind.AudienceExplained],
            [IncidentRouteKind.Journalist] = [RouteStepKind.NothingAnsweredYet, RouteStepKind.MediaPolicyFollowed],
            [IncidentRouteKind.AbuseByColleague] = [RouteStepKind.ProtocolFollowed, RouteStepKind.SupportOffered],
        };

        Assert.Equal(policy.Keys.Order(), RouteChecklists.Each.Order());
        foreach (var (kind, steps) in policy)
        {
            Assert.Equal(steps, Assert.Single(Taking(kind).Routes).Checklist.Select(step => step.Kind));
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Clause", "PAR-2")]
    [Trait("Clause", "PUP-1")]
    public void A_step_is_settled_only_when_those_before_it_are_and_taken_back_only_last(IncidentRouteKind kind)
    {
        var incident = Taking(kind);
        var steps = RouteChecklists.Of(kind);
        for (var place = 0; place < steps.Count; place++)
        {
            foreach (var later in steps.Skip(place + 1))
            {
                Assert.Equal("Incident.StepWaits", incident.SettleRouteStep(1, later, StepDone(), Leader, At).Error?.Code);
                Assert.Equal("Incident.StepWaits", incident.SettleRouteStep(1, later, StepSkipped(), Leader, At).Error?.Code);
            }

            Done(incident.SettleRouteStep(1, steps[place], place % 2 == 0 ? StepDone() : StepSkipped(), Leader, At));
            Assert.Equal("Incident.StepSettled", incident.SettleRouteStep(1, steps[place], StepDone(), Leader, At).Error?.Code);
            foreach (var earlier in steps.Take(place))
            {
                Assert.Equal("Incident.StepNotLast", incident.TakeRouteStepBack(1, earlier, "Wrong.", Leader, At).Error?.Code);
            }
        }

        Assert.True(incident.Routes[0].IsFinished);
        foreach (var step in steps.Reverse())
        {
            Assert.Equal("Incident.ReasonMissing", incident.TakeRouteStepBack(1, step, " ", Leader, At).Error?.Code);
            Done(incident.TakeRouteStepBack(1, step, "It was another incident.", Leader, At));
        }

        Assert.All(incident.Routes[0].Steps, step => Assert.Equal((RouteStepState.Open, "", "", ""), (step.State, step.Note, step.Outcome, step.SkippedBecause)));
        Assert.Equal("Incident.StepOpen", incident.TakeRouteStepBack(1, steps[0], "Wrong.", Leader, At).Error?.Code);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Clause", "SLT-4")]
    public void A_step_is_done_with_note_and_outcome_and_skipped_with_a_reason_and_never_without(IncidentRouteKind kind)
    {
        var incident = Taking(kind);
        foreach (var step in RouteChecklists.Of(kind))
        {
            Assert.Equal("State", incident.SettleRouteStep(1, step, new RouteStepAnswers(null, RemovalMeans.None, "So.", "So.", "So."), Leader, At).Error?.Field);
            Assert.Equal("State", incident.SettleRouteStep(1, step, new RouteStepAnswers(RouteStepState.Open, RemovalMeans.None, "So.", "So.", "So."), Leader, At).Error?.Field);
            Assert.Equal("Note", incident.SettleRouteStep(1, step, StepDone(note: " \u202E "), Leader, At).Error?.Field);
            Assert.Equal("Note", incident.SettleRouteStep(1, step, StepDone(note: new string('x', Incident.WordsMaximumLength + 1)), Leader, At).Error?.Field);
            Assert.Equal("Because", incident.SettleRouteStep(1, step, StepSkipped(null), Leader, At).Error?.Field);
            Assert.Equal("Because", incident.SettleRouteStep(1, step, StepSkipped(new string('x', Incident.ReasonMaximumLength + 1)), Leader, At).Error?.Field);
            if (!step.IsExplanation())
            {
                Assert.Equal("Outcome", incident.SettleRouteStep(1, step, StepDone(outcome: ""), Leader, At).Error?.Field);
            }

            Assert.Empty(incident.UnsavedEvents);
            Done(incident.SettleRouteStep(1, step, StepDone(), Leader, At.AddMinutes(7)));
            var settled = incident.Routes[0].Steps.Single(one => one.Kind == step);
            Assert.Equal((RouteStepState.Done, Leader.PersonId, At.AddMinutes(7), "Rang them at noon."), (settled.State, settled.ById, settled.At, settled.Note));
            Assert.Equal(step.IsExplanation() ? "" : "They took it down.", settled.Outcome);
            Assert.Equal(step.AsksForMeans() ? RemovalMeans.Deleted : RemovalMeans.None, settled.Means);
            incident.TakeEvents();
        }
    }

    [Fact]
    [Trait("Clause", "OFF-1")]
    [Trait("Clause", "OFF-2")]
    public void The_explanation_to_the_audience_is_given_or_it_is_said_why_none_could_be()
    {
        var incident = Taking(IncidentRouteKind.OffensiveComment);

        Assert.Equal("Incident.MeansMissing", incident.SettleRouteStep(1, RouteStepKind.CommentRemoved, StepDone(means: RemovalMeans.None), Leader, At).Error?.Code);
        Assert.Equal("Incident.MeansMissing", incident.SettleRouteStep(1, RouteStepKind.CommentRemoved, StepDone(means: (RemovalMeans)64), Leader, At).Error?.Code);
        Done(incident.SettleRouteStep(1, RouteStepKind.CommentRemoved, StepDone(means: RemovalMeans.Hidden | RemovalMeans.Reported), Leader, At));
        Assert.Equal("Incident.ExplanationMissing", incident.SettleRouteStep(1, RouteStepKind.AudienceExplained, StepDone(note: ""), Leader, At).Error?.Code);
        Assert.Equal("Incident.WhyNoExplanationMissing", incident.SettleRouteStep(1, RouteStepKind.AudienceExplained, StepSkipped("  "), Leader, At).Error?.Code);
        Assert.False(incident.Routes[0].IsFinished);
        Done(incident.SettleRouteStep(1, RouteStepKind.AudienceExplained, StepSkipped("It would have drawn attention to the child again."), Leader, At));
        Assert.True(incident.Routes[0].IsFinished);
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public void A_route_is_taken_once_and_off_with_a_reason_before_anything_of_it_was_done()
    {
        var incident = Taking(IncidentRouteKind.ParentOrCarer);

        Assert.Equal("Incident.RouteStarted", incident.StartRoute(IncidentRouteKind.ParentOrCarer, Leader, At).Error?.Code);
        Assert.Equal("Incident.RouteMissing", incident.StartRoute(null, Leader, At).Error?.Code);
        Assert.Equal("Incident.RouteMissing", incident.StartRoute((IncidentRouteKind)99, Leader, At).Error?.Code);
        Assert.Equal("Incident.ReasonMissing", incident.TakeRouteOff(1, "", Leader, At).Error?.Code);
        Done(incident.SettleRouteStep(1, RouteStepKind.AskedToRemove, StepDone(), Leader, At));
        Assert.Equal("Incident.RouteBegun", incident.TakeRouteOff(1, "Not needed.", Leader, At).Error?.Code);
        Done(incident.TakeRouteStepBack(1, RouteStepKind.AskedToRemove, "Not so.", Leader, At));
        Done(incident.TakeRouteOff(1, "It was no parent.", Leader, At));
        Assert.Equal("Incident.RouteNotThere", incident.SettleRouteStep(1, RouteStepKind.AskedToRemove, StepDone(), Leader, At).Error?.Code);
        Assert.Empty(incident.RoutesTaken);

        // Started again, it is another one: what was said of the first stays.
        Done(incident.StartRoute(IncidentRouteKind.ParentOrCarer, Leader, At));
        Assert.Equal([1, 2], incident.Routes.Select(route => route.Number));
        Assert.Equal("Incident.StepNotThere", incident.SettleRouteStep(2, RouteStepKind.PoliceTold, StepDone(), Leader, At).Error?.Code);
    }

    [Fact]
    [Trait("Clause", "BEH-5")]
    public void Two_routes_do_not_wait_for_the_assessment()
    {
        foreach (var kind in RouteChecklists.Each)
        {
            var expected = kind is IncidentRouteKind.Safeguarding or IncidentRouteKind.IllegalConduct ? null : "Incident.NotAssessed";
            Assert.Equal(expected, Reported().StartRoute(kind, Leader, At).Error?.Code);
        }
    }

    [Fact]
    [Trait("Clause", "BEH-5")]
    public void The_safeguarding_lead_works_on_what_concerns_them_and_on_nothing_else()
    {
        var lead = Support.People.Actor(7, BrierleyHill.SocialGov.Domain.People.Roles.SafeguardingLead);
        var incident = Taking(IncidentRouteKind.Safeguarding);
        Done(incident.SettleRouteStep(1, RouteStepKind.SafeguardingLeadSpokenTo, StepDone(), lead, At));

        Assert.Equal(
            "Incident.NotInvestigator", Taking(IncidentRouteKind.Journalist).SettleRouteStep(1, RouteStepKind.NothingAnsweredYet, StepDone(), lead, At).Error?.Code);
        Done(Taking(IncidentRouteKind.Safeguarding).TakeRouteOff(1, "A mistake.", Leader, At));
    }

    public static TheoryData<IncidentCategory, bool, string, string> Suggestions() => new()
    {
        { IncidentCategory.Offensive, false, "Pupil Alleged", "Pupil OffensiveComment" },
        { IncidentCategory.Offensive, false, "Pupil Subject", "OffensiveComment" },
        { IncidentCategory.Offensive, false, "ParentOrCarer Alleged", "ParentOrCarer OffensiveComment" },
        { IncidentCategory.Bullying, false, "Staff Alleged, Staff Subject", "Staff OffensiveComment AbuseByColleague" },
        { IncidentCategory.Bullying, false, "Staff Alleged, Pupil Subject", "Staff OffensiveComment" },
        { IncidentCategory.Harassing, false, "Public Alleged", "IllegalConduct OffensiveComment" },
        { IncidentCategory.Discriminatory, true, "", "IllegalConduct Safeguarding OffensiveComment" },
        { IncidentCategory.Defamatory, false, "", "OffensiveComment" },
        { IncidentCategory.Safeguarding, true, "", "Safeguarding" },
        { IncidentCategory.ContactWithPupils, false, "Staff Alleged, Pupil Subject", "Staff Safeguarding" },
        { IncidentCategory.ContactWithPupils, false, "", "Staff Safeguarding" },
        { IncidentCategory.Journalist, false, "", "Journalist" },
        { IncidentCategory.PersonalDataBreach, false, "", "" },
        { IncidentCategory.Confidentiality, false, "Staff Alleged", "Staff" },
        { IncidentCategory.Copyright, false, "", "" },
        { IncidentCategory.Impersonation, false, "", "" },
        { IncidentCategory.AnonymousPosting, false, "", "" },
        { IncidentCategory.Mistake, false, "", "" },
        { IncidentCategory.Other, true, "", "Safeguarding" },
    };

    [Theory]
    [MemberData(nameof(Suggestions))]
    [Trait("Clause", "SLT-4")]
    public void What_is_suggested_follows_from_the_category_and_from_who_is_said_to_have_done_it(
        IncidentCategory category, bool isDanger, string people, string expected)
    {
        var involved = people.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(' '))
            .Select(one => (Enum.Parse<InvolvedType>(one[0]), Enum.Parse<InvolvedRole>(one[1])))
            .ToList();

        var suggested = RouteSuggestions.For(category, isDanger, involved);

        Assert.Equal(expected, string.Join(' ', suggested.Select(one => one.Kind)));
        Assert.All(suggested, one => Assert.EndsWith(".", one.Because, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "SLT-4")]
    public void Every_category_has_its_suggestions_thought_of() =>
        Assert.Equal(Enum.GetValues<IncidentCategory>(), Suggestions().Select(row => (IncidentCategory)row[0]).Distinct().Order());
}
