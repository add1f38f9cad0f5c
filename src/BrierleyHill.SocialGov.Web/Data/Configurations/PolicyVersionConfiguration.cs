using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class PolicyVersionConfiguration : EntityConfiguration<PolicyVersion>
{
    public const int HashLength = 64;

    protected override void ConfigureRecord(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("PolicyVersions");
        builder.Ignore(version => version.IsOpen);
        builder.Property(version => version.Title).HasMaxLength(PolicyVersion.TitleMaximumLength);
        builder.Property(version => version.Text).HasMaxLength(-1);
        builder.Property(version => version.WhatChanged).HasMaxLength(PolicyVersion.NoteMaximumLength);
        builder.Property(version => version.ContentHash).HasMaxLength(HashLength).IsUnicode(false);
        builder.Property(version => version.ApprovedHash).HasMaxLength(HashLength).IsUnicode(false);
        // Two leaders who begin a version at once both take the next number: one of them is refused.
        builder.HasIndex(version => version.Number).IsUnique();
        builder.HasIndex(version => version.Status);
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.BegunById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.PublishedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(version => version.Reviews, reviews =>
        {
            reviews.ToTable("PolicyReviews");
            reviews.WithOwner().HasForeignKey("PolicyVersionId");
            reviews.HasKey(review => review.Id);
            reviews.HasIndex("PolicyVersionId");
            reviews.Property(review => review.Note).HasMaxLength(PolicyVersion.NoteMaximumLength);
            reviews.HasOne<Person>().WithMany().HasForeignKey(review => review.ReviewedById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
