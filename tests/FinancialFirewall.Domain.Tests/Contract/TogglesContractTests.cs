using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Contract;

/// <summary>What a toggle means to a payment: "Toggles" of the contract, from the policy file to the answer.</summary>
public sealed class TogglesContractTests
{
    private const string Blocked = "\"fromAccountNumber\": \"BAD\"";

    [Fact]
    public void NoToggle_Applies_TheCheckIsOn()
    {
        var assessed = Bench("""{"paymentType": "SEPA", "isEnabled": false, "disabledReason": "x"}""").Assess("\"amount\": 20000");

        Assert.Equal((Decision.Reject, -1), (assessed.Decision, assessed.Outcome.ToggleIndex));
        Assert.True((bool)assessed.Whole()["fraudCheckEnabled"]!);
    }

    [Fact]
    public void Disabled_MeansApproveWithTheToggleAsTheReason_NoRules()
    {
        var assessed = Bench("""{"id": "11111111-2222-8333-8444-555555555555", "isEnabled": false, "disabledReason": "maintenance"}""").Assess("\"amount\": 20000");

        Assert.Equal((Decision.Approve, DecisionStep.ToggleDisabled, 0m, ""), (assessed.Decision, assessed.Outcome.Step, assessed.Score, assessed.Factors));
        Assert.Equal("The fraud check is off: toggle 11111111-2222-8333-8444-555555555555 of level TENANT: maintenance", assessed.Reason);
        Assert.False((bool)assessed.Whole()["fraudCheckEnabled"]!);
        Assert.False(assessed.Outcome.IsDegraded);
    }

    [Fact]
    public void Disabled_MeansNoEngine()
    {
        const string Engine = """, "bankFraudApiConfig": {"apiName": "e", "apiUrl": "https://bank.example/score", "enabled": true}""";

        Assert.True(Bench("", Engine).Assess().Outcome.IsDegraded);
        Assert.False(Bench("""{"isEnabled": false}""", Engine).Assess().Outcome.IsDegraded);
    }

    [Fact]
    public void Disabled_OnlyMandatoryListsStillHold()
    {
        var bench = Bench("""{"isEnabled": false}""");

        Assert.Equal(DecisionStep.ToggleDisabled, bench.Assess(Blocked).Outcome.Step);
        var sanctioned = bench.Assess("\"creditorName\": \"Mr Sanctioned\"");
        Assert.Equal((Decision.Reject, DecisionStep.BlockList), (sanctioned.Decision, sanctioned.Outcome.Step));
        Assert.False(sanctioned.Outcome.Flags.HasFlag(OutcomeFlags.FraudCheckEnabled));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"paymentType\": \"SEPA\"", true)]
    [InlineData("\"paymentType\": \"SEPA\", \"localInstrumentationCode\": \"INST\"", false)]
    [InlineData("\"paymentType\": \"SEPA\", \"localInstrumentationCode\": \"INST\", \"clearingSystemCode\": \"TIPS\"", true)]
    [InlineData("\"paymentType\": \"SEPA\", \"localInstrumentationCode\": \"CORE\", \"clearingSystemCode\": \"TIPS\"", true)]
    [InlineData("\"paymentType\": \"CARD\"", false)]
    public void MostSpecificLevel_WithAnApplicableToggle_Wins(string context, bool enabled)
    {
        const string Toggles = """
            {"isEnabled": false, "priority": 1}, {"paymentType": "SEPA", "isEnabled": true, "priority": 50},
            {"paymentType": "SEPA", "localInstrumentationCode": "INST", "isEnabled": false},
            {"paymentType": "SEPA", "localInstrumentationCode": "INST", "clearingSystemCode": "TIPS", "isEnabled": true, "priority": 900}
            """;

        Assert.Equal(enabled, Bench(Toggles).Assess(context).Outcome.Flags.HasFlag(OutcomeFlags.FraudCheckEnabled));
    }

    [Theory]
    [InlineData("""{"isEnabled": false, "priority": 2}, {"isEnabled": true, "priority": 1}""", true)]
    [InlineData("""{"isEnabled": false}, {"isEnabled": true, "priority": 101}""", false)]
    [InlineData("""{"isEnabled": true, "createdAt": "2026-01-01T00:00:00Z"}, {"isEnabled": false, "createdAt": "2026-01-02T00:00:00Z"}""", false)]
    [InlineData("""{"isEnabled": false, "isActive": false}""", true)]
    [InlineData("""{"isEnabled": false, "effectiveFrom": "2026-03-04T12:00:00Z", "effectiveUntil": "2026-03-04T12:00:01Z"}""", false)]
    [InlineData("""{"isEnabled": false, "effectiveUntil": "2026-03-04T12:00:00Z"}""", true)]
    [InlineData("""{"isEnabled": false, "effectiveFrom": "2026-03-04T12:00:00.000001Z"}""", true)]
    public void OneLevel_LowestPriorityThenNewest_WithinItsTime(string toggles, bool enabled)
        => Assert.Equal(enabled, Bench(toggles).Assess().Outcome.Flags.HasFlag(OutcomeFlags.FraudCheckEnabled));

    private static PolicyBench Bench(string toggles, string members = "")
        => PolicyBench.Of($$"""
            {"baseCurrency": "EUR", "toggles": [{{toggles}}],
             "lists": {
                "blocked": {"kind": "BLOCK", "member": "fromAccountNumber", "entries": [{"value": "BAD"}]},
                "sanctions": {"kind": "BLOCK", "mandatory": true, "member": "creditorName", "entries": [{"value": "Mr Sanctioned"}]} },
             "configurations": [{"configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
                "riskRules": {"customRules": [{"name": "much", "expression": "amount > 10000", "weight": 0.9}]}{{members}} }]}
            """);
}
