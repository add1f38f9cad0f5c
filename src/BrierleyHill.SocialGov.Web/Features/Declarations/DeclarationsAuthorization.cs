using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Declarations;

/// <summary>
/// Who may see which declaration: its owner always; senior leaders those of accounts that name the school, while they hold. What is
/// out of scope is left alone (SCOPE-4): for everybody but its owner it does not exist (404).
/// </summary>
public static class DeclarationsAuthorization
{
    /// <summary>Whether this person may see the declaration.</summary>
    public static bool IsVisibleTo(PersonalAccountDeclaration declaration, Actor person) =>
        person.Is(declaration.PersonId)
        || (person.Holds(Roles.SeniorLeader) && declaration is { IsCurrent: true, Kind: DeclarationKind.NamesSchool });

    /// <summary>Everything that this person has declared, to act on.</summary>
    public static Task<List<PersonalAccountDeclaration>> LoadDeclarationsOfAsync(
        this SocialGovDbContext database, Actor person, CancellationToken cancellationToken) =>
        database.Declarations.Where(declaration => declaration.PersonId == person.PersonId).OrderBy(declaration => declaration.Id).ToListAsync(cancellationToken);

    /// <summary>Loads one declaration to act on, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<PersonalAccountDeclaration>> FindDeclarationAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.Declarations.FindAsync([id], cancellationToken) is { } declaration && IsVisibleTo(declaration, person)
            ? declaration
            : Error.NotFound;
}
