using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>How long answers took.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="P50">The median.</param>
/// <param name="P99">99 in 100 took at most this.</param>
/// <param name="P999">999 in 1,000 took at most this.</param>
/// <param name="Longest">The longest.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LatencySummary(long Count, TimeSpan P50, TimeSpan P99, TimeSpan P999, TimeSpan Longest);
