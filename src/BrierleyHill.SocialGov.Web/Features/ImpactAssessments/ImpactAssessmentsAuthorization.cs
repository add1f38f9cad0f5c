using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>
/// Loads impact assessments for whoever may see them (<see cref="AssessmentQueries.VisibleAssessments"/>); for everybody else one does
/// not exist (404). What may be done to it is the record's own rule.
/// </summary>
public static class ImpactAssessmentsAuthorization
{
    /// <summary>Loads one assessment to act on it, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<ImpactAssessment>> FindAssessmentAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.VisibleAssessments(person).SingleOrDefaultAsync(assessment => assessment.Id == id, cancellationToken) is { } found
            ? found
            : Error.NotFound;

    /// <summary>
    /// What names an assessment now, with its material facts: undecided and approved business cases, and the accounts that came of
    /// them, whose own facts count. A new version is asked for what still names the version before it, too, because that will follow.
    /// </summary>
    public static async Task<IReadOnlyList<CoverableCase>> LoadCoveredAsync(
        this SocialGovDbContext database, ImpactAssessment assessment, CancellationToken cancellationToken)
    {
        int[] ids = assessment.SupersedesId is { } before ? [assessment.Id, before] : [assessment.Id];
        var applications = await database.Applications.AsNoTracking()
            .Where(application => (application.ImpactAssessmentId != null && ids.Contains(application.ImpactAssessmentId.Value))
                // Begun from a business case that was submitted already and so could not name it.
                || (application.ImpactAssessmentId == null && application.Id == assessment.StartedForApplicationId))
            .Where(application => application.Status != ApplicationStatus.Rejected && application.Status != ApplicationStatus.Withdrawn)
            .ToListAsync(cancellationToken);
        var accounts = await database.Accounts.AsNoTracking()
            .Where(account => account.ImpactAssessmentId != null && ids.Contains(account.ImpactAssessmentId.Value))
            .Where(account => account.Status != AccountStatus.Closed)
            .ToListAsync(cancellationToken);
        var entered = accounts.Select(account => account.ApplicationId).ToList();
        var applicants = await database.Applications.AsNoTracking()
            .Where(application => entered.Contains(application.Id))
            .ToDictionaryAsync(application => application.Id, application => application.ApplicantId, cancellationToken);
        return
        [
            .. accounts.Select(account => new CoverableCase(account.ApplicationId, applicants[account.ApplicationId], MaterialFacts.Of(account)))
                .Concat(applications.Where(application => !entered.Contains(application.Id)).Select(CoverableCase.Of))
                .OrderBy(covered => covered.ApplicationId),
        ];
    }
}
