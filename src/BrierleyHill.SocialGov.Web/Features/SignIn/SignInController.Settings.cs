using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>One's own second factors, the proof that is asked before they change, and taking away somebody else's.</summary>
public sealed partial class SignInController
{
    // The codes wait in a cookie that only the portal can read, for the one page that shows them.
    private const string NewRecoveryCodesKey = "NewRecoveryCodes";

    /// <summary>With what the person signs in, and what they can change.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpGet("sign-in-settings")]
    public async Task<IActionResult> Settings(string? returnUrl, [FromServices] SignInSettingsQueries queries, CancellationToken cancellationToken) =>
        View(await queries.ReadAsync(Url.IsLocalUrl(returnUrl) ? returnUrl : null, cancellationToken));

    /// <summary>The page that sets up an authenticator app.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [FreshProof]
    [HttpGet("sign-in-settings/authenticator")]
    public Task<IActionResult> Authenticator(string? returnUrl, [FromServices] SetUpAuthenticator setUp, CancellationToken cancellationToken) =>
        ShowAuthenticatorAsync(new SetUpAuthenticatorForm { ReturnUrl = returnUrl }, setUp, cancellationToken);

    /// <summary>Sets it up.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [FreshProof]
    [HttpPost("sign-in-settings/authenticator")]
    public async Task<IActionResult> Authenticator(
        SetUpAuthenticatorForm form, [FromServices] SetUpAuthenticator setUp, CancellationToken cancellationToken)
    {
        var done = string.IsNullOrWhiteSpace(form.Code) ? SignInErrors.CodeMissing : await setUp.RunAsync(form, cancellationToken);
        return done.IsRefused
            ? await RefuseAsync(done.Error, () => ShowAuthenticatorAsync(form, setUp, cancellationToken))
            : await SetUpAsync(done.Value, "Your authenticator app is set up. From now on you sign in with your password and a code.", form.ReturnUrl);
    }

    /// <summary>The page that asks whether to remove the authenticator app.</summary>
    [Authorize(Policies.SignedIn)]
    [FreshProof]
    [HttpGet("sign-in-settings/authenticator/remove")]
    public async Task<IActionResult> RemoveAuthenticator([FromServices] SignInSettingsQueries queries, CancellationToken cancellationToken) =>
        await queries.ReadAsync(null, cancellationToken) is { AuthenticatorSetUpAt: not null } view
            ? View(view)
            : await RefuseAsync(SignInErrors.NoAuthenticator);

    /// <summary>Removes it.</summary>
    [Authorize(Policies.SignedIn)]
    [FreshProof]
    [HttpPost("sign-in-settings/authenticator/remove")]
    public async Task<IActionResult> RemoveAuthenticator([FromServices] RemoveAuthenticator remove, CancellationToken cancellationToken)
    {
        var removed = await remove.RunAsync(cancellationToken);
        return removed.IsRefused ? await RefuseAsync(removed.Error) : await ChangedAsync(removed.Value, "Your authenticator app has been removed.");
    }

    /// <summary>The recovery codes: those just made, once, else how many are left.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpGet("sign-in-settings/recovery-codes")]
    public async Task<IActionResult> RecoveryCodes(string? returnUrl, [FromServices] SignInSettingsQueries queries, CancellationToken cancellationToken)
    {
        var shown = TempData[NewRecoveryCodesKey] as string[] ?? [];
        return View(await queries.ReadRecoveryCodesAsync(shown, Url.IsLocalUrl(returnUrl) ? returnUrl : null, cancellationToken));
    }

    /// <summary>Makes new ones.</summary>
    [Authorize(Policies.SignedIn)]
    [FreshProof]
    [HttpPost("sign-in-settings/recovery-codes")]
    public async Task<IActionResult> RecoveryCodes([FromServices] MakeRecoveryCodes make, CancellationToken cancellationToken)
    {
        var made = await make.RunAsync(cancellationToken);
        if (made.IsRefused)
        {
            return await RefuseAsync(made.Error);
        }

        TempData[NewRecoveryCodesKey] = made.Value.Codes.ToArray();
        return RedirectToAction(nameof(RecoveryCodes));
    }

    /// <summary>The page that adds a passkey.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [FreshProof]
    [HttpGet("sign-in-settings/passkeys/add")]
    public IActionResult AddPasskey(string? returnUrl) => View(new PasskeyNameForm { ReturnUrl = returnUrl });

    /// <summary>What to ask the browser for, to make a passkey.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [FreshProof(ReturnTo = "/sign-in-settings/passkeys/add")]
    [HttpPost("sign-in-settings/passkeys/options")]
    public async Task<IActionResult> NewPasskeyOptions(
        [FromServices] AddPasskey add, [FromServices] PasskeyCeremonies passkeys, CancellationToken cancellationToken) =>
        PasskeyOptionsJson(await passkeys.AskToMakeAsync(HttpContext, await add.FindPersonAsync(cancellationToken)));

    /// <summary>Adds the passkey that the browser made.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [FreshProof]
    [HttpPost("sign-in-settings/passkeys/add")]
    public async Task<IActionResult> AddPasskey(
        PasskeyNameForm form, [FromServices] AddPasskey add, [FromServices] PasskeyCeremonies passkeys, CancellationToken cancellationToken)
    {
        var made = Features.SignIn.AddPasskey.Check(form) is { IsRefused: true } wrong
            ? wrong.Error
            : await passkeys.VerifyMadeAsync(HttpContext, form.Credential, person.Id);
        var added = made.IsRefused ? made.Error : await add.RunAsync(form, made.Value, cancellationToken);
        return added.IsRefused
            ? await RefuseAsync(added.Error, () => Task.FromResult<IActionResult>(View(form)))
            : await SetUpAsync(added.Value, "Your passkey has been added. Try it the next time you sign in.", form.ReturnUrl);
    }

    /// <summary>The form that renames a passkey.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpGet("sign-in-settings/passkeys/{passkey:guid}/rename")]
    public async Task<IActionResult> RenamePasskey(Guid passkey, [FromServices] RenamePasskey rename, CancellationToken cancellationToken) =>
        await rename.FindNameAsync(passkey, cancellationToken) is { } name ? View(new PasskeyNameForm { Name = name, Before = name }) : NotFound();

    /// <summary>Renames it.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpPost("sign-in-settings/passkeys/{passkey:guid}/rename")]
    public async Task<IActionResult> RenamePasskey(
        Guid passkey, PasskeyNameForm form, [FromServices] RenamePasskey rename, CancellationToken cancellationToken)
    {
        var renamed = await rename.RunAsync(passkey, form, cancellationToken);
        if (renamed.IsRefused)
        {
            form.Before = await rename.FindNameAsync(passkey, cancellationToken) ?? "";
            return await RefuseAsync(renamed.Error, () => Task.FromResult<IActionResult>(View(form)));
        }

        Announce("The passkey has its new name.");
        return RedirectToAction(nameof(Settings));
    }

    /// <summary>The page that asks whether to remove a passkey.</summary>
    [Authorize(Policies.SignedIn)]
    [FreshProof]
    [HttpGet("sign-in-settings/passkeys/{passkey:guid}/remove")]
    public async Task<IActionResult> RemovePasskey(Guid passkey, [FromServices] RemovePasskey remove, CancellationToken cancellationToken) =>
        await remove.FindNameAsync(passkey, cancellationToken) is { } name ? View(new PasskeyNameForm { Before = name }) : NotFound();

    /// <summary>Removes it.</summary>
    [Authorize(Policies.SignedIn)]
    [FreshProof]
    [HttpPost("sign-in-settings/passkeys/{passkey:guid}/remove")]
    [ActionName("RemovePasskey")]
    public async Task<IActionResult> RemovePasskeyNow(Guid passkey, [FromServices] RemovePasskey remove, CancellationToken cancellationToken)
    {
        var removed = await remove.RunAsync(passkey, cancellationToken);
        return removed.IsRefused ? await RefuseAsync(removed.Error) : await ChangedAsync(removed.Value, "The passkey has been removed.");
    }

    /// <summary>The page that asks for a proof of who sits there.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpGet("confirm-it-is-you")]
    public Task<IActionResult> Confirm(string? returnUrl, [FromServices] ConfirmIdentity confirm, CancellationToken cancellationToken) =>
        ShowConfirmAsync(new ConfirmIdentityForm { ReturnUrl = returnUrl }, confirm, cancellationToken);

    /// <summary>Takes a password or a code as the proof.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpPost("confirm-it-is-you")]
    public async Task<IActionResult> Confirm(ConfirmIdentityForm form, [FromServices] ConfirmIdentity confirm, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(form.Password) && string.IsNullOrWhiteSpace(form.Code))
        {
            await confirm.FillAsync(form, cancellationToken);
            return await RefuseAsync(
                form.HasAuthenticator ? SignInErrors.ProofOrCodeMissing : SignInErrors.ProofMissing,
                () => ShowConfirmAsync(form, confirm, cancellationToken));
        }

        return await ConfirmedAsync(await confirm.RunAsync(form, cancellationToken), form, confirm, cancellationToken);
    }

    /// <summary>What to ask the browser for, where the proof is a passkey.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpPost("confirm-it-is-you/passkey/options")]
    public async Task<IActionResult> ConfirmPasskeyOptions([FromServices] PasskeyCeremonies passkeys) =>
        PasskeyOptionsJson(await passkeys.AskToUseAsync(HttpContext, PasskeyPurpose.Proof, person.Id));

    /// <summary>Takes a passkey as the proof.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpPost("confirm-it-is-you/passkey")]
    public async Task<IActionResult> ConfirmPasskey(
        PasskeyForm form, [FromServices] PasskeyCeremonies passkeys, [FromServices] ConfirmIdentity confirm, CancellationToken cancellationToken)
    {
        var used = await passkeys.VerifyUsedAsync(HttpContext, form.Credential, PasskeyPurpose.Proof, person.Id);
        return await ConfirmedAsync(
            await confirm.RunAsync(used, cancellationToken), new ConfirmIdentityForm { ReturnUrl = form.ReturnUrl }, confirm, cancellationToken);
    }

    /// <summary>The form with which a portal manager takes away somebody's second factor.</summary>
    [Authorize(Policies.PortalManager)]
    [FreshProof]
    [HttpGet("people/{id:int}/take-away-second-factor")]
    public Task<IActionResult> TakeAwaySecondFactor(int id, [FromServices] TakeAwaySecondFactor take, CancellationToken cancellationToken) =>
        ShowTakeAwayAsync(id, new TakeAwaySecondFactorForm(), take, cancellationToken);

    /// <summary>Takes it away.</summary>
    [Authorize(Policies.PortalManager)]
    [FreshProof]
    [HttpPost("people/{id:int}/take-away-second-factor")]
    public async Task<IActionResult> TakeAwaySecondFactor(
        int id, TakeAwaySecondFactorForm form, [FromServices] TakeAwaySecondFactor take, CancellationToken cancellationToken)
    {
        return await ActUponAsync(() => take.RunAsync(id, form, cancellationToken), () => ShowTakeAwayAsync(id, form, take, cancellationToken), () =>
        {
            Announce("The second factor has been taken away. This person has been signed out everywhere and told by e-mail.");
            return LocalRedirect($"~/people/{id}");
        });
    }

    private async Task<IActionResult> ShowAuthenticatorAsync(SetUpAuthenticatorForm form, SetUpAuthenticator setUp, CancellationToken cancellationToken)
    {
        await setUp.FillAsync(form, cancellationToken);
        // The form carries the key that the page shows, which is a new one where the old one ran out.
        ModelState.Remove(nameof(form.Sealed));
        ModelState.SetModelValue(nameof(form.Code), null, null);
        return View(nameof(Authenticator), form);
    }

    private async Task<IActionResult> ShowConfirmAsync(ConfirmIdentityForm form, ConfirmIdentity confirm, CancellationToken cancellationToken)
    {
        await confirm.FillAsync(form, cancellationToken);
        form.DemonstrationPassword = HttpContext.RequestServices.GetService<DemonstrationSignIn>() is null
            ? null
            : DemonstrationSignIn.PasswordOf(form.EmailAddress);
        return View(nameof(Confirm), form);
    }

    private async Task<IActionResult> ConfirmedAsync(
        Result<SignInAccount> confirmed, ConfirmIdentityForm form, ConfirmIdentity confirm, CancellationToken cancellationToken)
    {
        if (confirmed.IsRefused)
        {
            return await RefuseAsync(confirmed.Error, () => ShowConfirmAsync(form, confirm, cancellationToken));
        }

        await BeginSessionAsync(confirmed.Value, clock.UtcNow());
        return LeadOn(form.ReturnUrl);
    }

    private async Task<IActionResult> ShowTakeAwayAsync(
        int id, TakeAwaySecondFactorForm form, TakeAwaySecondFactor take, CancellationToken cancellationToken) =>
        await take.FillAsync(id, form, cancellationToken) is { } filled ? View(nameof(TakeAwaySecondFactor), filled) : NotFound();

    private async Task<IActionResult> SetUpAsync(SecondFactorSetUp done, string message, string? returnUrl)
    {
        await BeginSessionAsync(done.Account, person.ProvedAt);
        Announce(message);
        if (done.NewCodes.Count > 0)
        {
            TempData[NewRecoveryCodesKey] = done.NewCodes.ToArray();
            return RedirectToAction(nameof(RecoveryCodes), new { returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
        }

        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction(nameof(Settings));
    }

    private async Task<IActionResult> ChangedAsync(SignInAccount account, string message)
    {
        await BeginSessionAsync(account, person.ProvedAt);
        Announce(message + " On every other device you have been signed out.");
        return RedirectToAction(nameof(Settings));
    }
}
