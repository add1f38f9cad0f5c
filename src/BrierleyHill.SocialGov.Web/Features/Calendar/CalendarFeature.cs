using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>Where the official list of bank holidays is fetched from.</summary>
/// <param name="BankHolidaysAddress">The address (<c>Calendar:BankHolidaysAddress</c>); <see langword="null"/> where nothing is fetched.</param>
public sealed record CalendarSettings(Uri? BankHolidaysAddress)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static CalendarSettings Read(SettingsReader settings) =>
        new(settings.WebAddress("Calendar:BankHolidaysAddress") is { } address ? new Uri(address) : null);
}

/// <summary>Registers what the calendar needs.</summary>
public static class CalendarFeature
{
    /// <summary>Use cases, queries, the rule on leavers and the job that fetches.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services, SettingsReader settings)
    {
        services.AddSingleton(CalendarSettings.Read(settings));
        services.AddScoped<CalendarPageQueries>();
        services.AddScoped<AddClosure>();
        services.AddScoped<TakeBackClosure>();
        services.AddScoped<AddDay>();
        services.AddScoped<StrikeOutDay>();
        services.AddScoped<TakeBackCorrection>();
        services.AddScoped<ImportBankHolidays>();
        services.AddScoped<ImportTermDates>();
        services.AddScoped<MakeSubscription>();
        services.AddScoped<EndSubscription>();
        services.AddScoped<ReadCalendarFeed>();
        services.AddScoped<EventRule, EndSubscriptionOfDeactivated>();
        services.AddJob<FetchBankHolidays>();
        return services;
    }
}
