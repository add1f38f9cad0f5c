using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class AccountApplicationConfiguration : EntityConfiguration<AccountApplication>
{
    protected override void ConfigureRecord(EntityTypeBuilder<AccountApplication> builder)
    {
        builder.ToTable("Applications");
        builder.Ignore(application => application.Conditions);
        builder.Ignore(application => application.IsEditable);
        builder.Ignore(application => application.IsUndecided);
        builder.Property(application => application.ProposedName).HasMaxLength(AccountApplication.NameMaximumLength);
        builder.Property(application => application.SubmittedName).HasMaxLength(AccountApplication.NameMaximumLength);
        builder.Property(application => application.PlatformName).HasMaxLength(AccountApplication.NameMaximumLength);
        builder.OwnsAgreedSettings(application => application.Settings);
        builder.HasIndex(application => new { application.Status, application.StatusSince });
        builder.HasIndex(application => application.ApplicantId);
        builder.HasOne<Person>().WithMany().HasForeignKey(application => application.ApplicantId).OnDelete(DeleteBehavior.Restrict);

        builder.OwnsMany(application => application.Administrators, administrators =>
        {
            administrators.ToTable("ApplicationAdministrators");
            administrators.WithOwner().HasForeignKey("ApplicationId");
            administrators.HasKey(administrator => administrator.Id);
            administrators.HasIndex("ApplicationId", nameof(ProposedAdministrator.PersonId)).IsUnique();
            administrators.HasIndex(administrator => administrator.PersonId);
            administrators.HasOne<Person>().WithMany().HasForeignKey(administrator => administrator.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(application => application.Submissions, submissions =>
        {
            submissions.ToTable("ApplicationSubmissions");
            submissions.WithOwner().HasForeignKey("ApplicationId");
            submissions.HasKey(submission => submission.Id);
            submissions.HasIndex("ApplicationId", nameof(ApplicationSubmission.Round)).IsUnique();
            submissions.Property(submission => submission.Answers)
                .HasMaxLength(-1)
                .HasConversion(
                    answers => JsonSerializer.Serialize(answers, JsonSerializerOptions.Web),
                    stored => JsonSerializer.Deserialize<List<ApplicationAnswer>>(stored, JsonSerializerOptions.Web)!,
                    new ValueComparer<IReadOnlyList<ApplicationAnswer>>(
                        (left, right) => left!.SequenceEqual(right!),
                        answers => answers.Count,
                        answers => answers));
        });
        builder.OwnsMany(application => application.Decisions, decisions =>
        {
            decisions.ToTable("ApplicationDecisions");
            decisions.WithOwner().HasForeignKey("ApplicationId");
            decisions.HasKey(decision => decision.Id);
            decisions.HasIndex("ApplicationId");
            decisions.HasOne<Person>().WithMany().HasForeignKey(decision => decision.DecidedById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
