using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Keys;

/// <summary>
/// The payments that were counted at keys of a shard and are not on disk. A reference that comes for accounts of two partitions is two payments, of which one is
/// decided at the most.
/// </summary>
internal sealed class ObservedPayments
{
    /// <summary>How many payments that were not decided are remembered, so that they are not counted again when they come again.</summary>
    private const int MaximumUndecided = 65_536;

    private readonly Dictionary<(ReferenceKey Payment, byte Partition), ObservedPayment> observed = [];
    private readonly Queue<(ReferenceKey Payment, byte Partition)> undecided = [];

    /// <summary>Whether none is remembered.</summary>
    public bool IsEmpty => observed.Count == 0;

    /// <summary>What is known of a payment of a partition.</summary>
    public ObservedPayment Of(ReferenceKey payment, byte partition)
        => observed.TryGetValue((payment, partition), out var known) ? known : observed[(payment, partition)] = new ObservedPayment();

    /// <summary>Forgets a payment once it is on disk; what was not decided may come again, and is then not counted again.</summary>
    public void End(ReferenceKey payment, byte partition, bool isDecided)
    {
        if (isDecided)
        {
            observed.Remove((payment, partition));
            return;
        }

        undecided.Enqueue((payment, partition));
        if (undecided.Count > MaximumUndecided)
        {
            observed.Remove(undecided.Dequeue());
        }
    }
}
