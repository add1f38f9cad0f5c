using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Why something cannot be done to a referral, in words that a person can act on.</summary>
public static class ReferralErrors
{
    /// <summary>No agency.</summary>
    public static Error AgencyMissing { get; } = new("Referral.AgencyMissing", "Choose the agency. If it is none of these, choose another and enter its name.", Field: "Agency");

    /// <summary>A contact ahead.</summary>
    public static Error HappenedAhead { get; } = new("Referral.HappenedAhead", "Enter when you were in touch. It cannot be in the future.", Field: "HappenedOn");

    /// <summary>Not said how.</summary>
    public static Error MeansMissing { get; } = new("Referral.MeansMissing", "Choose how you were in touch.", Field: "Means");

    /// <summary>Not said with whom.</summary>
    public static Error WithMissing { get; } = new("Referral.WithMissing", "Enter whom you were in touch with: a name, a post or a desk.", Field: "With");

    /// <summary>Not said what was advised.</summary>
    public static Error AdviceMissing { get; } = new(
        "Referral.AdviceMissing", "Enter what was said and advised. If nothing was advised yet, say what you told them.", Field: "Advice");

    /// <summary>The police give one.</summary>
    public static Error ReferenceMissing { get; } = new(
        "Referral.ReferenceMissing", "Enter the reference that they gave you, or say that they have not given one yet. Ask for it at the next contact.", Field: "AgencyReference");

    /// <summary>Not said whether anything is to come.</summary>
    public static Error StandingMissing { get; } = new("Referral.StandingMissing", "Choose whether something is still to come.", Field: "Standing");

    /// <summary>No next contact.</summary>
    public static Error NextContactMissing { get; } = new(
        "Referral.NextContactMissing", "Enter when you will be in touch next. The portal reminds you then.", Field: "NextContactOn");

    /// <summary>A next contact that has passed.</summary>
    public static Error NextContactPast { get; } = new("Referral.NextContactPast", "The next contact must be in the future.", Field: "NextContactOn");

    /// <summary>A next contact that is absurdly far off.</summary>
    public static Error NextContactTooFar { get; } = new("Referral.NextContactTooFar", "The next contact must be within a year from now.", Field: "NextContactOn");

    /// <summary>Nothing to give up.</summary>
    public static Error Settled { get; } = new("Referral.Settled", "This referral is settled already.", ErrorKind.Conflict);

    /// <summary>No reason.</summary>
    public static Error GivenUpBecauseMissing { get; } = new("Referral.GivenUpBecauseMissing", "Enter why the school waits no longer.", Field: "Because");

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Referral.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);
}
