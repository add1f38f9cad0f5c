using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;

namespace BrierleyHill.SocialGov.Tests.Domain.Enquiries;

public sealed class DraftAccountGuessTests
{
    private static readonly GuessableAccount[] Accounts =
    [
        new(1, Platform.Facebook, "brierleyhill.news"),
        new(2, Platform.Instagram, "@brierleyhill"),
        new(3, Platform.Instagram, "brierleyhill_sports"),
        new(4, Platform.Mastodon, "@school@social.example"),
        new(5, Platform.YouTube, null),
        new(6, Platform.X, "bh"),
    ];

    [Theory]
    [InlineData("notify@facebookmail.com", "Anna commented on brierleyhill.news", "", 1)]
    [InlineData("no-reply@mail.instagram.com", "A comment", "Somebody wrote to @brierleyhill.", 2)]
    [InlineData("no-reply@mail.instagram.com", "A comment", "@BrierleyHill_Sports has a message", 3)]
    [InlineData("no-reply@mail.instagram.com", "A comment", "for brierleyhill and brierleyhill_sports", null)]
    [InlineData("no-reply@notinstagram.com", "A comment", "@brierleyhill", null)]
    [InlineData("no-reply@instagram.com.evil.example", "A comment", "@brierleyhill", null)]
    [InlineData("no-reply@tiktok.com", "A comment", "@brierleyhill", null)]
    [InlineData("notifications@social.example", "school has a reply", "", 4)]
    [InlineData("notifications@other.example", "school has a reply", "", null)]
    [InlineData("info@x.com", "bh was mentioned", "", null)]
    [InlineData("no-reply@mail.instagram.com", "A comment", "@brierleyhill.nursery", null)]
    [InlineData("", "brierleyhill", "", null)]
    [InlineData(null, null, null, null)]
    public void Platform_and_handle_must_both_tell_and_tell_one(string? sender, string? subject, string? text, int? account) =>
        Assert.Equal(account, DraftAccountGuess.Of(sender, subject, text, Accounts));
}
