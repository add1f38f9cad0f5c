using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>A line of the audit as people read it.</summary>
/// <param name="What">What happened, in words.</param>
/// <param name="Who">Who did it.</param>
/// <param name="When">When, UTC.</param>
/// <param name="Why">Why, if a reason was given.</param>
/// <param name="Changes">What was changed.</param>
public sealed record HistoryEntry(string What, string Who, DateTime When, string? Why, IReadOnlyList<Change> Changes)
{
    /// <summary>Every kind of event with its words, from the description beside the type.</summary>
    public static IReadOnlyDictionary<string, string> EventNames { get; } = typeof(DomainEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
        .ToDictionary(
            type => type.Name,
            type => type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? Words.FromIdentifier(type.Name),
            StringComparer.Ordinal);

    /// <summary>The words for an event, also for one of a release that is no more.</summary>
    public static string NameOf(string eventName) => EventNames.GetValueOrDefault(eventName) ?? Words.FromIdentifier(eventName);

    /// <summary>Reads a line.</summary>
    public static HistoryEntry From(AuditEvent line) => new(
        NameOf(line.Name),
        line.ActorName,
        line.OccurredAt,
        line.Reason,
        line.Changes is null ? [] : JsonSerializer.Deserialize<List<Change>>(line.Changes, JsonSerializerOptions.Web) ?? []);
}
