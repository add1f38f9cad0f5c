using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Registers what reviews and verifications need.</summary>
public static class ReviewsFeature
{
    /// <summary>Queries, use cases, rules and the job that chases.</summary>
    public static IServiceCollection AddAccountReviews(this IServiceCollection services)
    {
        services.AddScoped<ReviewQueries>();
        services.AddScoped<ReviewAccount>();
        services.AddScoped<RecordReviewChanges>();
        services.AddScoped<VerifyAccount>();
        services.AddScoped<ReviewTelling>();
        services.AddScoped<EventRule, TellOfAccountReview>();
        services.AddScoped<EventRule, TellOfReviewChanges>();
        services.AddScoped<EventRule, TellOfFindings>();
        services.AddScoped<EventRule, TellOfReviewDue>();
        services.AddScoped<EventRule, TellOfVerificationDue>();
        services.AddJob<ReviewChasing>();
        return services;
    }
}
