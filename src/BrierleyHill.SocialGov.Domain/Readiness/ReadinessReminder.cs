using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Readiness;

/// <summary>What a person is reminded of.</summary>
[Flags]
public enum ReminderOf
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>To read and acknowledge the policy.</summary>
    [Display(Name = "acknowledge the policy")]
    Policy = 1,

    /// <summary>To attend training.</summary>
    [Display(Name = "attend training")]
    Training = 2,
}

/// <summary>
/// That somebody was reminded of what they still miss before they are ready to run an account (clauses SLT-7, STF-2). A person is
/// reminded once a London day: a unique index over person and day holds it, whoever presses the button.
/// </summary>
public sealed class ReadinessReminder : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "REM";

    private ReadinessReminder()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Who was reminded.</summary>
    public int PersonId { get; private set; }

    /// <summary>On which day, London.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Of what.</summary>
    public ReminderOf Of { get; private set; }

    /// <summary>By whom.</summary>
    public int SentById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>What a person can be reminded of: what they themselves can put right. Somebody who cannot sign in can put nothing right.</summary>
    /// <param name="readiness">How ready they are.</param>
    /// <param name="facts">What it was worked out from: nobody can acknowledge a policy that is not published.</param>
    /// <param name="at">The instant, UTC.</param>
    public static ReminderOf Due(PersonReadiness readiness, ReadinessFacts facts, DateTime at)
    {
        if (!readiness.Active.IsMet)
        {
            return ReminderOf.Nothing;
        }

        return (readiness.Acknowledged.IsMet || !facts.IsPolicyPublished(at) ? ReminderOf.Nothing : ReminderOf.Policy)
            | (readiness.Trained.IsMet || !facts.IsCourseSetUp ? ReminderOf.Nothing : ReminderOf.Training);
    }

    /// <summary>Reminds a person.</summary>
    /// <param name="readiness">How ready they are.</param>
    /// <param name="facts">What it was worked out from.</param>
    /// <param name="lastReminded">The day on which they were last reminded, London.</param>
    /// <param name="by">A senior leader or an administrator.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<ReadinessReminder> Send(PersonReadiness readiness, ReadinessFacts facts, DateOnly? lastReminded, Actor by, DateTime at)
    {
        if (!by.Holds(Roles.SeniorLeader) && !by.Holds(Roles.Administrator))
        {
            return ReadinessErrors.OnlyLeadersAndAdministrators;
        }

        var of = Due(readiness, facts, at);
        if (of == ReminderOf.Nothing)
        {
            return readiness.IsReady ? ReadinessErrors.NothingMissing : ReadinessErrors.NotTheirs;
        }

        var day = LondonTime.DateOf(at);
        if (lastReminded == day)
        {
            return ReadinessErrors.RemindedToday;
        }

        var reminder = new ReadinessReminder { PersonId = readiness.PersonId, Day = day, Of = of, SentById = by.PersonId!.Value, SentAt = at };
        reminder.Record(new ReadinessReminderSent(of, by, at));
        return reminder;
    }
}

/// <summary>The words of <see cref="ReminderOf"/>.</summary>
public static class ReminderOfText
{
    /// <summary>What to do, in words: "acknowledge the policy and attend training".</summary>
    public static string InWordsList(this ReminderOf of) => string.Join(
        " and ",
        new[] { ReminderOf.Policy, ReminderOf.Training }.Where(one => (of & one) == one).Select(one => one.InWords()));
}

/// <summary>Why somebody cannot be reminded, in words that a person can act on.</summary>
public static class ReadinessErrors
{
    /// <summary>Only senior leaders and administrators remind.</summary>
    public static Error OnlyLeadersAndAdministrators { get; } = new(
        "Readiness.OnlyLeadersAndAdministrators", "Only a senior leader or an administrator can remind people.", ErrorKind.Forbidden);

    /// <summary>Ready.</summary>
    public static Error NothingMissing { get; } = new(
        "Readiness.NothingMissing", "This person is ready now, so nobody has been reminded.", ErrorKind.Conflict);

    /// <summary>What is missing is not theirs to put right.</summary>
    public static Error NotTheirs { get; } = new(
        "Readiness.NotTheirs",
        "What is missing is not this person’s to put right: they cannot sign in, or there is no policy or course yet. Nobody has been reminded.",
        ErrorKind.Conflict);

    /// <summary>Once a day.</summary>
    public static Error RemindedToday { get; } = new(
        "Readiness.RemindedToday", "This person has already been reminded today. You can remind them again tomorrow.", ErrorKind.Conflict);
}

/// <summary>Somebody was reminded of what they still miss.</summary>
[Description("Reminded a person of what they miss before they can run an account")]
public sealed record ReadinessReminderSent(ReminderOf Of, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Reminded to", null, Of.InWordsList())];
}

/// <summary>The list of who is ready was taken out of the portal.</summary>
[Description("Downloaded the list of who is ready")]
public sealed record ReadinessExported(int People, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("People listed", null, People.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}
