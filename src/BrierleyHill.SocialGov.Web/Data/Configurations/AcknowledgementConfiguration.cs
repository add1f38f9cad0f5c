using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class AcknowledgementConfiguration : EntityConfiguration<Acknowledgement>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("Acknowledgements");
        builder.Property(given => given.ContentHash).HasMaxLength(PolicyVersionConfiguration.HashLength).IsUnicode(false);
        builder.HasIndex(given => new { given.PersonId, given.PolicyVersionId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(given => given.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(given => given.PolicyVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AcknowledgementRequest>().WithMany().HasForeignKey(given => given.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
