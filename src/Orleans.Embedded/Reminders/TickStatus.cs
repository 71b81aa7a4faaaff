using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>The times of a reminder's tick.</summary>
/// <param name="firstTickTime">When the reminder was first due, UTC.</param>
/// <param name="period">The time between ticks.</param>
/// <param name="timeStamp">When this tick is, UTC.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp) : IEquatable<TickStatus>
{
    /// <summary>When the reminder was first due, UTC.</summary>
    public DateTime FirstTickTime { get; } = firstTickTime;

    /// <summary>The time between ticks.</summary>
    public TimeSpan Period { get; } = period;

    /// <summary>When this tick is, UTC.</summary>
    public DateTime CurrentTickTime { get; } = timeStamp;

    /// <inheritdoc/>
    public bool Equals(TickStatus other)
        => FirstTickTime == other.FirstTickTime && Period == other.Period && CurrentTickTime == other.CurrentTickTime;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TickStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => CurrentTickTime.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"<{FirstTickTime:O}, {Period:c}, {CurrentTickTime:O}>";

    /// <summary>Whether the times are the same.</summary>
    public static bool operator ==(TickStatus left, TickStatus right) => left.Equals(right);

    /// <summary>Whether the times differ.</summary>
    public static bool operator !=(TickStatus left, TickStatus right) => !left.Equals(right);
}
