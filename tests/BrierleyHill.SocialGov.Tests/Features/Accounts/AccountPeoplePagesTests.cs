using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>Administrators and senior leaders say who looks after an account, and everybody concerned is told.</summary>
[Trait("Clause", "BC-4")]
[Trait("Clause", "STF-1")]
public class AccountPeoplePagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static string Number(Person person) => person.Id.ToString(CultureInfo.InvariantCulture);

    private Task<List<string>> ToldAsync(Person person) => portal.UseDatabaseAsync(database =>
        database.Notifications.Where(one => one.PersonId == person.Id).OrderBy(one => one.Id).Select(one => one.Text).ToListAsync());

    [Fact]
    [Trait("Clause", "SLT-7")]
    public async Task Readiness_is_shown_before_somebody_is_chosen_and_all_concerned_are_told()
    {
        var (lead, deputy, ready, unready) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync());
        await portal.MakeReadyAsync(ready);
        var id = await portal.AddAccountAsync(lead, deputy, "Cricket News");
        var (self, administrator) = await portal.PersonAsync(Roles.Administrator);

        var page = await administrator.OpenAsync($"/accounts/{id}/people");
        var choices = page.Document.QuerySelectorAll("select[name='Form.PersonId'] option").ToDictionary(one => one.GetAttribute("value") ?? "", one => one.TextContent.Trim());
        Assert.Equal($"{ready.FullName}: ready", choices[Number(ready)]);
        Assert.Equal($"{unready.FullName}: not ready, policy not acknowledged, not trained", choices[Number(unready)]);
        Assert.DoesNotContain(Number(self), choices.Keys);

        var assigned = await administrator.FollowAsync(await administrator.SubmitAsync(page, ("Form.PersonId", Number(unready)), ("Form.Role", "DeputyAdministrator")));
        Assert.Contains("They are not ready yet", assigned.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssignmentRole.DeputyAdministrator, (await portal.AccountAsync(id)).RoleOf(unready.Id));
        Assert.Contains(await ToldAsync(unready), text => text.StartsWith("You are now deputy administrator", StringComparison.Ordinal));
        Assert.Contains(await ToldAsync(lead), text => text.StartsWith($"{unready.FullName} is now deputy administrator", StringComparison.Ordinal));
        Assert.Contains(await ToldAsync(deputy), text => text.Contains(unready.FullName, StringComparison.Ordinal));
        Assert.Empty(await ToldAsync(self));
        var mails = await portal.UseDatabaseAsync(database => database.OutgoingEmails.Where(one => one.PersonId == lead.Id).Select(one => one.Subject).ToListAsync());
        Assert.Contains(mails, subject => subject.EndsWith("who looks after the account has changed", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, subject => subject.Contains(unready.Surname, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ending_needs_a_reason_and_tells_the_person_and_the_administrators()
    {
        var (id, lead, deputy) = await portal.AddAccountMadeLiveAsync("Netball News");
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var path = $"/accounts/{id}/people/{deputy.Id}/end";

        var page = await leader.OpenAsync(path);
        Assert.Contains("left with one ready administrator", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Enter why the assignment ends. It stays on the record."], (await leader.SubmitAsync(page)).Errors);
        var done = await leader.FollowAsync(await leader.FillAsync(path, ("Form.Because", "Moved to another class.")));

        Assert.Contains("One thing has to be put right", done.Text, StringComparison.Ordinal);
        Assert.Contains("Moved to another class.", done.Text, StringComparison.Ordinal);
        Assert.Contains(await ToldAsync(deputy), text => text.StartsWith("You do not look after the account", StringComparison.Ordinal));
        Assert.Contains(await ToldAsync(lead), text => text.StartsWith($"{deputy.FullName} does not look after", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await leader.GetAsync(path)).Status);
        Assert.DoesNotContain("Moved to another class.", portal.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_end_their_own_assignment_and_nobody_elses()
    {
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var id = await portal.AddAccountAsync(lead, deputy, "Rugby News");
        var client = await portal.SignInAsync(deputy);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/accounts/{id}/people/{lead.Id}/end")).Status);
        Assert.NotNull((await client.OpenAsync($"/accounts/{id}")).Document.QuerySelector($"main a[href='/accounts/{id}/people/{deputy.Id}/end']"));
        var done = await client.FillAsync($"/accounts/{id}/people/{deputy.Id}/end", ("Form.Because", "No time."));

        Assert.Equal($"/accounts/{id}", done.Location);
        Assert.Null((await portal.AccountAsync(id)).RoleOf(deputy.Id));
    }

    [Fact]
    public async Task Nobody_assigns_themselves_nobody_who_left_and_nobody_twice()
    {
        var lead = await portal.AddPersonAsync();
        var id = await portal.AddAccountAsync(lead, name: "Tennis News");
        var (self, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        async Task<Page> Assign(string person, string role) => await leader.FillAsync($"/accounts/{id}/people", ("Form.PersonId", person), ("Form.Role", role));

        Assert.StartsWith("You cannot give yourself an account.", Assert.Single((await Assign(Number(self), "Poster")).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Choose somebody from the directory", Assert.Single((await Assign("999999", "Poster")).Errors), StringComparison.Ordinal);
        Assert.StartsWith("This person already does exactly this", Assert.Single((await Assign(Number(lead), "LeadAdministrator")).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Choose what the person does", Assert.Single((await Assign(Number(lead), "")).Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assign(Number(lead), "Owner")).Status);
        Assert.Equal(2, (await portal.AccountAsync(id)).Assignments.Count);
    }

    [Fact]
    public async Task Two_at_once_one_stands_and_the_other_is_told()
    {
        var id = await portal.AddAccountAsync(name: "Hockey News");
        var (one, two) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var ((_, first), (_, second)) = (await portal.PersonAsync(Roles.Administrator), await portal.PersonAsync(Roles.SeniorLeader));
        var (openFirst, openSecond) = (await first.OpenAsync($"/accounts/{id}/people"), await second.OpenAsync($"/accounts/{id}/people"));

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(openFirst, ("Form.PersonId", Number(one)), ("Form.Role", "Poster"))).Status);
        var late = await second.SubmitAsync(openSecond, ("Form.PersonId", Number(two)), ("Form.Role", "Poster"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(Number(two), late.ValueOf("Form.PersonId"));
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync(late)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(openFirst, ("Form.PersonId", Number(one)), ("Form.Role", "Poster"))).Status);
        Assert.Equal(1, (await portal.AccountAsync(id)).Assignments.Count(assignment => assignment.PersonId == one.Id));
    }

    [Theory]
    [Trait("Clause", "ADM-3")]
    [InlineData(Roles.None, false)]
    [InlineData(Roles.PortalManager, false)]
    [InlineData(Roles.DataProtectionOfficer, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.SeniorLeader, true)]
    public async Task The_sign_in_details_are_linked_for_whoever_may_open_them(Roles roles, bool linked)
    {
        var (id, lead, _) = await portal.AddAccountMadeLiveAsync("Judo News");
        var waiting = await portal.AddAccountAsync(name: "Rowing News");
        var (_, reader) = await portal.PersonAsync(roles);
        async Task<bool> Links(PortalClient client, int account) => (await client.OpenAsync($"/accounts/{account}")).Document.QuerySelector($"main a[href='/accounts/{account}/vault']") is not null;

        Assert.Equal(linked, await Links(reader, id));
        Assert.Equal(linked || roles == Roles.Administrator, await Links(reader, waiting));
        var own = await portal.SignInAsync(lead);
        Assert.True(await Links(own, id));
        Assert.False(await Links(own, waiting));
    }
}
