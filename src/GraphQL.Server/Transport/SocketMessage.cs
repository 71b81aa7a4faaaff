using System.Text.Json;

namespace GraphQL.Server.Transport;

/// <summary>A message of <c>graphql-transport-ws</c>.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">Which subscription it is about; null where it is about none.</param>
/// <param name="Payload">What it brings; null where it brings nothing.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement? Payload)
{
    public static bool TryRead(ReadOnlyMemory<byte> json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SocketMessage? message)
    {
        message = null;
        try
        {
            var body = JsonSerializer.Deserialize<JsonElement>(json.Span);
            if (body.ValueKind == JsonValueKind.Object && Text(body, "type") is { } type)
            {
                JsonElement? payload = body.TryGetProperty("payload", out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
                message = new SocketMessage(type, Text(body, "id"), payload);
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return message is not null;
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
