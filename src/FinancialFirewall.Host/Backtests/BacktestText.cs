using System.Globalization;
using System.Text.Json;

namespace FinancialFirewall.Host.Backtests;

/// <summary>A backtest as text: what would have been decided otherwise, how much money that moves, by which factors, and examples.</summary>
internal static class BacktestText
{
    /// <summary>Writes one.</summary>
    public static void Write(TextWriter output, JsonElement backtest)
    {
        output.WriteLine(Text($"{backtest.GetProperty("name")}, {backtest.GetProperty("from")} to {backtest.GetProperty("to")}: {backtest.GetProperty("status")}"));
        if (backtest.GetProperty("error") is { ValueKind: JsonValueKind.String } error)
        {
            output.WriteLine(error.GetString());
        }

        if (backtest.GetProperty("report") is not { ValueKind: JsonValueKind.Object } report)
        {
            return;
        }

        output.WriteLine(Text($"{Long(report, "compared"):N0} payments compared, {Long(report, "changed"):N0} decided otherwise, {Long(report, "rescored"):N0} scored otherwise ({Long(backtest.GetProperty("progress"), "perSecond"):N0} a second)\n"));
        foreach (var pair in report.GetProperty("decisions").EnumerateArray())
        {
            output.WriteLine(Text($"{pair.GetProperty("before"),-13} -> {pair.GetProperty("after"),-13} {ValueOf(pair.GetProperty("value"))}"));
        }

        output.WriteLine(Text($"\nblocked   {ValueOf(report.GetProperty("blocked"))}\nreleased  {ValueOf(report.GetProperty("released"))}\n"));
        foreach (var factor in report.GetProperty("factors").EnumerateArray())
        {
            output.WriteLine(Text($"{factor.GetProperty("name"),-24} {Long(factor, "before"),12:N0} -> {Long(factor, "after"),12:N0}"));
        }

        if (report.GetProperty("known") is { ValueKind: JsonValueKind.Object } known)
        {
            WriteKnown(output, known);
        }

        WriteSamples(output, report);
    }

    private static void WriteKnown(TextWriter output, JsonElement known)
    {
        foreach (var (name, payments) in new[] { ("fraud", known.GetProperty("fraud")), ("legitimate", known.GetProperty("legitimate")) })
        {
            if (Long(payments.GetProperty("all"), "count") == 0)
            {
                continue;
            }

            output.WriteLine(Text($"\nknown to be {name,-10} {ValueOf(payments.GetProperty("all"))}"));
            foreach (var (title, member) in new[] { ("stopped", "stoppedBefore"), ("would be stopped", "stoppedAfter"), ("  blocked by it", "blocked"), ("  released by it", "released") })
            {
                output.WriteLine(Text($"  {title,-20} {ValueOf(payments.GetProperty(member))}"));
            }
        }

        if (!known.GetProperty("isWhole").GetBoolean())
        {
            output.WriteLine("Not all that was reported since was read: too many records follow the period.");
        }
    }

    private static void WriteSamples(TextWriter output, JsonElement report)
    {
        foreach (var sample in report.GetProperty("samples").EnumerateArray())
        {
            output.WriteLine(Text(
                $"\n{sample.GetProperty("assessmentId")}  {sample.GetProperty("assessedAt")}  {sample.GetProperty("amount")} {sample.GetProperty("currency")}\n  {sample.GetProperty("before")} ({sample.GetProperty("scoreBefore")}) -> {sample.GetProperty("after")} ({sample.GetProperty("scoreAfter")}){Names(sample, "factorsAdded", " +")}{Names(sample, "factorsGone", " -")}"));
        }

        if (report.GetProperty("windowsSince") is { ValueKind: JsonValueKind.String } since)
        {
            output.WriteLine(Text($"\nHistory begins later than the windows reach: they are whole since {since.GetString()}."));
        }
    }

    private static string Names(JsonElement sample, string member, string sign) => string.Concat(sample.GetProperty(member).EnumerateArray().Select(name => sign + name.GetString()));

    private static string ValueOf(JsonElement value)
        => Text($"{Long(value, "count"),12:N0}  {string.Join(", ", value.GetProperty("amounts").EnumerateArray().Select(static sum => Text($"{sum.GetProperty("amount").GetDecimal():N2} {sum.GetProperty("currency")}")))}");

    private static long Long(JsonElement json, string member) => json.GetProperty(member).GetInt64();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
