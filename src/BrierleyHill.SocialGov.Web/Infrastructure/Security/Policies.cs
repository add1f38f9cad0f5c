using BrierleyHill.SocialGov.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>The policies that endpoints name. They say which roles may come near; what a person may do to one record is decided beside its feature.</summary>
public static class Policies
{
    /// <summary>Everybody who is signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Senior leaders.</summary>
    public const string SeniorLeader = nameof(SeniorLeader);

    /// <summary>Administrators.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>Portal managers.</summary>
    public const string PortalManager = nameof(PortalManager);

    /// <summary>Whoever reads the audit: portal managers and the data protection officer.</summary>
    public const string AuditReader = nameof(AuditReader);

    /// <summary>Whoever sees the people directory: portal managers, senior leaders and administrators.</summary>
    public const string DirectoryReader = nameof(DirectoryReader);

    /// <summary>Data protection officers.</summary>
    public const string DataProtectionOfficer = nameof(DataProtectionOfficer);

    /// <summary>Whoever decides about impact assessments and keeps their library of risks: data protection officers and senior leaders.</summary>
    public const string AssessmentAdviser = nameof(AssessmentAdviser);

    /// <summary>Whoever sees to it that people are ready: senior leaders and administrators.</summary>
    public const string LeaderOrAdministrator = nameof(LeaderOrAdministrator);

    /// <summary>Whoever keeps the school's calendar: administrators, portal managers and senior leaders.</summary>
    public const string CalendarKeeper = nameof(CalendarKeeper);

    /// <summary>Whoever says which feeds are watched: administrators and portal managers.</summary>
    public const string FeedKeeper = nameof(FeedKeeper);

    /// <summary>Whoever reads pupils and their consents: administrators, senior leaders, the safeguarding lead and the data protection officer.</summary>
    public const string ConsentReader = nameof(ConsentReader);

    /// <summary>Whoever keeps them: the same without the data protection officer.</summary>
    public const string ConsentKeeper = nameof(ConsentKeeper);

    /// <summary>Whoever protects a pupil: senior leaders and the safeguarding lead.</summary>
    public const string PupilProtector = nameof(PupilProtector);

    /// <summary>Registers the policies. An endpoint that names none still needs a signed-in person.</summary>
    public static void Add(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.FallbackPolicy = signedIn;
        options.DefaultPolicy = signedIn;
        options.AddPolicy(SignedIn, signedIn);
        options.AddPolicy(SeniorLeader, policy => policy.RequireRole(nameof(Roles.SeniorLeader)));
        options.AddPolicy(Administrator, policy => policy.RequireRole(nameof(Roles.Administrator)));
        options.AddPolicy(PortalManager, policy => policy.RequireRole(nameof(Roles.PortalManager)));
        options.AddPolicy(DataProtectionOfficer, policy => policy.RequireRole(nameof(Roles.DataProtectionOfficer)));
        options.AddPolicy(AssessmentAdviser, policy => policy.RequireRole(nameof(Roles.DataProtectionOfficer), nameof(Roles.SeniorLeader)));
        options.AddPolicy(AuditReader, policy => policy.RequireRole(nameof(Roles.PortalManager), nameof(Roles.DataProtectionOfficer)));
        options.AddPolicy(LeaderOrAdministrator, policy => policy.RequireRole(nameof(Roles.SeniorLeader), nameof(Roles.Administrator)));
        options.AddPolicy(CalendarKeeper, policy => policy.RequireRole(
            nameof(Roles.PortalManager), nameof(Roles.SeniorLeader), nameof(Roles.Administrator)));
        options.AddPolicy(FeedKeeper, policy => policy.RequireRole(nameof(Roles.Administrator), nameof(Roles.PortalManager)));
        options.AddPolicy(ConsentReader, policy => policy.RequireRole(
            nameof(Roles.Administrator), nameof(Roles.SeniorLeader), nameof(Roles.SafeguardingLead), nameof(Roles.DataProtectionOfficer)));
        options.AddPolicy(ConsentKeeper, policy => policy.RequireRole(
            nameof(Roles.Administrator), nameof(Roles.SeniorLeader), nameof(Roles.SafeguardingLead)));
        options.AddPolicy(PupilProtector, policy => policy.RequireRole(nameof(Roles.SeniorLeader), nameof(Roles.SafeguardingLead)));
        options.AddPolicy(DirectoryReader, policy => policy.RequireRole(
            nameof(Roles.PortalManager), nameof(Roles.SeniorLeader), nameof(Roles.Administrator)));
    }
}
