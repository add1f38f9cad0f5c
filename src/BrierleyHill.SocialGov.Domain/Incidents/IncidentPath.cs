using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// The address of an incident and of everything in it begins with <c>/incidents/{number}</c>. So what leads there (an e-mail, a line of a morning summary, a
/// request that was refused) says by its address that it is about that incident, whoever wrote it; and what leads elsewhere by the reference in its subject.
/// </summary>
public static class IncidentPath
{
    private const string Beginning = "/incidents/";

    /// <summary>The address of an incident, from the root of the portal.</summary>
    /// <param name="number">Its number.</param>
    public static string To(int number) => string.Create(CultureInfo.InvariantCulture, $"{Beginning}{number}");

    /// <summary>The number of the incident that an address is of; <see langword="null"/> where it is of none.</summary>
    /// <param name="path">The address, from the root of the portal.</param>
    public static int? NumberIn(string? path)
    {
        if (path is null || !path.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var digits = path[Beginning.Length..];
        var end = digits.IndexOfAny(['/', '?', '#']);
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The number of the incident that a message is about: by where it leads, or else by the first reference in its subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="path">The address that it leads to, from the root of the portal.</param>
    public static int? NumberOf(string subject, string path)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (NumberIn(path) is { } number)
        {
            return number;
        }

        var at = subject.IndexOf(Incident.ReferenceKind + "-", StringComparison.Ordinal);
        return at < 0 ? null : NumberIn(Beginning + string.Concat(subject[(at + Incident.ReferenceKind.Length + 1)..].TakeWhile(char.IsAsciiDigit)));
    }

    /// <summary>The reference of the incident that an address is of; <see langword="null"/> where it is of none.</summary>
    /// <param name="path">The address, from the root of the portal.</param>
    public static string? ReferenceIn(string? path) => NumberIn(path) is { } number ? Reference.Of(Incident.ReferenceKind, number) : null;
}
