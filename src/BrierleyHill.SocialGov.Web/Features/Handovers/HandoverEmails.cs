using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>The e-mails about hand-overs: what kind of thing waits, its reference and a link. They name neither leaver nor account.</summary>
public static class HandoverEmails
{
    /// <summary>To those concerned: it is open.</summary>
    public static EmailText Opened(Handover handover) => new(
        $"{handover.Reference}: a hand-over has been opened",
        [$"The hand-over {handover.Reference} of a school account has been opened.", "See what there is to do here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To those concerned: the last day moved.</summary>
    public static EmailText Moved(Handover handover) => new(
        $"{handover.Reference}: the last day has moved",
        [$"The last day of the hand-over {handover.Reference} has moved.", "See the new date here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To the successor.</summary>
    public static EmailText Successor(Handover handover, string path) => new(
        $"{handover.Reference}: you are named to take over an account",
        [$"You are named to take over a school account ({handover.Reference}). You have to be ready by then: the policy acknowledged, and training in date.", "See the account here:"],
        path,
        NotificationKinds.Handovers);

    /// <summary>To those concerned: it ends otherwise.</summary>
    public static EmailText OutcomeChanged(Handover handover) => new(
        $"{handover.Reference}: what the hand-over ends in has changed",
        [$"What the hand-over {handover.Reference} ends in has been changed, and its steps with it.", "See what there is to do here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To those concerned: it is done.</summary>
    public static EmailText Completed(Handover handover) => new(
        $"{handover.Reference}: the hand-over has been completed",
        [$"The hand-over {handover.Reference} has been signed off.", "See its record here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To those concerned: it is not needed.</summary>
    public static EmailText Cancelled(Handover handover) => new(
        $"{handover.Reference}: the hand-over has been cancelled",
        [$"The hand-over {handover.Reference} has been cancelled.", "See why here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To those concerned: it waits.</summary>
    public static EmailText StillOpen(Handover handover) => new(
        $"{handover.Reference}: a hand-over is open",
        [$"The hand-over {handover.Reference} of a school account is open.", "See what there is to do here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To those concerned and senior leaders: it waits, and the last day has passed.</summary>
    public static EmailText Overdue(Handover handover) => new(
        $"{handover.Reference}: a hand-over is open after the last day",
        [$"The last day of the hand-over {handover.Reference} has passed, and it is still open.", "See what there is to do here:"],
        handover.PathOf(),
        NotificationKinds.Handovers);

    /// <summary>To the leaver: confidentiality outlasts employment (BEH-1).</summary>
    public static EmailText Confidentiality() => new(
        "Confidentiality after you have left",
        [
            "Thank you for what you have done for the school’s social media accounts.",
            "Please remember that what you learned about pupils, families and colleagues stays confidential after you have left. Do not post it, pass it on or keep copies of it.",
            "If you still have passwords, codes, pictures or messages of the school, delete them, and tell the school office.",
            "The policy can be read here, for as long as you can sign in:",
        ],
        "/policy");
}
