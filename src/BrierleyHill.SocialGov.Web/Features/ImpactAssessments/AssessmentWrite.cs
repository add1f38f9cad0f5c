using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>What a write to an assessment is done with.</summary>
/// <param name="By">Who does it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Covered">What names the assessment now.</param>
/// <param name="Officers">The active data protection officers.</param>
public sealed record AssessmentSituation(
    Actor By, DateTime At, PeopleDirectory Directory, IReadOnlyList<CoverableCase> Covered, IReadOnlyCollection<int> Officers);

/// <summary>The form of a write.</summary>
public abstract class AssessmentForm
{
    /// <summary>The version of the assessment that the form was opened on.</summary>
    public int Version { get; set; }
}

/// <summary>A write that needs nothing but the version.</summary>
public sealed class PlainForm : AssessmentForm;

/// <summary>What every write to an assessment is made with.</summary>
public sealed class AssessmentWriter(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Loads the assessment, checks that this person may see it and that the form is not stale, acts, and saves once.</summary>
    public async Task<Result> RunAsync(
        int id, AssessmentForm form, Func<ImpactAssessment, AssessmentSituation, Result> act, CancellationToken cancellationToken)
    {
        var found = await database.FindAssessmentAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var assessment = found.Value;
        var situation = new AssessmentSituation(
            person.Actor,
            clock.UtcNow(),
            await database.LoadDirectoryAsync(cancellationToken),
            await database.LoadCoveredAsync(assessment, cancellationToken),
            [.. (await database.LoadActiveAsync(Roles.DataProtectionOfficer, cancellationToken)).Select(officer => officer.Id)]);
        if (assessment.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var acted = act(assessment, situation);
        return acted.IsRefused ? acted : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>One write to an assessment: the form is beside it in the same file.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public abstract class AssessmentWrite<TForm>(AssessmentWriter writer)
    where TForm : AssessmentForm
{
    /// <summary>Runs it.</summary>
    public Task<Result> RunAsync(int id, TForm form, CancellationToken cancellationToken) =>
        writer.RunAsync(id, form, (assessment, situation) => Act(assessment, form, situation), cancellationToken);

    /// <summary>Gives the form to the record, which decides.</summary>
    protected abstract Result Act(ImpactAssessment assessment, TForm form, AssessmentSituation situation);
}
