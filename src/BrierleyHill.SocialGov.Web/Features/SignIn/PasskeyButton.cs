namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>The form that asks the browser for a passkey.</summary>
/// <param name="Action">Where the answer goes, from the root of the portal.</param>
/// <param name="Options">Where the browser learns what to ask for.</param>
/// <param name="Text">The words on the button.</param>
/// <param name="ReturnUrl">The page to lead on to.</param>
/// <param name="Otherwise">What to do where JavaScript does not run.</param>
public sealed record PasskeyButton(string Action, string Options, string Text, string? ReturnUrl, string Otherwise);
