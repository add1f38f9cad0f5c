using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Features.Policy;

// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
/// <summary>Who acknowledged which version, for leaders and administrators.</summary>
[Trait("Clause", "SLT-7")]
public sealed class AcknowledgementListTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalFactory _portal = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("", "Ada Again, Dan Done, Lea Leader, Nora Never")]
    [InlineData("?Standing=Done", "Dan Done")]
    [InlineData("?Standing=Again", "Ada Again")]
    [InlineData("?Standing=Never", "Lea Leader, Nora Never")]
    [InlineData("?Text=NORA+n", "Nora Never")]
    [InlineData("?Affiliation=Governor", "")]
    [InlineData("?sort=name&direction=descending", "Nora Never, Lea Leader, Dan Done, Ada Again")]
    [InlineData("?sort=version&direction=descending&page=7", "Dan Done, Ada Again, Lea Leader, Nora Never")]
    [InlineData("?sort=when&direction=descending", "Dan Done, Ada Again, Lea Leader, Nora Never")]
    [InlineData("?Standing=nonsense&Affiliation=nonsense&sort=nonsense", "Ada Again, Dan Done, Lea Leader, Nora Never")]
    public async Task The_list_is_filtered_and_sorted(string query, string names)
    {
        var (leader, leading) = await _portal.PersonAsync(Roles.SeniorLeader, "Lea", "Leader");
        await _portal.AddPersonAsync(forename: "Nora", surname: "Never");
        var (_, ada) = await _portal.PersonAsync(forename: "Ada", surname: "Again");
        await _portal.PublishPolicyAsync(leader);
        await AcknowledgeAsync(ada);
        _portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await _portal.PublishPolicyAsync(leader, text: "New words.");
        var (_, dan) = await _portal.PersonAsync(forename: "Dan", surname: "Done");
        await AcknowledgeAsync(dan);

        var page = await leading.OpenAsync("/policy/acknowledgements" + query);

        Assert.Equal(names, string.Join(", ", page.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent)));
        Assert.Contains("1 of 4 active people have acknowledged version 2", page.Text, StringComparison.Ordinal);
        if (names.Contains("Ada", StringComparison.Ordinal))
        {
            Assert.Contains("Only an earlier version Latest version Version 1 When 10 March 2026 at 10am", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_policy_and_without_people_to_show_it_is_kind()
    {
        var (_, client) = await _portal.PersonAsync(Roles.Administrator);

        Assert.Contains("No policy is published yet, so nobody has been asked.", (await client.OpenAsync("/policy/acknowledgements")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody fits this filter.", (await client.OpenAsync("/policy/acknowledgements?Text=zzz")).Text, StringComparison.Ordinal);
        Assert.Contains("No link has been sent yet.", (await client.OpenAsync("/policy/links")).Text, StringComparison.Ordinal);
    }

    private static async Task AcknowledgeAsync(PortalClient client) => Assert.Equal(
        "/policy",
        (await client.SubmitAsync(
            await client.OpenAsync("/policy"), ("Form.Confirmed", "Understood"), ("Form.Confirmed", "Confidential"), ("Form.Confirmed", "Monitored"))).Location);
}
