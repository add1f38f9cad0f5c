using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Files;

/// <summary>That a picture holds where it was taken is found wherever programs write it, and costs little however it is written.</summary>
public class PictureLocationTests
{
    [Fact]
    public void The_place_is_found_in_each_kind_of_picture()
    {
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.JpegWithLocation(), FileType.Jpeg));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.JpegWithLocation(isBigEndian: true), FileType.Jpeg));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.Jpeg((0xE0, [1, 2]), (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. EvidenceFiles.Xmp])), FileType.Jpeg));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.Jpeg((0xED, [.. "Photoshop 3.0\0"u8, 0x1C, 2, 90, 0, 4, .. "Town"u8])), FileType.Jpeg));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.Png(("eXIf", EvidenceFiles.Exif(isBigEndian: true))), FileType.Png));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.Png(("iTXt", EvidenceFiles.PngText(EvidenceFiles.Xmp, isCompressed: false))), FileType.Png));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.Png(("iTXt", EvidenceFiles.PngText(EvidenceFiles.Xmp, isCompressed: true))), FileType.Png));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.WebP(("EXIF", EvidenceFiles.Exif(isBigEndian: false))), FileType.WebP));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.WebP(("EXIF", [.. "Exif\0\0"u8, .. EvidenceFiles.Exif(isBigEndian: false)]), ("XMP ", [1])), FileType.WebP));
        Assert.True(PictureLocation.IsHeldBy(EvidenceFiles.WebP(("XMP ", EvidenceFiles.Xmp)), FileType.WebP));
    }

    [Fact]
    public void A_picture_without_a_place_has_none()
    {
        Assert.False(PictureLocation.IsHeldBy(Trainings.Jpeg, FileType.Jpeg));
        Assert.False(PictureLocation.IsHeldBy(EvidenceFiles.JpegWithoutLocation(), FileType.Jpeg));
        Assert.False(PictureLocation.IsHeldBy(Trainings.Png, FileType.Png));
        Assert.False(PictureLocation.IsHeldBy(EvidenceFiles.Png(("tEXt", EvidenceFiles.Xmp)), FileType.Png));
        Assert.False(PictureLocation.IsHeldBy(EvidenceFiles.WebP(), FileType.WebP));
        Assert.False(PictureLocation.IsHeldBy(EvidenceFiles.Text("GPSLatitude"), FileType.Text));
    }

    [Fact]
    public void Structures_that_point_to_themselves_or_beyond_their_end_come_to_an_end()
    {
        byte[] self = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0];
        byte[] beyond = [.. "II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF];
        byte[] many = [.. "MM\0*"u8, 0, 0, 0, 8, 0xFF, 0xFF, .. new byte[30]];

        Assert.All(new[] { self, beyond, many, [] }, exif => Assert.False(PictureLocation.IsHeldBy(EvidenceFiles.Png(("eXIf", exif)), FileType.Png)));
    }

    [Fact]
    public void Metadata_that_unpacks_to_half_a_gigabyte_takes_a_megabyte()
    {
        var picture = EvidenceFiles.Png(("iTXt", EvidenceFiles.PngText(new byte[512 * 1024 * 1024], isCompressed: true)));
        Assert.True(picture.Length < 1024 * 1024);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.False(PictureLocation.IsHeldBy(picture, FileType.Png));

        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 10 * 1024 * 1024);
    }
}
