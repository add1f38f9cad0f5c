using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>When an enquiry came, as the form asks.</summary>
public enum WhenReceived
{
    /// <summary>Now.</summary>
    [Display(Name = "Just now")]
    JustNow,

    /// <summary>At a time that is typed.</summary>
    [Display(Name = "Earlier")]
    Earlier,
}

/// <summary>What is typed about a new enquiry.</summary>
public class LogEnquiryForm
{
    /// <summary>The account.</summary>
    [Display(Name = "Which account did it come through?")]
    public int? AccountId { get; set; }

    /// <summary>The kind.</summary>
    [Display(Name = "What is it?")]
    public EnquiryKind? Kind { get; set; }

    /// <summary>When it came.</summary>
    [Display(Name = "When did it come?")]
    public WhenReceived? When { get; set; }

    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which it came", Description = "For example, 27 3 2026")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? ReceivedTime { get; set; }

    /// <summary>The place.</summary>
    [Display(Name = "Where was it made?")]
    public EnquiryPlace? Place { get; set; }

    /// <summary>Who wrote it.</summary>
    [Display(Name = "Who wrote it?", Description = "As little as possible: “a parent”, or the name that is shown. Not a pupil’s full name")]
    [MaximumCharacters(Enquiry.FromMaximumLength)]
    public string? From { get; set; }

    /// <summary>What it says.</summary>
    [Display(Name = "What does it say?", Description = "In a sentence or two, or copied")]
    [MaximumCharacters(Enquiry.TextMaximumLength)]
    public string? Text { get; set; }

    /// <summary>Where it stands.</summary>
    [Display(Name = "Link to it")]
    public string? Link { get; set; }

    /// <summary>The monitoring check that found it, if one did: what the link said, where that is a number.</summary>
    public string? Check { get; set; }

    /// <summary>The number of that check, or <see langword="null"/>.</summary>
    internal int? CheckNumber => int.TryParse(Check, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What was answered.</summary>
    internal EnquiryAnswers Answers => new(AccountId, Kind, Place, From, Text, Link);
}

/// <summary>Logs an enquiry. Anybody who is signed in may: whoever sees a comment is the first who can say so.</summary>
public sealed class LogEnquiry(SocialGovDbContext database, DeadlineSettings settings, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Logs it.</summary>
    /// <returns>The enquiry, with its deadline.</returns>
    public async Task<Result<Enquiry>> RunAsync(LogEnquiryForm form, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var received = form.When switch
        {
            WhenReceived.JustNow => now,
            WhenReceived.Earlier => ReceivedTime.Read(form.ReceivedOn, TypedTime.Read(form.ReceivedTime), now),
            _ => EnquiryErrors.WhenMissing,
        };
        if (received.IsRefused)
        {
            return received.Error;
        }

        var deadline = ResponseDeadline.Of(received.Value, await database.LoadWorkingCalendarAsync(cancellationToken), settings.Response);
        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == form.AccountId, cancellationToken);
        // A check that there is not, or of another account, was not what found it: somebody changed the link.
        var check = await database.MonitoringChecks.AsNoTracking().Where(found => found.Id == form.CheckNumber && found.AccountId == form.AccountId)
            .Select(found => (int?)found.Id).SingleOrDefaultAsync(cancellationToken);
        var logged = Enquiry.Log(form.Answers, account, deadline, person.Actor, now, check);
        if (logged.IsRefused)
        {
            return logged.Error;
        }

        database.Enquiries.Add(logged.Value);
        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : logged.Value;
    }
}
