using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Who takes over.</summary>
public sealed class SuccessorForm : HandoverForm
{
    /// <summary>Who.</summary>
    [Display(Name = "Who takes over?", Description = "Whoever leaves the school too is not listed")]
    public int? PersonId { get; set; }

    /// <summary>What they do on the account from now on.</summary>
    [Display(Name = "What do they do on the account from now on?", Description = "A new lead administrator makes the lead so far a deputy")]
    public AssignmentRole? Role { get; set; }
}

/// <summary>Names who takes over, and assigns them to the account where they are not yet: both are saved together.</summary>
public sealed class NameSuccessor(HandoverWrite write)
{
    /// <summary>Names them.</summary>
    public Task<Result> RunAsync(int id, SuccessorForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        (handover, account, circumstances, by, at) => handover.NameSuccessor(form.PersonId, form.Role, account, circumstances.Directory, by, at),
        cancellationToken);
}
