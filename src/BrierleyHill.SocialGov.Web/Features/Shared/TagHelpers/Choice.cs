namespace BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;

/// <summary>One answer that radios, checkboxes or a select offer.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A sentence below the text, or null. A select shows none.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
