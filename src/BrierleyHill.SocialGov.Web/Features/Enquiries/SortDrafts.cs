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

/// <summary>A draft that is logged as an enquiry: the same questions but for when it came, which the message says.</summary>
public sealed class LogDraftForm : LogEnquiryForm
{
    /// <summary>The version of the draft that was read.</summary>
    public int Version { get; set; }
}

/// <summary>Why a draft is none.</summary>
public sealed class DismissDraftForm
{
    /// <summary>The version of the draft that was read.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why does it need no answer?", Description = "For example: advertising of the platform. What the e-mail said is deleted")]
    [MaximumCharacters(EnquiryDraft.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Why several drafts are none.</summary>
public sealed class DismissSeveralForm
{
    /// <summary>Those ticked: number and version of each, as <c>12-3</c>.</summary>
    public List<string> Ticked { get; set; } = [];

    /// <summary>Why.</summary>
    [Display(Name = "Why do those ticked need no answer?", Description = "For example: advertising of the platform. What the e-mails said is deleted")]
    [MaximumCharacters(EnquiryDraft.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Logs a draft as an enquiry, or dismisses it. Of two people at once, one is told that the other has dealt with it.</summary>
public sealed class SortDrafts(SocialGovDbContext database, DeadlineSettings settings, CurrentPerson person, TimeProvider clock)
{
    // Each further try means that an alert about this very draft was raised in between.
    private const int Tries = 4;

    /// <summary>Logs it, received when its message was.</summary>
    /// <returns>The enquiry, with its deadline.</returns>
    public async Task<Result<Enquiry>> LogAsync(int id, LogDraftForm form, CancellationToken cancellationToken)
    {
        Enquiry? enquiry = null;
        var done = await RunAsync(
            id,
            form.Version,
            async draft =>
            {
                var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == form.AccountId, cancellationToken);
                var deadline = ResponseDeadline.Of(draft.ReceivedAt, await database.LoadWorkingCalendarAsync(cancellationToken), settings.Response);
                var logged = Enquiry.Log(form.Answers, account, deadline, person.Actor, clock.UtcNow(), draftId: draft.Id);
                if (logged.IsRefused)
                {
                    return logged.Error;
                }

                enquiry = logged.Value;
                database.Enquiries.Add(enquiry);
                return Result.Done;
            },
            cancellationToken);
        return done.IsRefused ? done.Error : enquiry!;
    }

    /// <summary>Dismisses it.</summary>
    public Task<Result> DismissAsync(int id, DismissDraftForm form, CancellationToken cancellationToken) =>
        RunAsync(id, form.Version, draft => Task.FromResult(draft.Dismiss(form.Because, person.Actor, clock.UtcNow())), cancellationToken);

    /// <summary>Dismisses several. Those that somebody else has dealt with are named; the others are dismissed together.</summary>
    /// <returns>What became of each that this person may see.</returns>
    public async Task<Result<IReadOnlyList<SeveralOutcome>>> DismissSeveralAsync(DismissSeveralForm form, CancellationToken cancellationToken)
    {
        int[] ids = [.. AnswerSeveral.Read(form.Ticked).Keys];
        if (ids.Length == 0)
        {
            return EnquiryErrors.NoneTicked with { Message = "Tick the e-mails that need no answer." };
        }

        if (PlainText.Clean(form.Because).Length == 0)
        {
            return EnquiryDraftErrors.ReasonMissing;
        }

        for (var attempt = 1; ; attempt++)
        {
            int[] visible = await database.DraftsVisibleTo(person.Actor).Where(draft => ids.Contains(draft.Id)).Select(draft => draft.Id).ToArrayAsync(cancellationToken);
            var drafts = await database.EnquiryDrafts.Where(draft => visible.Contains(draft.Id)).OrderBy(draft => draft.Id).ToListAsync(cancellationToken);
            List<SeveralOutcome> outcomes =
                [.. drafts.Select(draft => new SeveralOutcome(draft.Reference, draft.Dismiss(form.Because, person.Actor, clock.UtcNow()).Error?.Message))];
            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused)
            {
                return outcomes;
            }

            if (attempt == Tries)
            {
                return saved.Error;
            }
        }
    }

    private async Task<Result> RunAsync(int id, int version, Func<EnquiryDraft, Task<Result>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await database.FindDraftAsync(id, person.Actor, cancellationToken);
            if (found.IsRefused)
            {
                return found.Error;
            }

            // "Somebody has dealt with it" tells more than "changed": a draft changes in no other way.
            if (found.Value.Status != EnquiryDraftStatus.Waiting)
            {
                return EnquiryDraftErrors.Settled;
            }

            if (found.Value.CheckVersion(version) is { IsRefused: true } stale)
            {
                return stale;
            }

            var changed = await change(found.Value);
            if (changed.IsRefused)
            {
                return changed;
            }

            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused || attempt == Tries)
            {
                return saved;
            }
        }
    }
}

/// <summary>Reads drafts for the pages.</summary>
public sealed class DraftQueries(SocialGovDbContext database, EnquiryPageQueries enquiries, CurrentPerson person, TimeProvider clock)
{
    /// <summary>One page of the drafts, by the deadline that they would have.</summary>
    public async Task<DraftList> ListAsync(DraftFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var status = filter.Status ?? EnquiryDraftStatus.Waiting;
        var drafts = database.DraftsVisibleTo(person.Actor).Where(draft => draft.Status == status);
        var ordered = status == EnquiryDraftStatus.Waiting
            ? drafts.OrderBy(draft => draft.DueAt).ThenBy(draft => draft.Id)
            : drafts.OrderByDescending(draft => draft.DueAt).ThenByDescending(draft => draft.Id);
        var rows = ordered.Select(draft => new DraftRow(
            draft.Id,
            draft.Version,
            draft.Sender,
            draft.Subject,
            draft.ReceivedAt,
            draft.DueAt,
            draft.Status,
            draft.EnquiryId,
            draft.DismissedBecause,
            database.Accounts.Where(account => account.Id == draft.AccountId).Select(account => account.Name).FirstOrDefault()));
        return new DraftList(await PagedList<DraftRow>.ReadAsync(rows, filter.Page, cancellationToken), filter, clock.UtcNow());
    }

    /// <summary>One draft, or <see langword="null"/> when there is none for this person.</summary>
    public async Task<DraftView?> FindAsync(int id, LogDraftForm? log, DismissDraftForm? dismiss, CancellationToken cancellationToken)
    {
        if (await database.DraftsVisibleTo(person.Actor).SingleOrDefaultAsync(draft => draft.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        return new DraftView(
            found,
            log ?? Prefilled(found),
            dismiss ?? new DismissDraftForm { Version = found.Version },
            found.Status == EnquiryDraftStatus.Waiting ? await enquiries.LiveAccountsAsync(cancellationToken) : [],
            new DueView(found.DueAt, null, clock.UtcNow()));
    }

    private static LogDraftForm Prefilled(EnquiryDraft draft) => new()
    {
        Version = draft.Version,
        AccountId = draft.AccountId,
        Text = draft.Text,
    };
}

/// <summary>What the list of drafts is narrowed to.</summary>
public sealed class DraftFilter
{
    /// <summary>Where they stand; those that wait without one.</summary>
    [Display(Name = "State")]
    public EnquiryDraftStatus? Status { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }
}

/// <summary>One draft in the list.</summary>
public sealed record DraftRow(
    int Id,
    int Version,
    string Sender,
    string Subject,
    DateTime ReceivedAt,
    DateTime DueAt,
    EnquiryDraftStatus Status,
    int? EnquiryId,
    string DismissedBecause,
    string? Account)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(EnquiryDraft.ReferenceKind, Id);
}

/// <summary>The list of drafts.</summary>
public sealed record DraftList(PagedList<DraftRow> Rows, DraftFilter Filter, DateTime Now)
{
    /// <summary>What is typed about those ticked.</summary>
    public DismissSeveralForm Form { get; init; } = new();
}

/// <summary>One draft as somebody sees it.</summary>
public sealed record DraftView(EnquiryDraft Draft, LogDraftForm Form, DismissDraftForm Dismiss, IReadOnlyList<AccountChoice> Accounts, DueView Due);
