using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Reads sessions for the pages. Nothing is tracked.</summary>
public sealed class SessionQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The session as this person sees it, or <see langword="null"/>.</summary>
    public async Task<SessionView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.TrainingSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        var course = await database.TrainingCourses.AsNoTracking().SingleAsync(its => its.Id == found.CourseId, cancellationToken);
        var mayKeep = !TrainingCourse.CheckMayKeep(person.Actor).IsRefused;
        return new SessionView(
            found,
            course,
            await database.LoadDirectoryAsync(cancellationToken),
            mayKeep,
            found.Bookings.Any(booking => booking.PersonId == person.Id),
            !found.CheckMayBookFor(person.Id, person.Actor, clock.UtcNow()).IsRefused,
            person.Id,
            clock.Today(),
            mayKeep ? await database.LoadHistoryAsync(nameof(TrainingSession), id, cancellationToken) : []);
    }
}

/// <summary>A session as one person sees it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Course">Its course.</param>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="MayKeep">Whether they keep sessions: then they see who is booked.</param>
/// <param name="IsBooked">Whether they have a place.</param>
/// <param name="IsOpenForBooking">Whether places can be booked and given back now.</param>
/// <param name="PersonId">Who they are.</param>
/// <param name="Today">The day, London.</param>
/// <param name="History">What happened to it; for whoever keeps sessions.</param>
public sealed record SessionView(
    TrainingSession Session,
    TrainingCourse Course,
    PeopleDirectory Directory,
    bool MayKeep,
    bool IsBooked,
    bool IsOpenForBooking,
    int PersonId,
    DateOnly Today,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>Whether what happened can be recorded now.</summary>
    public bool CanBeRecorded => MayKeep && Session.Status != SessionStatus.Cancelled && Session.Date <= Today;

    /// <summary>The people booked or added, by name.</summary>
    public IReadOnlyList<SessionBooking> Bookings { get; } =
    [
        .. Session.Bookings
            .OrderBy(booking => Directory.Find(booking.PersonId)?.Surname, StringComparer.OrdinalIgnoreCase)
            .ThenBy(booking => Directory.Find(booking.PersonId)?.Forename, StringComparer.OrdinalIgnoreCase)
            .ThenBy(booking => booking.PersonId),
    ];

    /// <summary>The active people who are not booked, by name.</summary>
    public IReadOnlyList<Choice> NotBooked { get; } = ChoicesOf(Directory, person => person.IsActive && Session.Bookings.All(booking => booking.PersonId != person.Id));

    /// <summary>The people who can have come without being booked, by name: also one who has left since.</summary>
    public IReadOnlyList<Choice> CanHaveCome { get; } = ChoicesOf(Directory, person => Session.Bookings.All(booking => booking.PersonId != person.Id));

    /// <summary>What is left, in words.</summary>
    public string PlacesInWords => PlacesText.InWords(Session.Capacity, Session.Bookings.Count(booking => booking.IsBooked));

    private static IReadOnlyList<Choice> ChoicesOf(PeopleDirectory directory, Func<DirectoryPerson, bool> which) =>
    [
        .. directory.People
            .Where(which)
            .OrderBy(person => person.Surname, StringComparer.OrdinalIgnoreCase)
            .ThenBy(person => person.Forename, StringComparer.OrdinalIgnoreCase)
            .ThenBy(person => person.Id)
            .Select(person => new Choice(person.Id.ToString(CultureInfo.InvariantCulture), $"{person.Surname}, {person.Forename}")),
    ];
}

/// <summary>The page of a session: what is known, and the form that books a place.</summary>
public sealed record SessionPage(SessionView Found, PlaceForm Form);

/// <summary>The course, the session or none yet, and the form that plans or changes it.</summary>
/// <param name="Course">The course.</param>
/// <param name="Session">The session as it is saved.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether it was saved by somebody else after the form was opened.</param>
public sealed record SessionFormView(TrainingCourse Course, TrainingSession? Session, SessionForm Form, bool IsStale = false);

/// <summary>The session and a form that acts on it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="Found">The session as it is saved.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether it was saved by somebody else after the form was opened.</param>
public sealed record SessionAction<TForm>(SessionView Found, TForm Form, bool IsStale = false);
