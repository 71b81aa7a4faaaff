using System.Net;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Privacy;

[Collection(GatewayCollection.Name)]
public sealed class PersonEndpointTests(GatewayFixture fixture)
{
    private const string Assessments = "/api/v1/fraud-risk/assessments";
    private const string Card = "5555555555554444";

    private HttpClient Client => fixture.Gateway.Client;

    [Fact]
    public async Task Export_Customer_AnswersEveryMemberAndTheAnswer()
    {
        await AssessAsync("""{"transactionReference": "person-2", "amount": 12.5, "currency": "EUR", "fromAccountNumber": "FR1420041010050500013M02606", "customerId": "PERSON-1", "debtorName": "Jane", "metadata": {"a": 1}}""");
        await AssessAsync("""{"transactionReference": "person-3", "amount": 5, "currency": "EUR", "fromAccountNumber": "X", "customerId": "PERSON-2"}""");

        using var response = await PostAsync("/api/v1/persons/export", """{"customerId": "PERSON-1"}""");

        using var export = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var one = Assert.Single(export.RootElement.GetProperty("payments").EnumerateArray());
        Assert.Equal("FR1420041010050500013M02606", one.GetProperty("payment").GetProperty("fromAccountNumber").GetString());
        Assert.Equal("Jane", one.GetProperty("payment").GetProperty("debtorName").GetString());
        Assert.Equal(1, one.GetProperty("payment").GetProperty("metadata").GetProperty("a").GetInt32());
        Assert.Equal("person-2", one.GetProperty("assessment").GetProperty("transactionReference").GetString());
        Assert.Equal(("PERSON-1", 1, 0), (
            export.RootElement.GetProperty("customerId").GetString(),
            export.RootElement.GetProperty("count").GetInt32(),
            export.RootElement.GetProperty("erasedPayments").GetInt32()));
    }

    [Fact]
    public async Task Erase_DryRunThenForGood_SaysWhatAndLeavesThePayment()
    {
        var body = """{"transactionReference": "person-1", "amount": 12.5, "currency": "EUR", "fromAccountNumber": "GB33BUKB20201555555555", "customerId": "PERSON-3", "debtorName": "Jane"}""";
        await AssessAsync(body);
        var dry = await EraseAsync("""{"accountNumber": "gb33 bukb 2020 1555 5555 55", "dryRun": true}""");
        Assert.Equal((false, true, 1, 1), (dry.GetProperty("erased").GetBoolean(), dry.GetProperty("dryRun").GetBoolean(), dry.GetProperty("payments").GetInt32(), dry.GetProperty("accounts").GetInt32()));
        Assert.False((await FindAsync("person-1")).TryGetProperty("erased", out _));

        var erased = await EraseAsync("""{"accountNumber": "GB33BUKB20201555555555", "reason": "Art. 17"}""");

        Assert.Equal((true, 1, 0), (erased.GetProperty("erased").GetBoolean(), erased.GetProperty("payments").GetInt32(), erased.GetProperty("erasedBefore").GetInt32()));
        var found = await FindAsync("person-1");
        Assert.True(found.GetProperty("erased").GetBoolean());
        Assert.Equal(erased.GetProperty("erasedAt").GetString(), found.GetProperty("erasedAt").GetString());
        Assert.Equal("APPROVE", found.GetProperty("decision").GetString());
        using var again = await PostAsync(Assessments, body);
        Assert.Contains("\"duplicate\":true", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var nothing = await EraseAsync("""{"accountNumber": "GB33BUKB20201555555555"}""");
        Assert.Equal((true, 0, 1), (nothing.GetProperty("erased").GetBoolean(), nothing.GetProperty("payments").GetInt32(), nothing.GetProperty("erasedBefore").GetInt32()));
    }

    [Fact]
    public async Task Erase_CardAsAccount_IsNamedByItsNumber()
    {
        await AssessAsync($$"""{"transactionReference": "person-4", "amount": 12.5, "currency": "EUR", "fromAccountNumber": "{{Card}}"}""");
        Assert.Equal(1, (await EraseAsync($$"""{"accountNumber": "{{Card}}"}""")).GetProperty("payments").GetInt32());
    }

    [Theory]
    [InlineData("{}", "PERSON_REQUIRED")]
    [InlineData("""{"customerId": ""}""", "PERSON_REQUIRED")]
    [InlineData("""{"customerId": "C", "accountNumber": "A"}""", "PERSON_AMBIGUOUS")]
    [InlineData("""{"customerId": "C", "colour": 1}""", "JSON_MALFORMED")]
    [InlineData("""{"customerId": 5}""", "JSON_MALFORMED")]
    [InlineData("[]", "JSON_MALFORMED")]
    [InlineData("null", "PERSON_REQUIRED")]
    public async Task Erase_BodyThatNamesNobody_IsRefused(string body, string code)
    {
        using var response = await PostAsync("/api/v1/persons/erase", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (await Problem.ReadAsync(response)).Errors[0].Code);
    }

    [Fact]
    public async Task Export_WithoutAKey_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/persons/export") { Content = Payments.Json("""{"customerId": "PERSON-1"}""") };
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", "ff_nobody_x");
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task AssessAsync(string body)
    {
        using var response = await PostAsync(Assessments, body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) => Client.PostAsync(path, Payments.Json(body));

    private async Task<JsonElement> EraseAsync(string body)
    {
        using var response = await PostAsync("/api/v1/persons/erase", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<JsonElement> FindAsync(string reference)
        => JsonDocument.Parse(await Client.GetStringAsync($"{Assessments}/transaction/{reference}")).RootElement;
}
