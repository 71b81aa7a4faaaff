using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Answers requests about toggles with JSON.</summary>
internal static class ToggleResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with one toggle, and with its tag in <c>ETag</c>.</summary>
    public static Task WriteAsync(HttpContext context, TenantId tenant, Toggle toggle, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = $"\"{ToggleDocument.TagOf(toggle)}\"";
        return WriteAsync(context, json => ToggleDocument.WriteAnswer(json, toggle, tenant), status);
    }

    /// <summary>Answers with whatever is written.</summary>
    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentTypes.Json;
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter, Options))
        {
            write(json);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
