using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class SocialMediaAccountConfiguration : EntityConfiguration<SocialMediaAccount>
{
    private const int SettingKeyMaximumLength = 20;

    protected override void ConfigureRecord(EntityTypeBuilder<SocialMediaAccount> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.Name).HasMaxLength(AccountApplication.NameMaximumLength);
        builder.Property(account => account.PlatformName).HasMaxLength(AccountApplication.NameMaximumLength);
        builder.OwnsAgreedSettings(account => account.Settings);
        builder.HasIndex(account => account.ApplicationId).IsUnique();
        builder.HasIndex(account => new { account.Status, account.Name });
        builder.Property(account => account.Handle).HasMaxLength(PlatformAddress.HandleMaximumLength);
        builder.Property(account => account.WebAddress).HasMaxLength(PlatformAddress.WebAddressMaximumLength).IsUnicode(false);
        builder.Property(account => account.NormalisedAddress).HasMaxLength(PlatformAddress.NormalisedMaximumLength).IsUnicode(false);
        builder.Property(account => account.SuspendedBecause).HasMaxLength(SocialMediaAccount.ReasonMaximumLength);
        // A closed account keeps its address, so that a lookup still knows it; another may then come to be there.
        builder.HasIndex(account => account.NormalisedAddress).IsUnique()
            .HasFilter(string.Create(CultureInfo.InvariantCulture, $"\"NormalisedAddress\" IS NOT NULL AND \"Status\" <> {(int)AccountStatus.Closed}"));
        builder.HasOne<AccountApplication>().WithMany().HasForeignKey(account => account.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(account => account.OpenReview);
        builder.Ignore(account => account.LastReview);
        builder.Ignore(account => account.LastVerification);
        builder.Ignore(account => account.LastVerifiedOn);
        builder.Ignore(account => account.IsLive);
        builder.HasIndex(account => new { account.Status, account.NextReviewOn });
        builder.HasIndex(account => new { account.Status, account.VerificationDueOn });
        builder.OwnsMany(account => account.SettingChecks, checks =>
        {
            checks.ToTable("AccountSettingChecks");
            checks.WithOwner().HasForeignKey("AccountId");
            checks.HasKey(check => check.Id);
            checks.HasIndex("AccountId", nameof(SettingCheck.Setting)).IsUnique();
            checks.Property(check => check.Instead).HasMaxLength(SettingKeyMaximumLength);
            checks.Property(check => check.Because).HasMaxLength(SocialMediaAccount.ReasonMaximumLength);
            checks.Property(check => check.Decision).HasMaxLength(SocialMediaAccount.ReasonMaximumLength);
            checks.HasOne<Person>().WithMany().HasForeignKey(check => check.CheckedById).OnDelete(DeleteBehavior.Restrict);
            checks.HasOne<Person>().WithMany().HasForeignKey(check => check.DecidedById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(account => account.Reviews, reviews =>
        {
            reviews.ToTable("AccountReviews");
            reviews.WithOwner().HasForeignKey("AccountId");
            reviews.HasKey(review => review.Id);
            reviews.HasIndex("AccountId");
            reviews.Ignore(review => review.IsOpen);
            reviews.Ignore(review => review.ToChange);
            reviews.Property(review => review.Aspects).HasMaxLength(-1).HasConversion(AsJson<ReviewedAspect>(), SameInOrder<ReviewedAspect>());
            reviews.HasOne<Person>().WithMany().HasForeignKey(review => review.ReviewedById).OnDelete(DeleteBehavior.Restrict);
            reviews.HasOne<Person>().WithMany().HasForeignKey(review => review.ChangesMadeById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(account => account.Verifications, verifications =>
        {
            verifications.ToTable("AccountVerifications");
            verifications.WithOwner().HasForeignKey("AccountId");
            verifications.HasKey(verification => verification.Id);
            verifications.HasIndex("AccountId");
            verifications.Ignore(verification => verification.Findings);
            verifications.Property(verification => verification.Points).HasMaxLength(-1).HasConversion(AsJson<VerifiedPoint>(), SameInOrder<VerifiedPoint>());
            verifications.HasOne<Person>().WithMany().HasForeignKey(verification => verification.VerifiedById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(account => account.Assignments, assignments =>
        {
            assignments.ToTable("AccountAssignments");
            assignments.WithOwner().HasForeignKey("AccountId");
            assignments.HasKey(assignment => assignment.Id);
            assignments.HasIndex("AccountId", nameof(AccountAssignment.PersonId));
            assignments.HasIndex(assignment => assignment.PersonId);
            assignments.Property(assignment => assignment.From).HasColumnName("AssignedFrom");
            assignments.Property(assignment => assignment.Until).HasColumnName("AssignedUntil");
            assignments.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static ValueConverter<IReadOnlyList<T>, string> AsJson<T>() => new(
        found => JsonSerializer.Serialize(found, JsonSerializerOptions.Web),
        stored => JsonSerializer.Deserialize<List<T>>(stored, JsonSerializerOptions.Web)!);

    private static ValueComparer<IReadOnlyList<T>> SameInOrder<T>() => new(
        (left, right) => left!.SequenceEqual(right!),
        found => found.Count,
        found => found);
}

internal static class AgreedSettingsConfiguration
{
    /// <summary>The agreed settings are columns of the record that they belong to.</summary>
    public static void OwnsAgreedSettings<TRecord>(
        this EntityTypeBuilder<TRecord> builder, Expression<Func<TRecord, AgreedSettings?>> settings)
        where TRecord : class =>
        builder.ComplexProperty(settings, columns => columns.IsRequired());
}
