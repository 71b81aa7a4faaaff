using System.Globalization;
using System.Text;
using FinancialFirewall.Simulation.Faults;

namespace FinancialFirewall.Simulation.Running;

/// <summary>What many histories came to.</summary>
internal sealed class Totals
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<FaultKinds, long> faults = [];
    private readonly List<SimulationResult> failed = [];

    public long Seeds { get; private set; }

    public TimeSpan Simulated { get; private set; }

    public long Steps { get; private set; }

    public long Payments { get; private set; }

    public long Answers { get; private set; }

    public long Starts { get; private set; }

    public long PowerLosses { get; private set; }

    public long ProcessKills { get; private set; }

    /// <summary>The histories in which something was wrong.</summary>
    public IReadOnlyList<SimulationResult> Failed
    {
        get
        {
            lock (gate)
            {
                return [.. failed];
            }
        }
    }

    public void Add(SimulationResult result)
    {
        lock (gate)
        {
            (Seeds, Simulated, Steps) = (Seeds + 1, Simulated + result.Simulated, Steps + result.Steps);
            (Payments, Answers, Starts) = (Payments + result.Payments, Answers + result.Answers, Starts + result.Starts);
            (PowerLosses, ProcessKills) = (PowerLosses + result.PowerLosses, ProcessKills + result.ProcessKills);
            foreach (var (kind, count) in result.Faults)
            {
                faults[kind] = faults.GetValueOrDefault(kind) + count;
            }

            if (result.Violation is not null)
            {
                failed.Add(result);
            }
        }
    }

    /// <summary>One line: how far it is.</summary>
    public string Line()
    {
        lock (gate)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Seeds:N0} seeds, {Simulated.TotalHours:N0} simulated hours, {PowerLosses + ProcessKills:N0} crashes, {faults.Values.Sum():N0} faults, {failed.Count:N0} violations");
        }
    }

    /// <summary>Everything, as a table.</summary>
    public string Table(TimeSpan took)
    {
        lock (gate)
        {
            var table = new StringBuilder();
            Row(table, "seeds", $"{Seeds:N0}");
            Row(table, "simulated hours", $"{Simulated.TotalHours:N0}");
            Row(table, "minutes taken", $"{took.TotalMinutes:N1}");
            Row(table, "steps", $"{Steps:N0}");
            Row(table, "payments sent", $"{Payments:N0}");
            Row(table, "answers", $"{Answers:N0}");
            Row(table, "starts of a process", $"{Starts:N0}");
            Row(table, "losses of power", $"{PowerLosses:N0}");
            Row(table, "ends of a process alone", $"{ProcessKills:N0}");
            foreach (var (kind, count) in faults)
            {
                Row(table, $"injected: {kind}", $"{count:N0}");
            }

            Row(table, "violations", $"{failed.Count:N0}");
            return table.ToString();
        }
    }

    private static void Row(StringBuilder table, string name, FormattableString value)
        => table.Append(CultureInfo.InvariantCulture, $"  {name,-28} {value.ToString(CultureInfo.InvariantCulture),14}").Append('\n');
}
