using BrierleyHill.SocialGov.BrowserTests.Support;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>
/// The pages that the documents show. Each run opens them; with SOCIALGOV_PICTURES=1 it also takes the pictures in docs/pictures again.
/// </summary>
[Collection(DemonstrationPortalFixture.Name)]
public sealed class PicturesTests(DemonstrationPortal demonstration)
{
    [Theory]
    [InlineData("sign-in", null, "/sign-in", 1280, "Sign in")]
    [InlineData("dashboard", People.Head, "/", 1280, "Dashboard")]
    [InlineData("dashboard-phone", People.Head, "/", 390, "Dashboard")]
    [InlineData("task-list", People.Staff, "/applications/{application:Karim:Reading Corner}/tasks", 1280, "Year 3 Reading Corner")]
    [InlineData("task-list-phone", People.Staff, "/applications/{application:Karim:Reading Corner}/tasks", 390, "Year 3 Reading Corner")]
    [InlineData("decision", People.Head, "/applications/{application:Okafor:Sports Results}/decide", 1280, "Brierley Hill Sports Results")]
    [InlineData("register", People.Staff, "/accounts", 1280, "Register of accounts")]
    [InlineData("account", People.Office, "/accounts/{account:Music Room}", 1280, "Year 4 Music Room")]
    [InlineData("audit", People.Officer, "/audit", 1280, "Audit")]
    public async Task The_documents_show(string picture, string? person, string address, int width, string heading)
    {
        var path = await demonstration.FillAsync(address);
        var visitor = await demonstration.LookAsync(person, width == 390 ? Screen.Phone : Screen.Desk);
        await visitor.OpenAsync(path);
        Assert.Equal(heading, await visitor.HeadingAsync());
        if (Pictures.AreWanted)
        {
            await Pictures.TakeAsync(visitor.Page, picture);
        }
    }
}
