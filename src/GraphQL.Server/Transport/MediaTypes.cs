using Microsoft.Net.Http.Headers;

namespace GraphQL.Server.Transport;

/// <summary>In which form an answer is written.</summary>
internal static class MediaTypes
{
    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    /// <summary>
    /// The form that a client wants most; null where it wants none that there is. Who says nothing gets <c>application/json</c>, as clients from before the
    /// newer form expect.
    /// </summary>
    public static string? Choose(Microsoft.Extensions.Primitives.StringValues accept)
    {
        if (accept.Count == 0 || string.IsNullOrWhiteSpace(accept))
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList([.. accept!], out var wanted))
        {
            return null;
        }

        return wanted.OrderByDescending(type => type.Quality ?? 1).Select(Match).FirstOrDefault(found => found is not null);
    }

    /// <summary>Whether a body is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static string? Match(MediaTypeHeaderValue wanted)
    {
        if (wanted.Charset.HasValue && !wanted.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return wanted.MediaType.Value?.ToUpperInvariant() switch
        {
            "APPLICATION/GRAPHQL-RESPONSE+JSON" => Response,
            "APPLICATION/JSON" or "APPLICATION/*" or "*/*" => Json,
            "TEXT/EVENT-STREAM" => EventStream,
            _ => null,
        };
    }
}
