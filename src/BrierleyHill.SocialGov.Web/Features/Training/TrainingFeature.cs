using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Training;

/// <summary>Registers what training needs.</summary>
public static class TrainingFeature
{
    /// <summary>Use cases, queries, rules and the reminding job.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services)
    {
        services.AddScoped<CourseQueries>();
        services.AddScoped<SessionQueries>();
        services.AddScoped<PersonTrainingQueries>();
        services.AddScoped<SetUpCourse>();
        services.AddScoped<EditCourse>();
        services.AddScoped<EndCourse>();
        services.AddScoped<ReopenCourse>();
        services.AddScoped<PlanSession>();
        services.AddScoped<EditSession>();
        services.AddScoped<CancelSession>();
        services.AddScoped<BookPlace>();
        services.AddScoped<CancelBooking>();
        services.AddScoped<RecordAttendance>();
        services.AddScoped<RecordProgramme>();
        services.AddScoped<RecordElsewhere>();
        services.AddScoped<WithdrawRecord>();
        services.AddScoped<AttachCertificate>();
        services.AddScoped<RemoveCertificate>();
        services.AddScoped<DownloadCertificate>();
        services.AddScoped<EventRule, TellPersonOfBooking>();
        services.AddScoped<EventRule, TellPersonOfCancelledBooking>();
        services.AddScoped<EventRule, TellBookedOfChange>();
        services.AddScoped<EventRule, TellBookedOfCancellation>();
        services.AddScoped<EventRule, TellPersonThatTrainingRunsOut>();
        services.AddJob<RemindOfTraining>();
        return services;
    }
}
