namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Registers signing in and out, passwords, and one-time links.</summary>
public static class SignInFeature
{
    /// <summary>Registers this feature.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddScoped<Passwords>();
        services.AddScoped<SignInWithPassword>();
        services.AddScoped<SignOut>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<RequestPasswordReset>();
        services.AddScoped<SetPasswordByLink>();
        if (environment.IsDevelopment())
        {
            services.AddScoped<DemonstrationSignIn>();
        }

        return services;
    }
}
