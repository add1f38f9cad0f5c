using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Reads reviews and verifications for the pages.</summary>
public sealed class ReviewQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    private const int Soon = 30;
    private const int Later = 60;

    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["due", "name", "review", "verification"];

    /// <summary>One page of what is due when: what is overdue longest comes first.</summary>
    public async Task<ReviewList> ListAsync(ReviewFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var accounts = database.Accounts.AsNoTracking()
            .Where(account => account.Status == AccountStatus.Active || account.Status == AccountStatus.Suspended);
        DateOnly? until = filter.When switch
        {
            ReviewsDue.Overdue => today.AddDays(-1),
            ReviewsDue.Soon => today.AddDays(Soon),
            ReviewsDue.Later => today.AddDays(Later),
            _ => null,
        };
        if (until is { } day)
        {
            accounts = filter.What switch
            {
                ReviewKind.Review => accounts.Where(account => account.NextReviewOn <= day),
                ReviewKind.Verification => accounts.Where(account => account.VerificationDueOn <= day),
                _ => accounts.Where(account => account.NextReviewOn <= day || account.VerificationDueOn <= day),
            };
        }

        if (filter.When == ReviewsDue.SomethingOpen)
        {
            accounts = filter.What switch
            {
                ReviewKind.Review => accounts.Where(account => account.Reviews.Any(review => review.Outcome == ReviewOutcome.Change && review.ChangesMadeAt == null)),
                ReviewKind.Verification => accounts.Where(account => account.Verifications.OrderByDescending(made => made.VerifiedAt).ThenByDescending(made => made.Id).Select(made => made.HasFindings).FirstOrDefault()),
                _ => accounts.Where(account => account.Reviews.Any(review => review.Outcome == ReviewOutcome.Change && review.ChangesMadeAt == null)
                    || account.Verifications.OrderByDescending(made => made.VerifiedAt).ThenByDescending(made => made.Id).Select(made => made.HasFindings).FirstOrDefault()),
            };
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            if (Reference.TryParse(text, out var kind, out var id) && kind == SocialMediaAccount.ReferenceKind)
            {
                accounts = accounts.Where(account => account.Id == id);
            }
            else
            {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
                var lower = text.ToLowerInvariant();
                accounts = accounts.Where(account => account.Name.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        accounts = (order.Column, order.Descending) switch
        {
            ("name", false) => accounts.OrderBy(account => account.Name).ThenBy(account => account.Id),
            ("name", true) => accounts.OrderByDescending(account => account.Name).ThenBy(account => account.Id),
            ("review", false) => accounts.OrderBy(account => account.NextReviewOn).ThenBy(account => account.Id),
            ("review", true) => accounts.OrderByDescending(account => account.NextReviewOn).ThenBy(account => account.Id),
            ("verification", false) => accounts.OrderBy(account => account.VerificationDueOn).ThenBy(account => account.Id),
            ("verification", true) => accounts.OrderByDescending(account => account.VerificationDueOn).ThenBy(account => account.Id),
            (_, false) => accounts.OrderBy(account => account.NextReviewOn < account.VerificationDueOn ? account.NextReviewOn : account.VerificationDueOn).ThenBy(account => account.Id),
            (_, true) => accounts.OrderByDescending(account => account.NextReviewOn < account.VerificationDueOn ? account.NextReviewOn : account.VerificationDueOn).ThenBy(account => account.Id),
        };
        var rows = accounts.Select(account => new ReviewRow(
            account.Id,
            account.Name,
            account.Status,
            account.NextReviewOn,
            account.VerificationDueOn,
            account.Reviews.Any(review => review.Outcome == ReviewOutcome.Change && review.ChangesMadeAt == null),
            account.Verifications.OrderByDescending(made => made.VerifiedAt).ThenByDescending(made => made.Id).Select(made => made.HasFindings).FirstOrDefault()));
        return new ReviewList(await PagedList<ReviewRow>.ReadAsync(rows, filter.Page, cancellationToken), filter, order, today);
    }

    /// <summary>The account with its reviews and verifications, or <see langword="null"/>.</summary>
    public async Task<ReviewView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } account)
        {
            return null;
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var readiness = await database.LoadReadinessFactsAsync(cancellationToken);
        return new ReviewView(
            account,
            directory,
            [
                .. account.Assignments
                    .Where(assignment => assignment.IsCurrent)
                    .OrderBy(assignment => assignment.Role)
                    .Select(assignment => (assignment.Role, directory.Find(assignment.PersonId)!))
                    .Select(assigned => new AssignedPerson(assigned.Role, assigned.Item2, readiness.Of(assigned.Item2, clock.UtcNow()))),
            ],
            account.CheckMayReview(person.Actor),
            account.CheckMayVerify(person.Actor),
            clock.Today());
    }

    /// <summary>
    /// Whether the person may read what reviews and verifications found: leaders, administrators and whoever looks after the account. A finding
    /// says where an account is weak, so it is not everybody's.
    /// </summary>
    public bool MayRead(SocialMediaAccount account) =>
        person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator) || account.RoleOf(person.Id) is not null;
}

/// <summary>Which of the two.</summary>
public enum ReviewKind
{
    /// <summary>The yearly review.</summary>
    [Display(Name = "Review by a senior leader")]
    Review,

    /// <summary>The verification.</summary>
    [Display(Name = "Verification by an administrator")]
    Verification,
}

/// <summary>How near it is.</summary>
public enum ReviewsDue
{
    /// <summary>Its day has passed.</summary>
    [Display(Name = "Overdue")]
    Overdue,

    /// <summary>Overdue, or due within 30 days.</summary>
    [Display(Name = "Due within 30 days")]
    Soon,

    /// <summary>Overdue, or due within 60 days.</summary>
    [Display(Name = "Due within 60 days")]
    Later,

    /// <summary>Changes that are not made, or findings that are not put right.</summary>
    [Display(Name = "Changes or findings open")]
    SomethingOpen,
}

/// <summary>What the list is narrowed to.</summary>
public sealed class ReviewFilter
{
    /// <summary>Words of the name, or a reference.</summary>
    [Display(Name = "Name or reference")]
    public string? Text { get; set; }

    /// <summary>Reviews or verifications.</summary>
    [Display(Name = "What")]
    public ReviewKind? What { get; set; }

    /// <summary>How near.</summary>
    [Display(Name = "When")]
    public ReviewsDue? When { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || What is not null || When is not null;
}

/// <summary>One account in the list.</summary>
public sealed record ReviewRow(
    int Id, string Name, AccountStatus Status, DateOnly? NextReviewOn, DateOnly? VerificationDueOn, bool HasOpenChanges, bool HasFindings)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(SocialMediaAccount.ReferenceKind, Id);
}

/// <summary>The list.</summary>
public sealed record ReviewList(PagedList<ReviewRow> Rows, ReviewFilter Filter, SortOrder Order, DateOnly Today);

/// <summary>An account as its reviews show it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="People">Who looks after it.</param>
/// <param name="MayReview">Whether the person may review it.</param>
/// <param name="MayVerify">Whether the person may verify it.</param>
/// <param name="Today">Today, London.</param>
public sealed record ReviewView(
    SocialMediaAccount Account, PeopleDirectory Directory, IReadOnlyList<AssignedPerson> People, Result MayReview, Result MayVerify, DateOnly Today)
{
    /// <summary>Reviews, the latest first.</summary>
    public IEnumerable<AccountReview> Reviews => Account.Reviews.OrderByDescending(review => review.ReviewedAt).ThenByDescending(review => review.Id);

    /// <summary>Verifications, the latest first.</summary>
    public IEnumerable<AccountVerification> Verifications => Account.Verifications.OrderByDescending(made => made.VerifiedAt).ThenByDescending(made => made.Id);
}

/// <summary>An account and a form about it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public sealed record ReviewFormView<TForm>(ReviewView Found, TForm Form);

/// <summary>Dates that are due, in words.</summary>
public static class DueText
{
    /// <summary>"9 March 2027", "Today", or, after the tag that says "Overdue", "since 9 March 2026".</summary>
    public static string InWords(DateOnly? due, DateOnly today) => due switch
    {
        null => "Not set yet",
        { } day when day < today => $"since {LondonTime.DisplayDate(day)}",
        { } day when day == today => "Today",
        { } day => LondonTime.DisplayDate(day),
    };

    /// <summary>Whether its day has passed.</summary>
    public static bool IsOverdue(DateOnly? due, DateOnly today) => due < today;
}
