using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Mentions;

public sealed class PublicMentionTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = LondonTime.DateOf(At);
    private static readonly Actor Staff = Support.People.Actor(1);
    private static readonly Actor Administrator = Support.People.Actor(2, Roles.Administrator);
    private static readonly Actor Leader = Support.People.Actor(3, Roles.SeniorLeader);
    private static readonly MentionAnswers Answers = new("Facebook", "https://www.facebook.com/groups/town/posts/1", "Says that the gate was open.", "A parent", Today);

    private static PublicMention New() => PublicMention.Log(Answers, Staff, At).Value;

    private static PublicMention In(MentionStatus status)
    {
        var mention = New();
        switch (status)
        {
            case MentionStatus.InScope:
                Done(mention.Decide(MentionScope.AffectsSchool, "It names us.", Leader, At));
                break;
            case MentionStatus.Settled:
                Done(mention.Decide(MentionScope.Professional, "It speaks for us.", Leader, At));
                Done(mention.Act(MentionAction.NoneNeeded, "Right as it is.", null, null, Leader, At));
                break;
            case MentionStatus.OutOfScope:
                Done(mention.Decide(MentionScope.LeftAlone, "Private.", Leader, At));
                break;
            case MentionStatus.Merged:
                Done(mention.MergeInto(Other(), Leader, At));
                break;
            case MentionStatus.New:
            default:
                break;
        }

        mention.TakeEvents();
        Assert.Equal(status, mention.Status);
        return mention;
    }

    // Another record: the database would have given it another number.
    private static PublicMention Other()
    {
        var other = PublicMention.Log(Answers with { Link = null }, Support.People.Actor(9), At).Value;
        typeof(Entity).GetProperty(nameof(Entity.Id))!.SetValue(other, 77);
        return other;
    }

    private static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);

    public static TheoryData<MentionStatus, string, string?> Table
    {
        get
        {
            var table = new TheoryData<MentionStatus, string, string?>();
            foreach (var status in Enum.GetValues<MentionStatus>())
            {
                table.Add(status, "decide", status == MentionStatus.New ? null : "Mention.DecidedAlready");
                table.Add(status, "act", status == MentionStatus.InScope ? null : "Mention.NotInScope");
                table.Add(status, "reopen", status == MentionStatus.Settled ? null : "Mention.NotSettled");
                table.Add(status, "merge", status is MentionStatus.New or MentionStatus.InScope ? null : "Mention.CannotBeMerged");
                table.Add(status, "chase", status == MentionStatus.New ? null : "Mention.NotDueForChasing");
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    [Trait("Clause", "PUB-1")]
    public void In_each_state_each_action_is_done_or_refused_by_name(MentionStatus status, string action, string? refusal)
    {
        var mention = In(status);
        var result = action switch
        {
            "decide" => mention.Decide(MentionScope.AffectsSchool, "It names us.", Leader, At),
            "act" => mention.Act(MentionAction.Replied, "", "Taken down.", null, Leader, At),
            "reopen" => mention.Reopen("Posted again.", Leader, At),
            "merge" => mention.MergeInto(Other(), Leader, At),
            _ => mention.Chase(WorkingCalendar.EnglandAndWales, 3, Staff, At.AddDays(10)),
        };

        Assert.Equal(refusal, result.Error?.Code);
        Assert.Equal(refusal is null, mention.UnsavedEvents.Count > 0);
        if (refusal is not null)
        {
            Assert.Equal(status, mention.Status);
        }
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("act")]
    [InlineData("reopen")]
    [InlineData("merge")]
    [Trait("Clause", "PUB-1")]
    public void Only_administrators_and_senior_leaders_decide(string action)
    {
        foreach (var by in new[] { Staff, Support.People.Actor(5, Roles.PortalManager), Support.People.Actor(6, Roles.DataProtectionOfficer) })
        {
            var mention = In(action is "act" ? MentionStatus.InScope : action is "reopen" ? MentionStatus.Settled : MentionStatus.New);
            var refused = action switch
            {
                "decide" => mention.Decide(MentionScope.AffectsSchool, "It names us.", by, At),
                "act" => mention.Act(MentionAction.Replied, "", null, null, by, At),
                "reopen" => mention.Reopen("Again.", by, At),
                _ => mention.MergeInto(Other(), by, At),
            };
            Assert.Equal(MentionErrors.OnlyDeciders, refused.Error);
        }
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void What_is_out_of_scope_is_minimised_at_once_and_no_event_holds_anything_of_it()
    {
        var mention = New();
        var keys = mention.Keys.Select(key => key.Hash).ToList();
        Done(mention.Decide(MentionScope.LeftAlone, "Private.", Administrator, At));

        Assert.Equal(("", "", "", "", ""), (mention.Site, mention.Title, mention.Text, mention.Author, mention.Link));
        Assert.Equal((MentionScope.LeftAlone, "Private.", MentionSource.Person, Today), (mention.Scope, mention.ScopeBecause, mention.Source, mention.SeenOn));
        Assert.Equal(keys, mention.Keys.Select(key => key.Hash));
        foreach (var happened in mention.UnsavedEvents)
        {
            var told = $"{happened.Reason} {string.Join(' ', happened.Changes)}";
            Assert.DoesNotContain("gate", told, StringComparison.Ordinal);
            Assert.DoesNotContain("characters", told, StringComparison.Ordinal);
            Assert.DoesNotContain("facebook", told, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void Seen_again_it_counts_each_once_and_brings_nothing_back()
    {
        var mention = In(MentionStatus.OutOfScope);
        Assert.True(mention.SeeAgain(8, null, Today, [], Support.People.Actor(8), At));
        Assert.False(mention.SeeAgain(8, null, Today, [], Support.People.Actor(8), At));
        Assert.False(mention.SeeAgain(1, null, Today, [], Staff, At));
        Assert.True(mention.SeeAgain(null, 4, Today, ["h"], Staff, At));
        Assert.Equal((3, "", "", MentionStatus.OutOfScope), (mention.Sightings.Count, mention.Text, mention.Link, mention.Status));
        Assert.True(mention.WasSeenBy(8));
    }

    [Theory]
    [InlineData(MentionScope.Professional)]
    [InlineData(MentionScope.AffectsSchool)]
    [Trait("Clause", "SCOPE-2")]
    [Trait("Clause", "SCOPE-3")]
    public void What_is_in_scope_is_kept_with_the_reason_until_it_is_settled(MentionScope scope)
    {
        var mention = New();
        Assert.Equal(MentionErrors.BecauseMissing, mention.Decide(scope, " ", Leader, At).Error);
        Assert.Equal(MentionErrors.ScopeMissing, mention.Decide(null, "x", Leader, At).Error);
        Assert.Equal(MentionErrors.ScopeMissing, mention.Decide((MentionScope)9, "x", Leader, At).Error);
        Done(mention.Decide(scope, "It names us.", Leader, At));
        Assert.Equal("Says that the gate was open.", mention.Text);

        Assert.Equal(MentionErrors.EnquiryMissing, mention.Act(MentionAction.Enquiry, "", null, null, Leader, At).Error);
        Assert.Equal(MentionErrors.NoteMissing, mention.Act(MentionAction.NoneNeeded, "", null, null, Leader, At).Error);
        Done(mention.Act(MentionAction.RemovalRequested, "By message.", null, null, Leader, At));
        Assert.Equal(MentionStatus.InScope, mention.Status);
        Done(mention.Act(MentionAction.Enquiry, "", "Answered there.", 12, Leader, At));
        Assert.Equal((MentionStatus.Settled, "Answered there.", 12, 2), (mention.Status, mention.Outcome, mention.EnquiryId, mention.Steps.Count));
    }

    [Fact]
    public void Merged_it_hands_on_who_saw_it_and_keeps_nothing()
    {
        var (mention, other) = (New(), Other());
        Assert.Equal(MentionErrors.MergeWithItself, mention.MergeInto(mention, Leader, At).Error);
        Assert.Equal(MentionErrors.MergeIntoMerged, mention.MergeInto(In(MentionStatus.Merged).With(78), Leader, At).Error);
        Done(mention.MergeInto(other, Leader, At));
        Assert.Equal((77, "", ""), (mention.MergedIntoId, mention.Text, mention.Link));
        Assert.True(other.WasSeenBy(1));
    }

    [Theory]
    [InlineData("2026-03-12T23:30:00Z", true)]
    [InlineData("2026-03-13T00:10:00Z", false)]
    public void It_is_chased_once_after_the_set_working_days(string when, bool isEarly)
    {
        // Logged on a Tuesday: three working days on is Friday.
        var mention = New();
        var at = DateTime.Parse(when, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.Equal(isEarly, mention.Chase(WorkingCalendar.EnglandAndWales, 3, Staff, at).IsRefused);
        Assert.Equal(!isEarly, mention.ChasedAt is not null);
        Assert.True(mention.Chase(WorkingCalendar.EnglandAndWales, 3, Staff, isEarly ? at : at.AddDays(30)).IsRefused);
    }

    public static TheoryData<MentionAnswers, string> BadAnswers => new()
    {
        { Answers with { Site = "", Link = "" }, "Mention.SiteMissing" },
        { Answers with { Link = "javascript:alert(1)" }, "Mention.LinkWrong" },
        { Answers with { Link = "https://a:b@site.example/" }, "Mention.LinkWrong" },
        { Answers with { Text = " \n" }, "Mention.TextMissing" },
        { Answers with { Text = new string('x', PublicMention.TextMaximumLength + 1) }, "Mention.TooLong" },
        { Answers with { SeenOn = null }, "Mention.SeenOnMissing" },
        { Answers with { SeenOn = Today.AddDays(1) }, "Mention.SeenOnWrong" },
        { Answers with { SeenOn = Today.AddYears(-6) }, "Mention.SeenOnWrong" },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public void Answers_that_cannot_be_kept_are_refused(MentionAnswers answers, string code) => Assert.Equal(code, PublicMention.Log(answers, Staff, At).Error?.Code);

    [Theory]
    [InlineData("https://www.site.example/a/?utm_source=x&b=2&a=1#top", "http://site.example/a?a=1&b=2", true)]
    [InlineData("site.example/a", "https://m.site.example/a/", true)]
    [InlineData("https://www.google.com/url?rct=j&url=https://site.example/a%3Fid%3D7&ct=ga", "https://site.example/a?id=7", true)]
    [InlineData("https://x.com/school/status/1?s=20&t=abc", "https://x.com/school/status/1", true)]
    [InlineData("https://site.example/?t=12", "https://site.example/?t=13", false)]
    [InlineData("https://site.example/a", "https://site.example/A", false)]
    [InlineData("https://site.example:8443/a", "https://site.example/a", false)]
    public void Two_addresses_of_one_posting_are_one(string one, string two, bool same) =>
        Assert.Equal(same, MentionLink.Read(one)!.Hash == MentionLink.Read(two)!.Hash);

    [Theory]
    [InlineData("")]
    [InlineData("ftp://site.example/a")]
    [InlineData("data:text/html,x")]
    [InlineData("https://localhost/a")]
    [InlineData("https://site.example/a b")]
    [InlineData("https://site.example/\"onclick")]
    public void What_is_no_address_is_none(string typed) => Assert.Null(MentionLink.Read(typed));
}

internal static class MentionNumbers
{
    public static PublicMention With(this PublicMention mention, int id)
    {
        typeof(Entity).GetProperty(nameof(Entity.Id))!.SetValue(mention, id);
        return mention;
    }
}
