using System.Linq.Expressions;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

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

    /// <summary>The same for one record that is loaded.</summary>
    public static bool CanSee(this Actor person, AccountApplication application) => VisibleToOne(person, application);

    private static bool VisibleToOne(Actor person, AccountApplication application) => VisibleTo(person).Compile()(application);
}
