using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Demonstration people who can do the same.</summary>
/// <param name="Heading">What they can do, in words.</param>
/// <param name="People">Who they are.</param>
public sealed record DemonstrationGroup(string Heading, IReadOnlyList<DemonstrationPerson> People);

/// <summary>One demonstration person.</summary>
/// <param name="Id">The person's number.</param>
/// <param name="FullName">Forename and surname.</param>
/// <param name="EmailAddress">The address that they sign in with.</param>
/// <param name="Part">Affiliation and roles, in words.</param>
public sealed record DemonstrationPerson(int Id, string FullName, string EmailAddress, string Part);

/// <summary>
/// The one-click way in as a demonstration person. It is registered in the Development environment alone, and its endpoint does
/// not exist elsewhere (<see cref="DevelopmentOnlyAttribute"/>).
/// </summary>
public sealed class DemonstrationSignIn(SocialGovDbContext database, TimeProvider clock)
{
    private static readonly string NormalisedEnding = Person.NormaliseEmailAddress(DemoData.AddressEnding);

    /// <summary>The active demonstration people by what they can do.</summary>
    public async Task<IReadOnlyList<DemonstrationGroup>> ListAsync(CancellationToken cancellationToken)
    {
        var people = await database.People.AsNoTracking()
            .Where(person => person.NormalisedEmailAddress.EndsWith(NormalisedEnding) && person.Status == PersonStatus.Active)
            .Where(person => database.Users.Any(account => account.Id == person.Id))
            .OrderBy(person => person.Surname).ThenBy(person => person.Forename).ThenBy(person => person.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. people.GroupBy(person => person.Roles.Split().FirstOrDefault())
                .OrderBy(group => group.Key == Roles.None ? int.MaxValue : (int)group.Key)
                .Select(group => new DemonstrationGroup(
                    group.Key.InWordsList(),
                    [.. group.Select(person => new DemonstrationPerson(person.Id, person.FullName, person.EmailAddress, PartOf(person)))])),
        ];
    }

    /// <summary>The password of demonstration people, where this address is one of theirs.</summary>
    public static string? PasswordOf(string emailAddress) =>
        emailAddress.EndsWith(DemoData.AddressEnding, StringComparison.OrdinalIgnoreCase) ? DemoData.Password : null;

    /// <summary>Signs in as a demonstration person; anybody else is not found. Where they set up a second factor, it is asked for.</summary>
    public async Task<Result<OpenedSignIn>> RunAsync(int personId, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleOrDefaultAsync(
            known => known.Id == personId && known.NormalisedEmailAddress.EndsWith(NormalisedEnding) && known.Status == PersonStatus.Active,
            cancellationToken);
        var account = person is null ? null : await database.Users.SingleOrDefaultAsync(known => known.Id == personId, cancellationToken);
        if (person is null || account is null)
        {
            return Error.NotFound;
        }

        if (!account.TwoFactorEnabled)
        {
            database.Note(new SignedIn(person.AsActor(), clock.UtcNow()), person);
            await database.SaveChangesAsync(cancellationToken);
        }

        return new OpenedSignIn(account, account.TwoFactorEnabled);
    }

    private static string PartOf(Person person) => $"{person.Affiliation.InWords()}, {person.Roles.InWordsList()}";
}

/// <summary>An endpoint that answers as if it did not exist outside the Development environment, before anything else is looked at.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DevelopmentOnlyAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <inheritdoc />
    public int Order => int.MinValue;

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            context.Result = new NotFoundResult();
        }
    }
}
