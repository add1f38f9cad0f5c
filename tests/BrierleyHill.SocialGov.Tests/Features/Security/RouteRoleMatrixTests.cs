using System.Net;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Security;

/// <summary>Who may come in where: the written matrix against the real list of endpoints, tried over HTTP as every role.</summary>
public partial class RouteRoleMatrixTests(RouteRoleMatrixTests.Peopled portal) : IClassFixture<RouteRoleMatrixTests.Peopled>
{
    private const string Anybody = "anybody";
    private const string SignedIn = "signed-in";

    // Method, pattern, who may come in. A role that is not named is kept out; somebody not signed in is led to the sign-in.
    private static readonly (string Method, string Pattern, string Who)[] Matrix =
    [
        ("GET", "", SignedIn),
        ("GET", "search", SignedIn),
        ("GET", "applications", SignedIn),
        ("GET", "applications/start", SignedIn),
        ("POST", "applications/start", SignedIn),
        ("GET", "applications/{id:int}", SignedIn),
        ("GET", "applications/{id:int}/tasks", SignedIn),
        ("GET", "applications/{id:int}/{section:section}", SignedIn),
        ("POST", "applications/{id:int}/{section:section}", SignedIn),
        ("GET", "applications/{id:int}/check", SignedIn),
        ("POST", "applications/{id:int}/check", SignedIn),
        ("GET", "applications/{id:int}/submitted", SignedIn),
        ("GET", "applications/{id:int}/decide", "SeniorLeader"),
        ("POST", "applications/{id:int}/decide", "SeniorLeader"),
        ("GET", "applications/{id:int}/withdraw", SignedIn),
        ("POST", "applications/{id:int}/withdraw", SignedIn),
        ("GET", "accounts", SignedIn),
        ("GET", "accounts/{id:int}", SignedIn),
        ("GET", "accounts/{id:int}/change", "SeniorLeader"),
        ("POST", "accounts/{id:int}/change", "SeniorLeader"),
        ("GET", "accounts/awaiting-creation", "Administrator"),
        ("GET", "handovers", SignedIn),
        ("GET", "handovers/{id:int}", SignedIn),
        ("GET", "handovers/{id:int}/print", SignedIn),
        ("GET", "handovers/{id:int}/complete", SignedIn),
        ("POST", "handovers/{id:int}/complete", SignedIn),
        ("GET", "handovers/{id:int}/successor", SignedIn),
        ("POST", "handovers/{id:int}/successor", SignedIn),
        ("GET", "handovers/{id:int}/outcome", SignedIn),
        ("POST", "handovers/{id:int}/outcome", SignedIn),
        ("GET", "handovers/{id:int}/cancel", SignedIn),
        ("POST", "handovers/{id:int}/cancel", SignedIn),
        ("GET", "handovers/{id:int}/steps/{step}", SignedIn),
        ("POST", "handovers/{id:int}/steps/{step}", SignedIn),
        ("GET", "handovers/{id:int}/steps/{step}/take-back", SignedIn),
        ("POST", "handovers/{id:int}/steps/{step}/take-back", SignedIn),
        ("POST", "handovers/{id:int}/remind-of-confidentiality", SignedIn),
        ("GET", "incidents/{id:int}/evidence", SignedIn),
        ("GET", "incidents/{id:int}/evidence/add", SignedIn),
        ("POST", "incidents/{id:int}/evidence/add", SignedIn),
        ("GET", "incidents/{id:int}/evidence/{number:int}", SignedIn),
        ("GET", "incidents/{id:int}/evidence/{number:int}/view", SignedIn),
        ("GET", "incidents/{id:int}/evidence/{number:int}/picture", SignedIn),
        ("GET", "incidents/{id:int}/evidence/{number:int}/file", SignedIn),
        ("GET", "incidents/{id:int}/evidence/{number:int}/withdraw", SignedIn),
        ("POST", "incidents/{id:int}/evidence/{number:int}/withdraw", SignedIn),
        ("GET", "incidents/{id:int}/evidence/sheet", SignedIn),
        ("GET", "handovers/close/{accountId:int}", "SeniorLeader"),
        ("POST", "handovers/close/{accountId:int}", "SeniorLeader"),
        // The roles say nothing here: who comes in is decided by the account (VaultVisibilityTests).
        ("GET", "vault/{id:int}", SignedIn),
        ("GET", "accounts/{accountId:int}/vault", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/add", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/add", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/add/generate", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/describe", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/describe", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/withdraw", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/withdraw", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/versions", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/{kind}/store", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/{kind}/store", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/password/generate", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/{kind}/reveal", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/{kind}/reveal", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/{kind}/{number:int}/reveal", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/{kind}/{number:int}/reveal", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/code", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/code", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/{id:int}/recovery-codes", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/{id:int}/recovery-codes/{number:int}/used", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/history", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/platform-roles", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/platform-roles/add", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/platform-roles/add", SignedIn),
        ("GET", "accounts/{accountId:int}/vault/platform-roles/{roleId:int}/remove", SignedIn),
        ("POST", "accounts/{accountId:int}/vault/platform-roles/{roleId:int}/remove", SignedIn),
        ("GET", "accounts/reviews", "SeniorLeader Administrator"),
        ("GET", "accounts/{id:int}/reviews", SignedIn),
        ("GET", "accounts/{id:int}/review", "SeniorLeader"),
        ("POST", "accounts/{id:int}/review", "SeniorLeader"),
        ("GET", "accounts/{id:int}/review/changes", "SeniorLeader"),
        ("POST", "accounts/{id:int}/review/changes", "SeniorLeader"),
        ("GET", "accounts/{id:int}/verify", SignedIn),
        ("POST", "accounts/{id:int}/verify", SignedIn),
        ("GET", "official-accounts", Anybody),
        ("GET", "official-accounts.json", Anybody),
        ("GET", "official-accounts/check", Anybody),
        ("GET", "official-accounts/check.json", Anybody),
        ("GET", "accounts/{id:int}/going-live", "SeniorLeader Administrator"),
        ("POST", "accounts/{id:int}/going-live", "Administrator"),
        ("GET", "accounts/{id:int}/address", "Administrator"),
        ("POST", "accounts/{id:int}/address", "Administrator"),
        ("GET", "accounts/{id:int}/settings", "Administrator"),
        ("POST", "accounts/{id:int}/settings", "Administrator"),
        ("GET", "accounts/{id:int}/departures/{setting}", "SeniorLeader"),
        ("POST", "accounts/{id:int}/departures/{setting}", "SeniorLeader"),
        ("GET", "accounts/{id:int}/acceptable-use", "Administrator"),
        ("POST", "accounts/{id:int}/acceptable-use", "Administrator"),
        ("GET", "accounts/{id:int}/impact-assessment", "SeniorLeader Administrator"),
        ("POST", "accounts/{id:int}/impact-assessment", "SeniorLeader Administrator"),
        ("GET", "accounts/{id:int}/people", "SeniorLeader Administrator"),
        ("POST", "accounts/{id:int}/people", "SeniorLeader Administrator"),
        ("GET", "accounts/{id:int}/people/{personId:int}/end", SignedIn),
        ("POST", "accounts/{id:int}/people/{personId:int}/end", SignedIn),
        ("GET", "accounts/{id:int}/suspend", "SeniorLeader Administrator"),
        ("POST", "accounts/{id:int}/suspend", "SeniorLeader Administrator"),
        ("GET", "accounts/{id:int}/resume", "SeniorLeader Administrator"),
        ("POST", "accounts/{id:int}/resume", "SeniorLeader Administrator"),
        ("GET", "impact-assessments", SignedIn),
        ("GET", "impact-assessments/start", SignedIn),
        ("GET", "impact-assessments/{id:int}", SignedIn),
        ("GET", "impact-assessments/{id:int}/print", SignedIn),
        ("GET", "impact-assessments/{id:int}/screened", SignedIn),
        ("GET", "impact-assessments/{id:int}/tasks", SignedIn),
        ("GET", "impact-assessments/{id:int}/risks", SignedIn),
        ("GET", "impact-assessments/{id:int}/measures", SignedIn),
        ("GET", "impact-assessments/library", SignedIn),
        ("POST", "impact-assessments/start", SignedIn),
        ("GET", "impact-assessments/{id:int}/new-version", SignedIn),
        ("POST", "impact-assessments/{id:int}/new-version", SignedIn),
        ("GET", "impact-assessments/{id:int}/screening", SignedIn),
        ("POST", "impact-assessments/{id:int}/screening", SignedIn),
        ("GET", "impact-assessments/{id:int}/not-needed", SignedIn),
        ("POST", "impact-assessments/{id:int}/not-needed", SignedIn),
        ("GET", "impact-assessments/{id:int}/steps/{step:answeredstep}", SignedIn),
        ("POST", "impact-assessments/{id:int}/steps/{step:answeredstep}", SignedIn),
        ("GET", "impact-assessments/{id:int}/risks/add", SignedIn),
        ("POST", "impact-assessments/{id:int}/risks/add", SignedIn),
        ("GET", "impact-assessments/{id:int}/risks/{number:int}", SignedIn),
        ("POST", "impact-assessments/{id:int}/risks/{number:int}", SignedIn),
        ("GET", "impact-assessments/{id:int}/risks/{number:int}/remove", SignedIn),
        ("POST", "impact-assessments/{id:int}/risks/{number:int}/remove", SignedIn),
        ("GET", "impact-assessments/{id:int}/risks/library", SignedIn),
        ("POST", "impact-assessments/{id:int}/risks/library", SignedIn),
        ("GET", "impact-assessments/{id:int}/measures/{number:int}", SignedIn),
        ("POST", "impact-assessments/{id:int}/measures/{number:int}", SignedIn),
        ("GET", "impact-assessments/{id:int}/check", SignedIn),
        ("POST", "impact-assessments/{id:int}/check", SignedIn),
        ("POST", "impact-assessments/{id:int}/do-anyway", SignedIn),
        ("GET", "impact-assessments/queue", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/advise", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/advise/{step:assessmentstep}", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/advise/{step:assessmentstep}", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/return", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/return", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/sign-off", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/sign-off", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/refuse", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/refuse", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/overturn-screening", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/overturn-screening", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/review", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/review", "DataProtectionOfficer"),
        ("POST", "impact-assessments/{id:int}/confirm-coverage/{application:int}", "DataProtectionOfficer"),
        ("GET", "impact-assessments/{id:int}/overrule", "SeniorLeader"),
        ("POST", "impact-assessments/{id:int}/overrule", "SeniorLeader"),
        ("GET", "impact-assessments/{id:int}/accept-residual-risk", "SeniorLeader"),
        ("POST", "impact-assessments/{id:int}/accept-residual-risk", "SeniorLeader"),
        ("GET", "impact-assessments/{id:int}/consult-ico", "DataProtectionOfficer SeniorLeader"),
        ("POST", "impact-assessments/{id:int}/consult-ico", "DataProtectionOfficer SeniorLeader"),
        ("GET", "impact-assessments/{id:int}/ico-outcome", "DataProtectionOfficer SeniorLeader"),
        ("POST", "impact-assessments/{id:int}/ico-outcome", "DataProtectionOfficer SeniorLeader"),
        ("GET", "impact-assessments/library/add", "DataProtectionOfficer SeniorLeader"),
        ("POST", "impact-assessments/library/add", "DataProtectionOfficer SeniorLeader"),
        ("GET", "impact-assessments/library/{id:int}/edit", "DataProtectionOfficer SeniorLeader"),
        ("POST", "impact-assessments/library/{id:int}/edit", "DataProtectionOfficer SeniorLeader"),
        ("POST", "impact-assessments/library/{id:int}/retire", "DataProtectionOfficer SeniorLeader"),
        ("POST", "impact-assessments/library/{id:int}/bring-back", "DataProtectionOfficer SeniorLeader"),
        ("GET", "monitoring", SignedIn),
        ("GET", "monitoring/{accountId:int}", SignedIn),
        ("GET", "monitoring/rotas/{id:int}", SignedIn),
        ("GET", "monitoring/{accountId:int}/rota", SignedIn),
        ("POST", "monitoring/{accountId:int}/rota", SignedIn),
        ("GET", "monitoring/{accountId:int}/cover", SignedIn),
        ("POST", "monitoring/{accountId:int}/cover", SignedIn),
        ("POST", "monitoring/{accountId:int}/cover/{coverId:int}/cancel", SignedIn),
        ("GET", "monitoring/{accountId:int}/checks", SignedIn),
        ("GET", "monitoring/{accountId:int}/checks/export", SignedIn),
        ("GET", "monitoring/checks/{id:int}", SignedIn),
        ("POST", "monitoring/checks/{id:int}", SignedIn),
        ("GET", "monitoring/{accountId:int}/check", SignedIn),
        ("POST", "monitoring/{accountId:int}/check", SignedIn),
        ("GET", "monitoring/checks/{id:int}/follow-up", SignedIn),
        ("POST", "monitoring/checks/{id:int}/follow-up", SignedIn),
        ("GET", "monitoring/follow-ups/{id:int}", SignedIn),
        ("POST", "monitoring/follow-ups/{id:int}/done", SignedIn),
        ("GET", "training", SignedIn),
        ("GET", "training/mine", SignedIn),
        ("GET", "training/courses/new", "SeniorLeader Administrator"),
        ("POST", "training/courses/new", "SeniorLeader Administrator"),
        ("GET", "training/courses/{id:int}", SignedIn),
        ("GET", "training/courses/{id:int}/edit", "SeniorLeader Administrator"),
        ("POST", "training/courses/{id:int}/edit", "SeniorLeader Administrator"),
        ("GET", "training/courses/{id:int}/end", "SeniorLeader Administrator"),
        ("POST", "training/courses/{id:int}/end", "SeniorLeader Administrator"),
        ("POST", "training/courses/{id:int}/reopen", "SeniorLeader Administrator"),
        ("GET", "training/courses/{id:int}/sessions/new", "SeniorLeader Administrator"),
        ("POST", "training/courses/{id:int}/sessions/new", "SeniorLeader Administrator"),
        ("GET", "training/sessions/{id:int}", SignedIn),
        ("GET", "training/sessions/{id:int}/edit", "SeniorLeader Administrator"),
        ("POST", "training/sessions/{id:int}/edit", "SeniorLeader Administrator"),
        ("GET", "training/sessions/{id:int}/cancel", "SeniorLeader Administrator"),
        ("POST", "training/sessions/{id:int}/cancel", "SeniorLeader Administrator"),
        ("POST", "training/sessions/{id:int}/book", SignedIn),
        ("POST", "training/sessions/{id:int}/cancel-booking", SignedIn),
        ("GET", "training/sessions/{id:int}/attendance", "SeniorLeader Administrator"),
        ("POST", "training/sessions/{id:int}/attendance", "SeniorLeader Administrator"),
        ("GET", "training/sessions/{id:int}/programme", "SeniorLeader Administrator"),
        ("POST", "training/sessions/{id:int}/programme", "SeniorLeader Administrator"),
        ("GET", "training/people/{id:int}", "SeniorLeader Administrator"),
        ("GET", "training/people/{id:int}/elsewhere", "SeniorLeader Administrator"),
        ("POST", "training/people/{id:int}/elsewhere", "SeniorLeader Administrator"),
        ("GET", "training/records/{id:int}", SignedIn),
        ("GET", "training/records/{id:int}/withdraw", "SeniorLeader Administrator"),
        ("POST", "training/records/{id:int}/withdraw", "SeniorLeader Administrator"),
        ("GET", "training/records/{id:int}/certificate", SignedIn),
        ("GET", "training/records/{id:int}/certificate/attach", SignedIn),
        ("POST", "training/records/{id:int}/certificate/attach", SignedIn),
        ("GET", "training/records/{id:int}/certificate/remove", SignedIn),
        ("POST", "training/records/{id:int}/certificate/remove", SignedIn),
        ("GET", "calendar", SignedIn),
        ("GET", "calendar/subscription", SignedIn),
        ("POST", "calendar/subscription", SignedIn),
        ("POST", "calendar/subscription/end", SignedIn),
        ("GET", "calendar/feed/{token}.ics", Anybody),
        ("GET", "calendar/closures/new", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/closures/new", "PortalManager SeniorLeader Administrator"),
        ("GET", "calendar/closures/{id:int}/take-back", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/closures/{id:int}/take-back", "PortalManager SeniorLeader Administrator"),
        ("GET", "calendar/days/add", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/days/add", "PortalManager SeniorLeader Administrator"),
        ("GET", "calendar/days/strike-out", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/days/strike-out", "PortalManager SeniorLeader Administrator"),
        ("GET", "calendar/days/{id:int}/take-back", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/days/{id:int}/take-back", "PortalManager SeniorLeader Administrator"),
        ("GET", "calendar/bank-holidays/import", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/bank-holidays/import", "PortalManager SeniorLeader Administrator"),
        ("GET", "calendar/term-dates/import", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/term-dates/import", "PortalManager SeniorLeader Administrator"),
        ("POST", "calendar/term-dates/confirm", "PortalManager SeniorLeader Administrator"),
        ("GET", "policy", SignedIn),
        ("POST", "policy/acknowledge", SignedIn),
        ("GET", "policy/versions", SignedIn),
        ("POST", "policy/versions", "SeniorLeader"),
        ("GET", "policy/versions/{id:int}", SignedIn),
        ("GET", "policy/versions/{id:int}/differences", SignedIn),
        ("GET", "policy/versions/{id:int}/edit", "SeniorLeader"),
        ("POST", "policy/versions/{id:int}/edit", "SeniorLeader"),
        ("POST", "policy/versions/{id:int}/approve", "SeniorLeader"),
        ("GET", "policy/versions/{id:int}/publish", "SeniorLeader"),
        ("POST", "policy/versions/{id:int}/publish", "SeniorLeader"),
        ("GET", "policy/versions/{id:int}/discard", "SeniorLeader"),
        ("POST", "policy/versions/{id:int}/discard", "SeniorLeader"),
        ("GET", "policy/versions/{id:int}/review", "SeniorLeader"),
        ("POST", "policy/versions/{id:int}/review", "SeniorLeader"),
        ("GET", "policy/acknowledgements", "SeniorLeader Administrator"),
        ("GET", "policy/links", "SeniorLeader Administrator"),
        ("GET", "policy/links/send", "SeniorLeader Administrator"),
        ("POST", "policy/links/send", "SeniorLeader Administrator"),
        ("POST", "policy/links/{id:int}/resend", "SeniorLeader Administrator"),
        ("POST", "policy/links/{id:int}/cancel", "SeniorLeader Administrator"),
        ("GET", "acknowledge/{token}", Anybody),
        ("POST", "acknowledge/{token}", Anybody),
        ("GET", "notifications", SignedIn),
        ("POST", "notifications/{key:guid}/follow", SignedIn),
        ("POST", "notifications/{key:guid}/mark-as-read", SignedIn),
        ("POST", "notifications/mark-all-as-read", SignedIn),
        ("GET", "notifications/preferences", SignedIn),
        ("POST", "notifications/preferences", SignedIn),
        ("GET", "people", "PortalManager SeniorLeader Administrator"),
        ("GET", "people/{id:int}", "PortalManager SeniorLeader Administrator"),
        ("GET", "people/me", SignedIn),
        ("GET", "people/invite", "PortalManager"),
        ("POST", "people/invite", "PortalManager"),
        ("POST", "people/{id:int}/invite-again", "PortalManager"),
        ("GET", "people/{id:int}/edit", "PortalManager"),
        ("POST", "people/{id:int}/edit", "PortalManager"),
        ("GET", "people/{id:int}/roles", "PortalManager"),
        ("POST", "people/{id:int}/roles", "PortalManager"),
        ("GET", "people/{id:int}/leaving-date", "PortalManager"),
        ("POST", "people/{id:int}/leaving-date", "PortalManager"),
        ("GET", "people/{id:int}/deactivate", "PortalManager"),
        ("POST", "people/{id:int}/deactivate", "PortalManager"),
        ("GET", "people/{id:int}/reactivate", "PortalManager"),
        ("POST", "people/{id:int}/reactivate", "PortalManager"),
        // Who comes in is decided by the enquiry (EnquiryVisibilityTests).
        ("GET", "enquiries", SignedIn),
        ("GET", "enquiries/export", SignedIn),
        ("POST", "enquiries/several", SignedIn),
        ("GET", "enquiries/new", SignedIn),
        ("POST", "enquiries/new", SignedIn),
        ("GET", "enquiries/{id:int}", SignedIn),
        ("GET", "enquiries/{id:int}/acknowledge", SignedIn),
        ("POST", "enquiries/{id:int}/acknowledge", SignedIn),
        ("GET", "enquiries/{id:int}/reply", SignedIn),
        ("POST", "enquiries/{id:int}/reply", SignedIn),
        ("GET", "enquiries/{id:int}/remove", SignedIn),
        ("POST", "enquiries/{id:int}/remove", SignedIn),
        ("GET", "enquiries/{id:int}/close", SignedIn),
        ("POST", "enquiries/{id:int}/close", SignedIn),
        ("GET", "enquiries/{id:int}/clear", SignedIn),
        ("POST", "enquiries/{id:int}/clear", SignedIn),
        ("GET", "enquiries/{id:int}/reopen", SignedIn),
        ("POST", "enquiries/{id:int}/reopen", SignedIn),
        ("GET", "enquiries/{id:int}/take-back", SignedIn),
        ("POST", "enquiries/{id:int}/take-back", SignedIn),
        ("GET", "enquiries/{id:int}/received", SignedIn),
        ("POST", "enquiries/{id:int}/received", SignedIn),
        ("GET", "enquiries/{id:int}/refile", SignedIn),
        ("POST", "enquiries/{id:int}/refile", SignedIn),
        ("GET", "enquiries/{id:int}/assign", SignedIn),
        ("POST", "enquiries/{id:int}/assign", SignedIn),
        ("POST", "enquiries/{id:int}/take-over", SignedIn),
        ("GET", "enquiries/drafts", SignedIn),
        ("POST", "enquiries/drafts/dismiss", SignedIn),
        ("GET", "enquiries/drafts/{id:int}", SignedIn),
        ("POST", "enquiries/drafts/{id:int}/log", SignedIn),
        ("POST", "enquiries/drafts/{id:int}/dismiss", SignedIn),
        // Assessment, investigation, routes and end: who comes in is decided by the incident (AssessmentVisibilityTests).
        ("GET", "incidents/{id:int}/assess", SignedIn),
        ("POST", "incidents/{id:int}/assess", SignedIn),
        ("GET", "incidents/{id:int}/reassess", SignedIn),
        ("POST", "incidents/{id:int}/reassess", SignedIn),
        ("GET", "incidents/{id:int}/out-of-scope", SignedIn),
        ("POST", "incidents/{id:int}/out-of-scope", SignedIn),
        ("GET", "incidents/{id:int}/investigators", SignedIn),
        ("POST", "incidents/{id:int}/investigators", SignedIn),
        ("GET", "incidents/{id:int}/investigators/{number:int}/release", SignedIn),
        ("POST", "incidents/{id:int}/investigators/{number:int}/release", SignedIn),
        ("GET", "incidents/{id:int}/people/{number:int}/correct", SignedIn),
        ("POST", "incidents/{id:int}/people/{number:int}/correct", SignedIn),
        ("GET", "incidents/{id:int}/routes", SignedIn),
        ("POST", "incidents/{id:int}/routes", SignedIn),
        ("GET", "incidents/{id:int}/routes/{number:int}/take-off", SignedIn),
        ("POST", "incidents/{id:int}/routes/{number:int}/take-off", SignedIn),
        ("GET", "incidents/{id:int}/routes/{number:int}/{step}", SignedIn),
        ("POST", "incidents/{id:int}/routes/{number:int}/{step}", SignedIn),
        ("GET", "incidents/{id:int}/routes/{number:int}/{step}/take-back", SignedIn),
        ("POST", "incidents/{id:int}/routes/{number:int}/{step}/take-back", SignedIn),
        ("GET", "incidents/{id:int}/resolve", SignedIn),
        ("POST", "incidents/{id:int}/resolve", SignedIn),
        ("GET", "incidents/{id:int}/close", SignedIn),
        ("POST", "incidents/{id:int}/close", SignedIn),
        ("GET", "incidents/{id:int}/reopen", SignedIn),
        ("POST", "incidents/{id:int}/reopen", SignedIn),
        // Who comes in is decided by the incident; a reviewer comes to a review (ReferralPagesTests, BreachPagesTests, BreachRegisterTests, ContentReviewPagesTests).
        ("GET", "incidents/breaches", SignedIn),
        ("GET", "incidents/breaches/print", SignedIn),
        ("GET", "incidents/breaches/export", SignedIn),
        ("GET", "incidents/{id:int}/referrals/new", SignedIn),
        ("POST", "incidents/{id:int}/referrals/new", SignedIn),
        ("GET", "incidents/{id:int}/referrals/{number:int}", SignedIn),
        ("GET", "incidents/{id:int}/referrals/{number:int}/contact", SignedIn),
        ("POST", "incidents/{id:int}/referrals/{number:int}/contact", SignedIn),
        ("GET", "incidents/{id:int}/referrals/{number:int}/give-up", SignedIn),
        ("POST", "incidents/{id:int}/referrals/{number:int}/give-up", SignedIn),
        ("GET", "incidents/{id:int}/breach/record", SignedIn),
        ("POST", "incidents/{id:int}/breach/record", SignedIn),
        ("GET", "incidents/{id:int}/breach", SignedIn),
        ("GET", "incidents/{id:int}/breach/aware", SignedIn),
        ("POST", "incidents/{id:int}/breach/aware", SignedIn),
        ("GET", "incidents/{id:int}/breach/facts", SignedIn),
        ("POST", "incidents/{id:int}/breach/facts", SignedIn),
        ("GET", "incidents/{id:int}/breach/risk", SignedIn),
        ("POST", "incidents/{id:int}/breach/risk", SignedIn),
        ("GET", "incidents/{id:int}/breach/advice", SignedIn),
        ("POST", "incidents/{id:int}/breach/advice", SignedIn),
        ("GET", "incidents/{id:int}/breach/ico", SignedIn),
        ("POST", "incidents/{id:int}/breach/ico", SignedIn),
        ("GET", "incidents/{id:int}/breach/people", SignedIn),
        ("POST", "incidents/{id:int}/breach/people", SignedIn),
        ("GET", "incidents/{id:int}/breach/information", SignedIn),
        ("POST", "incidents/{id:int}/breach/information", SignedIn),
        ("GET", "incidents/{id:int}/reviews/new", SignedIn),
        ("POST", "incidents/{id:int}/reviews/new", SignedIn),
        ("GET", "incidents/{id:int}/reviews/{number:int}", SignedIn),
        ("GET", "incidents/{id:int}/reviews/{number:int}/invite", SignedIn),
        ("POST", "incidents/{id:int}/reviews/{number:int}/invite", SignedIn),
        ("GET", "incidents/{id:int}/reviews/{number:int}/withdraw/{personId:int}", SignedIn),
        ("POST", "incidents/{id:int}/reviews/{number:int}/withdraw/{personId:int}", SignedIn),
        ("GET", "incidents/{id:int}/reviews/{number:int}/view", SignedIn),
        ("POST", "incidents/{id:int}/reviews/{number:int}/view", SignedIn),
        ("GET", "incidents/{id:int}/reviews/{number:int}/sign", SignedIn),
        ("POST", "incidents/{id:int}/reviews/{number:int}/sign", SignedIn),
        ("GET", "incidents", SignedIn),
        ("GET", "incidents/export", SignedIn),
        ("GET", "incidents/mine", SignedIn),
        ("GET", "incidents/report", SignedIn),
        ("POST", "incidents/report", SignedIn),
        ("GET", "incidents/mistake", SignedIn),
        ("POST", "incidents/mistake", SignedIn),
        ("GET", "incidents/{id:int}", SignedIn),
        ("GET", "incidents/{id:int}/reported", SignedIn),
        ("GET", "incidents/{id:int}/people", SignedIn),
        ("POST", "incidents/{id:int}/people", SignedIn),
        ("GET", "incidents/{id:int}/people/{number:int}/take-off", SignedIn),
        ("POST", "incidents/{id:int}/people/{number:int}/take-off", SignedIn),
        ("GET", "incidents/{id:int}/chronology", SignedIn),
        ("GET", "incidents/{id:int}/chronology/add", SignedIn),
        ("POST", "incidents/{id:int}/chronology/add", SignedIn),
        ("GET", "incidents/{id:int}/chronology/{number:int}/correct", SignedIn),
        ("POST", "incidents/{id:int}/chronology/{number:int}/correct", SignedIn),
        ("GET", "pupils", "Administrator SeniorLeader SafeguardingLead DataProtectionOfficer"),
        ("GET", "pupils/export", "Administrator SeniorLeader SafeguardingLead DataProtectionOfficer"),
        ("GET", "pupils/camera", SignedIn),
        ("GET", "pupils/enter", "Administrator SeniorLeader SafeguardingLead"),
        ("POST", "pupils/enter", "Administrator SeniorLeader SafeguardingLead"),
        ("GET", "pupils/{id:int}", "Administrator SeniorLeader SafeguardingLead DataProtectionOfficer"),
        ("GET", "pupils/{id:int}/change", "Administrator SeniorLeader SafeguardingLead"),
        ("POST", "pupils/{id:int}/change", "Administrator SeniorLeader SafeguardingLead"),
        ("GET", "pupils/{id:int}/answers", "Administrator SeniorLeader SafeguardingLead"),
        ("POST", "pupils/{id:int}/answers", "Administrator SeniorLeader SafeguardingLead"),
        ("GET", "pupils/{id:int}/protect", "SeniorLeader SafeguardingLead"),
        ("POST", "pupils/{id:int}/protect", "SeniorLeader SafeguardingLead"),
        ("POST", "pupils/{id:int}/lift-protection", "SeniorLeader SafeguardingLead"),
        ("GET", "mentions", SignedIn),
        ("GET", "mentions/export", "SeniorLeader Administrator"),
        ("GET", "mentions/log", SignedIn),
        ("POST", "mentions/log", SignedIn),
        ("GET", "mentions/{id:int}", SignedIn),
        ("GET", "mentions/{id:int}/decide", "SeniorLeader Administrator"),
        ("POST", "mentions/{id:int}/decide", "SeniorLeader Administrator"),
        ("GET", "mentions/{id:int}/act", "SeniorLeader Administrator"),
        ("POST", "mentions/{id:int}/act", "SeniorLeader Administrator"),
        ("GET", "mentions/{id:int}/reopen", "SeniorLeader Administrator"),
        ("POST", "mentions/{id:int}/reopen", "SeniorLeader Administrator"),
        ("GET", "mentions/{id:int}/merge", "SeniorLeader Administrator"),
        ("POST", "mentions/{id:int}/merge", "SeniorLeader Administrator"),
        ("GET", "mentions/feeds", "Administrator PortalManager"),
        ("GET", "mentions/feeds/add", "Administrator PortalManager"),
        ("POST", "mentions/feeds/add", "Administrator PortalManager"),
        ("POST", "mentions/feeds/{feedId:int}/pause", "Administrator PortalManager"),
        ("POST", "mentions/feeds/{feedId:int}/resume", "Administrator PortalManager"),
        ("POST", "mentions/feeds/{feedId:int}/fetch", "Administrator PortalManager"),
        ("POST", "mentions/feeds/{feedId:int}/remove", "Administrator PortalManager"),
        ("GET", "mentions/feeds/{feedId:int}/remove", "Administrator PortalManager"),
        ("GET", "declarations", SignedIn),
        ("GET", "declarations/overview", "SeniorLeader"),
        ("POST", "declarations/none", SignedIn),
        ("GET", "declarations/declare", SignedIn),
        ("POST", "declarations/declare", SignedIn),
        ("GET", "declarations/{id:int}", SignedIn),
        ("GET", "declarations/{id:int}/change", SignedIn),
        ("POST", "declarations/{id:int}/change", SignedIn),
        ("POST", "declarations/{id:int}/confirm", SignedIn),
        ("POST", "declarations/{id:int}/disclaimer-shown", SignedIn),
        ("GET", "declarations/{id:int}/withdraw", SignedIn),
        ("POST", "declarations/{id:int}/withdraw", SignedIn),
        ("GET", "guidance", SignedIn),
        ("GET", "guidance/{slug}", SignedIn),
        ("GET", "guidance/{slug}/edit", "SeniorLeader"),
        ("POST", "guidance/{slug}/edit", "SeniorLeader"),
        ("GET", "guidance/{slug}/versions", "SeniorLeader"),
        ("GET", "guidance/{slug}/versions/{number:int}", "SeniorLeader"),
        ("POST", "guidance/{slug}/versions/{number:int}/bring-back", "SeniorLeader"),
        ("GET", "readiness", "SeniorLeader Administrator"),
        ("GET", "readiness/export", "SeniorLeader Administrator"),
        ("GET", "readiness/mine", SignedIn),
        ("POST", "readiness/{id:int}/remind", "SeniorLeader Administrator"),
        ("POST", "readiness/remind-shown", "SeniorLeader Administrator"),
        ("GET", "audit", "PortalManager DataProtectionOfficer"),
        ("POST", "audit/verify", "PortalManager DataProtectionOfficer"),
        ("GET", "mail", "PortalManager"),
        ("POST", "mail/{key:guid}/try-again", "PortalManager"),
        ("GET", "jobs", "PortalManager"),
        ("GET", "sign-in", Anybody),
        ("POST", "sign-in", Anybody),
        ("POST", "sign-in/demonstration", Anybody),
        ("GET", "sign-in/second-factor", Anybody),
        ("POST", "sign-in/second-factor", Anybody),
        ("POST", "sign-in/second-factor/passkey", Anybody),
        ("POST", "sign-in/second-factor/passkey/options", Anybody),
        ("POST", "sign-in/passkey", Anybody),
        ("POST", "sign-in/passkey/options", Anybody),
        ("GET", "confirm-it-is-you", SignedIn),
        ("POST", "confirm-it-is-you", SignedIn),
        ("POST", "confirm-it-is-you/passkey", SignedIn),
        ("POST", "confirm-it-is-you/passkey/options", SignedIn),
        ("GET", "sign-in-settings", SignedIn),
        ("GET", "sign-in-settings/authenticator", SignedIn),
        ("POST", "sign-in-settings/authenticator", SignedIn),
        ("GET", "sign-in-settings/authenticator/remove", SignedIn),
        ("POST", "sign-in-settings/authenticator/remove", SignedIn),
        ("GET", "sign-in-settings/recovery-codes", SignedIn),
        ("POST", "sign-in-settings/recovery-codes", SignedIn),
        ("GET", "sign-in-settings/passkeys/add", SignedIn),
        ("POST", "sign-in-settings/passkeys/add", SignedIn),
        ("POST", "sign-in-settings/passkeys/options", SignedIn),
        ("GET", "sign-in-settings/passkeys/{passkey:guid}/rename", SignedIn),
        ("POST", "sign-in-settings/passkeys/{passkey:guid}/rename", SignedIn),
        ("GET", "sign-in-settings/passkeys/{passkey:guid}/remove", SignedIn),
        ("POST", "sign-in-settings/passkeys/{passkey:guid}/remove", SignedIn),
        ("GET", "people/{id:int}/take-away-second-factor", "PortalManager"),
        ("POST", "people/{id:int}/take-away-second-factor", "PortalManager"),
        ("POST", "sign-out", SignedIn),
        ("POST", "sign-out-everywhere", SignedIn),
        ("GET", "change-password", SignedIn),
        ("POST", "change-password", SignedIn),
        ("GET", "forgotten-password", Anybody),
        ("POST", "forgotten-password", Anybody),
        ("GET", "invitation/{token}", Anybody),
        ("POST", "invitation/{token}", Anybody),
        ("GET", "reset-password/{token}", Anybody),
        ("POST", "reset-password/{token}", Anybody),
        ("GET", "school.css", Anybody),
        ("GET", "health/live", Anybody),
        ("GET", "health/ready", Anybody),
        ("ANY", "error/{status:int}", Anybody),
    ];

    public static IEnumerable<object[]> Rows => Matrix.Select(row => new object[] { row.Method, row.Pattern, row.Who });

    private IEnumerable<(string Method, RouteEndpoint Endpoint)> Endpoints() =>
        from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["ANY"]
        select (method, endpoint);

    [Fact]
    public void Every_endpoint_is_in_the_matrix_and_every_row_has_an_endpoint() =>
        Assert.Equal(
            Matrix.Select(row => $"{row.Method} {row.Pattern}").Order(StringComparer.Ordinal),
            Endpoints().Select(found => $"{found.Method} {found.Endpoint.RoutePattern.RawText}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_endpoint_names_its_policy_or_that_anybody_may_come_in() => Assert.All(Endpoints(), found => Assert.True(
        found.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || found.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => !string.IsNullOrEmpty(data.Policy)),
        $"{found.Method} {found.Endpoint.RoutePattern.RawText} names no policy."));

    [Fact]
    public void No_endpoint_that_changes_something_goes_without_antiforgery() => Assert.All(
        Endpoints().Where(found => found.Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerName != "Error"),
        found => Assert.Null(found.Endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>()));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_role_comes_in_where_the_matrix_says_and_nowhere_else(string method, string pattern, string who)
    {
        foreach (var role in Peopled.EveryRole)
        {
            var page = await TryAsync(role, method, pattern, withToken: true);
            var isLedToSignIn = page.Location?.StartsWith("/sign-in?", StringComparison.Ordinal) == true;
            var mayComeIn = who == Anybody || (role is not null && (who == SignedIn || who.Split(' ').Contains(role.ToString())));
            var comesIn = page.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !isLedToSignIn;

            Assert.True(mayComeIn == comesIn, $"{role?.ToString() ?? "nobody"} at {method} {pattern}: {(int)page.Status} {page.Location}");
            Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
            if (!mayComeIn)
            {
                Assert.Equal(role is null, isLedToSignIn);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Without_an_antiforgery_token_nothing_is_changed(string method, string pattern, string who)
    {
        if (method != "POST")
        {
            return;
        }

        // Whoever may come in at all: the token is what is missing.
        Roles? role = who == Anybody ? null : who == SignedIn ? Roles.None : Enum.Parse<Roles>(who.Split(' ')[0]);
        var page = await TryAsync(role, method, pattern, withToken: false);

        if (pattern == "sign-in/demonstration")
        {
            // Outside Development there is no such page, with or without a token.
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            return;
        }

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("The portal could not use what you sent", page.Text, StringComparison.Ordinal);
    }

    private async Task<Page> TryAsync(Roles? role, string method, string pattern, bool withToken)
    {
        // A session of its own each time: some of these end it.
        var client = role is { } held ? await portal.ClientAsync(held) : portal.Anonymous();
        var path = "/" + Parameter().Replace(pattern, match => match.Groups["name"].Value switch
        {
            "section" => "aim",
            "step" => "need",
            "status" => "404",
            "token" => "no-such-token",
            "passkey" or "key" => Guid.Empty.ToString(),
            _ => "2147483647",
        });
        if (method != "POST")
        {
            return await client.GetAsync(path);
        }

        // A form of a page that everybody has: its token is as good as any other.
        var form = ApplicationForm(await client.OpenAsync(role is null ? "/forgotten-password" : "/applications/start"));
        var fields = Page.Fields(form).Where(field => withToken || field.Key != "__RequestVerificationToken");
        return await client.PostAsync(path, fields);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement ApplicationForm(Page page) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!;

    [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    /// <summary>One person of each role.</summary>
    public sealed class Peopled : PortalFactory
    {
        private readonly Dictionary<Roles, Person> _people = [];

        /// <summary>Nobody, staff without a role, and each role by itself.</summary>
        public static IReadOnlyList<Roles?> EveryRole { get; } = [null, Roles.None, .. RolesText.Each.Select(role => (Roles?)role)];

        public async Task<PortalClient> ClientAsync(Roles role)
        {
            if (!_people.TryGetValue(role, out var person))
            {
                _people[role] = person = await AddPersonAsync(role);
            }

            return await SignInAsync(person);
        }
    }
}
