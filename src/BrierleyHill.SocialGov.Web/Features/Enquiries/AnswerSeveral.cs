using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>What was done to several enquiries at once.</summary>
public enum SeveralAction
{
    /// <summary>They were acknowledged.</summary>
    [Display(Name = "Acknowledge them")]
    Acknowledge,

    /// <summary>They were answered.</summary>
    [Display(Name = "Record the answer and close them")]
    Reply,
}

/// <summary>The enquiries that were ticked, and what was done to them.</summary>
public sealed class AnswerSeveralForm
{
    /// <summary>Those ticked: number and version of each, as <c>12-3</c>.</summary>
    public List<string> Ticked { get; set; } = [];

    /// <summary>What was done.</summary>
    [Display(Name = "What was done about those ticked?")]
    public SeveralAction? Done { get; set; }

    /// <summary>The words that were used.</summary>
    [Display(Name = "The words that were used")]
    [MaximumCharacters(Enquiry.WordsMaximumLength)]
    public string? Words { get; set; }
}

/// <summary>What became of one of them.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Why">Why it was not done; <see langword="null"/> where it was.</param>
public sealed record SeveralOutcome(string Reference, string? Why);

/// <summary>Acknowledges or answers several enquiries in one go. Those that cannot be are left as they are and named; the others are saved together.</summary>
public sealed class AnswerSeveral(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>How many can be ticked: a page of them.</summary>
    public const int Most = EnquiryPageQueries.PageSize;

    // Each further try means that somebody else, or an alert, got in between.
    private const int Tries = 5;

    /// <summary>Does it.</summary>
    /// <returns>What became of each that this person may see.</returns>
    public async Task<Result<IReadOnlyList<SeveralOutcome>>> RunAsync(AnswerSeveralForm form, CancellationToken cancellationToken)
    {
        var ticked = Read(form.Ticked);
        if (ticked.Count == 0)
        {
            return EnquiryErrors.NoneTicked;
        }

        if (form.Done is not { } action || !Enum.IsDefined(action))
        {
            return EnquiryErrors.DoneMissing;
        }

        if (PlainText.Clean(form.Words).Length == 0)
        {
            return action == SeveralAction.Acknowledge ? EnquiryErrors.AcknowledgementMissing : EnquiryErrors.ReplyMissing;
        }

        for (var attempt = 1; ; attempt++)
        {
            var outcomes = await ActAsync(ticked, action, form.Words, cancellationToken);
            if (outcomes.TrueForAll(outcome => outcome.Why is not null))
            {
                database.ChangeTracker.Clear();
                return outcomes;
            }

            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused)
            {
                return outcomes;
            }

            if (attempt == Tries)
            {
                return saved.Error!;
            }
        }
    }

    /// <summary>Reads what was ticked. What is no number and version is left out, and so is what goes beyond a page.</summary>
    internal static Dictionary<int, int> Read(IReadOnlyList<string> ticked)
    {
        var read = new Dictionary<int, int>();
        foreach (var one in ticked.Take(Most))
        {
            if (one.Split('-') is [var number, var seen]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                read[id] = version;
            }
        }

        return read;
    }

    private async Task<List<SeveralOutcome>> ActAsync(Dictionary<int, int> ticked, SeveralAction action, string? words, CancellationToken cancellationToken)
    {
        int[] ids = [.. ticked.Keys];
        var enquiries = await database.Enquiries.Where(enquiry => ids.Contains(enquiry.Id)).OrderBy(enquiry => enquiry.Id).ToListAsync(cancellationToken);
        int[] accountIds = [.. enquiries.Select(enquiry => enquiry.AccountId).Distinct()];
        var own = await database.LoadLookedAfterAsync(accountIds, person.Actor, cancellationToken);
        // The rules that end the deadlines find them here, all by one query.
        await database.Deadlines.Where(deadline => deadline.Subject == DeadlineSubject.Enquiry && ids.Contains(deadline.SubjectId)).LoadAsync(cancellationToken);
        var now = clock.UtcNow();
        var outcomes = new List<SeveralOutcome>();
        foreach (var enquiry in enquiries.Where(enquiry => EnquiriesAuthorization.MaySee(enquiry, own.Contains(enquiry.AccountId), person.Actor)))
        {
            var done = Act(enquiry);
            outcomes.Add(new SeveralOutcome(enquiry.Reference, done.Error?.Message));
        }

        return outcomes;

        Result Act(Enquiry enquiry)
        {
            if (!EnquiriesAuthorization.MayWorkOn(enquiry, own.Contains(enquiry.AccountId), person.Actor))
            {
                return EnquiryErrors.NotYours;
            }

            // What the record itself says comes first: "closed" tells more than "changed".
            var possible = action switch
            {
                SeveralAction.Acknowledge => enquiry.CheckMayAcknowledge(),
                SeveralAction.Reply => enquiry.CheckMayReply(),
            };
            if (possible.IsRefused)
            {
                return possible;
            }

            if (enquiry.CheckVersion(ticked[enquiry.Id]) is { IsRefused: true } stale)
            {
                return stale;
            }

            return action switch
            {
                SeveralAction.Acknowledge => enquiry.Acknowledge(words, person.Actor, now),
                SeveralAction.Reply => enquiry.Reply(words, person.Actor, now),
            };
        }
    }
}
