using BrierleyHill.SocialGov.Domain.Calendar;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>
/// How the impact assessment that a business case or an account names stands to it, in words. It is worked out anew each time that
/// somebody asks and never stored.
/// </summary>
/// <param name="AssessmentId">The assessment, or <see langword="null"/> when none is named.</param>
/// <param name="Words">How it stands, without a full stop.</param>
/// <param name="CoversSigned">Whether it is signed off and confirmed to cover exactly this.</param>
/// <param name="IsNotNeeded">Whether the screening says that none is needed, for exactly this.</param>
public sealed record ImpactAssessmentStanding(int? AssessmentId, string Words, bool CoversSigned, bool IsNotNeeded = false)
{
    /// <summary>Nothing is named.</summary>
    public static ImpactAssessmentStanding None { get; } = new(null, "No impact assessment is named", CoversSigned: false);

    /// <summary>Whether nothing more is to be done about the assessment: it covers this, or none is needed.</summary>
    public bool IsSettled => CoversSigned || IsNotNeeded;

    /// <summary>How an assessment stands to a business case or to the account that came of it.</summary>
    /// <param name="assessment">The assessment that it names, or <see langword="null"/>.</param>
    /// <param name="applicationId">The business case; for an account, the one whose approval brought it into being.</param>
    /// <param name="facts">The material facts as they are now.</param>
    public static ImpactAssessmentStanding Of(ImpactAssessment? assessment, int applicationId, MaterialFacts facts)
    {
        if (assessment is null)
        {
            return None;
        }

        var its = assessment.Reference;
        var since = LondonTime.DisplayDate(LondonTime.DateOf(assessment.StatusSince));
        var pinned = assessment.CoverageOf(applicationId);
        return assessment.Status switch
        {
            AssessmentStatus.SignedOff when assessment.Covers(applicationId, facts) => new(
                assessment.Id,
                assessment.CurrentDecision!.Outcome == AssessmentOutcome.Overruled
                    ? $"{its}, signed off on {since} against the advice of the data protection officer, covers this account"
                    : $"{its}, signed off on {since}, covers this account",
                CoversSigned: true),
            AssessmentStatus.SignedOff when pinned is { IsConfirmed: true } => Not(
                $"{its} is signed off, but this account has changed since: {facts.DifferencesFrom(pinned.Facts)}"),
            AssessmentStatus.SignedOff => Not($"{its} is signed off, but the data protection officer has not confirmed that it covers this account"),
            AssessmentStatus.WithDpo => Not($"{its} has been with the data protection officer since {since}"),
            AssessmentStatus.ReturnedByDpo => Not($"{its} was returned to its author on {since}"),
            AssessmentStatus.Refused => Not($"{its} was refused by the data protection officer on {since}"),
            AssessmentStatus.Superseded => Not($"{its} was superseded by a newer version on {since}"),
            AssessmentStatus.NotNeeded => new(
                assessment.Id,
                $"{its}: the screening of {since} says that no assessment is needed",
                CoversSigned: false,
                IsNotNeeded: pinned?.Facts == facts),
            AssessmentStatus.Draft when assessment.ReopenedBecause is { } because => Not($"{its} was reopened on {since}: {because.TrimEnd('.')}"),
            AssessmentStatus.Draft => Not($"{its} is being written"),
        };

        ImpactAssessmentStanding Not(string words) => new(assessment.Id, words, CoversSigned: false);
    }
}
