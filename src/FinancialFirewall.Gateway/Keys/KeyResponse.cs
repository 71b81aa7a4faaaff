using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Keys;

/// <summary>Answers with a key that was made just now, and lets nobody on the way keep it.</summary>
internal static class KeyResponse
{
    /// <summary>201 with the key; or why there is none.</summary>
    public static Task WriteAsync(HttpContext context, Result<IssuedApiKey> issued)
    {
        if (!issued.IsSuccess)
        {
            return ProblemWriter.WriteAsync(context, issued.Errors);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = $"{KeyEndpoints.Path}/{issued.Value.Info.Id}";
        return context.Response.WriteAsJsonAsync(IssuedKeyAnswer.Of(issued.Value), context.RequestAborted);
    }
}
