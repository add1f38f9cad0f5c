using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>What a stored file is kept for. The name is part of the encryption and is never changed.</summary>
public enum FilePurpose
{
    /// <summary>The certificate of a training.</summary>
    TrainingCertificate,

    /// <summary>Evidence of an incident.</summary>
    IncidentEvidence,
}

/// <summary>What a file is, by its content. Nothing else is taken in.</summary>
public enum FileType
{
    /// <summary>A PDF document.</summary>
    [Display(Name = "PDF")]
    Pdf,

    /// <summary>A PNG picture.</summary>
    [Display(Name = "PNG")]
    Png,

    /// <summary>A JPEG picture.</summary>
    [Display(Name = "JPEG")]
    Jpeg,

    /// <summary>A WebP picture.</summary>
    [Display(Name = "WebP")]
    WebP,

    /// <summary>Plain text.</summary>
    [Display(Name = "TXT")]
    Text,

    /// <summary>An e-mail as it was sent (RFC 5322), with its headers.</summary>
    [Display(Name = "EML")]
    Email,
}

/// <summary>
/// A file that somebody handed in. The content lies encrypted on the portal's disk under a random name; this row says what it is, whose
/// hand it came from and what its fingerprint is. A file that was removed keeps its row, and its content is gone.
/// </summary>
public sealed class StoredFile : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "FIL";

    /// <summary>Longest name that is shown, in characters.</summary>
    public const int NameMaximumLength = 100;

    /// <summary>The name on the disk, in characters.</summary>
    public const int StoredNameLength = 32;

    private StoredFile()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>What it is kept for.</summary>
    public FilePurpose Purpose { get; private set; }

    /// <summary>The name on the disk: random, and nothing of it comes from whoever sent the file.</summary>
    public string StoredName { get; private set; } = "";

    /// <summary>The name that people read, cleaned. Never used as a path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is, by its content.</summary>
    public FileType Type { get; private set; }

    /// <summary>How many bytes it has, before encryption.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the content before encryption, in hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who handed it in.</summary>
    public int AddedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>When it was removed, UTC. The content is then gone from the disk, or goes with the next tidying.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>Type and size, for people.</summary>
    public string TypeAndSize => $"{Type.InWords()}, {FileRule.SizeInWords(Length)}";

    /// <summary>The file as the audit has it: what it is and its fingerprint, never its name, which may be a person's.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Type.InWords()}, {Length} bytes, SHA-256 {Sha256}");

    /// <summary>The row of a file whose content is on the disk already.</summary>
    /// <param name="purpose">What it is kept for.</param>
    /// <param name="storedName">The name on the disk.</param>
    /// <param name="name">The name as it was sent.</param>
    /// <param name="type">What it is, by its content.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="sha256">Its fingerprint.</param>
    /// <param name="by">Who handed it in.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="ArgumentException">The actor is not a person.</exception>
    public static StoredFile Add(FilePurpose purpose, string storedName, string? name, FileType type, long length, string sha256, Actor by, DateTime at)
    {
        var file = new StoredFile
        {
            Purpose = purpose,
            StoredName = storedName,
            Name = CleanName(name, type),
            Type = type,
            Length = length,
            Sha256 = sha256,
            AddedById = by.PersonId ?? throw new ArgumentException("A file is handed in by a person.", nameof(by)),
            AddedAt = at,
        };
        file.Record(new FileStored(file.InWords, by, at));
        return file;
    }

    /// <inheritdoc cref="FileName.Clean" />
    public static string CleanName(string? sent, FileType type) => FileName.Clean(sent, type, NameMaximumLength);

    /// <summary>Removes the file. Its content goes from the disk once this is saved. Removing it twice keeps the first time.</summary>
    public void Remove(Actor by, DateTime at)
    {
        if (RemovedAt is not null)
        {
            return;
        }

        RemovedAt = at;
        Record(new FileRemoved(InWords, by, at));
    }
}

/// <summary>Why a file is not taken in or cannot be opened.</summary>
public static class FileErrors
{
    /// <summary>No file was sent.</summary>
    public static Error Missing(string field) => new("File.Missing", "Choose a file.", Field: field);

    /// <summary>A file of no bytes.</summary>
    public static Error Empty(string field) => new(
        "File.Empty", "This file is empty. Check that it opens on your device, then choose it again.", Field: field);

    /// <summary>Larger than allowed.</summary>
    public static Error TooLarge(string field, int megabytes) => new(
        "File.TooLarge",
        string.Create(CultureInfo.InvariantCulture, $"This file is larger than {megabytes} MB. Choose a smaller one, for instance a photo in a lower resolution."),
        Field: field);

    /// <summary>Something else, whatever it is called.</summary>
    public static Error NotTaken(string field, FileRule rule) => new(
        "File.NotTaken",
        $"This file is not a {rule.TypesInWords}, whatever its name says. Save it as one of these, then choose it again.",
        Field: field);

    /// <summary>Begins like one of those that are taken, and is not whole.</summary>
    public static Error NotWhole(string field, FileType type, FileRule rule) => new(
        "File.NotWhole",
        $"This file is not a {rule.TypesInWords} that is whole: it begins like a {type.InWords()}, and the rest does not fit. Save it again, then choose it.",
        Field: field);

    /// <summary>Two files in one: what a person sees of it depends on the program that opens it.</summary>
    public static Error TwoInOne(string field, FileType type) => new(
        "File.TwoInOne",
        $"This file is a {type.InWords()} and something else at once, such as an archive behind a picture. Take the two apart, then choose what is needed.",
        Field: field);

    /// <summary>The disk did not take it.</summary>
    public static Error NotKept(string field) => new(
        "File.NotKept",
        "The portal could not write this file to its disk, which may be full. Nothing of it was kept. Tell a portal manager, then try again.",
        Field: field);

    /// <summary>Missing on the disk, or changed there.</summary>
    public static Error Damaged { get; } = new(
        "File.Damaged",
        "The file cannot be opened: it is missing from the portal’s disk, or was changed there. Ask a portal manager to put it back from a back-up. What is on record about it is not affected.",
        ErrorKind.Fault);
}

/// <summary>A file was taken in.</summary>
[Description("Stored a file")]
public sealed record FileStored(string File, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("File", null, File)];
}

/// <summary>A file was removed.</summary>
[Description("Removed a file")]
public sealed record FileRemoved(string File, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("File", File, null)];
}

/// <summary>A file was downloaded.</summary>
[Description("Downloaded a file")]
public sealed record FileDownloaded(string Of, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Belongs to", null, Of)];
}

/// <summary>A file was asked for and is missing from the disk, or was changed there.</summary>
[Description("Found a stored file missing or changed")]
public sealed record FileFoundDamaged(Actor By, DateTime At) : DomainEvent(By, At);
