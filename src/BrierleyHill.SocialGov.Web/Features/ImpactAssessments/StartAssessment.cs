using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Begins an assessment, on its own or from a business case. The business case then names it (<see cref="NameTheNewAssessment"/>).</summary>
public sealed class StartAssessment(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Begins it.</summary>
    /// <returns>The number of the new draft.</returns>
    public async Task<Result<int>> RunAsync(StartAssessmentForm form, CancellationToken cancellationToken)
    {
        CoverableCase? covered = null;
        if (form.Application is { } applicationId)
        {
            var application = await database.Applications.AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == applicationId && one.ApplicantId == person.Id, cancellationToken);
            if (application is null)
            {
                return Error.NotFound;
            }

            covered = CoverableCase.Of(application);
        }

        var started = ImpactAssessment.Start(form.Title, covered, person.Actor, clock.UtcNow());
        if (started.IsRefused)
        {
            return started.Error;
        }

        database.ImpactAssessments.Add(started.Value);
        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : started.Value.Id;
    }
}

/// <summary>The form.</summary>
public sealed class StartAssessmentForm
{
    /// <summary>The business case that it is begun from.</summary>
    public int? Application { get; set; }

    /// <summary>What it is about.</summary>
    [Display(Name = "What is the assessment about?", Description = "For example: Sharing pictures online. One assessment can cover several accounts that do the same. Do not name any child")]
    [MaximumCharacters(ImpactAssessment.TitleMaximumLength)]
    public string? Title { get; set; }
}
