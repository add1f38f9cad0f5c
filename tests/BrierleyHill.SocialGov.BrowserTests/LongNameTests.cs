using BrierleyHill.SocialGov.BrowserTests.Support;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>The longest names that the portal takes, without a space to break at, make no page wider than the window.</summary>
public sealed class LongNameTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private static readonly string[] Pages = ["/", "/people", "/people/8", "/people/me", "/applications", "/applications/1", "/accounts", "/accounts/1", "/audit", "/mail"];

    [Fact]
    public async Task A_name_of_a_hundred_letters_breaks_inside_its_place()
    {
        await using var manager = await demonstration.VisitAsync(People.Office, Screen.Desk);
        await manager.OpenAsync("/people/8/edit");
        await manager.Page.Locator("main input[name$=Forename]").FillAsync(new string('w', 100));
        await manager.Page.Locator("main input[name$=Surname]").FillAsync(new string('m', 100));
        await manager.ComeAsync(() => manager.Page.Locator("main button[type=submit]").First.ClickAsync());
        await manager.ReadsAsync(new string('w', 100));

        foreach (var screen in (Screen[])[Screen.Desk, Screen.Phone, Screen.Narrowest])
        {
            await manager.LookOnAsync(screen);
            foreach (var page in Pages)
            {
                await manager.OpenAsync(page);
                await manager.FitsAsync();
            }
        }
    }
}
