using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.NeedToKnow;

/// <summary>The portal's own list of endpoints, and addresses made of it.</summary>
internal static partial class Routes
{
    /// <summary>The patterns that answer to this method, in order.</summary>
    public static IReadOnlyList<string> Of(PortalFactory portal, string method) =>
    [
        .. (from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method)
            select endpoint.RoutePattern.RawText ?? "").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>An address of the pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="incident">The number of the incident, for the addresses of incidents.</param>
    /// <param name="record">The number of any other record.</param>
    public static string Fill(string pattern, int incident, int record)
    {
        var isFirst = true;
        return "/" + Parameter().Replace(pattern, match =>
        {
            var (name, constraint) = (match.Groups["name"].Value, match.Groups["constraint"].Value);
            if (constraint == ":int")
            {
                var isIncident = isFirst && pattern.StartsWith("incidents/{", StringComparison.Ordinal);
                isFirst = false;
                return (name == "status" ? 404 : isIncident ? incident : record).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return name switch
            {
                _ when constraint == ":guid" => Guid.Empty.ToString(),
                "section" => "aim",
                "step" => "need",
                "kind" => "password",
                "slug" => "disclaimer",
                "setting" => "comments",
                _ => "nothing",
            };
        });
    }

    [GeneratedRegex(@"\{(?<name>\w+)(?<constraint>:\w+)?\??\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
