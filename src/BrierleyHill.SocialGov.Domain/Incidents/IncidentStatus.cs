using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>
/// Lifecycle of an incident: <c>Reported → Assessed → UnderInvestigation → Resolved → Closed</c>; <c>OutOfScope</c> from the assessment, with what
/// was recorded minimised at once; what is resolved or closed is reopened with a reason, to UnderInvestigation. The numbers are stored and are never
/// changed.
/// </summary>
public enum IncidentStatus
{
    /// <summary>Somebody said that something happened. It waits for a senior leader to assess it.</summary>
    [Display(Name = "Reported")]
    Reported = 0,

    /// <summary>A senior leader has judged how serious it is and what comes next.</summary>
    [Display(Name = "Assessed")]
    Assessed = 1,

    /// <summary>Somebody has been appointed to find out what happened.</summary>
    [Display(Name = "Under investigation")]
    UnderInvestigation = 2,

    /// <summary>What was to be done is done, and the outcome is written down.</summary>
    [Display(Name = "Resolved")]
    Resolved = 3,

    /// <summary>Nothing more is to be done.</summary>
    [Display(Name = "Closed")]
    Closed = 4,

    /// <summary>Not the school's business. What was recorded about it is gone; the decision is kept.</summary>
    [Display(Name = "Out of scope")]
    OutOfScope = 5,
}

/// <summary>How serious a senior leader finds it. The numbers are stored, rise with the severity, and are never changed.</summary>
public enum IncidentSeverity
{
    /// <summary>Nobody was hurt, and little is to be put right.</summary>
    [Display(Name = "Low", Description = "Nobody was hurt, and little is to be put right")]
    Low = 1,

    /// <summary>Somebody was upset, or the school’s standing is touched.</summary>
    [Display(Name = "Medium", Description = "Somebody was upset, or the school’s standing is touched")]
    Medium = 2,

    /// <summary>Somebody was harmed, or many people are concerned.</summary>
    [Display(Name = "High", Description = "Somebody was harmed, or many people are concerned")]
    High = 3,

    /// <summary>Somebody is in danger, or the law may have been broken.</summary>
    [Display(Name = "Critical", Description = "Somebody is in danger, or the law may have been broken")]
    Critical = 4,
}
