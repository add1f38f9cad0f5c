using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Who may see which mention: administrators and senior leaders every one, everybody else those that they saw themselves. For others there is none (404).</summary>
public static class MentionsAuthorization
{
    /// <summary>The mentions that this person may see.</summary>
    public static IQueryable<PublicMention> VisibleTo(this IQueryable<PublicMention> mentions, Actor person)
    {
        var id = person.PersonId;
        return PublicMention.CheckMayDecide(person).IsRefused
            ? mentions.Where(mention => mention.Sightings.Any(sighting => sighting.PersonId == id))
            : mentions;
    }

    /// <summary>Whether this person may see it.</summary>
    public static bool IsVisibleTo(PublicMention mention, Actor person) =>
        !PublicMention.CheckMayDecide(person).IsRefused || (person.PersonId is { } id && mention.WasSeenBy(id));

    /// <summary>Loads one to act on, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<PublicMention>> FindMentionAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.Mentions.FindAsync([id], cancellationToken) is { } mention && IsVisibleTo(mention, person) ? mention : Error.NotFound;

    /// <summary>The mention that knows one of these keys, or <see langword="null"/>; of a merged one, that which goes on in its place.</summary>
    public static async Task<PublicMention?> FindByKeysAsync(this SocialGovDbContext database, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        var found = await database.Mentions
            .Where(mention => mention.Keys.Any(key => keys.Contains(key.Hash)))
            .OrderBy(mention => mention.Id)
            .FirstOrDefaultAsync(cancellationToken);
        while (found?.MergedIntoId is { } into)
        {
            found = await database.Mentions.FindAsync([into], cancellationToken);
        }

        return found;
    }
}
