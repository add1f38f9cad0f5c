using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Shared;

/// <summary>The name of a file is for people alone, and says nothing but what the content is.</summary>
public class StoredFileTests
{
    [Theory]
    [InlineData("Certificate.pdf", FileType.Pdf, "Certificate.pdf")]
    [InlineData("Certificate.PDF", FileType.Pdf, "Certificate.pdf")]
    [InlineData("photo.JPEG", FileType.Jpeg, "photo.jpg")]
    [InlineData("../../etc/passwd", FileType.Png, "passwd.png")]
    [InlineData(@"C:\Users\me\scan.png", FileType.Png, "scan.png")]
    [InlineData("..", FileType.Pdf, "File.pdf")]
    [InlineData("", FileType.Pdf, "File.pdf")]
    [InlineData(null, FileType.Pdf, "File.pdf")]
    [InlineData(".pdf", FileType.Pdf, "File.pdf")]
    [InlineData("setup.exe", FileType.Pdf, "setup.exe.pdf")]
    [InlineData("a\u0000b\u0007\r\nc\u202Efdp.exe", FileType.Pdf, "ab cfdp.exe.pdf")]
    [InlineData("<script>\"x\"|?*.pdf", FileType.Pdf, "scriptx.pdf")]
    [InlineData("Zertifikat für José 😀.pdf", FileType.Pdf, "Zertifikat für José 😀.pdf")]
    [InlineData("photo.webp", FileType.WebP, "photo.webp")]
    [InlineData("Re: your child.eml", FileType.Email, "your child.eml")]
    [InlineData("a\u200Fb\u061C\uFEFF\u2067c\u2069.txt", FileType.Text, "abc.txt")]
    [InlineData("photo\u202Egnp.exe", FileType.Png, "photognp.exe.png")]
    [InlineData("chat.html", FileType.Text, "chat.html.txt")]
    public void The_name_shown_is_cleaned_and_ends_as_its_content_does(string? sent, FileType type, string shown) =>
        Assert.Equal(shown, StoredFile.CleanName(sent, type));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        Assert.Equal(StoredFile.NameMaximumLength, StoredFile.CleanName(new string('n', 500) + ".pdf", FileType.Pdf).Length);
        var faces = StoredFile.CleanName("n" + string.Concat(Enumerable.Repeat("😀", 200)), FileType.Pdf);
        Assert.True(faces.Length <= StoredFile.NameMaximumLength);
        Assert.DoesNotContain(faces.EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void A_file_is_removed_once()
    {
        var file = StoredFile.Add(FilePurpose.TrainingCertificate, new string('a', 32), "a.pdf", FileType.Pdf, 2048, new string('b', 64), Trainings.Staff, Trainings.At);
        file.TakeEvents();

        file.Remove(Trainings.Staff, Trainings.At);
        file.Remove(Trainings.Staff, Trainings.At.AddDays(1));

        Assert.Equal(Trainings.At, file.RemovedAt);
        Assert.IsType<FileRemoved>(Assert.Single(file.UnsavedEvents));
        Assert.Equal("PDF, 2 KB", file.TypeAndSize);
    }
}
