using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Training;

/// <summary>What a course is, and who may say so.</summary>
[Trait("Clause", "SLT-1")]
public class TrainingCourseTests
{
    [Theory]
    [InlineData(Roles.SeniorLeader, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.PortalManager, false)]
    [InlineData(Roles.DataProtectionOfficer, false)]
    [InlineData(Roles.None, false)]
    public void Senior_leaders_and_administrators_set_up_change_end_and_open_courses(Roles roles, bool may)
    {
        var by = Support.People.Actor(9, roles);
        var (open, ended) = (Trainings.Course(), Trainings.Course());
        Assert.False(ended.End(Trainings.Keeper, Trainings.At).IsRefused);
        Result[] results =
        [
            TrainingCourse.SetUp(Trainings.Details(), by, Trainings.At) is { IsRefused: true } refused ? refused.Error! : Result.Done,
            open.Edit(Trainings.Details(title: "Other"), by, Trainings.At),
            open.End(by, Trainings.At),
            ended.Reopen(by, Trainings.At),
        ];

        Assert.All(results, result => Assert.Equal(may ? null : TrainingErrors.OnlyKeepers, result.Error));
    }

    [Theory]
    [InlineData(" ", 24, "Training.TitleMissing")]
    [InlineData("Fine", 0, "Training.ValidityWrong")]
    [InlineData("Fine", -1, "Training.ValidityWrong")]
    [InlineData("Fine", 61, "Training.ValidityWrong")]
    [InlineData("Fine", 1, null)]
    [InlineData("Fine", 60, null)]
    [InlineData("Fine", null, null)]
    public void What_is_missing_or_out_of_range_is_named(string title, int? months, string? error)
    {
        Assert.Equal(error, TrainingCourse.SetUp(Trainings.Details(months: months, title: title), Trainings.Keeper, Trainings.At).Error?.Code);
        Assert.Equal(error, Trainings.Course().Edit(Trainings.Details(months: months, title: title), Trainings.Keeper, Trainings.At).Error?.Code);
    }

    [Fact]
    public void Title_and_description_have_their_exact_limits()
    {
        CourseDetails With(int title, int description) => new(new string('t', title), new string('d', description), TrainingAudience.Staff, true, null);

        Assert.False(TrainingCourse.SetUp(With(TrainingCourse.TitleMaximumLength, TrainingCourse.DescriptionMaximumLength), Trainings.Keeper, Trainings.At).IsRefused);
        Assert.Equal("Title", TrainingCourse.SetUp(With(TrainingCourse.TitleMaximumLength + 1, 0), Trainings.Keeper, Trainings.At).Error?.Field);
        Assert.Equal("Description", TrainingCourse.SetUp(With(1, TrainingCourse.DescriptionMaximumLength + 1), Trainings.Keeper, Trainings.At).Error?.Field);
    }

    [Fact]
    public void A_course_for_nobody_is_refused_and_its_audience_never_changes()
    {
        Assert.Equal(TrainingErrors.AudienceMissing, TrainingCourse.SetUp(Trainings.Details(audience: null), Trainings.Keeper, Trainings.At).Error);
        Assert.Equal(TrainingErrors.AudienceMissing, TrainingCourse.SetUp(Trainings.Details((TrainingAudience)7), Trainings.Keeper, Trainings.At).Error);
        Assert.Equal(TrainingErrors.AudienceFixed, Trainings.Course().Edit(Trainings.Details(TrainingAudience.Pupils), Trainings.Keeper, Trainings.At).Error);
    }

    [Theory]
    [Trait("Clause", "PUP-1")]
    [Trait("Clause", "PAR-1")]
    [InlineData(TrainingAudience.Pupils)]
    [InlineData(TrainingAudience.ParentsAndCarers)]
    public void A_programme_is_neither_needed_to_run_an_account_nor_does_it_run_out(TrainingAudience audience)
    {
        var course = Trainings.Course(audience, months: 99);

        Assert.False(course.IsNeededToRunAccounts);
        Assert.Null(course.ValidityMonths);
    }

    [Fact]
    [Trait("Clause", "SLT-7")]
    public void An_ended_course_is_not_needed_until_it_is_open_again()
    {
        var course = Trainings.Course();
        Assert.True(course.CountsForReadiness);

        Assert.False(course.End(Trainings.Keeper, Trainings.At).IsRefused);
        Assert.False(course.CountsForReadiness);
        Assert.Equal(TrainingErrors.CourseEnded, course.End(Trainings.Keeper, Trainings.At).Error);
        Assert.Equal(TrainingErrors.CourseEnded, TrainingSession.Plan(course, Trainings.When(Trainings.Today), Trainings.Keeper, Trainings.At).Error);

        Assert.False(course.Reopen(Trainings.Keeper, Trainings.At).IsRefused);
        Assert.True(course.CountsForReadiness);
        Assert.Equal(TrainingErrors.CourseOpen, course.Reopen(Trainings.Keeper, Trainings.At).Error);
    }

    [Theory]
    [InlineData("2026-03-10", 24, "2028-03-10")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2026-03-10", null, null)]
    public void An_attendance_counts_until_the_same_day_so_many_months_on(string attended, int? months, string? until) =>
        Assert.Equal(until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd"), Trainings.Course(months: months).ValidUntil(DateOnly.ParseExact(attended, "yyyy-MM-dd")));

    [Fact]
    public void The_history_has_the_description_by_its_length_alone_and_nothing_where_nothing_changed()
    {
        var course = Trainings.Course();
        course.TakeEvents();

        Assert.False(course.Edit(Trainings.Details(), Trainings.Keeper, Trainings.At).IsRefused);
        Assert.Empty(course.UnsavedEvents);

        course.Edit(Trainings.Details() with { Description = "Something secret." }, Trainings.Keeper, Trainings.At);
        Assert.Equal(new Change("Description", "16 characters", "17 characters"), Assert.Single(Assert.Single(course.UnsavedEvents).Changes));
    }
}
