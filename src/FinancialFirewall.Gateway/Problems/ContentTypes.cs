using FinancialFirewall.Domain.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FinancialFirewall.Gateway.Problems;

/// <summary>Which bodies the endpoints read.</summary>
internal static class ContentTypes
{
    /// <summary>One JSON document.</summary>
    public const string Json = "application/json";

    /// <summary>One JSON document a line.</summary>
    public const string NewlineDelimitedJson = "application/x-ndjson";

    private static readonly string[] JsonNames = [Json];
    private static readonly string[] NewlineDelimitedNames = [NewlineDelimitedJson, "application/ndjson", "application/jsonl", "application/x-jsonlines"];

    /// <summary>Why the body is not JSON; null when it is.</summary>
    public static Error? CheckJson(HttpRequest request) => Check(request, JsonNames);

    /// <summary>Why the body is not newline-delimited JSON; null when it is.</summary>
    public static Error? CheckNewlineDelimitedJson(HttpRequest request) => Check(request, NewlineDelimitedNames);

    /// <summary>Lets a request pass only with a JSON body.</summary>
    public static ValueTask<object?> RequireJson(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => Require(context, next, CheckJson(context.HttpContext.Request));

    /// <summary>Lets a request pass only with a body of newline-delimited JSON.</summary>
    public static ValueTask<object?> RequireNewlineDelimitedJson(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => Require(context, next, CheckNewlineDelimitedJson(context.HttpContext.Request));

    private static async ValueTask<object?> Require(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Error? error)
    {
        if (error is null)
        {
            return await next(context);
        }

        await ProblemWriter.WriteAsync(context.HttpContext, StatusCodes.Status415UnsupportedMediaType, [error]);
        return Results.Empty;
    }

    private static Error? Check(HttpRequest request, string[] accepted)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            return RequestErrors.ContentEncodingUnsupported(encoding);
        }

        var found = request.ContentType ?? "";
        var isAccepted = MediaTypeHeaderValue.TryParse(found, out var type)
            && accepted.Any(name => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
        return isAccepted ? null : RequestErrors.ContentTypeUnsupported(found, accepted[0]);
    }
}
