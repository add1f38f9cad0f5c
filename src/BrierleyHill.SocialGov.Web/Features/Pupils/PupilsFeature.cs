namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>Registers what pupils and the consents about their pictures need.</summary>
public static class PupilsFeature
{
    /// <summary>Use cases and queries.</summary>
    public static IServiceCollection AddPupils(this IServiceCollection services)
    {
        services.AddScoped<PupilQueries>();
        services.AddScoped<CameraQueries>();
        services.AddScoped<EnterPupil>();
        services.AddScoped<ChangePupil>();
        services.AddScoped<RecordConsents>();
        services.AddScoped<ProtectPupil>();
        services.AddScoped<ExportPupils>();
        return services;
    }
}
