using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Where and when a session is, as it is typed.</summary>
public sealed class SessionForm
{
    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H.mm", "HHmm", "h:mmtt", "h.mmtt", "htt"];

    /// <summary>The version of the session that was read; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>The day, London.</summary>
    [Display(Name = "Date", Description = "For example, 27 3 2026. A session that was held already can be entered too")]
    public DateOnly? Date { get; set; }

    /// <summary>The time, London.</summary>
    [Display(Name = "Start time", Description = "For example, 15:30 or 3:30pm")]
    [MaximumCharacters(20)]
    public string? StartTime { get; set; }

    /// <summary>Who gives it.</summary>
    [Display(Name = "Provider", Description = "Who gives the training: a colleague, the local authority, a company")]
    [MaximumCharacters(TrainingSession.LineMaximumLength)]
    public string? Provider { get; set; }

    /// <summary>Where.</summary>
    [Display(Name = "Place", Description = "A room, an address, or “Online”")]
    [MaximumCharacters(TrainingSession.LineMaximumLength)]
    public string? Place { get; set; }

    /// <summary>How many can come.</summary>
    [Display(Name = "Number of places", Description = "Leave this empty if there is no limit")]
    public int? Capacity { get; set; }

    /// <summary>What those who come need.</summary>
    [Display(Name = "Material", Description = "What to read or bring, and web addresses. Everybody who can sign in sees it")]
    [MaximumCharacters(TrainingSession.TextMaximumLength)]
    public string? Material { get; set; }

    /// <summary>The whole course or a refresher.</summary>
    [Display(Name = "What kind of session is it?")]
    public SessionKind? Kind { get; set; }

    /// <summary>Fills the form with a session.</summary>
    public static SessionForm Of(TrainingSession session) => new()
    {
        Version = session.Version,
        Date = session.Date,
        StartTime = session.StartTime?.ToString("HH:mm", CultureInfo.InvariantCulture),
        Provider = session.Provider,
        Place = session.Place,
        Capacity = session.Capacity,
        Material = session.Material,
        Kind = session.Kind,
    };

    /// <summary>What the domain takes, or that the time is none.</summary>
    public Result<SessionDetails> ToDetails()
    {
        var typed = string.Concat((StartTime ?? "").Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        TimeOnly? time = null;
        if (typed.Length > 0)
        {
            if (!TimeOnly.TryParseExact(typed, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                return TrainingErrors.StartTimeWrong;
            }

            time = read;
        }

        return new SessionDetails(Date, time, Provider, Place, Capacity, Material, Kind);
    }
}

/// <summary>Plans a session of a course.</summary>
public sealed class PlanSession(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Plans it.</summary>
    /// <returns>The number of the new session.</returns>
    public async Task<Result<int>> RunAsync(int courseId, SessionForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingCourses.FindAsync([courseId], cancellationToken) is not { } course)
        {
            return Error.NotFound;
        }

        var details = form.ToDetails();
        if (details.IsRefused)
        {
            return details.Error;
        }

        var session = TrainingSession.Plan(course, details.Value, person.Actor, clock.UtcNow());
        if (session.IsRefused)
        {
            return session.Error;
        }

        database.TrainingSessions.Add(session.Value);
        await database.SaveChangesAsync(cancellationToken);
        return session.Value.Id;
    }
}

/// <summary>Changes a planned session.</summary>
public sealed class EditSession(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public async Task<Result> RunAsync(int id, SessionForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingSessions.FindAsync([id], cancellationToken) is not { } session)
        {
            return Error.NotFound;
        }

        if (session.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var details = form.ToDetails();
        if (details.IsRefused)
        {
            return details.Error;
        }

        var edited = session.Edit(details.Value, person.Actor, clock.UtcNow());
        return edited.IsRefused ? edited : await database.TrySaveAsync(cancellationToken);
    }
}
