using BrierleyHill.SocialGov.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    /// <summary>The trigger that refuses changes. Named here because the provider writes other SQL for a table that has one.</summary>
    public const string RefuseChangeTrigger = "AuditEvents_RefuseChange";

    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("AuditEvents", table => table.HasTrigger(RefuseChangeTrigger));
        builder.HasKey(line => line.Sequence);
        builder.Property(line => line.Sequence).ValueGeneratedNever();
        builder.Property(line => line.Name).HasMaxLength(100);
        builder.Property(line => line.ActorName).HasMaxLength(250);
        builder.Property(line => line.RecordKind).HasMaxLength(100);
        builder.Property(line => line.RecordReference).HasMaxLength(20);
        builder.Property(line => line.Changes).HasMaxLength(-1);
        builder.Property(line => line.CorrelationId).HasMaxLength(64);
        builder.Property(line => line.RemoteAddress).HasMaxLength(45);
        builder.Property(line => line.PreviousHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(line => line.Hash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(line => new { line.RecordKind, line.RecordId });
        builder.HasIndex(line => line.OccurredAt);
        builder.HasIndex(line => line.ActorId);
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(head => head.Id);
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(64).IsUnicode(false);
        builder.HasData(new { Id = AuditHead.OnlyId, Sequence = 0L, Hash = AuditEvent.Genesis });
    }
}
