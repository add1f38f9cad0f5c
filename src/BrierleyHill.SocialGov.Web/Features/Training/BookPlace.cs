using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>For whom a place is booked or given back.</summary>
public sealed class PlaceForm
{
    /// <summary>Who.</summary>
    [Display(Name = "Book a place for somebody")]
    public int? PersonId { get; set; }
}

/// <summary>
/// Books a place. Several people at once are no conflict as long as places are left: whoever loses the race for the record tries again
/// with it as it is now, and the last place goes once.
/// </summary>
public sealed class BookPlace(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Books it.</summary>
    public Task<Result> RunAsync(int id, PlaceForm form, CancellationToken cancellationToken) =>
        database.ChangePlacesAsync(
            id,
            (session, directory) => form.PersonId is { } personId
                ? session.Book(personId, directory, person.Actor, clock.UtcNow())
                : TrainingErrors.NotActive,
            cancellationToken);
}

/// <summary>Gives a place back.</summary>
public sealed class CancelBooking(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Gives it back.</summary>
    public Task<Result> RunAsync(int id, PlaceForm form, CancellationToken cancellationToken) =>
        database.ChangePlacesAsync(
            id,
            (session, directory) => form.PersonId is { } personId
                ? session.CancelBooking(personId, directory, person.Actor, clock.UtcNow())
                : TrainingErrors.NotBooked,
            cancellationToken);
}

internal static class Places
{
    // More people than this do not press the button within one another's fraction of a second.
    private const int Attempts = 20;

    public static async Task<Result> ChangePlacesAsync(
        this SocialGovDbContext database, int id, Func<TrainingSession, PeopleDirectory, Result> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await database.TrainingSessions.FindAsync([id], cancellationToken) is not { } session)
            {
                return Error.NotFound;
            }

            var changed = change(session, await database.LoadDirectoryAsync(cancellationToken));
            if (changed.IsRefused)
            {
                return changed;
            }

            if (!(await database.TrySaveAsync(cancellationToken)).IsRefused)
            {
                return Result.Done;
            }
        }

        return Error.Stale;
    }
}
