using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class ReadinessReminderConfiguration : EntityConfiguration<ReadinessReminder>
{
    protected override void ConfigureRecord(EntityTypeBuilder<ReadinessReminder> builder)
    {
        builder.ToTable("ReadinessReminders");
        // Not more than once a day for a person, whoever presses the button.
        builder.HasIndex(reminder => new { reminder.PersonId, reminder.Day }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.SentById).OnDelete(DeleteBehavior.Restrict);
    }
}
