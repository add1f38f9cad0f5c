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
        builder.Property(credential => credential.Label).HasMaxLength(StoredCredential.LabelMaximumLength);
        builder.HasIndex(credential => credential.AccountId);
        builder.HasIndex(credential => credential.Seal).IsUnique();
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(credential => credential.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(credential => credential.Secrets, secrets =>
        {
            secrets.ToTable("CredentialSecrets");
            secrets.WithOwner().HasForeignKey("CredentialId");
            secrets.HasKey(secret => secret.Id);
            secrets.HasIndex("CredentialId", nameof(StoredSecret.Kind), nameof(StoredSecret.Number)).IsUnique();
            secrets.Property(secret => secret.Ciphertext).HasMaxLength(CiphertextMaximumLength).IsUnicode(false);
            secrets.HasOne<Person>().WithMany().HasForeignKey(secret => secret.SetById).OnDelete(DeleteBehavior.Restrict);
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
