using System.Globalization;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>Which files are taken in for a purpose.</summary>
/// <param name="Types">What they may be, by content.</param>
/// <param name="LargestMegabytes">How large each may be.</param>
/// <param name="MostAtOnce">How many may be sent with one form.</param>
/// <param name="LargestTogetherMegabytes">How large all that are sent with one form may be together.</param>
public sealed record FileRule(IReadOnlyList<FileType> Types, int LargestMegabytes, int MostAtOnce, int LargestTogetherMegabytes)
{
    private const int Megabyte = 1024 * 1024;

    private static readonly FileRule Certificates = new([FileType.Pdf, FileType.Png, FileType.Jpeg], 10, 1, 10);

    // A phone's photo has some 5 MB, an e-mail with attachments some 20. All of one form is held in memory, so that nothing is written unencrypted.
    private static readonly FileRule Evidence = new(
        [FileType.Png, FileType.Jpeg, FileType.WebP, FileType.Pdf, FileType.Text, FileType.Email], 25, 10, 50);

    /// <summary>The largest file, in bytes.</summary>
    public int Largest => LargestMegabytes * Megabyte;

    /// <summary>All of one form, in bytes.</summary>
    public int LargestTogether => LargestTogetherMegabytes * Megabyte;

    /// <summary>The types in words, such as "PDF, PNG or JPEG".</summary>
    public string TypesInWords => $"{string.Join(", ", Types.SkipLast(1).Select(type => type.InWords()))} or {Types[^1].InWords()}";

    /// <summary>What a file dialogue offers first.</summary>
    public string Endings => string.Join(',', Types.SelectMany(FileName.EndingsOf));

    /// <summary>The rule for a purpose.</summary>
    public static FileRule Of(FilePurpose purpose) => purpose switch
    {
        FilePurpose.TrainingCertificate => Certificates,
        FilePurpose.IncidentEvidence => Evidence,
    };

    /// <summary>A size for people, such as "2 KB".</summary>
    /// <param name="length">In bytes.</param>
    public static string SizeInWords(long length) => length switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{length} bytes"),
        < Megabyte => string.Create(CultureInfo.InvariantCulture, $"{length / 1024.0:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{length / (double)Megabyte:0.0} MB"),
    };
}

/// <summary>Content that the file store has written, encrypted, under a name of its own.</summary>
/// <param name="StoredName">The name on the disk: random, and nothing of it comes from whoever sent the file.</param>
/// <param name="Type">What it is, by its content.</param>
/// <param name="Length">How many bytes it has, before encryption.</param>
/// <param name="Sha256">SHA-256 of the content before encryption, in hexadecimal.</param>
/// <param name="HoldsLocation">Whether a picture says where it was taken.</param>
public sealed record KeptContent(string StoredName, FileType Type, long Length, string Sha256, bool HoldsLocation);
