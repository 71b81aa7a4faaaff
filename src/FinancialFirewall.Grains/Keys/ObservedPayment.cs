using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A payment that was counted at keys of a shard and is not on disk.</summary>
internal sealed class ObservedPayment
{
    private readonly Dictionary<(string Window, ulong KeyHash), (Contribution Added, AggregateValue Value)> values = [];

    /// <summary>
    /// What a window answered for this payment at this key already. A reference whose first payment was not decided may come again with another amount, which is
    /// another payment: nothing was answered for that yet.
    /// </summary>
    public bool TryGet(string window, ulong keyHash, in Contribution added, out AggregateValue value)
    {
        var isKnown = values.TryGetValue((window, keyHash), out var known) && known.Added == added;
        value = known.Value;
        return isKnown;
    }

    /// <summary>Remembers what a window answered, so that asking again gives the same answer and counts nothing.</summary>
    public void Remember(string window, ulong keyHash, in Contribution added, AggregateValue value) => values[(window, keyHash)] = (added, value);
}
