using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class HandoverConfiguration : EntityConfiguration<Handover>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("Handovers");
        builder.HasIndex(handover => new { handover.Status, handover.OpenedAt });
        builder.HasIndex(handover => handover.AccountId);
        builder.HasIndex(handover => handover.LeaverId);
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(handover => handover.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.LeaverId).OnDelete(DeleteBehavior.Restrict);
    }
}
