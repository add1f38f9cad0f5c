using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class GuidancePageConfiguration : EntityConfiguration<GuidancePage>
{
    protected override void ConfigureRecord(EntityTypeBuilder<GuidancePage> builder)
    {
        builder.ToTable("GuidancePages");
        builder.Property(page => page.Slug).HasMaxLength(GuidancePage.SlugMaximumLength);
        builder.Property(page => page.Text).HasMaxLength(-1);
        builder.HasIndex(page => page.Slug).IsUnique();
        builder.OwnsMany(page => page.Versions, versions =>
        {
            versions.ToTable("GuidanceVersions");
            versions.WithOwner().HasForeignKey("GuidancePageId");
            versions.HasKey(version => version.Id);
            versions.HasIndex("GuidancePageId", nameof(GuidanceVersion.Number)).IsUnique();
            versions.Property(version => version.Text).HasMaxLength(-1);
            versions.Property(version => version.Hash).HasMaxLength(64);
            versions.HasOne<Person>().WithMany().HasForeignKey(version => version.SavedById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
