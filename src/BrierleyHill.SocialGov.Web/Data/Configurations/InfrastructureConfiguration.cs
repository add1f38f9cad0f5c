using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class FormSubmissionConfiguration : IEntityTypeConfiguration<FormSubmission>
{
    public void Configure(EntityTypeBuilder<FormSubmission> builder)
    {
        builder.ToTable("FormSubmissions");
        builder.HasKey(submission => submission.FormHash);
        builder.Property(submission => submission.FormHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(submission => submission.Outcome).HasMaxLength(500);
        builder.HasIndex(submission => submission.ReceivedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(submission => submission.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolFactsStampConfiguration : IEntityTypeConfiguration<SchoolFactsStamp>
{
    public void Configure(EntityTypeBuilder<SchoolFactsStamp> builder)
    {
        builder.ToTable("SchoolFactsStamps");
        builder.HasKey(stamp => stamp.Id);
        builder.Property(stamp => stamp.Id).ValueGeneratedNever();
        builder.HasData(new { Id = SchoolFacts.OnlyId, Stamp = new Guid("8d1f4a52-6c0e-4f5b-9f0f-3a9c1c2b7e10") });
    }
}

internal sealed class JobLeaseConfiguration : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.ToTable("JobLeases");
        builder.HasKey(lease => lease.JobName);
        builder.Property(lease => lease.JobName).HasMaxLength(100);
        builder.Property(lease => lease.HeldBy).HasMaxLength(100);
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.Property(run => run.JobName).HasMaxLength(100);
        builder.Property(run => run.Error).HasMaxLength(JobRun.ErrorMaximumLength);
        builder.HasIndex(run => new { run.JobName, run.StartedAt });
    }
}
