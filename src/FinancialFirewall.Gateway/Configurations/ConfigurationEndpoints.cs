using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>Risk configurations: lists, changes, and which one decides for which payments.</summary>
internal static class ConfigurationEndpoints
{
    /// <summary>Where configurations live.</summary>
    public const string Path = "/api/v1/fraud-risk/configurations";

    public static void MapConfigurationEndpoints(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup(Path).RequireRateLimiting(RateLimitPolicies.Requests);
        var reading = root.MapGroup("").Demand(Permission.ReadPolicies);
        reading.MapGet("", ListConfigurationsEndpoint.HandleAllAsync);
        reading.MapGet("/active", ListConfigurationsEndpoint.HandleActiveAsync);
        reading.MapGet("/check", CheckConfigurationEndpoint.HandleAsync);
        reading.MapGet("/{id:guid}", ChangeConfigurationEndpoint.HandleFindAsync);
        var changing = root.MapGroup("").Demand(Permission.ChangeConfigurations);
        changing.MapPost("", ChangeConfigurationEndpoint.HandleCreateAsync).AddEndpointFilter(ContentTypes.RequireJson);
        changing.MapPut("/{id:guid}", ChangeConfigurationEndpoint.HandleReplaceAsync).AddEndpointFilter(ContentTypes.RequireJson);
        changing.MapDelete("/{id:guid}", ChangeConfigurationEndpoint.HandleDeleteAsync);
    }
}
