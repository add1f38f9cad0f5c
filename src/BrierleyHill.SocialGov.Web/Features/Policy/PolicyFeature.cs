using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Registers what the policy needs.</summary>
public static class PolicyFeature
{
    /// <summary>Use cases, queries, rules and the chasing job.</summary>
    public static IServiceCollection AddPolicy(this IServiceCollection services)
    {
        services.AddSingleton<AcknowledgementLinks>();
        services.AddScoped<PolicyVersionQueries>();
        services.AddScoped<AcknowledgementQueries>();
        services.AddScoped<BeginVersion>();
        services.AddScoped<EditVersion>();
        services.AddScoped<ApproveVersion>();
        services.AddScoped<PublishVersion>();
        services.AddScoped<DiscardVersion>();
        services.AddScoped<RecordReview>();
        services.AddScoped<AcknowledgePolicy>();
        services.AddScoped<SendAcknowledgementLink>();
        services.AddScoped<CancelAcknowledgementLink>();
        services.AddScoped<AcknowledgeByLink>();
        services.AddScoped<EventRule, AskEverybodyToAcknowledge>();
        services.AddScoped<EventRule, RemindLeadersOfReview>();
        services.AddScoped<EventRule, GiveToInvitedPerson>();
        services.AddScoped<EventRule, GiveToReactivatedPerson>();
        services.AddScoped<EventRule, GiveToCorrectedPerson>();
        services.AddJob<ChasePolicyReview>();
        return services;
    }
}
