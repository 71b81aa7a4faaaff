using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Authentication;

[Collection(GatewayCollection.Name)]
public sealed class KeysTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/fraud-risk/assessments";

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("ff_demo_")]
    [InlineData("ff_demo_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ff_nobody_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Post_WithoutAKnownKey_Answers401Alike(string? key)
    {
        using var client = fixture.Gateway.CreateClient(key);
        foreach (var (path, content) in new[] { (Path, Payments.Json("{")), ($"{Path}/batch", Payments.Lines("{")), ("/detect_fraud", Payments.Json("{")) })
        {
            using var response = await client.PostAsync(path, content);

            var problem = await Problem.ReadAsync(response);
            Assert.Equal((401, "API_KEY_UNKNOWN"), (problem.Status, Assert.Single(problem.Errors).Code));
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Post_KeyOfAnotherTenantsName_Answers401()
    {
        using var client = fixture.Gateway.CreateClient(fixture.Gateway.Key.Replace("ff_demo_", "ff_other_", StringComparison.Ordinal));

        Assert.Equal(401, (await Problem.ReadAsync(await client.PostAsync(Path, Payments.Json(Payments.Small("k-1"))))).Status);
    }

    [Fact]
    public async Task Post_XApiKey_IsAccepted()
    {
        using var client = fixture.Gateway.CreateClient(null);
        client.DefaultRequestHeaders.Add("X-Api-Key", fixture.Gateway.Key);

        Assert.Equal(System.Net.HttpStatusCode.Created, (await client.PostAsync(Path, Payments.Json(Payments.Small("k-2")))).StatusCode);
    }
}
