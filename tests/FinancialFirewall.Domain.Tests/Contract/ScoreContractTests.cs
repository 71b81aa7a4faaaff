using System.Globalization;
using FinancialFirewall.Domain.Tests.Policies;

namespace FinancialFirewall.Domain.Tests.Contract;

/// <summary>"Score" of the contract: how factors make it, what share each has, and which level it is.</summary>
public sealed class ScoreContractTests
{
    [Theory]
    [InlineData("SUM", "0.3 0.2", 0.5, "0.3000 0.2000")]
    [InlineData("SUM", "0.8 0.8", 1, "0.5000 0.5000")]
    [InlineData("SUM", "0.9 0.3 0.3", 1, "0.6000 0.2000 0.2000")]
    [InlineData("NOISY_OR", "0.3 0.2", 0.44, "0.2640 0.1760")]
    [InlineData("NOISY_OR", "0.0001 0.5", 0.5, "0.0000 0.5000")]
    [InlineData("NOISY_OR", "0.0003 0.5", 0.5002, "0.0002 0.5000")]
    [InlineData("MAX", "0.3 0.7 0.7", 0.7, "0.0000 0.7000 0.0000")]
    [InlineData("SUM", "", 0, "")]
    public void Factors_ThatHold_MakeTheScoreAndShareIt(string scoring, string weights, double score, string shares)
    {
        var assessed = Bench(scoring, weights).Assess();

        Assert.Equal((decimal)score, assessed.Score);
        Assert.Equal(
            shares, string.Join(' ', assessed.Whole()["riskFactors"]!.AsArray().Select(static factor => factor!["share"]!.ToJsonString())));
    }

    [Fact]
    public void Scoring_NotSet_IsTheSum() => Assert.Equal(0.5m, Bench(null, "0.3 0.2").Assess().Score);

    [Theory]
    [InlineData("0.2999", "LOW")]
    [InlineData("0.3", "MEDIUM")]
    [InlineData("0.5999", "MEDIUM")]
    [InlineData("0.6", "HIGH")]
    [InlineData("0.7999", "HIGH")]
    [InlineData("0.8", "CRITICAL")]
    public void Level_Defaults_AreTheContracts(string weight, string level)
        => Assert.Equal(level, (string)Bench("SUM", weight).Assess().Whole()["riskLevel"]!);

    [Theory]
    [InlineData("0.1", "HIGH")]
    [InlineData("0.05", "MEDIUM")]
    [InlineData("0.2", "CRITICAL")]
    [InlineData("0.04", "LOW")]
    public void Level_ThresholdsSet_Override(string weight, string level)
        => Assert.Equal(
            level,
            (string)Bench("SUM", weight, ", \"levels\": {\"critical\": 0.2, \"high\": 0.1, \"medium\": 0.05}").Assess().Whole()["riskLevel"]!);

    [Fact]
    public void Factor_InTheAnswer_CarriesNameWeightShareAndTheValuesItSaw()
    {
        var bench = PolicyBench.Of("""
            {"baseCurrency": "EUR", "rates": {"asOf": "2026-03-01", "USD": "1.25"}, "configurations": [{"configurationName": "c", "paymentSource": "BOTH",
             "riskAssessmentType": "REAL_TIME", "riskRules": {"customRules": [{"name": "x", "weight": 0.25,
                "expression": "amount > 10 and currency == 'USD' and count(payments, 24h) >= 1 and average(amount, 7d) > 0 and last(country, 1d) == 'FR' and riskScore >= 0 and not exists(deviceId) and accountAge < 1h and initiatedAt <= assessedAt and cardPresent"}]}}]}
            """);
        bench.Assess("\"amount\": 100, \"country\": \"FR\"");

        var factor = bench.Assess("\"amount\": 15.01, \"currency\": \"USD\", \"cardPresent\": true, \"initiatedAt\": \"2026-03-04T11:59:00Z\"", 60).Whole()["riskFactors"]![0]!;

        Assert.Equal(
            """{"name":"x","weight":0.2500,"share":0.2500,"observed":{"amount":12.01,"currency":"USD","count(payments, 1d)":2,"average(amount, 7d)":56.005,"last(country, 1d)":"FR","riskScore":0.0000,"deviceId":null,"accountAge":"1m","initiatedAt":"2026-03-04T11:59:00Z","assessedAt":"2026-03-04T12:01:00Z","cardPresent":true}}""",
            factor.ToJsonString());
    }

    [Fact]
    public void RiskScore_InARule_IsThatOfTheFactorsBeforeIt()
    {
        var bench = PolicyBench.Of("""
            {"baseCurrency": "EUR", "configurations": [{"configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
             "riskRules": {"customRules": [{"name": "a", "expression": "riskScore == 0", "weight": 0.2}, {"name": "b", "expression": "riskScore == 0.2", "weight": 0.1},
                {"name": "c", "expression": "riskScore == 0.2", "weight": 0.1}, {"name": "d", "expression": "riskScore == 0.3", "weight": 0.1}]}}]}
            """);

        Assert.Equal("a,b,d", bench.Assess().Factors);
    }

    private static PolicyBench Bench(string? scoring, string weights, string thresholds = "")
    {
        var rules = weights.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            (weight, index) => string.Create(CultureInfo.InvariantCulture, $"{{\"name\": \"f{index}\", \"expression\": \"amount > 0\", \"weight\": {weight}}}"));
        var method = scoring is null ? "\"approveThreshold\": 0.3" : $"\"scoring\": \"{scoring}\"";
        return PolicyBench.Of($$"""
            {"baseCurrency": "EUR", "configurations": [{"configurationName": "c", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
             "riskRules": {"customRules": [{{string.Join(", ", rules)}}]}, "thresholds": { {{method}}{{thresholds}} } }]}
            """);
    }
}
