using System.Text.Json;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Gateway.Health;

/// <summary>Says whether the process lives, and whether it can take payments. No key is needed, and nothing is told about any tenant.</summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static context => WriteAsync(context, StatusCodes.Status200OK, "UP", isRecovered: null, isJournalHealthy: null)).OpenToAll();
        routes.MapGet("/health/ready", static (HttpContext context, JournalHealth health, IHostApplicationLifetime lifetime) => AnswerReadyAsync(context, health, lifetime)).OpenToAll();
    }

    private static Task AnswerReadyAsync(HttpContext context, JournalHealth health, IHostApplicationLifetime lifetime)
    {
        var isStopping = lifetime.ApplicationStopping.IsCancellationRequested;
        var isJournalHealthy = health.IsHealthy;
        var isReady = health.IsRecovered && isJournalHealthy && !isStopping;
        var word = isReady ? "READY" : isStopping ? "STOPPING" : isJournalHealthy ? "RECOVERING" : "FAILED";
        return WriteAsync(
            context, isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, word, health.IsRecovered, isJournalHealthy);
    }

    private static async Task WriteAsync(HttpContext context, int statusCode, string status, bool? isRecovered, bool? isJournalHealthy)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = ContentTypes.Json;
        context.Response.Headers.CacheControl = "no-store";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status", status);
        if (isRecovered is not null)
        {
            writer.WriteBoolean("recovered", isRecovered.Value);
        }

        if (isJournalHealthy is not null)
        {
            writer.WriteString("journal", isJournalHealthy.Value ? "HEALTHY" : "FAILED");
        }

        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }
}
