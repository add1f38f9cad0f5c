using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Files;

/// <summary>What a file is, by its content alone.</summary>
public class FileSignaturesTests
{
    private static Result<FileType> Detect(ReadOnlySpan<byte> content, FilePurpose purpose = FilePurpose.TrainingCertificate) =>
        FileSignatures.Detect(content, "File", FileRule.Of(purpose));

    [Fact]
    public void Whole_files_of_the_three_kinds_are_known()
    {
        Assert.Equal(FileType.Pdf, Detect(Trainings.Pdf()).Value);
        Assert.Equal(FileType.Png, Detect(Trainings.Png).Value);
        Assert.Equal(FileType.Jpeg, Detect(Trainings.Jpeg).Value);
        // Cameras write more behind the end of a picture, and some programs behind the end of a PDF.
        Assert.Equal(FileType.Jpeg, Detect([.. Trainings.Jpeg, 1, 2, 3]).Value);
        Assert.Equal(FileType.Pdf, Detect([.. Trainings.Pdf(), .. new byte[1000]]).Value);
    }

    [Theory]
    [InlineData("MZ\u0090\u0000\u0003 a program")]
    [InlineData("MZ a program %PDF-1.7 with a PDF inside %%EOF")]
    [InlineData("\u007fELF a program")]
    [InlineData("#!/bin/sh\n%PDF-1.7\n%%EOF")]
    [InlineData("\n%PDF-1.7\n%%EOF")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("GIF89a")]
    [InlineData("%PDF")]
    [InlineData(" ")]
    public void Anything_else_is_refused_whatever_it_is_called(string content) =>
        Assert.Equal("File.NotTaken", Detect(Encoding.Latin1.GetBytes(content)).Error?.Code);

    [Fact]
    public void An_empty_file_is_refused_as_such() => Assert.Equal(FileErrors.Empty("File"), Detect([]).Error);

    [Fact]
    public void A_file_that_only_begins_like_one_of_them_is_refused()
    {
        byte[][] broken =
        [
            "%PDF-"u8.ToArray(),
            "%PDF-x.y\n%%EOF"u8.ToArray(),
            "%PDF-1.7\nMZ no end"u8.ToArray(),
            [.. Trainings.Pdf(), .. new byte[1024]],
            Trainings.Png[..8],
            Trainings.Png[..^1],
            [.. Trainings.Png, .. "PK"u8],
            [.. Trainings.Png[..8], .. "not a header at all"u8],
            [.. Trainings.Png[..33], .. Trainings.Png[^12..]],
            [.. Trainings.Png[..8], 0xFF, 0xFF, 0xFF, 0xFF, .. Trainings.Png[12..]],
            Trainings.Jpeg[..3],
            Trainings.Jpeg[..^2],
            [0xFF, 0xD8, 0xFF, .. "MZ a program"u8, 0xFF, 0xD9],
            [0xFF, 0xD8, 0xFF, 0xDA, 0x00, 0x02, 0xFF, 0xD9],
            [0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0xFF],
        ];

        Assert.All(broken, content => Assert.Equal("File.NotWhole", Detect(content).Error?.Code));
    }

    [Fact]
    public void No_beginning_of_a_whole_file_and_no_random_bytes_stop_the_check()
    {
        var random = new Random(7);
        foreach (var whole in new[] { Trainings.Pdf(200), Trainings.Png, Trainings.Jpeg })
        {
            for (var length = 0; length < whole.Length; length++)
            {
                Assert.True(Detect(whole.AsSpan(0, length)) is { IsRefused: true } || whole[1] == 'P', $"{length} of {whole.Length}");
            }

            for (var round = 0; round < 2000; round++)
            {
                var changed = whole.ToArray();
                random.NextBytes(changed.AsSpan(3));
                _ = Detect(changed);
            }
        }
    }
}
