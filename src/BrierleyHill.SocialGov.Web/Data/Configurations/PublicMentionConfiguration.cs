using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class PublicMentionConfiguration : EntityConfiguration<PublicMention>
{
    private const int HashLength = 64;

    protected override void ConfigureRecord(EntityTypeBuilder<PublicMention> builder)
    {
        builder.ToTable("Mentions");
        builder.Ignore(mention => mention.IsMinimised);
        builder.Ignore(mention => mention.Heading);
        builder.Property(mention => mention.Site).HasMaxLength(PublicMention.SiteMaximumLength);
        builder.Property(mention => mention.Title).HasMaxLength(PublicMention.TitleMaximumLength);
        builder.Property(mention => mention.Text).HasMaxLength(PublicMention.TextMaximumLength);
        builder.Property(mention => mention.Author).HasMaxLength(PublicMention.AuthorMaximumLength);
        builder.Property(mention => mention.Link).HasMaxLength(MentionLink.MaximumLength);
        builder.Property(mention => mention.ScopeBecause).HasMaxLength(PublicMention.ReasonMaximumLength);
        builder.Property(mention => mention.Outcome).HasMaxLength(PublicMention.ReasonMaximumLength);
        builder.HasIndex(mention => new { mention.Status, mention.LoggedAt });
        builder.HasIndex(mention => mention.LoggedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(mention => mention.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enquiry>().WithMany().HasForeignKey(mention => mention.EnquiryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PublicMention>().WithMany().HasForeignKey(mention => mention.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(mention => mention.Keys, key =>
        {
            key.ToTable("MentionKeys");
            key.WithOwner().HasForeignKey("MentionId");
            key.HasKey(one => one.Id);
            key.Property(one => one.Hash).HasMaxLength(HashLength).IsUnicode(false);
            // What makes one posting one mention, also when two people log it at the same moment.
            key.HasIndex(one => one.Hash).IsUnique();
        });
        builder.OwnsMany(mention => mention.Sightings, sighting =>
        {
            sighting.ToTable("MentionSightings");
            sighting.WithOwner().HasForeignKey("MentionId");
            sighting.HasKey(one => one.Id);
            sighting.HasIndex(one => one.PersonId);
            sighting.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
            sighting.HasOne<WatchedFeed>().WithMany().HasForeignKey(one => one.FeedId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(mention => mention.Steps, step =>
        {
            step.ToTable("MentionSteps");
            step.WithOwner().HasForeignKey("MentionId");
            step.HasKey(one => one.Id);
            step.Property(one => one.Note).HasMaxLength(PublicMention.ReasonMaximumLength);
            step.Property(one => one.ByName).HasMaxLength(200);
            step.HasOne<Person>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class WatchedFeedConfiguration : EntityConfiguration<WatchedFeed>
{
    protected override void ConfigureRecord(EntityTypeBuilder<WatchedFeed> builder)
    {
        builder.ToTable("WatchedFeeds");
        builder.Ignore(feed => feed.HasProblem);
        builder.Property(feed => feed.Name).HasMaxLength(WatchedFeed.NameMaximumLength);
        builder.Property(feed => feed.Address).HasMaxLength(WatchedFeed.AddressMaximumLength);
        builder.Property(feed => feed.AddressKey).HasMaxLength(64).IsUnicode(false);
        builder.Property(feed => feed.Problem).HasMaxLength(WatchedFeed.ProblemMaximumLength);
        builder.Property(feed => feed.EntityTag).HasMaxLength(WatchedFeed.ValidatorMaximumLength);
        builder.Property(feed => feed.LastModified).HasMaxLength(WatchedFeed.ValidatorMaximumLength);
        builder.HasIndex(feed => feed.AddressKey).IsUnique();
        builder.HasIndex(feed => new { feed.Status, feed.NextFetchAt });
    }
}

internal sealed class MailboxPositionConfiguration : IEntityTypeConfiguration<MailboxPosition>
{
    public void Configure(EntityTypeBuilder<MailboxPosition> builder)
    {
        builder.ToTable("MailboxPositions");
        builder.HasKey(position => position.Mailbox);
        builder.Property(position => position.Mailbox).HasMaxLength(64).IsUnicode(false);
    }
}
