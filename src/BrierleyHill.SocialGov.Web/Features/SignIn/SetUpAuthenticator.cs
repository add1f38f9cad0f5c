using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The form that sets up an authenticator app.</summary>
public sealed class SetUpAuthenticatorForm
{
    /// <summary>The key that is being set up, encrypted: only the portal reads it.</summary>
    public string? Sealed { get; set; }

    /// <summary>The code that the app shows for the key.</summary>
    [Display(Name = "Code that your app shows now", Description = "Six digits")]
    public string? Code { get; set; }

    /// <summary>The page to lead on to at the end.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The key in groups of four, for whoever types it.</summary>
    [BindNever]
    public string Key { get; set; } = "";

    /// <summary>What the QR code says (the <c>otpauth</c> address that apps read).</summary>
    [BindNever]
    public string Address { get; set; } = "";

    /// <summary>Whether an app is set up already, which this one replaces.</summary>
    [BindNever]
    public bool Replaces { get; set; }
}

/// <summary>A second factor that was just set up.</summary>
/// <param name="Account">The account with its new stamp, to keep the present session with.</param>
/// <param name="NewCodes">The recovery codes to show, once; empty where the person has some already.</param>
public sealed record SecondFactorSetUp(SignInAccount Account, IReadOnlyList<string> NewCodes);

/// <summary>Sets up an authenticator app, once a first code shows that it holds the key. Every other session of the person ends.</summary>
public sealed class SetUpAuthenticator(
    SocialGovDbContext database, CurrentPerson current, AuthenticatorKeys keys, EmailOutbox outbox, SchoolSettings school, TimeProvider clock)
{
    private const int GroupLength = 4;

    /// <summary>Fills in what the page shows: the key that the form carries, or a new one where that is too old.</summary>
    public async Task<SetUpAuthenticatorForm> FillAsync(SetUpAuthenticatorForm form, CancellationToken cancellationToken)
    {
        var key = keys.Open(current.Id, form.Sealed) ?? keys.Make(current.Id);
        var address = await database.People.Where(known => known.Id == current.Id).Select(known => known.EmailAddress).SingleAsync(cancellationToken);
        var issuer = Uri.EscapeDataString(school.Name);
        form.Sealed = key.Sealed;
        form.Key = string.Join(' ', key.Key.Chunk(GroupLength).Select(group => new string(group)));
        form.Address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(address)}?secret={key.Key}&issuer={issuer}";
        form.Replaces = (await database.Users.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken)).HasAuthenticator;
        return form;
    }

    /// <summary>Sets it up. A wrong first code is no guess at anything, so it counts for nothing.</summary>
    public async Task<Result<SecondFactorSetUp>> RunAsync(SetUpAuthenticatorForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        if (keys.Open(current.Id, form.Sealed) is not { } key)
        {
            return SignInErrors.KeyExpired;
        }

        if (AuthenticatorCode.FindStep(Base32.Read(key.Key), form.Code, at, lastAccepted: null) is not { } step)
        {
            return SignInErrors.FirstCodeWrong;
        }

        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var replaces = account.HasAuthenticator;
        account.SetUpAuthenticator(keys.Protect(current.Id, key.Key), step, at);
        database.Note(new AuthenticatorSetUp(replaces, current.Actor, at), person);
        var codes = account.GiveFirstRecoveryCodes(at);
        if (codes.Count > 0)
        {
            database.Note(new RecoveryCodesMade(current.Actor, at), person);
        }

        outbox.Queue(database, person, SignInEmails.AuthenticatorSetUp(), at);
        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : new SecondFactorSetUp(account, codes);
    }
}

/// <summary>Gives up the authenticator app. Every other session of the person ends.</summary>
public sealed class RemoveAuthenticator(SocialGovDbContext database, CurrentPerson current, EmailOutbox outbox, TimeProvider clock)
{
    /// <summary>Removes it.</summary>
    /// <returns>The account with its new stamp, to keep the present session with.</returns>
    public async Task<Result<SignInAccount>> RunAsync(CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        if (!account.HasAuthenticator)
        {
            return SignInErrors.NoAuthenticator;
        }

        account.RemoveAuthenticator(await database.UserPasskeys.AnyAsync(passkey => passkey.UserId == current.Id, cancellationToken));
        database.Note(new AuthenticatorRemoved(current.Actor, at), person);
        outbox.Queue(database, person, SignInEmails.AuthenticatorRemoved(), at);
        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : account;
    }
}
