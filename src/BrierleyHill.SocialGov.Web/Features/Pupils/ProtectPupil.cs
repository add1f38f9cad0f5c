using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>Why a pupil is protected, or is so no longer.</summary>
public sealed class ProtectPupilForm
{
    /// <summary>The version of the pupil that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "Only senior leaders and the safeguarding lead can read this. Say as little as will do")]
    [MaximumCharacters(Pupil.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Sets the mark that overrides every consent, and lifts it.</summary>
public sealed class ProtectPupil(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Sets it.</summary>
    public Task<Result> ProtectAsync(int id, ProtectPupilForm form, CancellationToken cancellationToken) =>
        MarkAsync(id, form, pupil => pupil.Protect(form.Because, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Lifts it.</summary>
    public Task<Result> LiftAsync(int id, ProtectPupilForm form, CancellationToken cancellationToken) =>
        MarkAsync(id, form, pupil => pupil.LiftProtection(form.Because, person.Actor, clock.UtcNow()), cancellationToken);

    private async Task<Result> MarkAsync(int id, ProtectPupilForm form, Func<Pupil, Result> mark, CancellationToken cancellationToken)
    {
        if (await database.FindPupilAsync(id, cancellationToken) is not { } pupil)
        {
            return Error.NotFound;
        }

        if (pupil.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var marked = mark(pupil);
        return marked.IsRefused ? marked : await database.TrySaveAsync(cancellationToken);
    }
}
