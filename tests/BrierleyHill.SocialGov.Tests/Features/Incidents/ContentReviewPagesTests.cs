using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

[Trait("Clause", "SLT-3")]
public sealed class ContentReviewPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static (string Name, string Value)[] View(string saw, string conclusion = "BreaksPolicy") =>
    [
        ("Form.Saw", saw), ("Form.Where", "In the group."),
        ("Form.SeenOn.Day", "10"), ("Form.SeenOn.Month", "3"), ("Form.SeenOn.Year", "2026"), ("Form.SeenTime", "9am"),
        ("Form.Concern", "It names a pupil."), ("Form.Conclusion", conclusion), ("Form.Because", "The policy."),
    ];

    private Task<ContentReview> SavedAsync(int id) => portal.UseDatabaseAsync(database => database.ContentReviews.AsNoTracking().SingleAsync(review => review.IncidentId == id));

    private async Task<(int Id, Person Leader)> BegunAsync(Person? alleged = null)
    {
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await portal.PersonAsync();
        var id = await reporter.ReportIncidentAsync(alleged: alleged);
        var client = await ProvedAsync(leader);
        Assert.Equal($"/incidents/{id}/reviews/1", (await client.FillAsync($"/incidents/{id}/reviews/new", ("Form.Content", "The third comment."))).Location);
        return (id, leader);
    }

    private Task<PortalClient> ProvedAsync(Person person) => portal.SignInAsync(person, portal.Now);

    private static string Id(Person person) => person.Id.ToString(CultureInfo.InvariantCulture);

    private async Task InviteAsync(int id, Person by, Person whom)
    {
        var invited = await (await ProvedAsync(by)).FillAsync($"/incidents/{id}/reviews/1/invite", ("Form.PersonId", Id(whom)));
        Assert.True(invited.Location is not null, invited.Text);
    }

    private async Task SignAsync(int id, Person who, string saw, string conclusion = "BreaksPolicy")
    {
        var client = await ProvedAsync(who);
        var written = await client.FillAsync($"/incidents/{id}/reviews/1/view", View(saw, conclusion));
        Assert.True(written.Location == $"/incidents/{id}/reviews/1/sign", written.Text);
        Assert.NotNull((await client.SubmitAsync(await client.OpenAsync(written.Location!))).Location);
    }

    [Fact]
    public async Task The_second_is_told_sees_that_review_alone_and_both_read_once_both_have_signed()
    {
        var (id, leader) = await BegunAsync();
        var (second, secondClient) = await portal.PersonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await secondClient.GetAsync($"/incidents/{id}/reviews/1")).Status);
        await InviteAsync(id, leader, second);
        var reference = (await SavedAsync(id)).Reference;
        await portal.UseDatabaseAsync(async database =>
        {
            var told = await database.Notifications.SingleAsync(one => one.PersonId == second.Id);
            Assert.Equal((reference, $"/incidents/{id}/reviews/1", NotificationKinds.Incidents), (told.Reference, told.Path, told.Kind));
            Assert.Equal(reference + ": you are asked to look at content", (await database.OutgoingEmails.SingleAsync(mail => mail.PersonId == second.Id)).Subject);
        });
        var seen = await secondClient.OpenAsync($"/incidents/{id}/reviews/1");
        Assert.Contains("The third comment.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hurtful about a pupil", seen.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "", "/chronology", "/breach", "/reviews/new", "/reviews/1/invite", $"/reviews/1/withdraw/{second.Id}", "/referrals/new" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await secondClient.GetAsync($"/incidents/{id}{path}")).Status);
        }

        await SignAsync(id, leader, "FIRSTSAW");
        Assert.DoesNotContain("FIRSTSAW", (await secondClient.OpenAsync($"/incidents/{id}/reviews/1")).Text, StringComparison.Ordinal);
        var (_, otherLeader) = await portal.PersonAsync(Roles.SeniorLeader);
        Assert.DoesNotContain("FIRSTSAW", (await otherLeader.OpenAsync($"/incidents/{id}/reviews/1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FIRSTSAW", (await otherLeader.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
        await SignAsync(id, second, "SECONDSAW");

        foreach (var reader in new[] { secondClient, otherLeader, await portal.SignInAsync(leader) })
        {
            var page = await reader.OpenAsync($"/incidents/{id}/reviews/1");
            Assert.Contains("FIRSTSAW", page.Text, StringComparison.Ordinal);
            Assert.Contains("SECONDSAW", page.Text, StringComparison.Ordinal);
            Assert.Contains("Both agree", page.Text, StringComparison.Ordinal);
        }

        Assert.All(await portal.ChronologyAsync(id), entry => Assert.DoesNotContain("FIRSTSAW", entry.Text, StringComparison.Ordinal));
        Assert.Contains(
            await portal.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.RecordReference == reference && line.ActorId == second.Id).Select(line => line.Name).ToListAsync()),
            name => name == nameof(IncidentOpened));
    }

    [Fact]
    public async Task To_sign_one_proves_who_one_is_and_what_is_signed_cannot_be_changed()
    {
        var (id, leader) = await BegunAsync();
        var unproved = await portal.SignInAsync(leader);
        var written = await unproved.FillAsync($"/incidents/{id}/reviews/1/view", View("Saw."));
        Assert.StartsWith("/confirm-it-is-you", (await unproved.GetAsync(written.Location!)).Location, StringComparison.Ordinal);
        Assert.Null((await SavedAsync(id)).Views[0].SignedAt);
        // Nor does a form that was opened with a proof sign without one.
        var proved = await ProvedAsync(leader);
        var form = await proved.OpenAsync($"/incidents/{id}/reviews/1/sign");
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.StartsWith("/confirm-it-is-you", (await proved.SubmitAsync(form)).Location, StringComparison.Ordinal);
        Assert.Null((await SavedAsync(id)).Views[0].SignedAt);

        await SignAsync(id, leader, "Signed words.");
        var signed = await ProvedAsync(leader);
        Assert.Equal($"/incidents/{id}/reviews/1", (await signed.GetAsync($"/incidents/{id}/reviews/1/view")).Location);
        Assert.Equal("Signed words.", (await SavedAsync(id)).Views[0].Saw);
        Assert.Equal(leader.FullName, (await SavedAsync(id)).Views[0].SignedName);
    }

    [Fact]
    public async Task A_form_opened_before_signing_changes_nothing_afterwards()
    {
        var (id, leader) = await BegunAsync();
        var client = await ProvedAsync(leader);
        var opened = await client.OpenAsync($"/incidents/{id}/reviews/1/view");
        await SignAsync(id, leader, "Signed words.");
        var late = await client.SubmitAsync(opened, View("Other words."));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal([ReviewErrors.SignedAlready.Message], late.Errors);
        Assert.Equal("Signed words.", (await SavedAsync(id)).Views[0].Saw);
    }

    [Fact]
    public async Task Where_they_differ_a_third_is_asked_who_reads_neither_before()
    {
        var (id, leader) = await BegunAsync();
        var (second, third) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        await InviteAsync(id, leader, second);
        await SignAsync(id, leader, "FIRSTSAW");
        await SignAsync(id, second, "SECONDSAW", "NoConcern");
        await InviteAsync(id, leader, third);
        var thirdClient = await ProvedAsync(third);
        var page = await thirdClient.OpenAsync($"/incidents/{id}/reviews/1");
        Assert.DoesNotContain("FIRSTSAW", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECONDSAW", page.Text, StringComparison.Ordinal);
        await SignAsync(id, third, "THIRDSAW", "NoConcern");
        page = await thirdClient.OpenAsync($"/incidents/{id}/reviews/1");
        Assert.Contains("FIRSTSAW", page.Text, StringComparison.Ordinal);
        Assert.Contains("Two of three agree", page.Text, StringComparison.Ordinal);
        Assert.Contains("It is of no concern.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_reporter_nor_alleged_is_offered_or_taken_and_the_reporter_begins_none()
    {
        var alleged = await portal.AddPersonAsync(Roles.SeniorLeader);
        var (id, leader) = await BegunAsync(alleged);
        var client = await ProvedAsync(leader);
        var form = await client.OpenAsync($"/incidents/{id}/reviews/1/invite");
        var reporter = (await portal.IncidentAsync(id)).ReportedById;
        var offered = form.Document.QuerySelectorAll("select option").Select(option => option.GetAttribute("value")).ToList();
        Assert.DoesNotContain(Id(alleged), offered);
        Assert.DoesNotContain(reporter.ToString(CultureInfo.InvariantCulture), offered);
        Assert.Equal([ReviewErrors.ReviewerInvolved.Message], (await client.SubmitAsync(form, ("Form.PersonId", Id(alleged)))).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ProvedAsync(alleged)).GetAsync($"/incidents/{id}/reviews/1")).Status);

        var (_, reportingLeader) = await portal.PersonAsync(Roles.SeniorLeader);
        var own = await reportingLeader.ReportIncidentAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await reportingLeader.GetAsync($"/incidents/{own}/reviews/new")).Status);
    }

    [Fact]
    public async Task An_invitation_that_is_taken_back_closes_the_review_again()
    {
        var (id, leader) = await BegunAsync();
        var (second, client) = await portal.PersonAsync();
        await InviteAsync(id, leader, second);
        await client.OpenAsync($"/incidents/{id}/reviews/1");
        Assert.NotNull((await (await ProvedAsync(leader)).FillAsync($"/incidents/{id}/reviews/1/withdraw/{second.Id}", ("Form.Because", "Away."))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}/reviews/1")).Status);
    }

    [Fact]
    public async Task A_reviewer_who_is_alleged_by_now_does_not_see_it_any_more()
    {
        var (id, leader) = await BegunAsync();
        var (second, client) = await portal.PersonAsync();
        await InviteAsync(id, leader, second);
        await portal.UseDatabaseAsync(async database =>
        {
            var incident = await database.Incidents.SingleAsync(found => found.Id == id);
            var directory = new PeopleDirectory([new DirectoryPerson(second.Id, second.Forename, second.Surname, PersonStatus.Active, null)]);
            Assert.False(incident.NamePerson(IncidentBuilder.Alleged(second.Id), directory, leader.AsActor(), portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        foreach (var path in new[] { "", "/view" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}/reviews/1{path}")).Status);
        }
    }
}
