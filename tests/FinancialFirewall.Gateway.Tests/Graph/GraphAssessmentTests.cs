using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>Assessing, finding and listing over GraphQL: the same answers as over REST.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphAssessmentTests(GatewayFixture fixture)
{
    private const string Assess =
        "mutation($payment: PaymentInput!) { assessPayment(payment: $payment) { id transactionReference decision riskScore riskLevel duplicate riskFactors { name share } } }";

    [Fact]
    public async Task AssessPayment_NewAndAgain_GivesTheAnswerThatRestGives()
    {
        using var client = await ClientAsync("assessing");
        var payment = PaymentOf("A-1", 50.00m);

        var first = (await client.DataAsync(Assess, new { payment })).GetProperty("assessPayment");
        var again = (await client.DataAsync(Assess, new { payment })).GetProperty("assessPayment");
        var rest = await client.SendAsync("GET", $"/api/v1/fraud-risk/assessments/{first.Text("id")}", null, 200);

        Assert.False(first.GetProperty("duplicate").GetBoolean());
        Assert.True(again.GetProperty("duplicate").GetBoolean());
        foreach (var member in new[] { "id", "transactionReference", "decision", "riskScore", "riskLevel" })
        {
            Assert.Equal(rest.GetProperty(member).GetRawText(), first.GetProperty(member).GetRawText());
        }
    }

    [Fact]
    public async Task Assessment_Payment_IsThePaymentInItsNormalForm()
    {
        using var client = await ClientAsync("paying");
        var payment = new { transactionReference = "P-1", amount = 50.50m, currency = "EUR", fromAccountNumber = "DE89 3704 0044 0532 0130 00", debtorName = "Maria Keller", latitude = 52.5m, metadata = new { order = 7 } };
        await client.DataAsync(Assess, new { payment });

        var kept = await client.DataAsync(
            """{ assessmentByReference(transactionReference: "P-1") { payment { transactionReference amount currency fromAccountNumber fromCountry kind paymentSource debtorName latitude metadata creditorName cardPresent } } }""");

        Assert.Equal(
            """{"transactionReference":"P-1","amount":50.50,"currency":"EUR","fromAccountNumber":"DE89370400440532013000","fromCountry":"DE","kind":"PAYMENT","paymentSource":"BANK_CLIENT","debtorName":"Maria Keller","latitude":52.5,"metadata":{"order":7},"creditorName":null,"cardPresent":null}""",
            kept.GetProperty("assessmentByReference").GetProperty("payment").GetRawText());
    }

    [Fact]
    public async Task Statistics_ResponseTimes_CountEachPaymentInOneClass()
    {
        using var client = await ClientAsync("timing");
        await client.DataAsync(Assess, new { payment = PaymentOf("T-1", 1m) });
        await client.SendAsync("POST", "/api/v1/fraud-risk/assessments", JsonSerializer.Serialize(PaymentOf("T-2", 1m)), 201);

        var classes = (await client.DataAsync("{ statistics { responseTimes { untilMs count } } }")).GetProperty("statistics").GetProperty("responseTimes").EnumerateArray().ToList();

        Assert.Equal(0.5m, classes[0].GetProperty("untilMs").GetDecimal());
        Assert.Equal(JsonValueKind.Null, classes[^1].GetProperty("untilMs").ValueKind);
        Assert.Equal(2, classes.Sum(one => one.GetProperty("count").GetInt64()));
    }

    [Fact]
    public async Task AssessPayment_BadMembers_AreAllRefusedAsRestRefusesThem()
    {
        using var client = await ClientAsync("refusing");
        var payment = new { transactionReference = "", amount = 1.001m, currency = "EURO", fromAccountNumber = "ACC-1" };

        var refusal = await client.RefusalAsync(Assess, new { payment });
        var rest = await client.SendAsync("POST", "/api/v1/fraud-risk/assessments", JsonSerializer.Serialize(payment), 400);

        Assert.Equal(400, refusal.GetProperty("status").GetInt32());
        Assert.Equal(
            rest.GetProperty("errors").EnumerateArray().Select(error => (error.Text("code"), error.Text("member"), error.Text("value"), error.Text("message"))),
            refusal.GetProperty("errors").EnumerateArray().Select(error => (error.Text("code"), error.Text("member"), error.Text("value"), error.Text("message"))));
    }

    [Fact]
    public async Task AssessPayment_SameReferenceWithAnotherBody_IsAConflictThatSaysWhatDiffers()
    {
        using var client = await ClientAsync("conflicting");
        await client.DataAsync(Assess, new { payment = PaymentOf("C-1", 1m) });

        var refusal = await client.RefusalAsync(Assess, new { payment = PaymentOf("C-1", 2m) });

        Assert.Equal((409, "amount"), (refusal.GetProperty("status").GetInt32(), refusal.Text("member")));
    }

    [Fact]
    public async Task AssessPayments_SomeRefused_AnswersEachInItsPlace()
    {
        using var client = await ClientAsync("several");
        var payments = new[] { PaymentOf("S-1", 1m), PaymentOf("S-2", -1m), PaymentOf("S-1", 1m), PaymentOf("S-3", 7m) };

        var answer = await client.AskAsync("mutation($payments: [PaymentInput!]!) { assessPayments(payments: $payments) { transactionReference decision duplicate } }", new { payments });

        Assert.Equal(
            """[{"transactionReference":"S-1","decision":"APPROVE","duplicate":false},null,{"transactionReference":"S-1","decision":"APPROVE","duplicate":true},{"transactionReference":"S-3","decision":"APPROVE","duplicate":false}]""",
            answer.GetProperty("data").GetProperty("assessPayments").GetRawText());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("""["assessPayments",1]""", error.GetProperty("path").GetRawText());
        Assert.Equal("amount", error.GetProperty("extensions").Text("member"));
    }

    [Fact]
    public async Task AssessPayments_TooMany_AreRefusedAtOnce()
    {
        using var client = await ClientAsync("many");
        var payments = Enumerable.Range(0, 101).Select(i => PaymentOf($"M-{i}", 1m)).ToArray();

        var refusal = await client.RefusalAsync("mutation($payments: [PaymentInput!]!) { assessPayments(payments: $payments) { id } }", new { payments });

        Assert.Equal(("PAYMENTS_COUNT", 400), (refusal.Text("code"), refusal.GetProperty("status").GetInt32()));
        Assert.Equal("null", (await client.DataAsync("""{ assessmentByReference(transactionReference: "M-0") { id } }""")).GetProperty("assessmentByReference").GetRawText());
    }

    [Fact]
    public async Task Metadata_LiteralOrVariable_IsKeptAsItCame()
    {
        using var client = await ClientAsync("metadata");
        await client.DataAsync("""mutation { assessPayment(payment: { transactionReference: "D-1", amount: 5, currency: "EUR", fromAccountNumber: "A", metadata: { a: 1.50, b: ["x", true, null] } }) { id } }""");

        var again = await client.SendAsync(
            "POST", "/api/v1/fraud-risk/assessments", """{"transactionReference":"D-1","amount":5,"currency":"EUR","fromAccountNumber":"A","metadata":{"a":1.50,"b":["x",true,null]}}""", 200);

        Assert.True(again.GetProperty("duplicate").GetBoolean());
    }

    [Fact]
    public async Task Assessments_PageByPage_AreAllOnceInTheOrderOfRest()
    {
        using var client = await ClientAsync("paging");
        for (var i = 0; i < 7; i++)
        {
            await client.DataAsync(Assess, new { payment = PaymentOf($"P-{i}", 10m + i, $"ACC-{i % 3}") });
        }

        foreach (var order in new[] { "NEWEST_FIRST", "OLDEST_FIRST", "HIGHEST_SCORE_FIRST" })
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                var page = (await client.DataAsync(
                    $"query($after: String) {{ assessments(orderBy: {order}, first: 3, after: $after) {{ totalCount {{ number isExact }} edges {{ cursor node {{ transactionReference }} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                    new { after })).GetProperty("assessments");
                Assert.Equal("""{"number":7,"isExact":true}""", page.GetProperty("totalCount").GetRawText());
                seen.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").Text("transactionReference")!));
                after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").Text("endCursor") : null;
            }
            while (after is not null);

            Assert.Equal(7, seen.Distinct().Count());
            Assert.Equal(7, seen.Count);
            var rest = await client.SendAsync("GET", $"/api/v1/fraud-risk/assessments?sortBy={(order.StartsWith("HIGHEST", StringComparison.Ordinal) ? "riskScore" : "assessedAt")}&sortDir={(order is "OLDEST_FIRST" ? "asc" : "desc")}", null, 200);
            Assert.Equal(rest.EnumerateArray().Select(assessment => assessment.Text("transactionReference")), seen);
        }
    }

    [Fact]
    public async Task Assessments_FromTheCursorOfEachEdge_GoOnBehindIt()
    {
        using var client = await ClientAsync("edges");
        for (var i = 0; i < 4; i++)
        {
            await client.DataAsync(Assess, new { payment = PaymentOf($"E-{i}", 10m) });
        }

        const string page = "query($after: String) { assessments(after: $after) { edges { cursor node { transactionReference } } } }";
        var edges = (await client.DataAsync(page)).GetProperty("assessments").GetProperty("edges").EnumerateArray().ToList();
        for (var i = 0; i < edges.Count; i++)
        {
            var rest = (await client.DataAsync(page, new { after = edges[i].Text("cursor") })).GetProperty("assessments").GetProperty("edges").EnumerateArray();
            Assert.Equal(edges.Skip(i + 1).Select(edge => edge.GetRawText()), rest.Select(edge => edge.GetRawText()));
        }
    }

    [Theory]
    [InlineData("first: 0", "PAGE_SIZE_INVALID", "first")]
    [InlineData("first: 501", "PAGE_SIZE_INVALID", "first")]
    [InlineData("after: \"nothing\"", "CURSOR_INVALID", "cursor")]
    [InlineData("after: \"nothing\", orderBy: OLDEST_FIRST", "CURSOR_INVALID", "after")]
    [InlineData("view: HIGH_RISK, filter: { riskLevels: [LOW] }", "MEMBER_INVALID", "riskLevels")]
    [InlineData("filter: { from: \"2026-01-02T00:00:00Z\", until: \"2026-01-01T00:00:00Z\" }", "TIMES_INVALID", "until")]
    public async Task Assessments_BadArguments_AreRefusedByName(string arguments, string code, string member)
    {
        using var client = await ClientAsync("arguments");

        var refusal = await client.RefusalAsync($"{{ assessments({arguments}) {{ nodes {{ id }} }} }}");

        Assert.Equal((code, member, 400), (refusal.Text("code"), refusal.Text("member"), refusal.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task FraudCheck_AnyPayment_KeepsNothing()
    {
        using var client = await ClientAsync("checking");

        var flagged = (await client.DataAsync("{ fraudCheck(payment: { amount: 10000000 }) { isFlagged decision } }")).GetProperty("fraudCheck");
        var small = (await client.DataAsync("{ fraudCheck(payment: { amount: 5 }) { isFlagged decision } }")).GetProperty("fraudCheck");

        Assert.True(flagged.GetProperty("isFlagged").GetBoolean());
        Assert.Equal("""{"isFlagged":false,"decision":"APPROVE"}""", small.GetRawText());
        Assert.Equal("0", (await client.DataAsync("{ assessments { totalCount { number } } }")).GetProperty("assessments").GetProperty("totalCount").GetProperty("number").GetRawText());
    }

    [Fact]
    public async Task Statistics_AfterPayments_HaveCountedThem()
    {
        using var client = await ClientAsync("counting");
        await client.DataAsync(Assess, new { payment = PaymentOf("T-1", 1m) });
        await client.DataAsync(Assess, new { payment = PaymentOf("T-1", 1m) });
        await client.RefusalAsync(Assess, new { payment = PaymentOf("T-2", -1m) });

        var counted = (await client.DataAsync("{ statistics { payments duplicates degraded decisions { decision count } refusals { count } } }")).GetProperty("statistics");

        Assert.StartsWith("""{"payments":1,"duplicates":1,"degraded":0,""", counted.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("""{"decision":"APPROVE","count":1}""", counted.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"refusals\":[{\"count\":1}]", counted.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> ClientAsync(string tenant)
        => fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync($"g-{tenant}-{Interlocked.Increment(ref tenants).ToString(CultureInfo.InvariantCulture)}"));

    private static int tenants;

    private static object PaymentOf(string transactionReference, decimal amount, string fromAccountNumber = "ACC-1")
        => new { transactionReference, amount, currency = "EUR", fromAccountNumber };
}
