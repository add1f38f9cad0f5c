using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Declarations;

/// <summary>Changes what was declared about an account.</summary>
public sealed class ChangeDeclaration(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Changes it.</summary>
    public async Task<Result> RunAsync(int id, DeclarationForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindDeclarationAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var declaration = found.Value;
        if (!person.Actor.Is(declaration.PersonId))
        {
            return DeclarationErrors.NotYours;
        }

        if (declaration.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return declaration.IsCurrent ? stale : DeclarationErrors.AlreadyWithdrawn;
        }

        var own = await database.LoadDeclarationsOfAsync(person.Actor, cancellationToken);
        var changed = declaration.Change(form.Answers, own, person.Actor, clock.UtcNow());
        return changed.IsRefused ? changed : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>What one click says about a declaration: that it still holds, that the disclaimer is shown now, or that it holds no longer.</summary>
public sealed class AnswerForDeclaration(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Confirms it again.</summary>
    public Task<Result> ConfirmAsync(int id, DeclarationVersionForm form, CancellationToken cancellationToken) =>
        RunAsync(id, form, declaration => declaration.Confirm(person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Says that the disclaimer is shown now.</summary>
    public Task<Result> AddDisclaimerAsync(int id, DeclarationVersionForm form, CancellationToken cancellationToken) =>
        RunAsync(id, form, declaration => declaration.AddDisclaimer(person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Withdraws it.</summary>
    public Task<Result> WithdrawAsync(int id, DeclarationVersionForm form, CancellationToken cancellationToken) =>
        RunAsync(id, form, declaration => declaration.Withdraw(person.Actor, clock.UtcNow()), cancellationToken);

    private async Task<Result> RunAsync(
        int id, DeclarationVersionForm form, Func<PersonalAccountDeclaration, Result> act, CancellationToken cancellationToken)
    {
        var found = await database.FindDeclarationAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        // What was confirmed is what was seen: a declaration that was changed in another window is looked at first.
        var acted = act(found.Value);
        if (acted.IsRefused)
        {
            return acted;
        }

        return found.Value.CheckVersion(form.Version) is { IsRefused: true } stale ? stale : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>A form with nothing to fill in.</summary>
public sealed class DeclarationVersionForm
{
    /// <summary>The version of the declaration that was read.</summary>
    public int Version { get; set; }
}
