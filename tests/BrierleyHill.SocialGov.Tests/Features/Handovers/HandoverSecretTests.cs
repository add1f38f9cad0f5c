using System.Globalization;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Handovers;

/// <summary>A hand-over speaks of secrets and holds none: what the leaver knew and what replaced it are looked for in everything that is kept or was answered.</summary>
[Trait("Clause", "ADM-3")]
[Trait("Clause", "ADM-5")]
public class HandoverSecretTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task From_the_leaving_date_to_the_printed_record_no_secret_lies_about()
    {
        var (former, current) = (PlantedSecret.Make(), PlantedSecret.Make());
        var school = await portal.HandoverSchoolAsync();
        var pages = new List<Page>();
        var leaver = await portal.SignInAsync(school.Leaver, portal.Now);
        var added = await leaver.FillAsync($"/accounts/{school.AccountId}/vault/add", ("Form.Label", "Main sign-in"), ("Form.Password", former.Text));
        var credential = added.Location!;
        Assert.Contains(former.Text, (await leaver.FillAsync($"{credential}/password/reveal", ("Form.Reason", "To post."))).Document.QuerySelector("[data-copy-text]")!.TextContent, StringComparison.Ordinal);
        await portal.RecordLeavingAsync(school.Leaver, HandoverPages.LastDay, school.Manager);
        var id = (await portal.OpenHandoverOfAsync(school.Leaver)).Id;
        var path = string.Create(CultureInfo.InvariantCulture, $"/handovers/{id}");
        var administrator = await portal.SignInAsync(school.Administrator, portal.Now);

        // Refused while the leaver knows it; done once it is changed.
        pages.Add(await administrator.FillAsync($"{path}/steps/rotation", ("Form.Note", "Changed.")));
        Assert.Contains("The leaver knows a secret that is in use", Assert.Single(pages[^1].Errors), StringComparison.Ordinal);
        var lead = await portal.SignInAsync(school.Lead, portal.Now);
        pages.Add(await lead.FillAsync($"{credential}/password/store", ("Form.Secret", current.Text)));
        await portal.SettleAllAsync(id, school.Administrator, school.Follower);
        pages.Add(await administrator.FillAsync($"{path}/complete"));
        Assert.Contains("Completed", (await administrator.OpenAsync(path)).Text, StringComparison.Ordinal);

        foreach (var page in new[] { path, $"{path}/print", "/handovers", $"/accounts/{school.AccountId}", "/notifications" })
        {
            pages.Add(await administrator.OpenAsync(page));
        }

        pages.Add(await lead.OpenAsync(credential));
        pages.Add(await lead.OpenAsync($"/accounts/{school.AccountId}/vault/history"));
        PlantedSecret.AssertNowhere(await former.SearchAsync(portal, pages));
        PlantedSecret.AssertNowhere(await current.SearchAsync(portal, pages));

        // The search finds them where they are meant to be: in what the vault gives back.
        var opened = await portal.UseAsync(async services =>
        {
            var database = services.GetRequiredService<SocialGovDbContext>();
            var cipher = services.GetRequiredService<SecretCipher>();
            var stored = (await database.Credentials.FindAsync(int.Parse(credential.Split('/')[^1], CultureInfo.InvariantCulture)))!;
            return cipher.Unprotect(stored.PlaceOf(SecretKind.Password, 2), stored.Current(SecretKind.Password)!.Ciphertext).Value;
        });
        Assert.NotEmpty(current.SearchText("what was opened", opened));
    }
}
