using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>What is said of a step.</summary>
public sealed class StepForm : HandoverForm
{
    /// <summary>Done, or not applicable.</summary>
    [Display(Name = "How does this step stand?")]
    public HandoverStepState? State { get; set; }

    /// <summary>The evidence, or why it does not apply.</summary>
    [Display(
        Name = "What was done, and how do you know?",
        Description = "If the step does not apply, say why. Do not write down any password or code, and do not name any child")]
    [MaximumCharacters(Handover.NoteMaximumLength)]
    public string? Note { get; set; }
}

/// <summary>Says that a step is done, or does not apply.</summary>
public sealed class SettleStep(HandoverWrite write)
{
    /// <summary>Says it.</summary>
    public Task<Result> RunAsync(int id, HandoverStepKind kind, StepForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        (handover, account, circumstances, by, at) => handover.SettleStep(kind, form.State, form.Note, account, circumstances, by, at),
        cancellationToken);
}

/// <summary>Takes back what was said of a step.</summary>
public sealed class TakeStepBack(HandoverWrite write)
{
    /// <summary>Takes it back.</summary>
    public Task<Result> RunAsync(int id, HandoverStepKind kind, HandoverReasonForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        (handover, account, circumstances, by, at) => handover.TakeStepBack(kind, form.Because, account, circumstances.Directory, by, at),
        cancellationToken);
}
