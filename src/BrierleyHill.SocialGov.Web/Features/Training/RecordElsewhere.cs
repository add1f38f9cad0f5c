using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Training that somebody took elsewhere.</summary>
public sealed class ElsewhereForm
{
    /// <summary>The course that it counts for.</summary>
    [Display(Name = "Which course does it count for?")]
    public int? CourseId { get; set; }

    /// <summary>The day, London.</summary>
    [Display(Name = "On which day?", ShortName = "The date", Description = "For example, 27 3 2026")]
    public DateOnly? Date { get; set; }

    /// <summary>Who gave it.</summary>
    [Display(Name = "Who gave it?", Description = "For example: another school, or the company of an online course")]
    [MaximumCharacters(TrainingSession.LineMaximumLength)]
    public string? Provider { get; set; }

    /// <summary>The whole course or a refresher.</summary>
    [Display(Name = "Was it the whole course?")]
    public SessionKind? Kind { get; set; }

    /// <summary>The certificate.</summary>
    [Display(Name = "Certificate", Description = "A PDF, PNG or JPEG of 10 MB at the most. You can also attach it later")]
    public IFormFile? Certificate { get; set; }
}

/// <summary>Records training that a person took elsewhere, with its certificate if there is one.</summary>
public sealed class RecordElsewhere(SocialGovDbContext database, FileStore files, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int personId, ElsewhereForm form, CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        if (directory.Find(personId) is null)
        {
            return Error.NotFound;
        }

        if (form.CourseId is not { } courseId || await database.TrainingCourses.FindAsync([courseId], cancellationToken) is not { } course)
        {
            return TrainingErrors.CourseMissing;
        }

        var now = clock.UtcNow();
        var records = await database.TrainingRecords
            .Where(record => record.PersonId == personId && record.CourseId == courseId)
            .ToListAsync(cancellationToken);
        var recorded = TrainingRecord.TakenElsewhere(
            course, personId, new TrainingElsewhere(form.Date, form.Provider, form.Kind), records, directory, person.Actor, now);
        if (recorded.IsRefused)
        {
            return recorded.Error;
        }

        database.TrainingRecords.Add(recorded.Value);
        if (form.Certificate is not null)
        {
            var file = await files.TakeInAsync(
                form.Certificate, nameof(form.Certificate), FilePurpose.TrainingCertificate, person.Actor, now, cancellationToken);
            if (file.IsRefused)
            {
                return file.Error;
            }

            var attached = recorded.Value.AttachCertificate(file.Value, person.Actor, now);
            if (attached.IsRefused)
            {
                return attached;
            }
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException)
        {
            // Somebody else recorded the same training at the same moment: the database keeps one.
            database.ChangeTracker.Clear();
            var occasion = recorded.Value.Occasion;
            if (!await database.TrainingRecords.AnyAsync(known => known.PersonId == personId && known.Occasion == occasion, cancellationToken))
            {
                throw;
            }

            return TrainingErrors.AlreadyRecorded;
        }
    }
}

/// <summary>Takes back a record of training elsewhere that was made by mistake.</summary>
public sealed class WithdrawRecord(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Takes it back.</summary>
    public async Task<Result> RunAsync(int id, ReasonForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindRecordAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var withdrawn = found.Value.Withdraw(form.Reason, person.Actor, clock.UtcNow());
        return withdrawn.IsRefused ? withdrawn : await database.TrySaveAsync(cancellationToken);
    }
}
