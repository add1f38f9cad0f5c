using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Whoever is signed in acknowledges the version in force. Doing it twice keeps the first.</summary>
public sealed class AcknowledgePolicy(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Acknowledges it.</summary>
    public async Task<Result> RunAsync(AcknowledgeForm form, CancellationToken cancellationToken)
    {
        if (await database.LoadPolicyInForceAsync(cancellationToken) is not { } version)
        {
            return PolicyErrors.NothingPublished;
        }

        var given = Acknowledgement.Give(version, form.Hash, form.Together, person.Actor, clock.UtcNow());
        if (given.IsRefused)
        {
            return given.Error;
        }

        if (await HasAcknowledgedAsync(version, cancellationToken))
        {
            return Result.Done;
        }

        database.Acknowledgements.Add(given.Value);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two windows at once: the unique index kept the first.
            database.ChangeTracker.Clear();
            if (!await HasAcknowledgedAsync(version, cancellationToken))
            {
                throw;
            }
        }

        return Result.Done;
    }

    private Task<bool> HasAcknowledgedAsync(PolicyVersion version, CancellationToken cancellationToken) =>
        database.Acknowledgements.AnyAsync(given => given.PersonId == person.Id && given.PolicyVersionId == version.Id, cancellationToken);
}

/// <summary>The form: in the portal, and behind a link.</summary>
public sealed class AcknowledgeForm
{
    /// <summary>SHA-256 of the text that was read.</summary>
    public string? Hash { get; set; }

    /// <summary>The statements that were ticked.</summary>
    [Display(Name = "Acknowledge the policy", Description = "Tick each statement")]
    public List<Confirmed> Confirmed { get; set; } = [];

    /// <summary>The ticks together.</summary>
    internal Confirmed Together => Confirmed.Aggregate(Domain.Policy.Confirmed.Nothing, (all, one) => all | one);
}
