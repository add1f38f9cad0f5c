using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>Whom enquiries and drafts concern, and how they are told.</summary>
public sealed class EnquiryTelling(EmailOutbox outbox)
{
    /// <summary>Tells people in the portal and by e-mail, each once.</summary>
    public void Tell(
        SocialGovDbContext database, IEnumerable<Person> people, string reference, string text, EmailText email, DateTime at, AlertLevel? level = null)
    {
        foreach (var person in people.DistinctBy(person => person.Id))
        {
            Notify(database, person, reference, text, email.Path, at, email.Kind, level);
            outbox.Queue(database, person, email, at);
        }
    }

    /// <summary>Tells people in the portal alone, each once.</summary>
    public static void TellInPortal(SocialGovDbContext database, IEnumerable<Person> people, string reference, string text, string path, DateTime at)
    {
        foreach (var person in people.DistinctBy(person => person.Id))
        {
            Notify(database, person, reference, text, path, at, NotificationKinds.Enquiries, level: null);
        }
    }

    /// <summary>
    /// Who answers it: the lead administrators of its account who can sign in, the deputies where no lead can or where they are to hear of it as
    /// well, and whom it is assigned to. Where that is nobody, the administrators by role. Whoever has left is not among them.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="assigneeId">Whom it is assigned to.</param>
    /// <param name="withDeputies">Whether the deputies hear of it too.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<List<Person>> AnswerersAsync(
        SocialGovDbContext database, int? accountId, int? assigneeId, bool withDeputies, DateTime at, CancellationToken cancellationToken)
    {
        var assigned = await database.Accounts.AsNoTracking()
            .Where(account => account.Id == accountId)
            .SelectMany(account => account.Assignments)
            .Where(assignment => assignment.Until == null && assignment.Role != AssignmentRole.Poster)
            .Select(assignment => new { assignment.PersonId, assignment.Role })
            .ToListAsync(cancellationToken);
        int[] candidates = [.. assigned.Select(assignment => assignment.PersonId), .. new[] { assigneeId }.OfType<int>()];
        var today = LondonTime.DateOf(at);
        var present = candidates.Length == 0
            ? []
            : await database.People.AsNoTracking()
                .Where(person => candidates.Contains(person.Id) && person.Status == PersonStatus.Active && (person.LeavingDate == null || person.LeavingDate >= today))
                .OrderBy(person => person.Id)
                .ToListAsync(cancellationToken);
        var leads = assigned.Where(assignment => assignment.Role == AssignmentRole.LeadAdministrator).Select(assignment => assignment.PersonId).ToHashSet();
        var withoutLead = !present.Exists(person => leads.Contains(person.Id));
        var answerers = present.FindAll(person =>
            person.Id == assigneeId || leads.Contains(person.Id) || ((withDeputies || withoutLead) && assigned.Exists(assignment => assignment.PersonId == person.Id)));
        return answerers.Count > 0 ? answerers : await database.LoadActiveAsync(Roles.Administrator, cancellationToken);
    }

    private static void Notify(
        SocialGovDbContext database, Person person, string reference, string text, string path, DateTime at, NotificationKinds kind, AlertLevel? level) =>
        database.Notifications.Add(new Notification(person.Id, reference, text, path, at, kind, level));
}

/// <summary>Whoever answers for the account hears of a new enquiry, but for whoever logged it; of a journalist the senior leaders too, who clear the reply.</summary>
public sealed class TellOfNewEnquiry(EnquiryTelling telling) : EventRule<Enquiry, EnquiryLogged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, EnquiryLogged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var people = await telling.AnswerersAsync(database, record.AccountId, record.AssigneeId, withDeputies: false, happened.At, cancellationToken);
        telling.Tell(
            database,
            people.Where(person => !happened.By.Is(person.Id)),
            record.Reference,
            $"A new enquiry waits for an answer, due {LondonTime.Display(record.DueAt)}.",
            EnquiryEmails.New(record.Reference, EnquiryEmails.PathOf(record.Id)),
            happened.At);
        if (record.Kind == EnquiryKind.Journalist)
        {
            await telling.TellLeadersOfJournalistAsync(database, record, happened, cancellationToken);
        }
    }
}

/// <summary>An enquiry that is put to another account is new to those who look after that; one that turns out to be a journalist's goes to the leaders.</summary>
public sealed class TellOfRefiledEnquiry(EnquiryTelling telling) : EventRule<Enquiry, EnquiryRefiled>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, EnquiryRefiled happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.AccountBefore != happened.AccountAfter)
        {
            var people = await telling.AnswerersAsync(database, record.AccountId, record.AssigneeId, withDeputies: false, happened.At, cancellationToken);
            telling.Tell(
                database,
                people.Where(person => !happened.By.Is(person.Id)),
                record.Reference,
                record.AnsweredAt is null
                    ? $"An enquiry was put to your account and waits for an answer, due {LondonTime.Display(record.DueAt)}."
                    : "An enquiry was put to your account.",
                EnquiryEmails.New(record.Reference, EnquiryEmails.PathOf(record.Id)),
                happened.At);
        }

        if (happened.KindBefore != EnquiryKind.Journalist && happened.KindAfter == EnquiryKind.Journalist)
        {
            await telling.TellLeadersOfJournalistAsync(database, record, happened, cancellationToken);
        }
    }
}

/// <summary>Whom an enquiry is given to hears of it; who takes it over knows.</summary>
public sealed class TellAssignee(EnquiryTelling telling) : EventRule<Enquiry, EnquiryAssigned>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, EnquiryAssigned happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.PersonId is { } id && !happened.By.Is(id))
        {
            telling.Tell(
                database,
                await database.People.AsNoTracking().Where(person => person.Id == id && person.Status == PersonStatus.Active).ToListAsync(cancellationToken),
                record.Reference,
                record.AnsweredAt is null
                    ? $"An enquiry has been assigned to you. An answer is due {LondonTime.Display(record.DueAt)}."
                    : "An enquiry has been assigned to you.",
                EnquiryEmails.Assigned(record.Reference, EnquiryEmails.PathOf(record.Id)),
                happened.At);
        }
    }
}

/// <summary>Whoever answers a journalist hears what the leaders decided.</summary>
/// <typeparam name="TEvent">The decision.</typeparam>
public sealed class TellOfClearance<TEvent>(EnquiryTelling telling) : EventRule<Enquiry, TEvent>
    where TEvent : DomainEvent
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var people = await telling.AnswerersAsync(database, record.AccountId, record.AssigneeId, withDeputies: true, happened.At, cancellationToken);
        telling.Tell(
            database,
            people.Where(person => !happened.By.Is(person.Id)),
            record.Reference,
            "A senior leader has decided about the reply to a journalist.",
            EnquiryEmails.Decided(record.Reference, EnquiryEmails.PathOf(record.Id)),
            happened.At);
    }
}

/// <summary>
/// Who hears of an alert about an enquiry: due soon, whoever answers it; overdue, the deputies too; escalated, the senior leaders.
/// </summary>
public sealed class TellOfEnquiryAlert(EnquiryTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Subject != DeadlineSubject.Enquiry)
        {
            return;
        }

        var (path, reference) = (EnquiryEmails.PathOf(happened.SubjectId), record.SubjectReference);
        if (happened.Level == AlertLevel.Escalated)
        {
            telling.Tell(
                database,
                await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken),
                reference,
                $"An enquiry is still not answered. It was due {LondonTime.Display(happened.DueAt)}. See that it is answered.",
                EnquiryEmails.Escalated(reference, path),
                happened.At,
                happened.Level);
            return;
        }

        var about = await database.Enquiries.AsNoTracking()
            .Where(enquiry => enquiry.Id == happened.SubjectId)
            .Select(enquiry => new { enquiry.AccountId, enquiry.AssigneeId })
            .SingleAsync(cancellationToken);
        var isOverdue = happened.Level == AlertLevel.Overdue;
        telling.Tell(
            database,
            await telling.AnswerersAsync(database, about.AccountId, about.AssigneeId, withDeputies: isOverdue, happened.At, cancellationToken),
            reference,
            isOverdue
                ? $"An enquiry is overdue: it was due {LondonTime.Display(happened.DueAt)}. Answer or acknowledge it now."
                : $"An enquiry is due soon: {LondonTime.Display(happened.DueAt)}. Answer or acknowledge it.",
            isOverdue ? EnquiryEmails.Overdue(reference, path) : EnquiryEmails.DueSoon(reference, path),
            happened.At,
            happened.Level);
    }
}

/// <summary>
/// Whoever sorts e-mails of the platforms hears of a new one in the portal. By e-mail they hear when it is due soon: otherwise each e-mail of a
/// platform would make one more.
/// </summary>
public sealed class TellOfNewDraft(EnquiryTelling telling) : EventRule<EnquiryDraft, EnquiryDraftTaken>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(EnquiryDraft record, EnquiryDraftTaken happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        EnquiryTelling.TellInPortal(
            database,
            await telling.AnswerersAsync(database, record.AccountId, assigneeId: null, withDeputies: true, happened.At, cancellationToken),
            record.Reference,
            $"An e-mail of a platform waits to be logged as an enquiry, due {LondonTime.Display(record.DueAt)}.",
            EnquiryEmails.PathOfDraft(record.Id),
            happened.At);
}

/// <summary>Who hears of an alert about a draft: the administrators of the account that it seems to be about, without one the administrators by role; escalated, the senior leaders.</summary>
public sealed class TellOfDraftAlert(EnquiryTelling telling) : EventRule<Deadline, AlertRaised>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Deadline record, AlertRaised happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Subject != DeadlineSubject.EnquiryDraft)
        {
            return;
        }

        var (path, reference) = (EnquiryEmails.PathOfDraft(happened.SubjectId), record.SubjectReference);
        List<Person> people;
        if (happened.Level == AlertLevel.Escalated)
        {
            people = await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken);
        }
        else
        {
            var account = await database.EnquiryDrafts.AsNoTracking()
                .Where(draft => draft.Id == happened.SubjectId).Select(draft => draft.AccountId).SingleAsync(cancellationToken);
            people = await telling.AnswerersAsync(database, account, assigneeId: null, withDeputies: true, happened.At, cancellationToken);
        }

        telling.Tell(
            database,
            people,
            reference,
            happened.Level == AlertLevel.DueSoon
                ? $"An e-mail of a platform is due soon: {LondonTime.Display(happened.DueAt)}. Log it as an enquiry or dismiss it."
                : $"An e-mail of a platform is overdue: it was due {LondonTime.Display(happened.DueAt)}. Log it as an enquiry or dismiss it.",
            happened.Level == AlertLevel.Escalated ? EnquiryEmails.DraftEscalated(reference, path) : EnquiryEmails.Draft(reference, path, happened.Level == AlertLevel.Overdue),
            happened.At,
            happened.Level);
    }
}

/// <summary>Tells leaders of a journalist.</summary>
internal static class JournalistTelling
{
    public static async Task TellLeadersOfJournalistAsync(
        this EnquiryTelling telling, SocialGovDbContext database, Enquiry enquiry, DomainEvent happened, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            (await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken)).Where(person => !happened.By.Is(person.Id)),
            enquiry.Reference,
            "A journalist has written. A senior leader decides about the reply.",
            EnquiryEmails.Journalist(enquiry.Reference, EnquiryEmails.PathOf(enquiry.Id)),
            happened.At);
}
