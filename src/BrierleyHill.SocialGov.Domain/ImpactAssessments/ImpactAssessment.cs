using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>
/// A data protection impact assessment in the ICO's seven steps (clauses DP-1, DP-2). It owns what is asked, who may change it when,
/// and who may advise and decide. Lifecycle: see <see cref="AssessmentStatus"/>. This file holds what it is; what its author does
/// stands in Writing, what the data protection officer and the leaders do in Advice, what it covers in Covering.
/// </summary>
public sealed partial class ImpactAssessment : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "DPIA";

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaximumLength = 100;

    /// <summary>Longest answer, in characters.</summary>
    public const int AnswerMaximumLength = 4000;

    /// <summary>Longest advice, reason, comment and note, in characters.</summary>
    public const int ReasonMaximumLength = 2000;

    /// <summary>Longest reference of the ICO, in characters.</summary>
    public const int IcoReferenceMaximumLength = 50;

    /// <summary>The most risks that one assessment can have.</summary>
    public const int MostRisks = 50;

    private readonly List<AssessmentRound> _rounds = [];
    private readonly List<AssessmentDecision> _decisions = [];
    private readonly List<AssessmentCoverage> _coverage = [];

    private ImpactAssessment()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Who writes it: whoever started it.</summary>
    public int AuthorId { get; private set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public AssessmentStatus Status { get; private set; }

    /// <summary>When its present status began, UTC.</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>The business case that it was begun from, or <see langword="null"/>.</summary>
    public int? StartedForApplicationId { get; private set; }

    /// <summary>The assessment that this one is a new version of.</summary>
    public int? SupersedesId { get; private set; }

    /// <summary>When a new version of this one was begun, UTC.</summary>
    public DateTime? SuccessorStartedAt { get; private set; }

    /// <summary>The screening's questions that are answered.</summary>
    public ScreeningPoints ScreeningAnswered { get; private set; }

    /// <summary>Those that are answered yes.</summary>
    public ScreeningPoints ScreeningYes { get; private set; }

    /// <summary>What the screening came to.</summary>
    public ScreeningOutcome Screened { get; private set; }

    /// <summary>Why none is needed; why the data protection officer thinks otherwise.</summary>
    public string ScreeningReason { get; private set; } = "";

    /// <summary>What the author has written, as far as it is.</summary>
    public AssessmentContent Content { get; private set; } = AssessmentContent.Empty("");

    /// <summary>How often the content has been changed. It grows with each save that changes something.</summary>
    public int ContentVersion { get; private set; }

    /// <summary>The number given to the risk added last.</summary>
    public int LastRiskNumber { get; private set; }

    /// <summary>What changed so that it had to be looked at again, until it is signed off anew.</summary>
    public string? ReopenedBecause { get; private set; }

    /// <summary>When it was reopened, UTC. Judgements, an acceptance and a decision from before no longer count.</summary>
    public DateTime? ReopenedAt { get; private set; }

    /// <summary>When its review falls due, London; set by a sign-off.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>The reminder of the review that was given last (<see cref="ReminderSchedule"/>).</summary>
    public int ReviewStep { get; private set; }

    /// <summary>The decision to consult the ICO.</summary>
    public IcoConsultation? Ico { get; private set; }

    /// <summary>That a leader accepts the residual risk.</summary>
    public ResidualAcceptance? Acceptance { get; private set; }

    /// <summary>Every sending, oldest first.</summary>
    public IReadOnlyList<AssessmentRound> Rounds => _rounds;

    /// <summary>Every decision, oldest first. Those of before a reopening stay.</summary>
    public IReadOnlyList<AssessmentDecision> Decisions => _decisions;

    /// <summary>The business cases that it covers, as they were when it was sent or signed off.</summary>
    public IReadOnlyList<AssessmentCoverage> Coverage => _coverage;

    /// <summary>Whether its author can edit it now.</summary>
    public bool IsEditable => Status is AssessmentStatus.Draft or AssessmentStatus.ReturnedByDpo;

    /// <summary>Whether the screening is done and said that the steps are to be worked through.</summary>
    public bool IsToBeDone => Screened is ScreeningOutcome.Needed or ScreeningOutcome.DoneAnyway or ScreeningOutcome.Overturned;

    /// <summary>The decision that holds now: the sign-off of a signed-off assessment, the return of a returned one; else nothing.</summary>
    public AssessmentDecision? CurrentDecision =>
        Status is AssessmentStatus.ReturnedByDpo or AssessmentStatus.SignedOff or AssessmentStatus.Refused or AssessmentStatus.Superseded
            ? _decisions[^1]
            : null;

    /// <summary>Whether the residual risk of the content as it is now has been accepted.</summary>
    public bool IsResidualAccepted => Acceptance is { } accepted && accepted.ContentVersion == ContentVersion && !IsFromBeforeReopening(accepted.AcceptedAt);

    /// <summary>Whether the decision to consult the ICO is recorded, and not from before a reopening.</summary>
    public bool IsIcoDecided => Ico is { } decided && !IsFromBeforeReopening(decided.RecordedAt);

    /// <summary>Begins an assessment.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="application">The business case that it is begun from, or <see langword="null"/>.</param>
    /// <param name="author">Whoever is signed in: every member of staff may begin one.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="ArgumentException">The actor is not a person.</exception>
    public static Result<ImpactAssessment> Start(string? title, CoverableCase? application, Actor author, DateTime at)
    {
        var about = PlainText.CleanLine(title);
        if (about.Length == 0)
        {
            return ImpactAssessmentErrors.TitleMissing;
        }

        if (about.Length > TitleMaximumLength)
        {
            return ImpactAssessmentErrors.TooLong(nameof(Title), TitleMaximumLength);
        }

        var assessment = new ImpactAssessment
        {
            AuthorId = author.PersonId ?? throw new ArgumentException("An impact assessment is begun by a person.", nameof(author)),
            Title = about,
            Content = AssessmentContent.Empty(about),
            Status = AssessmentStatus.Draft,
            StatusSince = at,
            StartedAt = at,
            StartedForApplicationId = application?.ApplicationId,
        };
        assessment.Record(new AssessmentStarted(application?.Reference, author, at));
        return assessment;
    }

    /// <summary>Whether this person has given advice on it as data protection officer.</summary>
    public bool HasAdvised(int personId) =>
        _rounds.Exists(round => round.Comments.Any(comment => comment.ById == personId))
        || _decisions.Exists(decision => decision.DecidedById == personId && decision.Outcome != AssessmentOutcome.Overruled);

    /// <summary>
    /// What the data protection officer's word on an answer is now, or <see langword="null"/> when it is to be judged: the latest
    /// comment on it, as long as the answer still reads as it did then and nothing has reopened the assessment since.
    /// </summary>
    public AnswerComment? CurrentComment(AssessmentAnswer answer, PeopleDirectory directory)
    {
        var judged = _rounds.FindLast(round => round.Comments.Any(comment => comment.Key == answer.Key));
        if (judged is null || IsFromBeforeReopening(judged.SentAt))
        {
            return null;
        }

        var then = judged.Content.Answers(directory).FirstOrDefault(earlier => earlier.Key == answer.Key);
        return string.Equals(then?.Answer, answer.Answer, StringComparison.Ordinal) ? judged.Comments.Last(comment => comment.Key == answer.Key) : null;
    }

    /// <summary>The last comment on an answer, whether or not the answer has been changed since: what its author reads beside it.</summary>
    public AnswerComment? LastComment(string key) =>
        _rounds.FindLast(round => round.Comments.Any(comment => comment.Key == key))?.Comments.Last(comment => comment.Key == key);

    /// <summary>
    /// What an answer was in the round before the last, where the last one has it otherwise; "" when there was none then, and
    /// <see langword="null"/> when it is the same or there was no round before.
    /// </summary>
    public string? Earlier(AssessmentAnswer answer, PeopleDirectory directory)
    {
        if (_rounds.Count < 2)
        {
            return null;
        }

        var before = _rounds[^2].Content.Answers(directory).FirstOrDefault(earlier => earlier.Key == answer.Key);
        return string.Equals(before?.Answer, answer.Answer, StringComparison.Ordinal) ? null : before?.Answer ?? "";
    }

    /// <summary>The answers that were given: those that are to be judged.</summary>
    public IEnumerable<AssessmentAnswer> JudgedAnswers(PeopleDirectory directory) => Content.Answers(directory).Where(answer => answer.Answer is not null);

    private bool IsFromBeforeReopening(DateTime at) => ReopenedAt is { } reopened && at <= reopened;

    private bool IsHighResidual => Content.HighestResidual() == RiskLevel.High;

    private void MoveTo(AssessmentStatus status, DateTime at) => (Status, StatusSince) = (status, at);

    private static Result CheckLength(string text, string field, int limit) =>
        text.Length > limit ? ImpactAssessmentErrors.TooLong(field, limit) : Result.Done;
}
