using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What an entry of a chronology is. The names are stored and hashed, and are never changed.</summary>
public enum ChronologyKind
{
    /// <summary>A note, by hand.</summary>
    [Display(Name = "Note")]
    Note,

    /// <summary>A telephone call, by hand.</summary>
    [Display(Name = "Telephone call")]
    TelephoneCall,

    /// <summary>A meeting, by hand.</summary>
    [Display(Name = "Meeting")]
    Meeting,

    /// <summary>A message that was sent or received, by hand.</summary>
    [Display(Name = "Message")]
    Message,

    /// <summary>The report, and changes of where the incident stands.</summary>
    [Display(Name = "What became of it")]
    State,

    /// <summary>The assessment.</summary>
    [Display(Name = "Assessment")]
    Assessment,

    /// <summary>Who is involved, and who investigates.</summary>
    [Display(Name = "People")]
    People,

    /// <summary>A step of a route.</summary>
    [Display(Name = "Route")]
    Route,

    /// <summary>A referral to an agency.</summary>
    [Display(Name = "Referral")]
    Referral,

    /// <summary>Evidence.</summary>
    [Display(Name = "Evidence")]
    Evidence,

    /// <summary>A personal data breach.</summary>
    [Display(Name = "Personal data breach")]
    DataBreach,

    /// <summary>A review of content by two people.</summary>
    [Display(Name = "Review of content")]
    ContentReview,

    /// <summary>A message of the portal to people.</summary>
    [Display(Name = "Told by the portal")]
    Told,
}

/// <summary>Where the chronology of an incident ends: what the next entry follows.</summary>
/// <param name="Number">The number of the last entry; 0 where there is none.</param>
/// <param name="Hash">Its hash, or <see cref="ChronologyEntry.Genesis"/>.</param>
public sealed record ChronologyEnd(int Number, string Hash)
{
    /// <summary>A chronology without entries.</summary>
    public static ChronologyEnd Empty { get; } = new(0, ChronologyEntry.Genesis);
}

/// <summary>
/// One entry of the chronology of an incident. It is only ever added: a correction is a new entry that refers to the one it corrects. Each carries the
/// hash of the one before, and stands with its hash in the audit, so that tampering shows. The hash covers the text by a hash of its own, salted: when an
/// incident is out of scope its texts are erased, and the chain still holds.
/// </summary>
public sealed class ChronologyEntry : IncidentPart
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextMaximumLength = 4000;

    /// <summary>Length of the salt, in hexadecimal digits.</summary>
    public const int SaltLength = 32;

    /// <summary>What the first entry follows.</summary>
    public static readonly string Genesis = new('0', 64);

    private ChronologyEntry()
    {
    }

    private ChronologyEntry(IncidentEvent happened, ChronologyEnd end)
        : base(happened.IncidentId, end.Number + 1)
    {
        Kind = happened.Kind;
        HappenedAt = happened.HappenedAt;
        WrittenAt = happened.At;
        ById = happened.By.PersonId;
        CorrectsNumber = happened.Corrects;
        Text = happened.InChronology;
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltLength / 2));
        TextHash = ComputeTextHash();
        PreviousHash = end.Hash;
        Hash = ComputeHash();
    }

    /// <summary>What it is.</summary>
    public ChronologyKind Kind { get; private set; }

    /// <summary>When it happened, UTC: where it stands in the chronology.</summary>
    public DateTime HappenedAt { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>Who wrote it; <see langword="null"/> for the portal itself.</summary>
    public int? ById { get; private set; }

    /// <summary>The number of the entry that it corrects.</summary>
    public int? CorrectsNumber { get; private set; }

    /// <summary>What it says, or "" once that is erased.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Random digits that are hashed with the text, so that nobody can find an erased text by trying; "" once it is erased.</summary>
    public string Salt { get; private set; } = "";

    /// <summary>SHA-256 of salt and text, in hexadecimal.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>The hash of the entry before it in the same incident, or <see cref="Genesis"/>.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>The hash of this entry: SHA-256 over its canonical form, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When its text was erased, UTC, because the incident is out of scope.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Whether it was written on another day or well after it happened, so that a reader should know.</summary>
    public bool IsBackDated => WrittenAt - HappenedAt > TimeSpan.FromMinutes(1);

    /// <summary>Whether people write entries of this kind by hand.</summary>
    public static bool IsByHand(ChronologyKind kind) => kind is ChronologyKind.Note or ChronologyKind.TelephoneCall or ChronologyKind.Meeting or ChronologyKind.Message;

    /// <summary>Writes the entry that an event leaves. Whoever saves the event calls this within the same transaction.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="end">Where the chronology of the incident ends.</param>
    public static ChronologyEntry Write(IncidentEvent happened, ChronologyEnd end)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(end);
        var entry = new ChronologyEntry(happened, end);
        entry.Record(new ChronologyEntryWritten(entry.Number, entry.Kind, entry.Hash, happened.By, happened.At));
        return entry;
    }

    /// <summary>Erases what it says: the incident is out of scope. That there was an entry, when and by whom stays, and so does the chain.</summary>
    /// <param name="at">When, UTC.</param>
    public void Erase(DateTime at)
    {
        ErasedAt ??= at;
        (Text, Salt) = ("", "");
    }

    /// <summary>Computes the hash of the text anew, from salt and text.</summary>
    public string ComputeTextHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Salt + "\n" + Text)));

    /// <summary>
    /// Computes the hash anew. The canonical form is the UTF-8 JSON array of previous hash, incident, number, kind, when it happened and was written (round-trip form),
    /// who wrote it, which entry it corrects and the hash of the text, absent values as <c>null</c>: it depends on neither database nor culture.
    /// </summary>
    public string ComputeHash()
    {
        string?[] canonical =
        [
            PreviousHash,
            IncidentId.ToString(CultureInfo.InvariantCulture),
            Number.ToString(CultureInfo.InvariantCulture),
            Kind.ToString(),
            DateTime.SpecifyKind(HappenedAt, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
            DateTime.SpecifyKind(WrittenAt, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
            ById?.ToString(CultureInfo.InvariantCulture),
            CorrectsNumber?.ToString(CultureInfo.InvariantCulture),
            TextHash,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(canonical)));
    }
}

/// <summary>An entry was added to a chronology. Its number and hash in the audit anchor the chronology there.</summary>
[Description("Wrote an entry of the chronology of an incident")]
public sealed record ChronologyEntryWritten(int Number, ChronologyKind Kind, string Hash, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Entry", null, Number.ToString(CultureInfo.InvariantCulture)), new("Kind", null, Kind.InWords()), new("Hash", null, Hash)];
}
