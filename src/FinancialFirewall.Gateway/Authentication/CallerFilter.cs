using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>Lets a request pass only with a known API key, and says to the endpoint who is calling.</summary>
internal sealed class CallerFilter(TenantDirectory directory) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var caller = await directory.AuthenticateAsync(ApiKeyHeader.Read(http.Request.Headers), http.RequestAborted);
        if (!caller.IsSuccess)
        {
            await ProblemWriter.WriteAsync(http, caller.Errors);
            return Results.Empty;
        }

        http.Features.Set(caller.Value);
        return await next(context);
    }
}
