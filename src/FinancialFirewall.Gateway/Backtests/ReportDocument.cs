using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>Reports of what policies would have decided as JSON.</summary>
internal static class ReportDocument
{
    /// <summary>Writes one.</summary>
    public static void Write(Utf8JsonWriter json, PolicyReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("compared", report.Compared);
        json.WriteNumber("changed", report.Changed);
        json.WriteNumber("rescored", report.Rescored);
        json.WriteNumber("erased", report.Erased);
        json.WriteString("firstAssessedAt", report.FirstAssessedAt?.ToString());
        json.WriteString("lastAssessedAt", report.LastAssessedAt?.ToString());
        WriteAll(json, "decisions", report.Decisions, WritePair);
        WriteValue(json, "blocked", report.Blocked);
        WriteValue(json, "released", report.Released);
        WriteAll(json, "factors", report.Factors, WriteFactor);
        json.WriteNumber("otherFactors", report.OtherFactors);
        WriteAll(json, "samples", report.Samples, WriteSample);
        json.WriteString("windowsSince", report.WindowsSince?.ToString());
        WriteKnown(json, report.Known);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, KnownOutcomes? known)
    {
        if (known is null)
        {
            json.WriteNull("known");
            return;
        }

        json.WriteStartObject("known");
        WriteKnown(json, "fraud", known.Fraud);
        WriteKnown(json, "legitimate", known.Legitimate);
        json.WriteBoolean("isWhole", known.IsWhole);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, KnownPayments payments)
    {
        json.WriteStartObject(name);
        WriteValue(json, "all", payments.All);
        WriteValue(json, "stoppedBefore", payments.StoppedBefore);
        WriteValue(json, "stoppedAfter", payments.StoppedAfter);
        WriteValue(json, "blocked", payments.Blocked);
        WriteValue(json, "released", payments.Released);
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, DecisionPair pair)
    {
        json.WriteString("before", EnumNames.Of(pair.Before));
        json.WriteString("after", EnumNames.Of(pair.After));
        WriteValue(json, "value", pair.Value);
    }

    private static void WriteFactor(Utf8JsonWriter json, FactorPair factor)
    {
        json.WriteString("name", factor.Name);
        json.WriteNumber("before", factor.Before);
        json.WriteNumber("after", factor.After);
        WriteValue(json, "blocked", factor.Blocked);
        WriteValue(json, "released", factor.Released);
    }

    private static void WriteSample(Utf8JsonWriter json, PolicySample sample)
    {
        json.WriteString("assessmentId", sample.Assessment);
        json.WriteString("assessedAt", sample.AssessedAt.ToString());
        json.WriteNumber("amount", sample.Amount);
        json.WriteString("currency", sample.Currency);
        json.WriteString("before", EnumNames.Of(sample.Before));
        json.WriteNumber("scoreBefore", sample.ScoreBefore.ToDecimal());
        json.WriteString("after", EnumNames.Of(sample.After));
        json.WriteNumber("scoreAfter", sample.ScoreAfter.ToDecimal());
        WriteNames(json, "factorsGone", sample.FactorsGone);
        WriteNames(json, "factorsAdded", sample.FactorsAdded);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, MovedValue value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", value.Count);
        WriteAll(json, "amounts", value.Amounts, static (inner, sum) =>
        {
            inner.WriteString("currency", sum.Currency);
            inner.WriteNumber("count", sum.Count);
            inner.WriteNumber("amount", sum.Amount);
        });
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
