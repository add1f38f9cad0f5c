using BrierleyHill.SocialGov.Domain.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class TrainingCourseConfiguration : EntityConfiguration<TrainingCourse>
{
    protected override void ConfigureRecord(EntityTypeBuilder<TrainingCourse> builder)
    {
        builder.ToTable("TrainingCourses");
        builder.Ignore(course => course.CountsForReadiness);
        builder.Ignore(course => course.ValidityInWords);
        builder.Property(course => course.Title).HasMaxLength(TrainingCourse.TitleMaximumLength);
        builder.Property(course => course.Description).HasMaxLength(TrainingCourse.DescriptionMaximumLength);
        builder.HasIndex(course => new { course.Status, course.Audience });
    }
}
