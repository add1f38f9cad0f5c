using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>What every form about a hand-over carries.</summary>
public class HandoverForm
{
    /// <summary>The version of the hand-over that was read.</summary>
    public int Version { get; set; }
}

/// <summary>A form that asks for nothing but a reason.</summary>
public sealed class HandoverReasonForm : HandoverForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(Handover.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>What every write to a hand-over does alike: load it with its account and what the portal sees, check the version, ask the record, save once.</summary>
public sealed class HandoverWrite(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>What is asked of the record.</summary>
    public delegate Result Act(Handover handover, SocialMediaAccount account, HandoverCircumstances circumstances, Actor by, DateTime at);

    /// <summary>Does it.</summary>
    /// <param name="id">The hand-over.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="act">What is asked of the record.</param>
    /// <param name="cancellationToken">Ends the work; nothing is then changed.</param>
    public async Task<Result> RunAsync(int id, int version, Act act, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        if (await database.FindHandoverToWorkOnAsync(id, person.Actor, at, cancellationToken) is not ({ } handover, { } account, { } circumstances))
        {
            return Error.NotFound;
        }

        if (handover.CheckVersion(version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var done = act(handover, account, circumstances, person.Actor, at);
        return done.IsRefused ? done : await database.TrySaveAsync(cancellationToken);
    }
}
