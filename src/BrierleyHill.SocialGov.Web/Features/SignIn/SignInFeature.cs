using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Registers signing in and out, passwords, second factors, and one-time links.</summary>
public static class SignInFeature
{
    /// <summary>Registers this feature.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddScoped<Passwords>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<SignInWithPassword>();
        services.AddScoped<SignInWithSecondFactor>();
        services.AddScoped<SignInWithPasskey>();
        services.AddScoped<ConfirmIdentity>();
        services.AddScoped<SignInSettingsQueries>();
        services.AddScoped<SetUpAuthenticator>();
        services.AddScoped<RemoveAuthenticator>();
        services.AddScoped<MakeRecoveryCodes>();
        services.AddScoped<AddPasskey>();
        services.AddScoped<RenamePasskey>();
        services.AddScoped<RemovePasskey>();
        services.AddScoped<TakeAwaySecondFactor>();
        services.AddScoped<EventRule, TellOfSecondFactorTakenAway>();
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
