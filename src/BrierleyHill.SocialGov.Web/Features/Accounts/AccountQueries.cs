using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Reads the register for the pages. Everybody who is signed in sees it: it holds no secret.</summary>
public sealed class AccountQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["reference", "name", "platform", "status", "approved"];

    /// <summary>One page of the register.</summary>
    public async Task<AccountList> ListAsync(AccountFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var accounts = database.Accounts.AsNoTracking();
        if (filter.Status is { } status)
        {
            accounts = accounts.Where(account => account.Status == status);
        }

        if (filter.Platform is { } platform)
        {
            accounts = accounts.Where(account => account.Platform == platform);
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
            ("platform", false) => accounts.OrderBy(account => account.Platform).ThenBy(account => account.Id),
            ("platform", true) => accounts.OrderByDescending(account => account.Platform).ThenBy(account => account.Id),
            ("status", false) => accounts.OrderBy(account => account.Status).ThenBy(account => account.Id),
            ("status", true) => accounts.OrderByDescending(account => account.Status).ThenBy(account => account.Id),
            ("approved", false) => accounts.OrderBy(account => account.ApprovedAt).ThenBy(account => account.Id),
            ("approved", true) => accounts.OrderByDescending(account => account.ApprovedAt).ThenBy(account => account.Id),
            (_, false) => accounts.OrderBy(account => account.Id),
            (_, true) => accounts.OrderByDescending(account => account.Id),
        };
        var rows = from account in accounts
                   select new AccountRow(
                       account.Id,
                       account.Name,
                       account.Platform,
                       account.PlatformName,
                       account.Status,
                       account.ApprovedAt,
                       database.People
                           .Where(lead => account.Assignments.Any(assignment =>
                               assignment.PersonId == lead.Id && assignment.Until == null && assignment.Role == AssignmentRole.LeadAdministrator))
                           .Select(lead => lead.Forename + " " + lead.Surname)
                           .FirstOrDefault());
        return new AccountList(await PagedList<AccountRow>.ReadAsync(rows, filter.Page, cancellationToken), filter, order);
    }

    /// <summary>One account, or <see langword="null"/>.</summary>
    public async Task<AccountView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } account)
        {
            return null;
        }

        var application = await database.Applications.AsNoTracking()
            .Where(found => found.Id == account.ApplicationId)
            .Select(found => new { found.ApplicantId, Named = found.Administrators.Select(administrator => administrator.PersonId) })
            .SingleAsync(cancellationToken);
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(SocialMediaAccount) && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);

        // The register is everybody's; the business case behind it is not.
        var opensApplication = application.ApplicantId == person.Id
            || application.Named.Contains(person.Id)
            || person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator) || person.Holds(Roles.DataProtectionOfficer);
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var readiness = await database.LoadReadinessFactsAsync(cancellationToken);
        return new AccountView(
            account,
            account.CheckMayChange(person.Actor),
            directory,
            [
                .. account.Assignments
                    .Where(assignment => assignment.Until is null)
                    .OrderBy(assignment => assignment.Role)
                    .Select(assignment => (assignment.Role, directory.Find(assignment.PersonId)!))
                    .Select(assigned => new AssignedPerson(assigned.Role, assigned.Item2, readiness.Of(assigned.Item2, clock.UtcNow()))),
            ],
            await database.LoadAssessmentStandingAsync(account, cancellationToken),
            opensApplication,
            [.. lines.Select(HistoryEntry.From)]);
    }

    /// <summary>The accounts that await creation, those that have waited longest first.</summary>
    public async Task<AwaitingCreation> AwaitingCreationAsync(int? page, CancellationToken cancellationToken)
    {
        var waiting = await PagedList<SocialMediaAccount>.ReadAsync(
            database.Accounts.AsNoTracking()
                .Where(account => account.Status == AccountStatus.AwaitingCreation)
                .OrderBy(account => account.ApprovedAt).ThenBy(account => account.Id),
            page,
            cancellationToken);
        return new AwaitingCreation(waiting, await database.LoadDirectoryAsync(cancellationToken), clock.Today());
    }
}

/// <summary>What the register is narrowed to.</summary>
public sealed class AccountFilter
{
    /// <summary>Words of the name, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>The status.</summary>
    public AccountStatus? Status { get; set; }

    /// <summary>The platform.</summary>
    public Platform? Platform { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null || Platform is not null;
}

/// <summary>One account in the list.</summary>
public sealed record AccountRow(
    int Id, string Name, Platform Platform, string PlatformName, AccountStatus Status, DateTime ApprovedAt, string? Lead)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(SocialMediaAccount.ReferenceKind, Id);
}

/// <summary>The register.</summary>
public sealed record AccountList(PagedList<AccountRow> Rows, AccountFilter Filter, SortOrder Order);

/// <summary>Somebody who looks after an account.</summary>
/// <param name="Role">As what.</param>
/// <param name="Person">Who.</param>
/// <param name="Readiness">Whether they are ready to run it (SLT-7).</param>
public sealed record AssignedPerson(AssignmentRole Role, DirectoryPerson Person, PersonReadiness Readiness);

/// <summary>One account.</summary>
/// <param name="Account">The account.</param>
/// <param name="MayChange">Whether the reader may change what was approved.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="People">The people who look after it now, the lead first.</param>
/// <param name="Assessment">How its impact assessment stands.</param>
/// <param name="OpensApplication">Whether the reader may open the business case.</param>
/// <param name="History">What happened to it.</param>
public sealed record AccountView(
    SocialMediaAccount Account,
    Result MayChange,
    PeopleDirectory Directory,
    IReadOnlyList<AssignedPerson> People,
    ImpactAssessmentStanding Assessment,
    bool OpensApplication,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>The reference of the business case.</summary>
    public string ApplicationReference => Reference.Of(AccountApplication.ReferenceKind, Account.ApplicationId);
}

/// <summary>The queue of approved accounts that nobody has created yet.</summary>
public sealed record AwaitingCreation(PagedList<SocialMediaAccount> Accounts, PeopleDirectory Directory, DateOnly Today)
{
    /// <summary>How long an account has waited, in words.</summary>
    public string Waited(SocialMediaAccount account) =>
        WorkingCalendar.EnglandAndWales.DisplayWaiting(LondonTime.DateOf(account.ApprovedAt), Today);
}
