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
    public static IReadOnlyList<string> NotPages { get; } = ["school.css", "training/records/{id:int}/certificate"];

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

        new("training", People.Head, "/training"),
        new("training", People.Newcomer, "/training?Text=nothing+of+the+kind"),
        new("training/mine", People.Asked, "/training/mine"),
        new("training/mine", People.Newcomer, "/training/mine"),
        new("training/courses/new", People.Head, "/training/courses/new"),
        new("training/courses/{id:int}", People.Head, "/training/courses/{course:Running a school account}"),
        new("training/courses/{id:int}", People.Staff, "/training/courses/{course:Staying kind}"),
        new("training/courses/{id:int}/edit", People.Head, "/training/courses/{course:Running a school account}/edit"),
        new("training/courses/{id:int}/end", People.Head, "/training/courses/{course:Running a school account}/end"),
        new("training/courses/{id:int}/sessions/new", People.Head, "/training/courses/{course:Running a school account}/sessions/new"),
        new("training/sessions/{id:int}", People.Head, "/training/sessions/{session:Running a school account:Planned}"),
        new("training/sessions/{id:int}", People.Staff, "/training/sessions/{session:Running a school account:Planned}"),
        new("training/sessions/{id:int}", People.Head, "/training/sessions/{session:Running a school account:Held}"),
        new("training/sessions/{id:int}", People.Staff, "/training/sessions/{session:Running a school account:Cancelled}"),
        new("training/sessions/{id:int}", People.Head, "/training/sessions/{session:Staying kind:Held}"),
        new("training/sessions/{id:int}/edit", People.Head, "/training/sessions/{session:Running a school account:Planned}/edit"),
        new("training/sessions/{id:int}/cancel", People.Head, "/training/sessions/{session:Running a school account:Planned}/cancel"),
        new("training/sessions/{id:int}/attendance", People.Head, "/training/sessions/{session:Running a school account:Held}/attendance"),
        new("training/sessions/{id:int}/programme", People.Head, "/training/sessions/{session:Staying kind:Held}/programme"),
        new("training/people/{id:int}", People.Head, "/training/people/{person:Bevan}"),
        new("training/people/{id:int}/elsewhere", People.Head, "/training/people/{person:Bevan}/elsewhere"),
        new("training/records/{id:int}", People.Asked, "/training/records/{training:Llewellyn}"),
        new("training/records/{id:int}", People.Head, "/training/records/{training:Bevan}"),
        new("training/records/{id:int}/withdraw", People.Head, "/training/records/{training:Bevan}/withdraw"),
        new("training/records/{id:int}/certificate/attach", People.Asked, "/training/records/{training:Llewellyn}/certificate/attach"),
        new("training/records/{id:int}/certificate/remove", People.Asked, "/training/records/{training:Llewellyn}/certificate/remove"),

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
