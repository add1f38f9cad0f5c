using System.Net;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

[Trait("Clause", "SLT-4")]
[Trait("Clause", "BEH-5")]
public sealed class ReferralPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static (string Name, string Value)[] Contact(string agency = "Police", params (string Name, string Value)[] more) =>
    [
        ("Form.Agency", agency),
        ("Form.HappenedOn.Day", "10"), ("Form.HappenedOn.Month", "3"), ("Form.HappenedOn.Year", "2026"), ("Form.HappenedTime", "9am"),
        ("Form.Means", "Telephone"), ("Form.With", "Desk of Sergeant Quimby"), ("Form.AgencyReference", "CAD 77"), ("Form.Advice", "Keep the Porthcurno pictures."),
        ("Form.Standing", "StillToCome"),
        ("Form.NextContactOn.Day", "11"), ("Form.NextContactOn.Month", "3"), ("Form.NextContactOn.Year", "2026"), ("Form.NextContactTime", "9:30"),
        .. more,
    ];

    private async Task<(Person Leader, PortalClient Client, int Id)> WorldAsync(Person? alleged = null)
    {
        var (leader, client) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await portal.PersonAsync();
        return (leader, client, await reporter.ReportIncidentAsync(alleged: alleged));
    }

    private Task<Referral> SavedAsync(int id) =>
        portal.UseDatabaseAsync(database => database.Referrals.AsNoTracking().SingleAsync(referral => referral.IncidentId == id && referral.Number == 1));

    [Fact]
    public async Task An_agency_is_told_answers_in_two_contacts_and_everything_is_in_the_chronology()
    {
        var (_, leader, id) = await WorldAsync();
        var made = await leader.FillAsync($"/incidents/{id}/referrals/new", Contact());
        Assert.True(made.Location is not null, made.Text);
        Assert.Equal($"/incidents/{id}/referrals/1", made.Location);
        var page = await leader.OpenAsync(made.Location);
        Assert.Contains("CAD 77", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday 11 March 2026 at 9:30am", page.Text, StringComparison.Ordinal);
        Assert.Contains("1. Police", (await leader.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);

        var added = await leader.FillAsync(
            $"/incidents/{id}/referrals/1/contact", [.. Contact().Where(field => field.Name is not "Form.Agency" and not "Form.Standing"), ("Form.Standing", "Answered")]);
        Assert.Equal($"/incidents/{id}/referrals/1", added.Location);
        var saved = await SavedAsync(id);
        Assert.Equal((ReferralStatus.Answered, true, 2), (saved.Status, saved.IsSettled, saved.Contacts.Count));
        var entries = await portal.ChronologyAsync(id);
        Assert.Equal(3, entries.Count(entry => entry.Kind == ChronologyKind.Referral));
        Assert.Equal(new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc), entries.First(entry => entry.Kind == ChronologyKind.Referral).HappenedAt);
        Assert.Contains(await portal.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.RecordReference == saved.Reference).Select(line => line.Name).ToListAsync()), name => name == nameof(ReferralAnswered));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost()
    {
        var (_, leader, id) = await WorldAsync();
        var refused = await leader.FillAsync($"/incidents/{id}/referrals/new", Contact(more: [("Form.AgencyReference", "")]).DistinctLast());
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([ReferralErrors.ReferenceMissing.Message], refused.Errors);
        Assert.Equal("Keep the Porthcurno pictures.", refused.ValueOf("Form.Advice"));
        var other = await leader.SubmitAsync(refused, ("Form.Agency", "other"));
        Assert.Equal([ReferralErrors.AgencyMissing.Message], other.Errors);
        // Another agency gives no reference as a rule.
        Assert.NotNull((await leader.SubmitAsync(other, ("Form.OtherAgency", "Youth service"))).Location);
        Assert.Equal("Youth service", (await SavedAsync(id)).Agency);
    }

    [Fact]
    public async Task The_next_contact_is_chased_once_each_whoever_made_it_first_then_the_leaders()
    {
        await using var own = new PortalFactory();
        await own.AddPersonAsync(Roles.SeniorLeader);
        var second = await own.AddPersonAsync(Roles.SeniorLeader);
        var (investigator, client) = await own.PersonAsync();
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        await own.InvestigateAsync(id, investigator);
        Assert.NotNull((await client.FillAsync($"/incidents/{id}/referrals/new", Contact())).Location);
        // 9:30 on the 11th: an hour before, then, and a day after.
        for (var minute = new DateTimeOffset(2026, 3, 11, 8, 0, 0, TimeSpan.Zero); minute <= new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero); minute = minute.AddMinutes(30))
        {
            own.Clock.SetUtcNow(minute);
            await own.RunJobAsync<RaiseAlerts>();
        }

        var told = await own.UseDatabaseAsync(database => database.Notifications.Where(one => one.Level != null && one.Path.Contains("/referrals/")).OrderBy(one => one.Id).ToListAsync());
        Assert.Equal(
            [(AlertLevel.DueSoon, investigator.Id, 8), (AlertLevel.Overdue, investigator.Id, 9)],
            told.Take(2).Select(one => (one.Level!.Value, one.PersonId, one.CreatedAt.Hour)));
        Assert.Equal(2, told.Count(one => one.Level == AlertLevel.Escalated));
        Assert.Contains(told, one => one.PersonId == second.Id && one.Level == AlertLevel.Escalated);
        Assert.All(told, one => Assert.DoesNotContain("Porthcurno", one.Text, StringComparison.Ordinal));
        Assert.Equal(4, told.Count);
        Assert.Equal(4, (await own.UseDatabaseAsync(database => database.OutgoingEmails.CountAsync(mail => mail.Subject.Contains("agency")))));
    }

    [Fact]
    public async Task Answered_or_given_up_nobody_is_chased_any_more()
    {
        await using var own = new PortalFactory();
        var (_, leader) = await own.PersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        await leader.FillAsync($"/incidents/{id}/referrals/new", Contact());
        var missing = await leader.FillAsync($"/incidents/{id}/referrals/1/give-up", ("Form.Because", " "));
        Assert.Equal([ReferralErrors.GivenUpBecauseMissing.Message], missing.Errors);
        Assert.NotNull((await leader.SubmitAsync(missing, ("Form.Because", "They never answer."))).Location);
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await own.UseDatabaseAsync(database => database.Deadlines.CountAsync(deadline => deadline.Subject == DeadlineSubject.Referral && deadline.NextAlertAt != null)));
    }

    [Fact]
    public async Task Where_whoever_made_it_is_alleged_by_then_only_others_hear_of_it()
    {
        await using var own = new PortalFactory();
        var (maker, client) = await own.PersonAsync(Roles.SeniorLeader);
        var other = await own.AddPersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        await client.FillAsync($"/incidents/{id}/referrals/new", Contact());
        await own.UseDatabaseAsync(async database =>
        {
            var incident = await database.Incidents.SingleAsync(found => found.Id == id);
            var directory = new PeopleDirectory([new DirectoryPerson(maker.Id, maker.Forename, maker.Surname, PersonStatus.Active, null)]);
            Assert.False(incident.NamePerson(IncidentBuilder.Alleged(maker.Id), directory, other.AsActor(), own.Now).IsRefused);
            await database.SaveChangesAsync();
        });
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 8, 45, 0, TimeSpan.Zero));
        await own.RunJobAsync<RaiseAlerts>();
        Assert.Equal([other.Id], await own.UseDatabaseAsync(database => database.Notifications.Where(one => one.Level != null && one.Path.Contains("referrals")).Select(one => one.PersonId).ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await own.SignInAsync(maker)).GetAsync($"/incidents/{id}/referrals/1")).Status);
        await (await own.SignInAsync(other)).OpenAsync($"/incidents/{id}/referrals/1");
    }

    [Fact]
    public async Task Two_who_add_at_once_lose_nothing()
    {
        var (_, leader, id) = await WorldAsync();
        await leader.FillAsync($"/incidents/{id}/referrals/new", Contact());
        var (_, second) = await portal.PersonAsync(Roles.SeniorLeader);
        var stale = await second.OpenAsync($"/incidents/{id}/referrals/1/contact");
        var fields = Contact().Where(field => field.Name != "Form.Agency").ToArray();
        await leader.FillAsync($"/incidents/{id}/referrals/1/contact", fields);
        var refused = await second.SubmitAsync(stale, fields);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Desk of Sergeant Quimby", refused.ValueOf("Form.With"));
        Assert.NotNull((await second.SubmitAsync(refused)).Location);
        Assert.Equal([1, 2, 3], (await SavedAsync(id)).Contacts.Select(contact => contact.Number).Order());
    }

    [Fact]
    public async Task To_whom_the_incident_is_not_open_there_is_no_referral()
    {
        var (alleged, allegedClient) = await portal.PersonAsync(Roles.SeniorLeader | Roles.DataProtectionOfficer);
        var (_, leader, id) = await WorldAsync(alleged);
        await leader.FillAsync($"/incidents/{id}/referrals/new", Contact());
        var (_, manager) = await portal.PersonAsync(Roles.PortalManager);
        foreach (var client in new[] { allegedClient, manager })
        {
            foreach (var path in new[] { "new", "1", "1/contact", "1/give-up" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}/referrals/{path}")).Status);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/incidents/{id}/referrals/2")).Status);
        var reference = (await SavedAsync(id)).Reference;
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(one => one.PersonId == alleged.Id && one.Reference == reference)));
    }

    [Fact]
    public async Task Nothing_of_it_stands_in_the_audit_the_log_or_an_e_mail()
    {
        var (_, leader, id) = await WorldAsync();
        await leader.FillAsync($"/incidents/{id}/referrals/new", Contact());
        foreach (var line in await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().ToListAsync()))
        {
            Assert.DoesNotContain("Porthcurno", $"{line.Changes}{line.Reason}", StringComparison.Ordinal);
            Assert.DoesNotContain("Quimby", $"{line.Changes}{line.Reason}", StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Porthcurno", portal.Log(), StringComparison.Ordinal);
    }
}

/// <summary>Fields of forms.</summary>
internal static class FormFields
{
    /// <summary>Of several of one name the last.</summary>
    public static (string Name, string Value)[] DistinctLast(this IEnumerable<(string Name, string Value)> fields) =>
        [.. fields.GroupBy(field => field.Name).Select(group => group.Last())];
}
