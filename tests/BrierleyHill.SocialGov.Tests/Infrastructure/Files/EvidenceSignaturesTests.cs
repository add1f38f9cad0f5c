using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Files;

/// <summary>What a file of evidence is, by its content alone: also where somebody went to some lengths to have it taken for something else.</summary>
[Trait("Clause", "BEH-5")]
public class EvidenceSignaturesTests
{
    private static readonly FileRule Rule = FileRule.Of(FilePurpose.IncidentEvidence);

    private static Result<FileType> Detect(ReadOnlySpan<byte> content) => FileSignatures.Detect(content, "Files", Rule);

    private static void Refused(string code, byte[] content) => Assert.Equal(code, Detect(content).Error?.Code);

    [Fact]
    public void Each_kind_of_evidence_is_known_by_its_content()
    {
        Assert.Equal(FileType.Png, Detect(Trainings.Png).Value);
        Assert.Equal(FileType.Jpeg, Detect(Trainings.Jpeg).Value);
        Assert.Equal(FileType.Jpeg, Detect(EvidenceFiles.JpegWithLocation()).Value);
        Assert.Equal(FileType.WebP, Detect(EvidenceFiles.WebP()).Value);
        Assert.Equal(FileType.Pdf, Detect(Trainings.Pdf()).Value);
        Assert.Equal(FileType.Email, Detect(EvidenceFiles.Email()).Value);
        Assert.Equal(FileType.Text, Detect(EvidenceFiles.Text()).Value);
    }

    [Fact]
    public void A_certificate_is_none_of_the_kinds_that_only_evidence_may_be()
    {
        foreach (var content in new[] { EvidenceFiles.WebP(), EvidenceFiles.Email(), EvidenceFiles.Text() })
        {
            Assert.Equal("File.NotTaken", FileSignatures.Detect(content, "File", FileRule.Of(FilePurpose.TrainingCertificate)).Error?.Code);
        }
    }

    [Theory]
    [InlineData("[12/03/2026, 10:00:00] Somebody: hello")]
    [InlineData("<bob> hello\n<ann> hi")]
    [InlineData("From: Bob\nTo: Ann\n\nhello")]
    [InlineData("\uFEFFWith a mark of its own")]
    [InlineData("Tab\tand feed\fand umlaut ä and smile 😀")]
    [InlineData("Riffs and rants")]
    public void Text_as_people_write_it_is_text(string text) => Assert.Equal(FileType.Text, Detect(Encoding.UTF8.GetBytes(text)).Value);

    [Fact]
    public void Text_of_other_programs_is_text()
    {
        Assert.Equal(FileType.Text, Detect([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Sixteen bits – each")]).Value);
        Assert.Equal(FileType.Text, Detect([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("The other way")]).Value);
        // Windows-1252: a pound sign and curly quotes.
        Assert.Equal(FileType.Text, Detect([.. "It cost "u8, 0xA3, .. "5, "u8, 0x93, .. "really"u8, 0x94]).Value);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("\uFEFF \n<svg/>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("<!-- a comment --><svg/>")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("<HTML><body onload=alert(1)>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("  \r\n\t<IFRAME src=x>")]
    [InlineData("GIF89a=1;/*\n*/alert(1)//")]
    [InlineData("GIF87a")]
    [InlineData("#!/bin/sh\nrm -rf /")]
    [InlineData("%!PS-Adobe-3.0")]
    [InlineData("{\\rtf1 hello}")]
    [InlineData("PK\u0003\u0004 an archive")]
    [InlineData("MZ\u0090\u0000\u0003 a program")]
    [InlineData("\u007fELF a program")]
    [InlineData("Text with a \u0000 in it")]
    [InlineData("Text that \u001b[2J clears a terminal")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    public void What_is_markup_a_script_an_archive_or_a_program_is_no_text(string content) => Refused("File.NotTaken", Encoding.UTF8.GetBytes(content));

    [Fact]
    public void Broken_text_is_none()
    {
        Refused("File.NotTaken", [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]);
        Refused("File.NotTaken", [0xFF, 0xFE, 0x41]);
        Refused("File.NotTaken", [.. "Bytes of no code page "u8, 0x81, 0x8D]);
        Refused("File.NotTaken", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<svg/>")]);
    }

    [Fact]
    public void A_zip_bomb_is_an_archive_and_no_evidence_and_is_not_unpacked()
    {
        var bomb = EvidenceFiles.Zip(zeros: 200 * 1024 * 1024);
        Assert.True(bomb.Length < 1024 * 1024);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Refused("File.NotTaken", bomb);

        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 10 * 1024 * 1024);
    }

    [Fact]
    public void Two_files_in_one_are_refused_whichever_comes_first()
    {
        Refused("File.TwoInOne", EvidenceFiles.PdfAndZip());
        Refused("File.TwoInOne", [.. EvidenceFiles.JpegWithLocation(), .. EvidenceFiles.Zip()]);
        Refused("File.TwoInOne", [.. Trainings.Jpeg, .. EvidenceFiles.Zip(), .. "cut off"u8]);
        Refused("File.TwoInOne", [.. Trainings.Jpeg, .. Trainings.Pdf()]);
        Refused("File.TwoInOne", [.. Trainings.Jpeg, .. "\n<script>alert(1)</script>"u8]);
        Refused("File.TwoInOne", [.. Trainings.Jpeg, .. new byte[100], .. "MZ"u8]);
        Refused("File.NotWhole", [.. Trainings.Png, .. EvidenceFiles.Zip()]);
        Refused("File.NotWhole", [.. EvidenceFiles.WebP(), .. EvidenceFiles.Zip()]);
        Refused("File.NotTaken", [.. EvidenceFiles.Zip(), .. Trainings.Pdf()]);
    }

    [Fact]
    public void What_phones_write_behind_and_into_a_picture_is_taken_with_it()
    {
        // A film behind a picture ("moving photo"), a second picture, and markup in a comment, which nothing acts upon.
        Assert.Equal(FileType.Jpeg, Detect([.. Trainings.Jpeg, 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[50]]).Value);
        Assert.Equal(FileType.Jpeg, Detect([.. Trainings.Jpeg, .. Trainings.Jpeg]).Value);
        Assert.Equal(FileType.Jpeg, Detect(EvidenceFiles.JpegWithMarkup()).Value);
    }

    [Fact]
    public void A_WebP_that_is_cut_or_says_another_length_is_not_whole()
    {
        var whole = EvidenceFiles.WebP(("EXIF", [1, 2, 3, 4]));
        Assert.Equal(FileType.WebP, Detect(whole).Value);
        Refused("File.NotWhole", whole[..^1]);
        Refused("File.NotWhole", [.. whole, 0]);
        Refused("File.NotWhole", [.. whole[..16], 0xFF, 0xFF, 0xFF, 0xFF, .. whole[20..]]);
        Refused("File.NotWhole", [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8]);
        Refused("File.NotTaken", [.. "RIFF"u8, .. whole[4..8], .. "WAVE"u8, .. whole[12..]]);
    }

    [Fact]
    public void An_email_needs_headers_that_say_from_whom_and_when()
    {
        Assert.Equal(FileType.Email, Detect("From: a@b.example\nDate: Tue, 10 Mar 2026 09:11:58 +0000\n\nHello"u8).Value);
        Assert.Equal(FileType.Text, Detect("Date: Tue, 10 Mar 2026 09:11:58 +0000\n\nHello"u8).Value);
        Assert.Equal(FileType.Text, Detect("From: a@b.example\nDate: Tue, 10 Mar 2026 09:11:58 +0000\nno end"u8).Value);
        Refused("File.NotTaken", [.. EvidenceFiles.Email(), 0]);
        // Headers without an end make nobody wait.
        Assert.Equal(FileType.Text, Detect(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-A: b\n", 200_000)))).Value);
    }

    [Fact]
    public void No_cut_and_no_random_bytes_stop_the_check()
    {
        var random = new Random(11);
        byte[][] wholes =
        [
            EvidenceFiles.JpegWithLocation(), EvidenceFiles.JpegWithLocation(isBigEndian: true), EvidenceFiles.WebP(("EXIF", EvidenceFiles.Exif(false))), EvidenceFiles.Email(), EvidenceFiles.Text(),
            EvidenceFiles.Png(("eXIf", EvidenceFiles.Exif(true)), ("iTXt", EvidenceFiles.PngText(EvidenceFiles.Xmp, true))), EvidenceFiles.PdfAndZip(),
        ];
        foreach (var whole in wholes)
        {
            for (var length = 0; length <= whole.Length; length++)
            {
                Look(whole[..length]);
            }

            for (var round = 0; round < 2000; round++)
            {
                var changed = whole.ToArray();
                for (var change = random.Next(1, 6); change > 0; change--)
                {
                    changed[random.Next(4, changed.Length)] = (byte)random.Next(256);
                }

                Look(changed);
            }
        }

        static void Look(byte[] content)
        {
            if (Detect(content) is { IsRefused: false } type)
            {
                _ = PictureLocation.IsHeldBy(content, type.Value);
            }
        }
    }
}
