using System.Net;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Notifications;

public sealed class PreferencesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Path = "/notifications/preferences";

    [Fact]
    public async Task What_is_ticked_is_kept_audited_and_ticked_again()
    {
        var (person, client) = await portal.PersonAsync();

        var saved = await client.FollowAsync(await client.FillAsync(Path, ("Kinds", "Handovers"), ("Kinds", "PolicyAndTraining")));

        Assert.Contains("Your choice is saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["Handovers", "PolicyAndTraining"], Ticked(saved));
        Assert.Equal(NotificationKinds.Handovers | NotificationKinds.PolicyAndTraining, await KindsAsync(person));
        var line = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().SingleAsync(
            found => found.Name == nameof(MorningSummaryChosen) && found.RecordId == person.Id));
        Assert.Contains("Hand-overs, Policy and training", line.Changes, StringComparison.Ordinal);

        // Nothing ticked is a choice too.
        await client.PostAsync(Path, Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)saved.Document.QuerySelector("main form")!).Where(field => field.Key != "Kinds"));
        Assert.Equal(NotificationKinds.None, await KindsAsync(person));
        Assert.Empty(Ticked(await client.OpenAsync(Path)));
    }

    [Fact]
    public async Task Saved_as_it_was_nothing_is_audited()
    {
        var (person, client) = await portal.PersonAsync();
        await client.FillAsync(Path);
        Assert.False(await portal.UseDatabaseAsync(database => database.AuditEvents.AnyAsync(found => found.Name == nameof(MorningSummaryChosen) && found.RecordId == person.Id)));
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("1048576")]
    [InlineData("-1")]
    [InlineData("<script>")]
    public async Task A_kind_that_does_not_exist_is_refused_and_nothing_is_changed(string kind)
    {
        var (person, client) = await portal.PersonAsync();
        var page = await client.FillAsync(Path, ("Kinds", kind));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.Equal(NotificationKinds.None, await KindsAsync(person));
    }

    [Fact]
    public async Task A_form_that_has_become_stale_is_refused()
    {
        var (person, client) = await portal.PersonAsync();
        var manager = await portal.AddPersonAsync(Roles.PortalManager);
        var form = await client.OpenAsync(Path);
        await portal.RecordLeavingAsync(person, new DateOnly(2026, 8, 31), manager);

        var page = await client.SubmitAsync(form, ("Kinds", "Vault"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(["Vault"], Ticked(page));
        Assert.Equal(NotificationKinds.None, await KindsAsync(person));
    }

    [Theory]
    [InlineData(Roles.None, false)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator, false)]
    [InlineData(Roles.PortalManager, true)]
    public async Task The_running_of_the_portal_is_offered_to_portal_managers_alone(Roles roles, bool isOffered)
    {
        var (_, client) = await portal.PersonAsync(roles);
        var page = await client.OpenAsync(Path);
        Assert.Equal(isOffered, page.Document.QuerySelector("input[value=Running]") is not null);
        Assert.Contains("always come at once: escalations", page.Text, StringComparison.Ordinal);
        Assert.Contains("at 7:30am", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Your_account_leads_there()
    {
        var (_, client) = await portal.PersonAsync();
        Assert.NotNull((await client.OpenAsync("/people/me")).Document.QuerySelector($"main a[href='{Path}']"));
    }

    [Theory]
    [InlineData(NotificationKinds.Handovers, true)]
    [InlineData(NotificationKinds.Vault, false)]
    [InlineData(NotificationKinds.None, false)]
    public async Task An_e_mail_of_a_chosen_kind_waits_and_any_other_is_queued(NotificationKinds kind, bool waits)
    {
        var (person, client) = await portal.PersonAsync();
        await client.FillAsync(Path, ("Kinds", "Handovers"));
        await portal.UseDatabaseAsync(async database =>
        {
            var to = await database.People.SingleAsync(found => found.Id == person.Id);
            portal.Services.GetRequiredService<EmailOutbox>().Queue(database, to, new EmailText("HND-000001: it waits", ["It waits."], "/handovers/1", kind), portal.Now);
            await database.SaveChangesAsync();
        });

        Assert.Equal(waits ? [] : ["HND-000001: it waits"], await portal.SubjectsToAsync(person));
        Assert.Equal(
            waits ? [("HND-000001: it waits", "/handovers/1", kind, portal.Now)] : [],
            (await portal.UseDatabaseAsync(database => database.SummaryLines.Where(line => line.PersonId == person.Id).ToListAsync())).Select(line => (line.Subject, line.Path, line.Kind, line.At)));
    }

    private static IEnumerable<string> Ticked(Page page) =>
        page.Document.QuerySelectorAll("input[name=Kinds]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value);

    private Task<NotificationKinds> KindsAsync(Person person) =>
        portal.UseDatabaseAsync(database => database.People.Where(found => found.Id == person.Id).Select(found => found.SummaryKinds).SingleAsync());
}
