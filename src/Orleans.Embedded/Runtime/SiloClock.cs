namespace Orleans.Runtime;

/// <summary>Reckons in timestamps of the runtime's clock, which the wall clock's changes do not move.</summary>
internal sealed class SiloClock(TimeProvider time)
{
    /// <summary>The timestamp that comes after <paramref name="span"/>.</summary>
    public long After(TimeSpan span) => After(time.GetTimestamp(), span);

    public long After(long timestamp, TimeSpan span)
    {
        var ticks = span.TotalSeconds * time.TimestampFrequency;
        return ticks >= long.MaxValue - timestamp ? long.MaxValue : timestamp + (long)Math.Ceiling(ticks);
    }

    /// <summary>How long it is until <paramref name="timestamp"/>, not less than zero, in whole milliseconds rounded up.</summary>
    public TimeSpan Until(long timestamp)
    {
        var left = time.GetElapsedTime(time.GetTimestamp(), timestamp);
        return left <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
    }
}
