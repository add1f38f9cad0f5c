using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Audit;

/// <summary>The audit page, and that the audit cannot be changed without showing it.</summary>
public class AuditTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static async Task<(PortalClient Client, int Id, Person Applicant)> WrittenAsync(PortalFactory portal, Roles roles = Roles.DataProtectionOfficer)
    {
        var (_, client) = await portal.PersonAsync(roles);
        var applicant = await portal.AddPersonAsync();
        return (client, await portal.AddApplicationAsync(applicant, applicant, await portal.AddPersonAsync()), applicant);
    }

    private static string[] Cells(Page page, int column) =>
    [
        .. page.Document.QuerySelectorAll($"main tbody tr td:nth-child({column})").Select(cell =>
            cell.TextContent.Trim()[(cell.QuerySelector(".sg-table__label")?.TextContent.Length ?? 0)..].Trim()),
    ];

    [Theory]
    [InlineData(Roles.DataProtectionOfficer)]
    [InlineData(Roles.PortalManager)]
    public async Task The_page_shows_each_line_with_who_what_and_when_and_nothing_by_which_lines_could_be_counted(Roles roles)
    {
        var (client, id, applicant) = await WrittenAsync(portal, roles);

        var page = await client.OpenAsync($"/audit?Record=app-{id}");

        Assert.Equal(10, Cells(page, 1).Length);
        Assert.All(Cells(page, 3), reference => Assert.Equal($"APP-{id:D6}", reference));
        Assert.All(Cells(page, 4), who => Assert.Equal(applicant.FullName, who));
        var lines = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().Where(line => line.RecordReference == $"APP-{id:D6}").OrderByDescending(line => line.Sequence).ToListAsync());
        Assert.Equal(lines.Select(line => HistoryEntry.From(line).What), Cells(page, 2));
        // Neither a number nor a fingerprint: both tell whether there are lines between two that are shown.
        Assert.All(lines, line => Assert.DoesNotContain(line.Hash, page.Content, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain(line.PreviousHash, page.Content, StringComparison.Ordinal));
        Assert.DoesNotContain("Line", page.Document.QuerySelector("main thead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_filtered_by_event_person_record_and_day()
    {
        var (client, id, applicant) = await WrittenAsync(portal);
        async Task<int> CountAsync(string query) => Cells(await client.OpenAsync("/audit?" + query), 1).Length;

        Assert.Equal(1, await CountAsync($"Record=APP-{id}&Event=ApplicationSubmitted"));
        Assert.Equal(8, await CountAsync($"Record=APP-{id}&Event=ApplicationSectionSaved"));
        Assert.Equal(10, await CountAsync($"Person={applicant.Id}"));
        Assert.Equal(0, await CountAsync($"Person={applicant.Id}&Event=ApplicationApproved"));
        Assert.Equal(10, await CountAsync($"Record=APP-{id}&From=2026-03-10&Until=2026-03-10"));
        Assert.Equal(0, await CountAsync($"Record=APP-{id}&From=2026-03-11"));
        Assert.Equal(0, await CountAsync($"Record=APP-{id}&Until=2026-03-09"));
        Assert.Contains("No line fits this filter.", (await client.OpenAsync("/audit?Record=APP-999999")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifying_says_that_it_is_whole_and_is_audited_itself()
    {
        var (client, _, _) = await WrittenAsync(portal);
        var audit = await client.OpenAsync("/audit");

        var verified = await client.SubmitFormAsync(audit, "form[action='/audit/verify']");
        var shown = verified.Location is null ? verified : await client.FollowAsync(verified);

        Assert.Contains("The audit is whole", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", shown.Text);
        Assert.Contains("Whole", (await client.OpenAsync("/audit?Event=AuditVerified")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifying_again_by_reloading_gives_an_answer_and_no_error()
    {
        var (client, _, _) = await WrittenAsync(portal);
        var audit = await client.OpenAsync("/audit");
        await client.SubmitFormAsync(audit, "form[action='/audit/verify']");

        var again = await client.SubmitFormAsync(audit, "form[action='/audit/verify']");

        var shown = again.Location is null ? again : await client.FollowAsync(again);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("The audit is whole", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE "AuditEvents" SET "ActorName" = 'Nobody' WHERE "Sequence" = 3""", "The audit is broken", "A line was changed after it was written.")]
    [InlineData("""DELETE FROM "AuditEvents" WHERE "Sequence" = 4""", "The audit is broken", "A line was taken out.")]
    [InlineData("""DELETE FROM "AuditEvents" WHERE "Sequence" >= 9""", "The audit is broken", "Lines at the end were taken out.")]
    public async Task Verifying_says_how_it_is_broken_and_not_where_or_how_many_lines_there_are(string tampering, string heading, string broken)
    {
        await using var own = new PortalFactory();
        var (client, _, _) = await WrittenAsync(own, Roles.PortalManager);
        await own.UseDatabaseAsync(async database =>
        {
            await DropTriggersAsync(database);
#pragma warning disable EF1002 // The statement is written in this file.
            await database.Database.ExecuteSqlRawAsync(tampering);
#pragma warning restore EF1002
        });

        var verified = await client.SubmitFormAsync(await client.OpenAsync("/audit"), "form[action='/audit/verify']");
        var shown = verified.Location is null ? verified : await client.FollowAsync(verified);

        Assert.Contains(heading, shown.Text, StringComparison.Ordinal);
        Assert.Contains(broken, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", shown.Text);
        Assert.Equal("Broken", await own.UseDatabaseAsync(database => database.AuditEvents.Where(line => line.Name == "AuditVerified").Select(line => line.Reason).SingleAsync()));
    }

    [Theory]
    [InlineData("""UPDATE "AuditEvents" SET "Reason" = 'other'""")]
    [InlineData("""UPDATE "AuditEvents" SET "Sequence" = "Sequence" WHERE "Sequence" = 1""")]
    [InlineData("""DELETE FROM "AuditEvents" WHERE "Sequence" = 1""")]
    [InlineData("""DELETE FROM "AuditEvents" """)]
    public async Task The_database_refuses_to_change_or_delete_a_line(string statement)
    {
        await WrittenAsync(portal);
        var before = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().OrderBy(line => line.Sequence).Select(line => line.Hash + line.Reason).ToListAsync());

#pragma warning disable EF1002 // The statement is written in this file.
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => portal.UseDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(statement)));
#pragma warning restore EF1002

        Assert.Contains("Audit events are ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().OrderBy(line => line.Sequence).Select(line => line.Hash + line.Reason).ToListAsync()));
    }

    private static async Task DropTriggersAsync(BrierleyHill.SocialGov.Web.Data.SocialGovDbContext database)
    {
        string[] triggers = database.Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal)
            ? ["AuditEvents_RefuseChange"]
            : ["AuditEvents_RefuseChange_Update", "AuditEvents_RefuseChange_Delete"];
        foreach (var trigger in triggers)
        {
#pragma warning disable EF1002 // The name is written in this file.
            await database.Database.ExecuteSqlRawAsync($"DROP TRIGGER \"{trigger}\"");
#pragma warning restore EF1002
        }
    }
}
