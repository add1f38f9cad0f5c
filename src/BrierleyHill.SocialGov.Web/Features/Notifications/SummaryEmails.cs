using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Notifications;

/// <summary>The morning summary: what kinds of things wait, their references and links.</summary>
public static class SummaryEmails
{
    /// <summary>How many lines are written out; the rest is counted.</summary>
    public const int MostLines = 50;

    /// <summary>To one person: everything that waited for the morning and was not read in the portal, but for what is of incidents.</summary>
    /// <param name="lines">The lines, oldest first.</param>
    /// <param name="portalAddress">Where the portal is, without a slash at the end.</param>
    public static EmailText Morning(IReadOnlyList<SummaryLine> lines, string portalAddress) => new(
        lines.Count == 1 ? "Morning summary: 1 thing to see" : $"Morning summary: {lines.Count} things to see",
        [
            "This is what has come for you in the portal and waited for the morning, as you chose. What you have read there already is left out.",
            .. Lines(lines, portalAddress),
            "All your notifications are here:",
        ],
        "/notifications");

    /// <summary>To one person: what waited for the morning about one incident.</summary>
    /// <param name="lines">The lines, oldest first.</param>
    /// <param name="number">The number of the incident.</param>
    /// <param name="portalAddress">Where the portal is, without a slash at the end.</param>
    public static EmailText OfIncident(IReadOnlyList<SummaryLine> lines, int number, string portalAddress) => new(
        $"Morning summary: incident {Reference.Of(Incident.ReferenceKind, number)}",
        ["This is what has come for you about one incident and waited for the morning, as you chose.", .. Lines(lines, portalAddress), "The incident is here:"],
        IncidentPath.To(number));

    private static IEnumerable<string> Lines(IReadOnlyList<SummaryLine> lines, string portalAddress) =>
    [
        .. lines.Take(MostLines).GroupBy(line => line.Kind).OrderBy(kind => kind.Key).Select(kind =>
            string.Join("\n\n", [kind.Key.InWords(), .. kind.Select(line => $"- {line.Subject}\n  {portalAddress}{line.Path}")])),
        .. lines.Count > MostLines ? (string[])[$"And {lines.Count - MostLines} more, which are in the portal."] : [],
        $"You can choose what waits for the morning, and what comes at once, here:\n{portalAddress}/notifications/preferences",
    ];
}
