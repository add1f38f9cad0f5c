using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Registers what the impact assessments need.</summary>
public static class ImpactAssessmentsFeature
{
    /// <summary>Use cases, queries, rules and the job that reminds of reviews.</summary>
    public static IServiceCollection AddImpactAssessments(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(routing =>
        {
            routing.ConstraintMap["assessmentstep"] = typeof(AssessmentStepRoute);
            routing.ConstraintMap["answeredstep"] = typeof(AnsweredStepRoute);
        });
        services.AddScoped<ImpactAssessmentQueries>();
        services.AddScoped<RiskLibraryQueries>();
        services.AddScoped<AssessmentWriter>();
        services.AddScoped<StartAssessment>();
        services.AddScoped<AnswerScreening>();
        services.AddScoped<DeclareNotNeeded>();
        services.AddScoped<DoAssessmentAnyway>();
        services.AddScoped<SaveStep>();
        services.AddScoped<SaveRisk>();
        services.AddScoped<RemoveRisk>();
        services.AddScoped<PlanMeasure>();
        services.AddScoped<TakeLibraryRisks>();
        services.AddScoped<SendAssessment>();
        services.AddScoped<CommentOnAnswers>();
        services.AddScoped<ReturnAssessment>();
        services.AddScoped<SignOffAssessment>();
        services.AddScoped<RefuseAssessment>();
        services.AddScoped<OverruleAdvice>();
        services.AddScoped<OverturnScreening>();
        services.AddScoped<AcceptResidualRisk>();
        services.AddScoped<ConsultIco>();
        services.AddScoped<RecordIcoOutcome>();
        services.AddScoped<ConfirmCoverage>();
        services.AddScoped<ReviewAssessment>();
        services.AddScoped<StartNewVersion>();
        services.AddScoped<KeepRiskLibrary>();
        services.AddScoped<AssessmentTelling>();
        services.AddScoped<EventRule, NameTheNewAssessment>();
        services.AddScoped<EventRule, NoteChangedApplication>();
        services.AddScoped<EventRule, NoteChangedAccount>();
        services.AddScoped<EventRule, SupersedeOnSignOff>();
        services.AddScoped<EventRule, SupersedeOnOverruling>();
        services.AddScoped<EventRule, TellOfSending>();
        services.AddScoped<EventRule, TellOfScreening>();
        services.AddScoped<EventRule, TellAuthorOfOverturning>();
        services.AddScoped<EventRule, TellAuthorOfReturn>();
        services.AddScoped<EventRule, TellAuthorOfRefusal>();
        services.AddScoped<EventRule, TellAuthorOfSignOff>();
        services.AddScoped<EventRule, TellOfOverruling>();
        services.AddScoped<EventRule, TellOfReopening>();
        services.AddScoped<EventRule, TellOfChange>();
        services.AddScoped<EventRule, TellOfReview>();
        services.AddScoped<EventRule, AskToConfirmCoverage>();
        services.AddJob<RemindOfReviews>();
        return services;
    }
}
