using System.Net;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Health;

[Collection(GatewayCollection.Name)]
public sealed class HealthEndpointsTests(GatewayFixture fixture)
{
    [Theory]
    [InlineData("/health/live", """{"status":"UP"}""")]
    [InlineData("/health/ready", """{"status":"READY","recovered":true,"journal":"HEALTHY"}""")]
    public async Task Get_Running_NeedsNoKey(string path, string expected)
    {
        using var client = fixture.Gateway.CreateClient(null);

        using var response = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}
