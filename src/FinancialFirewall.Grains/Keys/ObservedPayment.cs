using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Grains.Keys;

/// <summary>A payment that was counted at keys of a shard and is not on disk.</summary>
internal sealed class ObservedPayment
{
    /// <summary>The most answers of earlier bodies that are remembered; what comes again behind more of them is counted again.</summary>
    internal const int MaximumEarlier = 256;

    private readonly Dictionary<(string Window, ulong KeyHash), (Contribution Added, AggregateValue Value)> values = [];

    // Nearly always there is none: a payment that is sent again is the same one.
    private Dictionary<(string Window, ulong KeyHash, Contribution Added), AggregateValue>? earlier;

    /// <summary>
    /// What a window answered for this payment at this key already. A reference whose first payment was not decided may come again with another amount, which is
    /// another payment: nothing was answered for that yet, unless it came before the first.
    /// </summary>
    public bool TryGet(string window, ulong keyHash, in Contribution added, out AggregateValue value)
    {
        if (values.TryGetValue((window, keyHash), out var known) && known.Added == added)
        {
            value = known.Value;
            return true;
        }

        value = default;
        return earlier?.TryGetValue((window, keyHash, added), out value) == true;
    }

    /// <summary>Remembers what a window answered, so that asking again gives the same answer and counts nothing.</summary>
    public void Remember(string window, ulong keyHash, in Contribution added, AggregateValue value)
    {
        if (values.TryGetValue((window, keyHash), out var before) && before.Added != added)
        {
            KeepEarlier(window, keyHash, before.Added, before.Value);
        }

        values[(window, keyHash)] = (added, value);
    }

    private void KeepEarlier(string window, ulong keyHash, in Contribution added, AggregateValue value)
    {
        earlier ??= [];
        if (earlier.Count < MaximumEarlier)
        {
            earlier[(window, keyHash, added)] = value;
        }
    }
}
