using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>A closure, as it is typed.</summary>
public sealed class ClosureForm
{
    /// <summary>What it is called.</summary>
    [Display(Name = "What is it called?", Description = "For example, Half term or Staff training day. Everybody who signs in reads it, so name no person")]
    [MaximumCharacters(CalendarKeeping.NameMaximumLength)]
    public string? Name { get; set; }

    /// <summary>The first day.</summary>
    [Display(Name = "First day", ShortName = "First day", Description = "For example, 25 5 2026")]
    public DateOnly? First { get; set; }

    /// <summary>The last day.</summary>
    [Display(Name = "Last day", ShortName = "Last day", Description = "Leave this empty if it is one day")]
    public DateOnly? Last { get; set; }
}

/// <summary>Enters a closure.</summary>
public sealed class AddClosure(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Enters it.</summary>
    /// <returns>The year in which it begins.</returns>
    public async Task<Result<int>> RunAsync(ClosureForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var standing = await database.SchoolClosures.AsNoTracking().Where(one => one.TakenBackAt == null).ToListAsync(cancellationToken);
        var closure = SchoolClosure.Add(form.First, form.Last, form.Name, standing, person.Actor, clock.UtcNow());
        if (closure.IsRefused)
        {
            return closure.Error;
        }

        database.SchoolClosures.Add(closure.Value);
        await database.SaveChangesAsync(cancellationToken);
        return closure.Value.First.Year;
    }
}
