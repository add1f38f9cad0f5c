using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// One date of a person's calendar. It leaves the portal for a calendar program that others may look into: it says what kind of thing is
/// due, its reference and where it is, and nothing of what it is about.
/// </summary>
/// <param name="Key">What tells it from every other date, the same for as long as it is the same thing: <c>ENQ-000012-answer</c>.</param>
/// <param name="What">What is due, with the reference: "Answer due: ENQ-000012".</param>
/// <param name="Path">The page, from the root of the portal.</param>
/// <param name="DueAt">The first instant that is late, UTC; <see langword="null"/> for what is due on a day.</param>
/// <param name="DueOn">The day, London; <see langword="null"/> for what is due at an instant.</param>
/// <param name="Revision">A number that grows when the date may have changed.</param>
public sealed record CalendarDate(string Key, string What, string Path, DateTime? DueAt, DateOnly? DueOn, int Revision)
{
    /// <summary>Something that is due at an instant.</summary>
    /// <param name="reference">The reference of the record.</param>
    /// <param name="what">What is due, in a word or two.</param>
    /// <param name="path">The page.</param>
    /// <param name="dueAt">The first instant that is late, UTC.</param>
    /// <param name="revision">The version of the record.</param>
    public static CalendarDate At(string reference, string what, string path, DateTime dueAt, int revision) =>
        new(KeyOf(reference, what), $"{what}: {reference}", path, dueAt, null, revision);

    /// <summary>Something that is due on a day.</summary>
    /// <param name="reference">The reference of the record.</param>
    /// <param name="what">What is due, in a word or two.</param>
    /// <param name="path">The page.</param>
    /// <param name="dueOn">The day, London.</param>
    /// <param name="revision">The version of the record.</param>
    public static CalendarDate On(string reference, string what, string path, DateOnly dueOn, int revision) =>
        new(KeyOf(reference, what), $"{what}: {reference}", path, null, dueOn, revision);

    private static string KeyOf(string reference, string what) => $"{reference}-{what.ToLowerInvariant().Replace(' ', '-')}";
}

/// <summary>
/// What stands in a person's own calendar. One method for each source; <see cref="LoadCalendarDatesAsync"/> is the list of them. A new
/// source is a method and a line there.
/// </summary>
public static class CalendarFeedQueries
{
    /// <summary>The most dates of one source: a calendar program is no queue.</summary>
    public const int MostOfEach = 200;

    /// <summary>Every date of a person, in order of time.</summary>
    /// <param name="database">The database.</param>
    /// <param name="person">Whose calendar it is, with their roles.</param>
    /// <param name="at">Now, UTC: of what comes again and again, the next weeks are given.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<CalendarDate>> LoadCalendarDatesAsync(
        this SocialGovDbContext database, Person person, DateTime at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(person);
        return
        [
            .. await EnquiriesAsync(database, person, cancellationToken),
            .. await AccountsAsync(database, person, cancellationToken),
            .. await MonitoringAsync(database, person, at, cancellationToken),
            .. await ImpactAssessmentsAsync(database, person, cancellationToken),
            .. await PolicyReviewAsync(database, person, cancellationToken),
        ];
    }

    // Open enquiries that are assigned to the person, or came through an account that they administer.
    private static async Task<IEnumerable<CalendarDate>> EnquiriesAsync(SocialGovDbContext database, Person person, CancellationToken cancellationToken)
    {
        var administered = Administered(database, person);
        var rows = await database.Enquiries.AsNoTracking()
            .Where(enquiry => enquiry.Status == EnquiryStatus.Open
                && (enquiry.AssigneeId == person.Id || administered.Contains(enquiry.AccountId)))
            .OrderBy(enquiry => enquiry.DueAt).ThenBy(enquiry => enquiry.Id)
            .Select(enquiry => new { enquiry.Id, enquiry.DueAt, enquiry.Version })
            .Take(MostOfEach)
            .ToListAsync(cancellationToken);
        return rows.Select(row => CalendarDate.At(
            Reference.Of(Enquiry.ReferenceKind, row.Id), "Answer due", Path($"/enquiries/{row.Id}"), row.DueAt, row.Version));
    }

    // Reviews are every senior leader's; the verification is of those who administer the account.
    private static async Task<IEnumerable<CalendarDate>> AccountsAsync(SocialGovDbContext database, Person person, CancellationToken cancellationToken)
    {
        var isLeader = (person.Roles & Roles.SeniorLeader) == Roles.SeniorLeader;
        var administered = Administered(database, person);
        var rows = await database.Accounts.AsNoTracking()
            .Where(account => account.Status == AccountStatus.Active || account.Status == AccountStatus.Suspended)
            .Select(account => new
            {
                account.Id,
                account.Version,
                ReviewOn = isLeader ? account.NextReviewOn : null,
                VerifyOn = administered.Contains(account.Id) ? account.VerificationDueOn : null,
            })
            .Where(row => row.ReviewOn != null || row.VerifyOn != null)
            .OrderBy(row => row.Id)
            .Take(MostOfEach)
            .ToListAsync(cancellationToken);
        return rows.SelectMany(row =>
        {
            var reference = Reference.Of(SocialMediaAccount.ReferenceKind, row.Id);
            var dates = new List<CalendarDate>();
            if (row.ReviewOn is { } review)
            {
                dates.Add(CalendarDate.On(reference, "Account review due", Path($"/accounts/{row.Id}/review"), review, row.Version));
            }

            if (row.VerifyOn is { } verify)
            {
                dates.Add(CalendarDate.On(reference, "Account verification due", Path($"/accounts/{row.Id}/verify"), verify, row.Version));
            }

            return dates;
        });
    }

    // The checks that the rota, or cover, asks of the person. A slot has no number of its own: its time tells it from the next.
    private static async Task<IEnumerable<CalendarDate>> MonitoringAsync(SocialGovDbContext database, Person person, DateTime at, CancellationToken cancellationToken)
    {
        var duties = await database.LoadUpcomingDutiesAsync(person.Id, at, at + MonitoringQueries.UpcomingHorizon, cancellationToken);
        return duties.Take(MostOfEach).Select(duty => new CalendarDate(
            string.Create(CultureInfo.InvariantCulture, $"{duty.RotaReference}-{duty.At:yyyyMMdd'T'HHmm}"),
            $"Monitoring check: {duty.RotaReference}",
            Path($"/monitoring/{duty.AccountId}"),
            duty.At,
            null,
            0));
    }

    // Of whoever wrote the assessment, and of data protection officers.
    private static async Task<IEnumerable<CalendarDate>> ImpactAssessmentsAsync(
        SocialGovDbContext database, Person person, CancellationToken cancellationToken)
    {
        var isOfficer = (person.Roles & Roles.DataProtectionOfficer) == Roles.DataProtectionOfficer;
        var rows = await database.ImpactAssessments.AsNoTracking()
            .Where(assessment => assessment.Status == AssessmentStatus.SignedOff && assessment.ReviewOn != null
                && (isOfficer || assessment.AuthorId == person.Id))
            .OrderBy(assessment => assessment.ReviewOn).ThenBy(assessment => assessment.Id)
            .Select(assessment => new { assessment.Id, assessment.ReviewOn, assessment.Version })
            .Take(MostOfEach)
            .ToListAsync(cancellationToken);
        return rows.Select(row => CalendarDate.On(
            Reference.Of(ImpactAssessment.ReferenceKind, row.Id), "Impact assessment review due", Path($"/impact-assessments/{row.Id}"), row.ReviewOn!.Value, row.Version));
    }

    // Of every senior leader.
    private static async Task<IEnumerable<CalendarDate>> PolicyReviewAsync(SocialGovDbContext database, Person person, CancellationToken cancellationToken)
    {
        if ((person.Roles & Roles.SeniorLeader) != Roles.SeniorLeader)
        {
            return [];
        }

        var rows = await database.PolicyVersions.AsNoTracking()
            .Where(version => version.Status == PolicyStatus.Published && version.NextReviewOn != null)
            .Select(version => new { version.Id, version.NextReviewOn, version.Version })
            .ToListAsync(cancellationToken);
        return rows.Select(row => CalendarDate.On(
            Reference.Of(PolicyVersion.ReferenceKind, row.Id), "Policy review due", Path($"/policy/versions/{row.Id}/review"), row.NextReviewOn!.Value, row.Version));
    }

    private static IQueryable<int> Administered(SocialGovDbContext database, Person person)
    {
        var id = person.Id;
        return database.Accounts
            .Where(account => account.Assignments.Any(assignment => assignment.PersonId == id
                && assignment.Until == null
                && (assignment.Role == AssignmentRole.LeadAdministrator || assignment.Role == AssignmentRole.DeputyAdministrator)))
            .Select(account => account.Id);
    }

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
