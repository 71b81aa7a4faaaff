using System.Net;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Assessments;

[Collection(GatewayCollection.Name)]
public sealed class AssessEndpointTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/fraud-risk/assessments";

    private HttpClient Client => fixture.Gateway.Client;

    [Fact]
    public async Task Post_NewPayment_Answers201AndIsFoundAgain()
    {
        using var response = await Client.PostAsync(Path, Payments.Json(Payments.Small("new/1", "ACC-NEW")));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        using var answer = JsonDocument.Parse(body);
        Assert.Equal("new/1", answer.RootElement.GetProperty("transactionReference").GetString());
        Assert.Equal("APPROVE", answer.RootElement.GetProperty("decision").GetString());
        Assert.Equal($"{Path}/{answer.RootElement.GetProperty("id").GetString()}", response.Headers.Location?.OriginalString);
        Assert.Equal(body, await Client.GetStringAsync(response.Headers.Location));
        Assert.Equal(body, await Client.GetStringAsync($"{Path}/transaction/new%2F1"));
    }

    [Fact]
    public async Task Post_SamePaymentAgain_Answers200WithTheFirstAnswer()
    {
        var first = await (await Client.PostAsync(Path, Payments.Json(Payments.Small("again-1")))).Content.ReadAsStringAsync();

        using var response = await Client.PostAsync(Path, Payments.Json(Payments.Small("again-1")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var before = JsonDocument.Parse(first);
        using var after = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(after.RootElement.GetProperty("duplicate").GetBoolean());
        foreach (var member in before.RootElement.EnumerateObject().Where(member => member.Name != "duplicate"))
        {
            Assert.Equal(member.Value.GetRawText(), after.RootElement.GetProperty(member.Name).GetRawText());
        }
    }

    [Theory]
    [InlineData("ACC-1", "51.00", "amount")]
    [InlineData("ACC-2", "50.00", "fromAccountNumber")]
    public async Task Post_SameReferenceWithAnotherBody_Answers409WithWhatDiffers(string account, string amount, string member)
    {
        var reference = $"conflict-{member}";
        await Client.PostAsync(Path, Payments.Json(Payments.Small(reference)));

        using var response = await Client.PostAsync(Path, Payments.Json(Payments.Small(reference, account, amount)));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal(409, problem.Status);
        Assert.Contains(problem.Errors, error => error.Member == member);
    }

    [Fact]
    public async Task Post_AnswerBrief_LeavesOutTheRest()
    {
        using var response = await Client.PostAsync($"{Path}?answer=brief", Payments.Json(Payments.Small("brief-1")));

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(
            ["id", "transactionReference", "decision", "riskScore", "riskLevel", "riskFactors"],
            answer.RootElement.EnumerateObject().Select(static member => member.Name));
    }

    [Theory]
    [InlineData("", 400, "NOT_JSON", "", "")]
    [InlineData("{", 400, "NOT_JSON", "", null)]
    [InlineData("[]", 400, "NOT_AN_OBJECT", "", null)]
    [InlineData("""{"transactionReference":"x","amount":1,"currency":"EUR","fromAccountNumber":"A"} {}""", 400, "NOT_JSON", "", null)]
    [InlineData("""{"transactionReference":"x","amount":1,"currency":"EUR","fromAccountNumber":"A","colour":"red"}""", 400, "MEMBER_UNKNOWN", "colour", null)]
    [InlineData("""{"transactionReference":"x","amount":1,"currency":"EURO","fromAccountNumber":"A"}""", 400, "CURRENCY_UNKNOWN", "currency", "EURO")]
    [InlineData("""{"transactionReference":"x","amount":-5,"currency":"EUR","fromAccountNumber":"A"}""", 400, "AMOUNT_NOT_POSITIVE", "amount", "-5")]
    [InlineData("""{"transactionReference":"x","amount":"1.005","currency":"EUR","fromAccountNumber":"A"}""", 400, "AMOUNT_DECIMALS", "amount", "1.005")]
    [InlineData("""{"amount":1,"currency":"EUR","fromAccountNumber":"A"}""", 400, "MEMBER_REQUIRED", "transactionReference", "")]
    public async Task Post_BadPayment_IsRefusedByMemberAndValue(string body, int status, string code, string member, string? value)
    {
        using var response = await Client.PostAsync(Path, Payments.Json(body));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal(status, problem.Status);
        var error = Assert.Single(problem.Errors);
        Assert.Equal((code, member), (error.Code, error.Member));
        Assert.Equal(value ?? error.Value, error.Value);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public async Task Post_SeveralMistakes_AreAllNamed()
    {
        using var response = await Client.PostAsync(Path, Payments.Json("""{"transactionReference":"x","amount":-5,"currency":"EURO","country":"UK"}"""));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal(400, problem.Status);
        Assert.Superset(
            new HashSet<string>(["CURRENCY_UNKNOWN", "COUNTRY_UNKNOWN", "MEMBER_REQUIRED"], StringComparer.Ordinal),
            problem.Errors.Select(static error => error.Code).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Post_OverlongReference_IsRefused()
    {
        using var response = await Client.PostAsync(Path, Payments.Json(Payments.Small(new string('R', 101))));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((400, "MEMBER_TOO_LONG", "transactionReference"), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Member));
    }

    [Fact]
    public async Task Post_DeepNesting_IsRefused()
    {
        var metadata = string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500);
        var body = Payments.Small("deep-1")[..^1] + ",\"metadata\":" + metadata + "}";

        using var response = await Client.PostAsync(Path, Payments.Json(body));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((400, "NESTED_TOO_DEEP"), (problem.Status, Assert.Single(problem.Errors).Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyOverTheLimit_Answers413(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"description\":\"{new string('x', 1 << 20)}\"}}"))),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        // The body comes after the server has asked for it; otherwise the connection may end while it is sent, before the answer is read.
        request.Headers.ExpectContinue = true;

        using var response = await Client.SendAsync(request);

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((413, "BODY_TOO_LARGE"), (problem.Status, Assert.Single(problem.Errors).Code));
    }

    [Fact]
    public async Task Post_FormContentType_Answers415()
    {
        using var response = await Client.PostAsync(Path, new StringContent(Payments.Small("form-1"), Encoding.UTF8, "application/x-www-form-urlencoded"));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((415, "CONTENT_TYPE_UNSUPPORTED", "Content-Type"), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Member));
    }

    [Fact]
    public async Task Post_UnknownAnswer_IsRefusedAndKeepsNothing()
    {
        using var response = await Client.PostAsync($"{Path}?answer=short", Payments.Json(Payments.Small("short-1")));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((400, "ANSWER_UNKNOWN", "short"), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Value));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"{Path}/transaction/short-1")).StatusCode);
    }

    [Fact]
    public async Task Get_AnotherTenantsAssessment_ReadsAsUnknown()
    {
        using var created = await Client.PostAsync(Path, Payments.Json(Payments.Small("mine-1")));
        var location = created.Headers.Location!.OriginalString;
        var unknown = location[..^1] + (location[^1] == '0' ? '1' : '0');

        var others = await Problem.ReadAsync(await fixture.Gateway.OtherClient.GetAsync(location));
        var none = await Problem.ReadAsync(await Client.GetAsync(unknown));

        Assert.Equal((404, "ASSESSMENT_UNKNOWN"), (others.Status, others.Errors[0].Code));
        Assert.Equal(none.Errors[0] with { Value = "" }, others.Errors[0] with { Value = "" });
        Assert.Equal(404, (await Problem.ReadAsync(await fixture.Gateway.OtherClient.GetAsync($"{Path}/transaction/mine-1"))).Status);
    }

    [Fact]
    public async Task Post_SameReferenceOfAnotherTenant_IsNoDuplicate()
    {
        await Client.PostAsync(Path, Payments.Json(Payments.Small("both-1")));

        using var response = await fixture.Gateway.OtherClient.PostAsync(Path, Payments.Json(Payments.Small("both-1", amount: "70.00")));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Get_NoId_Answers404(string id)
    {
        var problem = await Problem.ReadAsync(await Client.GetAsync($"{Path}/{id}"));

        Assert.Equal((404, "ASSESSMENT_UNKNOWN", id), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Value));
    }

    [Theory]
    [InlineData("slash/in/it", "slash/in/it")]
    [InlineData("slash/in/it-2", "slash%2Fin%2Fit-2")]
    [InlineData("percent%2Fkept", "percent%252Fkept")]
    [InlineData("with space", "with%20space")]
    [InlineData("ümläut?", "%C3%BCml%C3%A4ut%3F")]
    public async Task Get_ReferenceWithSpecialCharacters_IsFound(string reference, string escaped)
    {
        using var created = await Client.PostAsync(Path, Payments.Json(Payments.Small(reference)));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);

        using var answer = JsonDocument.Parse(await Client.GetStringAsync($"{Path}/transaction/{escaped}"));

        Assert.Equal(reference, answer.RootElement.GetProperty("transactionReference").GetString());
    }
}
