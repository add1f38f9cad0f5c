using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>The leaving date that is typed.</summary>
public sealed class LeavingDateForm : PersonForm
{
    /// <summary>The last day, London, or nothing.</summary>
    [Display(
        Name = "What is their last day at the school?",
        ShortName = "Leaving date",
        Description = "For example, 31 8 2026. Leave all three empty if they are not leaving")]
    public DateOnly? LeavingDate { get; set; }

    /// <inheritdoc />
    public override void Read(Person person)
    {
        base.Read(person);
        LeavingDate = person.LeavingDate;
    }
}

/// <summary>Records, moves or takes away a person's leaving date.</summary>
public sealed class RecordLeavingDate(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, LeavingDateForm form, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (person is null)
        {
            return Error.NotFound;
        }

        if (person.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var recorded = person.RecordLeavingDate(form.LeavingDate, current.Actor, clock.UtcNow());
        return recorded.IsRefused ? recorded : await database.TrySaveAsync(cancellationToken);
    }
}
