using System.Globalization;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;

namespace BrierleyHill.SocialGov.Tests.Domain.Readiness;

/// <summary>Each part of readiness by itself. The three together over random histories: <see cref="ReadinessHistoryTests"/>.</summary>
[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-1")]
[Trait("Clause", "STF-2")]
public class PersonReadinessTests
{
    private const int PersonId = 1;
    private static readonly DateTime Now = Instant("2026-03-10T10:00");
    private static readonly NeededCourse Course = new(7, "Running an account safely");

    private static DateTime Instant(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DirectoryPerson Person(PersonStatus status = PersonStatus.Active, string? leaves = null) =>
        new(PersonId, "Aisha", "Karim", status, leaves is null ? null : Day(leaves));

    private static PublishedPolicy Policy(int number = 1, bool material = true, string at = "2026-01-05T09:00") => new(number, material, Instant(at));

    private static AcknowledgedPolicy Acknowledged(int number = 1, string at = "2026-01-06T09:00", int person = PersonId) => new(person, number, Instant(at));

    private static AttendedCourse Attended(string on = "2026-01-12", string? until = null, int course = 7, int person = PersonId) =>
        new(person, course, Day(on), until is null ? null : Day(until));

    private static PersonReadiness Of(
        DirectoryPerson? person = null,
        IEnumerable<PublishedPolicy>? policies = null,
        IEnumerable<AcknowledgedPolicy>? acknowledgements = null,
        IEnumerable<NeededCourse>? courses = null,
        IEnumerable<AttendedCourse>? attendances = null,
        DateTime? at = null) =>
        new ReadinessFacts(policies ?? [Policy()], acknowledgements ?? [Acknowledged()], courses ?? [Course], attendances ?? [Attended()])
            .Of(person ?? Person(), at ?? Now);

    [Fact]
    public void Active_acknowledged_and_trained_is_ready()
    {
        var readiness = Of();
        Assert.True(readiness.IsReady);
        Assert.Empty(readiness.Missing);
        Assert.All(readiness.Parts, part => Assert.Null(part.ToDo));
        Assert.Equal([ReadinessPartKind.Active, ReadinessPartKind.Acknowledged, ReadinessPartKind.Trained], readiness.Parts.Select(part => part.Kind));
        Assert.Equal("Version 1 on 6 January 2026", readiness.Acknowledged.Standing);
        Assert.Equal(Day("2026-01-06"), readiness.Acknowledged.Since);
        Assert.Equal("On 12 January 2026", readiness.Trained.Standing);
    }

    [Theory]
    [InlineData(PersonStatus.Active, null, true, "Active")]
    [InlineData(PersonStatus.Active, "2026-03-10", true, "Active, leaves on 10 March 2026")]
    [InlineData(PersonStatus.Active, "2026-03-09", false, "Left on 9 March 2026")]
    [InlineData(PersonStatus.Invited, null, false, "Invited, has not signed in yet")]
    [InlineData(PersonStatus.Deactivated, null, false, "Deactivated")]
    [InlineData(PersonStatus.Deactivated, "2026-03-09", false, "Left on 9 March 2026")]
    [InlineData(PersonStatus.Invited, "2026-03-09", false, "Left on 9 March 2026")]
    public void Who_cannot_sign_in_or_has_left_is_not_ready(PersonStatus status, string? leaves, bool met, string standing)
    {
        var readiness = Of(Person(status, leaves));
        Assert.Equal((met, standing), (readiness.Active.IsMet, readiness.Active.Standing));
        Assert.Equal(met, readiness.IsReady);
        Assert.Equal(met, readiness.Active.ToDo is null);
    }

    [Fact]
    public void The_last_day_counts_until_midnight_in_London()
    {
        var person = Person(leaves: "2026-06-30");
        Assert.True(Of(person, at: Instant("2026-06-30T22:59")).IsReady);
        Assert.False(Of(person, at: Instant("2026-06-30T23:00")).IsReady);
    }

    [Fact]
    public void Without_a_published_policy_nobody_is_ready()
    {
        var readiness = Of(policies: []);
        Assert.Equal((false, "No policy is published"), (readiness.IsReady, readiness.Acknowledged.Standing));
        Assert.False(Of(policies: [Policy(at: "2026-03-10T10:01")]).IsReady);
        Assert.True(Of(policies: [Policy(at: "2026-01-06T09:00")]).IsReady);
    }

    [Fact]
    public void Who_never_acknowledged_is_not_ready()
    {
        Assert.Equal("Has never acknowledged the policy", Of(acknowledgements: []).Acknowledged.Standing);
        Assert.False(Of(acknowledgements: [Acknowledged(person: 2)]).IsReady);
        Assert.False(Of(acknowledgements: [Acknowledged(at: "2026-03-10T10:01")]).IsReady);
        Assert.True(Of(acknowledgements: [Acknowledged(at: "2026-03-10T10:00")]).IsReady);
    }

    [Fact]
    public void A_material_version_asks_again_and_an_immaterial_one_does_not()
    {
        PublishedPolicy[] immaterial = [Policy(), Policy(2, material: false, "2026-02-02T09:00")];
        Assert.True(Of(policies: immaterial).IsReady);
        Assert.True(Of(policies: immaterial, acknowledgements: [Acknowledged(2, "2026-02-03T09:00")]).IsReady);

        PublishedPolicy[] material = [.. immaterial, Policy(3, material: true, "2026-03-02T09:00")];
        var asked = Of(policies: material, acknowledgements: [Acknowledged(2, "2026-02-03T09:00")]);
        Assert.Equal((false, "Only version 2, on 3 February 2026"), (asked.IsReady, asked.Acknowledged.Standing));
        Assert.Contains("version 3", asked.Acknowledged.ToDo, StringComparison.Ordinal);
        Assert.True(Of(policies: material, acknowledgements: [Acknowledged(2, "2026-02-03T09:00"), Acknowledged(3, "2026-03-03T09:00")]).IsReady);
    }

    [Fact]
    public void The_first_version_counts_as_material_whatever_it_says() =>
        Assert.False(Of(policies: [Policy(material: false)], acknowledgements: []).IsReady);

    [Fact]
    public void A_material_version_in_between_is_covered_by_a_later_acknowledgement() => Assert.True(Of(
        policies: [Policy(), Policy(2, material: true, "2026-02-02T09:00"), Policy(3, material: false, "2026-02-09T09:00")],
        acknowledgements: [Acknowledged(3, "2026-02-10T09:00")]).IsReady);

    [Fact]
    public void Without_a_course_nobody_is_ready()
    {
        Assert.Equal("No course is set up", Of(courses: []).Trained.Standing);
        Assert.False(Of(courses: []).IsReady);
    }

    [Theory]
    [InlineData("2026-01-12", null, true)]
    [InlineData("2026-01-12", "2026-03-10", true)]
    [InlineData("2026-01-12", "2026-03-09", false)]
    [InlineData("2026-03-10", null, true)]
    [InlineData("2026-03-11", null, false)]
    public void Training_counts_from_its_day_to_its_last_day(string on, string? until, bool met) =>
        Assert.Equal(met, Of(attendances: [Attended(on, until)]).IsReady);

    [Fact]
    public void Every_needed_course_is_needed()
    {
        NeededCourse[] courses = [Course, new(8, "Data protection")];
        var readiness = Of(courses: courses);
        Assert.Equal((false, "Has not attended Data protection"), (readiness.IsReady, readiness.Trained.Standing));
        Assert.False(Of(courses: courses, attendances: [Attended(), Attended(course: 8, until: "2026-03-09")]).IsReady);

        var both = Of(courses: courses, attendances: [Attended(until: "2027-01-11"), Attended("2026-02-02", "2026-08-01", course: 8)]);
        Assert.True(both.IsReady);
        Assert.Equal((Day("2026-02-02"), Day("2026-08-01")), (both.Trained.Since!.Value, both.Trained.Until!.Value));
    }

    [Fact]
    public void A_refresher_takes_the_place_of_what_ran_out()
    {
        var ended = Attended("2025-01-12", "2026-01-11");
        Assert.Equal("Running an account safely ran out on 11 January 2026", Of(attendances: [ended]).Trained.Standing);
        Assert.True(Of(attendances: [ended, Attended("2026-02-02", "2027-02-01")]).IsReady);
        Assert.True(Of(attendances: [Attended("2026-02-02", "2027-02-01"), ended]).IsReady);
        Assert.True(Of(attendances: [ended, Attended("2024-01-12")]).IsReady);
    }

    [Fact]
    public void Anothers_training_or_another_course_trains_nobody()
    {
        Assert.False(Of(attendances: [Attended(person: 2)]).IsReady);
        Assert.False(Of(attendances: [Attended(course: 9)]).IsReady);
    }

    [Fact]
    public void Each_part_alone_missing_is_enough()
    {
        Assert.Equal([ReadinessPartKind.Active], Of(Person(PersonStatus.Invited)).Missing.Select(part => part.Kind));
        Assert.Equal([ReadinessPartKind.Acknowledged], Of(acknowledgements: []).Missing.Select(part => part.Kind));
        Assert.Equal([ReadinessPartKind.Trained], Of(attendances: []).Missing.Select(part => part.Kind));
    }
}
