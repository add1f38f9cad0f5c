using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>The roles that are ticked.</summary>
public sealed class ChangeRolesForm : PersonForm
{
    /// <summary>The roles from now on.</summary>
    [Display(Name = "Roles", Description = "Everybody can apply for an account and see the register. Tick what this person does besides, or nothing")]
    public List<Roles> Roles { get; set; } = [];

    /// <inheritdoc />
    public override void Read(Person person)
    {
        base.Read(person);
        Roles = [.. person.Roles.Split()];
    }
}

/// <summary>Gives and takes roles. They hold from the person's next request.</summary>
public sealed class ChangeRoles(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>
    /// Changes them. The portal managers are counted in the transaction that changes one, and it serialises: two who remove each
    /// other at once leave one.
    /// </summary>
    public async Task<Result> RunAsync(int id, ChangeRolesForm form, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (person is null)
        {
            return Error.NotFound;
        }

        if (person.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var others = await database.CountOtherPortalManagersAsync(id, cancellationToken);
        var changed = person.ChangeRoles(RoleChoices.Together(form.Roles), others, current.Actor, clock.UtcNow());
        if (changed.IsRefused)
        {
            return changed;
        }

        var saved = await database.TrySaveAsync(cancellationToken);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
