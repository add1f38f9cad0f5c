using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

[Trait("Clause", "DP-1")]
public class PersonalDataBreachTests
{
    private static readonly Actor Officer = Support.People.Actor(20, Roles.DataProtectionOfficer);
    private static readonly Actor Leader = IncidentBuilder.Leader;
    private static readonly DateTime Aware = IncidentBuilder.At.AddHours(-5);
    private static readonly DateTime Now = IncidentBuilder.At;

    private static PersonalDataBreach Begun(Incident? incident = null, DateTime? awareAt = null) =>
        PersonalDataBreach.Begin(incident ?? IncidentBuilder.Reported(), awareAt ?? Aware, "A list of pupils was sent to the wrong parent.", Leader, Now).Value;

    private static void Done(Result result) => Assert.True(!result.IsRefused, result.Error?.Code);

    private static CommissionerDecisionAnswers Told(DateTime? at, string reference = "IC-1", string delay = "", string because = "There is a risk.", string overrules = "", string reconsiders = "") =>
        new(true, because, at, reference, false, delay, overrules, reconsiders);

    private static CommissionerDecisionAnswers NotTold(string because = "It was back within minutes.", string overrules = "", string reconsiders = "") =>
        new(false, because, null, null, false, null, overrules, reconsiders);

    private static PeopleDecisionAnswers PeopleNotTold(NotTellingGround? ground = null, string because = "Nothing can come of it.") => new(false, because, null, null, ground, null, null);

    [Fact]
    public void The_clock_runs_from_when_the_school_became_aware_and_a_correction_keeps_both_times()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Assert.Equal((Aware, Aware.AddHours(72), true), (breach.AwareAt, breach.DueAt, breach.IsRunning));

        Assert.Equal(BreachErrors.CorrectionBecauseMissing, breach.CorrectAwareness(incident, Aware.AddHours(-2), " ", null, Leader, Now).Error);
        Assert.Equal(BreachErrors.AwareUnchanged, breach.CorrectAwareness(incident, Aware, "Why.", null, Leader, Now).Error);
        Assert.Equal(BreachErrors.AwareAhead, breach.CorrectAwareness(incident, Now.AddHours(1), "Why.", null, Leader, Now).Error);
        Done(breach.CorrectAwareness(incident, Aware.AddHours(-2), "The office had read the e-mail earlier.", null, Leader, Now));

        Assert.Equal(Aware.AddHours(70), breach.DueAt);
        Assert.Equal([Aware, Aware.AddHours(-2)], breach.Awareness.Select(said => said.AwareAt));
        Assert.Equal("The office had read the e-mail earlier.", breach.Awareness[1].Because);
    }

    [Fact]
    public void Awareness_in_the_future_or_absurdly_long_ago_and_no_facts_are_refused()
    {
        var incident = IncidentBuilder.Reported();
        Assert.Equal(BreachErrors.AwareAhead, PersonalDataBreach.Begin(incident, Now.AddMinutes(6), "x", Leader, Now).Error);
        Assert.Equal(BreachErrors.AwareTooEarly, PersonalDataBreach.Begin(incident, Now.AddYears(-6), "x", Leader, Now).Error);
        Assert.Equal(BreachErrors.WhatHappenedMissing, PersonalDataBreach.Begin(incident, Aware, " ", Leader, Now).Error);
    }

    [Fact]
    public void Each_decision_asks_for_its_reasons_whichever_way_it_is()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Done(breach.AssessRisk(incident, BreachRisk.Unlikely, "Back unread.", Leader, Now));
        Assert.Equal(BreachErrors.DecisionBecauseMissing, breach.DecideAboutCommissioner(incident, NotTold(because: " "), Leader, Now).Error);
        Assert.Equal(BreachErrors.DecisionBecauseMissing, breach.DecideAboutCommissioner(incident, Told(Now, because: ""), Leader, Now).Error);
        Assert.Equal(BreachErrors.DecisionBecauseMissing, breach.DecideAboutPeople(incident, PeopleNotTold(because: ""), Leader, Now).Error);
        Assert.Equal(
            BreachErrors.DecisionBecauseMissing, breach.DecideAboutPeople(incident, new PeopleDecisionAnswers(true, null, Now, "By letter.", null, null, null), Leader, Now).Error);
        Assert.True(breach.IsRunning);
        Assert.Empty(breach.Decisions);
    }

    [Fact]
    public void Not_telling_the_commissioner_rests_on_a_risk_that_is_unlikely()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Assert.Equal(BreachErrors.RiskFirst, breach.DecideAboutCommissioner(incident, NotTold(), Leader, Now).Error);
        foreach (var risk in new[] { BreachRisk.Risk, BreachRisk.High })
        {
            Done(breach.AssessRisk(incident, risk, "Names and health.", Leader, Now));
            Assert.Equal(BreachErrors.RiskAsksForTelling, breach.DecideAboutCommissioner(incident, NotTold(), Leader, Now).Error);
        }

        Done(breach.AssessRisk(incident, BreachRisk.Unlikely, "It was encrypted after all.", Leader, Now));
        Done(breach.DecideAboutCommissioner(incident, NotTold(), Leader, Now));
        Assert.Equal((false, Now, null), (breach.IsRunning, breach.ClockStoppedAt, breach.CommissionerToldAt));
        Assert.Equal(3, breach.Risks.Count);
    }

    [Fact]
    public void Where_the_risk_is_high_the_people_are_told_unless_a_ground_of_the_law_holds()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Assert.Equal(BreachErrors.RiskFirst, breach.DecideAboutPeople(incident, PeopleNotTold(), Leader, Now).Error);
        Done(breach.AssessRisk(incident, BreachRisk.High, "Addresses of children.", Leader, Now));
        Assert.Equal(BreachErrors.GroundMissing, breach.DecideAboutPeople(incident, PeopleNotTold(), Leader, Now).Error);
        Done(breach.DecideAboutPeople(incident, PeopleNotTold(NotTellingGround.RiskTakenAway), Leader, Now));
        Assert.Equal(NotTellingGround.RiskTakenAway, breach.DecisionOf(BreachMatter.People)!.Ground);
        Assert.True(breach.IsRunning);
    }

    [Fact]
    public void Telling_the_commissioner_asks_when_and_under_which_reference()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Assert.Equal(BreachErrors.ToldMissing, breach.DecideAboutCommissioner(incident, new CommissionerDecisionAnswers(null, "x", null, null, false, null, null, null), Leader, Now).Error);
        Assert.Equal(BreachErrors.ToldAtMissing, breach.DecideAboutCommissioner(incident, Told(null), Leader, Now).Error);
        Assert.Equal(BreachErrors.ToldAhead, breach.DecideAboutCommissioner(incident, Told(Now.AddHours(1)), Leader, Now).Error);
        Assert.Equal(BreachErrors.ToldBeforeAware, breach.DecideAboutCommissioner(incident, Told(Aware.AddMinutes(-1)), Leader, Now).Error);
        Assert.Equal(BreachErrors.CommissionerReferenceMissing, breach.DecideAboutCommissioner(incident, Told(Now, reference: ""), Leader, Now).Error);

        Done(breach.DecideAboutCommissioner(incident, Told(Now, reference: "") with { HasNoReferenceYet = true }, Leader, Now));
        Assert.Equal("", breach.CommissionerReference);
        Done(breach.AddInformation(incident, Now, "The number of people is 31.", "IC-77", Leader, Now));
        Assert.Equal("IC-77", breach.CommissionerReference);
    }

    [Theory]
    [InlineData(72, false)]
    [InlineData(72.01, true)]
    public void Told_after_72_hours_the_reasons_of_the_delay_are_asked_for(double hours, bool isLate)
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        var at = Aware.AddHours(hours);
        var without = breach.DecideAboutCommissioner(incident, Told(at), Leader, at);
        Assert.Equal(isLate ? BreachErrors.DelayBecauseMissing : null, without.Error);
        if (isLate)
        {
            Done(breach.DecideAboutCommissioner(incident, Told(at, delay: "The list came to light on Monday."), Leader, at));
            Assert.Equal("The list came to light on Monday.", breach.DelayBecause);
        }

        Assert.Equal(isLate, breach.IsToldLate);
    }

    [Fact]
    public void A_correction_that_makes_the_telling_late_asks_for_the_reasons_of_the_delay_as_well()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        var at = Aware.AddHours(60);
        Done(breach.DecideAboutCommissioner(incident, Told(at), Leader, at));

        Assert.Equal(BreachErrors.AwareAfterTelling, breach.CorrectAwareness(incident, at.AddHours(1), "Wrong.", null, Leader, at.AddHours(2)).Error);
        Assert.Equal(BreachErrors.DelayBecauseMissing, breach.CorrectAwareness(incident, Aware.AddHours(-13), "Earlier.", " ", Leader, at).Error);
        Assert.False(breach.IsToldLate);
        Done(breach.CorrectAwareness(incident, Aware.AddHours(-13), "Earlier.", "Nobody had told the office.", Leader, at));
        Assert.Equal((true, "Nobody had told the office."), (breach.IsToldLate, breach.DelayBecause));
    }

    [Fact]
    public void A_decision_is_reconsidered_with_reasons_and_both_stay()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Done(breach.AssessRisk(incident, BreachRisk.Unlikely, "Back unread.", Leader, Now));
        Done(breach.DecideAboutCommissioner(incident, NotTold(), Leader, Now));

        Assert.Equal(BreachErrors.ReconsidersBecauseMissing, breach.DecideAboutCommissioner(incident, Told(Now.AddHours(1)), Officer, Now.AddHours(1)).Error);
        Done(breach.DecideAboutCommissioner(incident, Told(Now.AddHours(1), reconsiders: "It had been forwarded."), Officer, Now.AddHours(1)));

        Assert.Equal([false, true], breach.Decisions.Select(decision => decision.IsTold));
        Assert.Equal("It had been forwarded.", breach.DecisionOf(BreachMatter.Commissioner)!.ReconsidersBecause);
        // The clock was stopped by the first.
        Assert.Equal(Now, breach.ClockStoppedAt);
    }

    [Fact]
    public void The_advice_is_followed_or_overruled_with_a_reason()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Done(breach.AssessRisk(incident, BreachRisk.Unlikely, "Back unread.", Leader, Now));
        Assert.Equal(BreachErrors.OnlyDataProtectionOfficer, breach.Advise(incident, true, false, "Names of children.", Leader, Now).Error);
        Assert.Equal(BreachErrors.AdviceBecauseMissing, breach.Advise(incident, true, false, " ", Officer, Now).Error);
        Assert.Equal(BreachErrors.AdviceCommissionerMissing, breach.Advise(incident, null, false, "x", Officer, Now).Error);
        Assert.Equal(BreachErrors.AdvicePeopleMissing, breach.Advise(incident, true, null, "x", Officer, Now).Error);
        Done(breach.Advise(incident, true, false, "Names of children.", Officer, Now));

        Assert.Equal(BreachErrors.OverrulesBecauseMissing, breach.DecideAboutCommissioner(incident, NotTold(), Leader, Now).Error);
        // As advised, nothing more is asked.
        Done(breach.DecideAboutPeople(incident, PeopleNotTold(), Leader, Now));
        Done(breach.DecideAboutCommissioner(incident, NotTold(overrules: "The parent is a governor and has signed."), Leader, Now));
        Assert.Equal("The parent is a governor and has signed.", breach.DecisionOf(BreachMatter.Commissioner)!.OverrulesBecause);
        // Whoever advised and decides otherwise has changed their mind, and overrules nobody.
        Done(breach.DecideAboutCommissioner(incident, NotTold(reconsiders: "On second thoughts."), Officer, Now));
    }

    [Fact]
    public void Who_works_on_it_and_who_decides()
    {
        var incident = IncidentBuilder.Reported(IncidentBuilder.Answers(people: [IncidentBuilder.Alleged(4)]));
        var breach = Begun(incident);
        var (nobody, administrator, manager) = (Support.People.Actor(30), Support.People.Actor(31, Roles.Administrator), Support.People.Actor(32, Roles.PortalManager));
        foreach (var other in new[] { nobody, administrator, manager, Support.People.Actor(33, Roles.SafeguardingLead) })
        {
            Assert.Equal(BreachErrors.OnlyThoseWhoWork, PersonalDataBreach.CheckMayWork(incident, other).Error);
            Assert.Equal(BreachErrors.OnlyThoseWhoWork, breach.DecideAboutCommissioner(incident, Told(Now), other, Now).Error);
        }

        // Whoever is alleged, whatever their roles: there is no such record.
        var alleged = Support.People.Actor(4, Roles.SeniorLeader | Roles.DataProtectionOfficer);
        Assert.Equal(Error.NotFound, PersonalDataBreach.CheckMayWork(incident, alleged).Error);
        Assert.Equal(Error.NotFound, breach.DecideAboutCommissioner(incident, Told(Now), alleged, Now).Error);
        Assert.Equal(Error.NotFound, breach.Advise(incident, true, true, "x", alleged, Now).Error);
        Assert.True(breach.IsRunning);
    }

    [Fact]
    public void What_is_known_is_set_down_with_numbers_that_can_be()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        var facts = new BreachFacts("A list.", BreachPeople.Pupils | BreachPeople.Staff, 31, BreachData.Contact | BreachData.Health, null, "Worry.", "Asked for it back.", "Train.", "The mail service");
        Assert.Equal("NumberOfPeople", breach.Describe(incident, facts with { NumberOfPeople = -1 }, Leader, Now).Error!.Field);
        Assert.Equal("NumberOfRecords", breach.Describe(incident, facts with { NumberOfRecords = PersonalDataBreach.MostConcerned + 1 }, Leader, Now).Error!.Field);
        Assert.Equal(BreachErrors.WhatHappenedMissing, breach.Describe(incident, facts with { WhatHappened = "" }, Leader, Now).Error);
        breach.TakeEvents();
        Done(breach.Describe(incident, facts, Leader, Now));
        Assert.True(breach.Data.HasSpecialCategory());
        Assert.Equal((31, null, "Pupils, Staff"), (breach.NumberOfPeople, breach.NumberOfRecords, breach.People.InWordsList()));
        var happened = Assert.IsType<BreachDescribed>(Assert.Single(breach.TakeEvents()));
        Assert.DoesNotContain(happened.Changes, change => $"{change.Before}{change.After}".Contains("Worry", StringComparison.Ordinal));
        // Nothing new is no event.
        Done(breach.Describe(incident, facts, Leader, Now));
        Assert.Empty(breach.UnsavedEvents);
    }

    [Fact]
    public void Further_information_follows_the_first_and_is_never_before_it()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Assert.Equal(BreachErrors.NotToldYet, breach.AddInformation(incident, Now, "More.", null, Leader, Now).Error);
        Done(breach.DecideAboutCommissioner(incident, Told(Now), Leader, Now));
        Assert.Equal(BreachErrors.InformationTimeWrong, breach.AddInformation(incident, Now.AddMinutes(-1), "More.", null, Leader, Now).Error);
        Assert.Equal(BreachErrors.InformationMissing, breach.AddInformation(incident, Now, " ", null, Leader, Now).Error);
        Done(breach.AddInformation(incident, Now.AddHours(2), "More.", null, Leader, Now.AddHours(3)));
        Assert.Equal("IC-1", breach.CommissionerReference);
        Assert.Single(breach.Information);
    }

    [Fact]
    public void No_event_gives_free_text_to_the_audit()
    {
        var incident = IncidentBuilder.Reported();
        var breach = Begun(incident);
        Done(breach.AssessRisk(incident, BreachRisk.Risk, "SECRETWORDS", Officer, Now));
        Done(breach.Advise(incident, true, true, "SECRETWORDS", Officer, Now));
        Done(breach.DecideAboutCommissioner(incident, Told(Now, reference: "SECRETWORDS", because: "SECRETWORDS"), Officer, Now));
        Done(breach.DecideAboutPeople(incident, new PeopleDecisionAnswers(true, "SECRETWORDS", Now, "SECRETWORDS", null, null, null), Officer, Now));
        Done(breach.AddInformation(incident, Now, "SECRETWORDS", "SECRETWORDS", Officer, Now));
        Done(breach.CorrectAwareness(incident, Aware.AddHours(-1), "SECRETWORDS", null, Officer, Now));
        Assert.All(breach.UnsavedEvents, happened =>
        {
            Assert.Null(happened.Reason);
            Assert.All(happened.Changes, change => Assert.DoesNotContain("SECRETWORDS", $"{change.Before}{change.After}", StringComparison.Ordinal));
        });
        Assert.All(breach.UnsavedEvents.OfType<IncidentEvent>(), happened => Assert.InRange(happened.InChronology.Length, 1, ChronologyEntry.TextMaximumLength));
    }
}
