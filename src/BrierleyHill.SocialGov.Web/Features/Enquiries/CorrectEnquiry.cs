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

/// <summary>When it really came.</summary>
public sealed class CorrectReceivedForm : EnquiryForm
{
    /// <summary>The date.</summary>
    [Display(Name = "On which date did it come?", ShortName = "The date on which it came", Description = "For example, 27 3 2026")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "At what time?", Description = "For example, 14:30 or 2.30pm")]
    public string? ReceivedTime { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why are you correcting it?", Description = "It stays on the record")]
    [MaximumCharacters(Enquiry.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Where it really belongs.</summary>
public sealed class RefileEnquiryForm : EnquiryForm
{
    /// <summary>The account.</summary>
    [Display(Name = "Which account did it come through?")]
    public int? AccountId { get; set; }

    /// <summary>The kind.</summary>
    [Display(Name = "What is it?")]
    public EnquiryKind? Kind { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why are you correcting it?", Description = "It stays on the record")]
    [MaximumCharacters(Enquiry.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Whom it is given to.</summary>
public sealed class AssignEnquiryForm : EnquiryForm
{
    /// <summary>Whom; <see langword="null"/> for nobody.</summary>
    [Display(Name = "Who answers it?", Description = "They are told at once, and see this enquiry from then on")]
    public int? PersonId { get; set; }
}

/// <summary>Puts an enquiry right, and into somebody's hands.</summary>
public sealed class CorrectEnquiry(SocialGovDbContext database, EnquiryWrite write, DeadlineSettings settings, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Corrects when it came, and works out its due time anew.</summary>
    public async Task<Result> ReceivedAsync(int id, CorrectReceivedForm form, CancellationToken cancellationToken)
    {
        var received = ReceivedTime.Read(form.ReceivedOn, TypedTime.Read(form.ReceivedTime), clock.UtcNow());
        return await write.RunAsync(
            id,
            form.Version,
            async enquiry => received.IsRefused
                ? received.Error
                : enquiry.CorrectReceived(
                    ResponseDeadline.Of(received.Value, await database.LoadWorkingCalendarAsync(cancellationToken), settings.Response),
                    form.Because,
                    person.Actor,
                    clock.UtcNow()),
            cancellationToken);
    }

    /// <summary>Puts it to another account or kind.</summary>
    public Task<Result> RefileAsync(int id, RefileEnquiryForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async enquiry => enquiry.Refile(
            await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == form.AccountId, cancellationToken),
            form.Kind,
            form.Because,
            person.Actor,
            clock.UtcNow()),
        cancellationToken);

    /// <summary>Gives it to somebody, or to nobody.</summary>
    public Task<Result> AssignAsync(int id, AssignEnquiryForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async enquiry => enquiry.Assign(form.PersonId, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);

    /// <summary>Takes it over.</summary>
    public Task<Result> TakeOverAsync(int id, EnquiryVersionForm form, CancellationToken cancellationToken) =>
        AssignAsync(id, new AssignEnquiryForm { Version = form.Version, PersonId = person.Id }, cancellationToken);
}
