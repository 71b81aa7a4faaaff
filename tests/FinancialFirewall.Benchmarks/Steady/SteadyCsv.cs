using System.Globalization;
using System.Text;

namespace FinancialFirewall.Benchmarks.Steady;

/// <summary>Writes a steady run as comma-separated values, a second a line.</summary>
internal static class SteadyCsv
{
    /// <summary>All of it.</summary>
    public static string Write(IEnumerable<SteadySecond> seconds)
    {
        var text = new StringBuilder("seconds,answered,p50_ms,p99_ms,memory_mib,processor_us_a_payment\n");
        foreach (var second in seconds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{second.At:F1},{second.Answered},{second.P50Ms:F3},{second.P99Ms:F3},{second.MemoryMiB:F1},{second.ProcessorUs:F2}\n");
        }

        return text.ToString();
    }
}
