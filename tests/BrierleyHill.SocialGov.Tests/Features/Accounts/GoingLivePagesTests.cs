using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Accounts;

/// <summary>An administrator prepares an approved account step by step and makes it live.</summary>
[Trait("Clause", "ADM-1")]
public class GoingLivePagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static (string, string)[] AllAsAgreed { get; } =
        [.. Enumerable.Range(0, AccountSettings.Each.Count).Select(place => ($"Form.Answers[{place}].Found", "AsAgreed"))];

    private static string Unique(string name) => name + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];

    private static (string, string)[] Address(string handle) => [("Form.Handle", "@" + handle), ("Form.WebAddress", $"https://www.facebook.com/{handle}")];

    [Fact]
    public async Task From_the_queue_to_a_live_account_and_everybody_is_told()
    {
        var (lead, deputy, leader) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.SeniorLeader));
        var (person, administrator) = await portal.PersonAsync(Roles.Administrator);
        var id = await portal.AddAccountAsync(lead, deputy, "Choir News");
        var path = $"/accounts/{id}";

        var queue = await administrator.OpenAsync("/accounts/awaiting-creation");
        Assert.NotNull(queue.Document.QuerySelector($"main a[href='{path}/going-live']"));
        var tasks = await administrator.OpenAsync(path + "/going-live");
        Assert.Contains("1 of 5 things are done.", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("What still stands in the way", tasks.Text, StringComparison.Ordinal);
        Assert.Contains(lead.FullName, tasks.Text, StringComparison.Ordinal);
        Assert.Null(tasks.Document.QuerySelector("main form"));

        Assert.Equal(path + "/going-live", (await administrator.FillAsync(path + "/address", Address(Unique("choir")))).Location);
        Assert.Equal(path + "/going-live", (await administrator.FillAsync(path + "/settings", AllAsAgreed)).Location);
        await portal.StorePasswordAsync(id, lead);
        await portal.MakeReadyAsync(lead, deputy);
        tasks = await administrator.OpenAsync(path + "/going-live");
        Assert.Contains("5 of 5 things are done.", tasks.Text, StringComparison.Ordinal);

        var live = await administrator.FollowAsync(await administrator.SubmitAsync(tasks));

        Assert.Contains("The account is live.", live.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Within policy", live.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 2 ready", live.Text, StringComparison.Ordinal);
        Assert.Equal(AccountStatus.Active, (await portal.AccountAsync(id)).Status);
        await portal.UseDatabaseAsync(async database =>
        {
            var told = await database.Notifications.Where(one => one.Path == path && one.Text.Contains("is live")).Select(one => one.PersonId).ToListAsync();
            Assert.Contains(lead.Id, told);
            Assert.Contains(deputy.Id, told);
            Assert.Contains(leader.Id, told);
            Assert.DoesNotContain(person.Id, told);
            Assert.Equal(told.Count, told.Distinct().Count());
            var mail = await database.OutgoingEmails.OrderBy(one => one.Id).LastAsync(one => one.PersonId == lead.Id);
            Assert.EndsWith(": the account is live", mail.Subject, StringComparison.Ordinal);
        });

        // Back and again: it went live once, and the page leads on.
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(tasks)).Status);
        Assert.Equal(path, (await administrator.GetAsync(path + "/going-live")).Location);
        Assert.Equal(1, await CountAsync(id, nameof(AccountWentLive)));
    }

    [Fact]
    public async Task What_is_missing_at_that_very_moment_holds_it_back()
    {
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var (person, administrator) = await portal.PersonAsync(Roles.Administrator);
        var id = await portal.AddAccountAsync(lead, deputy, "Garden News");
        await portal.MakeReadyAsync(lead, deputy);
        await portal.StorePasswordAsync(id, person);
        await portal.ChangeAccountAsync(id, account => account.RecordAddress(Support.Accounts.Address(Unique("garden")), person.AsActor(), portal.Now));
        await portal.ChangeAccountAsync(id, account => account.CheckSettings([.. Support.Accounts.AsAgreed()], person.AsActor(), portal.Now));
        var open = await administrator.OpenAsync($"/accounts/{id}/going-live");
        await portal.UseDatabaseAsync(async database =>
        {
            var gone = await database.People.SingleAsync(one => one.Id == deputy.Id);
            Support.Accounts.Done(gone.Deactivate("Left.", 5, PeopleActors.CommandLine, portal.Now));
            await database.SaveChangesAsync();
        });

        var refused = await administrator.SubmitAsync(open);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Administrators (1 of 2 are ready, 2 are needed)", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(AccountStatus.AwaitingCreation, (await portal.AccountAsync(id)).Status);
    }

    [Fact]
    public async Task A_form_that_was_opened_on_an_older_account_is_told_so()
    {
        var id = await portal.AddAccountAsync();
        var ((_, first), (_, second)) = (await portal.PersonAsync(Roles.Administrator), await portal.PersonAsync(Roles.Administrator));
        var open = await second.OpenAsync($"/accounts/{id}/settings");
        await first.FillAsync($"/accounts/{id}/settings", ("Form.Answers[1].Found", "AsAgreed"));

        var page = await second.SubmitAsync(open, ("Form.Answers[2].Found", "AsAgreed"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal([AccountSetting.Comments], (await portal.AccountAsync(id)).SettingChecks.Select(check => check.Setting));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("@chess", "javascript:alert(1)")]
    [InlineData("@chess", "https://www.facebook.com.evil.example/chess")]
    [InlineData("@chess", "https://user@www.facebook.com/chess")]
    public async Task An_address_that_is_none_is_asked_again_and_nothing_typed_is_lost(string handle, string address)
    {
        var id = await portal.AddAccountAsync();
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);

        var page = await administrator.FillAsync($"/accounts/{id}/address", ("Form.Handle", handle), ("Form.WebAddress", address));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.Equal((handle, address), (page.ValueOf("Form.Handle"), page.ValueOf("Form.WebAddress")));
        Assert.Null((await portal.AccountAsync(id)).WebAddress);
    }

    [Fact]
    public async Task Two_accounts_are_not_at_one_address_until_one_is_closed()
    {
        var (one, two) = (await portal.AddAccountAsync(name: "Choir One"), await portal.AddAccountAsync(name: "Choir Two"));
        var (person, administrator) = await portal.PersonAsync(Roles.Administrator);
        var handle = Unique("same");
        await administrator.FillAsync($"/accounts/{one}/address", Address(handle));

        var page = await administrator.FillAsync($"/accounts/{two}/address", Address(handle));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith($"This is the address of ACC-{one:D6} already.", Assert.Single(page.Errors), StringComparison.Ordinal);
        await portal.ChangeAccountAsync(one, account => account.Close("Over.", person.AsActor(), portal.Now));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.FillAsync($"/accounts/{two}/address", Address(handle))).Status);
    }

    [Fact]
    public async Task The_database_itself_lets_no_two_open_accounts_have_one_address()
    {
        var (one, two) = (await portal.AddAccountAsync(name: "Drama One"), await portal.AddAccountAsync(name: "Drama Two"));
        var person = await portal.AddPersonAsync(Roles.Administrator);
        var address = Support.Accounts.Address(Unique("drama"));
        await portal.ChangeAccountAsync(one, account => account.RecordAddress(address, person.AsActor(), portal.Now));

        await Assert.ThrowsAsync<DbUpdateException>(() => portal.ChangeAccountAsync(two, account => account.RecordAddress(address, person.AsActor(), portal.Now)));
    }

    [Fact]
    [Trait("Clause", "SLT-6")]
    public async Task A_departure_goes_to_a_leader_who_accepts_it()
    {
        var id = await portal.AddAccountAsync(name: "Film Club");
        var ((leaderPerson, leader), (reporter, administrator)) = (await portal.PersonAsync(Roles.SeniorLeader), await portal.PersonAsync(Roles.Administrator));
        var path = $"/accounts/{id}/departures/DirectMessages";

        var incomplete = await administrator.FillAsync($"/accounts/{id}/settings", ("Form.Answers[6].Found", "Differs"), ("Form.Answers[6].Instead", "Anybody"));
        Assert.Equal(HttpStatusCode.BadRequest, incomplete.Status);
        Assert.Equal(["Enter why it differs: Who may send direct messages."], incomplete.Errors);
        Assert.Equal("Anybody", incomplete.ValueOf("Form.Answers[6].Instead"));
        await administrator.SubmitAsync(incomplete, ("Form.Answers[6].Because", "<b>It</b> cannot be switched off."));
        Assert.Contains("Decide the departure", (await leader.OpenAsync($"/accounts/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("a senior leader who does not run the account", (await administrator.OpenAsync($"/accounts/{id}/going-live")).Text, StringComparison.OrdinalIgnoreCase);

        var form = await leader.OpenAsync(path);
        Assert.Contains("<b>It</b> cannot be switched off.", form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.SubmitAsync(form, ("Form.IsAccepted", "true"))).Status);
        var done = await leader.FollowAsync(await leader.FillAsync(path, ("Form.IsAccepted", "true"), ("Form.Because", "It does no harm.")));

        Assert.Contains("You have accepted the departure.", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(WhoMay.Anybody, (await portal.AccountAsync(id)).Settings.DirectMessages);
        Assert.Equal(HttpStatusCode.Conflict, (await leader.GetAsync(path)).Status);
        await portal.UseDatabaseAsync(async database =>
        {
            Assert.True(await database.Notifications.AnyAsync(one => one.PersonId == leaderPerson.Id && one.Path == path));
            Assert.True(await database.Notifications.AnyAsync(one => one.PersonId == reporter.Id && one.Text.Contains("has been accepted")));
            var mail = await database.OutgoingEmails.OrderBy(one => one.Id).FirstAsync(one => one.PersonId == leaderPerson.Id && one.Subject.Contains("departure"));
            Assert.DoesNotContain("switched", mail.Subject, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Clause", "SLT-6")]
    public async Task Nobody_decides_a_departure_that_is_none_or_of_an_account_that_they_run_or_that_they_reported()
    {
        var runs = await portal.AddPersonAsync(Roles.SeniorLeader);
        var id = await portal.AddAccountAsync(lead: runs);
        var (both, reporter) = await portal.PersonAsync(Roles.SeniorLeader | Roles.Administrator);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        await portal.ChangeAccountAsync(id, account => account.CheckSettings([Support.Accounts.Departure()], both.AsActor(), portal.Now));

        var refused = await reporter.GetAsync($"/accounts/{id}/departures/DirectMessages");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("another senior leader has to decide it", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.SignInAsync(runs)).GetAsync($"/accounts/{id}/departures/DirectMessages")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await leader.GetAsync($"/accounts/{id}/departures/Tagging")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/accounts/{id}/departures/Nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/accounts/999999/departures/Tagging")).Status);
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    [Trait("Clause", "BC-5")]
    public async Task An_accepted_openness_opens_the_impact_assessment_again()
    {
        var id = await portal.AddAccountAsync(name: "Physics Club", also: (application, by) =>
            Support.Accounts.Done(application.AnswerPersonalData(true, "Pictures.", null, [], by, portal.Now)));
        var administrator = await portal.AddPersonAsync(Roles.Administrator);
        var assessment = await portal.AddAssessmentAsync(
            await portal.AddPersonAsync(),
            await portal.AddPersonAsync(Roles.DataProtectionOfficer),
            AssessmentStatus.SignedOff,
            application: (await portal.AccountAsync(id)).ApplicationId);
        await portal.ChangeAccountAsync(id, account => account.NameImpactAssessment(assessment, [assessment], administrator.AsActor(), portal.Now));
        Assert.DoesNotContain("assessment", await StandingInTheWayAsync(id), StringComparison.OrdinalIgnoreCase);
        await portal.ChangeAccountAsync(id, account => account.CheckSettings(
            [Support.Accounts.Departure(AccountSetting.Openness, nameof(Openness.Open), "Everybody may see it.")], administrator.AsActor(), portal.Now));
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        await leader.FillAsync($"/accounts/{id}/departures/Openness", ("Form.IsAccepted", "true"), ("Form.Because", "Nobody is seen."));

        Assert.Equal(Openness.Open, (await portal.AccountAsync(id)).Openness);
        Assert.Contains("was reopened on", await StandingInTheWayAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "DP-2")]
    public async Task An_account_whose_business_case_named_no_assessment_can_be_given_one()
    {
        var officer = await portal.AddPersonAsync(Roles.DataProtectionOfficer);
        var id = await portal.AddAccountAsync(name: "Biology Club", also: (application, by) =>
            Support.Accounts.Done(application.AnswerPersonalData(true, "Pictures.", null, [], by, portal.Now)));
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        Assert.Contains("Name the impact assessment", await StandingInTheWayAsync(id), StringComparison.Ordinal);
        var assessment = await portal.AddAssessmentAsync(await portal.AddPersonAsync(), officer, AssessmentStatus.SignedOff, title: "Pictures of animals");

        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.FillAsync($"/accounts/{id}/impact-assessment")).Status);
        var named = await administrator.FillAsync($"/accounts/{id}/impact-assessment", ("Form.ImpactAssessmentId", assessment.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal($"/accounts/{id}/going-live", named.Location);
        Assert.Contains("has not confirmed that it covers this account", await StandingInTheWayAsync(id), StringComparison.Ordinal);
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(one => one.PersonId == officer.Id && one.Text.Contains("names the impact assessment"))));
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.GetAsync($"/accounts/{id}/impact-assessment")).Status);
    }

    [Fact]
    [Trait("Clause", "PAR-1")]
    public async Task Of_a_learning_platform_it_is_recorded_when_parents_and_carers_were_told()
    {
        var id = await portal.AddAccountAsync(name: "Year Five Room", also: (application, by) => Support.Accounts.Done(application.AnswerPlatformAndName(
            Platform.LearningPlatform, "Seesaw", AccountKind.LearningPlatform, "Year Five Room", "", by, portal.Now)));
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var path = $"/accounts/{id}/acceptable-use";
        (string, string)[] Day(string day, string month, string year) => [("Form.ToldOn.Day", day), ("Form.ToldOn.Month", month), ("Form.ToldOn.Year", year)];

        Assert.Equal(["Enter the date on which parents and carers were told."], (await administrator.FillAsync(path)).Errors);
        Assert.Equal(["The date must be today or in the past."], (await administrator.FillAsync(path, Day("1", "1", "2031"))).Errors);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.FillAsync(path, Day("31", "2", "2026"))).Status);
        Assert.Equal($"/accounts/{id}/going-live", (await administrator.FillAsync(path, Day("2", "3", "2026"))).Location);

        Assert.Contains("Parents and carers were told on 2 March 2026", (await administrator.OpenAsync($"/accounts/{id}/going-live")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.GetAsync($"/accounts/{await portal.AddAccountAsync(name: "Not learning")}/acceptable-use")).Status);
    }

    [Fact]
    public async Task A_leader_sees_what_is_missing_and_is_offered_nothing_that_is_an_administrators()
    {
        var id = await portal.AddAccountAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.OpenAsync($"/accounts/{id}/going-live");

        Assert.Contains("What still stands in the way", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"main a[href='/accounts/{id}/address']"));
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/accounts/{id}/people']"));
    }

    [Fact]
    public async Task Suspended_it_is_shown_and_resumed_only_with_every_gate_open()
    {
        var (id, lead, deputy) = await portal.AddAccountMadeLiveAsync("Swimming News");
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        Assert.Equal(["Enter why the account is suspended. It stays on the record."], (await leader.FillAsync($"/accounts/{id}/suspend")).Errors);
        var tooLong = new string('x', 501);
        Assert.Equal(tooLong, (await leader.FillAsync($"/accounts/{id}/suspend", ("Form.Because", tooLong))).ValueOf("Form.Because"));
        var suspended = await leader.FollowAsync(await leader.FillAsync($"/accounts/{id}/suspend", ("Form.Because", "A <i>copy</i> is about.")));
        Assert.Contains("A <i>copy</i> is about.", suspended.Text, StringComparison.Ordinal);
        Assert.Contains("Suspended since 10 March 2026", suspended.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await leader.GetAsync($"/accounts/{id}/suspend")).Status);

        await portal.ChangeAccountAsync(id, account => account.EndAssignment(deputy.Id, "Left.", BusinessCases.Directory(), People(Roles.Administrator), portal.Now));
        var blocked = await leader.OpenAsync($"/accounts/{id}/resume");
        Assert.Contains("1 of 1 are ready, 2 are needed", blocked.Text, StringComparison.Ordinal);
        Assert.Null(blocked.Document.QuerySelector("main form"));

        var other = await portal.AddPersonAsync();
        await portal.MakeReadyAsync(other);
        await leader.FillAsync($"/accounts/{id}/people", ("Form.PersonId", BusinessCaseForms.Number(other)), ("Form.Role", "DeputyAdministrator"));
        await leader.FillAsync($"/accounts/{id}/resume", ("Form.Because", "The copy is gone."));
        Assert.Equal(AccountStatus.Active, (await portal.AccountAsync(id)).Status);
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(one => one.PersonId == lead.Id && one.Text.Contains("is in use again"))));
    }

    private static Actor People(Roles roles) => Support.People.Actor(990, roles);

    private async Task<string> StandingInTheWayAsync(int id)
    {
        var page = await (await portal.PersonAsync(Roles.Administrator)).Client.OpenAsync($"/accounts/{id}/going-live");
        return string.Join(' ', page.Document.QuerySelectorAll("main .govuk-summary-list").Select(list => list.TextContent));
    }

    private Task<int> CountAsync(int id, string name) => portal.UseDatabaseAsync(database =>
        database.AuditEvents.CountAsync(line => line.Name == name && line.RecordKind == nameof(SocialMediaAccount) && line.RecordId == id));
}
