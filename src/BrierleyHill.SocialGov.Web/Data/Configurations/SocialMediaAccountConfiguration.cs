using System.Globalization;
using System.Linq.Expressions;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
        builder.Property(account => account.WebAddress).HasMaxLength(PlatformAddress.WebAddressMaximumLength);
        builder.Property(account => account.NormalisedAddress).HasMaxLength(PlatformAddress.NormalisedMaximumLength);
        builder.Property(account => account.SuspendedBecause).HasMaxLength(SocialMediaAccount.ReasonMaximumLength);
        // A closed account keeps its address, so that a lookup still knows it; another may then come to be there.
        builder.HasIndex(account => account.NormalisedAddress).IsUnique()
            .HasFilter(string.Create(CultureInfo.InvariantCulture, $"\"NormalisedAddress\" IS NOT NULL AND \"Status\" <> {(int)AccountStatus.Closed}"));
        builder.HasOne<AccountApplication>().WithMany().HasForeignKey(account => account.ApplicationId).OnDelete(DeleteBehavior.Restrict);
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
}

internal static class AgreedSettingsConfiguration
{
    /// <summary>The agreed settings are columns of the record that they belong to.</summary>
    public static void OwnsAgreedSettings<TRecord>(
        this EntityTypeBuilder<TRecord> builder, Expression<Func<TRecord, AgreedSettings?>> settings)
        where TRecord : class =>
        builder.ComplexProperty(settings, columns => columns.IsRequired());
}
