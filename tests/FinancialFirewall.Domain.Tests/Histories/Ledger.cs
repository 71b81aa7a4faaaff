using System.Buffers;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Histories;

/// <summary>A table with one entry whose windows all see the same number.</summary>
internal sealed class Ledger(params WindowDefinition[] windows)
{
    private static readonly byte[] Key = "DE89370400440532013000"u8.ToArray();

    public HistoryTable Table { get; set; } = new(WindowPlan.Create(windows).Value);

    public int Entry => Table.GetOrAdd(Key, 7, default);

    public static Instant At(string time) => Instant.From(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    public void Record(Instant at, long number = 1, bool accepted = true) => Table.Record(Entry, at, Contributions(number), [], accepted);

    public void Release(Instant at, Instant recordedAt, long number, bool entirely)
        => Table.Release(Entry, at, recordedAt, Contributions(number), entirely);

    /// <summary>What the windows answer for a payment that contributes nothing.</summary>
    public AggregateValue[] Measure(Instant at) => Measure(at, default(Contribution));

    /// <summary>The same in words.</summary>
    public string Answers(Instant at) => string.Join(", ", Measure(at).Select(v => NaiveHistory.Describe(v)));

    public AggregateValue[] Measure(Instant at, long number) => Measure(at, new Contribution(true, false, number, (ulong)number, 0, 0));

    public byte[] Snapshot()
    {
        var writer = new ArrayBufferWriter<byte>();
        Table.WriteTo(writer);
        return writer.WrittenSpan.ToArray();
    }

    private AggregateValue[] Measure(Instant at, Contribution contribution)
    {
        var values = new AggregateValue[Table.Plan.Windows.Count];
        Table.Measure(Entry, at, Enumerable.Repeat(contribution, values.Length).ToArray(), values);
        return values;
    }

    private Contribution[] Contributions(long number)
        => [.. Table.Plan.Windows.Select(_ => new Contribution(true, false, number, (ulong)number, 0, 0))];
}
