using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Guidance;

[Trait("Clause", "SLT-1")]
[Trait("Clause", "ADV-1")]
public class GuidancePageTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Leader = new(9, "Person 9", Roles.SeniorLeader);
    private static readonly Actor Others = new(8, "Person 8", Roles.Administrator | Roles.PortalManager | Roles.DataProtectionOfficer);

    private static GuidancePage Page(GuidanceTopic topic = GuidanceTopic.GoodPractice, params string[] texts)
    {
        var page = GuidancePage.For(topic);
        foreach (var text in texts)
        {
            Assert.False(page.Save(text, Leader, At).IsRefused);
        }

        page.TakeEvents();
        return page;
    }

    [Fact]
    public void The_addresses_never_change() => Assert.Equal(
        ["your-own-accounts", "good-practice", "how-to-report", "parents-and-carers", "disclaimer"], GuidanceTopics.Each.Select(topic => topic.Slug()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Disclaimer")]
    [InlineData("../disclaimer")]
    public void Any_other_address_is_no_page(string? slug) => Assert.Null(GuidanceTopics.Find(slug));

    // The places of the policy that the texts must speak of; who edits them may say it otherwise.
    [Theory]
    [InlineData(GuidanceTopic.YourOwnAccounts, "privacy settings", "digital footprint", "friend", "pupils", "parents", "disclaimer", "photographs", "how-to-report")]
    [InlineData(GuidanceTopic.GoodPractice, "## do\n", "## do not\n", "tagging", "copyright", "does not end when you leave", "at the school gate", "never posts anonymously")]
    [InlineData(GuidanceTopic.HowToReport, "999", "safeguarding lead", "never copy", "not blamed", "same day", "at once")]
    [InlineData(GuidanceTopic.ParentsAndCarers, "talk to us", "complaints procedure", "other people's children", "[school name]")]
    public void The_texts_that_come_with_the_portal_say_what_the_policy_asks(GuidanceTopic topic, params string[] words)
    {
        var text = DeliveredGuidance.Of(topic);
        Assert.False(GuidancePage.CheckText(topic, text).IsRefused);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("!", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# ", "\n" + text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GuidanceTopic.YourOwnAccounts)]
    [InlineData(GuidanceTopic.GoodPractice)]
    [Trait("Clause", "BEH-6")]
    public void Use_at_work_is_told(GuidanceTopic topic)
    {
        Assert.Contains("may be monitored", DeliveredGuidance.Of(topic), StringComparison.Ordinal);
        Assert.Contains("disciplinary matter", DeliveredGuidance.Of(topic), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SCOPE-1")]
    [Trait("Clause", "BEH-1")]
    public void Who_is_covered_and_that_confidentiality_lasts_is_told()
    {
        Assert.Contains("employees, volunteers, governors, contractors, and parents", DeliveredGuidance.Of(GuidanceTopic.YourOwnAccounts), StringComparison.Ordinal);
        Assert.Contains("**This does not end when you leave the school.**", DeliveredGuidance.Of(GuidanceTopic.GoodPractice), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "STF-4")]
    public void The_disclaimer_names_the_school()
    {
        var text = DeliveredGuidance.Of(GuidanceTopic.Disclaimer);
        Assert.Equal("The views expressed here are my own and do not represent those of [school name].", text);
        Assert.Equal("The views expressed here are my own and do not represent those of St Example’s.", GuidancePage.WithSchoolName(text, "St Example’s"));
        Assert.Equal("A St Example’s B", GuidancePage.WithSchoolName("A [School Name] B", "St Example’s"));
    }

    [Fact]
    public void Every_text_is_kept_with_who_when_and_its_fingerprint()
    {
        var page = Page(GuidanceTopic.GoodPractice, "## First\r\n\r\nText.  ", "## Second");

        Assert.Equal("## Second", page.Text);
        Assert.Equal(["## First\n\nText.", "## Second"], page.Versions.Select(version => version.Text));
        Assert.All(page.Versions, version => Assert.Equal((9, At), (version.SavedById, version.SavedAt)));
        Assert.Equal([1, 2], page.Versions.Select(version => version.Number));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("## First\n\nText."))), page.Versions[0].Hash);
    }

    [Fact]
    public void The_audit_tells_a_text_by_its_length()
    {
        var page = Page(GuidanceTopic.GoodPractice, "## First");
        Assert.False(page.Save("## Second", Leader, At).IsRefused);
        Assert.Equal(new Change("Text", "8 characters", "9 characters"), Assert.Single(page.UnsavedEvents).Changes[1]);
    }

    [Fact]
    public void The_same_text_again_saves_nothing()
    {
        var page = Page(GuidanceTopic.GoodPractice, "## First");
        Assert.False(page.Save("## First \n", Leader, At).IsRefused);
        Assert.Empty(page.UnsavedEvents);
        Assert.Single(page.Versions);

        var untouched = Page();
        Assert.False(untouched.Save(DeliveredGuidance.Of(GuidanceTopic.GoodPractice), Leader, At).IsRefused);
        Assert.Empty(untouched.Versions);
    }

    [Theory]
    [InlineData(GuidanceTopic.GoodPractice, 20000)]
    [InlineData(GuidanceTopic.Disclaimer, 300)]
    public void A_text_is_there_and_not_too_long(GuidanceTopic topic, int limit)
    {
        Assert.Equal(GuidanceErrors.TextMissing, Page(topic).Save(" \n ", Leader, At).Error);
        Assert.Equal(GuidanceErrors.TextMissing, Page(topic).Save(null, Leader, At).Error);
        Assert.Equal("Guidance.TooLong", Page(topic).Save(new string('x', limit + 1), Leader, At).Error!.Code);
        Assert.False(Page(topic).Save(new string('x', limit), Leader, At).IsRefused);
    }

    [Fact]
    public void The_disclaimer_is_one_line() => Assert.Equal("My own views.", Page(GuidanceTopic.Disclaimer, "My own\r\nviews.").Text);

    [Fact]
    public void An_earlier_text_and_the_one_that_came_with_the_portal_can_be_brought_back()
    {
        var page = Page(GuidanceTopic.GoodPractice, "## First", "## Second");
        Assert.False(page.BringBack(1, Leader, At).IsRefused);
        Assert.Equal(("## First", 3), (page.Text, page.Versions.Count));
        Assert.False(page.BringBack(0, Leader, At).IsRefused);
        Assert.Equal((DeliveredGuidance.Of(GuidanceTopic.GoodPractice), 4), (page.Text, page.Versions.Count));
        Assert.Equal(["version 1", "the portal as it came"], page.UnsavedEvents.Select(happened => happened.Changes[1].After));
        Assert.Equal(GuidanceErrors.AlreadyShown, page.BringBack(4, Leader, At).Error);
        Assert.Equal(GuidanceErrors.AlreadyShown, page.BringBack(0, Leader, At).Error);
        Assert.Equal(Error.NotFound, page.BringBack(5, Leader, At).Error);
        Assert.Equal(Error.NotFound, page.BringBack(-1, Leader, At).Error);
        Assert.Equal(4, page.Versions.Count);
    }

    [Fact]
    public void Only_senior_leaders_change_guidance()
    {
        var page = Page(GuidanceTopic.GoodPractice, "## First");
        Assert.Equal(GuidanceErrors.OnlySeniorLeaders, page.Save("## Second", Others, At).Error);
        Assert.Equal(GuidanceErrors.OnlySeniorLeaders, page.BringBack(0, Others, At).Error);
        Assert.Equal("## First", page.Text);
    }

    [Fact]
    public void A_form_opened_on_another_text_is_stale()
    {
        Assert.False(Page().CheckNumber(0).IsRefused);
        Assert.Equal(Error.Stale, Page(GuidanceTopic.GoodPractice, "## First").CheckNumber(0).Error);
    }
}
