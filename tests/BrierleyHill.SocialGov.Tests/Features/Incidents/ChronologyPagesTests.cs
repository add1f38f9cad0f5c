using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>The chronology: everything in its place, append-only, and tampering shows.</summary>
[Trait("Clause", "SLT-3")]
public sealed class ChronologyPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(int Id, PortalClient Leader)> ReportedAsync()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        return (await client.ReportIncidentAsync(), leader);
    }

    private static (string, string)[] Entry(string text, string kind = "Note") => [("Form.Kind", kind), ("Form.When", "JustNow"), ("Form.Text", text)];

    private Task<ChronologyVerdict> VerifyAsync(int id) => portal.UseDatabaseAsync(database => database.VerifyChronologyAsync(id, CancellationToken.None));

    private static List<string> Ids(Page page) => [.. page.Document.QuerySelectorAll("main ol li").Select(item => item.Id!)];

    [Fact]
    public async Task A_back_dated_entry_stands_in_its_place_and_shows_when_it_was_written()
    {
        var (id, leader) = await ReportedAsync();

        var page = await leader.FollowAsync(await leader.FillAsync(
            $"/incidents/{id}/chronology/add",
            ("Form.Kind", "TelephoneCall"), ("Form.When", "Earlier"), ("Form.HappenedOn.Day", "9"), ("Form.HappenedOn.Month", "3"), ("Form.HappenedOn.Year", "2026"), ("Form.HappenedTime", "4pm"), ("Form.Text", "The mother rang.")));

        Assert.Equal(["entry-2", "entry-1"], Ids(page));
        Assert.Contains("Monday 9 March 2026 at 4pm Entry 2, telephone call", page.Text, StringComparison.Ordinal);
        Assert.Contains("Written 10 March 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 entries, and none has been tampered with.", page.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 3, 9, 16, 0, 0, DateTimeKind.Utc), (await portal.ChronologyAsync(id))[1].HappenedAt);
    }

    [Fact]
    public async Task A_correction_is_a_new_entry_that_refers_to_the_one_it_corrects()
    {
        var (id, leader) = await ReportedAsync();
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/chronology/add", Entry("It was at three.")));
        portal.Clock.Advance(TimeSpan.FromMinutes(10));

        var form = await leader.OpenAsync($"/incidents/{id}/chronology/2/correct");
        Assert.Contains("It was at three.", form.Text, StringComparison.Ordinal);
        Assert.Equal(("Note", "Earlier"), (form.ValueOf("Form.Kind"), form.ValueOf("Form.When")));
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.SubmitAsync(form)).Status);
        var page = await leader.FollowAsync(await leader.SubmitAsync(form, ("Form.Text", "It was at four.")));

        Assert.Contains("Corrected by entry 3", page.Text, StringComparison.Ordinal);
        Assert.Contains("Corrects entry 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was at three.", page.Text, StringComparison.Ordinal);
        Assert.Equal((2, "It was at four."), ((await portal.ChronologyAsync(id))[2].CorrectsNumber, (await portal.ChronologyAsync(id))[2].Text));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/incidents/{id}/chronology/99/correct")).Status);
        Assert.True((await VerifyAsync(id)).IsWhole);
    }

    [Theory]
    [InlineData("Form.Kind", "", "Choose what kind of entry it is.")]
    [InlineData("Form.Kind", "State", "Choose what kind of entry it is.")]
    [InlineData("Form.When", "", "Choose when it happened.")]
    [InlineData("Form.When", "Earlier", "Enter the date on which it happened.")]
    [InlineData("Form.Text", "  ", "Enter what happened or was said.")]
    public async Task A_refused_entry_says_what_is_wrong(string field, string value, string message)
    {
        var (id, leader) = await ReportedAsync();
        var refused = await leader.FillAsync($"/incidents/{id}/chronology/add", [.. Entry("Words").Where(sent => sent.Item1 != field), (field, value)]);
        Assert.Equal([message], refused.Errors);
        Assert.Single(await portal.ChronologyAsync(id));
    }

    [Fact]
    public async Task Everything_that_is_done_leaves_an_entry_and_its_hash_stands_in_the_audit()
    {
        var (id, leader) = await ReportedAsync();
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/people", ("Form.Role", "Witness"), ("Form.Type", "Pupil"), ("Form.Name", "A pupil of Year 3")));
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/people/1/take-off", ("Form.Because", "It was not they.")));

        var entries = await portal.ChronologyAsync(id);
        Assert.Equal([ChronologyKind.State, ChronologyKind.People, ChronologyKind.People], entries.Select(entry => entry.Kind));
        var anchored = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
            .Where(line => line.Name == nameof(ChronologyEntryWritten) && line.RecordReference == $"INC-{id}").OrderBy(line => line.Sequence).Select(line => line.Changes!).ToListAsync());
        Assert.Equal(3, anchored.Count);
        Assert.All(entries.Zip(anchored), pair => Assert.Contains(pair.First.Hash, pair.Second, StringComparison.Ordinal));
        Assert.DoesNotContain(anchored, line => line.Contains("Year 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_write_at_once_and_both_entries_stand_one_after_the_other()
    {
        var (id, leader) = await ReportedAsync();
        var (_, other) = await portal.PersonAsync(Roles.SeniorLeader);
        var forms = new List<(PortalClient Client, Page Form)>();
        foreach (var client in new[] { leader, other, leader.SecondWindow(), other.SecondWindow() })
        {
            forms.Add((client, await client.OpenAsync($"/incidents/{id}/chronology/add")));
        }

        var answers = await Task.WhenAll(forms.Select((one, index) => one.Client.SubmitAsync(one.Form, Entry($"Words {index}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal([1, 2, 3, 4, 5], (await portal.ChronologyAsync(id)).Select(entry => entry.Number));
        Assert.Equal(new ChronologyVerdict(5, null), await VerifyAsync(id));
        // An entry stands beside the incident: nobody's form about the incident has become stale by it.
        Assert.Equal(0, (await portal.IncidentAsync(id)).Version);
    }

    [Fact]
    public async Task Tampering_with_a_row_is_found_and_named_on_the_page_and_by_whoever_verifies()
    {
        var (id, leader) = await ReportedAsync();
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/chronology/add", Entry("What was said.")));
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/chronology/add", Entry("What was done.")));
        await portal.UseDatabaseAsync(database => database.Database.ExecuteSqlAsync($"""UPDATE "ChronologyEntries" SET "Text" = 'What was never said.' WHERE "IncidentId" = {id} AND "Number" = 2"""));

        Assert.Equal("The text of entry 2 was changed after it was written.", (await VerifyAsync(id)).Broken);
        Assert.Contains("This chronology has been tampered with. The text of entry 2 was changed", (await leader.OpenAsync($"/incidents/{id}/chronology")).Text, StringComparison.Ordinal);

        await portal.UseDatabaseAsync(database => database.Database.ExecuteSqlAsync($"""DELETE FROM "ChronologyEntries" WHERE "IncidentId" = {id} AND "Number" > 1"""));
        Assert.Equal("Entries after 1 are missing: the last one written was 3.", (await VerifyAsync(id)).Broken);
    }

    [Fact]
    public async Task What_is_over_takes_no_further_entry()
    {
        var (id, leader) = await ReportedAsync();
        var form = await leader.OpenAsync($"/incidents/{id}/chronology/add");
        await portal.UseDatabaseAsync(database => database.Incidents.Where(incident => incident.Id == id)
            .ExecuteUpdateAsync(incident => incident.SetProperty(its => its.Status, IncidentStatus.Closed)));

        Assert.Equal(HttpStatusCode.Conflict, (await leader.SubmitAsync(form, Entry("Too late."))).Status);
        Assert.Equal($"/incidents/{id}", (await leader.GetAsync($"/incidents/{id}/chronology/add")).Location);
        Assert.Single(await portal.ChronologyAsync(id));
    }
}
