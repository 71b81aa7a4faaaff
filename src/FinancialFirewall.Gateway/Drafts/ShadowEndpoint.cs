using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Grains.Shadows;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Has a draft run beside the policy in force, and says what it would have decided.</summary>
internal sealed class ShadowEndpoint(TenantShadows shadows)
{
    public static async Task HandleStartAsync(HttpContext context, ShadowEndpoint endpoint, Guid id)
        => await ShadowResponse.WriteAsync(context, await endpoint.Shadows.StartAsync(context.GetCaller().Tenant, id));

    public static async Task HandleFindAsync(HttpContext context, ShadowEndpoint endpoint, Guid id)
        => await ShadowResponse.WriteAsync(context, await endpoint.Shadows.FindAsync(context.GetCaller().Tenant, id));

    public static async Task HandleEndAsync(HttpContext context, ShadowEndpoint endpoint, Guid id)
        => await ShadowResponse.WriteAsync(context, await endpoint.Shadows.EndAsync(context.GetCaller().Tenant, id));

    private TenantShadows Shadows { get; } = shadows;
}
