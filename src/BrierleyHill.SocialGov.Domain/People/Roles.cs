using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>The roles of the policy. Everybody who is signed in is staff; a person may hold several of these besides.</summary>
[Flags]
public enum Roles
{
    /// <summary>Staff without a further role.</summary>
    [Display(Name = "None")]
    None = 0,

    /// <summary>Decides applications, leads incidents, approves policy (the policy's SLT).</summary>
    [Display(Name = "Senior leader", Description = "Decides applications, assesses incidents and approves the policy")]
    SeniorLeader = 1,

    /// <summary>The policy's Administrator/Moderator: creates approved accounts, keeps the register, runs hand-overs.</summary>
    [Display(Name = "Administrator", Description = "Creates approved accounts, keeps the register and runs hand-overs")]
    Administrator = 2,

    /// <summary>Advises on and signs off impact assessments; leads on personal data breaches.</summary>
    [Display(Name = "Data protection officer", Description = "Advises on impact assessments and checks the audit")]
    DataProtectionOfficer = 4,

    /// <summary>People, roles, settings, job health, back-ups. By itself it opens no secret and no sensitive record.</summary>
    [Display(Name = "Portal manager", Description = "Looks after people, roles and the running of the portal")]
    PortalManager = 8,

    /// <summary>The school's designated safeguarding lead: told at once of danger, and sees those incidents.</summary>
    [Display(Name = "Safeguarding lead", Description = "Is told at once when a child may be in danger, and sees those incidents")]
    SafeguardingLead = 16,
}

/// <summary>Reading and showing <see cref="Roles"/>.</summary>
public static class RolesText
{
    /// <summary>Every single role, in the order in which people see them.</summary>
    public static IReadOnlyList<Roles> Each { get; } =
        [Roles.SeniorLeader, Roles.Administrator, Roles.DataProtectionOfficer, Roles.SafeguardingLead, Roles.PortalManager];

    /// <summary>Whether every role among them is one of the policy's. A forged form may hold others.</summary>
    public static bool AreKnown(this Roles roles) => (roles & ~Each.Aggregate((all, role) => all | role)) == Roles.None;

    /// <summary>The roles held, one by one.</summary>
    public static IEnumerable<Roles> Split(this Roles roles) => Each.Where(role => (roles & role) == role);
}
