using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Tests.Domain.People;

public sealed class OneTimeLinkTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(OneTimeLinkPurpose.Invitation, 7 * 24 * 60)]
    [InlineData(OneTimeLinkPurpose.PasswordReset, 60)]
    public void It_works_until_the_instant_at_which_it_runs_out(OneTimeLinkPurpose purpose, int minutes)
    {
        var (link, _) = OneTimeLink.Make(1, purpose, At);
        Assert.True(link.IsUsable(At));
        Assert.True(link.IsUsable(At.AddMinutes(minutes).AddTicks(-1)));
        Assert.False(link.IsUsable(At.AddMinutes(minutes)));
        Assert.Equal(PeopleErrors.LinkNotValid, link.Use(At.AddMinutes(minutes)).Error);
    }

    [Fact]
    public void It_is_used_once()
    {
        var (link, _) = OneTimeLink.Make(1, OneTimeLinkPurpose.Invitation, At);
        Assert.False(link.Use(At).IsRefused);
        Assert.Equal(PeopleErrors.LinkNotValid, link.Use(At).Error);
    }

    [Fact]
    public void One_that_was_ended_no_longer_works_and_ending_it_again_moves_nothing()
    {
        var (link, _) = OneTimeLink.Make(1, OneTimeLinkPurpose.PasswordReset, At);
        link.End(At.AddMinutes(1));
        link.End(At.AddMinutes(2));
        Assert.Equal(At.AddMinutes(1), link.EndedAt);
        Assert.Equal(PeopleErrors.LinkNotValid, link.Use(At.AddMinutes(3)).Error);
    }

    [Fact]
    public void The_secret_is_kept_by_its_hash_alone_and_no_two_are_alike()
    {
        var (link, token) = OneTimeLink.Make(1, OneTimeLinkPurpose.Invitation, At);
        var (_, other) = OneTimeLink.Make(1, OneTimeLinkPurpose.Invitation, At);
        Assert.Equal(64, token.Length);
        Assert.NotEqual(token, other);
        Assert.NotEqual(token, link.TokenHash);
        Assert.Equal(OneTimeLink.HashOf(token), link.TokenHash);
    }
}
