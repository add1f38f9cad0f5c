using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(notification => notification.Reference).HasMaxLength(20);
        builder.Property(notification => notification.Text).HasMaxLength(Notification.TextMaximumLength);
        builder.Property(notification => notification.Path).HasMaxLength(200);
        builder.HasIndex(notification => notification.Key).IsUnique();
        // The unread of one person, newest first, and their number; and everything that one person was told, newest first.
        builder.HasIndex(notification => new { notification.PersonId, notification.ReadAt, notification.CreatedAt });
        builder.HasIndex(notification => new { notification.PersonId, notification.CreatedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(notification => notification.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutgoingEmailConfiguration : EntityConfiguration<OutgoingEmail>
{
    protected override void ConfigureRecord(EntityTypeBuilder<OutgoingEmail> builder)
    {
        builder.ToTable("OutgoingEmails");
        builder.Property(email => email.MessageId).HasMaxLength(100);
        builder.Property(email => email.ToAddress).HasMaxLength(Person.EmailAddressMaximumLength);
        builder.Property(email => email.Subject).HasMaxLength(OutgoingEmail.SubjectMaximumLength);
        builder.Property(email => email.ProtectedBody).HasMaxLength(-1);
        builder.Property(email => email.LastError).HasMaxLength(OutgoingEmail.ErrorMaximumLength);
        builder.HasIndex(email => email.MessageId).IsUnique();
        builder.HasIndex(email => email.Key).IsUnique();
        builder.HasIndex(email => new { email.Status, email.NextAttemptAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(email => email.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SummaryLineConfiguration : IEntityTypeConfiguration<SummaryLine>
{
    public void Configure(EntityTypeBuilder<SummaryLine> builder)
    {
        builder.ToTable("SummaryLines");
        builder.Property(line => line.Subject).HasMaxLength(OutgoingEmail.SubjectMaximumLength);
        builder.Property(line => line.Path).HasMaxLength(200);
        builder.HasIndex(line => new { line.PersonId, line.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(line => line.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
