using System.Data;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>What every form about a known person carries.</summary>
public abstract class PersonForm
{
    /// <summary>The version of the record that the form was opened on.</summary>
    public int Version { get; set; }

    /// <summary>The record as it is now.</summary>
    [BindNever]
    public Person? Person { get; set; }

    /// <summary>The accounts that the person looks after, which somebody else takes over when they go.</summary>
    [BindNever]
    public IReadOnlyList<LookedAfter> LooksAfter { get; set; } = [];

    /// <summary>Whether somebody changed the record after the form was opened.</summary>
    [BindNever]
    public bool IsStale { get; set; }

    /// <summary>Fills the answers from the record, when the form is opened.</summary>
    /// <param name="person">The record.</param>
    public virtual void Read(Person person) => Version = person.Version;
}

/// <summary>An account that a person looks after.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Part">What the person does on it, in words.</param>
public sealed record LookedAfter(int Id, string Name, string Part);

/// <summary>The roles as a form offers them.</summary>
public static class RoleChoices
{
    /// <summary>Every role with what it opens.</summary>
    public static IReadOnlyList<Choice> All { get; } =
        [.. RolesText.Each.Select(role => new Choice(role.ToString(), role.InWords(), role.HintInWords()))];

    /// <summary>The same, and those who hold none.</summary>
    public static IReadOnlyList<Choice> AllAndNone { get; } = [.. All, new Choice(nameof(Roles.None), "No further role")];

    /// <summary>The ticked roles as one value. What was not offered stays in it, for the record to refuse.</summary>
    public static Roles Together(IEnumerable<Roles>? ticked) => (ticked ?? []).Aggregate(Roles.None, (all, role) => all | role);
}

/// <summary>How a person's status is shown.</summary>
public static class PersonStatusDisplay
{
    /// <summary>The colour of the status's tag: what needs work stands out.</summary>
    public static string TagColour(this PersonStatus status) => status switch
    {
        PersonStatus.Invited => "yellow",
        PersonStatus.Active => "green",
        PersonStatus.Deactivated => "grey",
    };
}

/// <summary>What several writes to people need.</summary>
internal static class PeopleWrites
{
    /// <summary>How many active people other than this one are portal managers. Asked in the transaction that changes one.</summary>
    public static Task<int> CountOtherPortalManagersAsync(this SocialGovDbContext database, int personId, CancellationToken cancellationToken) =>
        database.People.CountAsync(
            person => person.Id != personId
                && person.Status == PersonStatus.Active
                && (person.Roles & Roles.PortalManager) == Roles.PortalManager,
            cancellationToken);

    /// <summary>
    /// Ends a person's access, whoever decides it: the links that still work and the sessions end with it. Portal managers are counted in
    /// the transaction that takes one away, and it serialises.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="id">The person.</param>
    /// <param name="end">Decides on the record; it is told how many other active portal managers there are.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the work; nothing is then changed.</param>
    public static async Task<Result> EndAccessAsync(
        this SocialGovDbContext database, int id, Func<Person, int, Result> end, DateTime at, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } person)
        {
            return Error.NotFound;
        }

        var ended = end(person, await database.CountOtherPortalManagersAsync(id, cancellationToken));
        if (ended.IsRefused)
        {
            return ended;
        }

        await database.EndOneTimeLinksAsync(person, at, cancellationToken);
        (await database.Users.SingleOrDefaultAsync(account => account.Id == id, cancellationToken))?.EndSessions();
        var saved = await database.TrySaveAsync(cancellationToken);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Saves. That the address is taken is decided by the database's unique index and told as a refusal.</summary>
    public static async Task<Result> TrySavePersonAsync(
        this SocialGovDbContext database, Person person, CancellationToken cancellationToken)
    {
        try
        {
            return await database.TrySaveAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await database.People.AnyAsync(
                other => other.NormalisedEmailAddress == person.NormalisedEmailAddress && other.Id != person.Id, cancellationToken))
            {
                return PeopleErrors.EmailAddressTaken;
            }

            throw;
        }
    }
}
