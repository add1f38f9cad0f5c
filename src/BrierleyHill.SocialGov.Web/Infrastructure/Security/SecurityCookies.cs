namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>The names of the cookies about security, and how the short-lived ones are kept.</summary>
/// <param name="environment">Where the portal runs.</param>
public sealed class SecurityCookies(IHostEnvironment environment)
{
    /// <summary>The session.</summary>
    public string SessionName => Named("social-gov");

    /// <summary>Form tokens.</summary>
    public string FormName => Named("social-gov-form");

    /// <summary>Between the password and the second factor.</summary>
    public string SecondFactorName => Named("social-gov-second-factor");

    /// <summary>Between asking for a passkey and its answer.</summary>
    public string PasskeyName => Named("social-gov-passkey");

    /// <summary>Plain http is for a developer's own machine alone.</summary>
    public CookieSecurePolicy SecurePolicy => environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    /// <summary>A cookie for a few minutes, sent to this portal's own pages alone.</summary>
    public CookieOptions ForMinutes(TimeSpan lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = !environment.IsDevelopment(),
    };

    private string Named(string name) => environment.IsDevelopment() ? name : "__Host-" + name;
}
