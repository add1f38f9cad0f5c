using System.Net;
using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Guidance;

[Trait("Clause", "ADV-1")]
[Trait("Clause", "SLT-1")]
public class GuidanceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private Task<GuidancePage?> SavedAsync(string slug) =>
        portal.UseDatabaseAsync(database => database.GuidancePages.AsNoTracking().SingleOrDefaultAsync(page => page.Slug == slug));

    /// <summary>Brings a page to a text of its own, whatever other tests did with it.</summary>
    private async Task<PortalClient> LeaderOnAsync(string slug, string text)
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        await leader.FillAsync($"/guidance/{slug}/edit", ("Form.Text", text));
        return leader;
    }

    [Fact]
    public async Task The_disclaimer_can_be_selected_without_JavaScript_and_has_a_button_for_it()
    {
        var (_, client) = await portal.PersonAsync();
        var page = await client.OpenAsync("/guidance/disclaimer");
        Assert.NotEmpty(page.Document.QuerySelector("[data-copy-text]")!.TextContent);
        Assert.True(page.Document.QuerySelector("[data-copy-button]")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_leader_previews_saves_looks_back_and_brings_back()
    {
        var (person, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        const string slug = "how-to-report";
        var form = await leader.OpenAsync($"/guidance/{slug}/edit");
        Assert.Equal(DeliveredGuidance.Of(GuidanceTopic.HowToReport), form.ValueOf("Form.Text")!.ReplaceLineEndings("\n"));

        var preview = await leader.SubmitAsync(form, ("Form.Text", "## Tell [school name]\r\n\r\nAt once."), ("Form.Action", "preview"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Nothing has been saved yet", preview.Text, StringComparison.Ordinal);
        Assert.Equal("Tell Brierley Hill Primary School", preview.Document.QuerySelector(".sg-markdown h2")!.TextContent);
        Assert.Null(await SavedAsync(slug));

        var saved = await leader.FollowAsync(await leader.SubmitAsync(preview));
        Assert.Contains("The page has been saved.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Tell Brierley Hill Primary School", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1, saved on 10 March 2026 at 10am", saved.Text, StringComparison.Ordinal);

        var versions = await leader.OpenAsync($"/guidance/{slug}/versions");
        Assert.Contains(person.FullName, versions.Text, StringComparison.Ordinal);
        Assert.Contains(GuidancePage.HashOf("## Tell [school name]\n\nAt once."), versions.Text, StringComparison.Ordinal);

        var delivered = await leader.OpenAsync($"/guidance/{slug}/versions/0");
        var back = await leader.FollowAsync(await leader.SubmitAsync(delivered));
        Assert.Contains("The earlier text is back.", back.Text, StringComparison.Ordinal);
        Assert.Contains("999", back.Text, StringComparison.Ordinal);
        Assert.Null((await leader.OpenAsync($"/guidance/{slug}/versions/0")).Document.QuerySelector("main form"));

        await leader.FollowAsync(await leader.SubmitAsync(await leader.OpenAsync($"/guidance/{slug}/versions/1")));
        Assert.Equal([1, 2, 3], (await SavedAsync(slug))!.Versions.Select(version => version.Number));
        Assert.Equal("## Tell [school name]\n\nAt once.", (await SavedAsync(slug))!.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/guidance/{slug}/versions/4")).Status);
    }

    [Fact]
    public async Task What_is_wrong_with_a_text_is_said_and_nothing_typed_is_lost()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var empty = await leader.FillAsync("/guidance/good-practice/edit", ("Form.Text", " "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal([GuidanceErrors.TextMissing.Message], empty.Errors);

        var tooLong = new string('x', GuidancePage.TextMaximumLength + 1);
        foreach (var action in new[] { "", "preview" })
        {
            var refused = await leader.FillAsync("/guidance/good-practice/edit", ("Form.Text", tooLong), ("Form.Action", action));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("20,000 characters or fewer", Assert.Single(refused.Errors), StringComparison.Ordinal);
            Assert.Equal(tooLong, refused.ValueOf("Form.Text"));
        }

        var disclaimer = await leader.FillAsync("/guidance/disclaimer/edit", ("Form.Text", new string('x', 301)), ("Form.Action", "preview"));
        Assert.Equal(["The text must be 300 characters or fewer."], disclaimer.Errors);
    }

    [Fact]
    public async Task Hostile_text_is_harmless_in_page_preview_version_and_disclaimer()
    {
        const string hostile = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> ![y](https://evil.example/y.png)";
        var leader = await LeaderOnAsync("good-practice", hostile);
        await leader.FillAsync("/guidance/disclaimer/edit", ("Form.Text", hostile));
        var number = (await SavedAsync("good-practice"))!.Versions.Count;
        var pages = new[]
        {
            await leader.OpenAsync("/guidance/good-practice"),
            await leader.OpenAsync($"/guidance/good-practice/versions/{number}"),
            await leader.OpenAsync("/guidance/good-practice/edit"),
            await leader.FillAsync("/guidance/good-practice/edit", ("Form.Text", hostile), ("Form.Action", "preview")),
            await leader.OpenAsync("/guidance/disclaimer"),
            await leader.OpenAsync("/declarations"),
        };
        Assert.All(pages, page =>
        {
            Assert.Null(page.Document.QuerySelector("main script, main img, main [onerror], main [href^='javascript']"));
            Assert.Contains("<script>alert(1)</script>", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        });
        await leader.FillAsync("/guidance/disclaimer/edit", ("Form.Text", "My own views, not those of [school name]."));
        Assert.Contains("My own views, not those of Brierley Hill Primary School.", (await leader.OpenAsync("/declarations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_before_another_text_was_saved_is_told_and_loses_nothing()
    {
        var leader = await LeaderOnAsync("parents-and-carers", "## Before " + Guid.NewGuid());
        var stale = await leader.OpenAsync("/guidance/parents-and-carers/edit");
        var other = await LeaderOnAsync("parents-and-carers", "## Meanwhile");
        var version = await other.OpenAsync("/guidance/parents-and-carers/versions/0");

        var refused = await leader.SubmitAsync(stale, ("Form.Text", "## Mine"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("## Mine", refused.ValueOf("Form.Text"));
        Assert.Contains("## Meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/guidance/parents-and-carers", (await leader.SubmitAsync(refused)).Location);
        Assert.Equal("## Mine", (await SavedAsync("parents-and-carers"))!.Text);

        var late = await other.SubmitAsync(version);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("## Mine", (await SavedAsync("parents-and-carers"))!.Text);
    }

    [Fact]
    public async Task Two_leaders_who_change_a_page_first_at_once_do_not_overwrite_each_other()
    {
        var leaders = new[] { await portal.PersonAsync(Roles.SeniorLeader), await portal.PersonAsync(Roles.SeniorLeader) };
        var forms = new[] { await leaders[0].Client.OpenAsync("/guidance/your-own-accounts/edit"), await leaders[1].Client.OpenAsync("/guidance/your-own-accounts/edit") };
        var pages = await Task.WhenAll(
            Task.Run(() => leaders[0].Client.SubmitAsync(forms[0], ("Form.Text", "## Zero"))), Task.Run(() => leaders[1].Client.SubmitAsync(forms[1], ("Form.Text", "## One"))));

        var winner = Array.FindIndex(pages, page => page.Status == HttpStatusCode.Found);
        Assert.Equal(HttpStatusCode.Conflict, pages[1 - winner].Status);
        var saved = await SavedAsync("your-own-accounts");
        Assert.Equal(leaders[winner].Person.Id, Assert.Single(saved!.Versions).SavedById);
        Assert.Equal(winner == 0 ? "## One" : "## Zero", pages[1 - winner].ValueOf("Form.Text"));
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Administrator | Roles.PortalManager | Roles.DataProtectionOfficer)]
    public async Task Nobody_but_senior_leaders_changes_a_page_or_sees_its_versions(Roles roles)
    {
        var (_, client) = await portal.PersonAsync(roles);
        foreach (var path in new[] { "edit", "versions", "versions/0" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/guidance/good-practice/{path}")).Status);
        }
    }

    [Fact]
    public async Task Saving_twice_with_one_form_saves_once()
    {
        var leader = await LeaderOnAsync("good-practice", "## Start " + Guid.NewGuid());
        var form = await leader.OpenAsync("/guidance/good-practice/edit");
        var before = (await SavedAsync("good-practice"))!.Versions.Count;
        var first = await leader.SubmitAsync(form, ("Form.Text", "## Twice"));
        var second = await leader.SubmitAsync(form, ("Form.Text", "## Twice"));
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(before + 1, (await SavedAsync("good-practice"))!.Versions.Count);
    }
}

/// <summary>The texts that come with the portal, on one in which nobody changes them.</summary>
[Trait("Clause", "ADV-1")]
[Trait("Clause", "SLT-1")]
public class DeliveredGuidanceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    [Trait("Clause", "BEH-1")]
    [Trait("Clause", "BEH-6")]
    [Trait("Clause", "PAR-1")]
    [Trait("Clause", "SCOPE-1")]
    public async Task Everybody_reads_every_page()
    {
        var (_, client) = await portal.PersonAsync();
        var list = await client.OpenAsync("/guidance");
        foreach (var topic in GuidanceTopics.Each)
        {
            Assert.NotNull(list.Document.QuerySelector($"a[href='/guidance/{topic.Slug()}']"));
            var page = await client.OpenAsync($"/guidance/{topic.Slug()}");
            Assert.DoesNotContain("[school name]", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(DeliveredGuidance.Of(topic).Contains("[school name]", StringComparison.Ordinal), page.Text.Contains("Brierley Hill Primary School", StringComparison.Ordinal));
            Assert.DoesNotContain("Change this page", page.Text, StringComparison.Ordinal);
        }

        Assert.NotNull((await client.OpenAsync("/guidance/your-own-accounts")).Document.QuerySelector("main table th"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/guidance/nothing")).Status);
    }
}
