using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Grains.Backtests;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>Backtests as JSON.</summary>
internal static class BacktestDocument
{
    /// <summary>Writes one.</summary>
    public static void Write(Utf8JsonWriter json, Backtest backtest)
    {
        json.WriteStartObject();
        json.WriteString("id", backtest.Id);
        json.WriteString("status", EnumNames.Of(backtest.Status));
        json.WriteString("name", backtest.Name);
        WriteChoice(json, backtest);
        json.WriteString("policyHash", backtest.PolicyHash);
        json.WriteString("from", backtest.From.ToString());
        json.WriteString("to", backtest.To.ToString());
        json.WriteString("asOf", EnumNames.Of(backtest.AsOf));
        json.WritePropertyName("startedBy");
        PolicyResponse.Write(json, backtest.StartedBy);
        json.WriteString("startedAt", backtest.StartedAt.ToString());
        json.WriteString("endedAt", backtest.EndedAt?.ToString());
        WriteProgress(json, backtest.Progress);
        if (backtest.Report is { } report)
        {
            json.WritePropertyName("report");
            ReportDocument.Write(json, report);
        }
        else
        {
            json.WriteNull("report");
        }

        json.WriteString("error", backtest.Error);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, Backtest backtest)
    {
        json.WriteString("draft", backtest.Draft?.ToString("D"));
        json.WriteString("draftTag", backtest.DraftTag);
        if (backtest.Version is { } version)
        {
            json.WriteNumber("version", version);
        }
        else
        {
            json.WriteNull("version");
        }
    }

    private static void WriteProgress(Utf8JsonWriter json, BacktestProgress progress)
    {
        json.WriteStartObject("progress");
        json.WriteNumber("read", progress.Read);
        json.WriteNumber("records", progress.Records);
        json.WriteNumber("percent", progress.Percent);
        json.WriteNumber("compared", progress.Compared);
        json.WriteNumber("perSecond", progress.PerSecond);
        json.WriteEndObject();
    }
}
