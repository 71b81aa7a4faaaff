using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Reads dates and times as RFC 3339 writes them, without allocating: <c>2026-03-01T13:00:00.25+01:00</c>. An offset or Z is required, leap
/// seconds are not known, and what is below a microsecond is dropped.
/// </summary>
public static class Rfc3339
{
    /// <summary>The longest text that is read, in characters: nine decimals of a second and an offset.</summary>
    public const int MaximumLength = 35;

    private const int PlainLength = 20;
    private const int DateLength = 10;
    private const int TimeLength = 8;
    private const int OffsetLength = 6;
    private const int MicrosecondDigits = 6;
    private const int FractionDigits = 9;
    private const int NoPair = -10_000;
    private const long SecondsPerDay = 86_400;

    // The three words of a time as nearly all senders write it, and where their digits are: "2026-03-", "01T13:00", and "3:00:00Z", which overlaps the one before.
    private const ulong YearAndMonth = 0x2D30_302D_3030_3030;
    private const ulong YearAndMonthDigits = 0x00FF_FF00_FFFF_FFFF;
    private const ulong DateToMinute = 0x3030_3A30_3054_3030;
    private const ulong DateToMinuteDigits = 0xFFFF_00FF_FF00_FFFF;
    private const ulong MinuteToEnd = 0x5A30_303A_3030_3A30;
    private const ulong MinuteToEndDigits = 0x00FF_FF00_FFFF_00FF;
    private const ulong HighHalves = 0xF0F0_F0F0_F0F0_F0F0;
    private const ulong SixEach = 0x0606_0606_0606_0606;

    // From the first of March of the year 0 to 1970-01-01.
    private const int MarchEpoch = 719_468;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly Instant Earliest = Instant.From(DateTimeOffset.MinValue);
    private static readonly Instant Latest = Instant.From(DateTimeOffset.MaxValue);

    /// <summary>Reads a date and time with its offset.</summary>
    /// <param name="text">The text and nothing else.</param>
    /// <param name="instant">The time in UTC, when the text is one in the years 1 to 9999.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out Instant instant)
    {
        if (text.Length != PlainLength || !TryParsePlain(text, out instant))
        {
            return TryParseAny(text, out instant);
        }

        return true;
    }

    /// <summary>Reads a date such as <c>2026-03-01</c>.</summary>
    /// <param name="text">The text and nothing else.</param>
    /// <param name="day">Days since 1970-01-01, when the text is a date in the years 1 to 9999.</param>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        return TryCountDays((Pair(text, 0) * 100) + Pair(text, 2), Pair(text, 5), Pair(text, 8), out day);
    }

    /// <summary>Writes a date as <c>2026-03-01</c>.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="destination">At least 10 bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int FormatDate(int day, Span<byte> destination)
    {
        var date = DateOnly.FromDayNumber(day + Epoch);
        date.TryFormat(destination, out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>Writes a time in UTC with as many decimals as it needs, as <see cref="Instant.ToString"/> does, without allocating.</summary>
    /// <param name="instant">The time.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Format(Instant instant, Span<byte> destination)
    {
        instant.ToDateTimeOffset().UtcDateTime.TryFormat(destination, out var written, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        return written;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> text, out Instant instant)
    {
        instant = default;
        if (text.Length < DateLength + 1 + TimeLength + 1 || text[DateLength] is not ((byte)'T' or (byte)'t')
            || !TryParseDate(text[..DateLength], out var day)
            || !TryParseTime(text.Slice(DateLength + 1, TimeLength), out var second))
        {
            return false;
        }

        var rest = text[(DateLength + 1 + TimeLength)..];
        if (!TryParseFraction(ref rest, out var micros) || !TryParseOffset(rest, out var offsetMinutes))
        {
            return false;
        }

        var seconds = (day * SecondsPerDay) + second - (offsetMinutes * 60L);
        instant = new Instant((seconds * Instant.MicrosecondsPerSecond) + micros);
        return instant >= Earliest && instant <= Latest;
    }

    // What nearly all senders write, "2026-03-01T13:00:00Z": its digits, and what stands between them, are looked at in three words. Whatever differs goes the other way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParsePlain(ReadOnlySpan<byte> text, out Instant instant)
    {
        instant = default;
        if (!TryPairs(text, YearAndMonth, YearAndMonthDigits, out var first)
            || !TryPairs(text[8..], DateToMinute, DateToMinuteDigits, out var second)
            || !TryPairs(text[12..], MinuteToEnd, MinuteToEndDigits, out var third))
        {
            return false;
        }

        var (hours, minutes, seconds) = (At(second, 3), At(second, 6), At(third, 5));
        if (hours > 23 || minutes > 59 || seconds > 59 || !TryCountDays((At(first, 0) * 100) + At(first, 2), At(first, 5), At(second, 0), out var day))
        {
            return false;
        }

        instant = new Instant(((day * SecondsPerDay) + (((hours * 60) + minutes) * 60) + seconds) * Instant.MicrosecondsPerSecond);
        return true;
    }

    /// <summary>Reads the digits among eight characters.</summary>
    /// <param name="text">At least those.</param>
    /// <param name="form">What they are, with 0 for each digit; the first one in the lowest byte.</param>
    /// <param name="isDigit">All bits of a byte where there is a digit.</param>
    /// <param name="pairs">Where two digits follow each other, byte n is the number of those at n and n + 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPairs(ReadOnlySpan<byte> text, ulong form, ulong isDigit, out ulong pairs)
    {
        // What is as expected is 0, and a digit 0 to 9, which stays below 16 when 6 is added.
        var digits = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ form;
        pairs = (digits * 10) + (digits >> 8);
        return ((digits | (digits + (SixEach & isDigit))) & (HighHalves | ~isDigit)) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int At(ulong pairs, int place) => (int)(pairs >> (8 * place)) & 0x7F;

    /// <summary>The days from 1970-01-01 to a date, if there is such a date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCountDays(int year, int month, int date, out int day)
    {
        day = 0;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DaysIn(year, month))
        {
            return false;
        }

        // Years begin in March, so that the day that comes and goes is the last one.
        var years = (uint)(month > 2 ? year : year - 1);
        var months = (uint)(month > 2 ? month - 3 : month + 9);
        day = (int)((years * 365) + (years / 4) - (years / 100) + (years / 400) + (((months * 153) + 2) / 5)) + date - 1 - MarchEpoch;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DaysIn(int year, int month) => month == 2
        ? year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        : 30 + ((0b1010_1101_0101 >> (month - 1)) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseTime(ReadOnlySpan<byte> text, out int second)
    {
        var (hours, minutes, seconds) = (Pair(text, 0), Pair(text, 3), Pair(text, 6));
        second = (((hours * 60) + minutes) * 60) + seconds;
        return text[2] == ':' && text[5] == ':' && hours is >= 0 and <= 23 && minutes is >= 0 and <= 59 && seconds is >= 0 and <= 59;
    }

    private static bool TryParseFraction(ref ReadOnlySpan<byte> text, out int micros)
    {
        micros = 0;
        if (text.IsEmpty || text[0] != '.')
        {
            return true;
        }

        var end = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end is < 1 or > FractionDigits)
        {
            return false;
        }

        for (var i = 0; i < MicrosecondDigits; i++)
        {
            micros = (micros * 10) + (i < end ? text[1 + i] - '0' : 0);
        }

        text = text[(1 + end)..];
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return text[0] is (byte)'Z' or (byte)'z';
        }

        if (text.Length != OffsetLength || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || Pair(text, 1) is var hours && hours is < 0 or > 23 || Pair(text, 4) is var rest && rest is < 0 or > 59)
        {
            return false;
        }

        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    /// <summary>The number of two digits; far below zero, also when it is multiplied by 100 and another pair is added, where they are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens < 10 && ones < 10 ? (int)((tens * 10) + ones) : NoPair;
    }
}
