using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>
/// Reads enquiries for the pages. What the queue costs hangs on what waits, not on what is stored: its list and its count are served by an
/// index that holds what is not closed alone, and no count goes past <see cref="MostCounted"/> (ADR 31).
/// </summary>
public sealed class EnquiryPageQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>How many a page of the queue has.</summary>
    public const int PageSize = 50;

    /// <summary>How far a list is counted and paged; beyond it says "more than".</summary>
    public const int MostCounted = 1000;

    /// <summary>How many of the latest closed enquiries words are looked for in.</summary>
    public const int MostSearched = 5000;

    /// <summary>How much of a text the queue shows, in characters.</summary>
    public const int ExcerptLength = 160;

    /// <summary>The columns that the queue can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["due"];

    /// <summary>One page of the queue.</summary>
    public async Task<EnquiryQueue> QueueAsync(EnquiryFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(order);
        var now = clock.UtcNow();
        var matching = Matching(filter, now);
        var counted = await matching.Select(enquiry => enquiry.Id).Take(MostCounted + 1).CountAsync(cancellationToken);
        var total = Math.Min(counted, MostCounted);
        var page = Math.Clamp(filter.Page ?? 1, 1, Math.Max(1, ((total - 1) / PageSize) + 1));
        var rows = total == 0 ? [] : await RowsAsync(Sort(matching, filter, order).Skip((page - 1) * PageSize).Take(PageSize), now, cancellationToken);
        var accounts = await VisibleAccountsAsync(cancellationToken);
        return new EnquiryQueue(
            new PagedList<EnquiryRow>(rows, page, PageSize, total),
            counted > MostCounted,
            filter,
            order,
            accounts.Accounts,
            accounts.Own,
            [
                new Choice("me", "Me"),
                new Choice("nobody", "Nobody"),
                .. accounts.People.Where(other => other.Id != person.Id).Select(other => new Choice(other.Id.ToString(CultureInfo.InvariantCulture), other.Name)),
            ],
            person.Actor,
            now);
    }

    /// <summary>Every row on the filter, for a file; one more than <paramref name="most"/> where there are more.</summary>
    public Task<List<EnquiryRow>> AllAsync(EnquiryFilter filter, SortOrder order, int most, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return RowsAsync(Sort(Matching(filter, now), filter, order).Take(most + 1), now, cancellationToken, wholeText: true);
    }

    /// <summary>One enquiry, or <see langword="null"/> when there is none for this person.</summary>
    public async Task<EnquiryView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        var enquiry = found.Enquiry;

        var deadline = await database.Deadlines.AsNoTracking()
            .SingleOrDefaultAsync(its => its.Subject == DeadlineSubject.Enquiry && its.SubjectId == id, cancellationToken);
        var deadlineId = deadline?.Id;
        // A handful of lines, sorted here: an order in the query could lead the database through the whole audit.
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => (line.RecordKind == nameof(Enquiry) && line.RecordId == id) || (line.RecordKind == nameof(Deadline) && line.RecordId == deadlineId))
            .ToListAsync(cancellationToken);
        int[] concerned =
        [
            enquiry.LoggedById,
            .. new[] { enquiry.AssigneeId, enquiry.ClearanceById }.OfType<int>(),
            .. enquiry.Responses.Select(response => response.ById),
        ];
        var names = await database.People.AsNoTracking().Where(other => concerned.Contains(other.Id))
            .ToDictionaryAsync(other => other.Id, other => other.Forename + " " + other.Surname, cancellationToken);
        return new EnquiryView(
            enquiry,
            found.Account,
            names,
            [.. lines.OrderBy(line => line.Sequence).Select(HistoryEntry.From)],
            await database.LoadIncidentsFromAsync(IncidentSource.Enquiry, id, person.Actor, cancellationToken),
            deadline?.Alerts.OrderBy(alert => alert.At).ThenBy(alert => alert.Level).ToList() ?? [],
            found.MayWorkOn,
            person.Actor,
            clock.UtcNow());
    }

    /// <summary>One enquiry to act on, with its account's name, or <see langword="null"/> when there is none for this person.</summary>
    public async Task<SeenEnquiry?> LoadAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.Enquiries.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } enquiry)
        {
            return null;
        }

        // An account with all that belongs to it would be five queries; two facts of it are asked.
        var own = person.Id;
        var account = await database.Accounts.AsNoTracking()
            .Where(found => found.Id == enquiry.AccountId)
            .Select(found => new { found.Name, LooksAfter = found.Assignments.Any(assignment => assignment.PersonId == own && assignment.Until == null) })
            .SingleAsync(cancellationToken);
        return EnquiriesAuthorization.MaySee(enquiry, account.LooksAfter, person.Actor)
            ? new SeenEnquiry(enquiry, account.Name, EnquiriesAuthorization.MayWorkOn(enquiry, account.LooksAfter, person.Actor))
            : null;
    }

    /// <summary>What a monitoring check found, for the form of the enquiry that is logged from it; "" where there is none that this person may see.</summary>
    /// <param name="checkId">The check.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<string> FoundByAsync(int? checkId, CancellationToken cancellationToken)
    {
        var (id, all) = (person.Id, person.Holds(Roles.SeniorLeader) || person.Holds(Roles.Administrator));
        return checkId is null ? "" : await database.MonitoringChecks.AsNoTracking()
            .Where(check => check.Id == checkId
                && (all || database.Accounts.Any(account => account.Id == check.AccountId
                    && account.Assignments.Any(assignment => assignment.PersonId == id && assignment.Until == null))))
            .Select(check => check.Found)
            .SingleOrDefaultAsync(cancellationToken) ?? "";
    }

    /// <summary>The accounts to choose from, those that the person looks after first.</summary>
    public async Task<IReadOnlyList<AccountChoice>> LiveAccountsAsync(CancellationToken cancellationToken)
    {
        var id = person.Id;
        var live = await database.Accounts.AsNoTracking()
            .Where(account => account.Status == AccountStatus.Active || account.Status == AccountStatus.Suspended)
            .OrderBy(account => account.Name).ThenBy(account => account.Id)
            .Select(account => new
            {
                account.Id,
                account.Name,
                account.Platform,
                account.PlatformName,
                IsOwn = account.Assignments.Any(assignment => assignment.PersonId == id && assignment.Until == null),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. live.OrderByDescending(account => account.IsOwn).Select(account => new AccountChoice(
                account.Id, $"{account.Name} ({(account.PlatformName.Length > 0 ? account.PlatformName : account.Platform.InWords())})", account.IsOwn)),
        ];
    }

    /// <summary>Everybody to whom an enquiry can be given: those who can sign in, by name.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleAsync(CancellationToken cancellationToken)
    {
        var people = await database.People.AsNoTracking()
            .Where(other => other.Status == PersonStatus.Active)
            .OrderBy(other => other.Surname).ThenBy(other => other.Forename).ThenBy(other => other.Id)
            .Select(other => new { other.Id, other.Forename, other.Surname })
            .ToListAsync(cancellationToken);
        return [.. people.Select(other => new Choice(other.Id.ToString(CultureInfo.InvariantCulture), $"{other.Forename} {other.Surname}"))];
    }

    private IQueryable<Enquiry> Matching(EnquiryFilter filter, DateTime now)
    {
        var matching = database.EnquiriesVisibleTo(person.Actor);
        // "Not closed" is said as well as "open": that is how the database knows that the small index will do. And it is said as a range besides, so that
        // an index by account or kind is read for what waits alone, where the database takes that one.
        matching = (filter.State ?? EnquiryState.Waiting) switch
        {
            EnquiryState.Waiting => matching.Where(enquiry => enquiry.Status != EnquiryStatus.Closed && enquiry.Status < EnquiryStatus.Closed),
            EnquiryState.Open => matching.Where(enquiry => enquiry.Status != EnquiryStatus.Closed && enquiry.Status == EnquiryStatus.Open),
            EnquiryState.Overdue => matching.Where(
                enquiry => enquiry.Status != EnquiryStatus.Closed && enquiry.Status == EnquiryStatus.Open && enquiry.DueAt <= now),
            EnquiryState.Acknowledged => matching.Where(enquiry => enquiry.Status != EnquiryStatus.Closed && enquiry.Status == EnquiryStatus.Acknowledged),
            EnquiryState.Closed => matching.Where(enquiry => enquiry.Status == EnquiryStatus.Closed),
            EnquiryState.All => matching,
        };
        if (filter.Account is { } account)
        {
            matching = matching.Where(enquiry => enquiry.AccountId == account);
        }

        if (filter.Kind is { } kind)
        {
            matching = matching.Where(enquiry => enquiry.Kind == kind);
        }

        var id = person.Id;
        matching = filter.Assignee switch
        {
            "me" => matching.Where(enquiry => enquiry.AssigneeId == id),
            "nobody" => matching.Where(enquiry => enquiry.AssigneeId == null),
            _ when int.TryParse(filter.Assignee, NumberStyles.None, CultureInfo.InvariantCulture, out var other) =>
                matching.Where(enquiry => enquiry.AssigneeId == other),
            _ => matching,
        };
        if (filter.Words is { Length: > 0 } words)
        {
            // Nobody reads a million texts to look for a word: of the closed ones only the latest are looked through, and the page says so.
            if (filter.IsLatestOnly)
            {
                var latest = matching.OrderByDescending(enquiry => enquiry.DueAt).ThenByDescending(enquiry => enquiry.Id).Take(MostSearched).Select(enquiry => enquiry.Id);
                matching = database.Enquiries.AsNoTracking().Where(enquiry => latest.Contains(enquiry.Id));
            }

            matching = matching.Where(enquiry => enquiry.SearchText.Contains(words));
        }

        return matching;
    }

    // What waits is shown unanswered first, each by its deadline; what is closed, the latest first.
    private static IQueryable<Enquiry> Sort(IQueryable<Enquiry> matching, EnquiryFilter filter, SortOrder order) => (filter.IsOfWaiting, order.Descending) switch
    {
        (true, false) => matching.OrderBy(enquiry => enquiry.Status).ThenBy(enquiry => enquiry.DueAt).ThenBy(enquiry => enquiry.Id),
        (true, true) => matching.OrderByDescending(enquiry => enquiry.Status).ThenByDescending(enquiry => enquiry.DueAt).ThenByDescending(enquiry => enquiry.Id),
        (false, false) => matching.OrderBy(enquiry => enquiry.DueAt).ThenBy(enquiry => enquiry.Id),
        (false, true) => matching.OrderByDescending(enquiry => enquiry.DueAt).ThenByDescending(enquiry => enquiry.Id),
    };

    private async Task<List<EnquiryRow>> RowsAsync(IQueryable<Enquiry> enquiries, DateTime now, CancellationToken cancellationToken, bool wholeText = false)
    {
        var length = wholeText ? Enquiry.TextMaximumLength : ExcerptLength + 1;
        var rows = await (
            from enquiry in enquiries
            join account in database.Accounts on enquiry.AccountId equals account.Id
            join someone in database.People on enquiry.AssigneeId equals someone.Id into assigned
            from assignee in assigned.DefaultIfEmpty()
            select new
            {
                enquiry.Id,
                enquiry.Version,
                enquiry.AccountId,
                Account = account.Name,
                enquiry.Kind,
                enquiry.Place,
                enquiry.From,
                Text = enquiry.Text.Substring(0, length),
                enquiry.Status,
                enquiry.ReceivedAt,
                enquiry.DueAt,
                enquiry.AnsweredAt,
                enquiry.AssigneeId,
                Assignee = assignee == null ? null : assignee.Forename + " " + assignee.Surname,
                enquiry.Clearance,
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new EnquiryRow(
                row.Id,
                row.Version,
                row.AccountId,
                row.Account,
                row.Kind,
                row.Place,
                row.From,
                wholeText ? row.Text : Excerpt(row.Text),
                row.Status,
                row.ReceivedAt,
                row.DueAt,
                row.AnsweredAt,
                row.AssigneeId,
                row.Assignee,
                row.Kind == EnquiryKind.Journalist && row.Clearance is null && row.Status != EnquiryStatus.Closed,
                now)),
        ];
    }

    private static string Excerpt(string text)
    {
        var line = PlainText.CleanLine(text);
        return line.Length <= ExcerptLength ? line : line[..(char.IsHighSurrogate(line[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength)].TrimEnd() + "…";
    }

    // The accounts that the person can filter by, and who looks after them: one query over a few dozen rows.
    private async Task<(IReadOnlyList<Choice> Accounts, IReadOnlySet<int> Own, IReadOnlyList<NamedPerson> People)> VisibleAccountsAsync(CancellationToken cancellationToken)
    {
        var (id, all) = (person.Id, person.Actor.SeesEveryEnquiry());
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var accounts = (await database.LoadRegisterAsync(cancellationToken))
            .Where(account => account.Status != AccountStatus.AwaitingCreation && (all || account.RoleOf(id) is not null))
            .OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id)
            .ToList();
        return (
            [.. accounts.Select(account => new Choice(account.Id.ToString(CultureInfo.InvariantCulture), account.Name))],
            accounts.Where(account => account.RoleOf(id) is not null).Select(account => account.Id).ToHashSet(),
            [
                .. accounts.SelectMany(account => account.Assignments).Where(assignment => assignment.IsCurrent)
                    .Select(assignment => assignment.PersonId).Distinct()
                    .Select(other => new NamedPerson(other, directory.NameOf(other)))
                    .OrderBy(other => other.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    private sealed record NamedPerson(int Id, string Name);
}

/// <summary>An enquiry that a person sees.</summary>
/// <param name="Enquiry">The enquiry.</param>
/// <param name="Account">The name of its account.</param>
/// <param name="MayWorkOn">Whether the person works on it.</param>
public sealed record SeenEnquiry(Enquiry Enquiry, string Account, bool MayWorkOn);

/// <summary>An account that can be chosen.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name and platform.</param>
/// <param name="IsOwn">Whether the person looks after it or posts to it.</param>
public sealed record AccountChoice(int Id, string Name, bool IsOwn);

/// <summary>In which state enquiries are listed.</summary>
public enum EnquiryState
{
    /// <summary>What is not closed.</summary>
    [Display(Name = "Not closed")]
    Waiting,

    /// <summary>What nobody has answered.</summary>
    [Display(Name = "Open: nobody has answered")]
    Open,

    /// <summary>What nobody has answered in time.</summary>
    [Display(Name = "Overdue")]
    Overdue,

    /// <summary>What was acknowledged.</summary>
    [Display(Name = "Acknowledged")]
    Acknowledged,

    /// <summary>What is closed.</summary>
    [Display(Name = "Closed")]
    Closed,

    /// <summary>Everything.</summary>
    [Display(Name = "All")]
    All,
}

/// <summary>What the queue is narrowed to.</summary>
public sealed class EnquiryFilter
{
    /// <summary>Words of who wrote and what it says.</summary>
    public string? Text { get; set; }

    /// <summary>The account.</summary>
    public int? Account { get; set; }

    /// <summary>The kind.</summary>
    [Display(Name = "Kind")]
    public EnquiryKind? Kind { get; set; }

    /// <summary>The state; what is not closed without one.</summary>
    [Display(Name = "State")]
    public EnquiryState? State { get; set; }

    /// <summary>Whom it is assigned to: <c>me</c>, <c>nobody</c> or the number of a person.</summary>
    public string? Assignee { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Account is not null || Kind is not null || !string.IsNullOrEmpty(Assignee) || State is not (null or EnquiryState.Waiting);

    /// <summary>Whether nothing that is closed is listed.</summary>
    public bool IsOfWaiting => State is not (EnquiryState.Closed or EnquiryState.All);

    /// <summary>Whether only the latest are looked through for the words.</summary>
    public bool IsLatestOnly => Words.Length > 0 && !IsOfWaiting;

    /// <summary>The words, as texts are searched.</summary>
    public string Words => PlainText.CleanLine(Text).ToUpperInvariant();
}

/// <summary>One enquiry in a list.</summary>
public sealed record EnquiryRow(
    int Id,
    int Version,
    int AccountId,
    string Account,
    EnquiryKind Kind,
    EnquiryPlace Place,
    string From,
    string Text,
    EnquiryStatus Status,
    DateTime ReceivedAt,
    DateTime DueAt,
    DateTime? AnsweredAt,
    int? AssigneeId,
    string? Assignee,
    bool WaitsForClearance,
    DateTime Now)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(Enquiry.ReferenceKind, Id);

    /// <summary>How it stands against its deadline.</summary>
    public DueView Due => new(DueAt, AnsweredAt, Now);

    /// <summary>The kind in words: looked up once, not for each row.</summary>
    public string KindInWords => EnquiryWords.Kinds[Kind];

    /// <summary>The place in words.</summary>
    public string PlaceInWords => EnquiryWords.Places[Place];

    /// <summary>The status in words.</summary>
    public string StatusInWords => EnquiryWords.Statuses[Status];
}

/// <summary>The words of the enumerations that the queue shows in each row.</summary>
internal static class EnquiryWords
{
    public static FrozenDictionary<EnquiryKind, string> Kinds { get; } = Enum.GetValues<EnquiryKind>().ToFrozenDictionary(kind => kind, kind => kind.InWords());

    public static FrozenDictionary<EnquiryPlace, string> Places { get; } = Enum.GetValues<EnquiryPlace>().ToFrozenDictionary(place => place, place => place.InWords());

    public static FrozenDictionary<EnquiryStatus, string> Statuses { get; } = Enum.GetValues<EnquiryStatus>().ToFrozenDictionary(status => status, status => status.InWords());
}

/// <summary>How something stands against its deadline, to be shown.</summary>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="AnsweredAt">When the clock was stopped, UTC.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record DueView(DateTime DueAt, DateTime? AnsweredAt, DateTime Now)
{
    /// <summary>In words.</summary>
    public string InWords => AnsweredAt is { } answered ? Countdown.Answered(DueAt, answered) : Countdown.InWords(DueAt, Now);

    /// <summary>The colour; the words carry the meaning.</summary>
    public string Colour => AnsweredAt is { } answered
        ? answered < DueAt ? "green" : "grey"
        : DueAt <= Now ? "red" : DueAt - Now <= TimeSpan.FromHours(4) ? "orange" : "blue";
}

/// <summary>The queue.</summary>
public sealed record EnquiryQueue(
    PagedList<EnquiryRow> Rows,
    bool HasMore,
    EnquiryFilter Filter,
    SortOrder Order,
    IReadOnlyList<Choice> Accounts,
    IReadOnlySet<int> Own,
    IReadOnlyList<Choice> Assignees,
    Actor Person,
    DateTime Now)
{
    /// <summary>What became of those that were ticked a moment ago.</summary>
    public IReadOnlyList<SeveralOutcome> Several { get; init; } = [];

    /// <summary>Whether it can be ticked: it is not closed, and the person works on it.</summary>
    public bool MayTick(EnquiryRow row) =>
        row.Status != EnquiryStatus.Closed && (Person.SeesEveryEnquiry() || row.AssigneeId == Person.PersonId || Own.Contains(row.AccountId));

    /// <summary>What is typed about those ticked.</summary>
    public AnswerSeveralForm Form { get; init; } = new();

    /// <summary>Which are shown, and of how many.</summary>
    public string Showing => HasMore
        ? string.Create(
            CultureInfo.CurrentCulture,
            $"Showing {((Rows.PageNumber - 1) * Rows.PageSize) + 1:N0} to {((Rows.PageNumber - 1) * Rows.PageSize) + Rows.Items.Count:N0} of more than {EnquiryPageQueries.MostCounted:N0}. Only these {EnquiryPageQueries.MostCounted:N0} can be paged through: narrow the filter to see others.")
        : Rows.Showing;
}

/// <summary>One enquiry as somebody sees it.</summary>
public sealed record EnquiryView(
    Enquiry Enquiry,
    string Account,
    IReadOnlyDictionary<int, string> Names,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<int> Incidents,
    IReadOnlyList<DeadlineAlert> Alerts,
    bool MayWorkOn,
    Actor Person,
    DateTime Now)
{
    /// <summary>How it stands against its deadline.</summary>
    public DueView Due => new(Enquiry.DueAt, Enquiry.AnsweredAt, Now);

    /// <summary>Whether this person may decide about the reply to a journalist.</summary>
    public bool MayClear => !Enquiry.CheckMayClear(Person).IsRefused;

    /// <summary>The name of somebody who is concerned.</summary>
    public string NameOf(int? id) => id is { } known ? Names.GetValueOrDefault(known, "Unknown person") : "Nobody";
}

/// <summary>A form about one enquiry, and what stands around it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="Enquiry">The enquiry as it is saved.</param>
/// <param name="Account">The name of its account.</param>
/// <param name="Form">The form.</param>
public sealed record EnquiryAction<TForm>(Enquiry Enquiry, string Account, TForm Form)
    where TForm : EnquiryForm
{
    /// <summary>The accounts to choose from, where one is chosen.</summary>
    public IReadOnlyList<Choice> Accounts { get; init; } = [];

    /// <summary>The people to choose from, where one is chosen.</summary>
    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>Whether the enquiry was changed after the form was opened.</summary>
    public bool IsStale { get; init; }

    /// <summary>What the page says, where pages differ in their words alone.</summary>
    public PageWords? Page { get; init; }

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; init; }
}

/// <summary>The words of a page that asks one thing about an enquiry.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What happens then.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">A hint below it.</param>
/// <param name="Button">The button.</param>
public sealed record PageWords(string Title, string Lead, string Label, string Hint, string Button);

/// <summary>The form that logs an enquiry, and the accounts to choose from.</summary>
/// <param name="Form">The form.</param>
/// <param name="Accounts">The accounts.</param>
public sealed record LogEnquiryView(LogEnquiryForm Form, IReadOnlyList<AccountChoice> Accounts);
