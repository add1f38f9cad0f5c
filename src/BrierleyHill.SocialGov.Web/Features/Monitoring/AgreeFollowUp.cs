using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>What is to be done because of what a check found, by whom and by when.</summary>
public sealed class FollowUpForm
{
    /// <summary>What.</summary>
    [Display(Name = "What is to be done?", Description = "In a sentence. Do not name a child")]
    [MaximumCharacters(MonitoringFollowUp.WhatMaximumLength)]
    public string? What { get; set; }

    /// <summary>By whom.</summary>
    [Display(Name = "Who does it?")]
    public int? PersonId { get; set; }

    /// <summary>By when, London.</summary>
    [Display(Name = "By when?", ShortName = "The day", Description = "For example, 27 3 2026")]
    public DateOnly? DueOn { get; set; }
}

/// <summary>Agrees a follow-up.</summary>
public sealed class AgreeFollowUp(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Agrees it.</summary>
    public async Task<Result> RunAsync(int checkId, FollowUpForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = await database.FindCheckAsync(checkId, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var leaders = await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken);
        var agreed = MonitoringFollowUp.Agree(
            found.Value.Check, form.What, form.PersonId, form.DueOn, found.Value.Account.Team, [.. leaders.Select(leader => leader.Id)], person.Actor, clock.UtcNow());
        if (agreed.IsRefused)
        {
            return agreed.Error;
        }

        database.MonitoringFollowUps.Add(agreed.Value);
        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>Ticks a follow-up off.</summary>
public sealed class TickOffFollowUp(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Ticks it off.</summary>
    /// <returns>The number of the check that it is of.</returns>
    public async Task<Result<int>> RunAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.MonitoringFollowUps.FindAsync([id], cancellationToken) is not { } followUp)
        {
            return Error.NotFound;
        }

        var found = await database.FindMonitoredAsync(followUp.AccountId, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var ticked = followUp.TickOff(found.Value.Team, person.Actor, clock.UtcNow());
        if (ticked.IsRefused)
        {
            return ticked.Error;
        }

        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : followUp.CheckId;
    }
}
