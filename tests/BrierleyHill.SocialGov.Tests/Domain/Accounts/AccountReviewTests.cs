using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>The yearly review and the verification every 180 days.</summary>
[Trait("Clause", "SLT-2")]
[Trait("Clause", "ADM-4")]
public class AccountReviewTests
{
    private static readonly Actor Leader = Support.People.Actor(9, Roles.SeniorLeader);
    private static readonly Actor OtherLeader = Support.People.Actor(8, Roles.SeniorLeader);
    private static readonly Actor Administrator = Support.People.Actor(7, Roles.Administrator);
    private static readonly Actor Deputy = Support.People.Actor(3);
    private static readonly Actor Teacher = Support.People.Actor(6);
    private static readonly DateTime At = BusinessCases.At;

    private static IReadOnlyList<ReviewedAspect> Kept { get; } =
        [.. Enum.GetValues<ReviewAspect>().Select(aspect => new ReviewedAspect(aspect, AspectVerdict.Keep, ""))];

    private static IReadOnlyList<VerifiedPoint> AllRight { get; } = [.. Enum.GetValues<VerificationPoint>().Select(point => new VerifiedPoint(point, true, ""))];

    private static IReadOnlyList<ReviewedAspect> Changed(ReviewAspect which, string because = "Too wide.") =>
        [.. Kept.Select(aspect => aspect.Aspect == which ? new ReviewedAspect(which, AspectVerdict.Change, because) : aspect)];

    private static IReadOnlyList<VerifiedPoint> Wrong(VerificationPoint which, string note = "An old telephone number.") =>
        [.. AllRight.Select(point => point.Point == which ? new VerifiedPoint(which, false, note) : point)];

    private static Result Keep(SocialMediaAccount account, Actor? by = null, DateOnly? next = null, DateTime? at = null) =>
        account.Review(Kept, ReviewOutcome.Keep, "It does what it is for.", next, by ?? Leader, at ?? At);

    private static Result Change(SocialMediaAccount account) =>
        account.Review(Changed(ReviewAspect.Audience), ReviewOutcome.Change, "Narrow it.", null, Leader, At);

    public static TheoryData<AccountStatus, string, string?> Table
    {
        get
        {
            var table = new TheoryData<AccountStatus, string, string?>();
            foreach (var status in Enum.GetValues<AccountStatus>())
            {
                foreach (var action in new[] { "review", "record changes", "verify", "remind of review", "remind of verification" })
                {
                    table.Add(status, action, (status, action) switch
                    {
                        (AccountStatus.Active or AccountStatus.Suspended, "record changes") => "Review.NothingOpen",
                        (AccountStatus.Active or AccountStatus.Suspended, _) => null,
                        (_, "remind of review" or "remind of verification") => "Review.NotDueForReminder",
                        (AccountStatus.AwaitingCreation, _) => "Review.NotLiveYet",
                        _ => "Review.Closed",
                    });
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_is_open_in_these_statuses_alone(AccountStatus status, string action, string? refusal)
    {
        // Over a year ago, so that everything is due; At is a Tuesday morning.
        var account = LiveAccounts.In(status, At.AddDays(-400));
        var done = action switch
        {
            "review" => Keep(account),
            "record changes" => account.RecordReviewChanges("Done.", Leader, At),
            "verify" => account.Verify(AllRight, Deputy, At),
            "remind of review" => account.RemindOfReview(WorkingCalendar.EnglandAndWales, Actor.Portal("Chasing"), At),
            _ => account.RemindOfVerification(WorkingCalendar.EnglandAndWales, Actor.Portal("Chasing"), At),
        };

        Assert.Equal(refusal, done.Error?.Code);
        Assert.Equal(refusal is null ? 1 : 0, account.UnsavedEvents.Count);
    }

    [Theory]
    [InlineData(9, Roles.SeniorLeader, null)]
    [InlineData(9, Roles.Administrator, "Review.OnlySeniorLeaders")]
    [InlineData(9, Roles.None, "Review.OnlySeniorLeaders")]
    [InlineData(2, Roles.SeniorLeader, "Review.ReviewedByAdministrator")]
    [InlineData(3, Roles.SeniorLeader | Roles.Administrator, "Review.ReviewedByAdministrator")]
    public void Only_a_senior_leader_who_does_not_look_after_it_reviews_it(int person, Roles roles, string? refusal) =>
        Assert.Equal(refusal, Keep(LiveAccounts.In(AccountStatus.Active), Support.People.Actor(person, roles)).Error?.Code);

    [Theory]
    [InlineData(2, Roles.None, null)] // its lead
    [InlineData(3, Roles.None, null)] // its deputy
    [InlineData(7, Roles.Administrator, null)]
    [InlineData(6, Roles.None, "Review.OnlyAdministrators")]
    [InlineData(6, Roles.SeniorLeader, "Review.OnlyAdministrators")]
    [InlineData(6, Roles.PortalManager, "Review.OnlyAdministrators")]
    public void An_administrator_of_the_account_or_by_role_verifies_it(int person, Roles roles, string? refusal) =>
        Assert.Equal(refusal, LiveAccounts.In(AccountStatus.Active).Verify(AllRight, Support.People.Actor(person, roles), At).Error?.Code);

    [Fact]
    public void A_poster_or_a_former_administrator_does_not_verify_it()
    {
        var account = LiveAccounts.In(AccountStatus.Active);
        Assert.False(account.Assign(6, AssignmentRole.Poster, BusinessCases.Directory(), Administrator, At).IsRefused);
        Assert.False(account.EndAssignment(3, "Left.", BusinessCases.Directory(), Administrator, At).IsRefused);

        Assert.Equal("Review.OnlyAdministrators", account.Verify(AllRight, Teacher, At).Error?.Code);
        Assert.Equal("Review.OnlyAdministrators", account.Verify(AllRight, Deputy, At).Error?.Code);
    }

    [Fact]
    public void A_review_is_kept_as_history_and_sets_the_next_one_a_year_on()
    {
        var account = LiveAccounts.In(AccountStatus.Active);

        Assert.False(Keep(account).IsRefused);

        var review = Assert.Single(account.Reviews);
        Assert.Equal((ReviewOutcome.Keep, "It does what it is for.", 9, At), (review.Outcome, review.Because, review.ReviewedById, review.ReviewedAt));
        Assert.Equal(Kept, review.Aspects);
        Assert.Equal((new DateOnly(2027, 3, 10), new DateOnly(2027, 3, 10)), (review.NextReviewOn, account.NextReviewOn));
        var happened = Assert.IsType<AccountReviewed>(Assert.Single(account.UnsavedEvents));
        Assert.Equal(
            (ReviewOutcome.Keep, "It does what it is for.", (DateOnly?)new DateOnly(2027, 3, 10), new DateOnly(2027, 3, 10)),
            (happened.Outcome, happened.Reason, happened.WasDueOn, happened.NextReviewOn));
        Assert.Empty(happened.ToChange);
    }

    [Fact]
    public void Changes_stay_open_until_a_leader_who_does_not_look_after_it_records_them()
    {
        var account = LiveAccounts.In(AccountStatus.Active);
        Assert.False(Change(account).IsRefused);

        Assert.Equal([ReviewAspect.Audience], account.OpenReview!.ToChange.Select(aspect => aspect.Aspect));
        Assert.Equal("Review.ChangesOpen", Keep(account).Error?.Code);
        Assert.Equal("Review.OnlySeniorLeaders", account.RecordReviewChanges("Done.", Deputy, At).Error?.Code);
        Assert.Equal("Review.ReviewedByAdministrator", account.RecordReviewChanges("Done.", Support.People.Actor(2, Roles.SeniorLeader), At).Error?.Code);
        Assert.Equal("Review.Missing", account.RecordReviewChanges(" \n", OtherLeader, At).Error?.Code);
        Assert.Equal("Review.TooLong", account.RecordReviewChanges(new string('x', 501), OtherLeader, At).Error?.Code);

        Assert.False(account.RecordReviewChanges("Narrowed.", OtherLeader, At.AddDays(1)).IsRefused);
        Assert.Null(account.OpenReview);
        Assert.Equal(("Narrowed.", 8, At.AddDays(1)), (account.LastReview!.ChangesMade, account.LastReview.ChangesMadeById, account.LastReview.ChangesMadeAt));
        Assert.Equal("Review.NothingOpen", account.RecordReviewChanges("Again.", OtherLeader, At).Error?.Code);
        Assert.False(Keep(account, at: At.AddDays(2)).IsRefused);
    }

    [Fact]
    public void To_close_it_tells_whoever_opens_the_closing_hand_over()
    {
        var account = LiveAccounts.In(AccountStatus.Active);

        Assert.False(account.Review(Kept, ReviewOutcome.Close, "Nobody reads it.", null, Leader, At).IsRefused);

        var happened = Assert.IsType<AccountReviewed>(Assert.Single(account.UnsavedEvents));
        Assert.Equal((ReviewOutcome.Close, "Nobody reads it.", AccountStatus.Active), (happened.Outcome, happened.Reason, account.Status));
    }

    public static TheoryData<string, IReadOnlyList<ReviewedAspect>, ReviewOutcome?, string, string, string> RefusedReviews => new()
    {
        { "no answer", [.. Kept.Skip(1)], ReviewOutcome.Keep, "Why.", "Review.Missing", "Purpose" },
        { "a change without what", Changed(ReviewAspect.Settings, " "), ReviewOutcome.Change, "Why.", "Review.Missing", "SettingsBecause" },
        { "too long what", Changed(ReviewAspect.Settings, new string('x', 2001)), ReviewOutcome.Change, "Why.", "Review.TooLong", "SettingsBecause" },
        { "a verdict that there is not", [.. Kept.Skip(1), new(ReviewAspect.Purpose, (AspectVerdict)9, "")], ReviewOutcome.Keep, "Why.", "Review.Missing", "Purpose" },
        { "no decision", Kept, null, "Why.", "Review.Missing", "Outcome" },
        { "a decision that there is not", Kept, (ReviewOutcome)9, "Why.", "Review.Missing", "Outcome" },
        { "keep with changes", Changed(ReviewAspect.Audience), ReviewOutcome.Keep, "Why.", "Review.KeptWithChanges", "Outcome" },
        { "change without any", Kept, ReviewOutcome.Change, "Why.", "Review.NothingToChange", "Outcome" },
        { "no reason", Kept, ReviewOutcome.Keep, "\t", "Review.Missing", "Because" },
        { "too long a reason", Kept, ReviewOutcome.Keep, new string('x', 501), "Review.TooLong", "Because" },
    };

    [Theory]
    [MemberData(nameof(RefusedReviews))]
    public void A_review_that_is_not_whole_is_refused_and_changes_nothing(
        string why, IReadOnlyList<ReviewedAspect> aspects, ReviewOutcome? outcome, string because, string code, string field)
    {
        var account = LiveAccounts.In(AccountStatus.Active);

        var refused = account.Review(aspects, outcome, because, null, Leader, At);

        Assert.Equal((why, code, field), (why, refused.Error?.Code, refused.Error?.Field));
        Assert.Empty(account.Reviews);
        Assert.Empty(account.UnsavedEvents);
    }

    [Theory]
    [InlineData("2026-03-10", "Review.DateWrong")]
    [InlineData("2026-03-11", null)]
    [InlineData("2027-03-10", null)]
    [InlineData("2027-03-11", "Review.DateWrong")]
    public void The_next_review_is_at_most_a_year_away(string next, string? refusal) =>
        Assert.Equal(refusal, Keep(LiveAccounts.In(AccountStatus.Active), next: DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture)).Error?.Code);

    [Theory]
    // An hour before midnight UTC in summer is the next day in London.
    [InlineData("2026-06-30T22:59:00Z", "2027-06-30", "2026-12-27")]
    [InlineData("2026-06-30T23:00:00Z", "2027-07-01", "2026-12-28")]
    // In winter the two midnights are one.
    [InlineData("2026-12-31T23:59:00Z", "2027-12-31", "2027-06-29")]
    [InlineData("2027-01-01T00:00:00Z", "2028-01-01", "2027-06-30")]
    // A leap day has no anniversary in an ordinary year; 180 days over it are one date fewer.
    [InlineData("2028-02-29T12:00:00Z", "2029-02-28", "2028-08-27")]
    [InlineData("2027-02-28T12:00:00Z", "2028-02-28", "2027-08-27")]
    [InlineData("2027-12-01T12:00:00Z", "2028-12-01", "2028-05-29")]
    public void The_first_dates_are_counted_from_the_day_in_London_on_which_it_went_live(string wentLive, string review, string verification)
    {
        var at = DateTime.Parse(wentLive, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

        var account = LiveAccounts.In(AccountStatus.Active, at);

        Assert.Equal((review, verification), (account.NextReviewOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), account.VerificationDueOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_verification_without_findings_holds_for_180_days()
    {
        var account = LiveAccounts.In(AccountStatus.Suspended);

        Assert.False(account.Verify(AllRight, Administrator, At).IsRefused);

        Assert.False(account.LastVerification!.HasFindings);
        Assert.Equal(new DateOnly(2026, 9, 6), account.VerificationDueOn);
        Assert.False(Assert.IsType<AccountVerified>(Assert.Single(account.UnsavedEvents)).HasFindings);
    }

    [Fact]
    public void A_finding_stays_until_somebody_has_looked_again_which_is_due_in_a_fortnight()
    {
        var account = LiveAccounts.In(AccountStatus.Active);

        Assert.False(account.Verify(Wrong(VerificationPoint.Recovery), Deputy, At).IsRefused);
        Assert.Equal([VerificationPoint.Recovery], account.LastVerification!.Findings.Select(finding => finding.Point));
        Assert.Equal(new DateOnly(2026, 3, 24), account.VerificationDueOn);
        Assert.True(((AccountVerified)account.UnsavedEvents[0]).HasFindings);

        Assert.False(account.Verify(AllRight, Deputy, At.AddDays(3)).IsRefused);
        Assert.False(account.LastVerification.HasFindings);
        Assert.Equal(2, account.Verifications.Count);
    }

    [Theory]
    [MemberData(nameof(EveryPoint))]
    public void Each_point_is_asked_and_a_no_says_what_is_wrong(VerificationPoint point)
    {
        var account = LiveAccounts.In(AccountStatus.Active);

        Assert.Equal(point.ToString(), account.Verify([.. AllRight.Where(answer => answer.Point != point)], Deputy, At).Error?.Field);
        Assert.Equal(point + "Note", account.Verify(Wrong(point, " "), Deputy, At).Error?.Field);
        Assert.Equal("Review.TooLong", account.Verify(Wrong(point, new string('x', 2001)), Deputy, At).Error?.Code);
        Assert.Empty(account.Verifications);
        Assert.False(account.Verify(Wrong(point), Deputy, At).IsRefused);
    }

    public static TheoryData<VerificationPoint> EveryPoint => [.. Enum.GetValues<VerificationPoint>()];

    [Fact]
    public void What_was_found_reaches_the_audit_by_its_length_alone()
    {
        var account = LiveAccounts.In(AccountStatus.Active);
        Assert.False(account.Verify(Wrong(VerificationPoint.Access, "Somebody’s tablet"), Deputy, At).IsRefused);
        Assert.False(account.Review(Changed(ReviewAspect.Purpose, "Says too little"), ReviewOutcome.Change, "Kept in words.", null, Leader, At).IsRefused);

        var audited = account.UnsavedEvents.SelectMany(happened => happened.Changes).Select(change => $"{change.Field} {change.Before} {change.After}").ToList();
        Assert.DoesNotContain(audited, line => line.Contains("tablet", StringComparison.Ordinal) || line.Contains("too little", StringComparison.Ordinal));
        // Where it is weak is not told to everybody who reads the register.
        Assert.DoesNotContain(audited, line => line.Contains("assigned", StringComparison.Ordinal));
        Assert.Contains("Not as it should be  1 of 4 points", audited);
    }

    [Fact]
    public void Each_reminder_is_given_once_and_a_new_date_begins_anew()
    {
        var account = LiveAccounts.In(AccountStatus.Active);
        Result Remind(DateTime at) => account.RemindOfReview(WorkingCalendar.EnglandAndWales, Actor.Portal("Chasing"), at);

        // Due on 10 March 2027: sixty days before is a Saturday.
        Assert.True(Remind(new DateTime(2027, 1, 9, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.True(Remind(new DateTime(2027, 1, 11, 7, 59, 0, DateTimeKind.Utc)).IsRefused);
        Assert.False(Remind(new DateTime(2027, 1, 11, 8, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.True(Remind(new DateTime(2027, 1, 12, 8, 0, 0, DateTimeKind.Utc)).IsRefused);
        // Down over the next two: the latest alone.
        Assert.False(Remind(new DateTime(2027, 3, 9, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.True(Remind(new DateTime(2027, 3, 10, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.False(Remind(new DateTime(2027, 3, 11, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.True(Remind(new DateTime(2027, 3, 17, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.False(Remind(new DateTime(2027, 3, 18, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.Equal([(1, 58), (3, 1), (4, -1), (5, -8)], account.TakeEvents().Cast<AccountReviewReminded>().Select(told => (told.Step, told.DaysLeft)));

        Assert.False(Keep(account, at: new DateTime(2027, 3, 18, 10, 0, 0, DateTimeKind.Utc)).IsRefused);
        Assert.True(Remind(new DateTime(2027, 3, 25, 9, 0, 0, DateTimeKind.Utc)).IsRefused);
    }
}
