using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>An administrator verifies an account on its platform.</summary>
[Trait("Clause", "ADM-2")]
[Trait("Clause", "ADM-4")]
[Trait("Clause", "BEH-2")]
public class VerifyPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly (string, string)[] AllRight =
        [("Form.Address", "true"), ("Form.Settings", "true"), ("Form.Access", "true"), ("Form.Recovery", "true")];

    private static (string, string)[] Wrong(string point, string note) =>
        [.. AllRight.Where(answer => answer.Item1 != $"Form.{point}"), ($"Form.{point}", "false"), ($"Form.{point}Note", note)];

    private Task<SocialMediaAccount> SavedAsync(int id) =>
        portal.UseDatabaseAsync(database => database.Accounts.AsNoTracking().SingleAsync(account => account.Id == id));

    private Task<int> ToldOfFindingsAsync(Person person, SocialMediaAccount about) => portal.UseDatabaseAsync(database =>
        database.Notifications.CountAsync(told => told.PersonId == person.Id && told.Reference == about.Reference && told.Text.Contains("not as it should be")));

    [Fact]
    public async Task Its_deputy_verifies_it_and_nobody_is_disturbed()
    {
        var (deputy, client) = await portal.PersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var account = await portal.AddLiveAccountAsync(deputy: deputy);

        var open = await client.OpenAsync($"/accounts/{account.Id}/verify");
        Assert.Equal("noreferrer noopener external", open.Document.QuerySelector($"main a[href='{account.WebAddress}']")?.GetAttribute("rel"));
        var page = await client.FollowAsync(await client.SubmitAsync(open, [.. AllRight, ("Form.AddressNote", "Opened on the office computer.")]));

        Assert.Contains("Everything is as it should be.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Opened on the office computer.", page.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 9, 6), (await SavedAsync(account.Id)).VerificationDueOn);
        Assert.Equal(0, await ToldOfFindingsAsync(leader, account));
    }

    [Fact]
    public async Task A_finding_is_told_to_administrators_and_leaders_and_stays_visible_until_it_is_put_right()
    {
        var (lead, client) = await portal.PersonAsync();
        var deputy = await portal.AddPersonAsync();
        var (leader, administrator, other) = (await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync(Roles.Administrator), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead, deputy);

        var page = await client.FollowAsync(await client.FillAsync($"/accounts/{account.Id}/verify", Wrong("Recovery", "An old telephone number")));

        Assert.Contains("An old telephone number", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            (1, 1, 1, 0, 0),
            (await ToldOfFindingsAsync(deputy, account), await ToldOfFindingsAsync(leader, account), await ToldOfFindingsAsync(administrator, account),
                await ToldOfFindingsAsync(lead, account), await ToldOfFindingsAsync(other, account)));
        var email = await portal.UseDatabaseAsync(database => database.OutgoingEmails.OrderBy(sent => sent.Id).LastAsync(sent => sent.PersonId == leader.Id));
        Assert.DoesNotContain("telephone", email.Subject, StringComparison.Ordinal);

        // Everybody sees that something is open; what it is, is not everybody's.
        var seen = await (await portal.SignInAsync(other)).OpenAsync($"/accounts/{account.Id}");
        Assert.Contains("Verified with findings", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("telephone", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("recovery", seen.Text, StringComparison.OrdinalIgnoreCase);
        var leaders = await portal.SignInAsync(leader);
        Assert.Contains(account.Reference, (await leaders.OpenAsync("/accounts/reviews?When=SomethingOpen&What=Verification")).Text, StringComparison.Ordinal);
        Assert.Contains("An old telephone number", (await client.OpenAsync($"/accounts/{account.Id}/verify")).Text, StringComparison.Ordinal);

        await client.FillAsync($"/accounts/{account.Id}/verify", AllRight);
        Assert.DoesNotContain("Verified with findings", (await leaders.OpenAsync($"/accounts/{account.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_again_and_nothing_typed_is_lost()
    {
        var (lead, client) = await portal.PersonAsync();
        var account = await portal.AddLiveAccountAsync(lead);

        var page = await client.FillAsync($"/accounts/{account.Id}/verify", Wrong("Access", ""));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Only the people assigned to it can get in: enter what is not as it should be."], page.Errors);
        Assert.Equal("false", page.ValueOf("Form.Access"), ignoreCase: true);

        page = await client.FillAsync($"/accounts/{account.Id}/verify", ("Form.Address", "true"), ("Form.SettingsNote", "<i>half</i>"));
        Assert.Equal("The settings are as agreed: choose yes or no.", Assert.Single(page.Errors));
        Assert.Equal("<i>half</i>", page.ValueOf("Form.SettingsNote"));

        page = await client.FillAsync($"/accounts/{account.Id}/verify", Wrong("Access", new string('x', 2001)));
        Assert.Equal((HttpStatusCode.BadRequest, new string('x', 2001)), (page.Status, page.ValueOf("Form.AccessNote")));
        Assert.Empty((await SavedAsync(account.Id)).Verifications);
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_sent_twice_it_is_one()
    {
        var (lead, first) = await portal.PersonAsync();
        var (deputy, second) = await portal.PersonAsync();
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        var stale = await second.OpenAsync($"/accounts/{account.Id}/verify");
        var form = await first.OpenAsync($"/accounts/{account.Id}/verify");
        await first.SubmitAsync(form, AllRight);

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(form, AllRight)).Status);
        var page = await second.SubmitAsync(stale, Wrong("Settings", "Tagging is on."));

        Assert.Equal((HttpStatusCode.Conflict, "Tagging is on."), (page.Status, page.ValueOf("Form.SettingsNote")));
        Assert.Single((await SavedAsync(account.Id)).Verifications);
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.DataProtectionOfficer)]
    public async Task Nobody_else_verifies_it(Roles roles)
    {
        var (person, client) = await portal.PersonAsync(roles);
        // The administrator of another account.
        await portal.AddLiveAccountAsync(person);
        var account = await portal.AddLiveAccountAsync();

        var page = await client.GetAsync($"/accounts/{account.Id}/verify");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Only an administrator can verify an account", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/accounts/999999/verify")).Status);
    }
}
