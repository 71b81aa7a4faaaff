using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Contract;

/// <summary>"Configurations" of the contract: which one decides, and what its type means.</summary>
public sealed class ConfigurationsContractTests
{
    private const string Engine = """, "bankFraudApiConfig": {"apiName": "e", "apiUrl": "https://bank.example/score", "enabled": true}""";
    private const string Scored = """, "riskRules": {"customRules": [{"name": "some", "expression": "amount >= 100", "weight": 0.3}]}""";

    [Fact]
    public void None_Applies_IsManualReviewWithNoConfigurationAsTheReason()
    {
        var bench = PolicyBench.Of("""{"baseCurrency": "EUR"}""");

        var assessed = bench.Assess("\"paymentType\": \"SEPA\"");

        Assert.Equal((Decision.ManualReview, RiskLevel.Low, 0m), (assessed.Decision, assessed.Outcome.Level, assessed.Score));
        Assert.Equal("NO_CONFIGURATION: no configuration applies to paymentSource BANK_CLIENT, paymentType SEPA.", assessed.Reason);
        Assert.Null(assessed.Whole()["configurationId"]);
    }

    [Theory]
    [InlineData("\"paymentSource\": \"BANK_CLIENT\"", "", true)]
    [InlineData("\"paymentSource\": \"BOTH\"", "", true)]
    [InlineData("\"paymentSource\": \"CLEARING_SYSTEM\"", "", false)]
    [InlineData("\"paymentSource\": \"CLEARING_SYSTEM\"", "\"paymentSource\": \"CLEARING_SYSTEM\"", true)]
    [InlineData("\"paymentSource\": \"BOTH\", \"isEnabled\": false", "", false)]
    [InlineData("\"paymentSource\": \"BOTH\", \"paymentType\": \"SEPA\"", "", false)]
    [InlineData("\"paymentSource\": \"BOTH\", \"paymentType\": \"SEPA\"", "\"paymentType\": \"SEPA\", \"clearingSystemCode\": \"TIPS\"", true)]
    public void Configuration_Applies_WhenEnabledAndEveryMemberFits(string configuration, string payment, bool applies)
        => Assert.Equal(applies ? 0 : -1, PolicyBench.Of(File(One(configuration))).Assess(payment).Outcome.ConfigurationIndex);

    [Theory]
    [InlineData("\"priority\": 2, \"paymentSource\": \"BOTH\", \"paymentType\": \"SEPA\"", "\"priority\": 1, \"paymentSource\": \"BOTH\"", 1)]
    [InlineData("\"paymentSource\": \"BOTH\", \"paymentType\": \"SEPA\"", "\"paymentSource\": \"BANK_CLIENT\"", 0)]
    [InlineData("\"paymentSource\": \"BOTH\", \"createdAt\": \"2026-02-01T00:00:00Z\"", "\"paymentSource\": \"BANK_CLIENT\", \"createdAt\": \"2026-01-01T00:00:00Z\"", 1)]
    [InlineData("\"paymentSource\": \"BOTH\", \"createdAt\": \"2026-02-01T00:00:00Z\"", "\"paymentSource\": \"BOTH\", \"createdAt\": \"2026-01-01T00:00:00Z\"", 0)]
    public void Applicable_PriorityThenDepthThenExactSourceThenNewest_Decides(string first, string second, int winner)
        => Assert.Equal(winner, PolicyBench.Of(File(One(first), One(second))).Assess("\"paymentType\": \"SEPA\"").Outcome.ConfigurationIndex);

    [Theory]
    [InlineData("REAL_TIME", 50, true)]
    [InlineData("REAL_TIME", 100, true)]
    [InlineData("BATCH", 100, false)]
    [InlineData("HYBRID", 50, false)]
    [InlineData("HYBRID", 100, true)]
    [InlineData("CUSTOM", 100, false)]
    public void Engine_NotThereYet_YieldsTheFallbackWhereItsAnswerIsAwaited(string type, int amount, bool awaited)
    {
        var bench = PolicyBench.Of(File(One($"\"riskAssessmentType\": \"{type}\", \"paymentSource\": \"BOTH\"{Engine}{Scored}")));

        var assessed = bench.Assess($"\"amount\": {amount}");

        Assert.Equal((awaited, awaited ? Decision.ManualReview : Decision.Approve), (assessed.Outcome.IsDegraded, assessed.Decision));
        Assert.Equal(type is "BATCH", assessed.Outcome.Flags.HasFlag(OutcomeFlags.EngineDeferred));
    }

    [Theory]
    [InlineData(0.2, true)]
    [InlineData(0.31, false)]
    public void Hybrid_ThresholdSet_WaitsFromThere(double threshold, bool awaited)
    {
        var members = FormattableString.Invariant(
            $"\"riskAssessmentType\": \"HYBRID\", \"paymentSource\": \"BOTH\"{Engine}{Scored}, \"thresholds\": {{\"hybridThreshold\": {threshold}}}");

        Assert.Equal(awaited, PolicyBench.Of(File(One(members))).Assess("\"amount\": 100").Outcome.IsDegraded);
    }

    [Fact]
    public void Custom_RunsOnlyTheCustomRules()
    {
        const string Rules = """
            "paymentSource": "BOTH", "riskRules": {"amountRules": {"highAmountThreshold": 10}, "customRules": [{"name": "mine", "expression": "amount > 10", "weight": 0.1}]}
            """;

        Assert.Equal("mine", PolicyBench.Of(File(One($"\"riskAssessmentType\": \"CUSTOM\", {Rules}"))).Assess().Factors);
        Assert.Equal("highAmount,mine", PolicyBench.Of(File(One($"\"riskAssessmentType\": \"REAL_TIME\", {Rules}"))).Assess().Factors);
    }

    [Fact]
    public void Counts_TakeEveryPayment_AndSumsThoseNotRejected()
    {
        var bench = PolicyBench.Of(File(One("""
            "paymentSource": "BOTH", "riskRules": {"customRules": [
                {"name": "fourth", "expression": "count(payments, 24h) == 4", "weight": 0.01},
                {"name": "full", "expression": "sum(amount, 24h) > 1000", "weight": 0.9}]}
            """)));

        Assert.Equal("", bench.Assess("\"amount\": 600").Factors);
        Assert.Equal(Decision.Reject, bench.Assess("\"amount\": 401").Decision);
        Assert.Equal(Decision.Approve, bench.Assess("\"amount\": 400").Decision);
        Assert.Equal("fourth,full", bench.Assess("\"amount\": 0.01").Factors);
        Assert.Equal("", bench.Assess("\"amount\": 1", 86_400 + 3_600).Factors);
    }

    [Theory]
    [InlineData("REFUND")]
    [InlineData("REVERSAL")]
    [InlineData("RETURN")]
    public void Refunds_AndTheirLike_CountNowhere(string kind)
    {
        var bench = PolicyBench.Of(File(One("""
            "paymentSource": "BOTH", "riskRules": {"customRules": [
                {"name": "second", "expression": "count(payments, 24h) >= 2", "weight": 0.1},
                {"name": "byDevice", "expression": "count(payments by device, 24h) >= 2", "weight": 0.1},
                {"name": "sum", "expression": "sum(amount, 24h) > 50", "weight": 0.1}]}
            """)));
        bench.Assess("\"deviceId\": \"d\"");

        Assert.Equal("", bench.Assess($"\"kind\": \"{kind}\", \"deviceId\": \"d\", \"originalTransactionReference\": \"R1\"").Factors);
        Assert.Equal("second,byDevice,sum", bench.Assess("\"deviceId\": \"d\"").Factors);
    }

    [Fact]
    public void Keys_OtherThanTheAccount_AreObservedAcrossAccounts()
    {
        var bench = PolicyBench.Of(File(One("""
            "paymentSource": "BOTH", "riskRules": {"customRules": [
                {"name": "shared", "expression": "count(payments by device, 1h where amount > 500) > 1", "weight": 0.1},
                {"name": "none", "expression": "not exists(count(payments by device, 1h where amount > 500))", "weight": 0.2}]}
            """)));

        Assert.Equal("", bench.Assess("\"fromAccountNumber\": \"A\", \"deviceId\": \"d\", \"amount\": 501").Factors);
        Assert.Equal("", bench.Assess("\"fromAccountNumber\": \"B\", \"deviceId\": \"d\", \"amount\": 500").Factors);
        Assert.Equal("shared", bench.Assess("\"fromAccountNumber\": \"C\", \"deviceId\": \"d\", \"amount\": 501").Factors);
        Assert.Equal("none", bench.Assess("\"fromAccountNumber\": \"C\", \"amount\": 501").Factors);
    }

    [Fact]
    public void Device_IsNew_WhenTheAccountUsedAnotherAndNeverThis()
    {
        var bench = PolicyBench.Of(File(One("\"paymentSource\": \"BOTH\", \"riskRules\": {\"deviceRules\": {\"newDeviceRisk\": true}}")));

        Assert.Equal("", bench.Assess("\"deviceId\": \"a\"").Factors);
        Assert.Equal("newDevice", bench.Assess("\"deviceId\": \"b\"").Factors);
        Assert.Equal("", bench.Assess("\"deviceId\": \"a\"").Factors);
        Assert.Equal("", bench.Assess().Factors);
    }

    [Theory]
    [InlineData(365, "", 0, "newAccount")]
    [InlineData(365, "", 29, "newAccount")]
    [InlineData(365, "", 30, "")]
    [InlineData(10, "", 0, "")]
    [InlineData(10, "\"fromAccountOpenedAt\": \"2026-03-01T00:00:00Z\"", 0, "newAccount")]
    [InlineData(365, "\"fromAccountOpenedAt\": \"2025-03-01T00:00:00Z\"", 0, "")]
    public void Account_IsNew_ByItsOpeningElseByItsFirstPaymentInAnOlderTenant(int tenantAgeDays, string payment, int afterDays, string factors)
    {
        var bench = PolicyBench.Of(
            File(One("\"paymentSource\": \"BOTH\", \"riskRules\": {\"accountRules\": {\"newAccountRisk\": true}}")), tenantAgeDays);
        bench.Assess(payment);

        Assert.Equal(factors, bench.Assess(payment, afterDays * 86_400.0).Factors);
    }

    private static string One(string members) => $"{{\"configurationName\": \"c\", {Typed(members)}}}";

    private static string Typed(string members)
        => members.Contains("riskAssessmentType", StringComparison.Ordinal) ? members : $"\"riskAssessmentType\": \"REAL_TIME\", {members}";

    private static string File(params string[] configurations)
        => $"{{\"baseCurrency\": \"EUR\", \"configurations\": [{string.Join(", ", configurations)}]}}";
}
