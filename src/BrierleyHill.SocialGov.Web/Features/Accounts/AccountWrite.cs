using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>What every form about an account carries.</summary>
public abstract class AccountForm
{
    /// <summary>The version of the account that was read.</summary>
    public int Version { get; set; }
}

/// <summary>A form that is a button.</summary>
public sealed class AccountVersionForm : AccountForm;

/// <summary>What every write to an account does alike: load it, hold the form against its version, change it, save once.</summary>
public sealed class AccountWrite(SocialGovDbContext database)
{
    /// <summary>Changes an account.</summary>
    /// <param name="id">Which.</param>
    /// <param name="form">The form, with the version that was read.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<Result> RunAsync(int id, AccountForm form, Func<SocialMediaAccount, Task<Result>> change, CancellationToken cancellationToken)
    {
        if (await database.Accounts.FindAsync([id], cancellationToken) is not { } account)
        {
            return Error.NotFound;
        }

        if (account.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var changed = await change(account);
        return changed.IsRefused ? changed : await database.TrySaveAsync(cancellationToken);
    }

    /// <inheritdoc cref="RunAsync(int, AccountForm, Func{SocialMediaAccount, Task{Result}}, CancellationToken)" />
    public Task<Result> RunAsync(int id, AccountForm form, Func<SocialMediaAccount, Result> change, CancellationToken cancellationToken) =>
        RunAsync(id, form, account => Task.FromResult(change(account)), cancellationToken);
}
