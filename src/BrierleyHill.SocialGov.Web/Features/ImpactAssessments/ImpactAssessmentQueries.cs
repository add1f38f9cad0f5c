using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Reads impact assessments for the pages. Nothing is tracked, and nothing is read that the person may not see.</summary>
public sealed class ImpactAssessmentQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["reference", "title", "author", "status", "since", "review"];

    /// <summary>One page of the assessments that this person may see.</summary>
    public async Task<AssessmentList> ListAsync(AssessmentFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var rows =
            from assessment in database.VisibleAssessments(person.Actor).AsNoTracking()
            join author in database.People.AsNoTracking() on assessment.AuthorId equals author.Id
            select new { assessment, author };
        if (filter.Mine)
        {
            rows = rows.Where(row => row.assessment.AuthorId == person.Id);
        }

        if (filter.Status is { } status)
        {
            rows = rows.Where(row => row.assessment.Status == status);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            if (Reference.TryParse(text, out var kind, out var id) && kind == ImpactAssessment.ReferenceKind)
            {
                rows = rows.Where(row => row.assessment.Id == id);
            }
            else
            {
                // Lower case on both sides: the databases differ in whether they compare names with or without case.
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
                var lower = text.ToLowerInvariant();
                rows = rows.Where(row => row.assessment.Title.ToLower().Contains(lower)
                    || (row.author.Forename + " " + row.author.Surname).ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        rows = (order.Column, order.Descending) switch
        {
            ("title", false) => rows.OrderBy(row => row.assessment.Title).ThenBy(row => row.assessment.Id),
            ("title", true) => rows.OrderByDescending(row => row.assessment.Title).ThenBy(row => row.assessment.Id),
            ("author", false) => rows.OrderBy(row => row.author.Surname).ThenBy(row => row.author.Forename).ThenBy(row => row.assessment.Id),
            ("author", true) => rows.OrderByDescending(row => row.author.Surname).ThenByDescending(row => row.author.Forename).ThenBy(row => row.assessment.Id),
            ("status", false) => rows.OrderBy(row => row.assessment.Status).ThenBy(row => row.assessment.Id),
            ("status", true) => rows.OrderByDescending(row => row.assessment.Status).ThenBy(row => row.assessment.Id),
            ("since", false) => rows.OrderBy(row => row.assessment.StatusSince).ThenBy(row => row.assessment.Id),
            ("since", true) => rows.OrderByDescending(row => row.assessment.StatusSince).ThenBy(row => row.assessment.Id),
            ("review", false) => rows.OrderBy(row => row.assessment.ReviewOn == null).ThenBy(row => row.assessment.ReviewOn).ThenBy(row => row.assessment.Id),
            ("review", true) => rows.OrderBy(row => row.assessment.ReviewOn == null).ThenByDescending(row => row.assessment.ReviewOn).ThenBy(row => row.assessment.Id),
            (_, false) => rows.OrderBy(row => row.assessment.Id),
            (_, true) => rows.OrderByDescending(row => row.assessment.Id),
        };
        var page = await PagedList<AssessmentRow>.ReadAsync(
            rows.Select(row => new AssessmentRow(
                row.assessment.Id,
                row.assessment.Title,
                row.author.Forename + " " + row.author.Surname,
                row.assessment.Status,
                row.assessment.StatusSince,
                row.assessment.ReviewOn,
                row.assessment.ReopenedBecause != null)),
            filter.Page,
            cancellationToken);
        return new AssessmentList(page, filter, order, clock.Today());
    }

    /// <summary>What waits for the data protection officer, oldest first.</summary>
    public async Task<AssessmentQueue> QueueAsync(int? page, CancellationToken cancellationToken)
    {
        var rows =
            from assessment in database.VisibleAssessments(person.Actor).AsNoTracking()
            join author in database.People.AsNoTracking() on assessment.AuthorId equals author.Id
            where assessment.Status == AssessmentStatus.WithDpo
            orderby assessment.StatusSince, assessment.Id
            select new QueuedAssessment(
                assessment.Id, assessment.Title, author.Forename + " " + author.Surname, assessment.AuthorId, assessment.Rounds.Count, assessment.StatusSince);
        return new AssessmentQueue(
            await PagedList<QueuedAssessment>.ReadAsync(rows, page, cancellationToken), await database.LoadWorkingCalendarAsync(cancellationToken), clock.Today(), person.Id);
    }

    /// <summary>The assessment with what this person may see, or <see langword="null"/> when there is none for them.</summary>
    public async Task<AssessmentView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var actor = person.Actor;
        if (await database.VisibleAssessments(actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } assessment)
        {
            return null;
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var isAuthor = actor.Is(assessment.AuthorId);

        // What its author changes after it was sent is the author's until it is sent again.
        var content = assessment is { IsEditable: true, Rounds: [.., var last] } && !isAuthor ? last.Content : assessment.Content;
        var seesAll = actor.Holds(Roles.DataProtectionOfficer) && !isAuthor;
        var successor = await database.ImpactAssessments.AsNoTracking()
            .Where(one => one.SupersedesId == id)
            .OrderByDescending(one => one.Id)
            .Select(one => (int?)one.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return new AssessmentView(
            assessment,
            actor,
            directory,
            content,
            [.. content.Answers(directory).Select(answer => Seen(assessment, answer, directory, seesAll))],
            await CoveredAsync(assessment, cancellationToken),
            successor,
            await database.LoadWorkingCalendarAsync(cancellationToken),
            clock.Today(),
            await HistoryAsync(assessment, isAuthor, cancellationToken));
    }

    /// <summary>The reference of the person's own business case, from which an assessment is to be begun, or <see langword="null"/>.</summary>
    public async Task<string?> FindOwnApplicationAsync(int id, CancellationToken cancellationToken) =>
        await database.Applications.AsNoTracking().AnyAsync(application => application.Id == id && application.ApplicantId == person.Id, cancellationToken)
            ? Reference.Of(Domain.Applications.AccountApplication.ReferenceKind, id)
            : null;

    // A comment is the officer's until the round is decided: half a judgement helps nobody.
    private static SeenAssessmentAnswer Seen(ImpactAssessment assessment, AssessmentAnswer answer, PeopleDirectory directory, bool seesAll)
    {
        var current = assessment.CurrentComment(answer, directory);
        var comment = current ?? assessment.LastComment(answer.Key);
        var isHidden = comment is not null && !seesAll && assessment.Status == AssessmentStatus.WithDpo && assessment.Rounds[^1].Comments.Contains(comment);
        return new SeenAssessmentAnswer(
            answer,
            assessment.Earlier(answer, directory),
            isHidden ? null : comment,
            current is not null && !isHidden);
    }

    private async Task<IReadOnlyList<CoveredRow>> CoveredAsync(ImpactAssessment assessment, CancellationToken cancellationToken)
    {
        var covered = await database.LoadCoveredAsync(assessment, cancellationToken);
        var ids = covered.Select(one => one.ApplicationId).ToList();
        var names = await database.Applications.AsNoTracking()
            .Where(application => ids.Contains(application.Id))
            .ToDictionaryAsync(application => application.Id, application => application.SubmittedName, cancellationToken);
        return
        [
            .. covered.Select(one => new CoveredRow(
                one,
                names[one.ApplicationId] is { Length: > 0 } name ? name : "Not submitted yet",
                ImpactAssessmentStanding.Of(assessment, one.ApplicationId, one.Facts),
                assessment.CoverageOf(one.ApplicationId))),
        ];
    }

    // What the author has saved since the last sending is the author's until it is sent.
    private async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ImpactAssessment assessment, bool isAuthor, CancellationToken cancellationToken)
    {
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(ImpactAssessment) && line.RecordId == assessment.Id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        var isOfficer = person.Holds(Roles.DataProtectionOfficer);
        return
        [
            .. lines
                .Where(line => isAuthor || line.Name is not nameof(AssessmentStepSaved))
                .Where(line => (isOfficer && !isAuthor) || line.Name is not nameof(AssessmentCommented))
                .Select(HistoryEntry.From),
        ];
    }
}

/// <summary>Reads the library of risks.</summary>
public sealed class RiskLibraryQueries(SocialGovDbContext database)
{
    /// <summary>One page of the library.</summary>
    public async Task<RiskLibraryList> ListAsync(RiskLibraryFilter filter, CancellationToken cancellationToken)
    {
        var risks = database.LibraryRisks.AsNoTracking().Where(risk => risk.IsRetired == filter.Retired);
        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
            var lower = text.ToLowerInvariant();
            risks = risks.Where(risk => (risk.Description + " " + risk.Harm + " " + risk.SuggestedMeasures).ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return new RiskLibraryList(
            await PagedList<LibraryRisk>.ReadAsync(risks.OrderBy(risk => risk.Id), filter.Page, cancellationToken), filter);
    }

    /// <summary>The risks that are offered.</summary>
    public async Task<IReadOnlyList<LibraryRisk>> OfferedAsync(CancellationToken cancellationToken) =>
        await database.LibraryRisks.AsNoTracking().Where(risk => !risk.IsRetired).OrderBy(risk => risk.Id).ToListAsync(cancellationToken);

    /// <summary>One risk.</summary>
    public Task<LibraryRisk?> FindAsync(int id, CancellationToken cancellationToken) =>
        database.LibraryRisks.AsNoTracking().SingleOrDefaultAsync(risk => risk.Id == id, cancellationToken);
}

/// <summary>What the list is narrowed to.</summary>
public sealed class AssessmentFilter
{
    /// <summary>Words of the title or of the author's name, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>The status.</summary>
    public AssessmentStatus? Status { get; set; }

    /// <summary>The person's own alone.</summary>
    public bool Mine { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null || Mine;
}

/// <summary>One assessment in the list.</summary>
public sealed record AssessmentRow(
    int Id, string Title, string Author, AssessmentStatus Status, DateTime StatusSince, DateOnly? ReviewOn, bool IsReopened)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(ImpactAssessment.ReferenceKind, Id);
}

/// <summary>The list.</summary>
public sealed record AssessmentList(PagedList<AssessmentRow> Rows, AssessmentFilter Filter, SortOrder Order, DateOnly Today);

/// <summary>One assessment that waits for advice.</summary>
public sealed record QueuedAssessment(int Id, string Title, string Author, int AuthorId, int Round, DateTime StatusSince)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(ImpactAssessment.ReferenceKind, Id);
}

/// <summary>The queue.</summary>
public sealed record AssessmentQueue(PagedList<QueuedAssessment> Rows, WorkingCalendar Calendar, DateOnly Today, int PersonId);

/// <summary>What the library is narrowed to.</summary>
public sealed class RiskLibraryFilter
{
    /// <summary>Words.</summary>
    public string? Text { get; set; }

    /// <summary>The retired ones instead of those that are offered.</summary>
    public bool Retired { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Retired;
}

/// <summary>The library.</summary>
public sealed record RiskLibraryList(PagedList<LibraryRisk> Rows, RiskLibraryFilter Filter);
