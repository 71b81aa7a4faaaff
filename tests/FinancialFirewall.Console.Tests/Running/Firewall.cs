using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>A real firewall. Each journey has a tenant of its own in it.</summary>
internal sealed class Firewall : IAsyncDisposable
{
    private readonly TemporaryDirectory directory;
    private readonly ServerProcess server;
    private readonly HttpClient administrator;

    private Firewall(TemporaryDirectory directory, ServerProcess server)
    {
        (this.directory, this.server) = (directory, server);
        administrator = ClientOf(File.ReadAllText(Path.Combine(directory.Data, "operator.key")).Trim());
    }

    public Uri Address => server.Address;

    public static async Task<Firewall> StartAsync()
    {
        var place = new TemporaryDirectory();
        return new Firewall(place, await ServerProcess.StartAsync(place.Data));
    }

    /// <summary>The tenant that the first start makes.</summary>
    public Tenant First() => new("demo", ClientOf(server.PrintedKey!));

    /// <summary>Another tenant, with the same policy.</summary>
    /// <param name="id">Its id.</param>
    public async Task<Tenant> OpenAsync(string id)
    {
        using var answer = await administrator.PostAsJsonAsync("/api/v1/tenants", new { tenantId = id });
        answer.EnsureSuccessStatusCode();
        return new Tenant(id, ClientOf((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("apiKey").GetString()!));
    }

    /// <summary>A link by which somebody becomes an owner of the first tenant, once.</summary>
    public async Task<string> SetUpLinkAsync()
    {
        var made = await FirewallProgram.RunAsync("setup-link", "--data", directory.Data, "--url", Address.GetLeftPart(UriPartial.Authority));
        return made.Output.Split('\n')[0].Trim();
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await server.DisposeAsync();
        directory.Dispose();
    }

    private HttpClient ClientOf(string key)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
