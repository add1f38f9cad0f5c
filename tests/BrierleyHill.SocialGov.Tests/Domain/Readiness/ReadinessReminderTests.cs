using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Readiness;

[Trait("Clause", "SLT-7")]
[Trait("Clause", "STF-2")]
public class ReadinessReminderTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Leader = new(9, "Person 9", Roles.SeniorLeader);
    private static readonly Actor Administrator = new(8, "Person 8", Roles.Administrator);
    private static readonly DirectoryPerson Karim = new(1, "Aisha", "Karim", PersonStatus.Active, null);
    private static readonly PublishedPolicy Policy = new(1, true, Now.AddDays(-9));
    private static readonly NeededCourse Course = new(7, "Running an account safely");

    private static ReadinessFacts Facts(bool policy = true, bool acknowledged = false, bool course = true, bool trained = false) => new(
        policy ? [Policy] : [],
        acknowledged ? [new AcknowledgedPolicy(1, 1, Now.AddDays(-8))] : [],
        course ? [Course] : [],
        trained ? [new AttendedCourse(1, 7, new DateOnly(2026, 3, 1), null)] : []);

    private static Result<ReadinessReminder> Send(ReadinessFacts facts, DirectoryPerson? person = null, DateOnly? last = null, Actor? by = null, DateTime? at = null) =>
        ReadinessReminder.Send(facts.Of(person ?? Karim, at ?? Now), facts, last, by ?? Leader, at ?? Now);

    [Theory]
    [InlineData(false, false, "acknowledge the policy and attend training")]
    [InlineData(true, false, "attend training")]
    [InlineData(false, true, "acknowledge the policy")]
    public void It_says_what_is_missing(bool acknowledged, bool trained, string words)
    {
        var reminder = Send(Facts(acknowledged: acknowledged, trained: trained)).Value;
        Assert.Equal(words, reminder.Of.InWordsList());
        Assert.Equal((1, 9, new DateOnly(2026, 3, 10), Now), (reminder.PersonId, reminder.SentById, reminder.Day, reminder.SentAt));
        Assert.Equal(words, Assert.Single(Assert.Single(reminder.UnsavedEvents).Changes).After);
    }

    [Theory]
    [InlineData(false, true, "attend training")]
    [InlineData(true, false, "acknowledge the policy")]
    public void Nobody_is_reminded_of_what_the_school_has_not_done(bool policy, bool course, string words) =>
        Assert.Equal(words, Send(Facts(policy: policy, course: course)).Value.Of.InWordsList());

    [Fact]
    public void Where_nothing_is_theirs_to_do_nobody_is_reminded()
    {
        Assert.Equal(ReadinessErrors.NothingMissing, Send(Facts(acknowledged: true, trained: true)).Error);
        Assert.Equal(ReadinessErrors.NotTheirs, Send(Facts(policy: false, course: false)).Error);
        Assert.Equal(ReadinessErrors.NotTheirs, Send(Facts(policy: false, trained: true)).Error);
        Assert.Equal(ReadinessErrors.NotTheirs, Send(Facts(), Karim with { Status = PersonStatus.Invited }).Error);
        Assert.Equal(ReadinessErrors.NotTheirs, Send(Facts(), Karim with { LeavingDate = new DateOnly(2026, 3, 9) }).Error);
    }

    [Fact]
    public void A_person_is_reminded_once_a_day_in_London()
    {
        Assert.Equal(ReadinessErrors.RemindedToday, Send(Facts(), last: new DateOnly(2026, 3, 10)).Error);
        Assert.False(Send(Facts(), last: new DateOnly(2026, 3, 9)).IsRefused);
        // Half past eleven at night, UTC, in summer is the next day in London.
        var late = new DateTime(2026, 6, 30, 23, 30, 0, DateTimeKind.Utc);
        Assert.Equal(new DateOnly(2026, 7, 1), Send(Facts(), last: new DateOnly(2026, 6, 30), at: late).Value.Day);
    }

    [Fact]
    public void Leaders_and_administrators_remind_and_nobody_else()
    {
        Assert.False(Send(Facts(), by: Administrator).IsRefused);
        foreach (var roles in new[] { Roles.None, Roles.PortalManager, Roles.DataProtectionOfficer, Roles.PortalManager | Roles.DataProtectionOfficer })
        {
            Assert.Equal(ReadinessErrors.OnlyLeadersAndAdministrators, Send(Facts(), by: new Actor(7, "Person 7", roles)).Error);
        }
    }
}
