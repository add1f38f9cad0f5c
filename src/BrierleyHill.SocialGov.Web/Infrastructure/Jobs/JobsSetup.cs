using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>Registers the job runner and the jobs.</summary>
public static class JobsSetup
{
    /// <summary>Registers what every job needs.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<JobInstance>();
        services.AddSingleton<JobNudge>();
        services.AddScoped<JobLeases>();
        services.AddScoped<JobHistory>();
        return services;
    }

    /// <summary>Registers a job. It runs from the start of the portal on.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : Job
    {
        services.AddScoped<TJob>();
        services.AddScoped<Job>(scope => scope.GetRequiredService<TJob>());
        services.AddHostedService<JobRunner<TJob>>();
        return services;
    }

    /// <summary>Registers something that watches the database's commits to wake a job.</summary>
    public static IServiceCollection AddDatabaseWatcher<TInterceptor>(this IServiceCollection services)
        where TInterceptor : class, IInterceptor =>
        services.AddSingleton<IInterceptor, TInterceptor>();
}
