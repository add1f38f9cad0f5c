using System.Net;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Features.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Readiness;

/// <summary>Who is ready: the list, its file, the reminders, and one's own page. Each test has a portal of its own: the list shows everybody.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-1")]
[Trait("Clause", "STF-2")]
public sealed class ReadinessTests : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();
    private int _course;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>A course that is needed, and a leader and an administrator who are trained, so that the lists are about others.</summary>
    private async Task<(PortalClient Leader, PortalClient Administrator)> SchoolAsync()
    {
        var (leader, administrator) = (await _portal.AddPersonAsync(Roles.SeniorLeader, "Lea", "Alder"), await _portal.AddPersonAsync(Roles.Administrator, "Adam", "Ash"));
        _course = await _portal.UseDatabaseAsync(async database =>
        {
            var course = TrainingCourse.SetUp(Trainings.Details(), leader.AsActor(), _portal.Now).Value;
            database.TrainingCourses.Add(course);
            await database.SaveChangesAsync();
            return course.Id;
        });
        await TrainAsync(leader);
        await TrainAsync(administrator);
        return (await _portal.SignInAsync(leader), await _portal.SignInAsync(administrator));
    }

    private Task TrainAsync(Person person) => _portal.UseDatabaseAsync(async database =>
    {
        var directory = await database.LoadDirectoryAsync(CancellationToken.None);
        var course = await database.TrainingCourses.SingleAsync(found => found.Id == _course);
        var training = new TrainingElsewhere(new DateOnly(2026, 3, 2), "A provider", SessionKind.Full);
        database.TrainingRecords.Add(TrainingRecord.TakenElsewhere(course, person.Id, training, [], directory, Trainings.Keeper with { PersonId = person.Id }, _portal.Now).Value);
        await database.SaveChangesAsync();
    });

    private Task<List<ReadinessReminder>> RemindersAsync() =>
        _portal.UseDatabaseAsync(database => database.ReadinessReminders.AsNoTracking().OrderBy(reminder => reminder.Id).ToListAsync());

    private static string[] Names(Page page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim())];

    [Fact]
    public async Task Everybody_active_or_invited_is_listed_and_can_be_filtered_sorted_and_counted()
    {
        var (leader, _) = await SchoolAsync();
        var birch = await _portal.AddPersonAsync(forename: "Beth", surname: "Birch");
        await TrainAsync(birch);
        var cedar = await _portal.AddPersonAsync(forename: "Carl", surname: "Cedar");
        await _portal.UseDatabaseAsync(async database =>
        {
            database.People.Add(Support.People.Invited(Roles.None, "Dora", "Dogwood", _portal.Now, Affiliation.Governor));
            var gone = Support.People.Active(Roles.None, "Eve", "Elder", _portal.Now);
            database.People.Add(gone);
            await database.SaveChangesAsync();
            Assert.False(gone.Deactivate("Left.", 1, PeopleActors.CommandLine, _portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        Assert.Equal(["Lea Alder", "Adam Ash", "Beth Birch", "Carl Cedar", "Dora Dogwood"], Names(await leader.OpenAsync("/readiness")));
        Assert.Equal(["Carl Cedar", "Dora Dogwood"], Names(await leader.OpenAsync("/readiness?Show=NotTrained")));
        Assert.Equal(["Dora Dogwood"], Names(await leader.OpenAsync("/readiness?Affiliation=Governor")));
        Assert.Equal(["Dora Dogwood", "Carl Cedar"], Names(await leader.OpenAsync("/readiness?Show=NotTrained&sort=name&direction=descending")));
        Assert.Equal(["Carl Cedar"], Names(await leader.OpenAsync("/readiness?Text=CEDAR")));
        Assert.Equal(5, Names(await leader.OpenAsync("/readiness?Show=Nonsense&Affiliation=Pupil&page=-3&sort=x")).Length);
        Assert.Contains("Nobody fits this filter.", (await leader.OpenAsync("/readiness?Text=nobody")).Text, StringComparison.Ordinal);

        var page = await leader.OpenAsync("/readiness");
        Assert.Contains("Showing 1 to 5 of 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("Invited, has not signed in yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Has not attended Safe accounts", page.Text, StringComparison.Ordinal);
        Assert.Equal("Dora Dogwood", Names(await leader.OpenAsync("/readiness?sort=ready&direction=descending"))[0]);
        Assert.NotNull(page.Document.QuerySelector($"form[action^='/readiness/{cedar.Id}/remind']"));
        Assert.Null(page.Document.QuerySelector($"form[action^='/readiness/{birch.Id}/remind']"));
    }

    [Fact]
    public async Task Who_runs_or_is_to_run_an_account_can_be_picked_out_and_a_draft_tells_nobody()
    {
        var (leader, _) = await SchoolAsync();
        var people = new List<Person>();
        foreach (var surname in new[] { "Birch", "Cedar", "Dogwood", "Elder", "Fir" })
        {
            people.Add(await _portal.AddPersonAsync(forename: "A", surname: surname));
        }

        var decider = await _portal.UseDatabaseAsync(database => database.People.SingleAsync(person => person.Surname == "Alder"));
        await _portal.AddApplicationAsync(people[0], people[0], people[1], Waits);
        await _portal.AddApplicationAsync(people[0], people[2], people[0], ApplicationStatus.Rejected, decider, "Art Room");
        await _portal.AddApplicationAsync(people[4], people[3], people[4], ApplicationStatus.Draft, name: "Garden");

        Assert.Equal(["A Birch", "A Cedar"], Names(await leader.OpenAsync("/readiness?RunsAccounts=true")));
    }

    private const ApplicationStatus Waits = ApplicationStatus.Submitted;

    [Fact]
    public async Task The_file_holds_exactly_what_the_filter_shows()
    {
        var (leader, _) = await SchoolAsync();
        await _portal.AddPersonAsync(forename: "=HYPERLINK(\"x\")", surname: "Cedar");
        await _portal.AddPersonAsync(forename: "Łucja, the", surname: "Dogwood");

        var link = (await leader.OpenAsync("/readiness?Show=NotTrained")).Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        var file = await leader.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("text/csv; charset=utf-8", file.ContentHeaders.ContentType!.ToString());
        Assert.Equal(("attachment", "readiness-2026-03-10.csv"), (file.ContentHeaders.ContentDisposition!.DispositionType, file.ContentHeaders.ContentDisposition.FileName));
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        var lines = file.Content.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal("Name,Affiliation,Ready,Active,Policy acknowledged,Trained,What to do,Runs or is to run an account,Last reminded", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("\"'=HYPERLINK(\"\"x\"\") Cedar\",Employee,No,Active,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"Łucja, the Dogwood\",Employee,No,", lines[2], StringComparison.Ordinal);

        await _portal.UseDatabaseAsync(async database =>
        {
            var line = await database.AuditEvents.AsNoTracking().SingleAsync(found => found.Name == nameof(ReadinessExported));
            Assert.Contains("\"2\"", line.Changes, StringComparison.Ordinal);
            Assert.DoesNotContain("Cedar", line.Changes, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_reminder_comes_in_the_portal_and_by_mail_and_names_kinds_only()
    {
        var (leader, _) = await SchoolAsync();
        var cedar = await _portal.AddPersonAsync(forename: "Carl", surname: "Cedar");

        var sent = await leader.SubmitFormAsync(await leader.OpenAsync("/readiness?Show=NotTrained&sort=name"), $"form[action^='/readiness/{cedar.Id}/remind']");
        Assert.Equal("/readiness?Show=NotTrained&sort=name", sent.Location);
        var after = await leader.FollowAsync(sent);
        Assert.Contains("Carl Cedar has been reminded", after.Text, StringComparison.Ordinal);
        Assert.Contains("Reminded today", after.Text, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("form[action*='remind']"));

        var reminder = Assert.Single(await RemindersAsync());
        var mail = Assert.Single(await _portal.MailsToAsync(cedar.Id));
        Assert.Equal($"{reminder.Reference}: something is missing before you can run an account", mail.Subject);
        Assert.Contains("please attend training", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://localhost/readiness/mine", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Cedar", mail.Subject + mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Safe accounts", mail.Subject + mail.Body, StringComparison.Ordinal);

        var own = await _portal.SignInAsync(cedar);
        Assert.Contains("To be ready to run a school account, please attend training.", (await own.OpenAsync("/notifications")).Text, StringComparison.Ordinal);
        var mine = await own.OpenAsync("/readiness/mine");
        Assert.Contains("Has not attended Safe accounts", mine.Text, StringComparison.Ordinal);
        Assert.NotNull(mine.Document.QuerySelector("a[href='/training/mine']"));
    }

    [Fact]
    public async Task A_person_is_reminded_once_a_day_and_again_the_next()
    {
        var (leader, administrator) = await SchoolAsync();
        var cedar = await _portal.AddPersonAsync(forename: "Carl", surname: "Cedar");
        var selector = $"form[action^='/readiness/{cedar.Id}/remind']";
        var (mine, theirs) = (await leader.OpenAsync("/readiness"), await administrator.OpenAsync("/readiness"));

        var first = await leader.SubmitFormAsync(mine, selector);
        Assert.Equal(first.Location, (await leader.SubmitFormAsync(mine, selector)).Location);
        var late = await administrator.SubmitFormAsync(theirs, selector);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal([ReadinessErrors.RemindedToday.Message], late.Errors);
        Assert.Single(await RemindersAsync());

        _portal.Clock.Advance(TimeSpan.FromHours(14));
        var nextDay = await _portal.SignInAsync(await _portal.UseDatabaseAsync(database => database.People.SingleAsync(person => person.Surname == "Alder")));
        var page = await nextDay.OpenAsync("/readiness");
        Assert.Contains("Reminded on 10 March 2026", page.Text, StringComparison.Ordinal);
        await nextDay.FollowAsync(await nextDay.SubmitFormAsync(page, selector));
        Assert.Equal(2, (await RemindersAsync()).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_leaders_at_once_remind_each_person_once(bool all)
    {
        var (leader, administrator) = await SchoolAsync();
        var people = new List<Person>();
        for (var number = 0; number < 6; number++)
        {
            people.Add(await _portal.AddPersonAsync());
        }

        var (mine, theirs) = (await leader.OpenAsync("/readiness?Show=NotTrained"), await administrator.OpenAsync("/readiness"));
        if (all)
        {
            var pages = await Task.WhenAll(
                Task.Run(() => leader.SubmitFormAsync(mine, "form[action*='remind-shown']")), Task.Run(() => administrator.SubmitFormAsync(theirs, "form[action*='remind-shown']")));
            Assert.All(pages, page => Assert.Equal(HttpStatusCode.Found, page.Status));
        }
        else
        {
            foreach (var selector in people.Select(person => $"form[action^='/readiness/{person.Id}/remind']"))
            {
                var pages = await Task.WhenAll(Task.Run(() => leader.SubmitFormAsync(mine, selector)), Task.Run(() => administrator.SubmitFormAsync(theirs, selector)));
                Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], pages.Select(page => page.Status).Order());
            }
        }

        var reminders = await RemindersAsync();
        Assert.Equal(people.Select(person => person.Id), reminders.Select(reminder => reminder.PersonId).Order());
        foreach (var person in people)
        {
            Assert.Single(await _portal.MailsToAsync(person.Id));
        }

        Assert.Equal(6, await _portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(line => line.Name == nameof(ReadinessReminderSent))));
    }

    [Fact]
    public async Task Everybody_whom_the_filter_shows_is_reminded_on_every_page_of_it_and_nobody_else()
    {
        var (leader, _) = await SchoolAsync();
        for (var number = 0; number < 30; number++)
        {
            await _portal.AddPersonAsync(forename: "Carl", surname: $"Cedar{(char)('a' + number)}");
        }

        await _portal.AddPersonAsync(forename: "Dora", surname: "Dogwood");
        await _portal.UseDatabaseAsync(async database =>
        {
            database.People.Add(Support.People.Invited(Roles.None, "Ian", "CedarInvited", _portal.Now));
            await database.SaveChangesAsync();
        });

        var page = await leader.OpenAsync("/readiness?Text=cedar&page=2");
        Assert.Contains("Showing 26 to 31 of 31", page.Text, StringComparison.Ordinal);
        Assert.Contains("Remind all 30 shown who have something to do", page.Text, StringComparison.Ordinal);
        var after = await leader.FollowAsync(await leader.SubmitFormAsync(page, "form[action*='remind-shown']"));
        Assert.Contains("30 people have been reminded", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Remind all", after.Text, StringComparison.Ordinal);
        Assert.Equal(30, (await RemindersAsync()).Count);

        var again = await leader.SubmitFormAsync(page, "form[action*='remind-shown']");
        Assert.NotNull(again.Location);
        Assert.Equal(30, (await RemindersAsync()).Count);
    }

    [Fact]
    public async Task Nobody_is_reminded_who_is_unknown_invited_or_missing_nothing_that_is_theirs()
    {
        var (leader, _) = await SchoolAsync();
        var invited = await _portal.UseDatabaseAsync(async database =>
        {
            var person = Support.People.Invited(Roles.None, "Ian", "Ivy", _portal.Now);
            database.People.Add(person);
            await database.SaveChangesAsync();
            return person;
        });
        var trained = await _portal.AddPersonAsync();
        await TrainAsync(trained);
        var page = await leader.OpenAsync("/readiness");
        var token = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await leader.OpenAsync("/declarations/declare")).Document.QuerySelector("main form")!);

        Assert.Null(page.Document.QuerySelector("form[action*='remind']"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.PostAsync("/readiness/999999/remind", token)).Status);
        foreach (var person in new[] { invited, trained })
        {
            var refused = await leader.PostAsync($"/readiness/{person.Id}/remind", token);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Equal([ReadinessErrors.NotTheirs.Message], refused.Errors);
        }

        Assert.Empty(await RemindersAsync());
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.DataProtectionOfficer)]
    public async Task Others_see_their_own_readiness_alone(Roles roles)
    {
        var (_, client) = await _portal.PersonAsync(roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/readiness")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/readiness/export")).Status);
        Assert.Contains("Not ready", (await client.OpenAsync("/readiness/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_there_is_a_policy_or_a_course_the_pages_say_whose_turn_it_is()
    {
        var (_, leader) = await _portal.PersonAsync(Roles.SeniorLeader);
        var list = await leader.OpenAsync("/readiness");
        Assert.Contains("No policy is published yet", list.Text, StringComparison.Ordinal);
        Assert.Contains("No course is set up", list.Text, StringComparison.Ordinal);
        Assert.Null(list.Document.QuerySelector("form[action*='remind']"));
        var mine = await leader.OpenAsync("/readiness/mine");
        Assert.Contains("There is nothing for you to do yet: a senior leader has to publish the policy first.", mine.Text, StringComparison.Ordinal);
        Assert.Contains("There is nothing for you to do yet: the course has to be set up first.", mine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_are_shown_as_text()
    {
        var (leader, _) = await SchoolAsync();
        await _portal.AddPersonAsync(forename: "<script>alert(1)</script>", surname: "\"><img src=x>");
        var page = await leader.OpenAsync("/readiness");
        Assert.Null(page.Document.QuerySelector("main img, main script"));
        Assert.Contains("<script>alert(1)</script> \"><img src=x>", page.Text, StringComparison.Ordinal);
    }
}
