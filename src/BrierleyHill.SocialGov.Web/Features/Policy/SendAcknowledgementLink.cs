using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>
/// Sends somebody without a sign-in a link to acknowledge the policy, or sends it again. The e-mail is queued here and not by a rule
/// on the event: its link is known only where it is made, and no event may carry it.
/// </summary>
public sealed class SendAcknowledgementLink(
    SocialGovDbContext database, AcknowledgementLinks links, EmailOutbox outbox, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Sends a link. An older one to the same address that was not used ends.</summary>
    public async Task<Result> RunAsync(SendLinkForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var to = new AcknowledgementReader(form.Name ?? "", form.EmailAddress ?? "", form.Affiliation);
        var known = await FindKnownAsync(Person.NormaliseEmailAddress(to.EmailAddress), cancellationToken);
        var (token, hash) = links.Make(at + AcknowledgementRequest.Lifetime);
        var sent = AcknowledgementRequest.Send(to, await database.LoadPolicyInForceAsync(cancellationToken), known, hash, person.Actor, at);
        if (sent.IsRefused)
        {
            return sent.Error;
        }

        var address = sent.Value.NormalisedEmailAddress;
        var older = await database.AcknowledgementRequests
            .Where(request => request.NormalisedEmailAddress == address && request.Status == AcknowledgementRequestStatus.Sent)
            .ToListAsync(cancellationToken);
        older.ForEach(request => request.Replace(person.Actor, at));
        database.AcknowledgementRequests.Add(sent.Value);
        Queue(sent.Value, known, token, at);
        return await database.TrySaveAsync(cancellationToken);
    }

    /// <summary>Sends it again, with a new link to the text that is in force now.</summary>
    public async Task<Result> AgainAsync(int id, int version, CancellationToken cancellationToken)
    {
        if (await database.AcknowledgementRequests.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } request)
        {
            return Error.NotFound;
        }

        if (request.CheckVersion(version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var at = clock.UtcNow();
        var known = await FindKnownAsync(request.NormalisedEmailAddress, cancellationToken);
        var (token, hash) = links.Make(at + AcknowledgementRequest.Lifetime);
        var sent = request.SendAgain(await database.LoadPolicyInForceAsync(cancellationToken), known, hash, person.Actor, at);
        if (sent.IsRefused)
        {
            return sent;
        }

        Queue(request, known, token, at);
        return await database.TrySaveAsync(cancellationToken);
    }

    private Task<Person?> FindKnownAsync(string normalisedAddress, CancellationToken cancellationToken) =>
        database.People.AsNoTracking().SingleOrDefaultAsync(known => known.NormalisedEmailAddress == normalisedAddress, cancellationToken);

    private void Queue(AcknowledgementRequest request, Person? known, string token, DateTime at)
    {
        var text = PolicyEmails.AcknowledgeByLink($"/acknowledge/{token}");
        if (known is null)
        {
            outbox.Queue(database, request.EmailAddress, text, at);
        }
        else
        {
            outbox.Queue(database, known, text, at);
        }
    }
}

/// <summary>The form.</summary>
public sealed class SendLinkForm
{
    /// <summary>The name.</summary>
    [Display(Name = "Name")]
    [MaximumCharacters(AcknowledgementRequest.NameMaximumLength)]
    public string? Name { get; set; }

    /// <summary>The address.</summary>
    [Display(Name = "E-mail address")]
    [DataType(DataType.EmailAddress)]
    [MaximumCharacters(Person.EmailAddressMaximumLength)]
    public string? EmailAddress { get; set; }

    /// <summary>How they belong to the school.</summary>
    [Display(Name = "How do they belong to the school?")]
    public Affiliation? Affiliation { get; set; }
}
