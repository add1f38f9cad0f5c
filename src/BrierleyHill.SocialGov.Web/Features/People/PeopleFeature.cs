using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>Registers the people directory.</summary>
public static class PeopleFeature
{
    /// <summary>Registers this feature.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddSingleton<EmailOutbox>();
        services.AddScoped<PeopleQueries>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<InvitePersonAgain>();
        services.AddScoped<CorrectDetails>();
        services.AddScoped<ChangeRoles>();
        services.AddScoped<RecordLeavingDate>();
        services.AddScoped<DeactivatePerson>();
        services.AddScoped<ReactivatePerson>();
        services.AddScoped<MakePortalManager>();
        services.AddScoped<InvitationMail>();
        services.AddScoped<EventRule, SendInvitation>();
        services.AddScoped<EventRule, SendInvitationBack>();
        services.AddScoped<EventRule, TellThatLastPortalManagerStays>();
        services.AddJob<DeactivateLeavers>();
        return services;
    }
}
