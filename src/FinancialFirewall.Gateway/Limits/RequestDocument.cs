using System.Text.Json;
using System.Text.Json.Serialization;
using FinancialFirewall.Domain.Results;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Limits;

/// <summary>Reads a body that is one small JSON object with members that are known.</summary>
internal static class RequestDocument
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaximumBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The body; or why it is not read. An empty body is an object without members.</summary>
    /// <typeparam name="T">The members, each optional: what is absent or null is for the reader to refuse.</typeparam>
    public static async ValueTask<Result<T>> ReadAsync<T>(HttpRequest request, int maximumBytes = MaximumBytes)
        where T : class, new()
    {
        var body = await RequestBody.ReadAsync(request, maximumBytes);
        return body.IsSuccess ? Parse<T>(body.Value.Span) : Result.Failure<T>(body.Errors);
    }

    /// <summary>One document; or why it is none. An empty one is an object without members.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static Result<T> Parse<T>(ReadOnlySpan<byte> json)
        where T : class, new()
    {
        try
        {
            return json.IsEmpty ? new T() : JsonSerializer.Deserialize<T>(json, Options) ?? new T();
        }
        catch (JsonException exception)
        {
            var place = exception.Path is { Length: > 2 } path ? path[2..] : "";
            return new Error(
                ErrorKind.Malformed,
                "JSON_MALFORMED",
                place,
                "",
                $"The body must be one JSON object with {string.Join(", ", MembersOf<T>())}{(place.Length > 0 ? $"; '{place}' is not among them or does not fit" : "")}.");
        }
    }

    private static IEnumerable<string> MembersOf<T>()
        => typeof(T).GetProperties().Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
}
