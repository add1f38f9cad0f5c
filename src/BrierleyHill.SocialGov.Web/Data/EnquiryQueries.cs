using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>What a person's dashboard says about enquiries.</summary>
public enum EnquiryLine
{
    /// <summary>One to answer, that is theirs.</summary>
    Own,

    /// <summary>One of the school that is overdue.</summary>
    Overdue,

    /// <summary>A journalist who waits for a leader to decide about the reply.</summary>
    ToClear,

    /// <summary>An e-mail that waits to be logged as an enquiry.</summary>
    Draft,
}

/// <summary>One that a dashboard counts.</summary>
public sealed class EnquiryLineItem
{
    /// <summary>What it counts for.</summary>
    public EnquiryLine Line { get; init; }

    /// <summary>When it is due, UTC.</summary>
    public DateTime DueAt { get; init; }
}

/// <summary>Reads of enquiries that the feature and the dashboard share.</summary>
public static class EnquiryQueries
{
    /// <summary>How many of one line a dashboard counts before it says "more than".</summary>
    public const int MostCounted = 100;

    /// <summary>Whether this person sees every enquiry: senior leaders, and administrators by role.</summary>
    public static bool SeesEveryEnquiry(this Actor person) => person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator);

    /// <summary>
    /// Those that this person may know of: leaders and administrators by role all of them; everybody those of the accounts that they look
    /// after or post to now, those assigned to them, and those that they logged.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    public static IQueryable<Enquiry> EnquiriesVisibleTo(this SocialGovDbContext database, Actor person)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (person.SeesEveryEnquiry())
        {
            return database.Enquiries.AsNoTracking();
        }

        var id = person.PersonId;
        var own = database.AccountsLookedAfterBy(id);
        return database.Enquiries.AsNoTracking().Where(enquiry => enquiry.LoggedById == id || enquiry.AssigneeId == id || own.Contains(enquiry.AccountId));
    }

    /// <summary>The e-mails that this person may sort: leaders and administrators by role all of them, the administrators of an account those that seem to be about it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    public static IQueryable<EnquiryDraft> DraftsVisibleTo(this SocialGovDbContext database, Actor person)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (person.SeesEveryEnquiry())
        {
            return database.EnquiryDrafts.AsNoTracking();
        }

        var own = database.AccountsAdministeredBy(person.PersonId);
        return database.EnquiryDrafts.AsNoTracking().Where(draft => draft.AccountId != null && own.Contains(draft.AccountId.Value));
    }

    /// <summary>What waits for this person, in one query whose cost hangs on what waits alone. Of each line at most <see cref="MostCounted"/> and one more.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Who.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Task<List<EnquiryLineItem>> LoadEnquiryLinesAsync(this SocialGovDbContext database, Actor person, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var id = person.PersonId;
        var own = database.AccountsAdministeredBy(id);
        var lines = Line(
            database.Enquiries.Where(enquiry => enquiry.AssigneeId == id || (enquiry.AssigneeId == null && own.Contains(enquiry.AccountId))), EnquiryLine.Own);
        if (person.Holds(Roles.SeniorLeader))
        {
            lines = lines
                .Concat(Line(database.Enquiries.Where(enquiry => enquiry.DueAt <= now), EnquiryLine.Overdue))
                .Concat(database.Enquiries
                    .Where(enquiry => enquiry.Status != EnquiryStatus.Closed
                        && enquiry.Status < EnquiryStatus.Closed
                        && enquiry.Kind == EnquiryKind.Journalist
                        && enquiry.Clearance == null)
                    .OrderBy(enquiry => enquiry.DueAt)
                    .Select(enquiry => new EnquiryLineItem { Line = EnquiryLine.ToClear, DueAt = enquiry.DueAt })
                    .Take(MostCounted + 1));
        }

        return lines
            .Concat(database.DraftsVisibleTo(person)
                .Where(draft => draft.Status == EnquiryDraftStatus.Waiting)
                .OrderBy(draft => draft.DueAt)
                .Select(draft => new EnquiryLineItem { Line = EnquiryLine.Draft, DueAt = draft.DueAt })
                .Take(MostCounted + 1))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The accounts that a person looks after or posts to now.</summary>
    /// <param name="database">The database.</param>
    /// <param name="personId">Who.</param>
    public static IQueryable<int> AccountsLookedAfterBy(this SocialGovDbContext database, int? personId) => database.Accounts
        .Where(account => account.Assignments.Any(assignment => assignment.PersonId == personId && assignment.Until == null))
        .Select(account => account.Id);

    /// <summary>The accounts that a person administers now.</summary>
    private static IQueryable<int> AccountsAdministeredBy(this SocialGovDbContext database, int? personId) => database.Accounts
        .Where(account => account.Assignments.Any(
            assignment => assignment.PersonId == personId && assignment.Until == null && assignment.Role != AssignmentRole.Poster))
        .Select(account => account.Id);

    // "Not closed" is said as well as "open": that is how the database knows that the small index will do.
    private static IQueryable<EnquiryLineItem> Line(IQueryable<Enquiry> of, EnquiryLine line) => of.AsNoTracking()
        .Where(enquiry => enquiry.Status != EnquiryStatus.Closed && enquiry.Status == EnquiryStatus.Open)
        .OrderBy(enquiry => enquiry.DueAt)
        .Select(enquiry => new EnquiryLineItem { Line = line, DueAt = enquiry.DueAt })
        .Take(MostCounted + 1);
}
