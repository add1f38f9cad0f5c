using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Policy;

/// <summary>How the policy is written, approved, published and reviewed.</summary>
[Trait("Clause", "SLT-2")]
[Trait("Clause", "REV-1")]
public sealed class PolicyVersionTests
{
    private static readonly DateTime At = PolicyVersions.At;
    private static readonly Actor Leader = PolicyVersions.Leader;
    private static readonly DateOnly Today = LondonTime.DateOf(At);

    [Fact]
    public void A_version_takes_the_number_after_the_highest_also_of_discarded_ones()
    {
        Assert.Equal(1, PolicyVersion.Begin([], "Policy", "Text.", Leader, At).Value.Number);
        Assert.Equal(8, PolicyVersion.Begin([(2, PolicyStatus.Published), (7, PolicyStatus.Discarded)], "Policy", "Text.", Leader, At).Value.Number);
    }

    [Theory]
    [InlineData(PolicyStatus.Draft)]
    [InlineData(PolicyStatus.Approved)]
    public void While_one_is_being_written_no_second_is_begun(PolicyStatus open)
    {
        var refused = PolicyVersion.Begin([(1, PolicyStatus.Published), (2, open)], "Policy", "Text.", Leader, At);

        Assert.Equal("Policy.DraftIsOpen", refused.Error?.Code);
        Assert.Contains("Version 2", refused.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_senior_leader_begins_one()
    {
        var others = new Actor(4, "Person 4", Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager);

        Assert.Equal(PolicyErrors.OnlySeniorLeaders, PolicyVersion.Begin([], "Policy", "Text.", others, At).Error);
        Assert.Equal(PolicyErrors.OnlySeniorLeaders, PolicyVersion.Begin([], "Policy", "Text.", Actor.Portal("Job"), At).Error);
    }

    [Fact]
    public void The_hash_is_that_of_the_exact_text_in_utf_8()
    {
        var version = PolicyVersions.In(PolicyStatus.Draft, "Größe 学校 – “quoted”\nsecond line");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Größe 学校 – “quoted”\nsecond line"))), version.ContentHash);
        Assert.NotEqual(PolicyVersion.HashOf("a"), PolicyVersion.HashOf("a "));
    }

    [Theory]
    [InlineData("", "Text.", "Policy.TitleMissing")]
    [InlineData(" \t", "Text.", "Policy.TitleMissing")]
    [InlineData("Policy", "", "Policy.TextMissing")]
    [InlineData("Policy", " \r\n ", "Policy.TextMissing")]
    [InlineData(null, null, "Policy.TitleMissing")]
    public void Title_and_text_are_needed(string? title, string? text, string code) =>
        Assert.Equal(code, PolicyVersions.In(PolicyStatus.Draft).Edit(title, text, Leader, At).Error?.Code);

    [Fact]
    public void Title_and_text_have_limits()
    {
        var draft = PolicyVersions.In(PolicyStatus.Draft);

        Assert.Equal(nameof(PolicyVersion.Title), draft.Edit(new string('a', PolicyVersion.TitleMaximumLength + 1), "Text.", Leader, At).Error?.Field);
        Assert.Equal(nameof(PolicyVersion.Text), draft.Edit("Policy", new string('a', PolicyVersion.TextMaximumLength + 1), Leader, At).Error?.Field);
        Assert.False(draft.Edit(new string('a', PolicyVersion.TitleMaximumLength), new string('a', PolicyVersion.TextMaximumLength), Leader, At).IsRefused);
    }

    [Theory]
    [InlineData("Policy", "Other text.")]
    [InlineData("Other title", "# Aims\n\nKind words.")]
    public void Editing_an_approved_version_takes_the_approval_away(string title, string text)
    {
        var version = PolicyVersions.In(PolicyStatus.Approved);

        Assert.False(version.Edit(title, text, Leader, At).IsRefused);

        Assert.Equal(PolicyStatus.Draft, version.Status);
        Assert.Null(version.ApprovedById);
        Assert.Null(version.ApprovedAt);
        Assert.Null(version.ApprovedHash);
        Assert.Equal(PolicyErrors.NotApproved, version.Publish(null, true, "New.", PolicyVersions.Review, Leader, At).Error);
    }

    [Fact]
    public void Saving_the_same_again_changes_nothing()
    {
        var version = PolicyVersions.In(PolicyStatus.Approved);

        Assert.False(version.Edit("Policy ", "# Aims\r\n\r\nKind words.\r\n", Leader, At).IsRefused);

        Assert.Equal(PolicyStatus.Approved, version.Status);
        Assert.Empty(version.UnsavedEvents);
    }

    [Fact]
    public void Approval_is_of_the_text_that_was_read()
    {
        var version = PolicyVersions.In(PolicyStatus.Draft);
        var read = version.ContentHash;
        Assert.False(version.Edit("Policy", "Changed meanwhile.", Leader, At).IsRefused);

        Assert.Equal(PolicyErrors.NotTheTextRead, version.Approve(read, Leader, At).Error);
        Assert.Equal(PolicyErrors.NotTheTextRead, version.Approve(null, Leader, At).Error);
        Assert.False(version.Approve(version.ContentHash, Leader, At).IsRefused);
        Assert.Equal(version.ContentHash, version.ApprovedHash);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_published_version_is_always_material(bool? said)
    {
        var version = PolicyVersions.In(PolicyStatus.Approved);

        Assert.False(version.Publish(null, said, "First.", PolicyVersions.Review, Leader, At).IsRefused);

        Assert.True(version.IsMaterial);
        Assert.Equal((Leader.PersonId, At), (version.PublishedById, version.PublishedAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_later_version_supersedes_the_one_before_and_is_as_material_as_was_said(bool said)
    {
        var former = PolicyVersions.In(PolicyStatus.Published);
        var version = PolicyVersions.In(PolicyStatus.Approved, "New text.", 2);

        Assert.Equal(PolicyErrors.MaterialNotSaid, version.Publish(former, null, "New.", PolicyVersions.Review, Leader, At).Error);
        Assert.Equal(PolicyStatus.Published, former.Status);
        Assert.False(version.Publish(former, said, "New.", PolicyVersions.Review, Leader, At).IsRefused);

        Assert.Equal(said, version.IsMaterial);
        Assert.Equal((PolicyStatus.Superseded, At), (former.Status, former.SupersededAt));
        Assert.Equal(2, Assert.IsType<PolicySuperseded>(Assert.Single(former.UnsavedEvents)).ByNumber);
    }

    [Fact]
    public void What_says_the_same_is_not_published_again()
    {
        var former = PolicyVersions.In(PolicyStatus.Published);

        Assert.Equal(PolicyErrors.NothingChanged, PolicyVersions.In(PolicyStatus.Approved, number: 2).Publish(former, true, "New.", PolicyVersions.Review, Leader, At).Error);
        Assert.Equal(PolicyStatus.Published, former.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" \n")]
    public void What_changed_is_said(string? said) =>
        Assert.Equal(PolicyErrors.WhatChangedMissing, PolicyVersions.In(PolicyStatus.Approved).Publish(null, true, said, PolicyVersions.Review, Leader, At).Error);

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void The_next_review_is_after_today_and_a_year_off_at_the_most(int days, bool isGood)
    {
        var review = Today.AddDays(days);

        Assert.Equal(!isGood, PolicyVersions.In(PolicyStatus.Approved).Publish(null, true, "New.", review, Leader, At).IsRefused);
        Assert.Equal(!isGood, PolicyVersions.In(PolicyStatus.Published).RecordReview("All well.", review, Leader, At).IsRefused);
    }

    [Fact]
    public void The_next_review_is_needed()
    {
        Assert.Equal(PolicyErrors.ReviewDateWrong, PolicyVersions.In(PolicyStatus.Approved).Publish(null, true, "New.", null, Leader, At).Error);
        Assert.Equal(PolicyErrors.ReviewDateWrong, PolicyVersions.In(PolicyStatus.Published).RecordReview("All well.", null, Leader, At).Error);
    }

    [Fact]
    public void A_review_keeps_who_when_what_and_the_next_date()
    {
        var version = PolicyVersions.In(PolicyStatus.Published);
        var later = At.AddDays(300);
        var next = LondonTime.DateOf(later).AddDays(200);

        Assert.Equal(PolicyErrors.ReviewNoteMissing, version.RecordReview(" ", next, Leader, later).Error);
        Assert.False(version.RecordReview("Read with the governors.", next, Leader, later).IsRefused);

        var review = Assert.Single(version.Reviews);
        Assert.Equal((9, later, "Read with the governors.", next), (review.ReviewedById, review.ReviewedAt, review.Note, review.NextReviewOn));
        Assert.Equal(next, version.NextReviewOn);
    }

    [Fact]
    public void A_review_is_overdue_from_the_day_after_its_date()
    {
        var version = PolicyVersions.In(PolicyStatus.Published);

        Assert.False(version.IsReviewOverdue(PolicyVersions.Review));
        Assert.True(version.IsReviewOverdue(PolicyVersions.Review.AddDays(1)));
        Assert.False(PolicyVersions.In(PolicyStatus.Superseded).IsReviewOverdue(PolicyVersions.Review.AddDays(1)));
        Assert.False(new PolicyReviewStanding(1, Today, Today).IsOverdue);
        Assert.Equal("Overdue since 10 March 2026", new PolicyReviewStanding(1, Today, Today.AddDays(1)).InWords);
        Assert.False(new PolicyReviewStanding(1, Today.AddDays(61), Today).IsNear);
        Assert.True(new PolicyReviewStanding(1, Today.AddDays(60), Today).IsNear);
    }

    [Fact]
    public void Leaders_are_reminded_60_30_and_7_days_before_and_weekly_after_each_once_over_every_quarter_hour()
    {
        // The review is due on Wednesday 10 March 2027.
        var version = PolicyVersions.In(PolicyStatus.Published);
        var reminded = new List<string>();
        for (var at = new DateTime(2026, 12, 1, 0, 5, 0, DateTimeKind.Utc); at < new DateTime(2027, 4, 10, 0, 0, 0, DateTimeKind.Utc); at = at.AddMinutes(15))
        {
            if (!version.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), at).IsRefused)
            {
                reminded.Add($"{LondonTime.DateOf(at):yyyy-MM-dd} {LondonTime.ToLocal(at):HH:mm}");
            }
        }

        // Working days alone, from eight: 60 days before is a Saturday, 30 days before a Monday; Easter Monday is 29 March 2027.
        Assert.Equal(
            ["2027-01-11 08:05", "2027-02-08 08:05", "2027-03-03 08:05", "2027-03-11 08:05", "2027-03-18 08:05", "2027-03-25 08:05", "2027-04-01 08:05", "2027-04-08 08:05"],
            reminded);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(21)]
    public void After_a_downtime_one_reminder_is_given_and_not_one_for_each_that_was_missed(int days)
    {
        var version = PolicyVersions.In(PolicyStatus.Published);
        // The portal is down from the day before the 7-day reminder (Wednesday 3 March 2027).
        var at = new DateTime(2027, 3, 2, 9, 0, 0, DateTimeKind.Utc);
        Assert.False(version.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), at).IsRefused);
        at = at.AddDays(days);

        Assert.False(version.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), at).IsRefused);
        Assert.True(version.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), at.AddMinutes(15)).IsRefused);
        Assert.Equal(2, version.UnsavedEvents.Count);
    }

    [Fact]
    public void A_date_that_is_set_near_is_not_chased_for_what_has_gone_by()
    {
        var version = PolicyVersions.In(PolicyStatus.Published, review: Today.AddDays(25));

        Assert.True(version.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), At.AddHours(1)).IsRefused);
        Assert.False(version.Chase(WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), At.AddDays(20)).IsRefused);
    }
}
