using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

[Trait("Clause", "SLT-4")]
[Trait("Clause", "BEH-5")]
public class ReferralTests
{
    private static readonly Actor Leader = IncidentBuilder.Leader;
    private static readonly DateTime Now = IncidentBuilder.At;
    private static readonly ReferralAgency Police = ReferralAgency.Usual[0];
    private static readonly ReferralAgency Platform = ReferralAgency.Usual.Single(agency => agency.Name == "The platform");

    private static ReferralContactAnswers Waiting(DateTime? next = null, string reference = "") =>
        new(Now.AddMinutes(-30), ContactMeans.Telephone, "The duty desk", reference, false, "Keep everything as it is.", false, next ?? Now.AddDays(1));

    private static ReferralContactAnswers Answer() => new(Now, ContactMeans.Writing, "The duty desk", "", false, "Nothing more to do.", true, null);

    private static Referral Made(Incident incident, ReferralAgency? agency = null) => Referral.Make(incident, 1, agency ?? Platform, null, Waiting(), Leader, Now).Value;

    private static void Done(Result result) => Assert.True(!result.IsRefused, result.Error?.Code);

    [Fact]
    public void It_says_which_agency_whom_when_what_was_advised_and_when_next()
    {
        var incident = IncidentBuilder.Reported();
        Assert.Equal(ReferralErrors.AgencyMissing, Referral.Make(incident, 1, null, " ", Waiting(), Leader, Now).Error);
        Assert.Equal("Youth service", Referral.Make(incident, 1, null, " Youth  service", Waiting(), Leader, Now).Value.Agency.Replace("  ", " ", StringComparison.Ordinal));
        (ReferralContactAnswers Answers, Error Error)[] wrong =
        [
            (Waiting() with { HappenedAt = Now.AddHours(1) }, ReferralErrors.HappenedAhead),
            (Waiting() with { Means = null }, ReferralErrors.MeansMissing),
            (Waiting() with { With = "" }, ReferralErrors.WithMissing),
            (Waiting() with { Advice = " " }, ReferralErrors.AdviceMissing),
            (Waiting() with { IsAnswered = null }, ReferralErrors.StandingMissing),
            (Waiting() with { NextContactAt = null }, ReferralErrors.NextContactMissing),
            (Waiting(Now), ReferralErrors.NextContactPast),
            (Waiting(Now.AddDays(400)), ReferralErrors.NextContactTooFar),
        ];
        Assert.All(wrong, one => Assert.Equal(one.Error, Referral.Make(incident, 1, Platform, null, one.Answers, Leader, Now).Error));
    }

    [Fact]
    public void The_police_are_asked_for_a_reference()
    {
        var incident = IncidentBuilder.Reported();
        Assert.Equal(ReferralErrors.ReferenceMissing, Referral.Make(incident, 1, Police, null, Waiting(), Leader, Now).Error);
        var made = Referral.Make(incident, 1, Police, null, Waiting() with { HasNoReferenceYet = true }, Leader, Now).Value;
        Assert.Equal("", made.AgencyReference);
        Done(made.AddContact(incident, Waiting(reference: "CAD 1234"), Leader, Now));
        Done(made.AddContact(incident, Waiting(), Leader, Now));
        // One that was given stays, also where a later contact names none.
        Assert.Equal("CAD 1234", made.AgencyReference);
        Assert.False(Referral.Make(incident, 1, Platform, null, Waiting(), Leader, Now).IsRefused);
    }

    [Fact]
    public void Contacts_are_added_in_order_and_none_is_changed()
    {
        var incident = IncidentBuilder.Reported();
        var referral = Made(incident);
        var before = (referral.Contacts[0].Advice, referral.Contacts[0].NextContactAt);
        Done(referral.AddContact(incident, Waiting(Now.AddDays(3)), Leader, Now.AddHours(1)));
        Assert.Equal([1, 2], referral.Contacts.Select(contact => contact.Number));
        Assert.Equal(before, (referral.Contacts[0].Advice, referral.Contacts[0].NextContactAt));
        Assert.Equal((ReferralStatus.Waiting, Now.AddDays(3), false), (referral.Status, referral.NextContactAt, referral.IsSettled));
    }

    [Fact]
    public void It_is_settled_by_an_answer_or_by_giving_up_with_a_reason_and_waits_again_when_the_agency_writes_again()
    {
        var incident = IncidentBuilder.Reported();
        var referral = Made(incident);
        Assert.Equal(ReferralErrors.GivenUpBecauseMissing, referral.GiveUp(incident, " ", Leader, Now).Error);
        Done(referral.GiveUp(incident, "They do not answer to anybody.", Leader, Now));
        Assert.Equal((ReferralStatus.GivenUp, true, null), (referral.Status, referral.IsSettled, referral.NextContactAt));
        Assert.Equal(ReferralErrors.Settled, referral.GiveUp(incident, "Again.", Leader, Now).Error);

        Done(referral.AddContact(incident, Waiting(), Leader, Now));
        Assert.Equal((ReferralStatus.Waiting, false, ""), (referral.Status, referral.IsSettled, referral.GivenUpBecause));
        Done(referral.AddContact(incident, Answer(), Leader, Now));
        Assert.Equal((ReferralStatus.Answered, true, Now), (referral.Status, referral.IsSettled, referral.SettledAt));
        Assert.Equal(3, referral.Contacts.Count);
    }

    [Fact]
    public void Whoever_is_alleged_makes_none_and_none_is_added_to_what_is_over()
    {
        var incident = IncidentBuilder.Reported(IncidentBuilder.Answers(people: [IncidentBuilder.Alleged(4)]));
        Assert.Equal(Error.NotFound, Referral.Make(incident, 1, Platform, null, Waiting(), Support.People.Actor(4, Roles.SeniorLeader), Now).Error);
        Assert.Equal(Error.NotFound, Made(incident).AddContact(incident, Answer(), Support.People.Actor(4, Roles.SeniorLeader), Now).Error);
    }

    [Fact]
    public void The_next_contact_is_chased_an_hour_before_then_and_a_day_after() => Assert.Equal(
        new AlertTimes(Now.AddHours(-1), Now, Now.AddHours(24)), ReferralAlertSettings.Usual.TimesOf(Now));

    [Fact]
    public void No_event_gives_free_text_to_the_audit()
    {
        var incident = IncidentBuilder.Reported();
        var referral = Referral.Make(incident, 1, null, "SECRETWORDS", Waiting() with { Advice = "SECRETWORDS", With = "SECRETWORDS" }, Leader, Now).Value;
        Done(referral.GiveUp(incident, "SECRETWORDS", Leader, Now));
        Assert.All(referral.UnsavedEvents, happened =>
        {
            Assert.Null(happened.Reason);
            Assert.All(happened.Changes, change => Assert.DoesNotContain("SECRETWORDS", $"{change.Before}{change.After}", StringComparison.Ordinal));
        });
    }
}
