using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What a reviewer concludes. The names are stored and hashed, and are never changed.</summary>
public enum ReviewConclusion
{
    /// <summary>Nothing that the school has to act upon.</summary>
    [Display(Name = "It is of no concern", Description = "The school has nothing to act upon")]
    NoConcern,

    /// <summary>Against the school's policy.</summary>
    [Display(Name = "It breaks the school’s policy", Description = "The school deals with it itself")]
    BreaksPolicy,

    /// <summary>Harm to somebody, or against the law.</summary>
    [Display(Name = "Somebody may be harmed, or the law may be broken", Description = "The designated safeguarding lead, the police or another agency has to know")]
    HarmOrCrime,
}

/// <summary>Where a review stands. It is worked out from its views.</summary>
public enum ReviewStanding
{
    /// <summary>Somebody has still to sign.</summary>
    [Display(Name = "Waiting for views")]
    Waiting,

    /// <summary>The two conclude alike.</summary>
    [Display(Name = "Both agree")]
    Agreed,

    /// <summary>The two conclude differently, and a third view is needed.</summary>
    [Display(Name = "A third view is needed")]
    Differs,

    /// <summary>The third agrees with one of the two.</summary>
    [Display(Name = "Two of three agree")]
    Majority,

    /// <summary>Three people, three conclusions: a senior leader decides in the investigation.</summary>
    [Display(Name = "No two agree")]
    NoAgreement,
}

/// <summary>What a reviewer writes, as it was typed.</summary>
/// <param name="Saw">What they saw.</param>
/// <param name="Where">Where.</param>
/// <param name="SeenAt">When, UTC.</param>
/// <param name="Concern">Why it is of concern, or why not.</param>
/// <param name="Conclusion">What they conclude.</param>
/// <param name="Because">Why they conclude that.</param>
public sealed record ReviewAnswers(string? Saw, string? Where, DateTime? SeenAt, string? Concern, ReviewConclusion? Conclusion, string? Because);

/// <summary>
/// Two people look at content, each for themselves, and sign what they saw (clauses SLT-3, OFF-1). Neither sees what the other wrote before both have
/// signed, and neither does anybody else; where they conclude differently a third looks as well, in the same way. What is signed is never changed.
/// The reviewers are neither alleged nor involved in the incident, and none of them reported it: whoever did has judged the content already.
/// </summary>
public sealed class ContentReview : IncidentPart
{
    /// <summary>Longest description of the content, in characters.</summary>
    public const int ContentMaximumLength = 500;

    /// <summary>Longest text of a view, in characters.</summary>
    public const int TextMaximumLength = 2000;

    /// <summary>Longest place, in characters.</summary>
    public const int WhereMaximumLength = 500;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    private readonly List<ReviewView> _views = [];

    private ContentReview()
    {
    }

    private ContentReview(int incidentId, int number)
        : base(incidentId, number)
    {
    }

    /// <summary>Which content is looked at, and where it is.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Who began it: the first reviewer.</summary>
    public int BegunById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>How much was added to it. Additions stand in lists; this makes each a change of the record itself, so that a stale form is told and of two at once one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>When what it says was erased, UTC, because the incident is out of scope. Its seals cannot be held against the words any more.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Every view, also those of people whose invitation was withdrawn.</summary>
    public IReadOnlyList<ReviewView> Views => _views;

    /// <summary>The views that count.</summary>
    public IEnumerable<ReviewView> Counting => _views.Where(view => view.WithdrawnAt is null);

    /// <summary>Where it stands.</summary>
    public ReviewStanding Standing
    {
        get
        {
            var signed = Counting.Where(view => view.IsSigned).ToList();
            return signed switch
            {
                { Count: < 2 } => ReviewStanding.Waiting,
                [var one, var two] when one.Conclusion == two.Conclusion => ReviewStanding.Agreed,
                [_, _] => Counting.Count() > 2 ? ReviewStanding.Waiting : ReviewStanding.Differs,
                _ => signed.Select(view => view.Conclusion).Distinct().Count() < 3 ? ReviewStanding.Majority : ReviewStanding.NoAgreement,
            };
        }
    }

    /// <summary>What most of them conclude; <see langword="null"/> while it is open or no two agree.</summary>
    public ReviewConclusion? Outcome => Standing is ReviewStanding.Agreed or ReviewStanding.Majority
        ? Counting.GroupBy(view => view.Conclusion).OrderByDescending(group => group.Count()).First().Key
        : null;

    /// <summary>Whether everybody who was asked has signed, and no further view is needed.</summary>
    public bool IsFinished => Standing is ReviewStanding.Agreed or ReviewStanding.Majority or ReviewStanding.NoAgreement;

    /// <summary>Whether somebody can be invited: a second, or a third where the two differ.</summary>
    public bool NeedsSomebody => Counting.Count() < 2 || Standing == ReviewStanding.Differs;

    /// <summary>Begins a review. Whoever begins it is the first reviewer.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="number">Which review of the incident it is.</param>
    /// <param name="content">Which content is looked at.</param>
    /// <param name="by">Somebody to whom the whole incident is open.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<ContentReview> Begin(Incident incident, int number, string? content, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(by);
        if (IncidentWork.Check(incident, by) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        if (by.PersonId is not { } first || !MayReview(incident, first))
        {
            return ReviewErrors.NotAsFirst;
        }

        var about = PlainText.Clean(content);
        if (about.Length == 0)
        {
            return ReviewErrors.ContentMissing;
        }

        if (about.Length > ContentMaximumLength)
        {
            return ReviewErrors.TooLong("Content", "answer", ContentMaximumLength);
        }

        var review = new ContentReview(incident.Id, number) { Content = about, BegunById = first, BegunAt = at };
        review._views.Add(new ReviewView(1, first, by, at));
        review.Record(new ReviewBegun(incident.Id, number, about, by, at));
        return review;
    }

    /// <summary>Whether this person can review content of the incident: neither alleged nor otherwise involved, and not its reporter.</summary>
    public static bool MayReview(Incident incident, int personId)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.ReportedById != personId && !incident.Involved.Any(person => person.PersonId == personId);
    }

    /// <summary>The view that this person has to give or gave, or <see langword="null"/>.</summary>
    public ReviewView? ViewOf(int personId) => _views.Find(view => view.ReviewerId == personId && view.WithdrawnAt is null);

    /// <summary>
    /// The views whose words this person may read: their own; those of the first two once both have signed, but by a third only when the third has
    /// signed as well. So nobody is led by what another wrote.
    /// </summary>
    /// <param name="personId">The reader.</param>
    public IReadOnlyList<ReviewView> ReadableBy(int personId)
    {
        var own = ViewOf(personId);
        var bothSigned = Counting.Count(view => view.IsSigned) >= 2;
        var isOpen = bothSigned && own is null or { IsSigned: true };
        // A third view is kept back until it is signed, whoever reads.
        return [.. Counting.Where(view => view == own || (bothSigned && isOpen && view.IsSigned))];
    }

    /// <summary>Invites somebody to give the second view, or the third.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="personId">Whom.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Somebody to whom the whole incident is open.</param>
    /// <param name="at">When, UTC.</param>
    public Result Invite(Incident incident, int? personId, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (IncidentWork.Check(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (!NeedsSomebody)
        {
            return ReviewErrors.NobodyNeeded;
        }

        if (personId is not { } id || !directory.IsActive(id))
        {
            return ReviewErrors.ReviewerMissing;
        }

        if (!MayReview(incident, id))
        {
            return ReviewErrors.ReviewerInvolved;
        }

        if (ViewOf(id) is not null)
        {
            return ReviewErrors.ReviewerTwice;
        }

        Revision++;
        var place = Counting.Count() + 1;
        _views.Add(new ReviewView(place, id, by, at));
        Record(new ReviewerInvited(IncidentId, Number, place, id, directory.NameOf(id), by, at));
        return Result.Done;
    }

    /// <summary>Takes back an invitation that was not acted upon: somebody is ill, or turned out to be involved. What they wrote is taken away, because nobody signed it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="because">Why.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Somebody to whom the whole incident is open.</param>
    /// <param name="at">When, UTC.</param>
    public Result WithdrawInvitation(Incident incident, int personId, string? because, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (IncidentWork.Check(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (ViewOf(personId) is not { IsSigned: false } view || view.Place == 1)
        {
            return ReviewErrors.NothingToWithdraw;
        }

        var reason = PlainText.Clean(because);
        if (reason.Length == 0)
        {
            return ReviewErrors.WithdrawnBecauseMissing;
        }

        if (reason.Length > ReasonMaximumLength)
        {
            return ReviewErrors.TooLong("Because", "reason", ReasonMaximumLength);
        }

        Revision++;
        view.Withdraw(reason, at);
        Record(new ReviewInvitationWithdrawn(IncidentId, Number, personId, directory.NameOf(personId), reason, by, at));
        return Result.Done;
    }

    /// <summary>Writes down a view. It can be changed until it is signed.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">The reviewer.</param>
    /// <param name="at">When, UTC.</param>
    public Result Write(Incident incident, ReviewAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var own = FindOwn(incident, by);
        if (own.IsRefused)
        {
            return own.Error;
        }

        if (ReviewView.Check(answers, at) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        Revision++;
        own.Value.Take(answers);
        Record(new ReviewWritten(IncidentId, Number, own.Value.Place, by, at));
        return Result.Done;
    }

    /// <summary>Signs a view. The one who signs has just proved who they are. From then on it is never changed, and a seal over its words stands in the audit.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">The reviewer.</param>
    /// <param name="at">When, UTC.</param>
    public Result Sign(Incident incident, Actor by, DateTime at)
    {
        var own = FindOwn(incident, by);
        if (own.IsRefused)
        {
            return own.Error;
        }

        if (!own.Value.IsWritten)
        {
            return ReviewErrors.NothingToSign;
        }

        Revision++;
        own.Value.Sign(IncidentId, Number, by, at);
        Record(new ReviewSigned(IncidentId, Number, own.Value.Place, own.Value.Seal, by, at));
        if (Standing != ReviewStanding.Waiting)
        {
            Record(new ReviewCompared(IncidentId, Number, Standing, Outcome, by, at));
        }

        return Result.Done;
    }

    /// <summary>Whether a view was changed after it was signed. Of an erased one that cannot be told any more: there its seal in the audit is what is left.</summary>
    /// <param name="view">One of its views.</param>
    public bool IsTampered(ReviewView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return ErasedAt is null && view.IsSigned && !string.Equals(view.ComputeSeal(IncidentId, Number), view.Seal, StringComparison.Ordinal);
    }

    /// <summary>Erases what it says: the incident is out of scope. That there was a review, whose and when stays, with the seals.</summary>
    /// <param name="at">When, UTC.</param>
    public void Erase(DateTime at)
    {
        Revision++;
        ErasedAt ??= at;
        Content = "";
        _views.ForEach(view => view.Erase());
    }

    private Result<ReviewView> FindOwn(Incident incident, Actor by)
    {
        if (IncidentWork.Check(incident, by) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        if (ViewOf(by.PersonId ?? 0) is not { } own)
        {
            return ReviewErrors.NotReviewer;
        }

        if (!MayReview(incident, own.ReviewerId))
        {
            return ReviewErrors.BecameInvolved;
        }

        return own.IsSigned ? ReviewErrors.SignedAlready : own;
    }
}

/// <summary>What one reviewer saw and concludes.</summary>
public sealed class ReviewView
{
    private ReviewView()
    {
    }

    internal ReviewView(int place, int reviewerId, Actor invitedBy, DateTime at) =>
        (Place, ReviewerId, InvitedById, InvitedAt) = (place, reviewerId, invitedBy.PersonId ?? 0, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>Which view it is: the first, second or third.</summary>
    public int Place { get; private set; }

    /// <summary>Whose it is.</summary>
    public int ReviewerId { get; private set; }

    /// <summary>Who asked for it.</summary>
    public int InvitedById { get; private set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime InvitedAt { get; private set; }

    /// <summary>What they saw.</summary>
    public string Saw { get; private set; } = "";

    /// <summary>Where.</summary>
    public string Where { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>Why it is of concern, or why not.</summary>
    public string Concern { get; private set; } = "";

    /// <summary>What they conclude.</summary>
    public ReviewConclusion? Conclusion { get; private set; }

    /// <summary>Why they conclude that.</summary>
    public string Because { get; private set; } = "";

    /// <summary>When they signed, UTC; <see langword="null"/> before that.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>Their name when they signed.</summary>
    public string SignedName { get; private set; } = "";

    /// <summary>A hash over what was signed: SHA-256, in hexadecimal. The audit holds it as well.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>When the invitation was taken back, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Why, or "".</summary>
    public string WithdrawnBecause { get; private set; } = "";

    /// <summary>Whether it is signed.</summary>
    public bool IsSigned => SignedAt is not null;

    /// <summary>Whether there is something to sign.</summary>
    public bool IsWritten => Conclusion is not null;

    internal static Result Check(ReviewAnswers answers, DateTime at)
    {
        (string Field, string Text, int Most, Error Missing)[] texts =
        [
            ("Saw", PlainText.Clean(answers.Saw), ContentReview.TextMaximumLength, ReviewErrors.SawMissing),
            ("Where", PlainText.Clean(answers.Where), ContentReview.WhereMaximumLength, ReviewErrors.WhereMissing),
            ("Concern", PlainText.Clean(answers.Concern), ContentReview.TextMaximumLength, ReviewErrors.ConcernMissing),
            ("Because", PlainText.Clean(answers.Because), ContentReview.TextMaximumLength, ReviewErrors.ConclusionBecauseMissing),
        ];
        foreach (var (field, text, most, missing) in texts)
        {
            if (text.Length == 0)
            {
                return missing;
            }

            if (text.Length > most)
            {
                return ReviewErrors.TooLong(field, "answer", most);
            }
        }

        if (answers.SeenAt is not { } seen || TypedMoment.LiesAhead(seen, at))
        {
            return ReviewErrors.SeenAtWrong;
        }

        return answers.Conclusion is { } conclusion && Enum.IsDefined(conclusion) ? Result.Done : ReviewErrors.ConclusionMissing;
    }

    internal void Take(ReviewAnswers answers)
    {
        (Saw, Where, SeenAt) = (PlainText.Clean(answers.Saw), PlainText.Clean(answers.Where), answers.SeenAt);
        (Concern, Conclusion, Because) = (PlainText.Clean(answers.Concern), answers.Conclusion, PlainText.Clean(answers.Because));
    }

    internal void Sign(int incidentId, int review, Actor by, DateTime at)
    {
        (SignedAt, SignedName) = (at, by.Name);
        Seal = ComputeSeal(incidentId, review);
    }

    internal void Erase()
    {
        (Saw, Where, Concern, Because, WithdrawnBecause) = ("", "", "", "", "");
    }

    internal void Withdraw(string because, DateTime at)
    {
        (WithdrawnAt, WithdrawnBecause) = (at, because);
        (Saw, Where, SeenAt, Concern, Conclusion, Because) = ("", "", null, "", null, "");
    }

    /// <summary>
    /// Computes the seal anew: SHA-256 over the UTF-8 JSON array of incident, review, place, reviewer and name, when it was signed and seen
    /// (round-trip form), and the words. One that differs from <see cref="Seal"/> shows that somebody changed what was signed.
    /// </summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="review">The review within it.</param>
    public string ComputeSeal(int incidentId, int review)
    {
        string?[] canonical =
        [
            incidentId.ToString(CultureInfo.InvariantCulture),
            review.ToString(CultureInfo.InvariantCulture),
            Place.ToString(CultureInfo.InvariantCulture),
            ReviewerId.ToString(CultureInfo.InvariantCulture),
            SignedName,
            RoundTrip(SignedAt),
            RoundTrip(SeenAt),
            Saw,
            Where,
            Concern,
            Conclusion?.ToString(),
            Because,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(canonical))));
    }

    private static string? RoundTrip(DateTime? at) => at is { } there ? DateTime.SpecifyKind(there, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture) : null;
}
