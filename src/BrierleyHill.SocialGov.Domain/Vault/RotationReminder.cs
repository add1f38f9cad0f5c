using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Vault;

/// <summary>
/// That people were told on one day that a secret is due for rotation: at once when it became so, or in the morning of a working day while
/// it remained so. A unique index over secret and day lets one chase through, over restarts and two instances of the portal.
/// </summary>
public sealed class RotationReminder : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ROT";

    private RotationReminder()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account.</summary>
    public int AccountId { get; private set; }

    /// <summary>The sign-in.</summary>
    public int CredentialId { get; private set; }

    /// <summary>Which of its secrets.</summary>
    public SecretKind Kind { get; private set; }

    /// <summary>On which day, London.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The same day where it is a chase, else nothing: the column that the unique index is on.</summary>
    public DateOnly? ChasedOn { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Tells people that a secret has become due.</summary>
    /// <param name="due">The secret, and because of whom.</param>
    /// <param name="by">Whoever did what made it due.</param>
    /// <param name="at">When, UTC.</param>
    public static RotationReminder Tell(RotationDue due, Actor by, DateTime at) => Make(due, isChase: false, by, at);

    /// <summary>Reminds people in the morning of a working day.</summary>
    /// <param name="due">The secret, and because of whom.</param>
    /// <param name="lastTold">The last day on which people were told of this secret, London.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="by">The portal itself.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The reminder, or <see langword="null"/> when it is not the time, or they were told today.</returns>
    public static RotationReminder? Chase(RotationDue due, DateOnly? lastTold, WorkingCalendar calendar, Actor by, DateTime at) =>
        ReminderSchedule.IsTimeToRemind(calendar, at) && lastTold != LondonTime.DateOf(at) ? Make(due, isChase: true, by, at) : null;

    private static RotationReminder Make(RotationDue due, bool isChase, Actor by, DateTime at)
    {
        var day = LondonTime.DateOf(at);
        var reminder = new RotationReminder
        {
            AccountId = due.AccountId,
            CredentialId = due.CredentialId,
            Kind = due.Kind,
            Day = day,
            ChasedOn = isChase ? day : null,
            At = at,
        };
        reminder.Record(new RotationReminded(due.Kind, due.Label, due.NamesInWords, isChase, by, at));
        return reminder;
    }
}
