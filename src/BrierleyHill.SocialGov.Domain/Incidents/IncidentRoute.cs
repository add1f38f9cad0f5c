using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Enquiries;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What the policy fixes for a kind of incident: each is a checklist in its order (<see cref="RouteChecklists"/>). The numbers are stored and never changed.</summary>
public enum IncidentRouteKind
{
    /// <summary>Clause PUP-1.</summary>
    [Display(Name = "A pupil: behaviour policy", Description = "A pupil’s conduct online is dealt with like their conduct in school")]
    Pupil = 1,

    /// <summary>Clause PAR-2.</summary>
    [Display(Name = "A parent or carer: ask, talk, complaints procedure", Description = "Asked to remove it, then invited to talk in person, then the complaints procedure")]
    ParentOrCarer = 2,

    /// <summary>Clause BEH-5.</summary>
    [Display(Name = "A member of staff: code of conduct and disciplinary policy", Description = "Dealt with within the school, by those who are not concerned")]
    Staff = 3,

    /// <summary>Clause BEH-5.</summary>
    [Display(Name = "Illegal conduct: police and other agencies", Description = "Tell the police before anybody is questioned in school. In danger, dial 999")]
    IllegalConduct = 4,

    /// <summary>Clause BEH-5: somebody may be in danger.</summary>
    [Display(Name = "Safeguarding: designated safeguarding lead at once", Description = "The safeguarding lead is told by the portal when you start it. Speak to them in person as well")]
    Safeguarding = 5,

    /// <summary>Clauses OFF-1 and OFF-2.</summary>
    [Display(Name = "An offensive comment: block, report or delete, and explain", Description = "The audience is told exactly why something was taken away")]
    OffensiveComment = 6,

    /// <summary>Clause BEH-3.</summary>
    [Display(Name = "A journalist: media policy", Description = "Nobody replies before a senior leader has decided what is said")]
    Journalist = 7,

    /// <summary>Clause OFF-3.</summary>
    [Display(Name = "Abuse by a colleague: agreed protocol", Description = "Whoever is abused by a colleague is protected and supported, whatever the colleague’s position")]
    AbuseByColleague = 8,
}

/// <summary>One step of a route. The numbers are stored and never changed.</summary>
public enum RouteStepKind
{
    /// <summary>PUP-1.</summary>
    [Display(Name = "Dealt with under the behaviour policy", Description = "What the behaviour policy says for it, and who does it.")]
    BehaviourPolicyApplied = 1,

    /// <summary>PUP-1.</summary>
    [Display(Name = "Family of the pupil told", Description = "The parents or carers hear of it from the school, and what they can do at home.")]
    FamilyOfPupilTold = 2,

    /// <summary>PUP-1.</summary>
    [Display(Name = "Safe use taught again", Description = "What is taken up with the pupil, or with the class, so that it does not happen again.")]
    SafeUseTaught = 3,

    /// <summary>PAR-2, first.</summary>
    [Display(Name = "Asked to remove it", Description = "Ask the parent or carer, kindly and in private, to take it down themselves.")]
    AskedToRemove = 4,

    /// <summary>PAR-2, second.</summary>
    [Display(Name = "Invited to talk in person", Description = "Invite them to school, or ring them: most of it is settled in a conversation.")]
    InvitedToTalk = 5,

    /// <summary>PAR-2, third.</summary>
    [Display(Name = "Complaints procedure", Description = "Give them the complaints procedure, and say who deals with their complaint.")]
    ComplaintsProcedure = 6,

    /// <summary>BEH-5.</summary>
    [Display(Name = "Held against the code of conduct", Description = "Which parts of the code of conduct it touches, and what the member of staff says.")]
    CodeOfConductChecked = 7,

    /// <summary>BEH-5.</summary>
    [Display(Name = "Disciplinary policy: decided whether it applies", Description = "Who decided, with whose advice. The procedure itself is kept in the personnel file, not here.")]
    DisciplinaryDecided = 8,

    /// <summary>BEH-5.</summary>
    [Display(Name = "What shows it kept as it is", Description = "Links, dates and pictures of the screen, before anything is taken down. Never a picture of abuse of a child.")]
    EvidenceKept = 9,

    /// <summary>BEH-5.</summary>
    [Display(Name = "Police told", Description = "101, or 999 where somebody is in danger. Note the reference, and record it as a referral.")]
    PoliceTold = 10,

    /// <summary>BEH-5.</summary>
    [Display(Name = "Other agencies told", Description = "The platform, the local authority, the safeguarding partnership: whoever has to know.")]
    OtherAgenciesTold = 11,

    /// <summary>At once.</summary>
    [Display(Name = "Designated safeguarding lead spoken to", Description = "In person or by telephone. The portal’s message does not replace it.")]
    SafeguardingLeadSpokenTo = 12,

    /// <summary>What follows from it.</summary>
    [Display(Name = "What the safeguarding lead decided", Description = "What is done next, and who does it. Details belong in the safeguarding file, not here.")]
    SafeguardingLeadDecided = 13,

    /// <summary>OFF-2.</summary>
    [Display(Name = "Blocked, reported or deleted", Description = "Do it on the platform first. Keep a picture of the screen as evidence before that.")]
    CommentRemoved = 14,

    /// <summary>OFF-2.</summary>
    [Display(Name = "Explanation given to the audience", Description = "Whoever saw it, or sees that it is gone, is told exactly why.")]
    AudienceExplained = 15,

    /// <summary>BEH-3.</summary>
    [Display(Name = "Everybody told to answer nothing yet", Description = "Whoever may be asked knows that enquiries go to a senior leader.")]
    NothingAnsweredYet = 16,

    /// <summary>BEH-3.</summary>
    [Display(Name = "Dealt with under the media policy", Description = "What is said, by whom, and who cleared it.")]
    MediaPolicyFollowed = 17,

    /// <summary>OFF-3.</summary>
    [Display(Name = "Reported by the agreed protocol", Description = "To whom the protocol says, and who that was.")]
    ProtocolFollowed = 18,

    /// <summary>OFF-3.</summary>
    [Display(Name = "Support offered to whoever was abused", Description = "What was offered, and whether it was taken up.")]
    SupportOffered = 19,
}

/// <summary>How a step of a route stands.</summary>
public enum RouteStepState
{
    /// <summary>To do.</summary>
    [Display(Name = "To do")]
    Open,

    /// <summary>Done.</summary>
    [Display(Name = "Done")]
    Done,

    /// <summary>Left out, for a reason.</summary>
    [Display(Name = "Skipped")]
    Skipped,
}

/// <summary>One step of a route: who, when, what was done and what came of it. It is changed by its incident alone.</summary>
public sealed class RouteStep
{
    private RouteStep()
    {
    }

    internal RouteStep(RouteStepKind kind, int order) => (Kind, Order) = (kind, order);

    /// <summary>The row's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>What is to be done.</summary>
    public RouteStepKind Kind { get; private set; }

    /// <summary>Its place in the route, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>How it stands.</summary>
    public RouteStepState State { get; private set; }

    /// <summary>Who recorded it.</summary>
    public int? ById { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime? At { get; private set; }

    /// <summary>What was done; of the step that explains, the explanation. "" where it was skipped.</summary>
    public string Note { get; private set; } = "";

    /// <summary>What came of it, or "".</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Why it was skipped, or "".</summary>
    public string SkippedBecause { get; private set; } = "";

    /// <summary>What was done to the comment, of the step that asks for it.</summary>
    public RemovalMeans Means { get; private set; }

    /// <summary>Whether it was done or skipped.</summary>
    public bool IsSettled => State != RouteStepState.Open;

    internal void Do(string note, string outcome, RemovalMeans means, int? byId, DateTime at) =>
        (State, Note, Outcome, Means, SkippedBecause, ById, At) = (RouteStepState.Done, note, outcome, means, "", byId, at);

    internal void Skip(string because, int? byId, DateTime at) =>
        (State, Note, Outcome, Means, SkippedBecause, ById, At) = (RouteStepState.Skipped, "", "", RemovalMeans.None, because, byId, at);

    internal void Reopen() =>
        (State, Note, Outcome, Means, SkippedBecause, ById, At) = (RouteStepState.Open, "", "", RemovalMeans.None, "", null, null);
}

/// <summary>A route that an incident takes: a checklist in its order. It is changed by its incident alone.</summary>
public sealed class IncidentRoute
{
    private readonly List<RouteStep> _steps = [];

    private IncidentRoute()
    {
    }

    internal IncidentRoute(IncidentRouteKind kind, int number, int? byId, DateTime at)
    {
        (Kind, Number, StartedById, StartedAt) = (kind, number, byId, at);
        _steps.AddRange(RouteChecklists.Of(kind).Select((step, place) => new RouteStep(step, place + 1)));
    }

    /// <summary>The row's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Its number within the incident, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Which route it is.</summary>
    public IncidentRouteKind Kind { get; private set; }

    /// <summary>Who started it.</summary>
    public int? StartedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When it was taken off, UTC.</summary>
    public DateTime? TakenOffAt { get; private set; }

    /// <summary>Who took it off.</summary>
    public int? TakenOffById { get; private set; }

    /// <summary>Why it was taken off, or "".</summary>
    public string TakenOffBecause { get; private set; } = "";

    /// <summary>The steps as they are stored. <see cref="Checklist"/> has them in order.</summary>
    public IReadOnlyList<RouteStep> Steps => _steps;

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<RouteStep> Checklist => [.. _steps.OrderBy(step => step.Order)];

    /// <summary>Whether it counts: it was not taken off.</summary>
    public bool IsTaken => TakenOffAt is null;

    /// <summary>Whether every step is done or skipped.</summary>
    public bool IsFinished => _steps.TrueForAll(step => step.IsSettled);

    /// <summary>The step that comes next, or <see langword="null"/> where none is left.</summary>
    public RouteStep? Next => Checklist.FirstOrDefault(step => !step.IsSettled);

    /// <summary>The step that was settled last, the only one that can be taken back; <see langword="null"/> where none was.</summary>
    public RouteStep? Last => Checklist.LastOrDefault(step => step.IsSettled);

    internal void TakeOff(string because, int? byId, DateTime at) => (TakenOffBecause, TakenOffById, TakenOffAt) = (because, byId, at);
}
