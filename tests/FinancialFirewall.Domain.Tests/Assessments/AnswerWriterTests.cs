using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Assessments;

public sealed class AnswerWriterTests
{
    private const string Policy = """
        {"baseCurrency": "EUR", "configurations": [{"id": "11111111-2222-8333-8444-555555555555", "configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
         "timeoutConfig": {"timeoutMinutes": 90}, "riskRules": {"amountRules": {"highAmountThreshold": 100}, "customRules": [{"name": "Größe \"x\"", "expression": "amount > 50", "weight": 0.25}]}}]}
        """;

    [Fact]
    public void Brief_OfAPayment_IsExactlyThis()
    {
        var assessed = PolicyBench.Of(Policy).Assess("\"transactionReference\": \"R\\\"1\\\\ü\", \"amount\": 120");
        var id = AssessmentId.Of(PolicyBench.Tenant, 5, 1, PolicyBench.Start);

        Assert.Equal(
            $$"""{"id":"{{id}}","transactionReference":"R\"1\\ü","decision":"MANUAL_REVIEW","riskScore":0.5500,"riskLevel":"MEDIUM","riskFactors":["highAmount","Größe \"x\""]}""",
            assessed.BriefText());
        Assert.Equal(
            $$"""{"id":"{{id}}","transactionReference":"R\"1\\ü","decision":"REJECT","riskScore":0.5500,"riskLevel":"MEDIUM","riskFactors":["highAmount","Größe \"x\""],"duplicate":true}""",
            assessed.BriefText(new AnswerState(IsDuplicate: true, Decision.Reject)));
    }

    [Fact]
    public void Brief_MoreFactorsThanAWordHas_NamesEachThatHolds()
    {
        var rules = Enumerable.Range(0, 70).Select(static i => $$"""{"name": "r{{i}}", "expression": "amount > {{(i % 3 == 0 ? 50 : 500)}}", "weight": 0.01}""");
        var policy = $$"""
            {"baseCurrency": "EUR", "configurations": [{"id": "11111111-2222-8333-8444-555555555555", "configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
             "riskRules": {"customRules": [{{string.Join(',', rules)}}] } }]}
            """;
        var names = string.Join(',', Enumerable.Range(0, 70).Where(static i => i % 3 == 0).Select(static i => $"\"r{i}\""));

        Assert.EndsWith($"\"riskFactors\":[{names}]}}", PolicyBench.Of(policy).Assess("\"transactionReference\": \"R\", \"amount\": 120").BriefText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Brief_EachDecisionAndLevel_SaysItsWords()
    {
        foreach (var decision in Enum.GetValues<Decision>())
        {
            foreach (var level in Enum.GetValues<RiskLevel>())
            {
                var text = new byte[128];
                var length = BriefDecision.Of(decision, level).Write(new Score(1_234), text);

                Assert.Equal(
                    $",\"decision\":\"{EnumNames<Decision>.Of(decision)}\",\"riskScore\":0.1234,\"riskLevel\":\"{EnumNames<RiskLevel>.Of(level)}\",\"riskFactors\":[",
                    Encoding.UTF8.GetString(text, 0, length));
            }
        }
    }

    [Fact]
    public void Brief_WithoutFactors_HasAnEmptyList()
        => Assert.EndsWith("\"decision\":\"APPROVE\",\"riskScore\":0.0000,\"riskLevel\":\"LOW\",\"riskFactors\":[]}", PolicyBench.Of(Policy).Assess().BriefText(), StringComparison.Ordinal);

    [Fact]
    public void Whole_OfAPayment_IsExactlyThis()
    {
        var bench = PolicyBench.Of(Policy);
        var assessed = bench.Assess("\"transactionReference\": \"R1\", \"amount\": 120, \"paymentType\": \"SEPA\"");
        var id = AssessmentId.Of(PolicyBench.Tenant, 5, 1, PolicyBench.Start);

        Assert.Equal(
            $$$"""
            {"id":"{{{id}}}","assessmentId":"{{{id}}}","transactionReference":"R1","tenantId":"bench","status":"COMPLETED",
            "riskScore":0.5500,"riskLevel":"MEDIUM","decision":"HOLD","initialDecision":"MANUAL_REVIEW","decisionReason":"riskScore 0.5500 reaches manualReviewThreshold 0.5000.",
            "riskFactors":[{"name":"highAmount","weight":0.3000,"share":0.3000,"observed":{"amount":120.00}},{"name":"Größe \"x\"","weight":0.2500,"share":0.2500,"observed":{"amount":120.00}}],
            "configurationId":"11111111-2222-8333-8444-555555555555","policyVersion":7,"policyHash":"{{{bench.Policy.Hash}}}","externalApiUsed":null,"degraded":false,"fraudCheckEnabled":true,
            "processingTimeMs":1,"externalApiResponseTimeMs":null,"assessedAt":"2026-03-04T12:00:00Z","expiresAt":"2026-03-04T13:30:00Z","retryCount":0,"errorMessage":null,"duplicate":true,
            "createdAt":"2026-03-04T12:00:00Z","updatedAt":"2026-03-04T12:00:00Z",
            "paymentType":"SEPA","localInstrumentationCode":null,"clearingSystemCode":null,"paymentSource":"BANK_CLIENT","riskAssessmentType":"REAL_TIME"}
            """.ReplaceLineEndings(""),
            assessed.WholeText(new AnswerState(IsDuplicate: true, Decision.Hold)));
    }

    [Fact]
    public void Whole_OneBehindTheOtherOnAThread_IsAsOnAThreadOfItsOwn()
    {
        const string windows = """
            {"baseCurrency": "EUR", "configurations": [{"id": "11111111-2222-8333-8444-555555555555", "configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME", "riskRules": {"customRules":
             [{"name": "often", "expression": "count(payments, 24h) >= 1 and exists(deviceId)", "weight": 0.2}, {"name": "before", "expression": "exists(last(toAccountNumber, 24h)) or amount > 10", "weight": 0.1}]}}]}
            """;
        var bench = PolicyBench.Of(windows);
        var remark = new string('é', 250);
        Assessed[] all =
        [
            bench.Assess($"\"amount\": 120, \"deviceId\": \"d1\", \"description\": \"{remark}\""), PolicyBench.Of(Policy).Assess("\"amount\": 60"), bench.Assess("\"amount\": 12"), PolicyBench.Of(Policy).Assess(),
        ];

        var behind = all.Select(static one => one.WholeText()).ToList();

        Assert.Equal(all.Select(static one => OnAThreadOfItsOwn(() => one.WholeText())), behind);
    }

    [Fact]
    public void ExplanationMemory_WhileItIsInUse_IsNobodyElses()
    {
        var first = ExplanationMemory.Take();
        var second = ExplanationMemory.Take();
        Assert.NotSame(first, second);

        second.GiveBack();
        Assert.Same(second, ExplanationMemory.Take());

        first.Keep(new byte[100_000]);
        first.GiveBack();
        Assert.NotSame(first, ExplanationMemory.Take());
    }

    [Fact]
    public void Whole_FinalDecision_DoesNotExpire() => Assert.Null(PolicyBench.Of(Policy).Assess().Whole()["expiresAt"]);

    [Fact]
    public void Whole_ALongReason_IsCutAt500Characters()
    {
        var list = string.Join(", ", Enumerable.Range(0, 40).Select(static i => $"{{\"name\": \"a-rather-long-name-{i}\", \"expression\": \"amount > 1\", \"weight\": 0.01}}"));
        var bench = PolicyBench.Of(
            $"{{\"baseCurrency\": \"EUR\", \"configurations\": [{{\"configurationName\": \"c\", \"paymentSource\": \"BOTH\", \"riskAssessmentType\": \"REAL_TIME\", \"riskRules\": {{\"customRules\": [{list}]}}}}]}}");

        var whole = bench.Assess("\"currency\": \"USD\"").Whole();

        Assert.Equal((500, '…'), (((string)whole["decisionReason"]!).Length, ((string)whole["decisionReason"]!)[^1]));
        Assert.Equal((1_000, '…'), (((string)whole["errorMessage"]!).Length, ((string)whole["errorMessage"]!)[^1]));
    }

    [Fact]
    public void Answers_ByAPolicyOfAnotherVersion_Throw()
    {
        var record = PolicyBench.Of(Policy).Assess().Record;
        var other = PolicyCompiler.Compile(PolicyBench.Compile(Policy).Document, 8, PolicyBench.Tenant, PolicyBench.Start).Value;

        Assert.Throws<ArgumentException>(() => AnswerWriter.WriteBrief(new System.Buffers.ArrayBufferWriter<byte>(), new AssessmentRecord(record), other));
        Assert.Throws<ArgumentException>(() => WholeAnswerWriter.Write(new System.Buffers.ArrayBufferWriter<byte>(), new AssessmentRecord(record), other));
    }

    [Fact]
    public void JsonText_EveryCharacter_ReadsBackTheSame()
    {
        var text = string.Concat(Enumerable.Range(0, 0x180).Select(static code => (char)code)) + "☂😀";
        var utf8 = Encoding.UTF8.GetBytes(text);
        var json = new byte[JsonText.MaximumLength(utf8.Length)];

        var length = JsonText.Write(utf8, json);

        Assert.Equal(text, JsonSerializer.Deserialize<string>(json.AsSpan(0, length)));
    }

    private static string OnAThreadOfItsOwn(Func<string> work)
    {
        var result = "";
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result;
    }
}
