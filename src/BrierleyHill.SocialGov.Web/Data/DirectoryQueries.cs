using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Reads of people that every feature needs.</summary>
public static class DirectoryQueries
{
    /// <summary>Everybody the school knows, as the rules need them: one query over a few hundred short rows.</summary>
    public static Task<PeopleDirectory> LoadDirectoryAsync(this SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.KnownAsync("directory", async () => new PeopleDirectory(await database.People.AsNoTracking()
            .Select(person => new DirectoryPerson(person.Id, person.Forename, person.Surname, person.Status, person.LeavingDate))
            .ToListAsync(cancellationToken)));

    /// <summary>Active people who hold a role.</summary>
    public static Task<List<Person>> LoadActiveAsync(this SocialGovDbContext database, Roles role, CancellationToken cancellationToken) =>
        database.People.AsNoTracking()
            .Where(person => person.Status == PersonStatus.Active && (person.Roles & role) == role)
            .OrderBy(person => person.Id)
            .ToListAsync(cancellationToken);
}
