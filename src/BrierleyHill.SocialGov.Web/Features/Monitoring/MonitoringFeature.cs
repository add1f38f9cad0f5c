using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Registers what monitoring needs.</summary>
public static class MonitoringFeature
{
    /// <summary>Use cases, queries, rules and the job that asks for checks.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddScoped<MonitoringLists>();
        services.AddScoped<RotaQueries>();
        services.AddScoped<CheckQueries>();
        services.AddScoped<PlanRota>();
        services.AddScoped<ArrangeCover>();
        services.AddScoped<CancelCover>();
        services.AddScoped<DoCheck>();
        services.AddScoped<DoOwnCheck>();
        services.AddScoped<AgreeFollowUp>();
        services.AddScoped<TickOffFollowUp>();
        services.AddScoped<ExportChecks>();
        services.AddScoped<MonitoringTelling>();
        services.AddScoped<RotaPeopleGone>();
        services.AddScoped<EventRule, GiveCheckDeadline>();
        services.AddScoped<EventRule, GiveFollowUpDeadline>();
        services.AddScoped<EventRule, EndDeadlineOfDoneCheck>();
        services.AddScoped<EventRule, EndDeadlineOfCheckNeverDone<MonitoringCheckMissed>>();
        services.AddScoped<EventRule, EndDeadlineOfCheckNeverDone<MonitoringCheckCalledOff>>();
        services.AddScoped<EventRule, EndDeadlineOfFollowUp>();
        services.AddScoped<EventRule, TellOfCheckAlert>();
        services.AddScoped<EventRule, TellOfFollowUpAlert>();
        services.AddScoped<EventRule, TellPeopleOfPlannedRota>();
        services.AddScoped<EventRule, TellPeopleOfChangedRota>();
        services.AddScoped<EventRule, TellCoverOfAbsence>();
        services.AddScoped<EventRule, TellCoverOfCancellation>();
        services.AddScoped<EventRule, TellThatRotaPersonLeaves>();
        services.AddScoped<EventRule, TellThatRotaPersonLeft>();
        services.AddScoped<EventRule, TellThatRotaPersonIsNotAssigned>();
        services.AddScoped<EventRule, CallOffChecksOfSuspended>();
        services.AddScoped<EventRule, CallOffChecksOfClosed>();
        services.AddScoped<EventRule, ExpectChecksAgain>();
        services.AddJob<ExpectChecks>();
        return services;
    }
}
