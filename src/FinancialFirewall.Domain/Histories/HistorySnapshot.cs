namespace FinancialFirewall.Domain.Histories;

/// <summary>
/// The form in which a <see cref="HistoryTable"/> is kept. Little-endian.
/// <code>
///  0         4         6         8         12        16          24
///  +---------+---------+---------+---------+---------+-----------+-------------+-------------+----------+
///  | "FFHT"  | version | windows | entries | trimNext| outgrown  | windows ... | entries ... | checksum |  8 bytes over all before it
///  +---------+---------+---------+---------+---------+-----------+-------------+-------------+----------+
///
///  a window:
///  0          1          2         4               8          10             12
///  +----------+----------+---------+---------------+----------+--------------+------------+-----------------+
///  | function | overText | zero    | windowSeconds | idLength | seriesLength | id (UTF-8) | seriesId (UTF-8)|  seriesLength 0: shares with none
///  +----------+----------+---------+---------------+----------+--------------+------------+-----------------+
///
///  an entry:
///  0           2         4          12             20           28
///  +-----------+---------+----------+--------------+------------+-----+-----------------+------------+
///  | keyLength | devices | key hash | firstSeen, µs| latest, µs | key | device hashes.. | series ... |
///  +-----------+---------+----------+--------------+------------+-----+-----------------+------------+
///
///  a series, in the order of the plan made of the windows:
///  0        2            4
///  +--------+------------+-----------+   lostStamp: 0xFFFF where nothing was lost
///  | items  | lostStamp  | items ... |   an item: CountBucket 4 bytes; ValueBucket value 8, stamp 2, payments 2; LastSeries 1
///  +--------+------------+-----------+
/// </code>
/// Running totals are not kept: they follow from the buckets.
/// </summary>
internal static class HistorySnapshot
{
    /// <summary>The version of the form above.</summary>
    public const ushort FormatVersion = 1;

    /// <summary>"FFHT".</summary>
    public const uint Magic = 0x54484646;

    /// <summary>Bytes before the windows.</summary>
    public const int HeaderLength = 24;

    /// <summary>Bytes of a window before its texts.</summary>
    public const int WindowHeaderLength = 12;

    /// <summary>Bytes of an entry before its key.</summary>
    public const int EntryHeaderLength = 28;

    /// <summary>Bytes of a series before its items.</summary>
    public const int SeriesHeaderLength = 4;

    /// <summary>Bytes of a count bucket.</summary>
    public const int CountBucketLength = 4;

    /// <summary>Bytes of a value bucket.</summary>
    public const int ValueBucketLength = 12;

    /// <summary>What stands for a series that lost nothing.</summary>
    public const ushort NothingLost = SeriesState.NothingLost;

    /// <summary>The bytes of one item of a kind of series.</summary>
    public static int ItemLength(SeriesKind kind) => kind switch
    {
        SeriesKind.Count => CountBucketLength,
        SeriesKind.Last => 1,
        _ => ValueBucketLength,
    };
}
