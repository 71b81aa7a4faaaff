using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Keys;

/// <summary>One keyed window of one shard, over all of its keys. Keys are observed, not reserved: a payment counts, whatever is decided.</summary>
internal sealed class KeyWindowHistory(KeyedWindow window)
{
    private HistoryTable table = new(WindowPlan.Create([window.Window]).Value);
    private readonly Contribution[] contribution = new Contribution[1];
    private readonly AggregateValue[] value = new AggregateValue[1];

    /// <summary>The window, and whose history it is.</summary>
    public KeyedWindow Window { get; } = window;

    /// <summary>Counts a payment at a key, and gives the window's value with it.</summary>
    public AggregateValue Observe(KeyObservation observation, in Contribution added)
    {
        var entry = table.GetOrAdd(observation.Key.Span, observation.KeyHash, observation.At);
        contribution[0] = added;
        table.Measure(entry, observation.At, contribution, value);

        // The text lies in the table, which the next line changes.
        var measured = value[0] with { Text = value[0].Text.ToArray() };
        table.Record(entry, observation.At, contribution, observation.PackedPayment.Span, accepted: true);
        return measured;
    }

    /// <summary>The memory that it holds, in bytes.</summary>
    public long AllocatedBytes => table.AllocatedBytes;

    /// <summary>The window's value with a payment that is not counted yet; its text is valid until something is.</summary>
    public AggregateValue Measure(ReadOnlySpan<byte> key, ulong hash, Instant at, in Contribution added)
    {
        contribution[0] = added;
        table.Measure(table.Find(key, hash), at, contribution, value);
        return value[0];
    }

    /// <summary>Forgets some keys.</summary>
    public void Forget(IReadOnlySet<ulong> keyHashes)
    {
        var all = table;
        table = all.Keep(entry => !keyHashes.Contains(all.Hash(entry)));
    }

    /// <summary>Counts a stored payment at a key.</summary>
    public void Fill(ReadOnlySpan<byte> key, ulong hash, Instant at, in Contribution added, ReadOnlySpan<byte> payment)
    {
        contribution[0] = added;
        table.Record(table.GetOrAdd(key, hash, at), at, contribution, payment, accepted: true);
    }
}
