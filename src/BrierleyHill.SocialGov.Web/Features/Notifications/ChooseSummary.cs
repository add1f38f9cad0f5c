using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>What is ticked to choose which e-mails wait for the morning.</summary>
public sealed class ChooseSummaryForm
{
    /// <summary>The kinds for the morning summary; every other comes at once.</summary>
    [Display(Name = "What can wait for the morning?", Description = "What you tick comes together in one e-mail. Everything else comes at once")]
    public List<NotificationKinds> Kinds { get; set; } = [];

    /// <summary>The version of the person's record that the form was opened on.</summary>
    public int Version { get; set; }
}

/// <summary>Chooses which e-mails wait for the morning summary, for whoever is signed in.</summary>
public sealed class ChooseSummary(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The kinds that can reach whoever holds these roles. The running of the portal is told to portal managers alone; the rest may concern anybody.</summary>
    public static IEnumerable<NotificationKinds> KindsFor(Roles roles) =>
        SummaryChoices.Each.Where(kind => kind != NotificationKinds.Running || roles.HasFlag(Roles.PortalManager));

    /// <summary>The form as it stands.</summary>
    public async Task<ChooseSummaryForm> ReadAsync(CancellationToken cancellationToken)
    {
        var id = person.Id;
        var own = await database.People.AsNoTracking()
            .Where(found => found.Id == id)
            .Select(found => new { found.SummaryKinds, found.Version })
            .SingleAsync(cancellationToken);
        return new ChooseSummaryForm { Kinds = [.. SummaryChoices.Each.Where(kind => own.SummaryKinds.HasFlag(kind))], Version = own.Version };
    }

    /// <summary>Keeps the choice.</summary>
    public async Task<Result> RunAsync(ChooseSummaryForm form, CancellationToken cancellationToken)
    {
        var id = person.Id;
        var own = await database.People.SingleAsync(found => found.Id == id, cancellationToken);
        if (own.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var kinds = form.Kinds.Aggregate(NotificationKinds.None, (together, kind) => together | kind);
        return own.ChooseSummary(kinds, person.Actor, clock.UtcNow()) is { IsRefused: true } refusal ? refusal : await database.TrySaveAsync(cancellationToken);
    }
}
