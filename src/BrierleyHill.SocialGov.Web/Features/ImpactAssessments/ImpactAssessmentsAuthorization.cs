using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>
/// Who may see which impact assessment. Its author and data protection officers always; senior leaders once it is screened out or
/// sent; once it was sent, the applicants and the administrators of what names it. For everybody else it does not exist (404), and
/// no other role opens it. What may be done to it is the record's own rule.
/// </summary>
public static class ImpactAssessmentsAuthorization
{
    /// <summary>The assessments that this person may see.</summary>
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
