using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class StoredFileConfiguration : EntityConfiguration<StoredFile>
{
    protected override void ConfigureRecord(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.Ignore(file => file.TypeAndSize);
        builder.Ignore(file => file.InWords);
        builder.Property(file => file.Name).HasMaxLength(StoredFile.NameMaximumLength);
        builder.Property(file => file.StoredName).HasMaxLength(StoredFile.StoredNameLength).IsUnicode(false);
        builder.Property(file => file.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(file => file.StoredName).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(file => file.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}
