namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>
/// What the layout shows around a page. It is read from <c>ViewData["PortalHeader"]</c>; without it the layout shows the portal's
/// name alone, as on an error page that could not reach the database.
/// </summary>
/// <param name="SchoolName">The school's name, from settings.</param>
/// <param name="PersonName">The signed-in person's name, or null when nobody is signed in; then there is no navigation either.</param>
/// <param name="UnreadNotifications">How many notifications the person has not read.</param>
/// <param name="Navigation">The links the person may use, in order.</param>
/// <param name="FooterText">A line below the page, such as the version and whom to ask for help, or null.</param>
public sealed record PortalHeader(
    string SchoolName,
    string? PersonName,
    int UnreadNotifications,
    IReadOnlyList<NavigationItem> Navigation,
    string? FooterText = null)
{
    /// <summary>The key under which the layout finds it in the view data.</summary>
    public const string ViewDataKey = "PortalHeader";
}

/// <summary>One link of the navigation.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsCurrent">Whether the page shown is the one it leads to.</param>
public sealed record NavigationItem(string Text, string Href, bool IsCurrent);
