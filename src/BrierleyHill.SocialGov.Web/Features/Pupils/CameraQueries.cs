using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>Reads the list that goes with a camera: who of a class may appear where. Everybody on the staff may see it, and it says nothing of why.</summary>
public sealed class CameraQueries(SocialGovDbContext database, TimeProvider clock)
{
    /// <summary>The list of a class, or the choice of one.</summary>
    public async Task<CameraList> FindAsync(CameraFilter filter, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var classes = await database.LoadClassesAsync(today, cancellationToken);
        var wanted = PlainText.CleanLine(filter.Class);
        var medium = filter.Medium is { } chosen && Enum.IsDefined(chosen) ? chosen : ImageMedium.Photograph;
        if (wanted.Length == 0)
        {
            return new CameraList(filter, classes, medium, [], [], today);
        }

        var uses = (await database.LoadImageUsesAsync(cancellationToken)).Where(use => use.Medium == medium).ToList();
        var pupils = await database.Pupils.AsNoTracking().AsSplitQuery()
            .Where(pupil => pupil.ClassName == wanted && (pupil.LeavingOn == null || pupil.LeavingOn >= today))
            .OrderBy(pupil => pupil.Forename).ThenBy(pupil => pupil.Surname).ThenBy(pupil => pupil.Id)
            .ToListAsync(cancellationToken);
        return new CameraList(
            filter, classes, medium, uses, [.. pupils.Select(pupil => new CameraRow(pupil.Name, [.. uses.Select(use => pupil.VerdictOn(use, today).Shown)]))], today);
    }
}

/// <summary>Whose list it is.</summary>
public sealed class CameraFilter
{
    /// <summary>The class.</summary>
    [Display(Name = "Class")]
    [MaximumCharacters(Pupil.ClassNameMaximumLength)]
    public string? Class { get; set; }

    /// <summary>Photographs or videos.</summary>
    [Display(Name = "For")]
    public ImageMedium? Medium { get; set; }
}

/// <summary>A pupil in the list.</summary>
/// <param name="Name">The name.</param>
/// <param name="Answers">What is shown of each use, in the order of the uses.</param>
public sealed record CameraRow(string Name, IReadOnlyList<ShownAnswer> Answers);

/// <summary>The list.</summary>
/// <param name="Filter">Whose it is.</param>
/// <param name="Classes">The classes that there are.</param>
/// <param name="Medium">Photographs or videos.</param>
/// <param name="Uses">The uses.</param>
/// <param name="Rows">The pupils.</param>
/// <param name="Today">The day on which it holds, London.</param>
public sealed record CameraList(
    CameraFilter Filter, IReadOnlyList<string> Classes, ImageMedium Medium, IReadOnlyList<ImageUse> Uses, IReadOnlyList<CameraRow> Rows, DateOnly Today);
