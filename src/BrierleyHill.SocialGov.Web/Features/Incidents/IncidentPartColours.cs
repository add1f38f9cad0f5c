using BrierleyHill.SocialGov.Domain.Incidents;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The colours of the tags. The word carries the meaning, the colour only helps.</summary>
public static class IncidentPartColours
{
    /// <summary>Of a referral.</summary>
    public static string Of(ReferralStatus status) => status switch
    {
        ReferralStatus.Waiting => "yellow",
        ReferralStatus.Answered => "green",
        ReferralStatus.GivenUp => "grey",
    };

    /// <summary>Of a review.</summary>
    public static string Of(ReviewStanding standing) => standing switch
    {
        ReviewStanding.Waiting => "yellow",
        ReviewStanding.Agreed or ReviewStanding.Majority => "green",
        ReviewStanding.Differs or ReviewStanding.NoAgreement => "red",
    };

    /// <summary>Of a risk.</summary>
    public static string Of(BreachRisk risk) => risk switch
    {
        BreachRisk.Unlikely => "green",
        BreachRisk.Risk => "yellow",
        BreachRisk.High => "red",
    };
}
