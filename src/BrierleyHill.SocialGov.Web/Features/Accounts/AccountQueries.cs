using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Reads the register for the pages. Everybody who is signed in sees it: it holds no secret.</summary>
public sealed class AccountQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["reference", "name", "platform", "status", "ready", "review"];

    /// <summary>
    /// One page of the register. Whether an account is within policy is worked out and not stored, so the accounts that fit the rest of
    /// the filter are worked out whole: a school has dozens of them.
    /// </summary>
    public async Task<AccountList> ListAsync(AccountFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        IEnumerable<SocialMediaAccount> accounts = await database.LoadRegisterAsync(cancellationToken);
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
            accounts = Reference.TryParse(text, out var kind, out var id) && kind == SocialMediaAccount.ReferenceKind
                ? accounts.Where(account => account.Id == id)
                : accounts.Where(account => account.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
                    || (account.Handle?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false));
        }

        var found = accounts.ToList();
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var standings = await database.LoadAccountStandingsAsync(
            found, directory, await database.LoadReadinessFactsAsync(cancellationToken), clock.UtcNow(), cancellationToken);
        var handovers = (await database.Handovers.AsNoTracking()
                .Where(handover => handover.Status == HandoverStatus.Open)
                .OrderBy(handover => handover.Id)
                .Select(handover => new { handover.Id, handover.AccountId })
                .ToListAsync(cancellationToken))
            .ToLookup(handover => handover.AccountId, handover => handover.Id);
        var rows = found.ConvertAll(account => new AccountRow(
            account,
            account.Assignments.FirstOrDefault(assignment => assignment is { IsCurrent: true, Role: AssignmentRole.LeadAdministrator }) is { } lead
                ? directory.NameOf(lead.PersonId)
                : null,
            standings[account.Id],
            [.. handovers[account.Id]]));
        var shown = filter.OutOfPolicy ? rows.Where(row => row.Standing.IsOutOfPolicy) : rows;
        return new AccountList(
            PagedList<AccountRow>.Cut([.. Sort(shown, order)], filter.Page),
            filter,
            order,
            rows.Count(row => row.Standing.IsOutOfPolicy));
    }

    /// <summary>One account, or <see langword="null"/>.</summary>
    public async Task<AccountView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if ((await database.LoadRegisterAsync(cancellationToken)).Find(found => found.Id == id) is not { } account)
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

        // The register is everybody's; the business case behind it is not, and neither is the impact assessment.
        var opensApplication = application.ApplicantId == person.Id
            || application.Named.Contains(person.Id)
            || person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator) || person.Holds(Roles.DataProtectionOfficer);
        var opensAssessment = account.ImpactAssessmentId is { } named
            && await database.VisibleAssessments(person.Actor).AnyAsync(assessment => assessment.Id == named, cancellationToken);
        var now = clock.UtcNow();
        var circumstances = await database.LoadGoingLiveCircumstancesAsync(account, cancellationToken);
        var (directory, readiness) = (circumstances.Directory, circumstances.Readiness);
        var handovers = await database.Handovers.AsNoTracking()
            .Where(handover => handover.AccountId == id && handover.Status == HandoverStatus.Open)
            .OrderBy(handover => handover.Id)
            .Select(handover => handover.Id)
            .ToListAsync(cancellationToken);
        return new AccountView(
            account,
            person.Actor,
            now,
            directory,
            [
                .. account.Assignments
                    .Where(assignment => assignment.IsCurrent)
                    .OrderBy(assignment => assignment.Role)
                    .Select(assignment => (assignment.Role, Person: directory.Find(assignment.PersonId)!))
                    .Select(assigned => new AssignedPerson(assigned.Role, assigned.Person, readiness.Of(assigned.Person, now))),
            ],
            AccountStanding.Of(
                account,
                new AccountCircumstances(
                    directory, readiness, circumstances.Assessment, await database.LoadRotationsDueAsync([id], now, cancellationToken)),
                now),
            GoingLiveGates.Of(account, circumstances, now),
            circumstances.Assessment,
            opensApplication,
            opensAssessment,
            handovers,
            account.Status == AccountStatus.Active ? await database.CountChecksAWeekAsync(id, cancellationToken) : null,
            [.. lines.Select(HistoryEntry.From)]);
    }

    /// <summary>Whom somebody can assign to an account, those who are ready first; nobody assigns themselves.</summary>
    public async Task<IReadOnlyList<Choice>> AssignableAsync(CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var readiness = await database.LoadReadinessFactsAsync(cancellationToken);
        var now = clock.UtcNow();
        return
        [
            .. directory.People
                .Where(one => one.IsActive && one.Id != person.Id)
                .Select(one => (Person: one, Readiness: readiness.Of(one, now)))
                .OrderByDescending(one => one.Readiness.IsReady)
                .ThenBy(one => one.Person.Surname, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Person.Forename, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Person.Id)
                .Select(one => new Choice(
                    one.Person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    $"{one.Person.FullName}: {ReadyInWords(one.Readiness)}")),
        ];
    }

    /// <summary>The impact assessments that this person can name for an account.</summary>
    public async Task<IReadOnlyList<Choice>> NameableAssessmentsAsync(SocialMediaAccount account, CancellationToken cancellationToken) =>
    [
        .. (await database.LoadAssessmentChoicesAsync(account, person.Id, cancellationToken)).Select(choice => new Choice(
            choice.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{choice.Reference}: {choice.Title} ({Words.InSentence(choice.Status.InWords())})")),
    ];

    /// <summary>The accounts that await creation, those that have waited longest first.</summary>
    public async Task<AwaitingCreation> AwaitingCreationAsync(int? page, CancellationToken cancellationToken)
    {
        var waiting = await PagedList<SocialMediaAccount>.ReadAsync(
            database.Accounts.AsNoTracking()
                .Where(account => account.Status == AccountStatus.AwaitingCreation)
                .OrderBy(account => account.ApprovedAt).ThenBy(account => account.Id),
            page,
            cancellationToken);
        return new AwaitingCreation(
            waiting, await database.LoadDirectoryAsync(cancellationToken), await database.LoadWorkingCalendarAsync(cancellationToken), clock.Today());
    }

    private static string ReadyInWords(PersonReadiness readiness) => readiness.IsReady
        ? "ready"
        : "not ready, " + string.Join(", ", readiness.Missing.Select(part => part.Kind switch
        {
            ReadinessPartKind.Active => "not active",
            ReadinessPartKind.Acknowledged => "policy not acknowledged",
            ReadinessPartKind.Trained => "not trained",
        }));

    private static IEnumerable<AccountRow> Sort(IEnumerable<AccountRow> rows, SortOrder order)
    {
        IOrderedEnumerable<AccountRow> By<T>(Func<AccountRow, T> key, IComparer<T>? comparer = null) =>
            order.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        return (order.Column switch
        {
            "name" => By(row => row.Account.Name, StringComparer.OrdinalIgnoreCase),
            "platform" => By(row => row.PlatformInWords, StringComparer.OrdinalIgnoreCase),
            "status" => By(row => row.Account.Status),
            "ready" => By(row => row.Standing.ReadyAdministrators),
            "review" => By(row => row.Account.NextReviewOn ?? DateOnly.MaxValue),
            _ => By(row => row.Account.Id),
        }).ThenBy(row => row.Account.Id);
    }
}

/// <summary>What the register is narrowed to.</summary>
public sealed class AccountFilter
{
    /// <summary>Words of the name or handle, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>The status.</summary>
    public AccountStatus? Status { get; set; }

    /// <summary>The platform.</summary>
    public Platform? Platform { get; set; }

    /// <summary>Whether only those that are out of policy are shown.</summary>
    public bool OutOfPolicy { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null || Platform is not null || OutOfPolicy;
}

/// <summary>One account in the list.</summary>
/// <param name="Account">The account.</param>
/// <param name="Lead">Its lead administrator, or <see langword="null"/>.</param>
/// <param name="Standing">Whether it is within policy.</param>
/// <param name="OpenHandovers">Its hand-overs that are open.</param>
public sealed record AccountRow(SocialMediaAccount Account, string? Lead, AccountStanding Standing, IReadOnlyList<int> OpenHandovers)
{
    /// <summary>The platform, by its own name where it has one.</summary>
    public string PlatformInWords => Account.PlatformName.Length > 0 ? Account.PlatformName : Account.Platform.InWords();
}

/// <summary>The register.</summary>
/// <param name="Rows">The accounts that fit the filter.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Order">The order.</param>
/// <param name="OutOfPolicyCount">How many are out of policy among those that fit the rest of the filter.</param>
public sealed record AccountList(PagedList<AccountRow> Rows, AccountFilter Filter, SortOrder Order, int OutOfPolicyCount);

/// <summary>Somebody who looks after an account.</summary>
/// <param name="Role">As what.</param>
/// <param name="Person">Who.</param>
/// <param name="Readiness">Whether they are ready to run it (SLT-7).</param>
public sealed record AssignedPerson(AssignmentRole Role, DirectoryPerson Person, PersonReadiness Readiness);

/// <summary>One account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Reader">Who reads.</param>
/// <param name="At">Now, UTC.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="People">The people who look after it now, the lead first.</param>
/// <param name="Standing">Whether it is within policy.</param>
/// <param name="Gates">How the gates of going live stand.</param>
/// <param name="Assessment">How its impact assessment stands.</param>
/// <param name="OpensApplication">Whether the reader may open the business case.</param>
/// <param name="OpensAssessment">Whether the reader may open the impact assessment.</param>
/// <param name="OpenHandovers">Its hand-overs that are open.</param>
/// <param name="ChecksAWeek">How many times a week its rota asks somebody to look at it; none where it is not in use.</param>
/// <param name="History">What happened to it.</param>
public sealed record AccountView(
    SocialMediaAccount Account,
    Actor Reader,
    DateTime At,
    PeopleDirectory Directory,
    IReadOnlyList<AssignedPerson> People,
    AccountStanding Standing,
    IReadOnlyList<GateStanding> Gates,
    ImpactAssessmentStanding Assessment,
    bool OpensApplication,
    bool OpensAssessment,
    IReadOnlyList<int> OpenHandovers,
    int? ChecksAWeek,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>Whether the reader may see what monitoring found: those who look after the account, administrators and senior leaders.</summary>
    public bool OpensMonitoring => Reader.Holds(Roles.SeniorLeader) || Reader.Holds(Roles.Administrator) || Account.RoleOf(Reader.PersonId!.Value) is not null;

    /// <summary>The reference of the business case.</summary>
    public string ApplicationReference => Reference.Of(AccountApplication.ReferenceKind, Account.ApplicationId);

    /// <summary>The platform in words, with its own name where it has one.</summary>
    public string PlatformInWords =>
        Account.PlatformName.Length > 0 ? $"{Account.Platform.InWords()}: {Account.PlatformName}" : Account.Platform.InWords();

    /// <summary>Whether the reader may change what was approved.</summary>
    public bool MayChange => !Account.CheckMayChange(Reader).IsRefused;

    /// <summary>Whether the reader may prepare the account on its platform.</summary>
    public bool MayPrepare => !Account.CheckMayPrepare(Reader).IsRefused;

    /// <summary>Whether the reader may say who looks after it.</summary>
    public bool MayAssign => !Account.CheckMayAssign(Reader).IsRefused;

    /// <summary>Whether the reader may suspend it now.</summary>
    public bool MaySuspend => !Account.CheckMaySuspend(Reader).IsRefused;

    /// <summary>Whether the reader may take it into use again now.</summary>
    public bool MayResume => !Account.CheckMayResume(Reader).IsRefused;

    /// <summary>Whether the reader may decide this departure.</summary>
    public bool MayDecide(AccountSetting setting) => !Account.CheckMayDecideDeparture(setting, Reader).IsRefused;

    /// <summary>
    /// Whether the vault has anything to show to the reader: those who administer the account now, senior leaders, who may break the
    /// glass, and administrators by role while the account awaits creation.
    /// </summary>
    public bool OpensSignInDetails => Account.Status != AccountStatus.Closed
        && (Account.CurrentAdministrators(Directory, LondonTime.DateOf(At)).Contains(Reader.PersonId ?? 0)
            || Reader.Holds(Roles.SeniorLeader)
            || (Account.Status == AccountStatus.AwaitingCreation && Reader.Holds(Roles.Administrator)));

    /// <summary>How many ready administrators the account has without this person.</summary>
    public int ReadyWithout(int personId) =>
        People.Count(assigned => assigned.Role != AssignmentRole.Poster && assigned.Readiness.IsReady && assigned.Person.Id != personId);

    /// <summary>Whether every gate is open.</summary>
    public bool IsReadyToGoLive => Gates.All(gate => gate.IsMet);
}

/// <summary>An account with a form about it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public sealed record AccountAction<TForm>(AccountView View, TForm Form)
{
    /// <summary>The account.</summary>
    public SocialMediaAccount Account => View.Account;

    /// <summary>What a select of the form offers.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

/// <summary>The queue of approved accounts that nobody has created yet.</summary>
public sealed record AwaitingCreation(PagedList<SocialMediaAccount> Accounts, PeopleDirectory Directory, WorkingCalendar Calendar, DateOnly Today)
{
    /// <summary>How long an account has waited, in words.</summary>
    public string Waited(SocialMediaAccount account) =>
        Calendar.DisplayWaiting(LondonTime.DateOf(account.ApprovedAt), Today);
}
