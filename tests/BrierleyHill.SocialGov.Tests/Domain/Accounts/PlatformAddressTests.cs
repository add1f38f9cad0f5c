using BrierleyHill.SocialGov.Domain.Accounts;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Accounts;

/// <summary>Handles and addresses, platform by platform.</summary>
[Trait("Clause", "ADM-2")]
public class PlatformAddressTests
{
    private const string DefaultChannel = "0029VaAbCdEfGhIjKlMnOp";

    [Theory]
    [InlineData(Platform.Facebook, "https://www.facebook.com/Brierley.Hill", "@Brierley.Hill", "https://www.facebook.com/Brierley.Hill", "facebook:brierleyhill")]
    [InlineData(Platform.Facebook, "m.facebook.com/brierleyhill/?fbclid=abc&ref=share", "@brierleyhill", "https://www.facebook.com/brierleyhill", "facebook:brierleyhill")]
    [InlineData(Platform.Facebook, "http://fb.com/brierleyhill#top", "@brierleyhill", "https://www.facebook.com/brierleyhill", "facebook:brierleyhill")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/brierleyhill/about", "@brierleyhill", "https://www.facebook.com/brierleyhill", "facebook:brierleyhill")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/profile.php?id=100012345678901&sk=about", "", "https://www.facebook.com/100012345678901", "facebook:100012345678901")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/people/Brierley-Hill/100012345678901/", "", "https://www.facebook.com/100012345678901", "facebook:100012345678901")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/p/Brierley-Hill-100012345678901", "", "https://www.facebook.com/100012345678901", "facebook:100012345678901")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/groups/forest.school", "forest.school", "https://www.facebook.com/groups/forest.school", "facebook:groups/forest.school")]
    [InlineData(Platform.Instagram, "https://instagram.com/Forest_School.bh?igsh=xyz", "@Forest_School.bh", "https://www.instagram.com/Forest_School.bh", "instagram:forest_school.bh")]
    [InlineData(Platform.X, "https://twitter.com/BrierleyHill", "@BrierleyHill", "https://x.com/BrierleyHill", "x:brierleyhill")]
    [InlineData(Platform.X, "https://mobile.x.com/brierley_hill?lang=en", "@brierley_hill", "https://x.com/brierley_hill", "x:brierley_hill")]
    [InlineData(Platform.YouTube, "https://m.youtube.com/@Science-Club/videos", "@Science-Club", "https://www.youtube.com/@Science-Club", "youtube:@science-club")]
    [InlineData(Platform.YouTube, "youtube.com/channel/UCabcdefghijklmnopqrstuV", "", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuV", "youtube:channel/UCabcdefghijklmnopqrstuV")]
    [InlineData(Platform.YouTube, "https://www.youtube.com/c/ScienceClub", "", "https://www.youtube.com/c/ScienceClub", "youtube:c/scienceclub")]
    [InlineData(Platform.TikTok, "https://www.tiktok.com/@brierley.hill?lang=en", "@brierley.hill", "https://www.tiktok.com/@brierley.hill", "tiktok:brierley.hill")]
    [InlineData(Platform.LinkedIn, "https://uk.linkedin.com/school/brierley-hill/", "brierley-hill", "https://www.linkedin.com/school/brierley-hill", "linkedin:brierley-hill")]
    [InlineData(Platform.LinkedIn, "https://www.linkedin.com/groups/1234567", "", "https://www.linkedin.com/groups/1234567", "linkedin:groups/1234567")]
    [InlineData(Platform.Threads, "https://www.threads.net/@brierley_hill", "@brierley_hill", "https://www.threads.com/@brierley_hill", "threads:brierley_hill")]
    [InlineData(Platform.Bluesky, "https://bsky.app/profile/BrierleyHill.bsky.social", "@brierleyhill.bsky.social", "https://bsky.app/profile/brierleyhill.bsky.social", "bluesky:brierleyhill.bsky.social")]
    [InlineData(Platform.Mastodon, "https://mastodon.school.example/@brierley", "@brierley@mastodon.school.example", "https://mastodon.school.example/@brierley", "mastodon:brierley@mastodon.school.example")]
    [InlineData(Platform.Mastodon, "https://mastodon.school.example/users/brierley", "@brierley@mastodon.school.example", "https://mastodon.school.example/@brierley", "mastodon:brierley@mastodon.school.example")]
    [InlineData(Platform.WhatsAppChannel, "https://www.whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp", "", "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp", "whatsapp:0029VaAbCdEfGhIjKlMnOp")]
    [InlineData(Platform.LearningPlatform, "https://classroom.google.com/u/1/c/NjA1NDEyMzQ1Njc4", "", "https://classroom.google.com/c/NjA1NDEyMzQ1Njc4", "web:classroom.google.com/c/NjA1NDEyMzQ1Njc4")]
    [InlineData(Platform.Blog, "WWW.Brierley.example/Blog/?utm_source=x&fbclid=y", "", "https://www.brierley.example/Blog", "web:brierley.example/Blog")]
    [InlineData(Platform.Blog, "https://bücher.example/", "", "https://xn--bcher-kva.example", "web:xn--bcher-kva.example")]
    [InlineData(Platform.Other, "https://padlet.example:443/brierley./", "", "https://padlet.example/brierley.", "web:padlet.example/brierley.")]
    public void An_address_gives_the_handle_and_one_canonical_form(Platform platform, string typed, string handle, string address, string normalised)
    {
        var read = PlatformAddress.Parse(platform, null, typed);

        Assert.False(read.IsRefused, read.Error?.Message);
        Assert.Equal(new PlatformAddress(handle, address, normalised), read.Value);
        Assert.Equal(read.Value, PlatformAddress.Parse(platform, null, read.Value.WebAddress).Value);
        Assert.Equal(normalised, PlatformAddress.NormaliseForLookup(typed) ?? (platform is Platform.Mastodon ? normalised : null));
    }

    [Theory]
    [InlineData(Platform.Facebook, "@brierleyhill", "https://www.facebook.com/brierleyhill")]
    [InlineData(Platform.Instagram, "brierley_hill", "https://www.instagram.com/brierley_hill")]
    [InlineData(Platform.X, " @Brierley ", "https://x.com/Brierley")]
    [InlineData(Platform.YouTube, "@brierley.hill", "https://www.youtube.com/@brierley.hill")]
    [InlineData(Platform.TikTok, "@brierley_", "https://www.tiktok.com/@brierley_")]
    [InlineData(Platform.LinkedIn, "brierley-hill", "https://www.linkedin.com/company/brierley-hill")]
    [InlineData(Platform.Threads, "@brierley", "https://www.threads.com/@brierley")]
    [InlineData(Platform.Bluesky, "@brierleyhill.sch.uk", "https://bsky.app/profile/brierleyhill.sch.uk")]
    [InlineData(Platform.Mastodon, "@brierley@mastodon.example", "https://mastodon.example/@brierley")]
    public void The_address_follows_from_a_handle(Platform platform, string handle, string address)
    {
        var read = PlatformAddress.Parse(platform, handle, "");

        Assert.False(read.IsRefused, read.Error?.Message);
        Assert.Equal(address, read.Value.WebAddress);
        Assert.Equal(read.Value.Normalised, PlatformAddress.Parse(platform, read.Value.Handle, address).Value.Normalised);
    }

    [Theory]
    [InlineData(Platform.Facebook, "bh")] // too short
    [InlineData(Platform.Facebook, "brierley_hill")]
    [InlineData(Platform.Facebook, "123456")] // the number of somebody else
    [InlineData(Platform.Facebook, "groups")]
    [InlineData(Platform.Facebook, "brierleyhіll")] // a Cyrillic letter
    [InlineData(Platform.Instagram, "brierley..hill")]
    [InlineData(Platform.Instagram, ".brierley")]
    [InlineData(Platform.Instagram, "abcdefghijabcdefghijabcdefghijk")] // 31
    [InlineData(Platform.X, "abcdefghijabcdef")] // 16
    [InlineData(Platform.X, "brierley.hill")]
    [InlineData(Platform.X, "explore")] // the platform's own
    [InlineData(Platform.Instagram, "reels")]
    [InlineData(Platform.YouTube, "bh")]
    [InlineData(Platform.YouTube, "brierley hill")]
    [InlineData(Platform.TikTok, "brierley.")]
    [InlineData(Platform.TikTok, "b")]
    [InlineData(Platform.LinkedIn, "-brierley")]
    [InlineData(Platform.LinkedIn, "brierley--hill")]
    [InlineData(Platform.Threads, "brierley-hill")]
    [InlineData(Platform.Bluesky, "brierleyhill")]
    [InlineData(Platform.Bluesky, "brierley.hill.invalid")]
    [InlineData(Platform.Bluesky, "brierley.1")]
    [InlineData(Platform.Mastodon, "@brierley")]
    [InlineData(Platform.Mastodon, "@brierley@mastodon")]
    [InlineData(Platform.Mastodon, "@brierley@facebook.com")]
    [InlineData(Platform.Mastodon, "@a@b@c.example")]
    [InlineData(Platform.Instagram, "<script>")]
    [InlineData(Platform.Instagram, "@@brierley")]
    public void A_handle_that_the_platform_does_not_have_is_refused_with_what_it_should_look_like(Platform platform, string handle)
    {
        var read = PlatformAddress.Parse(platform, handle, null);

        Assert.Equal("PlatformAddress.HandleWrong", read.Error?.Code);
        Assert.Equal("Handle", read.Error!.Field);
        Assert.EndsWith(PlatformAddressErrors.LooksLike(platform), read.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rierley", read.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    // Hosts that only look like the platform's.
    [InlineData(Platform.Facebook, "https://facebook.com.evil.example/brierleyhill", "OtherHost")]
    [InlineData(Platform.Facebook, "https://faceb00k.com/brierleyhill", "OtherHost")]
    [InlineData(Platform.Facebook, "https://evilfacebook.com/brierleyhill", "OtherHost")]
    [InlineData(Platform.Facebook, "https://fаcebook.com/brierleyhill", "OtherHost")] // a Cyrillic letter
    [InlineData(Platform.X, "https://x.com.example/brierley", "OtherHost")]
    [InlineData(Platform.Facebook, "https://www.instagram.com/brierleyhill", "OfAnotherPlatform")]
    [InlineData(Platform.Blog, "https://www.facebook.com/brierleyhill", "OfAnotherPlatform")]
    [InlineData(Platform.Mastodon, "https://www.tiktok.com/@brierley", "OfAnotherPlatform")]
    // What hides where it leads.
    [InlineData(Platform.Facebook, "https://facebook.com@evil.example/brierleyhill", "NotAnAddress")]
    [InlineData(Platform.Facebook, "https://user:word@www.facebook.com/brierleyhill", "NotAnAddress")]
    [InlineData(Platform.Facebook, "https://www.facebook.com:8443/brierleyhill", "NotAnAddress")]
    [InlineData(Platform.Facebook, "www.facebook.com:8443/brierleyhill", "NotAnAddress")]
    [InlineData(Platform.Facebook, "https://www.facebook.com\\@evil.example/x", "NotAnAddress")]
    [InlineData(Platform.Facebook, "javascript:alert(1)//www.facebook.com/brierleyhill", "NotAnAddress")]
    [InlineData(Platform.Blog, "data:text/html,hello", "NotAnAddress")]
    [InlineData(Platform.Blog, "ftp://blog.example/x", "NotAnAddress")]
    [InlineData(Platform.Blog, "file:///etc/passwd", "NotAnAddress")]
    [InlineData(Platform.Blog, "https://127.0.0.1/blog", "NotAnAddress")]
    [InlineData(Platform.Blog, "https://[::1]/blog", "NotAnAddress")]
    [InlineData(Platform.Blog, "https://localhost/blog", "NotAnAddress")]
    [InlineData(Platform.Blog, "//blog.example/x", "NotAnAddress")]
    [InlineData(Platform.Blog, "https://blog.example/a b", "NotAnAddress")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/#!/brierleyhill", "NotAnAddress")]
    [InlineData(Platform.TikTok, "https://vm.tiktok.com/ZMabc", "ShortLink")]
    [InlineData(Platform.Blog, "https://bit.ly/abc", "ShortLink")]
    // Pages that are no account.
    [InlineData(Platform.Facebook, "https://www.facebook.com/", "NotAnAccount")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/sharer/sharer.php?u=x", "NotAnAccount")]
    [InlineData(Platform.Facebook, "https://www.facebook.com/brierleyhill/posts/123", "NotAnAccount")]
    [InlineData(Platform.Instagram, "https://www.instagram.com/p/abc", "NotAnAccount")]
    [InlineData(Platform.Instagram, "https://www.instagram.com/explore", "NotAnAccount")]
    [InlineData(Platform.X, "https://x.com/brierley/status/1", "NotAnAccount")]
    [InlineData(Platform.X, "https://x.com/i/flow", "NotAnAccount")]
    [InlineData(Platform.YouTube, "https://youtu.be/dQw4w9WgXcQ", "NotAnAccount")]
    [InlineData(Platform.YouTube, "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "NotAnAccount")]
    [InlineData(Platform.TikTok, "https://www.tiktok.com/brierley", "NotAnAccount")]
    [InlineData(Platform.Bluesky, "https://bsky.app/profile/did:plc:abc", "NotAnAccount")]
    [InlineData(Platform.Bluesky, "https://bsky.app/profile/a.bsky.social/post/1", "NotAnAccount")]
    [InlineData(Platform.LinkedIn, "https://www.linkedin.com/in/somebody", "PersonalProfile")]
    [InlineData(Platform.Mastodon, "https://evil.example/@brierley@mastodon.example", "ShownElsewhere")]
    [InlineData(Platform.WhatsAppChannel, "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQr", "NotAnAccount")]
    [InlineData(Platform.WhatsAppChannel, "https://wa.me/441384000000", "NotAnAccount")]
    [InlineData(Platform.Blog, "https://blog.example/?page_id=7", "WithQuery")]
    public void An_address_that_is_not_the_accounts_own_is_refused(Platform platform, string typed, string code)
    {
        var read = PlatformAddress.Parse(platform, null, typed);

        Assert.Equal("PlatformAddress." + code, read.Error?.Code);
        Assert.Equal("WebAddress", read.Error!.Field);
        Assert.Null(PlatformAddress.NormaliseForLookup(typed) is { } key && key.StartsWith(platform.ToString(), StringComparison.OrdinalIgnoreCase) ? key : null);
    }

    [Theory]
    [InlineData(Platform.Facebook, "@Brierley.Hill", "https://m.facebook.com/brierleyhill", true)]
    [InlineData(Platform.X, "brierley", "https://twitter.com/Brierley", true)]
    [InlineData(Platform.LinkedIn, "brierley-hill", "https://www.linkedin.com/school/brierley-hill", true)]
    [InlineData(Platform.Facebook, "@otherschool", "https://www.facebook.com/brierleyhill", false)]
    [InlineData(Platform.Instagram, "brierley.hill", "https://www.instagram.com/brierleyhill", false)]
    [InlineData(Platform.Mastodon, "@brierley@one.example", "https://two.example/@brierley", false)]
    [InlineData(Platform.YouTube, "@brierley", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuV", false)]
    public void Where_both_are_typed_they_must_agree(Platform platform, string handle, string address, bool agree)
    {
        var read = PlatformAddress.Parse(platform, handle, address);

        Assert.Equal(agree ? null : "PlatformAddress.TheyDiffer", read.Error?.Code);
    }

    [Fact]
    public void Each_platform_says_what_is_missing_and_what_it_looks_like()
    {
        foreach (var platform in Enum.GetValues<Platform>())
        {
            var refused = PlatformAddress.Parse(platform, " ", null);
            Assert.Equal("PlatformAddress.Missing", refused.Error?.Code);
            Assert.EndsWith(PlatformAddressErrors.LooksLike(platform), refused.Error!.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Platform.WhatsAppChannel, "https://whatsapp.com/channel/" + DefaultChannel)]
    [InlineData(Platform.LearningPlatform, "https://app.seesaw.example/class/7")]
    [InlineData(Platform.Blog, "https://blog.example")]
    public void Where_a_platform_has_no_handle_a_name_to_show_is_kept_and_the_address_is_needed(Platform platform, string address)
    {
        Assert.Equal("Year 4 News", PlatformAddress.Parse(platform, "Year 4 News", address).Value.Handle);
        Assert.Equal("PlatformAddress.Missing", PlatformAddress.Parse(platform, "Year 4 News", "").Error?.Code);
    }

    [Fact]
    public void What_is_too_long_is_refused_before_it_is_looked_at()
    {
        Assert.Equal("PlatformAddress.TooLong", PlatformAddress.Parse(Platform.Blog, null, "https://blog.example/" + new string('a', 400)).Error?.Code);
        Assert.Equal("PlatformAddress.TooLong", PlatformAddress.Parse(Platform.X, new string('a', 301), null).Error?.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("brierleyhill")]
    [InlineData("@brierleyhill")]
    [InlineData("Brierley Hill")]
    [InlineData("javascript:alert(1)")]
    public void A_handle_or_a_name_alone_is_no_address_of_one_account(string? pasted) => Assert.Null(PlatformAddress.NormaliseForLookup(pasted));

    [Fact]
    public void A_canonical_address_is_read_as_itself_whatever_the_handle()
    {
        var letters = Gen.Char["abcXYZ019._-@"];
        Gen.Select(Gen.Enum<Platform>(), letters.Array[1, 24]).Sample((platform, name) =>
        {
            var text = new string(name);
            foreach (var read in new[] { PlatformAddress.Parse(platform, text, null), PlatformAddress.Parse(platform, null, $"https://blog.example/{text}") })
            {
                if (!read.IsRefused)
                {
                    var again = PlatformAddress.Parse(platform, null, read.Value.WebAddress);
                    Assert.False(again.IsRefused, $"{read.Value}: {again.Error?.Message}");
                    Assert.Equal(read.Value, again.Value);
                    Assert.True(read.Value.Normalised.All(char.IsAscii) && read.Value.WebAddress.All(char.IsAscii));
                    Assert.StartsWith("https://", read.Value.WebAddress, StringComparison.Ordinal);
                }
            }
        });
    }
}
