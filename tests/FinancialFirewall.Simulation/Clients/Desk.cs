using System.Text;
using System.Text.Json.Nodes;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Sends what people send beside payments: small requests, which are repeated by hand where no answer comes.</summary>
internal sealed class Desk(World world, Random random)
{
    private const int Unavailable = 500;

    private TimeSpan Patience => TimeSpan.FromSeconds(random.Next(10) == 0 ? random.Next(1, 10) : 90);

    /// <summary>Sends a request.</summary>
    /// <returns>The status and the object in the answer; nothing where nothing came back, or only that it cannot be done now.</returns>
    public async Task<(int Status, JsonNode? Json)?> SendAsync(int tenant, string method, string target, string? body, string? key = null, string contentType = "application/json")
    {
        var content = body is null ? Stream.Null : new MemoryStream(Encoding.UTF8.GetBytes(body));
        var response = await world.Connection.SendAsync(method, target, world.Tenants[tenant].ApiKey, body is null ? null : contentType, content, Patience, key);
        return response is null or { Status: >= Unavailable } ? null : (response.Status, response.Body.Length == 0 ? null : JsonNode.Parse(response.Body));
    }

    /// <summary>The code of a refusal.</summary>
    public static string CodeOf(JsonNode? refusal) => (string)refusal!["errors"]![0]!["code"]!;
}
