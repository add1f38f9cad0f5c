using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class StoredCredentialConfiguration : EntityConfiguration<StoredCredential>
{
    // varchar holds 8,000 bytes on SQL Server; Data Protection's output is base64url.
    private const int CiphertextMaximumLength = 8000;

    protected override void ConfigureRecord(EntityTypeBuilder<StoredCredential> builder)
    {
        builder.ToTable("Credentials");
        builder.Ignore(credential => credential.RecoveryCodes);
        builder.Property(credential => credential.Label).HasMaxLength(StoredCredential.LabelMaximumLength);
        builder.Property(credential => credential.NormalisedLabel).HasMaxLength(StoredCredential.LabelMaximumLength);
        builder.Property(credential => credential.WithdrawnBecause).HasMaxLength(StoredCredential.ReasonMaximumLength);
        // One per account and label among those in use. The filter is SQL that both databases read.
        builder.HasIndex(credential => new { credential.AccountId, credential.NormalisedLabel }).IsUnique().HasFilter("WithdrawnAt IS NULL");
        builder.HasIndex(credential => credential.AccountId);
        builder.HasIndex(credential => credential.Seal).IsUnique();
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(credential => credential.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(credential => credential.DeviceHolderId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(credential => credential.Secrets, secrets =>
        {
            secrets.ToTable("CredentialSecrets");
            secrets.WithOwner().HasForeignKey("CredentialId");
            secrets.HasKey(secret => secret.Id);
            secrets.HasIndex("CredentialId", nameof(StoredSecret.Kind), nameof(StoredSecret.Number)).IsUnique();
            secrets.Property(secret => secret.Ciphertext).HasMaxLength(CiphertextMaximumLength).IsUnicode(false);
            secrets.HasOne<Person>().WithMany().HasForeignKey(secret => secret.SetById).OnDelete(DeleteBehavior.Restrict);
            secrets.HasOne<Person>().WithMany().HasForeignKey(secret => secret.UsedById).OnDelete(DeleteBehavior.Restrict);
            secrets.OwnsMany(secret => secret.Reveals, reveals =>
            {
                reveals.ToTable("SecretReveals");
                reveals.WithOwner().HasForeignKey("SecretId");
                reveals.HasKey(reveal => reveal.Id);
                reveals.HasIndex("SecretId");
                reveals.Property(reveal => reveal.At).HasColumnName("RevealedAt");
                reveals.Property(reveal => reveal.Reason).HasMaxLength(StoredCredential.ReasonMaximumLength);
                reveals.HasOne<Person>().WithMany().HasForeignKey(reveal => reveal.PersonId).OnDelete(DeleteBehavior.Restrict);
            });
        });
    }
}

internal sealed class PlatformRoleConfiguration : EntityConfiguration<PlatformRole>
{
    protected override void ConfigureRecord(EntityTypeBuilder<PlatformRole> builder)
    {
        builder.ToTable("PlatformRoles");
        builder.Property(role => role.Role).HasMaxLength(PlatformRole.RoleMaximumLength);
        builder.Property(role => role.NormalisedRole).HasMaxLength(PlatformRole.RoleMaximumLength);
        // Nobody is recorded twice with one role at the same time.
        builder.HasIndex(role => new { role.AccountId, role.PersonId, role.NormalisedRole }).IsUnique().HasFilter("RemovedAt IS NULL");
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(role => role.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(role => role.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(role => role.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(role => role.RemovedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RotationReminderConfiguration : EntityConfiguration<RotationReminder>
{
    protected override void ConfigureRecord(EntityTypeBuilder<RotationReminder> builder)
    {
        builder.ToTable("RotationReminders");
        builder.Property(reminder => reminder.At).HasColumnName("RemindedAt");
        // Chased once a day for a secret, over restarts and two instances. What is told at once has no part in it: nobody's work fails because of it.
        builder.HasIndex(reminder => new { reminder.CredentialId, reminder.Kind, reminder.ChasedOn }).IsUnique().HasFilter("ChasedOn IS NOT NULL");
        builder.HasIndex(reminder => reminder.Day);
        builder.HasOne<StoredCredential>().WithMany().HasForeignKey(reminder => reminder.CredentialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(reminder => reminder.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
