using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <content>Referrals, personal data breaches and reviews of content.</content>
public static partial class IncidentsFeature
{
    private static void AddIncidentParts(IServiceCollection services)
    {
        services.AddScoped<IncidentPartWrite>();
        services.AddScoped<IncidentPartPages>();
        services.AddScoped<MakeReferral>();
        services.AddScoped<AddReferralContact>();
        services.AddScoped<GiveUpReferral>();
        services.AddScoped<RecordBreach>();
        services.AddScoped<CorrectAwareness>();
        services.AddScoped<DescribeBreach>();
        services.AddScoped<AssessBreachRisk>();
        services.AddScoped<AdviseOnBreach>();
        services.AddScoped<DecideAboutCommissioner>();
        services.AddScoped<DecideAboutPeople>();
        services.AddScoped<AddBreachInformation>();
        services.AddScoped<BreachRegister>();
        services.AddScoped<BeginReview>();
        services.AddScoped<InviteReviewer>();
        services.AddScoped<GiveView>();
        services.AddScoped<OpenReview>();
        services.AddScoped<IncidentSection, ReferralsSection>();
        services.AddScoped<IncidentSection, BreachSection>();
        services.AddScoped<IncidentSection, ReviewsSection>();
        services.AddScoped<EventRule, KeepReferralDeadline<ReferralMade>>();
        services.AddScoped<EventRule, KeepReferralDeadline<ReferralContacted>>();
        services.AddScoped<EventRule, KeepReferralDeadline<ReferralGivenUp>>();
        services.AddScoped<EventRule, RunBreachClock<BreachRecorded>>();
        services.AddScoped<EventRule, RunBreachClock<BreachAwarenessCorrected>>();
        services.AddScoped<EventRule, StopBreachClock>();
        services.AddScoped<EventRule, TellOfBreach>();
        services.AddScoped<EventRule, TellOfBreachAlert>();
        services.AddScoped<EventRule, TellOfReferralAlert>();
        services.AddScoped<EventRule, TellReviewer>();
    }
}
