using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>What was acknowledged by a link becomes the acknowledgement of the person who has the address.</summary>
internal static class LinkedAcknowledgements
{
    /// <summary>Enters it in the context, which saves it.</summary>
    public static async Task GiveAsync(
        this SocialGovDbContext database, IEnumerable<AcknowledgementRequest> requests, Person person, DateTime at, CancellationToken cancellationToken)
    {
        var acknowledged = await database.Acknowledgements
            .Where(given => given.PersonId == person.Id)
            .Select(given => given.PolicyVersionId)
            .ToListAsync(cancellationToken);
        foreach (var request in requests)
        {
            if (request.GiveTo(person, acknowledged.Contains(request.PolicyVersionId), at) is { } given)
            {
                acknowledged.Add(request.PolicyVersionId);
                database.Acknowledgements.Add(given);
            }
        }
    }

    /// <summary>Enters everything that was acknowledged under the person's address before they were in the directory.</summary>
    public static async Task GiveEarlierAsync(this SocialGovDbContext database, Person person, DateTime at, CancellationToken cancellationToken)
    {
        var address = person.NormalisedEmailAddress;
        var earlier = await database.AcknowledgementRequests
            .Where(request => request.NormalisedEmailAddress == address && request.Status == AcknowledgementRequestStatus.Acknowledged && request.PersonId == null)
            .OrderBy(request => request.Id)
            .ToListAsync(cancellationToken);
        await database.GiveAsync(earlier, person, at, cancellationToken);
    }
}

/// <summary>Somebody who acknowledged the policy by a link is invited.</summary>
public sealed class GiveToInvitedPerson : EventRule<Person, PersonInvited>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, PersonInvited happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.GiveEarlierAsync(record, happened.At, cancellationToken);
}

/// <summary>Somebody who acknowledged the policy by a link while they were deactivated is let back in.</summary>
public sealed class GiveToReactivatedPerson : EventRule<Person, PersonReactivated>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, PersonReactivated happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.GiveEarlierAsync(record, happened.At, cancellationToken);
}

/// <summary>The address of a person is corrected to one under which the policy was acknowledged.</summary>
public sealed class GiveToCorrectedPerson : EventRule<Person, PersonDetailsCorrected>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Person record, PersonDetailsCorrected happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        database.GiveEarlierAsync(record, happened.At, cancellationToken);
}
