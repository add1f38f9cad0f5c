using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class TrainingRecordConfiguration : EntityConfiguration<TrainingRecord>
{
    protected override void ConfigureRecord(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.ToTable("TrainingRecords");
        builder.Ignore(record => record.IsElsewhere);
        builder.Property(record => record.Occasion).HasMaxLength(TrainingRecord.OccasionMaximumLength);
        builder.Property(record => record.Provider).HasMaxLength(TrainingSession.LineMaximumLength);
        // The session's number is empty for training taken elsewhere, which the databases hold to be unique or not as they please.
        builder.HasIndex(record => new { record.PersonId, record.Occasion }).IsUnique();
        builder.HasIndex(record => new { record.CourseId, record.PersonId });
        builder.HasIndex(record => record.ValidUntil);
        builder.HasOne<Person>().WithMany().HasForeignKey(record => record.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TrainingCourse>().WithMany().HasForeignKey(record => record.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TrainingSession>().WithMany().HasForeignKey(record => record.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(record => record.Certificate).WithMany().HasForeignKey(record => record.CertificateId).OnDelete(DeleteBehavior.Restrict);
    }
}
