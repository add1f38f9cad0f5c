using System.Globalization;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The e-mails about incidents: what kind of thing waits, its reference and a link. Nothing of what happened, and nobody’s name.</summary>
public static partial class IncidentEmails
{
    /// <summary>The page of an incident, from the root of the portal.</summary>
    public static string PathOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/incidents/{id}");

    /// <summary>To leaders, at once: there is a new one.</summary>
    public static EmailText New(string reference, string path) => new(
        $"{reference}: an incident has been reported", [$"An incident has been reported ({reference}) and waits for its assessment.", "Look at it here:"], path);

    /// <summary>To leaders and the safeguarding lead, at once: somebody is in danger.</summary>
    public static EmailText Danger(string reference, string path) => new(
        $"{reference}: somebody may be in danger now", [$"An incident has been reported in which somebody may be in danger now ({reference}).", "Look at it now:"], path);
}
