using System.Net;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Assessments;

[Collection(GatewayCollection.Name)]
public sealed class DetectFraudEndpointTests(GatewayFixture fixture)
{
    private const string Fraudulent = """{"status":"fraudulent","message":"Transaction flagged as fraudulent"}""";
    private const string Legitimate = """{"status":"legitimate","message":"Transaction is legitimate"}""";

    [Theory]
    [InlineData("""{"amount":10000.01}""", Fraudulent)]
    [InlineData("""{"amount":50000}""", Fraudulent)]
    [InlineData("""{"amount":50}""", Legitimate)]
    [InlineData("""{"account_id":"123456","amount":500,"currency":"EUR","signature":"abc"}""", Legitimate)]
    public async Task Post_Transaction_AnswersStatusAndMessage(string body, string expected)
    {
        using var response = await fixture.Gateway.Client.PostAsync("/detect_fraud", Payments.Json(body));

        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("{}", "MEMBER_REQUIRED", "amount")]
    [InlineData("""{"amount":"a lot"}""", "AMOUNT_INVALID", "amount")]
    [InlineData("""{"amount":-1}""", "AMOUNT_NOT_POSITIVE", "amount")]
    [InlineData("[]", "JSON_MALFORMED", "")]
    public async Task Post_BadTransaction_IsRefused(string body, string code, string member)
    {
        var problem = await Problem.ReadAsync(await fixture.Gateway.Client.PostAsync("/detect_fraud", Payments.Json(body)));

        Assert.Equal((400, code, member), (problem.Status, Assert.Single(problem.Errors).Code, problem.Errors[0].Member));
    }

    [Fact]
    public async Task Post_Twice_KeepsNothing()
    {
        for (var i = 0; i < 2; i++)
        {
            await fixture.Gateway.Client.PostAsync("/detect_fraud", Payments.Json(Payments.Small("asked-1")));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await fixture.Gateway.Client.GetAsync("/api/v1/fraud-risk/assessments/transaction/asked-1")).StatusCode);
    }
}
