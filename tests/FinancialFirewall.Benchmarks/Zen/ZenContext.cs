using System.Buffers;
using System.Text.Json;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Rules;

namespace FinancialFirewall.Benchmarks.Zen;

/// <summary>
/// Writes what zen-engine is given beside each payment: the windows over its account's history, which it cannot keep, and our decision, to compare with.
/// The values are those that an engine of ours sees, which decides the same payments in the same order.
/// </summary>
internal sealed class ZenContext : IDisposable
{
    private const long TenMinutes = 600;
    private const long Day = 86_400;
    private const long Week = 7 * Day;

    private readonly Engine engine;
    private readonly CompiledPolicy policy;
    private readonly Dictionary<string, int> windows;
    private readonly ArrayBufferWriter<byte> output = new();
    private readonly Utf8JsonWriter writer;

    public ZenContext()
    {
        engine = new Engine { Observer = Write };
        policy = engine.Policy;
        windows = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["countTenMinutes"] = IndexOf(AggregateFunction.Count, TenMinutes),
            ["countDay"] = IndexOf(AggregateFunction.Count, Day),
            ["countWeek"] = IndexOf(AggregateFunction.Count, Week),
            ["sumDay"] = IndexOf(AggregateFunction.Sum, Day),
            ["sumWeek"] = IndexOf(AggregateFunction.Sum, Week),
            ["payeesDay"] = IndexOf(AggregateFunction.Distinct, Day),
        };
        writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>The blocked accounts in the first line, and then a line for each payment.</summary>
    public ReadOnlyMemory<byte> Of(PaymentLines lines)
    {
        output.ResetWrittenCount();
        JsonSerializer.Serialize(writer, LoadPolicy.Document.Lists.Single(static list => list.Name == "blockedAccounts").Entries.Select(static entry => entry.Value));
        EndLine();
        engine.Run(lines.Bytes.AsSpan(0, lines.Length));
        return output.WrittenMemory;
    }

    public void Dispose() => writer.Dispose();

    private void Write(EvaluationFrame frame, in Outcome outcome)
    {
        writer.WriteStartObject();
        foreach (var (name, index) in windows)
        {
            // Sums are in minor units, of which the base currency has a hundred.
            var value = frame.Aggregates[index].Numerator;
            writer.WriteNumber(name, name.StartsWith("sum", StringComparison.Ordinal) ? value / 100m : value);
        }

        writer.WriteBoolean("isNewAccount", Holds(outcome, NewAccountRule.Name));
        writer.WriteBoolean("isNewDevice", frame.DeviceIsNew);
        writer.WriteString("decision", JsonNamingPolicy.SnakeCaseUpper.ConvertName(outcome.Decision.ToString()));
        writer.WriteEndObject();
        EndLine();
    }

    private bool Holds(in Outcome outcome, string factor)
        => outcome.ConfigurationIndex >= 0
            && policy.FactorsAt(outcome.ConfigurationIndex).Index().First(each => each.Item.Name == factor) is var found && outcome.Held.Contains(found.Index);

    private int IndexOf(AggregateFunction function, long seconds)
        => policy.AccountWindows.Windows.Index().Single(window => window.Item.Function == function && window.Item.WindowSeconds == seconds).Index;

    private void EndLine()
    {
        writer.Flush();
        writer.Reset();
        output.Write("\n"u8);
    }
}
