using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>Who is calling, for endpoints behind <see cref="CallerFilter"/>.</summary>
internal static class CallerHttpContextExtensions
{
    /// <summary>The caller.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not behind <see cref="CallerFilter"/>.</exception>
    public static Caller GetCaller(this HttpContext context)
        => context.Features.Get<Caller>() ?? throw new InvalidOperationException($"{context.Request.Path} answers without asking who is calling.");
}
