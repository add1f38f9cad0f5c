using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Reads hand-overs for the pages. Nothing is tracked.</summary>
public sealed class HandoverPageQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The columns that the list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["opened", "account", "leaving", "outcome", "steps", "status"];

    /// <summary>One page of the hand-overs that the person sees.</summary>
    public async Task<HandoverList> ListAsync(HandoverFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var today = clock.Today();
        var me = person.Id;
        var rows = database.HandoversSeenBy(person.Actor, directory.Find(me)?.LeavingDate < today).Select(handover => new
        {
            handover,
            Account = database.Accounts.Where(account => account.Id == handover.AccountId).Select(account => account.Name).First(),
            Leaver = database.People.Where(leaver => leaver.Id == handover.LeaverId).Select(leaver => leaver.Forename + " " + leaver.Surname).FirstOrDefault(),
        });
        if (filter.Status is { } status)
        {
            rows = rows.Where(row => row.handover.Status == status);
        }

        if (filter.Outcome is { } outcome)
        {
            rows = rows.Where(row => row.handover.Outcome == outcome);
        }

        if (filter.LeaverId is { } leaverId)
        {
            rows = rows.Where(row => row.handover.LeaverId == leaverId);
        }

        if (PlainText.CleanLine(filter.Text) is { Length: > 0 } text)
        {
            if (Reference.TryParse(text, out var kind, out var id) && kind is Handover.ReferenceKind or SocialMediaAccount.ReferenceKind)
            {
                rows = rows.Where(row => kind == Handover.ReferenceKind ? row.handover.Id == id : row.handover.AccountId == id);
            }
            else
            {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture and no comparison argument.
                var lower = text.ToLowerInvariant();
                rows = rows.Where(row => row.Account.ToLower().Contains(lower) || (row.Leaver != null && row.Leaver.ToLower().Contains(lower)));
#pragma warning restore CA1304, CA1311, CA1862
            }
        }

        // Those that are open come first unless another order is asked for, and of these the oldest.
        var sorted = (order.Column, order.Descending) switch
        {
            ("account", false) => rows.OrderBy(row => row.Account),
            ("account", true) => rows.OrderByDescending(row => row.Account),
            ("leaving", false) => rows.OrderBy(row => row.handover.LeavingDate == null).ThenBy(row => row.handover.LeavingDate),
            ("leaving", true) => rows.OrderBy(row => row.handover.LeavingDate == null).ThenByDescending(row => row.handover.LeavingDate),
            ("outcome", false) => rows.OrderBy(row => row.handover.Outcome),
            ("outcome", true) => rows.OrderByDescending(row => row.handover.Outcome),
            ("steps", false) => rows.OrderBy(row => row.handover.StepsToDo),
            ("steps", true) => rows.OrderByDescending(row => row.handover.StepsToDo),
            ("status", false) => rows.OrderBy(row => row.handover.Status),
            ("status", true) => rows.OrderByDescending(row => row.handover.Status),
            (_, true) => rows.OrderBy(row => row.handover.Status != HandoverStatus.Open).ThenByDescending(row => row.handover.OpenedAt),
            _ => rows.OrderBy(row => row.handover.Status != HandoverStatus.Open),
        };
        var page = await PagedList<HandoverRow>.ReadAsync(
            sorted.ThenBy(row => row.handover.OpenedAt).ThenBy(row => row.handover.Id).Select(row => new HandoverRow(
                row.handover.Id,
                row.Account,
                row.Leaver,
                row.handover.LeavingDate,
                row.handover.Status,
                row.handover.Outcome,
                row.handover.StepsToDo,
                row.handover.OpenedAt,
                row.handover.LeaverId == me)),
            filter.Page,
            cancellationToken);
        return new HandoverList(page, filter, order, today, filter.LeaverId is { } asked ? directory.NameOf(asked) : null);
    }

    /// <summary>One hand-over, as much of it as the person sees, or <see langword="null"/>.</summary>
    public async Task<HandoverView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await database.Handovers.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } handover)
        {
            return null;
        }

        var now = clock.UtcNow();
        var account = await database.Accounts.AsNoTracking().SingleAsync(found => found.Id == handover.AccountId, cancellationToken);
        var circumstances = await database.LoadHandoverCircumstancesAsync(handover, now, cancellationToken);
        var sight = handover.SightOf(account, circumstances.Directory, person.Actor, now);
        if (sight == HandoverSight.None)
        {
            return null;
        }

        var history = sight == HandoverSight.Whole
            ? await database.AuditEvents.AsNoTracking()
                .Where(line => line.RecordKind == nameof(Handover) && line.RecordId == id)
                .OrderBy(line => line.Sequence)
                .ToListAsync(cancellationToken)
            : [];
        return new HandoverView(
            handover,
            account,
            circumstances,
            sight,
            handover.Status == HandoverStatus.Open ? handover.Blockers(account, circumstances) : [],
            person.Actor,
            [.. history.Select(HistoryEntry.From)]);
    }

    /// <summary>The same where the person sees all of it; else <see langword="null"/>.</summary>
    public async Task<HandoverView?> FindWholeAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { Sight: HandoverSight.Whole } found ? found : null;

    /// <summary>The account that a leader thinks of closing, or <see langword="null"/>.</summary>
    public async Task<ClosingView?> FindAccountToCloseAsync(int accountId, CloseAccountForm form, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == accountId, cancellationToken) is not { } account)
        {
            return null;
        }

        var key = Handover.OpenKeyOf(accountId, null);
        var open = await database.Handovers.AsNoTracking().Where(handover => handover.OpenKey == key).Select(handover => (int?)handover.Id).SingleOrDefaultAsync(cancellationToken);
        return new ClosingView(account, open, form);
    }
}

/// <summary>What the list is narrowed to.</summary>
public sealed class HandoverFilter
{
    /// <summary>Words of the account’s or the leaver’s name, or a reference.</summary>
    public string? Text { get; set; }

    /// <summary>The status.</summary>
    public HandoverStatus? Status { get; set; }

    /// <summary>The outcome.</summary>
    public HandoverOutcome? Outcome { get; set; }

    /// <summary>The leaver.</summary>
    public int? LeaverId { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Status is not null || Outcome is not null || LeaverId is not null;
}

/// <summary>One hand-over in the list.</summary>
public sealed record HandoverRow(
    int Id, string Account, string? Leaver, DateOnly? LeavingDate, HandoverStatus Status, HandoverOutcome Outcome, int StepsToDo, DateTime OpenedAt, bool IsOwn)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(Handover.ReferenceKind, Id);
}

/// <summary>The hand-overs.</summary>
/// <param name="Rows">One page.</param>
/// <param name="Filter">What they are narrowed to.</param>
/// <param name="Order">How they are sorted.</param>
/// <param name="Today">Today, London.</param>
/// <param name="LeaverName">The leaver that is asked for, by name.</param>
public sealed record HandoverList(PagedList<HandoverRow> Rows, HandoverFilter Filter, SortOrder Order, DateOnly Today, string? LeaverName);

/// <summary>One hand-over.</summary>
/// <param name="Handover">The record.</param>
/// <param name="Account">Its account.</param>
/// <param name="Circumstances">What the portal sees.</param>
/// <param name="Sight">How much the reader sees.</param>
/// <param name="Blockers">What keeps it from being completed.</param>
/// <param name="Reader">Who reads.</param>
/// <param name="History">What happened to it.</param>
public sealed record HandoverView(
    Handover Handover,
    SocialMediaAccount Account,
    HandoverCircumstances Circumstances,
    HandoverSight Sight,
    IReadOnlyList<HandoverBlocker> Blockers,
    Actor Reader,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>The leaver’s name, or <see langword="null"/>.</summary>
    public string? Leaver => Handover.LeaverId is { } id ? Circumstances.Directory.NameOf(id) : null;

    /// <summary>The successor, or <see langword="null"/>.</summary>
    public DirectoryPerson? Successor => Handover.SuccessorId is { } id ? Circumstances.Directory.Find(id) : null;

    /// <summary>Whether the reader may work on its steps.</summary>
    public bool MayWork => !Handover.CheckMayWork(Account, Circumstances.Directory, Reader, Circumstances.At).IsRefused;

    /// <summary>Whether the reader may cancel it or change what it ends in.</summary>
    public bool MayDecide => !Handover.CheckMayDecide(Reader).IsRefused;

    /// <summary>Whether the reader may sign it off.</summary>
    public bool MaySignOff => !Handover.CheckMaySignOff(Reader).IsRefused;

    /// <summary>Whether the reader may say that the outcome is another: closing takes a senior leader, and a transfer needs a leaver.</summary>
    public bool MayChangeOutcome => MayDecide
        && (Handover.Outcome == HandoverOutcome.Close ? Handover.LeaverId is not null : Reader.Holds(Roles.SeniorLeader));

    /// <summary>The name of whoever did something; the portal where nobody.</summary>
    public string NameOf(int? id) => id is { } known ? Circumstances.Directory.NameOf(known) : "The portal";

    /// <summary>The people who administer the account now without the leaver, with their readiness, by name.</summary>
    public IReadOnlyList<DirectoryPerson> ReadyAfterwards => Circumstances.ReadyAdministratorsWithout(Account, Handover.LeaverId);

    /// <summary>Who can be named as successor. Whoever may not assign people can name somebody who is assigned already.</summary>
    public IReadOnlyList<Choice> SuccessorChoices =>
    [
        .. Circumstances.Directory.People
            .Where(one => one.IsActive && one.LeavingDate is null && one.Id != Handover.LeaverId)
            .Where(one => Account.RoleOf(one.Id) is not null || (!Account.CheckMayAssign(Reader).IsRefused && !Reader.Is(one.Id)))
            .OrderBy(one => one.Surname, StringComparer.Ordinal).ThenBy(one => one.Forename, StringComparer.Ordinal).ThenBy(one => one.Id)
            .Select(one => new Choice(
                one.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                $"{one.FullName} ({(Account.RoleOf(one.Id) is { } role ? $"{Words.InSentence(role.InWords())} now, " : "")}{(Circumstances.Readiness.Of(one, Circumstances.At).IsReady ? "ready" : "not ready yet")})")),
    ];
}

/// <summary>A hand-over with a form about it.</summary>
/// <param name="View">The hand-over.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether somebody changed it while the form was open.</param>
public sealed record HandoverAction<TForm>(HandoverView View, TForm Form, bool IsStale = false)
    where TForm : HandoverForm;

/// <summary>A step with a form about it.</summary>
/// <param name="View">The hand-over.</param>
/// <param name="Step">The step.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether somebody changed the hand-over while the form was open.</param>
public sealed record StepAction<TForm>(HandoverView View, HandoverStep Step, TForm Form, bool IsStale = false)
    where TForm : HandoverForm;

/// <summary>An account to close.</summary>
/// <param name="Account">The account.</param>
/// <param name="OpenId">The hand-over that closes it already, if one is open.</param>
/// <param name="Form">The form.</param>
public sealed record ClosingView(SocialMediaAccount Account, int? OpenId, CloseAccountForm Form);

/// <summary>The colours of the tags.</summary>
public static class HandoverColours
{
    /// <summary>The colour of a status.</summary>
    public static string Of(HandoverStatus status) => status switch
    {
        HandoverStatus.Open => "yellow",
        HandoverStatus.Completed => "green",
        HandoverStatus.Cancelled => "grey",
    };

    /// <summary>The colour of a step.</summary>
    public static string Of(HandoverStepState state) => state switch
    {
        HandoverStepState.Open => "yellow",
        HandoverStepState.Done => "green",
        HandoverStepState.NotApplicable => "grey",
    };
}

/// <summary>The names of the steps in addresses, and what the leaver is asked.</summary>
public static class HandoverStepNames
{
    private static readonly Dictionary<string, HandoverStepKind> ByName = HandoverSteps.Each.ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The name in an address: <c>platform-roles</c>.</summary>
    public static string NameOf(HandoverStepKind kind) =>
        string.Concat(kind.ToString().Select((letter, index) => char.IsUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>The step of that name, or <see langword="null"/>.</summary>
    public static HandoverStepKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>What the leaver is asked to do about a step.</summary>
    public static string AskedOfLeaver(HandoverStepKind kind) => kind switch
    {
        HandoverStepKind.Successor => "Show whoever takes over how the account is run: what is posted when, who asks what, and where pictures come from.",
        HandoverStepKind.PlatformRoles => "Be there when your own role on the platform is removed. If only you can remove it, do it together with your successor.",
        HandoverStepKind.Rotation => "Do not keep the password or recovery codes anywhere. Somebody else sets new ones.",
        HandoverStepKind.Recovery => "Hand over the device of one-time codes, and help to take your e-mail address and telephone number off the account.",
        HandoverStepKind.ScheduledPosts => "Say which posts you have scheduled, here and in other tools.",
        HandoverStepKind.Confidentiality => "What you learned about pupils, families and colleagues stays confidential after you have left.",
        HandoverStepKind.ContentArchived => "Say where pictures and drafts are that belong to the account, so that they are archived.",
        HandoverStepKind.ClosingNotice => "Help to word the notice that the account closes.",
        HandoverStepKind.PlatformClosed => "Somebody else closes the account on the platform. Do not delete anything yourself.",
        HandoverStepKind.OffRegister => "Nothing: the portal does this.",
    };
}
