using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>Registers what public mentions and watched feeds need.</summary>
public static class MentionsFeature
{
    /// <summary>Use cases, queries, rules and jobs.</summary>
    public static IServiceCollection AddMentions(this IServiceCollection services, SettingsReader settings)
    {
        services.AddSingleton(MentionSettings.Read(settings));
        services.AddScoped<MentionQueries>();
        services.AddScoped<FeedQueries>();
        services.AddScoped<LogMention>();
        services.AddScoped<DecideMention>();
        services.AddScoped<ActUponMention>();
        services.AddScoped<ReopenMention>();
        services.AddScoped<MergeMention>();
        services.AddScoped<ExportMentions>();
        services.AddScoped<AddFeed>();
        services.AddScoped<ChangeFeed>();
        services.AddScoped<EventRule, TellDecidersOfMention>();
        services.AddScoped<EventRule, RemindAdministratorsOfMentions>();
        services.AddJob<ChaseMentions>();
        services.AddJob<FetchFeeds>();
        return services;
    }
}

/// <summary>The settings of mentions and feeds.</summary>
/// <param name="ChaseAfterWorkingDays">After how many working days administrators are reminded of a mention that nobody has decided about (<c>Mentions:ChaseAfterWorkingDays</c>).</param>
/// <param name="FeedInterval">How often each watched feed is fetched (<c>Feeds:Minutes</c>).</param>
public sealed record MentionSettings(int ChaseAfterWorkingDays, TimeSpan FeedInterval)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value is wrong.</exception>
    public static MentionSettings Read(SettingsReader settings) => new(
        settings.WholeNumber("Mentions:ChaseAfterWorkingDays", 3, 1, 60),
        TimeSpan.FromMinutes(settings.WholeNumber("Feeds:Minutes", 60, 5, 1440)));
}
