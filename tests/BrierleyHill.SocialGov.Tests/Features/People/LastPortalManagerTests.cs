using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.People;

public sealed class LastPortalManagerTests
{
    [Fact]
    public async Task The_last_portal_manager_loses_neither_role_nor_access()
    {
        await using var portal = new PortalFactory();
        var (last, client) = await portal.PersonAsync(Roles.PortalManager | Roles.SeniorLeader);

        var roles = await client.FillAsync($"/people/{last.Id}/roles", ("Roles", "SeniorLeader"));
        var deactivated = await client.FillAsync($"/people/{last.Id}/deactivate", ("Reason", "Leaving"));

        Assert.All([roles, deactivated], page =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal([PeopleErrors.LastPortalManager.Message], page.Errors);
        });
        Assert.Equal("Leaving", deactivated.ValueOf("Reason"));
        Assert.Equal(1, await CountAsync(portal));
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("deactivate")]
    public async Task Two_who_remove_each_other_at_once_leave_one(string action)
    {
        await using var portal = new PortalFactory();
        for (var round = 0; round < 6; round++)
        {
            await portal.UseDatabaseAsync(database => database.People.ExecuteUpdateAsync(change => change.SetProperty(person => person.Roles, Roles.None)));
            var (first, firstClient) = await portal.PersonAsync(Roles.PortalManager);
            var (second, secondClient) = await portal.PersonAsync(Roles.PortalManager);
            var firstForm = await firstClient.OpenAsync($"/people/{second.Id}/{action}");
            var secondForm = await secondClient.OpenAsync($"/people/{first.Id}/{action}");

            var pages = await Task.WhenAll(SendAsync(firstClient, firstForm), SendAsync(secondClient, secondForm));

            Assert.Equal(1, await CountAsync(portal));
            Assert.Single(pages, page => page.Location == $"/people/{(page == pages[0] ? second : first).Id}");
        }
    }

    private static Task<Page> SendAsync(PortalClient client, Page form) => form.Path.EndsWith("roles", StringComparison.Ordinal)
        ? client.SubmitClearedAsync(form, "Roles")
        : client.SubmitAsync(form, ("Reason", "Race"));

    private static Task<int> CountAsync(PortalFactory portal) => portal.UseDatabaseAsync(database => database.People.CountAsync(person =>
        person.Status == PersonStatus.Active && (person.Roles & Roles.PortalManager) == Roles.PortalManager));
}
