using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>A senior leader changes whom an account is for, or whether it is open.</summary>
[Trait("Clause", "SLT-6")]
public class ChangeAgreementTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(SocialMediaAccount Account, Person Lead)> AccountAsync(Person? lead = null)
    {
        var runs = lead ?? await portal.AddPersonAsync();
        var id = await portal.AddApplicationAsync(
            await portal.AddPersonAsync(), runs, await portal.AddPersonAsync(), ApplicationStatus.Approved, await portal.AddPersonAsync(Roles.SeniorLeader), "Chess Club");
        return (await SavedAsync(id), runs);
    }

    private Task<SocialMediaAccount> SavedAsync(int applicationId) =>
        portal.UseDatabaseAsync(database => database.Accounts.AsNoTracking().SingleAsync(account => account.ApplicationId == applicationId));

    [Fact]
    public async Task It_is_saved_with_its_reason_and_whoever_runs_the_account_is_told()
    {
        var (account, lead) = await AccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FollowAsync(await leader.FillAsync(
            $"/accounts/{account.Id}/change", ("Form.Audience", "Everybody nearby."), ("Form.Openness", "Open"), ("Form.Because", "Asked for by parents.")));

        Assert.Contains("The change is saved.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Everybody nearby.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Asked for by parents.", page.Text, StringComparison.Ordinal);
        await portal.UseDatabaseAsync(async database =>
        {
            Assert.Contains(
                await database.Notifications.Where(notification => notification.PersonId == lead.Id).Select(notification => notification.Text).ToListAsync(),
                text => text.Contains("has been changed", StringComparison.Ordinal));
            var email = await database.OutgoingEmails.OrderBy(sent => sent.Id).LastAsync(sent => sent.PersonId == lead.Id);
            Assert.Equal($"{account.Reference}: what was agreed has changed", email.Subject);
            Assert.Equal(1, await database.AuditEvents.CountAsync(line => line.Name == nameof(AccountMateriallyChanged) && line.RecordId == account.Id));
        });
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_asked_again_and_nothing_typed_is_lost()
    {
        var (account, _) = await AccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.FillAsync($"/accounts/{account.Id}/change", ("Form.Audience", "<b>Everybody</b>"), ("Form.Openness", "Open"), ("Form.Because", ""));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Enter why you change it. It stays on the record."], page.Errors);
        Assert.Equal("<b>Everybody</b>", page.ValueOf("Form.Audience"));

        page = await leader.FillAsync($"/accounts/{account.Id}/change", ("Form.Audience", new string('x', 2001)), ("Form.Because", "Why"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(new string('x', 2001), page.ValueOf("Form.Audience"));
        Assert.Equal(account.Audience, (await SavedAsync(account.ApplicationId)).Audience);
    }

    [Fact]
    public async Task The_second_of_two_leaders_is_told_and_keeps_what_was_typed()
    {
        var (account, _) = await AccountAsync();
        var ((_, first), (_, second)) = (await portal.PersonAsync(Roles.SeniorLeader), await portal.PersonAsync(Roles.SeniorLeader));
        var open = await second.OpenAsync($"/accounts/{account.Id}/change");
        await first.FillAsync($"/accounts/{account.Id}/change", ("Form.Audience", "Families."), ("Form.Because", "First."));

        var page = await second.SubmitAsync(open, ("Form.Audience", "Neighbours."), ("Form.Because", "Second."));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Neighbours.", page.ValueOf("Form.Audience"));
        Assert.Equal("Families.", (await SavedAsync(account.ApplicationId)).Audience);
    }

    [Fact]
    public async Task Sent_twice_it_changes_once()
    {
        var (account, _) = await AccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var form = await leader.OpenAsync($"/accounts/{account.Id}/change");

        await leader.SubmitAsync(form, ("Form.Audience", "Families."), ("Form.Because", "Once."));
        var again = await leader.SubmitAsync(form, ("Form.Audience", "Families."), ("Form.Because", "Once."));

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(
            line => line.Name == nameof(AccountMateriallyChanged) && line.RecordId == account.Id)));
    }

    [Fact]
    public async Task A_leader_who_runs_the_account_is_refused_and_offered_nothing()
    {
        var leads = await portal.AddPersonAsync(Roles.SeniorLeader);
        var (account, _) = await AccountAsync(leads);
        var client = await portal.SignInAsync(leads);

        Assert.DoesNotContain("Change the audience", (await client.OpenAsync($"/accounts/{account.Id}")).Text, StringComparison.Ordinal);
        var page = await client.GetAsync($"/accounts/{account.Id}/change");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("You run this account", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/accounts/999999/change")).Status);
    }
}
