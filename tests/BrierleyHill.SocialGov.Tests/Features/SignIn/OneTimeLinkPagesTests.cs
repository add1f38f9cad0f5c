using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

public sealed class OneTimeLinkPagesTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private const string NewPassword = "orange kettle tractor";

    [Fact]
    public async Task An_invitation_sets_the_password_signs_in_and_welcomes()
    {
        var (id, link) = await InviteAsync();
        var client = portal.Anonymous();
        var page = await client.OpenAsync(link);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString().Split(", ").Single(part => part == "no-store"));
        // Opening it, as a mail scanner does, uses nothing up.
        await client.OpenAsync(link);

        var accepted = await client.SubmitAsync(page, ("NewPassword", NewPassword));

        Assert.Equal("/", accepted.Location);
        Assert.True(await client.IsSignedInAsync());
        Assert.Equal(["PersonInvited", "InvitationAccepted", "SignedIn"], await portal.EventsOfAsync(id));
        var again = await portal.Anonymous().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("ask a portal manager to invite you again", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_runs_out_after_seven_days()
    {
        var (id, link) = await InviteAsync();
        var client = portal.Anonymous();
        var page = await client.OpenAsync(link);
        portal.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await client.SubmitAsync(page, ("NewPassword", NewPassword))).Status);
        Assert.False(await client.IsSignedInAsync());
        Assert.Equal(["PersonInvited"], await portal.EventsOfAsync(id));
    }

    [Fact]
    public async Task A_weak_password_does_not_use_the_invitation_up()
    {
        var (_, link) = await InviteAsync();
        var client = portal.Anonymous();
        var weak = await client.FillAsync(link, ("NewPassword", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.Status);
        Assert.Equal([PasswordRules.TooShort.Message], weak.Errors);
        Assert.Equal("/", (await client.SubmitAsync(weak, ("NewPassword", NewPassword))).Location);
    }

    [Fact]
    public async Task Of_two_uses_of_an_invitation_at_once_one_wins()
    {
        var (id, link) = await InviteAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var client = portal.Anonymous();
            return (Client: client, Page: await client.OpenAsync(link));
        }));

        var answers = await Task.WhenAll(pages.Select(opened => opened.Client.SubmitAsync(opened.Page, ("NewPassword", NewPassword))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
        Assert.Equal(1, (await portal.EventsOfAsync(id)).Count(name => name == "InvitationAccepted"));
    }

    [Theory]
    [InlineData("/invitation/")]
    [InlineData("/reset-password/")]
    public async Task A_link_that_never_was_says_what_to_do(string path)
    {
        var page = await portal.Anonymous().GetAsync(path + new string('0', 64));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("This link does not work any more", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_works_for_its_own_purpose_alone()
    {
        var (_, link) = await InviteAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Anonymous().GetAsync(link.Replace("invitation", "reset-password", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_reset_sets_a_new_password_once_and_ends_every_session()
    {
        var person = await AddAsync();
        var there = await portal.SignInAsync(person);
        var link = await RequestAsync(person);
        var client = portal.Anonymous();

        Assert.Equal("/", (await client.FillAsync(link, ("NewPassword", NewPassword))).Location);

        Assert.True(await client.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Anonymous().TrySignInAsync(person.EmailAddress, NewPassword)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(link)).Status);
        Assert.Contains("PasswordReset", await portal.EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task A_newer_reset_link_ends_the_older_one()
    {
        var person = await AddAsync();
        var older = await RequestAsync(person);
        var newer = await RequestAsync(person);
        Assert.NotEqual(older, newer);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(older)).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Anonymous().GetAsync(newer)).Status);
    }

    [Fact]
    public async Task A_reset_link_runs_out_after_an_hour()
    {
        var person = await AddAsync();
        var link = await RequestAsync(person);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Gone, (await portal.Anonymous().GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_reset_lifts_a_lock()
    {
        var person = await AddAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await portal.Anonymous().TrySignInAsync(person.EmailAddress, "wrong");
        }

        await portal.Anonymous().FillAsync(await RequestAsync(person), ("NewPassword", NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Anonymous().TrySignInAsync(person.EmailAddress, NewPassword)).Status);
    }

    [Fact]
    public async Task The_answer_is_the_same_to_the_byte_whether_or_not_somebody_has_the_address()
    {
        var active = await AddAsync();
        var (invited, _) = await InviteAsync();
        var invitedAddress = await portal.UseDatabaseAsync(database => database.People.Where(person => person.Id == invited).Select(person => person.EmailAddress).SingleAsync());
        var mailsBefore = (await portal.MailsToAsync(invited)).Count;

        var unknown = await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", "nobody@school.example"));
        Assert.Equal(HttpStatusCode.OK, unknown.Status);
        foreach (var address in new[] { active.EmailAddress, invitedAddress, "not an address" })
        {
            var answer = await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", address));
            Assert.Equal(unknown.Status, answer.Status);
            Assert.Equal(unknown.WithoutTokens(), answer.WithoutTokens());
        }

        Assert.Single(await portal.MailsToAsync(active.Id));
        Assert.Equal(mailsBefore, (await portal.MailsToAsync(invited)).Count);
    }

    [Fact]
    public async Task A_stranger_cannot_fill_a_mailbox()
    {
        var person = await AddAsync();
        for (var request = 0; request < 8; request++)
        {
            await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", person.EmailAddress));
        }

        Assert.Equal(5, (await portal.MailsToAsync(person.Id)).Count);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", person.EmailAddress));
        Assert.Equal(6, (await portal.MailsToAsync(person.Id)).Count);
    }

    [Fact]
    public async Task No_secret_of_a_link_reaches_log_audit_or_the_open_text_of_the_database()
    {
        var person = await AddAsync();
        var link = await RequestAsync(person);
        var token = link[(link.LastIndexOf('/') + 1)..];
        await portal.Anonymous().FillAsync(link, ("NewPassword", NewPassword));
        await portal.Anonymous().GetAsync(link);

        Assert.DoesNotContain(token, portal.Log(), StringComparison.Ordinal);
        await portal.UseDatabaseAsync(async database =>
        {
            Assert.DoesNotContain(await database.AuditEvents.ToListAsync(), line => $"{line.Reason}{line.Changes}".Contains(token, StringComparison.Ordinal));
            Assert.DoesNotContain(await database.OneTimeLinks.ToListAsync(), kept => kept.TokenHash == token);
            Assert.DoesNotContain(await database.OutgoingEmails.ToListAsync(), mail => mail.ProtectedBody.Contains(token, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task In_development_alone_demonstration_people_have_a_one_click_way_in()
    {
        await using var development = new PortalFactory("Development", new Dictionary<string, string>());
        var (demonstration, other) = await development.UseDatabaseAsync(async database =>
        {
            var made = new[] { "dora@brierleyhill.example", "real@school.example" }.Select(address =>
            {
                var person = Person.Invite(new PersonDetails("Dora", "Demo", address, Affiliation.Governor), Roles.SeniorLeader, PeopleActors.CommandLine, development.Now).Value;
                Assert.False(person.AcceptInvitation(development.Now).IsRefused);
                return person;
            }).ToArray();
            database.People.AddRange(made);
            await database.SaveChangesAsync();
            database.Users.AddRange(made.Select(person => new Web.Data.SignInAccount(person.Id)));
            await database.SaveChangesAsync();
            return (made[0], made[1]);
        });
        var client = development.Anonymous();
        var page = await client.OpenAsync("/sign-in");
        Assert.Contains("only in the Development environment", page.Text, StringComparison.Ordinal);
        Assert.Contains("Governor, Senior leader", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.EmailAddress, page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/sign-in/demonstration", [new("personId", $"{demonstration.Id}")])).Status);
        const string form = "form[action='/sign-in/demonstration']";
        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitFormAsync(page, form, ("personId", $"{other.Id}"))).Status);
        Assert.Equal("/", (await client.SubmitFormAsync(page, form)).Location);
        Assert.Contains("dora@brierleyhill.example", (await client.OpenAsync("/people/me")).Text, StringComparison.Ordinal);
    }

    private async Task<Person> AddAsync()
    {
        var person = await portal.AddPersonAsync();
        await portal.GivePasswordAsync(person);
        return person;
    }

    private async Task<(int Id, string Link)> InviteAsync()
    {
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager);
        var invited = await manager.FillAsync(
            "/people/invite",
            ("Forename", "Ingrid"), ("Surname", "Ivy"), ("EmailAddress", $"{Guid.NewGuid():N}@school.example"), ("Affiliation", "Volunteer"));
        var id = int.Parse(invited.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        return (id, await portal.LatestLinkAsync(id));
    }

    private async Task<string> RequestAsync(Person person)
    {
        await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", person.EmailAddress));
        return await portal.LatestLinkAsync(person.Id);
    }
}
