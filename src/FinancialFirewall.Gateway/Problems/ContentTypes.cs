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

    /// <summary>Comma-separated values.</summary>
    public const string Csv = "text/csv";

    /// <summary>An ISO 20022 message.</summary>
    public const string Xml = "application/xml";

    private static readonly string[] JsonNames = [Json];

    /// <summary>Why the body is not JSON; null when it is.</summary>
    public static Error? CheckJson(HttpRequest request) => Check(request, JsonNames);

    /// <summary>Lets a request pass only with a JSON body.</summary>
    public static ValueTask<object?> RequireJson(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => CheckJson(context.HttpContext.Request) is { } error ? RefuseAsync(context, error) : next(context);

    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, Error error)
    {
        await ProblemWriter.WriteAsync(context.HttpContext, StatusCodes.Status415UnsupportedMediaType, [error]);
        return Results.Empty;
    }

    private static Error? Check(HttpRequest request, string[] accepted)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (!IsIdentity(encoding))
        {
            return RequestErrors.ContentEncodingUnsupported(encoding);
        }

        var found = request.ContentType ?? "";
        return Is(found, accepted) ? null : RequestErrors.ContentTypeUnsupported(found, accepted[0]);
    }

    /// <summary>Whether a content encoding is none.</summary>
    public static bool IsIdentity(string encoding) => encoding.Length == 0 || string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a content type is one of those that are accepted, in UTF-8.</summary>
    public static bool Is(string found, IReadOnlyList<string> accepted)
        => accepted.Contains(found, StringComparer.Ordinal) || IsInUtf8(found, accepted);

    // What is sent nearly always needs no parsing.
    private static bool IsInUtf8(string found, IReadOnlyList<string> accepted)
        => MediaTypeHeaderValue.TryParse(found, out var type)
            && accepted.Any(name => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
