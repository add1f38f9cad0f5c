using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.People;

public sealed class PeopleTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Trait("Clause", "STF-1")]
    [Theory]
    [InlineData(Roles.None, false, false)]
    [InlineData(Roles.DataProtectionOfficer, false, false)]
    [InlineData(Roles.SeniorLeader, true, false)]
    [InlineData(Roles.Administrator, true, false)]
    [InlineData(Roles.PortalManager, true, true)]
    public async Task Leaders_and_administrators_read_the_directory_and_portal_managers_change_it(Roles roles, bool reads, bool changes)
    {
        var other = await portal.AddPersonAsync();
        var (_, client) = await portal.PersonAsync(roles);
        foreach (var path in new[] { "/people", $"/people/{other.Id}" })
        {
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetAsync(path)).Status);
        }

        foreach (var action in new[] { "edit", "roles", "leaving-date", "deactivate", "reactivate" })
        {
            Assert.Equal(changes ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetAsync($"/people/{other.Id}/{action}")).Status);
            if (!changes)
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"/people/{other.Id}/{action}", [])).Status);
            }
        }

        Assert.Equal(changes ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetAsync("/people/invite")).Status);
        var own = await client.OpenAsync("/people/me");
        Assert.Contains("Your sign-in", own.Text, StringComparison.Ordinal);
        if (reads)
        {
            var details = await client.OpenAsync($"/people/{other.Id}");
            Assert.Equal(changes, details.Text.Contains("History", StringComparison.Ordinal));
            Assert.Equal(changes, details.Document.QuerySelector($"a[href='/people/{other.Id}/roles']") is not null);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/roles")]
    [InlineData("/leaving-date")]
    [InlineData("/deactivate")]
    [InlineData("/reactivate")]
    public async Task Somebody_unknown_is_not_found(string action)
    {
        var (_, manager) = await ManagerAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/people/999999" + action)).Status);
    }

    [Fact]
    public async Task An_invitation_is_saved_audited_and_sent_with_no_detail_beyond_its_link()
    {
        var (manager, client) = await ManagerAsync();
        var address = Address();
        var invited = await client.FillAsync(
            "/people/invite",
            ("Forename", " Greta "), ("Surname", "Gorse"), ("EmailAddress", address), ("Affiliation", "Governor"), ("Roles", "SeniorLeader"), ("Roles", "Administrator"));
        var page = await client.FollowAsync(invited);

        Assert.Contains("The invitation is on its way", page.Text, StringComparison.Ordinal);
        Assert.Contains("Greta Gorse", page.Text, StringComparison.Ordinal);
        Assert.Contains("Senior leader, Administrator", page.Text, StringComparison.Ordinal);
        Assert.Contains("Invited a person", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(manager.FullName, page.Text, StringComparison.Ordinal);
        var mail = Assert.Single(await portal.MailsToAsync(IdOf(invited)));
        Assert.DoesNotContain("Gorse", mail.Subject + mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("leader", mail.Subject + mail.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("https://localhost/invitation/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_with_nothing_filled_in_or_too_much_keeps_what_was_typed()
    {
        var (_, client) = await ManagerAsync();
        var empty = await client.FillAsync("/people/invite");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Choose how they belong to the school.", empty.Errors);

        var longName = new string('g', Person.NameMaximumLength + 1);
        var tooLong = await client.FillAsync(
            "/people/invite", ("Forename", longName), ("Surname", "Gorse"), ("EmailAddress", Address()), ("Affiliation", "Parent"), ("Roles", "Administrator"));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal([PeopleErrors.NameTooLong.Message], tooLong.Errors);
        Assert.Equal(longName, tooLong.ValueOf("Forename"));
        Assert.Equal("Gorse", tooLong.ValueOf("Surname"));
        Assert.Equal("Parent", tooLong.ValueOf("Affiliation"));
        Assert.Equal("Administrator", tooLong.ValueOf("Roles"));
    }

    [Theory]
    [InlineData("Roles", "32")]
    [InlineData("Roles", "Headteacher")]
    [InlineData("Affiliation", "Pupil")]
    [InlineData("Affiliation", "77")]
    public async Task A_forged_choice_invites_nobody(string field, string value)
    {
        var (_, client) = await ManagerAsync();
        var address = Address();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Forename"] = "Greta", ["Surname"] = "Gorse", ["EmailAddress"] = address, ["Affiliation"] = "Parent", [field] = value,
        };
        var refused = await client.FillAsync("/people/invite", [.. answers.Select(answer => (answer.Key, answer.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors);
        Assert.False(await portal.UseDatabaseAsync(database => database.People.AnyAsync(person => person.EmailAddress == address)));
    }

    [Fact]
    public async Task An_address_is_somebodys_once_whatever_its_capitals()
    {
        var (_, client) = await ManagerAsync();
        var taken = await portal.AddPersonAsync();
        var invited = await client.FillAsync(
            "/people/invite", ("Forename", "Greta"), ("Surname", "Gorse"), ("EmailAddress", taken.EmailAddress.ToUpperInvariant()), ("Affiliation", "Parent"));
        Assert.Equal(HttpStatusCode.BadRequest, invited.Status);
        Assert.Equal([PeopleErrors.EmailAddressTaken.Message], invited.Errors);
        Assert.Equal("Greta", invited.ValueOf("Forename"));

        var other = await portal.AddPersonAsync();
        var corrected = await client.FillAsync($"/people/{other.Id}/edit", ("EmailAddress", taken.EmailAddress), ("Surname", "Heather"));
        Assert.Equal([PeopleErrors.EmailAddressTaken.Message], corrected.Errors);
        Assert.Equal("Heather", corrected.ValueOf("Surname"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var (_, client) = await ManagerAsync();
        const string hostile = "<script>alert(1)</script>\u202Eevil";
        var invited = await client.FillAsync(
            "/people/invite", ("Forename", hostile), ("Surname", "\"><img src=x>"), ("EmailAddress", Address()), ("Affiliation", "Parent"));
        var page = await client.FollowAsync(invited);
        Assert.Contains("<script>alert(1)</script>evil \"><img src=x>", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main img"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inviting_again_ends_the_older_link()
    {
        var (_, client) = await ManagerAsync();
        var id = await InviteAsync(client);
        var older = await portal.LatestLinkAsync(id);
        var again = await client.SubmitFormAsync(await client.OpenAsync($"/people/{id}"), $"form[action='/people/{id}/invite-again']");
        Assert.Contains("A new invitation is on its way", (await client.FollowAsync(again)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(older)).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Anonymous().GetAsync(await portal.LatestLinkAsync(id))).Status);

        var active = await portal.AddPersonAsync();
        var (_, token) = await TokenAsync(client);
        var refused = await client.PostAsync($"/people/{active.Id}/invite-again", [token]);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("not waiting for an invitation", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_address_ends_links_to_the_old_one_and_invites_at_the_new_one()
    {
        var (_, client) = await ManagerAsync();
        var id = await InviteAsync(client);
        var older = await portal.LatestLinkAsync(id);
        var corrected = await client.FillAsync($"/people/{id}/edit", ("EmailAddress", Address()));
        Assert.Contains("The details have been saved", (await client.FollowAsync(corrected)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(older)).Status);
        Assert.Equal(2, (await portal.MailsToAsync(id)).Count);
        Assert.Equal(HttpStatusCode.OK, (await portal.Anonymous().GetAsync(await portal.LatestLinkAsync(id))).Status);
    }

    [Fact]
    public async Task A_new_address_of_somebody_active_signs_in_from_then_on()
    {
        var (_, client) = await ManagerAsync();
        var person = await portal.AddPersonAsync();
        await portal.GivePasswordAsync(person);
        var address = Address();
        await client.FillAsync($"/people/{person.Id}/edit", ("EmailAddress", address));
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Anonymous().TrySignInAsync(address)).Status);
    }

    [Fact]
    public async Task A_role_holds_from_the_next_request_and_so_does_its_loss()
    {
        var (_, manager) = await ManagerAsync();
        var (person, client) = await portal.PersonAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/people")).Status);

        await manager.FillAsync($"/people/{person.Id}/roles", ("Roles", "SeniorLeader"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/people")).Status);

        await manager.SubmitClearedAsync(await manager.OpenAsync($"/people/{person.Id}/roles"), "Roles");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/people")).Status);
    }

    [Theory]
    [InlineData("32")]
    [InlineData("Headteacher")]
    public async Task A_forged_role_is_not_given(string role)
    {
        var (_, manager) = await ManagerAsync();
        var person = await portal.AddPersonAsync(Roles.Administrator);
        var refused = await manager.FillAsync($"/people/{person.Id}/roles", ("Roles", role));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(Roles.Administrator, await portal.UseDatabaseAsync(database => database.People.Where(known => known.Id == person.Id).Select(known => known.Roles).SingleAsync()));
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_is_told_and_loses_nothing()
    {
        var (_, manager) = await ManagerAsync();
        var person = await portal.AddPersonAsync();
        var stale = await manager.OpenAsync($"/people/{person.Id}/edit");
        await manager.FillAsync($"/people/{person.Id}/roles", ("Roles", "Administrator"));

        var told = await manager.SubmitAsync(stale, ("Surname", "Heather"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Somebody changed this", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Contains("How the record is now", told.Text, StringComparison.Ordinal);
        Assert.Contains("Administrator", told.Text, StringComparison.Ordinal);
        Assert.Equal("Heather", told.ValueOf("Surname"));
        var saved = await manager.SubmitAsync(told);
        Assert.Contains("Heather", (await manager.FollowAsync(saved)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31", "8", "2026", "31 August 2026")]
    [InlineData("1", "jan", "2020", "1 January 2020")]
    [InlineData("", "", "", "None recorded")]
    public async Task A_leaving_date_is_recorded_as_people_write_it(string day, string month, string year, string shown)
    {
        var (_, manager) = await ManagerAsync();
        var person = await portal.AddPersonAsync();
        var saved = await manager.FillAsync($"/people/{person.Id}/leaving-date", ("LeavingDate.Day", day), ("LeavingDate.Month", month), ("LeavingDate.Year", year));
        Assert.Contains(shown, (await manager.FollowAsync(saved)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31", "6", "2026")]
    [InlineData("31", "8", "2126")]
    [InlineData("31", "8", "")]
    [InlineData("31", "8", "26")]
    public async Task An_absurd_leaving_date_is_refused_and_kept(string day, string month, string year)
    {
        var (_, manager) = await ManagerAsync();
        var person = await portal.AddPersonAsync();
        var refused = await manager.FillAsync($"/people/{person.Id}/leaving-date", ("LeavingDate.Day", day), ("LeavingDate.Month", month), ("LeavingDate.Year", year));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Leaving date must", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(year, refused.ValueOf("LeavingDate.Year"));
    }

    [Fact]
    public async Task A_deactivation_ends_session_links_and_sign_in_until_the_person_is_let_back_in()
    {
        var (_, manager) = await ManagerAsync();
        var (person, client) = await portal.PersonAsync();
        await portal.GivePasswordAsync(person);
        client = await portal.SignInAsync(person);
        await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", person.EmailAddress));
        var link = await portal.LatestLinkAsync(person.Id);
        Assert.True(await client.IsSignedInAsync());

        var stamp = await StampAsync();
        var noReason = await manager.FillAsync($"/people/{person.Id}/deactivate");
        Assert.Equal([PeopleErrors.DeactivationReasonMissing.Message], noReason.Errors);
        var done = await manager.SubmitAsync(noReason, ("Reason", "Left the school"));

        Assert.Contains("Left the school", (await manager.FollowAsync(done)).Text, StringComparison.Ordinal);
        Assert.False(await client.IsSignedInAsync());
        Assert.NotEqual(stamp, await StampAsync());
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(link)).Status);
        Assert.False(await portal.UseDatabaseAsync(database => database.OneTimeLinks.AnyAsync(kept => kept.PersonId == person.Id && kept.EndedAt == null)));
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);

        await manager.FillAsync($"/people/{person.Id}/reactivate");
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        Assert.False(await client.IsSignedInAsync());
        var back = portal.Anonymous();
        await back.FillAsync(await portal.LatestLinkAsync(person.Id), ("NewPassword", "orange kettle tractor"));
        Assert.True(await back.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);

        Task<string?> StampAsync() => portal.UseDatabaseAsync(database =>
            database.Users.Where(account => account.Id == person.Id).Select(account => account.SecurityStamp).SingleAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nobody()
    {
        var (_, manager) = await ManagerAsync();
        var person = await portal.AddPersonAsync();
        foreach (var action in new[] { "edit", "roles", "leaving-date", "deactivate", "reactivate", "invite-again" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync($"/people/{person.Id}/{action}", [new("Reason", "x"), new("Version", "0")])).Status);
        }

        Assert.Equal(["PersonInvited", "InvitationAccepted"], await portal.EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_paged_and_counted()
    {
        await using var own = new PortalFactory();
        var (_, manager) = await own.PersonAsync(Roles.PortalManager, "Marta", "Manager");
        for (var number = 0; number < 30; number++)
        {
            await own.AddPersonAsync(number % 2 == 0 ? Roles.Administrator : Roles.None);
        }

        await own.AddPersonAsync(Roles.DataProtectionOfficer, "Zoë", "Ætherby");

        var all = await manager.OpenAsync("/people");
        Assert.Contains("Showing 1 to 25 of 32 people", all.Text, StringComparison.Ordinal);
        Assert.Contains("Showing 26 to 32 of 32 people", (await manager.OpenAsync("/people?page=2")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 15 of 15 people", (await manager.OpenAsync("/people?Role=Administrator")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 1 of 1 person", (await manager.OpenAsync("/people?Text=" + Uri.EscapeDataString("zoë æther"))).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody matches", (await manager.OpenAsync("/people?Text=%25")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody matches", (await manager.OpenAsync("/people?Status=Deactivated")).Text, StringComparison.Ordinal);
        Assert.Contains("of 32 people", (await manager.OpenAsync("/people?Status=Nonsense&sort=nonsense&page=-4")).Text, StringComparison.Ordinal);
        Assert.Equal("Marta Manager", (await manager.OpenAsync("/people?sort=name")).Document.QuerySelector("tbody th")?.TextContent);
        Assert.NotEqual("Marta Manager", (await manager.OpenAsync("/people?sort=name&direction=descending")).Document.QuerySelector("tbody th")?.TextContent);
    }

    [Fact]
    public async Task The_command_line_makes_a_portal_manager_whatever_the_person_was_before()
    {
        var active = await portal.AddPersonAsync(Roles.SeniorLeader);
        await MakeAsync(active.EmailAddress, "/reset-password/");
        Assert.Equal(Roles.SeniorLeader | Roles.PortalManager, await RolesOfAsync(active.EmailAddress));

        var address = Address();
        var first = await MakeAsync(address, "/invitation/");
        var second = await MakeAsync(address, "/invitation/");
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(first)).Status);
        var client = portal.Anonymous();
        await client.FillAsync(second, ("NewPassword", "orange kettle tractor"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/people/invite")).Status);

        var wrong = await portal.UseAsync(services => services.GetRequiredService<MakePortalManager>().RunAsync("nonsense", "A", "B", takeAwaySecondFactor: false, default));
        Assert.Equal(PeopleErrors.EmailAddressWrong, wrong.Error);
        var audit = await portal.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.Name == "PortalManagerLinkMade").ToListAsync());
        Assert.Equal(3, audit.Count);
        Assert.All(audit, line => Assert.Equal("Command line", line.ActorName));
    }

    private async Task<string> MakeAsync(string address, string path)
    {
        var made = await portal.UseAsync(services => services.GetRequiredService<MakePortalManager>().RunAsync(address, "Olive", "Oak", takeAwaySecondFactor: false, default));
        Assert.StartsWith("https://localhost" + path, made.Value.Link, StringComparison.Ordinal);
        return new Uri(made.Value.Link).AbsolutePath;
    }

    private Task<Roles> RolesOfAsync(string address) => portal.UseDatabaseAsync(database =>
        database.People.Where(person => person.EmailAddress == address).Select(person => person.Roles).SingleAsync());

    private Task<(Person Person, PortalClient Client)> ManagerAsync() => portal.PersonAsync(Roles.PortalManager);

    private static string Address() => $"{Guid.NewGuid():N}@school.example";

    private static int IdOf(Page redirect) => int.Parse(redirect.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<int> InviteAsync(PortalClient manager) => IdOf(await manager.FillAsync(
        "/people/invite", ("Forename", "Ingrid"), ("Surname", "Ivy"), ("EmailAddress", Address()), ("Affiliation", "Volunteer")));

    private static async Task<(Page Page, KeyValuePair<string, string> Token)> TokenAsync(PortalClient client)
    {
        var page = await client.OpenAsync("/people/me");
        return (page, new("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!));
    }
}
