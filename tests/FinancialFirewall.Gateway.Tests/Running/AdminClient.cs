using System.Text;
using System.Text.Json;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>Requests of people who administer, and answers as JSON.</summary>
internal static class AdminClient
{
    /// <summary>Sends a request that must be answered with a status.</summary>
    /// <returns>The answer's JSON; undefined where it is empty.</returns>
    public static async Task<JsonElement> SendAsync(this HttpClient client, string method, string path, string? body, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{method} {path} was answered with {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>The code of the first error of a refusal with a status.</summary>
    public static async Task<string> RefusedAsync(this HttpClient client, string method, string path, string? body, int status)
        => (await client.SendAsync(method, path, body, status)).GetProperty("errors")[0].GetProperty("code").GetString()!;

    /// <summary>A member's text.</summary>
    public static string? Text(this JsonElement json, string member) => json.GetProperty(member).GetString();
}
