using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Features.Search;

public class SearchTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("APP-000123", "/applications/123")]
    [InlineData("app 7", "/applications/7")]
    [InlineData("ACC-000004", "/accounts/4")]
    [InlineData("PER-1", "/people/1")]
    [InlineData("PUP-12", "/pupils/12")]
    [InlineData("HND-12", "/handovers/12")]
    [InlineData("CRE-000003", "/vault/3")]
    [InlineData("INC-123456", "/incidents/123456")]
    public async Task Get_WhenItIsAReference_LeadsToTheRecord(string typed, string record)
    {
        var (_, client) = await portal.PersonAsync();
        Assert.Equal(record, (await client.GetAsync("/search?q=" + Uri.EscapeDataString(typed))).Location);
    }

    [Theory]
    [InlineData("XYZ-12")]
    [InlineData("//evil.example/APP-1")]
    [InlineData("Science Club & more")]
    public async Task Get_WhenItIsAnythingElse_OffersTheLists(string typed)
    {
        var (_, client) = await portal.PersonAsync();

        var page = await client.OpenAsync("/search?q=" + Uri.EscapeDataString(typed));

        Assert.Contains($"“{typed}” is not a reference.", page.Text, StringComparison.Ordinal);
        var links = page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));
        Assert.Equal(["/applications?Text=" + Uri.EscapeDataString(typed), "/accounts?Text=" + Uri.EscapeDataString(typed), "/enquiries?State=All&Text=" + Uri.EscapeDataString(typed)], links);
    }

    [Fact]
    public async Task Get_WithoutWords_SaysWhatToEnter() =>
        Assert.Contains("Enter a reference", (await (await portal.PersonAsync()).Client.OpenAsync("/search")).Text, StringComparison.Ordinal);
}
