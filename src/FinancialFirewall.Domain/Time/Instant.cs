using System.Globalization;

namespace FinancialFirewall.Domain.Time;

/// <summary>A point in time in UTC, as microseconds since 1970-01-01T00:00:00Z. Range: the years 1 to 9999.</summary>
/// <param name="UnixMicroseconds">Microseconds since the Unix epoch; negative before it.</param>
public readonly record struct Instant(long UnixMicroseconds) : IComparable<Instant>
{
    /// <summary>Microseconds in a second.</summary>
    public const long MicrosecondsPerSecond = 1_000_000;

    /// <summary>Whole seconds since the Unix epoch, rounded down.</summary>
    public long UnixSeconds => Math.DivRem(UnixMicroseconds, MicrosecondsPerSecond) is var (seconds, rest) && rest < 0 ? seconds - 1 : seconds;

    /// <summary>Takes over a <see cref="DateTimeOffset"/>; what is below a microsecond is dropped.</summary>
    public static Instant From(DateTimeOffset time) => new((time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The same time as a <see cref="DateTimeOffset"/> in UTC.</summary>
    public DateTimeOffset ToDateTimeOffset()
        => new(DateTime.UnixEpoch.Ticks + (UnixMicroseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The time that lies <paramref name="span"/> later.</summary>
    public Instant Plus(TimeSpan span) => new(UnixMicroseconds + (span.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <inheritdoc/>
    public int CompareTo(Instant other) => UnixMicroseconds.CompareTo(other.UnixMicroseconds);

    /// <summary>Whether one time is before another.</summary>
    public static bool operator <(Instant left, Instant right) => left.UnixMicroseconds < right.UnixMicroseconds;

    /// <summary>Whether one time is after another.</summary>
    public static bool operator >(Instant left, Instant right) => left.UnixMicroseconds > right.UnixMicroseconds;

    /// <summary>Whether one time is not after another.</summary>
    public static bool operator <=(Instant left, Instant right) => left.UnixMicroseconds <= right.UnixMicroseconds;

    /// <summary>Whether one time is not before another.</summary>
    public static bool operator >=(Instant left, Instant right) => left.UnixMicroseconds >= right.UnixMicroseconds;

    /// <summary>RFC 3339 in UTC, with as many decimals as are needed: <c>2026-03-01T12:00:00Z</c>, <c>2026-03-01T12:00:00.25Z</c>.</summary>
    public override string ToString()
        => ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
