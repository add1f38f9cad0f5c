using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>What it covers, what a change to that does, and the version that follows.</summary>
public sealed partial class ImpactAssessment
{
    /// <summary>The pinned coverage of a business case, or <see langword="null"/> when it is none of those covered.</summary>
    public AssessmentCoverage? CoverageOf(int applicationId) => _coverage.Find(covered => covered.ApplicationId == applicationId);

    /// <summary>Whether it is confirmed that it covers this business case, and the facts are still those that were looked at.</summary>
    public bool Covers(int applicationId, MaterialFacts facts) =>
        CoverageOf(applicationId) is { IsConfirmed: true } covered && covered.Facts == facts;

    /// <summary>Confirms that an assessment that is signed off (or screened out) covers a business case that has named it since, too.</summary>
    public Result ConfirmCoverage(CoverableCase covered, Actor by, DateTime at)
    {
        if (CheckMayConfirmCoverage(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (by.Is(covered.ApplicantId))
        {
            return ImpactAssessmentErrors.DecidedByApplicant;
        }

        if (Covers(covered.ApplicationId, covered.Facts))
        {
            return ImpactAssessmentErrors.AlreadyConfirmed;
        }

        _coverage.RemoveAll(row => row.ApplicationId == covered.ApplicationId);
        _coverage.Add(new AssessmentCoverage(covered, at).Confirmed(by.PersonId!.Value, at));
        Record(new AssessmentCoverageConfirmed(covered.Reference, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Takes note that a business case or account has changed. Where the change is material, a signed-off or screened-out assessment
    /// is a draft again; one that is with the data protection officer stays there, and they are told.
    /// </summary>
    /// <param name="covered">The business case with its facts as they are now.</param>
    /// <param name="by">Whoever changed it.</param>
    /// <param name="at">When, UTC.</param>
    public Result NoteChange(CoverableCase covered, Actor by, DateTime at)
    {
        if (CoverageOf(covered.ApplicationId) is not { } pinned
            || pinned.Facts == covered.Facts
            || Status is not (AssessmentStatus.SignedOff or AssessmentStatus.NotNeeded or AssessmentStatus.WithDpo))
        {
            return ImpactAssessmentErrors.NoMaterialChange;
        }

        var because = $"{covered.Reference} has changed: {covered.Facts.DifferencesFrom(pinned.Facts)}.";
        if (Status == AssessmentStatus.WithDpo)
        {
            // Pinned anew, so that the same change is not told with every later save.
            _coverage.Remove(pinned);
            _coverage.Add(new AssessmentCoverage(covered, at));
            Record(new MaterialChangeNoted(because, by, at));
            return Result.Done;
        }

        var was = Status;
        if (was == AssessmentStatus.NotNeeded)
        {
            (Screened, ScreeningAnswered, ScreeningYes) = (ScreeningOutcome.NotFinished, ScreeningPoints.None, ScreeningPoints.None);
        }

        (ReopenedBecause, ReopenedAt) = (because, at);
        MoveTo(AssessmentStatus.Draft, at);
        Record(new AssessmentReopened(because, was, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may start a new version now.</summary>
    public Result CheckMayStartNewVersion(Actor by)
    {
        if (!by.Is(AuthorId) && !by.Holds(Roles.SeniorLeader) && !_coverage.Exists(covered => by.Is(covered.ApplicantId)))
        {
            return ImpactAssessmentErrors.SuccessorNotYours;
        }

        if (Status != AssessmentStatus.SignedOff)
        {
            return ImpactAssessmentErrors.NotSignedOff;
        }

        return SuccessorStartedAt is null ? Result.Done : ImpactAssessmentErrors.SuccessorUnderWay;
    }

    /// <summary>Starts a new version with the same content. This one stays in force until that one is signed off.</summary>
    /// <returns>The new draft; whoever starts it is its author.</returns>
    public Result<ImpactAssessment> StartNewVersion(Actor by, DateTime at)
    {
        if (CheckMayStartNewVersion(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        SuccessorStartedAt = at;
        Record(new NewAssessmentVersionStarted(by, at));
        var successor = new ImpactAssessment
        {
            AuthorId = by.PersonId!.Value,
            Title = Title,
            Content = Content,
            LastRiskNumber = LastRiskNumber,
            Screened = Screened,
            ScreeningAnswered = ScreeningAnswered,
            ScreeningYes = ScreeningYes,
            ScreeningReason = ScreeningReason,
            Status = AssessmentStatus.Draft,
            StatusSince = at,
            StartedAt = at,
            StartedForApplicationId = StartedForApplicationId,
            SupersedesId = Id,
        };
        successor.Record(new AssessmentStarted(Reference, by, at));
        return successor;
    }

    /// <summary>Gives way to a newer version that has been signed off.</summary>
    public Result SupersedeBy(ImpactAssessment newer, Actor by, DateTime at)
    {
        if (Status != AssessmentStatus.SignedOff || newer.Status != AssessmentStatus.SignedOff || newer.SupersedesId != Id)
        {
            return ImpactAssessmentErrors.NotSignedOff;
        }

        MoveTo(AssessmentStatus.Superseded, at);
        Record(new AssessmentSuperseded(newer.Reference, by, at));
        return Result.Done;
    }

    private void Pin(IReadOnlyList<CoverableCase> covered, DateTime at)
    {
        _coverage.Clear();
        _coverage.AddRange(covered.Select(one => new AssessmentCoverage(one, at)));
    }
}
