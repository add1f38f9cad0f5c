using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Where the pages about an account are, also those of other features.</summary>
internal static class AccountPaths
{
    public static string Account(int id) => Of(id, "");

    public static string People(int id) => Of(id, "/people");

    public static string SignInDetails(int id) => Of(id, "/vault");

    public static string Departure(int id, AccountSetting setting) => Of(id, $"/departures/{setting}");

    /// <summary>The page on which a gate is opened.</summary>
    public static string Of(AccountView view, GoingLiveGate gate)
    {
        var id = view.Account.Id;
        return gate switch
        {
            GoingLiveGate.Address => Of(id, "/address"),
            GoingLiveGate.Settings => Of(id, "/settings"),
            GoingLiveGate.SignInDetails => SignInDetails(id),
            GoingLiveGate.AcceptableUse => Of(id, "/acceptable-use"),
            GoingLiveGate.Administrators => People(id),
            GoingLiveGate.Assessment => view.Account.ImpactAssessmentId is { } assessment
                ? string.Create(CultureInfo.InvariantCulture, $"/impact-assessments/{assessment}")
                : Of(id, "/impact-assessment"),
        };
    }

    private static string Of(int id, string page) => string.Create(CultureInfo.InvariantCulture, $"/accounts/{id}{page}");
}
