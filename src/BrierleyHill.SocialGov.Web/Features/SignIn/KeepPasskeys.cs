using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The form that adds a passkey, or gives one another name.</summary>
public sealed class PasskeyNameForm
{
    /// <summary>By what the person will know it.</summary>
    [Display(Name = "Name of the passkey", Description = "The device that it is on, such as “Office laptop” or “My phone”")]
    public string? Name { get; set; }

    /// <summary>What <c>navigator.credentials.create</c> gave, JSON; nothing when a passkey is renamed.</summary>
    public string? Credential { get; set; }

    /// <summary>The page to lead on to at the end.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The name so far, when a passkey is renamed.</summary>
    [BindNever]
    public string Before { get; set; } = "";
}

/// <summary>Adds a passkey that the person's device has just made. Every other session of the person ends.</summary>
public sealed class AddPasskey(SocialGovDbContext database, CurrentPerson current, EmailOutbox outbox, TimeProvider clock)
{
    /// <summary>The person, for the device to show.</summary>
    public Task<Person> FindPersonAsync(CancellationToken cancellationToken) =>
        database.People.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken);

    /// <summary>Whether the name will do. It is asked before the device makes a passkey that nobody would keep.</summary>
    public static Result Check(PasskeyNameForm form) => SecondFactorRules.CheckPasskeyName(PlainText.CleanLine(form.Name));

    /// <summary>Adds it.</summary>
    /// <param name="form">The name.</param>
    /// <param name="made">What the device made, verified.</param>
    /// <param name="cancellationToken">Ends the work; nothing is then added.</param>
    public async Task<Result<SecondFactorSetUp>> RunAsync(PasskeyNameForm form, UserPasskeyInfo made, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var name = PlainText.CleanLine(form.Name);
        if (SecondFactorRules.CheckPasskeyName(name) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        if (await database.UserPasskeys.CountAsync(passkey => passkey.UserId == current.Id, cancellationToken) >= SecondFactorRules.MostPasskeys)
        {
            return SignInErrors.TooManyPasskeys;
        }

        database.UserPasskeys.Add(SignInPasskey.Keep(current.Id, made, name, at));
        account.AddPasskey();
        database.Note(new PasskeyAdded(name, current.Actor, at), person);
        var codes = account.GiveFirstRecoveryCodes(at);
        if (codes.Count > 0)
        {
            database.Note(new RecoveryCodesMade(current.Actor, at), person);
        }

        outbox.Queue(database, person, SignInEmails.PasskeyAdded(), at);
        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : new SecondFactorSetUp(account, codes);
    }
}

/// <summary>Gives a passkey another name.</summary>
public sealed class RenamePasskey(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>The name so far, or <see langword="null"/> when the person has no such passkey.</summary>
    public async Task<string?> FindNameAsync(Guid number, CancellationToken cancellationToken) =>
        (await database.FindPasskeyAsync(number, current.Id, cancellationToken))?.Name;

    /// <summary>Renames it.</summary>
    public async Task<Result> RunAsync(Guid number, PasskeyNameForm form, CancellationToken cancellationToken)
    {
        if (await database.FindPasskeyAsync(number, current.Id, cancellationToken) is not { } passkey)
        {
            return Error.NotFound;
        }

        var name = PlainText.CleanLine(form.Name);
        if (SecondFactorRules.CheckPasskeyName(name) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        if (!string.Equals(passkey.Name, name, StringComparison.Ordinal))
        {
            var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
            database.Note(new PasskeyRenamed(passkey.Name, name, current.Actor, clock.UtcNow()), person);
            passkey.Data.Name = name;
        }

        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>Removes a passkey: the portal no longer accepts it. Every other session of the person ends.</summary>
public sealed class RemovePasskey(SocialGovDbContext database, CurrentPerson current, EmailOutbox outbox, TimeProvider clock)
{
    /// <summary>The name, or <see langword="null"/> when the person has no such passkey.</summary>
    public async Task<string?> FindNameAsync(Guid number, CancellationToken cancellationToken) =>
        (await database.FindPasskeyAsync(number, current.Id, cancellationToken))?.Name;

    /// <summary>Removes it.</summary>
    /// <returns>The account with its new stamp, to keep the present session with.</returns>
    public async Task<Result<SignInAccount>> RunAsync(Guid number, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        if (await database.FindPasskeyAsync(number, current.Id, cancellationToken) is not { } passkey)
        {
            return Error.NotFound;
        }

        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        account.RemovePasskey(await database.UserPasskeys.AnyAsync(
            other => other.UserId == current.Id && other.Number != number, cancellationToken));
        database.UserPasskeys.Remove(passkey);
        database.Note(new PasskeyRemoved(passkey.Name, current.Actor, at), person);
        outbox.Queue(database, person, SignInEmails.PasskeyRemoved(), at);
        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : account;
    }
}

internal static class OwnPasskeys
{
    // Somebody else's passkey is as little there as one that never was.
    public static Task<SignInPasskey?> FindPasskeyAsync(
        this SocialGovDbContext database, Guid number, int personId, CancellationToken cancellationToken) =>
        database.UserPasskeys.SingleOrDefaultAsync(passkey => passkey.Number == number && passkey.UserId == personId, cancellationToken);
}
