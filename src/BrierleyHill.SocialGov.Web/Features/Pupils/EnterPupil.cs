using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>What identifies a pupil to staff.</summary>
public sealed class PupilForm
{
    /// <summary>The version of the record that was read; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>The number of the MIS.</summary>
    [Display(Name = "MIS number", Description = "The number by which the school’s management information system knows the pupil, such as the admission number or the UPN")]
    [MaximumCharacters(Pupil.MisNumberMaximumLength)]
    public string? MisNumber { get; set; }

    /// <summary>The forename.</summary>
    [Display(Name = "Forename", Description = "As the pupil is called in school")]
    [MaximumCharacters(Pupil.NameMaximumLength)]
    public string? Forename { get; set; }

    /// <summary>The surname.</summary>
    [Display(Name = "Surname")]
    [MaximumCharacters(Pupil.NameMaximumLength)]
    public string? Surname { get; set; }

    /// <summary>The class.</summary>
    [Display(Name = "Class", Description = "For example “1 Ash”")]
    [MaximumCharacters(Pupil.ClassNameMaximumLength)]
    public string? ClassName { get; set; }

    /// <summary>The last day.</summary>
    [Display(Name = "Last day at the school", ShortName = "Last day", Description = "Leave it empty while the pupil stays. What was given ends with that day")]
    public DateOnly? LeavingOn { get; set; }

    /// <summary>What was typed, for the record.</summary>
    public PupilDetails Details() => new(MisNumber, Forename, Surname, ClassName, LeavingOn);

    /// <summary>The form of a pupil who is on record.</summary>
    public static PupilForm Of(Pupil pupil)
    {
        ArgumentNullException.ThrowIfNull(pupil);
        return new PupilForm
        {
            Version = pupil.Version,
            MisNumber = pupil.MisNumber,
            Forename = pupil.Forename,
            Surname = pupil.Surname,
            ClassName = pupil.ClassName,
            LeavingOn = pupil.LeavingOn,
        };
    }
}

/// <summary>Enters a pupil by hand.</summary>
public sealed class EnterPupil(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Enters the pupil. No two share the number of the MIS.</summary>
    public async Task<Result<int>> RunAsync(PupilForm form, CancellationToken cancellationToken)
    {
        var entered = Pupil.Enter(form.Details(), person.Actor, clock.UtcNow());
        if (entered.IsRefused)
        {
            return entered.Error;
        }

        if (await PupilQueries.IsNumberTakenAsync(database, entered.Value.MisKey, 0, cancellationToken))
        {
            return PupilErrors.NumberTaken;
        }

        database.Pupils.Add(entered.Value);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The unique index: somebody entered the same number between the look and the save.
            database.ChangeTracker.Clear();
            if (!await PupilQueries.IsNumberTakenAsync(database, entered.Value.MisKey, 0, cancellationToken))
            {
                throw;
            }

            return PupilErrors.NumberTaken;
        }

        return entered.Value.Id;
    }
}

/// <summary>Changes what identifies a pupil, or the last day.</summary>
public sealed class ChangePupil(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public async Task<Result> RunAsync(int id, PupilForm form, CancellationToken cancellationToken)
    {
        if (await database.FindPupilAsync(id, cancellationToken) is not { } pupil)
        {
            return Error.NotFound;
        }

        if (pupil.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var changed = pupil.Change(form.Details(), person.Actor, clock.UtcNow());
        if (changed.IsRefused)
        {
            return changed;
        }

        return await PupilQueries.IsNumberTakenAsync(database, pupil.MisKey, id, cancellationToken) ? PupilErrors.NumberTaken : await database.TrySaveAsync(cancellationToken);
    }
}
