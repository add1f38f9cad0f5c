using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Making, finding and ending one-time links in the context, which saves them.</summary>
public static class OneTimeLinks
{
    /// <summary>Makes a link and ends the person's older ones of the same purpose. It works once the context is saved.</summary>
    /// <returns>The path of the page it opens, from the root of the portal. It is kept nowhere else.</returns>
    public static async Task<string> MakeOneTimeLinkAsync(
        this SocialGovDbContext database, Person person, OneTimeLinkPurpose purpose, DateTime at, CancellationToken cancellationToken)
    {
        await EndAsync(database, person.Id, [purpose], at, cancellationToken);
        var (link, token) = OneTimeLink.Make(person.Id, purpose, at);
        database.OneTimeLinks.Add(link);
        return purpose switch
        {
            OneTimeLinkPurpose.Invitation => $"/invitation/{token}",
            OneTimeLinkPurpose.PasswordReset => $"/reset-password/{token}",
        };
    }

    /// <summary>Ends every link of the person that still works.</summary>
    public static Task EndOneTimeLinksAsync(this SocialGovDbContext database, Person person, DateTime at, CancellationToken cancellationToken) =>
        EndAsync(database, person.Id, Enum.GetValues<OneTimeLinkPurpose>(), at, cancellationToken);

    /// <summary>The link with this secret part, whether or not it still works, or <see langword="null"/>.</summary>
    public static Task<OneTimeLink?> FindOneTimeLinkAsync(
        this SocialGovDbContext database, string token, OneTimeLinkPurpose purpose, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.HashOf(token);
        return database.OneTimeLinks.SingleOrDefaultAsync(link => link.TokenHash == hash && link.Purpose == purpose, cancellationToken);
    }

    private static async Task EndAsync(
        SocialGovDbContext database, int personId, OneTimeLinkPurpose[] purposes, DateTime at, CancellationToken cancellationToken)
    {
        var older = await database.OneTimeLinks
            .Where(link => link.PersonId == personId && link.EndedAt == null && purposes.Contains(link.Purpose))
            .ToListAsync(cancellationToken);
        older.ForEach(link => link.End(at));
    }
}
