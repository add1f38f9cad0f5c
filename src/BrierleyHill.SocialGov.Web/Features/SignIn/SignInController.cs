using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Signing in and out, and everything with which one signs in.</summary>
public sealed partial class SignInController(CurrentPerson person, TimeProvider clock) : PortalController
{
    /// <summary>The page to sign in on. Whoever is signed in already is led on.</summary>
    /// <param name="returnUrl">The page that was asked for.</param>
    /// <param name="ended">Whether a form was sent after the session had ended.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    [AllowAnonymous]
    [HttpGet("sign-in")]
    public async Task<IActionResult> SignIn(string? returnUrl, bool ended, CancellationToken cancellationToken) => person.IsSignedIn
        ? LeadOn(returnUrl)
        : await ShowSignInAsync(new SignInForm { ReturnUrl = returnUrl, HasSessionEnded = ended }, cancellationToken);

    /// <summary>Signs in.</summary>
    [AllowAnonymous]
    [HttpPost("sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, [FromServices] SignInWithPassword signIn, CancellationToken cancellationToken)
    {
        RequireText(form.EmailAddress, nameof(form.EmailAddress), "Enter your e-mail address.");
        RequireText(form.Password, nameof(form.Password), "Enter your password.");
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowSignInAsync(form, cancellationToken));
        }

        var signedIn = await signIn.RunAsync(form, cancellationToken);
        if (signedIn.IsRefused)
        {
            return await RefuseAsync(signedIn.Error, () => ShowSignInAsync(form, cancellationToken));
        }

        return await EnterAsync(signedIn.Value, form.ReturnUrl, clock.UtcNow());
    }

    /// <summary>Signs in as a demonstration person, in Development alone.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    [AllowAnonymous]
    [DevelopmentOnly]
    [HttpPost("sign-in/demonstration")]
    public async Task<IActionResult> Demonstration(int personId, CancellationToken cancellationToken)
    {
        var signedIn = await HttpContext.RequestServices.GetRequiredService<DemonstrationSignIn>().RunAsync(personId, cancellationToken);
        if (signedIn.IsRefused)
        {
            return await RefuseAsync(signedIn.Error);
        }

        return await EnterAsync(signedIn.Value, returnUrl: null, provedAt: null);
    }

    /// <summary>Ends this session.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpPost("sign-out")]
    public async Task<IActionResult> EndSession([FromServices] SignOut signOut, CancellationToken cancellationToken)
    {
        await signOut.RunAsync(cancellationToken);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Announce("You have signed out.");
        return RedirectToAction(nameof(SignIn));
    }

    /// <summary>Ends every session of the person.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpPost("sign-out-everywhere")]
    public async Task<IActionResult> EndAllSessions([FromServices] SignOut signOut, CancellationToken cancellationToken)
    {
        await signOut.EverywhereAsync(cancellationToken);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Announce("You have signed out on every device.");
        return RedirectToAction(nameof(SignIn));
    }

    /// <summary>The page to change one's own password on.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpGet("change-password")]
    public Task<IActionResult> ChangePassword([FromServices] ChangePassword change, CancellationToken cancellationToken) =>
        ShowChangePasswordAsync(new ChangePasswordForm(), change, cancellationToken);

    /// <summary>Changes the password; the present session goes on.</summary>
    [Authorize(Policies.SignedIn)]
    [OpensBeforeSecondFactor]
    [HttpPost("change-password")]
    public async Task<IActionResult> ChangePassword(
        ChangePasswordForm form, [FromServices] ChangePassword change, CancellationToken cancellationToken)
    {
        RequireText(form.PresentPassword, nameof(form.PresentPassword), "Enter your present password.");
        RequireText(form.NewPassword, nameof(form.NewPassword), PasswordRules.Missing.Message);
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => ShowChangePasswordAsync(form, change, cancellationToken));
        }

        var changed = await change.RunAsync(form, cancellationToken);
        if (changed.IsRefused)
        {
            return await RefuseAsync(changed.Error, () => ShowChangePasswordAsync(form, change, cancellationToken));
        }

        await BeginSessionAsync(changed.Value, clock.UtcNow());
        Announce("Your password has been changed. You have been signed out on every other device.");
        return LocalRedirect("~/people/me");
    }

    /// <summary>The page for a forgotten password.</summary>
    [AllowAnonymous]
    [HttpGet("forgotten-password")]
    public IActionResult ForgottenPassword() => View(new ForgottenPasswordForm());

    /// <summary>Sends a link, if the address belongs to somebody. The answer is the same for every address.</summary>
    [AllowAnonymous]
    [HttpPost("forgotten-password")]
    public async Task<IActionResult> ForgottenPassword(
        ForgottenPasswordForm form, [FromServices] RequestPasswordReset request, CancellationToken cancellationToken)
    {
        RequireText(form.EmailAddress, nameof(form.EmailAddress), "Enter your e-mail address.");
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(() => Task.FromResult<IActionResult>(View(form)));
        }

        await request.RunAsync(form, cancellationToken);
        return View("LinkSent");
    }

    /// <summary>The page of an invitation. Opening it changes nothing.</summary>
    [AllowAnonymous]
    [HttpGet("invitation/{token}")]
    public Task<IActionResult> Invitation(string token, [FromServices] SetPasswordByLink link, CancellationToken cancellationToken) =>
        ShowLinkAsync(token, OneTimeLinkPurpose.Invitation, new SetPasswordForm(), link, cancellationToken);

    /// <summary>Takes up an invitation and signs in.</summary>
    [AllowAnonymous]
    [HttpPost("invitation/{token}")]
    public async Task<IActionResult> Invitation(
        string token, SetPasswordForm form, [FromServices] SetPasswordByLink link, CancellationToken cancellationToken)
    {
        var accepted = await link.RunAsync(token, OneTimeLinkPurpose.Invitation, form, cancellationToken);
        return accepted.IsRefused
            ? await RefuseLinkAsync(accepted.Error, token, OneTimeLinkPurpose.Invitation, form, link, cancellationToken)
            : await WelcomeAsync(accepted.Value, "Welcome to the portal. Your password is set and you are signed in.");
    }

    /// <summary>The page of a link for a new password. Opening it changes nothing.</summary>
    [AllowAnonymous]
    [HttpGet("reset-password/{token}")]
    public Task<IActionResult> ResetPassword(string token, [FromServices] SetPasswordByLink link, CancellationToken cancellationToken) =>
        ShowLinkAsync(token, OneTimeLinkPurpose.PasswordReset, new SetPasswordForm(), link, cancellationToken);

    /// <summary>Sets the new password and signs in.</summary>
    [AllowAnonymous]
    [HttpPost("reset-password/{token}")]
    public async Task<IActionResult> ResetPassword(
        string token, SetPasswordForm form, [FromServices] SetPasswordByLink link, CancellationToken cancellationToken)
    {
        var reset = await link.RunAsync(token, OneTimeLinkPurpose.PasswordReset, form, cancellationToken);
        return reset.IsRefused
            ? await RefuseLinkAsync(reset.Error, token, OneTimeLinkPurpose.PasswordReset, form, link, cancellationToken)
            : await WelcomeAsync(reset.Value, "Your new password is set. You are signed in here, and signed out on every other device.");
    }

    private async Task<IActionResult> ShowSignInAsync(SignInForm form, CancellationToken cancellationToken)
    {
        if (HttpContext.RequestServices.GetService<DemonstrationSignIn>() is { } demonstration)
        {
            form.Demonstration = await demonstration.ListAsync(cancellationToken);
        }

        return View(nameof(SignIn), form);
    }

    private async Task<IActionResult> ShowChangePasswordAsync(
        ChangePasswordForm form, ChangePassword change, CancellationToken cancellationToken)
    {
        form.EmailAddress = await change.FindAddressAsync(cancellationToken);
        return View(nameof(ChangePassword), form);
    }

    private async Task<IActionResult> ShowLinkAsync(
        string token, OneTimeLinkPurpose purpose, SetPasswordForm form, SetPasswordByLink link, CancellationToken cancellationToken)
    {
        var state = await link.LookAsync(token, purpose, cancellationToken);
        if (state.Holder is null)
        {
            Response.StatusCode = state.HasEnded ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
            return View("LinkNotValid", purpose);
        }

        form.Holder = state.Holder;
        return View("SetPassword", form);
    }

    private Task<IActionResult> RefuseLinkAsync(
        Error refusal, string token, OneTimeLinkPurpose purpose, SetPasswordForm form, SetPasswordByLink link, CancellationToken cancellationToken) =>
        // A link that no longer works has a page of its own, which says how to get a new one.
        refusal.Kind == ErrorKind.Invalid
            ? RefuseAsync(refusal, () => ShowLinkAsync(token, purpose, form, link, cancellationToken))
            : ShowLinkAsync(token, purpose, form, link, cancellationToken);

    private Task<IActionResult> WelcomeAsync(OpenedSignIn opened, string message)
    {
        Announce(opened.AsksForSecondFactor ? "Your new password is set. One more step, and you are signed in." : message);
        // Whoever has just set the password knows it: asking for it again would prove nothing.
        return EnterAsync(opened, returnUrl: null, clock.UtcNow());
    }

    /// <summary>Begins the session, or asks for the second factor first.</summary>
    private async Task<IActionResult> EnterAsync(OpenedSignIn opened, string? returnUrl, DateTime? provedAt)
    {
        if (opened.AsksForSecondFactor)
        {
            await AskForSecondFactorAsync(opened.Account, returnUrl);
            return RedirectToAction(nameof(SecondFactor));
        }

        await BeginSessionAsync(opened.Account, provedAt);
        return LeadOn(returnUrl);
    }

    /// <summary>A session of its own with every sign-in: what the browser held before is replaced.</summary>
    private Task BeginSessionAsync(SignInAccount account, DateTime? provedAt) =>
        HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, SessionValidation.PrincipalFor(account, provedAt));

    private LocalRedirectResult LeadOn(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/");

    private void RequireText(string? typed, string field, string message)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            ModelState.AddModelError(field, message);
        }
    }
}
