using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Configurations;

/// <summary>Requests that are wrong, and what is said about them.</summary>
[Collection(GatewayCollection.Name)]
public sealed class ConfigurationRefusalTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/fraud-risk/configurations";

    private HttpClient Client => fixture.Gateway.Client;

    [Theory]
    [InlineData("""{""", "JSON_MALFORMED", "")]
    [InlineData("""[]""", "TYPE_WRONG", "")]
    [InlineData("""{}""", "MEMBER_MISSING", "/configurationName")]
    [InlineData("""{"configurationName":"x","colour":"red"}""", "MEMBER_UNKNOWN", "/colour")]
    [InlineData("""{"configurationName":"x","configurationName":"y"}""", "MEMBER_DUPLICATE", "/configurationName")]
    [InlineData("""{"configurationName":"x","priority":0}""", "VALUE_OUT_OF_RANGE", "/priority")]
    [InlineData("""{"configurationName":"x","paymentSource":"BANK"}""", "VALUE_NOT_ALLOWED", "/paymentSource")]
    [InlineData("""{"configurationName":"x","riskRules":{"amountRules":{"highAmountThreshold":"many"}}}""", "TYPE_WRONG", "/riskRules/amountRules/highAmountThreshold")]
    [InlineData("""{"configurationName":"x","riskRules":{"locationRules":{"highRiskCountries":["UK"]}}}""", "COUNTRY_UNKNOWN", "/riskRules/locationRules/highRiskCountries/0")]
    [InlineData("""{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"amount >","weight":0.1}]}}""", "EXPRESSION_INVALID", "/riskRules/customRules/0/expression")]
    [InlineData("""{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"country in @none","weight":0.1}]}}""", "EXPRESSION_INVALID", "/riskRules/customRules/0/expression")]
    [InlineData("""{"configurationName":"x","decisionCriteria":{"hold":{"condition_a":"colour = 1"}}}""", "EXPRESSION_INVALID", "/decisionCriteria/hold/condition_a")]
    [InlineData("""{"configurationName":"x","thresholds":{"rejectThreshold":2}}""", "VALUE_OUT_OF_RANGE", "/thresholds/rejectThreshold")]
    [InlineData("""{"configurationName":"x","bankFraudApiConfig":{"apiUrl":"ftp://x"}}""", "URL_INVALID", "/bankFraudApiConfig/apiUrl")]
    [InlineData("""{"configurationName":"x","bankFraudApiConfig":{"enabled":false,"authentication":{"type":"API_KEY","apiKey":"********"}}}""", "SECRET_MASKED", "/bankFraudApiConfig/authentication/apiKey")]
    public async Task Post_WrongBody_NamesTheMemberAndChangesNothing(string body, string code, string member)
    {
        var before = await Client.GetStringAsync(Path);

        var problem = await Problem.ReadAsync(await Client.PostAsync(Path, Payments.Json(body)));

        Assert.Equal((400, code, member), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Member));
        Assert.Equal(before, await Client.GetStringAsync(Path));
    }

    [Fact]
    public async Task Post_WrongExpression_ShowsLineColumnAndCaret()
    {
        const string Body = """{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"amount > 1 and\ncountry == colour","weight":0.1}]}}""";

        var error = (await Problem.ReadAsync(await Client.PostAsync(Path, Payments.Json(Body)))).Errors.Single();

        Assert.StartsWith("Line 2, column 12: found ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("\ncountry == colour\n           ^^^^^^", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/6f9619ff-8b86-4d01-b42d-00cf4fc964ff", """{"configurationName":"x"}""", 404, "CONFIGURATION_UNKNOWN")]
    [InlineData("GET", "/nothing", null, 404, "ROUTE_UNKNOWN")]
    [InlineData("PATCH", "", "{}", 405, "METHOD_NOT_ALLOWED")]
    public async Task Request_ForWhatIsNot_SaysSo(string method, string path, string? body, int status, string code)
        => Assert.Equal(code, await Client.RefusedAsync(method, Path + path, body, status));

    [Theory]
    [InlineData("?colour=red", "QUERY_UNKNOWN", "colour")]
    [InlineData("?size=0", "QUERY_INVALID", "size")]
    [InlineData("?sortBy=colour", "QUERY_INVALID", "sortBy")]
    [InlineData("?isEnabled=maybe", "QUERY_INVALID", "isEnabled")]
    [InlineData("?paymentSource=both", "QUERY_INVALID", "paymentSource")]
    [InlineData("/check?paymentSource=BOTH", "QUERY_INVALID", "paymentSource")]
    public async Task Get_WrongQuery_NamesTheMember(string query, string code, string member)
    {
        var problem = await Problem.ReadAsync(await Client.GetAsync(Path + query));

        Assert.Equal((400, code, member), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Member));
    }
}
