using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>The attendance table.</summary>
public sealed class AttendanceForm
{
    /// <summary>How many people can be added at a time.</summary>
    public const int AddedAtATime = 3;

    /// <summary>The version of the session that was read.</summary>
    public int Version { get; set; }

    /// <summary>Everybody who is booked or was added before.</summary>
    public List<AttendanceLine> Lines { get; set; } = [];

    /// <summary>People who came without being booked.</summary>
    public List<int?> Added { get; set; } = [];

    /// <summary>Fills the form with a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="order">The people in the order in which they are shown.</param>
    public static AttendanceForm Of(TrainingSession session, IEnumerable<int> order) => new()
    {
        Version = session.Version,
        Lines = [.. order.Select(id => new AttendanceLine { PersonId = id, Attendance = session.Bookings.Single(booking => booking.PersonId == id).Attendance })],
    };

    /// <summary>What the domain takes.</summary>
    public IReadOnlyList<AttendanceEntry> ToTable() =>
    [
        .. Lines.Select(line => new AttendanceEntry(line.PersonId, line.Attendance)),
        .. Added.OfType<int>().Select(id => new AttendanceEntry(id, Attendance.Attended)),
    ];
}

/// <summary>One line of the table.</summary>
public sealed class AttendanceLine
{
    /// <summary>Who.</summary>
    public int PersonId { get; set; }

    /// <summary>Whether they came.</summary>
    [Display(Name = "Attendance")]
    public Attendance Attendance { get; set; }
}

/// <summary>Records or corrects who attended a session of staff.</summary>
public sealed class RecordAttendance(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, AttendanceForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingSessions.FindAsync([id], cancellationToken) is not { } session)
        {
            return Error.NotFound;
        }

        if (session.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var course = await database.TrainingCourses.SingleAsync(its => its.Id == session.CourseId, cancellationToken);
        var table = form.ToTable();
        var people = table.Select(entry => entry.PersonId).ToList();
        var records = await database.TrainingRecords
            .Where(record => record.CourseId == session.CourseId && people.Contains(record.PersonId))
            .ToListAsync(cancellationToken);
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var added = session.RecordAttendance(course, table, records, directory, person.Actor, clock.UtcNow());
        if (added.IsRefused)
        {
            return added.Error;
        }

        database.TrainingRecords.AddRange(added.Value);
        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>What was covered and how many came.</summary>
public sealed class ProgrammeForm
{
    /// <summary>The version of the session that was read.</summary>
    public int Version { get; set; }

    /// <summary>What was covered.</summary>
    [Display(Name = "What was covered?", Description = "In a few sentences. Do not name any child or parent")]
    [MaximumCharacters(TrainingSession.TextMaximumLength)]
    public string? WhatWasCovered { get; set; }

    /// <summary>How many came.</summary>
    [Display(Name = "Number of people who came")]
    public int? NumberAttended { get; set; }

    /// <summary>Fills the form with a session.</summary>
    public static ProgrammeForm Of(TrainingSession session) =>
        new() { Version = session.Version, WhatWasCovered = session.WhatWasCovered, NumberAttended = session.NumberAttended };
}

/// <summary>Records or corrects a session of a programme.</summary>
public sealed class RecordProgramme(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, ProgrammeForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingSessions.FindAsync([id], cancellationToken) is not { } session)
        {
            return Error.NotFound;
        }

        if (session.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var recorded = session.RecordProgramme(form.WhatWasCovered, form.NumberAttended, person.Actor, clock.UtcNow());
        return recorded.IsRefused ? recorded : await database.TrySaveAsync(cancellationToken);
    }
}
