using System.Linq.Expressions;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>
/// Who may see which business case. Its applicant always; once it has been submitted, senior leaders, the data protection officer
/// and the people named in it; once it is approved, administrators. For everybody else it does not exist (404). What may be done
/// to it is the record's own rule.
/// </summary>
public static class ApplicationsAuthorization
{
    /// <summary>The business cases that this person may see, as a condition for the database.</summary>
    public static Expression<Func<AccountApplication, bool>> VisibleTo(Actor person)
    {
        var id = person.PersonId ?? 0;
        var seesSubmitted = person.Holds(Roles.SeniorLeader) || person.Holds(Roles.DataProtectionOfficer);
        var seesApproved = person.Holds(Roles.Administrator);
        return application =>
            application.ApplicantId == id
            || (application.Submissions.Any()
                && (seesSubmitted
                    || (seesApproved && application.Status == ApplicationStatus.Approved)
                    || application.Administrators.Any(administrator => administrator.PersonId == id)));
    }

    /// <summary>Loads one business case to act on it, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<AccountApplication>> FindApplicationAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.Applications.FindAsync([id], cancellationToken) is { } application && VisibleTo(person).Compile()(application)
            ? application
            : Error.NotFound;
}
