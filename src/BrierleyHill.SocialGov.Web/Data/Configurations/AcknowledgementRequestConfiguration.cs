using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class AcknowledgementRequestConfiguration : EntityConfiguration<AcknowledgementRequest>
{
    protected override void ConfigureRecord(EntityTypeBuilder<AcknowledgementRequest> builder)
    {
        builder.ToTable("AcknowledgementRequests");
        builder.Property(request => request.Name).HasMaxLength(AcknowledgementRequest.NameMaximumLength);
        builder.Property(request => request.EmailAddress).HasMaxLength(Person.EmailAddressMaximumLength);
        builder.Property(request => request.NormalisedEmailAddress).HasMaxLength(Person.EmailAddressMaximumLength);
        builder.Property(request => request.TokenHash).HasMaxLength(PolicyVersionConfiguration.HashLength).IsUnicode(false);
        builder.Property(request => request.ContentHash).HasMaxLength(PolicyVersionConfiguration.HashLength).IsUnicode(false);
        builder.HasIndex(request => request.TokenHash).IsUnique();
        builder.HasIndex(request => request.NormalisedEmailAddress);
        builder.HasIndex(request => new { request.Status, request.SentAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(request => request.SentById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(request => request.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(request => request.PolicyVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
