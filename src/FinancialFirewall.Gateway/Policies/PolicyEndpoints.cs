using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>The policy as a whole: what is in force, its versions, in what they differ, and publishing an earlier one again.</summary>
internal static class PolicyEndpoints
{
    /// <summary>Where the policy lives.</summary>
    public const string Path = "/api/v1/policy";

    public static void MapPolicyEndpoints(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup(Path).RequireRateLimiting(RateLimitPolicies.Requests);
        var reading = root.MapGroup("").Demand(Permission.ReadPolicies);
        reading.MapGet("", ReadPolicyEndpoint.HandleInForceAsync);
        reading.MapGet("/document", ReadPolicyEndpoint.HandleDocumentInForceAsync);
        reading.MapGet("/versions", ReadPolicyEndpoint.HandleVersionsAsync);
        reading.MapGet("/versions/{version:int}", ReadPolicyEndpoint.HandleVersionAsync);
        reading.MapGet("/versions/{version:int}/document", ReadPolicyEndpoint.HandleDocumentAsync);
        reading.MapGet("/versions/{version:int}/comparison", ReadPolicyEndpoint.HandleComparisonAsync);
        var changing = root.MapGroup("").Demand(Permission.ChangeConfigurations).AddEndpointFilter(ContentTypes.RequireJson);
        changing.MapPost("/validation", ChangePolicyEndpoint.HandleCheckAsync);
        changing.MapPut("/document", ChangePolicyEndpoint.HandleReplaceAsync);
        changing.MapPost("/versions/{version:int}/restore", ChangePolicyEndpoint.HandleRestoreAsync);
    }
}
