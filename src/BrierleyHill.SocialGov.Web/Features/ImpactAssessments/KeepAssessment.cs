using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The data protection officer confirms that a signed-off assessment covers one more business case.</summary>
public sealed class ConfirmCoverage(AssessmentWriter writer) : AssessmentWrite<CoverageForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, CoverageForm form, AssessmentSituation situation) =>
        situation.Covered.FirstOrDefault(covered => covered.ApplicationId == form.Application) is { } covered
            ? assessment.ConfirmCoverage(covered, situation.By, situation.At)
            : Error.NotFound;
}

/// <summary>The data protection officer records a review.</summary>
public sealed class ReviewAssessment(AssessmentWriter writer) : AssessmentWrite<ReviewForm>(writer)
{
    /// <inheritdoc />
    protected override Result Act(ImpactAssessment assessment, ReviewForm form, AssessmentSituation situation) =>
        assessment.Review(form.Conclusion, form.ReviewOn, situation.By, situation.At);
}

/// <summary>Starts a new version of a signed-off assessment.</summary>
public sealed class StartNewVersion(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Starts it.</summary>
    /// <returns>The number of the new draft.</returns>
    public async Task<Result<int>> RunAsync(int id, PlainForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindAssessmentAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale.Error;
        }

        var started = found.Value.StartNewVersion(person.Actor, clock.UtcNow());
        if (started.IsRefused)
        {
            return started.Error;
        }

        database.ImpactAssessments.Add(started.Value);
        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : started.Value.Id;
    }
}

/// <summary>The form of a confirmation.</summary>
public sealed class CoverageForm : AssessmentForm
{
    /// <summary>The business case. It comes from the address.</summary>
    internal int Application { get; set; }
}

/// <summary>The form of a review.</summary>
public sealed class ReviewForm : AssessmentForm
{
    /// <summary>What was found.</summary>
    [Display(Name = "What did the review find?", Description = "If something has changed, start a new version instead")]
    [MaximumCharacters(ImpactAssessment.ReasonMaximumLength)]
    public string? Conclusion { get; set; }

    /// <summary>The next review.</summary>
    [Display(Name = "When is the next review?", ShortName = "Review date", Description = "After today, and no later than a year from today")]
    public DateOnly? ReviewOn { get; set; }
}
