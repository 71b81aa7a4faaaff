using System.Globalization;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>Measures the table row by row, and prints each as soon as it is there.</summary>
internal static class TableRun
{
    /// <summary>Measures and prints.</summary>
    /// <param name="options">What, and at which size.</param>
    /// <param name="output">Takes the table, as Markdown.</param>
    /// <param name="progress">Is told what is going on.</param>
    public static async Task RunAsync(TableOptions options, TextWriter output, TextWriter progress)
    {
        await output.WriteLineAsync(Machine.Describe(options.Directory));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Demo policy with {LoadPolicy.BlockedAccounts:N0} accounts blocked, lines of {PaymentLines.LineBytes} bytes, rounds of {options.Payments:N0} payments, medians of {options.Rounds} rounds that take turns, seed {options.Seed}.\n"));
        await output.WriteLineAsync(Row.Head);
        foreach (var rows in Selected(options))
        {
            await foreach (var row in rows.MeasureAsync(progress))
            {
                await output.WriteLineAsync(row.ToString());
            }
        }
    }

    private static IEnumerable<IRows> Selected(TableOptions options)
    {
        if (options.Rows.Any(static row => row is "engine" or "durable" or "batch"))
        {
            yield return new ThroughputRows(options);
        }

        if (options.Rows.Any(static row => row is "references" or "pages"))
        {
            yield return new StoredRows(options);
        }

        foreach (var row in options.Rows)
        {
            IRows? rows = row switch
            {
                "accounts" => new AccountRows(options),
                "single" => new SingleRows(options),
                "start" => new StartRows(options),
                "recovery" => new RecoveryRows(options),
                "subscribers" => new SubscriberRows(options),
                "backtest" => new BacktestRows(options),
                _ => null,
            };
            if (rows is not null)
            {
                yield return rows;
            }
        }
    }
}
