using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>A reason, for what is taken back.</summary>
public sealed class ReasonForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?")]
    [MaximumCharacters(TrainingSession.TextMaximumLength)]
    public string? Reason { get; set; }
}

/// <summary>Cancels a planned session.</summary>
public sealed class CancelSession(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Cancels it.</summary>
    public async Task<Result> RunAsync(int id, ReasonForm form, CancellationToken cancellationToken)
    {
        if (await database.TrainingSessions.FindAsync([id], cancellationToken) is not { } session)
        {
            return Error.NotFound;
        }

        if (session.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var cancelled = session.Cancel(form.Reason, person.Actor, clock.UtcNow());
        return cancelled.IsRefused ? cancelled : await database.TrySaveAsync(cancellationToken);
    }
}
