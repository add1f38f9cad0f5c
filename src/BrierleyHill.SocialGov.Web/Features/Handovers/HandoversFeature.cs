using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Handovers;

/// <summary>Registers what hand-overs need.</summary>
public static class HandoversFeature
{
    /// <summary>Use cases, queries, rules and the job.</summary>
    public static IServiceCollection AddHandovers(this IServiceCollection services)
    {
        services.AddScoped<HandoverPageQueries>();
        services.AddScoped<HandoverWrite>();
        services.AddScoped<SettleStep>();
        services.AddScoped<TakeStepBack>();
        services.AddScoped<NameSuccessor>();
        services.AddScoped<ChangeOutcome>();
        services.AddScoped<CancelHandover>();
        services.AddScoped<CompleteHandover>();
        services.AddScoped<CloseAccount>();
        services.AddScoped<RemindOfConfidentiality>();
        services.AddScoped<EventRule, FollowLeavingDate>();
        services.AddScoped<EventRule, OpenForDeactivated>();
        services.AddScoped<EventRule, CancelForReturned>();
        services.AddScoped<EventRule, OpenForAssignedLeaver>();
        services.AddScoped<EventRule, OpenForNamedLeaver>();
        services.AddScoped<EventRule, CancelForClosedAccount>();
        services.AddScoped<EventRule, OpenToCloseByReview>();
        services.AddScoped<EventRule, TellOfOpenedHandover>();
        services.AddScoped<EventRule, TellOfMovedHandover>();
        services.AddScoped<EventRule, TellSuccessor>();
        services.AddScoped<EventRule, TellOfChangedOutcome>();
        services.AddScoped<EventRule, TellOfCompletedHandover>();
        services.AddScoped<EventRule, TellOfCancelledHandover>();
        services.AddScoped<EventRule, ChaseThoseConcerned>();
        services.AddScoped<EventRule, SendConfidentialityReminder>();
        services.AddJob<ChaseHandovers>();
        return services;
    }
}
