using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class ReferralConfiguration : IncidentPartConfiguration<Referral>
{
    protected override void ConfigurePart(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("Referrals");
        builder.Ignore(referral => referral.IsSettled);
        builder.Property(referral => referral.Agency).HasMaxLength(ReferralAgency.NameMaximumLength);
        builder.Property(referral => referral.Status).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
        builder.Property(referral => referral.AgencyReference).HasMaxLength(Referral.ReferenceMaximumLength);
        builder.Property(referral => referral.GivenUpBecause).HasMaxLength(Referral.ReasonMaximumLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(referral => referral.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(referral => referral.SettledById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(referral => referral.Contacts, contact =>
        {
            contact.ToTable("ReferralContacts");
            contact.WithOwner().HasForeignKey("ReferralId");
            contact.HasKey(one => one.Id);
            contact.HasIndex("ReferralId", nameof(ReferralContact.Number)).IsUnique();
            contact.Property(one => one.Means).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
            contact.Property(one => one.With).HasMaxLength(Referral.WithMaximumLength);
            contact.Property(one => one.AgencyReference).HasMaxLength(Referral.ReferenceMaximumLength);
            contact.Property(one => one.Advice).HasMaxLength(Referral.AdviceMaximumLength);
            contact.HasOne<Person>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
