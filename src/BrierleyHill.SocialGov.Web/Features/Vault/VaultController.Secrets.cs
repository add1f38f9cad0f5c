using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Vault;

/// <content>Storing, revealing, and what is worked out from a secret.</content>
public sealed partial class VaultController
{
    private const string ConfirmPath = "/confirm-it-is-you?returnUrl=";

    /// <summary>The form that stores a secret.</summary>
    [HttpGet("{id:int}/{kind}/store")]
    public Task<IActionResult> Store(int accountId, int id, SecretKind kind, CancellationToken cancellationToken) =>
        ShowStoreAsync(accountId, id, kind, null, isGenerated: false, cancellationToken);

    /// <summary>Stores a secret.</summary>
    [HttpPost("{id:int}/{kind}/store")]
    public async Task<IActionResult> Store(
        int accountId, int id, SecretKind kind, StoreSecretForm form, [FromServices] StoreSecret store, CancellationToken cancellationToken)
    {
        if (!IsKind(kind))
        {
            return NotFound();
        }

        var isStale = false;
        Task<IActionResult> Form()
        {
            form.Held = ModelState["Form.Secret"]?.Errors.Count > 0 || !kind.LetsIn() ? null : held.Hold(form.Secret, form.Held, accountId, kind);
            return ShowStoreAsync(accountId, id, kind, form, isGenerated: false, cancellationToken, isStale);
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var stored = await store.RunAsync(accountId, id, kind, form, cancellationToken);
        isStale = stored.Error == Error.Stale;
        if (stored.IsRefused)
        {
            return await RefuseAsync(stored.Error, Form, "Form.");
        }

        Announce(kind switch
        {
            SecretKind.RecoveryCode => "The recovery codes have been stored.",
            SecretKind.Notes => "The notes have been stored.",
            SecretKind.Password => "The password has been stored. Check that it is the one that the platform has now.",
            SecretKind.OneTimeCodeSecret => "The one-time code secret has been stored. Show a code and check that the platform takes it.",
            SecretKind.UserName or SecretKind.RecoveryEmail or SecretKind.RecoveryPhone => $"The {kind.InSentence()} has been stored.",
        });
        return RedirectToAction(nameof(Details), new { accountId, id });
    }

    /// <summary>Fills the form with a new password. It is stored when the form is sent, not before.</summary>
    [HttpPost("{id:int}/password/generate")]
    public async Task<IActionResult> GenerateFor(int accountId, int id, StoreSecretForm form, CancellationToken cancellationToken)
    {
        var found = await pages.FindCredentialAsync(accountId, id, cancellationToken);
        if (found.IsRefused)
        {
            return await RefuseAsync(found.Error);
        }

        ModelState.Clear();
        form.Secret = PasswordRecipe.For(found.Value.Vault.Account.Platform).Generate();
        form.Held = null;
        return await ShowStoreAsync(accountId, id, SecretKind.Password, form, isGenerated: true, cancellationToken);
    }

    /// <summary>The page that asks why a secret is needed: the one in force.</summary>
    [HttpGet("{id:int}/{kind}/reveal")]
    public Task<IActionResult> Reveal(int accountId, int id, SecretKind kind, CancellationToken cancellationToken) =>
        ShowRevealAsync(accountId, id, kind, null, null, cancellationToken);

    /// <summary>Shows the secret in force, for half a minute.</summary>
    [HttpPost("{id:int}/{kind}/reveal")]
    public Task<IActionResult> Reveal(
        int accountId, int id, SecretKind kind, RevealForm form, [FromServices] RevealSecret reveal, CancellationToken cancellationToken) =>
        RevealAsync(accountId, id, kind, null, form, reveal, cancellationToken);

    /// <summary>The page that asks why a secret is needed: the one with this number, a former one as a rule.</summary>
    [HttpGet("{id:int}/{kind}/{number:int}/reveal")]
    public Task<IActionResult> RevealNumber(int accountId, int id, SecretKind kind, int number, CancellationToken cancellationToken) =>
        ShowRevealAsync(accountId, id, kind, number, null, cancellationToken);

    /// <summary>Shows the secret with this number, for half a minute.</summary>
    [HttpPost("{id:int}/{kind}/{number:int}/reveal")]
    public Task<IActionResult> RevealNumber(
        int accountId, int id, SecretKind kind, int number, RevealForm form, [FromServices] RevealSecret reveal, CancellationToken cancellationToken) =>
        RevealAsync(accountId, id, kind, number, form, reveal, cancellationToken);

    /// <summary>The page from which the one-time code is shown.</summary>
    [HttpGet("{id:int}/code")]
    public Task<IActionResult> Code(int accountId, int id, CancellationToken cancellationToken) => ShowCodeAsync(accountId, id, null, cancellationToken);

    /// <summary>Shows the one-time code of this moment, and not the secret.</summary>
    [HttpPost("{id:int}/code")]
    public async Task<IActionResult> Code(
        int accountId, int id, RevealForm form, [FromServices] ShowOneTimeCode show, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => ShowCodeAsync(accountId, id, form, cancellationToken);
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var shown = await show.RunAsync(accountId, id, form, cancellationToken);
        if (shown.Error == VaultErrors.ProofMissing)
        {
            return LeadToProof(form.Reason);
        }

        if (shown.IsRefused)
        {
            return await RefuseAsync(shown.Error, Form, "Form.");
        }

        LeaveAfterwards(Url.Action(nameof(Code), new { accountId, id })!);
        return View("CodeShown", shown.Value);
    }

    /// <summary>The recovery codes: which are used, never the codes.</summary>
    [HttpGet("{id:int}/recovery-codes")]
    public Task<IActionResult> RecoveryCodes(int accountId, int id, CancellationToken cancellationToken) =>
        ShowAsync(accountId, id, found => View("RecoveryCodes", found), cancellationToken, found => found.Vault.Access.CheckAdministers());

    /// <summary>Marks a recovery code as used.</summary>
    [HttpPost("{id:int}/recovery-codes/{number:int}/used")]
    public async Task<IActionResult> UseCode(
        int accountId, int id, int number, [FromServices] UseRecoveryCode use, CancellationToken cancellationToken)
    {
        var used = await use.RunAsync(accountId, id, number, cancellationToken);
        if (used.IsRefused)
        {
            return await RefuseAsync(used.Error);
        }

        Announce("The recovery code is marked as used.");
        return RedirectToAction(nameof(RecoveryCodes), new { accountId, id });
    }

    private static bool IsKind(SecretKind kind) => Enum.IsDefined(kind);

    private async Task<IActionResult> ShowStoreAsync(
        int accountId, int id, SecretKind kind, StoreSecretForm? form, bool isGenerated, CancellationToken cancellationToken, bool isStale = false)
    {
        if (!IsKind(kind) || ModelState.GetFieldValidationState(nameof(kind)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            return NotFound();
        }

        return await ShowAsync(
            accountId,
            id,
            found =>
            {
                var asked = form ?? new StoreSecretForm { Version = found.Credential.Version };
                asked.Version = isStale ? found.Credential.Version : asked.Version;
                return View("Store", new StoreSecretView(found, kind, PasswordRecipe.For(found.Vault.Account.Platform), isGenerated, asked));
            },
            cancellationToken,
            found => found.Credential.CheckMayChange(found.Vault.Access));
    }

    private async Task<IActionResult> ShowRevealAsync(
        int accountId, int id, SecretKind kind, int? number, RevealForm? form, CancellationToken cancellationToken)
    {
        if (!IsKind(kind) || ModelState.GetFieldValidationState(nameof(kind)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            return NotFound();
        }

        var found = await pages.FindCredentialAsync(accountId, id, cancellationToken);
        if (found.IsRefused)
        {
            return await RefuseAsync(found.Error);
        }

        var credential = found.Value.Credential;
        if (found.Value.Vault.Access.CheckMayReveal() is { IsRefused: true } refusal)
        {
            return await RefuseAsync(refusal.Error);
        }

        var secret = number is null ? credential.Current(kind) : credential.Secrets.FirstOrDefault(its => its.Kind == kind && its.Number == number);
        if (secret is null)
        {
            return number is null ? RedirectToAction(nameof(Details), new { accountId, id }) : NotFound();
        }

        return View("Reveal", new RevealView(found.Value, kind, secret, !secret.IsCurrent, form ?? new RevealForm { Reason = TypedBefore() }));
    }

    private async Task<IActionResult> RevealAsync(
        int accountId, int id, SecretKind kind, int? number, RevealForm form, RevealSecret reveal, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => ShowRevealAsync(accountId, id, kind, number, form, cancellationToken);
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(Form);
        }

        var shown = await reveal.RunAsync(accountId, id, kind, number, form, cancellationToken);
        if (shown.Error == VaultErrors.ProofMissing)
        {
            return LeadToProof(form.Reason);
        }

        if (shown.IsRefused)
        {
            return await RefuseAsync(shown.Error, Form, "Form.");
        }

        LeaveAfterwards(Url.Action(nameof(Details), new { accountId, id })!);
        return View("Shown", shown.Value);
    }

    private async Task<IActionResult> ShowCodeAsync(int accountId, int id, RevealForm? form, CancellationToken cancellationToken)
    {
        var found = await pages.FindCredentialAsync(accountId, id, cancellationToken);
        if (found.IsRefused)
        {
            return await RefuseAsync(found.Error);
        }

        if (found.Value.Vault.Access.CheckMayReveal() is { IsRefused: true } refusal)
        {
            return await RefuseAsync(refusal.Error);
        }

        return found.Value.Credential.Current(SecretKind.OneTimeCodeSecret) is null
            ? RedirectToAction(nameof(Details), new { accountId, id })
            : View("Code", new CredentialAction<RevealForm>(found.Value, form ?? new RevealForm { Reason = TypedBefore() }));
    }

    // The reason waits in the encrypted cookie of the next page, and never stands in an address.
    private RedirectResult LeadToProof(string? reason)
    {
        TempData[ReasonKey] = reason;
        return Redirect(ConfirmPath + Uri.EscapeDataString(Request.Path));
    }

    private string? TypedBefore() => TempData[ReasonKey] as string;

    private string ReasonKey => "VaultReason:" + Request.Path;

    // The page leaves by itself, also without JavaScript. It answered a POST, so neither the back button nor a reload brings it back without
    // asking, and asking again is another look that is written down.
    private void LeaveAfterwards(string to) =>
        Response.Headers.Append("Refresh", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ShownSecret.Seconds}; url={to}"));
}
