using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Tests.Features.Training;

/// <summary>Courses and sessions are set up, found, changed and ended.</summary>
[Trait("Clause", "SLT-1")]
public class CoursePagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Hostile = "<script>alert(1)</script>";

    private static (string, string)[] Course(string title, string audience = "Staff", string months = "24") =>
        [("Form.Title", title), ("Form.Description", "What it teaches."), ("Form.Audience", audience), ("Form.IsNeededToRunAccounts", "true"), ("Form.ValidityMonths", months)];

    private static (string, string)[] Session(string place = "The hall", string time = "3:30pm", string capacity = "8") =>
    [
        ("Form.Date.Day", "24"), ("Form.Date.Month", "March"), ("Form.Date.Year", "2026"), ("Form.StartTime", time), ("Form.Provider", "A provider"),
        ("Form.Place", place), ("Form.Capacity", capacity), ("Form.Kind", "Full"), ("Form.Material", "https://school.example/reading"),
    ];

    [Theory]
    [InlineData(Roles.SeniorLeader)]
    [InlineData(Roles.Administrator)]
    public async Task A_leader_or_administrator_sets_up_a_course_plans_a_session_and_everybody_sees_both(Roles role)
    {
        var (_, keeper) = await portal.PersonAsync(role);
        var (_, staff) = await portal.PersonAsync();
        var title = $"Course of {role}";

        var course = await keeper.FollowAsync(await keeper.FillAsync("/training/courses/new", Course(title)));
        Assert.Contains("24 months", course.Text, StringComparison.Ordinal);
        var session = await keeper.FollowAsync(await keeper.FillAsync(course.Path + "/sessions/new", Session()));

        Assert.Contains("24 March 2026 at 3:30pm", session.Text, StringComparison.Ordinal);
        Assert.Contains("8 of 8 left", session.Text, StringComparison.Ordinal);
        var list = await staff.OpenAsync($"/training?Text={title}");
        Assert.Contains(title, list.Text, StringComparison.Ordinal);
        Assert.Contains("24 March 2026", list.Text, StringComparison.Ordinal);
        Assert.Contains("https://school.example/reading", (await staff.OpenAsync(session.Path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("History", (await staff.OpenAsync(course.Path)).Text, StringComparison.Ordinal);
        Assert.EndsWith((await staff.GetAsync("/search?q=" + Reference(course))).Location!, course.Path, StringComparison.Ordinal);
        Assert.EndsWith((await staff.GetAsync("/search?q=" + Reference(session))).Location!, session.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title", "", "Enter the title of the course.")]
    [InlineData("Audience", "", "Choose whom the course is for.")]
    [InlineData("ValidityMonths", "61", "Enter for how many months the training counts, from 1 to 60, or leave it empty if it does not run out.")]
    [InlineData("ValidityMonths", "soon", "Number of months it counts for is not in a form that the portal can read.")]
    public async Task Post_course_WhenSomethingIsWrong_ReturnsErrorAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        var (_, keeper) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await keeper.FillAsync("/training/courses/new", [.. Course("Kept").Where(answer => answer.Item1 != "Form." + field), ("Form." + field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([message], page.Errors);
        Assert.Equal("What it teaches.", page.ValueOf("Form.Description"));
        Assert.Equal(field == "Title" ? "" : "Kept", page.ValueOf("Form.Title"));
    }

    [Fact]
    public async Task Post_course_WhenATextIsTooLong_ReturnsErrorAndKeepsIt()
    {
        var (_, keeper) = await portal.PersonAsync(Roles.SeniorLeader);
        var text = new string('d', TrainingCourse.DescriptionMaximumLength + 1);

        var page = await keeper.FillAsync("/training/courses/new", ("Form.Title", "Fine"), ("Form.Audience", "Staff"), ("Form.Description", text));

        Assert.Equal((HttpStatusCode.BadRequest, text), (page.Status, page.ValueOf("Form.Description")));
        Assert.Contains("2,000 characters or fewer", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartTime", "half past three", "Enter the time as 15:30 or 3:30pm, or leave it empty.")]
    [InlineData("StartTime", "25:00", "Enter the time as 15:30 or 3:30pm, or leave it empty.")]
    [InlineData("Place", " ", "Enter where it takes place, or that it is online.")]
    [InlineData("Capacity", "0", "Enter the number of places, from 1 to 500, or leave it empty if there is no limit.")]
    [InlineData("Date.Year", "", "Date must include a year")]
    public async Task Post_session_WhenSomethingIsWrong_ReturnsErrorAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        var (_, keeper) = await portal.PersonAsync(Roles.SeniorLeader);
        var course = await portal.AddCourseAsync();

        var page = await keeper.FillAsync(
            $"/training/courses/{course}/sessions/new", [.. Session().Where(answer => answer.Item1 != "Form." + field), ("Form." + field, typed)]);

        Assert.Equal((HttpStatusCode.BadRequest, "A provider"), (page.Status, page.ValueOf("Form.Provider")));
        Assert.Equal([message], page.Errors);
        Assert.Equal("24", page.ValueOf("Form.Date.Day"));
    }

    [Theory]
    [InlineData("15:30", "3:30pm")]
    [InlineData("3.30 pm", "3:30pm")]
    [InlineData("9am", "9am")]
    [InlineData("0900", "9am")]
    public async Task Times_are_read_as_people_write_them(string typed, string shown)
    {
        var (_, keeper) = await portal.PersonAsync(Roles.Administrator);
        var course = await portal.AddCourseAsync();

        var page = await keeper.FollowAsync(await keeper.FillAsync($"/training/courses/{course}/sessions/new", Session(time: typed)));

        Assert.Contains($"24 March 2026 at {shown}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_everywhere()
    {
        var (person, keeper) = await portal.PersonAsync(Roles.SeniorLeader);
        var course = await keeper.FollowAsync(await keeper.FillAsync("/training/courses/new", Course(Hostile)));
        var session = await keeper.FollowAsync(await keeper.FillAsync(course.Path + "/sessions/new", Session(place: Hostile)));
        await keeper.FillAsync(session.Path + "/cancel", ("Form.Reason", Hostile));

        foreach (var path in new[] { "/training?Text=script", course.Path, session.Path, course.Path + "/edit", course.Path + "/end", "/training/mine", $"/training/people/{person.Id}/elsewhere" })
        {
            var page = await keeper.OpenAsync(path);
            Assert.Contains(Hostile, page.Text + page.ValueOf("Form.Title"), StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("main script"));
        }
    }

    [Fact]
    public async Task A_course_that_somebody_else_changed_is_told_with_everything_typed_and_can_then_be_saved()
    {
        var (_, keeper) = await portal.PersonAsync(Roles.SeniorLeader);
        var course = await portal.AddCourseAsync(title: "Before");
        var form = await keeper.OpenAsync($"/training/courses/{course}/edit");
        await keeper.FillAsync($"/training/courses/{course}/edit", ("Form.Title", "Meanwhile"));

        var stale = await keeper.SubmitAsync(form, ("Form.Title", "Mine"));

        Assert.Equal((HttpStatusCode.Conflict, "Mine"), (stale.Status, stale.ValueOf("Form.Title")));
        Assert.Contains("Meanwhile", stale.Text, StringComparison.Ordinal);
        var saved = await keeper.FollowAsync(await keeper.SubmitAsync(stale));
        Assert.Contains("Mine", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_somebody_else_changed_is_told_with_everything_typed_and_so_is_its_cancellation()
    {
        var (_, keeper) = await portal.PersonAsync(Roles.SeniorLeader);
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(), 5);
        var (edit, cancel) = (await keeper.OpenAsync($"/training/sessions/{session}/edit"), await keeper.OpenAsync($"/training/sessions/{session}/cancel"));
        await keeper.FillAsync($"/training/sessions/{session}/edit", ("Form.Place", "Meanwhile"));

        var stale = await keeper.SubmitAsync(edit, ("Form.Place", "Mine"));
        Assert.Equal((HttpStatusCode.Conflict, "Mine"), (stale.Status, stale.ValueOf("Form.Place")));
        Assert.Contains("Meanwhile", stale.Text, StringComparison.Ordinal);
        var notCancelled = await keeper.SubmitAsync(cancel, ("Form.Reason", "Ill."));
        Assert.Equal((HttpStatusCode.Conflict, "Ill."), (notCancelled.Status, notCancelled.ValueOf("Form.Reason")));
        Assert.Equal(SessionStatus.Planned, (await portal.SessionAsync(session)).Status);

        Assert.Contains("Mine", (await keeper.FollowAsync(await keeper.SubmitAsync(stale))).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public async Task A_course_is_ended_and_opened_again_and_readiness_follows()
    {
        await using var own = new PortalFactory();
        var (_, keeper) = await own.PersonAsync(Roles.Administrator);
        var course = await own.AddCourseAsync();
        Task<IReadOnlyList<BrierleyHill.SocialGov.Domain.Readiness.NeededCourse>> NeededAsync() =>
            own.UseDatabaseAsync(database => database.LoadNeededCoursesAsync(CancellationToken.None));
        Assert.Equal("Safe accounts", Assert.Single(await NeededAsync()).Title);

        var ended = await keeper.FollowAsync(await keeper.FillAsync($"/training/courses/{course}/end"));
        Assert.Contains("Not while it is ended", ended.Text, StringComparison.Ordinal);
        Assert.Empty(await NeededAsync());
        Assert.Equal($"/training/courses/{course}", (await keeper.GetAsync($"/training/courses/{course}/sessions/new")).Location);

        var open = await keeper.FollowAsync(await keeper.SubmitAsync(ended));
        Assert.Contains("The course is open again.", open.Text, StringComparison.Ordinal);
        Assert.Single(await NeededAsync());
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_paged_and_says_how_many()
    {
        await using var own = new PortalFactory();
        var (_, staff) = await own.PersonAsync();
        Assert.Contains("No course is set up yet", (await staff.OpenAsync("/training")).Text, StringComparison.Ordinal);
        for (var number = 10; number < 38; number++)
        {
            await own.AddCourseAsync(number % 2 == 0 ? TrainingAudience.Pupils : TrainingAudience.Staff, title: $"Course {number}");
        }

        var course = await own.AddCourseAsync(title: "With a session");
        await own.AddSessionAsync(course, 3);

        Assert.Contains("Showing 1 to 25 of 29", (await staff.OpenAsync("/training")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 26 to 29 of 29", (await staff.OpenAsync("/training?page=2")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 14 of 14", (await staff.OpenAsync("/training?Audience=Pupils")).Text, StringComparison.Ordinal);
        Assert.Contains("No course fits this filter", (await staff.OpenAsync("/training?Status=Ended")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 1 of 1", (await staff.OpenAsync("/training?Text=cOURSE+12")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 1 of 1", (await staff.OpenAsync($"/training?Text=trn{course}")).Text, StringComparison.Ordinal);
        Assert.Contains("of 29", (await staff.OpenAsync("/training?Audience=Nobody&Status=7")).Text, StringComparison.Ordinal);
        foreach (var direction in new[] { "ascending", "descending" })
        {
            foreach (var column in new[] { "title", "audience", "next", "status" })
            {
                var page = await staff.OpenAsync($"/training?sort={column}&direction={direction}");
                var first = page.Document.QuerySelector("tbody a")!.TextContent;
                Assert.Equal(column == "next" || (column == "title" && direction == "descending"), first == "With a session");
            }
        }
    }

    [Fact]
    [Trait("Clause", "PUP-1")]
    [Trait("Clause", "PAR-1")]
    public async Task A_programme_keeps_what_was_covered_and_how_many_came_and_can_be_corrected()
    {
        var (_, keeper) = await portal.PersonAsync(Roles.SeniorLeader);
        var (_, staff) = await portal.PersonAsync();
        var session = await portal.AddSessionAsync(await portal.AddCourseAsync(TrainingAudience.ParentsAndCarers), -1);
        var path = $"/training/sessions/{session}";
        Assert.DoesNotContain("Book a place", (await keeper.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(path, (await keeper.GetAsync(path + "/attendance")).Location);

        var refused = await keeper.FillAsync(path + "/programme", ("Form.WhatWasCovered", "Acceptable use."), ("Form.NumberAttended", "6000"));
        Assert.Equal((HttpStatusCode.BadRequest, "Acceptable use."), (refused.Status, refused.ValueOf("Form.WhatWasCovered")));
        var form = await keeper.OpenAsync(path + "/programme");
        await keeper.SubmitAsync(refused, ("Form.NumberAttended", "34"));

        Assert.Contains("34 people came.", (await staff.OpenAsync(path)).Text, StringComparison.Ordinal);
        var stale = await keeper.SubmitAsync(form, ("Form.WhatWasCovered", "Otherwise."), ("Form.NumberAttended", "3"));
        Assert.Equal((HttpStatusCode.Conflict, "Otherwise."), (stale.Status, stale.ValueOf("Form.WhatWasCovered")));
        var corrected = await keeper.FollowAsync(await keeper.FillAsync(path + "/programme", ("Form.NumberAttended", "35")));
        Assert.Contains("34 → 35", corrected.Text, StringComparison.Ordinal);
    }

    private static string Reference(Page page) => page.Document.QuerySelector(".govuk-caption-l")!.TextContent.Trim();
}
