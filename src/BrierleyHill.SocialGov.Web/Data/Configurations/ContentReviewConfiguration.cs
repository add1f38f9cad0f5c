using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class ContentReviewConfiguration : IncidentPartConfiguration<ContentReview>
{
    private const int HashLength = 64;

    protected override void ConfigurePart(EntityTypeBuilder<ContentReview> builder)
    {
        builder.ToTable("ContentReviews");
        builder.Ignore(review => review.Counting);
        builder.Ignore(review => review.Standing);
        builder.Ignore(review => review.Outcome);
        builder.Ignore(review => review.IsFinished);
        builder.Ignore(review => review.NeedsSomebody);
        builder.Property(review => review.Content).HasMaxLength(ContentReview.ContentMaximumLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(review => review.BegunById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(review => review.Views, view =>
        {
            view.ToTable("ReviewViews");
            view.WithOwner().HasForeignKey("ReviewId");
            view.HasKey(one => one.Id);
            view.Ignore(one => one.IsSigned);
            view.Ignore(one => one.IsWritten);
            view.HasIndex(one => one.ReviewerId);
            view.Property(one => one.Saw).HasMaxLength(ContentReview.TextMaximumLength);
            view.Property(one => one.Where).HasMaxLength(ContentReview.WhereMaximumLength);
            view.Property(one => one.Concern).HasMaxLength(ContentReview.TextMaximumLength);
            view.Property(one => one.Conclusion).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
            view.Property(one => one.Because).HasMaxLength(ContentReview.TextMaximumLength);
            view.Property(one => one.SignedName).HasMaxLength(200);
            view.Property(one => one.Seal).HasMaxLength(HashLength).IsUnicode(false);
            view.Property(one => one.WithdrawnBecause).HasMaxLength(ContentReview.ReasonMaximumLength);
            view.HasOne<Person>().WithMany().HasForeignKey(one => one.ReviewerId).OnDelete(DeleteBehavior.Restrict);
            view.HasOne<Person>().WithMany().HasForeignKey(one => one.InvitedById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
