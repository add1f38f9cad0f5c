using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The e-mails about referrals, personal data breaches and reviews: what kind of thing waits, its reference and a link.</summary>
public static class IncidentPartEmails
{
    /// <summary>The page of a referral, from the root of the portal.</summary>
    public static string PathOf(Referral referral) => FormattableString.Invariant($"/incidents/{referral.IncidentId}/referrals/{referral.Number}");

    /// <summary>The page of a breach, from the root of the portal.</summary>
    public static string PathOf(PersonalDataBreach breach) => FormattableString.Invariant($"/incidents/{breach.IncidentId}/breach");

    /// <summary>The page of a review, from the root of the portal.</summary>
    public static string PathOf(ContentReview review) => FormattableString.Invariant($"/incidents/{review.IncidentId}/reviews/{review.Number}");

    /// <summary>To whoever made a referral, at once: the next contact is soon, or now.</summary>
    public static EmailText NextContact(string reference, string path) => new(
        $"{reference}: be in touch with an agency", [$"You are to be in touch with an agency again about {reference}.", "See with whom and when here:"], path);

    /// <summary>To senior leaders, at once: nobody was in touch.</summary>
    public static EmailText ReferralEscalated(string reference, string path) => new(
        $"{reference}: nobody has been in touch with an agency", [$"A contact with an agency about {reference} is overdue.", "See to it here:"], path);

    /// <summary>To the data protection officer and senior leaders, at once: there is a breach.</summary>
    public static EmailText BreachRecorded(string reference, string path) => new(
        $"{reference}: a personal data breach has been recorded", [$"A personal data breach has been recorded ({reference}), and the time for telling the ICO runs.", "Look at it now:"], path);

    /// <summary>To the data protection officer and senior leaders, at once: nobody has decided.</summary>
    public static EmailText BreachWaits(string reference, string path) => new(
        $"{reference}: a personal data breach waits for a decision", [$"Nobody has decided yet whether to tell the ICO of a personal data breach ({reference}).", "Decide now:"], path);

    /// <summary>To the data protection officer and senior leaders, at once: the time has run out.</summary>
    public static EmailText BreachOverdue(string reference, string path) => new(
        $"{reference}: the time for telling the ICO has run out", [$"Nobody has decided about telling the ICO of a personal data breach ({reference}), and the time for it has run out.", "Decide now:"], path);

    /// <summary>To whoever is asked for a view.</summary>
    public static EmailText ViewAsked(string reference, string path) => new(
        $"{reference}: you are asked to look at content", [$"You are asked to look at content and to say what you conclude ({reference}).", "See what is asked of you here:"], path, NotificationKinds.Incidents);
}

/// <summary>The data protection officer and the senior leaders hear at once that there is a breach. From now on the incident is open to the data protection officer.</summary>
public sealed class TellOfBreach(IncidentTelling telling) : EventRule<PersonalDataBreach, BreachRecorded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PersonalDataBreach record, BreachRecorded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        await telling.TellAsync(
            database,
            await database.LoadIncidentOfAsync(record, cancellationToken),
            IncidentAudience.DataProtectionOfficers | IncidentAudience.SeniorLeaders,
            $"A personal data breach has been recorded. The ICO has to be told by {LondonTime.Display(record.DueAt)}, unless a risk is unlikely.",
            IncidentPartEmails.BreachRecorded(record.Reference, IncidentPartEmails.PathOf(record)),
            happened.By.PersonId,
            happened.At,
            cancellationToken);
}

/// <summary>The data protection officer and the senior leaders hear at once of each alert of the 72-hour clock. One that is overtaken by the time it is raised is not told of: the later one is.</summary>
public sealed class TellOfBreachAlert(IncidentTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!BreachClock.Subjects.Contains(happened.Subject))
        {
            return;
        }

        var breach = await database.PersonalDataBreaches.AsNoTracking().SingleAsync(found => found.Id == happened.SubjectId, cancellationToken);
        if (!breach.IsRunning || BreachClock.IsOvertaken(happened.Subject, breach.AwareAt, happened.At))
        {
            return;
        }

        var isOver = happened.Subject == DeadlineSubject.BreachNotification && happened.Level != AlertLevel.DueSoon;
        var path = IncidentPartEmails.PathOf(breach);
        await telling.TellAsync(
            database,
            await database.LoadIncidentOfAsync(breach, cancellationToken),
            IncidentAudience.DataProtectionOfficers | IncidentAudience.SeniorLeaders,
            isOver
                ? $"The 72 hours for telling the ICO of a personal data breach ended on {LondonTime.Display(breach.DueAt)}. Decide now, and say why it is late."
                : $"A personal data breach waits for the decision about the ICO. The 72 hours end on {LondonTime.Display(breach.DueAt)}.",
            isOver ? IncidentPartEmails.BreachOverdue(breach.Reference, path) : IncidentPartEmails.BreachWaits(breach.Reference, path),
            byId: null,
            happened.At,
            cancellationToken,
            isOver ? AlertLevel.Overdue : AlertLevel.DueSoon);
    }
}

/// <summary>
/// Whoever made a referral is reminded of its next contact, and a day after it the senior leaders hear that nobody was in touch. Where the incident is
/// not open to whoever made it any more, the leaders hear of it from the beginning.
/// </summary>
public sealed class TellOfReferralAlert(IncidentTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Subject != DeadlineSubject.Referral)
        {
            return;
        }

        var referral = await database.Referrals.AsNoTracking().SingleAsync(found => found.Id == happened.SubjectId, cancellationToken);
        var path = IncidentPartEmails.PathOf(referral);
        if (happened.Level != AlertLevel.Escalated
            && await database.FindIncidentReaderAsync(referral.IncidentId, referral.MadeById, cancellationToken) is { } maker)
        {
            telling.Tell(
                database,
                [maker],
                referral.Reference,
                happened.Level == AlertLevel.DueSoon
                    ? $"You are to be in touch with an agency on {LondonTime.Display(happened.DueAt)}."
                    : $"You were to be in touch with an agency on {LondonTime.Display(happened.DueAt)}. Do so now, and write down what was said.",
                IncidentPartEmails.NextContact(referral.Reference, path),
                happened.At,
                happened.Level);
            return;
        }

        await telling.TellAsync(
            database,
            await database.LoadIncidentOfAsync(referral, cancellationToken),
            IncidentAudience.SeniorLeaders,
            $"A contact with an agency was to be on {LondonTime.Display(happened.DueAt)}. See that somebody is in touch.",
            IncidentPartEmails.ReferralEscalated(referral.Reference, path),
            byId: null,
            happened.At,
            cancellationToken,
            happened.Level);
    }
}

/// <summary>Whoever is asked for a view hears of it; it may wait for the morning.</summary>
public sealed class TellReviewer(IncidentTelling telling) : EventRule<ContentReview, ReviewerInvited>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ContentReview record, ReviewerInvited happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await database.People.AsNoTracking().Where(person => person.Id == happened.PersonId).ToListAsync(cancellationToken),
            record.Reference,
            "You are asked to look at content and to say, for yourself, what you conclude.",
            IncidentPartEmails.ViewAsked(record.Reference, IncidentPartEmails.PathOf(record)),
            happened.At);
}

/// <summary>Finds the incident of a part, as whom it concerns is reckoned from.</summary>
internal static class PartIncidentLookup
{
    /// <summary>The incident, with the people who are involved.</summary>
    public static async Task<Incident> LoadIncidentOfAsync(this SocialGovDbContext database, IncidentPart part, CancellationToken cancellationToken) =>
        database.Incidents.Local.FirstOrDefault(incident => incident.Id == part.IncidentId)
        ?? await database.Incidents.AsNoTracking().SingleAsync(incident => incident.Id == part.IncidentId, cancellationToken);
}
