using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Asks GraphQL as clients do.</summary>
internal static class GraphClient
{
    private const string Path = "/graphql";

    /// <summary>The whole answer to a document.</summary>
    public static async Task<JsonElement> AskAsync(this HttpClient client, string document, object? variables = null)
    {
        using var request = RequestOf(document, variables, "application/graphql-response+json");
        using var response = await client.SendAsync(request);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The data of an answer without errors.</summary>
    public static async Task<JsonElement> DataAsync(this HttpClient client, string document, object? variables = null)
    {
        var answer = await client.AskAsync(document, variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        return answer.GetProperty("data");
    }

    /// <summary>The extensions of the first error of an answer.</summary>
    public static async Task<JsonElement> RefusalAsync(this HttpClient client, string document, object? variables = null)
    {
        var answer = await client.AskAsync(document, variables);
        Assert.True(answer.TryGetProperty("errors", out var errors), answer.GetRawText());
        return errors[0].GetProperty("extensions");
    }

    /// <summary>The answers to a subscription over an event stream, as they come; it ends when the enumeration is left.</summary>
    public static async IAsyncEnumerable<JsonElement> SubscribeAsync(this HttpClient client, string document, object? variables = null)
    {
        using var request = RequestOf(document, variables, "text/event-stream");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return JsonElement.Parse(line["data: ".Length..]);
            }
        }
    }

    private static HttpRequestMessage RequestOf(string document, object? variables, string accept)
    {
        var body = new JsonObject { ["query"] = document, ["variables"] = JsonSerializer.SerializeToNode(variables) };
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return request;
    }
}
