using System.Globalization;
using System.Security.Claims;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>
/// Holds each request's session against the database: the person must be active and the security stamp unchanged. So a
/// deactivation, a changed role and "sign out everywhere" hold from the very next request, at the price of one short query.
/// </summary>
public static class SessionValidation
{
    /// <summary>The claim that carries the security stamp.</summary>
    public const string StampClaim = "stamp";

    /// <summary>The claim that carries when the person last proved in this session that it is they: UTC, ISO 8601.</summary>
    public const string ProofClaim = "proved";

    /// <summary>The identity that goes into the cookie: number, stamp and proof alone. Name and roles are read anew with each request.</summary>
    /// <param name="account">Whose session.</param>
    /// <param name="provedAt">When the person proved that it is they, UTC; <see langword="null"/> where nothing was proved, as with a one-time link.</param>
    public static ClaimsPrincipal PrincipalFor(SignInAccount account, DateTime? provedAt) => new(IdentityOf(account.Id, account.SecurityStamp ?? "", provedAt, []));

    private static ClaimsIdentity IdentityOf(int id, string stamp, DateTime? provedAt, IEnumerable<Claim> roles) => new(
        [
            new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture)),
            new Claim(StampClaim, stamp),
            .. provedAt is { } proved ? [new Claim(ProofClaim, proved.ToString("O", CultureInfo.InvariantCulture))] : Array.Empty<Claim>(),
            .. roles,
        ],
        IdentityConstants.ApplicationScheme);

    private static DateTime? ProofOf(ClaimsPrincipal? principal) =>
        DateTime.TryParseExact(principal?.FindFirstValue(ProofClaim), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var proved)
            ? proved
            : null;

    /// <summary>Validates the cookie of a request and sets <see cref="CurrentPerson"/>.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var database = services.GetRequiredService<SocialGovDbContext>();
        var stamp = context.Principal?.FindFirstValue(StampClaim);
        // One connection for the whole request: to open it for each query anew takes as long as a short query.
        await database.Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
        if (int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await services.GetRequiredService<SessionQuery>().ReadAsync(database, id, context.HttpContext.RequestAborted) is { Status: PersonStatus.Active } found
            && string.Equals(found.SecurityStamp, stamp, StringComparison.Ordinal))
        {
            var provedAt = ProofOf(context.Principal);
            var mustSetUp = !found.HasSecondFactor && services.GetRequiredService<SecondFactorSettings>().IsAskedOf(found.Roles);
            services.GetRequiredService<CurrentPerson>().Set(id, $"{found.Forename} {found.Surname}", found.Roles, provedAt, mustSetUp, found.Unread);
            services.GetRequiredService<RequestOrigin>().FactsStamp = found.Facts;
            context.ReplacePrincipal(new ClaimsPrincipal(IdentityOf(
                id, found.SecurityStamp!, provedAt, found.Roles.Split().Select(role => new Claim(ClaimTypes.Role, role.ToString())))));
            return;
        }

        context.RejectPrincipal();
        context.HttpContext.Response.Cookies.Delete(context.Options.Cookie.Name!);
    }
}
