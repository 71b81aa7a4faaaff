using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Problems;

[Collection(GatewayCollection.Name)]
public sealed class RoutesTests(GatewayFixture fixture)
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/fraud-risk/assessments/a/b")]
    public async Task Get_UnknownRoute_AnswersAProblem(string path)
    {
        var problem = await Problem.ReadAsync(await fixture.Gateway.Client.GetAsync(path));

        Assert.Equal((404, "ROUTE_UNKNOWN", path), (problem.Status, Assert.Single(problem.Errors).Code, problem.Errors[0].Value));
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/fraud-risk/assessments", "GET, POST")]
    [InlineData("GET", "/detect_fraud", "POST")]
    [InlineData("POST", "/health/live", "GET")]
    public async Task Send_WrongMethod_AnswersAProblemWithAllow(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await fixture.Gateway.Client.SendAsync(request);

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((405, "METHOD_NOT_ALLOWED", method), (problem.Status, Assert.Single(problem.Errors).Code, problem.Errors[0].Value));
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow.Order()));
    }
}
