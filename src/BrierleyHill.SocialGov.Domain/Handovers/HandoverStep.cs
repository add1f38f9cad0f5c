using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>What is seen to in a hand-over, in the order in which it is shown.</summary>
public enum HandoverStepKind
{
    /// <summary>Somebody takes over. Naming them does it.</summary>
    [Display(Name = "Successor named and ready", Description = "Who takes over what the leaver did. The portal checks that they are ready before the hand-over can be completed.")]
    Successor,

    /// <summary>The leaver’s own roles on the platform.</summary>
    [Display(Name = "Leaver’s roles on the platform removed", Description = "A page or group often hangs on people’s own profiles. Remove the leaver’s role there, and look at the list of roles afterwards.")]
    PlatformRoles,

    /// <summary>A new password, and new recovery codes.</summary>
    [Display(Name = "Password and other secrets changed", Description = "Set a new password on the platform, sign out every session there, and store the new one in the vault. Ask for new recovery codes too.")]
    Rotation,

    /// <summary>What lets somebody back in.</summary>
    [Display(Name = "One-time code device, recovery e-mail and recovery phone moved", Description = "None of them may be the leaver’s: whoever receives a code can get back in.")]
    Recovery,

    /// <summary>Posts that would still go out.</summary>
    [Display(Name = "Posts that the leaver scheduled checked", Description = "Look through what is scheduled on the platform and in other tools. Decide for each whether it still goes out, and who answers for it.")]
    ScheduledPosts,

    /// <summary>Clause BEH-1.</summary>
    [Display(Name = "Leaver reminded that confidentiality outlasts employment", Description = "What they learned about pupils, families and colleagues stays confidential after they have left.")]
    Confidentiality,

    /// <summary>What must not be lost.</summary>
    [Display(Name = "Content archived", Description = "Download the posts, pictures and messages that the school has to keep, and store them where the school stores its records.")]
    ContentArchived,

    /// <summary>Followers are told.</summary>
    [Display(Name = "Closing notice posted", Description = "Tell followers that the account closes, when, and where they find the school from then on.")]
    ClosingNotice,

    /// <summary>Closed where it is kept.</summary>
    [Display(Name = "Account closed on the platform", Description = "Delete or deactivate it there for good. Do it last: what is not archived then is lost.")]
    PlatformClosed,

    /// <summary>Not listed any more. Completing the hand-over does it.</summary>
    [Display(Name = "Taken off the public register", Description = "The portal does this itself when the hand-over is completed: the account is then closed in the register.")]
    OffRegister,
}

/// <summary>How a step stands.</summary>
public enum HandoverStepState
{
    /// <summary>To do.</summary>
    [Display(Name = "To do")]
    Open,

    /// <summary>Done.</summary>
    [Display(Name = "Done")]
    Done,

    /// <summary>There is nothing to do, for a reason.</summary>
    [Display(Name = "Not applicable")]
    NotApplicable,
}

/// <summary>One step of a hand-over: who saw to it, when, and with what evidence. It is changed by its hand-over alone.</summary>
public sealed class HandoverStep
{
    private HandoverStep()
    {
    }

    internal HandoverStep(HandoverStepKind kind) => Kind = kind;

    /// <summary>The row’s key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>What is seen to.</summary>
    public HandoverStepKind Kind { get; private set; }

    /// <summary>How it stands.</summary>
    public HandoverStepState State { get; private set; }

    /// <summary>Who saw to it; the portal itself where nobody.</summary>
    public int? ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? At { get; private set; }

    /// <summary>The evidence, or why the step does not apply.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Whether somebody saw to it, or said why there is nothing to do.</summary>
    public bool IsSettled => State != HandoverStepState.Open;

    internal void Settle(HandoverStepState state, string note, int? byId, DateTime at) => (State, Note, ById, At) = (state, note, byId, at);

    internal void Reopen() => (State, Note, ById, At) = (HandoverStepState.Open, "", null, null);
}

/// <summary>Which steps a hand-over has, and what may be said of them.</summary>
public static class HandoverSteps
{
    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<HandoverStepKind> Each { get; } = Enum.GetValues<HandoverStepKind>();

    /// <summary>The steps that apply, in order.</summary>
    /// <param name="outcome">What the hand-over is to end in.</param>
    /// <param name="hasLeaver">Whether somebody leaves.</param>
    /// <param name="handlesSecrets">Whether the leaver administered the account or knows one of its secrets. A poster who never saw one has nothing to rotate or to move.</param>
    public static IReadOnlyList<HandoverStepKind> Of(HandoverOutcome outcome, bool hasLeaver, bool handlesSecrets) =>
        [.. Each.Where(kind => Applies(kind, outcome, hasLeaver, handlesSecrets))];

    /// <summary>Whether a step can be called not applicable with a reason. A password is always changed, and the portal itself takes a closed account off the register.</summary>
    public static bool MayNotApply(this HandoverStepKind kind) =>
        kind is not (HandoverStepKind.Rotation or HandoverStepKind.OffRegister);

    /// <summary>Whether somebody ticks it. The others are done by naming a successor, and by completing the hand-over.</summary>
    public static bool IsTicked(this HandoverStepKind kind) => kind is not (HandoverStepKind.Successor or HandoverStepKind.OffRegister);

    /// <summary>The steps that have to be settled before this one: only what could not be made good afterwards waits.</summary>
    public static IReadOnlyList<HandoverStepKind> WaitsFor(this HandoverStepKind kind) =>
        kind == HandoverStepKind.PlatformClosed ? [HandoverStepKind.ContentArchived, HandoverStepKind.ClosingNotice] : [];

    private static bool Applies(HandoverStepKind kind, HandoverOutcome outcome, bool hasLeaver, bool handlesSecrets) => kind switch
    {
        HandoverStepKind.Successor or HandoverStepKind.PlatformRoles => outcome == HandoverOutcome.Transfer,
        HandoverStepKind.Rotation or HandoverStepKind.Recovery => outcome == HandoverOutcome.Transfer && handlesSecrets,
        HandoverStepKind.ScheduledPosts or HandoverStepKind.Confidentiality => hasLeaver,
        HandoverStepKind.ContentArchived or HandoverStepKind.ClosingNotice or HandoverStepKind.PlatformClosed or HandoverStepKind.OffRegister =>
            outcome == HandoverOutcome.Close,
    };
}
