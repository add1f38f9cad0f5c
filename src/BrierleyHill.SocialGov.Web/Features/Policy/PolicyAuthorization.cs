using System.Linq.Expressions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>
/// Who may see which version of the policy: everybody those that were published, senior leaders all. For everybody else a version
/// that is being written, or was discarded, does not exist (404). What may be done to it is the record's own rule.
/// </summary>
public static class PolicyAuthorization
{
    /// <summary>The versions that this person may see, as a condition for the database.</summary>
    public static Expression<Func<PolicyVersion, bool>> VisibleTo(Actor person)
    {
        var seesAll = person.Holds(Roles.SeniorLeader);
        return version => seesAll || version.PublishedAt != null;
    }

    /// <summary>Loads one version to act on it, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<PolicyVersion>> FindPolicyVersionAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.PolicyVersions.Where(VisibleTo(person)).SingleOrDefaultAsync(version => version.Id == id, cancellationToken) is { } version
            ? version
            : Error.NotFound;
}
