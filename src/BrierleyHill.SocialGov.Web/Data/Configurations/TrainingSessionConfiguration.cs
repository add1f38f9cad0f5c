using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class TrainingSessionConfiguration : EntityConfiguration<TrainingSession>
{
    protected override void ConfigureRecord(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.ToTable("TrainingSessions");
        builder.Ignore(session => session.PlacesLeft);
        builder.Ignore(session => session.WhenInWords);
        builder.Property(session => session.Provider).HasMaxLength(TrainingSession.LineMaximumLength);
        builder.Property(session => session.Place).HasMaxLength(TrainingSession.LineMaximumLength);
        builder.Property(session => session.Material).HasMaxLength(TrainingSession.TextMaximumLength);
        builder.Property(session => session.WhatWasCovered).HasMaxLength(TrainingSession.TextMaximumLength);
        builder.Property(session => session.CancellationReason).HasMaxLength(TrainingSession.TextMaximumLength);
        builder.HasIndex(session => new { session.CourseId, session.Status, session.Date });
        builder.HasOne<TrainingCourse>().WithMany().HasForeignKey(session => session.CourseId).OnDelete(DeleteBehavior.Restrict);

        builder.OwnsMany(session => session.Bookings, bookings =>
        {
            bookings.ToTable("TrainingBookings");
            bookings.WithOwner().HasForeignKey("SessionId");
            bookings.HasKey(booking => booking.Id);
            bookings.HasIndex("SessionId", nameof(SessionBooking.PersonId)).IsUnique();
            bookings.HasIndex(booking => booking.PersonId);
            bookings.HasOne<Person>().WithMany().HasForeignKey(booking => booking.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
