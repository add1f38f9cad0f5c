namespace BrierleyHill.SocialGov.Web.Features.Declarations;

/// <summary>Registers what the declarations of personal accounts need.</summary>
public static class DeclarationsFeature
{
    /// <summary>Use cases and queries.</summary>
    public static IServiceCollection AddDeclarations(this IServiceCollection services)
    {
        services.AddScoped<DeclarationQueries>();
        services.AddScoped<DeclareAccount>();
        services.AddScoped<DeclareNone>();
        services.AddScoped<ChangeDeclaration>();
        services.AddScoped<AnswerForDeclaration>();
        return services;
    }
}
