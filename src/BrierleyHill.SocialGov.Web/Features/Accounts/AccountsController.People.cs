using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <content>Who looks after an account.</content>
public sealed partial class AccountsController
{
    /// <summary>Who looks after the account, and the form that assigns somebody.</summary>
    [HttpGet("{id:int}/people")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> People(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(People), id, account => account.CheckMayAssign(person.Actor), account => new AssignForm { Version = account.Version }, cancellationToken);

    /// <summary>Assigns somebody.</summary>
    [HttpPost("{id:int}/people")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> People(int id, AssignForm form, [FromServices] AssignPerson assign, CancellationToken cancellationToken)
    {
        var message = "";
        return DoAsync(
            nameof(People),
            id,
            form,
            async () =>
            {
                var assigned = await assign.RunAsync(id, form, cancellationToken);
                message = assigned.IsRefused ? "" : assigned.Value;
                return assigned.IsRefused ? assigned.Error : Result.Done;
            },
            () => Done(id, message, nameof(People)),
            cancellationToken);
    }

    /// <summary>The form that ends an assignment; a person may end their own.</summary>
    [HttpGet("{id:int}/people/{personId:int}/end")]
    public Task<IActionResult> EndAssignment(int id, int personId, CancellationToken cancellationToken) => AskAsync(
        nameof(EndAssignment),
        id,
        account => account.CheckMayEndAssignment(personId, person.Actor),
        account => new EndAssignmentForm { Version = account.Version },
        cancellationToken);

    /// <summary>Ends it.</summary>
    [HttpPost("{id:int}/people/{personId:int}/end")]
    public Task<IActionResult> EndAssignment(
        int id, int personId, EndAssignmentForm form, [FromServices] EndAssignment end, CancellationToken cancellationToken) => DoAsync(
        nameof(EndAssignment),
        id,
        form,
        () => end.RunAsync(id, personId, form, cancellationToken),
        () => Done(id, "The assignment has ended. The person and the account’s administrators have been told."),
        cancellationToken);
}
