using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Steady;

/// <summary>One second of a steady run.</summary>
/// <param name="At">Seconds since the start.</param>
/// <param name="Answered">Payments that were answered in it.</param>
/// <param name="P50Ms">Half took at most this, in milliseconds.</param>
/// <param name="P99Ms">99 in 100 took at most this, in milliseconds.</param>
/// <param name="MemoryMiB">The server's working set at its end, in MiB.</param>
/// <param name="ProcessorUs">The server's processor time a payment, in microseconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SteadySecond(double At, long Answered, double P50Ms, double P99Ms, double MemoryMiB, double ProcessorUs);
