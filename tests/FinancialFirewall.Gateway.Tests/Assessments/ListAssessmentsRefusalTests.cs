using System.Net;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Assessments;

[Collection(GatewayCollection.Name)]
public sealed class ListAssessmentsRefusalTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/fraud-risk/assessments";

    [Theory]
    [InlineData("colour=red", "QUERY_UNKNOWN", "colour")]
    [InlineData("size=0", "QUERY_INVALID", "size")]
    [InlineData("size=501", "QUERY_INVALID", "size")]
    [InlineData("page=-1", "QUERY_INVALID", "page")]
    [InlineData("page=10000&size=500", "PAGE_TOO_FAR", "page")]
    [InlineData("from=yesterday", "QUERY_INVALID", "from")]
    [InlineData("from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z", "TIMES_INVALID", "until")]
    [InlineData("riskLevel=SEVERE", "QUERY_INVALID", "riskLevel")]
    [InlineData("decision=approve", "QUERY_INVALID", "decision")]
    [InlineData("status=DONE", "QUERY_INVALID", "status")]
    [InlineData("configurationId=7", "QUERY_INVALID", "configurationId")]
    [InlineData("sortBy=amount", "QUERY_INVALID", "sortBy")]
    [InlineData("sortDir=up", "QUERY_INVALID", "sortDir")]
    [InlineData("cursor=abc", "CURSOR_INVALID", "cursor")]
    [InlineData("answer=some", "ANSWER_UNKNOWN", "answer")]
    [InlineData("size=5&size=6", "QUERY_INVALID", "size")]
    public async Task Get_WrongQuery_NamesTheMember(string query, string code, string member)
    {
        var problem = await Problem.ReadAsync(await fixture.Gateway.Client.GetAsync($"{Path}?{query}"));

        Assert.Equal((400, code, member), (problem.Status, Assert.Single(problem.Errors).Code, problem.Errors[0].Member));
    }

    [Fact]
    public async Task Get_WithoutAKey_Answers401()
    {
        using var client = fixture.Gateway.CreateClient(null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/fraud-risk/high-risk")).StatusCode);
    }
}
