using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// A place's clock, as the machine's time-zone data had it when the condition was checked: the offsets from UTC of the years 1970 to 2069. Before
/// and after, the first and the last of them hold. Two zones are equal when they have the same name and the same offsets.
/// </summary>
public sealed class ZoneRules : IEquatable<ZoneRules>
{
    private const long Week = 7L * 24 * 3600;
    private const long FirstSecond = 0;
    private const long LastSecond = 3_155_760_000; // 2070-01-01T00:00:00Z

    private readonly ImmutableArray<long> starts;
    private readonly ImmutableArray<int> offsets;

    private ZoneRules(string id, ImmutableArray<long> starts, ImmutableArray<int> offsets)
    {
        Id = id;
        this.starts = starts;
        this.offsets = offsets;
    }

    /// <summary>The clock without an offset.</summary>
    public static ZoneRules Utc { get; } = new("UTC", [FirstSecond], [0]);

    /// <summary>The IANA name, such as <c>Europe/Berlin</c>.</summary>
    public string Id { get; }

    /// <summary>Finds a zone by its IANA name in the machine's time-zone data; nothing where there is none of that name.</summary>
    public static ZoneRules? Find(string id)
    {
        if (string.Equals(id, Utc.Id, StringComparison.Ordinal))
        {
            return Utc;
        }

        return IsPlausible(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId ? Read(id, zone) : null;
    }

    /// <summary>The names of the zones that the machine knows.</summary>
    public static IEnumerable<string> KnownIds() => TimeZoneInfo.GetSystemTimeZones().Select(static zone => zone.Id).Append(Utc.Id);

    /// <summary>How far the clock is ahead of UTC, in seconds.</summary>
    public int OffsetSecondsAt(Instant at) => PeriodAt(at.UnixSeconds).OffsetSeconds;

    /// <summary>The time around a second during which the clock is not changed.</summary>
    internal ZonePeriod PeriodAt(long second)
    {
        var found = starts.BinarySearch(second);
        var index = Math.Max(0, found >= 0 ? found : ~found - 1);
        var from = index == 0 ? long.MinValue : starts[index];
        return new(from, index + 1 < starts.Length ? starts[index + 1] : long.MaxValue, offsets[index]);
    }

    /// <summary>The zone's name and its offsets, one a line, as a policy's hash takes them in: <c>1711846800 7200</c>.</summary>
    public string Print()
    {
        var text = new StringBuilder(Id).Append('\n');
        for (var i = 0; i < starts.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{starts[i]} {offsets[i]}\n");
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(ZoneRules? other)
        => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal)
            && starts.AsSpan().SequenceEqual(other.starts.AsSpan()) && offsets.AsSpan().SequenceEqual(other.offsets.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ZoneRules);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static bool IsPlausible(string id)
        => id.Length is > 0 and <= 64 && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && id[0] != '/';

    // Between two changes of a clock lies a week or more (a week where Ramadan parts the end of a summer), so looking once a week sees every
    // change; the second of the change is then searched.
    private static ZoneRules Read(string id, TimeZoneInfo zone)
    {
        var changes = ImmutableArray.CreateBuilder<long>();
        var values = ImmutableArray.CreateBuilder<int>();
        var current = OffsetAt(zone, FirstSecond);
        changes.Add(FirstSecond);
        values.Add(current);
        for (var second = FirstSecond; second < LastSecond; second += Week)
        {
            var next = OffsetAt(zone, second + Week);
            if (next != current)
            {
                changes.Add(ChangeBetween(zone, second, second + Week));
                values.Add(next);
                current = next;
            }
        }

        return new(id, changes.ToImmutable(), values.ToImmutable());
    }

    private static long ChangeBetween(TimeZoneInfo zone, long before, long after)
    {
        var offset = OffsetAt(zone, before);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = OffsetAt(zone, middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }

    private static int OffsetAt(TimeZoneInfo zone, long second)
        => (int)(zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(second)).Ticks / TimeSpan.TicksPerSecond);
}
