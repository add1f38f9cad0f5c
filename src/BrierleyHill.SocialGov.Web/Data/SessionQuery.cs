using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>What each request asks about whoever is signed in, before anything else.</summary>
/// <param name="Forename">Forename.</param>
/// <param name="Surname">Surname.</param>
/// <param name="Roles">The roles held now.</param>
/// <param name="Status">Whether the person may sign in now.</param>
/// <param name="SecurityStamp">The stamp that the session must carry.</param>
/// <param name="HasSecondFactor">Whether a second factor is set up.</param>
/// <param name="Unread">How many notifications are unread, for the header of every page.</param>
/// <param name="Facts">The stamp of the facts that requests share: see <see cref="SchoolFacts"/>.</param>
public sealed record SessionFacts(
    string Forename, string Surname, Roles Roles, PersonStatus Status, string? SecurityStamp, bool HasSecondFactor, int Unread, Guid? Facts);

/// <summary>
/// The one query that every request of a signed-in person makes. It is compiled once for each portal: to put the same query together
/// anew takes longer than the database takes to answer it.
/// </summary>
public sealed class SessionQuery
{
    private readonly Func<SocialGovDbContext, int, CancellationToken, Task<SessionFacts?>> _read = EF.CompileAsyncQuery(
        (SocialGovDbContext database, int id, CancellationToken cancellationToken) => (
            from account in database.Users
            join person in database.People on account.Id equals person.Id
            where account.Id == id
            select new SessionFacts(
                person.Forename,
                person.Surname,
                person.Roles,
                person.Status,
                account.SecurityStamp,
                account.TwoFactorEnabled,
                database.Notifications.Count(notification => notification.PersonId == id && notification.ReadAt == null),
                database.SchoolFactsStamps.Where(facts => facts.Id == SchoolFacts.OnlyId).Select(facts => (Guid?)facts.Stamp).FirstOrDefault()))
            .SingleOrDefault());

    /// <summary>Reads it; <see langword="null"/> for a number that nobody has.</summary>
    /// <param name="database">The database.</param>
    /// <param name="id">Who.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<SessionFacts?> ReadAsync(SocialGovDbContext database, int id, CancellationToken cancellationToken) => _read(database, id, cancellationToken);
}
