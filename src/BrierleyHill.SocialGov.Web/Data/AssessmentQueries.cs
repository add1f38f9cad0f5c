using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>An impact assessment that a business case can name.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Where it stands.</param>
public sealed record AssessmentChoice(int Id, string Title, AssessmentStatus Status)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(ImpactAssessment.ReferenceKind, Id);
}

/// <summary>Reads of impact assessments that more than one feature needs.</summary>
public static class AssessmentQueries
{
    /// <summary>
    /// The assessments that this person may see. Its author and data protection officers always; senior leaders once it is screened
    /// out or sent; once it was sent, the applicants and the administrators of what names it. No other role opens one.
    /// </summary>
    public static IQueryable<ImpactAssessment> VisibleAssessments(this SocialGovDbContext database, Actor person)
    {
        var id = person.PersonId ?? 0;
        var isOfficer = person.Holds(Roles.DataProtectionOfficer);
        var isLeader = person.Holds(Roles.SeniorLeader);
        return database.ImpactAssessments.Where(assessment =>
            assessment.AuthorId == id
            || isOfficer
            || (isLeader && (assessment.Status != AssessmentStatus.Draft || assessment.Rounds.Any()))
            || (assessment.Rounds.Any()
                && (database.Applications.Any(application => application.ImpactAssessmentId == assessment.Id
                        && (application.ApplicantId == id
                            || (application.Submissions.Any() && application.Administrators.Any(administrator => administrator.PersonId == id))))
                    || database.Accounts.Any(account => account.ImpactAssessmentId == assessment.Id
                        && account.Assignments.Any(assignment => assignment.PersonId == id
                            && assignment.Until == null
                            && assignment.Role != AssignmentRole.Poster)))));
    }

    /// <summary>
    /// The assessments that this person can name: their own, unless superseded, and those that are signed off. Of somebody else's no more is told than
    /// that it exists and what it is called.
    /// </summary>
    public static async Task<IReadOnlyList<AssessmentChoice>> LoadAssessmentChoicesAsync(
        this SocialGovDbContext database, int personId, CancellationToken cancellationToken) =>
        await database.ImpactAssessments.AsNoTracking()
            .Where(assessment => assessment.Status == AssessmentStatus.SignedOff
                || (assessment.AuthorId == personId && assessment.Status != AssessmentStatus.Superseded))
            .OrderBy(assessment => assessment.Title).ThenBy(assessment => assessment.Id)
            .Select(assessment => new AssessmentChoice(assessment.Id, assessment.Title, assessment.Status))
            .ToListAsync(cancellationToken);

    /// <summary>The same for an account, with those that were begun for its business case, whoever wrote them.</summary>
    public static async Task<IReadOnlyList<AssessmentChoice>> LoadAssessmentChoicesAsync(
        this SocialGovDbContext database, SocialMediaAccount account, int personId, CancellationToken cancellationToken) =>
        await database.ImpactAssessments.AsNoTracking()
            .Where(assessment => assessment.Status == AssessmentStatus.SignedOff
                || ((assessment.AuthorId == personId || assessment.StartedForApplicationId == account.ApplicationId)
                    && assessment.Status != AssessmentStatus.Superseded))
            .OrderBy(assessment => assessment.Title).ThenBy(assessment => assessment.Id)
            .Select(assessment => new AssessmentChoice(assessment.Id, assessment.Title, assessment.Status))
            .ToListAsync(cancellationToken);

    /// <summary>How the assessments that business cases name stand to them, by the number of the business case.</summary>
    public static async Task<IReadOnlyDictionary<int, ImpactAssessmentStanding>> LoadAssessmentStandingsAsync(
        this SocialGovDbContext database, IReadOnlyCollection<AccountApplication> applications, CancellationToken cancellationToken)
    {
        var assessments = await LoadAsync(database, applications.Select(application => application.ImpactAssessmentId), cancellationToken);
        return applications.ToDictionary(application => application.Id, application => ImpactAssessmentStanding.Of(
            application.ImpactAssessmentId is { } named ? assessments.GetValueOrDefault(named) : null, application.Id, MaterialFacts.Of(application)));
    }

    /// <summary>How the assessment of an account stands to it.</summary>
    public static async Task<ImpactAssessmentStanding> LoadAssessmentStandingAsync(
        this SocialGovDbContext database, SocialMediaAccount account, CancellationToken cancellationToken) =>
        ImpactAssessmentStanding.Of(
            account.ImpactAssessmentId is { } named ? (await LoadAsync(database, [named], cancellationToken)).GetValueOrDefault(named) : null,
            account.ApplicationId,
            MaterialFacts.Of(account));

    /// <summary>The same for many accounts, by the number of the account.</summary>
    public static async Task<IReadOnlyDictionary<int, ImpactAssessmentStanding>> LoadAssessmentStandingsAsync(
        this SocialGovDbContext database, IReadOnlyCollection<SocialMediaAccount> accounts, CancellationToken cancellationToken)
    {
        var assessments = await LoadAsync(database, accounts.Select(account => account.ImpactAssessmentId), cancellationToken);
        return accounts.ToDictionary(account => account.Id, account => ImpactAssessmentStanding.Of(
            account.ImpactAssessmentId is { } named ? assessments.GetValueOrDefault(named) : null, account.ApplicationId, MaterialFacts.Of(account)));
    }

    private static async Task<IReadOnlyDictionary<int, ImpactAssessment>> LoadAsync(
        SocialGovDbContext database, IEnumerable<int?> named, CancellationToken cancellationToken)
    {
        int[] ids = [.. named.OfType<int>().Distinct()];
        if (ids.Length == 0)
        {
            return new Dictionary<int, ImpactAssessment>();
        }

        var known = await database.KnownAsync("named assessments", () => database.ImpactAssessments.AsNoTracking()
            .Where(assessment => database.Accounts.Any(account => account.ImpactAssessmentId == assessment.Id)
                || database.Applications.Any(application => application.ImpactAssessmentId == assessment.Id && application.Status == ApplicationStatus.Submitted))
            .ToDictionaryAsync(assessment => assessment.Id, cancellationToken));
        if (Array.TrueForAll(ids, known.ContainsKey))
        {
            return known;
        }

        // Named by what is not submitted, or not saved.
        return await database.ImpactAssessments.AsNoTracking()
            .Where(assessment => ids.Contains(assessment.Id))
            .ToDictionaryAsync(assessment => assessment.Id, cancellationToken);
    }
}
