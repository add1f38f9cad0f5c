using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>What is due when: overdue first, filtered, sorted and paged.</summary>
[Trait("Clause", "SLT-2")]
public class ReviewListTests
{
    [Fact]
    public async Task Overdue_comes_first_and_each_filter_narrows()
    {
        await using var portal = new PortalFactory();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader | Roles.Administrator);
        Assert.Contains("No account is live yet.", (await leader.OpenAsync("/accounts/reviews")).Text, StringComparison.Ordinal);

        var older = await portal.AddLiveAccountAsync(name: "Older Club");
        await portal.AddLiveAccountAsync(name: "Waiting Club", status: AccountStatus.AwaitingCreation);
        await portal.AddLiveAccountAsync(name: "Closed Club", status: AccountStatus.Closed);
        portal.Clock.Advance(TimeSpan.FromDays(160));
        var newer = await portal.AddLiveAccountAsync(name: "Newer Club", status: AccountStatus.Suspended);
        portal.Clock.Advance(TimeSpan.FromDays(21));

        // 7 September 2026: the verification of the older one was due the day before.
        (_, leader) = await portal.PersonAsync(Roles.SeniorLeader | Roles.Administrator);
        async Task<string[]> ShownAsync(string query) =>
            [.. (await leader.OpenAsync("/accounts/reviews" + query)).Document.QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent.Replace("Account", "", StringComparison.Ordinal).Trim())];

        Assert.Equal(["Older Club", "Newer Club"], await ShownAsync(""));
        Assert.Contains("Overdue since 6 September 2026", (await leader.OpenAsync("/accounts/reviews")).Text, StringComparison.Ordinal);
        Assert.Equal(["Older Club"], await ShownAsync("?When=Overdue"));
        Assert.Empty(await ShownAsync("?When=Overdue&What=Review"));
        Assert.Equal(["Older Club"], await ShownAsync("?When=Overdue&What=Verification"));
        Assert.Empty(await ShownAsync("?When=SomethingOpen"));
        Assert.Equal(["Newer Club"], await ShownAsync("?Text=newer"));
        Assert.Equal(["Older Club"], await ShownAsync("?Text=" + older.Reference));
        Assert.Equal(["Newer Club", "Older Club"], await ShownAsync("?sort=due&direction=descending"));
        Assert.Equal(["Newer Club", "Older Club"], await ShownAsync("?sort=name"));
        Assert.Equal(["Older Club", "Newer Club"], await ShownAsync("?sort=name&direction=descending"));
        Assert.Equal(["Older Club", "Newer Club"], await ShownAsync("?sort=review"));
        Assert.Equal(["Newer Club", "Older Club"], await ShownAsync("?sort=verification&direction=descending"));
        Assert.Contains("No account fits this filter.", (await leader.OpenAsync("/accounts/reviews?Text=%27;drop")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 2 of 2", (await leader.OpenAsync("/accounts/reviews?Page=99&When=nonsense")).Text, StringComparison.Ordinal);
        Assert.NotEqual(older.Id, newer.Id);
    }
}
