using System.Globalization;
using System.Security.Claims;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The second step of a sign-in, and passkeys, which are both steps at once.</summary>
public sealed partial class SignInController
{
    private const string ReturnUrlItem = "returnUrl";

    /// <summary>The page that asks for the second factor. Whoever comes here without a password before begins at the beginning.</summary>
    [AllowAnonymous]
    [HttpGet("sign-in/second-factor")]
    public async Task<IActionResult> SecondFactor([FromServices] SignInWithSecondFactor finish, CancellationToken cancellationToken) =>
        await PendingAsync() is var (pending, _) && pending is not null && await finish.FindAsync(pending, new SecondFactorForm(), cancellationToken) is { } form
            ? View(nameof(SecondFactor), form)
            : RedirectToAction(nameof(SignIn));

    /// <summary>Finishes the sign-in with a code.</summary>
    [AllowAnonymous]
    [HttpPost("sign-in/second-factor")]
    public async Task<IActionResult> SecondFactor(
        SecondFactorForm form, bool useRecoveryCode, [FromServices] SignInWithSecondFactor finish, CancellationToken cancellationToken)
    {
        var (pending, returnUrl) = await PendingAsync();
        if (pending is null || await finish.FindAsync(pending, form, cancellationToken) is null)
        {
            return await BeginAgainAsync(cancellationToken);
        }

        var missing = useRecoveryCode
            ? string.IsNullOrWhiteSpace(form.RecoveryCode) ? SignInErrors.RecoveryCodeMissing : null
            : string.IsNullOrWhiteSpace(form.Code) ? SignInErrors.CodeMissing : null;
        if (missing is not null)
        {
            return await RefuseAsync(missing, () => Task.FromResult<IActionResult>(View(nameof(SecondFactor), form)));
        }

        var finished = await finish.RunAsync(pending, form, cancellationToken);
        return await FinishAsync(finished, returnUrl, useRecoveryCode, form, cancellationToken);
    }

    /// <summary>What to ask the browser for, where the second factor is a passkey.</summary>
    [AllowAnonymous]
    [HttpPost("sign-in/second-factor/passkey/options")]
    public async Task<IActionResult> SecondFactorPasskeyOptions([FromServices] PasskeyCeremonies passkeys) =>
        await PendingAsync() is ({ } pending, _)
            ? PasskeyOptionsJson(await passkeys.AskToUseAsync(HttpContext, PasskeyPurpose.SecondFactor, pending.PersonId))
            : NotFound();

    /// <summary>Finishes the sign-in with a passkey.</summary>
    [AllowAnonymous]
    [HttpPost("sign-in/second-factor/passkey")]
    public async Task<IActionResult> SecondFactorPasskey(
        PasskeyForm form, [FromServices] PasskeyCeremonies passkeys, [FromServices] SignInWithSecondFactor finish, CancellationToken cancellationToken)
    {
        var (pending, returnUrl) = await PendingAsync();
        var page = pending is null ? null : await finish.FindAsync(pending, new SecondFactorForm(), cancellationToken);
        if (pending is null || page is null)
        {
            return await BeginAgainAsync(cancellationToken);
        }

        var used = await passkeys.VerifyUsedAsync(HttpContext, form.Credential, PasskeyPurpose.SecondFactor, pending.PersonId);
        return used.IsRefused
            ? await RefuseAsync(used.Error, () => Task.FromResult<IActionResult>(View(nameof(SecondFactor), page)))
            : await FinishAsync(await finish.RunAsync(pending, used.Value, cancellationToken), returnUrl, usedRecoveryCode: false, page, cancellationToken);
    }

    /// <summary>What to ask the browser for, where somebody signs in with a passkey alone.</summary>
    [AllowAnonymous]
    [HttpPost("sign-in/passkey/options")]
    public async Task<IActionResult> PasskeyOptions([FromServices] PasskeyCeremonies passkeys) =>
        PasskeyOptionsJson(await passkeys.AskToUseAsync(HttpContext, PasskeyPurpose.SignIn, personId: null));

    /// <summary>Signs in with a passkey alone.</summary>
    [AllowAnonymous]
    [HttpPost("sign-in/passkey")]
    public async Task<IActionResult> Passkey(
        PasskeyForm form, [FromServices] PasskeyCeremonies passkeys, [FromServices] SignInWithPasskey signIn, CancellationToken cancellationToken)
    {
        var used = await passkeys.VerifyUsedAsync(HttpContext, form.Credential, PasskeyPurpose.SignIn, personId: null);
        var signedIn = await signIn.RunAsync(used, cancellationToken);
        if (signedIn.IsRefused)
        {
            return await RefuseAsync(signedIn.Error, () => ShowSignInAsync(new SignInForm { ReturnUrl = form.ReturnUrl }, cancellationToken));
        }

        await BeginSessionAsync(signedIn.Value, clock.UtcNow());
        return LeadOn(form.ReturnUrl);
    }

    private async Task<IActionResult> FinishAsync(
        Result<SignInAccount> finished, string? returnUrl, bool usedRecoveryCode, SecondFactorForm form, CancellationToken cancellationToken)
    {
        if (finished.IsRefused)
        {
            return finished.Error == SignInErrors.BeginAgain
                ? await BeginAgainAsync(cancellationToken)
                : await RefuseAsync(finished.Error, () => Task.FromResult<IActionResult>(View(nameof(SecondFactor), form)));
        }

        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await BeginSessionAsync(finished.Value, clock.UtcNow());
        if (usedRecoveryCode)
        {
            Announce(RecoveryCodesWords.AfterUse(finished.Value.RecoveryCodesLeft));
        }

        return LeadOn(returnUrl);
    }

    private async Task<IActionResult> BeginAgainAsync(CancellationToken cancellationToken)
    {
        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return await RefuseAsync(SignInErrors.BeginAgain, () => ShowSignInAsync(new SignInForm(), cancellationToken));
    }

    // Neither who it is nor where they want to go stands in the address.
    private Task AskForSecondFactorAsync(SignInAccount account, string? returnUrl)
    {
        var properties = new AuthenticationProperties();
        properties.Items[ReturnUrlItem] = Url.IsLocalUrl(returnUrl) ? returnUrl : null;
        return HttpContext.SignInAsync(
            IdentityConstants.TwoFactorUserIdScheme,
            new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
                    new Claim(SessionValidation.StampClaim, account.SecurityStamp ?? ""),
                ],
                IdentityConstants.TwoFactorUserIdScheme)),
            properties);
    }

    private async Task<(PendingSignIn? Pending, string? ReturnUrl)> PendingAsync()
    {
        var kept = await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return int.TryParse(kept.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new PendingSignIn(id, kept.Principal!.FindFirstValue(SessionValidation.StampClaim) ?? ""), kept.Properties?.Items[ReturnUrlItem])
            : (null, null);
    }

    private ContentResult PasskeyOptionsJson(string options)
    {
        Response.Headers.CacheControl = "no-store";
        return Content(options, "application/json");
    }
}

/// <summary>What is said about the recovery codes that are left.</summary>
public static class RecoveryCodesWords
{
    /// <summary>After one was used to sign in.</summary>
    public static string AfterUse(int left) => left switch
    {
        0 => "That was your last recovery code. Make new ones now: choose your name at the top, then “Your sign-in”.",
        <= RecoveryCodes.Few => $"{Left(left)} Make new ones soon: choose your name at the top, then “Your sign-in”.",
        _ => Left(left),
    };

    private static string Left(int left) => string.Create(
        CultureInfo.InvariantCulture, $"You used a recovery code. {left} {(left == 1 ? "is" : "are")} left.");
}
