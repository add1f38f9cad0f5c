using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class ImpactAssessmentConfiguration : EntityConfiguration<ImpactAssessment>
{
    private const int HashLength = 64;

    protected override void ConfigureRecord(EntityTypeBuilder<ImpactAssessment> builder)
    {
        builder.ToTable("ImpactAssessments");
        builder.Ignore(assessment => assessment.IsEditable);
        builder.Ignore(assessment => assessment.IsToBeDone);
        builder.Ignore(assessment => assessment.CurrentDecision);
        builder.Ignore(assessment => assessment.IsResidualAccepted);
        builder.Ignore(assessment => assessment.IsIcoDecided);
        builder.Property(assessment => assessment.Title).HasMaxLength(ImpactAssessment.TitleMaximumLength);
        AsJson(builder.Property(assessment => assessment.Content), content => content.Canonical());
        builder.HasIndex(assessment => new { assessment.Status, assessment.StatusSince });
        builder.HasIndex(assessment => assessment.AuthorId);
        builder.HasIndex(assessment => assessment.SupersedesId);
        builder.HasOne<Person>().WithMany().HasForeignKey(assessment => assessment.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImpactAssessment>().WithMany().HasForeignKey(assessment => assessment.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<AccountApplication>().WithOne().HasForeignKey(application => application.ImpactAssessmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<SocialMediaAccount>().WithOne().HasForeignKey(account => account.ImpactAssessmentId).OnDelete(DeleteBehavior.Restrict);

        builder.OwnsOne(assessment => assessment.Ico, ico =>
        {
            ico.Property(decided => decided.IcoReference).HasMaxLength(ImpactAssessment.IcoReferenceMaximumLength);
            ico.HasOne<Person>().WithMany().HasForeignKey(decided => decided.DecidedById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsOne(assessment => assessment.Acceptance, acceptance =>
            acceptance.HasOne<Person>().WithMany().HasForeignKey(accepted => accepted.AcceptedById).OnDelete(DeleteBehavior.Restrict));
        builder.OwnsMany(assessment => assessment.Rounds, rounds =>
        {
            rounds.ToTable("ImpactAssessmentRounds");
            rounds.WithOwner().HasForeignKey("ImpactAssessmentId");
            rounds.HasKey(round => round.Id);
            rounds.HasIndex("ImpactAssessmentId", nameof(AssessmentRound.Number)).IsUnique();
            rounds.Property(round => round.ContentHash).HasMaxLength(HashLength).IsUnicode(false);
            AsJson(rounds.Property(round => round.Content), content => content.Canonical());
            AsJson(rounds.Property(round => round.Comments), comments => JsonSerializer.Serialize(comments, JsonSerializerOptions.Web));
        });
        builder.OwnsMany(assessment => assessment.Decisions, decisions =>
        {
            decisions.ToTable("ImpactAssessmentDecisions");
            decisions.WithOwner().HasForeignKey("ImpactAssessmentId");
            decisions.HasKey(decision => decision.Id);
            decisions.HasIndex("ImpactAssessmentId");
            decisions.Property(decision => decision.ContentHash).HasMaxLength(HashLength).IsUnicode(false);
            decisions.HasOne<Person>().WithMany().HasForeignKey(decision => decision.DecidedById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(assessment => assessment.Coverage, coverage =>
        {
            coverage.ToTable("ImpactAssessmentCoverage");
            coverage.WithOwner().HasForeignKey("ImpactAssessmentId");
            coverage.HasKey(covered => covered.Id);
            coverage.Ignore(covered => covered.Facts);
            coverage.Ignore(covered => covered.IsConfirmed);
            coverage.HasIndex("ImpactAssessmentId", nameof(AssessmentCoverage.ApplicationId)).IsUnique();
            coverage.Property(covered => covered.PlatformName).HasMaxLength(AccountApplication.NameMaximumLength);
            coverage.HasOne<AccountApplication>().WithMany().HasForeignKey(covered => covered.ApplicationId).OnDelete(DeleteBehavior.Restrict);
            coverage.HasOne<Person>().WithMany().HasForeignKey(covered => covered.ApplicantId).OnDelete(DeleteBehavior.Restrict);
            coverage.HasOne<Person>().WithMany().HasForeignKey(covered => covered.ConfirmedById).OnDelete(DeleteBehavior.Restrict);
        });
    }

    // What was written belongs together and is pinned as a whole; two values with the same text are the same.
    private static void AsJson<T>(PropertyBuilder<T> property, Func<T, string> text)
        where T : class => property
        .HasMaxLength(-1)
        .HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<T>(stored, JsonSerializerOptions.Web)!,
            new ValueComparer<T>(
                (left, right) => text(left!) == text(right!),
                value => text(value).GetHashCode(StringComparison.Ordinal),
                value => value));
}

internal sealed class LibraryRiskConfiguration : EntityConfiguration<LibraryRisk>
{
    protected override void ConfigureRecord(EntityTypeBuilder<LibraryRisk> builder)
    {
        builder.ToTable("LibraryRisks");
        builder.Property(risk => risk.Description).HasMaxLength(LibraryRisk.TextMaximumLength);
        builder.Property(risk => risk.Harm).HasMaxLength(LibraryRisk.TextMaximumLength);
        builder.Property(risk => risk.SuggestedMeasures).HasMaxLength(LibraryRisk.TextMaximumLength);
        builder.HasData(RiskLibrary.First.Select(risk => new
        {
            risk.Id, Version = 0, risk.Description, risk.Harm, risk.Likelihood, risk.Severity, risk.SuggestedMeasures, IsRetired = false,
        }));
    }
}
