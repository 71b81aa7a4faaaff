using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A payment that was counted at keys of a shard and is not on disk.</summary>
internal sealed class ObservedPayment
{
    private readonly Dictionary<(string Window, ulong KeyHash), AggregateValue> values = [];

    /// <summary>What a window answered for this payment at this key already.</summary>
    public bool TryGet(string window, ulong keyHash, out AggregateValue value) => values.TryGetValue((window, keyHash), out value);

    /// <summary>Remembers what a window answered, so that asking again gives the same answer and counts nothing.</summary>
    public void Remember(string window, ulong keyHash, AggregateValue value) => values[(window, keyHash)] = value;
}
