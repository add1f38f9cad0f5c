using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Approves exactly the text that the leader has read.</summary>
public sealed class ApproveVersion(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Approves it.</summary>
    public async Task<Result> RunAsync(int id, ApproveVersionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindPolicyVersionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        // The hash says more than the version of the record: what counts is that the text is the one that was read.
        var approved = found.Value.Approve(form.Hash, person.Actor, clock.UtcNow());
        return approved.IsRefused ? approved : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class ApproveVersionForm
{
    /// <summary>SHA-256 of the text that was read.</summary>
    public string? Hash { get; set; }
}
