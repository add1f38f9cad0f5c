using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Search;

/// <summary>
/// The search box. A reference leads to its record, whether or not it exists: the record's own page decides who may see it, so
/// the box tells nobody anything. Words lead to the lists, which show each person what is theirs to see.
/// </summary>
[Authorize(Policies.SignedIn)]
[Route("search")]
public sealed class SearchController : PortalController
{
    private static readonly Dictionary<string, string> PagesByKind = new(StringComparer.Ordinal)
    {
        [AccountApplication.ReferenceKind] = "/applications/",
        [SocialMediaAccount.ReferenceKind] = "/accounts/",
        [StoredCredential.ReferenceKind] = "/vault/",
        [Enquiry.ReferenceKind] = "/enquiries/",
        [EnquiryDraft.ReferenceKind] = "/enquiries/drafts/",
        [Handover.ReferenceKind] = "/handovers/",
        [Incident.ReferenceKind] = "/incidents/",
        [MonitoringCheck.ReferenceKind] = "/monitoring/checks/",
        [MonitoringRota.ReferenceKind] = "/monitoring/rotas/",
        [MonitoringFollowUp.ReferenceKind] = "/monitoring/follow-ups/",
        [PublicMention.ReferenceKind] = "/mentions/",
        [Person.ReferenceKind] = "/people/",
        [Pupil.ReferenceKind] = "/pupils/",
        [ImpactAssessment.ReferenceKind] = "/impact-assessments/",
        [PersonalAccountDeclaration.ReferenceKind] = "/declarations/",
        [TrainingCourse.ReferenceKind] = "/training/courses/",
        [TrainingSession.ReferenceKind] = "/training/sessions/",
        [TrainingRecord.ReferenceKind] = "/training/records/",
        [PolicyVersion.ReferenceKind] = "/policy/versions/",
    };

    /// <summary>Searches.</summary>
    [HttpGet("")]
    public IActionResult Index(string? q)
    {
        var text = PlainText.CleanLine(q);
        return Reference.TryParse(text, out var kind, out var id) && PagesByKind.TryGetValue(kind, out var page)
            ? LocalRedirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"~{page}{id}"))
            : View("Index", text);
    }
}
