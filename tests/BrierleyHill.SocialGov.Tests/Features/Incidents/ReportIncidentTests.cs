using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>Reporting, over HTTP.</summary>
public sealed class ReportIncidentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private Task<List<(int Person, string Subject)>> MailAsync(int id) => portal.UseDatabaseAsync(async database =>
        (await database.OutgoingEmails.AsNoTracking().Where(mail => mail.Subject.StartsWith($"INC-{id}")).ToListAsync()).ConvertAll(mail => (mail.PersonId!.Value, mail.Subject)));

    private Task<List<int>> ToldAsync(int id) => portal.UseDatabaseAsync(database =>
        database.Notifications.AsNoTracking().Where(one => one.Reference == $"INC-{id}").Select(one => one.PersonId).ToListAsync());

    [Fact]
    [Trait("Clause", "BEH-4")]
    [Trait("Clause", "MON-3")]
    public async Task Anybody_reports_leaders_are_told_at_once_and_whoever_is_alleged_is_not()
    {
        var (reporter, client) = await portal.PersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var officer = await portal.AddPersonAsync(Roles.DataProtectionOfficer);
        var accused = await portal.AddPersonAsync(Roles.SeniorLeader | Roles.DataProtectionOfficer | Roles.SafeguardingLead | Roles.PortalManager);

        var id = await client.ReportIncidentAsync(alleged: accused);

        var incident = await portal.IncidentAsync(id);
        Assert.Equal((reporter.Id, portal.Now, (DateTime?)portal.Now, IncidentStatus.Reported), (incident.ReportedById, incident.ReportedAt, incident.OccurredAt, incident.Status));
        Assert.Equal(accused.Id, Assert.Single(incident.Involved).PersonId);
        var told = await ToldAsync(id);
        Assert.Contains(leader.Id, told);
        Assert.DoesNotContain(told, one => one == accused.Id || one == officer.Id || one == reporter.Id);
        var mail = await MailAsync(id);
        Assert.Contains((leader.Id, $"INC-{id}: an incident has been reported"), mail);
        Assert.DoesNotContain(mail, one => one.Person == accused.Id);
        Assert.True((await portal.UseDatabaseAsync(database => database.VerifyChronologyAsync(id, CancellationToken.None))).IsWhole);
        Assert.Equal(["Reported an incident: Offensive comment or content."], (await portal.ChronologyAsync(id)).Select(entry => entry.Text));
    }

    [Fact]
    [Trait("Clause", "BEH-4")]
    public async Task Somebody_in_danger_the_next_page_says_whom_to_call_and_the_safeguarding_lead_hears_in_the_same_save()
    {
        var (_, client) = await portal.PersonAsync();
        var lead = await portal.AddPersonAsync(Roles.SafeguardingLead);
        // Somebody who wants their e-mails in the morning gets this one at once.
        await portal.UseDatabaseAsync(async database =>
        {
            var person = await database.People.SingleAsync(found => found.Id == lead.Id);
            Assert.False(person.ChooseSummary(SummaryChoices.All, person.AsActor(), portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        var sent = await client.FillAsync("/incidents/report", [.. IncidentBuilder.ReportFields(isDanger: true)]);
        var id = IncidentBuilder.NumberIn(sent.Location!);
        Assert.Equal($"/incidents/{id}/reported", sent.Location);
        var page = await client.FollowAsync(sent);

        Assert.Equal("Call for help now", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("tel:999", page.Document.QuerySelector("main a[href^='tel:']")!.GetAttribute("href"));
        Assert.Contains("Designated safeguarding lead: Ask in the school office", page.Text, StringComparison.Ordinal);
        Assert.Contains(lead.Id, await ToldAsync(id));
        Assert.Contains((lead.Id, $"INC-{id}: somebody may be in danger now"), await MailAsync(id));
        Assert.Contains("Somebody may be in danger", (await (await portal.SignInAsync(lead)).OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "GP-2")]
    public async Task A_mistake_of_ones_own_is_reported_by_what_happened_alone_and_nobody_is_blamed()
    {
        var (reporter, client) = await portal.PersonAsync();
        var leader = await portal.AddPersonAsync(Roles.SeniorLeader);
        var form = await client.OpenAsync("/incidents/mistake");
        foreach (var word in new[] { "blame", "fault", "breach", "disciplin", "offence", "alleged" })
        {
            Assert.DoesNotContain(word, form.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SubmitAsync(form, ("Form.What", " "))).Status);
        var sent = await client.FillAsync("/incidents/mistake", ("Form.What", "I posted a picture that I should not have."));
        var page = await client.FollowAsync(sent);

        Assert.Contains("Thank you for saying so", page.Text, StringComparison.Ordinal);
        var id = IncidentBuilder.NumberIn(sent.Location!);
        var incident = await portal.IncidentAsync(id);
        Assert.Equal((IncidentCategory.Mistake, true, (DateTime?)null, reporter.Id), (incident.Category, incident.IsOwnMistake, incident.OccurredAt, incident.ReportedById));
        Assert.Empty(incident.Involved);
        Assert.Contains(leader.Id, await ToldAsync(id));
        Assert.Contains("I posted a picture", (await client.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_takes_when_and_where_too_and_says_what_it_did_not_understand()
    {
        var (_, client) = await portal.PersonAsync();
        var account = await portal.AddLiveAccountAsync();
        var refused = await client.FillAsync(
            "/incidents/mistake", ("Form.What", "I did."), ("Form.AccountId", $"{account.Id}"), ("Form.HappenedOn.Day", "9"), ("Form.HappenedOn.Month", "3"), ("Form.HappenedOn.Year", "2026"));
        Assert.Equal([IncidentErrors.HappenedTimeMissing.Message], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector("details[open] [name='Form.HappenedTime']"));

        var sent = await client.SubmitAsync(refused, ("Form.HappenedTime", "2.30pm"));
        var incident = await portal.IncidentAsync(IncidentBuilder.NumberIn(sent.Location!));
        Assert.Equal((account.Id, new DateTime(2026, 3, 9, 14, 30, 0, DateTimeKind.Utc)), (incident.AccountId, incident.OccurredAt));
    }

    [Fact]
    public async Task Another_person_is_added_without_scripts_and_nothing_typed_is_lost()
    {
        var (_, client) = await portal.PersonAsync();
        var somebody = await portal.AddPersonAsync();
        var page = await client.OpenAsync("/incidents/report");

        page = await client.SubmitAsync(
            page, ("more", "person"), ("Form.What", "Half a sentence"), (IncidentBuilder.Field(0, "Role"), "Subject"), (IncidentBuilder.Field(0, "Name"), "A pupil"), ("Form.HappenedOn.Day", "31"), ("Form.When", "Earlier"));
        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.Errors.Count));
        Assert.Equal(("Half a sentence", "Subject", "A pupil", "31"), (page.ValueOf("Form.What"), page.ValueOf(IncidentBuilder.Field(0, "Role")), page.ValueOf(IncidentBuilder.Field(0, "Name")), page.ValueOf("Form.HappenedOn.Day")));
        Assert.NotNull(page.Document.QuerySelector($"[name='{IncidentBuilder.Field(1, "Role")}']"));

        // The second row is refused by its own number, although the row before it is empty now.
        var refused = await client.SubmitAsync(
            page,
            [
                .. IncidentBuilder.ReportFields(),
                (IncidentBuilder.Field(0, "Role"), ""),
                (IncidentBuilder.Field(0, "Name"), ""),
                (IncidentBuilder.Field(1, "Role"), "Alleged"),
                (IncidentBuilder.Field(1, "Type"), "Staff"),
                (IncidentBuilder.Field(1, "Name"), somebody.FullName),
            ]);
        Assert.Equal([IncidentErrors.AllegedLooksLikeStaff.Message], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector("#Form_People_1__PersonId-error"));

        var sent = await client.SubmitAsync(refused, (IncidentBuilder.Field(1, "Name"), ""), (IncidentBuilder.Field(1, "PersonId"), somebody.Id.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(somebody.Id, Assert.Single((await portal.IncidentAsync(IncidentBuilder.NumberIn(sent.Location!))).Involved).PersonId);
    }

    [Fact]
    public async Task Everything_that_is_missing_or_wrong_is_said_at_once_beside_its_own_row()
    {
        var (_, client) = await portal.PersonAsync();
        var page = await client.SubmitAsync(await client.OpenAsync("/incidents/report"), ("more", "person"));

        var refused = await client.SubmitAsync(page, ("Form.When", "Earlier"), (IncidentBuilder.Field(1, "Name"), "A pupil"));

        string[] told =
        [
            IncidentErrors.DangerMissing.Message, IncidentErrors.WhatMissing.Message, IncidentErrors.CategoryMissing.Message, IncidentErrors.WhereMissing.Message,
            IncidentErrors.HappenedOnMissing.Message, IncidentErrors.NoticedMissing.Message, IncidentErrors.InvolvedTypeMissing.Message,
        ];
        Assert.Equal(told.Order(StringComparer.Ordinal), refused.Errors.Order(StringComparer.Ordinal));
        Assert.NotNull(refused.Document.QuerySelector("#Form_People_1__Type-error"));
        Assert.Null(refused.Document.QuerySelector("#Form_People_0__Type-error"));
    }

    [Theory]
    [InlineData("Form.IsDanger", "", "Incident.DangerMissing")]
    [InlineData("Form.What", "", "Incident.WhatMissing")]
    [InlineData("Form.Category", "", "Incident.CategoryMissing")]
    [InlineData("Form.Where", "", "Incident.WhereMissing")]
    [InlineData("Form.Where", "SchoolAccount", "Incident.AccountMissing")]
    [InlineData("Form.Place", "", "Incident.PlaceMissing")]
    [InlineData("Form.Link", "javascript:alert(1)", "Incident.LinkWrong")]
    [InlineData("Form.When", "", "Incident.WhenMissing")]
    [InlineData("Form.When", "Earlier", "Incident.HappenedOnMissing")]
    [InlineData("Form.Noticed", "", "Incident.NoticedMissing")]
    public async Task A_refused_report_says_what_is_wrong_and_keeps_the_rest(string field, string value, string code)
    {
        var (_, client) = await portal.PersonAsync();
        var refused = await client.FillAsync("/incidents/report", [.. IncidentBuilder.ReportFields().Where(sent => sent.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var message = Assert.Single(refused.Errors);
        Assert.Equal(code, typeof(IncidentErrors).GetProperties().Select(property => (BrierleyHill.SocialGov.Domain.Shared.Error)property.GetValue(null)!).Single(error => error.Message == message).Code);
        if (field != "Form.What")
        {
            Assert.Equal("Somebody wrote something hurtful about a pupil.", refused.ValueOf("Form.What"));
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_reports_once()
    {
        var (reporter, client) = await portal.PersonAsync();
        var page = await client.OpenAsync("/incidents/report");
        (string, string)[] answers = [.. IncidentBuilder.ReportFields()];

        var first = await client.SubmitAsync(page, answers);
        var second = await client.SubmitAsync(page, answers);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Incidents.CountAsync(incident => incident.ReportedById == reporter.Id)));
    }

    [Fact]
    public async Task Numbers_are_drawn_by_chance_so_that_a_gap_tells_nothing()
    {
        var (_, client) = await portal.PersonAsync();
        var numbers = new List<int>();
        for (var report = 0; report < 6; report++)
        {
            numbers.Add(await client.ReportIncidentAsync());
        }

        Assert.All(numbers, number => Assert.InRange(number, Incident.SmallestNumber, Incident.LargestNumber));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        // Six in a row in order happen once in 720 times; six without a step of one do not happen by chance once in ten thousand.
        Assert.DoesNotContain(numbers.Zip(numbers.Skip(1)), pair => pair.Second - pair.First == 1);
    }

    [Fact]
    public async Task Where_every_leader_is_alleged_the_page_says_whom_to_tell_in_person()
    {
        // Whoever else leads in this portal has left by now: this portal is its own.
        await using var small = new PortalFactory();
        var (_, client) = await small.PersonAsync();
        var head = await small.AddPersonAsync(Roles.SeniorLeader);

        var told = await client.FollowAsync(await client.FillAsync("/incidents/report", [.. IncidentBuilder.ReportFields()]));
        Assert.Contains("Senior leaders have been told", told.Text, StringComparison.Ordinal);
        var untold = await client.FollowAsync(await client.FillAsync("/incidents/report", [.. IncidentBuilder.ReportFields(), .. IncidentBuilder.InvolvedFields(0, head)]));
        Assert.Contains("Tell the chair of governors in person.", untold.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Senior leaders have been told", untold.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_and_who_is_involved_reach_neither_audit_nor_mail_nor_log()
    {
        var (_, client) = await portal.PersonAsync();
        await portal.AddPersonAsync(Roles.SeniorLeader);
        var id = await IncidentAsync();
        var texts = await portal.UseDatabaseAsync(async database => string.Join(
            '\n',
            [
                .. (await database.AuditEvents.AsNoTracking().ToListAsync()).Select(line => $"{line.Reason} {line.Changes} {line.RecordReference}"),
                .. (await database.Notifications.AsNoTracking().ToListAsync()).Select(one => $"{one.Reference} {one.Text} {one.Path}"),
                .. (await database.OutgoingEmails.AsNoTracking().ToListAsync()).Select(mail => mail.Subject),
            ]));

        Assert.Contains($"INC-{id}", texts, StringComparison.Ordinal);
        foreach (var secret in new[] { "Wobblethorpe", "Quibblesworth", "A certain chat group" })
        {
            Assert.DoesNotContain(secret, texts, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, portal.Log(), StringComparison.Ordinal);
        }

        async Task<int> IncidentAsync()
        {
            var sent = await client.FillAsync(
                "/incidents/report",
                [
                    .. IncidentBuilder.ReportFields(what: "Wobblethorpe wrote something.").Where(field => field.Name != "Form.Place"),
                    ("Form.Place", "A certain chat group"),
                    (IncidentBuilder.Field(0, "Role"), "Subject"),
                    (IncidentBuilder.Field(0, "Type"), "Pupil"),
                    (IncidentBuilder.Field(0, "Name"), "Quibblesworth"),
                ]);
            return IncidentBuilder.NumberIn(sent.Location!);
        }
    }
}
