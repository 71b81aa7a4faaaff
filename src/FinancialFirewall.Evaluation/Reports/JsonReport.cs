using System.Text.Json;
using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Reports;

/// <summary>An evaluation as JSON: camelCase, shares from 0 to 1, money as decimals of the base currency, null where nothing could be measured.</summary>
public static class JsonReport
{
    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream stream, EvaluationResult result)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("policyHash", result.PolicyHash);
        json.WriteString("baseCurrency", result.BaseCurrency);
        json.WriteNumber("evaluated", result.Evaluated);
        json.WriteNumber("fraud", result.Fraud);
        json.WriteNumber("unlabelled", result.Unlabelled);
        json.WriteNumber("withoutAmount", result.WithoutAmount);
        json.WriteString("flaggedFrom", ReportNumbers.Name(result.FlaggedFrom));
        WriteDecisions(json, result);
        WriteRanking(json, result.Ranking);
        WriteScenarios(json, result);
        WriteFactors(json, result);
        json.WriteEndObject();
    }

    private static void WriteDecisions(Utf8JsonWriter json, EvaluationResult result)
    {
        json.WriteStartArray("decisions");
        foreach (var decision in result.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("from", ReportNumbers.Name(decision.From));
            json.WriteNumber("fraudFlagged", decision.Payments.FraudFlagged);
            json.WriteNumber("fraudPassed", decision.Payments.FraudPassed);
            json.WriteNumber("genuineFlagged", decision.Payments.GenuineFlagged);
            json.WriteNumber("genuinePassed", decision.Payments.GenuinePassed);
            WriteShare(json, "precision", decision.Payments.Precision);
            WriteShare(json, "recall", decision.Payments.Recall);
            WriteShare(json, "falsePositiveRate", decision.Payments.FalsePositiveRate);
            WriteShare(json, "accuracy", decision.Payments.Accuracy);
            WriteShare(json, "f1", decision.Payments.F1);
            json.WriteNumber("lossPrevented", ReportNumbers.Amount(result, decision.Money.FraudFlagged));
            json.WriteNumber("loss", ReportNumbers.Amount(result, decision.Money.FraudPassed));
            json.WriteNumber("goodValueBlocked", ReportNumbers.Amount(result, decision.Money.GenuineFlagged));
            json.WriteNumber("goodValuePassed", ReportNumbers.Amount(result, decision.Money.GenuinePassed));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRanking(Utf8JsonWriter json, Ranking? ranking)
    {
        if (ranking is null)
        {
            json.WriteNull("ranking");
            return;
        }

        json.WriteStartObject("ranking");
        json.WriteNumber("averagePrecision", ranking.AveragePrecision);
        json.WriteNumber("areaUnderRoc", ranking.AreaUnderRoc);
        json.WriteNumber("bestF1", ranking.BestF1.F1);
        json.WriteNumber("bestF1Score", ranking.BestF1.Score.ToDecimal());
        json.WriteStartArray("points");
        foreach (var point in ranking.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("score", point.Score.ToDecimal());
            json.WriteNumber("recall", point.Recall);
            json.WriteNumber("falsePositiveRate", point.FalsePositiveRate);
            json.WriteNumber("precision", point.Precision);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteScenarios(Utf8JsonWriter json, EvaluationResult result)
    {
        json.WriteStartArray("scenarios");
        foreach (var scenario in result.Scenarios)
        {
            json.WriteStartObject();
            json.WriteString("name", scenario.Name);
            json.WriteNumber("payments", scenario.Payments);
            json.WriteNumber("flagged", scenario.Flagged);
            json.WriteNumber("recall", scenario.Recall);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFactors(Utf8JsonWriter json, EvaluationResult result)
    {
        json.WriteStartArray("factors");
        foreach (var factor in result.Factors)
        {
            json.WriteStartObject();
            json.WriteString("name", factor.Name);
            json.WriteNumber("fraud", factor.Fraud);
            json.WriteNumber("genuine", factor.Genuine);
            json.WriteNumber("onlyFraud", factor.OnlyFraud);
            json.WriteNumber("onlyGenuine", factor.OnlyGenuine);
            WriteShare(json, "lift", factor.Lift);
            WriteShare(json, "averagePrecisionGain", factor.AveragePrecisionGain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
