using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>Registers what enquiries need.</summary>
public static class EnquiriesFeature
{
    /// <summary>Use cases, queries and rules.</summary>
    public static IServiceCollection AddEnquiries(this IServiceCollection services)
    {
        services.AddScoped<EnquiryPageQueries>();
        services.AddScoped<DraftQueries>();
        services.AddScoped<EnquiryWrite>();
        services.AddScoped<LogEnquiry>();
        services.AddScoped<AnswerEnquiry>();
        services.AddScoped<AnswerSeveral>();
        services.AddScoped<CorrectEnquiry>();
        services.AddScoped<ExportEnquiries>();
        services.AddScoped<SortDrafts>();
        services.AddScoped<EnquiryTelling>();
        services.AddScoped<EventRule, BeginEnquiryDeadline>();
        services.AddScoped<EventRule, MoveEnquiryDeadline>();
        services.AddScoped<EventRule, EndEnquiryDeadline<EnquiryAcknowledged>>();
        services.AddScoped<EventRule, EndEnquiryDeadline<EnquiryReplied>>();
        services.AddScoped<EventRule, EndEnquiryDeadline<EnquiryCommentRemoved>>();
        services.AddScoped<EventRule, ResumeEnquiryDeadline>();
        services.AddScoped<EventRule, BeginDraftDeadline>();
        services.AddScoped<EventRule, EndDraftDeadline<EnquiryDraftLogged>>();
        services.AddScoped<EventRule, EndDraftDeadline<EnquiryDraftDismissed>>();
        services.AddScoped<EventRule, SettleDraft>();
        services.AddScoped<EventRule, TellOfNewEnquiry>();
        services.AddScoped<EventRule, TellOfRefiledEnquiry>();
        services.AddScoped<EventRule, TellAssignee>();
        services.AddScoped<EventRule, TellOfClearance<EnquiryReplyCleared>>();
        services.AddScoped<EventRule, TellOfClearance<EnquiryReplyNotCleared>>();
        services.AddScoped<EventRule, TellOfEnquiryAlert>();
        services.AddScoped<EventRule, TellOfNewDraft>();
        services.AddScoped<EventRule, TellOfDraftAlert>();
        return services;
    }
}
