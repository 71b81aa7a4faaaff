using System.Text.Json;
using GraphQL.Server.Requests;

namespace GraphQL.Server.Transport;

/// <summary>Reads the parameters of a request: the members of a JSON object, or of an address.</summary>
internal static class RequestParameters
{
    /// <summary>Reads an object of the members <c>query</c>, <c>operationName</c>, <c>variables</c> and <c>extensions</c>.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="request">What it asks, where it can be read.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Read(JsonElement body, out GraphQLRequest request)
    {
        request = new GraphQLRequest();
        if (body.ValueKind != JsonValueKind.Object)
        {
            return "The request has to be a JSON object with the member \"query\".";
        }

        if (ReadText(body, "query", out var query) is { } noQuery)
        {
            return noQuery;
        }

        if (ReadText(body, "operationName", out var operationName) is { } noName)
        {
            return noName;
        }

        if (ReadObject(body, "variables", out var variables) is { } noVariables)
        {
            return noVariables;
        }

        if (ReadObject(body, "extensions", out var extensions) is { } noExtensions)
        {
            return noExtensions;
        }

        request = new GraphQLRequest { Query = query, OperationName = operationName, Variables = variables, Sha256Hash = HashOf(extensions) };
        return query is null && request.Sha256Hash is null ? "The request has no document: send it as \"query\"." : null;
    }

    /// <summary>The same from the parameters of an address, where objects are JSON texts.</summary>
    public static string? Read(Microsoft.AspNetCore.Http.IQueryCollection query, out GraphQLRequest request)
    {
        request = new GraphQLRequest();
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in new[] { "query", "operationName" })
            {
                if (query.TryGetValue(name, out var value) && (value.ToString().Length > 0 || name is "query"))
                {
                    writer.WriteString(name, value.ToString());
                }
            }

            foreach (var name in new[] { "variables", "extensions" })
            {
                if (query.TryGetValue(name, out var value) && value.ToString().Length > 0)
                {
                    if (!TryParse(value.ToString(), out var json))
                    {
                        return $"The parameter \"{name}\" has to be a JSON object.";
                    }

                    writer.WritePropertyName(name);
                    json.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return TryParse(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan), out var body) ? Read(body, out request) : "The parameters cannot be read.";
    }

    private static bool TryParse(string text, out JsonElement json)
    {
        json = default;
        try
        {
            json = JsonSerializer.Deserialize<JsonElement>(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? ReadText(JsonElement body, string name, out string? text)
    {
        text = null;
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return $"The member \"{name}\" has to be a text.";
        }

        text = value.GetString();
        return null;
    }

    private static string? ReadObject(JsonElement body, string name, out JsonElement value)
    {
        if (!body.TryGetProperty(name, out value) || value.ValueKind == JsonValueKind.Null)
        {
            value = default;
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? null : $"The member \"{name}\" has to be an object.";
    }

    private static string? HashOf(JsonElement extensions)
        => extensions.ValueKind == JsonValueKind.Object
            && extensions.TryGetProperty("persistedQuery", out var persisted)
            && persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;
}
