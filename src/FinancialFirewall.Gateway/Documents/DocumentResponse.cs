using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Documents;

/// <summary>Answers requests with JSON that is written member by member.</summary>
internal static class DocumentResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    /// <summary>Answers with whatever is written, and with its tag in <c>ETag</c>.</summary>
    public static Task WriteTaggedAsync(HttpContext context, string tag, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = $"\"{tag}\"";
        return WriteAsync(context, write, status);
    }

    /// <summary>Answers that it is gone.</summary>
    public static void WriteNothing(HttpContext context) => context.Response.StatusCode = StatusCodes.Status204NoContent;
}
