using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>How likely a harm is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Likelihood>))]
public enum Likelihood
{
    /// <summary>Remote.</summary>
    [Display(Name = "Remote")]
    Remote,

    /// <summary>Possible.</summary>
    [Display(Name = "Possible")]
    Possible,

    /// <summary>Probable.</summary>
    [Display(Name = "Probable")]
    Probable,
}

/// <summary>How bad a harm would be.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Minimal.</summary>
    [Display(Name = "Minimal")]
    Minimal,

    /// <summary>Significant.</summary>
    [Display(Name = "Significant")]
    Significant,

    /// <summary>Severe.</summary>
    [Display(Name = "Severe")]
    Severe,
}

/// <summary>What likelihood and severity come to.</summary>
public enum RiskLevel
{
    /// <summary>Low.</summary>
    [Display(Name = "Low")]
    Low,

    /// <summary>Medium.</summary>
    [Display(Name = "Medium")]
    Medium,

    /// <summary>High.</summary>
    [Display(Name = "High")]
    High,
}

/// <summary>What the measure does to the risk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureEffect>))]
public enum MeasureEffect
{
    /// <summary>Reduced.</summary>
    [Display(Name = "Reduced", Description = "The measure makes it less likely or less bad")]
    Reduced,

    /// <summary>Accepted.</summary>
    [Display(Name = "Accepted", Description = "Nothing more can reasonably be done, and the benefit is worth the risk")]
    Accepted,

    /// <summary>Eliminated.</summary>
    [Display(Name = "Eliminated", Description = "The measure takes the risk away")]
    Eliminated,
}

/// <summary>
/// The ICO's matrix ("How do we do a DPIA?", assessment of likelihood and severity): minimal harm is a low risk however likely, a
/// remote one is low however severe; significant harm is medium where it is possible and high where it is probable; severe harm is
/// high as soon as it is possible.
/// </summary>
public static class RiskMatrix
{
    /// <summary>The level of a risk.</summary>
    public static RiskLevel Level(Likelihood likelihood, Severity severity) => (severity, likelihood) switch
    {
        (Severity.Minimal, _) or (_, Likelihood.Remote) => RiskLevel.Low,
        (Severity.Significant, Likelihood.Possible) => RiskLevel.Medium,
        (Severity.Significant, Likelihood.Probable) => RiskLevel.High,
        (Severity.Severe, _) => RiskLevel.High,
        _ => throw new ArgumentOutOfRangeException(nameof(likelihood), "There is no such likelihood or severity."),
    };

    /// <summary>The level, or <see langword="null"/> while one of the two is not chosen.</summary>
    public static RiskLevel? Level(Likelihood? likelihood, Severity? severity) =>
        likelihood is { } how && severity is { } bad ? Level(how, bad) : null;
}
