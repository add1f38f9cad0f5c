using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Training;

/// <summary>Places are booked and given back, and attendance is recorded in one table.</summary>
[Trait("Clause", "STF-2")]
public class PlacesAndAttendanceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string BookForm = "main form[action$='/book']";
    private const string CancelForm = "main form[action$='/cancel-booking']";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Staff_book_and_give_back_their_own_place_and_see_nobody_elses()
    {
        var (other, _) = await portal.PersonAsync();
        var (person, client) = await portal.PersonAsync();
        var path = $"/training/sessions/{await portal.AddSessionAsync(await portal.AddCourseAsync(), 5, 4, SessionKind.Full, other)}";

        var page = await client.OpenAsync(path);
        Assert.Contains("3 of 4 left", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.FullName, page.Text, StringComparison.Ordinal);
        var booked = await client.FollowAsync(await client.SubmitFormAsync(page, BookForm));
        Assert.Contains("You have a place", booked.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 4 left", booked.Text, StringComparison.Ordinal);
        Assert.Contains(path, (await client.OpenAsync("/training/mine")).Content, StringComparison.Ordinal);
        var back = await client.FollowAsync(await client.SubmitFormAsync(booked, CancelForm));
        Assert.Contains("3 of 4 left", back.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == person.Id)));
    }

    [Fact]
    public async Task Nobody_without_the_role_books_or_cancels_for_somebody_else()
    {
        var (other, _) = await portal.PersonAsync();
        var (_, client) = await portal.PersonAsync();
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(), 5, 4, SessionKind.Full, other);
        var page = await client.OpenAsync($"/training/sessions/{session}");
        var third = await portal.AddPersonAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SubmitFormAsync(page, BookForm, ("Form.PersonId", Number(third.Id)))).Status);
        var fields = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector(BookForm)!, ("Form.PersonId", Number(other.Id)));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"/training/sessions/{session}/cancel-booking", fields)).Status);
        Assert.Equal([other.Id], (await portal.SessionAsync(session)).Bookings.Select(booking => booking.PersonId));
    }

    [Fact]
    public async Task A_leader_books_and_cancels_for_somebody_who_is_told_each_time()
    {
        var (person, staff) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(), 5);

        var booked = await leader.FollowAsync(await leader.SubmitFormAsync(
            await leader.OpenAsync($"/training/sessions/{session}"), "main form.sg-filter", ("Form.PersonId", Number(person.Id))));
        Assert.Contains(person.FullName, booked.Text, StringComparison.Ordinal);
        Assert.Contains("You have a place on “Safe accounts” on 15 March 2026.", (await staff.OpenAsync("/notifications")).Text, StringComparison.Ordinal);
        await leader.SubmitFormAsync(booked, CancelForm);
        Assert.Contains("has been cancelled", (await staff.OpenAsync("/notifications")).Text, StringComparison.Ordinal);
        var subjects = await portal.UseDatabaseAsync(database => database.OutgoingEmails.Where(email => email.PersonId == person.Id).Select(email => email.Subject).ToListAsync());
        Assert.Equal(2, subjects.Count);
        Assert.All(subjects, subject => Assert.StartsWith($"SES-{session:D6}: ", subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_book_WhenNobodyIsChosen_ReturnsErrorBesideTheField()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var page = await leader.OpenAsync($"/training/sessions/{await portal.AddSessionAsync(await portal.AddCourseAsync(), 5)}");

        var refused = await leader.SubmitFormAsync(page, "main form.sg-filter", ("Form.PersonId", ""));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Choose somebody from the list", refused.Document.QuerySelector("#Form_PersonId-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_want_the_last_place_at_once_one_gets_it_and_the_other_is_told_that_it_is_full()
    {
        var course = await portal.AddCourseAsync();
        var clients = new[] { (await portal.PersonAsync()).Client, (await portal.PersonAsync()).Client };
        for (var round = 0; round < 12; round++)
        {
            var session = await portal.AddSessionAsync(course, 5, capacity: 1);
            var pages = new[] { await clients[0].OpenAsync($"/training/sessions/{session}"), await clients[1].OpenAsync($"/training/sessions/{session}") };

            var answers = await Task.WhenAll(
                Task.Run(() => clients[0].SubmitFormAsync(pages[0], BookForm)), Task.Run(() => clients[1].SubmitFormAsync(pages[1], BookForm)));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            var loser = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
            Assert.StartsWith("This session is full", Assert.Single(loser.Errors), StringComparison.Ordinal);
            Assert.Single((await portal.SessionAsync(session)).Bookings);
        }
    }

    [Fact]
    public async Task Several_at_once_all_get_a_place_while_places_are_left()
    {
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(), 5, capacity: 6);
        var people = new List<(int Id, Page Page, PortalClient Client)>();
        for (var number = 0; number < 6; number++)
        {
            var (person, client) = await portal.PersonAsync();
            people.Add((person.Id, await client.OpenAsync($"/training/sessions/{session}"), client));
        }

        var answers = await Task.WhenAll(people.Select(one => Task.Run(() => one.Client.SubmitFormAsync(one.Page, BookForm))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        Assert.Equal(0, (await portal.SessionAsync(session)).PlacesLeft);
        // Also whoever had to try again has used their form up.
        var ids = people.Select(one => one.Id).ToList();
        Assert.Equal(6, await portal.UseDatabaseAsync(database => database.FormSubmissions.CountAsync(form => ids.Contains(form.PersonId) && form.Outcome != null)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Booking_twice_with_one_form_books_once(bool atOnce)
    {
        var (_, client) = await portal.PersonAsync();
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(), 5, capacity: 3);
        var page = await client.OpenAsync($"/training/sessions/{session}");
        Task<Page> Send() => Task.Run(() => client.SubmitFormAsync(page, BookForm));

        Page[] answers = atOnce ? await Task.WhenAll(Send(), Send()) : [await Send(), await Send()];

        Assert.All(answers, answer => Assert.Equal($"/training/sessions/{session}", answer.Location));
        Assert.Single((await portal.SessionAsync(session)).Bookings);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.AuditEvents.CountAsync(
            line => line.RecordReference == $"SES-{session:D6}" && line.Name == nameof(TrainingPlaceBooked))));
    }

    [Fact]
    public async Task Whoever_is_booked_hears_of_another_time_and_of_the_cancellation()
    {
        var (person, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.Administrator);
        var path = $"/training/sessions/{await portal.AddSessionAsync(await portal.AddCourseAsync(), 5, null, SessionKind.Full, person)}";
        Task<int> TimesTold() => portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == person.Id));

        await leader.FillAsync(path + "/edit", ("Form.Provider", "Somebody else"));
        Assert.Equal(0, await TimesTold());
        await leader.FillAsync(path + "/edit", ("Form.StartTime", "16:00"));
        Assert.Equal(1, await TimesTold());
        var empty = await leader.FillAsync(path + "/cancel", ("Form.Reason", ""));
        Assert.Equal((HttpStatusCode.BadRequest, "Enter the reason."), (empty.Status, Assert.Single(empty.Errors)));
        await leader.SubmitAsync(empty, ("Form.Reason", "The trainer is ill."));
        Assert.Equal(2, await TimesTold());
        var page = await client.OpenAsync(path);
        Assert.Contains("The trainer is ill.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(BookForm + ", " + CancelForm));
        Assert.Equal(path, (await leader.GetAsync(path + "/edit")).Location);
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public async Task Attendance_is_recorded_in_one_table_for_those_booked_and_those_who_came_besides_and_can_be_corrected()
    {
        var ((came, cameClient), (stayed, _), (added, _)) = (await portal.PersonAsync(), await portal.PersonAsync(), await portal.PersonAsync());
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var course = await portal.AddCourseAsync();
        var session = await portal.AddSessionAsync(course, -1, null, SessionKind.Full, came, stayed);
        var path = $"/training/sessions/{session}";
        var form = await leader.OpenAsync(path + "/attendance");
        var lines = form.Document.QuerySelectorAll("input[name$='.PersonId']").Select(line => line.GetAttribute("value")).ToList();
        string Line(Person person) => $"Form.Lines[{lines.IndexOf(Number(person.Id))}].Attendance";

        var held = await leader.FollowAsync(await leader.SubmitAsync(
            form, (Line(came), "Attended"), (Line(stayed), "Absent"), ("Form.Added[1]", Number(added.Id))));

        Assert.Contains("Held", held.Text, StringComparison.Ordinal);
        Assert.Contains("In date", (await cameClient.OpenAsync("/training/mine")).Text, StringComparison.Ordinal);
        Task<List<AttendedIn>> AttendedAsync() => portal.UseDatabaseAsync(async database =>
            (await database.LoadAttendedCoursesAsync(CancellationToken.None)).Where(one => one.CourseId == course).Select(one => new AttendedIn(one.PersonId, one.ValidUntil)).OrderBy(one => one.PersonId).ToList());
        var until = Trainings.Today.AddDays(-1).AddMonths(24);
        Assert.Equal([new AttendedIn(came.Id, until), new AttendedIn(added.Id, until)], await AttendedAsync());

        var correction = await leader.OpenAsync(path + "/attendance");
        lines = correction.Document.QuerySelectorAll("input[name$='.PersonId']").Select(line => line.GetAttribute("value")).ToList();
        Assert.Equal(3, lines.Count);
        var corrected = await leader.FollowAsync(await leader.SubmitAsync(correction, (Line(came), "Absent"), (Line(stayed), "Attended")));
        Assert.Contains($"{came.FullName}: Attended → Absent", corrected.Text, StringComparison.Ordinal);
        Assert.Equal([stayed.Id, added.Id], (await AttendedAsync()).Select(one => one.PersonId));

        // The form of before the correction.
        var stale = await leader.SubmitAsync(correction, ("Form.Added[2]", ""), (Line(added), "Absent"));
        Assert.Equal((HttpStatusCode.Conflict, "Absent"), (stale.Status, stale.ValueOf(Line(added))));
        Assert.Equal(2, (await AttendedAsync()).Count);
    }

    [Fact]
    public async Task A_refresher_for_somebody_without_a_full_session_is_refused_with_everything_chosen()
    {
        var (person, _) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(), -1, null, SessionKind.Refresher, person);

        var page = await leader.FillAsync($"/training/sessions/{session}/attendance", ("Form.Lines[0].Attendance", "Attended"));

        Assert.Equal((HttpStatusCode.BadRequest, "Attended"), (page.Status, page.ValueOf("Form.Lines[0].Attendance")));
        Assert.StartsWith($"{person.FullName} has not attended a full session of Safe accounts", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(SessionStatus.Planned, (await portal.SessionAsync(session)).Status);
    }

    [Fact]
    public async Task The_table_is_not_open_before_the_day_nor_to_forged_people()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var course = await portal.AddCourseAsync();
        var ahead = await portal.AddSessionAsync(course, 1);
        Assert.Equal($"/training/sessions/{ahead}", (await leader.GetAsync($"/training/sessions/{ahead}/attendance")).Location);
        var today = await portal.AddSessionAsync(course);

        var forged = await leader.FillAsync($"/training/sessions/{today}/attendance", ("Form.Added[0]", "2147483000"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.StartsWith("Choose people from the list", Assert.Single(forged.Errors), StringComparison.Ordinal);
        var nobody = await leader.FillAsync($"/training/sessions/{today}/attendance");
        Assert.StartsWith("Say of at least one person", Assert.Single(nobody.Errors), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public async Task Your_training_says_what_runs_out_and_what_is_missing_and_leaders_see_it_too()
    {
        await using var own = new PortalFactory();
        var ((soon, soonClient), (never, neverClient)) = (await own.PersonAsync(), await own.PersonAsync());
        var (_, leader) = await own.PersonAsync(Roles.SeniorLeader);
        var course = await own.AddCourseAsync(months: 1);
        await own.AddRecordAsync(course, soon);

        var mine = await soonClient.OpenAsync("/training/mine");
        Assert.Contains("Runs out soon", mine.Text, StringComparison.Ordinal);
        Assert.Contains("After 28 March 2026", mine.Text, StringComparison.Ordinal);
        var missing = await neverClient.OpenAsync("/training/mine");
        Assert.Contains("Training that is needed to run an account is missing: Safe accounts.", missing.Text, StringComparison.Ordinal);
        Assert.Contains("is missing: Safe accounts.", (await leader.OpenAsync($"/training/people/{never.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/training/people/2147483000")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await neverClient.GetAsync($"/training/people/{soon.Id}")).Status);
    }

    private sealed record AttendedIn(int PersonId, DateOnly? ValidUntil);
}
