using BrierleyHill.SocialGov.Domain.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class DeadlineConfiguration : EntityConfiguration<Deadline>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines");
        builder.Property(deadline => deadline.Subject).HasConversion<string>().HasMaxLength(40).IsUnicode(false);
        builder.Property(deadline => deadline.SubjectReference).HasMaxLength(20).IsUnicode(false);
        builder.HasIndex(deadline => new { deadline.Subject, deadline.SubjectId }).IsUnique();
        // Small however many deadlines there were: only those that wait for a level are in it.
        builder.HasIndex(deadline => deadline.NextAlertAt).HasFilter("\"NextAlertAt\" IS NOT NULL");
        builder.OwnsMany(deadline => deadline.Alerts, alert =>
        {
            alert.ToTable("DeadlineAlerts");
            alert.WithOwner().HasForeignKey("DeadlineId");
            alert.HasKey(one => one.Id);
            alert.HasIndex("DeadlineId", nameof(DeadlineAlert.Level), nameof(DeadlineAlert.DueAt)).IsUnique();
        });
    }
}
