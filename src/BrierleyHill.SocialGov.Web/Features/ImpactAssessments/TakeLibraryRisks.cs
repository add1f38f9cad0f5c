using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Copies risks from the library into an assessment.</summary>
public sealed class TakeLibraryRisks(AssessmentWriter writer, SocialGovDbContext database)
{
    /// <summary>Copies them.</summary>
    public async Task<Result> RunAsync(int id, LibraryChoiceForm form, CancellationToken cancellationToken)
    {
        var chosen = await database.LibraryRisks.AsNoTracking()
            .Where(risk => form.Chosen.Contains(risk.Id) && !risk.IsRetired)
            .OrderBy(risk => risk.Id)
            .ToListAsync(cancellationToken);
        return await writer.RunAsync(
            id, form, (assessment, situation) => assessment.TakeFromLibrary(chosen, situation.By, situation.At), cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class LibraryChoiceForm : AssessmentForm
{
    /// <summary>The risks.</summary>
    [Display(Name = "Which of these risks do you see?", Description = "They are copied into your assessment with the usual measures. Change them there so that they fit what you plan")]
    public List<int> Chosen { get; set; } = [];
}
