using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Policy;

/// <summary>What is refused, how, and that nothing typed is lost.</summary>
[Trait("Clause", "SLT-2")]
public sealed class PolicyRefusalTests(PolicyRefusalTests.WithPolicy portal) : IClassFixture<PolicyRefusalTests.WithPolicy>
{
    [Theory]
    [InlineData("")]
    [InlineData("/differences")]
    [InlineData("/edit")]
    [InlineData("/publish")]
    [InlineData("/discard")]
    [InlineData("/review")]
    public async Task What_is_being_written_does_not_exist_for_others(string page)
    {
        var id = await portal.OpenAsync();
        foreach (var role in new[] { Roles.None, Roles.Administrator, Roles.DataProtectionOfficer | Roles.PortalManager })
        {
            var (_, client) = await portal.PersonAsync(role);
            var status = (await client.GetAsync($"/policy/versions/{id}{page}")).Status;
            Assert.Equal(page is "" or "/differences" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, status);
        }

        var (_, reader) = await portal.PersonAsync();
        Assert.DoesNotContain($"/policy/versions/{id}\"", (await reader.OpenAsync("/policy/versions")).Content, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Leading.GetAsync("/policy/versions/999999" + page)).Status);
    }

    [Fact]
    public async Task Preview_shows_the_text_and_saves_nothing()
    {
        var id = await portal.OpenAsync();
        var before = await portal.PolicyAsync(id);
        var edit = await portal.Leading.OpenAsync($"/policy/versions/{id}/edit");

        var preview = await portal.Leading.SubmitAsync(
            edit, ("Form.Title", "A new title"), ("Form.Text", "# Shown\n\n<script>alert(1)</script> [x](javascript:alert(1))"), ("Form.Do", "Preview"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("Shown", preview.Document.QuerySelector(".sg-preview .sg-markdown h2")!.TextContent);
        Assert.Null(preview.Document.QuerySelector("main script, main a[href^='javascript']"));
        Assert.Equal("# Shown\n\n<script>alert(1)</script> [x](javascript:alert(1))", preview.ValueOf("Form.Text"));
        Assert.Equal("A new title", preview.ValueOf("Form.Title"));
        Assert.Equal(before.ContentHash, (await portal.PolicyAsync(id)).ContentHash);

        await portal.Leading.SubmitAsync(preview, ("Form.Do", "Save"));
        Assert.Equal("A new title", (await portal.PolicyAsync(id)).Title);
    }

    [Fact]
    public async Task A_stale_edit_is_told_keeps_what_was_typed_and_shows_what_was_saved()
    {
        var id = await portal.OpenAsync();
        var mine = await portal.Leading.OpenAsync($"/policy/versions/{id}/edit");
        var (_, other) = await portal.PersonAsync(Roles.SeniorLeader);
        await other.FillAsync($"/policy/versions/{id}/edit", ("Form.Text", "The other leader’s words."));

        var refused = await portal.Leading.SubmitAsync(mine, ("Form.Text", "My own words."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([Error.Stale.Message], refused.Errors);
        Assert.Equal("My own words.", refused.ValueOf("Form.Text"));
        Assert.Contains("The other leader’s words.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("The other leader’s words.", (await portal.PolicyAsync(id)).Text);
        await portal.Leading.SubmitAsync(refused);
        Assert.Equal("My own words.", (await portal.PolicyAsync(id)).Text);
    }

    [Fact]
    public async Task Too_long_and_empty_are_told_and_nothing_is_lost()
    {
        var id = await portal.OpenAsync();
        var edit = await portal.Leading.OpenAsync($"/policy/versions/{id}/edit");

        var long_ = await portal.Leading.SubmitAsync(edit, ("Form.Text", new string('ä', PolicyVersion.TextMaximumLength + 1)));
        Assert.Equal(HttpStatusCode.BadRequest, long_.Status);
        Assert.Equal(PolicyVersion.TextMaximumLength + 1, long_.ValueOf("Form.Text")!.Length);
        var empty = await portal.Leading.SubmitAsync(edit, ("Form.Text", " "), ("Form.Title", "Kept"));
        Assert.Equal([PolicyErrors.TextMissing.Message], empty.Errors);
        Assert.Equal("Kept", empty.ValueOf("Form.Title"));
        var fits = await portal.Leading.SubmitAsync(edit, ("Form.Text", string.Concat(Enumerable.Repeat("学\n", PolicyVersion.TextMaximumLength / 2))));
        Assert.Equal(HttpStatusCode.Found, fits.Status);
    }

    [Fact]
    public async Task A_text_that_was_changed_after_it_was_read_is_not_approved()
    {
        var id = await portal.OpenAsync();
        var read = await portal.Leading.OpenAsync($"/policy/versions/{id}");
        await portal.Leading.FillAsync($"/policy/versions/{id}/edit", ("Form.Text", "Changed in between."));

        var refused = await portal.Leading.SubmitAsync(read);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([PolicyErrors.NotTheTextRead.Message], refused.Errors);
        Assert.Contains("Changed in between.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(PolicyStatus.Draft, (await portal.PolicyAsync(id)).Status);
    }

    [Fact]
    public async Task Editing_after_the_publishing_form_was_opened_stops_the_publishing()
    {
        var id = await portal.OpenAsync(approved: true);
        var form = await portal.Leading.OpenAsync($"/policy/versions/{id}/publish");
        await portal.Leading.FillAsync($"/policy/versions/{id}/edit", ("Form.Text", "Slipped in."));

        var stale = await portal.Leading.SubmitAsync(form, ("Form.WhatChanged", "Kinder."), ("Form.IsMaterial", "true"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Kinder.", stale.ValueOf("Form.WhatChanged"));
        var again = await portal.Leading.SubmitAsync(stale);
        Assert.Equal([PolicyErrors.NotApproved.Message], again.Errors);
        Assert.Equal(PolicyStatus.Draft, (await portal.PolicyAsync(id)).Status);
    }

    [Fact]
    public async Task A_second_draft_is_refused_and_leads_to_the_first()
    {
        await portal.ClearAsync();
        var page = await portal.Leading.OpenAsync("/policy/versions");
        var id = await portal.OpenAsync();

        var refused = await portal.Leading.SubmitFormAsync(page, "form[action='/policy/versions'][method='post']");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("is being written already", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector($"p a[href='/policy/versions/{id}']"));
    }

    [Fact]
    public async Task Of_two_leaders_who_begin_at_once_one_does()
    {
        for (var round = 0; round < 10; round++)
        {
            await portal.ClearAsync();
            var (_, other) = await portal.PersonAsync(Roles.SeniorLeader);
            var pages = new[] { await portal.Leading.OpenAsync("/policy/versions"), await other.OpenAsync("/policy/versions") };
            const string form = "form[action='/policy/versions'][method='post']";

            var answers = await Task.WhenAll(
                Task.Run(() => portal.Leading.SubmitFormAsync(pages[0], form)), Task.Run(() => other.SubmitFormAsync(pages[1], form)));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
            await portal.UseDatabaseAsync(async database =>
                Assert.Equal(1, await database.PolicyVersions.CountAsync(version => version.Status == PolicyStatus.Draft)));
        }
    }

    [Fact]
    public async Task A_discarded_version_keeps_its_number_and_says_why()
    {
        var id = await portal.OpenAsync();
        var form = await portal.Leading.OpenAsync($"/policy/versions/{id}/discard");
        var page = await portal.Leading.FollowAsync(await portal.Leading.SubmitAsync(form, ("Form.Reason", "The governors want <more> time.")));

        Assert.Contains("Discarded", page.Text, StringComparison.Ordinal);
        Assert.Contains("The governors want <more> time.", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/policy/versions/{id}", (await portal.Leading.GetAsync($"/policy/versions/{id}/edit")).Location);
        Assert.Equal(HttpStatusCode.Conflict, (await portal.Leading.SubmitAsync(form)).Status);
        var (_, reader) = await portal.PersonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/policy/versions/{id}")).Status);
    }

    [Fact]
    public async Task The_list_is_filtered_and_sorted_and_leads_by_reference()
    {
        var id = await portal.OpenAsync();
        var list = await portal.Leading.OpenAsync("/policy/versions?Status=Draft&sort=number&direction=ascending");
        Assert.Equal($"/policy/versions/{id}", list.Document.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Equal("Showing 1 to 1 of 1", list.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await portal.Leading.GetAsync("/policy/versions?Status=nonsense&page=99&sort=x")).Status);
        Assert.Equal($"/policy/versions/{id}", (await portal.Leading.GetAsync($"/search?q=pol-{id}")).Location);
    }

    /// <summary>A portal with a published policy and a leader.</summary>
    public sealed class WithPolicy : PortalFactory, IAsyncLifetime
    {
        public Person Leader { get; private set; } = null!;

        public PortalClient Leading { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            (Leader, Leading) = await this.PersonAsync(Roles.SeniorLeader);
            await this.PublishPolicyAsync(Leader);
        }

        /// <summary>The one version that is being written, new.</summary>
        public async Task<int> OpenAsync(bool approved = false)
        {
            await ClearAsync();
            return await this.BeginPolicyAsync(Leader, $"# Aims\n\nWords of {Guid.NewGuid():N}.", approved);
        }

        public Task ClearAsync() => UseDatabaseAsync(async database =>
        {
            foreach (var open in await database.PolicyVersions.Where(version => version.Status == PolicyStatus.Draft || version.Status == PolicyStatus.Approved).ToListAsync())
            {
                Assert.False(open.Discard("", Leader.AsActor(), Now).IsRefused);
            }

            await database.SaveChangesAsync();
        });

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
