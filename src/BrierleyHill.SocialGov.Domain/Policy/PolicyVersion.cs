using System.Security.Cryptography;
using System.Text;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>
/// A version of the school's social media policy (clauses SLT-2, REV-1). Senior leaders write, approve and publish it; the same
/// leader may do all of it. An approval is of one exact text. Lifecycle: see <see cref="PolicyStatus"/>.
/// </summary>
public sealed class PolicyVersion : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "POL";

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaximumLength = 150;

    /// <summary>Longest text, in characters.</summary>
    public const int TextMaximumLength = 100_000;

    /// <summary>Longest note: what changed, what a review found, why a draft is discarded, in characters.</summary>
    public const int NoteMaximumLength = 2000;

    private readonly List<PolicyReview> _reviews = [];

    private PolicyVersion()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The number that people know it by. Given when it is begun; a discarded version keeps its number.</summary>
    public int Number { get; private set; }

    /// <summary>Where it stands.</summary>
    public PolicyStatus Status { get; private set; }

    /// <summary>The title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The text, in Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Who began it.</summary>
    public int BegunById { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime LastChangedAt { get; private set; }

    /// <summary>Who approved it as it stands.</summary>
    public int? ApprovedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>The <see cref="ContentHash"/> that was approved.</summary>
    public string? ApprovedHash { get; private set; }

    /// <summary>Who published it, and said whether it is material.</summary>
    public int? PublishedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Whether everybody was asked to acknowledge it. The first published version always is.</summary>
    public bool? IsMaterial { get; private set; }

    /// <summary>What differs from the version before, for its readers.</summary>
    public string WhatChanged { get; private set; } = "";

    /// <summary>When a later version took its place, UTC.</summary>
    public DateTime? SupersededAt { get; private set; }

    /// <summary>The day, London, by which it is to be reviewed again (REV-1).</summary>
    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>The last reminder of that day that was given: see <see cref="ReminderSchedule"/>.</summary>
    public int ReminderStep { get; private set; }

    /// <summary>The reviews that found nothing to change, oldest first.</summary>
    public IReadOnlyList<PolicyReview> Reviews => _reviews;

    /// <summary>Whether it is being written still.</summary>
    public bool IsOpen => Status is PolicyStatus.Draft or PolicyStatus.Approved;

    /// <summary>The SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The latest day, London, for which the next review may be set.</summary>
    public static DateOnly LatestReviewOn(DateOnly today) => today.AddYears(1);

    /// <summary>Begins a version.</summary>
    /// <param name="versions">Number and status of every version that there is.</param>
    /// <param name="title">The title to begin with.</param>
    /// <param name="text">The text to begin with.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<PolicyVersion> Begin(IReadOnlyCollection<(int Number, PolicyStatus Status)> versions, string title, string text, Actor by, DateTime at)
    {
        if (CheckLeader(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        foreach (var open in versions.Where(version => version.Status is PolicyStatus.Draft or PolicyStatus.Approved))
        {
            return PolicyErrors.DraftIsOpen(open.Number);
        }

        if (CheckWords(title, text, out var cleanTitle, out var cleanText) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        var version = new PolicyVersion
        {
            Number = versions.Select(known => known.Number).DefaultIfEmpty().Max() + 1,
            Status = PolicyStatus.Draft,
            Title = cleanTitle,
            Text = cleanText,
            ContentHash = HashOf(cleanText),
            BegunById = by.PersonId!.Value,
            BegunAt = at,
            LastChangedAt = at,
        };
        version.Record(new PolicyDraftBegun(version.Number, cleanText.Length, by, at));
        return version;
    }

    /// <summary>Changes title and text. An approval is gone when anything really differs.</summary>
    public Result Edit(string? title, string? text, Actor by, DateTime at)
    {
        if (CheckLeader(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsOpen)
        {
            return PolicyErrors.NotOpen;
        }

        if (CheckWords(title, text, out var cleanTitle, out var cleanText) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var changes = new ChangeList()
            .Value("Title", Title, cleanTitle)
            .Text("Text", Text, cleanText);
        if (!changes.Any)
        {
            return Result.Done;
        }

        if (Status == PolicyStatus.Approved)
        {
            changes.Value("Status", Status.InWords(), PolicyStatus.Draft.InWords());
        }

        (Title, Text, ContentHash) = (cleanTitle, cleanText, HashOf(cleanText));
        Status = PolicyStatus.Draft;
        (ApprovedById, ApprovedAt, ApprovedHash) = (null, null, null);
        LastChangedAt = at;
        Record(new PolicyTextChanged(changes.Changes, by, at));
        return Result.Done;
    }

    /// <summary>Approves exactly the text that was read (SLT-2).</summary>
    /// <param name="readHash">The <see cref="ContentHash"/> of the text that the leader read.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Approve(string? readHash, Actor by, DateTime at)
    {
        if (CheckLeader(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status == PolicyStatus.Approved)
        {
            return PolicyErrors.AlreadyApproved;
        }

        if (Status != PolicyStatus.Draft)
        {
            return PolicyErrors.NotOpen;
        }

        if (!string.Equals(readHash, ContentHash, StringComparison.Ordinal))
        {
            return PolicyErrors.NotTheTextRead;
        }

        Status = PolicyStatus.Approved;
        (ApprovedById, ApprovedAt, ApprovedHash) = (by.PersonId, at, ContentHash);
        LastChangedAt = at;
        Record(new PolicyApproved(ContentHash, by, at));
        return Result.Done;
    }

    /// <summary>Puts the approved text into force in the place of the version before.</summary>
    /// <param name="former">The version in force until now, or <see langword="null"/> when this is the first: that one is always material.</param>
    /// <param name="isMaterial">Whether everybody is asked to acknowledge it.</param>
    /// <param name="whatChanged">What differs, for its readers.</param>
    /// <param name="nextReviewOn">The day of the next review, London: after today, a year from today at the latest.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Publish(PolicyVersion? former, bool? isMaterial, string? whatChanged, DateOnly? nextReviewOn, Actor by, DateTime at)
    {
        var changed = PlainText.Clean(whatChanged);
        if (CheckLeader(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsOpen)
        {
            return PolicyErrors.NotOpen;
        }

        if (Status != PolicyStatus.Approved || !string.Equals(ApprovedHash, HashOf(Text), StringComparison.Ordinal))
        {
            return PolicyErrors.NotApproved;
        }

        if (former is not null && string.Equals(former.ContentHash, ContentHash, StringComparison.Ordinal) && string.Equals(former.Title, Title, StringComparison.Ordinal))
        {
            return PolicyErrors.NothingChanged;
        }

        if (former is not null && isMaterial is null)
        {
            return PolicyErrors.MaterialNotSaid;
        }

        if (changed.Length == 0)
        {
            return PolicyErrors.WhatChangedMissing;
        }

        if (changed.Length > NoteMaximumLength)
        {
            return PolicyErrors.TooLong(nameof(WhatChanged), "What was changed", NoteMaximumLength);
        }

        if (CheckReviewDate(nextReviewOn, at) is { IsRefused: true } wrongDate)
        {
            return wrongDate;
        }

        if (former?.Supersede(Number, by, at) is { IsRefused: true } notInForce)
        {
            return notInForce;
        }

        Status = PolicyStatus.Published;
        (PublishedById, PublishedAt) = (by.PersonId, at);
        IsMaterial = former is null || isMaterial == true;
        WhatChanged = changed;
        LastChangedAt = at;
        SetReviewDate(nextReviewOn!.Value, at);
        Record(new PolicyPublished(Number, IsMaterial.Value, WhatChanged, NextReviewOn!.Value, ContentHash, by, at));
        return Result.Done;
    }

    /// <summary>Gives it up before it is published.</summary>
    /// <param name="reason">Why, or nothing.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Discard(string? reason, Actor by, DateTime at)
    {
        var because = PlainText.Clean(reason);
        if (CheckLeader(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!IsOpen)
        {
            return PolicyErrors.NotOpen;
        }

        if (because.Length > NoteMaximumLength)
        {
            return PolicyErrors.TooLong("Reason", "The reason", NoteMaximumLength);
        }

        Status = PolicyStatus.Discarded;
        LastChangedAt = at;
        Record(new PolicyDiscarded(because.Length == 0 ? null : because, by, at));
        return Result.Done;
    }

    /// <summary>Records a review that found nothing to change, and the day of the next one (REV-1).</summary>
    /// <param name="note">What was looked at, and why nothing has to be changed.</param>
    /// <param name="nextReviewOn">The day of the next review, London: after today, a year from today at the latest.</param>
    /// <param name="by">A senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result RecordReview(string? note, DateOnly? nextReviewOn, Actor by, DateTime at)
    {
        var found = PlainText.Clean(note);
        if (CheckLeader(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Status != PolicyStatus.Published)
        {
            return PolicyErrors.NotPublished;
        }

        if (found.Length == 0)
        {
            return PolicyErrors.ReviewNoteMissing;
        }

        if (found.Length > NoteMaximumLength)
        {
            return PolicyErrors.TooLong("Note", "What was looked at", NoteMaximumLength);
        }

        if (CheckReviewDate(nextReviewOn, at) is { IsRefused: true } wrongDate)
        {
            return wrongDate;
        }

        var before = NextReviewOn;
        SetReviewDate(nextReviewOn!.Value, at);
        _reviews.Add(new PolicyReview(by.PersonId!.Value, at, found, NextReviewOn!.Value));
        LastChangedAt = at;
        Record(new PolicyReviewed(found, before, NextReviewOn.Value, by, at));
        return Result.Done;
    }

    /// <summary>Whether the day of the review has passed without one (REV-1).</summary>
    /// <param name="today">Today, London.</param>
    public bool IsReviewOverdue(DateOnly today) => Status == PolicyStatus.Published && NextReviewOn < today;

    /// <summary>Reminds the leaders of the review: before its day, and every week after it passed; each reminder once.</summary>
    public Result Chase(WorkingCalendar calendar, Actor by, DateTime at)
    {
        if (Status != PolicyStatus.Published
            || NextReviewOn is not { } due
            || ReminderSchedule.DueStep(due, ReminderStep, weeklyAfterwards: true, calendar, at) is not { } step)
        {
            return PolicyErrors.NoReminderDue;
        }

        ReminderStep = step;
        Record(new PolicyReviewChased(due, due.DayNumber - LondonTime.DateOf(at).DayNumber, by, at));
        return Result.Done;
    }

    private static Result CheckLeader(Actor by) =>
        by.Holds(Roles.SeniorLeader) && by.PersonId is not null ? Result.Done : PolicyErrors.OnlySeniorLeaders;

    private static Result CheckWords(string? title, string? text, out string cleanTitle, out string cleanText)
    {
        (cleanTitle, cleanText) = (PlainText.CleanLine(title), PlainText.Clean(text));
        if (cleanTitle.Length == 0)
        {
            return PolicyErrors.TitleMissing;
        }

        if (cleanTitle.Length > TitleMaximumLength)
        {
            return PolicyErrors.TooLong(nameof(Title), "The title", TitleMaximumLength);
        }

        if (cleanText.Length == 0)
        {
            return PolicyErrors.TextMissing;
        }

        return cleanText.Length > TextMaximumLength ? PolicyErrors.TooLong(nameof(Text), "The text", TextMaximumLength) : Result.Done;
    }

    private static Result CheckReviewDate(DateOnly? nextReviewOn, DateTime at)
    {
        var today = LondonTime.DateOf(at);
        return nextReviewOn > today && nextReviewOn <= LatestReviewOn(today) ? Result.Done : PolicyErrors.ReviewDateWrong;
    }

    private void SetReviewDate(DateOnly nextReviewOn, DateTime at)
    {
        NextReviewOn = nextReviewOn;
        ReminderStep = ReminderSchedule.StepToBeginWith(nextReviewOn, LondonTime.DateOf(at));
    }

    private Result Supersede(int byNumber, Actor by, DateTime at)
    {
        if (Status != PolicyStatus.Published)
        {
            return PolicyErrors.NotPublished;
        }

        Status = PolicyStatus.Superseded;
        SupersededAt = at;
        LastChangedAt = at;
        Record(new PolicySuperseded(byNumber, by, at));
        return Result.Done;
    }
}

/// <summary>A review of the version in force that found nothing to change.</summary>
public sealed class PolicyReview
{
    private PolicyReview()
    {
    }

    internal PolicyReview(int reviewedById, DateTime reviewedAt, string note, DateOnly nextReviewOn)
    {
        ReviewedById = reviewedById;
        ReviewedAt = reviewedAt;
        Note = note;
        NextReviewOn = nextReviewOn;
    }

    /// <summary>The review's number, given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>Who reviewed it.</summary>
    public int ReviewedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ReviewedAt { get; private set; }

    /// <summary>What was looked at, and why nothing had to be changed.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The day of the next review, London, as it was set then.</summary>
    public DateOnly NextReviewOn { get; private set; }
}
