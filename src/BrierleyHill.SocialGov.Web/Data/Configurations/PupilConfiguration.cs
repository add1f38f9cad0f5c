using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class PupilConfiguration : EntityConfiguration<Pupil>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Pupil> builder)
    {
        builder.ToTable("Pupils");
        builder.Ignore(pupil => pupil.IsProtected);
        builder.Ignore(pupil => pupil.Name);
        builder.Property(pupil => pupil.MisNumber).HasMaxLength(Pupil.MisNumberMaximumLength);
        builder.Property(pupil => pupil.MisKey).HasMaxLength(Pupil.MisNumberMaximumLength);
        builder.Property(pupil => pupil.Forename).HasMaxLength(Pupil.NameMaximumLength);
        builder.Property(pupil => pupil.Surname).HasMaxLength(Pupil.NameMaximumLength);
        builder.Property(pupil => pupil.ClassName).HasMaxLength(Pupil.ClassNameMaximumLength);
        builder.HasIndex(pupil => pupil.MisKey).IsUnique();
        builder.HasIndex(pupil => new { pupil.ClassName, pupil.Surname });
        builder.HasIndex(pupil => pupil.Surname);
        builder.OwnsMany(pupil => pupil.Decisions, decision =>
        {
            decision.ToTable("ConsentDecisions");
            decision.WithOwner().HasForeignKey("PupilId");
            decision.HasKey(one => one.Id);
            decision.Ignore(one => one.Use);
            decision.Ignore(one => one.IsNo);
            decision.Property(one => one.UseKey).HasMaxLength(ImageUse.KeyMaximumLength);
            decision.Property(one => one.PlatformName).HasMaxLength(100);
            decision.Property(one => one.GivenBy).HasMaxLength(Pupil.GivenByMaximumLength);
            decision.Property(one => one.RecordedByName).HasMaxLength(200);
            // Two answers at once are told apart by the pupil's version; this holds whatever happens.
            decision.HasIndex("PupilId", nameof(ConsentDecision.Number)).IsUnique();
            decision.HasIndex(one => one.ValidUntil);
            decision.HasOne<Person>().WithMany().HasForeignKey(one => one.RecordedById).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<StoredFile>().WithMany().HasForeignKey(one => one.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(pupil => pupil.Protections, protection =>
        {
            protection.ToTable("PupilProtections");
            protection.WithOwner().HasForeignKey("PupilId");
            protection.HasKey(one => one.Id);
            protection.Property(one => one.Because).HasMaxLength(Pupil.ReasonMaximumLength);
            protection.Property(one => one.LiftedBecause).HasMaxLength(Pupil.ReasonMaximumLength);
            protection.Property(one => one.SetByName).HasMaxLength(200);
            protection.Property(one => one.LiftedByName).HasMaxLength(200);
            protection.HasOne<Person>().WithMany().HasForeignKey(one => one.SetById).OnDelete(DeleteBehavior.Restrict);
            protection.HasOne<Person>().WithMany().HasForeignKey(one => one.LiftedById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
