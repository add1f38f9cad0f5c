using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace BrierleyHill.SocialGov.Domain.Auditing;

/// <summary>
/// One line of the audit: who did what to which record, when, why and from where. It is never changed or deleted (the database
/// refuses both), and carries the hash of the line before it, so that a line that was changed, taken out or put in shows.
/// </summary>
public sealed class AuditEvent
{
    /// <summary>The hash that stands before the first line.</summary>
    public static readonly string Genesis = new('0', 64);

    private AuditEvent()
    {
    }

    /// <summary>Writes the next line of the chain.</summary>
    /// <param name="sequence">Its number: one more than the line before.</param>
    /// <param name="previousHash">The hash of the line before, or <see cref="Genesis"/>.</param>
    /// <param name="content">What happened.</param>
    public AuditEvent(long sequence, string previousHash, AuditContent content)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        OccurredAt = content.OccurredAt;
        Name = content.Name;
        ActorId = content.ActorId;
        ActorName = content.ActorName;
        RecordKind = content.RecordKind;
        RecordId = content.RecordId;
        RecordReference = content.RecordReference;
        Reason = content.Reason;
        Changes = content.Changes;
        CorrelationId = content.CorrelationId;
        RemoteAddress = content.RemoteAddress;
        Hash = ComputeHash();
    }

    /// <summary>The line's number, from 1 without a gap.</summary>
    public long Sequence { get; private set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime OccurredAt { get; private set; }

    /// <summary>What happened: the type name of the domain event.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The person who did it, if it was one.</summary>
    public int? ActorId { get; private set; }

    /// <summary>The name of who did it, as it was then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>The kind of record, such as <c>AccountApplication</c>.</summary>
    public string? RecordKind { get; private set; }

    /// <summary>The record's number.</summary>
    public int? RecordId { get; private set; }

    /// <summary>The record's reference, such as <c>APP-000123</c>.</summary>
    public string? RecordReference { get; private set; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was changed: a JSON array of <c>{field, before, after}</c>, or nothing.</summary>
    public string? Changes { get; private set; }

    /// <summary>The request, as the log and the error page name it.</summary>
    public string? CorrelationId { get; private set; }

    /// <summary>From where: the network address of the request.</summary>
    public string? RemoteAddress { get; private set; }

    /// <summary>The hash of the line before.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>The hash of this line: SHA-256 over its canonical form, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>
    /// Computes the hash anew. The canonical form is the UTF-8 JSON array of the line's values in the order of the constructor's
    /// content, after number and previous hash, absent values as <c>null</c>, the instant in round-trip form: it depends on
    /// neither database, culture nor property order.
    /// </summary>
    public string ComputeHash()
    {
        string?[] canonical =
        [
            Sequence.ToString(CultureInfo.InvariantCulture),
            PreviousHash,
            DateTime.SpecifyKind(OccurredAt, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
            Name,
            ActorId?.ToString(CultureInfo.InvariantCulture),
            ActorName,
            RecordKind,
            RecordId?.ToString(CultureInfo.InvariantCulture),
            RecordReference,
            Reason,
            Changes,
            CorrelationId,
            RemoteAddress,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(canonical)));
    }
}

/// <summary>What one line of the audit says, without its place in the chain.</summary>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Name">What happened.</param>
/// <param name="ActorId">Who, if it was a person.</param>
/// <param name="ActorName">Their name then.</param>
/// <param name="RecordKind">The kind of record.</param>
/// <param name="RecordId">Its number.</param>
/// <param name="RecordReference">Its reference.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">What was changed, as JSON.</param>
/// <param name="CorrelationId">The request.</param>
/// <param name="RemoteAddress">From where.</param>
public sealed record AuditContent(
    DateTime OccurredAt,
    string Name,
    int? ActorId,
    string ActorName,
    string? RecordKind,
    int? RecordId,
    string? RecordReference,
    string? Reason,
    string? Changes,
    string? CorrelationId,
    string? RemoteAddress);

/// <summary>The end of the chain: one row, moved on in the same transaction as each new line. It shows when lines are cut off at the end.</summary>
public sealed class AuditHead
{
    /// <summary>The only row's number.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; private set; } = OnlyId;

    /// <summary>The number of the last line; 0 when there is none.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the last line, or <see cref="AuditEvent.Genesis"/>.</summary>
    public string Hash { get; private set; } = AuditEvent.Genesis;
}
