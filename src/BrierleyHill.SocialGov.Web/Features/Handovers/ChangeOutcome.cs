using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>What the hand-over is to end in.</summary>
public sealed class OutcomeForm : HandoverForm
{
    /// <summary>Transfer or close.</summary>
    [Display(Name = "What does the hand-over end in?")]
    public HandoverOutcome? Outcome { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you change it?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(Handover.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Changes what a hand-over ends in.</summary>
public sealed class ChangeOutcome(HandoverWrite write)
{
    /// <summary>Changes it.</summary>
    public Task<Result> RunAsync(int id, OutcomeForm form, CancellationToken cancellationToken) => write.RunAsync(
        id, form.Version, (handover, _, _, by, at) => handover.ChangeOutcome(form.Outcome, form.Because, by, at), cancellationToken);
}
