using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Cancels a hand-over.</summary>
public sealed class CancelHandover(HandoverWrite write)
{
    /// <summary>Cancels it.</summary>
    public Task<Result> RunAsync(int id, HandoverReasonForm form, CancellationToken cancellationToken) => write.RunAsync(
        id, form.Version, (handover, _, _, by, at) => handover.Cancel(form.Because, by, at), cancellationToken);
}
