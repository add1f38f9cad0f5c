using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Policy;

// xunit disposes of it through IAsyncLifetime, which the analyzer does not know.
#pragma warning disable CA1001
/// <summary>The policy from the first draft to a second version, over HTTP.</summary>
[Trait("Clause", "SLT-2")]
[Trait("Clause", "SLT-7")]
[Trait("Clause", "REV-1")]
public sealed class PolicyJourneyTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalFactory _portal = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_school_without_a_policy_begins_with_the_model_and_asks_everybody()
    {
        var (leader, leading) = await _portal.PersonAsync(Roles.SeniorLeader);
        var (reader, reading) = await _portal.PersonAsync();
        Assert.Contains("has not published its social media policy here yet", (await reading.OpenAsync("/policy")).Text, StringComparison.Ordinal);

        // Begin, change, approve, publish: one leader may do all of it.
        var begun = await leading.SubmitAsync(await leading.OpenAsync("/policy"));
        Assert.EndsWith("/edit", begun.Location, StringComparison.Ordinal);
        var edit = await leading.FollowAsync(begun);
        Assert.Contains("Social media helps Brierley Hill Primary School to share", edit.ValueOf("Form.Text"), StringComparison.Ordinal);
        var version = await leading.FollowAsync(await leading.SubmitAsync(
            edit, ("Form.Text", edit.ValueOf("Form.Text") + "\n\n# Our own words\n\n<b>Kindness</b> first."), ("Form.Do", "Save")));
        Assert.Contains("<b>Kindness</b> first.", version.Text, StringComparison.Ordinal);
        Assert.NotNull(version.Document.QuerySelector("nav a[href='#section-our-own-words']"));
        var approved = await leading.FollowAsync(await leading.SubmitAsync(version));
        Assert.Contains("You have approved this text.", approved.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reading.GetAsync(version.Path)).Status);
        var publish = await leading.OpenAsync(version.Path + "/publish");
        Assert.Null(publish.ValueOf("Form.IsMaterial"));
        Assert.Equal("10", publish.ValueOf("Form.NextReviewOn.Day"));
        Assert.Equal("2027", publish.ValueOf("Form.NextReviewOn.Year"));
        var published = await leading.FollowAsync(await leading.SubmitAsync(publish));
        Assert.Contains("It is in force now.", published.Text, StringComparison.Ordinal);
        var id = int.Parse(version.Path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            ["PolicyDraftBegun", "PolicyTextChanged", "PolicyApproved", "PolicyPublished"], await _portal.EventsOfAsync(nameof(PolicyVersion), id));

        // Everybody is asked, in the portal and by e-mail, and the e-mail says nothing personal.
        Assert.Equal($"POL-{id:D6}: please acknowledge the social media policy", Assert.Single(await _portal.MailsToAsync(reader.Id)).Subject);
        Assert.Contains("/policy", (await _portal.MailsToAsync(leader.Id))[0].Body, StringComparison.Ordinal);
        Assert.Contains("Please read and acknowledge it.", (await reading.OpenAsync("/notifications")).Text, StringComparison.Ordinal);

        // The reader acknowledges; a statement that is not ticked is asked for.
        var policy = await reading.OpenAsync("/policy");
        Assert.Contains("You are asked to acknowledge it.", policy.Text, StringComparison.Ordinal);
        var halfway = await reading.SubmitAsync(policy, ("Form.Confirmed", "Understood"), ("Form.Confirmed", "Monitored"));
        Assert.Equal(HttpStatusCode.BadRequest, halfway.Status);
        Assert.Equal([PolicyErrors.NotConfirmed.Message], halfway.Errors);
        Assert.Equal(2, halfway.Document.QuerySelectorAll("input[name='Form.Confirmed'][checked]").Length);
        var done = await reading.FollowAsync(await reading.SubmitAsync(halfway, Everything()));
        Assert.Contains("You acknowledged version 1 on 10 March 2026 at 10am.", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector("#acknowledge"));
        await _portal.UseDatabaseAsync(async database =>
        {
            var given = await database.Acknowledgements.SingleAsync();
            var saved = await database.PolicyVersions.SingleAsync();
            Assert.Equal((reader.Id, saved.Id, 1, PolicyVersion.HashOf(saved.Text), _portal.Now), (given.PersonId, given.PolicyVersionId, given.Number, given.ContentHash, given.AcknowledgedAt));
        });

        // Every sentence of the audit is free of the text itself.
        Assert.DoesNotContain(
            await _portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().ToListAsync()),
            line => $"{line.Reason}{line.Changes}".Contains("Kindness", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_later_version_asks_again_exactly_when_it_is_material(bool isMaterial)
    {
        var (leader, leading) = await _portal.PersonAsync(Roles.SeniorLeader);
        var (reader, reading) = await _portal.PersonAsync();
        var first = await _portal.PublishPolicyAsync(leader);
        await reading.SubmitAsync(await reading.OpenAsync("/policy"), Everything());
        var mails = (await _portal.MailsToAsync(reader.Id)).Count;
        var second = await _portal.BeginPolicyAsync(leader, "# Aims\n\nKinder words.", approved: true);
        var form = await leading.OpenAsync($"/policy/versions/{second}/publish");

        var unsaid = await leading.SubmitAsync(form, ("Form.WhatChanged", "Kinder."));
        Assert.Equal([PolicyErrors.MaterialNotSaid.Message], unsaid.Errors);
        Assert.Equal("Kinder.", unsaid.ValueOf("Form.WhatChanged"));
        await leading.SubmitAsync(unsaid, ("Form.IsMaterial", isMaterial ? "true" : "false"));

        Assert.Equal(PolicyStatus.Superseded, (await _portal.PolicyAsync(first)).Status);
        Assert.Equal(PolicyStatus.Published, (await _portal.PolicyAsync(second)).Status);
        Assert.Equal(isMaterial ? mails + 1 : mails, (await _portal.MailsToAsync(reader.Id)).Count);
        var policy = await reading.OpenAsync("/policy");
        Assert.Equal(isMaterial, policy.Document.QuerySelector("#acknowledge") is not null);
        Assert.Contains(
            isMaterial ? "The policy has changed since, so please read and acknowledge it again." : "does not have to be acknowledged again",
            policy.Text,
            StringComparison.Ordinal);
        var facts = await _portal.UseDatabaseAsync(database => database.LoadReadinessFactsAsync(CancellationToken.None));
        Assert.Equal(!isMaterial, facts.Of(Support.People.InDirectory(reader.Id, "A", "B"), _portal.Now).Acknowledged.IsMet);

        // The old version stays readable, with what differs.
        Assert.Contains("Kind words.", (await reading.OpenAsync($"/policy/versions/{first}")).Text, StringComparison.Ordinal);
        var differences = await reading.OpenAsync($"/policy/versions/{second}/differences");
        Assert.Contains("Kind", differences.Document.QuerySelector("del:not(.sg-diff__words)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kinder", differences.Document.QuerySelector("ins:not(.sg-diff__words)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Removed", "Added"], differences.Document.QuerySelectorAll(".sg-diff__kind").Select(kind => kind.TextContent).Where(text => text.Length > 0));
    }

    [Fact]
    public async Task A_text_that_is_no_longer_in_force_is_shown_anew_and_not_acknowledged()
    {
        var (leader, _) = await _portal.PersonAsync(Roles.SeniorLeader);
        var (_, reading) = await _portal.PersonAsync();
        await _portal.PublishPolicyAsync(leader, text: "# Aims\n\nThe old words.");
        var opened = await reading.OpenAsync("/policy");
        await _portal.PublishPolicyAsync(leader, text: "# Aims\n\nThe new words.");

        var refused = await reading.SubmitAsync(opened, Everything());

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([PolicyErrors.NotTheTextInForce.Message], refused.Errors);
        Assert.Contains("The new words.", refused.Text, StringComparison.Ordinal);
        Assert.Empty(refused.Document.QuerySelectorAll("input[name='Form.Confirmed'][checked]"));
        Assert.Equal(0, await _portal.UseDatabaseAsync(database => database.Acknowledgements.CountAsync()));
        await reading.SubmitAsync(refused, Everything());
        Assert.Equal(2, await _portal.UseDatabaseAsync(database => database.Acknowledgements.Select(given => given.Number).SingleAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    public async Task A_forged_hash_acknowledges_nothing(string hash)
    {
        var (leader, client) = await _portal.PersonAsync(Roles.SeniorLeader);
        await _portal.PublishPolicyAsync(leader);

        var refused = await client.SubmitAsync(await client.OpenAsync("/policy"), [.. Everything(), ("Form.Hash", hash)]);

        // The first form of a leader's page is another one: send to the acknowledgement itself.
        refused = await client.SubmitFormAsync(await client.OpenAsync("/policy"), "form#acknowledge", [.. Everything(), ("Form.Hash", hash)]);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(0, await _portal.UseDatabaseAsync(database => database.Acknowledgements.CountAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Acknowledging_twice_keeps_one(bool inTwoWindows)
    {
        var (leader, _) = await _portal.PersonAsync(Roles.SeniorLeader);
        var (_, reading) = await _portal.PersonAsync();
        await _portal.PublishPolicyAsync(leader);
        var other = reading.SecondWindow();
        var (one, two) = (await reading.OpenAsync("/policy"), await other.OpenAsync("/policy"));

        var answers = inTwoWindows
            ? await Task.WhenAll(Task.Run(() => reading.SubmitAsync(one, Everything())), Task.Run(() => other.SubmitAsync(two, Everything())))
            : [await reading.SubmitAsync(one, Everything()), await reading.SubmitAsync(one, Everything())];

        Assert.All(answers, answer => Assert.Equal("/policy", answer.Location));
        Assert.Equal(1, await _portal.UseDatabaseAsync(database => database.Acknowledgements.CountAsync()));
        Assert.Equal(1, await _portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(PolicyAcknowledged))));
    }

    [Fact]
    public async Task A_review_without_changes_is_recorded_and_an_overdue_one_is_said_plainly()
    {
        var (leader, leading) = await _portal.PersonAsync(Roles.SeniorLeader);
        var (_, reading) = await _portal.PersonAsync();
        var id = await _portal.PublishPolicyAsync(leader, review: new DateOnly(2026, 4, 1));
        _portal.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("overdue since 1 April 2026", (await (await LeaderAsync(leader)).OpenAsync("/policy")).Text, StringComparison.Ordinal);
        (_, reading) = await _portal.PersonAsync();
        Assert.Contains("overdue since 1 April 2026", (await reading.OpenAsync("/policy")).Text, StringComparison.Ordinal);
        leading = await LeaderAsync(leader);
        var form = await leading.OpenAsync($"/policy/versions/{id}/review");

        var empty = await leading.SubmitAsync(form, ("Form.NextReviewOn.Year", "2030"));
        Assert.Equal([PolicyErrors.ReviewNoteMissing.Message], empty.Errors);
        var tooFar = await leading.SubmitAsync(empty, ("Form.Note", "Read with the governors. <i>"));
        Assert.Equal([PolicyErrors.ReviewDateWrong.Message], tooFar.Errors);
        Assert.Equal("Read with the governors. <i>", tooFar.ValueOf("Form.Note"));
        var recorded = await leading.FollowAsync(await leading.SubmitAsync(tooFar, ("Form.NextReviewOn.Year", "2027")));

        Assert.Contains("Read with the governors. <i>", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("9 April 2027", recorded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", (await reading.OpenAsync("/policy")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Single((await _portal.PolicyAsync(id)).Reviews);
    }

    private async Task<PortalClient> LeaderAsync(Person leader) => await _portal.SignInAsync(leader);

    private static (string Name, string Value)[] Everything() =>
        [("Form.Confirmed", "Understood"), ("Form.Confirmed", "Confidential"), ("Form.Confirmed", "Monitored")];
}
