using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Answers of sessions, links and second factors, which nobody on the way may keep.</summary>
internal static class SessionResponse
{
    /// <summary>What was asked for; or why not, 429 with <c>Retry-After</c> where it was tried too often.</summary>
    public static Task WriteAsync<T, TAnswer>(HttpContext context, Result<T> result, Func<T, TAnswer> answer, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (result.IsSuccess)
        {
            context.Response.StatusCode = status;
            return status == StatusCodes.Status204NoContent ? Task.CompletedTask : context.Response.WriteAsJsonAsync(answer(result.Value), context.RequestAborted);
        }

        if (string.Equals(result.Errors[0].Code, SessionsGrain.TooManyAttemptsCode, StringComparison.Ordinal))
        {
            context.Response.Headers.RetryAfter = result.Errors[0].Value;
            return ProblemWriter.WriteAsync(context, StatusCodes.Status429TooManyRequests, result.Errors);
        }

        return ProblemWriter.WriteAsync(context, result.Errors);
    }

    /// <summary>204; or why not.</summary>
    public static Task WriteNothingAsync<T>(HttpContext context, Result<T> result) => WriteAsync(context, result, static _ => "", StatusCodes.Status204NoContent);
}
