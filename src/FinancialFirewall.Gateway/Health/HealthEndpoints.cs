using System.Text.Json;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Gateway.Health;

/// <summary>Says whether the process lives, and whether it can take payments. No key is needed, and nothing is told about any tenant.</summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static context => WriteAsync(context, StatusCodes.Status200OK, "UP", isRecovered: null, isJournalHealthy: null, site: null)).OpenToAll();
        routes.MapGet("/health/ready", static (HttpContext context, JournalHealth health, IHostApplicationLifetime lifetime) => AnswerReadyAsync(context, health, lifetime)).OpenToAll();
    }

    private static Task AnswerReadyAsync(HttpContext context, JournalHealth health, IHostApplicationLifetime lifetime)
    {
        var isStopping = lifetime.ApplicationStopping.IsCancellationRequested;
        var isJournalHealthy = health.IsHealthy;
        var site = health.IsRecovered ? context.RequestServices.GetService<SiteProbe>()?.Look() : null;
        var isReady = health.IsRecovered && isJournalHealthy && !isStopping && site is not { IsWell: false };
        var word = (isReady, isStopping, isJournalHealthy, health.IsRecovered) switch
        {
            (true, _, _, _) => "READY",
            (_, true, _, _) => "STOPPING",
            (_, _, false, _) => "FAILED",
            (_, _, _, true) => "WAITING_FOR_OTHER_SITE",
            _ => "RECOVERING",
        };
        return WriteAsync(
            context, isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, word, health.IsRecovered, isJournalHealthy, site);
    }

    private static async Task WriteAsync(HttpContext context, int statusCode, string status, bool? isRecovered, bool? isJournalHealthy, SiteView? site)
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

        if (site is not null)
        {
            WriteSite(writer, site);
        }

        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }

    private static void WriteSite(Utf8JsonWriter writer, SiteView site)
    {
        writer.WriteStartObject("site");
        writer.WriteString("role", site.Role);
        writer.WriteNumber("term", site.Term);
        writer.WriteString("mode", site.Mode);
        writer.WriteBoolean("connected", site.IsConnected);
        writer.WriteNumber("lagCommits", site.LagCommits);
        writer.WriteNumber("lagRecords", site.LagRecords);
        writer.WriteNumber("lagBytes", site.LagBytes);
        writer.WriteNumber("lagSeconds", Math.Round(site.LagSeconds, 3));
        writer.WriteEndObject();
    }
}
