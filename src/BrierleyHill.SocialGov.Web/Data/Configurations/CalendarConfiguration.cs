using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class OfficialBankHolidaysConfiguration : EntityConfiguration<OfficialBankHolidays>
{
    protected override void ConfigureRecord(EntityTypeBuilder<OfficialBankHolidays> builder)
    {
        builder.ToTable("OfficialBankHolidays");
        builder.Ignore(year => year.Holidays);
        builder.HasIndex(year => year.Year).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(year => year.ImportedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(year => year.Days, day =>
        {
            day.ToTable("OfficialBankHolidayDays");
            day.WithOwner().HasForeignKey("OfficialBankHolidaysId");
            day.HasKey(one => one.Id);
            day.Property(one => one.Name).HasMaxLength(CalendarKeeping.NameMaximumLength);
        });
    }
}

internal sealed class CalendarCorrectionConfiguration : EntityConfiguration<CalendarCorrection>
{
    protected override void ConfigureRecord(EntityTypeBuilder<CalendarCorrection> builder)
    {
        builder.ToTable("CalendarCorrections");
        builder.Ignore(correction => correction.Stands);
        builder.Property(correction => correction.Name).HasMaxLength(CalendarKeeping.NameMaximumLength);
        builder.Property(correction => correction.Because).HasMaxLength(CalendarKeeping.ReasonMaximumLength);
        // Two people who correct the same day at the same moment: one of them stands.
        builder.HasIndex(correction => correction.Date).IsUnique().HasFilter("\"TakenBackAt\" IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(correction => correction.MadeById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolClosureConfiguration : EntityConfiguration<SchoolClosure>
{
    protected override void ConfigureRecord(EntityTypeBuilder<SchoolClosure> builder)
    {
        builder.ToTable("SchoolClosures");
        builder.Ignore(closure => closure.Stands);
        builder.Property(closure => closure.Name).HasMaxLength(CalendarKeeping.NameMaximumLength);
        builder.HasIndex(closure => closure.First);
        builder.HasOne<Person>().WithMany().HasForeignKey(closure => closure.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarSubscriptionConfiguration : EntityConfiguration<CalendarSubscription>
{
    protected override void ConfigureRecord(EntityTypeBuilder<CalendarSubscription> builder)
    {
        builder.ToTable("CalendarSubscriptions");
        builder.Property(subscription => subscription.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(subscription => subscription.TokenHash).IsUnique();
        // One that works a person, also where two windows make one at once.
        builder.HasIndex(subscription => subscription.PersonId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(subscription => subscription.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
