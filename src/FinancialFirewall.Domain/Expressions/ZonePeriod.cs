using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A time during which a place's clock is not changed.</summary>
/// <param name="From">The first second, since the Unix epoch.</param>
/// <param name="Until">The first second after it.</param>
/// <param name="OffsetSeconds">How far the clock is ahead of UTC.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ZonePeriod(long From, long Until, int OffsetSeconds);
