namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>One page to look at.</summary>
/// <param name="Pattern">The route, as the portal's own list of endpoints has it; empty for an address that has none.</param>
/// <param name="Person">Who looks; <see langword="null"/> is somebody who has not signed in.</param>
/// <param name="Address">A concrete address, with places that <see cref="DemonstrationPortal.FillAsync"/> fills in.</param>
/// <param name="Status">The status that it answers with.</param>
internal sealed record PageToLookAt(string Pattern, string? Person, string Address, int Status = 200);

/// <summary>
/// Every page of the portal. A test fails when an endpoint that answers GET is missing here, so a new page is looked at from its
/// first day.
/// </summary>
internal static class PageTable
{
    /// <summary>What answers GET without being a page for people.</summary>
    public static IReadOnlyList<string> NotPages { get; } = ["school.css"];

    public static IReadOnlyList<PageToLookAt> Pages { get; } =
    [
        new("", People.Head, "/"),
        new("", People.Office, "/"),
        new("", People.Asked, "/"),
        new("", People.Newcomer, "/"),
        new("sign-in", null, "/sign-in"),
        new("sign-in", null, "/sign-in?ended=true"),
        new("forgotten-password", null, "/forgotten-password"),
        new("invitation/{token}", null, "/invitation/{invitation}"),
        new("invitation/{token}", null, "/invitation/nothing", 404),
        new("reset-password/{token}", null, "/reset-password/{reset}"),
        new("reset-password/{token}", null, "/reset-password/nothing", 404),
        new("change-password", People.Staff, "/change-password"),

        new("applications", People.Head, "/applications"),
        new("applications", People.Newcomer, "/applications"),
        new("applications", People.Head, "/applications?Text=nothing+of+the+kind"),
        new("applications/start", People.Staff, "/applications/start"),
        new("applications/{id:int}", People.Head, "/applications/{application:Okafor:Forest School}"),
        new("applications/{id:int}", People.Head, "/applications/{application:Okafor:Sports Results}"),
        new("applications/{id:int}", People.Staff, "/applications/{application:Karim:Reading Corner}"),
        new("applications/{id:int}/tasks", People.Staff, "/applications/{application:Karim:Reading Corner}/tasks"),
        new("applications/{id:int}/tasks", People.Asked, "/applications/{application:Llewellyn:Choir}/tasks"),
        .. new[] { "platform-and-name", "aim", "audience", "administrators", "openness", "settings", "messages", "personal-data" }.Select(section =>
            new PageToLookAt("applications/{id:int}/{section:section}", People.Staff, "/applications/{application:Karim:Reading Corner}/" + section)),
        new("applications/{id:int}/check", People.Staff, "/applications/{application:Karim:Reading Corner}/check"),
        new("applications/{id:int}/check", People.Asked, "/applications/{application:Llewellyn:Choir}/check"),
        new("applications/{id:int}/submitted", People.Asked, "/applications/{application:Llewellyn:Choir}/submitted"),
        new("applications/{id:int}/decide", People.Head, "/applications/{application:Okafor:Science Club}/decide"),
        new("applications/{id:int}/decide", People.Head, "/applications/{application:Okafor:Sports Results}/decide"),
        new("applications/{id:int}/withdraw", People.Staff, "/applications/{application:Karim:Reading Corner}/withdraw"),

        new("accounts", People.Staff, "/accounts"),
        new("accounts", People.Office, "/accounts?Text=nothing+of+the+kind"),
        new("accounts/{id:int}", People.Staff, "/accounts/{account:Music Room}"),
        new("accounts/awaiting-creation", People.Office, "/accounts/awaiting-creation"),

        new("people", People.Office, "/people"),
        new("people", People.Office, "/people?Text=nothing+of+the+kind"),
        new("people/{id:int}", People.Office, "/people/{person:Nowak}"),
        new("people/{id:int}", People.Office, "/people/{person:Beech}"),
        new("people/{id:int}", People.Head, "/people/{person:Nowak}"),
        new("people/me", People.Staff, "/people/me"),
        new("people/invite", People.Office, "/people/invite"),
        new("people/{id:int}/edit", People.Office, "/people/{person:Nowak}/edit"),
        new("people/{id:int}/roles", People.Office, "/people/{person:Nowak}/roles"),
        new("people/{id:int}/leaving-date", People.Office, "/people/{person:Nowak}/leaving-date"),
        new("people/{id:int}/deactivate", People.Office, "/people/{person:Nowak}/deactivate"),
        new("people/{id:int}/reactivate", People.Office, "/people/{person:Beech}/reactivate"),

        new("impact-assessments", People.Officer, "/impact-assessments"),
        new("impact-assessments", People.Head, "/impact-assessments"),
        new("impact-assessments", People.Newcomer, "/impact-assessments"),
        new("impact-assessments", People.Officer, "/impact-assessments?Text=nothing+of+the+kind"),
        new("impact-assessments/start", People.Staff, "/impact-assessments/start"),
        new("impact-assessments/{id:int}", People.Officer, "/impact-assessments/{assessment:Marchetti:Sharing pictures}"),
        new("impact-assessments/{id:int}", People.Head, "/impact-assessments/{assessment:Okafor:Livestream}"),
        new("impact-assessments/{id:int}", People.Officer, "/impact-assessments/{assessment:Marchetti:Sports results}"),
        new("impact-assessments/{id:int}", People.Asked, "/impact-assessments/{assessment:Llewellyn:Learning platforms}"),
        new("impact-assessments/{id:int}/print", People.Officer, "/impact-assessments/{assessment:Marchetti:Sharing pictures}/print"),
        new("impact-assessments/{id:int}/new-version", People.Staff, "/impact-assessments/{assessment:Karim:Sharing pictures}/new-version"),
        new("impact-assessments/{id:int}/screening", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/screening"),
        new("impact-assessments/{id:int}/screened", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/screened"),
        new("impact-assessments/{id:int}/tasks", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/tasks"),
        new("impact-assessments/{id:int}/risks", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/risks"),
        new("impact-assessments/{id:int}/measures", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/measures"),
        new("impact-assessments/{id:int}/check", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/check"),
        .. new[] { "need", "processing", "consultation", "necessity", "outcome" }.Select(step =>
            new PageToLookAt("impact-assessments/{id:int}/steps/{step:answeredstep}", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/steps/" + step)),
        new("impact-assessments/{id:int}/risks/add", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/risks/add"),
        new("impact-assessments/{id:int}/risks/{number:int}", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/risks/1"),
        new("impact-assessments/{id:int}/risks/{number:int}/remove", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/risks/1/remove"),
        new("impact-assessments/{id:int}/risks/library", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/risks/library"),
        new("impact-assessments/{id:int}/measures/{number:int}", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/measures/1"),
        new("impact-assessments/{id:int}/not-needed", People.Staff, "/impact-assessments/{assessment:Karim:Class reading}/not-needed"),
        new("impact-assessments/queue", People.Officer, "/impact-assessments/queue"),
        new("impact-assessments/{id:int}/advise", People.Officer, "/impact-assessments/{assessment:Marchetti:science club}/advise"),
        new("impact-assessments/{id:int}/advise/{step:assessmentstep}", People.Officer, "/impact-assessments/{assessment:Marchetti:science club}/advise/need"),
        new("impact-assessments/{id:int}/advise/{step:assessmentstep}", People.Officer, "/impact-assessments/{assessment:Marchetti:science club}/advise/risks"),
        new("impact-assessments/{id:int}/return", People.Officer, "/impact-assessments/{assessment:Marchetti:science club}/return"),
        new("impact-assessments/{id:int}/sign-off", People.Officer, "/impact-assessments/{assessment:Marchetti:science club}/sign-off"),
        new("impact-assessments/{id:int}/refuse", People.Officer, "/impact-assessments/{assessment:Marchetti:science club}/refuse"),
        new("impact-assessments/{id:int}/overturn-screening", People.Officer, "/impact-assessments/{assessment:Marchetti:Sports results}/overturn-screening"),
        new("impact-assessments/{id:int}/review", People.Officer, "/impact-assessments/{assessment:Marchetti:Sharing pictures}/review"),
        new("impact-assessments/{id:int}/overrule", People.Head, "/impact-assessments/{assessment:Okafor:Recruitment}/overrule"),
        new("impact-assessments/{id:int}/accept-residual-risk", People.Head, "/impact-assessments/{assessment:Okafor:Recruitment}/accept-residual-risk"),
        new("impact-assessments/{id:int}/consult-ico", People.Head, "/impact-assessments/{assessment:Okafor:Recruitment}/consult-ico"),
        new("impact-assessments/{id:int}/ico-outcome", People.Head, "/impact-assessments/{assessment:Okafor:Livestream}/ico-outcome"),
        new("impact-assessments/library", People.Staff, "/impact-assessments/library"),
        new("impact-assessments/library", People.Officer, "/impact-assessments/library"),
        new("impact-assessments/library", People.Officer, "/impact-assessments/library?Text=nothing+of+the+kind"),
        new("impact-assessments/library/add", People.Officer, "/impact-assessments/library/add"),
        new("impact-assessments/library/{id:int}/edit", People.Officer, "/impact-assessments/library/1/edit"),

        new("notifications", People.Head, "/notifications"),
        new("notifications", People.Newcomer, "/notifications"),
        new("search", People.Staff, "/search"),
        new("search", People.Staff, "/search?q=forest"),
        new("audit", People.Officer, "/audit"),
        new("audit", People.Officer, "/audit?Record=APP-999999"),
        new("mail", People.Office, "/mail"),
        new("jobs", People.Office, "/jobs"),

        new("error/{status:int}", People.Staff, "/error/404", 404),
        new("", People.Staff, "/nothing-here", 404),
        new("", People.Staff, "/audit", 403),
        new("", People.Staff, "/applications/999999", 404),
    ];
}
