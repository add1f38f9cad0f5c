using System.Net;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

[Trait("Clause", "DP-1")]
public sealed class BreachPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    // 10:00 on Tuesday 10 March 2026 is now.
    internal static (string Name, string Value)[] Aware(int day, string time, string what = "A list went to Porthcurno.") =>
    [
        ("Form.AwareOn.Day", day.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.AwareOn.Month", "3"), ("Form.AwareOn.Year", "2026"), ("Form.AwareTime", time),
        ("Form.WhatHappened", what),
    ];

    internal static (string Name, string Value)[] ToldOn(int day, string time, params (string Name, string Value)[] more) =>
    [
        ("Form.ToldOn.Day", day.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.ToldOn.Month", "3"), ("Form.ToldOn.Year", "2026"), ("Form.ToldTime", time),
        .. more,
    ];

    private Task<PersonalDataBreach> SavedAsync(int id, PortalFactory? of = null) =>
        (of ?? portal).UseDatabaseAsync(database => database.PersonalDataBreaches.AsNoTracking().SingleAsync(breach => breach.IncidentId == id));

    private static async Task RecordAsync(PortalClient client, int id, int day = 9, string time = "4pm")
    {
        var recorded = await client.FillAsync($"/incidents/{id}/breach/record", Aware(day, time));
        Assert.True(recorded.Location == $"/incidents/{id}/breach", recorded.Text);
    }

    [Fact]
    public async Task Recorded_it_opens_the_incident_to_the_data_protection_officer_who_is_told_at_once()
    {
        var (officer, officerClient) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var (alleged, allegedClient) = await portal.PersonAsync(Roles.DataProtectionOfficer | Roles.SeniorLeader);
        var (leader, leaderClient) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await portal.PersonAsync();
        var id = await reporter.ReportIncidentAsync(alleged: alleged);
        Assert.Equal(HttpStatusCode.NotFound, (await officerClient.GetAsync($"/incidents/{id}")).Status);

        await RecordAsync(leaderClient, id);

        Assert.Contains("54 hours left", (await officerClient.OpenAsync($"/incidents/{id}/breach")).Text, StringComparison.Ordinal);
        Assert.Contains("Personal data breach", (await officerClient.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
        var reference = (await SavedAsync(id)).Reference;
        await portal.UseDatabaseAsync(async database =>
        {
            var told = await database.Notifications.Where(one => one.Reference == reference && one.Text.StartsWith("A personal data breach")).Select(one => one.PersonId).ToListAsync();
            Assert.Contains(officer.Id, told);
            Assert.DoesNotContain(alleged.Id, told);
            Assert.DoesNotContain(leader.Id, told);
            var mails = await database.OutgoingEmails.Where(mail => mail.Subject == reference + ": a personal data breach has been recorded").Select(mail => mail.PersonId).ToListAsync();
            Assert.Contains(officer.Id, mails);
            Assert.DoesNotContain(alleged.Id, mails);
        });
        foreach (var path in new[] { "", "/breach", "/breach/record", "/breach/ico", "/breach/people", "/breach/aware", "/breach/facts", "/breach/risk", "/breach/advice", "/breach/information" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await allegedClient.GetAsync($"/incidents/{id}{path}")).Status);
        }

        // One breach of an incident.
        Assert.Equal($"/incidents/{id}/breach", (await leaderClient.GetAsync($"/incidents/{id}/breach/record")).Location);
    }

    [Fact]
    public async Task Each_alert_comes_exactly_once_and_a_decision_ends_them()
    {
        await using var own = new PortalFactory();
        var (officer, officerClient) = await own.PersonAsync(Roles.DataProtectionOfficer);
        var (leader, _) = await own.PersonAsync(Roles.SeniorLeader);
        var (alleged, _) = await own.PersonAsync(Roles.DataProtectionOfficer | Roles.SeniorLeader);
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync(IncidentCategory.PersonalDataBreach, alleged: alleged);
        var aware = own.Clock.GetUtcNow().AddHours(-1);
        await RecordAsync(officerClient, id, 10, "9am");

        for (var hour = 2; hour <= 100; hour++)
        {
            own.Clock.SetUtcNow(aware.AddHours(hour).AddMinutes(-1));
            await own.RunJobAsync<RaiseAlerts>();
            own.Clock.SetUtcNow(aware.AddHours(hour));
            await own.RunJobAsync<RaiseAlerts>();
        }

        var told = await own.UseDatabaseAsync(database => database.Notifications.Where(one => one.Level != null && one.Path.EndsWith("/breach")).OrderBy(one => one.Id).ToListAsync());
        foreach (var person in new[] { officer, leader })
        {
            Assert.Equal([24.0, 48, 66, 72], told.Where(one => one.PersonId == person.Id).Select(one => (one.CreatedAt - aware.UtcDateTime).TotalHours));
        }

        Assert.DoesNotContain(told, one => one.PersonId == alleged.Id);
        Assert.Equal(8, told.Count);
        Assert.All(told, one => Assert.Equal(NotificationKinds.None, one.Kind));
        Assert.DoesNotContain(await own.UseDatabaseAsync(database => database.OutgoingEmails.Where(mail => mail.PersonId == alleged.Id).ToListAsync()), mail => mail.Subject.StartsWith("INC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decided_no_further_alert_comes()
    {
        await using var own = new PortalFactory();
        var (_, officer) = await own.PersonAsync(Roles.DataProtectionOfficer);
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync(IncidentCategory.PersonalDataBreach);
        await RecordAsync(officer, id, 10, "9am");
        var decided = await officer.FillAsync(
            $"/incidents/{id}/breach/ico", ToldOn(10, "9:30am", ("Form.IsTold", "true"), ("Form.CommissionerReference", "IC-1"), ("Form.Because", "Names of children.")));
        Assert.True(decided.Location is not null, decided.Text);
        own.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(0, await own.RunJobAsync<RaiseAlerts>());
    }

    [Fact]
    public async Task Learnt_of_fifty_hours_ago_only_what_is_ahead_is_told_of()
    {
        await using var own = new PortalFactory();
        var (officer, client) = await own.PersonAsync(Roles.DataProtectionOfficer);
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync(IncidentCategory.PersonalDataBreach);
        await RecordAsync(client, id, 8, "8am");
        await own.RunJobAsync<RaiseAlerts>();
        Assert.Equal(1, await AlertsAsync());
        own.Clock.Advance(TimeSpan.FromHours(16));
        await own.RunJobAsync<RaiseAlerts>();
        Assert.Equal(2, await AlertsAsync());

        // Corrected to an earlier time, the 72 hours are over at once.
        client = await own.SignInAsync(officer);
        var corrected = await client.FillAsync($"/incidents/{id}/breach/aware", [.. Aware(7, "8am").Where(field => field.Name != "Form.WhatHappened"), ("Form.Because", "The office knew.")]);
        Assert.True(corrected.Location is not null, corrected.Text);
        await own.RunJobAsync<RaiseAlerts>();
        Assert.Equal(3, await AlertsAsync());
        Assert.Equal(AlertLevel.Overdue, await own.UseDatabaseAsync(database => database.Notifications.OrderByDescending(one => one.Id).Select(one => one.Level).FirstAsync()));
        var page = await client.OpenAsync($"/incidents/{id}/breach");
        Assert.Contains("The office knew.", page.Text, StringComparison.Ordinal);
        Assert.Contains("8 March 2026 at 8am", page.Text, StringComparison.Ordinal);

        Task<int> AlertsAsync() => own.UseDatabaseAsync(database => database.Notifications.CountAsync(one => one.PersonId == officer.Id && one.Level != null));
    }

    [Fact]
    public async Task A_decision_without_reasons_is_refused_and_a_late_one_asks_why_it_is_late()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await portal.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        await RecordAsync(leader, id, 6, "9am");

        var without = await leader.FillAsync($"/incidents/{id}/breach/ico", ToldOn(10, "9:30am", ("Form.IsTold", "true"), ("Form.CommissionerReference", "IC-1"), ("Form.Because", "Names.")));
        Assert.Equal([BreachErrors.DelayBecauseMissing.Message], without.Errors);
        var unreasoned = await leader.SubmitAsync(without, ("Form.DelayBecause", "It came to light on Monday."), ("Form.Because", ""));
        Assert.Equal([BreachErrors.DecisionBecauseMissing.Message], unreasoned.Errors);
        Assert.Equal("It came to light on Monday.", unreasoned.ValueOf("Form.DelayBecause"));
        Assert.NotNull((await leader.SubmitAsync(unreasoned, ("Form.Because", "Names."))).Location);
        var saved = await SavedAsync(id);
        Assert.Equal((true, "It came to light on Monday.", portal.Now), (saved.IsToldLate, saved.DelayBecause, saved.ClockStoppedAt));

        var untold = await leader.FillAsync($"/incidents/{id}/breach/people", ("Form.AreTold", "false"), ("Form.Because", "No harm."));
        Assert.Equal(HttpStatusCode.Conflict, untold.Status);
        Assert.Equal([BreachErrors.RiskFirst.Message], untold.Errors);
    }

    [Fact]
    public async Task The_officer_advises_a_leader_overrules_with_a_reason_and_reconsiders()
    {
        var (_, officer) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (investigator, investigatorClient) = await portal.PersonAsync();
        var (_, reporter) = await portal.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        await portal.InvestigateAsync(id, investigator);
        await RecordAsync(investigatorClient, id);
        Assert.NotNull((await investigatorClient.FillAsync($"/incidents/{id}/breach/risk", ("Form.Risk", "Unlikely"), ("Form.Because", "Back unread."))).Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await investigatorClient.GetAsync($"/incidents/{id}/breach/ico")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/incidents/{id}/breach/advice")).Status);
        Assert.NotNull((await officer.FillAsync($"/incidents/{id}/breach/advice", ("Form.TellCommissioner", "true"), ("Form.TellPeople", "false"), ("Form.Because", "Names of children."))).Location);

        var refused = await leader.FillAsync($"/incidents/{id}/breach/ico", ("Form.IsTold", "false"), ("Form.Because", "It was back unread."));
        Assert.Equal([BreachErrors.OverrulesBecauseMissing.Message], refused.Errors);
        Assert.NotNull((await leader.SubmitAsync(refused, ("Form.OverrulesBecause", "It was encrypted."))).Location);
        var anew = await leader.FillAsync($"/incidents/{id}/breach/ico", ToldOn(10, "10am", ("Form.IsTold", "true"), ("Form.CommissionerReference", "IC-9"), ("Form.Because", "It was not.")));
        Assert.Equal([BreachErrors.ReconsidersBecauseMissing.Message], anew.Errors);
        Assert.NotNull((await leader.SubmitAsync(anew, ("Form.ReconsidersBecause", "The key was with it."))).Location);
        Assert.NotNull((await officer.FillAsync($"/incidents/{id}/breach/information", ToldOn(10, "10am", ("Form.Text", "It was 31 people.")))).Location);

        var page = await officer.OpenAsync($"/incidents/{id}/breach");
        foreach (var words in new[] { "It was encrypted.", "The key was with it.", "IC-9", "It was 31 people.", "Decided before" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains(await portal.ChronologyAsync(id), entry => entry.Kind == ChronologyKind.DataBreach && entry.Text.Contains("ICO was told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_known_is_set_down_and_special_categories_are_flagged()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await portal.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        await RecordAsync(leader, id);
        var wrong = await leader.FillAsync($"/incidents/{id}/breach/facts", ("Form.NumberOfPeople", "many"), ("Form.People", "Pupils"), ("Form.Data", "Health"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("many", wrong.ValueOf("Form.NumberOfPeople"));
        Assert.NotNull((await leader.SubmitAsync(wrong, ("Form.NumberOfPeople", "1,031"), ("Form.Consequences", "Worry at home."))).Location);
        var page = await leader.OpenAsync($"/incidents/{id}/breach");
        Assert.Contains("Pupils; about 1,031", page.Text, StringComparison.Ordinal);
        Assert.Contains("Special category", page.Text, StringComparison.Ordinal);
        Assert.Equal(BreachData.Health, (await SavedAsync(id)).Data);
        foreach (var line in await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().ToListAsync()))
        {
            Assert.DoesNotContain("Worry at home", $"{line.Changes}{line.Reason}", StringComparison.Ordinal);
            Assert.DoesNotContain("Porthcurno", $"{line.Changes}{line.Reason}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_refused_beside_its_field()
    {
        await using var own = new PortalFactory();
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 30, 10, 0, 0, TimeSpan.Zero));
        var (_, leader) = await own.PersonAsync(Roles.SeniorLeader);
        var (_, reporter) = await own.PersonAsync();
        var id = await reporter.ReportIncidentAsync();
        var skipped = await leader.FillAsync($"/incidents/{id}/breach/record", Aware(29, "1:30am"));
        Assert.Equal(HttpStatusCode.BadRequest, skipped.Status);
        Assert.StartsWith("There is no such time on that day", Assert.Single(skipped.Errors), StringComparison.Ordinal);
        // The day before at 4 in the afternoon: the wall clock shows 5 when the 72 hours end.
        Assert.NotNull((await leader.SubmitAsync(skipped, [.. Aware(28, "4pm")])).Location);
        Assert.Contains("Tuesday 31 March 2026 at 5pm", (await leader.OpenAsync($"/incidents/{id}/breach")).Text, StringComparison.Ordinal);
    }
}
