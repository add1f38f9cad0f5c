using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>Reads pupils for the pages of those who may read consent records. Nothing is tracked.</summary>
public sealed class PupilQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["surname", "class", "number"];

    /// <summary>One page of the list.</summary>
    public async Task<PupilList> ListAsync(PupilFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var rows = Sorted(Filtered(filter), order).Select(pupil => new PupilRow(pupil.Id, pupil.Forename, pupil.Surname, pupil.ClassName, pupil.MisNumber, pupil.LeavingOn));
        return new PupilList(
            await PagedList<PupilRow>.ReadAsync(rows, filter.Page, cancellationToken), filter, order,
            await database.LoadClassesAsync(clock.Today(), cancellationToken), !Pupil.CheckMayKeep(person.Actor).IsRefused, clock.Today());
    }

    /// <summary>Everything that a filter shows, and the uses that people can be asked about.</summary>
    public async Task<(IReadOnlyList<ImageUse> Uses, IReadOnlyList<Pupil> Pupils)> AllAsync(PupilFilter filter, SortOrder order, CancellationToken cancellationToken) =>
        (await database.LoadImageUsesAsync(cancellationToken), await Sorted(Filtered(filter), order).AsSplitQuery().ToListAsync(cancellationToken));

    /// <summary>One pupil, or <see langword="null"/>.</summary>
    public async Task<PupilView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var pupil = await database.Pupils.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (pupil is null)
        {
            return null;
        }

        var today = clock.Today();
        var shown = pupil.DecisionsShownTo(person.Actor, today).OrderByDescending(decision => decision.Number).ToList();
        var offered = await database.LoadImageUsesAsync(cancellationToken);
        // A use that is offered no longer has its answers all the same. Those that the reader may not read add no row.
        var uses = offered.Concat(shown.Select(decision => decision.Use)).DistinctBy(use => use.Key).ToList();
        return new PupilView(
            pupil,
            [.. uses.Select(use => new UseRow(use, pupil.VerdictOn(use, today)))],
            shown,
            !Pupil.CheckMayKeep(person.Actor).IsRefused,
            !Pupil.CheckMayProtect(person.Actor).IsRefused,
            today);
    }

    /// <summary>A pupil for a form, or <see langword="null"/>.</summary>
    public Task<Pupil?> FindForFormAsync(int id, CancellationToken cancellationToken) =>
        database.Pupils.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(found => found.Id == id, cancellationToken);

    /// <summary>The uses that people can be asked about.</summary>
    public Task<IReadOnlyList<ImageUse>> UsesAsync(CancellationToken cancellationToken) => database.LoadImageUsesAsync(cancellationToken);

    /// <summary>Whether another pupil has this number of the MIS.</summary>
    internal static Task<bool> IsNumberTakenAsync(SocialGovDbContext database, string misKey, int exceptId, CancellationToken cancellationToken) =>
        database.Pupils.AnyAsync(other => other.MisKey == misKey && other.Id != exceptId, cancellationToken);

    private IQueryable<Pupil> Filtered(PupilFilter filter)
    {
        var today = clock.Today();
        var pupils = filter.Standing == PupilStanding.Left
            ? database.Pupils.AsNoTracking().Where(pupil => pupil.LeavingOn != null && pupil.LeavingOn < today)
            : database.Pupils.AsNoTracking().Where(pupil => pupil.LeavingOn == null || pupil.LeavingOn >= today);
        var wanted = PlainText.CleanLine(filter.Class);
        return wanted.Length == 0 ? pupils : pupils.Where(pupil => pupil.ClassName == wanted);
    }

    private static IQueryable<Pupil> Sorted(IQueryable<Pupil> pupils, SortOrder order) => (order.Column, order.Descending) switch
    {
        ("class", false) => pupils.OrderBy(pupil => pupil.ClassName).ThenBy(pupil => pupil.Surname).ThenBy(pupil => pupil.Forename).ThenBy(pupil => pupil.Id),
        ("class", true) => pupils.OrderByDescending(pupil => pupil.ClassName).ThenBy(pupil => pupil.Surname).ThenBy(pupil => pupil.Forename).ThenBy(pupil => pupil.Id),
        ("number", false) => pupils.OrderBy(pupil => pupil.MisKey),
        ("number", true) => pupils.OrderByDescending(pupil => pupil.MisKey),
        (_, false) => pupils.OrderBy(pupil => pupil.Surname).ThenBy(pupil => pupil.Forename).ThenBy(pupil => pupil.Id),
        (_, true) => pupils.OrderByDescending(pupil => pupil.Surname).ThenByDescending(pupil => pupil.Forename).ThenByDescending(pupil => pupil.Id),
    };
}

/// <summary>Who is in the list.</summary>
public enum PupilStanding
{
    /// <summary>Those at the school.</summary>
    [Display(Name = "At the school")]
    OnRoll,

    /// <summary>Those who have left.</summary>
    [Display(Name = "Have left")]
    Left,
}

/// <summary>What the list is narrowed to. By name it is not: the name of a child would stand in the address of the page, in histories and logs.</summary>
public sealed class PupilFilter
{
    /// <summary>The class.</summary>
    [Display(Name = "Class")]
    [MaximumCharacters(Pupil.ClassNameMaximumLength)]
    public string? Class { get; set; }

    /// <summary>At the school, or left.</summary>
    [Display(Name = "Pupils")]
    public PupilStanding? Standing { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Class) || Standing == PupilStanding.Left;
}

/// <summary>A pupil in the list.</summary>
public sealed record PupilRow(int Id, string Forename, string Surname, string ClassName, string MisNumber, DateOnly? LeavingOn)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(Pupil.ReferenceKind, Id);
}

/// <summary>A page of the list.</summary>
/// <param name="Rows">The pupils.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="Classes">The classes that there are.</param>
/// <param name="MayKeep">Whether the reader keeps the records.</param>
/// <param name="Today">Today, London.</param>
public sealed record PupilList(PagedList<PupilRow> Rows, PupilFilter Filter, SortOrder Order, IReadOnlyList<string> Classes, bool MayKeep, DateOnly Today);

/// <summary>How one use stands.</summary>
public sealed record UseRow(ImageUse Use, ConsentVerdict Verdict);

/// <summary>A pupil's page.</summary>
/// <param name="Pupil">The pupil.</param>
/// <param name="Uses">How each use stands today.</param>
/// <param name="History">The decisions that the reader may read, the last first.</param>
/// <param name="MayKeep">Whether the reader keeps the records.</param>
/// <param name="MayProtect">Whether the reader may protect, and so know of protection.</param>
/// <param name="Today">Today, London.</param>
public sealed record PupilView(Pupil Pupil, IReadOnlyList<UseRow> Uses, IReadOnlyList<ConsentDecision> History, bool MayKeep, bool MayProtect, DateOnly Today);

/// <summary>A form about a pupil.</summary>
public sealed record PupilFormView<TForm>(Pupil Pupil, TForm Form, IReadOnlyList<UseRow> Uses);

/// <summary>How an answer is coloured; the words stand beside it.</summary>
public static class ShownAnswerColours
{
    /// <summary>The colour.</summary>
    public static string Of(ShownAnswer answer) => answer switch
    {
        ShownAnswer.MayAppear => "green",
        ShownAnswer.DoNotPublish => "red",
        ShownAnswer.NotAsked or ShownAnswer.AskAgain => "yellow",
        ShownAnswer.Left => "grey",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "This is no answer."),
    };
}
