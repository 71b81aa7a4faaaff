using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Dates and times as files write them.</summary>
internal static class TimeText
{
    /// <summary>Seconds since 1970.</summary>
    public const string Unix = "unix";

    /// <summary>Milliseconds since 1970.</summary>
    public const string UnixMilliseconds = "unixMs";

    /// <summary>The longest time, in bytes.</summary>
    public const int MaximumLength = 64;

    private const long SecondsPerDay = 86_400;

    /// <summary>Whether times can be read by a format.</summary>
    public static bool IsFormat(string format)
    {
        if (format is Unix or UnixMilliseconds)
        {
            return true;
        }

        try
        {
            var sample = new DateTime(2026, 11, 22, 13, 14, 15, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture);
            return sample.Length <= MaximumLength
                && DateTimeOffset.TryParseExact(sample, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The time and nothing else.</param>
    /// <param name="format">How it is written; one for which <see cref="IsFormat"/> holds.</param>
    /// <param name="zone">The clock of a time that says no offset. What it shows twice, when it is set back, is the earlier of both.</param>
    /// <param name="time">The time. What the clock never shows, as it is set forward, is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, string format, ZoneRules zone, out Instant time)
    {
        if (format is Unix or UnixMilliseconds)
        {
            return TryParseUnix(text, string.Equals(format, Unix, StringComparison.Ordinal) ? Instant.MicrosecondsPerSecond : Instant.MicrosecondsPerSecond / 1000, out time);
        }

        time = default;
        Span<char> characters = stackalloc char[MaximumLength];
        if (text.Length > MaximumLength || Ascii.ToUtf16(text, characters, out var length) != System.Buffers.OperationStatus.Done
            || !DateTimeOffset.TryParseExact(characters[..length], format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
        {
            return false;
        }

        time = Instant.From(parsed);
        return SaysOffset(format) || TryMoveToUtc(ref time, zone);
    }

    /// <summary>Writes the date that a clock shows at a time, as <c>2026-03-01</c>.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int FormatLocalDate(Instant time, ZoneRules zone, Span<byte> destination)
    {
        var seconds = time.UnixSeconds + zone.OffsetSecondsAt(time);
        return Rfc3339.FormatDate((int)((seconds < 0 ? seconds - SecondsPerDay + 1 : seconds) / SecondsPerDay), destination);
    }

    private static bool SaysOffset(string format) => format.AsSpan().IndexOfAny('z', 'K') >= 0;

    private static bool TryParseUnix(ReadOnlySpan<byte> text, long microsecondsPerUnit, out Instant time)
    {
        time = default;
        var limit = Instant.From(DateTimeOffset.MaxValue).UnixSeconds * (Instant.MicrosecondsPerSecond / microsecondsPerUnit);
        if (!Utf8Parser.TryParse(text, out long units, out var consumed) || consumed != text.Length || units < 0 || units > limit)
        {
            return false;
        }

        time = new Instant(units * microsecondsPerUnit);
        return true;
    }

    private static bool TryMoveToUtc(ref Instant local, ZoneRules zone)
    {
        var day = TimeSpan.FromDays(1);
        var before = zone.OffsetSecondsAt(local.Plus(-day));
        var after = zone.OffsetSecondsAt(local.Plus(day));
        var early = local.Plus(TimeSpan.FromSeconds(-Math.Max(before, after)));
        var late = local.Plus(TimeSpan.FromSeconds(-Math.Min(before, after)));
        var isEarly = zone.OffsetSecondsAt(early) == Math.Max(before, after);
        var isLate = zone.OffsetSecondsAt(late) == Math.Min(before, after);
        local = isEarly ? early : late;
        return isEarly || isLate;
    }
}
