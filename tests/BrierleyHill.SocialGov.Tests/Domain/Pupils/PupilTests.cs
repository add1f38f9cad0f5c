using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Pupils;

public class PupilTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTime Now = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    [Trait("Clause", "IMG-1")]
    public void Nobody_who_does_not_keep_the_records_enters_or_answers()
    {
        Actor[] others = [Support.Pupils.Officer, new(9, "A teacher", Roles.None), new(10, "A portal manager", Roles.PortalManager)];
        foreach (var other in others)
        {
            Assert.Equal(PupilErrors.OnlyThoseWhoKeep, Pupil.Enter(Support.Pupils.Details(), other, Now).Error);
            Assert.Equal(PupilErrors.OnlyThoseWhoKeep, Support.Pupils.Some().Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today), other, Now).Error);
            Assert.Equal(PupilErrors.OnlyThoseWhoProtect, Support.Pupils.Some().Protect("Why.", other, Now).Error);
        }

        Assert.Equal(PupilErrors.OnlyThoseWhoProtect, Support.Pupils.Some().Protect("Why.", Support.Pupils.Administrator, Now).Error);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_and_nothing_is_taken()
    {
        var pupil = Support.Pupils.Some();
        var refused = pupil.Change(new PupilDetails(" ", "", new string('x', Pupil.NameMaximumLength + 1), "", null), Support.Pupils.Administrator, Now).Error!;

        Assert.Equal(["MisNumber", "Forename", "Surname"], ((Error[])[refused, .. refused.Others]).Select(error => error.Field));
        Assert.Equal("Amara Abbott", pupil.Name);
    }

    [Fact]
    public void The_same_details_again_change_nothing_and_leave_no_event()
    {
        var pupil = Support.Pupils.Some();
        pupil.TakeEvents();

        Assert.False(pupil.Change(new PupilDetails(pupil.MisNumber, " Amara ", "Abbott", "1 Ash", null), Support.Pupils.Administrator, Now).IsRefused);

        Assert.Empty(pupil.UnsavedEvents);
    }

    [Fact]
    [Trait("Clause", "DP-1")]
    public void A_consent_has_a_giver_a_date_a_length_and_a_lawful_basis()
    {
        var bare = new ConsentAnswers(Support.Pupils.Website, ConsentAnswer.Given, "", null, null, null, null, null, null, null, null);
        var refused = Support.Pupils.Some().Decide(bare, Support.Pupils.Administrator, Now).Error!;
        Assert.Equal(
            ["Relation", "How", "GivenBy", "DecidedOn", "LawfulBasis", "Validity"], ((Error[])[refused, .. refused.Others]).Select(error => error.Field));

        // An export of an MIS says neither who signed nor always when: the importer says how long it is taken to hold.
        Assert.True(Support.Pupils.Some().Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today, how: ConsentHow.Mis, givenBy: ""), Support.Pupils.Administrator, Now).Value);
        Assert.Equal(PupilErrors.DecidedAhead, Support.Pupils.Some().Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today.AddDays(1)), Support.Pupils.Administrator, Now).Error);
        foreach (var until in new[] { Today.AddDays(-1), Today.AddYears(Pupil.MostYearsValid).AddDays(1) })
        {
            var wrong = Support.Pupils.Answer(ConsentAnswer.Given, Today, validity: ConsentValidity.UntilDate, until: until);
            Assert.Equal(PupilErrors.ValidUntilWrong, Support.Pupils.Some().Decide(wrong, Support.Pupils.Administrator, Now).Error);
        }
    }

    [Fact]
    public void What_says_what_counts_already_is_not_recorded_again()
    {
        var pupil = Support.Pupils.Some();
        Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today), Support.Pupils.Administrator, Now).Value);
        Assert.False(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today), Support.Pupils.Administrator, Now).Value);
        Assert.Single(pupil.Decisions);
        Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today, givenBy: "The other parent"), Support.Pupils.Administrator, Now).Value);
        Assert.Equal([1, 2], pupil.Decisions.Select(decision => decision.Number));
    }

    [Fact]
    public void A_no_keeps_neither_length_nor_basis()
    {
        var pupil = Support.Pupils.Some();
        Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Refused, Today, validity: ConsentValidity.UntilDate, until: Today.AddDays(4)), Support.Pupils.Administrator, Now).Value);
        var kept = Assert.Single(pupil.Decisions);
        Assert.Equal((null, null, null), (kept.Validity, kept.ValidUntil, (object?)kept.LawfulBasis));
        Assert.Equal(CoverReason.Refused, pupil.VerdictOn(Support.Pupils.Website, Today.AddYears(3)).Because);
    }

    [Fact]
    public void A_form_that_refuses_one_use_may_give_another_and_is_taken_whole_or_not_at_all()
    {
        ConsentAnswers[] form = [Support.Pupils.Answer(ConsentAnswer.Refused, Today, Support.Pupils.Facebook), Support.Pupils.Answer(ConsentAnswer.Given, Today)];
        var pupil = Support.Pupils.Some();
        Assert.Equal(2, pupil.Decide(form, Support.Pupils.Administrator, Now).Value);
        Assert.True(pupil.VerdictOn(Support.Pupils.Website, Today).MayAppear);

        ConsentAnswers[] back = [Support.Pupils.Answer(ConsentAnswer.Withdrawn, Today), Support.Pupils.Answer(ConsentAnswer.Given, Today, Support.Pupils.Facebook)];
        Assert.Equal(("Pupil.DoNotPublish", "Answers[1].Answer"), (pupil.Decide(back, Support.Pupils.Administrator, Now).Error?.Code, pupil.Decide(back, Support.Pupils.Administrator, Now).Error?.Field));
        Assert.True(pupil.VerdictOn(Support.Pupils.Website, Today).MayAppear);
        Assert.Equal(2, pupil.Decisions.Count);
    }

    /// <summary>By nothing that is refused, shown or told can an administrator tell one from the other.</summary>
    [Fact]
    [Trait("Clause", "IMG-1")]
    public void An_administrator_cannot_tell_a_refusal_from_protection()
    {
        var refused = Support.Pupils.Some();
        Assert.True(refused.Decide(Support.Pupils.Answer(ConsentAnswer.Refused, Today), Support.Pupils.Administrator, Now).Value);
        var guarded = Support.Pupils.Some();
        Assert.True(guarded.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today), Support.Pupils.Administrator, Now).Value);
        Assert.False(guarded.Protect("Why.", Support.Pupils.Safeguarding, Now).IsRefused);

        foreach (var pupil in new[] { refused, guarded })
        {
            Assert.Equal(ShownAnswer.DoNotPublish, pupil.VerdictOn(Support.Pupils.Website, Today).Shown);
            Assert.Empty(pupil.DecisionsShownTo(Support.Pupils.Administrator, Today));
            Assert.Empty(pupil.DecisionsShownTo(Support.Pupils.Officer, Today));
            Assert.Single(pupil.DecisionsShownTo(Support.Pupils.Leader, Today));
            Assert.Equal(PupilErrors.DoNotPublish, pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today, givenBy: "Another"), Support.Pupils.Administrator, Now).Error);
            Assert.All(pupil.TakeEvents().Where(happened => happened is not PupilEntered), happened => Assert.Equal((typeof(PupilPublishingChanged), 0, null), (happened.GetType(), happened.Changes.Count, happened.Reason)));
        }
    }

    /// <summary>Found by a developer who compared the two step by step: each of these told them apart.</summary>
    [Fact]
    [Trait("Clause", "IMG-1")]
    public void Neither_another_no_nor_a_new_use_nor_the_new_year_nor_the_number_of_lines_tells_them_apart()
    {
        var refused = Support.Pupils.Some();
        var guarded = Support.Pupils.Some();
        Pupil[] both = [refused, guarded];
        foreach (var pupil in both)
        {
            pupil.TakeEvents();
        }

        foreach (var use in new[] { Support.Pupils.Website, Support.Pupils.Website with { Medium = ImageMedium.Video } })
        {
            Assert.True(refused.Decide(Support.Pupils.Answer(ConsentAnswer.Refused, Today, use), Support.Pupils.Administrator, Now).Value);
        }

        Assert.False(guarded.Protect("Why.", Support.Pupils.Safeguarding, Now).IsRefused);
        Assert.All(both, pupil => Assert.Single(pupil.TakeEvents()));
        Assert.All(both, pupil => Assert.Equal(ShownAnswer.DoNotPublish, pupil.VerdictOn(Support.Pupils.Facebook, Today).Shown));
        Assert.All(both, pupil => Assert.False(pupil.VerdictOn(Support.Pupils.Facebook, Today).MayAppear));
        Assert.All(both, pupil => Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Refused, Today), Support.Pupils.Administrator, Now).Value));
        Assert.All(both, pupil => Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Refused, Today), Support.Pupils.Administrator, Now).Value));
        Assert.All(both, pupil => Assert.False(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Ended, Today), Support.Pupils.Portal, Now).Value));
        Assert.All(both, pupil => Assert.Equal(ShownAnswer.DoNotPublish, pupil.VerdictOn(Support.Pupils.Website, Today).Shown));
    }

    [Fact]
    [Trait("Clause", "IMG-1")]
    public void From_do_not_publish_to_yes_it_takes_a_leader_the_safeguarding_lead_or_the_parents_own_link()
    {
        foreach (var by in new[] { Support.Pupils.Leader, Support.Pupils.Safeguarding, Support.Pupils.Portal })
        {
            var pupil = Support.Pupils.Some();
            Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Refused, Today), Support.Pupils.Administrator, Now).Value);
            Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today), by, Now).Value);
            Assert.True(pupil.VerdictOn(Support.Pupils.Website, Today).MayAppear);
        }
    }

    [Fact]
    public void Protection_is_set_once_with_a_reason_and_lifted_once_with_one()
    {
        var pupil = Support.Pupils.Some();
        Assert.Equal("Pupil.BecauseMissing", pupil.Protect(" ", Support.Pupils.Leader, Now).Error?.Code);
        Assert.Equal("Pupil.BecauseTooLong", pupil.Protect(new string('x', Pupil.ReasonMaximumLength + 1), Support.Pupils.Leader, Now).Error?.Code);
        Assert.Equal(PupilErrors.NotProtected, pupil.LiftProtection("Why.", Support.Pupils.Leader, Now).Error);
        Assert.False(pupil.Protect("Why.", Support.Pupils.Leader, Now).IsRefused);
        Assert.Equal(PupilErrors.ProtectedAlready, pupil.Protect("Why.", Support.Pupils.Leader, Now).Error);
        Assert.Equal("Pupil.BecauseMissing", pupil.LiftProtection("", Support.Pupils.Leader, Now).Error?.Code);
        Assert.False(pupil.LiftProtection("No longer.", Support.Pupils.Safeguarding, Now).IsRefused);
        Assert.False(pupil.IsProtected);
        Assert.Equal(("Why.", "No longer."), (Assert.Single(pupil.Protections).Because, pupil.Protections[0].LiftedBecause));
    }

    [Fact]
    public void Open_and_closed_accounts_of_one_platform_are_two_uses_and_each_is_offered_once()
    {
        var offered = ImageUse.Offered(
        [
            new AccountPlace(Platform.Facebook, "", Openness.Open), new AccountPlace(Platform.Facebook, "", Openness.Closed), new AccountPlace(Platform.Facebook, "", Openness.Open),
            new AccountPlace(Platform.LearningPlatform, "Seesaw", Openness.Closed), new AccountPlace(Platform.LearningPlatform, "SEESAW", Openness.Closed),
        ]);

        Assert.Equal(
            ["Facebook, closed", "Facebook, open", "Seesaw, closed", "School website", "Press", "Prospectus", "Display in school"], offered.Select(use => use.WhereInWords).Distinct());
        Assert.Equal(14, offered.Count);
        Assert.Equal(offered.Count, offered.Select(use => use.Key).Distinct().Count());
    }
}
