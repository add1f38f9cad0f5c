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

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Reads business cases for the pages. Nothing is tracked, and nothing is read that the person may not see.</summary>
public sealed class ApplicationQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["reference", "name", "applicant", "status", "since"];

    /// <summary>One page of the business cases that this person may see.</summary>
    public async Task<ApplicationList> ListAsync(ApplicationFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var me = person.Id;
        var rows =
            from application in database.Applications.AsNoTracking().Where(ApplicationsAuthorization.VisibleTo(person.Actor))
            join applicant in database.People.AsNoTracking() on application.ApplicantId equals applicant.Id
            // Somebody else's business case goes by the name and platform that were submitted, not by those that are being changed.
            select new
            {
                application,
                applicant,
                Name = application.ApplicantId == me ? application.ProposedName : application.SubmittedName,
                Platform = application.ApplicantId == me ? application.Platform : application.SubmittedPlatform,
            };
        if (filter.Mine)
        {
            rows = rows.Where(row => row.application.ApplicantId == person.Id);
        }

        if (filter.Status is { } status)
        {
            rows = rows.Where(row => row.application.Status == status);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            if (Reference.TryParse(text, out var kind, out var id) && kind == AccountApplication.ReferenceKind)
            {
                rows = rows.Where(row => row.application.Id == id);
            }
            else
            {
                // Lower case on both sides: the databases differ in whether they compare names with or without case.
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
                var lower = text.ToLowerInvariant();
                rows = rows.Where(row => row.Name.ToLower().Contains(lower)
                    || (row.applicant.Forename + " " + row.applicant.Surname).ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        rows = (order.Column, order.Descending) switch
        {
            ("name", false) => rows.OrderBy(row => row.Name).ThenBy(row => row.application.Id),
            ("name", true) => rows.OrderByDescending(row => row.Name).ThenBy(row => row.application.Id),
            ("applicant", false) => rows.OrderBy(row => row.applicant.Surname).ThenBy(row => row.applicant.Forename).ThenBy(row => row.application.Id),
            ("applicant", true) => rows.OrderByDescending(row => row.applicant.Surname).ThenByDescending(row => row.applicant.Forename).ThenBy(row => row.application.Id),
            ("status", false) => rows.OrderBy(row => row.application.Status).ThenBy(row => row.application.Id),
            ("status", true) => rows.OrderByDescending(row => row.application.Status).ThenBy(row => row.application.Id),
            ("since", false) => rows.OrderBy(row => row.application.StatusSince).ThenBy(row => row.application.Id),
            ("since", true) => rows.OrderByDescending(row => row.application.StatusSince).ThenBy(row => row.application.Id),
            (_, false) => rows.OrderBy(row => row.application.Id),
            (_, true) => rows.OrderByDescending(row => row.application.Id),
        };
        var page = await PagedList<ApplicationRow>.ReadAsync(
            rows.Select(row => new ApplicationRow(
                row.application.Id,
                row.Name,
                row.Platform,
                row.applicant.Forename + " " + row.applicant.Surname,
                row.application.Status,
                row.application.StatusSince)),
            filter.Page,
            cancellationToken);
        return new ApplicationList(page, filter, order);
    }

    /// <summary>The business case with what this person may see and do, or <see langword="null"/> when there is none for them.</summary>
    public async Task<ApplicationView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } application)
        {
            return null;
        }

        var actor = person.Actor;
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var isApplicant = actor.Is(application.ApplicantId);
        var answers = isApplicant || application.Submissions.Count == 0
            ? application.Answers(directory)
            : application.Submissions[^1].Answers;
        var weighs = actor.Holds(Roles.SeniorLeader) && application.Status == ApplicationStatus.Submitted;
        // What the applicant is changing, or was before a withdrawal, is nobody else's until it is submitted.
        var seesCurrent = isApplicant || application.Status is ApplicationStatus.Submitted or ApplicationStatus.Approved or ApplicationStatus.Rejected;
        var circumstances = await LoadCircumstancesAsync(application, directory, cancellationToken);
        var account = await database.Accounts.AsNoTracking()
            .Where(entered => entered.ApplicationId == id)
            .Select(entered => (int?)entered.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return new ApplicationView(
            application,
            directory,
            isApplicant,
            [.. answers.Select(answer => new SeenAnswer(answer, Earlier(application, answer)))],
            weighs ? ApplicationConcerns.Of(application, circumstances) : [],
            seesCurrent ? circumstances.AdministratorsOf(application) : [],
            seesCurrent && application.ProcessesPersonalData == true ? circumstances.Assessment : null,
            application.CheckMayDecide(actor),
            !application.CheckMayWithdraw(directory, actor).IsRefused,
            (await database.LoadWorkingCalendarAsync(cancellationToken)).DisplayWaiting(LondonTime.DateOf(application.StatusSince), clock.Today()),
            account,
            await HistoryAsync(id, isApplicant, cancellationToken))
        {
            // A link that answers "there is no such page" helps nobody.
            OpensAssessment = application.ImpactAssessmentId is { } assessmentId
                && await database.VisibleAssessments(actor).AnyAsync(assessment => assessment.Id == assessmentId, cancellationToken),
        };
    }

    /// <summary>What the applicant can choose from.</summary>
    public Task<IReadOnlyList<AssessmentChoice>> LoadAssessmentChoicesAsync(CancellationToken cancellationToken) =>
        database.LoadAssessmentChoicesAsync(person.Id, cancellationToken);

    /// <summary>The applicant's own business case while it can be edited, or <see langword="null"/>.</summary>
    public async Task<(AccountApplication Application, PeopleDirectory Directory)?> FindOwnAsync(int id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } application && person.Actor.Is(application.ApplicantId)
            ? (application, await database.LoadDirectoryAsync(cancellationToken))
            : null;

    private async Task<ApplicationCircumstances> LoadCircumstancesAsync(
        AccountApplication application, PeopleDirectory directory, CancellationToken cancellationToken) => new(
        directory,
        await database.LoadReadinessFactsAsync(cancellationToken),
        (await database.LoadAssessmentStandingsAsync([application], cancellationToken))[application.Id],
        clock.UtcNow());

    private async Task<AccountApplication?> LoadAsync(int id, CancellationToken cancellationToken) =>
        await database.Applications.AsNoTracking()
            .Where(ApplicationsAuthorization.VisibleTo(person.Actor))
            .SingleOrDefaultAsync(application => application.Id == id, cancellationToken);

    // What the applicant has changed since the last submission is the applicant's until it is submitted.
    private async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int id, bool isApplicant, CancellationToken cancellationToken)
    {
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(AccountApplication) && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        var submitted = lines.FindLastIndex(line => line.Name == nameof(ApplicationSubmitted));
        return
        [
            .. lines.Where((line, place) => isApplicant || place < submitted || line.Name != nameof(ApplicationSectionSaved)).Select(HistoryEntry.From),
        ];
    }

    // What the answer was when the leaders saw the business case the last time; nothing when it is new or the same.
    private static string? Earlier(AccountApplication application, ApplicationAnswer answer)
    {
        if (application.Submissions.Count < 2)
        {
            return null;
        }

        var before = application.Submissions[^2].Answers.FirstOrDefault(earlier =>
            earlier.Section == answer.Section && string.Equals(earlier.Question, answer.Question, StringComparison.Ordinal));
        return string.Equals(before?.Answer, answer.Answer, StringComparison.Ordinal) ? null : before?.Answer ?? "";
    }
}

/// <summary>What the list is narrowed to.</summary>
public sealed class ApplicationFilter
{
    /// <summary>Words of the account's or applicant's name, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>The status.</summary>
    public ApplicationStatus? Status { get; set; }

    /// <summary>The person's own alone.</summary>
    public bool Mine { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null || Mine;
}

/// <summary>One business case in the list.</summary>
public sealed record ApplicationRow(
    int Id, string ProposedName, Domain.Accounts.Platform? Platform, string Applicant, ApplicationStatus Status, DateTime StatusSince)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(AccountApplication.ReferenceKind, Id);
}

/// <summary>The list.</summary>
public sealed record ApplicationList(PagedList<ApplicationRow> Rows, ApplicationFilter Filter, SortOrder Order);

/// <summary>An answer as somebody sees it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Earlier">What it was in the submission before, or <see langword="null"/> when it is the same; "" when there was none.</param>
public sealed record SeenAnswer(ApplicationAnswer Answer, string? Earlier);

/// <summary>A business case as one person sees it.</summary>
public sealed record ApplicationView(
    AccountApplication Application,
    PeopleDirectory Directory,
    bool IsApplicant,
    IReadOnlyList<SeenAnswer> Answers,
    IReadOnlyList<ApplicationConcern> Concerns,
    IReadOnlyList<(DirectoryPerson Person, PersonReadiness Readiness)> Administrators,
    ImpactAssessmentStanding? Assessment,
    Result MayDecide,
    bool MayWithdraw,
    string Waited,
    int? AccountId,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>The applicant's name.</summary>
    public string Applicant => Directory.NameOf(Application.ApplicantId);

    /// <summary>What to call it: the account's name as this person sees it, or words that say that there is none yet.</summary>
    public string Title => (IsApplicant ? Application.ProposedName : Application.SubmittedName) is { Length: > 0 } name
        ? name
        : "Business case without a name yet";

    /// <summary>Whether the reader may open the assessment that is named.</summary>
    public bool OpensAssessment { get; init; }

    /// <summary>The answers of one section.</summary>
    public IEnumerable<SeenAnswer> Of(ApplicationSection section) => Answers.Where(seen => seen.Answer.Section == section);
}
