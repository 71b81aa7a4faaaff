using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>Reads the JSON body of a request, up to a size.</summary>
internal static class BoundedBody
{
    /// <summary>The body, or the status and the sentence that say why there is none.</summary>
    public static async Task<(JsonElement Body, int Status, string? Wrong)> ReadAsync(HttpRequest request, int maxBytes)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > maxBytes)
            {
                return (default, StatusCodes.Status413PayloadTooLarge, $"The body has more than {maxBytes} bytes.");
            }

            buffer.Write(chunk, 0, read);
        }

        try
        {
            return (JsonSerializer.Deserialize<JsonElement>(buffer.ToArray()), StatusCodes.Status200OK, null);
        }
        catch (JsonException malformed)
        {
            return (default, StatusCodes.Status400BadRequest, $"The body is no JSON: {malformed.Message}");
        }
    }
}
