using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>The register of breaches: facts, effects, remedial action, whether and why they were reported; for whoever may see each.</summary>
[Trait("Clause", "DP-1")]
public sealed class BreachRegisterTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly PortalFactory _portal = new();
    private PortalClient _leader = null!;
    private PortalClient _officer = null!;
    private PortalClient _alleged = null!;
    private readonly List<int> _ids = [];

    public async Task InitializeAsync()
    {
        (_, _leader) = await _portal.PersonAsync(Roles.SeniorLeader);
        (_, _officer) = await _portal.PersonAsync(Roles.DataProtectionOfficer);
        (var alleged, _alleged) = await _portal.PersonAsync(Roles.DataProtectionOfficer | Roles.SeniorLeader);
        var (_, reporter) = await _portal.PersonAsync();
        // One told, one not told, one that runs and in which the second officer is alleged.
        foreach (var (day, who) in new[] { (3, (Person?)null), (7, null), (9, alleged) })
        {
            var id = await reporter.ReportIncidentAsync(alleged: who);
            Assert.NotNull((await _leader.FillAsync($"/incidents/{id}/breach/record", BreachPagesTests.Aware(day, "9am", day == 3 ? "=HYPERLINK(1) list of pupils" : $"What of the {day}th"))).Location);
            _ids.Add(id);
        }

        await _leader.FillAsync($"/incidents/{_ids[0]}/breach/risk", ("Form.Risk", "High"), ("Form.Because", "Addresses."));
        await _leader.FillAsync($"/incidents/{_ids[0]}/breach/facts", ("Form.NumberOfPeople", "31"), ("Form.Consequences", "Effect-one"), ("Form.MeasuresTaken", "Measure-one"), ("Form.Data", "Health"));
        Assert.NotNull((await _leader.FillAsync(
            $"/incidents/{_ids[0]}/breach/ico",
            BreachPagesTests.ToldOn(9, "9am", ("Form.IsTold", "true"), ("Form.CommissionerReference", "IC-55"), ("Form.Because", "Told-because"), ("Form.DelayBecause", "Late-because")))).Location);
        await _leader.FillAsync($"/incidents/{_ids[1]}/breach/risk", ("Form.Risk", "Unlikely"), ("Form.Because", "Back unread."));
        Assert.NotNull((await _leader.FillAsync($"/incidents/{_ids[1]}/breach/ico", ("Form.IsTold", "false"), ("Form.Because", "Untold-because"))).Location);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    private static string Reference(int id) => $"INC-{id}";

    [Fact]
    public async Task It_lists_counts_filters_and_sorts()
    {
        var all = await _officer.OpenAsync("/incidents/breaches");
        Assert.Contains("Showing 1 to 3 of 3", all.Text, StringComparison.Ordinal);
        Assert.Equal([_ids[2], _ids[1], _ids[0]], Rows(all));
        Assert.Equal([_ids[0]], Rows(await _officer.OpenAsync("/incidents/breaches?Standing=Told")));
        Assert.Equal([_ids[1]], Rows(await _officer.OpenAsync("/incidents/breaches?Standing=NotTold")));
        Assert.Equal([_ids[2]], Rows(await _officer.OpenAsync("/incidents/breaches?Standing=Running")));
        Assert.Equal([_ids[0], _ids[1], _ids[2]], Rows(await _officer.OpenAsync("/incidents/breaches?Year=2026&sort=aware&direction=ascending")));
        Assert.Equal([_ids[0], _ids[1], _ids[2]], Rows(await _officer.OpenAsync("/incidents/breaches?sort=risk&direction=descending")));
        Assert.Equal(_ids[0], Rows(await _officer.OpenAsync("/incidents/breaches?sort=people&direction=descending"))[0]);
        Assert.Equal(_ids[0], Rows(await _officer.OpenAsync("/incidents/breaches?sort=commissioner&direction=descending"))[0]);
        Assert.Contains("No breach fits this filter", (await _officer.OpenAsync("/incidents/breaches?Year=2019")).Text, StringComparison.Ordinal);
        // Nonsense in the address shows the register without that filter.
        Assert.Equal(3, Rows(await _officer.OpenAsync("/incidents/breaches?Standing=x&Year=y&page=z")).Count);
        Assert.Contains("After 72 hours", all.Text, StringComparison.Ordinal);
        Assert.Contains("Special category", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_alleged_sees_neither_row_nor_number_and_others_see_an_empty_register()
    {
        var page = await _alleged.OpenAsync("/incidents/breaches");
        Assert.Contains("Showing 1 to 2 of 2", page.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/incidents/breaches", "/incidents/breaches/print", "/incidents/breaches/export" })
        {
            var seen = (await _alleged.OpenAsync(path)).Content;
            Assert.Contains(Reference(_ids[0]), seen, StringComparison.Ordinal);
            Assert.DoesNotContain(Reference(_ids[2]), seen, StringComparison.Ordinal);
            Assert.DoesNotContain("What of the 9th", seen, StringComparison.Ordinal);
        }

        foreach (var role in new[] { Roles.None, Roles.PortalManager, Roles.Administrator, Roles.SafeguardingLead })
        {
            var (_, other) = await _portal.PersonAsync(role);
            Assert.Contains("There is no personal data breach that you may see", (await other.OpenAsync("/incidents/breaches")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("INC-", (await other.OpenAsync("/incidents/breaches/export")).Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_prints_facts_effects_remedies_and_the_decisions_with_their_reasons()
    {
        var print = await _officer.OpenAsync("/incidents/breaches/print?Year=2026");
        foreach (var words in new[] { "3 breaches", "Effect-one", "Measure-one", "IC-55", "Told-because", "Late-because", "Untold-because", "Addresses.", "Not decided yet" })
        {
            Assert.Contains(words, print.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(print.Document.QuerySelector("article.sg-print"));
        // Each that was shown whole was opened.
        foreach (var id in _ids)
        {
            Assert.Contains(
                await _portal.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.RecordReference == Reference(id) && line.Name == nameof(IncidentOpened)).Select(line => line.Changes).ToListAsync()),
                changes => changes!.Contains("reach register", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_file_neutralises_formulas_and_its_download_is_on_record_without_a_number()
    {
        var file = await _officer.GetAsync("/incidents/breaches/export?sort=aware&direction=ascending");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("text/csv", file.ContentHeaders.ContentType!.MediaType);
        Assert.Contains("'=HYPERLINK(1) list of pupils", file.Content, StringComparison.Ordinal);
        Assert.Equal(4, file.Content.Trim().Split("\r\n").Length);
        var line = await _portal.UseDatabaseAsync(database => database.AuditEvents.SingleAsync(one => one.Name == nameof(BreachRegisterExported)));
        Assert.Null(line.Changes);
    }

    private static List<int> Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("main tbody td:first-child a").Select(link => int.Parse(link.GetAttribute("href")!.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture))];
}
