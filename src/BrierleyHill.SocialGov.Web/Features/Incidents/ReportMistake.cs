using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>A mistake of one’s own: two questions, and details for whoever has them at hand.</summary>
public sealed class ReportMistakeForm
{
    /// <summary>What happened.</summary>
    [Display(Name = "What happened?", Description = "In a sentence or two. If you have put something right already, say that too")]
    [MaximumCharacters(Incident.WhatMaximumLength)]
    public string? What { get; set; }

    /// <summary>The account.</summary>
    [Display(Name = "Which account was it?")]
    public int? AccountId { get; set; }

    /// <summary>Where else.</summary>
    [Display(Name = "Where, if it was on none of them", ShortName = "Where it happened")]
    [MaximumCharacters(Incident.PlaceMaximumLength)]
    public string? Place { get; set; }

    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which it happened", Description = "For example, 27 3 2026")]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm. About right is enough")]
    public string? HappenedTime { get; set; }

    /// <summary>Whether a detail was given, or typed and not understood.</summary>
    internal bool HasDetails => HappenedOn is not null || !string.IsNullOrWhiteSpace(HappenedTime) || !string.IsNullOrWhiteSpace(Place);
}

/// <summary>Reports a mistake of one's own (GP-2).</summary>
public sealed class ReportMistake(SocialGovDbContext database, SaveNewIncident saveNew, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Reports it.</summary>
    /// <returns>The incident.</returns>
    public async Task<Result<Incident>> RunAsync(ReportMistakeForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = clock.UtcNow();
        var isTimeGiven = form.HappenedOn is not null || !string.IsNullOrWhiteSpace(form.HappenedTime);
        Result<DateTime> occurred = isTimeGiven ? IncidentTime.Read(form.HappenedOn, TypedTime.Read(form.HappenedTime), now) : now;
        if (occurred.IsRefused)
        {
            return occurred.Error;
        }

        var account = await database.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(found => found.Id == form.AccountId && found.Status != AccountStatus.AwaitingCreation, cancellationToken);
        return await saveNew.RunAsync(
            number => Task.FromResult(Incident.ReportOwnMistake(
                number, form.What, account, form.Place, isTimeGiven ? occurred.Value : null, person.Actor, now)),
            cancellationToken);
    }
}
