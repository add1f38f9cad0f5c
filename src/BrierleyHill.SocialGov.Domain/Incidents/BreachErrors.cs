using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Why something cannot be done to a personal data breach, in words that a person can act on.</summary>
public static class BreachErrors
{
    /// <summary>Who works on breaches.</summary>
    public static Error OnlyThoseWhoWork { get; } = new(
        "Breach.OnlyThoseWhoWork", "Only the data protection officer, a senior leader or an investigator of this incident can do this.", ErrorKind.Forbidden);

    /// <summary>Who decides.</summary>
    public static Error OnlyDeciders { get; } = new(
        "Breach.OnlyDeciders", "Only the data protection officer or a senior leader can decide this.", ErrorKind.Forbidden);

    /// <summary>Who advises.</summary>
    public static Error OnlyDataProtectionOfficer { get; } = new(
        "Breach.OnlyDataProtectionOfficer", "Only the data protection officer can advise on this.", ErrorKind.Forbidden);

    /// <summary>One of an incident.</summary>
    public static Error RecordedAlready { get; } = new(
        "Breach.RecordedAlready", "A personal data breach has been recorded for this incident already. Go on with that one.", ErrorKind.Conflict);

    /// <summary>Aware in the future.</summary>
    public static Error AwareAhead { get; } = new("Breach.AwareAhead", "When the school became aware cannot be in the future.", Field: "AwareOn");

    /// <summary>Aware absurdly long ago.</summary>
    public static Error AwareTooEarly { get; } = new(
        "Breach.AwareTooEarly", $"Enter a date in the past {PersonalDataBreach.MostYearsAgo} years.", Field: "AwareOn");

    /// <summary>The same time.</summary>
    public static Error AwareUnchanged { get; } = new("Breach.AwareUnchanged", "This is the time on record. Enter the right one.", Field: "AwareOn");

    /// <summary>After the Commissioner was told.</summary>
    public static Error AwareAfterTelling { get; } = new(
        "Breach.AwareAfterTelling", "The ICO was told before this time, so the school was aware earlier.", Field: "AwareOn");

    /// <summary>No reason of the correction.</summary>
    public static Error CorrectionBecauseMissing { get; } = new(
        "Breach.CorrectionBecauseMissing", "Enter why the time is corrected. Both times stay on record.", Field: "Because");

    /// <summary>Nothing of what happened.</summary>
    public static Error WhatHappenedMissing { get; } = new("Breach.WhatHappenedMissing", "Enter what happened, as far as you know it.", Field: "WhatHappened");

    /// <summary>No risk.</summary>
    public static Error RiskMissing { get; } = new("Breach.RiskMissing", "Choose how high the risk to people is.", Field: "Risk");

    /// <summary>No reason of the risk.</summary>
    public static Error RiskBecauseMissing { get; } = new("Breach.RiskBecauseMissing", "Enter why you judge the risk so.", Field: "Because");

    /// <summary>Not telling rests on the risk.</summary>
    public static Error RiskFirst { get; } = new(
        "Breach.RiskFirst", "Assess the risk to people first: not telling rests on it. This decision has not been saved.", ErrorKind.Conflict);

    /// <summary>Article 33(1).</summary>
    public static Error RiskAsksForTelling { get; } = new(
        "Breach.RiskAsksForTelling",
        "There is a risk to people on record, and then the law asks the school to tell the ICO. Tell the ICO; or, if the risk is judged otherwise by now, assess it again first, with the reasons.",
        Field: "IsTold");

    /// <summary>Advice about the Commissioner.</summary>
    public static Error AdviceCommissionerMissing { get; } = new(
        "Breach.AdviceCommissionerMissing", "Choose whether you advise to tell the ICO.", Field: "TellCommissioner");

    /// <summary>Advice about the people.</summary>
    public static Error AdvicePeopleMissing { get; } = new(
        "Breach.AdvicePeopleMissing", "Choose whether you advise to tell the people concerned.", Field: "TellPeople");

    /// <summary>Advice without a reason.</summary>
    public static Error AdviceBecauseMissing { get; } = new("Breach.AdviceBecauseMissing", "Enter why you advise this.", Field: "Because");

    /// <summary>Not said whether the Commissioner was told.</summary>
    public static Error ToldMissing { get; } = new("Breach.ToldMissing", "Choose whether the ICO has been told.", Field: "IsTold");

    /// <summary>Not said whether the people were told.</summary>
    public static Error PeopleToldMissing { get; } = new("Breach.PeopleToldMissing", "Choose whether the people concerned have been told.", Field: "AreTold");

    /// <summary>A decision without reasons.</summary>
    public static Error DecisionBecauseMissing { get; } = new("Breach.DecisionBecauseMissing", "Enter why this is decided so, whichever way it is.", Field: "Because");

    /// <summary>Not said when.</summary>
    public static Error ToldAtMissing { get; } = new("Breach.ToldAtMissing", "Enter when they were told.", Field: "ToldOn");

    /// <summary>Told in the future.</summary>
    public static Error ToldAhead { get; } = new("Breach.ToldAhead", "Enter when they were told. It cannot be in the future: decide once they have been told.", Field: "ToldOn");

    /// <summary>Told before the school knew.</summary>
    public static Error ToldBeforeAware { get; } = new(
        "Breach.ToldBeforeAware", "This is before the school became aware. Correct that time first if it is wrong.", Field: "ToldOn");

    /// <summary>No reference.</summary>
    public static Error CommissionerReferenceMissing { get; } = new(
        "Breach.CommissionerReferenceMissing", "Enter the reference that the ICO gave, or say that it has not given one yet.", Field: "CommissionerReference");

    /// <summary>Article 33(1): reasons for the delay.</summary>
    public static Error DelayBecauseMissing { get; } = new(
        "Breach.DelayBecauseMissing", "The ICO was told more than 72 hours after the school became aware. Enter the reasons for the delay.", Field: "DelayBecause");

    /// <summary>Not said how.</summary>
    public static Error HowMissing { get; } = new("Breach.HowMissing", "Enter how they were told, and what.", Field: "How");

    /// <summary>Article 34(3).</summary>
    public static Error GroundMissing { get; } = new(
        "Breach.GroundMissing", "The risk to people is high, so they have to be told unless one of these is so. Choose which, or tell them.", Field: "Ground");

    /// <summary>Against the advice.</summary>
    public static Error OverrulesBecauseMissing { get; } = new(
        "Breach.OverrulesBecauseMissing", "This is not what the data protection officer advised. Enter why the advice is not followed.", Field: "OverrulesBecause");

    /// <summary>Decided before.</summary>
    public static Error ReconsidersBecauseMissing { get; } = new(
        "Breach.ReconsidersBecauseMissing", "This was decided before. Enter why it is decided anew. Both decisions stay on record.", Field: "ReconsidersBecause");

    /// <summary>Nothing to add to.</summary>
    public static Error NotToldYet { get; } = new(
        "Breach.NotToldYet", "The ICO has not been told of this breach. Record that first.", ErrorKind.Conflict);

    /// <summary>A time that cannot be.</summary>
    public static Error InformationTimeWrong { get; } = new(
        "Breach.InformationTimeWrong", "Enter a time since the ICO was first told, and not in the future.", Field: "ToldOn");

    /// <summary>Nothing added.</summary>
    public static Error InformationMissing { get; } = new("Breach.InformationMissing", "Enter what the ICO was told, or what it answered.", Field: "Text");

    /// <summary>A number that cannot be.</summary>
    public static Error NumberWrong(string field) => new(
        "Breach.NumberWrong", string.Create(CultureInfo.InvariantCulture, $"Enter a whole number up to {PersonalDataBreach.MostConcerned:N0}, or leave it empty while it is not known."), Field: field);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Breach.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);
}
