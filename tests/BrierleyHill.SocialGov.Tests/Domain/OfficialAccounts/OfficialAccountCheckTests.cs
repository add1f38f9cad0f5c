using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.OfficialAccounts;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.OfficialAccounts;

/// <summary>Whether a pasted address or handle is the school's. Yes is for what is equal, never for what only looks like it.</summary>
[Trait("Clause", "ADM-2")]
[Trait("Clause", "BEH-2")]
public class OfficialAccountCheckTests
{
    private const string School = "Brierley Hill Primary School";
    private const string Channel = "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp";

    private static readonly IReadOnlyList<OfficialAccount> Accounts =
    [
        Account("Brierley Hill Primary News", Platform.Facebook, "https://www.facebook.com/brierleyhillprimary"),
        Account("Forest School at Brierley Hill", Platform.Instagram, "https://www.instagram.com/forest_school_bh"),
        Account("Brierley Hill Sports Results", Platform.Bluesky, "https://bsky.app/profile/brierleyhill.bsky.social"),
        Account("Brierley Hill Choir", Platform.Mastodon, "https://mastodon.school.example/@bhchoir"),
        Account("Weather Closures", Platform.WhatsAppChannel, Channel),
        Account("Year 4 Music Room", Platform.LearningPlatform, "https://app.seesaw.example/class/NjA1"),
        Account("Library Blog", Platform.Blog, "https://library.brierleyhill.example/books"),
    ];

    private static OfficialAccount Account(string name, Platform platform, string address)
    {
        var read = PlatformAddress.Parse(platform, null, address).Value;
        return new OfficialAccount(name, platform, "", read.Handle, read.WebAddress, read.Normalised, Openness.Open, new DateOnly(2026, 3, 10));
    }

    private static CheckAnswer Ask(string? pasted) => OfficialAccountCheck.Answer(pasted, Accounts, School);

    [Theory]
    [InlineData("https://www.facebook.com/brierleyhillprimary", "Brierley Hill Primary News")]
    [InlineData("  m.facebook.com/Brierley.Hill.Primary/?fbclid=abc ", "Brierley Hill Primary News")]
    [InlineData("http://fb.com/brierleyhillprimary", "Brierley Hill Primary News")]
    [InlineData("https://www.facebook.com/brierleyhillprimary/photos", "Brierley Hill Primary News")]
    [InlineData("instagram.com/Forest_School_BH/", "Forest School at Brierley Hill")]
    [InlineData("https://bsky.app/profile/brierleyhill.bsky.social", "Brierley Hill Sports Results")]
    [InlineData("@bhchoir@mastodon.school.example", "Brierley Hill Choir")]
    [InlineData("https://mastodon.school.example/@BHChoir", "Brierley Hill Choir")]
    [InlineData(Channel, "Weather Closures")]
    [InlineData("https://app.seesaw.example/class/NjA1", "Year 4 Music Room")]
    [InlineData("library.brierleyhill.example/books/", "Library Blog")]
    public void An_address_of_the_school_is_the_schools_however_it_is_spelled(string pasted, string name)
    {
        var answer = Ask(pasted);

        Assert.Equal((CheckVerdict.Official, name), (answer.Verdict, Assert.Single(answer.Accounts).Name));
    }

    [Theory]
    [InlineData("@brierleyhillprimary", "Brierley Hill Primary News")]
    [InlineData("Brierley.Hill.Primary", "Brierley Hill Primary News")]
    [InlineData("forest_school_bh", "Forest School at Brierley Hill")]
    [InlineData("@brierleyhill.bsky.social", "Brierley Hill Sports Results")]
    public void A_handle_is_the_schools_on_its_platform_alone(string pasted, string name)
    {
        var answer = Ask(pasted);

        Assert.Equal((CheckVerdict.OfficialOnlyThere, name), (answer.Verdict, Assert.Single(answer.Accounts).Name));
    }

    [Theory]
    // The same name elsewhere.
    [InlineData("https://www.instagram.com/brierleyhillprimary")]
    [InlineData("https://x.com/brierleyhill")]
    [InlineData("https://www.tiktok.com/@brierleyhillprimary")]
    [InlineData("https://www.facebook.com/groups/brierleyhillprimary")]
    [InlineData("@bhchoir@mastodon.other.example")]
    [InlineData("https://evil.example/@bhchoir@mastodon.school.example")]
    // A word added.
    [InlineData("https://www.facebook.com/brierleyhillprimary.official")]
    [InlineData("https://www.facebook.com/officialbrierleyhillprimary")]
    [InlineData("https://www.instagram.com/forest_school_bh_official")]
    [InlineData("@realforest_school_bh")]
    // A letter changed, added, left out, turned round.
    [InlineData("https://www.facebook.com/brierleyhi1lprimary")]
    [InlineData("https://www.facebook.com/brierleyhillprimery")]
    [InlineData("https://www.facebook.com/brierleyhillprimary_")]
    [InlineData("https://www.facebook.com/br%D1%96erleyhillprimary")]
    [InlineData("https://www.facebook.com/brierleyhillprimarry")]
    [InlineData("https://www.facebook.com/brierlyhillprimary")]
    [InlineData("https://www.facebook.com/breirleyhillprimary")]
    [InlineData("https://www.instagram.com/f0rest_school_bh")]
    [InlineData("https://www.instagram.com/forest.school.bh")]
    [InlineData("https://www.instagram.com/forestschoolbh")]
    // Letters of another script.
    [InlineData("@brierleyhillprіmary")]
    [InlineData("brіerleyhіllprimary")]
    // A host that looks like the platform's, or carries the name.
    [InlineData("https://facebook.com.evil.example/brierleyhillprimary")]
    [InlineData("https://faceb00k.com/brierleyhillprimary")]
    [InlineData("https://fаcebook.com/brierleyhillprimary")]
    [InlineData("https://www.facebook.com@evil.example/brierleyhillprimary")]
    [InlineData("https://www.facebook.com:8443/brierleyhillprimary")]
    [InlineData("https://brierleyhillprimary.evil.example")]
    [InlineData("https://library-brierleyhill.example/books")]
    [InlineData("javascript:location='https://www.facebook.com/brierleyhillprimary'")]
    // The school's own name, on no account of it.
    [InlineData("https://www.instagram.com/brierley_hill_primary_school")]
    public void What_only_looks_like_it_is_not_the_schools_and_is_warned_of(string pasted)
    {
        var answer = Ask(pasted);

        Assert.Equal(CheckVerdict.LooksAlike, answer.Verdict);
    }

    [Theory]
    [InlineData("https://www.facebook.com/dudleytennisclub")]
    [InlineData("https://x.com/somebody_else")]
    [InlineData("@pottery.wednesdays")]
    [InlineData("https://bsky.app/profile/pottery.bsky.social")]
    [InlineData("https://mastodon.school.example/@gardening")]
    [InlineData("@gardening@mastodon.school.example")]
    [InlineData("https://app.seesaw.example/class/Q1W2")]
    [InlineData("https://pottery.example/wednesdays")]
    [InlineData("https://pottery.example/books")]
    [InlineData("https://blog.pottery.example/")]
    [InlineData("https://www.otherprimaryschool.example/")]
    [InlineData("https://whatsapp.com/channel/0030XyZwVuTsRqPoNmLkJi")]
    [InlineData("https://1.2.3.4/x")]
    [InlineData("data:text/html,hello")]
    public void What_is_something_else_is_not_the_schools(string pasted) => Assert.Equal(CheckVerdict.NotOfficial, Ask(pasted).Verdict);

    [Theory]
    [InlineData("https://www.facebook.com/brierleyhillprimary/posts/123", CannotTellBecause.NotAnAccount)]
    [InlineData("https://x.com/brierleyhill/status/1", CannotTellBecause.NotAnAccount)]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", CannotTellBecause.NotAnAccount)]
    [InlineData("https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQr", CannotTellBecause.NotAnAccount)]
    [InlineData("https://bit.ly/brierley", CannotTellBecause.ShortLink)]
    [InlineData("What is this?", CannotTellBecause.NotReadable)]
    [InlineData("🙂🙂", CannotTellBecause.NotReadable)]
    public void What_cannot_be_told_says_why(string pasted, CannotTellBecause because)
    {
        var answer = Ask(pasted);

        Assert.Equal((CheckVerdict.CannotTell, because), (answer.Verdict, answer.Because));
    }

    [Fact]
    public void Nothing_asked_and_too_much_asked_are_told_apart()
    {
        Assert.Equal(CheckVerdict.NothingAsked, Ask(null).Verdict);
        Assert.Equal(CheckVerdict.NothingAsked, Ask(" \t ").Verdict);
        Assert.Equal(CannotTellBecause.TooLong, Ask("https://www.facebook.com/brierleyhillprimary?" + new string('a', 400)).Because);
    }

    [Fact]
    public void The_code_of_a_channel_counts_with_its_case() =>
        Assert.Equal(CheckVerdict.LooksAlike, Ask(Channel.Replace("0029VaAb", "0029vaAb", StringComparison.Ordinal)).Verdict);

    [Fact]
    public void The_way_into_a_learning_platform_is_not_told_to_everybody()
    {
        var room = Accounts.Single(account => account.Platform == Platform.LearningPlatform).ForEverybody();

        Assert.Equal(("", null), (room.Handle, room.WebAddress));
        Assert.All(Accounts.Where(account => account.Platform != Platform.LearningPlatform), account => Assert.Equal(account, account.ForEverybody()));
    }

    /// <summary>The oracle knows the letters of the one handle, and nothing of how addresses are read.</summary>
    [Fact]
    public void One_letter_of_the_handle_changed_is_never_the_schools()
    {
        const string handle = "brierleyhillprimary";
        Gen.Select(Gen.Int[0, handle.Length - 1], Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"], Gen.Int[0, 2]).Sample((place, letter, how) =>
        {
            var changed = how switch
            {
                0 => handle.Remove(place, 1).Insert(place, letter.ToString()),
                1 => handle.Insert(place, letter.ToString()),
                _ => handle.Remove(place, 1),
            };
            var answer = Ask($"https://www.facebook.com/{changed}");
            Assert.Equal(changed == handle ? CheckVerdict.Official : CheckVerdict.LooksAlike, answer.Verdict);
        });
    }

    [Fact]
    public void Whatever_is_pasted_there_is_an_answer_and_yes_only_for_what_holds_the_handle()
    {
        var pieces = new[]
        {
            "https://", "http://", "www.", "facebook.com", "/", "brierleyhillprimary", "@", ".", ":", "evil.example", "?id=1", "#!", "%2e", "\\", " ", "\u202e", "é", "xn--", "javascript:", "instagram.com", "\0", "profile.php",
        };
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 8].Sample(chosen =>
        {
            var pasted = string.Concat(chosen);
            var answer = Ask(pasted);
            if (answer.Verdict == CheckVerdict.Official)
            {
                // On the platform's own host, with nothing before it, and nothing but the handle after it.
                var text = BrierleyHill.SocialGov.Domain.Shared.PlainText.CleanLine(pasted);
                var address = new Uri(text.StartsWith("http", StringComparison.Ordinal) ? text : "https://" + text);
                Assert.Contains(address.Host.TrimEnd('.'), new[] { "facebook.com", "www.facebook.com" });
                Assert.Equal(("", "brierleyhillprimary"), (address.UserInfo, address.AbsolutePath.Trim('/')));
            }
        });
    }
}
