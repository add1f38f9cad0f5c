using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

[Trait("Clause", "SLT-3")]
public class ContentReviewTests
{
    private static readonly Actor First = IncidentBuilder.Leader;
    private static readonly Actor Second = Support.People.Actor(3);
    private static readonly Actor Third = Support.People.Actor(5);
    private static readonly DateTime Now = IncidentBuilder.At;
    private static readonly PeopleDirectory Directory = IncidentBuilder.Directory;

    private static ReviewAnswers View(ReviewConclusion conclusion = ReviewConclusion.BreaksPolicy) =>
        new("An insult.", "In the group.", Now.AddHours(-1), "It names a pupil.", conclusion, "The policy forbids it.");

    private static void Done(Result result) => Assert.True(!result.IsRefused, result.Error?.Code);

    private static ContentReview Begun(Incident incident)
    {
        var review = ContentReview.Begin(incident, 1, "The third comment below the picture.", First, Now).Value;
        Done(review.Invite(incident, 3, Directory, First, Now));
        return review;
    }

    private static void Sign(ContentReview review, Incident incident, Actor by, ReviewConclusion conclusion)
    {
        Done(review.Write(incident, View(conclusion), by, Now));
        Done(review.Sign(incident, by, Now));
    }

    [Fact]
    public void Two_different_people_neither_reporter_nor_involved()
    {
        var incident = IncidentBuilder.Reported(IncidentBuilder.Answers(people: [IncidentBuilder.Alleged(4), new(InvolvedType.Staff, InvolvedRole.Witness, 5, null)]));
        Assert.Equal(ReviewErrors.NotAsFirst, ContentReview.Begin(incident, 1, "x", IncidentBuilder.Reporter, Now).Error);
        Assert.Equal(ReviewErrors.NotAsFirst, ContentReview.Begin(incident, 1, "x", Support.People.Actor(5, Roles.SeniorLeader), Now).Error);
        Assert.Equal(Error.NotFound, ContentReview.Begin(incident, 1, "x", Support.People.Actor(4, Roles.SeniorLeader), Now).Error);
        Assert.Equal(ReviewErrors.ContentMissing, ContentReview.Begin(incident, 1, " ", First, Now).Error);
        var review = ContentReview.Begin(incident, 1, "x", First, Now).Value;
        Assert.Equal(ReviewErrors.ReviewerTwice, review.Invite(incident, 9, Directory, First, Now).Error);
        Assert.Equal(ReviewErrors.ReviewerMissing, review.Invite(incident, 77, Directory, First, Now).Error);
        foreach (var involved in new[] { 2, 4, 5 })
        {
            Assert.Equal(ReviewErrors.ReviewerInvolved, review.Invite(incident, involved, Directory, First, Now).Error);
        }

        Done(review.Invite(incident, 3, Directory, First, Now));
        Assert.Equal(ReviewErrors.NobodyNeeded, review.Invite(incident, 5, Directory, First, Now).Error);
    }

    [Fact]
    public void Nobody_reads_what_the_other_wrote_before_both_have_signed()
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        Sign(review, incident, First, ReviewConclusion.BreaksPolicy);
        Assert.Equal([9], review.ReadableBy(9).Select(view => view.ReviewerId));
        Assert.Equal([3], review.ReadableBy(3).Select(view => view.ReviewerId));
        // Nor does anybody else to whom the incident is open.
        Assert.Empty(review.ReadableBy(40));
        Done(review.Write(incident, View(), Second, Now));
        Assert.Equal([9], review.ReadableBy(9).Select(view => view.ReviewerId));
        Done(review.Sign(incident, Second, Now));
        foreach (var reader in new[] { 9, 3, 40 })
        {
            Assert.Equal([9, 3], review.ReadableBy(reader).Select(view => view.ReviewerId));
        }

        Assert.Equal((ReviewStanding.Agreed, ReviewConclusion.BreaksPolicy), (review.Standing, review.Outcome));
    }

    [Theory]
    [InlineData(ReviewConclusion.BreaksPolicy, ReviewStanding.Majority, ReviewConclusion.BreaksPolicy)]
    [InlineData(ReviewConclusion.NoConcern, ReviewStanding.Majority, ReviewConclusion.NoConcern)]
    [InlineData(ReviewConclusion.HarmOrCrime, ReviewStanding.NoAgreement, null)]
    public void Where_they_differ_a_third_looks_in_the_same_way(ReviewConclusion third, ReviewStanding standing, ReviewConclusion? outcome)
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        Sign(review, incident, First, ReviewConclusion.BreaksPolicy);
        Sign(review, incident, Second, ReviewConclusion.NoConcern);
        Assert.Equal((ReviewStanding.Differs, null, true), (review.Standing, review.Outcome, review.NeedsSomebody));

        Done(review.Invite(incident, 5, Directory, First, Now));
        Assert.Equal(ReviewStanding.Waiting, review.Standing);
        Assert.Equal([5], review.ReadableBy(5).Select(view => view.ReviewerId));
        Done(review.Write(incident, View(third), Third, Now));
        Assert.Equal([9, 3], review.ReadableBy(9).Select(view => view.ReviewerId));
        Done(review.Sign(incident, Third, Now));
        Assert.Equal((standing, outcome, true, false), (review.Standing, review.Outcome, review.IsFinished, review.NeedsSomebody));
        Assert.Equal([9, 3, 5], review.ReadableBy(5).Select(view => view.ReviewerId));
    }

    [Fact]
    public void What_is_signed_is_never_changed_and_its_seal_shows_that()
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        Assert.Equal(ReviewErrors.NothingToSign, review.Sign(incident, First, Now).Error);
        Sign(review, incident, First, ReviewConclusion.BreaksPolicy);
        var own = review.ViewOf(9)!;
        Assert.Equal(ReviewErrors.SignedAlready, review.Write(incident, View(ReviewConclusion.NoConcern), First, Now).Error);
        Assert.Equal(ReviewErrors.SignedAlready, review.Sign(incident, First, Now).Error);
        Assert.Equal(ReviewErrors.NothingToWithdraw, review.WithdrawInvitation(incident, 9, "x", Directory, First, Now).Error);
        Assert.Equal((ReviewConclusion.BreaksPolicy, own.Seal), (own.Conclusion, own.ComputeSeal(incident.Id, 1)));
        Assert.NotEqual(own.Seal, own.ComputeSeal(incident.Id, 2));
        Assert.Contains(review.UnsavedEvents.OfType<ReviewSigned>(), signed => signed.Changes.Any(change => change.After == own.Seal));
        // Somebody at the database.
        typeof(ReviewView).GetProperty(nameof(ReviewView.Saw))!.SetValue(own, "Praise.");
        Assert.NotEqual(own.Seal, own.ComputeSeal(incident.Id, 1));
    }

    [Fact]
    public void Everything_is_asked_for()
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        (ReviewAnswers Answers, Error Error)[] wrong =
        [
            (View() with { Saw = " " }, ReviewErrors.SawMissing),
            (View() with { Where = "" }, ReviewErrors.WhereMissing),
            (View() with { SeenAt = null }, ReviewErrors.SeenAtWrong),
            (View() with { SeenAt = Now.AddHours(1) }, ReviewErrors.SeenAtWrong),
            (View() with { Concern = null }, ReviewErrors.ConcernMissing),
            (View() with { Conclusion = null }, ReviewErrors.ConclusionMissing),
            (View() with { Because = "" }, ReviewErrors.ConclusionBecauseMissing),
        ];
        Assert.All(wrong, one => Assert.Equal(one.Error, review.Write(incident, one.Answers, First, Now).Error));
        Assert.Equal(ReviewErrors.NotReviewer, review.Write(incident, View(), Third, Now).Error);
    }

    [Fact]
    public void An_invitation_is_taken_back_with_a_reason_and_what_was_not_signed_goes()
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        Done(review.Write(incident, View(), Second, Now));
        Assert.Equal(ReviewErrors.WithdrawnBecauseMissing, review.WithdrawInvitation(incident, 3, " ", Directory, First, Now).Error);
        Done(review.WithdrawInvitation(incident, 3, "Ill.", Directory, First, Now));
        Assert.Null(review.ViewOf(3));
        Assert.Equal(("", null), (review.Views[1].Saw, review.Views[1].Conclusion));
        Done(review.Invite(incident, 5, Directory, First, Now));
        Assert.Equal([1, 2], review.Counting.Select(view => view.Place));
    }

    [Fact]
    public void Whoever_turns_out_to_be_involved_gives_no_view()
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        Done(incident.NamePerson(new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Witness, 3, null), Directory, First, Now));
        Assert.Equal(ReviewErrors.BecameInvolved, review.Write(incident, View(), Second, Now).Error);
        Done(incident.NamePerson(IncidentBuilder.Alleged(3), Directory, First, Now));
        Assert.Equal(Error.NotFound, review.Write(incident, View(), Second, Now).Error);
    }

    [Fact]
    public void No_event_and_no_entry_of_the_chronology_tells_what_a_view_says()
    {
        var incident = IncidentBuilder.Reported();
        var review = Begun(incident);
        var secret = new ReviewAnswers("SECRETWORDS", "SECRETWORDS", Now, "SECRETWORDS", ReviewConclusion.NoConcern, "SECRETWORDS");
        Done(review.Write(incident, secret, First, Now));
        Done(review.Sign(incident, First, Now));
        Assert.All(review.UnsavedEvents.OfType<IncidentEvent>(), happened =>
        {
            Assert.DoesNotContain("SECRETWORDS", happened.InChronology, StringComparison.Ordinal);
            Assert.All(happened.Changes, change => Assert.DoesNotContain("SECRETWORDS", $"{change.Before}{change.After}", StringComparison.Ordinal));
        });
        // Nor what they conclude, before the other has signed.
        Assert.DoesNotContain(review.UnsavedEvents.OfType<IncidentEvent>(), happened => happened.InChronology.Contains("no concern", StringComparison.Ordinal));
    }
}
