using BrierleyHill.SocialGov.Domain.Alerts;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// The 72 hours within which the Information Commissioner is told of a personal data breach, from when the school became aware of it (UK GDPR,
/// Article 33(1)). They are hours that pass: nights, weekends, bank holidays and holidays of the school count, and where the clocks change the
/// time of day at the end is another than at the beginning. So everything here is reckoned in UTC.
/// </summary>
public static class BreachClock
{
    /// <summary>The 72 hours.</summary>
    public const int Hours = 72;

    /// <summary>The hours after which the data protection officer and the leaders are told that the clock runs; with <see cref="Hours"/> it has run out.</summary>
    public static IReadOnlyList<int> AlertHours { get; } = [24, 48, 66];

    /// <summary>What the alerts are kept as, in their order: what comes later overtakes what comes earlier.</summary>
    public static IReadOnlyList<DeadlineSubject> Subjects { get; } =
        [DeadlineSubject.BreachAfter24Hours, DeadlineSubject.BreachAfter48Hours, DeadlineSubject.BreachNotification];

    /// <summary>The last instant that is in time, UTC.</summary>
    /// <param name="awareAt">When the school became aware, UTC.</param>
    public static DateTime DueAt(DateTime awareAt) => awareAt.AddHours(Hours);

    /// <summary>Whether telling the Commissioner then was too late: <em>not later than</em> 72 hours after.</summary>
    /// <param name="awareAt">When the school became aware, UTC.</param>
    /// <param name="toldAt">When the Commissioner was told, UTC.</param>
    public static bool IsLate(DateTime awareAt, DateTime toldAt) => toldAt > DueAt(awareAt);

    /// <summary>When the alerts of one of the <see cref="Subjects"/> are raised. After 24 and 48 hours there is one alert each, so all its levels begin at once.</summary>
    /// <param name="subject">Which.</param>
    /// <param name="awareAt">When the school became aware, UTC.</param>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static AlertTimes TimesOf(DeadlineSubject subject, DateTime awareAt) => subject switch
    {
        DeadlineSubject.BreachAfter24Hours => Once(awareAt.AddHours(AlertHours[0])),
        DeadlineSubject.BreachAfter48Hours => Once(awareAt.AddHours(AlertHours[1])),
        DeadlineSubject.BreachNotification => new AlertTimes(awareAt.AddHours(AlertHours[2]), DueAt(awareAt), DueAt(awareAt)),
        _ => throw new ArgumentException("This is no deadline of a breach.", nameof(subject)),
    };

    /// <summary>Whether a later alert has fallen due as well, so that nobody needs to hear of this one: a breach that was learnt of days ago, or a portal that stood still.</summary>
    /// <param name="subject">Which.</param>
    /// <param name="awareAt">When the school became aware, UTC.</param>
    /// <param name="at">Now, UTC.</param>
    public static bool IsOvertaken(DeadlineSubject subject, DateTime awareAt, DateTime at) =>
        Subjects.SkipWhile(one => one != subject).Skip(1).Any(later => TimesOf(later, awareAt).DueSoonAt <= at);

    /// <summary>How the clock stands, in words: "22 hours left", "50 minutes left", "3 hours over". Cut, never rounded up: nobody is told of time that there is not.</summary>
    /// <param name="awareAt">When the school became aware, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    public static string InWords(DateTime awareAt, DateTime now)
    {
        var left = DueAt(awareAt) - now;
        return left >= TimeSpan.Zero ? $"{Length(left)} left" : $"{Length(-left)} over";
    }

    private static string Length(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 2 } => "1 minute",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} minutes",
        { TotalHours: < 2 } => "1 hour",
        _ => $"{(int)span.TotalHours} hours",
    };

    private static AlertTimes Once(DateTime at) => new(at, at, at);
}
