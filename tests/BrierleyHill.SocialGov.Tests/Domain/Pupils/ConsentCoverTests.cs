using BrierleyHill.SocialGov.Domain.Pupils;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Pupils;

/// <summary>Who may appear where: no is what holds unless something plainly says yes.</summary>
[Trait("Clause", "IMG-1")]
public class ConsentCoverTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTime Now = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    private static ConsentVerdict Of(Pupil pupil, DateOnly? on = null) => pupil.VerdictOn(Support.Pupils.Website, on ?? Today);

    private static Pupil Asked(params ConsentAnswers[] answers)
    {
        var pupil = Support.Pupils.Some();
        foreach (var answer in answers)
        {
            Assert.True(pupil.Decide(answer, answer.Answer == ConsentAnswer.Ended ? Support.Pupils.Portal : Support.Pupils.Leader, Now).Value);
        }

        return pupil;
    }

    [Fact]
    public void Nobody_was_asked() => Assert.Equal((CoverReason.NotAsked, false), (Of(Support.Pupils.Some()).Because, Of(Support.Pupils.Some()).MayAppear));

    [Fact]
    public void Given_covers_its_own_use_alone()
    {
        var pupil = Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today));

        Assert.True(Of(pupil).MayAppear);
        Assert.Equal(CoverReason.NotAsked, pupil.VerdictOn(Support.Pupils.Facebook, Today).Because);
        Assert.Equal(CoverReason.NotAsked, pupil.VerdictOn(Support.Pupils.Website with { Medium = ImageMedium.Video }, Today).Because);
    }

    [Theory]
    [InlineData(ConsentAnswer.Refused, CoverReason.Refused)]
    [InlineData(ConsentAnswer.Withdrawn, CoverReason.Withdrawn)]
    [InlineData(ConsentAnswer.Ended, CoverReason.Expired)]
    public void What_was_recorded_after_it_takes_it_away(ConsentAnswer answer, CoverReason because) =>
        Assert.Equal(because, Of(Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today), Support.Pupils.Answer(answer, Today))).Because);

    [Fact]
    public void A_form_that_lay_in_a_drawer_does_not_undo_a_withdrawal() => Assert.Equal(
        CoverReason.Withdrawn,
        Of(Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today.AddDays(-9)), Support.Pupils.Answer(ConsentAnswer.Withdrawn, Today.AddDays(-2)), Support.Pupils.Answer(ConsentAnswer.Given, Today.AddDays(-5)))).Because);

    [Fact]
    public void A_refusal_of_an_earlier_date_that_is_recorded_later_counts() =>
        Assert.Equal(CoverReason.Refused, Of(Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today), Support.Pupils.Answer(ConsentAnswer.Refused, Today.AddDays(-9)))).Because);

    [Fact]
    public void A_form_of_july_counts_after_the_old_year_was_ended() =>
        Assert.True(Of(Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today.AddDays(-300)), Support.Pupils.Answer(ConsentAnswer.Ended, Today), Support.Pupils.Answer(ConsentAnswer.Given, Today.AddDays(-40)))).MayAppear);

    [Fact]
    public void It_holds_on_its_last_day_and_not_on_the_next()
    {
        var pupil = Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today, validity: ConsentValidity.UntilDate, until: Today.AddDays(3)));

        Assert.True(Of(pupil, Today.AddDays(3)).MayAppear);
        Assert.Equal((CoverReason.Expired, ShownAnswer.AskAgain), (Of(pupil, Today.AddDays(4)).Because, Of(pupil, Today.AddDays(4)).Shown));
    }

    [Theory]
    [InlineData("2026-03-10", "2026-08-31")]
    [InlineData("2026-08-31", "2026-08-31")]
    [InlineData("2026-09-01", "2027-08-31")]
    public void A_school_year_ends_on_31_August(string on, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), Pupil.EndOfSchoolYear(DateOnly.Parse(on, null)));

    [Fact]
    public void It_ends_when_the_pupil_leaves()
    {
        var pupil = Support.Pupils.Some(leavingOn: Today);
        Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today), Support.Pupils.Leader, Now).Value);

        Assert.Equal((true, Today), (Of(pupil).MayAppear, Of(pupil).Until));
        Assert.Equal(CoverReason.Left, Of(pupil, Today.AddDays(1)).Because);
    }

    [Fact]
    public void Protection_overrides_every_answer_before_and_after()
    {
        var pupil = Asked(Support.Pupils.Answer(ConsentAnswer.Given, Today));
        Assert.False(pupil.Protect("A court order.", Support.Pupils.Safeguarding, Now).IsRefused);
        Assert.Equal((CoverReason.Protected, ShownAnswer.DoNotPublish), (Of(pupil).Because, Of(pupil).Shown));

        Assert.True(pupil.Decide(Support.Pupils.Answer(ConsentAnswer.Given, Today, givenBy: "Somebody else"), Support.Pupils.Leader, Now).Value);
        Assert.False(Of(pupil).MayAppear);

        Assert.False(pupil.LiftProtection("The order has ended.", Support.Pupils.Leader, Now).IsRefused);
        Assert.True(Of(pupil).MayAppear);
    }

    /// <summary>Held against a rule that is written down another way: look at every yes, and ask of each whether anything speaks against it.</summary>
    [Fact]
    public void Over_random_histories_it_says_what_a_naive_rule_says() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[-20, 0], Gen.Int[-5, 30]).Array[0, 7].Select(Gen.Int[-25, 25], Gen.Bool).Sample((history, leaves, isProtected) =>
        {
            var pupil = Support.Pupils.Some(leavingOn: leaves > 20 ? null : Today.AddDays(leaves));
            var kept = new List<(ConsentAnswer Answer, int On, int Until)>();
            foreach (var (what, on, until) in history)
            {
                var last = Math.Max(on, until);
                var answer = Support.Pupils.Answer((ConsentAnswer)what, Today.AddDays(on), validity: ConsentValidity.UntilDate, until: Today.AddDays(last), givenBy: $"Number {kept.Count}");
                if (pupil.Decide(answer, what == (int)ConsentAnswer.Ended ? Support.Pupils.Portal : Support.Pupils.Leader, Now).Value)
                {
                    kept.Add(((ConsentAnswer)what, on, last));
                }
            }

            if (isProtected)
            {
                Assert.False(pupil.Protect("Why.", Support.Pupils.Leader, Now).IsRefused);
            }

            var naive = !isProtected && (leaves > 20 || leaves >= 0) && Enumerable.Range(0, kept.Count).Any(yes =>
                kept[yes].Answer == ConsentAnswer.Given && kept[yes].Until >= 0 && kept[yes].On <= 0
                && !Enumerable.Range(0, kept.Count).Any(other => other > yes && (kept[other].Answer != ConsentAnswer.Given || IsCounted(other)))
                && IsCounted(yes));
            Assert.Equal(naive, Of(pupil).MayAppear);

            // A yes counts where no refusal or withdrawal recorded before it bears a later date.
            bool IsCounted(int yes) => !Enumerable.Range(0, yes).Any(no => kept[no].Answer is ConsentAnswer.Refused or ConsentAnswer.Withdrawn && kept[no].On > kept[yes].On);
        });
}
