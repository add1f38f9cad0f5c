using System.Collections.Concurrent;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// What nearly every page rests on and few requests change: the directory, readiness, the register, the working calendar. It is kept in
/// memory under the stamp that the database had when it was read. Every save that changes any of it changes the stamp in the same
/// transaction, and each request reads the stamp with its session, so what is kept is never older than the request, in however many
/// instances the portal runs (ADR 41).
/// </summary>
public sealed class SchoolFacts
{
    /// <summary>The number of the one row of the stamp.</summary>
    public const int OnlyId = 1;

    private readonly ConcurrentDictionary<string, (Guid Stamp, object Value)> _kept = new(StringComparer.Ordinal);

    /// <summary>Gives what was kept under this stamp, or reads it and keeps it.</summary>
    /// <typeparam name="T">What it is. It is shared between requests, so nobody may change it.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="stamp">The stamp, read before <paramref name="read"/> is called; <see langword="null"/> where none was read: then nothing is kept.</param>
    /// <param name="read">Reads it.</param>
    public async Task<T> GetAsync<T>(string name, Guid? stamp, Func<Task<T>> read)
        where T : class
    {
        if (stamp is not { } known)
        {
            return await read();
        }

        if (_kept.TryGetValue(name, out var kept) && kept.Stamp == known)
        {
            return (T)kept.Value;
        }

        var value = await read();
        _kept[name] = (known, value);
        return value;
    }

    // Whatever a feature adds counts, unless it is named here: a fact that is read once too often does no harm.
    private static readonly HashSet<string> ChangesWithoutThem = new(StringComparer.Ordinal)
    {
        typeof(SocialGovDbContext).Namespace!,
        typeof(Domain.Auditing.AuditEvent).Namespace!,
        typeof(Domain.Messaging.OutgoingEmail).Namespace!,
        typeof(Domain.Enquiries.Enquiry).Namespace!,
        typeof(Domain.Alerts.Deadline).Namespace!,
        typeof(Domain.Mentions.PublicMention).Namespace!,
        // That something happened to an incident must not show in how long other people's pages take.
        typeof(Domain.Incidents.Incident).Namespace!,
        typeof(StoredFile).Namespace!,
        // Checks come and go by the hour; the rota that they come from is one of the facts.
        typeof(Domain.Monitoring.MonitoringCheck).FullName!,
        typeof(Domain.Monitoring.MonitoringFollowUp).FullName!,
    };

    /// <summary>Whether saving this changes any of what is kept.</summary>
    internal static bool AreChangedBy(EntityEntry entry) =>
        entry.State is Microsoft.EntityFrameworkCore.EntityState.Added or Microsoft.EntityFrameworkCore.EntityState.Modified or Microsoft.EntityFrameworkCore.EntityState.Deleted
        && !ChangesWithoutThem.Contains(entry.Metadata.ClrType.Namespace ?? "")
        && !ChangesWithoutThem.Contains(entry.Metadata.ClrType.FullName ?? "");
}

/// <summary>The stamp of what <see cref="SchoolFacts"/> keeps: one row.</summary>
public sealed class SchoolFactsStamp
{
    /// <summary>The number of the row.</summary>
    public int Id { get; init; }

    /// <summary>Another one after every change.</summary>
    public Guid Stamp { get; init; }
}
