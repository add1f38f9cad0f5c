using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class HandoverConfiguration : EntityConfiguration<Handover>
{
    // Two numbers and a stroke.
    private const int OpenKeyMaximumLength = 30;

    protected override void ConfigureRecord(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("Handovers");
        builder.Ignore(handover => handover.Checklist);
        builder.Property(handover => handover.OutcomeBecause).HasMaxLength(Handover.ReasonMaximumLength);
        builder.Property(handover => handover.CancelledBecause).HasMaxLength(Handover.ReasonMaximumLength);
        builder.Property(handover => handover.OpenKey).HasMaxLength(OpenKeyMaximumLength).IsUnicode(false);

        // Unique among those that are open: SQLite lets many be without a value, and SQL Server gets a filter from the provider.
        builder.HasIndex(handover => handover.OpenKey).IsUnique();
        builder.HasIndex(handover => new { handover.Status, handover.OpenedAt });
        builder.HasIndex(handover => handover.AccountId);
        builder.HasIndex(handover => handover.LeaverId);
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(handover => handover.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.LeaverId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.EndedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(handover => handover.Steps, steps =>
        {
            steps.ToTable("HandoverSteps");
            steps.WithOwner().HasForeignKey("HandoverId");
            steps.HasKey(step => step.Id);
            steps.HasIndex("HandoverId", nameof(HandoverStep.Kind)).IsUnique();
            steps.Ignore(step => step.IsSettled);
            steps.Property(step => step.At).HasColumnName("SettledAt");
            steps.Property(step => step.Note).HasMaxLength(Handover.NoteMaximumLength);
            steps.HasOne<Person>().WithMany().HasForeignKey(step => step.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
