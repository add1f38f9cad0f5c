using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class PersonalAccountDeclarationConfiguration : EntityConfiguration<PersonalAccountDeclaration>
{
    protected override void ConfigureRecord(EntityTypeBuilder<PersonalAccountDeclaration> builder)
    {
        builder.ToTable("Declarations");
        builder.Ignore(declaration => declaration.IsCurrent);
        builder.Ignore(declaration => declaration.PlatformInWords);
        builder.Ignore(declaration => declaration.ConfirmAgainFrom);
        builder.Property(declaration => declaration.PlatformName).HasMaxLength(PersonalAccountDeclaration.PlatformNameMaximumLength);
        builder.Property(declaration => declaration.Handle).HasMaxLength(PersonalAccountDeclaration.HandleMaximumLength);
        builder.Property(declaration => declaration.Slot).HasMaxLength(32);
        builder.HasIndex(declaration => new { declaration.PersonId, declaration.Slot }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(declaration => declaration.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
