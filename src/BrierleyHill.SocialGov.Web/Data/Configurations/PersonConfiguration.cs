using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class PersonConfiguration : EntityConfiguration<Person>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Ignore(person => person.FullName);
        builder.Property(person => person.Forename).HasMaxLength(Person.NameMaximumLength);
        builder.Property(person => person.Surname).HasMaxLength(Person.NameMaximumLength);
        builder.Property(person => person.NormalisedName).HasMaxLength((2 * Person.NameMaximumLength) + 1);
        builder.Property(person => person.EmailAddress).HasMaxLength(Person.EmailAddressMaximumLength);
        builder.Property(person => person.NormalisedEmailAddress).HasMaxLength(Person.EmailAddressMaximumLength);
        builder.HasIndex(person => person.NormalisedEmailAddress).IsUnique();
        builder.HasIndex(person => new { person.Surname, person.Forename });
    }
}

internal sealed class OneTimeLinkConfiguration : EntityConfiguration<OneTimeLink>
{
    protected override void ConfigureRecord(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("OneTimeLinks");
        builder.Property(link => link.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => new { link.PersonId, link.Purpose });
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInAccountConfiguration : IEntityTypeConfiguration<SignInAccount>
{
    public void Configure(EntityTypeBuilder<SignInAccount> builder)
    {
        builder.ToTable("SignInAccounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Ignore(account => account.HasAuthenticator);
        builder.Ignore(account => account.RecoveryCodesLeft);
        builder.Property(account => account.ProtectedAuthenticatorKey).HasMaxLength(SignInAccount.ProtectedKeyMaximumLength).IsUnicode(false);
        builder.Property(account => account.RecoveryCodeHashes).HasMaxLength(SignInAccount.RecoveryCodeHashesMaximumLength).IsUnicode(false);
        builder.HasOne<Person>().WithOne().HasForeignKey<SignInAccount>(account => account.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInPasskeyConfiguration : IEntityTypeConfiguration<SignInPasskey>
{
    public void Configure(EntityTypeBuilder<SignInPasskey> builder)
    {
        // As Identity's schema 3 has it. Named here, so that the rest of Identity's tables need not change for it.
        builder.ToTable("SignInPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<SignInAccount>().WithMany().HasForeignKey(passkey => passkey.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(passkey => passkey.Name);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(SignInPasskey.CredentialIdMaximumLength);
        builder.HasIndex(passkey => passkey.Number).IsUnique();
    }
}
