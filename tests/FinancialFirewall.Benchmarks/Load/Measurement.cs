using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>One stage in one round.</summary>
/// <param name="PerSecond">Payments a second.</param>
/// <param name="CpuMicroseconds">Processor time a payment, of all threads of the process together.</param>
/// <param name="AllocatedBytes">Bytes allocated a payment, by the whole process.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measurement(double PerSecond, double CpuMicroseconds, double AllocatedBytes);
