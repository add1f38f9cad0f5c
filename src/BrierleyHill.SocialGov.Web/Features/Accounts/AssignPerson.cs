using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Assigns a person to an account, or gives them another role on it.</summary>
public sealed class AssignPerson(SocialGovDbContext database, AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Assigns them.</summary>
    /// <returns>What the page is to say, or why it cannot be done.</returns>
    public async Task<Result<string>> RunAsync(int id, AssignForm form, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var assigned = await write.RunAsync(
            id,
            form,
            account => form.Role is not { } role
                ? AccountErrors.Missing("Role", "Choose what the person does on the account.")
                : account.Assign(form.PersonId ?? 0, role, directory, person.Actor, now),
            cancellationToken);
        if (assigned.IsRefused)
        {
            return assigned.Error;
        }

        var whom = directory.Find(form.PersonId!.Value)!;
        var readiness = (await database.LoadReadinessFactsAsync(cancellationToken)).Of(whom, now);
        var done = $"{whom.FullName} is now {Words.InSentence(form.Role!.Value.InWords())} of the account.";
        return readiness.IsReady ? done : $"{done} They are not ready yet: see below what is missing.";
    }
}

/// <summary>Ends a person's assignment to an account.</summary>
public sealed class EndAssignment(SocialGovDbContext database, AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Ends it.</summary>
    public Task<Result> RunAsync(int id, int personId, EndAssignmentForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        async account => account.EndAssignment(
            personId, form.Because, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);
}

/// <summary>The form that assigns.</summary>
public sealed class AssignForm : AccountForm
{
    /// <summary>Whom.</summary>
    [Display(Name = "Who?")]
    public int? PersonId { get; set; }

    /// <summary>As what.</summary>
    [Display(Name = "What do they do on the account?")]
    public AssignmentRole? Role { get; set; }
}

/// <summary>The form that ends an assignment.</summary>
public sealed class EndAssignmentForm : AccountForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why does it end?", Description = "It stays on the record. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? Because { get; set; }
}
