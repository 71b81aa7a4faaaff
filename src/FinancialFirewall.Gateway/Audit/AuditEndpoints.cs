using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Audit;

/// <summary>The audit log of the caller's tenant.</summary>
internal static class AuditEndpoints
{
    private const string Path = "/api/v1/audit";

    public static void MapAuditEndpoints(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup(Path).Demand(Permission.ReadAudit);
        audit.MapGet("", AuditEndpoint.HandleListAsync).RequireRateLimiting(RateLimitPolicies.Requests);
        audit.MapGet("/export", AuditEndpoint.HandleExportAsync).RequireRateLimiting(RateLimitPolicies.Batches);
        audit.MapGet("/verification", AuditEndpoint.HandleVerifyAsync).RequireRateLimiting(RateLimitPolicies.Batches);
    }
}
