using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class IncidentEvidenceConfiguration : IncidentPartConfiguration<IncidentEvidence>
{
    private const int HashLength = 64;

    protected override void ConfigurePart(EntityTypeBuilder<IncidentEvidence> builder)
    {
        builder.ToTable("IncidentEvidence");
        builder.Ignore(evidence => evidence.IsKept);
        builder.Ignore(evidence => evidence.Name);
        builder.Ignore(evidence => evidence.ReceiptsInOrder);
        builder.Ignore(evidence => evidence.TypeAndSize);
        builder.Property(evidence => evidence.StoredName).HasMaxLength(StoredFile.StoredNameLength).IsUnicode(false);
        builder.Property(evidence => evidence.Sha256).HasMaxLength(HashLength).IsUnicode(false);
        builder.Property(evidence => evidence.KeptSha256).HasMaxLength(HashLength).IsUnicode(false);
        builder.Property(evidence => evidence.WithdrawnBecause).HasMaxLength(Incident.ReasonMaximumLength);
        builder.HasIndex(evidence => evidence.StoredName).IsUnique();
        // The same file is kept once within an incident, also when two hand it in at the same moment.
        builder.HasIndex(evidence => new { evidence.IncidentId, evidence.KeptSha256 }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(evidence => evidence.ErasedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(evidence => evidence.Receipts, receipt =>
        {
            receipt.ToTable("EvidenceReceipts");
            receipt.WithOwner().HasForeignKey("EvidenceId");
            receipt.HasKey(one => one.Id);
            receipt.Property(one => one.Name).HasMaxLength(IncidentEvidence.NameMaximumLength);
            receipt.HasIndex("EvidenceId", nameof(EvidenceReceipt.GivenById)).IsUnique();
            receipt.HasOne<Person>().WithMany().HasForeignKey(one => one.GivenById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
