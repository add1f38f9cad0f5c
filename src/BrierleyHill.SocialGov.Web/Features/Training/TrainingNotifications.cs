using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Where the pages of training are.</summary>
internal static class TrainingPaths
{
    public const string Mine = "/training/mine";

    public static string Session(TrainingSession session) => $"/training/sessions/{session.Id}";

    public static string Course(int id) => $"/training/courses/{id}";
}

internal static class TrainingTelling
{
    /// <summary>The people among these who can sign in.</summary>
    public static Task<List<Person>> ActiveAmongAsync(this SocialGovDbContext database, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        return database.People.AsNoTracking()
            .Where(person => person.Status == PersonStatus.Active && wanted.Contains(person.Id))
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    public static Task<string> TitleOfCourseAsync(this SocialGovDbContext database, int courseId, CancellationToken cancellationToken) =>
        database.TrainingCourses.Where(course => course.Id == courseId).Select(course => course.Title).SingleAsync(cancellationToken);
}

/// <summary>Whoever was booked by somebody else hears of it. Who books for themselves knows.</summary>
public sealed class TellPersonOfBooking(EmailOutbox outbox) : EventRule<TrainingSession, TrainingPlaceBooked>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(TrainingSession record, TrainingPlaceBooked happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var person in await database.ActiveAmongAsync(happened.By.Is(happened.PersonId) ? [] : [happened.PersonId], cancellationToken))
        {
            var title = await database.TitleOfCourseAsync(record.CourseId, cancellationToken);
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"You have a place on “{title}” on {LondonTime.DisplayDate(record.Date)}.", TrainingPaths.Session(record), happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, person, TrainingEmails.Booked(record.Reference, TrainingPaths.Session(record)), happened.At);
        }
    }
}

/// <summary>Whoever lost a place by somebody else's hand hears of it.</summary>
public sealed class TellPersonOfCancelledBooking(EmailOutbox outbox) : EventRule<TrainingSession, TrainingBookingCancelled>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(TrainingSession record, TrainingBookingCancelled happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var person in await database.ActiveAmongAsync(happened.By.Is(happened.PersonId) ? [] : [happened.PersonId], cancellationToken))
        {
            var title = await database.TitleOfCourseAsync(record.CourseId, cancellationToken);
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"Your place on “{title}” on {LondonTime.DisplayDate(record.Date)} has been cancelled.", TrainingPaths.Session(record), happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, person, TrainingEmails.BookingCancelled(record.Reference, TrainingPaths.Session(record)), happened.At);
        }
    }
}

/// <summary>Whoever is booked hears of another date, time or place.</summary>
public sealed class TellBookedOfChange(EmailOutbox outbox) : EventRule<TrainingSession, TrainingSessionChanged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(TrainingSession record, TrainingSessionChanged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!happened.IsElsewhereOrAnotherTime)
        {
            return;
        }

        foreach (var person in await database.ActiveAmongAsync(record.Bookings.Select(booking => booking.PersonId), cancellationToken))
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"The training session {record.Reference} has been changed. It is on {record.WhenInWords}.", TrainingPaths.Session(record), happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, person, TrainingEmails.SessionChanged(record.Reference, TrainingPaths.Session(record)), happened.At);
        }
    }
}

/// <summary>Whoever is booked hears of the cancellation, and is led to the course's other sessions.</summary>
public sealed class TellBookedOfCancellation(EmailOutbox outbox) : EventRule<TrainingSession, TrainingSessionCancelled>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(TrainingSession record, TrainingSessionCancelled happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = TrainingPaths.Course(record.CourseId);
        foreach (var person in await database.ActiveAmongAsync(record.Bookings.Select(booking => booking.PersonId), cancellationToken))
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"The training session {record.Reference} on {LondonTime.DisplayDate(record.Date)} has been cancelled.", path, happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, person, TrainingEmails.SessionCancelled(record.Reference, path), happened.At);
        }
    }
}

/// <summary>The person hears that their training runs out (SLT-7, STF-2).</summary>
public sealed class TellPersonThatTrainingRunsOut(EmailOutbox outbox) : EventRule<TrainingRecord, TrainingReminderGiven>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(TrainingRecord record, TrainingReminderGiven happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var person in await database.ActiveAmongAsync([record.PersonId], cancellationToken))
        {
            var title = await database.TitleOfCourseAsync(record.CourseId, cancellationToken);
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"Your training “{title}” runs out on {LondonTime.DisplayDate(record.ValidUntil!.Value)}.", TrainingPaths.Mine, happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, person, TrainingEmails.RunsOut(record.Reference, TrainingPaths.Mine), happened.At);
        }
    }
}
