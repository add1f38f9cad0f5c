using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>What somebody logs about an enquiry, as it was typed.</summary>
/// <param name="AccountId">The account through which it came.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Place">Where it was made.</param>
/// <param name="From">Who wrote it: as little as possible.</param>
/// <param name="Text">What it says.</param>
/// <param name="Link">Where it stands.</param>
public sealed record EnquiryAnswers(int? AccountId, EnquiryKind? Kind, EnquiryPlace? Place, string? From, string? Text, string? Link);

/// <summary>
/// A comment, query or complaint that came through an account of the school, or a journalist's contact (clauses MON-2, BEH-3, OFF-2).
/// Lifecycle: see <see cref="EnquiryStatus"/>. When it is due is worked out once, when it is logged, and again when the time at which
/// it was received is corrected.
/// </summary>
public sealed partial class Enquiry : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ENQ";

    /// <summary>Longest name of whoever wrote, in characters.</summary>
    public const int FromMaximumLength = 100;

    /// <summary>Longest text, in characters: an e-mail that was taken in fits.</summary>
    public const int TextMaximumLength = EnquiryDraft.TextMaximumLength;

    /// <summary>Longest words of an answer, in characters.</summary>
    public const int WordsMaximumLength = 4000;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    private readonly List<EnquiryResponse> _responses = [];

    private Enquiry()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The account through which it came.</summary>
    public int AccountId { get; private set; }

    /// <summary>What kind it is.</summary>
    public EnquiryKind Kind { get; private set; }

    /// <summary>Where it was made.</summary>
    public EnquiryPlace Place { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string From { get; private set; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where it stands, or "".</summary>
    public string Link { get; private set; } = "";

    /// <summary>Who and what in capitals, for a search that must not mind the case.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Where it stands in its life.</summary>
    public EnquiryStatus Status { get; private set; }

    /// <summary>When it was received, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>When an answer is due, UTC: the first instant that is late.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Which part of clause MON-2 decided when it is due.</summary>
    public ResponseRule Rule { get; private set; }

    /// <summary>The steps that led to the due time, a line each, as they were on the day on which it was worked out: the calendar may be changed later.</summary>
    public string DueBecause { get; private set; } = "";

    /// <summary>When the clock was stopped, UTC: by the first acknowledgement, reply or explained removal.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Whom it is assigned to.</summary>
    public int? AssigneeId { get; private set; }

    /// <summary>Who logged it.</summary>
    public int LoggedById { get; private set; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTime LoggedAt { get; private set; }

    /// <summary>The monitoring check from which it was raised.</summary>
    public int? MonitoringCheckId { get; private set; }

    /// <summary>The steps that led to the due time, in order.</summary>
    public IReadOnlyList<string> Because => DueBecause.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the clock was stopped in time; <see langword="null"/> while it runs.</summary>
    public bool? IsAnsweredInTime => AnsweredAt is { } answered ? answered < DueAt : null;

    /// <summary>Logs one. What comes through an account that is live or suspended is logged: people write to a suspended one too.</summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="account">The account, or <see langword="null"/> where none was chosen or it is unknown.</param>
    /// <param name="deadline">When it was received, and when an answer is due.</param>
    /// <param name="by">Anybody who is signed in.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="monitoringCheckId">The monitoring check that found it.</param>
    /// <param name="draftId">The e-mail from which it is logged.</param>
    public static Result<Enquiry> Log(
        EnquiryAnswers answers, SocialMediaAccount? account, ResponseDeadline deadline, Actor by, DateTime at, int? monitoringCheckId = null, int? draftId = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(deadline);
        var (from, text, link) = (PlainText.CleanLine(answers.From), PlainText.Clean(answers.Text), EnquiryLink.Read(answers.Link));
        var refusals = new List<Error>();
        void RefuseIf(bool isWrong, Error because)
        {
            if (isWrong)
            {
                refusals.Add(because);
            }
        }

        var isKnown = account is not null && answers.AccountId == account.Id;
        RefuseIf(!isKnown, EnquiryErrors.AccountMissing);
        RefuseIf(isKnown && !account!.IsLive, EnquiryErrors.AccountNotLive);
        RefuseIf(answers.Kind is not { } someKind || !Enum.IsDefined(someKind), EnquiryErrors.KindMissing);
        RefuseIf(answers.Place is not { } somePlace || !Enum.IsDefined(somePlace), EnquiryErrors.PlaceMissing);
        RefuseIf(from.Length > FromMaximumLength, EnquiryErrors.FromTooLong);
        RefuseIf(text.Length == 0, EnquiryErrors.TextMissing);
        RefuseIf(text.Length > TextMaximumLength, EnquiryErrors.TextTooLong);
        if (link.IsRefused)
        {
            refusals.Add(link.Error);
        }

        if (Error.Together(refusals) is { } refused)
        {
            return refused;
        }

        var enquiry = new Enquiry
        {
            AccountId = account!.Id,
            Kind = answers.Kind!.Value,
            Place = answers.Place!.Value,
            From = from,
            Text = text,
            Link = link.Value,
            SearchText = $"{from}\n{text}".ToUpperInvariant(),
            LoggedById = by.PersonId ?? throw new ArgumentException("An enquiry is logged by a person.", nameof(by)),
            LoggedAt = at,
            MonitoringCheckId = monitoringCheckId,
        };
        enquiry.Take(deadline);
        enquiry.Record(new EnquiryLogged(by, at) { FromDraft = draftId });
        return enquiry;
    }

    /// <summary>Corrects when it was received. A new due time is worked out; alerts start from there.</summary>
    /// <param name="deadline">When it was really received, and when an answer is due.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result CorrectReceived(ResponseDeadline deadline, string? because, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        if (Status == EnquiryStatus.Closed)
        {
            return EnquiryErrors.Closed;
        }

        if (ReasonOf(because, EnquiryErrors.CorrectionReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        // A form knows minutes: the same minute is the same time.
        if (deadline.ReceivedAt.Ticks / TimeSpan.TicksPerMinute == ReceivedAt.Ticks / TimeSpan.TicksPerMinute)
        {
            return EnquiryErrors.SameReceived;
        }

        var (received, due) = (ReceivedAt, DueAt);
        Take(deadline);
        Record(new EnquiryReceivedCorrected(received, ReceivedAt, due, DueAt, why, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Puts it to another account or kind. That somebody is no journalist after all only a senior leader says: a reply could slip past the
    /// media policy otherwise (BEH-3).
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Refile(SocialMediaAccount? account, EnquiryKind? kind, string? because, Actor by, DateTime at)
    {
        if (Status == EnquiryStatus.Closed)
        {
            return EnquiryErrors.Closed;
        }

        if (account is null)
        {
            return EnquiryErrors.AccountMissing;
        }

        if (account.Id != AccountId && !account.IsLive)
        {
            return EnquiryErrors.AccountNotLive;
        }

        if (kind is not { } other || !Enum.IsDefined(other))
        {
            return EnquiryErrors.KindMissing;
        }

        if (Kind == EnquiryKind.Journalist && other != EnquiryKind.Journalist && !by.Holds(People.Roles.SeniorLeader))
        {
            return EnquiryErrors.JournalistStays;
        }

        if (ReasonOf(because, EnquiryErrors.CorrectionReasonMissing, out var why) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (account.Id == AccountId && other == Kind)
        {
            return EnquiryErrors.NothingChanged;
        }

        var (fromAccount, fromKind) = (AccountId, Kind);
        (AccountId, Kind) = (account.Id, other);
        Record(new EnquiryRefiled(fromAccount, AccountId, fromKind, Kind, why, by, at));
        return Result.Done;
    }

    /// <summary>Gives it to somebody, or takes it over. Whom it is given to sees it from then on.</summary>
    /// <param name="personId">Whom; <see langword="null"/> for nobody.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Somebody who works on it.</param>
    /// <param name="at">When, UTC.</param>
    public Result Assign(int? personId, People.PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (Status == EnquiryStatus.Closed)
        {
            return EnquiryErrors.Closed;
        }

        if (personId is { } whom && !directory.IsActive(whom))
        {
            return EnquiryErrors.AssigneeNotActive;
        }

        if (personId == AssigneeId)
        {
            return EnquiryErrors.AssignedAlready;
        }

        var before = AssigneeId;
        AssigneeId = personId;
        Record(new EnquiryAssigned(
            personId, before is { } earlier ? directory.NameOf(earlier) : null, personId is { } now ? directory.NameOf(now) : null, by, at));
        return Result.Done;
    }

    private void Take(ResponseDeadline deadline) =>
        (ReceivedAt, DueAt, Rule, DueBecause) = (deadline.ReceivedAt, deadline.DueAt, deadline.Rule, string.Join('\n', deadline.Because));

    private static Result ReasonOf(string? because, Error missing, out string why)
    {
        why = PlainText.Clean(because);
        return why.Length == 0 ? missing : why.Length > ReasonMaximumLength ? EnquiryErrors.ReasonTooLong : Result.Done;
    }

    private static Result WordsOf(string? typed, Error missing, out string words)
    {
        words = PlainText.Clean(typed);
        return words.Length == 0 ? missing : words.Length > WordsMaximumLength ? EnquiryErrors.WordsTooLong(missing.Field) : Result.Done;
    }
}
