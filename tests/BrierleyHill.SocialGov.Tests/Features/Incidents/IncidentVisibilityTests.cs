using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>Need to know: who may know of an incident, by every route that there is.</summary>
public sealed class IncidentVisibilityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const Roles Every = Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager | Roles.SafeguardingLead;

    // Every route of the feature that leads to one incident, whoever adds one.
    private IEnumerable<(string Method, string Pattern)> Routes() =>
        from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern.RawText!
        where pattern.StartsWith("incidents/{id:int}", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select (method, pattern);

    private static string Address(string pattern, int id) => "/" + System.Text.RegularExpressions.Regex.Replace(
        pattern.Replace("{id:int}", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), @"\{[^}]*\}", "1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<Dictionary<string, (HttpStatusCode Status, string Text)>> TryAsync(PortalClient client, int id)
    {
        var token = (await client.OpenAsync("/incidents/report")).ValueOf("__RequestVerificationToken")!;
        var answers = new Dictionary<string, (HttpStatusCode, string)>();
        foreach (var (method, pattern) in Routes())
        {
            var page = method == "GET"
                ? await client.GetAsync(Address(pattern, id))
                : await client.PostAsync(Address(pattern, id), [new("__RequestVerificationToken", token), new("Form.Version", "0"), new("Version", "0")]);
            // The reference of a request is its own each time.
            answers.Add($"{method} {pattern}", (page.Status, System.Text.RegularExpressions.Regex.Replace(page.Text, "[0-9A-F]{8,}|[0-9a-f]{16,}|0H[0-9A-Z:]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))));
        }

        return answers;
    }

    [Fact]
    public async Task For_whoever_is_alleged_whatever_their_roles_every_route_answers_as_if_there_were_none()
    {
        var (_, reporter) = await portal.PersonAsync();
        var (accused, client) = await portal.PersonAsync(Every);
        var id = await reporter.ReportIncidentAsync(IncidentCategory.Safeguarding, isDanger: true, alleged: accused);
        await portal.InvestigateAsync(id, accused);

        var (answers, missing) = (await TryAsync(client, id), await TryAsync(client, id == 999_999 ? id - 1 : id + 1));
        Assert.True(answers.Count >= 11, $"Only {answers.Count} routes were tried.");
        Assert.All(answers, answer => Assert.True(IsNothing(answer) && answer.Value == missing[answer.Key], $"{answer.Key}: {answer.Value}, {missing[answer.Key]}"));
        // Nobody is on record as having opened it.
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.RecordReference == $"INC-{id}" && line.ActorId == accused.Id)));
    }

    // Who signs proves first who they are, whatever there is: that is asked before the incident is looked for.
    private static bool IsNothing(KeyValuePair<string, (HttpStatusCode Status, string Content)> answer) =>
        answer.Value.Status == (answer.Key.EndsWith("/sign", StringComparison.Ordinal) ? HttpStatusCode.Redirect : HttpStatusCode.NotFound);

    public static TheoryData<Roles, IncidentCategory, bool, bool> Openness => new()
    {
        { Roles.None, IncidentCategory.Offensive, false, false },
        { Roles.Administrator, IncidentCategory.Safeguarding, true, false },
        { Roles.PortalManager, IncidentCategory.PersonalDataBreach, true, false },
        { Roles.SeniorLeader, IncidentCategory.Offensive, false, true },
        { Roles.SafeguardingLead, IncidentCategory.Offensive, false, false },
        { Roles.SafeguardingLead, IncidentCategory.Offensive, true, true },
        { Roles.SafeguardingLead, IncidentCategory.Safeguarding, false, true },
        { Roles.DataProtectionOfficer, IncidentCategory.Safeguarding, true, false },
        { Roles.DataProtectionOfficer, IncidentCategory.PersonalDataBreach, false, true },
    };

    [Theory]
    [MemberData(nameof(Openness))]
    public async Task It_is_open_to_those_who_need_to_know_and_to_nobody_else(Roles roles, IncidentCategory category, bool isDanger, bool isOpen)
    {
        var (_, reporter) = await portal.PersonAsync();
        var id = await reporter.ReportIncidentAsync(category, isDanger);
        var (person, client) = await portal.PersonAsync(roles);

        Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}")).Status);
        Assert.Equal(isOpen, (await client.OpenAsync("/incidents?State=All")).Text.Contains($"INC-{id}", StringComparison.Ordinal));
        Assert.Equal(isOpen, (await client.GetAsync("/incidents/export?State=All")).Content.Contains($"INC-{id}", StringComparison.Ordinal));
        if (!isOpen)
        {
            Assert.All(await TryAsync(client, id), answer => Assert.True(IsNothing(answer), $"{answer.Key}: {answer.Value.Status}"));
            await portal.InvestigateAsync(id, person);
            await client.OpenAsync($"/incidents/{id}/chronology");
        }
    }

    [Fact]
    public async Task Whoever_reported_it_sees_its_status_and_their_own_report_and_nothing_else()
    {
        var (_, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await client.ReportIncidentAsync(what: "What I saw.");
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/people", ("Form.Role", "Witness"), ("Form.Type", "Pupil"), ("Form.Name", "Somebody found later")));
        await leader.FollowAsync(await leader.FillAsync($"/incidents/{id}/chronology/add", ("Form.Kind", "Note"), ("Form.When", "JustNow"), ("Form.Text", "Spoke to the witness.")));

        var page = await client.OpenAsync($"/incidents/{id}");
        Assert.Contains("What I saw.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Reported", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody found later", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("chronology", page.Content, StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { "chronology", "chronology/add", "people" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/incidents/{id}/{path}")).Status);
        }

        Assert.Contains($"INC-{id}", (await client.OpenAsync("/incidents/mine")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"INC-{id}", (await client.OpenAsync("/incidents?State=All")).Text, StringComparison.Ordinal);
        Assert.Contains("Somebody found later", (await leader.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_opening_is_on_record()
    {
        var (reporter, client) = await portal.PersonAsync();
        var (head, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await client.ReportIncidentAsync();
        await leader.OpenAsync($"/incidents/{id}");
        await leader.OpenAsync($"/incidents/{id}");
        await leader.OpenAsync($"/incidents/{id}/chronology");
        await leader.OpenAsync($"/incidents/{id}/people");
        await client.OpenAsync($"/incidents/{id}");
        // A form that is refused is shown again without a further line: nobody opened anything.
        await leader.FillAsync($"/incidents/{id}/people");

        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
            .Where(line => line.Name == nameof(IncidentOpened) && line.RecordReference == $"INC-{id}").OrderBy(line => line.Sequence).ToListAsync());
        Assert.Equal(
            [(head.Id, "Details"), (head.Id, "Details"), (head.Id, "Chronology"), (head.Id, "Form"), (reporter.Id, "Own report"), (head.Id, "Form")],
            lines.Select(line => (line.ActorId!.Value, System.Text.Json.JsonDocument.Parse(line.Changes!).RootElement[0].GetProperty("after").GetString()!)));
    }

    [Fact]
    public async Task Whoever_is_named_as_alleged_later_loses_sight_of_it_with_that_save_and_sees_it_again_when_it_was_a_mistake()
    {
        var (_, client) = await portal.PersonAsync();
        var (head, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, other) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await client.ReportIncidentAsync();
        await leader.OpenAsync($"/incidents/{id}");

        await other.FollowAsync(await other.FillAsync($"/incidents/{id}/people", ("Form.Role", "Alleged"), ("Form.Type", "Staff"), ("Form.PersonId", head.Id.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/incidents/{id}")).Status);
        Assert.DoesNotContain($"INC-{id}", (await leader.OpenAsync("/incidents?State=All")).Text, StringComparison.Ordinal);

        await other.FollowAsync(await other.FillAsync($"/incidents/{id}/people/1/take-off", ("Form.Because", "It was somebody of the same name.")));
        await leader.OpenAsync($"/incidents/{id}");
    }

    [Fact]
    public async Task The_dashboard_counts_what_is_open_to_the_person_alone()
    {
        await using var school = new PortalFactory();
        var (_, client) = await school.PersonAsync();
        var (head, leader) = await school.PersonAsync(Roles.SeniorLeader);
        var (accused, accusedClient) = await school.PersonAsync(Roles.SeniorLeader);
        var before = (await accusedClient.OpenAsync("/")).Text;
        var first = await client.ReportIncidentAsync(alleged: accused);
        Assert.Equal(before, (await accusedClient.OpenAsync("/")).Text);
        Assert.Contains("Assess 1 incident", (await leader.OpenAsync("/")).Text, StringComparison.Ordinal);
        await client.ReportIncidentAsync(isDanger: true, alleged: head);
        Assert.Contains("Assess 1 incident", (await leader.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("danger", (await leader.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Look at an incident: somebody may be in danger", (await accusedClient.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("incident", (await client.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.NotEqual(0, first);
    }
}
