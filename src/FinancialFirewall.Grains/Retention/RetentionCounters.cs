using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Retention;

/// <summary>What was removed since the process started.</summary>
/// <param name="Records">How many records.</param>
/// <param name="Bytes">How many bytes.</param>
/// <param name="LastRun">When all tenants were last gone through without a failure; the start of time where they were not yet.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RetentionCounters(long Records, long Bytes, Instant LastRun);
