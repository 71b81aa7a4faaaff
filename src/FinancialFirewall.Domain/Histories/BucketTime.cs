using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Turns times into bucket numbers. Bucket n of a width covers [n × width, (n + 1) × width) microseconds since the Unix epoch.</summary>
internal static class BucketTime
{
    private const long Hour = 3600;
    private const long Day = 24 * Hour;
    private const long MinuteWidth = 60 * Instant.MicrosecondsPerSecond;
    private const long HourWidth = Hour * Instant.MicrosecondsPerSecond;

    /// <summary>The width of a window's buckets in microseconds.</summary>
    public static long WidthOf(long windowSeconds)
        => Instant.MicrosecondsPerSecond * (windowSeconds <= Hour ? 1 : windowSeconds <= Day ? 60 : Hour);

    /// <summary>The bucket that a time falls into.</summary>
    /// <param name="microseconds">The time.</param>
    /// <param name="width">One of the three that <see cref="WidthOf"/> gives: dividing by a constant takes a fraction of the time.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long BucketOf(long microseconds, long width)
    {
        var quotient = width switch
        {
            Instant.MicrosecondsPerSecond => microseconds / Instant.MicrosecondsPerSecond,
            MinuteWidth => microseconds / MinuteWidth,
            _ => microseconds / HourWidth,
        };
        return microseconds - (quotient * width) < 0 ? quotient - 1 : quotient;
    }

    /// <summary>
    /// The first bucket of the window (at − length, at]: the one that holds the first microsecond after at − length, so that the start is rounded
    /// earlier by less than a bucket and never later.
    /// </summary>
    public static long FirstBucket(long at, long length, long width) => BucketOf(at - length + 1, width);

    /// <summary>The first time at which a window no longer reaches back to a bucket: when <see cref="FirstBucket"/> is the next one.</summary>
    public static long EndOf(long bucket, long length, long width) => ((bucket + 1) * width) + length - 1;
}
